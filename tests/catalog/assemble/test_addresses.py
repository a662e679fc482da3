"""Where a repository is now, by any address it has had."""

from catalog.assemble.addresses import Addresses
from tests.facts import facts, tombstone

BASE = "https://git.example.org/exempel"
OLD, OLDER, NEW, ELSEWHERE = (f"{BASE}/{name}" for name in ("old", "older", "new", "elsewhere"))
KEY = "git.example.org/exempel/new"


def test_a_former_address_leads_to_the_present_one() -> None:
    """Facts know the addresses they had; case and ``.git`` make no difference."""
    addresses = Addresses([facts(NEW, formerly=(OLDER, OLD))], [])
    assert {KEY} == {addresses.now(url) for url in (NEW, f"{BASE}/Old.git", OLDER)}
    assert (OLDER, OLD) == addresses.trail(KEY)


def test_tombstones_are_followed_one_after_the_other() -> None:
    """Each move leaves a tombstone; the last one leads to what lives."""
    graves = [tombstone(OLDER, "renamed", to=OLD), tombstone(OLD, "transferred", to=NEW)]
    addresses = Addresses([facts(NEW)], graves)
    assert (KEY, NEW) == (addresses.now(OLDER), addresses.destination(graves[0]))
    assert [OLDER, OLD] == sorted(addresses.trail(KEY), reverse=True)


def test_a_live_repository_beats_one_that_left_its_address() -> None:
    """Whoever takes an old name is meant by it from then on; the trail still tells."""
    addresses = Addresses([facts(OLD), facts(NEW, formerly=(OLD,))],
                          [tombstone(OLD, "renamed", to=NEW)])  # fmt: skip
    assert "git.example.org/exempel/old" == addresses.now(OLD)
    assert ({}, (OLD,)) == (addresses.gone, addresses.trail(KEY))


def test_a_circle_of_tombstones_ends() -> None:
    """Two that point to each other lead nowhere, and say so."""
    graves = [tombstone(OLD, "renamed", to=OLDER), tombstone(OLDER, "renamed", to=OLD)]
    addresses = Addresses([], graves)
    assert "git.example.org/exempel/old" == addresses.now(OLD)
    assert [None, None] == [addresses.destination(grave) for grave in graves]


def test_what_left_for_a_place_nobody_harvests_keeps_its_own_identity() -> None:
    """A transfer to another owner is told, but nothing is known of what is there."""
    grave = tombstone(OLD, "transferred", to=ELSEWHERE)
    addresses = Addresses([facts(NEW)], [grave])
    assert ("git.example.org/exempel/old", ELSEWHERE) == (
        addresses.now(OLD), addresses.destination(grave)
    )  # fmt: skip


def test_what_was_deleted_has_no_destination() -> None:
    """There is only the address at which it stood."""
    grave = tombstone(OLD)
    assert None is Addresses([], [grave]).destination(grave)
