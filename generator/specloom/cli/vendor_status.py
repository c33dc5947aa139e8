"""`specloom vendor status`: says what you changed, and whether there is something to update."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.cli.report.vendor import STATUS_FORMATS
from specloom.cli.terminal import print_result
from specloom.cli.vendor_selection import add_names, select_vendored
from specloom.vendor.status import read_status

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor status`."""
    add_names(parser)
    parser.add_argument("--format", choices=sorted(STATUS_FORMATS), default="text", help="how to print it")
    parser.add_argument("--check", action="store_true", help="let an available update be a failure too, as CI wants it")
    parser.epilog = (
        "exit codes: 0 all is well, also when an update is available, unless --check is given; 1 conflicts are not "
        "resolved, an update of a file was left out and not accepted, a newer Specloom is needed, or the manifest or "
        "the base is damaged; 2 it could not be found out"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the status of the selected clients. Returns 0, or 1 when something needs a person."""
    statuses = [read_status(client) for client in select_vendored(arguments.names)]
    print_result(STATUS_FORMATS[arguments.format](statuses))
    well = all(status.is_well and not (arguments.check and status.updates) for status in statuses)
    return 0 if well else 1
