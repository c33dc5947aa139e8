"""A look at generated code before it is written: it may hold what templates write, and nothing else.

Texts of a description reach code only as literals, docstrings and checked names. Should one ever get out of these, its
traces are statements, imports, names or calls that no template writes; each of them is refused here.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, TypeAlias

from specloom.findings import SpecloomError
from specloom.targets.libraries import HTTP_LIBRARIES

_MODULES: Final = frozenset(
    "__future__ builtins collections.abc dataclasses datetime decimal enum functools importlib pydantic typing "
    "typing_extensions uuid".split()
).union(HTTP_LIBRARIES)
_BUILTINS: Final = frozenset(
    "AttributeError None bool bytes callable dict float frozenset getattr int list object property sorted str super"
    " tuple type".split()
) | {"__name__"}
_ALL_BUILTINS: Final = frozenset(dir(builtins))
_DUNDERS: Final = frozenset("__all__ __dir__ __getattr__ __init__ __name__ __pydantic_extra__".split())
_TOP_LEVEL: Final = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign)
_IN_CLASSES: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Assign, ast.AnnAssign, ast.Expr)
_REFUSED: Final[frozenset[type[ast.AST]]] = frozenset({
    ast.AsyncFor, ast.AsyncWith, ast.AugAssign, ast.Delete, ast.DictComp, ast.For, ast.GeneratorExp, ast.Global,
    ast.ListComp, ast.NamedExpr, ast.Nonlocal, ast.SetComp, ast.Try, ast.TryStar, ast.While, ast.With, ast.Yield,
    ast.YieldFrom,
})  # fmt: skip
_PARTLESS: Final = frozenset({str, type(None), ast.BitOr, ast.Constant, ast.Load, ast.Store})
"""The most frequent of what nodes have that has no parts."""

Block: TypeAlias = list[ast.stmt]
Reads: TypeAlias = dict[str, int]
"""Names that are read, each with the first line that reads it."""

_Part: TypeAlias = tuple[ast.AST, Reads, frozenset[str]]
"""A part of a module, what takes the names it reads, and the names that mean something else there."""


@dataclass(slots=True)
class GeneratedModule:
    """A module of generated code: the names that it reads, by the place where they are needed, and those it binds.

    A name that a function binds itself is no name that the function reads.
    """

    at_top: Reads = field(default_factory=dict)
    """Read when the module is imported."""
    for_checkers: Reads = field(default_factory=dict)
    """Read by type checkers only."""
    in_blocks: list[tuple[Block, Reads]] = field(default_factory=list)
    """Read by the statements of a function, or of a branch in one."""
    bound: frozenset[str] = frozenset()
    """Bound at the top of the module."""
    stand_ins: frozenset[str] = frozenset()
    """The names bound at the top that Python alone binds: type checkers find them in the modules which have them."""
    imported: set[str] = field(default_factory=set)
    """The modules of the client that its statements import from, as they are written: `..errors`."""


def read_code(path: str, text: str, *, evaluated: bool = False) -> GeneratedModule:
    """Return what a module reads and binds, if it is what templates write.

    `evaluated`: the annotations of its classes are evaluated when it is imported, as pydantic does.

    Raises:
        SpecloomError: It does not parse, or has a statement, import or call that no template writes. That is a fault
            of this tool; nothing has been written.
    """
    try:
        module = ast.parse(text.encode())  # as Python reads a file, in the encoding that a comment may declare
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refused(path, getattr(error, "lineno", None) or 1, f"it is no Python: {error}", text) from error
    reader = _Reader(evaluated)
    reader.read(module)
    for line, problem in sorted([*_statements(module), *reader.problems]):
        raise _refused(path, line, problem, text)
    reader.code.bound = frozenset(_bound(module.body))
    reader.code.stand_ins = frozenset(_stand_ins(module.body))
    return reader.code


def refuse_unknown_names(path: str, text: str, code: GeneratedModule, known: Iterable[str]) -> None:
    """Check that a module reads known names only, and of the builtins those that templates use.

    Raises:
        SpecloomError: It reads another. That is a fault of this tool; nothing has been written.
    """
    allowed = (frozenset(known) - _ALL_BUILTINS) | _BUILTINS
    reads = (code.at_top, code.for_checkers, *(names for _, names in code.in_blocks))
    unknown = [(line, name) for names in reads for name, line in names.items() if name not in allowed]
    for line, name in sorted(unknown):
        raise _refused(path, line, f"the name {name!a}", text)


def _refused(path: str, line: int, problem: str, text: str) -> SpecloomError:
    lines = text.splitlines()
    shown = lines[line - 1].strip()[:120] if line <= len(lines) else ""
    return SpecloomError(
        f"generated {path}, line {line}, was refused: {problem}: {shown!a}",
        "nothing was written; please report this with the description",
    )


def _statements(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield what stands at the top level and should not."""
    for node in module.body:
        string = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        guard = isinstance(node, ast.If) and _is_guard(node.test)
        if not (string or guard or isinstance(node, _TOP_LEVEL)):
            yield node.lineno, "a statement that no template writes"


def _is_guard(test: ast.expr) -> bool:
    """Tell whether a condition sets type checkers and Python apart."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        test = test.operand
    return isinstance(test, ast.Name) and test.id == "TYPE_CHECKING"


class _Reader:
    """Reads a module once, with a stack of its own: nothing recurses over generated code."""

    def __init__(self, evaluated: bool) -> None:
        self.code = GeneratedModule()
        self.problems: list[tuple[int, str]] = []
        self._evaluated = evaluated

    def read(self, module: ast.Module) -> None:
        waiting: list[_Part] = [(module, self.code.at_top, frozenset())]
        while waiting:
            node, reads, hidden = waiting.pop()
            kind = node.__class__
            if kind is ast.Name:
                assert isinstance(node, ast.Name)  # noqa: S101 - what `kind` says, for type checkers
                line = node.lineno
                if node.id not in hidden and isinstance(node.ctx, ast.Load) and reads.setdefault(node.id, line) > line:
                    reads[node.id] = line
            elif parts := self._PARTS.get(kind):
                waiting += parts(self, node, reads, hidden)
            else:
                if kind in _REFUSED:
                    self._refuse(node, f"a {kind.__name__}")
                waiting += [(child, reads, hidden) for child in _children(node)]

    def _refuse(self, node: ast.AST, problem: str) -> None:
        self.problems.append((getattr(node, "lineno", 1), problem))

    def _attribute(self, node: ast.Attribute, reads: Reads, hidden: frozenset[str]) -> Iterable[_Part]:
        if node.attr.startswith("__") and node.attr not in _DUNDERS:
            self._refuse(node, f"the attribute {node.attr!a}")
        return ((node.value, reads, hidden),)

    def _import(self, node: ast.Import | ast.ImportFrom, _reads: Reads, _hidden: frozenset[str]) -> Iterable[_Part]:
        if not _is_known_import(node):
            self._refuse(node, "an import that no template writes")
        elif isinstance(node, ast.ImportFrom) and node.level:
            self.code.imported.add("." * node.level + (node.module or ""))
        return ()

    def _alone(self, node: ast.Expr, reads: Reads, hidden: frozenset[str]) -> Iterable[_Part]:
        if not _has_effect(node.value):
            self._refuse(node, "an expression without effect")
        return ((node.value, reads, hidden),)

    def _lambda(self, node: ast.Lambda, reads: Reads, hidden: frozenset[str]) -> Iterable[_Part]:
        return ((node.body, reads, hidden | {each.arg for each in node.args.args}),)

    def _branches(self, node: ast.If, reads: Reads, hidden: frozenset[str]) -> Iterator[_Part]:
        yield node.test, reads, hidden
        for block in (node.body, node.orelse):
            inner = reads if reads is self.code.at_top else self._block(block)
            yield from ((statement, inner, hidden) for statement in block)

    def _function(
        self, node: ast.FunctionDef | ast.AsyncFunctionDef, reads: Reads, hidden: frozenset[str]
    ) -> Iterator[_Part]:
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        names = {each.arg for each in arguments}
        if len(names) < len(arguments) or node.args.vararg or node.args.kwarg:
            self._refuse(node, "arguments that no template writes")
        annotations = [*(each.annotation for each in arguments), node.returns]
        yield from ((each, self.code.for_checkers, hidden) for each in annotations if each)
        values = [*node.args.defaults, *node.args.kw_defaults, *node.decorator_list]
        yield from ((each, reads, hidden) for each in values if each)
        inner, inside = self._block(node.body), hidden | names | set(_bound(node.body))
        yield from ((statement, inner, inside) for statement in node.body)

    def _class(self, node: ast.ClassDef, reads: Reads, hidden: frozenset[str]) -> Iterator[_Part]:
        values = [*node.bases, *node.decorator_list, *(keyword.value for keyword in node.keywords)]
        yield from ((each, reads, hidden) for each in values)
        for statement in node.body:
            if not isinstance(statement, _IN_CLASSES):
                self._refuse(statement, "a statement that no template writes")
            if self._evaluated and isinstance(statement, ast.AnnAssign):
                yield from ((each, reads, hidden) for each in (statement.annotation, statement.value) if each)
            else:
                yield statement, reads, hidden

    def _annotated(self, node: ast.AnnAssign, reads: Reads, hidden: frozenset[str]) -> Iterator[_Part]:
        """Yield the parts of a statement with an annotation. That of an alias names what its text is: a type."""
        value, spelt = node.value, node.value.value if isinstance(node.value, ast.Constant) else None
        if isinstance(node.annotation, ast.Name) and node.annotation.id == "_TypeAlias":
            yield node.annotation, reads, hidden
            if isinstance(spelt, str):
                yield self._expression(node, spelt), self.code.for_checkers, hidden
                return
        else:
            yield node.annotation, self.code.for_checkers, hidden
        if value is not None:
            yield value, reads, hidden

    def _call(self, node: ast.Call, reads: Reads, hidden: frozenset[str]) -> Iterator[_Part]:
        """Yield the parts of a call, and the type that a text stands for where the call makes an alias of it."""
        match node:
            case ast.Call(ast.Name("_TypeAliasType"), [_, ast.Constant(str(spelt))]):
                yield self._expression(node, spelt), reads, hidden
            case ast.Call(ast.Name("_cast"), [ast.Constant(str(spelt)), _]):
                yield self._expression(node, spelt), self.code.for_checkers, hidden
            case _:
                pass
        yield from ((child, reads, hidden) for child in _children(node))

    def _expression(self, node: ast.AST, text: str) -> ast.AST:
        try:
            return ast.parse(text, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            self._refuse(node, "a type that is no Python")
            return node

    def _starred(self, node: ast.Starred, reads: Reads, hidden: frozenset[str]) -> Iterable[_Part]:
        """Yield what follows the places of a tuple in its type: `*tuple[str, ...]`."""
        match node.value:
            case ast.Subscript(ast.Name("tuple") | ast.Attribute(ast.Name("_builtins"), "tuple")):
                pass
            case _:
                self._refuse(node, "a Starred")
        return ((node.value, reads, hidden),)

    def _block(self, block: Block) -> Reads:
        reads: Reads = {}
        if block:
            self.code.in_blocks.append((block, reads))
        return reads

    _PARTS: ClassVar[Mapping[type[ast.AST], Callable[[_Reader, Any, Reads, frozenset[str]], Iterable[_Part]]]] = {
        ast.AnnAssign: _annotated,
        ast.AsyncFunctionDef: _function,
        ast.Attribute: _attribute,
        ast.Call: _call,
        ast.ClassDef: _class,
        ast.Expr: _alone,
        ast.FunctionDef: _function,
        ast.If: _branches,
        ast.Import: _import,
        ast.ImportFrom: _import,
        ast.Lambda: _lambda,
        ast.Starred: _starred,
    }
    """What has to be looked at more closely, and what returns the parts of it that are read on."""


def _children(node: ast.AST) -> list[ast.AST]:
    """Return what a node consists of and has parts; `ast.iter_child_nodes` takes three times as long."""
    values = [getattr(node, name) for name in node._fields]
    return [
        each
        for value in values
        for each in (value if value.__class__ is list else (value,))
        if each.__class__ not in _PARTLESS and isinstance(each, ast.AST)
    ]


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
    for statement in body:
        match statement:
            case ast.If(test=ast.UnaryOp(ast.Not(), ast.Name("TYPE_CHECKING")), body=inner):
                yield from _bound(inner)
            case _:
                pass


def _is_known_import(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.level) or node.module in _MODULES
    return all(alias.name in _MODULES for alias in node.names)


def _has_effect(value: ast.expr) -> bool:
    """Tell whether an expression may stand alone: a docstring, the `...` of an empty body, or a call."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str) or value.value is ...
    return isinstance(value, ast.Call | ast.Await)
