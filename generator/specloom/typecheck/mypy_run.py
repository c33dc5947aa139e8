"""Two runs of mypy over a consumer's code, beside the old and beside the new client: what fails, and what is used.

This is a program of its own (`python -m`): it reads a job from its standard input and prints one JSON object.
`typecheck.consumer_code` writes the one and reads the other. Nothing that is checked is run.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mypy import build, nodes, types
from mypy.errors import CompileError, ErrorInfo
from mypy.fscache import FileSystemCache
from mypy.inspections import find_by_location
from mypy.main import process_options
from mypy.modulefinder import BuildSource
from mypy.subtypes import is_subtype

from specloom.typecheck.mypy_types import classes_in
from specloom.typecheck.reader import Reader, Span, lies_in

_OF_OTHERS: Final[dict[str, dict[str, object]]] = {"*.*": {"preserve_asts": False}}
"""Of other people's modules no function is looked into for the sake of its tree."""

_OF_CLIENTS: Final[dict[str, object]] = {"preserve_asts": False, "follow_imports": "silent"}
"""Of clients only what they declare counts: what their functions do inside is not checked."""

_QUOTED: Final = re.compile(r'"(\w+)"')
_LONGEST: Final = 2000
"""How much is told of an error: it may quote types of any length."""


class _Confined(FileSystemCache):
    """The files that mypy sees: what links in the copy of a project lead to only if it is of the project, too."""

    def __init__(self, job: Mapping[str, Any]) -> None:
        super().__init__()
        self._sides: Final = (job["old"], job["new"])
        self._confines: Final = tuple(f"{each}{os.sep}" for each in job["confines"])

    def stat_or_none(self, path: str) -> os.stat_result | None:
        """Return what there is at a path."""
        return super().stat_or_none(path) if self._is_own(path) else None

    def listdir(self, path: str) -> list[str]:
        """Return what is in a folder."""
        return super().listdir(path) if self._is_own(path) else []

    def _is_own(self, path: str) -> bool:
        return not path.startswith(self._sides) or f"{os.path.realpath(path)}{os.sep}".startswith(self._confines)


def main() -> None:
    """Read a job, and print what came of it."""
    job = json.load(sys.stdin)
    try:
        answer = _work(job)
    except CompileError as error:
        answer = {"failed": error.messages[-1] if error.messages else "the code could not be read"}
    json.dump(answer, sys.stdout)


def _work(job: Mapping[str, Any]) -> dict[str, Any]:
    modules: dict[str, str] = job["modules"]
    texts = {name: Path(job["old"], path).read_text(encoding="utf-8") for name, path in modules.items()}
    old = _build(job, job["old"])
    if not any(client in old.files for client in job["clients"]):
        return {"failed": f"it does not find what the code imports: {', '.join(job['clients'])}"}
    readers = {name: Reader(old, name, text, job["clients"]) for name, text in texts.items()}
    before = {name: _errors(old, job["old"], path) for name, path in modules.items()}
    known = {name: {*map(_seen, errors)} for name, errors in before.items()}
    ignored = {name: sorted(old.files[name].ignored_lines) for name in modules}
    resources = _resources(old, job["clients"])
    new = _build(job, job["new"])
    errors = [
        _describe(each, name, readers[name], new)
        for name, path in modules.items()
        for each in _errors(new, job["new"], path)
        if _seen(each) not in known[name]
    ]
    return {
        "modules": {
            name: {
                "references": reader.references,
                "unknown": reader.unknown,
                "ignored": ignored[name],
                "earlier": [
                    (span, each.message[:_LONGEST])
                    for each in before[name]
                    if any(reader.near(span := _span(each)))  # what is no business of the client's is left to its owner
                ],
            }
            for name, reader in readers.items()
        },
        "resources": resources,
        "errors": errors,
    }


def _build(job: Mapping[str, Any], folder: str) -> build.BuildResult:
    """Check the code in a folder, which has one of both clients."""
    arguments = [f"--config-file={job['settings']}", f"--cache-dir={job['cache']}"]
    _, options = process_options([*arguments, f"--python-executable={job['python']}", "-c", "pass"])
    options.check_untyped_defs = options.export_types = options.preserve_asts = True
    options.per_module_options = {**_OF_OTHERS, **{f"{client}.*": _OF_CLIENTS for client in job["clients"]}}
    # The faster parser is off in its columns where a line is not ASCII.
    options.native_parser = all(Path(folder, path).read_bytes().isascii() for path in job["modules"].values())
    options.mypy_path = [str(Path(folder, each)) for each in job["folders"]]
    sources = [BuildSource(f"{folder}/{path}", name) for name, path in job["modules"].items()]
    return build.build(sources, options, fscache=_Confined(job))


def _errors(done: build.BuildResult, folder: str, path: str) -> list[ErrorInfo]:
    found = done.manager.errors.error_info_map.get(f"{folder}/{path}", [])
    return [each for each in found if each.severity == "error" and not each.hidden]


def _message(error: ErrorInfo, names: nodes.SymbolTable) -> str:
    """Return what mypy says of an error, with the members of a protocol that it names: which one is why, it hides."""
    named = (names.get(name) for name in dict.fromkeys(_QUOTED.findall(error.message)))
    classes = (each.node for each in named if each is not None)
    members = [
        member
        for each in classes
        if isinstance(each, nodes.TypeInfo) and each.is_protocol
        for member in each.protocol_members
    ]
    return f"{error.message}, which has {', '.join(members)}" if members else error.message


def _seen(error: ErrorInfo) -> tuple[int, int, str]:
    return error.line, error.column, error.message


def _span(error: ErrorInfo) -> tuple[int, int, int, int]:
    return error.line, max(error.column, 0), max(error.end_line, error.line), max(error.end_column, error.column, 0)


def _describe(error: ErrorInfo, module: str, reader: Reader, new: build.BuildResult) -> dict[str, Any]:
    span = _span(error)
    return {
        "module": module,
        "span": span,
        "message": _message(error, new.files[module].names)[:_LONGEST],
        "near": list(reader.near(span)),
        "misfits": list(_misfits(reader.dictionaries, new, module, span)),
    }


def _resources(done: build.BuildResult, clients: Sequence[str]) -> dict[str, list[str]]:
    """Return where each class of a client's resources is found, by its full name: the attributes that lead there."""
    found: dict[str, list[str]] = {}
    for package in clients:
        module = done.files.get(f"{package}.client")
        tops = [symbol.node for symbol in module.names.values()] if module else []
        waiting: list[tuple[nodes.TypeInfo, list[str]]] = [
            (top, []) for top in tops if isinstance(top, nodes.TypeInfo) and top.module_name == f"{package}.client"
        ]
        for info, path in waiting:  # which grows
            for name, symbol in info.names.items():
                below = _given(symbol.node)
                if below and below.fullname not in found and below.module_name.startswith(f"{package}.resources"):
                    found[below.fullname] = [*path, name]
                    waiting.append((below, [*path, name]))
    return found


def _given(node: nodes.Node | None) -> nodes.TypeInfo | None:
    """Return the class of what a property gives."""
    function = types.get_proper_type(node.func.type) if isinstance(node, nodes.Decorator) else None
    return next(classes_in(function.ret_type), None) if isinstance(function, types.CallableType) else None


def _misfits(
    dictionaries: Mapping[Span, str], new: build.BuildResult, module: str, span: Span
) -> Iterator[tuple[str, str]]:
    """Yield the typed dictionaries in a place, each with a key that does not fit the new client.

    Where a dictionary fits none of several types, mypy says so of the whole of it, and of none of its keys.
    """
    for place, name in dictionaries.items():
        home, _, class_ = name.rpartition(".")
        symbol = new.files[home].names.get(class_) if home in new.files and lies_in(place, span) else None
        info = symbol.node if symbol else None
        display = find_by_location(new.files[module], *place)
        if isinstance(display, nodes.DictExpr) and isinstance(info, nodes.TypeInfo) and info.typeddict_type:
            yield from ((name, key) for key in _unfit(display, info.typeddict_type, new.types, dictionaries))


def _unfit(
    display: nodes.DictExpr,
    wanted: types.TypedDictType,
    known: Mapping[nodes.Expression, types.Type],
    dictionaries: Mapping[Span, str],
) -> Iterator[str]:
    given: set[str] = set()
    for key, value in display.items:
        if key is None:  # what is unpacked here may have all that is missing
            return
        if isinstance(key, nodes.StrExpr):
            given.add(key.value)
            place = (value.line, value.column, value.end_line or value.line, value.end_column or value.column)
            expected = wanted.items.get(key.value)
            if expected is None or (place not in dictionaries and not _fits(known.get(value), expected)):
                yield key.value
    yield from sorted(wanted.required_keys - given)


def _fits(given: types.Type | None, wanted: types.Type) -> bool:
    here = types.get_proper_type(given)
    if here is None or is_subtype(here, wanted):
        return True
    literal = here.last_known_value if isinstance(here, types.Instance) else None
    return literal is not None and is_subtype(literal, wanted)


if __name__ == "__main__":
    main()
