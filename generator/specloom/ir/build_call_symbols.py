"""Resources and their methods, as symbols of the surface."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from specloom.ir.api import Api, Argument, BodyField, Method, Paging, Resource, Upload, list_arguments
from specloom.ir.signatures import Parameter, Signatures, result_type, upload_parameters, upload_result
from specloom.ir.surface import Symbol, as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from specloom.source import Json

_IDEMPOTENT: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""RFC 9110, 9.2.2."""


def build_resource_symbol(resource: Resource, api: Api, signatures: Signatures) -> Symbol:
    """Return a resource, with its methods and the resources in it.

    Args:
        resource: The resource.
        api: The client that it is of.
        signatures: Spells its signatures.
    """
    path = ".".join((api.package, *resource.path))
    members = (
        *(_method(method, path, signatures) for method in resource.methods),
        *(_upload(upload, path, signatures) for upload in resource.uploads),
        *(build_resource_symbol(child, api, signatures) for child in resource.children),
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
    return Symbol(
        kind="method",
        name=method.name,
        path=path,
        location=method.location,
        key=(_without_names(method.route),),
        annotation=signatures.result(method).text,
        type=method.answer.type,
        value=result_type(method),
        behaviour=_behaviour(method),
        routes=(method.route,),
        summary=method.summary,
        members=tuple(_arguments(path, method, signatures.parameters(method), list_arguments(method))),
    )


def _behaviour(method: Method) -> dict[str, Json]:
    behaviour: dict[str, Json] = {
        "failures": as_json(method.errors),
        "server": _server(method),
        "body": method.body.content_type if method.body else "",
        "idempotent": method.http_method in _IDEMPOTENT,
        **method.options,
    }
    if method.body:
        behaviour["body as"] = "one argument" if method.body.whole else "arguments"
    if method.security is not None:
        behaviour["credentials"] = as_json(method.security)
    if method.paging is not None:
        behaviour["paging"] = [method.paging.name, _paging(method.paging)]
    return behaviour


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
        behaviour={"upload": as_json(steps)},
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
    """Return how the next page is found, the name of the scheme and the type of its items aside."""
    names = (each.name for each in fields(paging))
    return {name: as_json(getattr(paging, name)) for name in names if name not in {"name", "item"}}


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
