"""Folders of program code that stand side by side: the parts a reader sees in the tree."""

from collections import defaultdict

from catalog.models.evidence import Absent, Evidence, Found
from harvesters.reading.generality import files
from harvesters.reading.listing import Listing

LOOKED_FOR = ("two folders of program code side by side",)
SEVERAL = 2
FILES = 3  # beside one folder: it is a part of what they put together
EXAMPLES = 4
DEEPEST = 9

# They hold one kind of file of every part, or what is no part: looked into, but not counted.
_TECHNIQUES = frozenset(
    """
    src source sources lib libs app apps main java kotlin groovy scala php js javascript typescript
    ts css sass scss less styles style assets asset static public dist resources resource res web
    www html htdocs views view templates template layouts partials includes include inc images img
    fonts icons vendor scripts script bin tools tool utils util helpers helper config configs
    configuration settings conf types typings interfaces constants migrations database db sql
    deploy deployment docker helm charts terraform infra infrastructure ansible kubernetes k8s
    docs build ci tasks blocks __pycache__ management commands hooks patches stubs theme themes
    android ios com org net se no dk fi gov uk eu io
    """.split()  # noqa: SIM905 - a list of words
)


def read(listing: Listing) -> Evidence[tuple[str, ...]]:
    """Name folders of code that stand side by side, those nearest to the root."""
    below: dict[str, dict[str, None]] = defaultdict(dict)
    beside: dict[str, int] = defaultdict(int)
    for entry in listing.own:
        if "/" in entry.path and _is_code(entry.path, files.kind_of(entry)):
            folders = entry.path.split("/")[:-1][:DEEPEST]
            beside["/".join(folders)] += 1
            for depth, name in enumerate(folders):
                below["/".join(folders[:depth])][name] = None
    for folder in sorted(below, key=lambda path: (path.count("/") + bool(path), path)):
        parts = [name for name in below[folder] if _is_part(name)]
        if len(parts) >= SEVERAL or (parts and folder and beside[folder] >= FILES):
            above = f"{folder}/" if folder else ""
            return Found(found=tuple(above + name for name in parts[:EXAMPLES]))
    return Absent(absent=LOOKED_FOR)


def _is_code(path: str, kind: files.FileKind | None) -> bool:
    return (
        kind in {"code", "markup"} and not files.left_out(path) and not files.is_configuring(path)
    )


def _is_part(name: str) -> bool:
    return name.lower() not in _TECHNIQUES and not name.startswith((".", "_"))
