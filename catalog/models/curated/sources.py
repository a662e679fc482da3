"""Where a body's repositories are harvested from."""

from typing import Annotated, Literal

from pydantic import StringConstraints, model_validator

from catalog.models.address import Address
from catalog.models.base import Curated
from catalog.models.curated.quantities import Count
from catalog.models.curated.words import Day, EnvironmentName, ForgeName, Line, Number, Slug, Text


class Selection(Curated):
    """A repository taken in or left out, with the reason the status page shows.

    ``repo`` is an address, or a pattern of such: ``https://github.com/body/test-*``.
    """

    repo: Annotated[str, StringConstraints(pattern=r"^(?:https|local)://\S+$")]
    reason: Text


class GitHubApp(Curated):
    """A GitHub App that the harvest acts as; ``keyEnv`` names the variable with its private key.

    Without ``installation`` the forge is asked for the one of the source's account.
    """

    id: Number
    key_env: EnvironmentName
    installation: Number | None = None


class Source(Curated):
    """Where a body's repositories are harvested from.

    A ``git`` source is a list of ``urls``, or a ``folder`` of repositories below the catalogue
    (with ``baseUrl`` where they have a public address). A forge is listed by ``org`` (an
    organisation, a group with its subgroups, or a user), by ``topics`` across all owners, by
    ``urls``, or by several of these together. Tokens are only named here, never written.
    """

    id: Slug
    body: Slug
    forge: ForgeName
    org: Line | None = None
    base_url: Address | None = None
    urls: tuple[Address, ...] = ()
    topics: tuple[Line, ...] = ()
    folder: Line | None = None
    verified: Day | None = None
    include: tuple[Selection, ...] = ()
    exclude: tuple[Selection, ...] = ()
    expected_projects: Count | None = None
    readme: Literal["full", "none"] = "none"
    token_env: EnvironmentName | None = None
    app: GitHubApp | None = None

    @property
    def is_list(self) -> bool:
        """Whether people name every repository, so that one they do not name is not its."""
        return bool(self.urls) and not (self.org or self.topics)

    @property
    def named(self) -> tuple[str, ...]:
        """The addresses that people give: a forge is asked for what is taken in by name as well."""
        if self.forge == "git":
            return self.urls
        return (*self.urls, *(one.repo for one in self.include if "*" not in one.repo))

    @model_validator(mode="after")
    def _says_where(self) -> "Source":
        if self.forge == "git":
            if bool(self.urls) == bool(self.folder):
                raise ValueError("a git source has either urls or a folder")
            if self.org or self.topics:
                raise ValueError("a git source has no org and no topics; name its forge")
        elif self.folder:
            raise ValueError("only a git source has a folder")
        elif not (self.org or self.urls or self.topics):
            raise ValueError(f"a {self.forge} source names its org, or gives urls or topics")
        if self.forge == "forgejo" and not self.base_url:
            raise ValueError("a forgejo source gives its baseUrl, for example https://codeberg.org")
        if self.app and (self.forge != "github" or self.token_env):
            raise ValueError("an app is for a github source without a tokenEnv")
        return self
