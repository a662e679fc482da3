"""Go: go.mod."""

import re

from catalog.models.facts import ManifestSeen
from harvesters.reading.manifests.tooling import listed
from harvesters.reading.structured import LARGEST

_MODULE = re.compile(r"^module[ \t]{1,4}(\S{1,200})", re.MULTILINE)
_REQUIRED = re.compile(
    r"^(?:require)?[ \t]{1,8}([\w.-]{1,80}\.[\w.-]{1,80}/\S{1,200}) v\S{1,80}(.{0,40})$",
    re.MULTILINE,
)


def read(path: str, text: str) -> ManifestSeen:
    """Read the module's name and what it requires directly; versions are always exact."""
    text = text[:LARGEST].replace("\r\n", "\n")
    module = _MODULE.search(text)
    required = (name for name, note in _REQUIRED.findall(text) if "indirect" not in note)
    return ManifestSeen(
        path=path,
        ecosystem="go",
        name=module[1] if module else None,
        dependencies=listed(required),
        exact=True,
    )
