"""What a module uses of clients, and where its values come from: Python's own syntax tree, with the types of mypy.

Names of a client are told as mypy knows them: by the full name of a class or function, and the name of what is in it.
This is imported where mypy is, in a process of its own.
"""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from mypy import nodes, types
from mypy.inspections import find_by_location

from specloom.typecheck.project import absolute_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mypy.build import BuildResult

Span = tuple[int, int, int, int]
"""First line and column, last line and the column behind it. Lines count from 1, columns are bytes of UTF-8 from 0."""
_KEYED: Final = ("get", "setdefault", "pop")
"""Methods of a dictionary that take a key first."""
_CHOOSE: Final = ("accept", "content_type")
"""Arguments of which each value is a name of the client, too."""
_BY_NAME: Final = ("getattr", "setattr", "hasattr")
_SIMPLE: Final = (
    ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Assert, ast.Delete,
    ast.Raise,
)  # fmt: skip
"""Statements that have no others in them."""


class MypyReference(NamedTuple):
    """A name of a client that code uses."""

    span: Span
    kind: str
    """`name`; what is in it: `member`, `key`, `argument`, `choice`; and `made` where it is called or filled in,
    `opened` where what that is given is unpacked there."""
    owner: str
    """The full name of a class or function."""
    member: str = ""
    """What of the class; of an argument its method, or nothing where the owner itself is called."""
    detail: str = ""
    """Of an argument its name, of a choice that and the value; of what is made all that it is given."""


class Reader(ast.NodeVisitor):
    """What one module uses of clients."""

    def __init__(self, done: BuildResult, module: str, text: str, clients: Iterable[str]) -> None:
        self.references: Final[list[MypyReference]] = []
        self.unknown: Final[list[tuple[Span, str]]] = []
        """Where something of that name is used of a value that may be anything; without a name: anything at all."""
        self.dictionaries: Final[dict[Span, str]] = {}
        """The typed dictionary that each display is."""
        self._done: Final = done
        self._module: Final = module
        self._tree: Final = done.files[module]
        self._clients: Final = tuple(f"{each}." for each in clients)
        self._values: Final = defaultdict[str, list[Span]](list)
        """What each variable gets."""
        self._reads: Final[list[tuple[Span, str]]] = []
        """Where a variable is read."""
        self._places: Final[list[Span]] = []
        """The expressions, and the statements that have no others in them."""
        self.visit(ast.parse(text))

    def near(self, span: Span) -> Iterator[list[int]]:
        """Yield which references an error may be about: in its place, where values come from there, then around it.

        The first are those in its place, which there may be none of.
        """
        around = sorted((each for each in self._places if is_within(span, each)), key=_size)
        yield self._inside(span)
        for place in dict.fromkeys((span, *around)):
            yield from filter(None, [self._inside(place), *self._sources(place)])

    def _sources(self, span: Span) -> Iterator[list[int]]:
        """Yield the references in what the variables of a place were given, in what that was made of, and so on."""
        seen: set[str] = set()
        places = [span]
        while read := {name for at in places for where, name in self._reads if is_within(where, at)} - seen:
            seen |= read
            places = [given for name in sorted(read) for given in self._values[name]]
            yield [at for given in places for at in self._inside(given)]

    def _inside(self, span: Span) -> list[int]:
        return [at for at, each in enumerate(self.references) if is_within(each.span, span)]

    # What is used.

    def visit(self, node: ast.AST) -> None:
        """Read a node and what is in it."""
        if isinstance(node, (*_SIMPLE, ast.expr)):
            self._places.append(span_of(node))
        super().visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """Read the use of a name."""
        found = self._node(node)
        if isinstance(found, nodes.Var):
            self._reads.append((span_of(node), str(id(found))))
        self._use(node, found)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Read the use of an attribute."""
        self.generic_visit(node)
        if isinstance(self._node(node.value), nodes.MypyFile):
            self._use(node, self._node(node))
        else:
            self._use_member(node, node.value, node.attr)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        """Read the use of a key."""
        self.generic_visit(node)
        self._use_key(node.slice, node.value)

    def visit_Call(self, node: ast.Call) -> None:
        """Read what is called, and what is passed."""
        self.generic_visit(node)
        match node:
            case ast.Call(func=ast.Attribute(value=value, attr=name), args=[key, *_]) if name in _KEYED:
                self._use_key(key, value)
            case ast.Call(func=ast.Name(id=name), args=[value, ast.Constant(value=str(member)), *_]) if (
                name in _BY_NAME
            ):
                self._use_member(node, value, member)
            case ast.Call(func=ast.Name(id=name), args=[value, _, *_]) if name in _BY_NAME:
                if any(map(self._is_own, self._classes(value))):
                    self.unknown.append((span_of(node), ""))
            case _:
                pass
        for owner, member in dict.fromkeys(self._called(node.func)):
            self._pass(node, owner, member)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Read the keys of a display that is a typed dictionary."""
        self.generic_visit(node)
        span = span_of(node)
        for info in filter(self._is_own, self._classes(node)):
            keys = [
                (key.value, key, value)
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            ]
            self.dictionaries[span] = info.fullname
            self.references.append(
                MypyReference(span, "made", info.fullname, "", ",".join(name for name, _, _ in keys))
            )
            for name, key, value in keys:
                place = (*span_of(key)[:2], *span_of(value)[2:])
                self.references.append(MypyReference(place, "key", info.fullname, name))

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        """Read the attributes that a pattern looks at."""
        self.generic_visit(node)
        class_ = self._node(node.cls)
        if isinstance(class_, nodes.TypeInfo):
            for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
                self._note_member(pattern, class_, name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Read the names that are imported: also those of a client that has none such."""
        origin = absolute_name(node, self._module, is_package=self._tree.is_package_init_file())
        module = self._done.files.get(origin)
        for alias in node.names:
            symbol = module.names.get(alias.name) if module else None
            if symbol is not None:
                self._use(node, symbol.node)
            elif f"{origin}.".startswith(self._clients):
                self.references.append(MypyReference(span_of(node), "name", f"{origin}.{alias.name}"))

    def _node(self, node: ast.expr) -> nodes.Node | None:
        """Return what a name means."""
        found = self._expression(node)
        return found.node if isinstance(found, nodes.RefExpr) else None

    def _expression(self, node: ast.expr) -> nodes.Expression | None:
        span = span_of(node)
        return find_by_location(self._tree, *span) if span[:2] < span[2:] else None

    def _type(self, node: ast.expr) -> types.Type | None:
        found = self._expression(node)
        return self._done.types.get(found) if found else None

    def _classes(self, node: ast.expr) -> list[nodes.TypeInfo]:
        return list(classes_in(self._type(node)))

    def _is_own(self, info: nodes.TypeInfo) -> bool:
        return info.fullname.startswith(self._clients)

    def _use(self, place: ast.expr | ast.stmt, node: nodes.Node | None) -> None:
        if isinstance(node, nodes.TypeInfo | nodes.TypeAlias | nodes.FuncDef | nodes.Var):
            name = node.fullname
            if name.startswith(self._clients):
                self.references.append(MypyReference(span_of(place), "name", name))

    def _use_member(self, place: ast.expr, value: ast.expr, name: str) -> None:
        type_ = self._type(value)
        if is_unknown(type_):
            self.unknown.append((span_of(place), name))
        for info in classes_in(type_):
            self._note_member(place, info, name)

    def _note_member(self, place: ast.expr | ast.pattern, info: nodes.TypeInfo, name: str) -> None:
        owner, span = info.get_containing_type_info(name) or info, span_of(place)
        if self._is_own(owner):
            self.references.append(MypyReference(span, "member", owner.fullname, name))
        else:
            self._reads.append((span, f"{owner.fullname}.{name}"))

    def _use_key(self, key: ast.expr, value: ast.expr) -> None:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            for info in filter(self._is_own, self._classes(value)):
                self.references.append(MypyReference(span_of(key), "key", info.fullname, key.value))

    def _called(self, callee: ast.expr) -> Iterator[tuple[str, str]]:
        """Yield the classes, functions and methods of clients that a call is of: full name, name of a method."""
        node = self._node(callee)
        if isinstance(node, nodes.TypeInfo | nodes.FuncDef) and node.fullname.startswith(self._clients):
            yield node.fullname, ""
        elif isinstance(callee, ast.Attribute):
            for info in self._classes(callee.value):
                owner = info.get_containing_type_info(callee.attr) or info
                if self._is_own(owner):
                    yield owner.fullname, callee.attr

    def _pass(self, call: ast.Call, owner: str, member: str) -> None:
        """Note what a call passes, by the names of the arguments."""
        passed = [*zip(_positional(self._type(call.func)), call.args, strict=False)]
        for keyword in call.keywords:
            if keyword.arg is not None:
                passed.append((keyword.arg, keyword.value))
            elif not isinstance(types.get_proper_type(self._type(keyword.value)), types.TypedDictType):
                self.unknown.append((span_of(keyword.value), member or owner.rpartition(".")[2]))
        for name, value in passed:
            span = span_of(value)
            self.references.append(MypyReference(span, "argument", owner, member, name))
            if name in _CHOOSE and isinstance(value, ast.Constant):
                choice = f"{name}={json.dumps(value.value, default=str)}"
                self.references.append(MypyReference(span, "choice", owner, member, choice))
        given = ",".join(name for name, _ in passed)
        is_open = any(each.arg is None for each in call.keywords) or any(
            isinstance(each, ast.Starred) for each in call.args
        )
        self.references.append(MypyReference(span_of(call), "opened" if is_open else "made", owner, member, given))

    # Where values come from.

    def visit_Assign(self, node: ast.Assign) -> None:
        """Read what variables are given."""
        self.generic_visit(node)
        for target in node.targets:
            self._give(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Read what a variable is given."""
        self.generic_visit(node)
        if node.value is not None:
            self._give(node.target, node.value)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        """Read what a variable is given."""
        self.generic_visit(node)
        self._give(node.target, node.value)

    def visit_For(self, node: ast.For | ast.AsyncFor) -> None:
        """Read what the variables of a loop are given."""
        self.generic_visit(node)
        self._give(node.target, node.iter)

    visit_AsyncFor = visit_For  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        """Read what the variables of a comprehension are given."""
        self.generic_visit(node)
        self._give(node.target, node.iter)

    def visit_withitem(self, node: ast.withitem) -> None:
        """Read what a context manager gives."""
        self.generic_visit(node)
        if node.optional_vars is not None:
            self._give(node.optional_vars, node.context_expr)

    def _give(self, target: ast.expr, value: ast.expr) -> None:
        span = span_of(value)
        match target:
            case ast.Name():
                self._values[str(id(self._node(target)))].append(span)
            case ast.Attribute():
                for info in self._classes(target.value):
                    owner = info.get_containing_type_info(target.attr) or info
                    self._values[f"{owner.fullname}.{target.attr}"].append(span)
            case ast.Tuple() | ast.List():
                for item in target.elts:
                    self._give(item, value)
            case ast.Starred():
                self._give(target.value, value)
            case _:
                pass


def span_of(node: ast.expr | ast.stmt | ast.pattern) -> Span:
    """Return the place of a node."""
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def classes_in(type_: types.Type | None) -> Iterator[nodes.TypeInfo]:
    """Yield the classes that a value may be of; of a class itself that class."""
    match types.get_proper_type(type_):
        case types.Instance() as instance:
            yield instance.type
        case types.TypedDictType() as dictionary:
            yield dictionary.fallback.type
        case types.UnionType() as union:
            for item in union.items:
                yield from classes_in(item)
        case types.TypeVarType() as variable:
            yield from classes_in(variable.upper_bound)
        case types.TypeType() as class_:
            yield from classes_in(class_.item)
        case types.CallableType() as function if function.is_type_obj():
            yield from classes_in(function.ret_type)
        case types.Overloaded() as function if function.is_type_obj():
            yield from classes_in(function.items[0].ret_type)
        case _:
            pass


def is_unknown(type_: types.Type | None) -> bool:
    """Tell whether nothing is known of a value, as of what comes from a module that is not found; errors are told."""
    here = types.get_proper_type(type_)
    while isinstance(here, types.AnyType) and here.source_any is not None:
        here = here.source_any
    return isinstance(here, types.AnyType) and here.type_of_any != types.TypeOfAny.from_error


def is_within(inner: Span, outer: Span) -> bool:
    """Tell whether a place lies in another, or is it."""
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]


def _size(span: Span) -> tuple[int, int]:
    return span[2] - span[0], span[3] - span[1]


def _positional(function: types.Type | None) -> Sequence[str]:
    """Return the names of what is passed to a function by position."""
    match types.get_proper_type(function):
        case types.CallableType() as one:
            first = one
        case types.Overloaded() as several:
            first = several.items[0]
        case _:
            return ()
    return [name for name, kind in zip(first.arg_names, first.arg_kinds, strict=True) if name and kind.is_positional()]
