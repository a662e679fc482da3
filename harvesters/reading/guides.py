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
    written = [(li.number, li.plain) for li in lines if li.kind in {"text", "item", "heading"}]
    asked = ((n, text) for n, text in written if _AGREEMENT.search(text))
    return GuideSeen(
        welcome_line=next((n for n, text in written if _WELCOME.search(text)), None),
        review_line=next((n for n, text in written if _says_how(text)), None),
        agreement_line=next((n for n, text in asked if not _NONE_ASKED.search(text)), None),
    )


def _says_how(text: str) -> bool:
    """Tell a sentence on review from a heading, or from words that only lead to one."""
    return len(text.split()) >= FEWEST_WORDS and bool(_REVIEW.search(text))


def section(found: list[Section]) -> GuideSeen | None:
    """Return what the first long section on contributing says; None where there is none."""
    told = sections.contributing(found)
    return guide((told.heading, *told.body)) if told else None
