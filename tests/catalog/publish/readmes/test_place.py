"""Where the links of a README lead."""

import pytest

from catalog.publish.readmes.place import Place

GITHUB = Place("https://github.com/a/b", "c0ffee", "docs/README.md")
AT = "https://github.com/a/b/blob/c0ffee/"


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("guide.md", f"{AT}docs/guide.md"),
        ("./a/../b.md#del-1", f"{AT}docs/b.md#del-1"),
        ("../LICENSE", f"{AT}LICENSE"),
        ("/LICENSE?raw=true", f"{AT}LICENSE"),
        ("#installera", f"{AT}docs/README.md#installera"),
        ("å b%20c.md", f"{AT}docs/%C3%A5b%20c.md"),
        ("https://example.org/x?y#z", "https://example.org/x?y#z"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("//example.org/x", "https://example.org/x"),
        ("\\\\example.org\\x", "https://example.org/x"),
        ("mailto:kontakt@kommun.example", "mailto:kontakt@kommun.example"),
    ],
)
def test_links_are_made_whole(target: str, address: str) -> None:
    """Files are those of the commit; other hosts stay what they are."""
    assert address == GITHUB.leads(target)


@pytest.mark.parametrize(
    "target",
    [
        "../../etc/passwd", "/../x", "javascript:alert(1)", "JaVa\tScript:alert(1)",
        "\x01javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
        "mailto:…@kommun.example", "mailto:", "https://", "https://[", "ftp://example.org", "tel:1",
    ],
)  # fmt: skip
def test_what_leads_out_or_acts_leads_nowhere(target: str) -> None:
    """No script, no data, no path above the root, no masked mailbox."""
    assert GITHUB.leads(target) is None


def test_a_host_whose_addresses_nobody_knows_has_no_links_to_files() -> None:
    """Links to other places are left."""
    unknown = Place("https://git.example.org/a/b", "c0ffee", "README.md")
    assert (None, None) == (unknown.href, unknown.leads("x.md"))
    assert "https://example.org" == unknown.leads("https://example.org")


def test_a_forge_of_ones_own_is_known_by_its_kind() -> None:
    """The source says which."""
    place = Place("https://git.example.org/a/b", "c0ffee", "README.md", "gitlab")
    assert "https://git.example.org/a/b/-/blob/c0ffee/x.md" == place.leads("x.md")
