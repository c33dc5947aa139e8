"""The surface of a client, made from its facts."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.findings import Location
from specloom.ir.annotations import Annotator, literal
from specloom.ir.api import CALL_ERRORS, Api, Credential, all_resources
from specloom.ir.build_call_symbols import build_resource_symbol, paging_facts
from specloom.ir.events import Event
from specloom.ir.name_scopes import constant_names
from specloom.ir.signatures import Signatures, build_signatures
from specloom.ir.surface import Surface, Symbol, as_json
from specloom.ir.types import AliasType, Direction, Field, MapOf, Named, NamedType, ObjectType, Scalar, Type, nullable
from specloom.source import Json
from specloom.targets.libraries import HTTPX


def build_surface(api: Api, http: str = HTTPX, *, for_people: bool = True) -> Surface:
    """Return every name that callers of a client can write that sends its requests by this HTTP library.

    `for_people`: annotations are to be read, and not to be code beside generated code; see `Annotator`.
    """
    signatures = build_signatures(api, for_people=for_people)
    return Surface(
        package=api.package,
        title=api.title,
        version=api.version,
        client=_client(api, http, signatures),
        resources=tuple(build_resource_symbol(each, api, signatures) for each in api.resources),
        models=tuple(_type(each, "answer", signatures) for each in api.answers.values()),
        inputs=tuple(_type(each, "input", signatures) for each in api.inputs.values()),
        errors=tuple(_errors(api, signatures)),
        webhooks=_webhooks(api, signatures),
    )


def _client(api: Api, http: str, signatures: Signatures) -> Symbol:
    path = f"{api.package}.{api.client_name}"
    linked = api.collections  # how these are read, the type of their items aside
    links = None if api.links is None else {"shape": as_json(api.links), "own class": not api.links.is_usual}
    return Symbol(
        kind="client",
        name=api.client_name,
        path=path,
        location=api.location,
        behaviour={
            "environment": api.base_url_environment.removesuffix("BASE_URL"),
            "rate limit": list(api.rate_limit) if api.rate_limit else None,
            "credentials": as_json(api.security),
            "errors": as_json(dict(api.error_pointers)),
            "envelope": as_json(api.envelope) if api.envelope else None,
            "links": links,
            **({"collections": [paging_facts(linked.paging), linked.expand, linked.grammar]} if linked else {}),
            "searches": {name: as_json(grammar) for name, grammar in api.searches.items()},
            **({} if http == HTTPX else {"http": http}),
        },
        members=tuple(_settings(api, path, signatures)),
    )


def _settings(api: Api, client: str, signatures: Signatures) -> Iterator[Symbol]:
    text = "str | None"
    for each in sorted(api.settings, key=lambda setting: not setting.required):
        yield Symbol(
            "setting", each.name, f"{client}({each.name})", each.location, ("variable", each.variable), text,
            default="None", summary=each.description,
            behaviour={
                "environment": each.environment, "default": "" if each.required else each.default,
                **({"choices": list(each.choices)} if each.choices else {}),
            },
        )  # fmt: skip
    for credential in api.credentials:
        yield from _credential(credential, client, signatures)
    location = api.location.at("servers", 0, "url")
    address: dict[str, Json] = {"environment": api.base_url_environment, "default": api.base_url}
    address["address"] = _called_address(api)
    yield Symbol(
        "setting", "base_url", f"{client}(base_url)", location, ("address",), text, default="None", behaviour=address
    )
    if api.fetches_tokens:
        annotation = f"{signatures.inputs.spell('_TokenStore')} | None"
        yield Symbol(
            "setting", "token_store", f"{client}(token_store)", api.location, ("token store",), annotation,
            default="None", behaviour={"environment": "", "default": "the memory of the process"},
        )  # fmt: skip
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
        sent = [credential.kind, credential.parameter, as_json(credential.token_request)]
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


def _type(type_: NamedType, direction: Direction, signatures: Signatures) -> Symbol:
    is_answer = direction == "answer"
    annotator = signatures.answers if is_answer else signatures.inputs
    path = f"{'models' if is_answer else 'inputs'}.{type_.name}"
    if isinstance(type_, AliasType):
        return Symbol(
            "alias", type_.name, path, type_.location, annotation=annotator.annotate(type_.type).text,
            type=type_.type, value=type_.type, summary=type_.description, owner=type_.owner,
            members=_constants(type_, path),
        )  # fmt: skip
    return Symbol(
        kind="model" if is_answer else "input",
        name=type_.name,
        path=path,
        location=type_.location,
        value=Named(type_.name),
        behaviour=_object(type_, annotator),
        summary=type_.description,
        owner=type_.owner,
        extra=type_.extra,
        members=tuple(_member(each, path, annotator, is_answer=is_answer) for each in type_.fields),
    )


def _constants(type_: AliasType, path: str) -> tuple[Symbol, ...]:
    """Return the names of an enumeration's values; the class that they are in is called after it."""
    place = type_.location.at("x-specloom", "names")
    return tuple(
        Symbol("constant", name, f"{path}.{name}", place, annotation=literal(value))
        for name, value in type_.constants.items()
    )


def _object(type_: ObjectType, annotator: Annotator) -> dict[str, Json]:
    """Return what an object has besides its members: the type of others, its model, and what it is to links."""
    facts: dict[str, Json] = {}
    if type_.extra:
        facts["other members"] = annotator.annotate(MapOf(type_.extra)).text
    if type_.model:
        facts["model"] = type_.model
    if type_.own_link:
        facts["own link"] = as_json(type_.own_link)
    if type_.lists:
        facts["lists"] = type_.lists
    return facts


def _member(field: Field, owner: str, annotator: Annotator, *, is_answer: bool) -> Symbol:
    """Return a field of a model, or a key of a dictionary that calls take."""
    value = nullable(field.type) if is_answer and not field.required else field.type
    return Symbol(
        kind="field" if is_answer else "key",
        name=field.name,
        path=f"{owner}.{field.name}" if is_answer else f'{owner}["{field.name}"]',
        location=field.location,
        key=(field.wire_name,),
        annotation=annotator.annotate(value).text,
        type=field.type,
        value=value,
        required=field.required,
        default="None" if is_answer and not field.required else "",
        behaviour={"server default": field.default} if field.default and not is_answer else {},
        summary=field.description,
    )


def _errors(api: Api, signatures: Signatures) -> Iterator[Symbol]:
    for name in CALL_ERRORS:
        type_ = api.error_type if name == "ApiError" else None
        members = tuple(_error_body(name, type_, api.location, signatures))
        yield Symbol("error", name, f"errors.{name}", api.location, members=members)
    resources = tuple(all_resources(api.resources))
    described: dict[str, Location] = {}
    for method in (method for resource in resources for method in resource.methods):
        for status in method.errors:
            described.setdefault(status, method.location.at("responses", status))
    for error in api.errors:
        yield Symbol(
            kind="error",
            name=error.class_name,
            path=f"errors.{error.class_name}",
            location=described.get(error.status, api.location),
            annotation=error.base,
            behaviour={"status": error.status},
            members=tuple(
                _error_body(error.class_name, error.type, described.get(error.status, api.location), signatures)
            ),
        )
    if uploads := [upload for resource in resources for upload in resource.uploads]:
        location = uploads[0].last.location
        yield Symbol("error", "UploadError", "errors.UploadError", location, annotation="CallError")
    if api.error_codes:
        yield _codes(api)


def _error_body(error: str, type_: Type | None, location: Location, signatures: Signatures) -> Iterator[Symbol]:
    """Yield the attribute that is the body of a failure, where it is described."""
    if type_ is not None:
        annotation = signatures.answers.annotate(nullable(type_)).text
        yield Symbol(
            "field", "error", f"errors.{error}.error", location, ("body",), annotation, type_, nullable(type_),
            default="None",
        )  # fmt: skip


def _codes(api: Api) -> Symbol:
    place, names = api.location.at("x-specloom", "error", "codes"), constant_names(api.error_codes)
    path = "errors.ErrorCode"
    codes = tuple(
        Symbol("constant", names[code], f"{path}.{names[code]}", place.at(code), annotation=literal(code))
        for code in api.error_codes
    )
    return Symbol("constant", "ErrorCode", path, place, annotation="StrEnum", members=codes)


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
        behaviour={
            "read": as_json((events.token_header, events.event_header, events.event)),
            **({"login": as_json(events.login)} if events.login else {}),
            **({"signature": as_json(events.signature)} if events.signature else {}),
        },
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
