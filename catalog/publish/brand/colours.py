"""Arithmetic of colours: sRGB as ``#rrggbb``, OKLCH, and contrast as WCAG 2.2 measures it."""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

Row = tuple[float, float, float]

# Björn Ottosson's OKLab, as CSS Color 4 has it: linear sRGB to the cones' answers, these to Lab.
_CONES: tuple[Row, Row, Row] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LAB: tuple[Row, Row, Row] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB: tuple[Row, Row, Row] = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_FROM_CONES: tuple[Row, Row, Row] = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)
_INSIDE = 1e-4  # how far a channel may lie outside, which rounding takes back


class Shade(NamedTuple):
    """A colour in OKLCH: lightness from 0 to 1, chroma, and hue in radians."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(maxsize=4096)
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def shade(colour: str) -> Shade:
    """Return a colour in OKLCH."""
    cones = [math.cbrt(cone) for cone in _times(_CONES, _linear(colour))]
    lightness, a, b = _times(_LAB, cones)
    return Shade(lightness, math.hypot(a, b), math.atan2(b, a))


def colour(of: Shade) -> str:
    """Return a shade as ``#rrggbb``; one that sRGB lacks is made greyer until it has it."""
    if not _is_in_gamut(of):
        grey, strong = 0.0, of.chroma
        for _ in range(20):
            middle = (grey + strong) / 2
            if _is_in_gamut(of._replace(chroma=middle)):
                grey = middle
            else:
                strong = middle
        of = of._replace(chroma=grey)
    return "#" + "".join(f"{round(255 * _curved(part)):02x}" for part in _rgb(of))


def _is_in_gamut(of: Shade) -> bool:
    return all(-_INSIDE <= part <= 1 + _INSIDE for part in _rgb(of))


def _rgb(of: Shade) -> Row:
    """Return a shade as linear sRGB, in which channels may lie outside."""
    lab = (of.lightness, of.chroma * math.cos(of.hue), of.chroma * math.sin(of.hue))
    return _times(_FROM_CONES, [root**3 for root in _times(_FROM_LAB, lab)])


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def _linear(colour: str) -> Row:
    red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    return _straight(red), _straight(green), _straight(blue)


def _straight(part: float) -> float:
    """Undo the curve of sRGB; 0.04045 is its standard's, which WCAG's 0.03928 misquotes."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _curved(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055  # noqa: PLR2004


def _times(rows: tuple[Row, Row, Row], by: Sequence[float]) -> Row:
    one, two, three = (sum(a * b for a, b in zip(row, by, strict=True)) for row in rows)
    return one, two, three
