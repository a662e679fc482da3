"""Facts for tests: a repository that was read and has nothing, changed as a test needs."""

from datetime import date
from pathlib import Path
from typing import Any, get_args

from catalog.models.evidence import Absent, Found
from catalog.models.facts import Head, History, RepositoryFacts, Tombstone, Tree
from catalog.models.forge import ForgeAbout, ForgeFacts
from catalog.store.snapshot import encode, file_of, snapshot_folder, write_whole

COMMIT = "c0ffee" + "0" * 34
URL = "https://git.example.org/exempel/kod"


def facts(url: str = URL, **changes: Any) -> RepositoryFacts:
    """Make facts with a head and a history of one commit on 2026-01-01; all else is absent."""
    nothing: dict[str, Any] = {
        name: Absent(absent=("*",))
        for name, info in RepositoryFacts.model_fields.items()
        if Absent in get_args(info.annotation)
    }
    day = date(2026, 1, 1)
    known: dict[str, Any] = {
        "head": Found(found=Head(branch="main", commit=COMMIT, on=day)),
        "history": Found(found=history(day)),
        "tree": Found(found=Tree(files=1, vendored=0, links=0, submodules=0)),
    }
    return RepositoryFacts(
        **{"url": url, "source": "exempel-git", "probe": "1:x", **nothing, **known, **changes}
    )


def forge_facts(about: dict[str, Any] | None = None, **groups: Any) -> ForgeFacts:
    """Make what a forge tells: of a repository that is not archived; groups are taken as found."""
    evidence = {name: value if hasattr(value, "unseen") or hasattr(value, "absent")
                or isinstance(value, Found) else Found(found=value)
                for name, value in groups.items()}  # fmt: skip
    listed: Found[ForgeAbout] = Found(
        found=ForgeAbout.model_validate({"archived": False} | (about or {}))
    )
    return ForgeFacts(**{"id": "git.example.org/1", "about": listed, **evidence})


def tombstone(url: str, reason: str = "gone", **given: Any) -> Tombstone:
    """Make the tombstone of a repository that was missed on 2026-01-20."""
    known = {"url": url, "source": "exempel-git", "gone_since": date(2026, 1, 20)}
    return Tombstone(**{**known, "reason": reason, **given})


def write_facts(catalogue: Path, *those: RepositoryFacts | Tombstone) -> None:
    """Put facts and tombstones into a catalogue's snapshot."""
    for one in those:
        write_whole(snapshot_folder(catalogue) / file_of(one.url), encode(one))


def history(last: date) -> History:
    """Make a history of one human commit."""
    return History(
        commits=1, authors=1, bot_authors=0, first=last, last=last, last_human=last,
        last_human_commit=COMMIT, last_update_bot=None, year=None, two_years=None, months={},
        roots=(COMMIT,),
    )  # fmt: skip
