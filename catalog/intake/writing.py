"""The edits of a proposal, written into a catalogue's curated files."""

from collections.abc import Sequence
from pathlib import Path

import yaml

from catalog.intake.edits import Add, Edit
from catalog.store.yaml_lines import read_yaml


def edited(catalogue: Path, edits: Sequence[Edit]) -> dict[str, bytes]:
    """Write the edits, and return every file of the curated data as it is then."""
    path = catalogue / "data" / "projects.yaml"
    data = read_yaml(path.read_bytes(), "x").data
    for edit in edits:
        if isinstance(edit, Add):
            data.setdefault(edit.list, []).append(edit.values)
            continue
        place = next(e for e in data[edit.list] if e["id"] == edit.id)
        *above, last = edit.path
        for part in above:
            place = place.setdefault(part, {})
        if edit.append:
            place.setdefault(last, []).append(edit.value)
        else:
            place[last] = edit.value
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return {"data/projects.yaml": path.read_bytes()}
