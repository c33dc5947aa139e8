"""`python -m verdicts FOLDER`: holds the entries of `diff` against mypy, over the versions of published descriptions.

Descriptions are called NAME-vNUMBER. Of each two versions that follow on each other, mypy reads code that uses all of
the old client beside the new one. Each line that breaks has to belong to an entry that says so, and each entry that
says that types or calls break has to have such a line.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from reviewed import report_on

from specloom.diff.loaded import Loaded, load_version
from specloom.diff.revision import Version
from specloom.diff.vocabulary import ClientVerdict, Complaint, Entry, SymbolChange
from specloom.targets.target import Target
from specloom.typecheck.caller import render_caller
from specloom.typecheck.check import check_callers, client_files

PAGE: Final = Path(__file__).parents[2] / "docs" / "agreement.md"
HEADING: Final = "## Entries and mypy"
"""What its part of the page begins with, the last one."""
_NAME: Final = re.compile(r"(?P<name>.+)-v(?P<number>\d+)\.(?:json|ya?ml)")
_MODULES: Final = {"models", "inputs", "errors", "webhooks"}
_BREAKING: Final = {ClientVerdict.CALL_BREAKS, ClientVerdict.TYPES_BREAK}


@dataclass(frozen=True)
class Step:
    """What came of two versions that follow on each other."""

    name: str
    broken: int
    """How many symbols mypy finds broken."""
    breaking: int
    """How many entries say that types or calls break."""
    missed: tuple[str, ...]
    """What is broken, and no entry says so."""
    false: tuple[str, ...]
    """Entries that say so, and nothing is broken."""


def main(argv: list[str] | None = None) -> int:
    """Judge the steps and print what differs; return 1 where anything does."""
    parser = argparse.ArgumentParser(prog="verdicts", description="Holds entries against mypy, version by version.")
    parser.add_argument("folder", type=Path, help="a folder of descriptions that are called NAME-vNUMBER")
    parser.add_argument("--steps", type=int, default=0, help="how many steps, spread over all there are")
    parser.add_argument("--only", default="", help="what the names of the steps begin with")
    parser.add_argument("--write", action="store_true", help=f"write the table of {PAGE.name}")
    arguments = parser.parse_args(argv)
    pairs = [pair for pair in list_steps(arguments.folder) if pair[1].name.startswith(arguments.only)]
    if not pairs:
        parser.error(f"{arguments.folder} has no two versions of a description")
    if 0 < arguments.steps < len(pairs):
        pairs = [pairs[number * len(pairs) // arguments.steps] for number in range(arguments.steps)]
    steps: list[Step] = []
    for old, new in pairs:
        step = judge(old, new)
        if step is None:
            print(f"{new.name}: no client can be made of both")
            continue
        steps.append(step)
        print(f"{step.name}: {step.broken} symbols break, {step.breaking} entries say so", flush=True)
        for what, found in (("missed", step.missed), ("false", step.false)):
            for each in found:
                print(f"  {what}: {each}")
    if arguments.write:
        write(steps)
    return 1 if any(step.missed or step.false for step in steps) else 0


def list_steps(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each two files that are versions of one description and follow on each other."""
    versions: dict[str, dict[int, Path]] = defaultdict(dict)
    for path in sorted(folder.iterdir()):
        if match := _NAME.fullmatch(path.name):
            versions[match["name"]][int(match["number"])] = path
    for numbered in versions.values():
        yield from pairwise(path for _, path in sorted(numbered.items()))


def judge(old: Path, new: Path) -> Step | None:
    """Return what mypy and the report say of a step; None where no client can be made of both versions."""
    before, after = (load_version(Version(path.name, Target(path))) for path in (old, new))
    if before.client is None or after.client is None:
        return None
    caller = render_caller(before.client.api, "step")
    (complaints,) = check_callers([(caller, client_files(after.client.api))], trusted=True)
    return compare(f"{old.stem} to {new.stem}", complaints, said(before, after))


def said(old: Loaded, new: Loaded) -> list[Entry]:
    """Return the entries that say that types or calls break, those that others are folded into apart."""
    entries = report_on(old, new).entries
    single = [each for entry in entries for each in (entry, *entry.folded) if not each.sums_up]
    own = [entry for entry in single if entry.rules]
    return [entry for entry in own if any(symbol.verdict in _BREAKING for symbol in entry.impact)]


def compare(name: str, complaints: Sequence[Complaint], entries: Sequence[Entry]) -> Step:
    """Join what a type checker finds broken to the entries that say so."""
    symbols = [each.symbol for each in complaints]
    by_entry = [[each for each in entry.impact if each.verdict in _BREAKING] for entry in entries]
    missed = [
        f"{each.symbol}: {each.message}"
        for each in complaints
        if not any(are_related(each.symbol, other.symbol) for own in by_entry for other in own)
    ]
    false = [
        f"{entry.change.message} ({', '.join(each.symbol for each in own)})"
        for entry, own in zip(entries, by_entry, strict=True)
        if not any(is_broken(each, symbols) for each in own)
    ]
    return Step(name, len(symbols), len(entries), tuple(missed), tuple(false))


def is_broken(change: SymbolChange, symbols: Sequence[str]) -> bool:
    """Tell whether a type checker finds a symbol broken, or a name that its declaration has.

    Where a name is gone, mypy knows it as anything, and has no more to say of what is declared by it, nor of the
    methods of a client that is called otherwise.
    """
    names = {*re.findall(r"\w+", change.before)}
    owners = [each.rpartition(".") for each in symbols if each.count(".") == 1]
    clients = [module for module, _, name in owners if name[:1].isupper() and module not in _MODULES]
    is_hidden = any(name in names for _, _, name in owners)
    is_called = any(change.symbol.startswith(f"{package}.") for package in clients)
    return is_hidden or is_called or any(are_related(change.symbol, each) for each in symbols)


def are_related(one: str, other: str) -> bool:
    """Tell whether one symbol is the other or in it: whoever has more on one thing is right as well."""
    return one == other or any(a.startswith((f"{b}.", f"{b}(", f"{b}[")) for a, b in ((one, other), (other, one)))


def write(steps: Sequence[Step]) -> None:
    """Write what came of it behind what the page says of other agreements."""
    others = PAGE.read_text(encoding="utf-8").partition(HEADING)[0].rstrip("\n")
    PAGE.write_text("\n".join((others, "", *_section(steps))) + "\n", encoding="utf-8")


def _section(steps: Sequence[Step]) -> Iterator[str]:
    told = [step for step in steps if any(_counts(step))]
    total = [sum(counts) for counts in zip(*map(_counts, told), strict=True)]
    yield from (
        HEADING,
        "",
        "`make verdicts DATA=FOLDER` takes each two versions of a description that follow on each other, has mypy",
        "(strict) read code that uses all of the old client beside the new one, and joins what it refuses to the",
        "entries of `specloom diff`. A symbol is missed if no entry says that it breaks. An entry is false if it says",
        "that types or calls break, by itself or folded into another, and mypy refuses nothing of what it names. Of a",
        "name that is gone mypy refuses the import alone: what is declared by that name is broken with it, and so are",
        "the methods of a client that is called otherwise.",
        "",
        f"Of {len(steps)} steps of the [descriptions of Adyen](https://github.com/Adyen/adyen-openapi)",
        f"{len(steps) - len(told)} break nothing, and no entry says so. The others:",
        "",
        "| step | symbols that break | entries that say so | missed | false |",
        "|---|---|---|---|---|",
    )
    for step in told:
        yield f"| {step.name} | {' | '.join(map(str, _counts(step)))} |"
    yield f"| all | {' | '.join(map(str, total))} |"


def _counts(step: Step) -> tuple[int, int, int, int]:
    return step.broken, step.breaking, len(step.missed), len(step.false)


if __name__ == "__main__":
    sys.exit(main())
