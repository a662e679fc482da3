"""What a project is called, and its addresses: of the code, of its own site."""

from collections.abc import Sequence
from typing import Literal

from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import ADDRESS, WORDS, Written
from catalog.models.address import key_of
from catalog.models.evidence import Found
from catalog.models.project import Stated


def name_of(primary: Sequence[Witness], written: Written, called: str) -> Stated[str]:
    """Publiccode.yml, then what people write, then the repository, then a WordPress header.

    A header names the part that its host lists, which is seldom the product: it is told, and taken
    only where nothing else is.
    """
    said: list[Stated[str]] = []
    said += [s for w in primary for s in w.published(_seen(w, "name"), "name")]
    said += written.said("name", WORDS)
    if written.entry is None:
        said += [s for w in primary[:1] for s in w.read(called)]
    said += [s for w in primary for s in _headers(w)]
    found = settled(said, written.correction("name", WORDS), _is_one_name)
    return found or Stated[str](value=called, by="harvest")


def url_of(primary: Sequence[Witness], written: Written) -> Stated[str] | None:
    """Tell the identity that is declared; where none is, the address is all there is to say."""
    said = [s for w in primary for s in w.published(_seen(w, "url"), "url")]
    own = [s for w in primary[:1] for s in w.read(w.facts.url)]
    typed = written.said("url", ADDRESS)
    correction = written.correction("url", ADDRESS)
    declared = said or typed or correction
    return settled([*said, *own, *typed], correction, _is_one_address) if declared else None


def landing_of(primary: Sequence[Witness], written: Written) -> Stated[str] | None:
    """Publiccode.yml's landingURL, then the forge's homepage, then what people write."""
    said: list[Stated[str]] = []
    said += [s for w in primary for s in w.published(_seen(w, "landing_url"), "landingURL")]
    said += [s for w in primary for s in w.listed(w.about.homepage if w.about else None)]
    said += written.said("landingURL", ADDRESS)
    return settled(said, written.correction("landingURL", ADDRESS), _is_one_address)


def _seen(witness: Witness, field: Literal["name", "url", "landing_url"]) -> str | None:
    """Return a text of its publiccode.yml."""
    return getattr(witness.publiccode, field) if witness.publiccode else None


def _headers(witness: Witness) -> list[Stated[str]]:
    headers = witness.facts.wordpress
    root = (h for h in headers.found if "/" not in h.path) if isinstance(headers, Found) else ()
    return [s for h in root for s in witness.read(h.name, h.path, h.line)]


def _is_one_name(one: str, other: str) -> bool:
    """Tell whether two names differ in nothing but case and signs: ``Open Hours``, ``open-hours``.

    Names of signs alone are compared as they stand.
    """
    bare = ["".join(filter(str.isalnum, name)).casefold() for name in (one, other)]
    return bare[0] == bare[1] if any(bare) else one == other


def _is_one_address(one: str, other: str) -> bool:
    return key_of(one) == key_of(other)
