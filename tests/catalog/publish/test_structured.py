"""What pages say to machines: every word is schema.org's, and nothing but evidence is said.

``schema_org.json`` records the types and properties that are used: whose parents they have, of
what they may be said and what they give, as release 30.0 of the vocabulary has it.
"""

import json
import warnings
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph, URIRef
from rdflib.term import Identifier, Node

from catalog.models.curated import Language
from catalog.publish import structured
from catalog.publish.views.body import BodyView
from catalog.publish.views.edition import Edition
from catalog.publish.views.frame import Frame
from catalog.publish.views.project import ProjectView

VOCABULARY = "https://schema.org/"
KNOWN = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
PLAIN = {"Boolean", "Date", "DateTime", "Integer", "Number", "Text", "URL"}
Editions = Callable[[Language], Edition]


def page(path: str) -> Frame:
    """Return the frame of a page of a site that has an address."""
    return Frame(path, ("sv", "en"), "Provkatalogen", "https://example.org/k/")


def read(block: str) -> Any:
    """Take the data out of its element."""
    assert block.startswith('<script type="application/ld+json">{')
    return json.loads(block.partition(">")[2].removesuffix("</script>"))


def wrong(told: Any) -> Iterator[str]:
    """Give what is said in a graph that the vocabulary does not have, or not so."""
    assert "https://schema.org" == told.pop("@context")
    text = json.dumps({"@context": {"@vocab": VOCABULARY}, **told})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        graph = Graph().parse(data=text, format="json-ld")
    for subject, said, value in graph:
        if said == RDF.type:
            if name(value) not in KNOWN["types"]:
                yield f"there is no type {value}"
            continue
        found = KNOWN["properties"].get(name(said).removesuffix("-input"))
        if found is None:
            yield f"there is no property {said}"
        elif not kinds(graph, subject) & {*found["of"]}:
            yield f"{said} is not said of {kinds(graph, subject)}"
        elif not (kinds(graph, value) or PLAIN) & {*found["gives"]} and not refers(value):
            yield f"{said} does not give {value!r}"


def name(term: Node) -> str:
    """Return a term without the vocabulary's address."""
    assert str(term).startswith(VOCABULARY), term
    return str(term).removeprefix(VOCABULARY)


def refers(value: Node) -> bool:
    """Tell a thing that another page describes."""
    return isinstance(value, URIRef)


def kinds(graph: Graph, node: Node) -> set[str]:
    """Return a thing's type and all above it; none for a text."""
    assert isinstance(node, Identifier)
    return {above for one in graph.objects(node, RDF.type) for above in lineage(name(one))}


@cache
def lineage(kind: str) -> frozenset[str]:
    """Return a type and all above it."""
    parents = KNOWN["types"].get(kind, ())
    return frozenset({kind}).union(*map(lineage, parents))


def project(edition: Edition, of: str) -> Any:
    """Read what a project's page says."""
    found = edition.project(of)
    assert found
    at = page(f"sv/projects/{of}/")
    return read(structured.project(at, ProjectView(found, edition), ("Projekt", "projects/")))


def body(edition: Edition, of: str) -> Any:
    """Read what a body's page says."""
    view = BodyView(edition.catalogue.bodies[of], edition, ())
    return read(structured.body(page(f"sv/bodies/{of}/"), view, ("Organisationer", "bodies/")))


def test_every_kind_of_page_says_what_the_vocabulary_has(edition: Editions) -> None:
    """Types, what they may have, and what that may be."""
    swedish = edition("sv")
    told = [
        *(project(swedish, one.id) for one in swedish.projects),
        *(body(swedish, one) for one in swedish.catalogue.bodies),
        read(structured.start(page("sv/"), "Öppen programvara")),
        read(structured.dataset(page("sv/statistics/"), "A", "B", {"a.csv": "text/csv"})),
        read(structured.trail(page("sv/model/LIC-1/"), "LIC-1", ("Modellen", "model/"))),
    ]
    assert [] == [fault for one in told for fault in wrong(one)]


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Repository"}, "there is no type"),
        ({"@type": "WebSite", "stars": 3}, "there is no property"),
        ({"@type": "WebSite", "codeRepository": "https://a.example"}, "is not said of"),
        ({"@type": "WebSite", "publisher": "Exempelkommun"}, "does not give"),
    ],
)
def test_a_fault_would_be_seen(node: dict[str, Any], fault: str) -> None:
    """The test above can fail."""
    told = {"@context": "https://schema.org", "@graph": [node]}
    assert any(fault in one for one in wrong(told))


def test_a_project_says_what_is_known(edition: Editions) -> None:
    """Code, licence, day and who publishes it; what it is above."""
    code, trail = project(edition("sv"), "portalen")["@graph"]
    at = "https://example.org/k/sv/bodies/exempelkommun/"
    assert ["SoftwareSourceCode", "Portalen", "https://example.org/k/sv/projects/portalen/"] == [
        code[key] for key in ("@type", "name", "url")
    ]
    assert "https://spdx.org/licenses/MIT.html" == code["license"]
    assert ("GovernmentOrganization", at) == (code["publisher"]["@type"], code["publisher"]["url"])
    assert ["Projekt", "Portalen"] == [step["name"] for step in trail["itemListElement"]]


def test_what_nobody_has_said_is_left_out(edition: Editions) -> None:
    """No null, no empty list, no word of a maintainer that nobody has named."""
    code, _ = project(edition("sv"), "arenan")["@graph"]
    assert {"@id", "@type", "name", "url", "publisher", "targetProduct"} >= code.keys()
    assert "null" not in json.dumps(code)


def test_a_body_has_its_numbers_and_its_other_name(edition: Editions) -> None:
    """A municipality is an organisation of government; another association is not."""
    told, _ = body(edition("en"), "exempelkommun")["@graph"]
    assert "GovernmentOrganization" == told["@type"]
    assert {"Exempelkommun", "Example Municipality"} == {told["name"], told["alternateName"]}
    assert {"@type": "PropertyValue", "propertyID": "kommunkod", "value": "0000"} == (
        told["identifier"]
    )


@given(st.text())
def test_no_words_leave_the_data(words: str) -> None:
    """Whatever somebody calls a thing: one element, one line, and the same words read back."""
    block = structured.trail(page("sv/calls/a/"), words, (words, "calls/"))
    assert 2 == block.count("<")
    assert not set("\u2028\u2029\n\r\x7f&") & set(block)
    steps = read(block)["@graph"][0]["itemListElement"]
    assert [words, words] == [step["name"] for step in steps]


@pytest.mark.parametrize(
    "words", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "\u2028alert(1)"]
)
def test_the_element_does_not_end_early(words: str) -> None:
    """What ends a script, or a line of one, is written as codes."""
    block = structured.start(page("sv/"), words)
    assert words not in block
    assert words == read(block)["@graph"][0]["description"]
