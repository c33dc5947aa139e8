"""Imports of generated code, computed from the names that it uses.

Templates and views write no import that only serves the code below it. They write names: those of types, which the
description gives, and those that the code brings along (`_Request`, `_Literal`), which begin with an underscore. No
name that a description gives begins so, and nothing has to be kept apart by lists. Where a name is imported follows
from where it is used: at the top of the module, for type checkers only, or in the block that needs it.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

__all__ = ["BROUGHT", "Scope", "add_imports", "import_statements"]

_MODULES: Final[Mapping[str, str]] = {
    "builtins": "",
    "collections.abc": "Callable Mapping Sequence",
    "dataclasses": "dataclass",
    "datetime": "",
    "decimal": "Decimal",
    "enum": "StrEnum",
    "functools": "cached_property",
    "httpx": "",
    "importlib": "import_module",
    "pydantic": "Field Tag",
    "typing": "Annotated Any Literal NotRequired TypeAlias TypedDict TypeVar",
    "typing_extensions": "TypeAliasType",
    "uuid": "UUID",
    "._runtime.client": "AsyncClient Client",
    "._runtime.configuration": "Configuration OnMismatch server_url setting",
    "._runtime.credentials": "Basic Bearer ClientCredentials CookieKey HeaderKey QueryKey",
    "._runtime.encoding": "Shape UNIX_TIME UNIX_TIME_TEXT either encode",
    "._runtime.expand": "in_dots in_parentheses",
    "._runtime.failure": "Envelope",
    "._runtime.links": "Link later",
    "._runtime.model": "Model tagged",
    "._runtime.pace": "Pace",
    "._runtime.paging": "AfterLast AsyncPager Cursor NextLink Offset PageNumber Pager",
    "._runtime.request": "Content Request Upload",
    "._runtime.resource": "AsyncResource Resource",
    "._runtime.search": "Search SearchGrammar write_search",
    "._runtime.times": "UnixTime UnixTimeText",
    "._runtime.unset": "UNSET Unset",
    "._runtime.upload": "FileSource OutgoingFile Target part_of",
    "._runtime.webhooks": "receive",
    ".errors": "BY_STATUS MEANINGS",
}
"""Module → the names that generated code takes from it; an empty text for the module itself.

Modules of the client are named from the top of its package, with a dot in front.
"""

BROUGHT: Final[Mapping[str, tuple[str, str]]] = {
    f"_{name or module}": (module, name) for module, names in _MODULES.items() for name in names.split() or [""]
} | {"TYPE_CHECKING": ("typing", "TYPE_CHECKING")}  # the one name that type checkers want to see as it is
"""What generated code calls a name → the module that it comes from, and the name there."""

_LATE: Final = frozenset(
    "datetime decimal httpx uuid "
    "._runtime.encoding ._runtime.expand ._runtime.search ._runtime.times ._runtime.upload".split()
)
"""Modules that a function imports when it is called: many calls do without."""

_LATE_FOLDERS: Final = (".inputs.", ".models.", ".resources.")

_KNOWN: Final = frozenset(dir(builtins)) | {"__name__"}


@dataclass(frozen=True, slots=True)
class Scope:
    """What a module of a client can import from the others.

    Modules are named from the top of the client's package, with a dot in front: `.models.order`.
    """

    homes: Mapping[str, str]
    """The name of a type, a constant or a resource → the module that has it."""
    links: str = "._runtime.links"
    """The module that has `Link`."""

    def find(self, name: str) -> tuple[str, str] | None:
        """Return the module that a name of generated code comes from, and the name there; None where nobody knows."""
        if name == "_Link":
            return self.links, "Link"
        home = self.homes.get(name)
        return (home, name) if home else BROUGHT.get(name)


def add_imports(path: str, text: str, scope: Scope) -> str:
    """Return a module of a client with the imports that its names need.

    Names that nothing brings along stay as they are; `output.verify` refuses them.

    Args:
        path: Where the module lies in the client: `models/order.py`.
        text: The module. Imports go below `from __future__ import annotations`, and to the beginning of blocks.
        scope: Where its names come from.

    Raises:
        SyntaxError: The text is no Python.
    """
    module = ast.parse(text)
    package = path.removesuffix(".py").split("/")[:-1]
    uses = _Uses(evaluated=package == ["models"])
    uses.visit(module)
    bound = set(_bound(module.body))
    checked = {name for name in uses.for_checkers if name not in bound} | set(_stand_ins(module.body))
    top = {name for name in uses.at_top if name not in bound}
    lines = text.split("\n")
    late: list[tuple[int, list[str]]] = []
    for block, names in uses.in_blocks:
        inside = {name for name in names - bound if _is_late(name, scope)}
        top |= {name for name in names - bound - inside if scope.find(name)}
        late.append((_first_line(block), _indented(import_statements(inside - top, scope, package), block)))
    for line, statements in sorted(late, reverse=True):
        lines[line:line] = [*statements, ""] if statements else []
    head = import_statements(top, scope, package)
    if for_types := import_statements(checked - top, scope, package):
        head = [*import_statements({*top, "TYPE_CHECKING"}, scope, package), "", "if TYPE_CHECKING:"]
        head += [f"    {statement}" for statement in for_types]
    start = lines.index("from __future__ import annotations") + 1 if head else 0
    lines[start:start] = ["", *head] if head else []
    return "\n".join(lines)


def import_statements(names: Iterable[str], scope: Scope, package: Sequence[str]) -> list[str]:
    """Return the statements that import names, one for each module, sorted; unknown names are left out.

    Args:
        names: As generated code has them.
        scope: Where they come from.
        package: The folders that the importing module lies in, from the top of the client.
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


def _is_late(name: str, scope: Scope) -> bool:
    module, _ = scope.find(name) or ("", "")
    return module in _LATE or module.startswith(_LATE_FOLDERS)


_Block: TypeAlias = list[ast.stmt]

_Part: TypeAlias = tuple[ast.AST, set[str], frozenset[str]]
"""A part of a module, the set that takes the names it reads, and the names that mean something else there."""


@dataclass(slots=True)
class _Uses:
    """The names that a module reads and does not bind where it reads them, by the place where they are needed.

    `evaluated` says whether annotations of class bodies are evaluated: pydantic does so in models.
    """

    evaluated: bool
    at_top: set[str] = field(default_factory=set)
    for_checkers: set[str] = field(default_factory=set)
    in_blocks: list[tuple[_Block, set[str]]] = field(default_factory=list)

    def visit(self, module: ast.Module) -> None:
        """Note all names. A stack of its own: nothing recurses over generated code."""
        waiting: list[_Part] = [(module, self.at_top, frozenset())]
        while waiting:
            node, place, hidden = waiting.pop()
            if isinstance(node, ast.Name):
                if isinstance(node.ctx, ast.Load) and node.id not in hidden and node.id not in _KNOWN:
                    place.add(node.id)
            else:
                waiting += self._parts(node, place, hidden)

    def _parts(self, node: ast.AST, place: set[str], hidden: frozenset[str]) -> Iterator[_Part]:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from self._function(node, place, hidden)
            case ast.Lambda(args=args, body=body):
                yield body, place, hidden | {each.arg for each in args.args}
            case ast.ClassDef():
                yield from self._class(node, place, hidden)
            case ast.AnnAssign(annotation=annotation, value=value):
                yield annotation, self._annotation_place(annotation, place), hidden
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and _is_alias(annotation):
                    yield ast.parse(value.value, mode="eval"), self.for_checkers, hidden
                elif value is not None:
                    yield value, place, hidden
            case ast.Call(ast.Name("_TypeAliasType"), [_, ast.Constant(str(spelt))]):
                yield ast.parse(spelt, mode="eval"), place, hidden
                yield node.func, place, hidden
            case ast.If(test=test, body=body, orelse=orelse) if place is not self.at_top:
                yield test, place, hidden
                yield from self._block(body, hidden)
                yield from self._block(orelse, hidden)
            case _:
                yield from ((each, place, hidden) for each in ast.iter_child_nodes(node))

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, place: set[str], hidden: frozenset[str]
    ) -> Iterator[_Part]:
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        annotations = [*(each.annotation for each in arguments), node.returns]
        yield from ((each, self.for_checkers, hidden) for each in annotations if each)
        values = [*node.args.defaults, *node.args.kw_defaults, *node.decorator_list]
        yield from ((each, place, hidden) for each in values if each)
        inside = hidden | {each.arg for each in arguments} | set(_bound(node.body))
        yield from self._block(node.body, inside)

    def _class(self, node: ast.ClassDef, place: set[str], hidden: frozenset[str]) -> Iterator[_Part]:
        yield from ((each, place, hidden) for each in [*node.bases, *node.decorator_list])
        for statement in node.body:
            if isinstance(statement, ast.AnnAssign) and self.evaluated:
                yield from ((each, place, hidden) for each in [statement.annotation, statement.value] if each)
            else:
                yield statement, place, hidden

    def _annotation_place(self, annotation: ast.expr, place: set[str]) -> set[str]:
        """Return where an annotation outside of classes is needed: `TypeAlias` stands beside a value that is used."""
        return place if _is_alias(annotation) else self.for_checkers

    def _block(self, body: _Block, hidden: frozenset[str]) -> Iterator[_Part]:
        names: set[str] = set()
        if body:
            self.in_blocks.append((body, names))
        yield from ((statement, names, hidden) for statement in body)


def _is_alias(annotation: ast.expr) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id == "_TypeAlias"


def _bound(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the names that statements bind in their own scope, in branches too."""
    for statement in body:
        match statement:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield name
            case ast.Import(aliases) | ast.ImportFrom(names=aliases):
                yield from (alias.asname or alias.name for alias in aliases)
            case ast.Assign(targets=targets):
                yield from (each.id for each in targets if isinstance(each, ast.Name))
            case ast.AnnAssign(target=ast.Name(name)):
                yield name
            case ast.If(body=inner, orelse=other):
                yield from _bound([*inner, *other])
            case _:
                pass


def _stand_ins(body: Iterable[ast.stmt]) -> Iterator[str]:
    """Yield the names that are bound for Python alone, and that type checkers find in the modules that have them."""
    for statement in body:
        match statement:
            case ast.If(test=ast.UnaryOp(ast.Not(), ast.Name("TYPE_CHECKING")), body=inner):
                yield from _bound(inner)
            case _:
                pass


def _first_line(block: _Block) -> int:
    """Return the index of the line at which a block's statements begin, behind its docstring."""
    first = block[0]
    if len(block) > 1 and isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        first = block[1]
    return first.lineno - 1


def _indented(statements: Iterable[str], block: _Block) -> list[str]:
    return [f"{' ' * block[0].col_offset}{statement}" for statement in statements]
