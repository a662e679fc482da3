"""What a guide for contributors says: what is welcome, how it is reviewed, what it asks to sign."""

import re
from collections.abc import Iterable

from catalog.models.facts import GuideSeen
from harvesters.reading import sections
from harvesters.reading.markup import Line
from harvesters.reading.sections import Section

FEWEST_WORDS = 6  # of a sentence that says how review works

_WELCOME = re.compile(
    r"\b(?:(?:pull|merge) requests?|patch(?:es)?|bug reports?|contributions?|feature requests?"
    r"|translations?|ideas?|suggestions?|bidrag|ändringsförfrågning\w{0,4}|buggrapport\w{0,4}"
    r"|förslag|rättningar|felrapport\w{0,4}|issues?)\b.{0,80}?\b(?:welcomed?|appreciated|encouraged"
    r"|accept(?:ed)?|happy|välkom\w{1,6}|uppskatta\w{0,3}|tar emot|velkomm\w{1,4})\b"
    r"|\b(?:we (?:welcome|accept|encourage|appreciate|love)|vi (?:välkomnar|tar emot|uppskattar)"
    r"|welcome to (?:report|contribute|open|submit|make|send|fork|suggest|help|use|join|create)"
    r"|välkommen att (?:bidra|rapportera|skicka|föreslå|delta)"
    r"|find an issue|(?:looking|interested|willing|want) (?:to|in) (?:help|contribut\w{1,4})"
    r"|gärna (?:bidrag|förslag|ändring\w{0,4})"
    r"|feel free to|ways (?:to|you can) contribute|what (?:you can|to) contribute)\b"
    r"|\b(?:report(?:ing)?|file|filing|rapportera) (?:a |an |any |en |ett )?"
    r"(?:bugs?|issues?|buggar?|fel)\b"
    r"|\b(?:suggest(?:ing)?|request(?:ing)?|propos(?:e|ing)|föreslå) (?:a |an |new |en |nya )?"
    r"(?:features?|enhancements?|changes?|funktion\w{0,4}|ändring\w{0,4})\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(?:review(?:ed|ers?|ing| process)|(?:code|peer|a|for|under|our|in) review"
    r"|reviews? (?:your|all|of|pull|merge|changes?|prs?)|approv(?:al|als|ed|es)"
    r"|maintainers? (?:will|may|merges?|looks?)|(?:be|is|are) merged|granska(?:r|s|re|ren|d|de)?"
    r"|granskning\w{0,3}|kodgranskning\w{0,3}|godkänn(?:a|er|s|ande)|gjennomgås|gennemgås)\b",
    re.IGNORECASE,
)
_AGREEMENT = re.compile(
    r"\b(?:clas?|contribut(?:or|ion)s?'? licen[cs]e agreements?|contributor agreements?"
    r"|(?:copyright|rights?) (?:assignment|transfer)"
    r"|(?:assign(?:s|ing)?|transfer)(?: of)?(?: the| your| all| any){0,2}"
    r" (?:copyrights?|rights|ownership)"
    r"|överlåt\w{0,5} (?:\w{1,20} ){0,3}(?:upphovsrätt\w{0,3}|rättighet\w{0,4}))\b",
    re.IGNORECASE,
)
_NONE_ASKED = re.compile(r"\b(?:no|not|without|don't|ingen|inte|utan|inget)\b", re.IGNORECASE)


def guide(lines: Iterable[Line]) -> GuideSeen:
    """Return the lines on which a guide says each."""
    lines = list(lines)
    written = [(li.number, li.plain) for li in lines if li.kind in {"text", "item", "heading"}]
    asked = ((n, text) for n, text in written if _AGREEMENT.search(text))
    return GuideSeen(
        words=sum(len(li.plain.split()) for li in lines if li.kind in {"text", "item"}),
        welcome_line=next((n for n, text in written if _WELCOME.search(text)), None),
        review_line=next((n for n, text in written if _says_how(text)), None),
        agreement_line=next((n for n, text in asked if not _NONE_ASKED.search(text)), None),
    )


def _says_how(text: str) -> bool:
    """Tell a sentence on review from a heading, or from words that only lead to one."""
    return len(text.split()) >= FEWEST_WORDS and bool(_REVIEW.search(text))


def section(found: list[Section]) -> GuideSeen | None:
    """Return what the section on contributing says; None where there is none."""
    line = contributing_line(found)
    headed = (s for s in found if s.heading.number == line)
    return next((guide((s.heading, *s.body)) for s in headed), None)


def contributing_line(found: list[Section]) -> int | None:
    """Return the line of a section on contributing: long, a list of ways, or words of welcome."""
    headed = [section for section, _ in sections.headed(found, "contributing")]
    long = (s for s in headed if s.words >= sections.FEWEST_WORDS)
    short = (s for s in headed if _invites(s))
    chosen = next(long, None) or next(short, None)
    return chosen.heading.number if chosen else None


def _invites(section: Section) -> bool:
    ways = sum(line.kind == "item" for line in section.body)
    welcomed = any(_WELCOME.search(li.plain) for li in section.body if li.kind in {"text", "item"})
    return welcomed or ways >= sections.FEWEST_PARTS
