"""What is kept of an advisory: its severity, since when it is public, whether there is a fix."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from cvss import CVSS2, CVSS3, CVSS4
from cvss.exceptions import CVSSError

from catalog.models.advisories import Advisory, Severity

_WORDS: dict[str, Severity] = {
    "NONE": "none", "LOW": "low", "MODERATE": "moderate", "MEDIUM": "moderate", "HIGH": "high",
    "CRITICAL": "critical",
}  # fmt: skip
_STANDARDS = {"CVSS_V2": CVSS2, "CVSS_V3": CVSS3, "CVSS_V4": CVSS4}
_LONGEST_VECTOR = 300
# Bounds of the scores (first.org/cvss/v4-0/specification-document, qualitative severity ratings).
_BOUNDS: tuple[tuple[float, Severity], ...] = (
    (9.0, "critical"), (7.0, "high"), (4.0, "moderate"), (0.1, "low"), (0.0, "none"),
)  # fmt: skip
_MALICIOUS = "MAL-"  # a package that is itself an attack: nobody rates it, nothing is worse


def kept(identifier: str, told: Mapping[str, Any], modified: str) -> Advisory:
    """Keep what is needed of an advisory; nothing of its texts."""
    return Advisory(
        modified=modified,
        severity="critical" if identifier.startswith(_MALICIOUS) else _severity(told),
        published=_day(told.get("published")),
        fixed=any("fixed" in event for event in _events(told)),
        aliases=tuple(sorted({a for a in _list(told, "aliases") if isinstance(a, str)}))[:20],
    )


def _severity(told: Mapping[str, Any]) -> Severity | None:
    """Return the database's own word, else what the vectors give; the worst where they differ."""
    word = _mapping(told.get("database_specific")).get("severity")
    if isinstance(word, str) and word.upper() in _WORDS:
        return _WORDS[word.upper()]
    scores = [score for row in _vectors(told) if (score := _score(row)) is not None]
    return next((name for least, name in _BOUNDS if scores and max(scores) >= least), None)


def _vectors(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for place in (told, *_mappings(told, "affected")):
        yield from _mappings(place, "severity")


def _score(row: Mapping[str, Any]) -> float | None:
    standard, vector = _STANDARDS.get(str(row.get("type"))), row.get("score")
    if standard is None or not isinstance(vector, str) or len(vector) > _LONGEST_VECTOR:
        return None
    try:
        return float(standard(vector).scores()[0])
    except (CVSSError, ValueError, KeyError, TypeError):
        return None


def _events(told: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for affected in _mappings(told, "affected"):
        for span in _mappings(affected, "ranges"):
            yield from _mappings(span, "events")


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def _list(told: Mapping[str, Any], key: str) -> list[Any]:
    value = told.get(key)
    return value if isinstance(value, list) else []


def _mappings(told: Mapping[str, Any], key: str) -> Iterator[Mapping[str, Any]]:
    return (one for one in _list(told, key) if isinstance(one, dict))


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
