"""Guides to contributing: what they say of review and of agreements."""

import pytest

from harvesters.reading import contributing
from harvesters.reading.markup import parse


def lines_of(text: str) -> tuple[int | None, int | None]:
    """Return the lines on review and on an agreement."""
    seen = contributing.seen(parse(text.splitlines(), "markdown"))
    return seen["review_line"], seen["agreement_line"]


@pytest.mark.parametrize(
    "text",
    [
        "We will review your pull request.",
        "- Changes need one approval.",
        "Vi granskar alla ändringar inom en vecka.",
        "A maintainer approves the code before it is merged.",
    ],
)
def test_review_is_described(text: str) -> None:
    """A sentence on how changes are reviewed counts, whatever words it uses."""
    assert (1, None) == lines_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Code review of changes",
        "See [our code review policy](https://example.org/changes).",
        "We are not able to review all contributions.",
        "Fork the code and open a pull request.",
    ],
)
def test_review_is_not_described(text: str) -> None:
    """Neither a heading, a link elsewhere nor an excuse says how."""
    assert (None, None) == lines_of(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("You have to sign a Contributor License Agreement.", 1),
        ("Contributors assign their copyright to us.", 1),
        ("There is no CLA to sign.", None),
    ],
)
def test_an_agreement_is_asked_for(text: str, line: int | None) -> None:
    """An agreement counts where it is asked for, not where it is said to be none."""
    assert line == lines_of(text)[1]
