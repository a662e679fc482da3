"""What a site shows of the body that runs it: names, logo, icon and colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from catalog.publish.assets import SHIPPED
from catalog.publish.brand.colours import contrast
from catalog.publish.brand.images import Asset, Image, asset
from catalog.publish.brand.sheet import sheet
from catalog.publish.brand.tokens import LIGHT

HEIGHT, WIDTH = 40, 240  # pixels that a logo may take
_MARK = Asset("assets/kodkatalog.svg", b"")  # shipped, and written with the other assets


@dataclass(frozen=True)
class Logo:
    """A logo and what it says, language by language; ``dark`` is for the dark scheme."""

    image: Image
    alt: Mapping[str, str]
    dark: Image | None = None


@dataclass(frozen=True)
class Brand:
    """A body's look; all of it may be the shipped one."""

    names: Mapping[str, str] = field(default_factory=dict)
    colour: str | None = None
    accent: str | None = None
    logo: Logo | None = None
    own_icon: Image | None = None

    @cached_property
    def sheet(self) -> Asset | None:
        """The sheet of its colours."""
        if not (self.colour or self.accent):
            return None
        written = sheet(self.colour or LIGHT["brand"], self.accent)
        return asset("brand", ".css", written.encode("ascii"))

    @cached_property
    def icon(self) -> Asset:
        """What browsers show on a tab: its own, else the shipped one in its colour."""
        if self.own_icon:
            return self.own_icon.asset
        return asset("icon", ".svg", _mark(self.colour)) if self.colour else _MARK

    @property
    def icon_type(self) -> str:
        """The icon's media type."""
        return self.own_icon.type if self.own_icon else "image/svg+xml"

    @property
    def assets(self) -> tuple[Asset, ...]:
        """The files that a site needs for it, beside the shipped ones."""
        images = (self.logo.image, self.logo.dark) if self.logo else ()
        found = (self.sheet, self.icon, *(image.asset for image in images if image))
        return tuple(dict.fromkeys(one for one in found if one and one is not _MARK))


AS_SHIPPED = Brand()


def _mark(colour: str) -> bytes:
    """Draw the shipped mark in a colour."""
    drawn = (SHIPPED / "theme" / _MARK.name).read_text(encoding="utf-8")
    line = "#f2c14e"  # of the arrow: where it cannot be seen on the colour, it is white too
    if contrast(line, colour) < 3:  # noqa: PLR2004 - WCAG 2.2, 1.4.11
        drawn = drawn.replace(line, "#fff")
    return drawn.replace(LIGHT["brand"], colour).encode()


def size(image: Image) -> tuple[int, int]:
    """Return how large a logo is shown, so that nothing moves when it has come."""
    scale = min(HEIGHT / image.height, WIDTH / image.width)
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))
