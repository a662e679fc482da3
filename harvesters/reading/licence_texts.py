"""The licence texts that files are compared with, and how the data file of them is made.

``licences.json.gz`` holds the texts of the SPDX licence list that are OSI-approved, Creative
Commons, or common in public code. To refresh it, unpack the npm package ``spdx-license-list``,
then write what :func:`collect` returns for its ``licenses`` folder::

    from pathlib import Path
    from harvesters.reading.licence_texts import collect

    Path("harvesters/reading/licences.json.gz").write_bytes(collect(Path("package/licenses")))

The same folder gives the same bytes. Ids that differ only in -only or -or-later share a text, so
the text stands under the family's id.
"""

import gzip
import json
import re
import zlib
from functools import cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

SKETCH = 48  # smallest hashes kept of each text: enough to tell half alike from unlike

_NOTICE = re.compile(
    r"^\W*(?:copyright\b|©|\(c\)).{0,40}?(?:\d{4}|[\[<{(]?\s*(?:yyyy|year|date)\b).*$"
    r"|^\W*copyright\s*(?:©|\(c\))\s*\w.{0,100}$"
    r"|^\W*all rights reserved\.?\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ALSO = frozenset({
    "CC0-1.0", "WTFPL", "AGPL-1.0", "GPL-1.0", "BSD-4-Clause", "BSD-3-Clause-Clear", "JSON",
    "Beerware", "FSFAP", "GFDL-1.1", "GFDL-1.2", "GFDL-1.3", "EUPL-1.0", "ODbL-1.0", "ODC-By-1.0",
    "PDDL-1.0", "OpenSSL", "Ruby", "Vim", "X11", "Zend-2.0", "BUSL-1.1", "SSPL-1.0",
    "Elastic-2.0", "PolyForm-Noncommercial-1.0.0", "OGL-UK-3.0", "DL-DE-BY-2.0", "DL-DE-ZERO-2.0",
    "etalab-2.0", "NLOD-2.0", "CECILL-2.0", "CECILL-B", "CECILL-C", "ISC-Veillard", "curl", "FTL",
    "BSD-Source-Code", "ClArtistic", "Imlib2", "OLDAP-2.3", "IJG", "NPL-1.1", "SGI-B-2.0",
    "xinetd", "YPL-1.1", "Zimbra-1.3", "ZPL-2.0", "SMLNJ", "eCos-2.0",
})  # fmt: skip
_SAME_TEXT = re.compile(
    r"-only$|-or-later$|\+$|-with-|-no-RFN$|(?<=OFL-1\.1)-RFN$|-no-copyleft-|-Combined-"
)
_OPEN_CONTENT = re.compile(r"^CC-BY(?:-SA|-NC|-ND|-NC-SA|-NC-ND)?-[234]\.[05]$")


class Known(NamedTuple):
    """A licence text: its id, the sketch and number of its bigrams, and the words themselves."""

    spdx: str
    sketch: frozenset[int]
    bigrams: int
    words: str


def normal_words(text: str) -> list[str]:
    """Return the words that a comparison sees: lower case, without copyright notices."""
    lines = (line for line in text.splitlines() if not _NOTICE.match(line[:200]))
    return _WORD.findall("\n".join(lines).lower().replace("licence", "license"))


def bigrams(words: list[str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of neighbouring words."""
    return frozenset(pairwise(words))


def sketch(pairs: frozenset[tuple[str, str]]) -> frozenset[int]:
    """Return the smallest hashes of some bigrams: alike texts share most of theirs."""
    hashes = sorted(zlib.crc32(f"{first} {second}".encode()) for first, second in pairs)
    return frozenset(hashes[:SKETCH])


@cache
def known() -> tuple[Known, ...]:
    """Load the texts, by id."""
    packed = files(__package__).joinpath("licences.json.gz").read_bytes()
    return tuple(
        Known(spdx, frozenset(entry["sketch"]), entry["bigrams"], entry["words"])
        for spdx, entry in json.loads(gzip.decompress(packed)).items()
    )


@cache
def known_bigrams(spdx: str) -> frozenset[tuple[str, str]]:
    """Return the bigrams of a known text, kept once made."""
    return next(bigrams(k.words.split(" ")) for k in known() if k.spdx == spdx)


def collect(folder: Path) -> bytes:
    """Pack the texts of a folder of SPDX licences, one JSON file each, into the data file."""
    texts = {}
    for path in sorted(folder.glob("*.json")):
        licence = json.loads(path.read_text("utf-8"))
        if _is_wanted(path.stem, osi_approved=licence["osiApproved"]):
            texts[path.stem] = _packed(licence["licenseText"])
    text = json.dumps(texts, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return gzip.compress(text.encode(), 9, mtime=0)


def _is_wanted(spdx: str, *, osi_approved: bool) -> bool:
    wanted = osi_approved or spdx in _ALSO or _OPEN_CONTENT.match(spdx)
    return bool(wanted) and not _SAME_TEXT.search(spdx)


def _packed(text: str) -> dict[str, Any]:
    words = normal_words(text)
    pairs = bigrams(words)
    return {"sketch": sorted(sketch(pairs)), "bigrams": len(pairs), "words": " ".join(words)}
