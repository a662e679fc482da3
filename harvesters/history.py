"""The numbers of a history: dates, authors counted, activity. No name or address is ever kept."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from catalog.models.facts import ActivityWindow, History
from harvesters.command import Git

MONTHS_KEPT = 36
WEEKS_BACK = 106
REGULAR = 5  # commits in a window that make an author a regular
UNDATED = date(1970, 1, 1)  # git's own word for a date out of bounds
_FORMAT = "%cs%x09%T%x09%P%x09%H%x09%aN%x09%aE"

# Automatic accounts, and coding agents, which are tools of whoever answers for their work.
_BOT = re.compile(
    r"\[bot\]|\bbot\b|-bot\b|^bot-|dependabot|renovate|greenkeeper|snyk-|semantic-release"
    r"|github[- ]?actions?|gitlab[- ]?ci|travis[- ]?ci|jenkins|weblate|crowdin"
    r"|imgbot|allcontributors|gh-action|version[- ]bump"
    r"|\bcopilot\b|claude|cursoragent|devin-ai|openhands|\bcodex\b|sweep-ai|aider",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\([^)]{0,60}\)")
_LETTERS = re.compile(r"[^\W\d_]+")
_ACCOUNT = re.compile(r"(?:\d{1,12}\+)?([\w-]{1,60})@users\.noreply\.")
_ADDED = re.compile(r"(?:(\w)\1{0,20})?\d{0,9}$")
_ONE_WORD = re.compile(r"[\w-]{6,60}")
_FIRST_NAME = re.compile(r"[^\W\d_]{3,60}")
_UPDATER = re.compile(r"dependabot|renovate|greenkeeper|snyk-bot|pyup|depfu", re.IGNORECASE)


class Commit(NamedTuple):
    """One commit as the counting needs it; ``author`` and ``name`` live only while we count."""

    on: date
    parents: int
    oid: str
    author: str
    bot: bool
    updater: bool
    name: str = ""  # the full name, empty where it is one word: too many share those
    others: tuple[str, ...] = ()  # other marks of the same person, as an account's name
    tree: str = ""
    parent: str = ""  # the first one, which the branch itself goes on from


def is_bot(author: str) -> bool:
    """Tell an automatic account or a coding agent by its name."""
    return bool(_BOT.search(author))


def read_commits(git: Git, folder: Path, head: str, *, mailmap: str | None) -> list[Commit]:
    """List the history that ends in ``head``, newest first.

    ``mailmap`` is the blob of the repository's own ``.mailmap``, which joins the addresses of one
    author before they are counted.
    """
    joined = f"mailmap.blob={mailmap}" if mailmap else "log.mailmap=false"
    # A signature is checked by a program that the repository's configuration may name.
    asked = ("log", "--no-show-signature", f"--format={_FORMAT}", head, "--")
    out = git.run("-c", joined, *asked, folder=folder, offline=True)
    return [commit_of(line) for line in out.decode("utf-8", "replace").split("\n") if line]


def commit_of(line: str) -> Commit:
    """Read a line of the log, as this module asks for it."""
    on, tree, parents, oid, name, address = (line.split("\t", 5) + [""] * 6)[:6]
    both = f"{name} {address}"
    return Commit(
        on=_day(on),
        parents=len(parents.split()),
        oid=oid,
        author=address.strip().lower() or name.strip().lower(),
        name=" ".join(_words(name)) if len(_words(name)) > 1 else "",
        others=_marks(name, address),
        bot=is_bot(both),
        updater=bool(_UPDATER.search(both)),
        tree=tree,
        parent=parents.partition(" ")[0],
    )


def _day(text: str) -> date:
    """Read a date as git prints it; a commit may carry none, or one after the year 9999."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return UNDATED


def count_history(commits: Sequence[Commit]) -> History:
    """Turn commits, newest first and at least one, into numbers."""
    commits = _joined(commits)
    human = [c for c in commits if not c.bot and c.parents < 2]  # noqa: PLR2004 - two make a merge
    latest = max(human, key=lambda c: c.on, default=None)
    updates = [c.on for c in commits if c.updater]
    return History(
        commits=len(commits),
        authors=len({c.author for c in commits if not c.bot}),
        bot_authors=len({c.author for c in commits if c.bot}),
        first=min(c.on for c in commits),
        last=commits[0].on,
        last_human=latest.on if latest else None,
        last_human_commit=latest.oid if latest else None,
        last_update_bot=max(updates, default=None),
        year=_window(human, 365),
        two_years=_window(human, 730),
        months=_months(human),
        since=_since(human),
        roots=tuple(sorted(c.oid for c in commits if c.parents == 0)),
    )


def _joined(commits: Sequence[Commit]) -> list[Commit]:
    """Join the addresses under which one person has written: each is counted once."""
    leads: dict[str, str] = {}

    def first(mark: str) -> str:
        while leads.setdefault(mark, mark) != mark:
            leads[mark] = leads[leads[mark]]
            mark = leads[mark]
        return mark

    people = {(c.author, c.name, c.others) for c in commits if not c.bot}
    accounts = {mark for _, _, others in people for mark in others if mark.startswith("@")}
    for author, name, others in people:
        shared = (mark.replace("?", "@") for mark in others)
        marks = (mark for mark in shared if mark in accounts or not mark.startswith("@"))
        for mark in filter(None, (name, *marks)):
            leads[first(f"={mark}")] = first(author)
    return [c if c.bot else c._replace(author=first(c.author)) for c in commits]


def _words(name: str) -> list[str]:
    """Return the words of a name in order of the alphabet, without accents and brackets."""
    plain = unicodedata.normalize("NFKD", _BRACKETED.sub(" ", name).lower())
    return sorted(_LETTERS.findall("".join(c for c in plain if not unicodedata.combining(c))))


def _marks(name: str, address: str) -> tuple[str, ...]:
    """Return what else tells a person: first.last of an address, and the account on the forge.

    A name of one word ("?") tells a person only where an account is called so ("@").
    """
    local = address.strip().lower().partition("@")[0]
    found = []
    if account := _ACCOUNT.match(address.strip().lower()):
        found += [f"@{account[1]}", f"?{_handle(account[1])}"]
    elif len(parts := _words(local.replace(".", " "))) > 1 and "." in local:
        found.append(" ".join(parts))
    written = name.strip().lower()
    if initial := _initial(written, account[1] if account else local):
        found.append(f"{written} {initial}.")
    if _ONE_WORD.fullmatch(written):
        found += [f"?{written}", f"?{_handle(written)}"]
    elif len(written.split()) == 2:  # noqa: PLR2004 - first and last name
        found.append("@" + "".join(_LETTERS.findall(written)))
    return tuple(found)


def _initial(name: str, address: str) -> str:
    """Return the letter that follows a first name in an address or account: of Ann and annb, b."""
    if not _FIRST_NAME.fullmatch(name) or not address.startswith(name):
        return ""
    return address.removeprefix(name).lstrip("._-")[:1].strip("0123456789+")


def _handle(word: str) -> str:
    """Return an account's name without what is added where the name itself was taken."""
    return _ADDED.sub(r"\1", word)


def _window(human: Sequence[Commit], days: int) -> ActivityWindow | None:
    if not human:
        return None
    since = max(c.on for c in human) - timedelta(days=days)
    return _counted(Counter(c.author for c in human if c.on > since), days)


def _counted(by_author: Counter[str], days: int) -> ActivityWindow:
    total = by_author.total()
    return ActivityWindow(
        days=days,
        commits=total,
        authors=len(by_author),
        regulars=sum(count >= REGULAR for count in by_author.values()),
        absence_factor=_absence_factor(by_author.values()),
        absence_share=round(100 * max(by_author.values()) / total, 1),
    )


def _since(human: Sequence[Commit]) -> dict[str, str]:
    """Count what was done since the beginning of each week that had any, over two years.

    A project may have rested: then the year that ends today holds less than its last active year.
    """
    by_week: dict[date, list[Commit]] = {}
    for commit in human:
        by_week.setdefault(commit.on - timedelta(days=commit.on.weekday()), []).append(commit)
    by_author: Counter[str] = Counter()
    found = {}
    latest = max(by_week, default=UNDATED)
    for week in sorted(by_week, reverse=True):
        if latest - week > timedelta(weeks=WEEKS_BACK):
            break
        by_author.update(c.author for c in by_week[week])
        seen = _counted(by_author, 0)
        found[str(week)] = (
            f"{seen.commits} {seen.authors} {seen.regulars} {seen.absence_factor}"
            f" {seen.absence_share}"
        )
    return dict(sorted(found.items()))


def _absence_factor(counts: Iterable[int]) -> int:
    """Return how few authors made half of the commits (CHAOSS: Contributor Absence Factor)."""
    ordered = sorted(counts, reverse=True)
    half, reached = sum(ordered) / 2, 0
    for authors, count in enumerate(ordered, start=1):
        reached += count
        if reached >= half:
            return authors
    return len(ordered)


def _months(human: Sequence[Commit]) -> dict[str, int]:
    counted = Counter(f"{c.on:%Y-%m}" for c in human)
    return {month: counted[month] for month in sorted(counted)[-MONTHS_KEPT:]}
