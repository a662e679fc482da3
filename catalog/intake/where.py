"""Where a body's code is, as the keys of a source, read off one address."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from catalog.intake.answers import Answers
from catalog.models.address import key_of
from catalog.models.curated import Source

_WELL_KNOWN = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
_ONE_OWNER = ("github", "forgejo")  # where groups do not nest


def where(answers: Answers, sources: Iterable[Source]) -> dict[str, Any] | None:
    """Return forge, org, baseUrl and urls of a source; None where they cannot be told."""
    address = answers.address("address")
    chosen = answers.choice("forge")
    if not address:
        return None
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    forge = _WELL_KNOWN.get(host) or chosen
    path = [step for step in parts.path.split("/") if step]
    if parts.query or parts.fragment or not path or ".." in path:
        answers.lack("address", "address")
        return None
    if not forge or (forge == "github" and host != "github.com"):
        answers.lack("forge", "forge")
        return None
    if _is_listed(address, host, "/".join(path), sources):
        answers.lack("there", "address")
        return None
    return {"forge": forge, **_place(forge, host, path)}


def _place(forge: str, host: str, path: list[str]) -> dict[str, Any]:
    address = f"https://{host}/{'/'.join(path)}"
    if forge == "git":
        return {"urls": [address]}
    base = {} if host in ("github.com", "gitlab.com") else {"baseUrl": f"https://{host}"}
    is_one = path[-1].endswith(".git") or (forge in _ONE_OWNER and len(path) > 1)
    return {**base, **({"urls": [address]} if is_one else {"org": "/".join(path)})}


def _is_listed(address: str, host: str, path: str, sources: Iterable[Source]) -> bool:
    """Tell whether a source has this account or this address."""
    for source in sources:
        base = key_of(source.base_url) if source.base_url else f"{source.forge}.com"
        if source.org and f"{base}/{source.org}".lower() == f"{host}/{path}".lower():
            return True
        if key_of(address) in {key_of(url) for url in source.named}:
            return True
    return False
