"""Blocks through the generated clients: what is documented as an answer is received, what is documented as a body is
sent, and what comes out is compared with the block.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

import httpx
from pydantic import BaseModel, TypeAdapter

from evidence.arguments import body_arguments
from evidence.equality import differences
from evidence.matching import Match, NotDescribedError
from evidence.schemas import success_status
from specloom.ir.api import Api, Method, Resource, list_arguments
from specloom.ir.types import ListOf, Named, ObjectType, Type, union_members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from specloom.source import Json
    from specloom.spec.document import Operation

__all__ = ["client_problems"]

_TOKEN: Final = {"access_token": "token", "token_type": "Bearer", "expires_in": 3600}
_FILLER: Final = "1"
"""Stands for every argument that an answer does not depend on, and that is no list."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A method of a generated client."""

    api: Api
    method: Method
    attributes: str
    """Where it is, seen from the client: `orders.lines.get`."""

    def make(self, arguments: Mapping[str, object], answer: Callable[[httpx.Request], httpx.Response]) -> Any:  # noqa: ANN401 - of the operation
        """Make the call without a network, and return what it returns: of a listing, the first page's whole answer."""
        credentials = [argument.name for credential in self.api.credentials for argument in credential.arguments]
        path = re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(self.method.path))

        def handle(request: httpx.Request) -> httpx.Response:
            asked = request.method == self.method.http_method and re.fullmatch(path, request.url.path)
            return answer(request) if asked else httpx.Response(200, json=_TOKEN)

        client_class = getattr(import_module(self.api.package), self.api.client_name)
        with client_class(
            base_url="https://api.example",
            transport=httpx.MockTransport(handle),
            on_mismatch="raise",
            **dict.fromkeys(credentials, _FILLER),
        ) as client:
            returned = attrgetter(self.attributes)(client)(**arguments)
            return returned.first_page().answer if self.method.paging else returned

    def fillers(self) -> dict[str, object]:
        """Return something for every argument that must be given."""
        required = [each for each in list_arguments(self.method) if each.required]
        return {each.name: [] if _has_list(each.type) else _FILLER for each in required}


def _has_list(type_: Type) -> bool:
    """Tell whether values of a type may be lists."""
    return any(isinstance(each, ListOf) for each in union_members(type_))


def client_problems(api: Api, match: Match, value: Json) -> Iterator[str]:
    """Yield a line for everything that the generated client loses, adds, changes or does not know of a block.

    Args:
        api: The client as facts; its package can be imported.
        match: What the block is an example of.
        value: The block.

    Raises:
        NotDescribedError: The client lacks the operation.
    """
    try:
        if match.role == "webhook":
            yield from _told(api, match.operation, value)
        elif match.role == "request":
            yield from _sent(_find_call(api, match.operation.route), value)
        else:
            yield from _received(_find_call(api, match.operation.route), value, success_status(match))
    except NotDescribedError:
        raise
    except Exception as error:  # noqa: BLE001 - errors of the client are what is looked for, whatever their class
        yield f"{type(error).__name__}: {error}"


def _find_call(api: Api, route: str) -> _Call:
    todo: list[Resource] = list(api.resources)
    while todo:
        resource = todo.pop()
        todo += resource.children
        for method in resource.methods:
            if method.route == route:
                return _Call(api, method, ".".join((*resource.path, method.name)))
    raise NotDescribedError(f"the client has no method for {route}")


def _told(api: Api, webhook: Operation, value: Json) -> Iterator[str]:
    name = str(webhook.extension.get("event") or webhook.path)
    events = api.events.all if api.events else ()
    payload = next((event.payload for event in events if event.value == name), None)
    if not isinstance(payload, Named):
        raise NotDescribedError(f"the client has no model of what the webhook {name} tells")
    model = getattr(import_module(f"{api.package}.models"), payload.name)
    told = TypeAdapter[object](model).validate_json(json.dumps(value))
    yield from differences(value, _dump(told))
    yield from _not_described(told, api)


def _received(call: _Call, value: Json, status: int) -> Iterator[str]:
    returned = call.make(call.fillers(), lambda _: httpx.Response(status, json=value))
    yield from differences(value, _dump(returned))
    yield from _not_described(returned, call.api)


def _sent(call: _Call, value: Json) -> Iterator[str]:
    bodies: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(request.content)
        return httpx.Response(204)

    problems: list[str] = []
    arguments = body_arguments(call.method, call.api.inputs, value, problems)
    yield from problems
    try:
        call.make({**call.fillers(), **arguments}, answer)
    except Exception:  # an empty answer may be one that the client does not expect
        if not bodies:
            raise
    yield from differences(value, json.loads(bodies[0] or b"null"))


def _dump(value: object) -> Json:
    adapter = TypeAdapter[object](type(value))
    dumped: Json = adapter.dump_python(value, mode="json", by_alias=True, exclude_unset=True)
    return dumped


def _not_described(value: Any, api: Api, at: str = "") -> Iterator[str]:  # noqa: ANN401 - any answer
    """Yield a line for each member that a model keeps and does not know, and for what is wrong inside of links."""
    if isinstance(value, BaseModel):
        known = api.answers.get(type(value).__name__)
        if not (isinstance(known, ObjectType) and known.extra):
            yield from (f"{at}/{name} is not described" for name in value.model_extra or ())
        for name in type(value).model_fields:
            yield from _not_described(getattr(value, name), api, f"{at}/{name}")
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _not_described(item, api, f"{at}/{place}")
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _not_described(item, api, f"{at}/{key}")
    elif hasattr(type(value), "expanded") and value.expanded is not None:
        yield from differences(_dump(value), _dump(value.expanded), at)
        yield from _not_described(value.expanded, api, at)
