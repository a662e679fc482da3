"""What checks judge with is as its own constructors would make it, however quickly it is made."""

from catalog.models.project import ProjectRepository
from catalog.models.verdict import Cite, Statement, Verdict
from catalog.readiness.checks.evidence_of import Judged, cite, judged

URL = "https://git.example.org/exempel/kod"
REPOSITORY = ProjectRepository(url=URL, role="primary", source=None, facts=None, as_of=None)


def test_made_quickly_as_made_slowly() -> None:
    """A field that a named tuple gains later is not left out."""
    place = cite(REPOSITORY, "README.md", 3)
    found = judged("pass", "licence-open", [place], licence="MIT")
    assert Cite(URL, None, "README.md", 3) == place
    assert Judged("pass", (Statement("licence-open", {"licence": "MIT"}, (place,)),)) == found
    assert Verdict("LIC-1", "pass", found.because) == found.of("LIC-1")
