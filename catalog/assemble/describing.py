"""What a project is, in words: short, at length, features, documentation, a language at a time."""

from collections.abc import Iterator, Sequence

from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import ADDRESS, LIST, WORDS, Written
from catalog.models.curated import Language
from catalog.models.facts import DescribedSeen
from catalog.models.project import Stated
from catalog.models.verdict import Cite

LANGUAGES: tuple[Language, ...] = ("sv", "en")


def short_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Publiccode.yml's sentence, then the one that people write.

    The forge's own line names no language, so it cannot overrule either.
    """
    found = {}
    for language in LANGUAGES:
        said = [
            s
            for w in primary
            for d in _in(w, language)
            for s in w.published(d.short, f"description.{d.language}")
        ]
        path = f"description.{language}.shortDescription"
        said += written.said(path, WORDS)
        found[language] = settled(said, written.correction(path, WORDS))
    return {language: stated for language, stated in found.items() if stated}


def long_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Tell what people write; publiccode.yml's long text is not kept, so it is pointed to."""
    found = {}
    for language in LANGUAGES:
        path = f"description.{language}.longDescription"
        stated = settled(written.said(path, WORDS), written.correction(path, WORDS))
        if stated:
            there = tuple(_places(primary, language, "long"))
            found[language] = stated.model_copy(update={"also": there})
    return found


def features_of(
    primary: Sequence[Witness], written: Written
) -> dict[Language, Stated[tuple[str, ...]]]:
    """Tell what people write; publiccode.yml's features are pointed to, likewise."""
    found = {}
    for language in LANGUAGES:
        path = f"description.{language}.features"
        stated = settled(written.said(path, LIST), written.correction(path, LIST))
        if stated:
            there = tuple(_places(primary, language, "features"))
            found[language] = stated.model_copy(update={"also": there})
    return found


def documentation_of(primary: Sequence[Witness], written: Written) -> dict[Language, Stated[str]]:
    """Publiccode.yml's link, then the one that people write."""
    found = {}
    for language in LANGUAGES:
        said = [
            s
            for w in primary
            for d in _in(w, language)
            for s in w.published(d.documentation, f"description.{d.language}")
        ]
        path = f"description.{language}.documentation"
        said += written.said(path, ADDRESS)
        found[language] = settled(said, written.correction(path, ADDRESS))
    return {language: stated for language, stated in found.items() if stated}


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
