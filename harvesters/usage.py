"""Asks the domains of bodies what software they say that they use, and keeps what is known.

Each domain is asked once and alone: it is a website, no forge, and owes us nothing. Whatever it
does, it concerns nothing but what is known of it.
"""

import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Thread
from typing import TypeAlias
from urllib.parse import urljoin, urlsplit

import requests

from catalog.models.curated import Body
from catalog.models.evidence import Absent, Evidence, Found, Unseen, UnseenReason
from catalog.models.run import UsageRun
from catalog.models.usage import PATH, UsageSeen, address_of
from harvesters.forges.account import standing_in
from harvesters.forges.listing import Asked
from harvesters.forges.rest import OneHost, RefusalError, Token
from harvesters.reading.usage import UsageError, read_usage

LARGEST = 256 * 1024  # bytes; a file that names a thousand programs is half of it
_AT_ONCE = 8  # domains
_REDIRECTS = 3
_PIECE = 16 * 1024
_HEADERS = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "kodkatalog"}
_GONE = frozenset({404, 410})
_REASONS: dict[int, UnseenReason] = {401: "forbidden", 403: "forbidden", 429: "rate-limited"}
_DOMAIN = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,62}")

Read: TypeAlias = tuple["Evidence[UsageSeen]", str | None]  # and why, where nothing is known


@dataclass(frozen=True)
class Domains:
    """How domains are asked, on a day."""

    environment: Mapping[str, str]
    today: date
    silence: float = 15.0  # seconds to connect, and between two pieces of an answer
    longest: float = 60.0  # seconds for the whole, however it is drawn out
    asked: Asked = field(default_factory=Asked)

    def read_all(self, names: Sequence[str]) -> dict[str, Read]:
        """Ask domains, some at a time; who is not done in time is left to itself.

        Nothing else ends an answer that comes a letter at a time, or a name that is never found.
        """
        found: dict[str, Read] = {}
        for start in range(0, len(names), _AT_ONCE):
            asking = [
                Thread(target=self._read_into, args=(found, name), daemon=True)
                for name in names[start : start + _AT_ONCE]
            ]
            until = time.monotonic() + self.longest
            for one in asking:
                one.start()
            for one in asking:
                one.join(max(0.0, until - time.monotonic()))
        done = dict(found)
        return {name: done.get(name, _late(name)) for name in names}

    def _read_into(self, found: dict[str, Read], domain: str) -> None:
        found[domain] = self.read(domain)

    def read(self, domain: str) -> Read:
        """Ask one domain. That there is no file is an answer; all else that is none is unseen."""
        try:
            return self._answer(domain), None
        except UsageError as error:
            return Unseen(unseen="unreadable"), str(error)
        except RefusalError as error:
            return Unseen(unseen=error.unseen), str(error)
        except (requests.RequestException, UnicodeError) as error:
            return Unseen(unseen="failed"), f"{domain} {_in_words(error)}"

    def _answer(self, domain: str) -> Evidence[UsageSeen]:
        if not _DOMAIN.fullmatch(domain):
            raise RefusalError(f"{domain} is no name of a host", "failed")
        root = standing_in(domain.lower(), self.environment) or f"https://{domain}"
        with (
            _OwnSite(domain, Token(None, ""), self.asked) as session,
            session.get(f"{root}{PATH}", headers=_HEADERS, timeout=self.silence,
                        stream=True) as answer,
        ):  # fmt: skip
            if answer.status_code in _GONE:
                return Absent(absent=(address_of(domain),))
            _refuse(answer, domain)
            content = bytearray()
            for piece in answer.iter_content(_PIECE):
                content += piece
                if len(content) > LARGEST:
                    raise RefusalError(f"{domain} answered with more than can be read", "too-large")
        return Found(found=read_usage(bytes(content), domain, self.today))


def _late(domain: str) -> Read:
    return Unseen(unseen="failed"), f"{domain} {_in_words(requests.Timeout())}"


def _refuse(answer: requests.Response, domain: str) -> None:
    """Refuse an answer that is none, or that is packed: what is packed has no size."""
    status = answer.status_code
    if status != requests.codes.ok:
        said = f"{domain} answered with the status {status}"
        raise RefusalError(said, _REASONS.get(status, "failed"), status)
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise RefusalError(f"{domain} answered with something that is packed", "unreadable")


def _in_words(error: Exception) -> str:
    if isinstance(error, requests.Timeout):
        return "did not answer in time"
    if isinstance(error, requests.TooManyRedirects):
        return "sends us round in circles"
    return "cannot be reached"


class _OwnSite(OneHost):
    """A session that follows redirects between a domain and its ``www`` only, and over https."""

    def __init__(self, host: str, auth: Token, asked: Asked) -> None:
        """Follow a few at most."""
        super().__init__(host, auth, asked)
        self.max_redirects = _REDIRECTS

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Refuse a redirect to anywhere else."""
        target = requests.Session.get_redirect_target(self, resp)
        if target and not is_same_site(resp.url, target):
            resp.close()
            raise RefusalError(f"{self._host} sends us on to another host: refused", "failed")
        return target


def is_same_site(address: str, target: str) -> bool:
    """Tell whether a redirect changes nothing but ``www`` and what comes after the host."""
    try:
        parts = [urlsplit(one) for one in (address, urljoin(address, target))]
        origins = {(p.scheme, (p.hostname or "").removeprefix("www."), p.port) for p in parts}
    except ValueError:
        return False
    return len(origins) == 1


def domains_of(bodies: Iterable[Body]) -> tuple[str, ...]:
    """Return the domains of bodies, each once."""
    return tuple(dict.fromkeys(domain for body in bodies for domain in body.domains))


@dataclass(frozen=True)
class Told:
    """What domains have told, and how the latest asking of each went."""

    files: Mapping[str, Evidence[UsageSeen]]
    runs: Mapping[str, UsageRun]

    def asked_again(self, domains: Domains, those: Iterable[str]) -> "Told":
        """Ask some; where one does not tell, what it told stays, dated by the first such day."""
        read = domains.read_all(list(those))
        files, runs, today = dict(self.files), dict(self.runs), domains.today
        for domain, (now, why) in read.items():
            last = runs[domain].succeeded if domain in runs else None
            files[domain] = _kept(files.get(domain), now, today)
            runs[domain] = UsageRun(tried=today, succeeded=last if why else today, failure=why)
        return Told(dict(sorted(files.items())), dict(sorted(runs.items())))

    def only(self, domains: Iterable[str]) -> "Told":
        """Forget all domains but these."""
        kept = set(domains)
        return Told(
            {domain: file for domain, file in self.files.items() if domain in kept},
            {domain: run for domain, run in self.runs.items() if domain in kept},
        )


def _kept(
    then: Evidence[UsageSeen] | None, now: Evidence[UsageSeen], today: date
) -> Evidence[UsageSeen]:
    if isinstance(now, Unseen) and isinstance(then, Found | Absent):
        return then.model_copy(update={"stale_since": then.stale_since or today})
    return now
