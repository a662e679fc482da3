"""Java and Kotlin: pom.xml and Gradle's build scripts."""

import re
from xml.etree import ElementTree as ET

from catalog.models.facts import ManifestSeen
from harvesters.reading.manifests.tooling import listed
from harvesters.reading.structured import LARGEST, words, xml_root

_EXACT = re.compile(r"\$\{[^}]{1,80}\}$|\d[\w.+-]{0,60}$")
_GRADLE_DEPENDENCY = re.compile(
    r"\b(?:implementation|api|compile|runtimeOnly|compileOnly"
    r"|kapt)[ (]{1,3}[\"']([\w.-]{1,100}:[\w.-]{1,100})"
)
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
    return ManifestSeen(
        path=path,
        ecosystem="maven",
        name=_coordinate(group, root.findtext("artifactId")),
        version=words(root.findtext("version")),
        licence=words(root.findtext("licenses/license/name")),
        kind=words(root.findtext("packaging")),
        library=not program and words(root.findtext("packaging")) in {None, "jar"},
        executable=program,
        dependencies=listed(_dependency(d) for d in runtime),
        development_dependencies=len(dependencies) - len(runtime),
        exact=all(_EXACT.match(version) for version in versions),
    )


def read_gradle(path: str, text: str) -> ManifestSeen:
    """Read what a build script says in plain text; the script is never run."""
    text = text[:LARGEST]
    program = bool(_GRADLE_PROGRAM.search(text))
    version = _GRADLE_VERSION.search(text)
    group = _GRADLE_GROUP.search(text)
    return ManifestSeen(
        path=path,
        ecosystem="gradle",
        name=group[1] if group else None,
        version=version[1] if version else None,
        library=bool(_GRADLE_LIBRARY.search(text)) and not program,
        executable=program,
        dependencies=listed(_GRADLE_DEPENDENCY.findall(text)),
        development_dependencies=len(_GRADLE_TEST.findall(text)),
    )


def _dependency(dependency: ET.Element) -> str:
    return _coordinate(dependency.findtext("groupId"), dependency.findtext("artifactId")) or ""


def _coordinate(group: str | None, artifact: str | None) -> str | None:
    return ":".join(part for value in (group, artifact) if (part := words(value))) or None
