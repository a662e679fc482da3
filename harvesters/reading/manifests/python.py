"""Python: pyproject.toml, setup.cfg, setup.py, requirements.txt, Pipfile."""

import re
from configparser import ConfigParser
from configparser import Error as ConfigError
from typing import Any

from catalog.models.facts import LifecycleWord, ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
    localisation_tools,
    only_tools,
)
from harvesters.reading.structured import LARGEST, Mapping, keys, toml_mapping, words

_NAME = re.compile(r"\s*([A-Za-z0-9][\w.-]{0,100})")
_HOST = re.compile(r"https?://(?:[^/@\s]{1,100}@)?([A-Za-z0-9.-]{3,100})")
_CHOICE = re.compile(
    r"#\s{0,4}(?:only )?(?:needed )?(?:if using|if you use|optional)\b", re.IGNORECASE
)
_EXACT = re.compile(r"[\w.\[\], -]{1,120}(?:===?[^*,]{1,60}|@ ?git\+\S{1,120}@[0-9a-f]{40}\b.*)$")
_CLASSIFIER = re.compile(r"Development Status :: ([1-7]) - ")
_STATUSES: dict[str, LifecycleWord] = {
    "1": "concept", "2": "development", "3": "development", "4": "beta", "5": "stable",
    "6": "stable", "7": "obsolete",
}  # fmt: skip
_OTHER_PLACE = re.compile(
    r"(?:--?[\w-]{0,20}(?:index-url|find-links)|-[if]\b|-e\s{1,4}(?!git\+https)|https?:|git\+ssh)"
)
_LISTED = re.compile(r"\binstall_requires\s{0,4}=\s{0,4}\[([^\]]{0,20000})\]")
_QUOTED = re.compile(r"[\"']([A-Za-z0-9][^\"'\n]{0,200})[\"']")
_ARGUMENT = re.compile(r"\b(name|version|license)\s{0,4}=\s{0,4}[\"']{1,3}([^\"'\n]{1,200})[\"']")


def read_pyproject(path: str, text: str) -> ManifestSeen:
    """Read the ``project`` table, or Poetry's where there is none."""
    document = toml_mapping(text)
    if document is None:
        return ManifestSeen(path=path, ecosystem="pypi")
    tools = _table(document, "tool")
    poetry = _table(tools, "poetry")
    project = _table(document, "project") or poetry
    required = _required(project)
    development = _development(document, poetry)
    scripts = keys(project.get("scripts")) or keys(project.get("gui-scripts"))
    return ManifestSeen(
        path=path,
        ecosystem="pypi",
        name=words(project.get("name")),
        version=words(project.get("version")),
        licence=_licence(project.get("license")),
        tooling=not project or (not project.get("name") and only_tools(required)),
        library=bool(project and "build-system" in document and not scripts),
        executable=bool(scripts),
        scripts=scripts[:60],
        dependencies=listed(required),
        registries=_registries(tools),
        partly="dependencies" in _dynamic(project),
        development_dependencies=len(development),
        accessibility=accessibility_tools([*required, *development]),
        localisation=localisation_tools([*required, *development]),
        status=_status(text),
    )


def read_setup_cfg(path: str, text: str) -> ManifestSeen:
    """Read the ``metadata`` section; a file without it only configures tools."""
    parser = ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text[:LARGEST])
    except (ConfigError, AttributeError):  # AttributeError: a continuation before any option
        return ManifestSeen(path=path, ecosystem="pypi")
    required = parser.get("options", "install_requires", fallback="").splitlines()
    program = parser.has_option("options.entry_points", "console_scripts")
    return ManifestSeen(
        path=path,
        ecosystem="pypi",
        name=words(parser.get("metadata", "name", fallback=None)),
        version=words(parser.get("metadata", "version", fallback=None)),
        licence=stated_licence(parser.get("metadata", "license", fallback=None)),
        tooling=not parser.has_section("metadata"),
        library=parser.has_section("metadata") and not program,
        executable=program,
        dependencies=listed(_names(required)),
        status=_status(text),
    )


def read_setup_py(path: str, text: str) -> ManifestSeen:
    """Read the arguments that stand as plain text; the program is never run."""
    stated = dict(_ARGUMENT.findall(text[:LARGEST]))
    program = "console_scripts" in text
    needed = _LISTED.search(text[:LARGEST])
    return ManifestSeen(
        path=path,
        ecosystem="pypi",
        name=words(stated.get("name")),
        version=words(stated.get("version")),
        licence=stated_licence(stated.get("license")),
        library=not program,
        executable=program,
        dependencies=listed(_names(_QUOTED.findall(needed[1]))) if needed else (),
        partly="install_requires" in text and not needed,
        status=_status(text),
    )


def read_requirements(path: str, text: str) -> ManifestSeen:
    """Read the names of a requirements file."""
    every = (line for line in text[:LARGEST].splitlines() if not _CHOICE.search(line[:300]))
    lines = [line.partition("#")[0].partition(";")[0].strip() for line in every]
    stated = [line for line in lines if line and not line.startswith(("-", "http", "git+"))]
    names = _names(stated)
    return ManifestSeen(
        path=path,
        ecosystem="pypi",
        tooling=only_tools(names),
        dependencies=listed(names),
        accessibility=accessibility_tools(names),
        localisation=localisation_tools(names),
        partly=any(_OTHER_PLACE.match(line) for line in lines),
        exact=bool(stated) and all(_EXACT.match(line[:300]) for line in stated),
    )


def read_pipfile(path: str, text: str) -> ManifestSeen:
    """Read the packages of a Pipfile."""
    document = toml_mapping(text) or {}
    return ManifestSeen(
        path=path,
        ecosystem="pypi",
        dependencies=listed(keys(document.get("packages"))),
        development_dependencies=len(keys(document.get("dev-packages"))),
        scripts=keys(document.get("scripts"))[:60],
    )


def _required(project: Mapping) -> list[str]:
    stated = project.get("dependencies")
    if isinstance(stated, dict):
        return [name for name in keys(stated) if name.lower() != "python"]
    return _names(stated) if isinstance(stated, list) else []


def _development(document: Mapping, poetry: Mapping) -> list[str]:
    groups = _table(document, "dependency-groups").values()
    named = [name for group in groups if isinstance(group, list) for name in _entries(group)]
    for group in _table(poetry, "group").values():
        named += keys(group.get("dependencies")) if isinstance(group, dict) else ()
    return [*named, *keys(poetry.get("dev-dependencies"))]


def _entries(group: list[Any]) -> list[str]:
    """Return a name for every entry of a group; one that includes another group has none."""
    return [(_names([entry]) or [""])[0] for entry in group]


def _dynamic(project: Mapping) -> list[str]:
    stated = project.get("dynamic")
    return [word for word in stated if isinstance(word, str)] if isinstance(stated, list) else []


def _registries(tools: Mapping) -> tuple[str, ...]:
    """Return the hosts of further package indexes, as Poetry and uv name them."""
    tables = (_table(tools, "poetry").get("source"), _table(tools, "uv").get("index"))
    rows = (row for table in tables if isinstance(table, list) for row in table)
    urls = (str(row.get("url")) for row in rows if isinstance(row, dict))
    return listed(host[1].lower() for url in urls if (host := _HOST.match(url)))


def _status(text: str) -> LifecycleWord | None:
    """Return the maturity that PyPI's classifier states, where just one is stated."""
    stated = set(_CLASSIFIER.findall(text[:LARGEST]))
    return _STATUSES[stated.pop()] if len(stated) == 1 else None


def _licence(value: object) -> str | None:
    return stated_licence(value.get("text") if isinstance(value, dict) else value)


def _table(document: Mapping, key: str) -> dict[str, Any]:
    value = document.get(key)
    return value if isinstance(value, dict) else {}


def _names(stated: list[Any]) -> list[str]:
    return [found[1] for line in stated if isinstance(line, str) and (found := _NAME.match(line))]
