"""Which e-mail addresses several people read: a role's may be shown, a person's never."""

import re

_MAILBOX = re.compile(r"[a-z0-9][a-z0-9._+-]{0,63}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}")
_NAMES = re.compile(r"[a-z]{1,20}[._][a-z]{2,30}|[a-z]{2}[0-9]{2,}|[a-z]\.[a-z].*")
_ROLES = frozenset(
    "data digital digitalisering drift e info it kansli kod kommun kontakt medborgar open oppen "
    "oppendata registrator service stad support system team tjanst utveckling webb code contact "
    "dev help helpdesk office source web".split()
)


def is_mailbox(text: str) -> bool:
    """Tell whether the text is one e-mail address, in ASCII and lower case or upper."""
    return _MAILBOX.fullmatch(text.lower()) is not None


def is_personal(mailbox: str) -> bool:
    """Tell whether an address looks like a person's: given name and surname, or a user name."""
    local = mailbox.lower().partition("@")[0]
    parts = set(re.split(r"[._]", local))
    return _NAMES.fullmatch(local) is not None and not parts & _ROLES
