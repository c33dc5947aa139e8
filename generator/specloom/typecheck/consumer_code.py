"""What the code of a consumer does with clients, and what a type checker says of it beside new versions of them.

It is checked by the project's own settings of mypy or pyright, as far as these decide what types mean.
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from configparser import ConfigParser
from configparser import Error as ConfigError
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from specloom.diff.usages import Code, Diagnostic, Reference
from specloom.findings import Location, SpecloomError
from specloom.git import folders_up
from specloom.ir.surface import Surface
from specloom.ir.types import constants_class
from specloom.messages import counted
from specloom.progress import tell_progress
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.targets.table import read_toml, table_at
from specloom.typecheck.check import named_in, refuse_missing, run_python, write_checked
from specloom.typecheck.project import CodeModule, Project, confines_of

_SAID: Final = "said"
"""The kind of what a place says, and uses nothing of."""
_NAMED: Final = "named"
"""The kind of what a place uses by its name as a text."""
_PASSED: Final = re.compile(r'^(?:Extra a|A)rgument "(\w+)" (?:to|from \*)')
"""What an error of a call names, which may come from what is unpacked there."""
_CALLED: Final = re.compile(r' (?:to|for) "(?P<method>\w+)" of "(?P<owner>\w+)"')
"""The method that such an error is about."""
_CLIENTS: Final = "clients"
"""The folder of the clients that do not lie beside the code."""
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


@record
class ComparedClient:
    """Two versions of a client."""

    imports: frozenset[str]
    """What the code imports it as: of each copy the path of modules."""
    old: Mapping[str, str]
    """Its files: relative path → text."""
    new: Mapping[str, str]
    surface: Surface
    """What callers can write of the old one."""


def check_code(project: Project, clients: Mapping[str, ComparedClient], interpreter: Path) -> dict[str, Code]:
    """Return what code does with clients, by the names of these.

    The interpreter has what the code imports.

    Raises:
        SpecloomError: mypy is not installed, or fails.
    """
    imports = {path: name for name, client in clients.items() for path in client.imports}
    modules = project.using(imports)
    if not modules:
        return {name: Code() for name in clients}
    refuse_missing(("mypy",))
    tell_progress(f"checking {counted(len(modules), 'file')} of the code with mypy")
    with TemporaryDirectory(prefix="specloom-") as scratch:
        job = _prepare(Path(os.path.realpath(scratch)), project, modules, clients, interpreter)
        text = run_python(["-m", "specloom.typecheck.mypy_run"], Path(scratch), stdin=json.dumps(job))
    answer = json.loads(text)
    if failed := answer.get("failed"):
        raise SpecloomError(f"mypy failed: {failed}", "run mypy over the code, and mend what keeps it from being read")
    named = {each.name: each for each in modules}
    return {name: _read_answer(answer, named, client) for name, client in clients.items()}


def _prepare(
    scratch: Path,
    project: Project,
    modules: Sequence[CodeModule],
    clients: Mapping[str, ComparedClient],
    interpreter: Path,
) -> dict[str, Any]:
    """Write both versions of the code's surroundings, and return what to do with them."""
    roots = {root: str(number) for number, root in enumerate(dict.fromkeys(each.root for each in modules))}
    paths = [path for client in clients.values() for path in client.imports]
    folders = {path: project.clients.get(path) or _folder(path, roots) for path in paths}
    for side in ("old", "new"):
        files = {path: getattr(each, side) for each in clients.values() for path in each.imports}
        for root, name in roots.items():
            _mirror(root, scratch / side / name, {*filter(None, folders.values())})
        for path, client in files.items():
            write_checked(scratch / side / _home(path, folders[path], roots), client)
    settings = scratch / "mypy.ini"
    settings.write_text(_read_settings(modules[0].path.parent), encoding="utf-8")
    return {
        "modules": {each.name: f"{roots[each.root]}/{each.path.relative_to(each.root).as_posix()}" for each in modules},
        "folders": [_CLIENTS, *roots.values()],
        "old": str(scratch / "old"),
        "new": str(scratch / "new"),
        "clients": sorted(path for client in clients.values() for path in client.imports),
        "settings": str(settings),
        "cache": str(scratch / "cache"),
        "confines": sorted({str(confines_of(root)) for root in roots} | {str(scratch)}),
        "python": str(interpreter),
    }


def _folder(path: str, roots: Iterable[Path]) -> Path | None:
    """Return the folder that code imports by a path, beside the files that somebody names; None where there is none."""
    folders = (Path(root, *path.split(".")) for root in roots)
    return next((folder for folder in folders if folder.is_dir()), None)


def _home(path: str, folder: Path | None, roots: Mapping[Path, str]) -> Path:
    """Return where a client belongs in the copy of a project: in its place, if it is imported from there."""
    parts = path.split(".")
    return next(
        (Path(name, *parts) for root, name in roots.items() if Path(root, *parts) == folder), Path(_CLIENTS, *parts)
    )


def _mirror(folder: Path, target: Path, hidden: set[Path]) -> None:
    """Let a folder have what another has, without some of the folders in it."""
    target.mkdir(parents=True)
    for entry in folder.iterdir():
        if entry in hidden or entry.name.startswith("."):
            continue
        if any(entry in each.parents for each in hidden):
            _mirror(entry, target / entry.name, hidden)
            continue
        try:
            (target / entry.name).symlink_to(entry, target_is_directory=entry.is_dir())
        except OSError:  # Windows lets not everybody make links
            (shutil.copytree if entry.is_dir() else shutil.copyfile)(entry, target / entry.name)


def _read_answer(answer: Mapping[str, Any], modules: Mapping[str, CodeModule], client: ComparedClient) -> Code:
    """Return what mypy found out about one client."""
    names = _Names(client, answer["resources"])
    references: list[Reference] = []
    diagnostics: list[Diagnostic] = []
    unknown: list[tuple[Location, str]] = []
    silenced: list[Reference] = []
    earlier: list[tuple[Location, str]] = []
    for name, found in answer["modules"].items():
        module = modules[name]
        own = [_reference(module, names, each) for each in found["references"]]
        diagnostics += (_diagnostic(module, each, own, names) for each in answer["errors"] if each["module"] == name)
        kinds = [kind for _, kind, *_ in found["references"]]
        used = [(each, kind) for each, kind in zip(own, kinds, strict=True) if each]
        references += (each for each, kind in used if kind != _SAID)
        unknown += ((_place(module, span), what) for span, what in found["unknown"])
        ignored = found["ignored"]
        silenced += (each for each, kind in used if kind == _NAMED or each.location.position.line in ignored)
        earlier += ((_place(module, span), message) for span, message in found["earlier"])
    return Code(tuple(references), tuple(diagnostics), tuple(unknown), tuple(silenced), tuple(earlier))


def _reference(module: CodeModule, names: _Names, found: Sequence[Any]) -> Reference | None:
    span, kind, owner, member, detail = found
    symbol = names.symbol(kind, owner, member, detail)
    if symbol is None:
        return None
    if kind not in {"made", "opened"}:
        return Reference(_place(module, span), symbol)
    given = tuple(filter(None, detail.split(",")))
    return Reference(_place(module, span), symbol, given, is_open=kind == "opened")


def _diagnostic(
    module: CodeModule, error: Mapping[str, Any], references: Sequence[Reference | None], names: _Names
) -> Diagnostic:
    near = tuple(tuple(each for at in level if (each := references[at]) is not None) for level in error["near"])
    about = [names.symbol("key", owner, key, "") for owner, key in error["misfits"]]
    made = dict.fromkeys(each.symbol for level in near for each in level if each.given is not None)
    made |= dict.fromkeys(names.called(error["message"]))  # which need not be called there
    about += (symbol for each in made for symbol in named_in(each, error["message"]) if symbol != each)
    about += (f"{each}({name})" for each in made for name in _PASSED.findall(error["message"]))
    return Diagnostic(_place(module, error["span"]), error["message"], tuple(filter(None, about)), near)


def _place(module: CodeModule, span: Sequence[int]) -> Location:
    line, column = span[:2]  # of bytes, from 0
    return module.place(line, len(module.lines[line - 1].encode()[:column].decode(errors="replace")) + 1)


class _Names:
    """What names of the checker are in a client's surface."""

    def __init__(self, client: ComparedClient, resources: Mapping[str, Sequence[str]]) -> None:
        self._imports: Final = sorted(client.imports, key=len, reverse=True)
        self._package: Final = client.surface.package
        self._client: Final = client.surface.client.path
        types = (*client.surface.models, *client.surface.inputs)
        self._aliases: Final = {
            constants_class(each.path): each.path
            for each in types
            if any(member.kind == "constant" for member in each.members)
        }
        self._resources: Final = resources

    def symbol(self, kind: str, owner: str, member: str, detail: str) -> str | None:
        """Return the path of a symbol; None for what is none of the client's."""
        base = self._base(owner)
        if base is None:
            return None
        inside = f"{self._package}.{member}" if base == self._client else f"{base}.{member}"
        called = inside if member else base
        match kind:
            case "member":
                return inside
            case "key":
                return f'{base}["{member}"]'
            case "argument" if base.startswith("inputs."):
                return f'{base}["{detail}"]'
            case "argument" | "choice":
                return f"{called}({detail})"
            case _:
                return called

    def called(self, message: str) -> Iterator[str]:
        """Yield the methods that an error of a call may name: resources of several clients can be called alike."""
        if match := _CALLED.search(message):
            owners = (each for each in self._resources if each.rpartition(".")[2] == match["owner"])
            yield from filter(None, (self.symbol("member", each, match["method"], "") for each in owners))

    def _base(self, owner: str) -> str | None:
        """Return the path of a class, a function or a resource."""
        path = next((each for each in self._imports if owner.startswith(f"{each}.")), None)
        if path is None:
            return None
        if owner in self._resources:
            return ".".join([self._package, *self._resources[owner]])
        module, *rest = owner.removeprefix(f"{path}.").split(".")
        match module:
            case "models" | "inputs":
                name = f"{module}.{rest[-1]}" if rest else None
                return self._aliases.get(name, name) if name else None
            case "client":
                return self._client
            case "errors" | "webhooks" if rest:
                return ".".join([module, *rest])
            case _:
                return None


def _read_settings(folder: Path) -> str:
    """Return mypy's own settings for the code in a folder: the nearest ones, up to its repository.

    They are read where mypy looks for them (`mypy.ini`, `.mypy.ini`, `pyproject.toml`, `setup.cfg`), else where pyright
    does (`pyrightconfig.json`, `pyproject.toml`). What cannot be read is nobody's settings.

    What decides what types mean is heeded, and nothing that is run: no plugin, interpreter, path, cache or report of
    theirs is taken over, nor what would hide an error.
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
