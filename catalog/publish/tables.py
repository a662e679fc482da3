"""Tables as files for a spreadsheet: CSV as it is opened by a click in the language's country.

Excel divides by the list separator of the machine's region (a semicolon in Sweden, where the comma
is the decimal sign) and takes a file for UTF-8 only where it begins with a byte order mark.
"""

import csv
import io
from collections.abc import Iterable

from catalog.models.curated import Language

_SEPARATORS: dict[Language, str] = {"sv": ";", "en": ","}
_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so may be run by a spreadsheet


def table(rows: Iterable[Iterable[object]], language: Language) -> str:
    """Return rows as CSV (RFC 4180), the first of them the heads; None is an empty cell."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=_SEPARATORS[language], lineterminator="\r\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _MARK + out.getvalue()


def _cell(value: object) -> str:
    """Write a number plainly, and a text so that it stays one."""
    if value is None:
        return ""
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
