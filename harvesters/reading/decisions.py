"""Who decides where a project is going: a role or a body, named together with what it decides."""

import re
from collections.abc import Iterable

from harvesters.reading.markup import Line
from harvesters.reading.sections import Section

LONGEST_SECTION = 120  # lines

_GOVERNANCE = re.compile(
    r"\b(?:governance|decision[- ]making|steering|project (?:leadership|organi[sz]ation)"
    r"|styrning|styrgrupp|beslut(?:sordning|sprocess)?|styregruppe?|koordinations?gruppe?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:(?:core |lead |project )?maintainers?|core (?:team|group)|steerco|tsc|bdfl"
    r"|(?:steering|technical|governing|advisory|product|project|governance|executive|change"
    r"|oversight|management) (?:committee|board|council|group|team)"
    r"|pro(?:duct|ject) (?:owner|manager|lead(?:er)?)s?|working group|community council"
    r"|codebase stewards?|(?:styr|förvaltnings|besluts|arbets|projekt)grupp(?:en)?"
    r"|produktägare(?:n)?|(?:förvaltnings|projekt)ledare(?:n)?|produktråd(?:et)?"
    r"|styrelse(?:n)?|förvaltarna|(?:styre|koordinations?|ejer|projekt)gruppe(?:n)?"
    r"|produktejer(?:en)?|produkteier(?:en)?|ohjausryhmä|tuoteomistaja)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"\b(?:decid(?:e|es|ed|ing)|decisions?|final (?:say|word|authority)|votes?|voting|consensus"
    r"|approv(?:e|es|al)|prioriti[sz](?:e|es|ing|ation)"
    r"|set(?:s|ting)? the (?:direction|roadmap|priorities)"
    r"|(?:responsible|accountable) for (?:the )?(?:\w{1,20} ){0,3}"
    r"(?:direction|roadmap|priorit\w{1,8}|decisions?|vision|strategy)"
    r"|beslut(?:ar|et|en|as)?|avgör|prioriterar|prioritering(?:en|ar)?|röstar|godkänner"
    r"|bestämmer|beslutter|beslutning(?:er|en)?|prioriterer|godkender|bestemmer|päättää)\b",
    re.IGNORECASE,
)


def decides_line(found: list[Section], lines: list[Line], *, whole: bool) -> int | None:
    """Return the line that names a role or body together with what it decides.

    ``whole``: all of the text is on governance; else only sections that are headed so.
    """
    if whole:
        return _decides(lines)
    headed = (s for s in found if _GOVERNANCE.search(s.heading.plain))
    named = (_decides(section.body[:LONGEST_SECTION]) for section in headed)
    return next((line for line in named if line), None)


def _decides(lines: Iterable[Line]) -> int | None:
    """Find who and what within a line and the one that goes on from it, or under one heading."""
    heading, before = None, None
    for line in lines:
        if line.kind == "heading":
            heading = line if _WHO.search(line.plain) else None
        if line.kind not in {"text", "item"}:
            before = None
            continue
        plain = line.plain
        if _DECIDES.search(plain) and heading is not None:
            return heading.number
        together = f"{before.plain} {plain}" if before and line.kind == "text" else plain
        if _WHO.search(together) and _DECIDES.search(together):
            return line.number if _WHO.search(plain) or not before else before.number
        before = line
    return None
