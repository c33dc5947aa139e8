"""`specloom completion`: prints what makes a shell complete the words of a command line."""

from __future__ import annotations

import argparse
from typing import Final

from specloom.cli.terminal import print_result

_SHELLS: Final = ("bash", "zsh", "fish")
_FOLDERS: Final = {"DIR", "PATH"}
_FILES: Final = {"FILE", "FILE|URL"}
_CLIENTS: Final = {"API", "NAME"}
_CLIENTS_AND_FILES: Final = {"SPEC", "API|FILE", "OLD NEW | API"}
_NAMES: Final = {
    "clients": "specloom list --format names 2>/dev/null",
    "vendored": "specloom list --format names --vendored 2>/dev/null",
}
"""What prints the names that arguments may be."""
_EITHER: Final = "clients_and_files"
_PREAMBLES: Final = {
    "bash": "".join(
        f'_specloom_{each}() {{ compgen -W "$({command})" -- "$1"; }}\n' for each, command in _NAMES.items()
    )
    + f'_specloom_{_EITHER}() {{ _specloom_clients "$1"; compgen -f -- "$1"; }}\n',
    "zsh": "".join(f'_specloom_{each}() {{ compadd -- ${{(f)"$({command})"}} }}\n' for each, command in _NAMES.items())
    + f"_specloom_{_EITHER}() {{ _specloom_clients; _files }}\n",
    "fish": "",
}
"""The functions of a shell that ask for names."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `specloom completion`."""
    parser.add_argument("shell", metavar="SHELL", choices=_SHELLS, help="bash, zsh or fish")
    parser.epilog = (
        'for bash, add eval "$(specloom completion bash)" to ~/.bashrc; for zsh, write it as _specloom '
        "to a folder of $fpath; for fish, write it as ~/.config/fish/completions/specloom.fish"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the script for a shell, which is the same wherever it is made."""
    import shtab

    from specloom.cli.main import COMMANDS, build_parser

    parser = build_parser(COMMANDS)
    _complete_values(parser)
    print_result(shtab.complete(parser, arguments.shell, preamble=_PREAMBLES[arguments.shell]))
    return 0


def _complete_values(parser: argparse.ArgumentParser) -> None:
    """Have arguments completed with names, files or folders where their placeholders say that these are meant."""
    import shtab

    for action in parser._actions:  # noqa: SLF001 - argparse has no other way, and shtab reads the same
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - likewise
            for subparser in action.choices.values():
                _complete_values(subparser)
        elif found := _values(action, parser, shtab.FILE, shtab.DIRECTORY):
            action.complete = found  # type: ignore[attr-defined]  # where shtab looks for it


def _values(action: argparse.Action, parser: argparse.ArgumentParser, files: object, folders: object) -> object:
    """Return what an argument is completed with, as shtab has it; None for nothing."""
    if action.metavar in _FOLDERS:
        return folders
    if action.metavar in _FILES:
        return files
    if action.option_strings:
        return None
    if action.metavar in _CLIENTS:
        is_vendored = action.metavar == "NAME" and parser.prog.startswith("specloom vendor ")
        return _asked("vendored" if is_vendored else "clients")
    return _asked(_EITHER) if action.metavar in _CLIENTS_AND_FILES else None


def _asked(what: str) -> dict[str, str]:
    """Return what asks for names, by the shell."""
    fish = {**_NAMES, _EITHER: f"{_NAMES['clients']}; __fish_complete_path (commandline -ct)"}
    return {"bash": f"_specloom_{what}", "zsh": f"_specloom_{what}", "fish": f"({fish[what]})"}
