"""Guides to contributing: what is welcome, how changes are reviewed, which agreement is asked."""

import re
from typing import Any

from harvesters.reading.markup import Line, plain

FEWEST_WORDS = 25  # shorter, it only points elsewhere

_LINKED = re.compile(r"!?\[[^\]]{0,300}\](?:\([^)]{0,500}\)|\[[^\]]{0,200}\])")
_REVIEW = re.compile(
    r"\b(?:review(?:s|ed|er|ers|ing)?|approv(?:al|als|ed|es|e)|sign[- ]?offs?"
    r"|granska\w{0,8}|granskning\w{0,4}|godkänn\w{0,6}|godkend\w{0,6}|godkjenn\w{0,6}|gjennomg\w{0,6}"
    r"|vurder\w{0,6}|beoordel\w{0,6}|goedgekeurd|revis(?:ione|ione|ado|ada|ión)|approvazione"
    r"|überprüf\w{0,4}|katselmoi\w{0,8}|hyväksy\w{0,8})\b",
    re.IGNORECASE,
)
_OF_CHANGES = re.compile(
    r"\b(?:pull[- ]?requests?|merge[- ]?requests?|prs?|mrs?|contributions?|changes?|code|commits?"
    r"|patch(?:es)?|we|team|maintainers?|committers?|core|someone|developers?|ändring\w{0,6}|bidrag\w{0,4}"
    r"|vi|wijziging\w{0,4}|modific\w{0,6}|contribu\w{0,8})\b",
    re.IGNORECASE,
)
_NO_REVIEW = re.compile(
    r"\b(?:not|unable|never|no) (?:be )?(?:able )?(?:to )?(?:\w+ )?(?:review|approv)", re.IGNORECASE
)
_AGREEMENT = re.compile(
    r"\bCLA\b|(?i:contribut(?:or|ors|ion)(?:'s|s')? licen[sc]e agreement"
    r"|copyright (?:assignment|transfer)|\b(?:assign|transfer)(?:s|ing)? (?:\w+ ){0,4}copyright"
    r"|överlåt\w{0,4} (?:\w+ ){0,4}upphovsrätt)"
)
_NO_AGREEMENT = re.compile(
    r"\b(?:no|not|without|don't|doesn't|never|ingen|inte|utan)\b", re.IGNORECASE
)


def seen(lines: list[Line]) -> dict[str, Any]:
    """Say what a guide shows: its words, and the lines on review and on an agreement."""
    told = [line for line in lines if line.kind in {"text", "item"}]
    return {
        "words": sum(len(line.plain.split()) for line in told),
        "review_line": next((line.number for line in told if _is_on_review(line.text)), None),
        "agreement_line": next((line.number for line in told if _asks(line.plain)), None),
    }


def _is_on_review(text: str) -> bool:
    """Tell whether a sentence itself says how changes are reviewed; a link's words only point."""
    words = plain(_LINKED.sub(" ", text))
    return bool(_REVIEW.search(words) and _OF_CHANGES.search(words)) and not _NO_REVIEW.search(
        words
    )


def _asks(words: str) -> bool:
    return bool(_AGREEMENT.search(words)) and not _NO_AGREEMENT.search(words)
