"""Which e-mail addresses several people read: a role's may be shown, a person's never."""

import re

_MAILBOX = re.compile(
    r"[a-z0-9][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}"
)
_NAMES = re.compile(r"[a-z]{1,20}[._][a-z]{2,30}")
_FUNCTIONS = re.compile(
    r"(?:^|[._])(?:data|digital\w*|drift|e|info|it|kod|kommun\w*|kontakt|medborgar\w*|open|oppen|"
    r"oss|registrator|region|service|stad|support|team|utveckling|webb?|contact|dev|office)(?:[._]|$)"
)


def is_mailbox(text: str) -> bool:
    """Tell whether the text is one e-mail address, in ASCII."""
    return _MAILBOX.fullmatch(text.lower()) is not None


def is_personal(mailbox: str) -> bool:
    """Tell whether an address looks like a person's: two words, and neither is a function's."""
    local = mailbox.lower().partition("@")[0]
    return _NAMES.fullmatch(local) is not None and not _FUNCTIONS.search(local)
