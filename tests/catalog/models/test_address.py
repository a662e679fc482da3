"""Addresses: which may be published, and which are one repository."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from catalog.models.address import Address, key_of

ADDRESS: TypeAdapter[str] = TypeAdapter(Address)


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/Exempel/Kod", "https://github.com/exempel/kod.git",
        "https://GitHub.com/exempel/kod/", "https://www.github.com/exempel/kod",
        "https://user@github.com/exempel/kod", "https://github.com:443/exempel/kod",
        "git@github.com:exempel/kod.git", "ssh://git@github.com/exempel/kod",
    ],
)  # fmt: skip
def test_one_repository_has_one_key(url: str) -> None:
    """Case, ``.git``, a slash, ``www.`` and a user name make no other repository."""
    assert "github.com/exempel/kod" == key_of(url)


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    """What strangers declare as an address is compared, never a reason to stop."""
    assert key_of(text) == key_of(text).lower()
    assert isinstance(key_of(f"https://[{text}"), str)


@pytest.mark.parametrize(
    "written", ["https://example.org", "https://exämple.org/å/b@c", "https://example.org?id=1"]
)
def test_a_public_address_is_taken_as_written(written: str) -> None:
    """But for a slash at its end."""
    assert written == ADDRESS.validate_python(f"{written}/")


@pytest.mark.parametrize(
    "written",
    [
        "http://example.org/a", "https://", "https:///a", "https://[::1/a",
        "https://example.org/a b", "https://example.org/a\nb", "https://example.org/a\x1bb",
        'https://example.org/a"b', "https://who:secret@example.org/a", "javascript:x//https://",
    ],
)  # fmt: skip
def test_other_addresses_are_refused(written: str) -> None:
    """No host, no user name or secret, nothing that could end a line or a quotation."""
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(written)
