"""Where weaknesses of the site are reported to, as RFC 9116 wants it written."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.publish.disclosure import MOST_MONTHS, Disclosure, DisclosureError, expiry

TODAY = date(2026, 8, 31)
SITE = "https://example.org/katalog/"


def test_all_fields_stand_in_the_file() -> None:
    """One a line; the addresses are those where the file is read."""
    said = Disclosure(
        ("mailto:sakerhet@example.org", "https://example.org/rapportera"),
        policy="https://example.org/policy", encryption="https://example.org/key.asc",
        acknowledgments="https://example.org/tack",
    )  # fmt: skip
    assert said.text(TODAY, ("sv", "en"), SITE).splitlines() == [
        "Contact: mailto:sakerhet@example.org",
        "Contact: https://example.org/rapportera",
        "Expires: 2027-02-28T00:00:00Z",
        "Encryption: https://example.org/key.asc",
        "Acknowledgments: https://example.org/tack",
        "Preferred-Languages: sv, en",
        "Canonical: https://example.org/.well-known/security.txt",
        "Canonical: https://example.org/katalog/.well-known/security.txt",
        "Policy: https://example.org/policy",
    ]


def test_without_an_address_of_the_site_it_names_none() -> None:
    """Contact and expiry are all that must be."""
    lines = Disclosure(("tel:+46-8-000000",)).text(TODAY, ("sv",), None).splitlines()
    assert ["Contact", "Expires", "Preferred-Languages"] == [
        line.partition(":")[0] for line in lines
    ]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, MOST_MONTHS))
def test_it_expires_within_a_year(today: date, months: int) -> None:
    """After the build, and less than a year after it, whatever the day."""
    assert timedelta(days=27) <= expiry(today, months) - today < timedelta(days=365)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"contact": ("sakerhet@example.org",)}, "write https://… or mailto:ROLE@YOUR-DOMAIN"),
        ({"contact": ("http://example.org",)}, "is no address"),
        ({"contact": ("mailto:",)}, "is no address"),
        ({"contact": ("https://a.example\nPolicy: https://evil.example",)}, "is no address"),
        ({"policy": "mailto:a@example.org"}, "security.policy 'mailto:a@example.org' is no"),
        ({"encryption": "key.asc"}, "security.encryption"),
        ({"months": 13}, "write 1 to 12"),
        ({"months": 0}, "write 1 to 12"),
    ],
)
def test_what_nobody_could_use_is_refused(said: dict[str, Any], expected: str) -> None:
    """By the key in the configuration, with what to write instead."""
    with pytest.raises(DisclosureError, match=r"mkdocs\.yml: security") as caught:
        Disclosure(**({"contact": ("mailto:a@example.org",)} | said))
    assert expected in str(caught.value)
