"""Projects that replace each other: every circle is found once, however long."""

from catalog.store.circles import circles
from catalog.yaml_lines import Document


def chain(*steps: tuple[str, object]) -> Document:
    """Make a document of projects, each with what it replaces."""
    projects = [{"id": name, "catalog": {"replaces": replaced}} for name, replaced in steps]
    return Document("f.yaml", {"projects": projects})


def told(document: Document) -> list[str]:
    """Return what is said of a document's circles."""
    return [problem.message.partition(":")[0] for problem in circles([document])]


def test_a_chain_is_no_circle() -> None:
    """One may replace several, and several one."""
    assert [] == told(chain(("c", ["a", "b"]), ("b", ["a"]), ("d", ["a"]), ("a", [])))


def test_a_circle_is_told_once() -> None:
    """Wherever one begins to walk, also where a way leads into it from outside."""
    expected = ["'a' replaces 'b' replaces 'a'"]
    assert expected == told(chain(("x", ["a"]), ("a", ["b"]), ("b", ["a"]), ("y", ["b"])))


def test_what_is_no_id_is_passed_by() -> None:
    """The models say that it is wrong."""
    assert [] == told(chain(("a", None), ("b", 3), ("c", [["c"]]), ("d", {"project": "d"})))


def test_a_long_circle_is_shortened_and_overruns_nothing() -> None:
    """Ten thousand steps are walked without recursion."""
    steps = [(f"p{n}", [f"p{(n + 1) % 10_000}"]) for n in range(10_000)]
    (message,) = told(chain(*steps))
    assert message.startswith("'p0' replaces 'p1' replaces 'p2'")
    assert message.endswith("replaces '...' replaces 'p9999' replaces 'p0'")
