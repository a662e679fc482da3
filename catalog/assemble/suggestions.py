"""Suggests which repositories that stand for themselves are one product, with its reasons."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from catalog.assemble.identity import slug_of
from catalog.assemble.likeness import (
    ENOUGH,
    WEIGHTS,
    Candidate,
    Reason,
    have_parted,
    likenesses,
)
from catalog.models.curated import Body, Role
from catalog.models.project import Catalogue, Project

_LARGEST = 12  # repositories; a longer chain of likenesses is a platform with its add-ons
_YAML_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf"})
_SAID = {
    "stem": "{one} and {other}: both are called '{about}', and differ in which part they are",
    "family": "{one} and {other}: the one is called '{about}', the other begins so",
    "acronym": "{one} and {other}: '{about}' is short for the other",
    "package": "{one} and {other}: both publish the package {about}",
    "depends": "{one} depends on {about}, which {other} publishes",
    "begun": "{one} and {other}: the first commit is the same, {about:.8}",
    "topic": "{one} and {other}: both are filed under '{about}', as few are",
}


class Part(NamedTuple):
    """A repository of a suggested product."""

    url: str
    role: Role


class Suggestion(NamedTuple):
    """A product that could be: its parts, the primary first, and what speaks for it."""

    id: str
    name: str
    body: str
    parts: tuple[Part, ...]
    reasons: tuple[str, ...]


def suggest(catalogue: Catalogue) -> tuple[Suggestion, ...]:
    """Suggest products from the repositories that nobody has claimed, body by body, by id.

    Two belong together where what speaks for it weighs enough. Rather too few than wrong ones.
    """
    taken = {project.id for project in catalogue.projects if project.entry}
    found: list[Suggestion] = []
    for body in sorted(catalogue.bodies.values(), key=lambda body: body.id):
        alone = [p for p in catalogue.projects if p.entry is None and p.body.id == body.id]
        for suggestion in _within(body, alone, taken):
            taken.add(suggestion.id)
            found.append(suggestion)
    return tuple(sorted(found, key=lambda suggestion: suggestion.id))


def as_yaml(suggestions: Iterable[Suggestion]) -> str:
    """Write suggestions as entries of ``projects`` in the curated data, reasons as comments."""
    entries = [_entry(suggestion) for suggestion in suggestions]
    if not entries:
        return "# No repositories that stand for themselves look like parts of one product."
    return "\n\n".join(["# Read each one, then paste it below 'projects:'.", *entries])


def _within(body: Body, alone: Sequence[Project], taken: Collection[str]) -> list[Suggestion]:
    every = [project.repositories[0] for project in alone]
    repositories = [r for r in every if r.url.startswith("https://")]  # a product can name no other
    candidates = {r.url: Candidate(r.url, r.facts) for r in repositories}
    owner = slug_of(body.name).split("-") + body.id.split("-")
    weighed: dict[tuple[str, str], list[Reason]] = {}
    for reason in likenesses(list(candidates.values()), owner):
        pair = min(reason.one, reason.other), max(reason.one, reason.other)
        if not have_parted(candidates[pair[0]], candidates[pair[1]], reason.code):
            weighed.setdefault(pair, []).append(reason)
    strong = {pair: those for pair, those in weighed.items() if _weight(those) >= ENOUGH}
    used = set(taken)
    made = []
    for group in _joined(strong):
        if len(group) <= _LARGEST:
            reasons = [r for pair, those in strong.items() if pair[0] in group for r in those]
            made.append(_suggestion(body, [candidates[url] for url in group], reasons, used))
            used.add(made[-1].id)
    return made


def _weight(reasons: Iterable[Reason]) -> int:
    """Add up what speaks for a pair; the same kind of likeness counts once."""
    return sum(WEIGHTS[code] for code in {reason.code for reason in reasons})


def _joined(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Join pairs that share a repository; groups and what is in them in order."""
    groups: list[set[str]] = []
    for pair in pairs:
        touching = [group for group in groups if not group.isdisjoint(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    return sorted(sorted(group) for group in groups)


def _suggestion(
    body: Body, group: Sequence[Candidate], reasons: Sequence[Reason], used: Collection[str]
) -> Suggestion:
    ordered = sorted(group, key=lambda one: (one.part[0], len(one.words), one.url))
    first = ordered[0]
    roles: list[Role] = ["primary", *(one.part[1] for one in ordered[1:])]
    names = {one.url: one.name for one in group}
    said = (
        _SAID[r.code].format(one=names[r.one], other=names[r.other], about=r.about) for r in reasons
    )
    return Suggestion(
        id=_free(slug_of("-".join(first.stem)) or slug_of(first.name) or body.id, body, used),
        name=first.name if len(first.stem) == len(first.words) else " ".join(first.stem).title(),
        body=body.id,
        parts=tuple(Part(one.url, role) for one, role in zip(ordered, roles, strict=True)),
        reasons=tuple(dict.fromkeys(said)),
    )


def _free(wanted: str, body: Body, used: Collection[str]) -> str:
    """Return an id that no product has: the wanted one, with the body's, with a number."""
    names = [wanted, f"{body.id}-{wanted}", *(f"{wanted}-{n}" for n in range(2, len(used) + 3))]
    return next(name for name in names if name not in used)


def _entry(suggestion: Suggestion) -> str:
    lines = [f"  # {reason}" for reason in suggestion.reasons]
    lines += [
        f"  - id: {_id(suggestion.id)}",
        f"    name: {_quoted(suggestion.name)}",
        f"    body: {_id(suggestion.body)}",
        "    catalog:",
        "      repos:",
    ]
    for part in suggestion.parts:
        address = json.dumps(part.url) if part.url.endswith(":") else part.url
        lines += [f"        - repo: {address}", f"          role: {part.role}"]
    return "\n".join(lines)


def _quoted(name: str) -> str:
    """Write a text in quotation marks, without what YAML cannot hold."""
    shown = "".join(c if c.isprintable() else " " for c in name)
    return json.dumps(shown, ensure_ascii=False)


def _id(slug: str) -> str:
    """Write an id so that YAML does not take it for a number or a truth value."""
    plain = slug[:1].isalpha() and slug not in _YAML_WORDS
    return slug if plain else json.dumps(slug)
