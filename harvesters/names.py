"""The words of bodies, made of what people have written: for each source what to search for."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from catalog.models.curated import Body, CuratedData, Source
from harvesters.reading.generality.names import COMMON, Names, Word, folded, squeezed

SHORTEST = 4  # letters of a name that stands alone
_KINDS = (
    r"kommuns?|kommunens|stads?|staden|region(?:en)?|landsting(?:et)?|municipality|city|town"
    r"|county|council|borough|district|kommune|kaupunki|kunta|gemeente|gemeinde|stadt|comune"
    r"|ajuntament|ayuntamiento|ville|commune|metropole"
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b", re.IGNORECASE)
_SMALL = re.compile(
    r"^(?:the|of|de|di|van|i|för|and|och)\b|\b(?:of|the|de|di|van|i)$", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[-\u2013\u2014|]\s+|[(),/]")
_GENITIVE = re.compile(r"(?<![åä])(?<!for)s$")  # Lunds kommun; not Alingsås, Munkfors
_SHARED = re.compile(  # hosts of everybody: a link there names nobody
    r"(?:^|\.)(?:github|gitlab|bitbucket|codeberg|facebook|linkedin|google|wordpress|sourceforge)"
    r"\.(?:com|org|net|io)$"
)


def names_for(curated: CuratedData, source: Source) -> Names:
    """Return what to search for in the repositories of a source."""
    body = next((b for b in curated.bodies if b.id == source.body), None)
    accounts = tuple(_accounts(curated, source))
    own = [*_words(body, accounts)] if body else []
    own += [Word(domain, "domain") for domain in _suppliers(curated, source.body)]
    others = (word for b in curated.bodies if b.id != source.body for word in _foreign(b))
    known = {word.text for word in own}
    return Names(
        own=tuple(dict.fromkeys(own)),
        others=tuple(sorted({word for word in others if word.text not in known})),
        accounts=frozenset(accounts),
    )


def _words(body: Body, accounts: tuple[str, ...]) -> Iterator[Word]:
    """List a body's own words: longer ones first, so that a hit is called by what it is."""
    yield from (Word(domain.lower(), "domain") for domain in body.domains)
    called = [*_texts(body), *(a for a in map(_spaced, accounts) if _KIND.search(a))]
    bare = list(dict.fromkeys(name for text in called for name in _bare(body, text)))
    yield from (Word(name, "name") for name in bare)
    roots = [squeezed(name) for name in bare]
    for text in _whole(body):
        if not any(root in squeezed(text) for root in roots):
            yield Word(text, "name")
    for account in accounts:
        name = squeezed(account)
        if _stands_alone(name) and not any(root in name for root in roots):
            yield Word(account, "account")
    if body.org_number:
        yield Word(body.org_number, "number")


def _spaced(account: str) -> str:
    return re.sub(r"[-_.]+", " ", account)


def _foreign(body: Body) -> Iterator[Word]:
    """List the words of another body: nothing that is also a place, a person or a word."""
    yield from (Word(domain.lower(), "domain") for domain in body.domains)
    yield from (Word(text, "name") for text in _whole(body))


def _texts(body: Body) -> list[str]:
    return [text for text in (body.name, body.name_en) if text]


def _whole(body: Body) -> Iterator[str]:
    """List names as a whole: with their kind, or of several words, or long."""
    for text in _texts(body):
        for part in filter(None, (p.strip().lower() for p in _PARTS.split(text))):
            words = re.split(r"[\s_-]+", part)
            if len(words) > 1 or len(part) >= 12:  # noqa: PLR2004 - arbetsförmedlingen
                yield " ".join(words)


def _bare(body: Body, text: str) -> Iterator[str]:
    """List what a body is called without its kind, where that is no word of a language."""
    for part in _PARTS.split(text.lower()):
        name = _KIND.sub(" ", part).strip()
        has_kind = name != part.strip()
        while (shorter := _SMALL.sub("", name).strip()) != name:
            name = shorter
        if has_kind and re.search(r"s(?:\s|$)", name) and not _is_domain(body, name):
            name = _GENITIVE.sub("", name)
        name = " ".join(re.split(r"[\s_-]+", name))
        few = len(name.split()) <= (3 if has_kind else 1)
        if few and _stands_alone(name):
            yield name


def _is_domain(body: Body, name: str) -> bool:
    return squeezed(name) in {squeezed(domain.partition(".")[0]) for domain in body.domains}


def _stands_alone(name: str) -> bool:
    return len(squeezed(name)) >= SHORTEST and name not in COMMON and (
        folded(name) not in COMMON or folded(name) != name
    )  # fmt: skip


def _accounts(curated: CuratedData, source: Source) -> Iterator[str]:
    """List the accounts whose repositories these are, in lower case, each once."""
    bodies = [b for b in curated.bodies if b.id == source.body]
    named = [a.name for b in bodies for a in b.accounts]
    sources = [s for s in curated.sources if s.body == source.body]
    named += [s.org for s in sources if s.org]
    for one in sources:
        owners = {urlsplit(url).path.strip("/").partition("/")[0].lower() for url in one.urls}
        named += owners if len(owners) == 1 else ()
    yield from sorted({name.strip("/").lower() for name in named if name})


def _suppliers(curated: CuratedData, body: str) -> Iterator[str]:
    """List the domains of those who are paid for what the body has."""
    addresses = [
        address
        for entry in curated.projects
        if entry.body == body
        for address in (
            *(s.url for s in entry.catalog.suppliers or ()),
            *(
                c.website
                for c in (entry.maintenance.contractors if entry.maintenance else ()) or ()
            ),
        )
    ]
    hosts = {(urlsplit(a).hostname or "").removeprefix("www.") for a in addresses if a}
    yield from sorted(host for host in hosts if "." in host and not _SHARED.search(host))
