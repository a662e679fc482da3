"""What sort of thing a project is: kind, categories, the languages it speaks."""

from collections.abc import Sequence

from catalog.assemble.kinds import kind_of, of_software_type
from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import KIND, LIST, WORDS, Written
from catalog.models.curated import Kind
from catalog.models.evidence import Found
from catalog.models.project import Stated

_WORDLESS = frozenset({"site", "docs"})  # publiccode.yml has no softwareType for these


def kind_stated(primary: Sequence[Witness], written: Written, name: str) -> Stated[Kind]:
    """Publiccode.yml's softwareType, then what people say, then what the content shows.

    What content only shows is a guess, which a person's word outweighs; people also win where they
    say what publiccode.yml has no word for.
    """
    shown = [kind_of(w.facts, name) for w in primary][:1]
    typed = written.said("catalog.kind", KIND)
    typed += [kind for s in written.said("softwareType", WORDS) for kind in _as_kind(s)]
    stated = [s for s in shown if s.by == "publiccode"]
    ordered = [*stated, *typed, *(s for s in shown if s.by != "publiccode")]
    if typed and (typed[0].value in _WORDLESS or not stated):
        ordered = [*typed, *shown]
    ordered += [other for s in shown for other in s.overruled]
    found = settled(ordered, _correction(written))
    return found or Stated[Kind](value="app", by="content")


def _correction(written: Written) -> Stated[Kind] | None:
    typed = written.correction("softwareType", WORDS)
    return next(iter(_as_kind(typed)), None) if typed else None


def _as_kind(typed: Stated[str]) -> list[Stated[Kind]]:
    """Say as a kind what is typed as publiccode.yml's softwareType."""
    kind = of_software_type(typed.value)
    if kind is None:
        return []
    return [Stated[Kind](value=kind, by=typed.by, correction=typed.correction)]


def categories_of(primary: Sequence[Witness], written: Written) -> Stated[tuple[str, ...]] | None:
    """Publiccode.yml's list, then the one that people write."""
    said: list[Stated[tuple[str, ...]]] = []
    for witness in primary:
        seen = witness.publiccode
        said += witness.published(seen.categories if seen else None, "categories")
    said += written.said("categories", LIST)
    return settled(said, written.correction("categories", LIST), _has_the_same)


def languages_of(primary: Sequence[Witness], written: Written) -> Stated[tuple[str, ...]] | None:
    """Publiccode.yml's list, then those of translation files, then what people write."""
    path = "localisation.availableLanguages"
    said: list[Stated[tuple[str, ...]]] = []
    for witness in primary:
        seen = witness.publiccode
        said += witness.published(seen.languages if seen else None, path)
    for witness in primary:
        files = witness.facts.translations
        if isinstance(files, Found) and files.found.languages:
            example = next(iter(files.found.examples), None)
            said += witness.read(files.found.languages, example)
    said += written.said(path, LIST)
    return settled(said, written.correction(path, LIST), _has_the_same)


def _has_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return {word.casefold() for word in one} == {word.casefold() for word in other}
