"""`specloom generate`: writes clients."""

from __future__ import annotations

import argparse
from functools import partial

from specloom.cli.parallel import run_parallel
from specloom.cli.selection import add_options, add_selection_arguments, only_vendored, select_clients
from specloom.cli.terminal import print_message, print_result
from specloom.cli.write import Losses, up_to_date, write_client
from specloom.findings import SpecloomError
from specloom.messages import shown_path
from specloom.output.current import is_current
from specloom.regular_file import is_held


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom generate`."""
    add_selection_arguments(parser)
    add_options(parser, "--rename")
    parser.add_argument(
        "--force", action="store_true", help="overwrite edits by hand, and generate into a folder that has other files"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="write no client of a description of which some part would have no effect that callers miss",
    )
    parser.add_argument(
        "-v", "--verbose", action="store_true", help="also say which parts of a description have no effect"
    )
    parser.add_argument(
        "--watch", action="store_true", help="then wait, and generate again whenever a description or setting is saved"
    )
    add_options(parser, "--wait")


def run(arguments: argparse.Namespace) -> int:
    """Write the selected clients; print a line for each. Returns 0, or 2 when one of them was not written."""
    selection = select_clients(arguments)
    if not (arguments.apis or selection.clients):
        print_message(only_vendored("generate"))
        return 0
    if selection.vendored:  # a second copy would be kept current by nothing
        each = selection.vendored[0]
        raise SpecloomError(
            f"{each.name} is vendored in {shown_path(each.folder)}",
            f"run: specloom vendor status {each.name}, or: specloom vendor update {each.name}",
        )
    if arguments.watch:
        if arguments.strict or arguments.verbose:
            raise SpecloomError("--watch has no --strict and no --verbose", "run: specloom lint")
        if arguments.rename:
            raise SpecloomError("--watch has no --rename", "run: specloom generate --rename")
        if any(is_held(client.spec) for client in selection.clients):
            raise SpecloomError("--watch needs a file that can be saved again", "name the document's file")
        from specloom.cli.watch import watch

        watch(arguments)
    clients = selection.clients
    losses: Losses = "refuse" if arguments.strict else "tell" if arguments.verbose else "keep"
    current = [losses == "keep" and is_current(client, rename=arguments.rename) for client in clients]
    stale = [client for client, is_done in zip(clients, current, strict=True) if not is_done]
    work = partial(write_client, force=arguments.force, losses=losses, rename=arguments.rename)
    outcomes = run_parallel(work, stale, arguments.jobs)
    code = 0
    for client, is_done in zip(clients, current, strict=True):
        outcome = up_to_date(client) if is_done else next(outcomes)
        print_result(outcome.result)
        print_message(outcome.messages)
        code = max(code, outcome.code)
    return code
