"""PHP: composer.json."""

import re

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
    localisation_tools,
    only_tools,
)
from harvesters.reading.structured import json_mapping, keys, words

_HOST = re.compile(r"https?://([A-Za-z0-9.-]{3,100})(?:[:/]|$)")
_PLATFORM = re.compile(r"(?:php|hhvm|composer(?:-\w+-api)?|(?:ext|lib)-.*)$")


def read(path: str, text: str) -> ManifestSeen:
    """Read name, licence, type, scripts and what it requires. Several licences are joined by OR."""
    document = json_mapping(text)
    if document is None:
        return ManifestSeen(path=path, ecosystem="composer")
    required = [name for name in keys(document.get("require")) if not _PLATFORM.match(name)]
    development = keys(document.get("require-dev"))
    executable = bool(document.get("bin"))
    kind = words(document.get("type"))
    return ManifestSeen(
        path=path,
        ecosystem="composer",
        name=words(document.get("name")),
        version=words(document.get("version")),
        licence=_licence(document.get("license")),
        kind=kind,
        tooling=only_tools([*required, *development]) and not document.get("autoload"),
        library=kind in {None, "library"} and "autoload" in document and not executable,
        executable=executable or kind == "project",
        scripts=keys(document.get("scripts"))[:60],
        dependencies=listed(required),
        registries=_registries(document.get("repositories")),
        development_dependencies=len(development),
        accessibility=accessibility_tools([*required, *development]),
        localisation=localisation_tools([*required, *development]),
    )


def _registries(value: object) -> tuple[str, ...]:
    """Return the hosts of package registries, which Composer calls repositories."""
    rows = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = (_HOST.match(str(row.get("url"))) for row in rows
             if isinstance(row, dict) and row.get("type") == "composer")  # fmt: skip
    return listed(host[1].lower() for host in found if host)


def _licence(value: object) -> str | None:
    if isinstance(value, list):
        return " OR ".join(found for item in value[:5] if (found := stated_licence(item))) or None
    return stated_licence(value)
