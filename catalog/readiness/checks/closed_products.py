"""Closed products by the names of packages and registries; the list ships beside the model."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Literal, NamedTuple, TypeAlias

from pydantic import Field, StringConstraints

from catalog.models.base import Frozen
from catalog.models.facts import Ecosystem

Pattern: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(?:\*/)?[\w@./:-]{3,}\*?$", max_length=100)
]
Line: TypeAlias = Annotated[str, StringConstraints(min_length=2, max_length=80)]


class ClosedProduct(Frozen):
    """Closed software and how it shows; ``certain``: a package of it is closed, whatever is said.

    ``tool``: documents name it more often as a tool of the developers than as something needed.

    A pattern is a whole name, a beginning (``acme/*``) or an end (``*/acme-pro``), in any case.
    """

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
    name: Line
    kind: Literal["addon", "library", "product", "service", "platform"]
    packages: dict[Ecosystem, Annotated[tuple[Pattern, ...], Field(min_length=1)]] = {}
    registries: tuple[Line, ...] = ()
    certain: bool = True
    tool: bool = False
    alternative: Line | None = None


class _Names(NamedTuple):
    whole: dict[str, ClosedProduct]
    starts: tuple[tuple[str, ClosedProduct], ...]
    ends: dict[str, ClosedProduct]

    def is_open(self, name: str) -> bool:
        """Tell whether neither the whole name nor its end has decided already."""
        return name not in self.whole and name.rpartition("/")[2] not in self.ends


class ClosedProducts:
    """The list, looked up by the name of a package."""

    def __init__(self, products: Iterable[ClosedProduct] = ()) -> None:
        """Put the patterns in order."""
        self.products = tuple(products)
        self.by_id = {product.id: product for product in self.products}
        self.by_registry = {host: one for one in self.products for host in one.registries}
        rows = list(_patterns(self.products))
        self._names = {
            ecosystem: _Names(
                {p: one for e, p, one in rows if e == ecosystem and "*" not in p},
                tuple((p[:-1], one) for e, p, one in rows if e == ecosystem and p.endswith("*")),
                {p[2:]: one for e, p, one in rows if e == ecosystem and p.startswith("*/")},
            )
            for ecosystem in {e for e, _, _ in rows}
        }

    def of(self, name: str, ecosystem: Ecosystem) -> ClosedProduct | None:
        """Return the closed product that a package is, or needs."""
        return next(self.among((name,), ecosystem), None)

    def among(self, packages: Iterable[str], ecosystem: Ecosystem) -> Iterator[ClosedProduct]:
        """Give the closed products among packages, whatever their order and letters."""
        return self.among_ordered(sorted(name.lower() for name in packages), ecosystem)

    def among_ordered(self, asked: Sequence[str], ecosystem: Ecosystem) -> Iterator[ClosedProduct]:
        """Give them of many names in small letters and in order; nearly all are none."""
        names = self._names.get(_registry_of(ecosystem))
        if names is None or not asked:
            return
        yield from (names.whole[name] for name in sorted(names.whole.keys() & asked))
        if names.ends:
            last = {name.rpartition("/")[2] for name in asked if name not in names.whole}
            yield from (names.ends[end] for end in sorted(names.ends.keys() & last))
        for start, product in names.starts:
            place = bisect_left(asked, start)
            while place < len(asked) and asked[place].startswith(start):
                if names.is_open(asked[place]):
                    yield product
                place += 1


def is_named(product: ClosedProduct, names: Iterable[str]) -> bool:
    """Tell whether people's names of products mean this one."""
    ours = {_bare(product.name), _bare(product.id)}
    return any(
        one in theirs or (len(theirs) > 2 and theirs in one)  # noqa: PLR2004 - "CMS" says nothing
        for theirs in map(_bare, names)
        for one in ours
    )


def _patterns(
    products: Iterable[ClosedProduct],
) -> Iterator[tuple[Ecosystem, str, ClosedProduct]]:
    for product in products:
        for ecosystem, patterns in product.packages.items():
            yield from ((_registry_of(ecosystem), pattern.lower(), product) for pattern in patterns)


def _registry_of(ecosystem: Ecosystem) -> Ecosystem:
    return "maven" if ecosystem == "gradle" else ecosystem


def _bare(name: str) -> str:
    return "".join(c for c in name.lower() if c.isalnum())
