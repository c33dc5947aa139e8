"""`specloom check`: says whether clients on disk are what would be generated now, and writes nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from specloom.cli.parallel import run_parallel
from specloom.cli.report.check import FORMATS, CheckResult
from specloom.cli.selection import add_options, add_selection_arguments, generate_command, only_vendored, select_clients
from specloom.cli.terminal import print_list, print_message, print_result, render_error
from specloom.cli.write import tell_names
from specloom.findings import DescriptionError, SpecloomError
from specloom.messages import shown_path
from specloom.output.compare import compare
from specloom.output.current import is_current
from specloom.output.manifest import read_manifest
from specloom.targets.target import Target


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom check`."""
    add_selection_arguments(parser)
    add_options(parser, "--rename")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the verdicts")
    parser.epilog = (
        "exit codes: 0 current, 10 description changed, 11 edited by hand, 12 tool differs, 13 files missing or left "
        "over, 2 could not be checked; with several verdicts, the lowest"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the verdicts on the selected clients. Returns the lowest failing exit code, or 0.

    Vendored clients are passed over, so that one job suits every project: they may be edited, and `vendor status` looks
    after them.
    """
    results = check(arguments)
    (print_list if arguments.format == "text" else print_result)(FORMATS[arguments.format](results))
    for result in results:
        print_message(result.message)
        print_message(tell_names(result.name, result.moved))
    return exit_code(results)


def check(arguments: argparse.Namespace) -> list[CheckResult]:
    """Return what is found out about each selected client. Says on stderr which named ones are vendored.

    Raises:
        SpecloomError: The settings are wrong, or a name is unknown.
    """
    selection = select_clients(arguments)
    tasks = [(client, generate_command(client, arguments), arguments.rename) for client in selection.clients]
    results = list(run_parallel(_check, tasks, arguments.jobs))
    if not (arguments.apis or selection.clients):
        print_message(only_vendored("check"))
    for each in selection.vendored if arguments.apis else ():
        print_message(f"{each.name} is vendored, so there is nothing to check; run: specloom vendor status {each.name}")
    return results


def exit_code(results: Iterable[CheckResult]) -> int:
    """Return the lowest failing exit code, or 0."""
    return min((result.exit_code for result in results if result.exit_code), default=0)


def _check(task: tuple[Target, str, bool]) -> CheckResult:
    client, command, rename = task
    folder = shown_path(client.folder)
    try:
        if is_current(client, rename=rename) and (manifest := read_manifest(client.folder)):
            return CheckResult(client.name, folder, moved=manifest.moved)
        from specloom.pipeline import generate
        from specloom.vendor.base import refuse_vendored
        from specloom.vendor.surfaces import find_published

        refuse_vendored(client.folder)
        generated = generate(client, None if rename else find_published(client))
        documents = Path(shown_path(client.documents))
        verdicts = compare(generated.tree, Path(folder), command=command, documents=documents)
        return CheckResult(client.name, folder, verdicts, moved=generated.moved)
    except SpecloomError as error:
        findings = error.findings if isinstance(error, DescriptionError) else ()
        return CheckResult(
            client.name,
            folder,
            error=error.message,
            help=error.help,
            message=render_error(error),
            findings=tuple(finding.without_values() for finding in findings),
        )
