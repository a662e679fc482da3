"""Which entry of the catalogue a person means: by name, id or the address of its page."""

import difflib
import re
from collections.abc import Iterable, Mapping

from catalog.intake.answers import Answers
from catalog.intake.lacking import Code
from catalog.intake.plain import slug
from catalog.models.curated import Body, Call

LONGEST = 120
_CLOSE = 0.75
_VERY_CLOSE = 0.93  # "Alingsas komun" for "Alingsås kommun"


def find_body(
    answers: Answers, question: str, bodies: Iterable[Body], *, may_be_new: bool = False
) -> Body | None:
    """Return the body that is meant; None where it is not known, which is noted.

    Where it may be new, it is noted only if its name could be taken for one that is there.
    """
    known = {b.id: b for b in bodies}
    names = {b.id: [b.name, *([b.name_en] if b.name_en else [])] for b in known.values()}
    if may_be_new and not any(matching(answers.given(question), names, _VERY_CLOSE)):
        return None
    return known.get(_find(answers, question, names, "unknown-body") or "")


def find_call(answers: Answers, question: str, calls: Iterable[Call]) -> Call | None:
    """Return the call that is meant; None where it is not known, which is noted."""
    known = {c.id: c for c in calls}
    names = {
        c.id: [c.title] if isinstance(c.title, str) else list(c.title.values())
        for c in known.values()
    }
    return known.get(_find(answers, question, names) or "")


def _find(
    answers: Answers, question: str, names: Mapping[str, list[str]], unknown: Code = "unknown"
) -> str | None:
    """Find an id by itself or by a name, both compared as ids are made of names."""
    given = answers.line(question)
    if not given:
        return None
    found, near = matching(given, names)
    if len(found) == 1:
        return found[0]
    answers.lack("ambiguous" if found else unknown, question, tuple(found or near))
    return None


def matching(
    given: str, names: Mapping[str, list[str]], closeness: float = _CLOSE
) -> tuple[list[str], list[str]]:
    """Return the ids that are called this, and the names that resemble it."""
    wanted = _key(given)
    if not wanted:
        return [], []
    if wanted in names:
        return [wanted], []
    called = {name: slug(name) for several in names.values() for name in several}
    found = [i for i, several in names.items() if any(called[n] == wanted for n in several)]
    by_key = {key: name for name, key in called.items()}
    close = [] if found else difflib.get_close_matches(wanted, by_key, n=3, cutoff=closeness)
    return found, [by_key[key] for key in close]


def _key(given: str) -> str:
    """Return the id that a name, or the last step of an address, would have."""
    is_address = given.startswith(("https://", "http://"))
    step = re.split("[?#]", given)[0].rstrip("/").rpartition("/")[2] if is_address else given
    return slug(step[:LONGEST])
