"""Request builders: the statements that put a method's arguments on the wire."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from specloom.ir.annotations import literal
from specloom.ir.api import Method, list_bodies
from specloom.ir.build_scalars import type_of_value
from specloom.ir.call import Argument, Body, BodyField, BodyKind, BodyPart, FieldEncoding
from specloom.ir.formats import SCALARS
from specloom.ir.signatures import Signatures, holds_files
from specloom.ir.types import ListOf, Literals, Scalar, Type, union_members, without_null
from specloom.render.feature_modules import grammar_constant
from specloom.render.python import call_text, is_one_of
from specloom.render.shapes import Shapes
from specloom.spec.check_objects import STYLES
from specloom.spec.media_types import FORM, JSON_TYPE, MULTIPART, is_json, is_range

_STYLES = {
    "deepObject": "_deep_object",
    "form": "_form",
    "label": "_label",
    "matrix": "_matrix",
    "pipeDelimited": "_pipe_delimited",
    "spaceDelimited": "_space_delimited",
}
"""Style → what writes it."""
_USUAL = {"form": FORM, "multipart": MULTIPART}
"""Kind of body → the media type that it has where the request is told of no other."""


def build_statements(method: Method, shapes: Shapes, signatures: Signatures) -> Iterator[str]:
    """Yield the statements of a builder, its return aside: they make `_request` and fill it in."""
    bodies, chosen = list_bodies(method), method.content_type
    if chosen is not None:
        yield f"_media_type = _choose_body({_choice(chosen.name, 'content_type', chosen.media_types)})"
    yield _creation(method)
    if method.accept:
        asked = _choice(method.accept.name, "accept", method.accept.media_types)
        also = ", ".join(method.accept.unasked)
        yield call_text("_ask_for", "_request", asked, also=literal(also) if also else "")
    elif method.answer.accept:
        yield f"_request.accept({literal(method.answer.accept)})"
    yield from _checks([*method.arguments, *(bodies[0].arguments if len(bodies) == 1 else ())], shapes)
    for argument in method.arguments:
        yield _argument(argument, shapes)
    if len(bodies) > 1:
        yield from _branches(method, bodies, shapes, signatures)
    else:
        for body in bodies:
            yield from _body_statements(body, shapes)


def _choice(name: str, usual: str, media_types: Iterable[str]) -> str:
    """Return the arguments for what looks whether a media type is offered."""
    return ", ".join([name, *map(literal, media_types), *([f"argument={literal(name)}"] if name != usual else [])])


def _branches(method: Method, bodies: tuple[Body, ...], shapes: Shapes, signatures: Signatures) -> Iterator[str]:
    """Yield the statements that fill in the body, for each media type: once for those that are filled in alike."""
    names = dict.fromkeys(field.name for body in bodies for field in body.arguments)
    alike: dict[tuple[str, ...], list[str]] = {}
    for body in bodies:
        own = [field.name for field in body.arguments]
        others = [f"{name}={name}" for name in names if name not in own]
        statements = [f"_takes_only(_media_type, {literal([*own])}, {', '.join(others)})"] if others else []
        statements += _narrowed(body, bodies, signatures)
        statements += _checks(body.arguments, shapes)
        # Of a range, the media type that is sent is the caller's.
        said = method.content_type.name if method.content_type and is_range(body.content_type) else "_media_type"
        statements += _body_statements(body, shapes, media_type=said)
        alike.setdefault(tuple(statements), []).extend(body.media_types)
    for number, (lines, media_types) in enumerate(alike.items()):
        test = f"{'elif' if number else 'if'} {is_one_of('_media_type', media_types)}"
        word = "else" if number == len(alike) - 1 else test
        indent = "    " if len(alike) > 1 else ""
        if indent:
            yield f"{word}:"
        yield from (f"{indent}{statement}" for statement in lines)


def _narrowed(body: Body, bodies: tuple[Body, ...], signatures: Signatures) -> Iterator[str]:
    """Yield what tells type checkers of an argument that is a file, where other bodies take something else for it."""
    for field, parameter in zip(body.arguments, signatures.body_parameters(body), strict=True):
        others = [each for other in bodies for each in signatures.body_parameters(other) if each.name == field.name]
        is_file = body.kind == "content" or (body.kind == "multipart" and holds_files(field.type))
        taken = {kind for each in others for member in union_members(each.takes) for kind in _plain(member)}
        if is_file and not taken <= {*union_members(parameter.takes)}:
            yield f"{field.name} = _cast({literal(parameter.annotation.text)}, {field.name})"


def _plain(type_: Type) -> Iterator[Type]:
    """Yield what values of a type are for a type checker, whichever ones are listed."""
    match type_:
        case Literals(values):
            yield from map(type_of_value, values)
        case Scalar(kind) if SCALARS[kind].accepted:
            yield from map(Scalar, SCALARS[kind].accepted)
        case _:
            yield type_


def _body_statements(body: Body, shapes: Shapes, media_type: str = "") -> Iterator[str]:
    for field in body.arguments:
        if not field.part:
            headers = [each for each in body.arguments if each.part == field.wire_name] if field.wire_name else []
            yield _body_field(body, field, headers, shapes, media_type)


def _checks(arguments: Sequence[Argument | BodyField], shapes: Shapes) -> Iterator[str]:
    """Yield what looks at arguments for values that type checkers take, such as True for a number.

    A path parameter is required where it is filled in.
    """
    in_path = {each.name for each in arguments if isinstance(each, Argument) and each.place == "path"}
    required = [each for each in arguments if each.required and each.name not in in_path]
    nullable = [each.name for each in required if isinstance(each, BodyField) and each.nullable]
    yield from _check("require", [each.name for each in required if each.name not in nullable])
    yield from _check("require_given", nullable)
    for what in ("numbers", "dates"):
        yield from _check(what, [each.name for each in arguments if shapes.are(what, each.type)])


def _check(what: str, names: list[str]) -> Iterator[str]:
    if names:
        yield f"_request.{what}({', '.join(f'{name}={name}' for name in names)})"


def _creation(method: Method) -> str:
    name, bodies, answer, media_type = literal(method.http_method), list_bodies(method), method.answer, ""
    if method.content_type is not None and any(map(_says_media_type, bodies)):
        media_type = "_media_type"
    elif bodies and _says_media_type(bodies[0]) and bodies[0].content_type != JSON_TYPE:
        media_type = literal(bodies[0].content_type)
    created = call_text(
        "_Request",
        name if method.http_method.isupper() else f"_ExactMethod({name})",
        literal(method.path),
        media_type=media_type,
        optional_body=any(
            body.fields and not body.required and not any(each.required for each in body.fields) for body in bodies
        ),
        may_be_empty=answer.may_be_empty and not answer.by_status,
        expected=call_text("_expecting", *map(literal, answer.media_types))
        if answer.media_types and method.accept is None
        else "",
        listing=method.listing,
        elsewhere="_follow_elsewhere" if method.follows_elsewhere else "",
        **{option: literal(value) for option, value in method.options.items()},
        security="" if method.security is None else literal([list(names) for names in method.security]),
        server="" if method.server is None else literal(method.server.address),
    )
    return f"_request = {created}"


def _says_media_type(body: Body) -> bool:
    """Tell whether the request is told of which media type a body is, and not what writes it."""
    return body.kind == "json" or (body.kind in _USUAL and body.content_type != _USUAL[body.kind])


def _argument(argument: Argument, shapes: Shapes) -> str:
    if argument.place == "querystring":
        return _whole_query(argument, shapes)
    value = _form(argument, shapes) if argument.as_form else _encoded(argument.name, argument.type, shapes)
    if argument.delimiters:
        value = _delimited(argument.name, argument.type, argument.delimiters, shapes)
    written, is_compound = _written(argument), _is_compound(argument.type)
    values = literal(argument.wire_name), written or value
    needed = literal(argument.name) if argument.required and (is_compound or written) else ""
    is_raw = argument.style == "cookie"
    is_usual = argument.explode == (is_raw or argument.style == "form") or argument.expand or argument.delimiters
    return call_text(
        *(["_add_cookie", "_request"] if argument.place == "cookie" else [f"_request.{argument.place}"]),
        *values,
        style="" if is_raw or argument.style == STYLES[argument.place][0] else _STYLES[argument.style],
        explode=str(argument.explode) if is_compound and not is_usual else "",
        escape=f"_RESERVED_IN_{argument.place.upper()}" if argument.allow_reserved else "",
        json=argument.as_json,
        raw=is_raw,
        required="" if argument.place == "path" else needed,
    )


def _whole_query(argument: Argument, shapes: Shapes) -> str:
    return call_text(
        "_add_form_query" if argument.as_form else "_add_whole_query",
        "_request",
        argument.name,
        shapes.expression(argument.type),
        fields=_fields("form", argument.encodings) if argument.as_form else "",
        json=argument.as_json and not argument.as_form,
        required=literal(argument.name) if argument.required else "",
    )


def _form(argument: Argument, shapes: Shapes) -> str:
    fields = _fields("form", argument.encodings)
    return call_text("_form_text", argument.name, shapes.expression(argument.type), fields=fields)


def _written(argument: Argument) -> str:
    """Return the call that writes an argument in a grammar of its own; an empty text for all others."""
    if argument.search:
        return f"_write_search({argument.name}, {grammar_constant(argument.search)})"
    return f"_in_{argument.expand}({argument.name})" if argument.expand else ""


def _body_field(body: Body, field: BodyField, headers: list[BodyField], shapes: Shapes, media_type: str) -> str:
    match body.kind:
        case "content":
            return f"_write_content(_request, {field.name}, {media_type or literal(body.content_type)})"
        case "json":
            return _json(field, shapes)
        case "items":
            return _items(body, field, shapes, media_type)
        case "parts":
            return _parts(body, field, shapes, media_type)
        case "form":
            one, whole, options = "_add_form_field", "_write_form", _form_options(field.encoding, field.type)
        case "multipart" if holds_files(field.type):
            values = ["_request", literal(field.wire_name), field.name, *_part_options(field, headers)]
            several = without_null(field.type) != Scalar("bytes")
            return call_text("_add_file", *values, several=several, required=_needed(field))
        case _:
            one, whole, options = "_add_part", "_write_parts", _part_options(field, headers)
    values = [field.name, shapes.expression(field.type), *options]
    if field.encoding.delimiters:
        values = [_delimited(field.name, field.type, field.encoding.delimiters, shapes)]
    if not field.wire_name:
        return call_text(whole, "_request", *values, fields=_fields(body.kind, body.encodings))
    return call_text(one, "_request", literal(field.wire_name), *values, required=_needed(field))


def _items(body: Body, field: BodyField, shapes: Shapes, media_type: str) -> str:
    item = field.type.item if isinstance(field.type, ListOf) else field.type
    values = [field.name, media_type or literal(body.content_type), f"_{body.items}"]
    return call_text("_write_items", "_request", *values, shapes.json_expression(item))


def _parts(body: Body, field: BodyField, shapes: Shapes, media_type: str) -> str:
    first = ", ".join(_part(each, shapes) for each in body.parts.first) if body.parts else ""
    rest = _part(body.parts.rest, shapes) if body.parts and body.parts.rest else ""
    values = [field.name, media_type or literal(body.content_type), f"[{first}]" if first else ""]
    return call_text("_write_mixed", "_request", *values, rest=rest)


def _part(part: BodyPart, shapes: Shapes) -> str:
    options = _encoding_options(part.encoding, part.type)
    if holds_files(part.type):
        return f"_partial({', '.join(['_add_file', *options])})" if options else "_add_file"
    shape = shapes.expression(part.type)
    options += [f"shape={shape}"] if shape else []
    options += ["json=True"] if shapes.may_be_list(part.type) and "json=True" not in options else []
    return f"_partial({', '.join(['_add_part', *options])})" if options else "_add_part"


def _json(field: BodyField, shapes: Shapes) -> str:
    front = ["_request.field", literal(field.wire_name)] if field.wire_name else ["_request.json"]
    return call_text(*front, field.name, shapes.json_expression(field.type), nullable=field.nullable)


def _needed(field: BodyField) -> str:
    """Return what makes a form refuse a value of which it would write nothing; a single value always writes some."""
    return literal(field.name) if field.required and _is_compound(field.type) else ""


def _fields(kind: BodyKind, encodings: Mapping[str, FieldEncoding]) -> str:
    """Return what a form that is passed as one value is told of its fields: how each is written."""
    written = {name: _written_as(kind, encoding) for name, encoding in encodings.items()}
    entries = [f"{literal(name)}: _partial({', '.join(options)})" for name, options in written.items() if options]
    return f"{{{', '.join(entries)}}}" if entries else ""


def _delimited(name: str, type_: Type, delimiters: tuple[str, ...], shapes: Shapes) -> str:
    return call_text("_delimited", name, *map(literal, delimiters), shape=shapes.expression(type_))


def _written_as(kind: BodyKind, encoding: FieldEncoding) -> list[str]:
    if encoding.delimiters:
        add = "_add_form_field" if kind == "form" else "_add_part"
        return [f"_delimited_by({', '.join([add, *map(literal, encoding.delimiters)])})"]
    if kind == "form":
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
