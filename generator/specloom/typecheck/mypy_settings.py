"""What of a consumer's settings of type checkers is heeded: what decides what types mean, and nothing that is run.

No plugin, interpreter, path, cache or report of theirs is taken over, nor what would hide an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path
from typing import Any, Final

from specloom.git import folders_up
from specloom.regular_file import read_regular
from specloom.targets.table import read_toml, table_at

_MYPY: Final = (
    "strict_optional", "implicit_optional", "implicit_reexport", "no_implicit_reexport", "strict_equality",
    "strict_bytes", "disable_bytearray_promotion", "disable_memoryview_promotion", "extra_checks",
    "allow_redefinition", "local_partial_types", "python_version", "platform", "always_true", "always_false",
)  # fmt: skip
"""What of mypy's options is heeded, for all modules."""
_PYRIGHT: Final = {"pythonVersion": "python_version", "pythonPlatform": "platform"}
_PLATFORMS: Final = {"Linux": "linux", "Darwin": "darwin", "Windows": "win32"}
_VALUE: Final = re.compile(r"[A-Za-z0-9_.,\- ]*")
"""What a value may be made of: it is written into a file of settings again."""


def read_settings(folder: Path) -> str:
    """Return mypy's own settings for the code in a folder: the nearest ones, up to its repository.

    They are read where mypy looks for them (`mypy.ini`, `.mypy.ini`, `pyproject.toml`, `setup.cfg`), else where pyright
    does (`pyrightconfig.json`, `pyproject.toml`). What cannot be read is nobody's settings.
    """
    for place in folders_up(folder):
        for read in (_of_mypy, _of_pyright):
            if (found := read(place)) is not None:
                kept = {name: value for name, value in found.items() if name in _MYPY and _VALUE.fullmatch(value)}
                return _written(kept)
    return _written({})


def _written(options: Mapping[str, str]) -> str:
    lines = ["[mypy]", "ignore_missing_imports = True", *(f"{name} = {value}" for name, value in options.items())]
    return "".join(f"{line}\n" for line in lines)


def _of_mypy(folder: Path) -> dict[str, str] | None:
    for name in ("mypy.ini", ".mypy.ini"):
        if (found := _section(folder / name)) is not None:
            return found
    table = _tool(folder, "mypy")
    if table is not None:
        return {
            name: ", ".join(map(str, each)) if isinstance(each, list) else str(each) for name, each in table.items()
        }
    return _section(folder / "setup.cfg")


def _of_pyright(folder: Path) -> dict[str, str] | None:
    text = _text(folder / "pyrightconfig.json")
    try:
        table = json.loads(text) if text is not None else _tool(folder, "pyright")
    except (ValueError, RecursionError):  # with comments, for example
        return None
    return dict(_translated(table)) if isinstance(table, dict) else None


def _translated(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, ours in _PYRIGHT.items():
        if isinstance(value := table.get(name), str) and (name == "pythonVersion" or value in _PLATFORMS):
            yield ours, _PLATFORMS.get(value, value)
    if table.get("strictParameterNoneValue") is False:
        yield "implicit_optional", "True"


def _section(file: Path) -> dict[str, str] | None:
    text = _text(file)
    parser = ConfigParser(interpolation=None)
    try:
        parser.read_string(text or "")
    except ConfigError:
        return None
    return {name: value.replace("\n", ",") for name, value in parser["mypy"].items()} if "mypy" in parser else None


def _tool(folder: Path, name: str) -> Mapping[str, Any] | None:
    tools = table_at(read_toml(folder / "pyproject.toml"), "tool")
    return table_at(tools, name) if isinstance(tools.get(name), dict) else None


def _text(file: Path) -> str | None:
    try:
        return read_regular(file).decode()
    except (OSError, UnicodeDecodeError):
        return None
