"""The command line: finds the command, runs it, and turns whatever goes wrong into words and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from specloom import __version__
from specloom.cli.progress import shown_progress
from specloom.cli.terminal import print_error, print_message
from specloom.findings import SpecloomError
from specloom.messages import closest, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


class _Parser(argparse.ArgumentParser):
    """A parser that says which command does not take an argument, and what was probably meant."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - argparse has them
        arguments, others = super().parse_known_args(args, namespace)
        if others:
            written = others[0].partition("=")[0]
            options = {each.lstrip("-"): each for each in self._option_string_actions}
            meant = closest(written.lstrip("-"), options) if written.startswith("--") else None
            found = "" if meant is None else f"did you mean {quoted(options[meant])}? "
            raise SpecloomError(
                f"{self.prog} takes no argument {quoted(written)}", f"{found}{self.prog} --help lists what it takes"
            )
        return arguments, others


COMMANDS: Final = {
    "init": "take somebody else's description into this project, with an overlay to begin with",
    "list": "name the clients there are, or the calls of one",
    "update": "fetch descriptions again, and show what changes before they are written",
    "generate": "write the Python clients of descriptions",
    "check": "say whether the clients on disk are current, and if not, why",
    "vendor": "keep a client as code of your own project, and merge what changes into it",
    "lint": "say what is wrong or could be better in descriptions",
    "diff": "say what changes between versions of descriptions, and what that does to callers",
    "ci": "run what a project calls for of lint, check, vendor status and diff, with one verdict",
    "rehearse": "say what this version of Specloom would change in the clients that are there",
    "explain": "say what a client makes of one operation: its call, its request and what has no effect",
    "rules": "list every rule of lint and diff",
    "comment": "put a report on the pull request that a CI job runs for",
    "bundle": "print a description as one OpenAPI 3.1 document",
    "completion": "print what makes a shell complete the words of a command line",
}
"""Every command is a module of this package with `add_arguments(parser)` and `run(arguments) -> exit code`."""

_REPORT: Final = "this is a bug in Specloom: please report it with the lines above and the command you ran"
_INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it
_BROKEN_PIPE: Final = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 2 for what the user can mend, 1 for a bug.

    Args:
        argv: The arguments, without the program's name; those of the process when None.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else Python complains when it exits
        return _BROKEN_PIPE
    except SpecloomError as error:
        print_error(error)
        return 2
    except Exception:  # noqa: BLE001 - whatever it is, the user is told where to take it
        import traceback

        traceback.print_exc()
        print_message(_REPORT)
        return 1
    return code


def _run(argv: list[str]) -> int:
    command, *more = [*(argument for argument in argv if not argument.startswith("-")), ""]
    _refuse_unknown(command, COMMANDS, "specloom")
    if command == "vendor":
        _refuse_unknown(more[0], import_module("specloom.cli.vendor").ACTIONS, "specloom vendor")
    parser = build_parser({command})
    if not argv:
        parser.print_help(sys.stderr)
        return 2
    arguments = parser.parse_args(argv)
    from specloom.output.lock import PATIENCE  # neither is needed to show help
    from specloom.targets.settings_file import refuse_other_version

    refuse_other_version(Path.cwd())
    patience = PATIENCE.set(getattr(arguments, "wait", PATIENCE.get()))
    try:
        with nullcontext() if getattr(arguments, "watch", False) else shown_progress():
            code: int = import_module(f"specloom.cli.{arguments.command}").run(arguments)
    finally:
        PATIENCE.reset(patience)
    return code


def _refuse_unknown(word: str, known: Iterable[str], group: str) -> None:
    if word and word not in known:
        listed = f"{group} --help lists the commands"
        if group == "specloom" and word in {"help", "version"}:
            listed = f"run: specloom --{word}"
        elif group == "specloom" and word in import_module("specloom.cli.vendor").ACTIONS:
            listed = f"did you mean 'specloom vendor {word}'? {listed}"
        raise SpecloomError(f"there is no command {group} {word}", did_you_mean(word, known, listed))


def build_parser(commands: Collection[str]) -> argparse.ArgumentParser:
    """Return the parser of all commands, which knows the arguments of `commands` only: other modules stay unread."""
    parser = _Parser(
        prog="specloom",
        description="Turns OpenAPI descriptions into typed Python clients that people vendor.",
        epilog="specloom COMMAND --help explains a command.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"specloom {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if name in commands:
            import_module(f"specloom.cli.{name}").add_arguments(subparser)
    return parser
