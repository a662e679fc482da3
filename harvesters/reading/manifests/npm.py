"""JavaScript: package.json."""

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
    localisation_tools,
    only_tools,
)
from harvesters.reading.structured import Mapping, json_mapping, keys, words

_PROGRAM_SCRIPTS = frozenset({"start", "dev", "serve", "android", "ios", "web", "deploy"})
_ENTRIES = ("main", "module", "exports", "types", "typings")
_PUBLISHED = ("files", "publishConfig")


def read(path: str, text: str) -> ManifestSeen:
    """Read name, licence, scripts and dependencies."""
    document = json_mapping(text)
    if document is None:
        return ManifestSeen(path=path, ecosystem="npm")
    required = (*keys(document.get("dependencies")), *keys(document.get("peerDependencies")))
    development = keys(document.get("devDependencies"))
    scripts = keys(document.get("scripts"))
    private = document.get("private") is True
    executable = bool(document.get("bin")) and not private
    published = not private and any(document.get(key) for key in _PUBLISHED)
    runs = executable or bool(_PROGRAM_SCRIPTS.intersection(scripts))
    return ManifestSeen(
        path=path,
        ecosystem="npm",
        name=words(document.get("name")),
        version=words(document.get("version")),
        licence=_licence(document),
        kind="private" if private else None,
        private=private,
        tooling=only_tools([*required, *development]) and not runs,
        library=published
        or (any(document.get(key) for key in _ENTRIES) and not private and not runs),
        published=published,
        executable=executable,
        scripts=scripts[:60],
        dependencies=listed(required),
        development_dependencies=len(development),
        accessibility=accessibility_tools([*required, *development]),
        localisation=localisation_tools([*required, *development]),
    )


def _licence(document: Mapping) -> str | None:
    """Return ``license``, also in the older forms: an object, and a list called ``licenses``."""
    value = document.get("license") or document.get("licenses")
    values = value if isinstance(value, list) else [value]
    stated = (item.get("type") if isinstance(item, dict) else item for item in values[:5])
    return " OR ".join(found for item in stated if (found := stated_licence(item))) or None
