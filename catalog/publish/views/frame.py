"""What surrounds every page: where it is, how it reaches the others, its other languages."""

from dataclasses import dataclass
from functools import cached_property

from catalog.publish import links
from catalog.publish.brand.shown import AS_SHIPPED, Brand, size
from catalog.publish.languages import LOCALES, own_name

PICTURE = "assets/kodkatalog.png"


@dataclass(frozen=True)
class Alternate:
    """The same page in one of the languages."""

    language: str
    name: str
    href: str
    address: str | None  # absolute; None where the site's own is not known, or there is no page
    current: bool


@dataclass(frozen=True)
class LogoView:
    """The logo as a page shows it; ``dark`` is its address where it has a variant for the dark."""

    src: str
    alt: str
    width: int
    height: int
    dark: str | None


@dataclass(frozen=True)
class Frame:
    """A page's place. ``path`` ends with a slash and begins with its language: ``sv/projects/``.

    Every link between pages is relative, so the site works below any address.
    """

    path: str
    languages: tuple[str, ...]
    name: str
    site_url: str | None = None
    serving: bool = False
    repository: str | None = None  # where the catalogue itself is written
    branch: str = "main"  # of that repository
    spoken: tuple[str, ...] = ()  # the languages in which there is the page; empty: all
    brand: Brand = AS_SHIPPED

    @cached_property
    def language(self) -> str:
        """The language of the page: the first part of its path."""
        return self.path.split("/", 1)[0]

    @cached_property
    def here(self) -> str:
        """The path without its language; the same in every language."""
        return self.path.split("/", 1)[1]

    @cached_property
    def top(self) -> str:
        """The way to the site's root, where the assets are."""
        return "../" * self.path.count("/")

    @cached_property
    def home(self) -> str:
        """The way to the start page in the page's own language."""
        return "../" * self.here.count("/") or "./"

    @cached_property
    def section(self) -> str:
        """The part of the site the page belongs to; empty on the start page."""
        return self.here.split("/", 1)[0]

    @cached_property
    def canonical(self) -> str | None:
        """The absolute address of the page, where the site's own address is known."""
        return self.absolute(self.path)

    @cached_property
    def default(self) -> str | None:
        """The absolute address for readers of any other language: on start, where one chooses."""
        first = (self.spoken or self.languages)[0]
        return self.absolute(f"{first}/{self.here}" if self.here else "")

    @cached_property
    def locale(self) -> str:
        """The language as Open Graph writes it: ``sv_SE``."""
        return LOCALES.get(self.language, self.language)

    @cached_property
    def other_locales(self) -> tuple[str, ...]:
        """Those of the page's other languages."""
        others = (one.language for one in self.alternates if one.address and not one.current)
        return tuple(LOCALES.get(one, one) for one in others)

    @cached_property
    def picture(self) -> str | None:
        """The absolute address of the picture that is shown with shared links."""
        return self.absolute(PICTURE)

    @cached_property
    def alternates(self) -> tuple[Alternate, ...]:
        """The page in every language, this one included; where there is none, the start page."""
        return tuple(self._alternate(language) for language in self.languages)

    def _alternate(self, language: str) -> Alternate:
        is_there = not self.spoken or language in self.spoken
        path = f"{language}/{self.here if is_there else ''}"
        return Alternate(
            language=language,
            name=own_name(language),
            href=f"{self.top}{path}",
            address=self.absolute(path) if is_there else None,
            current=language == self.language,
        )

    @cached_property
    def logo(self) -> LogoView | None:
        """The body's logo; what only says the site's name again is told once."""
        logo = self.brand.logo
        if logo is None:
            return None
        alt = logo.alt[self.language]
        return LogoView(
            src=self.top + logo.image.asset.name,
            alt="" if alt.casefold() == self.name.casefold() else alt,
            width=size(logo.image)[0],
            height=size(logo.image)[1],
            dark=self.top + logo.dark.asset.name if logo.dark else None,
        )

    def editing(self, file: str, line: int | None = None) -> str | None:
        """Return the address where a file of the catalogue is edited; None without repository."""
        if not self.repository:
            return None
        opened = links.edit(self.repository, self.branch, file)
        return f"{opened}#L{line}" if opened and line else opened

    def absolute(self, path: str) -> str | None:
        """Return the absolute address of a path of the site, where the site's own is known."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else None
