"""Under which licence a project is said to be."""

import re
from collections.abc import Sequence

from catalog.assemble.settling import Witness, settled
from catalog.assemble.written import WORDS, Written
from catalog.models.evidence import Found
from catalog.models.project import Stated

_PATH = "legal.license"
_SUFFIX = re.compile(r"-(?:only|or-later)\b|\+", re.IGNORECASE)


def licence_of(primary: Sequence[Witness], written: Written) -> Stated[tuple[str, ...]] | None:
    """Publiccode.yml, then the licence texts in the root, then what people write.

    A forge's guess and a README's mention license nothing by themselves: they are told where they
    differ. Whether packages and headers agree is what check LIC-2 asks.
    """
    said = [s for w in primary for s in w.published(_one(w), _PATH)]
    said += [s for w in primary for s in _texts(w)]
    said += [_many(s) for s in written.said(_PATH, WORDS)]
    typed = written.correction(_PATH, WORDS)
    correction = _many(typed) if typed else None
    if not said and not correction:
        return None
    hints = [s for w in primary for s in (*_readmes(w), *w.listed(_detected(w)))]
    return settled([*said, *hints], correction, _is_one_licence)


def _one(witness: Witness) -> tuple[str, ...] | None:
    named = witness.publiccode.licence if witness.publiccode else None
    return (named,) if named else None


def _texts(witness: Witness) -> list[Stated[tuple[str, ...]]]:
    """Say the licences whose texts stand in the root, all of them together."""
    texts = witness.facts.licences
    root = (
        [t for t in texts.found if "/" not in t.path and t.spdx] if isinstance(texts, Found) else []
    )
    named = tuple(dict.fromkeys(t.spdx for t in root if t.spdx))
    return witness.read(named, root[0].path) if root else []


def _readmes(witness: Witness) -> list[Stated[tuple[str, ...]]]:
    readmes = witness.facts.readmes
    said: list[Stated[tuple[str, ...]]] = []
    for readme in readmes.found if isinstance(readmes, Found) else ():
        named = (readme.licence,) if readme.licence else None
        said += witness.read(named, readme.path, readme.licence_line)
    return said


def _detected(witness: Witness) -> tuple[str, ...] | None:
    named = witness.about.licence if witness.about else None
    return (named,) if named else None


def _many(stated: Stated[str]) -> Stated[tuple[str, ...]]:
    return Stated[tuple[str, ...]](
        value=(stated.value,), by=stated.by, cite=stated.cite, correction=stated.correction
    )


def _is_one_licence(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two sets of licences are one, whatever is said of later versions."""
    return _bare(one) == _bare(other)


def _bare(licences: tuple[str, ...]) -> set[str]:
    return {_SUFFIX.sub("", licence).lower() for licence in licences}
