"""A caller: a Python module that uses all of a client. Where it type-checks, everybody's code does.

It is written from one version of the description and checked against the client of another (`typecheck`): an error in
it is a change that callers can notice. It is never run.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.ir.build_surface import build_surface
from specloom.ir.types import AliasType
from specloom.record import record
from specloom.render.build_feature_views import links_module
from specloom.render.imports import Scope
from specloom.typecheck.caller_lines import ERRORS, PACKAGE, WEBHOOKS, Line, use_surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.ir.api import Api


@record
class Caller:
    """A module that uses a client."""

    package: str
    """The name under which it imports the client."""
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The module."""
        return "".join(f"{line.text}\n" for line in self.lines)


def render_caller(api: Api, package: str) -> Caller:
    """Return the module that uses all of the client made from `api`.

    Everything a caller can reach is mentioned: clients and their settings, methods with all arguments and with few, the
    fields of answers, the keys of inputs, aliases, links, exceptions, codes and events. What is passed in is a value of
    the type that the client of `api` takes, and what comes back is put where a value of the type it gives can be.

    Args:
        api: What the description becomes in Python.
        package: The name under which the caller imports a client.

    Raises:
        SpecloomError: The text is not the module it should be; a fault of this tool.
    """
    body = tuple(line for use in use_surface(build_surface(api, for_people=False)) for line in use)
    caller = Caller(package, body)
    _verify(caller)
    return Caller(package, (*_imports(api, caller), *body))


def _imports(api: Api, caller: Caller) -> Iterator[Line]:
    """Yield one statement for each name that is used, so that a name that is gone is an error in a line of its own.

    Callers import types from `models` and `inputs`, and know nothing of the modules in them.
    """
    package = caller.package
    yield Line("from __future__ import annotations", "")
    yield Line(f"import {package} as {PACKAGE}", api.package)
    yield Line(f"from {package} import errors as {ERRORS}", "errors")
    if api.events is not None:
        yield Line(f"from {package} import webhooks as {WEBHOOKS}", "webhooks")
    homes: dict[str, str] = {}
    for module, types in ((".models", api.answers), (".inputs", api.inputs)):
        homes |= dict.fromkeys(types, module)
        homes |= {each.constants_class: module for each in types.values() if isinstance(each, AliasType)}
    scope = Scope(homes, links_module(api))
    used = {node.id for node in ast.walk(ast.parse(caller.text)) if isinstance(node, ast.Name)}
    for name in sorted(used):
        module, original = scope.find(name) or ("", "")
        home = f"{package}{module}" if module.startswith(".") else module
        if original:
            yield Line(
                f"from {home} import {original} as {name}", f"{module[1:]}.{name}" if name in scope.homes else ""
            )
        elif module:
            yield Line(f"import {module} as {name}", "")


def _verify(caller: Caller) -> None:
    """Hold the text against what was meant: lines that are whole, with at most one statement beginning in each.

    Names come from `ir.naming` and values from `literal`, so there is nothing to find; the text is parsed all the same,
    as generated code is (`render.verify`).
    """
    meant = [number for number, line in enumerate(caller.lines, 1) if not line.text.startswith(" ")]
    try:
        module = ast.parse(caller.text)
    except SyntaxError:
        module = ast.Module([], [])
    starts = [node.lineno for node in ast.walk(module) if isinstance(node, ast.stmt)]
    as_meant = (
        len(caller.text.splitlines()) == len(caller.lines)
        and [statement.lineno for statement in module.body] == meant
        and len(set(starts)) == len(starts)
    )
    if not as_meant:
        raise SpecloomError(
            "a name in the description would become code of what checks the client's types",
            help="please report this with the description",
        )
