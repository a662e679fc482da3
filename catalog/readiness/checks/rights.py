"""The right to reuse (LIC): an open licence, stated once and the same everywhere."""

import re
from collections.abc import Sequence
from functools import partial

from catalog.models.curated import Kind
from catalog.models.evidence import Found, Unseen
from catalog.models.facts import LicenceSeen, RepositoryFacts
from catalog.models.project import Project, ProjectRepository
from catalog.models.verdict import Cite, Status, Verdict
from catalog.readiness.checks.evidence_of import (
    Judged,
    cite,
    items,
    judged,
    unseen,
    worst_of,
)
from catalog.readiness.checks.licences import (
    Licence,
    Named,
    agree,
    covers,
    is_identifier,
    is_open,
    text_of,
    understood,
)
from catalog.readiness.checks.statements import (
    Said,
    is_root,
    project_texts,
    statements,
    unseen_sources,
)
from catalog.readiness.checks.windows import Day

_MAIN_NAMES = frozenset({"license", "licence", "copying", "unlicense", "unlicence"})
# REUSE names a text after its identifier, which tells a licence that we have no text of.
_NAMED_FILE = re.compile(r"LICENSES/(?!LicenseRef-)[A-Za-z][A-Za-z.+]*-[\w.+-]*\d[\w.+-]*\.txt$")


def may_be_reused(project: Project, _day: Day) -> Verdict:
    """LIC-1: an open licence covers the whole project; its worst part decides."""
    return worst_of(project, partial(_covered, project.kind.value)).of("LIC-1")


def sources_agree(project: Project, day: Day) -> Verdict:
    """LIC-2: all sources state the same licence, and files are marked."""
    return worst_of(project, partial(_agreement, day)).of("LIC-2")


def _covered(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    if isinstance(facts.licences, Unseen):
        return unseen(repository, facts.licences.unseen)
    texts = project_texts(facts)
    if not texts:
        return _stated_only(kind, repository, facts)
    opens = {seen.path: is_open(seen.spdx, kind) if seen.spdx else None for seen in texts}
    closed = [seen for seen in texts if opens[seen.path] is False]
    open_texts = [seen for seen in texts if opens[seen.path]]
    if closed and not open_texts:
        return _of_texts("fail", "licence-not-open", repository, closed)
    unknown_main = any(opens[seen.path] is None and _is_main(seen.path) for seen in texts)
    if not open_texts or unknown_main:
        unidentified = [seen for seen in texts if opens[seen.path] is None]
        return judged("partial", "licence-unidentified", _places(repository, unidentified))
    if closed and any(_is_main(seen.path) for seen in closed):
        return _of_texts("partial", "licence-partly-open", repository, closed)
    return _of_texts("pass", "licence-open", repository, open_texts)


def _stated_only(kind: Kind, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    said = [s for s in statements(facts) if is_root(s.path) and not s.default]
    opens = [s for s in said if is_open(s.stated, kind)]
    if opens:
        return _of_saids("partial", "licence-stated-only", repository, opens)
    if reasons := unseen_sources(facts):
        return unseen(repository, *reasons)
    if closed := [s for s in said if is_open(s.stated, kind) is False]:
        return _of_saids("fail", "licence-stated-not-open", repository, closed)
    if said:
        return _of_saids("partial", "licence-words-unknown", repository, said)
    if below := items(facts.licences):
        return judged("fail", "licence-below-root", _places(repository, below))
    return judged("fail", "licence-nowhere", [cite(repository)])


def _agreement(day: Day, repository: ProjectRepository, facts: RepositoryFacts) -> Judged:
    texts, said = project_texts(facts), statements(facts)
    shown = frozenset[Licence]().union(*(text_of(seen.spdx) for seen in texts if seen.spdx))
    stated = [s for s in said if not s.default]
    named = [(s, n) for s in stated if (n := understood(s.stated))]
    if _contradicts(shown, [n for _, n in named]):
        return _contradiction(repository, texts, [s for s, _ in named])
    if invalid := [s for s in stated if _is_invalid(s)]:
        return _of_saids("fail", "licence-invalid", repository, invalid)
    if reasons := unseen_sources(facts):
        return unseen(repository, *reasons)
    if not texts and not stated:
        return judged("na", "licence-no-statement", [cite(repository)])
    unclear = _unclear(repository, facts, texts, [n for _, n in named])
    return unclear or _how_exact(day, repository, facts, texts, said)


def _how_exact(
    day: Day,
    repository: ProjectRepository,
    facts: RepositoryFacts,
    texts: tuple[LicenceSeen, ...],
    said: tuple[Said, ...],
) -> Judged:
    """Judge sources that agree: defaults, words and missing marks make it partial."""
    if defaults := [s for s in said if s.default]:
        return _of_saids("partial", "licence-default", repository, defaults)
    if _is_single(facts, texts, said):
        cites = [*_places(repository, texts), *_said_at(repository, said)]
        return judged("unknown", "licence-one-source", cites)
    vague = [s for s in said if not ((n := understood(s.stated)) and n.exact)]
    if vague:
        return _of_saids("partial", "licence-vague", repository, vague)
    agreeing = [*_places(repository, texts), *_said_at(repository, said)]
    return _differing(facts, texts, said, agreeing) or _marked(day, facts, agreeing)


def _unclear(
    repository: ProjectRepository,
    facts: RepositoryFacts,
    texts: tuple[LicenceSeen, ...],
    named: list[Named],
) -> Judged | None:
    """Say where a text cannot be compared, or may be of a part: it stands below, and differs."""
    if unidentified := [seen for seen in texts if not (seen.spdx or _NAMED_FILE.match(seen.path))]:
        return judged("unknown", "licence-not-comparable", _places(repository, unidentified))
    if texts or not named:
        return None
    said = frozenset[Licence]().union(*(one.licences for one in named))
    below = [s for s in items(facts.licences) if s.spdx and not agree(said, text_of(s.spdx))]
    return _of_texts("unknown", "licence-below-differs", repository, below) if below else None


def _is_single(
    facts: RepositoryFacts, texts: tuple[LicenceSeen, ...], said: tuple[Said, ...]
) -> bool:
    """Tell whether one source alone says it; files that were copied in may name their own."""
    match facts.licence_headers:
        case Unseen():
            return False
        case Found(found=headers) if 2 * (headers.marked + headers.worded) >= headers.files:
            return False
    kinds = {seen.by == "name" for seen in texts}  # a text, and a notice beside it
    return len(kinds) + len(said) == 1


def _differing(
    facts: RepositoryFacts,
    texts: tuple[LicenceSeen, ...],
    said: tuple[Said, ...],
    cites: list[Cite],
) -> Judged | None:
    """Tell whether nearly all marks in source files name a licence that nothing else states."""
    headers = facts.licence_headers.found if isinstance(facts.licence_headers, Found) else None
    marked = understood(headers.spdx) if headers and headers.spdx else None
    if headers is None or marked is None:
        return None
    shown = frozenset[Licence]().union(*(text_of(seen.spdx) for seen in texts if seen.spdx))
    named = (n.licences for s in said if (n := understood(s.stated)))
    if covers(shown.union(*named), marked.licences):
        return None
    return judged("fail", "licence-marks-differ", cites, licence=headers.spdx or "")


def _marked(day: Day, facts: RepositoryFacts, agreeing: list[Cite]) -> Judged:
    owner = isinstance(facts.publiccode, Found) and facts.publiccode.found.copyright_owner
    match facts.licence_headers:
        case Found(found=headers) if headers.marked >= day.limits["headers"] * headers.files > 0:
            counted = {"marked": headers.marked, "files": headers.files}
            if owner or headers.owned:
                return judged("pass", "licence-marked", agreeing, **counted)
            return judged("partial", "licence-owner-unsaid", agreeing, **counted)
        case Found(found=headers):
            counted = {"marked": headers.marked, "files": headers.files}
            return judged("partial", "licence-unmarked", agreeing, **counted)
        case Unseen():
            return judged("unknown", "licence-marks-unread", agreeing)
    if owner:
        return judged("pass", "licence-nothing-to-mark", agreeing)
    return judged("partial", "licence-owner-missing", agreeing)


def _contradicts(shown: frozenset[Licence], named: list[Named]) -> bool:
    said = [one.licences for one in named]
    if shown and any(not covers(shown, licences) for licences in said):
        return True
    return (
        any(not agree(said[0], licences) for licences in said[1:]) if not shown else _suffixes(said)
    )


def _suffixes(said: list[frozenset[Licence]]) -> bool:
    """Tell whether statements covered by the same text differ in -only and -or-later."""
    suffixes: dict[str, set[str]] = {}
    for licence in frozenset[Licence]().union(*said):
        if licence.suffix:
            suffixes.setdefault(licence.family, set()).add(licence.suffix)
    return any(len(found) > 1 for found in suffixes.values())


def _contradiction(
    repository: ProjectRepository, texts: tuple[LicenceSeen, ...], said: list[Said]
) -> Judged:
    places = [(seen.spdx or "?", seen.path) for seen in texts] + [(s.stated, s.path) for s in said]
    named = ", ".join(f"{licence} ({path})" for licence, path in dict.fromkeys(places))
    cites = [*_places(repository, texts), *_said_at(repository, said)]
    return judged("fail", "licence-contradiction", cites, licences=named)


def _is_invalid(said: Said) -> bool:
    return said.spdx_field and not understood(said.stated) and not is_identifier(said.stated)


def _is_main(path: str) -> bool:
    return path.rpartition("/")[2].split(".")[0].lower() in _MAIN_NAMES


def _of_texts(
    status: Status, code: str, repository: ProjectRepository, texts: Sequence[LicenceSeen]
) -> Judged:
    named = ", ".join(dict.fromkeys(seen.spdx or "?" for seen in texts))
    return judged(status, code, _places(repository, texts), licence=named)


def _of_saids(
    status: Status, code: str, repository: ProjectRepository, said: Sequence[Said]
) -> Judged:
    named = ", ".join(dict.fromkeys(f"{s.stated} ({s.path})" for s in said))
    return judged(status, code, _said_at(repository, said), licence=named)


def _places(repository: ProjectRepository, texts: Sequence[LicenceSeen]) -> list[Cite]:
    return [cite(repository, seen.path) for seen in texts]


def _said_at(repository: ProjectRepository, said: Sequence[Said]) -> list[Cite]:
    return [cite(repository, s.path, s.line) for s in said]
