"""Private channels for reports of vulnerabilities: where a text names one."""

import re

from harvesters.reading.markup import Line
from harvesters.reading.sections import Section

MAILBOX = re.compile(r"\b(?!git@)[\w.+-]{1,64}(?:@| ?\[at\] ?|\(at\))[\w-]{1,63}\.[\w.-]{2,80}")
_PRIVATE = re.compile(
    r"hackerone\.com|bugcrowd\.com|/security/advisories|/\S{0,60}(?:security|sakerhet"
    r"|report)\S{0,60}form"
    r"|private(?:ly)? (?:vulnerability )?report|report a vulnerability|security advisor"
    r"|privat sårbarhets|https?://\S{0,120}(?:vulnerability|responsible|coordinated)-disclosure"
    r"|/security\.txt\b|security\.drupal\.org|^\s*contact:\s*(?:mailto:|https://|tel:)"
    r"|e-?post(?:a|adress)?\b.{0,60}\bsäkerhet",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(r"@(?:example|your-?domain|domain)\.|\[insert", re.IGNORECASE)
_ON_SECURITY = re.compile(
    r"\b(?:security|vulnerabilit(?:y|ies)|säkerhet\w{0,8}|sårbarhet\w{0,6}|sikkerhed\w{0,6}"
    r"|sikkerhet\w{0,6}|veiligheid|sicurezza|seguridad|sécurité)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:report|disclos|vulnerab|found|discover|issue|bug|rapporter|anmäl|brist|sårbar)\w{0,8}",
    re.IGNORECASE,
)


def channel(lines: list[str], *, policy: bool) -> int | None:
    """Find a channel; a mailbox counts in a policy only, elsewhere it is for questions."""
    channels = (MAILBOX, _PRIVATE) if policy else (_PRIVATE,)
    for number, line in enumerate(lines, 1):
        named = any(pattern.search(line) for pattern in channels)
        if named and not _PLACEHOLDER.search(line):
            return number
    return None


def channel_in_section(found: list[Section]) -> int | None:
    """Find a channel in a section on reporting vulnerabilities, of a text on other things too."""
    for section in found:
        heading = section.heading.plain
        on_reports = any(_REPORTED.search(line.plain) for line in (section.heading, *section.body))
        if _ON_SECURITY.search(heading) and on_reports:
            named = next((line.number for line in section.body[:40] if _names(line)), None)
            if named:
                return named
    return None


def _names(line: Line) -> bool:
    found = MAILBOX.search(line.text) or _PRIVATE.search(line.text)
    return bool(found) and line.kind != "code" and not _PLACEHOLDER.search(line.text)
