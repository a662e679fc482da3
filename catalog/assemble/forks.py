"""Mirrors, technical forks and variants told apart: by the forge, publiccode.yml and first commits.

Publiccode.yml's words: a technical fork keeps the ``url`` of the original, a variant has its own
and names in ``isBasedOn`` what it was made from.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from catalog.models.address import key_of
from catalog.models.descent import Descent, ForkKind, Sign, SignCode
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import PubliccodeSeen, RepositoryFacts
from catalog.models.forge import ForgeAbout, ForkWork
from catalog.models.verdict import Cite

_OWNER_AND_NAME = 2  # parts of a repository's path; a site's address has seldom as many


Now: TypeAlias = Callable[[str], str]  # an address -> the identity that it leads to


def descents(read: Mapping[str, RepositoryFacts], now: Now = key_of) -> dict[str, Descent]:
    """Tell the descent of every repository that has one, by identity."""
    alike = _alike(read)
    found = {key: descent_of(facts, alike.get(key, ()), now) for key, facts in read.items()}
    return {key: descent for key, descent in found.items() if descent}


def descent_of(
    facts: RepositoryFacts, alike: Sequence[RepositoryFacts] = (), now: Now = key_of
) -> Descent | None:
    """Tell what a repository was made from; None where nothing says that it was.

    ``alike`` are the others that have a first commit in common with it.
    """
    told = _mirrored(facts) or _published(facts, now) or _forked(facts)
    told = _confirmed(told, facts, alike, now) if told else None
    shared = _begun(facts, alike) if alike else None
    if told is None or shared is None:
        return told or shared
    named = {key_of(told.origin)} if told.origin else set()
    more = tuple(s for s in shared.signs if s.address and key_of(s.address) not in named)
    return told.model_copy(update={"signs": (*told.signs, *more)})


def _mirrored(facts: RepositoryFacts) -> Descent | None:
    about = _about(facts)
    if about is None or about.mirror_of is None:
        return None
    return _descent("mirror", about.mirror_of, Sign(code="mirror", address=about.mirror_of))


def _confirmed(
    told: Descent, facts: RepositoryFacts, alike: Sequence[RepositoryFacts], now: Now
) -> Descent:
    """Believe a declared identity against the forge's word where both begin with one commit."""
    origin = told.origin
    if origin is None or told.signs[0].code != "named-elsewhere-unforked":
        return told
    same = next((other for other in alike if key_of(other.url) == now(origin)), None)
    if same is None:
        return told
    sign = Sign(code="same-beginning", address=same.url, cite=_first_commit(facts, same))
    return Descent(kind="technical-fork", origin=origin, signs=(*told.signs, sign))


def _published(facts: RepositoryFacts, now: Now) -> Descent | None:
    """Ask publiccode.yml, whose ``url`` is the identity of the software."""
    if not isinstance(facts.publiccode, Found):
        return None
    seen = facts.publiccode.found
    if _is_elsewhere(facts, seen, now):
        # The original may have moved, or been copied by hand: the forge's word settles it.
        about = _about(facts)
        plain = about is not None and not about.fork
        code: SignCode = "named-elsewhere-unforked" if plain else "named-elsewhere"
        sign = Sign(code=code, address=seen.url, cite=_cite(facts, seen.path))
        return _descent("undetermined" if plain else "technical-fork", seen.url, sign)
    if seen.url and seen.based_on and _is_own(facts, seen.url):
        sign = Sign(code="based-on", address=seen.based_on, cite=_cite(facts, seen.path))
        return _descent("variant", seen.based_on, sign)
    return None


def _forked(facts: RepositoryFacts) -> Descent | None:
    about = _about(facts)
    if about is None or not about.fork:
        return None
    origin = about.parent.url if about.parent else None
    match facts.forge:
        case Unseen():
            return None
        case forge:
            work = forge.fork_work
    match work:
        case Found(found=ForkWork(own=own, behind=behind), stale_since=since):
            code: SignCode = "own-work" if own else "no-own-work"
            kind: ForkKind = "variant" if own else "technical-fork"
            sign = Sign(code=code, address=origin, own=own, behind=behind, stale_since=since)
            return _descent(kind, origin, sign)
    return _descent("undetermined", origin, Sign(code="not-compared", address=origin))


def _begun(facts: RepositoryFacts, alike: Sequence[RepositoryFacts]) -> Descent:
    """Say what a shared first commit says: who came later only where the forge tells."""
    first = _first_created([facts, *alike])
    signs = tuple(
        Sign(
            code="begun-later" if other is first else "same-beginning",
            address=other.url,
            cite=_first_commit(facts, other),
        )
        for other in alike
    )
    if first is None or first is facts:
        return Descent(kind=None, origin=None, signs=signs)
    return Descent(kind="undetermined", origin=first.url, signs=signs)


def _first_created(these: Sequence[RepositoryFacts]) -> RepositoryFacts | None:
    """Return the one that the forge created before all others, unless it is a template."""
    dated = [(about.created, f, about) for f in these if (about := _about(f)) and about.created]
    if len(dated) < len(these):
        return None
    first, second = sorted(dated, key=lambda entry: (entry[0], entry[1].url))[:2]
    return None if first[0] == second[0] or first[2].template else first[1]


def _alike(read: Mapping[str, RepositoryFacts]) -> dict[str, list[RepositoryFacts]]:
    """Return for each repository those that share a first commit with it, by address."""
    having: dict[str, list[str]] = {}
    for key, facts in sorted(read.items()):
        for root in _roots(facts):
            having.setdefault(root, []).append(key)
    found: dict[str, dict[str, RepositoryFacts]] = {}
    for keys in having.values():
        for key in keys:
            others = {other: read[other] for other in keys if other != key}
            found.setdefault(key, {}).update(others)
    return {key: list(others.values()) for key, others in found.items() if others}


def _roots(facts: RepositoryFacts) -> tuple[str, ...]:
    return facts.history.found.roots if isinstance(facts.history, Found) else ()


def _first_commit(facts: RepositoryFacts, other: RepositoryFacts) -> Cite:
    """Cite the first commit that both have; its date makes it an event to be opened as such."""
    common = next(root for root in _roots(facts) if root in _roots(other))
    on = facts.history.found.first if isinstance(facts.history, Found) else None
    return Cite(repository=facts.url, commit=common, on=on)


def _about(facts: RepositoryFacts) -> ForgeAbout | None:
    if isinstance(facts.forge, Unseen) or not isinstance(facts.forge.about, Found):
        return None
    return facts.forge.about.found


def _is_elsewhere(facts: RepositoryFacts, seen: PubliccodeSeen, now: Now) -> bool:
    """Tell whether publiccode.yml names another repository, not merely a site of the software."""
    if not seen.parses or not seen.url or _is_own(facts, seen.url):
        return False
    if now(seen.url) == now(facts.url):  # an address that it has left
        return False
    host, *path = key_of(seen.url).split("/")
    return "://" in seen.url and bool(host) and len([p for p in path if p]) >= _OWNER_AND_NAME


def _is_own(facts: RepositoryFacts, url: str) -> bool:
    """Tell whether an address is the repository's, one it had, or a page below such."""
    own = [key_of(one) for one in (facts.url, *(facts.formerly or ()))]
    return any(key_of(url) == one or key_of(url).startswith(f"{one}/") for one in own)


def _descent(kind: ForkKind, origin: str | None, sign: Sign) -> Descent:
    return Descent(kind=kind, origin=origin, signs=(sign,))


def _cite(facts: RepositoryFacts, path: str | None = None) -> Cite:
    commit = facts.head.found.commit if isinstance(facts.head, Found) else None
    return Cite(repository=facts.url, commit=commit, path=path)
