"""Closed products by the names of packages and registries; the list ships beside the model."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from catalog.models.base import Frozen
from catalog.models.facts import Ecosystem

Pattern: TypeAlias = Annotated[
    str, StringConstraints(pattern=r"^(?:\*/)?[\w@./:-]{3,}\*?$", max_length=100)
]
_KEPT = 50_000  # names of packages, of each ecosystem
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


class _Names(dict[str, ClosedProduct | None]):
    """What each name of a package is; looked up once, since the same few are everywhere."""

    def __init__(self, rows: Iterable[tuple[str, ClosedProduct]]) -> None:
        """Put the patterns in order: a whole name decides, then an end, then a beginning."""
        every = list(rows)
        self.whole = {pattern: one for pattern, one in every if "*" not in pattern}
        self.ends = {pattern[2:]: one for pattern, one in every if pattern.startswith("*/")}
        self.starts = {pattern[:-1]: one for pattern, one in every if pattern.endswith("*")}
        self.beginnings = tuple(self.starts)

    def __missing__(self, name: str) -> ClosedProduct | None:
        """Look at a name for the first time; of a flood of names none is kept for long."""
        if len(self) >= _KEPT:
            self.clear()
        self[name] = product = self._look(name.lower())
        return product

    def _look(self, name: str) -> ClosedProduct | None:
        product = self.whole.get(name) or self.ends.get(name.rpartition("/")[2])
        if product is None and name.startswith(self.beginnings):
            return next(one for start, one in self.starts.items() if name.startswith(start))
        return product


class ClosedProducts:
    """The list, looked up by the name of a package."""

    def __init__(self, products: Iterable[ClosedProduct] = ()) -> None:
        """Put the patterns in order."""
        self.products = tuple(products)
        self.by_id = {product.id: product for product in self.products}
        self.by_registry = {host: one for one in self.products for host in one.registries}
        rows = list(_patterns(self.products))
        self._names = {
            ecosystem: _Names((pattern, one) for e, pattern, one in rows if e == ecosystem)
            for ecosystem in {e for e, _, _ in rows}
        }

    def of(self, name: str, ecosystem: Ecosystem) -> ClosedProduct | None:
        """Return the closed product that a package is, or needs."""
        return next(iter(self.among((name,), ecosystem)), None)

    def among(self, packages: Iterable[str], ecosystem: Ecosystem) -> list[ClosedProduct]:
        """List the closed products among packages, whatever their letters; nearly all are none."""
        names = self._names.get(_registry_of(ecosystem))
        if names is None:
            return []
        return [product for product in map(names.__getitem__, packages) if product is not None]


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
