"""A caller: a Python module that uses all of a client. Where it type-checks, everybody's code does.

It is written from one version of the description and checked against the client of another (`typecheck`): an error in
it is a change that callers can notice. It is never run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from specloom.findings import SpecloomError
from specloom.ir.annotations import literal
from specloom.ir.api import Api
from specloom.ir.build_surface import build_surface
from specloom.ir.surface import Surface, Symbol, owner_of
from specloom.ir.types import AliasType, constants_class, links_in
from specloom.record import record
from specloom.render.feature_modules import links_module
from specloom.render.imports import Scope
from specloom.source import Json

PACKAGE, ERRORS, WEBHOOKS, CLIENT, ASYNC_CLIENT = "_package", "_errors", "_webhooks", "_client", "_async_client"
"""What a caller calls the client's modules and clients: no name of a description begins with an underscore."""


@record
class Line:
    """A line of a caller, and the symbol that an error in it is about, written as in `SymbolChange.symbol`."""

    text: str
    symbol: str
    called: str = ""
    """What the arguments are of that an error in it names; without it they are of the symbol."""


Use: TypeAlias = tuple[Line, ...]
"""Statements that use one symbol."""


def function(
    symbol: str, parameters: Mapping[str, str], body: Iterable[Line], returns: str = "None", *, define: str = "def"
) -> Use:
    """Return a function whose parameters are values of the annotated types.

    Each function is called `_`, which type checkers allow to be defined again. What it gives back is checked by its
    annotation, which stands outside of it: a parameter called `list` hides nothing there. The body is indented by four
    columns; parameters are names with their annotations.
    """
    declared = ", ".join(f"{name}: {annotation}" for name, annotation in parameters.items())
    return (Line(f"{define} _({declared}) -> {returns}:", symbol), *body)


_MODES = (("", CLIENT, "def", ""), ("Async", ASYNC_CLIENT, "async def", "await "))
"""Of each client what its names begin with, what it is called here, and how its methods are defined and called."""

_CHOICES = {("accept",), ("content type",)}
"""The arguments that choose a media type."""

_COMMON = {"timeout": "60.0", "max_response_bytes": "1", "max_retries": "2", "headers": "{}", "on_mismatch": '"warn"'}
"""What every client takes, besides settings and credentials."""


def use_surface(surface: Surface) -> Iterator[Use]:
    """Yield the uses of every symbol of a client."""
    yield from _make_clients(surface.client)
    for resource in surface.resources:
        for symbol in resource.walk():
            if symbol.kind == "resource":
                yield from _call_methods(symbol, surface.package)
    yield from map(_read, surface.models)
    for symbol in surface.inputs:
        yield from _write(symbol)
    for alias in (*surface.models, *surface.inputs):
        constants = [each for each in alias.members if each.kind == "constant"]
        yield tuple(Line(f"{constants_class(alias.name)}.{each.name}", each.path) for each in constants)
    types = [each.type for model in surface.models for each in model.walk() if each.type is not None]
    yield from map(_follow, sorted({target for type_ in types for target in links_in(type_)}))
    yield tuple(_mention(symbol) for each in surface.errors for symbol in each.walk() if symbol.kind != "field")
    yield from (_read_body(error, body) for error in surface.errors for body in error.members if body.kind == "field")
    if surface.webhooks is not None:
        yield from map(_receive, surface.webhooks.members)


def _make_clients(client: Symbol) -> Iterator[Use]:
    """Yield the declaration of both clients, which the rest of the caller calls, and how they are made."""
    declared = {each.name: each.annotation for each in client.members}
    given = {**{name: name for name in declared}, **_COMMON}
    for prefix, variable, _, _ in _MODES:
        class_ = f"{PACKAGE}.{prefix}{client.name}"
        arguments = [Line(f"        {name}={value},", f"{client.path}({name})") for name, value in given.items()]
        body = [Line(f"    {class_}()", client.path), Line(f"    return {class_}(", client.path), *arguments]
        yield (Line(f"{variable}: {class_}", client.path),)
        yield function(client.path, declared, [*body, Line("    )", client.path)], class_)


def _call_methods(resource: Symbol, package: str) -> Iterator[Use]:
    """Yield calls of every method: with all arguments, by keyword, and with those it needs, by position if possible.

    A media type is asked for in calls of its own, so that an answer of another type is an error there only.
    """
    below = resource.path.removeprefix(package)
    yield tuple(Line(f"{variable}{below}", resource.path) for _, variable, _, _ in _MODES)
    for method in [each for each in resource.members if each.kind == "method"]:
        required = tuple(each for each in method.members if each.required)
        everything = [(each, f"{each.name}={each.name}") for each in method.members if each.key[:1] not in _CHOICES]
        few = [(each, each.name if each.positional else f"{each.name}={each.name}") for each in required]
        keyword = "" if method.returns == "None" else "return "
        for prefix, variable, define, wait in _MODES:
            call, returns = f"{wait}{variable}{below}.{method.name}(", _returned(method, prefix)
            if method.is_paged:  # which returns at once, whichever client it is of
                define, call = "def", call.removeprefix(wait)  # noqa: PLW2901
            for passed in (everything, few):
                declared = {each.name: each.annotation for each, _ in passed}
                arguments = [Line(f"        {text},", each.path) for each, text in passed]
                body = [Line(f"    {keyword}{call}", method.path), *arguments, Line("    )", method.path)]
                yield function(method.path, declared, body, returns, define=define)
        yield from _choose_media_types(method, below)


def _choose_media_types(method: Symbol, below: str) -> Iterator[Use]:
    """Yield calls of a method that ask for each media type: with all that its body takes, and with what it needs."""
    required = tuple(each for each in method.members if each.required)
    for prefix, variable, define, wait in _MODES:
        for overload in method.overloads:
            if method.is_paged and "default" in overload.behaviour:
                continue  # that is what was called already
            if overload.key[0] == "accept":
                ways = [required]
            else:
                others = tuple(each for each in required if not each.is_of_body)
                needed = (each for each in overload.members if each.required)
                ways = [(*others, *overload.members), (*others, *needed)]
            call = f"{variable}{below}.{method.name}("
            if not overload.is_paged:
                call = f"{wait}{call}"
            by = "def" if overload.is_paged else define
            returns = _returned(overload, prefix)
            yield from (_choose(overload, given, call, by, returns) for given in ways)


def _returned(call: Symbol, prefix: str) -> str:
    """Return the annotation of what a call gives back, in one of both clients."""
    return f"_{prefix}{call.returns}" if call.is_paged or call.is_streamed else call.annotation


def _choose(overload: Symbol, given: Iterable[Symbol], call: str, define: str, returns: str) -> Use:
    """Return a call that chooses a media type, with what it is given besides."""
    keyword = "" if overload.annotation == "None" else "return "
    is_usual = "default" in overload.behaviour
    given = tuple(given)
    declared = {each.name: each.annotation for each in given}
    method = owner_of(overload.path)
    arguments = [  # those of the usual media type are the method's own
        Line(f"        {each.name}={each.name},", f"{method}({each.name})" if is_usual else each.path) for each in given
    ]
    start = Line(f"    {keyword}{call}", overload.path, method if is_usual else "")
    body = [start, *arguments, Line(f"        {overload.chosen},", overload.path)]
    return function(overload.path, declared, [*body, Line("    )", overload.path)], returns, define=define)


def _read(symbol: Symbol) -> Use:
    """Read all that a value of an answer type has.

    A value of an alias is taken for what the alias stood for, here only: elsewhere it is called by its name, as callers
    do, so that a change of an alias is an error in one place.
    """
    if symbol.kind == "alias":
        return function(symbol.path, {"_0": symbol.name}, [Line("    return _0", symbol.path)], symbol.annotation)
    lines = [Line(f"    _1: type[{symbol.name}] = {symbol.name}", symbol.path)]
    for number, field in enumerate(symbol.members, 2):
        lines.append(Line(f"    _{number}: {field.annotation} = _0.{field.name}", field.path))
    return function(symbol.path, {"_0": symbol.name}, lines)


def _write(symbol: Symbol) -> Iterator[Use]:
    """Write a dictionary with the required keys, then each key on its own, so that no error hides another."""
    if symbol.kind == "alias":
        yield function(symbol.path, {"_0": symbol.annotation}, [Line("    return _0", symbol.path)], symbol.name)
        return
    keys = {f"_{number}": key for number, key in enumerate(symbol.members, 1)}
    required = {name: key for name, key in keys.items() if key.required}
    items = [Line(f"        {literal(key.name)}: {name},", key.path) for name, key in required.items()]
    dictionary = [Line("    return {", symbol.path), *items, Line("    }", symbol.path)]
    yield function(symbol.path, {name: key.annotation for name, key in required.items()}, dictionary, symbol.name)
    if keys:
        writes = [Line(f"    _0[{literal(key.name)}] = {name}", key.path) for name, key in keys.items()]
        annotations = {name: key.annotation for name, key in keys.items()}
        yield function(symbol.path, {"_0": symbol.name, **annotations}, writes)


def _follow(target: str) -> Use:
    symbol = f"models.{target}"
    lines = [Line(f"    _1: {target} | None = _0.expanded", symbol), Line(f"    return {CLIENT}.follow(_0)", symbol)]
    return function(symbol, {"_0": f"_Link[{target}]"}, lines, target)


def _mention(symbol: Symbol) -> Line:
    """Mention an exception, the class of codes or a code; codes are only in `errors`."""
    if symbol.kind == "error":
        return Line(f"{PACKAGE}.{symbol.name}, {ERRORS}.{symbol.name}", symbol.path)
    if symbol.members:
        return Line(f"{PACKAGE}.{symbol.name}, {ERRORS}.MEANINGS", symbol.path)
    return Line(f"{ERRORS}.{symbol.path.removeprefix('errors.')}", symbol.path)


def _read_body(error: Symbol, body: Symbol) -> Use:
    """Read the body of a failure."""
    return function(
        body.path, {"_0": f"{ERRORS}.{error.name}"}, [Line("    return _0.error", body.path)], body.annotation
    )


def _receive(symbol: Symbol) -> Use:
    """Read a webhook, or what an event has."""
    if not symbol.members:
        call = Line(f'    return {WEBHOOKS}.{symbol.name}(_0, _1, secret=_2, on_mismatch="warn")', symbol.path)
        facts = symbol.behaviour
        body = "bytes" if "signature" in facts else "bytes | str"
        secret = "None" if "login" in facts and "signature" not in facts and not _sends_secret(facts) else "str | None"
        parameters = {"_0": "_Mapping[str, str]", "_1": body, "_2": secret}
        return function(symbol.path, parameters, [call], f"{WEBHOOKS}.{symbol.annotation}")
    reads = []
    for number, member in enumerate(symbol.members, 1):
        annotation = f"_Literal[{member.annotation}]" if member.name == "type" else member.annotation
        reads.append(Line(f"    _{number}: {annotation} = _0.{member.name}", member.path))
    return function(symbol.path, {"_0": f"{WEBHOOKS}.{symbol.name}"}, reads)


def _sends_secret(facts: Mapping[str, Json]) -> bool:
    """Tell whether a webhook's requests may have the secret in a header."""
    match facts["read"]:
        case [str(header), *_]:
            return bool(header)
        case _:
            return False


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
    the type that the client of `api` takes, and what comes back is put where a value of the type it gives can be. The
    package is the name under which the caller imports a client.

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
