"""The shipped forms, put where GitHub and GitLab look for them in a catalogue's repository."""

from pathlib import Path

from catalog.intake.forms import FORMS, OWN_FORMS, gitlab_template, read_forms
from catalog.store.snapshot import write_whole

OWN_TEMPLATES = Path(".gitlab") / "issue_templates"


def copies() -> dict[Path, bytes]:
    """Return every file of the forms by its place in a catalogue's repository.

    GitHub takes its forms as they are; the templates for GitLab are made of the same questions.
    """
    github = {OWN_FORMS / p.name: p.read_bytes() for p in (FORMS / "github").glob("*.yml")}
    gitlab = {
        OWN_TEMPLATES / f"{form.kind}.md": gitlab_template(form).encode()
        for form in read_forms(FORMS)
    }
    return {**github, **gitlab}


def copy_forms(catalogue: Path) -> tuple[Path, ...]:
    """Write the forms into a catalogue's repository, and return the files."""
    for place, content in copies().items():
        write_whole(catalogue / place, content)
    return tuple(copies())


if __name__ == "__main__":  # `make forms`, after a change of the shipped ones
    copy_forms(Path())
