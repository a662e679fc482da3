"""Whom to ask and as whom: a source's account on its forge, with the secrets it may show.

Tokens come from environment variables that the source names; none is ever written, printed or
logged. ``KODKATALOG_STAND_IN`` lets an address on this machine answer for a host's API, as git's
``insteadOf`` does for its repositories: ``github.com=http://127.0.0.1:8123 gitlab.com=...``.
"""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlsplit

from pydantic import SecretStr

from catalog.errors import KodkatalogError
from catalog.models.base import Frozen
from catalog.models.curated import ForgeName, Source

STAND_IN = "KODKATALOG_STAND_IN"
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
_HOME: dict[ForgeName, str] = {"github": "https://github.com", "gitlab": "https://gitlab.com"}


class TokenError(KodkatalogError):
    """A source names a secret that is not there or cannot be used. Never holds the secret."""


class App(Frozen):
    """A GitHub App: its id, its private key and, where known, its installation."""

    id: int
    key: SecretStr
    installation: int | None = None


class Account(Frozen):
    """What a source says of its forge, with secrets resolved.

    ``base`` is the forge's public address, under which repositories are known; ``root`` is where
    its API is asked: the same, unless something stands in for it.
    """

    org: str | None
    urls: tuple[str, ...]
    topics: tuple[str, ...]
    base: str
    root: str
    token: SecretStr | None = None
    token_name: str | None = None  # of the environment variable
    app: App | None = None
    today: date

    @property
    def host(self) -> str:
        """The host that repositories' identities are named by."""
        return (urlsplit(self.base).hostname or "").removeprefix("www.")

    @property
    def standing_in(self) -> bool:
        """Whether something on this machine answers for the forge."""
        return self.root != self.base


def account_of(source: Source, environment: Mapping[str, str], today: date) -> Account:
    """Resolve a source's addresses and secrets.

    Raises:
        TokenError: a variable that the source names is not set, or is empty.
    """
    base = (source.base_url or _HOME[source.forge]).rstrip("/")
    return Account(
        org=source.org,
        urls=(*source.urls, *(i.repo for i in source.include if "*" not in i.repo)),
        topics=source.topics,
        base=base,
        root=_stand_ins(environment).get(urlsplit(base).netloc.lower(), base),
        token=_secret(source.token_env, environment) if source.token_env else None,
        token_name=source.token_env,
        app=_app(source, environment),
        today=today,
    )


def standing_in(host: str, environment: Mapping[str, str]) -> str | None:
    """Return the address on this machine that answers for a host, where one does."""
    return _stand_ins(environment).get(host)


def _app(source: Source, environment: Mapping[str, str]) -> App | None:
    if source.app is None:
        return None
    key = _secret(source.app.key_env, environment)
    return App(id=source.app.id, key=key, installation=source.app.installation)


def _secret(name: str, environment: Mapping[str, str]) -> SecretStr:
    value = environment.get(name, "").strip()
    if not value:
        raise TokenError(f"the environment variable {name} that the source names is not set")
    return SecretStr(value)


def _stand_ins(environment: Mapping[str, str]) -> dict[str, str]:
    """Read who answers for whom; only an address on this machine may, so no token leaves it."""
    pairs = (word.partition("=") for word in environment.get(STAND_IN, "").split())
    return {
        host.lower(): address.rstrip("/")
        for host, _, address in pairs
        if urlsplit(address).hostname in _LOOPBACK
    }
