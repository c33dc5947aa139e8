"""`specloom vendor status`: says what you changed, and whether there is something to update."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from specloom.cli.report.vendor import STATUS_FORMATS, render_statuses
from specloom.cli.terminal import print_list, print_message, print_result
from specloom.cli.vendor_selection import add_names, load_settings, load_settings_of, select_vendored
from specloom.vendor.absent import unlisted_clients
from specloom.vendor.status import Status, read_status


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor status`."""
    add_names(parser)
    parser.add_argument("--format", choices=sorted(STATUS_FORMATS), default="text", help="how to print it")
    parser.add_argument("--check", action="store_true", help="let an available update be a failure too, as CI wants it")
    parser.epilog = (
        "exit codes: 0 all is well, also when an update is available, unless --check is given; 1 conflicts are not "
        "resolved, an update of a file was left out and not accepted, a newer Specloom is needed, no client can be "
        "made of the description, or the manifest or the base is damaged; 2 it could not be found out"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the status of the selected clients. Returns 0, or 1 when something needs a person."""
    statuses = read(arguments)
    report = render_statuses(statuses, arguments.format, check=arguments.check)
    (print_list if arguments.format == "text" else print_result)(report)
    for sentence in () if arguments.names else unlisted_clients(load_settings()):
        print_message(sentence)
    return exit_code(statuses, check=arguments.check)


def read(arguments: argparse.Namespace) -> list[Status]:
    """Return the status of the selected clients.

    Raises:
        SpecloomError: A name is unknown, or files cannot be read.
    """
    configuration = load_settings_of(arguments.names)
    return [read_status(client) for client in select_vendored(arguments.names, configuration)]


def exit_code(statuses: Iterable[Status], *, check: bool) -> int:
    """Return 1 when one of them fails, else 0."""
    return int(any(status.fails(check=check) for status in statuses))
