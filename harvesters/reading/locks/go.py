"""Go: go.sum with go.mod beside it. Neither states licences nor tells what only tests need."""

import re

from harvesters.reading.locks.packages import Beside, Packages, package, undivided

_SUM = re.compile(r"^(\S{1,200}) v(\S{1,100}) h1:", re.MULTILINE)
_NEEDED = re.compile(
    r"^(?:require)?[ \t]{1,8}([\w.-]{1,80}\.[\w.-]{1,80}/?\S{0,200}) v(\S{1,80})", re.MULTILINE
)
_LANGUAGE = re.compile(r"^go 1\.(\d{1,3})", re.MULTILINE)
_COMPLETE = (
    17  # from Go 1.17 on go.mod names all that the build needs (go.dev/ref/mod#go-mod-file-go)
)


def read(text: str, beside: Beside) -> Packages | None:
    """Read what go.mod names where it names all, else what go.sum has the content's hash of."""
    summed = {(name, version) for name, version in _SUM.findall(text.replace("\r\n", "\n"))
              if not version.endswith("/go.mod")}  # fmt: skip
    if not summed and text.strip():
        return None
    manifest = (beside("go.mod") or "").replace("\r\n", "\n")
    language = _LANGUAGE.search(manifest)
    needed = set(_NEEDED.findall(manifest))
    if language and int(language[1]) >= _COMPLETE and needed:
        summed &= needed
    return undivided(package(name, version) for name, version in summed)
