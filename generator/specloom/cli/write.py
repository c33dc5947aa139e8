"""One client written, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.cli.selection import shown_path
from specloom.cli.terminal import render_error
from specloom.config import Client
from specloom.errors import SpecloomError
from specloom.output.current import is_current, remember_current

if TYPE_CHECKING:
    from specloom.output.disk import WriteReport
    from specloom.pipeline import Options

__all__ = ["Outcome", "client_is_current", "client_options", "rehearse", "up_to_date", "write_client"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to print. Plain text only: it may come from another process."""

    result: str
    messages: str = ""
    code: int = 0


def client_is_current(client: Client) -> bool:
    """Return whether generating would change nothing; answered without generating."""
    return is_current(
        client.spec, client.out, package=client.package, skip=client.skip, root=client.root, only=client.only
    )


def up_to_date(client: Client) -> Outcome:
    """Return what to say about a client that is current."""
    return Outcome(f"{shown_path(client.out)}: up to date")


def write_client(client: Client, *, force: bool, color: bool) -> Outcome:
    """Generate a client and write it. Nothing is raised for what the user can mend: it is in the outcome.

    Args:
        client: What to generate from what, and where.
        force: As `write_tree` has it.
        color: Whether to use ANSI colours in messages.
    """
    from specloom.cli.report.text import render_findings
    from specloom.output.disk import write_tree
    from specloom.pipeline import generate

    try:
        generated = generate(client.spec, client_options(client))
        report = write_tree(generated.tree, Path(shown_path(client.out)), force=force)
    except SpecloomError as error:
        return Outcome("", render_error(error, color=color), 2)
    remember_current(client.out)
    messages = render_findings(generated.warnings, color=color) if generated.warnings else ""
    return Outcome(f"{shown_path(client.out)}: {_summary(generated.tree, report)}", messages)


def rehearse(client: Client) -> None:
    """Generate a client for nobody, so that the next time is quick: tools are imported, and what they did is known."""
    from specloom.pipeline import generate

    with suppress(SpecloomError):
        generate(client.spec, client_options(client))


def client_options(client: Client) -> Options:
    """Return what the pipeline is to do otherwise for a client than for its description alone."""
    from specloom.pipeline import Options

    return Options(client.package, client.skip, client.root, client.only)


def _summary(tree: Mapping[str, str], report: WriteReport) -> str:
    counts = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    done = ", ".join(f"{len(paths)} {what}" for what, paths in counts if paths)
    return f"{len(tree)} file{'' if len(tree) == 1 else 's'}, {done}" if done else "up to date"
