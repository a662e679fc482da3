"""Where a project is going: sections that say what is planned, or that lead to where it is said.

A plan that is only linked counts where the link leads to something in the tree, and where it names
a heading, to a heading that is there. Boards, milestones and sites are not opened.
"""

import re
from collections.abc import Iterable, Iterator

from catalog.models.facts import Lead
from harvesters.reading.contents import Contents
from harvesters.reading.leading import leads
from harvesters.reading.listing import Entry
from harvesters.reading.markup import Line
from harvesters.reading.sections import Section

FEWEST_WORDS = 8  # of a plan that is no list
LONGEST_SECTION = 120  # lines

_ROADMAP = re.compile(
    r"\W{0,9}(?:(?:project|product|public|our|the|development|vår) )?(?:road ?maps?"
    r"(?:[.:] .{1,80})?|färdplan(?:en)?"
    r"|utvecklingsplan(?:en)?|veikart(?:et)?|køreplan(?:en)?|tiekartta"
    r"|planned (?:features|work|releases|changes)|planerad(?:e|ad)? (?:funktioner|utveckling)"
    r"|kommande (?:funktioner|utveckling|versioner)|(?:future|framtida) (?:plans?|work|development"
    r"|features|planer|utveckling))\W{0,9}$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^\W{0,9}(?:feature|nested feature|funktion) ?\d?\W{0,3}$|\b(?:tbd|tba|todo|lorem ipsum)\b"
    r"|\badd this here\b"
    r"|^\W{0,9}if you have a road ?map\b|coming soon|kommer snart"
    r"|add (?:changelog|back to top links|additional templates)"
    r"|multi-language support$|^\W{0,9}(?:chinese|spanish)\W{0,3}$",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\]\(\s{0,3}<?([^)\s>]{1,500})|<(https?://[^>\s]{1,500})>|(https?://[^\s)>\]]{1,500})"
)
_ALL_ISSUES = re.compile(r"/issues/?(?:[?#]|$)(?!.{0,200}(?:label|milestone))", re.IGNORECASE)
_LINK = re.compile(
    r"<a\b[^>]{0,500}>[^<]{0,300}(?:</a>)?|!?\[[^\]]{0,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])?",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"<[^>]{0,500}>|https?://\S{1,500}|[^\w\s]")
_REFERRED = re.compile(r"\[[^\]]{1,100}\]\[([^\]]{1,100})\]")
_DEFINED = re.compile(r"\s{0,3}\[([^\]]{1,100})\]:\s{1,9}<?([^\s>]{1,500})")


def roadmap(
    found: list[Section], lines: list[Line], contents: Contents | None, entry: Entry
) -> tuple[int | None, Lead | None]:
    """Return the line of a section on what is planned, and where it leads if it only leads."""
    led: tuple[int, Lead] | None = None
    defined = dict(_definitions(lines))
    for section in found:
        if not _ROADMAP.match(section.heading.plain):
            continue
        if _says_what(section):
            return section.heading.number, None
        for address in _links(section, defined):
            if _ALL_ISSUES.search(address):  # what a template leaves there; no plan
                continue
            lead: Lead = leads(address, contents, entry) if contents else "elsewhere"
            if led is None or (lead == "here" and led[1] != "here"):
                led = section.heading.number, lead
    return led or (None, None)


def _says_what(section: Section) -> bool:
    """Tell whether there is a list, or prose, of what is planned: no links, no template's."""
    lines = [li for li in section.body[:LONGEST_SECTION] if li.kind in {"text", "item"}]
    words = [
        (li.kind, " ".join(_bare(li).split()))
        for li in lines
        if not _PLACEHOLDER.search(li.plain) and not _DEFINED.match(li.text)
    ]
    items = [text for kind, text in words if kind == "item" and len(text) > 3]  # noqa: PLR2004
    prose = sum(len(text.split()) for kind, text in words if kind == "text")
    leads_on = any(_TARGET.search(li.text) or _REFERRED.search(li.text) for li in lines)
    return bool(items) or (prose >= FEWEST_WORDS and not leads_on)


def _bare(line: Line) -> str:
    """Return a line's words without those that are links, and without markup."""
    return _NO_WORD.sub(" ", _LINK.sub(" ", line.text))


def _links(section: Section, defined: dict[str, str]) -> Iterator[str]:
    for line in section.body[:LONGEST_SECTION]:
        for found in _TARGET.finditer(line.text):
            address = next(group for group in found.groups() if group)
            if address.strip("#/"):  # what a template leaves where a link is to be
                yield address
        for found in _REFERRED.finditer(line.text):
            if address := defined.get(found[1].lower()):
                yield address


def _definitions(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if found := _DEFINED.match(line.text):
            yield found[1].lower(), found[2]
