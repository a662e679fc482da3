"""Markdown of other people as HTML that cannot act: the sanitiser has the last word."""

import re

import comrak
import nh3
from markupsafe import Markup

from catalog.publish.readmes.framing import PREFIX, Words, framed
from catalog.publish.readmes.place import Place
from catalog.store.snapshot import README_CUT

VERSION = 1  # raise it when the same README is to be rendered anew
MOST = 48 * 1024  # characters that are shown; the rest is at the forge
_LONGEST_LINE = 8 * 1024

# What turns the direction of what follows, which no README can need, and what no HTML may hold.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_COMMENT = re.compile(r"^---\n.*?\n---\n", re.DOTALL)  # what some tools keep at the top

_TAGS = {
    "a", "b", "blockquote", "br", "caption", "code", "del", "em", "h1", "h2", "h3", "h4", "h5",
    "h6", "hr", "i", "img", "input", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp",
    "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "var",
}  # fmt: skip
_WITHOUT_WORDS = {
    "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select",
    "textarea", "title", "noembed", "noframes", "xmp", "plaintext", "audio", "video", "canvas",
}  # fmt: skip
_AS_WRITTEN = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_WITHOUT_WORDS,
    attributes={"a": {"href"}, "img": {"src", "alt"}, "input": {"type", "checked"}},
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
)


def _own(tag: str, name: str, value: str) -> str | None:
    """Let the attributes through that the framing writes, and only with values it can write."""
    if name == "id":
        return value if value.startswith(PREFIX) and tag[0] == "h" else None
    if name == "href" and value.startswith("#"):
        return value if value.startswith(f"#{PREFIX}") else None
    return value


_AS_FRAMED = nh3.Cleaner(
    tags=(_TAGS - {"img", "input"}) | {"div"},
    clean_content_tags=_WITHOUT_WORDS,
    attributes={"a": {"href"}, "div": {"aria-label"}} | {f"h{n}": {"id"} for n in range(3, 7)},
    tag_attribute_values={"div": {"class": {"scroll"}, "role": {"group"}, "tabindex": {"0"}}},
    attribute_filter=_own,
    link_rel="noopener nofollow ugc",
    url_schemes={"http", "https", "mailto"},
    url_relative="pass_through",
)


def rendered(text: str, place: Place, words: Words) -> Markup:
    """Return a README as HTML: nothing in it runs, loads, or reaches outside its place."""
    written = comrak.render_markdown(
        _bounded(text), extension_options=_extensions(), render_options=_options()
    )
    fitted = framed(_AS_WRITTEN.clean(written), place.leads, words)
    return Markup(_AS_FRAMED.clean(fitted))  # noqa: S704 - what the sanitiser returned


def is_cut(text: str) -> bool:
    """Tell whether a README is longer than what is shown of it."""
    return text.endswith(README_CUT) or len(text) > MOST or bool(_too_long(text))


def _bounded(text: str) -> str:
    text = _COMMENT.sub("", _FORBIDDEN.sub("", _TURNING.sub("", text)), count=1)
    if _too_long(text):
        text = "\n".join(_line(line) for line in text.split("\n"))
    if len(text) <= MOST:
        return text
    return text[:MOST].rpartition("\n")[0] or text[:MOST]


def _too_long(text: str) -> bool:
    return any(len(line) > _LONGEST_LINE for line in text.split("\n"))


def _line(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


def _extensions() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.tasklist = options.strikethrough = options.autolink = True
    return options


def _options() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.unsafe_ = True  # its HTML goes to the sanitiser, as forges do it
    return options
