"""Which licences of dependencies are open, and which fit the licence of the project itself.

Sources of what fits: the FSF's list of licences (gnu.org/licenses/license-list.html) and its table
of the GNU licences (gnu.org/licenses/gpl-faq.html#AllCompatibility). Only what these call
incompatible without a condition is; whatever depends on how a part is joined needs thought.
"""

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from catalog.readiness.checks.licences import Licence, is_open, understood

Standing: TypeAlias = Literal["open", "closed", "unclear"]
Fit: TypeAlias = Literal["fits", "weak", "strong", "incompatible"]

# What registries hold that is no identifier, names no version, and is open whichever is meant.
_OPEN_WORDS = re.compile(
    r"(?:the )?(?:bsd(?:[ -]?(?:like|style|licen[sc]e|new))?|public[ -]domain"
    r"|apache(?:[ -]licen[sc]e)?|psf|python software foundation licen[sc]e|artistic"
    r"|mit/x11|w3c|zlib/libpng)$",
    re.IGNORECASE,
)
_STRONG = re.compile(r"A?GPL-")
_WEAK = re.compile(
    r"LGPL-|MPL-|EPL-|CDDL-|CPL-|EUPL-|CECILL-|OSL-|MS-RL$|CPAL-|APSL-|IPL-|RPL-|NPL-|SPL-|SISSL"
    r"|CC-BY-SA-|QPL-|Sleepycat$|LiLiQ-R|Artistic-1"
)
_LGPL = ("LGPL-2.0", "LGPL-2.1")
_TAKES_IN: dict[str, tuple[str, ...]] = {  # a work under the key may hold parts under these
    "GPL-2.0": (*_LGPL, "MPL-2.0"),
    "GPL-3.0": (*_LGPL, "LGPL-3.0", "MPL-2.0", "GPL-2.0"),
    "AGPL-3.0": (*_LGPL, "LGPL-3.0", "MPL-2.0", "GPL-2.0", "GPL-3.0"),
}
_NOT_WITH_ONLY_2 = frozenset({"Apache-2.0", "GPL-3.0", "AGPL-3.0"})  # as the FSF's lists say
_STRONG_3 = frozenset({"GPL-3.0", "AGPL-3.0"})


@lru_cache(maxsize=4096)
def standing(stated: str | None) -> Standing:
    """Tell whether a dependency's licence is open; those for texts and data count, being data."""
    if not stated:
        return "unclear"
    opens = is_open(stated, "docs")
    if opens is None:
        return "open" if _OPEN_WORDS.match(stated.strip()) else "unclear"
    return "open" if opens else "closed"


@lru_cache(maxsize=4096)
def fit(stated: str, own: frozenset[Licence]) -> Fit:
    """Tell how a dependency's licence fits the project's own; of a choice the best one counts."""
    said = understood(stated)
    if said is None or not said.licences:
        return "fits"
    fits: list[Fit] = [_fit(licence, own, stated) for licence in said.licences]
    order: tuple[Fit, ...] = ("fits", "weak", "strong", "incompatible")
    return (min if said.choice else max)(fits, key=order.index)


def _fit(licence: Licence, own: frozenset[Licence], stated: str) -> Fit:
    families = {one.family for one in own}
    if _is_incompatible(licence, own) and "WITH" not in stated.upper():
        return "incompatible"
    taken = {part for family in families for part in (family, *_TAKES_IN.get(family, ()))}
    if licence.family in taken or (not families and not _copyleft(licence.family)):
        return "fits"
    if "WITH" in stated.upper() and _STRONG.match(licence.family):
        return "weak"
    return _copyleft(licence.family) or "fits"


def _copyleft(family: str) -> Literal["weak", "strong"] | None:
    if _STRONG.match(family):
        return "strong"
    return "weak" if _WEAK.match(family) else None


def _is_incompatible(licence: Licence, own: frozenset[Licence]) -> bool:
    """Tell whether two are incompatible for certain: one licence of ours, GPL-2.0-only on a side.

    Apache-2.0 is not compatible with version 2 of the GPL (license-list.html#apache2), nor is that
    version alone with version 3 (gpl-faq.html#v2v3).
    """
    if len({one.family for one in own}) != 1:
        return False
    (family,) = {one.family for one in own}
    if licence == Licence("GPL-2.0", "only"):
        return family in _NOT_WITH_ONLY_2
    ours_only = {one.suffix for one in own} - {None} == {"only"}
    return family == "GPL-2.0" and ours_only and licence.family in _STRONG_3
