"""How long this work tree takes beside an older commit: what has become faster or slower. Judges nothing.

Both get the same interpreter, libraries and descriptions, and take turns. The older commit finds what it imports where
the benchmarks run: the development dependencies have all that it ever needed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from shutil import copytree, rmtree
from typing import TYPE_CHECKING

from run import (
    APIS,
    FIXABLY,
    ROOT,
    SITOO,
    SPECLOOM,
    Benchmark,
    Shown,
    environment,
    make_versions,
    milliseconds,
    report,
    run,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

DOCUMENTS = {"Train Travel": "*train*travel*", "Spotify": "*spotify*", "GitHub": "*github*"}
"""Public descriptions that are no part of the repository, and how their files are called."""
LARGE = "GitHub"
GITHUB = """
import httpx
from github import Github

transport = httpx.MockTransport(lambda _: httpx.Response(200, text="Keep it logically awesome."))
assert Github(transport=transport).meta.get_zen()
"""
"""One call of a client with over a thousand operations, from nothing."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two that are compared."""

    checkout: Path
    folder: Path
    """Where it generates: has the descriptions that ship, and the settings that name them."""

    def run(self, *command: str, cwd: Path | None = None) -> float:
        """Run a command with this side's generator and clients, and return the seconds it took.

        Exit code 1 is no failure: one of both may find what the other does not.
        """
        return run([*command], cwd or self.folder, self.paths, codes=(0, 1))

    def generate(self, arguments: Sequence[str], out: str) -> float:
        """Generate into a folder that is not there yet, and return the seconds it took."""
        rmtree(self.folder / out, ignore_errors=True)
        return self.run(*SPECLOOM, "generate", *arguments)

    def peak(self, arguments: Sequence[str], out: str) -> float:
        """Generate likewise, and return how many MiB it took at once."""
        rmtree(self.folder / out, ignore_errors=True)
        command = [*SPECLOOM, "generate", *arguments]
        with subprocess.Popen(
            command, cwd=self.folder, env=environment(self.paths), stdout=subprocess.DEVNULL
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        return usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where its modules are: the generator, and what it has generated."""
        return self.checkout / "generator", self.folder / "generated"


def main() -> None:
    """Compare the two and print a table."""
    parser = argparse.ArgumentParser(description="Compares how long this work tree takes with an older commit.")
    parser.add_argument("revision", help="the older commit")
    parser.add_argument("--documents", type=Path, metavar="FOLDER", help="has the files of large public descriptions")
    parser.add_argument("--runs", type=int, default=9, help="how often each thing is run (default: %(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_out(arguments.revision, folder / "checkout")
        new, old = Side(ROOT, folder / "new"), Side(folder / "checkout", folder / "old")
        for side in (new, old):  # the older descriptions, which both can read
            copytree(old.checkout / "specs", side.folder / "specs")
            (side.folder / "pyproject.toml").write_bytes((old.checkout / "pyproject.toml").read_bytes())
        print(f"{'what':<34} {'this':>10} {arguments.revision[:10]:>10} {'ratio':>7}")
        for benchmark in compare(new, old, arguments.documents, folder / "versions"):
            report(benchmark, min(max(arguments.runs, 1), benchmark.runs or arguments.runs))


def check_out(revision: str, folder: Path) -> None:
    """Write the files of a commit into a folder that is not there yet.

    Raises:
        subprocess.CalledProcessError: There is no such commit.
    """
    archive = folder.with_suffix(".tar")
    subprocess.run(["git", "archive", f"--output={archive}", revision], cwd=ROOT, check=True)
    with tarfile.open(archive) as files:
        files.extractall(folder, filter="data")


def compare(new: Side, old: Side, documents: Path | None, versions: Path) -> Iterator[Benchmark]:
    """Yield the benchmarks; some find what those before them have generated.

    Args:
        new: This work tree.
        old: The older commit.
        documents: The folder of public descriptions, None for none.
        versions: Where to make a repository with two versions of Fixably's description; it does not exist yet.
    """

    def both(
        name: str, measure: Callable[[Side], float], *, runs: int | None = None, shown: Shown = milliseconds
    ) -> Benchmark:
        return Benchmark(name, partial(measure, new), partial(measure, old), runs=runs, shown=shown)

    def run_all(name: str, *command: str, cwd: Path | None = None) -> Benchmark:
        return both(name, lambda side: side.run(*command, cwd=cwd))

    for side in (new, old):
        side.run(*SPECLOOM, "generate")
    yield both("generate all four", partial(Side.generate, arguments=(), out="generated"))
    yield run_all("all four, unchanged", *SPECLOOM, "generate")
    yield from (run_all(f"lint {api}", *SPECLOOM, "lint", api) for api in APIS)
    make_versions(versions, old.checkout / "specs")
    diff = ("diff", "HEAD:fixably/openapi.yaml", "fixably/openapi.yaml", "--fail-on", "never")
    yield run_all("diff fixably", *SPECLOOM, *diff, cwd=versions)
    yield run_all("import sitoo, no call", sys.executable, "-c", SITOO)
    yield run_all("import fixably, call", sys.executable, "-c", FIXABLY)
    for title, file in find_documents(documents).items():
        folder = f"generated/{title.lower().replace(' ', '_')}"
        arguments = ("--spec", str(file), "--out", folder, "--package", folder.rpartition("/")[2])
        runs = 5 if title == LARGE else None
        yield both(f"generate {title}", partial(Side.generate, arguments=arguments, out=folder), runs=runs)
        yield run_all(f"{title}, unchanged", *SPECLOOM, "generate", *arguments)
        if title == LARGE:
            yield run_all(f"import {title}, call", sys.executable, "-c", GITHUB)
            yield both(
                f"memory of {title}", partial(Side.peak, arguments=arguments, out=folder), runs=1, shown=mebibytes
            )


def find_documents(folder: Path | None) -> dict[str, Path]:
    """Return the file of each public description, and say which are missing."""
    found: dict[str, Path] = {}
    files = sorted(folder.iterdir()) if folder else []
    for title, pattern in DOCUMENTS.items():
        file = next((each for each in files if fnmatch(each.name.lower(), pattern)), None)
        if file is None:
            print(f"{title}: {f'no {pattern} in {folder}' if folder else 'no --documents'}")
        else:
            found[title] = file.resolve()
    return found


def mebibytes(size: float) -> str:
    """Return a size as the table has it."""
    return f"{size:>6.0f} MiB"


if __name__ == "__main__":
    main()
