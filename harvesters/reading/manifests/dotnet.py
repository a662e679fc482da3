"""C#, F# and Visual Basic: project files."""

import re

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import (
    accessibility_tools,
    listed,
    localisation_tools,
)
from harvesters.reading.structured import words, xml_root

_DESCRIBING = frozenset({"PackageId", "PackageTags"})
_PACKED = ("IsPackable", "GeneratePackageOnBuild")
# NuGet takes the lowest version that will do, so that a plain one is the one that is used.
_EXACT = re.compile(r"\[?\d[\w.+-]{0,60}\]?$|\$\([\w.]{1,80}\)$")
_PROGRAMS = frozenset({"exe", "winexe"})


def read(path: str, text: str) -> ManifestSeen:
    """Read a project; its name is that of the file where no package or assembly is named."""
    root = xml_root(text)
    if root is None or root.tag != "Project":
        return ManifestSeen(path=path, ecosystem="nuget")
    stated = {e.tag: words(e.text) for e in root.findall("PropertyGroup/*") if words(e.text)}
    references = list(root.iter("PackageReference"))
    packages = [words(e.get("Include")) or "" for e in references]
    versions = [e.get("Version") or words(e.findtext("Version")) for e in references]
    output = (stated.get("OutputType") or "").lower()
    web = root.get("Sdk") == "Microsoft.NET.Sdk.Web" and output != "library"
    program = output in _PROGRAMS or web
    packed = not _DESCRIBING.isdisjoint(stated) or "true" in {
        (stated.get(key) or "").lower() for key in _PACKED
    }
    return ManifestSeen(
        path=path,
        ecosystem="nuget",
        name=stated.get("PackageId") or stated.get("AssemblyName") or _stem(path),
        version=stated.get("Version") or stated.get("PackageVersion"),
        licence=stated_licence(stated.get("PackageLicenseExpression")),
        kind=stated.get("OutputType"),
        library=bool(stated.get("PackageId")) and not program,
        published=packed and not program,
        executable=program,
        dependencies=listed(packages),
        partly=any(e.find("HintPath") is not None for e in root.iter("Reference")),
        accessibility=accessibility_tools(packages),
        exact=all(version and _EXACT.match(version) for version in versions),
        localisation=localisation_tools(packages),
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0][:200]
