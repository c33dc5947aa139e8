"""What mypy says of a caller, a module that uses all of a client, beside that client or another version of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from specloom.diff.vocabulary import Complaint
from specloom.findings import SpecloomError
from specloom.installed import add_command
from specloom.ir.api import Api
from specloom.ir.build_surface import build_surface
from specloom.output.folder import write_files
from specloom.output.tree import FileTree
from specloom.progress import tell_progress
from specloom.render.imports import all_runtime_files
from specloom.render.package import render_package
from specloom.targets.libraries import HTTPX
from specloom.typecheck.caller import Caller, render_caller

_PACKAGE = "client"
"""What the client is called while it is checked, whatever its name."""

_NEEDED = ("mypy", "httpx", "pydantic")
"""The checker, and what clients import: without them their types would be anything."""

_OPTIONS = (
    "--config-file=",
    "--strict",
    "--no-warn-return-any",  # a value of any type fits where callers put it; returning it is the caller's own manner
    "--no-incremental",
    f"--cache-dir={os.devnull}",
    "--output=json",
    "--no-error-summary",
)
"""Without a cache: what is checked is new each time, and what it imports takes few seconds."""

_SECONDS = 600.0
"""Minutes more than real projects take."""

_FINISHED = (0, 1)
"""How mypy exits when it has judged all files; with 2 it could not."""

_NAMING = re.compile(
    r"(?:Unexpected keyword|Missing (?:named|positional)) arguments? (?P<arguments>\"[^\"]+\"(?:, \"[^\"]+\")*)"
    r"|(?:Missing|Extra) keys? \(?(?P<keys>\"[^\"]+\"(?:, \"[^\"]+\")*)\)? for TypedDict"
)
"""Errors of a whole call or dictionary that name the arguments or keys which they are about."""


def check_types(old: Api, new: Api) -> tuple[Complaint, ...]:
    """Return what a type checker no longer lets callers of one client do when they get another.

    Raises:
        SpecloomError: See `check_callers`.
    """
    (complaints,) = check_callers([(render_caller(old, _PACKAGE), client_files(new))])
    return complaints


def client_files(api: Api, http: str = HTTPX) -> dict[str, str]:
    """Return the files of a client as a type checker reads them: relative path → text, not formatted."""
    package = render_package(api, build_surface(api), http)
    return {**package.generated, **package.runtime}


def check_callers(
    pairs: Sequence[tuple[Caller, Mapping[str, str]]], *, trusted: bool = False
) -> tuple[tuple[Complaint, ...], ...]:
    """Return what mypy, in its strict mode, finds wrong with several callers, each beside a client, in one run.

    Each caller comes with a package of its own, and the files of that. Clients that are `trusted` to be right in
    themselves are looked at no closer, which saves half of the time.

    Returns:
        The complaints about each caller, in the order of the pairs.

    Raises:
        SpecloomError: mypy or what clients need is not installed, mypy fails, or a client is wrong in itself.
    """
    refuse_missing(_NEEDED)
    tell_progress("checking code that uses all of the client with mypy")
    with TemporaryDirectory(prefix="specloom-") as folder:
        names = [f"caller_{number}.py" for number, _ in enumerate(pairs)]
        for name, (caller, client) in zip(names, pairs, strict=True):
            # The caller names what its own client carries of the runtime; the other may not need all of that.
            write_checked(Path(folder, caller.package), FileTree({**all_runtime_files(), **client}))
            Path(folder, name).write_text(caller.text, encoding="utf-8")
        errors = _run(Path(folder), names, trusted=trusted)
    _refuse_errors_of_clients(errors, names)
    return tuple(
        tuple(_complaints(caller, [each for each in errors if each["file"] == name]))
        for name, (caller, _) in zip(names, pairs, strict=True)
    )


def refuse_missing(needed: Iterable[str]) -> None:
    """Refuse to check types where something is not installed that this takes.

    Raises:
        SpecloomError: One of them is missing.
    """
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        raise SpecloomError(
            f"checking types needs {' and '.join(missing)}, which {'is' if len(missing) == 1 else 'are'} not installed",
            help=f"run: {add_command(*missing)}",
        )


def write_checked(folder: Path, client: Mapping[str, str]) -> None:
    """Write what a type checker reads of a client into a folder."""
    write_files(folder, (each for each in client.items() if each[0].endswith((".py", "py.typed"))))


def run_python(arguments: Sequence[str], folder: Path, *, stdin: str = "", seconds: float = _SECONDS) -> str:
    """Return what this Python prints that runs something with mypy in a folder.

    It is told not to import from the working directory (`-P`): nothing that is checked is ever run. The time is
    bounded: code can be written that mypy never ends with.

    Raises:
        SpecloomError: It ended as mypy does that could not judge, or did not end.
    """
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MYPY")}
    environment["PYTHONUTF8"] = "1"
    try:
        done = subprocess.run(  # noqa: S603 - this Python, with files that were just written
            [sys.executable, "-P", *arguments],
            cwd=folder,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise SpecloomError(f"mypy has found nothing out in {seconds:g} seconds") from None
    if done.returncode not in _FINISHED or (done.returncode and not done.stdout):
        said = (done.stderr or done.stdout).strip().splitlines()
        raise SpecloomError(f"mypy failed: {said[-1] if said else f'exit code {done.returncode}'}")
    return done.stdout


def _run(folder: Path, names: Sequence[str], *, trusted: bool) -> list[dict[str, Any]]:
    """Return the errors that mypy prints, one JSON object a line."""
    followed = ["--follow-imports=silent"] if trusted else []
    printed = run_python(["-m", "mypy", *_OPTIONS, *followed, *names], folder)
    found = [json.loads(line) for line in printed.splitlines()]
    return [each for each in found if each["severity"] == "error"]


def _refuse_errors_of_clients(errors: Sequence[Mapping[str, Any]], names: Sequence[str]) -> None:
    for each in errors:
        if each["file"] not in names:
            raise SpecloomError(
                f"the generated client does not type-check: {each['file']}:{each['line']}: {each['message']}",
                help="please report this with the description",
            )


def _complaints(caller: Caller, errors: Sequence[Mapping[str, Any]]) -> Iterator[Complaint]:
    """Yield one complaint for each symbol, in the order of the caller: sync and async calls have the same."""
    seen: set[str] = set()
    for error in sorted(errors, key=lambda each: (each["line"], each["column"])):
        line = caller.lines[error["line"] - 1]
        for symbol in named_in(line.symbol, error["message"], line.called):
            if symbol not in seen:
                seen.add(symbol)
                yield Complaint(symbol, error["message"])


def named_in(symbol: str, message: str, called: str = "") -> list[str]:
    """Return what an error is about: a symbol that its place uses, or the arguments or keys of it that it names.

    `called`: what the arguments are of, where that is not the symbol.
    """
    match = _NAMING.match(message)
    if match is None:
        return [symbol]
    if match["arguments"]:
        return [f"{called or symbol}({name})" for name in re.findall(r'"([^"]+)"', match["arguments"])]
    return [f'{symbol}["{name}"]' for name in re.findall(r'"([^"]+)"', match["keys"])]
