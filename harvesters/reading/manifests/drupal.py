"""Drupal: the .info file by which it knows a module, a theme or a profile."""

import re

from catalog.models.facts import ManifestSeen

_TYPE = re.compile(r"^type\s{0,4}:\s{0,4}[\"']?(module|theme|profile)\b", re.MULTILINE)
_CORE = re.compile(r"^core(?:_version_requirement)?\s{0,4}[:=]", re.MULTILINE)


def read(path: str, text: str) -> ManifestSeen:
    """Say that it extends Drupal, where the file says what it is; before version 8 core did."""
    stated = _TYPE.search(text[:4096])
    kind = f"drupal-{stated[1]}" if stated else None
    if kind is None and _CORE.search(text[:4096]):
        kind = "drupal-module"
    return ManifestSeen(path=path, ecosystem="composer", kind=kind)
