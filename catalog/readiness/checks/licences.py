"""Licences as ids, families and statements: which are open, which agree, which are defaults."""

import re
from functools import lru_cache
from typing import Any, Literal, NamedTuple, TypeAlias

from catalog.models.curated import Kind

Suffix: TypeAlias = Literal["only", "or-later"]

# Approved by OSI, or free by the FSF's list. GNU licences stand without -only and -or-later.
_OPEN = frozenset(
    """
    0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 APL-1.0 APSL-1.0 APSL-1.1
    APSL-1.2 APSL-2.0 Apache-1.0 Apache-1.1 Apache-2.0 Artistic-1.0 Artistic-1.0-Perl
    Artistic-1.0-cl8 Artistic-2.0 BSD-1-Clause BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause
    BSD-3-Clause-Clear BSD-3-Clause-LBNL BSD-4-Clause BSL-1.0 BlueOak-1.0.0 CAL-1.0 CATOSL-1.1
    CC0-1.0 CDDL-1.0 CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C CERN-OHL-P-2.0 CERN-OHL-S-2.0
    CERN-OHL-W-2.0 CNRI-Python CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ClArtistic Condor-1.1 ECL-1.0 ECL-2.0
    EFL-1.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.0 EUPL-1.1 EUPL-1.2 Entessa FSFAP FTL Fair
    Frameworx-1.0 GPL-1.0 GPL-2.0 GPL-3.0 HPND ICU IJG IPA IPL-1.0 ISC Imlib2 Intel Jam LGPL-2.0
    LGPL-2.1 LGPL-3.0 LPL-1.0 LPL-1.02 LPPL-1.2 LPPL-1.3a LPPL-1.3c LiLiQ-P-1.1 LiLiQ-R-1.1
    LiLiQ-Rplus-1.1 MIT MIT-0 MIT-Modern-Variant MPL-1.0 MPL-1.1 MPL-2.0
    MPL-2.0-no-copyleft-exception MS-PL MS-RL MirOS Motosoto MulanPSL-2.0 Multics NASA-1.3 NCSA
    NGPL NPL-1.0 NPL-1.1 NPOSL-3.0 NTP Naumen Nokia OCLC-2.0 OFL-1.0 OFL-1.1 OGTSL OLDAP-2.3
    OLDAP-2.7 OLDAP-2.8 OLFL-1.3 OSC-1.0 OSET-PL-2.1 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0
    OpenSSL PHP-3.0 PHP-3.01 PostgreSQL Python-2.0 Python-2.0.1 QPL-1.0 RPL-1.1 RPL-1.5 RPSL-1.0
    RSCPL Ruby SGI-B-2.0 SISSL SMLNJ SPL-1.0 SimPL-2.0 Sleepycat UCL-1.0 UPL-1.0 Unicode-3.0
    Unicode-DFS-2016 Unlicense VSL-1.0 Vim W3C W3C-20150513 WTFPL Watcom-1.0 WordNet X11 Xnet
    YPL-1.1 ZPL-2.0 ZPL-2.1 Zend-2.0 Zimbra-1.3 Zlib gnuplot iMatix xinetd wxWindows
    """.split()  # noqa: SIM905 - a list of 170 quoted words would fill three pages
)
_BY_LOWER = {spdx.lower(): spdx for spdx in _OPEN}
_CONTENT = re.compile(r"CC-BY(-SA)?-\d\.\d(-[A-Z]+)?$|GFDL-\d\.\d")  # open for texts and data
_CONTENT_KINDS = frozenset({"docs", "config"})
_CLOSED = re.compile(
    r"CC-BY-(NC|ND)|CC-BY-NC|BUSL-|SSPL-|Elastic-|PolyForm-|FSL-|JSON$|UNLICENSED$|proprietary$",
    re.IGNORECASE,
)
_GNU = re.compile(r"(A|L)?GPL-\d\.\d")
_SUFFIXED = re.compile(r"(.+?)(-only|-or-later|\+)$", re.IGNORECASE)
_SHAPE = re.compile(r"[A-Za-z0-9.+-]+$")
_SPLIT = re.compile(r"\s*[(),|/]\s*|\s+(?:AND|OR)\s+", re.IGNORECASE)
_CHOICE = re.compile(r"\sOR\s+(?!(?:any\s+)?(?:later|newer))|\|", re.IGNORECASE)
_NESTED = re.compile(r"\bAND\b.*\bOR\b|\bOR\b.*\bAND\b", re.IGNORECASE)
_WITH = re.compile(r"\s+WITH\s+[A-Za-z0-9.-]+", re.IGNORECASE)
_LATER = re.compile(r"\+|or\W*(?:\(at your option\)\W*)?(?:any\W*)?(?:later|newer)", re.IGNORECASE)
_V = r"[\s,_-]*(?:license|licence)?[\s,_-]*(?:version|v\.?)?[\s_-]*"
_WORDS = tuple(
    (re.compile(pattern, re.IGNORECASE), spdx)
    for pattern, spdx in (
        (rf"(?:agpl|affero general public){_V}3", "AGPL-3.0"),
        (rf"(?:lgpl|(?:lesser|library) general public){_V}2\.1", "LGPL-2.1"),
        (rf"(?:lgpl|(?:lesser|library) general public){_V}3", "LGPL-3.0"),
        (rf"(?:gpl|general public){_V}3", "GPL-3.0"),
        (rf"(?:gpl|general public){_V}2", "GPL-2.0"),
        (rf"(?:eupl|european union public)\W*{_V}1\.2", "EUPL-1.2"),
        (rf"(?:eupl|european union public)\W*{_V}1\.1", "EUPL-1.1"),
        (rf"apache(?: software)?{_V}2", "Apache-2.0"),
        (rf"(?:mpl|mozilla public){_V}2", "MPL-2.0"),
        (r"bsd[\s-]*3|3-clause bsd|(?:new|modified) bsd", "BSD-3-Clause"),
        (r"bsd[\s-]*2|2-clause bsd|simplified bsd", "BSD-2-Clause"),
        (r"\b(?:mit|expat)\b", "MIT"),
        (r"\bisc licen[sc]e", "ISC"),
        (r"\bcc0\b", "CC0-1.0"),
        (r"\bunlicense\b", "Unlicense"),
    )
)


class Licence(NamedTuple):
    """A licence by its id, GNU's without the suffix that says which versions."""

    family: str
    suffix: Suffix | None = None


class Named(NamedTuple):
    """A statement understood: its licences, and whether it uses current SPDX identifiers."""

    licences: frozenset[Licence]
    exact: bool
    choice: bool  # the reader may choose one of them


@lru_cache(maxsize=4096)
def understood(stated: str) -> Named | None:
    """Understand an SPDX expression or the words people use; None where it names no licence."""
    choice = bool(_CHOICE.search(stated))
    parts = [part for part in _SPLIT.split(_WITH.sub("", stated)) if part]
    ids = [_by_id(part) for part in parts]
    if parts and None not in ids:
        found = frozenset(licence for licence in ids if licence is not None)
        exact = all(licence.suffix or not _GNU.match(licence.family) for licence in found)
        return Named(found, exact and "+" not in stated, choice)
    words = _by_words(stated)
    return Named(frozenset({words}), exact=False, choice=False) if words else None


@lru_cache(maxsize=4096)
def is_open(stated: str, kind: Kind) -> bool | None:
    """Tell whether a licence is open for this kind of work; None where it is not understood."""
    named = understood(stated)
    if named is None:
        return False if _CLOSED.match(stated.strip()) else None
    if _NESTED.search(stated):
        return _is_open_nested(stated, kind)
    opens = [_is_open(licence.family, kind) for licence in named.licences]
    return any(opens) if named.choice else all(opens)


def _is_open_nested(stated: str, kind: Kind) -> bool | None:
    """Weigh an expression that both adds and chooses, as SPDX's grammar binds it."""
    from license_expression import ExpressionError, Licensing  # noqa: PLC0415 - rare, and slow

    licensing = Licensing()
    try:
        tree = licensing.parse(stated)
    except ExpressionError:
        return None

    def opens(node: Any) -> bool:  # noqa: ANN401 - the library is not annotated
        if isinstance(node, licensing.AND):
            return all(opens(part) for part in node.args)
        if isinstance(node, licensing.OR):
            return any(opens(part) for part in node.args)
        licence = _by_id(getattr(node, "license_symbol", node).key)
        return licence is not None and _is_open(licence.family, kind)

    return opens(tree)


def is_identifier(stated: str) -> bool:
    """Tell whether a statement has the shape of an SPDX identifier, known to us or not."""
    return bool(_SHAPE.match(stated.strip()))


def agree(first: frozenset[Licence], second: frozenset[Licence]) -> bool:
    """Tell whether two statements say the same; a missing suffix agrees with both."""
    return covers(first, second) and covers(second, first)


@lru_cache(maxsize=4096)
def covers(texts: frozenset[Licence], stated: frozenset[Licence]) -> bool:
    """Tell whether every licence stated is among the texts."""
    return all(any(_same(one, text) for text in texts) for one in stated)


@lru_cache(maxsize=4096)
def text_of(spdx: str) -> frozenset[Licence]:
    """Return what a licence text shows: of GNU's, never which versions were meant."""
    named = understood(spdx)
    families = {licence.family for licence in named.licences} if named else {spdx}
    return frozenset(Licence(family) for family in families)


@lru_cache(maxsize=4096)
def is_default(ecosystem: str, stated: str) -> bool:
    """Tell whether a package tool wrote the licence: npm's ``ISC``, Symfony's ``proprietary``."""
    return (ecosystem, stated.strip().lower()) in {("npm", "isc"), ("composer", "proprietary")}


def _same(first: Licence, second: Licence) -> bool:
    either = first.suffix is None or second.suffix is None or first.suffix == second.suffix
    return first.family == second.family and either


def _is_open(family: str, kind: Kind) -> bool:
    return family in _OPEN or (kind in _CONTENT_KINDS and bool(_CONTENT.match(family)))


def _by_id(part: str) -> Licence | None:
    part = part.strip()
    if suffixed := _SUFFIXED.match(part):
        if not _GNU.match(suffixed[1].upper()):
            return _by_id(suffixed[1]) if suffixed[2] == "+" else None
        suffix: Suffix = "only" if suffixed[2].lower() == "-only" else "or-later"
        known = _BY_LOWER.get(suffixed[1].lower())
        return Licence(known, suffix) if known else None
    if known := _BY_LOWER.get(part.lower()):
        return Licence(known)
    return Licence(part) if _CONTENT.match(part) or _CLOSED.match(part) else None


def _by_words(stated: str) -> Licence | None:
    for pattern, family in _WORDS:
        if found := pattern.search(stated):
            later = _GNU.match(family) and _LATER.search(stated, found.end())
            return Licence(family, "or-later" if later else None)
    return None
