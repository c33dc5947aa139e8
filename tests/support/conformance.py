"""`python -m conformance FOLDER`: takes every description of a folder through all that a client must stand, and tells.

Each one is generated, every module of its client is imported, mypy (strict) and pyright look at it, and every
operation is called (`wire`), in processes of their own with a time limit. An overlay beside a document,
`NAME.overlay.yaml`, is tried as one more document. What comes is written as a line of JSON for each document, so that a
run can be interrupted and goes on, and from all of these lines a page is made.
"""

# ruff: noqa: E501, RUF001 - the page is Markdown, as its readers see it

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from wire.calls import Trial
from wire.description import Description

from specloom.findings import DescriptionError, SpecloomError
from specloom.lint.stops import basis_of
from specloom.pipeline import generate
from specloom.source import load_file
from specloom.spec.bundle import bundle_description
from specloom.targets.target import Target

Row = dict[str, Any]

_BEGINS: Final = re.compile(
    r"""^(?:\s*\{?\s*["'](?:openapi|swagger)["']|openapi|swagger)\s*:\s*["']?[23]\.""", re.MULTILINE
)
_METHODS: Final = frozenset("get put post delete options head patch trace query".split())
_OVERLAY: Final = ".overlay.yaml"
_SUFFIXES: Final = frozenset({".json", ".yaml", ".yml"})
_FINE: Final = re.compile(r"^(?:Success: no issues found in \d+ source files?|0 errors, 0 warnings,.*)$", re.MULTILINE)
"""The last word of a type checker that has found nothing."""
_TYPES: Final = re.compile(r"^(?P<text>.*: error: .*|\s+.*:\d+:\d+ - (?:error|warning): .*)$", re.MULTILINE)


def main(argv: list[str] | None = None) -> int:
    """Try the documents and write the page. Returns 1 where something is wrong that is no refusal."""
    parser = argparse.ArgumentParser(
        prog="conformance", description="Holds clients of many descriptions to all checks."
    )
    parser.add_argument(
        "documents", type=Path, help="a folder of descriptions; each of its entries is a row of the page"
    )
    parser.add_argument(
        "--results", type=Path, required=True, help="a line of JSON for each document; goes on after it"
    )
    parser.add_argument("--page", type=Path, help="the page to write")
    parser.add_argument("--only", default="", metavar="NAME", help="try the entry of this name only")
    parser.add_argument("--seconds", type=int, default=600, help="how long each check may take (default: %(default)s)")
    parser.add_argument("--without-types", action="store_true", help="do without mypy and pyright")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--overlay", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args(argv)
    if arguments.one:
        sys.stdout.write(json.dumps(_try_here(arguments.documents, arguments.overlay, arguments.folder)) + "\n")
        return 0
    known = {row["document"]: row for row in _read(arguments.results)}
    with arguments.results.open("a", encoding="utf-8") as file:
        for group, entry, overlay in _documents(arguments.documents, arguments.only):
            name = (overlay or entry).relative_to(arguments.documents).as_posix()
            if name not in known:
                known[name] = {"group": group, "document": name, **_try(entry, overlay, arguments)}
                file.write(json.dumps(known[name]) + "\n")
                file.flush()
                sys.stdout.write(f"{_told(known[name])}\n")
                sys.stdout.flush()
    if arguments.page:
        untried = Counter(
            group
            for group, entry, overlay in _documents(arguments.documents, "")
            if (overlay or entry).relative_to(arguments.documents).as_posix() not in known
        )
        arguments.page.write_text(render(known.values(), untried), encoding="utf-8")
    return int(any(row["problems"] for row in known.values()))


def _read(results: Path) -> list[Row]:
    return [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()] if results.exists() else []


def _documents(folder: Path, only: str) -> Iterator[tuple[str, Path, Path | None]]:
    """Yield the entry documents below a folder, with what they belong to, and again with the overlays of them."""
    for top in sorted(folder.iterdir()):
        if only and top.name != only:
            continue
        for path in sorted(top.rglob("*")) if top.is_dir() else [top]:
            if path.suffix in _SUFFIXES and path.is_file() and not path.name.endswith(_OVERLAY) and _is_entry(path):
                yield top.stem, path, None
                overlay = path.with_name(f"{path.stem}{_OVERLAY}")
                if overlay.exists():
                    yield top.stem, path, overlay


def _is_entry(path: Path) -> bool:
    try:
        return _BEGINS.search(path.read_text(encoding="utf-8")) is not None
    except UnicodeDecodeError:
        return False


def _try(entry: Path, overlay: Path | None, arguments: argparse.Namespace) -> Row:
    """Return what comes of a document, in processes that may end as they like."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="conformance-") as folder:
        words = [str(entry), "--one", "--folder", folder, "--results", os.devnull]
        words += ["--overlay", str(overlay)] if overlay else []
        done = _run([sys.executable, "-m", "conformance", *words], arguments.seconds, Path(folder))
        try:
            row: Row = json.loads(done.splitlines()[-1])
        except (ValueError, IndexError):
            row = {"problems": [f"no answer: {done.strip()[-300:] or 'nothing'}"], "refused": []}
        if "modules" in row and not arguments.without_types:
            row["types"] = _check_types(Path(folder), arguments.seconds)
            row["problems"] += row["types"].get("problems", [])
    return {**row, "seconds": round(time.monotonic() - began, 1)}


def _run(words: list[str], seconds: int, folder: Path) -> str:
    environment = {**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    try:
        done = subprocess.run(
            words, capture_output=True, text=True, timeout=seconds, check=False, env=environment, cwd=folder
        )
    except subprocess.TimeoutExpired:
        return "\ntook too long\n"
    return done.stdout + done.stderr if done.returncode else done.stdout


def _check_types(folder: Path, seconds: int) -> Row:
    """Return how many errors each type checker has, and the first of them."""
    bin_, row = Path(sys.executable).parent, Row(problems=[])
    (folder / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict", "include": ["client"]}')
    checkers = {
        "mypy": [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "client"],
        "pyright": [str(bin_ / "pyright"), "--pythonpath", sys.executable],
    }
    for name, words in checkers.items():
        said = _run(words, seconds, folder)
        if "took too long" in said:
            row[name] = None
            continue
        errors = [match["text"].strip() for match in _TYPES.finditer(said)]
        if not errors and not _FINE.search(said):
            row[name] = None
            row["problems"].append(f"{name}: no verdict: {said.strip()[-200:]}")
            continue
        row[name] = len(errors)
        row["problems"] += [f"{name}: {len(errors)} errors, first: {errors[0]}"] if errors else []
    return row


def _try_here(entry: Path, overlay: Path | None, folder: Path) -> Row:
    """Generate, import and call the client of a document in this process."""
    row = Row(operations=_count(entry), generated=0, called=0, losses=0, refused=[], problems=[])
    target = Target(entry, package="client", overlay=(overlay,) if overlay else ())
    try:
        tree = generate(target).tree
    except DescriptionError as error:
        stops = [finding for finding in error.findings if finding.severity.stops]
        row["refused"] = [[each.rule, each.message, _where(each), basis_of(each.rule, each.version)] for each in stops]
        return row
    except SpecloomError as error:
        row["refused"] = [["", error.message, ""]]
        return row
    except Exception:  # noqa: BLE001 - which is what is looked for
        row["problems"] = [f"traceback: {traceback.format_exc(limit=-3)}"]
        return row
    package = _write(tree, folder / "client")
    sys.path.insert(0, str(folder))
    row["generated"] = tree["surface.json"].count('"kind":"method"')
    row["losses"] = sum(map(len, json.loads(tree["manifest.json"]).get("losses", {}).values()))
    row["modules"] = 0
    for file in sorted(package.rglob("*.py")):
        try:
            importlib.import_module(".".join(file.relative_to(folder).with_suffix("").parts).removesuffix(".__init__"))
            row["modules"] += 1
        except Exception as error:  # noqa: BLE001 - which is what is looked for
            row["problems"].append(f"import of {file.name}: {type(error).__name__}: {error}")
    return row | _call(target, folder, row["problems"])


def _where(finding: Any) -> str:  # noqa: ANN401 - a finding, whose place may be in a file that is gone
    position = finding.location.position
    return f"{Path(finding.location.source.name).name}:{position.line}:{position.column}"


def _count(entry: Path) -> int:
    """Return how many operations a document has, as far as its paths can be read here; of other files: see `_call`."""
    try:
        paths = load_file(entry).data["paths"]  # type: ignore[index,call-overload]  # checked by what is raised
        return sum(1 for item in paths.values() for method in item if method in _METHODS)  # type: ignore[union-attr]
    except (DescriptionError, AttributeError, KeyError, TypeError):
        return 0


def _write(tree: Mapping[str, str], package: Path) -> Path:
    for path, text in tree.items():
        file = package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return package


def _call(target: Target, folder: Path, problems: list[str]) -> Row:
    """Call every operation; what `wire` does not read is bundled first, and the client of the bundle is called."""
    entry, package = target.spec, folder / "client"
    try:
        if target.overlay or not Description(entry).is_readable or _refers_to_operations(entry):
            entry = folder / "bundle.json"
            entry.write_text(json.dumps(bundle_description(target)), encoding="utf-8")
            if not Description(entry).is_readable:
                return {}
            package = _write(generate(Target(entry, package="bundled")).tree, folder / "bundled")
        trial = Trial(Description(entry), package, seed=1, rounds=1)
        tally = trial.run()
    except Exception as error:  # noqa: BLE001 - of what is read by other rules here, too
        where = traceback.extract_tb(error.__traceback__)[-1]
        problems.append(
            f"calling: {type(error).__name__}: {str(error)[:200]} ({Path(where.filename).name}:{where.lineno})"
        )
        return {}
    failed = {failure.operation: failure for failure in reversed(tally.failed)}
    problems += [f"call: {each.operation}: {each.problem[:200]}" for each in failed.values()]
    return {"operations": tally.operations, "called": tally.operations - len(failed), "requests": tally.requests}


def _refers_to_operations(entry: Path) -> bool:
    """Tell whether a path has a reference for an operation, which is Specloom's to read."""
    data = load_file(entry).data
    paths = data.get("paths") if isinstance(data, dict) else None
    items = paths.values() if isinstance(paths, dict) else ()
    return any(
        "$ref" in each for item in items if isinstance(item, dict) for each in item.values() if isinstance(each, dict)
    )


def _told(row: Row) -> str:
    said = f"{row['document']}: {row.get('generated', 0)} generated, {row.get('called', 0)} called, {row['seconds']} s"
    refused = f", refused: {row['refused'][0][0]}" if row["refused"] else ""
    return "\n    ".join([said + refused, *(problem[:400] for problem in row["problems"][:3])])


def render(rows: Iterable[Row], untried: Mapping[str, int]) -> str:
    """Return the page.

    Args:
        rows: What came of each document.
        untried: How many documents of a group there are besides.
    """
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row["document"]):
        groups[row["group"]].append(row)
    lines = [
        f"{_PAGE}\nMeasured on {date.today().isoformat()}.\n",  # noqa: DTZ011 - where the page is made
        "| documents of | documents | generated | refused | operations | in clients | called | losses | mypy | pyright | seconds |",
    ]
    lines.append("|---" * 11 + "|")
    lines += (f"| {group} | {' | '.join(_cells(found, untried.get(group, 0)))} |" for group, found in groups.items())
    lines += [
        "",
        "## Refusals",
        "",
        "By the rule that stops, with what it rests on and the first of each; a document may have several.",
    ]
    for group, found in groups.items():
        refused = [(row, each) for row in found for each in row["refused"]]
        if refused:
            lines += ["", f"### {group}", ""]
            first = {each[0]: (row, each) for row, each in reversed(refused)}
            counts = Counter(rule for row in found for rule in {each[0] for each in row["refused"]})
            lines += ["| rule | documents | rests on | first |", "|---|---|---|---|"]
            for rule, count in counts.most_common():
                row, (_, message, where, *source) = first[rule]
                lines.append(
                    f"| `{rule}` | {count} | {next(iter(source), basis_of(rule)) or 'Specloom'} | {_cell(message)} (`{where}` of {row['document']}) |"
                )
    wrong = [(row, problem) for found in groups.values() for row in found for problem in row["problems"]]
    lines += ["", "## What is wrong", ""]
    lines += [f"- {row['document']}: {_cell(problem)[:300]}" for row, problem in wrong] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _cells(rows: list[Row], untried: int) -> Iterator[str]:
    made = [row for row in rows if "modules" in row]
    refused = [row for row in rows if row["refused"]]
    yield f"{len(rows)} of {len(rows) + untried}" if untried else str(len(rows))
    yield from (str(len(each)) for each in (made, refused))
    for name in ("operations", "generated", "called", "losses"):
        yield str(sum(row.get(name, 0) for row in made))
    for checker in ("mypy", "pyright"):
        counts = [row["types"][checker] for row in made if row.get("types", {}).get(checker) is not None]
        errors = f"{sum(counts)} errors" if sum(counts) else "0 errors"
        measured = str(len(made)) if len(counts) == len(made) else f"{len(counts)} of {len(made)}"
        yield f"{errors} in {measured}" if counts else "–"
    yield str(round(sum(row["seconds"] for row in rows)))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


_PAGE: Final = """\
# Descriptions that others publish

`make conformance DOCS=FOLDER` takes each description in a folder through this: it is generated, every module of the client
is imported, mypy (strict) and pyright (strict) look at it, and every operation is called, sync and async, with random values
of its schemas; what is sent and what is read back is held to the description by other code than Specloom's (`make wire`).
What `wire` does not read (OpenAPI 2.0, overlays, references in place of operations) is called by a client of its bundle.
"–" is what was not measured, and "1 of 7" says how many were of those that there are.

"operations" are those of the documents that generate, "in clients" the methods of their clients, which can be more (uploads,
edits, an operation under two paths), "called" the operations of which no call went wrong, and "losses" what a description says
and a client does not do, as its manifest has it. "No arguments were found that fit" is said where chance finds no value that
could be sent, and mostly there is none: two choices that are one schema, an object that holds itself, only null in a query.
"Field required" of a list is said of one with `prefixItems`, `items: false` and no `minItems`: a shorter one is valid, and a
client takes such lists for records that have all of their places. "Of the path is not in the query" is said of a path with
a `#`: what stands behind that is never sent, which is a warning. Types were checked of many clients in runs of their own, of
earlier commits of that day, whose time is not in "seconds".
"""


if __name__ == "__main__":
    sys.exit(main())
