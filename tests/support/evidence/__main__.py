"""`python -m evidence`: checks the blocks of the vendors' pages, or prints how much is described."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from evidence.check import Checked, check_page, load
from evidence.counts import count, render_table
from specloom.findings import DescriptionError
from specloom.installed import shipped_descriptions

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["main"]


def main(argv: list[str] | None = None) -> int:
    """Run one of the two commands; return 1 where something is wrong, and 2 where there is nothing to check."""
    parser = argparse.ArgumentParser(prog="evidence", description="Holds the descriptions against what they come from.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check every JSON block of the vendors' pages")
    check.add_argument("pages", type=Path, help="the folder with a page NAME.txt for each description")
    commands.add_parser("counts", help="print the table of specs/README.md")
    arguments = parser.parse_args(argv)
    if arguments.command == "counts":
        print(render_table((name, count(entry)) for name, entry in shipped_descriptions().items()), end="")
        return 0
    return check_pages(arguments.pages, shipped_descriptions())


def check_pages(folder: Path, descriptions: dict[str, Path]) -> int:
    """Print a line for every block of the pages in a folder, with what is wrong below it, and a summary.

    Args:
        folder: Has the text of each description's page: `sitoo.txt`.
        descriptions: Entry documents by name.
    """
    pages = {path.stem: path for path in sorted(folder.glob("*.txt"))}
    if not pages.keys() & descriptions.keys():
        print(f"no vendor's page is in {folder}: say where they are, as text, with make evidence PAGES=FOLDER;")
        print(f"wanted are {', '.join(f'{name}.txt' for name in descriptions)}")
        return 2
    odd = [f"{pages[name]}: there is no description {name}" for name in pages.keys() - descriptions.keys()]
    odd += [f"{folder}: there is no page {name}.txt" for name in descriptions.keys() - pages.keys()]
    checked: list[Checked] = []
    for name in sorted(pages.keys() & descriptions.keys()):
        try:
            description = load(descriptions[name])
        except DescriptionError:
            odd.append(f"{name}: the description cannot be used; specloom generate {name} says why")
            continue
        if find_spec(description.api.package) is None:
            odd.append(f"{name}: there is no client {description.api.package}; make generate writes it")
            continue
        checked += report(check_page(description, pages[name].read_text(encoding="utf-8")))
    for line in sorted(odd):
        print(line)
    problems = len(odd) + sum(bool(one.problems) for one in checked)
    repaired = len({one.block.place for one in checked if one.repair})
    blocks = len({one.block.place for one in checked})
    print(f"{blocks} blocks, {repaired} of them repaired, {len(checked)} checks, {problems} problems")
    return 1 if problems else 0


def report(checked: Iterable[Checked]) -> list[Checked]:
    """Print what is found as it is found, and return all of it."""
    found: list[Checked] = []
    for one in checked:
        found.append(one)
        repair = f" ({one.repair})" if one.repair else ""
        state = "problem" if one.problems else "ok"
        print(f"{one.block.place} {one.what or 'unmatched'}{repair}: {state}")
        for problem in one.problems:
            print(f"    {problem}")
    return found


if __name__ == "__main__":
    sys.exit(main())
