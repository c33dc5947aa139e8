"""`specloom update`: fetches descriptions again, and shows what changes before it writes them."""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path

from specloom.cli.report.diff_text import render_review
from specloom.cli.report.escape import escape_text
from specloom.cli.report.findings import render_told
from specloom.cli.selection import add_options, find_elsewhere
from specloom.cli.terminal import hidden_progress, print_message, print_result
from specloom.cli.vendor_selection import for_each, load_settings
from specloom.diff.review import Review
from specloom.findings import SpecloomError
from specloom.installed import shipped_descriptions
from specloom.messages import counted, did_you_mean, shown_path
from specloom.targets.settings import Configuration
from specloom.targets.target import Target
from specloom.upstream.update import Replacement, apply_replacement, prepare_replacement


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom update`."""
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="a client of the settings whose description was fetched (default: all)"
    )
    answer = parser.add_mutually_exclusive_group()
    answer.add_argument("--yes", action="store_true", help="write what changed without asking")
    answer.add_argument("--check", action="store_true", help="write nothing: only say what changed")
    add_options(parser, "--wait")
    parser.epilog = (
        "exit codes: 0 nothing changed, or it was written; 1 something changed and was not written, or is written and "
        "needs the overlay mended; 2 something could not be fetched or read"
    )


def run(arguments: argparse.Namespace) -> int:
    """Update the selected descriptions, showing first what changes. Returns the highest exit code."""
    configuration = load_settings()
    work = partial(_update, arguments=arguments, configuration=configuration)
    return for_each(_select(arguments.names, configuration), work)


def _select(names: list[str], configuration: Configuration) -> list[Target]:
    targets = {each.name: each for each in (*configuration.vendored.values(), *configuration.clients.values())}
    fetched = {name: each for name, each in targets.items() if each.upstream}
    for name in names or (targets if len(targets) == 1 else ()):
        if name in targets and name not in fetched:
            raise _not_fetched(targets[name])
    if not fetched:
        raise SpecloomError("no description of the settings was fetched", find_elsewhere() or "run: specloom init URL")
    for name in names:
        if name not in fetched:
            known = f"fetched: {', '.join(fetched)}"
            raise SpecloomError(f"no description of a client {name!r} was fetched", did_you_mean(name, fetched, known))
    return [fetched[name] for name in dict.fromkeys(names)] or [*fetched.values()]


def _update(target: Target, *, arguments: argparse.Namespace, configuration: Configuration) -> int:
    if target.upstream is None:
        raise _not_fetched(target)
    with tempfile.TemporaryDirectory(prefix="specloom-") as scratch:
        replacement = prepare_replacement(target, target.upstream, configuration.folder, Path(scratch))
    spec = shown_path(target.spec)
    if replacement is None:
        print_result(f"{spec}: up to date")
        return 0
    _show(replacement)
    if arguments.check or not (arguments.yes or _is_confirmed(spec)):
        print_message(f"{spec}: not written" + ("" if arguments.check else "; --yes writes it without asking"))
        return 1
    apply_replacement(replacement, configuration)
    others = [path for path in replacement.contents if path != target.spec]
    counts = [f"{counted(len(others), 'other file')} written"] if others else []
    counts += [f"{counted(len(replacement.gone), 'file')} removed"] if replacement.gone else []
    more = f" ({', '.join(counts)})" if counts else ""
    print_result(f"{spec}: written{more}, and pinned in {shown_path(configuration.file or configuration.folder)}")
    if replacement.findings:
        return 1
    print_message(f"run: {_following(target)}")
    return 0


def _following(target: Target) -> str:
    """Return the command that brings what a description says now into its client."""
    return f"specloom vendor update {target.name}" if target.is_vendored else f"specloom generate {target.name}"


def _not_fetched(target: Target) -> SpecloomError:
    if target.spec in shipped_descriptions().values():
        return SpecloomError(
            f"the description of {target.name} comes with Specloom",
            f"a later Specloom brings another one, and `{_following(target)}` what it says into the client",
        )
    return SpecloomError(
        f"the description of {target.name} was not fetched",
        f"{shown_path(target.spec)} is yours to change: `{_following(target)}` brings what it says into the client; "
        "`specloom init URL` takes one that can be fetched again",
    )


def _show(replacement: Replacement) -> None:
    spec = shown_path(replacement.target.spec)
    if replacement.report is None:
        is_there = replacement.target.spec.exists()
        why = "one of both versions cannot be used" if is_there else "there is no such file any more"
        print_message(f"{spec}: {why}, so nothing is compared")
    else:
        review = Review(f"Changes of {spec}", "", (replacement.report,), threshold=None)
        print_result(render_review(review), folds=True)
    if replacement.findings:
        print_message(render_told(replacement.findings))
        overlays = ", ".join(shown_path(overlay) for overlay in replacement.target.overlay)
        under = f" under {escape_text(overlays)}" if overlays else ""
        print_message(f"no client can be made of the new version{under}")


def _is_confirmed(spec: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    with hidden_progress():
        print_message(f"write {spec}? [y/N]")
        return sys.stdin.readline().strip().lower() in {"y", "yes"}
