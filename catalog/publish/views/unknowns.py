"""Why answers are unknown, in four words: from the codes of their reasons."""

from typing import Literal, TypeAlias

from catalog.models.verdict import Verdict

WhyUnknown: TypeAlias = Literal["old", "unread", "unsaid", "unsettled"]
_UNREAD = ("unseen-", "unread-")
_UNREAD_ENDS = ("-unread", "-not-asked")
_UNSAID_ENDS = ("unsaid", "-nowhere", "no-repository")


def why_unknown(verdict: Verdict) -> WhyUnknown:
    """Tell why nobody knows: the first that fits, of what would be mended soonest.

    What was said is too old; something could not be read; nobody has said; or what was read does
    not settle it.
    """
    codes = [statement.code for statement in verdict.because]
    if any(code.endswith("-old") for code in codes):
        return "old"
    if any(code.startswith(_UNREAD) or code.endswith(_UNREAD_ENDS) for code in codes):
        return "unread"
    return "unsaid" if any(code.endswith(_UNSAID_ENDS) for code in codes) else "unsettled"
