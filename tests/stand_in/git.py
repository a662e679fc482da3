"""Git's smart HTTP over a folder of bare repositories, and a quick maker of many.

Answers to equal questions are kept while a repository's references stay as they are: what is
measured beside this server shares its processor.
"""

import gzip
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

from tests.stand_in.body import LONG_AGO, Body, Repo
from tests.stand_in.server import Answer, Request

_ASKED = re.compile(r"/((?:[\w.-]+/)+[\w.-]+?)(?:\.git)?/(info/refs|git-upload-pack)")
_SERVE = ("git", "-c", "uploadpack.allowFilter=true", "-c", "uploadpack.allowAnySHA1InWant=true",
          "-c", "safe.directory=*", "upload-pack", "--stateless-rpc")  # fmt: skip
_SERVICE = "application/x-git-upload-pack"


class GitHost:
    """Answers for the repositories ``OWNER/NAME.git`` of a folder; ``requests`` counts by name."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.requests: Counter[str] = Counter()
        self.kept: dict[tuple[object, ...], bytes] = {}

    def __call__(self, request: Request) -> Answer | None:
        """Answer git, or None: it is not git who asks, or there is no such repository."""
        asked = _ASKED.fullmatch(request.path)
        if not asked or ".." in request.path:
            return None
        name, service = asked.groups()
        repository = self.folder / f"{name}.git"
        if not (repository / "HEAD").is_file():
            return None
        self.requests[name] += 1
        protocol = request.headers.get("git-protocol", "")
        if service == "info/refs":
            body = _packet("# service=git-upload-pack\n") + b"0000"
            body += self._serve(repository, protocol, b"", "--http-backend-info-refs")
            return Answer(200, body, {"Content-Type": f"{_SERVICE}-advertisement"})
        body = self._serve(repository, protocol, _unpacked(request))
        return Answer(200, body, {"Content-Type": f"{_SERVICE}-result"})

    def _serve(self, repository: Path, protocol: str, asked: bytes, *options: str) -> bytes:
        """Let git answer, unless it has answered the same before."""
        alike = options and "version=2" in protocol  # the same for all: what the server can do
        key = (protocol, *options) if alike else (_state(repository), protocol, asked, *options)
        if key not in self.kept:
            self.kept[key] = subprocess.run(
                [*_SERVE, *options, str(repository)],
                input=asked,
                env={"PATH": os.environ["PATH"], "GIT_PROTOCOL": protocol,
                     "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
                capture_output=True,
                check=False,  # git tells the client what is wrong
            ).stdout  # fmt: skip
        return self.kept[key]


def _packet(line: str) -> bytes:
    return f"{len(line) + 4:04x}{line}".encode()


def _unpacked(request: Request) -> bytes:
    packed = request.headers.get("content-encoding") == "gzip"
    return gzip.decompress(request.body) if packed else request.body


def _state(repository: Path) -> tuple[object, ...]:
    """Return what differs when a reference of the repository has moved."""
    places = [repository / "HEAD", repository / "packed-refs", *(repository / "refs").rglob("*")]
    return repository, *((p.name, p.stat().st_mtime_ns) for p in places if p.exists())


def make_repositories(folder: Path, body: Body) -> None:
    """Make a small bare repository for each of a body, and tell the body where it stands."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda repo: make_repository(folder, repo), body.repositories))


def make_repository(folder: Path, repo: Repo) -> Path:
    """Make one: a handful of files, some commits by several, a tag or none, all its own."""
    path = folder / f"{repo.full_name}.git"
    for part in ("objects", "refs/heads", "refs/tags"):
        (path / part).mkdir(parents=True)
    (path / "HEAD").write_text(f"ref: refs/heads/{repo.branch}\n")
    (path / "config").write_text("[core]\n\trepositoryformatversion = 0\n\tbare = true\n")
    commits = 4 + repo.id % 9
    subprocess.run(
        ["git", f"--git-dir={path}", "-c", "fastimport.unpackLimit=1", "-c", "core.fsync=none",
         "fast-import", "--quiet"],
        input="".join(_stream(repo, commits)).encode(),
        env={"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull,
             "GIT_CONFIG_NOSYSTEM": "1"},
        check=True,
    )  # fmt: skip
    repo.commit = (path / "refs" / "heads" / repo.branch).read_text().strip()
    repo.committed = repo.updated = _day(repo, commits - 1)
    return path


def _stream(repo: Repo, commits: int) -> Iterable[str]:
    """Write the commits of a repository as ``git fast-import`` reads them."""
    for number in range(commits):
        moment = int(_day(repo, number).timestamp())
        name = f"Kodare {(repo.id + number) % 5}"
        who = f"{name} <kodare-{(repo.id + number) % 5}@example.org> {moment} +0100"
        yield f"commit refs/heads/{repo.branch}\nauthor {who}\ncommitter {who}\n"
        yield _data(f"Arbete {number}\n")
        for path, text in (_files(repo) if number == 0 else _change(repo, number)).items():
            yield f"M 100644 inline {path}\n{_data(text)}"
    for number in range(repo.tags):
        yield f"reset refs/tags/v1.{number}.0\nfrom refs/heads/{repo.branch}\n\n"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


def _day(repo: Repo, number: int) -> datetime:
    return LONG_AGO + timedelta(days=repo.id % 1500 + number * 11)


def _files(repo: Repo) -> dict[str, str]:
    words = " ".join(f"{repo.name} gör {n} saker för invånarna." for n in range(1, 12))
    manifest = (
        ("composer.json", f'{{"name": "{repo.full_name}", "require": {{"php": ">=8.1"}}}}\n'),
        ("package.json", f'{{"name": "{repo.name}", "dependencies": {{"left": "^1"}}}}\n'),
        ("pyproject.toml", f'[project]\nname = "{repo.name}"\nversion = "1"\n'),
    )[repo.id % 3]
    return dict([
        ("README.md", f"# {repo.name}\n\n{words}\n\n## Installation\n\n    make install\n"),
        ("LICENSE", f"Copyright {2000 + repo.id % 25} {repo.full_name}\n\n{_LICENCE}"),
        manifest,
        (".github/workflows/test.yml", f"name: test {repo.id}\non: [push]\njobs: {{}}\n"),
        ("CONTRIBUTING.md", f"# Hjälp till med {repo.name}\n\nÖppna ett ärende.\n"),
        *((f"src/del{n}.py", f"DEL = {n * repo.id}\n" * 20) for n in range(repo.id % 12)),
        ("tests/test_kod.py", f"def test_kod():\n    assert {repo.id} == {repo.id}\n"),
    ])  # fmt: skip


def _change(repo: Repo, number: int) -> dict[str, str]:
    return {"CHANGELOG.md": "".join(f"- {repo.name}, ändring {n}\n" for n in range(number))}


_LICENCE = (Path(__file__).resolve().parents[2] / "LICENSES" / "EUPL-1.2.txt").read_text("utf-8")
