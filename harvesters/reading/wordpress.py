"""The headers by which WordPress knows a theme (style.css) and a plugin (its main PHP file).

Fields and their limits are WordPress' own: the first 8 KiB of the file, ``Field: value`` a line.
"""

import re
from typing import Literal

from catalog.models.evidence import Evidence
from catalog.models.facts import WordpressSeen
from harvesters.reading.contents import Contents, gathered
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.listing import Entry, Listing
from harvesters.reading.structured import words
from harvesters.reading.text import Text

LOOKED_FOR = ("style.css with Theme Name", "*.php with Plugin Name")
MOST_THEMES = 10
MOST_PLUGINS = 20
HEADER = 8192

_STYLE = re.compile(r"style\.css$")
_PHP = re.compile(r"[^.].*\.php$", re.IGNORECASE)
_THEME_FOLDER = re.compile(r"(?:[^/]+/|(?:.{0,60}/)?wp-content/themes/[^/]+/)?style\.css$")
_FIELD = re.compile(
    r"[ \t/*#@<?ph]*(Theme Name|Plugin Name|Version|License):[ \t]*(.*)$", re.IGNORECASE
)
_NO_PLUGIN = re.compile(  # template files, and drop-ins copied in from elsewhere
    r"(?:index|functions|header|footer|page|single|404|archive|search|object-cache|advanced-cache"
    r"|sunrise|db)\.php$"
)
_DEFAULT_THEME = re.compile(r".*/themes/twenty\w{3,20}/")


def candidates(listing: Listing) -> list[Entry]:
    """List style sheets and PHP files of the root and one level below, those likeliest first."""
    themes = [e for e in listing.named(_STYLE, deepest=4) if _is_theme(e.path)]
    plugins = [e for e in listing.named(_PHP, deepest=1) if not _NO_PLUGIN.match(e.name)]
    plugins.sort(key=lambda entry: (entry.depth, not _named_as_folder(entry), entry.path))
    return themes[:MOST_THEMES] + plugins[:MOST_PLUGINS]


def read(contents: Contents) -> Evidence[tuple[WordpressSeen, ...]]:
    """Read the headers of themes and plugins."""
    return gathered(contents, candidates(contents.listing), seen, LOOKED_FOR)


def seen(entry: Entry, text: Text) -> WordpressSeen | None:
    """Read one header, None where the file has none."""
    fields: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(Text(text.content[:HEADER], text.encoding).lines, 1):
        if found := _FIELD.match(line):
            fields.setdefault(found[1].lower(), (number, _clean(found[2])))
    kind: Literal["theme", "plugin"] = "theme" if entry.name == "style.css" else "plugin"
    name = fields.get(f"{kind} name")
    if name is None:
        return None
    licence = fields.get("license", (None, ""))
    return WordpressSeen(
        path=entry.path,
        kind=kind,
        line=name[0],
        name=name[1] or None,
        version=fields.get("version", (0, ""))[1] or None,
        licence=stated_licence(licence[1]),
        licence_line=licence[0] if licence[1] else None,
    )


def _is_theme(path: str) -> bool:
    return bool(_THEME_FOLDER.match(path)) and not _DEFAULT_THEME.match(path)


def _clean(value: str) -> str:
    return words(value.partition("*/")[0].partition("?>")[0]) or ""


def _named_as_folder(entry: Entry) -> bool:
    return entry.name.rpartition(".")[0].lower() == entry.folder.lower()
