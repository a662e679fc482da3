"""The small sheet of a body's colours, which is read after the shipped one."""

from collections.abc import Iterator

from catalog.publish.brand.tokens import Tokens, derived, stronger

# Paper is white whatever the screen is, so what is dark is for screens only.
DARK_SCREEN = "screen and (prefers-color-scheme: dark)"
MORE = "(prefers-contrast: more)"
MORE_DARK = f"screen and {MORE} and (prefers-color-scheme: dark)"


def sheet(brand: str, accent: str | None = None) -> str:
    """Write the colours that follow from a body's own, for every scheme and contrast."""
    light, dark = derived(brand, accent)
    return "".join((
        "/* Made when the site is built, of the colours in mkdocs.yml. */\n",
        *block(light),
        *block(dark, DARK_SCREEN),
        *block(stronger(light, dark=False), MORE),
        *block(stronger(dark, dark=True), MORE_DARK),
    ))  # fmt: skip


def block(tokens: Tokens, media: str = "") -> Iterator[str]:
    """Write tokens as custom properties, for all media or for one."""
    said = " ".join(f"--{name}: {value};" for name, value in tokens.items())
    yield f"@media {media} {{ :root {{ {said} }} }}\n" if media else f":root {{ {said} }}\n"
