"""When two addresses are one repository, and what a project of its own is called for ever."""

import hashlib
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit


def key_of(url: str) -> str:
    """Return what an address is compared by: host and path, without case, ``.git`` or slash."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/').removesuffix('.git')}".lower()


def project_id(url: str, taken: Collection[str]) -> str:
    """Return the id of a project that nobody has written about: owner and name as a slug.

    The owner is in it, so that another body's repository of the same name never changes it. Two
    names that fold to one slug are told apart by a digest of the address.
    """
    slug = slug_of("-".join(urlsplit(url).path.strip("/").split("/")))
    if slug and slug not in taken:
        return slug
    digest = hashlib.sha256(key_of(url).encode()).hexdigest()[:6]
    return f"{slug}-{digest}" if slug else f"repository-{digest}"


def slug_of(name: str) -> str:
    """Return lower-case ASCII letters, digits and single hyphens: ``Åmål .x-`` -> ``amal-x``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
