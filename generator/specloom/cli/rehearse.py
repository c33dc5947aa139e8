"""`specloom rehearse`: says what this version of Specloom would change in clients that another one generated."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from specloom import __version__
from specloom.cli.diff import add_fail_on_argument, exit_code, print_rest, render
from specloom.cli.diff_review import threshold
from specloom.cli.report.findings import FINDING_FORMATS
from specloom.cli.selection import find_elsewhere, refuse_unknown
from specloom.cli.terminal import print_result
from specloom.diff.report import Report, report_clients
from specloom.diff.review import Failure, Review
from specloom.findings import DescriptionError, SpecloomError
from specloom.messages import shown_path
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.surface_file import SURFACE, parse_surface
from specloom.pipeline import generate
from specloom.record import replace
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.target import Target
from specloom.vendor.absent import no_client
from specloom.vendor.surfaces import find_client

_ALSO: Final = "its description or its settings have changed since it was generated: what they change is among this"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom rehearse`."""
    parser.add_argument("names", nargs="*", metavar="NAME", help="a client of the settings (default: all)")
    parser.add_argument("--format", choices=FINDING_FORMATS, default="text", help="how to print the changes")
    add_fail_on_argument(parser)
    parser.epilog = "exit codes: 0 nothing fails, 1 a change fails, 2 a client could not be compared"


def run(arguments: argparse.Namespace) -> int:
    """Print what callers of each client would notice. Returns 1 if a change fails, 2 if a client was not compared."""
    reports: list[Report] = []
    failures: list[Failure] = []
    unchanged: list[str] = []
    for name, target in _select(load_configuration(Path.cwd()), arguments.names).items():
        try:
            report = _compare(name, target)
        except DescriptionError as error:
            failures.append(Failure(name, "nothing can be generated from its description", error.findings))
        except SpecloomError as error:
            failures.append(Failure.of(name, error))
        else:
            reports += [report] if report.entries else []
            unchanged += [] if report.entries else [name]
    review = Review(
        f"Clients by Specloom {__version__}",
        "the clients that are there",
        tuple(reports),
        threshold(arguments),
        unchanged=tuple(unchanged),
        failures=tuple(failures),
    )
    print_result(render(review, arguments.format), folds=arguments.format == "text")
    print_rest(review)
    return exit_code(review)


def _select(configuration: Configuration, names: Sequence[str]) -> Mapping[str, Target]:
    """Return the clients of the settings, generated and vendored, by name.

    Raises:
        SpecloomError: There are none, or none of a name.
    """
    known = configuration.all_clients
    if not known:
        raise SpecloomError(
            "there is nothing to rehearse: no settings list a client",
            find_elsewhere() or "list one, or run: specloom vendor add",
        )
    refuse_unknown(names, known)
    return {name: known[name] for name in names or known}


def _compare(name: str, target: Target) -> Report:
    """Return what callers would notice if a client were generated now.

    Raises:
        SpecloomError: It is not there, has no surface, or cannot be generated.
    """
    folder = shown_path(target.folder)
    client = find_client(folder)
    last = client.manifest if client else None
    if client is None or last is None:
        if target.is_vendored:
            raise no_client(target)
        raise SpecloomError(f"there is no client in {folder}", "generate it first")
    tree = generate(target.named_as(last.target.package), client.file).tree
    after, now = parse_surface(tree[SURFACE], name="the new surface"), parse_manifest(tree[MANIFEST])
    before = (f"{folder}, by Specloom {last.tools.specloom}", client.surface)
    report = report_clients(before, (f"{name}, by Specloom {__version__}", after), {})
    is_same = (last.description, last.target) == (now.description, now.target)
    notes = report.notes if is_same else (*report.notes, _ALSO)
    # The version is that of the description, and how a client is made says nothing of it.
    return replace(report, name=name, suggested_version="", notes=notes)
