"""How long things take, compared with the least that they could take; fails where one is over its limit.

Each benchmark runs two things in turn, so that a machine that gets slower meanwhile slows both. Limits are a factor of
the second one's median, seconds on top of it, or both.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path
from shutil import copytree, rmtree
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from calls import calls
from streaming import events, transfer, write_client

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[2]
SPECLOOM = [sys.executable, "-m", "specloom"]
NOTHING = [sys.executable, "-c", "pass"]
APIS = ["fixably", "fixje", "repairdesk", "sitoo"]
EDITS = [
    ("schemas/orders.yaml", 'totalInsideTime:\n      type: [integer, "null"]', "totalInsideTime:\n      type: string"),
    ("paths/stores.yaml", "operationId: listStores\n", "operationId: listStores\n    deprecated: true\n"),
    ("schemas/stores.yaml", "    name:\n", "    region:\n      type: string\n    name:\n"),
]
"""What the second version of Fixably's description has otherwise: file, text before, text after."""
FIXABLY = """
import httpx
from fixably import Fixably

answer = {"href": "https://demo.fixably.com/api/v3/orders/1", "id": 1, "createdAt": "2026-02-01T08:00:00+0000"}
transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer))
assert Fixably(domain="demo", api_key="pk", transport=transport).orders.get(1).id == 1
"""
"""One call, from nothing."""
SITOO = "from sitoo import Sitoo; Sitoo(account='1', api_id='1', api_password='1')"
"""A client that is made and not called."""
BY_HAND = """
import httpx
from pydantic import BaseModel

class Order(BaseModel):
    id: int

client = httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(200, json={"id": 1})))
assert Order.model_validate_json(client.get("https://demo.fixably.com/api/v3/orders/1").content).id == 1
"""
"""The least that a call costs with the two libraries: much of it is their own first use, beyond their import."""
HEAVY = ("datamodel_code_generator", "jinja2", "pydantic", "yaml")
"""What a run that has nothing to do must not import."""


PATHS = (ROOT / "generator", ROOT / "generated")
"""Where our modules are."""

MEMORY = 8.0
"""The most MiB that 200 MiB may take on their way."""

Shown: TypeAlias = Callable[[float], str]
"""Returns a figure as the table has it."""


def milliseconds(seconds: float) -> str:
    """Return a duration as the table has it."""
    return f"{seconds * 1000:>7.2f} ms"


def mebibytes(size: float) -> str:
    """Return a size as the table has it."""
    return f"{size:>6.2f} MiB"


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Two things to compare; each function does its thing once and returns the seconds it took, or another figure."""

    name: str
    measured: Callable[[], float]
    compared: Callable[[], float]
    factor: float = 0
    seconds: float = 0
    runs: int | None = None
    """How often at most, for what takes long."""
    shown: Shown = milliseconds

    def limit(self, compared: float) -> float:
        """Return how long the measured thing may take, given the median of the other; for ever if nothing is said."""
        return self.factor * compared + self.seconds or inf


def main() -> int:
    """Run the benchmarks and print a table of them; return 1 if one is over its limit."""
    parser = argparse.ArgumentParser(description="Compares what Specloom does with the least that it could take.")
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is run (default: %(default)s)")
    parser.add_argument("names", nargs="*", help="words that the benchmarks' names contain; all if none")
    arguments = parser.parse_args()
    print(f"{'what':<34} {'median A':>10} {'median B':>10} {'ratio':>7} {'limit':>10}")
    over = 0
    with benchmarks() as found:
        for benchmark in found:
            if not arguments.names or any(name in benchmark.name for name in arguments.names):
                over += not report(benchmark, min(max(arguments.runs, 1), benchmark.runs or arguments.runs))
    return 1 if over else 0


def report(benchmark: Benchmark, runs: int) -> bool:
    """Run a benchmark, print its line, and return whether it keeps its limit."""
    benchmark.measured()
    benchmark.compared()
    pairs = [(benchmark.measured(), benchmark.compared()) for _ in range(runs)]
    measured, compared = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    limit = benchmark.limit(compared)
    verdict = "" if limit == inf else f" {benchmark.shown(limit)}  {'ok' if measured <= limit else 'OVER'}"
    shown = benchmark.shown
    print(f"{benchmark.name:<34} {shown(measured)} {shown(compared)} {measured / compared:>6.2f}x{verdict}", flush=True)
    return measured <= limit


@contextmanager
def benchmarks() -> Iterator[list[Benchmark]]:
    """Make the benchmarks; what they write lasts as long as the `with` statement."""
    with (
        tempfile.TemporaryDirectory() as folder,
        calls() as called,
        streaming_client(Path(folder, "streams")) as (streams, through_stream, by_hand),
    ):
        cold, kept, all_cold, all_kept = (Path(folder, name) for name in ("cold", "kept", "all_cold", "all_kept"))
        everything = [*SPECLOOM, "generate", *APIS]

        def generate_cold() -> float:
            rmtree(cold, ignore_errors=True)
            return run([*SPECLOOM, "generate", "sitoo", "--out", str(cold)])

        def generate_everything() -> float:
            rmtree(all_cold, ignore_errors=True)
            all_cold.mkdir()
            return run(everything, cwd=all_cold)

        unchanged = [*SPECLOOM, "generate", "sitoo", "--out", str(kept)]
        run(unchanged)
        check_imports(unchanged)
        all_kept.mkdir()
        run(everything, cwd=all_kept)
        yield [
            Benchmark("specloom --help / python", lambda: run([*SPECLOOM, "--help"]), run_nothing, 2.5, 0.1),
            Benchmark("generate, cold / python", generate_cold, run_nothing, seconds=2.0),
            Benchmark("generate, unchanged / python", lambda: run(unchanged), run_nothing, seconds=0.5),
            Benchmark("generate all four / python", generate_everything, run_nothing, seconds=4.0),
            Benchmark("all four, unchanged / python", lambda: run(everything, cwd=all_kept), run_nothing, seconds=0.5),
            *of_descriptions(all_kept, Path(folder, "versions")),
            Benchmark(
                "import sitoo / its libraries",
                lambda: run([sys.executable, "-c", SITOO]),
                lambda: run([sys.executable, "-c", "import httpx, pydantic"]),
                1.15,
            ),
            Benchmark(
                "import fixably, call / by hand",
                lambda: run([sys.executable, "-c", FIXABLY]),
                lambda: run([sys.executable, "-c", BY_HAND]),
                1.25,
            ),
            *(Benchmark(f"{each.name} / by hand", each.through_client, each.by_hand, each.factor) for each in called),
            Benchmark("1,000 events / by hand", through_stream, by_hand, 1.1),
            *(
                Benchmark(
                    f"200 MiB up and down, {kind} / bound",
                    partial(transfer, streams, kind),
                    lambda: MEMORY,
                    1,
                    runs=3,
                    shown=mebibytes,
                )
                for kind in ("sync", "async")
            ),
        ]


@contextmanager
def streaming_client(folder: Path) -> Iterator[tuple[Path, Callable[[], float], Callable[[], float]]]:
    """Generate a client with streams into a folder; give the folder, and what reads events by it and by hand."""
    folder.mkdir()
    write_client(folder)
    with events(folder) as (through_stream, by_hand):
        yield folder, through_stream, by_hand


def of_descriptions(clients: Path, versions: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks of what writes nothing: check, lint and diff.

    Args:
        clients: The folder in which all clients were generated.
        versions: Where to make a repository with two versions of Fixably's description; it does not exist yet.
    """
    make_versions(versions)
    check = [*SPECLOOM, "check", *APIS]
    diff = [*SPECLOOM, "diff", "HEAD:fixably/openapi.yaml", "fixably/openapi.yaml", "--fail-on", "never"]
    check_imports(check, cwd=clients)
    yield Benchmark("check, unchanged / python", partial(run, check, clients), run_nothing, seconds=0.5)
    for api in APIS:
        yield Benchmark(f"lint {api} / python", partial(run, [*SPECLOOM, "lint", api]), run_nothing, seconds=0.7)
    yield Benchmark("diff fixably / python", partial(run, diff, versions), run_nothing, seconds=1.5)
    types = partial(run, [*diff, "--types"], versions)
    yield Benchmark("diff fixably --types / python", types, run_nothing, seconds=15, runs=3)


def make_versions(folder: Path, specs: Path = ROOT / "specs") -> None:
    """Make a repository whose work tree has an edit of a description that it has committed: that of Fixably.

    Raises:
        subprocess.CalledProcessError: Git failed.
    """
    copytree(specs / "fixably", folder / "fixably")
    author = ("-c", "user.name=Bench", "-c", "user.email=bench@example.com", "-c", "commit.gpgsign=false")
    for arguments in (["init", "--quiet"], ["add", "--all"], [*author, "commit", "--quiet", "--message", "Before"]):
        run(["git", *arguments], cwd=folder)
    for name, before, after in EDITS:
        file = folder / "fixably" / name
        text = file.read_text(encoding="utf-8")
        if text.count(before) != 1:
            sys.exit(f"error: specs/fixably/{name} does not have once what the benchmarks edit: {before!r}")
        file.write_text(text.replace(before, after), encoding="utf-8")


def run_nothing() -> float:
    """Start Python and end it."""
    return run(NOTHING)


def run(command: Sequence[str], cwd: Path = ROOT, paths: Sequence[Path] = PATHS, codes: Sequence[int] = (0,)) -> float:
    """Run a command, with modules from some folders, and return the seconds it took.

    Raises:
        subprocess.CalledProcessError: It failed, with another exit code than one of `codes`.
    """
    start = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment(paths), check=False, stdout=subprocess.DEVNULL)
    if done.returncode not in codes:
        raise subprocess.CalledProcessError(done.returncode, done.args)
    return time.perf_counter() - start


def environment(paths: Sequence[Path] = PATHS) -> dict[str, str]:
    """Return the variables for other processes: they find modules in some folders, and keep compiled files."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, "PYTHONPATH": os.pathsep.join(map(str, paths))}


def check_imports(command: list[str], cwd: Path = ROOT) -> None:
    """End the program when a command imports what it has no use for."""
    timed = [command[0], "-X", "importtime", *command[1:]]
    done = subprocess.run(timed, cwd=cwd, env=environment(), check=True, capture_output=True, text=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    if needless := imported.intersection(HEAVY):
        sys.exit(f"error: {' '.join(command[1:])} imports {', '.join(sorted(needless))} although nothing has changed")


if __name__ == "__main__":
    sys.exit(main())
