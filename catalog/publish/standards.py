"""Where the other models that a check corresponds to can be read. Only public addresses."""

from typing import NamedTuple

_PUBLIC_CODE = "https://standard.publiccode.net/criteria/{}.html"
_CRITERIA = {
    "1": "code-in-the-open",
    "2": "bundle-policy-and-source-code",
    "3": "make-the-codebase-reusable-and-portable",
    "4": "welcome-contributors",
    "5": "make-contributing-easy",
    "6": "maintain-version-control",
    "7": "require-review-of-contributions",
    "8": "document-codebase-objectives",
    "9": "document-the-code",
    "10": "use-plain-english",
    "11": "use-open-standards",
    "12": "use-continuous-integration",
    "13": "publish-with-an-open-license",
    "14": "make-the-codebase-findable",
    "15": "use-a-coherent-style",
    "16": "document-codebase-maturity",
}
_ADDRESSES = {
    "backstage": "https://backstage.io/docs/features/software-catalog/descriptor-format",
    "chaoss": "https://chaoss.community/",
    "cra": "https://eur-lex.europa.eu/eli/reg/2024/2847/oj",
    "digg": "https://diggsweden.github.io/opensource-docs/",
    "eu": "https://interoperable-europe.ec.europa.eu/eu-oss-catalogue",
    "iea": "https://eur-lex.europa.eu/eli/reg/2024/903/oj",
    "it": "https://docs.italia.it/italia/developers-italia/lg-acquisizione-e-riuso-software-per-pa-docs/",
    "opencode": "https://opencode.de/",
    "os2": "https://www.os2.eu/",
    "ospsb": "https://baseline.openssf.org/",
    "publiccode": "https://yml.publiccode.tools/schema.core.html",
    "reuse": "https://reuse.software/spec/",
    "scorecard": "https://github.com/ossf/scorecard/blob/main/docs/checks.md",
    "spc": "https://standard.publiccode.net/",
}


class Clause(NamedTuple):
    """A part of another model's clause, and where it is read; None where it has no address."""

    text: str
    href: str | None


def address(standard: str) -> str | None:
    """Return where another model can be read."""
    return _ADDRESSES.get(standard)


def clauses(standard: str, text: str) -> tuple[Clause, ...]:
    """Split what corresponds into clauses with addresses, where each has one of its own."""
    if standard == "spc":
        parts = [part.strip() for part in text.split(",")]
        return tuple(Clause(part, _criterion(part)) for part in parts)
    return (Clause(text, None),)


def _criterion(number: str) -> str | None:
    name = _CRITERIA.get(number)
    return _PUBLIC_CODE.format(name) if name else None
