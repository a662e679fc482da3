"""How well suggested groupings meet the products that people have made of a catalogue.

The products are taken away, suggestions are made from what is left, and the two are compared: pairs
of repositories that are suggested together, and that people have put together.

    python benchmarks/suggestions.py [folder of a catalogue]
"""

import sys
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

from catalog.assemble import assemble
from catalog.assemble.suggestions import suggest
from catalog.models.address import key_of
from catalog.store.curated import read_curated
from catalog.store.snapshot import read_snapshot


def pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    """Return every two that stand in one group."""
    keys = [sorted(key_of(url) for url in group) for group in groups]
    return {pair for group in keys for pair in combinations(group, 2)}


def main(folder: Path) -> None:
    """Print what was suggested, and the figures."""
    curated = read_curated(folder)
    products = [[r.repo for r in entry.catalog.repos] for entry in curated.projects]
    products = [product for product in products if len(product) > 1]
    bare = curated.model_copy(update={"projects": (), "adoptions": (), "calls": ()})
    suggestions = suggest(assemble(bare, read_snapshot(folder)))
    wanted, made = pairs(products), pairs([p.url for p in s.parts] for s in suggestions)
    whole = 0
    for one in suggestions:
        own = pairs([[part.url for part in one.parts]])
        right = len(own & wanted)
        whole += right == len(own)
        names = ", ".join(part.url.rsplit("/", 1)[-1] for part in one.parts)
        print(f"{right:3} of {len(own):3} right: {names}")
    met = sum(bool(pairs([product]) & made) for product in products)
    right = len(made & wanted)
    print(
        f"{len(suggestions)} suggestions, {whole} wholly right; "
        f"pairs: precision {right}/{len(made)}, recall {right}/{len(wanted)}; "
        f"{met} of {len(products)} products met"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
