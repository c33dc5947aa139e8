"""`specloom generate`: writes clients."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from functools import partial

from specloom.cli.parallel import run_parallel
from specloom.cli.selection import add_selection_arguments, select_clients, shown_path
from specloom.cli.terminal import print_message, print_result, render_error, uses_color
from specloom.config import Client
from specloom.errors import SpecloomError
from specloom.output.current import is_current, remember_current

__all__ = ["add_arguments", "run"]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Plain text only: it comes from another process."""

    result: str
    messages: str = ""
    code: int = 0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom generate`."""
    add_selection_arguments(parser)
    parser.add_argument(
        "--force", action="store_true", help="overwrite edits by hand, and generate into a folder that has other files"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the selected clients; print a line for each. Returns 0, or 2 when one of them could not be written."""
    clients = select_clients(arguments)
    current = [
        is_current(client.spec, client.out, package=client.package, skip=client.skip, root=client.root)
        for client in clients
    ]
    stale = [client for client, is_done in zip(clients, current, strict=True) if not is_done]
    work = partial(_generate, force=arguments.force, color=uses_color(sys.stderr))
    outcomes = run_parallel(work, stale, arguments.jobs)
    code = 0
    for client, is_done in zip(clients, current, strict=True):
        outcome = _Outcome(f"{shown_path(client.out)}: up to date") if is_done else next(outcomes)
        print_result(outcome.result)
        print_message(outcome.messages)
        code = max(code, outcome.code)
    return code


def _generate(client: Client, *, force: bool, color: bool) -> _Outcome:
    from specloom.cli.report_text import render_findings
    from specloom.output.disk import write_tree
    from specloom.pipeline import Options, generate

    try:
        generated = generate(client.spec, Options(client.package, client.skip, client.root))
        report = write_tree(generated.tree, client.out, force=force)
    except SpecloomError as error:
        return _Outcome("", render_error(error, color=color), 2)
    remember_current(client.out)
    counts = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    done = ", ".join(f"{len(paths)} {what}" for what, paths in counts if paths)
    total = len(generated.tree)
    line = f"{total} file{'' if total == 1 else 's'}, {done}" if done else "up to date"
    return _Outcome(
        f"{shown_path(client.out)}: {line}",
        render_findings(generated.warnings, color=color) if generated.warnings else "",
    )
