"""READMEs as HTML: useful where they are good, harmless where they are not."""

import re
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.publish.readmes.framing import Words
from catalog.publish.readmes.place import Place
from catalog.publish.readmes.rendering import MOST, is_cut, rendered
from catalog.store.snapshot import README_CUT

PLACE = Place("https://github.com/a/b", "c0ffee", "README.md")
WORDS = Words("Bild", "Tabell")
REL = ' rel="noopener nofollow ugc"'
TAGS = {
    "a", "b", "blockquote", "br", "caption", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "i",
    "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "samp", "strong", "sub", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "var", "div",
}  # fmt: skip
ATTRIBUTES = {"href", "rel", "id", "class", "role", "tabindex", "aria-label"}


def html_of(text: str) -> str:
    """Render a README of a repository at GitHub."""
    return str(rendered(text, PLACE, WORDS)).strip()


def elements(html: str) -> list[Element]:
    """Parse as a browser does, and return what is in the body."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    assert body is not None
    return [element for element in body.iter() if element is not body]


def levels(html: str) -> list[int]:
    """Return the levels of the headings, in order."""
    return [int(level) for level in re.findall(r"<h(\d)", html)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n### B\n## C\n# D", [3, 4, 4, 3]),
        ("### A\n# B\n###### C", [3, 3, 4]),
        ("\n".join("#" * n + " a" for n in range(1, 7)), [3, 4, 5, 6, 6, 6]),
        ("# \n### ![]()\n## B", [3]),
        ("<h1>A<h4>B</h4></h1>", [3, 4]),
    ],
)
def test_headings_lie_below_the_section_in_order(text: str, expected: list[int]) -> None:
    """None is left out on the way down; one without words is no heading."""
    assert expected == levels(html_of(text))


def test_links_within_lead_to_its_own_headings() -> None:
    """Their names have a beginning of their own, and the second of a name a number."""
    html = html_of("[å](#kör-så) [b](#kör-så-1) [c](#finns-inte)\n\n# Kör så\n# Kör så")
    assert ["#readme-kör-så", "#readme-kör-så-1"] == re.findall(r'href="(#[^"]*)"', html)
    assert ["readme-kör-så", "readme-kör-så-1"] == re.findall(r'id="([^"]*)"', html)
    assert "https://github.com/a/b/blob/c0ffee/README.md#finns-inte" in html


def test_no_two_headings_have_one_name() -> None:
    """Also where one is called as another one's number."""
    names = re.findall(r'id="([^"]*)"', html_of("# a-1\n# a\n# a\n# a\n# !\n# ?"))
    assert sorted(set(names)) == sorted(names)


BLOB = "https://github.com/a/b/blob/c0ffee"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("![Vy](img/a.png)", f'<a href="{BLOB}/img/a.png"{REL}>Bild: Vy</a>'),
        ("![](img/a%20b.png)", f'<a href="{BLOB}/img/a%20b.png"{REL}>Bild: a b.png</a>'),
        ("[![Bygge](https://x.example/b.svg)](ci)", f'<a href="{BLOB}/ci"{REL}>Bygge</a>'),
        ("![x](data:image/svg+xml,y)", "Bild: x"),
    ],
)
def test_pictures_are_told_of(text: str, expected: str) -> None:
    """As a link where they can be opened, as words within a link."""
    assert f"<p>{expected}</p>" == html_of(text)


def test_tables_stand_in_a_frame_that_scrolls() -> None:
    """It has a name and takes focus; a head without words is a plain cell."""
    html = html_of("|a||\n|-|-|\n|1|2|")
    frame = '<div class="scroll" role="group" tabindex="0" aria-label="Tabell"><table>'
    assert html.startswith(frame)
    assert 1 == html.count("<th>")


def test_tasks_are_signs_and_not_boxes() -> None:
    """A box that cannot be ticked is no use."""
    assert "<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>" == html_of("- [x] a\n- [ ] b")


def test_code_and_what_is_struck_stay() -> None:
    """GitHub's Markdown."""
    assert "<p><del>a</del></p>\n<pre><code>x &lt; 1\n</code></pre>" == html_of(
        "~~a~~\n```py\nx < 1\n```"
    )


def test_what_turns_the_text_is_taken_out() -> None:
    """So are signs that no page may hold."""
    assert "<p>abcd</p>" == html_of("a\u202eb\u2066c\0d\x1b")


@pytest.mark.parametrize(
    "text",
    [
        "<ul>a<p>b</p><li>c</ul>", "<ul><ul><li>a</ul></ul>", "<ol>text</ol>", "<ul>\n- a\n</ul>",
        "<table><ul><li>a</table>",
    ],
)  # fmt: skip
def test_lists_hold_items_alone(text: str) -> None:
    """Whatever stands in them."""
    for element in elements(html_of(text)):
        if element.tag in {"ul", "ol"}:
            assert {"li"} == {child.tag for child in element}
            assert not (element.text or "").strip()


def test_what_is_long_is_cut_and_known_to_be() -> None:
    """Also one line of five million characters, and a README that the harvest cut."""
    assert len(html_of("a" * 5_000_000)) < MOST
    assert [True, True, True, False] == [
        is_cut(text) for text in ("a" * 10_000, "a b\n" * 20_000, f"a\n{README_CUT}", "a\n" * 1000)
    ]


@pytest.mark.parametrize(
    "text",
    [
        ">" * 20_000, "".join("  " * n + "- a\n" for n in range(300)), "<div>" * 9_000,
        "<blockquote>" * 4_000, "[" * 48_000, "|a" * 2000 + "|\n" + "|-" * 2000 + "|\n",
    ],
)  # fmt: skip
def test_what_is_deep_is_made_flat(text: str) -> None:
    """No browser, and no reader, is led down thousands of steps."""
    html, depth, deepest = html_of(text), 0, 0
    for end in re.findall(r"<(/?)(?!br|hr)[a-z]", html):
        depth += -1 if end else 1
        deepest = max(deepest, depth)
    assert deepest < 40


HOSTILE = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>", "<math><mtext><table><mglyph><style><img src=x>",
    "[a](javascript:alert(1))", "[a](data:text/html;base64,x)", "<a href='java\tscript:a'>b</a>",
    "<a href=&#106;avascript:a>b</a>", "<style>*{background:url(https://x.example)}</style>",
    "<div style='background:url(https://x.example)'>", "<iframe src=https://x.example>", "<form>",
    "<base href=https://x.example>", "<meta http-equiv=refresh content=0>", "<input autofocus>",
    "</div></div></section></main></body></html>", "<!--", "<![CDATA[", "<plaintext>", "<title>",
    "<textarea>", "<a id=content name=main class=skip>a</a>", "<h1 id=readiness>a</h1>",
    "<noscript><p title='", "</noscript><img src=x onerror=a>'>", "<table><td>", "<select><option>",
    "{{7*7}}", "{% raw %}", "&lt;script&gt;", "\0", "\ud800", "\u202e", "![a](https://x.example/a)",
    "`", "```\n", "|a|\n|-|\n", "> ", "- ", "# ", "*", "<", ">", '"', "'", "&", "\n", "\n\n", " ",
    "<p dir=rtl tabindex=5 role=main aria-label=x onclick=a>", "<details ontoggle=a>", "a", "å",
    "[a]: javascript:a 'b'\n\n[a]", '<http://x.example/"onmouseover=a>', "<ul>", "<li>", "</a>",
)  # fmt: skip


@given(st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=14).map("".join))
def test_nothing_in_it_can_act(text: str) -> None:
    """Parsed as a browser does, there is nothing but what is on the list; and it stays inside."""
    html = html_of(text)
    found = elements(f"<main>{html}</main><footer></footer>")
    assert ["main", "footer"] == [e.tag for e in found if e.tag in {"main", "footer"}]
    for element in (e for e in found if e.tag not in {"main", "footer"}):
        assert element.tag in TAGS
        assert element.attrib.keys() <= ATTRIBUTES
        assert re.match(r"https?://|mailto:|#readme-|$", element.get("href", ""), re.IGNORECASE)
        assert element.get("id", "readme-").startswith("readme-")


@given(st.lists(st.sampled_from(HOSTILE), max_size=14).map("".join))
def test_rendering_ends_where_it_began(text: str) -> None:
    """What follows a README is where it was: every tag that it opens it closes."""
    html = html_of(text)
    opened = re.findall(r"<([a-z][a-z0-9]*)(?=[ >])", html)
    closed = re.findall(r"</([a-z][a-z0-9]*)>", html)
    assert sorted(tag for tag in opened if tag not in {"br", "hr"}) == sorted(closed)
