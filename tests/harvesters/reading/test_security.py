"""Private channels in policies, and in sections of other texts."""

import pytest

from harvesters.reading import security
from harvesters.reading.markup import parse
from harvesters.reading.sections import sections


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# Security\nReport it to sakerhet@exempel.nu", 2),
        ("## Vulnerabilities\n\nReport at https://forge.nu/a/b/security/advisories/new", 3),
        ("# Security\nWe use TLS. Questions to info@exempel.nu", None),
        ("# Contact\nReport it to info@exempel.nu", None),
        ("# Security\nReport it to name@example.org", None),
    ],
)
def test_a_section_names_a_channel(text: str, line: int | None) -> None:
    """A section on reporting vulnerabilities counts; one on protection or contact does not."""
    assert line == security.channel_in_section(sections(parse(text.splitlines(), "markdown")))


def test_a_policy_may_lead_to_security_txt() -> None:
    """A policy names the channel where it leads to the file that does."""
    assert 1 == security.channel(["See https://exempel.nu/.well-known/security.txt"], policy=True)
