"""A look at generated code before it is written: it may hold what templates write, and nothing else.

Texts of a description reach code only as literals, docstrings and checked names. Should one ever get out of these, its
traces are statements, imports, names or calls that no template writes; each of them is refused here.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from functools import lru_cache

from specloom.errors import SpecloomError

__all__ = ["verify_code"]

_MODULES = frozenset(
    "__future__ builtins collections.abc dataclasses datetime decimal enum functools httpx importlib pydantic typing "
    "typing_extensions uuid".split()
)
_BUILTINS = frozenset(
    "AttributeError None bool bytes dict float frozenset getattr int list object sorted str super type".split()
) | {"__name__"}
_DUNDERS = frozenset("__all__ __dir__ __getattr__ __init__ __name__ __pydantic_extra__".split())
_TOP_LEVEL = (ast.Import, ast.ImportFrom, ast.ClassDef, ast.FunctionDef, ast.Assign, ast.AnnAssign)
_REFUSED = (
    ast.AsyncFor,
    ast.AsyncWith,
    ast.AugAssign,
    ast.Delete,
    ast.DictComp,
    ast.For,
    ast.GeneratorExp,
    ast.Global,
    ast.ListComp,
    ast.NamedExpr,
    ast.Nonlocal,
    ast.SetComp,
    ast.Starred,
    ast.Try,
    ast.While,
    ast.With,
    ast.Yield,
    ast.YieldFrom,
)


def verify_code(files: Mapping[str, str]) -> None:
    """Check that every `.py` file is what templates write.

    Args:
        files: Relative path → text, before formatting.

    Raises:
        SpecloomError: A file does not parse, or has a statement, import, name or call that no template writes. That is
            a fault of this tool; nothing has been written.
    """
    for path, text in files.items():
        if path.endswith(".py"):
            _verify(path, text)


@lru_cache(maxsize=4096)  # a process that generates again and again meets most files again
def _verify(path: str, text: str) -> None:
    try:
        module = ast.parse(text)
        compile(module, path, "exec", dont_inherit=True)  # finds what the grammar allows: two parameters of one name
    except (SyntaxError, ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None) or 1
        raise _refused(path, line, f"it is no Python: {error}", text) from error
    for line, problem in sorted([*_statements(module), *_nodes(module)]):
        raise _refused(path, line, problem, text)


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


def _nodes(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield every import, name and expression that should not be there."""
    bound: set[str] = set()
    read: list[ast.Name] = []
    for node, arguments in _walk(module):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            if node.id not in arguments:
                read.append(node)
        elif problem := _problem(node):
            yield getattr(node, "lineno", 1), problem
        else:
            bound.update(_bound_by(node))
    known = (bound - frozenset(dir(builtins))) | _BUILTINS
    yield from ((node.lineno, f"the name {node.id!a}") for node in read if node.id not in known)


def _problem(node: ast.AST) -> str:
    match node:
        case ast.Attribute(attr=name):
            return f"the attribute {name!a}" if name.startswith("__") and name not in _DUNDERS else ""
        case ast.Import() | ast.ImportFrom():
            return "" if _is_known_import(node) else "an import that no template writes"
        case ast.Expr(value):
            return "" if _has_effect(value) else "an expression without effect"
        case _:
            return f"a {type(node).__name__}" if isinstance(node, _REFUSED) else ""


def _bound_by(node: ast.AST) -> Iterator[str]:
    """Yield the names to which a node gives a meaning, arguments not counted."""
    match node:
        case ast.Name(name, ast.Store()):
            yield name
        case ast.Import(aliases) | ast.ImportFrom(names=aliases):
            yield from (alias.asname or alias.name for alias in aliases)
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name


def _is_known_import(node: ast.Import | ast.ImportFrom) -> bool:
    if isinstance(node, ast.ImportFrom):
        return bool(node.level) or node.module in _MODULES
    return all(alias.name in _MODULES for alias in node.names)


def _has_effect(value: ast.expr) -> bool:
    """Tell whether an expression may stand alone: a docstring, the `...` of an empty body, or a call."""
    if isinstance(value, ast.Constant):
        return isinstance(value.value, str) or value.value is ...
    return isinstance(value, ast.Call | ast.Await)


def _walk(module: ast.Module) -> Iterator[tuple[ast.AST, frozenset[str]]]:
    """Yield every node with the arguments that hide other names there: one may be called `id` or `filter`."""
    waiting: list[tuple[ast.AST, frozenset[str]]] = [(module, frozenset())]
    while waiting:
        node, names = waiting.pop()
        yield node, names
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            names |= {argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)}
        waiting += [(child, names) for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr_context)]
