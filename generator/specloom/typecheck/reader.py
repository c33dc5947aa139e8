"""What a module uses of clients, and where its values come from: Python's own syntax tree, with the types of mypy.

Names of a client are told as mypy knows them: by the full name of a class or function, and the name of what is in it.
This is imported where mypy is, in a process of its own.
"""

from __future__ import annotations

import ast
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from mypy import nodes, types
from mypy.inspections import find_by_location

from specloom.typecheck.mypy_types import classes_in, is_unknown, positional_names
from specloom.typecheck.project import absolute_name

if TYPE_CHECKING:
    from mypy.build import BuildResult

Span = tuple[int, int, int, int]
"""First line and column, last line and the column behind it. Lines count from 1, columns are bytes of UTF-8 from 0."""
_KEYED: Final = ("get", "setdefault", "pop")
"""Methods of a dictionary that take a key first."""
_CHOOSE: Final = ("accept", "content_type")
"""Arguments of which each value is a name of the client, too."""
_BY_NAME: Final = ("getattr", "setattr", "hasattr")
_GETTERS: Final = ("operator.attrgetter", "operator.methodcaller")
_SIMPLE: Final = (
    ast.Import, ast.ImportFrom, ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Assert, ast.Delete,
    ast.Raise,
)  # fmt: skip
"""Statements that have no others in them."""


class MypyReference(NamedTuple):
    """A name of a client that code uses."""

    span: Span
    kind: str
    """`name`; what is in it: `member` (`named` where its name is a text), `key`, `argument`, `choice`; `made` where it
    is called or filled in, `opened` where what that is given is unpacked there; and `said` where an annotation names
    it, which uses nothing of it."""
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
        self._functions: Final[list[tuple[Span, Span]]] = []
        """Each function, and what its parameters and its result are said to be."""
        self.visit(ast.parse(text))

    def near(self, span: Span) -> Iterator[list[int]]:
        """Yield which references an error may be about: in its place, where values come from there, then around it.

        The first are those in its place, which there may be none of; the last are those in the head of its function.
        """
        around = sorted((each for each in self._places if lies_in(span, each)), key=_size)
        yield self._inside(span)
        for place in dict.fromkeys((span, *around)):
            yield from filter(None, [self._inside(place), *self._sources(place)])
        heads = {whole: head for whole, head in self._functions if lies_in((*span[:2], *span[:2]), whole)}
        yield from filter(None, [self._inside(heads[each]) for each in sorted(heads, key=_size)[:1]])

    def _sources(self, span: Span) -> Iterator[list[int]]:
        """Yield the references in what the variables of a place were given, in what that was made of, and so on."""
        seen: set[str] = set()
        places = [span]
        while read := {name for at in places for where, name in self._reads if lies_in(where, at)} - seen:
            seen |= read
            places = [given for name in sorted(read) for given in self._values[name]]
            yield [at for given in places for at in self._inside(given)]

    def _inside(self, span: Span) -> list[int]:
        return [at for at, each in enumerate(self.references) if lies_in(each.span, span)]

    # What is used.

    def visit(self, node: ast.AST) -> None:
        """Read a node and what is in it."""
        if isinstance(node, (*_SIMPLE, ast.expr)):
            self._places.append(span_of(node))
        super().visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Read a function, and where its head is."""
        self.generic_visit(node)
        whole = span_of(node)
        self._functions.append((whole, (*whole[:2], node.body[0].lineno, node.body[0].col_offset)))

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Name(self, node: ast.Name) -> None:
        """Read the use of a name."""
        found = self._node(node)
        if isinstance(found, nodes.Var):
            self._reads.append((span_of(node), str(id(found))))
        self._use_name(node, found)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Read the use of an attribute."""
        self.generic_visit(node)
        if isinstance(self._node(node.value) or self._said(node.value), nodes.MypyFile):
            self._use_name(node, self._node(node))
        else:
            self._use_member(node, node.value, node.attr)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Read a text that is the full name of something in a client, as `mock.patch` takes it."""
        if isinstance(node.value, str) and node.value.startswith(self._clients):
            owner, _, member = node.value.rpartition(".")
            self.references.append(MypyReference(span_of(node), "named", owner, member))

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
                self._use_member(node, value, member, "named")
            case ast.Call(func=function, args=given) if self._is_getter(function):
                names = [each.value for each in given if isinstance(each, ast.Constant) and isinstance(each.value, str)]
                self.unknown.extend((span_of(node), part) for name in names for part in name.split("."))
            case ast.Call(func=ast.Name(id=name), args=[value, _, *_]) if name in _BY_NAME:
                if any(map(self._is_own, self._classes(value))):
                    self.unknown.append((span_of(node), ""))
            case _:
                pass
        called = dict.fromkeys(self._called(node.func))
        for owner, member in called:
            self._pass(node, owner, member)
        if isinstance(node.func, ast.Attribute) and not called:  # a list gets what is appended
            for argument in node.args:
                self._give(node.func.value, argument)

    def visit_Dict(self, node: ast.Dict) -> None:
        """Read the keys of a display that is a typed dictionary."""
        self.generic_visit(node)
        span = span_of(node)
        for owner in filter(None, map(self._dictionary, self._classes(node))):
            keys = [
                (key.value, key, value)
                for key, value in zip(node.keys, node.values, strict=True)
                if isinstance(key, ast.Constant) and isinstance(key.value, str)
            ]
            self.dictionaries[span] = owner
            self.references.append(MypyReference(span, "made", owner, "", ",".join(name for name, _, _ in keys)))
            for name, key, value in keys:
                place = (*span_of(key)[:2], *span_of(value)[2:])
                self.references.append(MypyReference(place, "key", owner, name))

    def _dictionary(self, info: nodes.TypeInfo) -> str:
        """Return the typed dictionary of a client that one is, or extends; empty where it is none."""
        bases = (each.fullname for each in info.defn.base_type_exprs if isinstance(each, nodes.RefExpr))
        return next((each for each in (info.fullname, *bases) if each.startswith(self._clients)), "")

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        """Read the attributes that a pattern looks at."""
        self.generic_visit(node)
        class_ = self._node(node.cls)
        if isinstance(class_, nodes.TypeInfo):
            for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
                self._note_member(pattern, class_, name)
                if isinstance(pattern, ast.MatchAs):  # a variable gets what the attribute has
                    self._values[str(id(self._node(pattern)))].append(span_of(pattern))

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

    def _is_getter(self, function: ast.expr) -> bool:
        """Tell whether what a call returns gets something by its name, of whatever it is called with."""
        found = self._node(function)
        return isinstance(found, nodes.TypeInfo) and found.fullname in _GETTERS

    def _node(self, node: ast.expr | ast.pattern) -> nodes.Node | None:
        """Return what a name means."""
        found = self._expression(node)
        return found.node if isinstance(found, nodes.RefExpr) else None

    def _said(self, node: ast.expr) -> nodes.Node | None:
        """Return what a name means in an annotation, of which mypy has no expression."""
        match node:
            case ast.Name(id=name):
                names: nodes.SymbolTable | None = self._tree.names
            case ast.Attribute(value=value, attr=name):
                module = self._said(value)
                names = module.names if isinstance(module, nodes.MypyFile) else None
            case _:
                return None
        symbol = names.get(name) if names else None
        return symbol.node if symbol else None

    def _expression(self, node: ast.expr | ast.pattern) -> nodes.Expression | None:
        span = span_of(node)
        return find_by_location(self._tree, *span) if span[:2] < span[2:] else None

    def _type(self, node: ast.expr) -> types.Type | None:
        found = self._expression(node)
        return self._done.types.get(found) if found else None

    def _classes(self, node: ast.expr) -> list[nodes.TypeInfo]:
        return list(classes_in(self._type(node)))

    def _is_own(self, info: nodes.TypeInfo) -> bool:
        return info.fullname.startswith(self._clients)

    def _use_name(self, place: ast.expr, node: nodes.Node | None) -> None:
        if node is None and self._expression(place) is None:
            self._use(place, self._said(place), "said")
        else:
            self._use(place, node)

    def _use(self, place: ast.expr | ast.stmt, node: nodes.Node | None, kind: str = "name") -> None:
        if isinstance(node, nodes.TypeInfo | nodes.TypeAlias | nodes.FuncDef | nodes.Var):
            name = node.fullname
            if name.startswith(self._clients):
                self.references.append(MypyReference(span_of(place), kind, name))

    def _use_member(self, place: ast.expr, value: ast.expr, name: str, kind: str = "member") -> None:
        type_ = self._type(value)
        if is_unknown(type_):
            self.unknown.append((span_of(place), name))
        for info in classes_in(type_):
            self._note_member(place, info, name, kind)

    def _note_member(
        self, place: ast.expr | ast.pattern, info: nodes.TypeInfo, name: str, kind: str = "member"
    ) -> None:
        owner, span = info.get_containing_type_info(name) or info, span_of(place)
        if self._is_own(owner):
            self.references.append(MypyReference(span, kind, owner.fullname, name))
        else:
            self._reads.append((span, f"{owner.fullname}.{name}"))

    def _use_key(self, key: ast.expr, value: ast.expr) -> None:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            for owner in filter(None, map(self._dictionary, self._classes(value))):
                self.references.append(MypyReference(span_of(key), "key", owner, key.value))

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
        passed = [*zip(positional_names(self._type(call.func)), call.args, strict=False)]
        unpacked: set[str] = set()
        is_open = any(isinstance(each, ast.Starred) for each in call.args)
        for keyword in call.keywords:
            given = types.get_proper_type(self._type(keyword.value))
            if keyword.arg is not None:
                passed.append((keyword.arg, keyword.value))
            elif isinstance(given, types.TypedDictType):
                unpacked |= given.required_keys
                is_open |= given.required_keys != given.items.keys()
            else:
                self.unknown.append((span_of(keyword.value), member or owner.rpartition(".")[2]))
                is_open = True
        for name, value in passed:
            span = span_of(value)
            self.references.append(MypyReference(span, "argument", owner, member, name))
            if name in _CHOOSE and isinstance(value, ast.Constant):
                choice = f"{name}={json.dumps(value.value, default=str)}"
                self.references.append(MypyReference(span, "choice", owner, member, choice))
        names = ",".join([*(name for name, _ in passed), *sorted(unpacked)])
        self.references.append(MypyReference(span_of(call), "opened" if is_open else "made", owner, member, names))

    # Where values come from.

    def visit_Assign(self, node: ast.Assign) -> None:
        """Read what variables are given."""
        self.generic_visit(node)
        for target in node.targets:
            self._give(target, node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Read what a variable is given."""
        self.generic_visit(node)
        self._give(node.target, node.annotation)
        if node.value is not None:
            self._give(node.target, node.value)

    def visit_AugAssign(self, node: ast.AugAssign | ast.NamedExpr) -> None:
        """Read what a variable is given, besides what it has or in an expression."""
        self.generic_visit(node)
        self._give(node.target, node.value)

    visit_NamedExpr = visit_AugAssign  # noqa: N815

    def visit_For(self, node: ast.For | ast.AsyncFor | ast.comprehension) -> None:
        """Read what the variables of a loop or a comprehension are given."""
        self.generic_visit(node)
        self._give(node.target, node.iter)

    visit_AsyncFor = visit_comprehension = visit_For  # noqa: N815

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
            case ast.Starred() | ast.Subscript():
                self._give(target.value, value)
            case _:
                pass


def span_of(node: ast.expr | ast.stmt | ast.pattern) -> Span:
    """Return the place of a node."""
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


def lies_in(inner: Span, outer: Span) -> bool:
    """Tell whether a place lies in another, or is it."""
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]


def _size(span: Span) -> tuple[int, int]:
    return span[2] - span[0], span[3] - span[1]
