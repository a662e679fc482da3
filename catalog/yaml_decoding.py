"""From bytes to text: UTF-8, and where it is not, which byte on which line."""

import codecs

_WIDE = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}


class NotTextError(Exception):
    """The bytes are not UTF-8; says where, what is there, and what to do."""

    def __init__(self, line: int, column: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint


def decode(content: bytes) -> str:
    """Return the text. A byte order mark, which editors on Windows write, is not part of it.

    Raises:
        NotTextError: it is not UTF-8.
    """
    for mark, name in _WIDE.items():
        if content.startswith(mark):
            hint = "save the file as UTF-8 (editors on Windows call UTF-16 'Unicode')"
            raise NotTextError(1, 1, f"this is {name}, not UTF-8 text", hint)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A codec counts from after the byte order mark.
        mark_length = len(codecs.BOM_UTF8) if content.startswith(codecs.BOM_UTF8) else 0
        raise _at_byte(content, error.start + mark_length) from None


def _at_byte(content: bytes, place: int) -> NotTextError:
    begins = content.rfind(b"\n", 0, place) + 1
    line = content.count(b"\n", 0, place) + 1
    column = len(content[begins:place].decode("utf-8-sig", "replace")) + 1
    byte = content[place : place + 1]
    meant = byte.decode("cp1252", "replace")
    guess = f"; it would be '{meant}' in Windows-1252" if meant.isalpha() else ""
    message = f"byte {place + 1} (0x{byte.hex().upper()}) is not UTF-8 text{guess}"
    return NotTextError(line, column, message, "save the file as UTF-8")
