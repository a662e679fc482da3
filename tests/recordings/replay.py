"""Recorded exchanges with forges: read from what others' tests hold, and answered again.

Two forms: PyGithub's text files, of which each exchange takes ten lines, and the YAML of ogr's
tests. Nothing of them is in this repository: ``make recordings`` downloads them.
"""

import ast
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlencode, urlsplit

import yaml

from tests.stand_in.server import Answer, Request

FOLDER = Path(__file__).resolve().parents[2] / ".cache" / "recordings"
GITHUB, GITLAB = "https://api.github.com", "https://gitlab.com/api/v4"
_FIRST = re.compile(r"https?\n(?:GET|HEAD|POST|PUT|PATCH|DELETE)\n")
_KEPT = re.compile(
    r"link|location|retry-after|content-type|(x-)?ratelimit-.*|x-[a-z-]*(page|total).*"
)


class Exchange(NamedTuple):
    """A question and its answer. Header names are in lower case."""

    file: str
    method: str
    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    question: str = ""

    @property
    def path(self) -> str:
        """The path of what was asked for, as it was written."""
        return urlsplit(self.url).path

    def json(self) -> Any:
        """Return the body as JSON; None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    def says_more(self) -> bool:
        """Tell whether it is a page of a list that goes on."""
        return 'rel="next"' in self.headers.get("link", "")

    def answered_at(self, home: str, base: str) -> Answer:
        """Answer again as recorded: status, body and the headers that matter.

        Addresses below ``home`` in links and redirections become addresses below ``base``.
        """
        kept = {name: value for name, value in self.headers.items() if _KEPT.fullmatch(name)}
        moved = {
            n: kept[n].replace(f"{home}/", f"{base}/") for n in ("link", "location") if n in kept
        }
        return Answer(self.status, self.body, kept | moved)


@cache
def github() -> tuple[Exchange, ...]:
    """Return what PyGithub's tests recorded, in order."""
    files = _files("pygithub-*/tests/ReplayData/*.txt")
    return tuple(e for file in files for e in _ten_lines_each(file))


@cache
def gitlab() -> tuple[Exchange, ...]:
    """Return what ogr's tests recorded of GitLab's REST interface, in order within an address."""
    files = _files("ogr-*/tests/integration/gitlab/test_data/**/*.yaml")
    return tuple(e for file in files for e in _sent(file))


def _files(pattern: str) -> list[Path]:
    found = sorted(FOLDER.glob(pattern))
    if not found:
        raise FileNotFoundError(f"there are no recordings {pattern}: run make recordings")
    return found


def _ten_lines_each(file: Path) -> Iterator[Exchange]:
    """Split a file; a binary body goes on in lines that belong to no exchange."""
    text = file.read_text(encoding="utf-8")
    starts = [match.start() for match in _FIRST.finditer(text) if _at_line(text, match.start())]
    for start in starts:
        scheme, verb, host, port, target, _, asked, status, headers, body = text[start:].split(
            "\n", 10
        )[:10]
        place = host if port == "None" else f"{host}:{port}"
        yield Exchange(
            file.name, verb, f"{scheme}://{place}{target}", int(status),
            _lower(dict(ast.literal_eval(headers))), body.encode(), asked,
        )  # fmt: skip


def _at_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _sent(file: Path) -> Iterator[Exchange]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    told = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - a safe one
    sent = told.get("requests.sessions", {}).get("send", {})
    for verb, addresses in sent.items():
        for url, answers in addresses.items():
            for output in (answer["output"] for answer in answers):
                body = output["_content"]
                yield Exchange(
                    file.name, verb, url, output["status_code"], _lower(output["headers"]),
                    body.encode() if isinstance(body, str) else json.dumps(body).encode(),
                )  # fmt: skip


def _lower(headers: Mapping[str, Any]) -> dict[str, str]:
    return {name.lower(): str(value) for name, value in headers.items()}


class Listing(NamedTuple):
    """A list as it was recorded, all its pages put together; ``whole`` if the last one is there."""

    path: str
    items: list[Any]
    whole: bool


def listings(exchanges: Iterable[Exchange], paths: str) -> list[Listing]:
    """Put together the pages of each list whose whole path matches, file by file."""
    pages = [
        one
        for one in exchanges
        if (one.method, one.status) == ("GET", 200) and re.fullmatch(paths, one.path)
    ]
    files = groupby(pages, key=lambda one: (one.file, one.path))
    return [_together(path, list(some)) for (_, path), some in files]


def _together(path: str, pages: Sequence[Exchange]) -> Listing:
    told = [page.json() for page in pages]
    parts = [page["items"] if isinstance(page, dict) else page for page in told]
    return Listing(path, [item for part in parts for item in part], not pages[-1].says_more())


class Replay:
    """A forge that answers what was recorded, below ``prefix`` of its address.

    A list that was recorded whole is cut into pages as they are asked for, in the order and choice
    that it was recorded in: what a question says of sorting and kinds is passed over. All else is
    answered as recorded, by its path; of several recordings the last.
    """

    def __init__(self, home: str, prefix: str, exchanges: Iterable[Exchange] = ()) -> None:
        """Take what to answer; links to ``home`` will lead to this machine."""
        self.home, self.prefix = home, prefix
        self.lists: dict[str, list[Any]] = {}
        self.searches: dict[str, tuple[list[Any], int]] = {}
        self.recorded: dict[str, Exchange] = {}
        for one in exchanges:
            self.recorded[_plain(one.path)] = one

    def __call__(self, request: Request) -> Answer | None:
        """Answer a request; None: nothing was recorded there."""
        path = _plain(request.path.removeprefix(self.prefix))
        base = f"http://{request.headers['host']}{self.prefix}"
        if path in self.lists:
            return self._page(request, self.lists[path], f"{base}{path}")
        if path in self.searches:
            items, total = self.searches[path]
            told = {"total_count": total, "incomplete_results": False}
            return Answer.of(told | {"items": items[_part(request)]})
        recorded = self.recorded.get(path)
        return recorded.answered_at(self.home, base) if recorded else None

    def _page(self, request: Request, items: Sequence[Any], address: str) -> Answer:
        part = _part(request)
        page, last = part.start // (part.stop - part.start) + 1, part.stop >= len(items)
        query = urlencode({**request.query, "page": page + 1})
        link = "" if last else f'<{address}?{query}>; rel="next"'
        return Answer.of(items[part], x_total=str(len(items)), link=link)


def _part(request: Request) -> slice:
    size, page = int(request.query.get("per_page", 20)), int(request.query.get("page", 1))
    return slice((page - 1) * size, page * size)


def _plain(path: str) -> str:
    return unquote(path).lower()


def parts(value: object, key: str) -> Iterator[dict[str, Any]]:
    """Find every object with this key, however deep."""
    if isinstance(value, dict):
        if key in value:
            yield value
        for part in value.values():
            yield from parts(part, key)
    elif isinstance(value, list):
        for part in value:
            yield from parts(part, key)
