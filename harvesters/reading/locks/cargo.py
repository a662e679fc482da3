"""Rust: Cargo.lock. It states no licences."""

from catalog.models.facts import PackageSeen
from harvesters.reading.locks.packages import (
    Beside,
    Packages,
    divided,
    package,
    reachable,
    table,
    undivided,
)
from harvesters.reading.locks.tables import Block, blocks
from harvesters.reading.structured import toml_mapping


def read(text: str, beside: Beside) -> Packages | None:
    """Read what comes from a registry; Cargo.toml beside tells what is asked for to run."""
    found = list(blocks(text))
    if not found:
        return None
    others = [one for one in found if one.value("source")]
    names = _asked_to_run(beside("Cargo.toml"))
    keys = {name: _keys(found, name) for name in names or ()}
    if names is None or any(len(known) != 1 for known in keys.values()):
        return undivided(map(_package, others))
    edges = {
        _key(one): [to for text in one.texts("dependencies") or () for to in _needed(found, text)]
        for one in found
    }
    run_keys = reachable(edges, (known[0] for known in keys.values()))
    run = [one for one in others if _key(one) in run_keys]
    return divided(map(_package, run), len(others) - len(run))


def _asked_to_run(manifest: str | None) -> list[str] | None:
    """List the crates that one package asks for; None for a workspace, which has several."""
    document = toml_mapping(manifest) if manifest else None
    if document is None or "workspace" in document or "target" in document:
        return None
    if not isinstance(document.get("package"), dict):
        return None
    asked = table(document.get("dependencies"))
    return [str(table(row).get("package", name)) for name, row in asked.items()]


def _needed(found: list[Block], text: str) -> list[str]:
    """Return the keys of "name", or of "name version" where there are several versions."""
    name, _, rest = text.partition(" ")
    version = rest.partition(" ")[0]
    return [key for key in _keys(found, name) if not version or key == f"{name} {version}"]


def _keys(found: list[Block], name: str) -> list[str]:
    return [_key(one) for one in found if one.value("name") == name]


def _key(block: Block) -> str:
    return f"{block.value('name')} {block.value('version')}"


def _package(block: Block) -> PackageSeen | None:
    return package(block.value("name"), block.value("version"))
