"""`specloom vendor`: keeps a client as code of the project that calls it."""

from __future__ import annotations

import argparse
import sys
from typing import Final

from specloom.cli import vendor_add, vendor_diff, vendor_eject, vendor_status, vendor_update

ACTIONS: Final = {
    "add": (vendor_add, "copy a client into this project and remember where it came from"),
    "status": (vendor_status, "say what you changed, and whether there is something to update"),
    "diff": (vendor_diff, "show what an update would change, or what you changed"),
    "update": (vendor_update, "merge a new description or a new version of Specloom into your files"),
    "eject": (vendor_eject, "end the management of a client: its code stays, settings and state go"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom vendor`: an action, and its own."""
    parser.set_defaults(print_help=parser.print_help)
    actions = parser.add_subparsers(dest="action", metavar="COMMAND")
    for name, (module, summary) in ACTIONS.items():
        module.add_arguments(actions.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}."))


def run(arguments: argparse.Namespace) -> int:
    """Run the action and return its exit code: 0, 1 when something is left to be decided, or 2."""
    if arguments.action is None:
        arguments.print_help(sys.stderr)
        return 2
    module, _ = ACTIONS[arguments.action]
    code: int = module.run(arguments)
    return code
