"""The surface of a client, made from its facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, is_dataclass
from typing import Final

from specloom.findings import Location
from specloom.ir.annotations import Annotator
from specloom.ir.api import (
    CALL_ERRORS,
    Api,
    Argument,
    BodyField,
    Credential,
    Event,
    Method,
    Paging,
    Resource,
    Upload,
    all_resources,
    list_arguments,
)
from specloom.ir.literals import literal
from specloom.ir.naming import constant_names
from specloom.ir.signatures import (
    Parameter,
    Signatures,
    build_signatures,
    result_type,
    upload_parameters,
    upload_result,
)
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import AliasType, Direction, Field, MapOf, Named, NamedType, ObjectType, Scalar, nullable
from specloom.spec.document import Json

__all__ = ["build_surface"]

_IDEMPOTENT: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""RFC 9110, 9.2.2."""


def build_surface(api: Api, *, for_people: bool = True) -> Surface:
    """Return every name that callers of a client can write.

    Args:
        api: The client.
        for_people: Whether annotations are to be read, or to be code beside generated code: see `Annotator`.
    """
    signatures = build_signatures(api, for_people=for_people)
    return Surface(
        package=api.package,
        client=_client(api, signatures),
        resources=tuple(_resource(each, api, signatures) for each in api.resources),
        models=tuple(_type(each, "answer", signatures) for each in api.answers.values()),
        inputs=tuple(_type(each, "input", signatures) for each in api.inputs.values()),
        errors=tuple(_errors(api)),
        webhooks=_webhooks(api, signatures),
        answers=api.answers,
        arguments=api.inputs,
    )


def _client(api: Api, signatures: Signatures) -> Symbol:
    path = f"{api.package}.{api.client_name}"
    links = None if api.links is None else {"shape": _json(api.links), "own class": not api.links.is_usual}
    return Symbol(
        kind="client",
        name=api.client_name,
        path=path,
        location=api.location,
        behaviour={
            "environment": api.base_url_environment.removesuffix("BASE_URL"),
            "rate limit": list(api.rate_limit) if api.rate_limit else None,
            "credentials": _json(api.security),
            "errors": _json(dict(api.error_pointers)),
            "envelope": _json(api.envelope) if api.envelope else None,
            "links": links,
            "searches": {name: _json(grammar) for name, grammar in api.searches.items()},
        },
        members=tuple(_settings(api, path, signatures)),
    )


def _settings(api: Api, client: str, signatures: Signatures) -> Iterator[Symbol]:
    text = "str | None"
    for each in sorted(api.settings, key=lambda setting: not setting.required):
        yield Symbol(
            "setting", each.name, f"{client}({each.name})", each.location, ("variable", each.variable), text,
            default="None", summary=each.description,
            behaviour={"environment": each.environment, "default": "" if each.required else each.default},
        )  # fmt: skip
    for credential in api.credentials:
        yield from _credential(credential, client, signatures)
    location = api.location.at("servers", 0, "url")
    address: dict[str, Json] = {"environment": api.base_url_environment, "default": api.base_url}
    address["address"] = _called_address(api)
    yield Symbol(
        "setting", "base_url", f"{client}(base_url)", location, ("address",), text, default="None", behaviour=address
    )
    if api.servers:
        described = ", ".join(server.address for server in api.servers)
        annotation = f"{signatures.inputs.spell('_Mapping')}[str, str] | None"
        yield Symbol(
            "setting", "servers", f"{client}(servers)", api.location, ("servers",), annotation,
            default="None", behaviour={"environment": "", "default": described},
        )  # fmt: skip


def _credential(credential: Credential, client: str, signatures: Signatures) -> Iterator[Symbol]:
    function = f" | {signatures.inputs.spell('_Callable')}[[], str]" if credential.kind == "bearer" else ""
    for number, argument in enumerate(credential.arguments):
        sent = [credential.kind, credential.parameter, _json(credential.token_request)]
        yield Symbol(
            kind="credential",
            name=argument.name,
            path=f"{client}({argument.name})",
            location=credential.location,
            key=("credential", credential.scheme, str(number)),
            annotation=f"str{function} | None",
            default="None",
            behaviour={"environment": argument.environment, "default": "", **({} if number else {"sent": sent})},
            summary="" if number else credential.description,
        )


def _called_address(api: Api) -> str:
    """Return where calls go if nobody gives an address or a server variable."""
    address = api.base_url
    for setting in api.settings:
        if not setting.required:
            address = address.replace(f"{{{setting.variable}}}", setting.default)
    return address


def _resource(resource: Resource, api: Api, signatures: Signatures) -> Symbol:
    path = ".".join((api.package, *resource.path))
    members = (
        *(_method(method, path, signatures) for method in resource.methods),
        *(_upload(upload, path, signatures) for upload in resource.uploads),
        *(_resource(child, api, signatures) for child in resource.children),
    )
    return Symbol(
        kind="resource",
        name=resource.name,
        path=path,
        location=next((each.location.at("tags") for each in members), api.location),
        summary=resource.description,
        members=members,
    )


def _method(method: Method, resource: str, signatures: Signatures) -> Symbol:
    path = f"{resource}.{method.name}"
    behaviour: dict[str, Json] = {
        "failures": _json(method.errors),
        "server": _server(method),
        "body": method.body.content_type if method.body else "",
        "repeated": method.http_method in _IDEMPOTENT if method.idempotent is None else method.idempotent,
    }
    if method.body:
        behaviour["body as"] = "one argument" if method.body.whole else "arguments"
    if method.security is not None:
        behaviour["credentials"] = _json(method.security)
    if method.paging is not None:
        behaviour["paging"] = [method.paging.name, _paging(method.paging)]
    return Symbol(
        kind="method",
        name=method.name,
        path=path,
        location=method.location,
        key=(_without_names(method.route),),
        annotation=signatures.result(method).text,
        type=method.answer.type,
        value=result_type(method),
        behaviour=behaviour,
        routes=(method.route,),
        summary=method.summary,
        members=tuple(_arguments(path, method, signatures.parameters(method), list_arguments(method))),
    )


def _upload(upload: Upload, resource: str, signatures: Signatures) -> Symbol:
    path, last = f"{resource}.{upload.name}", upload.attach or upload.request
    routes = tuple(each.route for each in (upload.request, upload.attach) if each)
    steps = (upload.url, upload.http_method, upload.headers, upload.filename, upload.content_type, upload.key)
    return Symbol(
        kind="method",
        name=upload.name,
        path=path,
        location=last.location,
        key=("upload", *map(_without_names, routes)),
        annotation=upload_result(upload, signatures).text,
        type=last.answer.type,
        value=result_type(last),
        behaviour={"upload": _json(steps)},
        routes=routes,
        summary=upload.attach.summary if upload.attach else "",
        members=tuple(_arguments(path, last, upload_parameters(upload, signatures), upload.arguments)),
    )


def _without_names(route: str) -> str:
    """Return a route without the names of its parameters: `GET /orders/{}`."""
    return re.sub(r"\{[^}]*\}", "{}", route)


def _server(method: Method) -> str:
    if method.server is None:
        return "the client's server"
    values = method.server.defaults.items()
    return method.server.address + (f" with {', '.join(f'{name}={value}' for name, value in values)}" if values else "")


def _paging(paging: Paging) -> dict[str, Json]:
    """Return how the next page is found, names of schemes and types of items aside."""
    return {name: _json(value) for name, value in asdict(paging).items() if name not in {"name", "item"}}


def _arguments(
    path: str, method: Method, parameters: Iterable[Parameter], facts: Iterable[Argument | BodyField]
) -> Iterator[Symbol]:
    known = {each.name: each for each in facts}
    for each in parameters:
        fact = known.get(each.name)
        yield Symbol(
            kind="argument",
            name=each.name,
            path=f"{path}({each.name})",
            location=fact.location if fact else method.location,
            key=_place(fact) if fact else (),
            annotation=each.annotation.text,
            type=fact.type if fact else each.takes,
            value=each.takes,
            required=not each.default,
            default=each.default,
            positional=each.positional,
            behaviour=_sent(fact) if fact else {},
            summary=fact.description if fact else "",
        )


def _place(fact: Argument | BodyField) -> tuple[str, str]:
    return (fact.place if isinstance(fact, Argument) else "body", fact.wire_name)


def _sent(fact: Argument | BodyField) -> dict[str, Json]:
    written: list[Json] = [fact.style, fact.explode, fact.allow_reserved]
    written += [fact.as_json, fact.expand, fact.search] if isinstance(fact, Argument) else [fact.content_type]
    return {"sent as": " ".join(filter(None, _place(fact))), "written": written, "server default": fact.default}


def _type(type_: NamedType, direction: Direction, signatures: Signatures) -> Symbol:
    is_answer = direction == "answer"
    annotator = signatures.answers if is_answer else signatures.inputs
    path = f"{'models' if is_answer else 'inputs'}.{type_.name}"
    if isinstance(type_, AliasType):
        return Symbol(
            "alias", type_.name, path, type_.location, annotation=annotator.annotate(type_.type).text,
            type=type_.type, value=type_.type, summary=type_.description, owner=type_.owner,
        )  # fmt: skip
    members = [_field(each, path, signatures) if is_answer else _key(each, path, signatures) for each in type_.fields]
    return Symbol(
        kind="model" if is_answer else "input",
        name=type_.name,
        path=path,
        location=type_.location,
        value=Named(type_.name),
        behaviour=_object(type_, annotator),
        summary=type_.description,
        owner=type_.owner,
        members=tuple(members),
    )


def _object(type_: ObjectType, annotator: Annotator) -> dict[str, Json]:
    """Return what an object has besides its members: the type of others, and the model that is taken in its place."""
    others = annotator.annotate(MapOf(type_.extra)).text if type_.extra else ""
    return {"other members": others, "model": type_.model}


def _field(field: Field, model: str, signatures: Signatures) -> Symbol:
    value = field.type if field.required else nullable(field.type)
    return Symbol(
        kind="field",
        name=field.name,
        path=f"{model}.{field.name}",
        location=field.location,
        key=(field.wire_name,),
        annotation=signatures.answers.annotate(value).text,
        type=field.type,
        value=value,
        required=field.required,
        default="" if field.required else "None",
        summary=field.description,
    )


def _key(field: Field, dictionary: str, signatures: Signatures) -> Symbol:
    return Symbol(
        kind="key",
        name=field.name,
        path=f'{dictionary}["{field.name}"]',
        location=field.location,
        key=(field.wire_name,),
        annotation=signatures.inputs.annotate(field.type).text,
        type=field.type,
        value=field.type,
        required=field.required,
        behaviour={"server default": field.default},
        summary=field.description,
    )


def _errors(api: Api) -> Iterator[Symbol]:
    yield from (Symbol("error", name, f"errors.{name}", api.location) for name in CALL_ERRORS)
    described: dict[str, Location] = {}
    uploads: list[Upload] = []
    for resource in all_resources(api.resources):
        uploads += resource.uploads
        for method in resource.methods:
            for status in method.errors:
                described.setdefault(status, method.location.at("responses", status))
    for error in api.errors:
        location = described.get(error.status, api.location)
        yield Symbol(
            "error", error.class_name, f"errors.{error.class_name}", location, annotation=error.base,
            behaviour={"status": error.status},
        )  # fmt: skip
    if uploads:
        location = (uploads[0].attach or uploads[0].request).location
        yield Symbol("error", "UploadError", "errors.UploadError", location, annotation="CallError")
    if api.error_codes:
        place = api.location.at("x-specloom", "error", "codes")
        codes = constant_names(api.error_codes)
        yield Symbol(
            kind="constant",
            name="ErrorCode",
            path="errors.ErrorCode",
            location=place,
            annotation="StrEnum",
            members=tuple(_code(codes[code], code, place.at(code)) for code in api.error_codes),
        )


def _code(name: str, code: str, location: Location) -> Symbol:
    return Symbol("constant", name, f"errors.ErrorCode.{name}", location, annotation=literal(code))


def _webhooks(api: Api, signatures: Signatures) -> Symbol | None:
    events = api.events
    if events is None:
        return None
    parse = Symbol(
        kind="event",
        name="parse",
        path="webhooks.parse",
        location=api.location.at("x-specloom", "webhooks"),
        annotation="Event",
        behaviour={"read": _json((events.token_header, events.event_header, events.event))},
    )
    members = (parse, *(_event(each, signatures) for each in events.all))
    return Symbol("event", "webhooks", "webhooks", api.location.at("webhooks"), members=members)


def _event(event: Event, signatures: Signatures) -> Symbol:
    path = f"webhooks.{event.class_name}"
    payload = Scalar("bytes") if event.kind == "bytes" else event.payload
    members = [Symbol("event", "type", f"{path}.type", event.location, annotation=literal(event.value))]
    if payload is not None:
        annotation = signatures.answers.annotate(payload).text
        members.append(
            Symbol(
                "event", "payload", f"{path}.payload", event.location, (), annotation, payload, payload, required=True
            )
        )
    return Symbol("event", event.class_name, path, event.location, (event.value,), members=tuple(members))


def _json(value: object) -> Json:
    """Return facts as JSON: tuples as lists, dataclasses as objects."""
    match value:
        case Mapping():
            return {str(key): _json(each) for key, each in value.items()}
        case tuple() | list():
            return [_json(each) for each in value]
        case None | bool() | int() | float() | str():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _json(asdict(value))
        case _:
            raise TypeError(f"{type(value).__name__} is no fact")
