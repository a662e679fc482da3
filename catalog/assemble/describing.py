"""What a project is, in words: short, at length, features, documentation, a language at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from pydantic import TypeAdapter

from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import ADDRESS, LIST, WORDS, Written
from catalog.models.curated import Language
from catalog.models.facts import DescribedSeen
from catalog.models.project import Stated
from catalog.models.verdict import Cite

T = TypeVar("T")

LANGUAGES: tuple[Language, ...] = ("sv", "en")


def short_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Publiccode.yml's sentence, then the one that people write.

    The forge's own line names no language, so it cannot overrule either.
    """
    return _read_first(primary, written, "shortDescription", WORDS, lambda d: d.short)


def documentation_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Publiccode.yml's link, then the one that people write."""
    return _read_first(primary, written, "documentation", ADDRESS, lambda d: d.documentation)


def long_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Tell what people write; publiccode.yml's long text is not kept, so it is pointed to."""
    return _pointed_to(primary, written, "longDescription", WORDS, "long")


def features_of(
    primary: Sequence[Witness], written: Written
) -> dict[Language, Stated[tuple[str, ...]]]:
    """Tell what people write; publiccode.yml's features are pointed to, likewise."""
    return _pointed_to(primary, written, "features", LIST, "features")


def _read_first(
    primary: Sequence[Witness],
    written: Written,
    key: str,
    adapter: TypeAdapter[str],
    of: Callable[[DescribedSeen], str | None],
) -> dict[Language, Stated[str]]:
    found = {}
    for language in LANGUAGES:
        path = f"description.{language}.{key}"
        said = [
            s
            for w in primary
            for d in _in(w, language)
            for s in w.published(of(d), f"description.{d.language}")
        ]
        said += written.said(path, adapter)
        found[language] = settled(said, written.correction(path, adapter))
    return {language: stated for language, stated in found.items() if stated}


def _pointed_to(
    primary: Sequence[Witness], written: Written, key: str, adapter: TypeAdapter[T], part: str
) -> dict[Language, Stated[T]]:
    found = {}
    for language in LANGUAGES:
        path = f"description.{language}.{key}"
        stated = settled(written.said(path, adapter), written.correction(path, adapter))
        if stated:
            there = tuple(_places(primary, language, part))
            found[language] = stated.model_copy(update={"also": there})
    return found


def _in(witness: Witness, language: Language) -> list[DescribedSeen]:
    """Return its descriptions in a language, ``sv`` before ``sv-FI``."""
    seen = witness.publiccode.described if witness.publiccode else ()
    fitting = (d for d in seen if d.language.lower().partition("-")[0] == language)
    return sorted(fitting, key=lambda d: len(d.language))[:1]


def _places(primary: Sequence[Witness], language: Language, part: str) -> Iterator[Cite]:
    for witness in primary:
        for described in _in(witness, language):
            if witness.publiccode and getattr(described, part):
                line = witness.publiccode.lines.get(f"description.{described.language}")
                yield witness.cite(witness.publiccode.path, line)
