"""The colours of the sheet: the shipped ones, and those that are derived from a body's own."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from catalog.publish.brand.colours import colour, contrast, shade

Tokens: TypeAlias = Mapping[str, str]  # as the sheet's custom properties, without their hyphens


class Pair(NamedTuple):
    """A token that stands on another, and the contrast it needs."""

    on: str
    ground: str
    needs: float


class Failure(NamedTuple):
    """A pair that is too close, as it was measured."""

    pair: Pair
    ratio: float


LIGHT: Tokens = MappingProxyType({
    "paper": "#fbfaf7", "surface": "#ffffff", "sunk": "#f1f2ef", "ink": "#17211f",
    "quiet": "#50605d", "line": "#d8dedb", "edge": "#7d8c88", "brand": "#0b5c63",
    "brand-ink": "#ffffff", "brand-soft": "#e2efee", "accent": "#8a5a00", "pass": "#1c6b3c",
    "partial": "#7d5300", "fail": "#9b2c1e", "explained": "#4b4394", "unknown": "#50605d",
    "na": "#50605d",
})  # fmt: skip
DARK: Tokens = MappingProxyType({
    "paper": "#111817", "surface": "#19221f", "sunk": "#1f2a27", "ink": "#e6ecea",
    "quiet": "#a5b4b0", "line": "#33413d", "edge": "#7f908b", "brand": "#7ccdc9",
    "brand-ink": "#0c1f1e", "brand-soft": "#173432", "accent": "#e8bd6a", "pass": "#7fd3a0",
    "partial": "#e8bd6a", "fail": "#f0a092", "explained": "#b7b0f2", "unknown": "#a5b4b0",
    "na": "#a5b4b0",
})  # fmt: skip

TEXT, CONTROL, ENHANCED = 4.5, 3.0, 7.0  # WCAG 2.2: 1.4.3, 1.4.11, 1.4.6
_GROUNDS = ("paper", "surface", "sunk", "brand-soft")
_JUDGING = ("pass", "partial", "fail", "explained", "unknown", "na")
_TEXTS = ("ink", "quiet", "brand", *_JUDGING)
PAIRS = (
    *(Pair(text, ground, TEXT) for text in _TEXTS for ground in _GROUNDS),
    Pair("brand-ink", "brand", TEXT),
    *(Pair(edge, ground, CONTROL) for edge in ("edge", "accent") for ground in _GROUNDS[:3]),
    Pair("brand", "line", CONTROL),  # steps of the ladder that are reached, and those ahead
)

_OWN = frozenset({"accent", *_JUDGING}) - {"unknown", "na"}  # what has a hue of its own
_MOST = 0.07  # the shipped brand's chroma: what is greyer has greyer grounds as well
_VIVID = 0.11  # chroma of links in the dark: more would glow
_HALVINGS = 10  # a thousandth of lightness, which no eye tells apart


def derived(brand: str, accent: str | None = None) -> tuple[Tokens, Tokens]:
    """Return the colours in light and dark; the two that are given are kept as they are."""
    light, dark = dict(LIGHT), dict(DARK)
    if brand != LIGHT["brand"]:
        light = _tinted(LIGHT, brand) | {"brand": brand}
        dark = _tinted(DARK, brand) | {"brand": _alike("brand", brand)}
    if accent:
        light["accent"], dark["accent"] = accent, _alike("accent", accent)
    return light, _passing(dark, ("brand", "accent"), upwards=True)


def failures(tokens: Tokens, *names: str, least: float = 0.0) -> Iterator[Failure]:
    """Yield the pairs of the tokens named (all, where none is) that are too close.

    ``least`` is a contrast that all text needs, where that is more than usual.
    """
    for pair in PAIRS:
        if names and pair.on not in names and pair.ground not in names:
            continue
        ratio = contrast(tokens[pair.on], tokens[pair.ground])
        needs = max(pair.needs, least) if pair.needs >= TEXT else pair.needs
        if ratio < needs:
            yield Failure(pair._replace(needs=needs), ratio)


def nearest(given: str, tokens_of: Callable[[str], Tokens], name: str) -> str:
    """Return the lightest darker colour of the same hue that passes as the token ``name``."""
    return _moved(given, 0.0, lambda made: not any(failures(tokens_of(made), name)))


def stronger(tokens: Tokens, *, dark: bool) -> Tokens:
    """Return the colours for who asks for more contrast: 7:1 for all text, no faint line."""
    ink = "#ffffff" if dark else "#000000"
    made = {**tokens, "ink": ink, "quiet": ink, "unknown": ink, "na": ink, "edge": ink,
            "line": tokens["edge"], "brand-ink": "#000000" if dark else "#ffffff"}  # fmt: skip
    return _passing(made, ("brand", "accent", *_JUDGING), upwards=dark, least=ENHANCED)


def _tinted(shipped: Tokens, brand: str) -> dict[str, str]:
    """Give the shipped greys the hue of a brand; what judges keeps its own."""
    of = shade(brand)
    share = min(1.0, of.chroma / _MOST)
    return {
        name: value
        if name in _OWN
        else colour(shade(value)._replace(chroma=shade(value).chroma * share, hue=of.hue))
        for name, value in shipped.items()
    }


def _alike(name: str, given: str) -> str:
    """Return a colour of the light scheme as it is in the dark one."""
    of = shade(given)
    chroma = min(of.chroma, _VIVID)
    return colour(of._replace(lightness=shade(DARK[name]).lightness, chroma=chroma))


def _passing(
    tokens: Tokens, names: tuple[str, ...], *, upwards: bool, least: float = 0.0
) -> dict[str, str]:
    """Make colours lighter, or darker, as far as they need to pass."""
    made = dict(tokens)
    for name in names:

        def passes(tried: str, name: str = name) -> bool:
            return not any(failures({**made, name: tried}, name, least=least))

        if not passes(made[name]):
            made[name] = _moved(made[name], 1.0 if upwards else 0.0, passes)
    return made


def _moved(given: str, end: float, passes: Callable[[str], bool]) -> str:
    """Move a colour towards white or black, which pass, as little as it needs."""
    of = shade(given)
    near, far = of.lightness, end
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        if passes(colour(of._replace(lightness=middle))):
            far = middle
        else:
            near = middle
    return colour(of._replace(lightness=far))
