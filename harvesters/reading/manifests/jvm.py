"""Java and Kotlin: pom.xml and Gradle's build scripts."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
)
from harvesters.reading.structured import LARGEST, toml_mapping, words, xml_root

_PUBLISHED = re.compile(
    r"<artifactId>(?:nexus-staging-maven-plugin|central-publishing-maven-plugin)</artifactId>"
)
_GRADLE_PUBLISHED = re.compile(r"[\"'`]maven-publish[\"'`]")
_EXACT = re.compile(r"\$\{[^}]{1,80}\}$|(?!LATEST$|RELEASE$|.{0,60}-SNAPSHOT$)\w[\w.+-]{0,60}$")
_GRADLE_DEPENDENCY = re.compile(
    r"\b(?:implementation|api|compile|runtimeOnly|compileOnly"
    r"|kapt|developmentOnly|annotationProcessor)[ (]{1,3}(?:(?:enforcedP|p)latform\()?"
    r"[\"']([\w.-]{1,100}:[\w.-]{1,100})(?::([^\"'@:]{1,80}))?"
)
_GRADLE_NAMED = re.compile(
    r"\bgroup\s{0,2}[:=]\s{0,2}[\"']([\w.-]{1,100})[\"']\s{0,2},\s{0,2}name\s{0,2}[:=]\s{0,2}"
    r"[\"']([\w.-]{1,100})[\"']"
)
_GRADLE_UNNAMED = re.compile(  # a file in the tree, or what only the script itself knows
    r"^[ \t]{1,24}(?:implementation|api|compile|runtimeOnly|compileOnly)[ (]{1,3}(?!platform"
    r"|enforced|project|libs\.|group\b|kotlin\(|gradleApi|localGroovy|dependencies\.|files\(gen"
    r"|[\"'])\w",
    re.MULTILINE,
)
_HOST = re.compile(r"https?://([A-Za-z0-9.-]{3,100})")
_GRADLE_EXACT = re.compile(r"\$|\d[\w.-]{0,60}$")
_GRADLE_TEST = re.compile(r"\b(?:test|androidTest)(?:Implementation|Compile|RuntimeOnly)\b")
_GRADLE_GROUP = re.compile(r"^\s{0,20}group\s{0,4}=?\s{0,4}[\"']([\w.-]{1,100})[\"']", re.MULTILINE)
_GRADLE_VERSION = re.compile(
    r"^\s{0,20}version(?:Name)?\s{0,4}=?\s{0,4}[\"']([\w.-]{1,60})[\"']", re.MULTILINE
)
_GRADLE_LIBRARY = re.compile(r"com\.android\.library|java-library|[\"']maven-publish[\"']")
_GRADLE_PROGRAM = re.compile(
    r"com\.android\.application|org\.springframework\.boot|[\"'(]application[\"')]|mainClass"
)


def read_pom(path: str, text: str) -> ManifestSeen:
    """Read a Maven project; ``exact`` where every dependency names one version."""
    root = xml_root(text)
    if root is None or root.tag != "project":
        return ManifestSeen(path=path, ecosystem="maven")
    dependencies = root.findall("dependencies/dependency")
    runtime = [d for d in dependencies if words(d.findtext("scope")) != "test"]
    versions = [v.strip() for d in dependencies if (v := d.findtext("version"))]
    group = root.findtext("groupId") or root.findtext("parent/groupId")
    program = "spring-boot-maven-plugin" in text or "mainClass" in text
    packaging = words(root.findtext("packaging"))
    return ManifestSeen(
        path=path,
        ecosystem="maven",
        name=_coordinate(group, root.findtext("artifactId")),
        version=words(root.findtext("version")),
        licence=stated_licence(root.findtext("licenses/license/name")),
        kind=packaging,
        library=not program and packaging in {None, "jar"},
        published=not program
        and packaging in {None, "jar", "pom"}
        and bool(_PUBLISHED.search(text)),
        executable=program,
        dependencies=listed(_dependency(d) for d in runtime),
        registries=_registries(root),
        partly=any(words(d.findtext("systemPath")) for d in runtime),
        accessibility=accessibility_tools(_dependency(d) for d in dependencies),
        development_dependencies=len(dependencies) - len(runtime),
        exact=all(_EXACT.match(version) for version in versions),
    )


def read_gradle(path: str, text: str) -> ManifestSeen:
    """Read what a build script says in plain text; the script is never run."""
    text = text[:LARGEST]
    program = bool(_GRADLE_PROGRAM.search(text))
    version = _GRADLE_VERSION.search(text)
    group = _GRADLE_GROUP.search(text)
    stated = _GRADLE_DEPENDENCY.findall(text)
    named = (":".join(found) for found in _GRADLE_NAMED.findall(text))
    versions = [version for _, version in stated if version]
    return ManifestSeen(
        path=path,
        ecosystem="gradle",
        name=group[1] if group else None,
        version=version[1] if version else None,
        library=bool(_GRADLE_LIBRARY.search(text)) and not program,
        published=bool(_GRADLE_PUBLISHED.search(text)) and not program,
        executable=program,
        dependencies=listed([*(name for name, _ in stated), *named]),
        partly=bool(_GRADLE_UNNAMED.search(text)),
        development_dependencies=len(_GRADLE_TEST.findall(text)),
        exact=bool(versions) and all(_GRADLE_EXACT.match(v) for v in versions),
    )


def read_gradle_catalogue(path: str, text: str) -> ManifestSeen:
    """Read a version catalogue, where one names each version once for all build scripts."""
    document = toml_mapping(text) or {}
    tables = [document.get(name) for name in ("versions", "libraries")]
    values = [value for table in tables if isinstance(table, dict) for value in table.values()]
    versions = [v.get("version") if isinstance(v, dict) else v for v in values]
    written = [v for v in versions if isinstance(v, str) and ":" not in v]
    return ManifestSeen(
        path=path,
        ecosystem="gradle",
        dependencies=listed(_modules(document.get("libraries"))),
        exact=bool(written) and all(_GRADLE_EXACT.match(v) for v in written),
    )


def _modules(libraries: object) -> Iterator[str]:
    """Yield what a catalogue's libraries are called where they are published."""
    for value in libraries.values() if isinstance(libraries, dict) else ():
        if isinstance(value, dict):
            parts = _coordinate(words(value.get("group")), words(value.get("name")))
            yield words(value.get("module")) or parts or ""
        else:
            yield ":".join(str(value).split(":")[:2])


def _registries(root: ET.Element) -> tuple[str, ...]:
    urls = (words(url.text) or "" for url in root.findall("repositories/repository/url"))
    return listed(host[1].lower() for url in urls if (host := _HOST.match(url)))


def _dependency(dependency: ET.Element) -> str:
    return _coordinate(dependency.findtext("groupId"), dependency.findtext("artifactId")) or ""


def _coordinate(group: str | None, artifact: str | None) -> str | None:
    return ":".join(part for value in (group, artifact) if (part := words(value))) or None
