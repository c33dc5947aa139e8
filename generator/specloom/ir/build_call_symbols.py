"""Resources and their methods, as symbols of the surface."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Final

from specloom.ir.api import Api, Edit, Method, Resource, Upload
from specloom.ir.call import (
    Accept,
    Argument,
    BodyField,
    ContentType,
    FieldEncoding,
    ItemStream,
    OperationServer,
    Paging,
)
from specloom.ir.signatures import (
    SignatureParameter,
    Signatures,
    answer_type,
    edit_parameters,
    edit_result,
    edit_result_type,
    result_type,
    upload_parameters,
)
from specloom.ir.surface import Symbol, as_json
from specloom.source import Json
from specloom.spec.check_objects import STYLES
from specloom.spec.routes import IDEMPOTENT, wire_method, without_names

_IDEMPOTENT: Final = frozenset(map(wire_method, IDEMPOTENT))
_USUAL: Final = FieldEncoding()


def build_resource_symbol(resource: Resource, api: Api, signatures: Signatures) -> Symbol:
    """Return a resource, with its methods and the resources in it."""
    path = ".".join((api.package, *resource.path))
    calls = [_method(method, path, signatures) for method in resource.methods]
    calls += [_upload(upload, path, signatures) for upload in resource.uploads]
    calls += [_edit(edit, path, signatures) for edit in resource.edits]
    children = [build_resource_symbol(child, api, signatures) for child in resource.children]
    places = [*(call.location.at("tags") for call in calls), *(child.location for child in children)]
    return Symbol(
        kind="resource",
        name=resource.name,
        path=path,
        location=next(iter(places), api.location),
        summary=resource.description,
        members=(*calls, *children),
    )


def _method(method: Method, resource: str, signatures: Signatures) -> Symbol:
    path = f"{resource}.{method.name}"
    return Symbol(
        kind="method",
        name=method.name,
        path=path,
        location=method.location,
        key=(without_names(method.route),),
        annotation=signatures.result(method).text,
        type=method.answer.type,
        value=result_type(method),
        behaviour=_behaviour(method),
        routes=(method.route,),
        summary=method.summary,
        members=tuple(_arguments(path, method, signatures.parameters(method))),
        overloads=(*_bodies(path, method, signatures), *_answers(path, method, signatures)),
    )


def _bodies(path: str, method: Method, signatures: Signatures) -> Iterator[Symbol]:
    """Yield what a call takes that sends a body as one of the media types which are offered."""
    chosen = method.content_type
    if chosen is None:
        return
    for body in chosen.bodies:
        for name in body.media_types:
            own = f"{path}({chosen.name}={json.dumps(name)})"
            yield Symbol(
                kind="overload",
                name=name,
                path=own,
                location=chosen.places[name],
                key=("content type", name),
                annotation=signatures.result(method).text,
                type=method.answer.type,
                value=result_type(method),
                behaviour={**({"default": True} if body is chosen.bodies[0] else {}), **_wrapper(method)},
                routes=(method.route,),
                members=tuple(_arguments(own, method, signatures.body_parameters(body))),
            )


def _answers(path: str, method: Method, signatures: Signatures) -> Iterator[Symbol]:
    """Yield what a call gives back that asks for one of the media types which are offered."""
    accept = method.accept
    if accept is None:
        return
    for choice in accept.choices:
        is_default = choice is accept.choices[0]
        for name in choice.media_types:
            yield Symbol(
                kind="overload",
                name=name,
                path=f"{path}({accept.name}={json.dumps(name)})",
                location=accept.places.get(name, accept.location),
                key=("accept", name),
                annotation=(signatures.result(method) if is_default else signatures.answer(choice.answer)).text,
                type=choice.answer.type,
                value=result_type(method) if is_default else answer_type(choice.answer),
                behaviour={
                    **({"default": True} if is_default else {}),
                    **({"stream": _stream(choice.answer.stream)} if choice.answer.stream else {}),
                },
                routes=(method.route,),
            )


def _behaviour(method: Method) -> dict[str, Json]:
    behaviour: dict[str, Json] = {"idempotent": method.http_method in _IDEMPOTENT, **method.options}
    if method.errors:
        behaviour["failures"] = as_json(method.errors)
    if method.headers:
        behaviour["headers"] = method.headers
    if method.server is not None:
        behaviour["server"] = _server(method.server)
    if method.accept is not None:
        behaviour["accept"] = method.accept.media_types[0]
    if method.body:
        behaviour["body"] = method.body.content_type
        behaviour["body as"] = "one argument" if method.body.whole else "arguments"
    if method.security is not None:
        behaviour["credentials"] = as_json(method.security)
    return {**behaviour, **_wrapper(method)}


def _wrapper(method: Method) -> dict[str, Json]:
    """Return how the items of an answer come that is no whole."""
    wrapper: dict[str, Json] = {}
    if (stream := method.answer.stream) is not None:
        wrapper["stream"] = _stream(stream)
    if method.paging is not None:
        wrapper["paging"] = [method.paging.name, paging_facts(method.paging)]
    return wrapper


def _stream(stream: ItemStream) -> dict[str, Json]:
    """Return how the items of a stream are found, and what their data are where they are whole events."""
    data: dict[str, Json] = {name: "text" if type_ is None else "JSON" for name, type_ in sorted(stream.data.items())}
    return {"form": stream.form, **({"data": data} if data else {})}


def _upload(upload: Upload, resource: str, signatures: Signatures) -> Symbol:
    path, last = f"{resource}.{upload.name}", upload.last
    routes = tuple(each.route for each in (upload.request, upload.attach) if each)
    steps = (upload.url, upload.http_method, upload.headers, upload.filename, upload.content_type, upload.key)
    return Symbol(
        kind="method",
        name=upload.name,
        path=path,
        location=last.location,
        key=("upload", *map(without_names, routes)),
        annotation=signatures.result(last).text,
        type=last.answer.type,
        value=result_type(last),
        behaviour={"upload": as_json(steps)},
        routes=routes,
        summary=upload.attach.summary if upload.attach else "",
        members=tuple(_arguments(path, last, upload_parameters(upload, signatures))),
    )


def _edit(edit: Edit, resource: str, signatures: Signatures) -> Symbol:
    path, routes = f"{resource}.{edit.name}", (edit.read.route, edit.send.route)
    return Symbol(
        kind="method",
        name=edit.name,
        path=path,
        location=edit.send.location,
        key=("edit", *map(without_names, routes)),
        annotation=edit_result(edit, signatures).text,
        type=edit.send.answer.type,
        value=edit_result_type(edit),
        behaviour={"edit": as_json((edit.revision, edit.revision_argument, edit.conflict))},
        routes=routes,
        summary=edit.send.summary,
        members=tuple(_arguments(path, edit.send, edit_parameters(edit, signatures))),
    )


def _server(server: OperationServer) -> str:
    values = server.defaults.items()
    return server.address + (f" with {', '.join(f'{name}={value}' for name, value in values)}" if values else "")


def paging_facts(paging: Paging) -> dict[str, Json]:
    """Return how the next page is found, the name of the scheme and the type of its items aside."""
    facts = {each.name: getattr(paging, each.name) for each in fields(paging) if each.name not in {"name", "item"}}
    return {name: as_json(fact) for name, fact in facts.items() if fact}


def _arguments(path: str, method: Method, parameters: Iterable[SignatureParameter]) -> Iterator[Symbol]:
    for each in parameters:
        fact = each.source if isinstance(each.source, Argument | BodyField) else None
        yield Symbol(
            kind="argument",
            name=each.name,
            path=f"{path}({each.name})",
            location=each.source.location if each.source else method.location,
            key=_key(each),
            annotation=each.annotation.text,
            type=fact.type if fact else each.takes,
            value=each.takes,
            required=not each.default,
            default=each.default,
            positional=each.positional,
            behaviour=_sending(fact) if fact else {},
            summary=fact.description if fact else "",
        )


def _key(parameter: SignatureParameter) -> tuple[str, ...]:
    """Return what a parameter stands for: where it is sent and its name there, or which media type it chooses."""
    match parameter.source:
        case Argument(place=place, wire_name=wire_name):
            return place, wire_name
        case BodyField(part=part, wire_name=wire_name):
            return f"body {part}".rstrip(), wire_name
        case ContentType():
            return "content type", parameter.name
        case Accept():
            return "accept", parameter.name
        case None:
            return ()


def _sending(fact: Argument | BodyField) -> dict[str, Json]:
    """Return how a value is written, where OpenAPI would have it otherwise, and what the server takes without it."""
    written = _written(fact)
    return {
        **({"written": written} if written else {}),
        **({"server default": fact.default} if fact.default else {}),
    }


def _written(fact: Argument | BodyField) -> dict[str, Json]:
    if isinstance(fact, BodyField):
        several = fields(FieldEncoding) if fact.encoding != _USUAL else ()
        return {
            each.name: as_json(value)
            for each in several
            if (value := getattr(fact.encoding, each.name)) != getattr(_USUAL, each.name)
        }
    written: dict[str, Json] = {"style": fact.style} if fact.style != STYLES[fact.place][0] else {}
    if fact.explode != (fact.style == "form"):
        written["explode"] = fact.explode
    names = ("allow_reserved", "as_json", "as_form", "expand", "search", "delimiters", "encodings")
    return written | {name: as_json(value) for name in names if (value := getattr(fact, name))}
