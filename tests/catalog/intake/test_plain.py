"""Other people's text, made plain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.intake.language import language_of
from catalog.intake.mailboxes import is_personal
from catalog.intake.plain import cleaned, inert, is_latin, mail_in, personal_number_in, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00b\u202ec\u200bd\ufeff", "abcd"),
        ("a\u030a", "å"),
        ("x\u0301\u0302\u0303\u0304", "x\u0301\u0302"),
        ("a\tb\xa0c", "a b c"),
    ],
)
def test_cleaned(text: str, expected: str) -> None:
    """What hides, reorders or piles up goes; letters stay."""
    assert expected == cleaned(text)


@given(st.text())
def test_cleaning_is_done_once(text: str) -> None:
    """Clean text is clean, and a file can hold it."""
    once = cleaned(text)
    assert once == cleaned(once)
    assert once == once.encode().decode()


@given(st.text(alphabet=st.characters() | st.sampled_from("@#<>[]()`!&$\\/:_*~|"), max_size=400))
def test_inert(text: str) -> None:
    """Nothing of what is repeated is a sign of Markdown, HTML, or a forge."""
    assert not set("@#<>[]`!&$\\/_*~|\n{}") & set(inert(text))
    assert 80 >= len(inert(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Alingsås kommun", "alingsas-kommun"),
        ("../../etc", "etc"),
        ("-n --force", "n-force"),
        ("Жжж", ""),
        ("İstanbul ﬁ", "istanbul-fi"),
        ("a" * 200, "a" * 60),
    ],
)
def test_slug(name: str, expected: str) -> None:
    """An id is made by the machine, of ASCII letters, digits and single hyphens."""
    assert expected == slug(name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Göteborg 2", True), ("\u0410lingsås", False), ("\uff4bommun", False), ("\U0001d424", False)],
)
def test_is_latin(name: str, expected: bool) -> None:  # noqa: FBT001
    """A look-alike letter gives itself away."""
    assert expected is is_latin(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a@b.se", True), ("a (at) b.se", True), ("fråga @kommun", False), ("a@b", False)],
)
def test_mail_in(text: str, expected: bool) -> None:  # noqa: FBT001
    """An address is found however it is hidden from machines."""
    assert expected is mail_in(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("20120131-1234", True), ("120131-1234", True), ("212000-1553", False), ("4500", False)],
)
def test_personal_number_in(text: str, expected: bool) -> None:  # noqa: FBT001
    """A person's number has a month in it; an organisation's has none."""
    assert expected is personal_number_in(text)


@pytest.mark.parametrize(
    ("mailbox", "expected"),
    [
        ("erik.exempel@kommun.example", True),
        ("it.support@kommun.example", False),
        ("kontakt@kommun.example", False),
    ],
)
def test_is_personal(mailbox: str, expected: bool) -> None:  # noqa: FBT001
    """A given name and a surname are a person; a function's words are not."""
    assert expected is is_personal(mailbox)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works and the pupils like it", "en"),
        ("Det fungerar och eleverna gillar den", "sv"),
        ("Municipio", "sv"),
        ("https://github.com/a", "sv"),
    ],
)
def test_language_of(text: str, expected: str) -> None:
    """Small words tell the language; where nothing does, it is Swedish."""
    assert expected == language_of(text)
