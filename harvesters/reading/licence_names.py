"""Licences by name, as people write them: ``MIT License``, ``GPL v3``, ``EUPL 1.2``."""

import re

from harvesters.reading.structured import words

_ANY = r"[\s,_-]{0,3}"
_V = rf"{_ANY}(?:version|v\.?)?{_ANY}"
_ZERO = r"(?:\.0)?(?!\.?\d)"
_GPL = rf"general{_ANY}public{_ANY}licen[sc]e"
_SHORT = rf"(?:{_ANY}\((?:gnu{_ANY})?[al]?gpl\))?"  # beside the full name
_LATER = rf"(?:\+|-or-later|{_ANY}or{_ANY}(?:\(at your option\){_ANY})?(?:any{_ANY})?later)"

# The first that matches the earliest place wins, so longer names stand before shorter ones.
_NAMES: tuple[tuple[str, str], ...] = (
    (rf"(?:gnu{_ANY})?(?:agpl|affero{_ANY}(?:{_GPL}|gpl)){_SHORT}{_V}3{_ZERO}", "AGPL-3.0"),
    (rf"(?:gnu{_ANY})?(?:lgpl|(?:lesser|library){_ANY}{_GPL}){_SHORT}{_V}3{_ZERO}", "LGPL-3.0"),
    (rf"(?:gnu{_ANY})?(?:lgpl|(?:lesser|library){_ANY}{_GPL}){_SHORT}{_V}2\.1", "LGPL-2.1"),
    (rf"(?:gnu{_ANY})?(?:gpl|{_GPL}){_SHORT}{_V}3{_ZERO}", "GPL-3.0"),
    (rf"(?:gnu{_ANY})?(?:gpl|{_GPL}){_SHORT}{_V}2{_ZERO}", "GPL-2.0"),
    (rf"(?:eupl|european union public licen[sc]e(?:{_ANY}\(?eupl\)?)?){_V}1\.2", "EUPL-1.2"),
    (rf"(?:eupl|european union public licen[sc]e(?:{_ANY}\(?eupl\)?)?){_V}1\.1", "EUPL-1.1"),
    (rf"apache(?:{_ANY}software)?(?:{_ANY}licen[sc]e)?{_V}2{_ZERO}", "Apache-2.0"),
    (rf"(?:mpl|mozilla{_ANY}public{_ANY}licen[sc]e){_V}2{_ZERO}", "MPL-2.0"),
    (rf"(?:epl|eclipse{_ANY}public{_ANY}licen[sc]e){_V}2{_ZERO}", "EPL-2.0"),
    (rf"bsd{_ANY}3{_ANY}clause|3{_ANY}clause(?:{_ANY}\([^()]{{1,30}}\))?{_ANY}bsd", "BSD-3-Clause"),
    (rf"bsd{_ANY}2{_ANY}clause|2{_ANY}clause{_ANY}bsd", "BSD-2-Clause"),
    (rf"(?:cc{_ANY}0|creative{_ANY}commons{_ANY}zero)(?:{_V}1(?:\.0)?)?", "CC0-1.0"),
    (rf"cc{_ANY}by{_ANY}sa{_V}4{_ZERO}", "CC-BY-SA-4.0"),
    (rf"cc{_ANY}by{_V}4{_ZERO}", "CC-BY-4.0"),
    (r"(?:the )?unlicense", "Unlicense"),
    (r"isc(?=[ -]licen[sc])", "ISC"),
    (r"(?:the )?(?:mit|expat)(?=\W*(?:licen[sc]|$|[.)\]*_,;|]))", "MIT"),
)  # fmt: skip
_NAMED = tuple((re.compile(rf"(?<![\w-]){name}", re.IGNORECASE), spdx) for name, spdx in _NAMES)
_EXACT = re.compile(rf"\s?{_LATER}", re.IGNORECASE)
_ONLY = re.compile(r"-only\b", re.IGNORECASE)
_ID = r"[( ]{0,4}[A-Za-z0-9.+-]{2,60}\){0,4}"
_IDENTIFIER = re.compile(
    rf"SPDX-License-Identifier:[ \t]{{0,4}}({_ID}(?: {{1,3}}(?:AND|OR|WITH) {{1,3}}{_ID}){{0,6}})"
)
_OF_PERSONS = re.compile(r"copyright|©|\(c\)|@", re.IGNORECASE)


def named_licence(text: str) -> str | None:
    """Return the SPDX id or expression that a text names first, None where it names none.

    Without -only or -or-later the family's id is returned: the text has not said.
    """
    text = text[:2000]
    if identifier := _IDENTIFIER.search(text):
        return identifier[1].strip()
    hits = [
        (m.start(), i, m.end(), spdx) for i, (p, spdx) in enumerate(_NAMED) if (m := p.search(text))
    ]
    if not hits:
        return None
    _, _, end, spdx = min(hits)
    return _with_suffix(spdx, text[end : end + 60])


def stated_licence(value: object) -> str | None:
    """Return a licence as metadata state it, None where they do not.

    Some hold the text itself with its notice: of what may name a person only the licence is kept.
    """
    said = words(value)
    return named_licence(said) if said and _OF_PERSONS.search(said) else said


def _with_suffix(spdx: str, rest: str) -> str:
    if "GPL" not in spdx:
        return spdx
    if _ONLY.match(rest):
        return f"{spdx}-only"
    return f"{spdx}-or-later" if _EXACT.match(rest) else spdx
