"""`specloom list`: names the clients there are, or the calls of one of them."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from specloom.cli.report.escape import BOLD, escape_text, paint
from specloom.cli.selection import add_options, as_told, find_target, given_options
from specloom.cli.terminal import cells, columns_of, print_result
from specloom.findings import DescriptionError, SpecloomError
from specloom.installed import shipped_descriptions
from specloom.ir.published import build_published, load_published
from specloom.record import replace
from specloom.spec.load import load_description
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target
from specloom.vendor.surfaces import find_published

_CLIENTS = ("name", "kind", "description", "client")
_VENDORED = "vendored"
_CALLS = ("call", "route", "operationId", "")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom list`."""
    parser.add_argument(
        "api", nargs="?", metavar="API|FILE", help="list the calls of this client or document (default: the clients)"
    )
    add_options(parser, "--skip", "--root", "--overlay")
    parser.add_argument("--vendored", action="store_true", help="leave out the clients that are not vendored")
    parser.add_argument(
        "--format",
        choices=("text", "json", "names"),
        default="text",
        help="how to print the list; names: the first column",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the list; returns 0."""
    configuration = load_configuration(Path.cwd())
    if arguments.api is not None:
        heads, rows = _CALLS, _calls(as_told(find_target(arguments.api, configuration), arguments))
    elif options := given_options(arguments, "--skip", "--root", "--overlay"):
        raise SpecloomError(f"{options[0]} is about the calls of one client or document", "name it")
    else:
        clients = _clients(configuration)
        heads, rows = _CLIENTS, [row for row in clients if row[1] == _VENDORED or not arguments.vendored]
    if arguments.format == "json":
        keys = [head or "left_out" for head in heads]
        print_result(json.dumps([dict(zip(keys, row, strict=True)) for row in rows], indent=2))
    elif arguments.format == "names":
        print_result("".join(f"{escape_text(row[0])}\n" for row in rows if row[0]))
    else:
        print_result(_table([heads, *rows], columns_of(sys.stdout)), folds=True)
    return 0


def _clients(configuration: Configuration) -> list[tuple[str, ...]]:
    """Return the clients of the settings, then the descriptions that ship and no client is made of."""
    rows = [_client(each, _VENDORED) for each in configuration.vendored.values()]
    rows += [_client(each, "generated") for each in configuration.clients.values()]
    used = {each.spec for each in (*configuration.vendored.values(), *configuration.clients.values())}
    return rows + [(name, "ships", "", "") for name, spec in shipped_descriptions().items() if spec not in used]


def _client(target: Target, kind: str) -> tuple[str, ...]:
    ships = target.spec in shipped_descriptions().values()
    documents = ["ships" if ships else _from_here(target.spec), *map(_from_here, target.overlay)]
    return target.name, kind, " + ".join(documents), _from_here(target.folder)


def _from_here(path: Path) -> str:
    """Return the way to a file of the project: one column has what lies below the working directory and the rest."""
    return Path(os.path.relpath(path)).as_posix()


def _calls(target: Target) -> list[tuple[str, ...]]:
    """Return the calls of a client by their resources, those too that its settings leave out.

    What is left out because it is wrong has no call: then it comes last, by its route.
    """
    whole = replace(target, skip=(), only=())
    try:
        description = load_description(whole)
    except DescriptionError:
        if not target.skip:
            raise
        description = load_description(replace(whole, skip=target.skip))
    document = description.document
    published = find_published(target)
    kept = load_published(replace(whole, skip=target.skip, only=target.only), published).document
    left = {operation.route for operation in kept.operations} - kept.skipped.keys()
    ids = {operation.route: operation.operation_id or "" for operation in document.operations}
    surface = build_published(description, target, published).surface
    rows = {
        symbol.routes[0]: symbol.path_in_client
        for symbol in surface.methods()
        if symbol.routes and symbol.routes[0] in ids
    }
    named = [
        (call, route, ids[route], "" if route in left else "left out")
        for route, call in sorted(rows.items(), key=lambda row: row[1])
    ]
    wrong = [("", route, operation_id, "left out") for route, operation_id in document.skipped.items()]
    return [*named, *wrong]


def _table(rows: Sequence[Sequence[str]], columns: int | None) -> str:
    """Return rows one below the other, or the cells of each where a terminal has too few columns for them."""
    shown = [[escape_text(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*shown, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in shown]
    if columns is not None and max(map(cells, lines)) > columns:
        lines = ["\n    ".join(filter(None, row)) for row in shown]
    heads, *rest = lines
    return "\n".join((paint(heads, BOLD), *rest))
