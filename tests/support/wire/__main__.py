"""`python -m wire`: calls every operation of the descriptions that ship, and of those in a folder, at random."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom

from specloom.findings import DescriptionError
from specloom.installed import shipped_descriptions
from specloom.pipeline import generate
from specloom.targets.target import Target
from wire.calls import Tally, Trial
from wire.description import Description

COLUMNS = ("operations", "requests", "exact", "answers", "equal", "losses", "failures")


def main(argv: list[str] | None = None) -> int:
    """Make the calls and print a table; return 1 where something is neither done nor named as a loss."""
    parser = argparse.ArgumentParser(
        prog="wire", description="Calls generated clients at random, and checks what goes over the wire."
    )
    parser.add_argument("documents", type=Path, nargs="*", help="further descriptions, or folders of them")
    parser.add_argument("--seed", type=int, help="repeats a run (default: another each time)")
    parser.add_argument(
        "--rounds", type=int, default=3, help="calls of each operation and client (default: %(default)s)"
    )
    parser.add_argument("--only", default="", metavar="ROUTE", help="a part of the routes that are called")
    parser.add_argument("--failures", type=int, default=20, help="how many are shown of each (default: %(default)s)")
    arguments = parser.parse_args(argv)
    seed = SystemRandom().randrange(10**6) if arguments.seed is None else arguments.seed
    print(f"seed {seed}")
    print(row("document", *COLUMNS))
    failed = False
    told: list[str] = []
    with tempfile.TemporaryDirectory() as folder, found_in(folder):
        for name, entry in descriptions(arguments.documents):
            try:
                tally = try_document(entry, Path(folder), name, seed, arguments.rounds, arguments.only)
            except (DescriptionError, ValueError) as error:
                found = error.findings if isinstance(error, DescriptionError) else []
                told.append(f"{name}: not tried: {found[0].message if found else error}")
                failed = True
                continue
            print(row(name, *(str(getattr(tally, each)) for each in COLUMNS)), flush=True)
            failed = failed or bool(tally.failures)
            told += lines_about(name, tally, arguments.failures)
    print(*told, sep="\n")
    return 1 if failed else 0


def row(first: str, *others: str) -> str:
    """Return a line of the table."""
    return f"{first:<24}" + "".join(f"{each:>12}" for each in others)


@contextmanager
def found_in(folder: str) -> Iterator[None]:
    """Let modules be found in a folder."""
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)


def descriptions(documents: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Yield name and entry document of those that ship, and of all others."""
    yield from shipped_descriptions().items()
    for path in documents:
        for file in sorted(path.iterdir()) if path.is_dir() else [path]:
            if file.suffix in {".json", ".yaml", ".yml"}:
                yield file.stem, file


def try_document(entry: Path, folder: Path, name: str, seed: int, rounds: int, only: str = "") -> Tally:
    """Generate a client below a folder, which modules are found in, and call it.

    Raises:
        ValueError: The description is of a version that is not read here.
    """
    description = Description(entry)
    if not description.is_readable:
        raise ValueError(f"{entry}: only OpenAPI 3.0 to 3.2 is tried, not {description.version or '2.0'}")
    package = folder / f"wire_{re.sub('[^a-z0-9]', '_', name.lower())}"
    for path, text in generate(Target(entry, package=package.name)).tree.items():
        file = package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return Trial(description, package, seed, rounds).run(lambda operation: only in operation.route)


def lines_about(name: str, tally: Tally, most: int) -> Iterator[str]:
    """Yield what is lost, and the first of the failures at each place."""
    for place, reason in sorted(tally.lost.items()):
        yield f"{name}: loss: {place}: {reason}"
    unlike = {(failure.place, failure.problem[:20]): failure for failure in reversed(tally.failed)}
    for failure in [*reversed(unlike.values())][:most]:
        yield f"{name}: {failure.operation}: {failure.problem}"
        yield f"    at {failure.place}"
        if failure.call:
            yield f"    {failure.call}"


if __name__ == "__main__":
    sys.exit(main())
