"""Whose account a repository stands under, where somebody has said whose the account is."""

from functools import cached_property

from catalog.models.address import key_of
from catalog.models.curated import Account, CuratedData, ForgeName

_HOMES: dict[ForgeName, str] = {"github": "https://github.com", "gitlab": "https://gitlab.com"}


class Owners:
    """The accounts of bodies: those they name themselves, and those that sources are read from."""

    def __init__(self, curated: CuratedData) -> None:
        """Take what people have written."""
        self._curated = curated
        self.bodies = {body.id: body for body in curated.bodies}

    def of(self, url: str) -> str | None:
        """Return the id of the body whose account holds an address; None where nobody has said."""
        account = key_of(url)
        while "/" in account:
            account = account.rpartition("/")[0]
            if account in self._accounts:
                return self._accounts[account]
        return None

    @cached_property
    def _accounts(self) -> dict[str, str]:
        """Accounts by address; one that is said to be of two bodies is nobody's."""
        said = [
            (_key(account.forge, account.name, account.base_url), body.id)
            for body in self._curated.bodies
            for account in body.accounts
        ]
        said += [
            (_key(source.forge, source.org, source.base_url), source.body)
            for source in self._curated.sources
            if source.org
        ]
        bodies: dict[str, set[str]] = {}
        for key, body in said:
            bodies.setdefault(key, set()).add(body)
        return {key: one.pop() for key, one in bodies.items() if key and len(one) == 1}


def is_below(url: str, account: Account) -> bool:
    """Tell whether a repository stands under an account."""
    key = _key(account.forge, account.name, account.base_url)
    return bool(key) and key_of(url).startswith(f"{key}/")


def _key(forge: ForgeName, name: str, base: str | None) -> str:
    """Return what an account's addresses begin with; empty where its forge is not known."""
    home = base or _HOMES.get(forge)
    return key_of(f"{home}/{name.strip('/')}") if home and name.strip("/") else ""
