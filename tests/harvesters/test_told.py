"""What a forge tells now is joined with what it told before."""

from datetime import date

from catalog.models.evidence import Found, Unseen
from catalog.models.forge import ForgeAbout, ForgeFacts, ForkParent
from harvesters.forges.listing import Listed
from harvesters.told import told

PARENT = ForkParent(url="https://gitlab.com/annan/ursprung")


def about_of(*, fork: bool, parent: ForkParent | None) -> ForgeAbout | None:
    """Join a listing that tells no parent with a description that tells one."""
    listing = ForgeAbout(archived=False, fork=fork)
    listed = Listed("https://gitlab.com/exempel/kod", "", id="gitlab.com/7", about=listing)
    described = ForgeFacts(
        id="gitlab.com/7", about=Found(found=listing.model_copy(update={"parent": parent}))
    )
    facts = told(listed, None, described, date(2026, 9, 1))
    assert not isinstance(facts, Unseen)
    return facts.about.found if isinstance(facts.about, Found) else None


def test_parent_that_only_a_description_tells_is_kept() -> None:
    """A listing that says no more than that it is a fork does not take its parent away."""
    assert ForgeAbout(archived=False, fork=True, parent=PARENT) == about_of(
        fork=True, parent=PARENT
    )


def test_repository_that_is_no_fork_has_no_parent() -> None:
    """A project that is no fork any more loses its parent with the listing."""
    assert ForgeAbout(archived=False) == about_of(fork=False, parent=PARENT)
