"""Language tags (BCP 47): whether one is valid, as the reference parser tells it."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from catalog.publiccode.vocabulary import COUNTRIES

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?P<extended>(?:-[a-z]{3}){0,3})(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?"
)
_PRIVATE = re.compile(r"x-[a-z0-9]{1,8}")
_OLD = frozenset({"in", "iw", "ji", "jw", "mo"})  # codes that have been replaced


def is_language(tag: str) -> bool:
    """Tell whether this is a language tag whose language, script and country exist."""
    lower = tag.lower()
    if len(tag) > 100 or _PRIVATE.fullmatch(lower):  # noqa: PLR2004 - no tag is as long
        return len(tag) <= 100  # noqa: PLR2004
    parts = _TAG.fullmatch(lower)
    if not parts or parts["language"] not in _known():
        return False
    region = parts["region"] or ""
    return (
        (not parts["extended"] or parts["extended"][1:4] in _known())
        and (not parts["script"] or parts["script"].title() in Locale("en").scripts)
        and (not region or region.isdigit() or region.upper() in COUNTRIES)
    )


@cache
def _known() -> frozenset[str]:
    """Return the codes of languages, each at its shortest: ``sv`` is one, ``swe`` is none."""
    codes = {
        code.split("_")[0] for code in (*get_global("likely_subtags"), *Locale("en").languages)
    }
    longer = {
        code
        for code, short in get_global("language_aliases").items()
        if len(code) == 3 and len(short) == 2  # noqa: PLR2004 - ISO 639-2 and 639-1
    }
    return frozenset(codes - longer - _OLD - {"und", "root"})
