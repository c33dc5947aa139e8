"""Request builders: the statements that put a method's arguments on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.ir.annotations import literal
from specloom.ir.media_types import is_json
from specloom.ir.signatures import body_arguments, holds_files
from specloom.ir.types import Scalar, Type, without_null
from specloom.render.build_feature_views import grammar_constant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.ir.api import Argument, Body, BodyField, FieldEncoding, Method
    from specloom.render.shapes import Shapes

_DEFAULT_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""By place (OpenAPI 3.1, 4.8.12.2)."""

_STYLES = {
    "deepObject": "_deep_object",
    "form": "_form",
    "label": "_label",
    "matrix": "_matrix",
    "pipeDelimited": "_pipe_delimited",
    "spaceDelimited": "_space_delimited",
}
"""Style → what writes it."""


def build_statements(method: Method, shapes: Shapes) -> Iterator[str]:
    """Yield the statements of a builder, its return aside: they make `_request` and fill it in."""
    yield _creation(method)
    if method.answer.accept:
        yield f"_request.accept({literal(method.answer.accept)})"
    if required := _required(method):
        yield f"_request.require({', '.join(f'{name}={name}' for name in required)})"
    if given := _given(method):
        yield f"_request.require_given({', '.join(f'{name}={name}' for name in given)})"
    for argument in method.arguments:
        yield _argument(argument, shapes)
    if method.body is not None:
        fields = body_arguments(method)
        for field in fields:
            if not field.part:
                headers = [each for each in fields if each.part == field.wire_name] if field.wire_name else []
                yield _body_field(method.body, field, headers, shapes)


def _creation(method: Method) -> str:
    arguments = [literal(method.http_method), literal(method.path)]
    if (body := method.body) is not None:
        if body.kind == "json" and body.content_type != "application/json":
            arguments.append(f"media_type={literal(body.content_type)}")
        if body.fields and not body.required and not any(field.required for field in body.fields):
            arguments.append("optional_body=True")
    if method.listing:
        arguments.append("listing=True")
    arguments += [f"{name}={literal(value)}" for name, value in method.options.items()]
    if method.security is not None:
        arguments.append(f"security={literal([list(names) for names in method.security])}")
    if method.server is not None:
        arguments.append(f"server={literal(method.server.address)}")
    return f"_request = _Request({', '.join(arguments)})"


def _required(method: Method) -> list[str]:
    """Return the names of the arguments that may not be None; a path parameter is checked where it is filled in."""
    names = [each.name for each in method.arguments if each.required and each.place != "path"]
    return names + [each.name for each in body_arguments(method) if each.required and not each.nullable]


def _given(method: Method) -> list[str]:
    """Return the names of the arguments that may be None, which is null, and have to be given all the same."""
    return [each.name for each in body_arguments(method) if each.required and each.nullable]


def _argument(argument: Argument, shapes: Shapes) -> str:
    options = [literal(argument.wire_name), _written(argument) or _encoded(argument.name, argument.type, shapes)]
    if argument.style != _DEFAULT_STYLES[argument.place]:
        options.append(f"style={_STYLES[argument.style]}")
    if argument.explode != (argument.style == "form") and _is_compound(argument.type) and not argument.expand:
        options.append(f"explode={argument.explode}")
    if argument.allow_reserved:
        options.append(f"escape=_RESERVED_IN_{argument.place.upper()}")
    if argument.as_json:
        options.append("json=True")
    if argument.required and argument.place != "path" and (_is_compound(argument.type) or _written(argument)):
        options.append(f"required={literal(argument.name)}")
    if argument.place == "cookie":
        return f"_add_cookie({', '.join(['_request', *options])})"
    return f"_request.{argument.place}({', '.join(options)})"


def _written(argument: Argument) -> str:
    """Return the call that writes an argument in a grammar of its own; an empty text for all others."""
    if argument.search:
        return f"_write_search({argument.name}, {grammar_constant(argument.search)})"
    return f"_in_{argument.expand}({argument.name})" if argument.expand else ""


def _body_field(body: Body, field: BodyField, headers: list[BodyField], shapes: Shapes) -> str:
    match body.kind:
        case "content":
            return f"_request.content({field.name}, {literal(body.content_type)})"
        case "json":
            return _json(field, shapes)
        case "form":
            one, whole, options = "_add_form_field", "_write_form", _form_options(field.encoding, field.type)
        case "multipart" if holds_files(field.type):
            several = [] if without_null(field.type) == Scalar("bytes") else ["several=True"]
            options = [*_part_options(field, headers), *several, *_needed(field)]
            values = ["_request", literal(field.wire_name), field.name, *options]
            return f"_add_file({', '.join(values)})"
        case _:
            one, whole, options = "_add_part", "_write_parts", _part_options(field, headers)
    shape = shapes.expression(field.type)
    values = [field.name, *([shape] if shape else []), *options]
    if not field.wire_name:
        return f"{whole}({', '.join(['_request', *values, *_field_options(body)])})"
    return f"{one}({', '.join(['_request', literal(field.wire_name), *values, *_needed(field)])})"


def _json(field: BodyField, shapes: Shapes) -> str:
    shape = shapes.json_expression(field.type)
    options = [literal(field.wire_name)] if field.wire_name else []
    options += [field.name, *([shape] if shape else []), *(["nullable=True"] if field.nullable else [])]
    return f"_request.{'field' if field.wire_name else 'json'}({', '.join(options)})"


def _needed(field: BodyField) -> list[str]:
    """Return what makes a form refuse a value of which it would write nothing; a single value always writes some."""
    return [f"required={literal(field.name)}"] if field.required and _is_compound(field.type) else []


def _field_options(body: Body) -> list[str]:
    """Return what a form that is passed as one value is told of its fields: how each is written."""
    written = {name: _written_as(body, encoding) for name, encoding in body.encodings.items()}
    entries = [f"{literal(name)}: _partial({', '.join(options)})" for name, options in written.items() if options]
    return [f"fields={{{', '.join(entries)}}}"] if entries else []


def _written_as(body: Body, encoding: FieldEncoding) -> list[str]:
    if body.kind == "form":
        options = _form_options(encoding, Scalar("any"))
        return ["_add_form_field", *options] if options else []
    options = _encoding_options(encoding, Scalar("any"))
    return ["_add_part", *options] if options else []


def _form_options(encoding: FieldEncoding, type_: Type) -> list[str]:
    if encoding.style:
        options = _style_options(encoding, type_)
        return [*options, "escape=_RESERVED_IN_FORM"] if encoding.allow_reserved else options
    return ["json=True"] if encoding.content_type and is_json(encoding.content_type) else []


def _part_options(field: BodyField, headers: list[BodyField]) -> list[str]:
    options = _encoding_options(field.encoding, field.type)
    if headers:
        fields = ", ".join(f"{literal(each.wire_name)}: {each.name}" for each in headers)
        options.append(f"headers={{{fields}}}")
    return options


def _encoding_options(encoding: FieldEncoding, type_: Type) -> list[str]:
    if encoding.style:
        return _style_options(encoding, type_)
    options = [f"content_type={literal(encoding.content_type)}"] if encoding.content_type else []
    if encoding.content_type and is_json(encoding.content_type) and not holds_files(type_):
        options.append("json=True")
    if encoding.transfer_encoding:
        options.append(f"transfer_encoding={literal(encoding.transfer_encoding)}")
    return options


def _style_options(encoding: FieldEncoding, type_: Type) -> list[str]:
    """Return how a value is written as a parameter is; a single value is written in one way only."""
    if not _is_compound(type_):
        return []
    return [f"style={_STYLES[encoding.style]}", *([] if encoding.explode else ["explode=False"])]


def _encoded(name: str, type_: Type, shapes: Shapes) -> str:
    shape = shapes.expression(type_)
    return f"_encode({name}, {shape})" if shape else name


def _is_compound(type_: Type) -> bool:
    """Tell whether `explode` can make a difference: it makes none for a single value."""
    inner = without_null(type_)
    return not isinstance(inner, Scalar) or inner == Scalar("any")
