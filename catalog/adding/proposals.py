"""What a machine can propose: ids from names, a type from a name, a forge from an address."""

import datetime as dt
from dataclasses import dataclass
from urllib.parse import urlsplit

from catalog.adding.questions import Answers, Known
from catalog.assemble.identity import slug_of
from catalog.models.address import key_of
from catalog.models.curated.sources import Source
from catalog.models.facts import RepositoryFacts

_FORGES = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}
_OWN_HOST = ("github.com", "gitlab.com")  # a source need not give their address
_TYPES = {
    "kommun": "municipality", "stad": "municipality", "region": "region",
    "ab": "municipal-company", "kommunalförbund": "joint-body", "kommunalförbundet": "joint-body",
    "förening": "association",
}  # fmt: skip
_ENDINGS = {"myndigheten": "agency", "verket": "agency", "kommunalförbund": "joint-body",
            "kommunalförbundet": "joint-body", "föreningen": "association"}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where code is, read off an address: a whole account, or one repository of it."""

    address: str
    forge: str
    account: str
    is_repository: bool
    base_url: str


def word(answers: Answers, option: str) -> str:
    """Return an answer that is one text; empty where there is none."""
    answer = answers.get(option, "")
    return answer if isinstance(answer, str) else next(iter(answer), "")


def free_id(name: str, known: Known, list_name: str) -> str:
    """Return an id made of a name that no entry of the list has."""
    wanted, taken = slug_of(name), known.ids(list_name)
    free = (f"{wanted}-{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(i for i in free if i not in taken)


def body_type(name: str) -> str:
    """Return the type of body that its name tells of, if it does."""
    words = name.lower().split()
    whole = [kind for word, kind in _TYPES.items() if word in words]
    ends = [kind for ending, kind in _ENDINGS.items() if name.lower().endswith(ending)]
    return next(iter([*whole, *ends]), "")


def place_of(address: str) -> Place:
    """Read an address; ``forge`` is empty where the host does not tell."""
    whole = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(whole.strip().rstrip("/"))
    except ValueError:
        return Place(address, "", "", is_repository=False, base_url="")
    host = parts.netloc.lower().removeprefix("www.")
    steps = [step for step in parts.path.removesuffix(".git").split("/") if step]
    guess = next((f for f in ("gitlab", "forgejo", "gitea") if host.startswith(f"{f}.")), "")
    forge = _FORGES.get(host, "forgejo" if guess == "gitea" else guess)
    one = parts.path.endswith(".git") or (forge in ("github", "forgejo") and len(steps) > 1)
    base = "" if host in _OWN_HOST or not forge else f"https://{host}"
    return Place(f"https://{host}{parts.path}", forge, "/".join(steps), one, base)


def owner_of(address: str) -> str:
    """Return host and account of a repository, to compare."""
    return key_of(address).rpartition("/")[0]


def harvested(known: Known, address: str) -> RepositoryFacts | None:
    """Return the facts of the repository at an address, if it is harvested."""
    key = key_of(address)
    return next((f for url, f in known.facts.items() if key_of(url) == key), None)


def body_at(known: Known, address: str) -> str:
    """Return the body whose code is at an address, as far as the sources tell; else nothing."""
    account = key_of(address)
    for source in known.curated.sources:
        accounts = {owner_of(url) for url in source.named}
        if source.org:
            accounts.add(account_of(source))
        if account in accounts or owner_of(address) in accounts:
            return source.body
    return only(known.ids("bodies"))


def account_of(source: Source) -> str:
    """Return host and account of a source that has one, to compare."""
    return key_of(f"{source.base_url or _host(source.forge)}/{source.org}")


def only(ids: list[str]) -> str:
    """Return the one there is, where there is just one."""
    return ids[0] if len(ids) == 1 else ""


def in_half_a_year(day: dt.date) -> dt.date:
    """Return the same day six months on, or the last of that month."""
    year, month = divmod(day.month + 5, 12)
    first = dt.date(day.year + year, month + 1, 1)
    following = (first + dt.timedelta(days=31)).replace(day=1)
    return min(first + dt.timedelta(days=day.day - 1), following - dt.timedelta(days=1))


def _host(forge: str) -> str:
    return f"https://{next((h for h, f in _FORGES.items() if f == forge), '')}"
