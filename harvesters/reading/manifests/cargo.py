"""Rust: Cargo.toml."""

from catalog.models.facts import ManifestSeen
from harvesters.reading.licence_names import stated_licence
from harvesters.reading.manifests.tooling import listed
from harvesters.reading.structured import keys, toml_mapping, words


def read(path: str, text: str) -> ManifestSeen:
    """Read a package; a workspace without one is listed with its path alone."""
    document = toml_mapping(text) or {}
    package = document.get("package")
    if not isinstance(package, dict):
        return ManifestSeen(path=path, ecosystem="cargo")
    program = "bin" in document
    return ManifestSeen(
        path=path,
        ecosystem="cargo",
        name=words(package.get("name")),
        version=words(package.get("version")),
        licence=stated_licence(package.get("license")),
        private=package.get("publish") is False,
        library="lib" in document and not program,
        executable=program,
        dependencies=listed(keys(document.get("dependencies"))),
        development_dependencies=len(keys(document.get("dev-dependencies"))),
    )
