"""Imports of generated code, computed from the names that it uses, and the files of the runtime that they lead to.

Templates and views write no import that only serves the code below it. They write names: those of types, which the
description gives, and those that the code brings along (`_Request`, `_Literal`), which begin with an underscore. No
name that a description gives begins so, and nothing has to be kept apart by lists. Where a name is imported follows
from where it is used: at the top of the module, for type checkers only, or in the block that needs it.

The runtime is real Python below `templates/runtime/`, copied byte for byte; a client that uses another HTTP library
than httpx has its name in the place of that. What lies at its top is the core, and `features/` is what not every API
has. No list says which client gets which file: it follows from the imports of its code and of the runtime itself.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import itemgetter
from typing import Final, TypeAlias

from specloom.installed import data_folder
from specloom.record import record
from specloom.render.verify import Block, read_code, refuse_unknown_names
from specloom.targets.libraries import HTTP_LIBRARIES, HTTPX

_MODULES: Final[Mapping[str, str]] = {
    "builtins": "",
    "collections.abc": "Awaitable Callable Mapping Sequence",
    "dataclasses": "dataclass",
    "datetime": "",
    "decimal": "Decimal",
    "enum": "StrEnum",
    "functools": "cached_property partial",
    HTTPX: "",
    "importlib": "import_module",
    "pydantic": "Field Tag",
    "typing": "Annotated Any Final Literal NotRequired TypeAlias TypedDict TypeVar Union cast overload",
    "typing_extensions": "TypeAliasType",
    "uuid": "UUID",
    ".": "models",
    ".errors": "BY_STATUS MEANINGS described_failure described_failures",
    ".links": "Collection",
}
"""Module → the names that generated code takes from it; an empty text for the module itself.

Modules of the client are named from the top of its package, with a dot in front. What the runtime has, it says itself.
"""
_HTTP_NAME: Final = re.compile(rf"\b{HTTPX}\b")
_FOLDER: Final = "_runtime/"
_FEATURES: Final = f"{_FOLDER}features/"
_DEFINED: Final = re.compile(r"^(?:(?:class|def|async def) ([A-Za-z]\w*)|([A-Za-z]\w*)(?:: [^\n]*)? = )", re.MULTILINE)
_IMPORT: Final = re.compile(r"^ *from (\.+)([\w.]*) import ", re.MULTILINE)


@cache
def brought_names() -> Mapping[str, tuple[str, str]]:
    """Return what generated code calls a name → the module that it comes from, and the name there."""
    listed = ((module, name) for module, names in _MODULES.items() for name in names.split() or [""])
    defined = ((module, name) for name, module in defined_names().items())
    brought = {f"_{name or module}": (module, name) for module, name in (*defined, *listed)}
    return brought | {"TYPE_CHECKING": ("typing", "TYPE_CHECKING")}  # which type checkers want to see as it is


_LATE: Final = frozenset(
    {
        ".",
        *HTTP_LIBRARIES,
        "datetime",
        "decimal",
        "uuid",
        "._runtime.encoding",
        *(
            f"._runtime.features.{name}"
            for name in (
                "by_media_type by_status decimal_numbers decimals either encoded_bytes events expand json_lines search "
                "seconds shapes streams texts times upload"
            ).split()
        ),
    }
)
"""Modules that a function imports when it is called: many calls do without."""

_LATE_FOLDERS: Final = (".inputs.", ".models.", ".resources.")


@record
class Scope:
    """What a module of a client can import from the others.

    Modules are named from the top of the client's package, with a dot in front: `.models.order`.
    """

    homes: Mapping[str, str]
    """The name of a type, a constant or a resource → the module that has it."""
    links: str = "._runtime.features.links"
    """The module that has `Link`."""
    http: str = HTTPX
    """The library that sends requests."""

    def find(self, name: str) -> tuple[str, str] | None:
        """Return the module that a name of generated code comes from, and the name there; None where nobody knows."""
        if name == "_Link":
            return self.links, "Link"
        if name == f"_{HTTPX}":
            return self.http, ""
        home = self.homes.get(name)
        return (home, name) if home else brought_names().get(name)


@record
class Completed:
    """A module of a client that imports what it uses."""

    text: str
    modules: frozenset[str]
    """What it imports of the client, named from the top of the package, with a dot in front: `._runtime.client`."""


def add_imports(path: str, text: str, scope: Scope) -> Completed:
    """Return a module of a client with the imports that its names need.

    They go below `from __future__ import annotations`, around the imports that are written there, each in a line of its
    own, since others take their names from the module; and to the beginning of blocks.

    Raises:
        SpecloomError: The text is not what templates write: see `verify`.
    """
    package = path.removesuffix(".py").split("/")[:-1]
    code = read_code(path, text, evaluated=package == ["models"])
    reads = (code.at_top, code.for_checkers, *(names for _, names in code.in_blocks))
    known = {name: scope.find(name) for names in reads for name in names if name not in code.bound}
    refuse_unknown_names(path, text, code, code.bound | {name for name, found in known.items() if found})
    brought = {name: found[0] for name, found in known.items() if found}
    late = {name for name, module in brought.items() if module in _LATE or module.startswith(_LATE_FOLDERS)}
    top = {name for name in code.at_top if name in brought}
    top |= {name for _, names in code.in_blocks for name in names if name in brought and name not in late}
    checked = {name for name in code.for_checkers if name in brought} | code.stand_ins
    lines = text.split("\n")
    blocks = [
        (_first_line(block), block[-1].end_lineno or 0, block[0].col_offset, frozenset(names.keys() & late - top))
        for block, names in code.in_blocks
    ]
    for line, indent, missing in sorted(_in_blocks(blocks), reverse=True, key=lambda each: each[0]):
        statements = [f"{' ' * indent}{statement}" for statement in import_statements(missing, scope, package)]
        lines[line:line] = [*statements, ""] if statements else []
    for_types = import_statements(checked - top, scope, package)
    head = import_statements({*top, "TYPE_CHECKING"} if for_types else top, scope, package)
    start = lines.index("from __future__ import annotations") + 1 if head else 0
    end = next((at for at in range(start, len(lines)) if lines[at] and not lines[at].startswith("from ")), start)
    below = ["", "if TYPE_CHECKING:", *(f"    {statement}" for statement in for_types), ""] if for_types else []
    lines[start:end] = ["", *filter(None, lines[start:end]), *head, *below] if head else lines[start:end]
    modules = {module for module in brought.values() if module.startswith(".")}
    return Completed("\n".join(lines), frozenset(modules | {_absolute(each, package) for each in code.imported}))


_Block: TypeAlias = tuple[int, int, int, frozenset[str]]
"""The first line of a block, its last one, its indentation, and what it reads of modules that are loaded late."""


def _in_blocks(blocks: Iterable[_Block]) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield what each block has to import: its first line, its indentation, and the names that no block around it has.

    What several branches of a function read is imported once, where the function begins.
    """
    ordered = sorted(blocks, key=lambda block: (block[0], -block[1]))
    around: list[tuple[int, frozenset[str]]] = []
    for at, (first, last, indent, names) in enumerate(ordered):
        while around and around[-1][0] < last:
            around.pop()
        found = names.difference(*(each for _, each in around))
        if not around:
            inside = ordered[at + 1 : bisect_right(ordered, last, key=itemgetter(0))]
            times = Counter(chain.from_iterable(read for _, _, _, read in inside))
            found |= {name for name, count in times.items() if count > 1}
        around.append((last, found))
        yield first, indent, found


def import_statements(names: Iterable[str], scope: Scope, package: Sequence[str]) -> list[str]:
    """Return the statements that import names, one for each module, sorted; unknown names are left out.

    `package` has the folders that the importing module lies in, from the top of the client.
    """
    modules: dict[str, list[str]] = {}
    plain: list[str] = []
    for name in sorted(names):
        found = scope.find(name)
        if found is None:
            continue
        module, original = found
        if not original:
            plain.append(f"import {module} as {name}")
        else:
            written = original if original == name else f"{original} as {name}"
            modules.setdefault(_relative(module, package), []).append(written)
    return [*plain, *(f"from {module} import {', '.join(each)}" for module, each in sorted(modules.items()))]


def _relative(module: str, package: Sequence[str]) -> str:
    """Return a module as one in `package` imports it: `..models.order`, or `.order` where they lie side by side."""
    if not module.startswith("."):
        return module
    *folders, last = module[1:].split(".")
    if package and folders == list(package):
        return f".{last}"
    return "." * len(package) + module


def _absolute(module: str, package: Sequence[str]) -> str:
    """Return a module that one in `package` imports as `..models.order`, from the top: `.models.order`."""
    name = module.lstrip(".")
    folders = package[: len(package) + 1 - (len(module) - len(name))]
    return "".join(f".{part}" for part in (*folders, name))


def _first_line(block: Block) -> int:
    """Return the index of the line at which a block's statements begin, behind its docstring."""
    first = block[0]
    if len(block) > 1 and isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        first = block[1]
    return first.lineno - 1


def runtime_files(modules: Iterable[str], http: str) -> dict[str, str]:
    """Return the runtime's files that a client needs: those that it imports, directly or through others.

    Modules are named from the top of the client, `._runtime.client`; others than those of the runtime do not count.
    """
    everything, needed = all_runtime_files(), set[str]()
    waiting = [path for module in modules for path in _files(module[1:].split("."))]
    while waiting:
        path = waiting.pop()
        if path in everything and path not in needed:
            needed.add(path)
            waiting += imported_modules(path, everything[path])
    return {path: _with_library(everything[path], http) for path in sorted(needed)}


def _with_library(text: str, http: str) -> str:
    """Return a module of the runtime that uses another HTTP library, in comments too: it calls it only by its name."""
    if http == HTTPX:
        return text
    return _HTTP_NAME.sub(http, text.replace(HTTP_LIBRARIES[HTTPX], HTTP_LIBRARIES[http]))


@cache
def all_runtime_files() -> Mapping[str, str]:
    """Return all files of the runtime: their path in a client → text."""
    folder = data_folder("templates") / "runtime"
    return {
        _FOLDER + path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.py"))
    }


@cache
def defined_names() -> Mapping[str, str]:
    """Return the public names at the top of the runtime's modules → the module, `._runtime.features.paging`.

    What a feature has goes before what the core calls the same. A name of several features is nobody's.
    """
    core: dict[str, str] = {}
    features: dict[str, str] = {}
    repeated: set[str] = set()
    for path, text in all_runtime_files().items():
        module = f".{path.removesuffix('.py').replace('/', '.')}"
        found = {one or other for one, other in _DEFINED.findall(text)}
        if path.startswith(_FEATURES):
            repeated |= found & features.keys()
            features |= dict.fromkeys(found, module)
        else:
            core |= dict.fromkeys(found, module)
    return {name: module for name, module in (core | features).items() if name not in repeated}


def imported_modules(path: str, text: str) -> Iterator[str]:
    """Yield the files that a module imports from its own package, wherever in it, each after the packages it is in.

    A line that reads like an import counts as one: this is for texts of ours.
    """
    for dots, module in _IMPORT.findall(text):
        yield from _files(path.split("/")[: -len(dots)] + module.split("."))


def _files(module: list[str]) -> Iterator[str]:
    yield from ("/".join([*module[:depth], "__init__.py"]) for depth in range(1, len(module)))
    yield "/".join(module) + ".py"
