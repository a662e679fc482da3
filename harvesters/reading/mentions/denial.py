"""Whether a sentence denies what it names: "without LDAP", "kräver ingen inloggning"."""

import re

BEFORE = 50  # characters that are looked at
AFTER = 40

_NO = (
    r"no|not|never|nor|without|cannot|\w{2,6}n['\u2019]t|instead of|rather than|unlike"
    r"|remov(?:e[sd]?|ing)|replac(?:e[sd]?|ing)|disabl(?:e[sd]?|ing)|ingen|inget|inga|inte|ej|utan"
    r"|saknar|aldrig|istället för|i stället för|ersatt|ersätter|ikke|uten|uden|ingen"
    r"|i stedet for|ei|eivät|ilman|geen|niet|zonder|keine?[nrsm]?|nicht|ohne|senza|non|sans|pas de"
)
_DENIED = re.compile(
    rf"(?<![\w-])(?:{_NO})\s(?!(?:only|just|bara|endast|kun|nur|solo|alleen)\b)[^.;:!?]{{0,30}}$",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"[^.,;:!?]{0,15}\b(?:(?:is|are|was|were|will be|has been) (?:not\b(?! only)|no longer|removed"
    r"|replaced|deprecated|disabled)"
    r"|(?:isn|aren|wasn|won|doesn|don)['\u2019]t|(?:krävs|stöds|behövs|används|finns|stöder)"
    r" (?:inte|ej)|is unsupported|no longer)",
    re.IGNORECASE,
)


def is_denied(text: str, start: int, end: int) -> bool:
    """Tell whether what stands between two places is denied just before or just after."""
    before = text[max(0, start - BEFORE) : start]
    return bool(_DENIED.search(before) or _DENIED_AFTER.match(text[end : end + AFTER]))
