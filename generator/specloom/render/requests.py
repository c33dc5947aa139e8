"""Request builders: the statements that put a method's arguments on the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from specloom.ir.api import Argument, Body, BodyField, Method
from specloom.ir.types import Scalar, Type, without_null
from specloom.models.datamodel import Import
from specloom.render.build_link_views import grammar_constant
from specloom.render.python import literal
from specloom.render.shapes import Shapes
from specloom.render.signatures import body_arguments, holds_files

__all__ = ["Statement", "build_statements"]

_ENCODE = Import(".._runtime.encoding", "encode")

_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""Default styles by place (OpenAPI 3.1, 4.8.12.2)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of a builder and what it imports."""

    code: str
    imports: frozenset[Import] = frozenset()


def build_statements(method: Method, shapes: Shapes) -> Iterator[Statement]:
    """Yield the statements between the beginning of a builder and its return."""
    yield _creation(method)
    if method.answer.accept:
        yield Statement(f"request.accept({literal(method.answer.accept)})")
    if required := _required(method):
        yield Statement(f"request.require({', '.join(f'{name}={name}' for name in required)})")
    for argument in method.arguments:
        yield _argument(argument, shapes)
    if method.body is not None:
        if method.body.kind == "json" and method.body.content_type != "application/json":
            yield Statement(f"request.header('Content-Type', {literal(method.body.content_type)})")
        for field in body_arguments(method):
            yield _body_field(method.body, field, shapes)


def _creation(method: Method) -> Statement:
    arguments = [literal(method.http_method), literal(method.path)]
    if method.listing:
        arguments.append("listing=True")
    if method.idempotent is not None:
        arguments.append(f"idempotent={method.idempotent}")
    if method.security is not None:
        arguments.append(f"security={literal([list(names) for names in method.security])}")
    if method.server is not None:
        arguments.append(f"server={literal(method.server.address)}")
    return Statement(f"request = Request({', '.join(arguments)})")


def _required(method: Method) -> list[str]:
    """Return the names of the arguments that may not be None; a path parameter is checked where it is filled in."""
    names = [each.name for each in method.arguments if each.required and each.place != "path"]
    return names + [each.name for each in body_arguments(method) if each.required and not each.nullable]


def _argument(argument: Argument, shapes: Shapes) -> Statement:
    value, imports = _written(argument) or _encoded(argument.name, argument.type, shapes)
    options = [literal(argument.wire_name), value]
    if argument.style != _STYLES[argument.place]:
        options.append(f"style={literal(argument.style)}")
    if argument.explode != (argument.style == "form") and _is_compound(argument.type) and not argument.expand:
        options.append(f"explode={argument.explode}")
    if argument.allow_reserved:
        options.append("allow_reserved=True")
    if argument.as_json:
        options.append("json=True")
    return Statement(f"request.{argument.place}({', '.join(options)})", imports)


def _written(argument: Argument) -> tuple[str, frozenset[Import]] | None:
    """Return the call that writes an argument in a grammar of its own, and what it imports; None for all others."""
    if argument.search:
        call = f"write_search({argument.name}, {grammar_constant(argument.search)})"
        return call, frozenset({Import(".._runtime.search", "write_search")})
    if argument.expand:
        function = f"in_{argument.expand}"
        return f"{function}({argument.name})", frozenset({Import(".._runtime.expand", function)})
    return None


def _body_field(body: Body, field: BodyField, shapes: Shapes) -> Statement:
    match body.kind:
        case "content":
            return Statement(f"request.content({field.name}, {literal(body.content_type)})")
        case "json":
            return _json(field, shapes)
        case "form":
            method, options = "form", _form_options(field)
        case "multipart" if holds_files(field.type):
            return Statement(
                f"request.file({', '.join([literal(field.wire_name), field.name, *_part_options(body, field)])})"
            )
        case _:
            method, options = "multipart", _part_options(body, field)
    shape, imports = shapes.expression(field.type)
    values = [field.name, *([shape] if shape else []), *options]
    if not field.wire_name:
        return Statement(f"request.{method}({', '.join(values)})", imports)
    single = "form_field" if method == "form" else "part"
    return Statement(f"request.{single}({', '.join([literal(field.wire_name), *values])})", imports)


def _json(field: BodyField, shapes: Shapes) -> Statement:
    shape, imports = shapes.expression(field.type)
    options = [literal(field.wire_name)] if field.wire_name else []
    options += [field.name, *([shape] if shape else []), *(["nullable=True"] if field.nullable else [])]
    return Statement(f"request.{'field' if field.wire_name else 'json'}({', '.join(options)})", imports)


def _form_options(field: BodyField) -> list[str]:
    options = [f"style={literal(field.style)}"] if field.style != "form" else []
    options += [] if field.explode else ["explode=False"]
    return [*options, "allow_reserved=True"] if field.allow_reserved else options


def _part_options(body: Body, field: BodyField) -> list[str]:
    if body.content_types:
        return [f"content_types={literal(dict(body.content_types))}"]
    return [f"content_type={literal(field.content_type)}"] if field.content_type else []


def _encoded(name: str, type_: Type, shapes: Shapes) -> tuple[str, frozenset[Import]]:
    shape, imports = shapes.expression(type_)
    return (f"encode({name}, {shape})", imports | {_ENCODE}) if shape else (name, imports)


def _is_compound(type_: Type) -> bool:
    """Tell whether `explode` can make a difference: it makes none for a single value."""
    inner = without_null(type_)
    return not isinstance(inner, Scalar) or inner == Scalar("any")
