"""Whose account a repository stands under."""

import pytest

from catalog.assemble.owners import Owners, is_below
from catalog.models.curated import Account, Body, CuratedData, Source

ACCOUNT = {"forge": "forgejo", "name": "Exempel", "base_url": "https://codeberg.org"}
BODIES = (
    Body(id="ett", type="municipality", name="Ett", accounts=({"forge": "github", "name": "ett"},)),
    Body(id="tva", type="municipality", name="Två", accounts=(ACCOUNT,)),
)
SOURCES = (
    Source(id="tre", body="tva", forge="gitlab", org="grupp/under"),
    Source(id="fyra", body="ett", forge="git", urls=("https://github.com/annan/kod",)),
    Source(id="fem", body="ett", forge="github", org="delat"),
    Source(id="sex", body="tva", forge="github", org="delat"),
)


@pytest.mark.parametrize(
    ("url", "body"),
    [
        ("https://github.com/Ett/kod", "ett"),
        ("https://github.com/ett2/kod", None),
        ("https://codeberg.org/exempel/kod", "tva"),
        ("https://gitlab.com/grupp/under/djupt/kod", "tva"),
        ("https://gitlab.com/grupp/kod", None),
        ("https://github.com/annan/kod", None),  # a list of addresses says nothing of the account
        ("https://github.com/delat/kod", None),  # said to be of two
        ("local://x/kod", None),
    ],
)
def test_owner(url: str, body: str | None) -> None:
    """By the accounts that bodies name and those that sources are read from."""
    curated = CuratedData(bodies=BODIES, sources=SOURCES)
    assert body == Owners(curated).of(url)


def test_an_account_on_a_forge_without_a_home_holds_nothing() -> None:
    """A Forgejo is nowhere unless its address is given."""
    assert not is_below("https://codeberg.org/x/kod", Account(forge="forgejo", name="x"))
