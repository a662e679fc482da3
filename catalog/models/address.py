"""Addresses as people write them, and when two of them are one repository."""

import re
from functools import lru_cache
from typing import Annotated, TypeAlias
from urllib.parse import urlsplit

from pydantic import AfterValidator, WithJsonSchema

_SCP = re.compile(r"^[A-Za-z0-9_.-]+@([A-Za-z0-9.-]+):(?=[^/\d])")  # git's own short form
_WHOLE = re.compile(r"https://[^\s/?#@\"\\]+([/?#][^\s\"\\]*)?")


@lru_cache(maxsize=65_536)
def key_of(url: str) -> str:
    """Return what an address is compared by: host and path, without case, ``.git`` or slash."""
    try:
        parts = urlsplit(_SCP.sub(r"ssh://\1/", url.strip()))
    except ValueError:  # what other people write: a bracket that is never closed
        return url.strip().lower()
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.").removesuffix(":443")
    return f"{host}{parts.path.rstrip('/').removesuffix('.git')}".lower()


def matches(pattern: str, url: str) -> bool:
    """Tell whether an address is the pattern's, in which ``*`` stands for any letters."""
    wanted = re.escape(key_of(pattern)).replace(r"\*", ".*")
    return re.fullmatch(wanted, key_of(url)) is not None


def _https(value: str) -> str:
    """Take a public address: with a host, without a user, for what is written here is published."""
    if not _WHOLE.fullmatch(value) or not value.isprintable():
        raise ValueError("write a full address that begins with https://, without a user name")
    try:
        urlsplit(value)
    except ValueError:
        raise ValueError("write a host that exists after https://") from None
    return value.rstrip("/")


def _repository(value: str) -> str:
    """Take a public address, or one made of a local source's id."""
    if value.startswith("local://") and value.isprintable() and not re.search(r'[\s"\\]', value):
        return value
    return _https(value)


RepositoryAddress: TypeAlias = Annotated[str, AfterValidator(_repository)]
Address: TypeAlias = Annotated[
    str, AfterValidator(_https), WithJsonSchema({"type": "string", "pattern": "^https://"})
]
