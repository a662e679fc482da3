"""Ruby: Gemfile and gemspec."""

import re

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
    localisation_tools,
    only_tools,
)
from harvesters.reading.structured import LARGEST, words

_GEM = re.compile(r"^\s{0,20}gem[ (]{1,3}[\"']([\w.-]{1,100})[\"']", re.MULTILINE)
_ATTRIBUTE = re.compile(
    r"\.(name|version|licenses?)\s{0,10}=\s{0,10}\[?\s{0,4}[\"']([^\"'\n]{1,100})[\"']"
)
_REQUIRED = re.compile(r"\.add_(?:runtime_)?dependency[ (]{1,3}[\"']([\w.-]{1,100})[\"']")
_SOURCE = re.compile(r"^\s{0,20}source[ (]{1,3}[\"']https?://([\w.-]{3,100})", re.MULTILINE)
_OTHER_FILE = re.compile(r"^\s{0,20}eval_gemfile\b", re.MULTILINE)
_DEVELOPMENT = re.compile(r"\.add_development_dependency\b")


def read_gemfile(path: str, text: str) -> ManifestSeen:
    """Read the gems that a Gemfile names."""
    gems = _GEM.findall(text[:LARGEST])
    return ManifestSeen(
        path=path,
        ecosystem="rubygems",
        tooling=only_tools(gems),
        dependencies=listed(gems),
        registries=listed(host.lower() for host in _SOURCE.findall(text[:LARGEST])),
        partly=bool(_OTHER_FILE.search(text[:LARGEST])),
        accessibility=accessibility_tools(gems),
        localisation=localisation_tools(gems),
    )


def read_gemspec(path: str, text: str) -> ManifestSeen:
    """Read the attributes that stand as plain text; the program is never run."""
    text = text[:LARGEST]
    stated = dict(_ATTRIBUTE.findall(text))
    program = ".executables" in text
    return ManifestSeen(
        path=path,
        ecosystem="rubygems",
        name=words(stated.get("name")),
        version=words(stated.get("version")),
        licence=stated_licence(stated.get("license") or stated.get("licenses")),
        library=not program,
        executable=program,
        dependencies=listed(_REQUIRED.findall(text)),
        development_dependencies=len(_DEVELOPMENT.findall(text)),
    )
