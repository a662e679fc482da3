"""Personal mail addresses where a function's mailbox belongs.

A person changes work, a mailbox is handed on; and a name in an address is personal data, which this
catalogue publishes only by the person's own act.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from catalog.models.problem import Problem
from catalog.store.rules.places import Place

_ADDRESS = re.compile(r"(?<![\w.+@/-])([\w+-][\w.+-]{0,63})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_NAMES = re.compile(r"[^\W\d_]+([.][^\W\d_]+(-[^\W\d_]+)?){1,2}")

# Where people have an account of their own, and a body none.
_PRIVATE = frozenset({
    "gmail.com", "googlemail.com", "hotmail.com", "hotmail.se", "outlook.com", "live.com",
    "live.se", "msn.com", "yahoo.com", "yahoo.se", "icloud.com", "me.com", "mac.com", "aol.com",
    "gmx.com", "gmx.net", "proton.me", "protonmail.com", "telia.com", "bredband.net", "spray.se",
    "comhem.se", "tele2.se", "passagen.se",
})  # fmt: skip

# Words of functions: an address that has one of them is nobody's name.
_FUNCTIONS = frozenset({
    "admin", "arkiv", "community", "contact", "data", "dataskydd", "developer", "dev", "devops",
    "digital", "digitalisering", "dpo", "drift", "e-tjanst", "forvaltning", "forum", "git",
    "helpdesk", "info", "it", "kallkod", "kod", "kommun", "kommunen", "kontakt", "kundtjanst",
    "list", "mail", "maintainers", "medborgarservice", "noreply", "no-reply", "office", "open",
    "oppen", "oss", "ospo", "post", "postmaster", "programvara", "projekt", "project", "press",
    "register", "registrator", "region", "sakerhet", "security", "service", "servicedesk", "skola",
    "skolan", "software", "source", "stad", "support", "system", "team", "tech", "utveckling",
    "web", "webb", "webmaster", "webbredaktionen", "öppen", "källkod", "säkerhet", "förvaltning",
})  # fmt: skip


def addresses(places: Sequence[Place], _today: date) -> Iterable[Problem]:
    """Find the addresses in texts that are not a function's."""
    for place in places:
        if isinstance(place.value, str) and "@" in place.value and "://" not in place.value[:12]:
            for local, host in _ADDRESS.findall(place.value):
                yield from _address(place, local.lower(), host.lower())


def of_a_function(local: str, host: str) -> bool:
    """Tell whether an address is a function's: it says so, and its host is no private one."""
    return _says_function(local.lower()) and host.lower() not in _PRIVATE


def _says_function(local: str) -> bool:
    return not _FUNCTIONS.isdisjoint(re.split(r"[.+_-]", local))


def _address(place: Place, local: str, host: str) -> Iterable[Problem]:
    function = _says_function(local)
    if not function and (host in _PRIVATE or _NAMES.fullmatch(local)):
        yield _personal(place, host)
    elif host in _PRIVATE:
        message = f"a mailbox at {host} is a private account, which nobody else can take over"
        hint = "write a mailbox of the body's own, such as kontakt@kommun.example"
        yield place.problem("private-mail-host", message, hint, severity="warning")


def _personal(place: Place, host: str) -> Problem:
    """Point at the address without repeating it: what is printed here is kept elsewhere too."""
    own = "the body's own domain" if host in _PRIVATE else host
    message = f"the mail address at {host} looks like one person's"
    hint = (
        f"write a function's mailbox at {own}, such as kontakt@, it@ or webb@: it is handed on "
        "when people change work, and publishes nobody's personal data"
    )
    return place.problem("personal-address", message, hint)
