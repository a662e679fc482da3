"""How far verdicts agree with what readers say of the same repositories, check by check.

*Right* are verdicts of met and not met that a careful reader could give too; *agree* is all
verdicts, also those that stay partial or unknown.

    python benchmarks/agreement.py [--wrong] [--all] [--folder FOLDER] [--json PATH]
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from tests.agreement import DECIDED, FOLDER, Compared, compared, kinds


def figures(those: list[Compared]) -> dict[str, int]:
    """Count verdicts, those that agree, those that decide, and those of them that are right."""
    decided = [one for one in those if one.ours in DECIDED]
    return {
        "verdicts": len(those),
        "agree": sum(one.agrees for one in those),
        "decided": len(decided),
        "right": sum(one.agrees for one in decided),
    }


def _row(name: str, found: dict[str, int]) -> str:
    agree = 100 * found["agree"] / max(1, found["verdicts"])
    right = 100 * found["right"] / found["decided"] if found["decided"] else 100.0
    return f"{name:8} {found['verdicts']:8} {agree:7.1f} % {found['decided']:8} {right:7.1f} %"


def main() -> None:
    """Print the table, and where asked every verdict that differs."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--wrong", action="store_true", help="list wrong met and not met")
    parser.add_argument("--all", action="store_true", help="list all that differ")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    every = list(compared(given.folder))
    by_check: dict[str, list[Compared]] = defaultdict(list)
    for one in every:
        by_check[one.check].append(one)
    table = {check: figures(those) for check, those in by_check.items()}
    print("check    verdicts     agree  decided     right")
    for check, found in table.items():
        print(_row(check, found))
    print(_row("all", figures(every)))
    same = [ours == theirs for _, theirs, ours in kinds(given.folder)]
    print(f"kind     {len(same):8} {100 * sum(same) / len(same):7.1f} %")
    for one in every:
        if (given.all and not one.agrees) or (given.wrong and one.is_wrong):
            print(f"{one.check} {one.repository}: {one.ours}, a reader says {one.label.status}")
    if given.json:
        given.json.write_text(json.dumps({"all": figures(every), **table}, indent=2))


if __name__ == "__main__":
    main()
