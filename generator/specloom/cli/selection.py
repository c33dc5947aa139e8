"""Which clients a command is about: the arguments that say so, and what they mean with the project's settings."""

from __future__ import annotations

import argparse
import math
import os
import re
import shlex
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from specloom.cli.report.escape import escape_text
from specloom.findings import SpecloomError, unreadable
from specloom.git import find_repository
from specloom.messages import and_more, as_argument, did_you_mean
from specloom.output.lock import PATIENCE
from specloom.record import record, replace
from specloom.regular_file import hold_stream, is_held
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.settings_file import OWN_FILE, SHARED_FILE, SettingsFile, find_settings_below
from specloom.targets.target import Target, check_package

_STANDARD_INPUT: Final = "-"
_SHOWN: Final = 3
"""Folders that are named."""
_OPEN_FILES: Final = {Path("/dev/fd"), Path("/proc/self/fd")}
_ADDRESS: Final = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")


@record
class ClientSelection:
    """What a command that generates is about."""

    clients: tuple[Target, ...]
    vendored: tuple[Target, ...] = ()
    """The vendored clients that are named; where nothing is named and none is generated, all of them."""


def add_selection_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that `select_clients` reads."""
    parser.add_argument(
        "apis",
        nargs="*",
        metavar="API",
        help="a client of the settings, or one that ships (default: all of the settings)",
    )
    add_options(parser, "--spec")
    parser.add_argument("--out", metavar="DIR", type=Path, help="the folder that the client becomes")
    parser.add_argument("--package", metavar="NAME", help="the Python package's name")
    parser.add_argument(
        "--only",
        metavar="OPERATION",
        action="append",
        default=[],
        help="keep this operationId, route, call as in orders.list, or resource only, and the models that it uses; "
        "repeatable",
    )
    add_options(parser, "--skip", "--root", "--overlay")
    parser.add_argument(
        "--jobs",
        metavar="N",
        type=at_least_one,
        help="clients to work on at once (default: one for each processor)",
    )


def add_options(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add options that several commands have, as they are written: `--skip`."""
    for name in names:
        parser.add_argument(name, **_OPTIONS[name])


def find_target(name: str, configuration: Configuration) -> Target:
    """Return what an argument means that names a client or a document: a client, where it could be either.

    Raises:
        SpecloomError: There is no such client, or as `find_document`.
    """
    if name == _STANDARD_INPUT or is_path(name):
        path = find_document(name)
        return Target(path, name=path.stem)
    try:
        return configuration.find(name)
    except SpecloomError:
        if not Path(name).exists():
            raise
        return Target(find_document(name), name=name if Path(name).is_dir() else Path(name).stem)


def is_path(text: str) -> bool:
    """Return whether a text that may name a client or a file can only be that of a file or folder."""
    return Path(text).suffix in {".yaml", ".yml", ".json"} or "/" in text


def find_document(text: str) -> Path:
    """Return the document that somebody names: a file, the one of a folder, or what comes on the standard input.

    Raises:
        SpecloomError: It is a folder that has not exactly one, or as `read_stream`.
    """
    path = read_stream(text) or Path(text)
    if not path.is_dir():
        return path
    from specloom.source.file import find_entry

    return find_entry(path)


def is_address(text: str) -> bool:
    """Return whether somebody names an address in the network."""
    return _ADDRESS.match(text) is not None


def refuse_address(text: str) -> None:
    """Refuse an address where a name or a file is wanted.

    Raises:
        SpecloomError: It is one.
    """
    refuse_file_address(text)
    if is_address(text):
        name = _fetched_from(text)
        command = f"update {shlex.quote(name)} --check" if name else f"init {shlex.quote(text)}"
        raise SpecloomError(
            f"{text} is an address, and only `specloom init` and `specloom update` fetch",
            f"run: specloom {command}; or download it, and name the file",
        )


def _fetched_from(url: str) -> str:
    """Return the name of the client whose description was fetched from an address; empty where there is none."""
    try:
        clients = load_configuration(Path.cwd()).described
    except SpecloomError:  # which is told where the settings are wanted
        return ""
    return next((name for name, each in clients.items() if each.upstream and each.upstream.url == url), "")


def refuse_file_address(text: str) -> None:
    """Refuse the address of a file on this machine: the file itself is as easily named.

    Raises:
        SpecloomError: It is one.
    """
    if text.lower().startswith("file://"):
        from urllib.parse import unquote

        path = unquote("/" + text.removeprefix(text[: len("file://")]).partition("/")[2])
        raise SpecloomError(f"{text} is the address of a file", f"name the file: {shlex.quote(path)}")


def read_stream(text: str) -> Path | None:
    """Return the path that stands for a stream which somebody names, read by now; None where it is a file or folder.

    A stream is the standard input, or a pipe that this process has open already, as `<(…)` of a shell gives it.

    Raises:
        SpecloomError: It cannot be read, or is an address.
    """
    refuse_address(text)
    path = Path(text)
    is_pipe = (path.parent in _OPEN_FILES or path == Path("/dev/stdin")) and path.is_fifo()
    if text != _STANDARD_INPUT and not is_pipe:
        return None
    held = Path(f"-{path.name}") if is_pipe else path
    try:
        if is_pipe and not is_held(held):
            with path.open("rb") as pipe:
                hold_stream(held, pipe)
        elif not is_held(held):
            hold_stream(held, sys.stdin.buffer)
    except OSError as error:
        raise unreadable(path, error, "save it in a file, and name that") from error
    return held


def as_told(client: Target, arguments: argparse.Namespace) -> Target:
    """Return a client with what the arguments say of it, those of `--package`, `--only` and so on that there are."""
    told = vars(arguments)
    package, only = told.get("package"), tuple(told.get("only", ()))
    return replace(
        client,
        package=client.package if package is None else check_package(package, "--package"),
        only=only or client.only,
        skip=(*client.skip, *told.get("skip", ())),
        root=told["root"] or client.root,
        overlay=(*client.overlay, *told["overlay"]),
        out=told.get("out") or client.out,
    )


def given_options(arguments: argparse.Namespace, *names: str) -> list[str]:
    """Return those of some options that somebody gave, as words of a command line: `["--skip", "getPet"]`."""
    words: list[str] = []
    for name in names:
        match getattr(arguments, name.strip("-").replace("-", "_")):
            case True:
                words.append(name)
            case list(values):
                words += [word for each in values for word in (name, str(each))]
            case value if value:
                words += [name, str(value)]
    return words


def select_clients(arguments: argparse.Namespace) -> ClientSelection:
    """Return the clients that the arguments name, each once, in the order in which they are named.

    Raises:
        SpecloomError: A name is unknown, the arguments contradict each other, or there is no client at all.
    """
    names = list(dict.fromkeys(arguments.apis))
    if arguments.spec is not None:
        if names:
            raise SpecloomError(f"{names[0]!r} and --spec both say what to generate", "leave one of them out")
        if arguments.package is None and arguments.out is None:
            raise SpecloomError("--spec does not say where the client goes", "add: --out DIR")
        name = arguments.package or arguments.out.name
        document = Target(find_document(arguments.spec), Path("generated") / name, name=name)
        return ClientSelection((as_told(document, arguments),))
    for name in names:
        refuse_address(name)
    configuration = load_configuration(Path.cwd())
    if not (names or configuration.clients or configuration.vendored):
        raise SpecloomError(
            "no client is selected: no API is named, and no settings list any to generate",
            find_elsewhere()
            or "name an API, or a document with --spec FILE --out DIR, or take a description into this project: "
            "specloom init FILE|URL",
        )
    if not (names or configuration.clients):
        return ClientSelection((), tuple(configuration.vendored.values()))
    known = {name: each for name, each in configuration.all_clients.items() if name not in configuration.clients}
    vendored = {name: known[name] for name in names if name in known}
    clients = [configuration.client(name) for name in names or configuration.clients if name not in vendored]
    if len(clients) != 1 and given_options(arguments, *_ABOUT_ONE):
        raise SpecloomError(
            "--out, --package, --only, --skip, --root and --overlay are about one client that is generated",
            f"{next(iter(vendored))} is vendored: specloom vendor --help"
            if vendored
            else "name the API that they are for",
        )
    return ClientSelection(tuple(as_told(client, arguments) for client in clients), tuple(vendored.values()))


def find_elsewhere(*tables: str, name: str = "") -> str:
    """Return how to go to where settings list clients, for somebody who is in another folder; empty where none do.

    `tables` and `name` are as of `folders_elsewhere`.
    """
    found = folders_elsewhere(*tables, name=name)
    if not found:
        return ""
    shown = [escape_text(f"cd {as_argument(folder)}") for folder in found[:_SHOWN]]
    more = "".join(and_more(found, _SHOWN, ", or {}", "other folder"))
    return f"go to where settings list {repr(name) if name else 'some'}: {', or '.join(shown)}{more}"


def folders_elsewhere(*tables: str, name: str = "") -> list[str]:
    """Return the way to each folder of the repository whose settings list clients and do not apply here.

    So may settings that cannot be read. `tables` are those that list such clients, all if none; `name` is the one that
    is looked for, any if empty.
    """
    here = Path.cwd().resolve()
    return [
        os.path.relpath(folder, here)
        for folder, file in find_settings_below(find_repository(here) or here)
        if folder not in {here, *here.parents}
        and (
            any(name in each if name else each for each in _tables(file, tables or ("clients", "vendor")))
            if file
            else not name
        )
    ]


def _tables(file: SettingsFile, names: Iterable[str]) -> Iterator[Mapping[str, object]]:
    if isinstance(file.settings, dict):
        yield from (table for name in names if isinstance(table := file.settings.get(name), dict))


def refuse_unknown(names: Iterable[str], known: Collection[str]) -> None:
    """Refuse names that no client of the settings has, where those that ship are not meant.

    Raises:
        SpecloomError: A name is not among the known ones.
    """
    for name in names:
        if name not in known:
            listed = f"the settings have: {', '.join(known)}"
            raise SpecloomError(f"there is no client {name!r}", did_you_mean(name, known, listed))


def only_vendored(verb: str) -> str:
    """Return what a command says that has nothing to do but is right to have been run: `verb` is what it does."""
    return f"nothing to {verb}: the settings have vendored clients only; run: specloom vendor status"


def settings_files() -> list[Path]:
    """Return every file in which the settings that apply here may stand, also those that are not there."""
    here = Path.cwd().resolve()
    return [folder / name for folder in (here, *here.parents) for name in (OWN_FILE, SHARED_FILE)]


def generate_command(client: Target, arguments: argparse.Namespace) -> str:
    """Return the command that generates `client`, selected by `arguments`, in the working directory."""
    what = given_options(arguments, "--spec") or [client.name]
    return shlex.join(["specloom", "generate", *what, *given_options(arguments, *_ABOUT_ONE, "--rename")])


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds")
    return seconds


def at_least_one(text: str) -> int:
    """Return the whole number that somebody gives an option.

    Raises:
        ArgumentTypeError: It is none, or zero.
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


_ABOUT_ONE: Final = ("--out", "--package", "--only", "--skip", "--root", "--overlay")
_OPTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "--overlay": {
        "metavar": "FILE",
        "action": "append",
        "default": [],
        "type": Path,
        "help": "lay this OpenAPI Overlay over the description, after those of the settings; repeatable",
    },
    "--rename": {
        "action": "store_true",
        "help": "take the names of the description as it is now, not those of the client",
    },
    "--root": {
        "metavar": "DIR",
        "type": Path,
        "help": "the folder that references may not leave (default: that of the document)",
    },
    "--skip": {
        "metavar": "OPERATION",
        "action": "append",
        "default": [],
        "help": "leave out an operationId or route; repeatable",
    },
    "--spec": {"metavar": "FILE", "help": "take this document, a folder that has one, or - for the standard input"},
    "--types": {"action": "store_true", "help": "have mypy check code that uses all of the old client"},
    "--wait": {
        "metavar": "SECONDS",
        "type": _seconds,
        "default": PATIENCE.get(),
        "help": "how long to wait for another process that writes the same files (default: %(default)g)",
    },
}
