"""The command line: finds the command, runs it, and turns whatever goes wrong into words and an exit code."""

from __future__ import annotations

import argparse
import errno
import io
import os
import sys
from collections.abc import Collection, Iterable, Sequence
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any, Final, NoReturn

from specloom import __version__
from specloom.cli.terminal import print_error, print_message, shown_progress
from specloom.findings import SpecloomError
from specloom.messages import closest, did_you_mean, quoted

_MAY_BE_EMPTY: Final = frozenset({"base"})
"""Options that are as if they were not there where they are empty, as a variable of a CI job may be."""


class _Parser(argparse.ArgumentParser):
    """A parser that says in our words what is wrong with a command line, and what was probably meant."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what `ArgumentParser` takes
        super().__init__(exit_on_error=False, **options)

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202 - argparse has them
        try:
            arguments, others = super().parse_known_args(args, namespace)
        except argparse.ArgumentError as error:
            if error.argument_name is None:
                self.error(error.message)
            raise self._wrong(f"{error.argument_name}: {error.message}") from None
        if others:
            written = others[0].partition("=")[0]
            raise SpecloomError(
                f"{self.prog} takes no argument {quoted(written)}",
                f"{self._meant(written)}{self.prog} --help lists what it takes",
            )
        return arguments, others

    def error(self, message: str) -> NoReturn:
        """Say that arguments are missing, and what a whole command line has.

        Raises:
            SpecloomError: Always.
        """
        needed = [_written(each) for each in self._actions if each.required and each.nargs not in {"*", "?"}]
        raise SpecloomError(
            f"{self.prog}: {message}", f"write: {' '.join((self.prog, *needed))}; {self.prog} --help explains all"
        )

    def _wrong(self, message: str) -> SpecloomError:
        return SpecloomError(f"{self.prog}: {message}", f"{self.prog} --help lists what it takes")

    def _meant(self, written: str) -> str:
        """Return the option that was probably meant, as the beginning of an advice."""
        options = {each.lstrip("-"): each for each in self._option_string_actions}
        is_short = not written.startswith("--")
        found = {name for name in options if name.lower() == written.lstrip("-").lower()}
        meant = next(iter(found), None) if is_short else closest(written.lstrip("-"), options)
        if meant is not None:
            return f"did you mean {quoted(options[meant])}? "
        is_group = written.startswith("-") and self._subparsers is not None
        return "what a command takes stands behind its name; " if is_group else ""

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401 - as argparse has it
        if action.choices is not None and value not in action.choices:
            known = [str(each) for each in action.choices]
            advice = did_you_mean(str(value), known, f"it takes {', '.join(known)}")
            raise SpecloomError(f"{self.prog}: {_called(action)} cannot be {quoted(str(value))}", advice)

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:  # noqa: ANN401 - as argparse has it
        is_value = action.nargs != argparse.PARSER  # which has all that stands behind the name of a command
        if is_value and "" in arg_strings and action.dest not in _MAY_BE_EMPTY:
            raise self._wrong(f"{_called(action)} is empty")
        return super()._get_values(action, arg_strings)

    def _match_argument(self, action: argparse.Action, arg_strings_pattern: str) -> int:
        try:
            count: int = super()._match_argument(action, arg_strings_pattern)
        except argparse.ArgumentError:
            raise self._wrong(f"{_called(action)} wants a value, as in: {_written(action)}") from None
        return count


def _called(action: argparse.Action) -> str:
    return action.option_strings[-1] if action.option_strings else str(action.metavar or action.dest)


def _written(action: argparse.Action) -> str:
    value = action.metavar or action.dest.upper()
    return " ".join((*action.option_strings[-1:], *([str(value)] if action.nargs != 0 else [])))


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

_WAYS: Final = {
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EACCES: "let this user read and write there",
    errno.EPERM: "let this user read and write there",
    errno.EROFS: "work where files may be written",
    errno.ENOSPC: "make space there",
    errno.EDQUOT: "make space there",
}
"""What to do about what the operating system may refuse anywhere: it is no bug of ours."""
_REPORT: Final = "this is a bug in Specloom: please report it with the lines above and the command you ran"
_INTERRUPTED: Final = 130  # 128 + SIGINT, as shells have it
_BROKEN_PIPE: Final = 141  # 128 + SIGPIPE


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 2 for what the user can mend, 1 for a bug.

    `argv` has the arguments without the program's name; by default they are those of the process.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # whoever started this has closed it
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - until the process ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _BROKEN_PIPE
    except SpecloomError as error:
        print_error(error)
        return 2
    except Exception as error:  # noqa: BLE001 - whatever it is, the user is told where to take it
        if isinstance(error, OSError) and error.errno in _WAYS:
            return _explain_refusal(error, _WAYS[error.errno])
        import traceback

        traceback.print_exc()
        print_message(_REPORT)
        return 1
    return code


def _explain_refusal(error: OSError, way: str) -> int:
    """Say what the operating system refuses, also where it is what this process prints; return the exit code."""
    try:
        sys.stdout.flush()
    except OSError:
        _drop_output()
    what = f"read or write {error.filename}" if error.filename else "write the output"
    print_error(SpecloomError(f"cannot {what}: {error.strerror}", way))
    return 2


def _drop_output() -> None:
    """Let what was not written yet go: else Python complains when it exits."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    if arguments.command is None:  # nothing but `--`
        parser.print_help(sys.stderr)
        return 2
    from specloom.output.lock import PATIENCE  # neither is needed to show help
    from specloom.targets.settings_file import refuse_other_version

    try:
        refuse_other_version(Path.cwd())
    except FileNotFoundError:
        raise SpecloomError("the working directory is not there any more", "go to one that is, by cd") from None
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
        elif word in COMMANDS:
            listed = f"did you mean 'specloom {word}'? {listed}"
        raise SpecloomError(f"there is no command {group} {word}", did_you_mean(word, known, listed))


def build_parser(commands: Collection[str]) -> argparse.ArgumentParser:
    """Return the parser of all commands, which knows the arguments of `commands` only: other modules stay unread."""
    parser = _Parser(
        prog="specloom",
        description="Turns OpenAPI descriptions into typed Python clients that people vendor.",
        epilog="specloom COMMAND --help explains a command.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"specloom {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, summary in COMMANDS.items():
        subparser = subparsers.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if name in commands:
            import_module(f"specloom.cli.{name}").add_arguments(subparser)
    return parser
