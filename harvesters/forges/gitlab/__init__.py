"""GitLab, gitlab.com and any other instance: one body's projects, its subgroups' among them.

The plan of requests, for 170 projects of one group: two pages of a hundred list them. What only the
API tells comes in questions of 50 projects (25 without a token), the first of which also asks who
the group's members are: four or seven. Unchanged: two pages, and one question for a day's seventh.
One more counts the public projects where some are hidden from us. Forks cost up to three more, for
what they were made from, and make the questions dearer and so shorter. GitLab tells
no tags cheaply, no homepage and no community files.

Names and costs were checked against GitLab's published source. Only a real instance shows (live):

* the real cost of the questions (a stand-in's is by GitLab's rule; the page adapts to the real one)
* whether 50 projects with their threads are answered within GitLab's 30 seconds (else it halves)
* whether a public group's members are shown to those without a token (else unseen: forbidden)
* that REST leads on from the address that a project had
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from catalog.models.forge import ForgeFacts
from harvesters.forges.account import Account
from harvesters.forges.asking import Patience
from harvesters.forges.gitlab.api import Api
from harvesters.forges.gitlab.details import Describer
from harvesters.forges.gitlab.listing import projects_of
from harvesters.forges.gitlab.whereabouts import whereabouts
from harvesters.forges.listing import Asked, Listed, Missing, Whereabouts


@dataclass
class GitLab:
    """A body's group, user, topics or addresses on a GitLab instance, or several of these."""

    account: Account
    patience: Patience = field(default_factory=Patience)

    def __post_init__(self) -> None:
        """Open the one session that everything goes through."""
        self._api = Api(self.account, Asked(), self.patience)

    @property
    def asked(self) -> Asked:
        """What has been asked so far."""
        return self._api.asked

    def repositories(self) -> list[Listed]:
        """List every public project once, by path.

        Raises:
            ListingError: the listing is not complete.
        """
        return sorted(projects_of(self._api, self.account), key=lambda one: one.url)

    def describe(self, chosen: Sequence[Listed]) -> Iterator[tuple[Listed, ForgeFacts]]:
        """Tell what only the API knows of each; never raises for a fault of the forge."""
        return Describer(self._api, self.account).describe(chosen)

    def whereabouts(self, missing: Iterable[Missing]) -> dict[str, Whereabouts]:
        """Tell what became of projects; never raises for a fault of the forge."""
        return dict(whereabouts(self._api, self.account, list(missing)))
