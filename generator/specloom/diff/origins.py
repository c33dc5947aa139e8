"""What of a description each symbol of a client is made from, in the words in which changes say what they are about.

A key is a place in one of both descriptions (a file and the way through it) or the subject of a change:
`("GET /orders", "query", "limit")`. A schema has one place, wherever it is referred to; what an operation has may be
described elsewhere and still is its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final, Literal, TypeAlias, TypeVar

from specloom.diff.vocabulary import MEDIA_TYPES
from specloom.findings import Location
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import LinkTo, Literals, Named, Tagged, Type, Union, links_in, walk
from specloom.spec.extension import request_options

Key: TypeAlias = tuple[str, ...]
Side = Literal["old", "new"]
_T = TypeVar("_T")

_LISTED: Final = "\0"
"""Stands for the property that tells types apart without a discriminator: one whose values are listed."""
_OF_METHODS: Final = (
    "security", "server", "response", "body", "pagination", "upload", "attach", "edit", "method", "operationId",
    "resource", "tags", *request_options(),
)  # fmt: skip
"""What changes of an operation are about that its method is made from as well."""


_PARTS: Final = {("body",): "body", ("content type",): "body", ("accept",): "response"}
"""What of an operation says what is passed in a body, and what can be asked for."""
HEADERS: Final = "headers"
"""The last word of the key of the header fields that answers have."""
_CHOOSING: Final = frozenset({("content type",), ("accept",)})
"""What arguments are for that choose between media types."""


def place_key(side: Side, location: Location) -> Key:
    """Return the key of a place in the old or the new description."""
    return (side, location.document.name, *location.pointer)


def innermost(key: Key, keys: AbstractSet[Key], *, at_least: int = 3) -> Key | None:
    """Return the innermost of some keys that is a key or around it; with 3, behind the side and the document."""
    return next((key[:end] for end in range(len(key), at_least - 1, -1) if key[:end] in keys), None)


def innermost_in(key: Key, found: Mapping[Key, _T]) -> _T | None:
    """Return what is at a place or at the innermost that is around it; None where nothing is."""
    place = innermost(key, found.keys())
    return None if place is None else found[place]


def list_origins(side: Side, surface: Surface) -> dict[str, tuple[Key, ...]]:
    """Return the keys of every symbol of a client by its path, the most telling first."""
    facts = _Facts(side, surface)
    found: dict[str, tuple[Key, ...]] = {}
    waiting: list[tuple[Symbol, Symbol | None]] = [(each, None) for each in facts.outermost]
    while waiting:
        symbol, around = waiting.pop()
        found[symbol.path] = tuple(dict.fromkeys(facts.keys(symbol, around)))
        waiting += [(each, symbol) for each in (*symbol.members, *symbol.overloads)]
    return found


class _Facts:
    """What the keys of single symbols are made of."""

    def __init__(self, side: Side, surface: Surface) -> None:
        self.outermost: Final = (
            surface.client, *surface.resources, *surface.models, *surface.inputs, *surface.errors,
            *((surface.webhooks,) if surface.webhooks else ()),
        )  # fmt: skip
        self._side: Final[Side] = side
        self._client: Final = surface.client
        self._methods: Final = tuple(surface.methods())
        self._models: Final = surface.models
        self._inputs: Final = {symbol.path: symbol for symbol in surface.inputs}
        self._users: Final = defaultdict[str, list[Key]](list)
        self._told_apart: Final = defaultdict[tuple[str, str], list[Key]](list)
        for user in surface.walk():
            place = self._place(user)
            for path, tag in _types_and_tags(user):
                self._users[path].append(place)
                if tag:
                    self._told_apart[path, tag].append(place)
        self._errors: Final[dict[str, tuple[Key, ...]]] = {}
        self._failures: Final = defaultdict[object, list[tuple[str, str]]](list)
        """Status → the routes that document it, each with the status; null: all of all statuses."""
        for method in self._methods:
            failures = method.behaviour.get("failures")
            for route in method.routes:
                for status in failures if isinstance(failures, list) else ():
                    for each in (status, None):
                        self._failures[each].append((route, str(status)))
        for path, own in self._list_described_in(surface):
            self._users[path] += own

    def _list_described_in(self, surface: Surface) -> Iterator[tuple[str, Iterable[Key]]]:
        """Yield the types that are described in an operation, and what of that they and their names are made from."""
        headers = surface.header_models()
        methods = {self._place(method): method for method in self._methods}
        for method in self._methods:
            if method.path in headers:  # it has all header fields of its answers
                keys = ((route, "response", HEADERS) for route in method.routes)
                yield headers[method.path].path, [*keys, *_naming(method), self._place(method)]
        for type_ in (*surface.models, *surface.inputs):
            if (owner := innermost_in(self._place(type_), methods)) is not None:
                yield type_.path, _naming(owner)

    def keys(self, symbol: Symbol, around: Symbol | None) -> Iterator[Key]:
        """Yield the keys of a symbol, the most telling first."""
        if symbol.kind == "credential":
            yield ("security scheme", symbol.key[1])
        if symbol.location.pointer:  # a whole file is nobody's place
            yield self._place(symbol)
        # What an exception has is made from what it is made from itself.
        yield from self._more(around if around is not None and around.kind == "error" else symbol, around)

    def _place(self, symbol: Symbol) -> Key:
        return place_key(self._side, symbol.location)

    def _more(self, symbol: Symbol, around: Symbol | None) -> Iterable[Key]:
        """Return the keys of a symbol besides its place."""
        match symbol.kind:
            case "method":
                return self._of_method(symbol)
            case "argument" | "overload" if around is not None:
                return _of_argument(symbol, around)
            case "resource":
                return _of_resource(symbol)
            case "credential":
                return self._of_credential(symbol.key[1])
            case "model" | "input" | "alias":
                return self._of_type(symbol)
            case "setting":
                return self._of_setting(symbol.key)
            case "error" | "field":
                return self._of_field(symbol, around or symbol)
            case "constant" if symbol.path.startswith("errors."):
                return [("x-specloom", "error", *symbol.location.pointer[-1:])]
            case "event":
                return [("x-specloom", "webhooks")]
            case _:
                return []

    def _of_method(self, method: Symbol) -> Iterator[Key]:
        """Yield the operations that it calls, what is theirs, and the schemas of their bodies."""
        yield from ((route,) for route in method.routes)
        yield from ((route, name) for route in method.routes for name in _OF_METHODS)
        for argument in method.members:
            if argument.key[:1] == ("body",):
                types = [self._inputs[path] for path in types_in(argument) if path in self._inputs]
                members = [member for type_ in types for member in type_.members]
                yield from map(self._place, (argument, *types, *members))

    def _of_type(self, symbol: Symbol) -> Iterator[Key]:
        """Yield where it is referred to. Relations that can be expanded are the links of the model in their place."""
        yield from self._users[symbol.path]
        if symbol.kind == "alias":
            yield from map(self._place, self._links.get(self._place(symbol), ()))

    @cached_property
    def _links(self) -> Mapping[Key, list[Symbol]]:
        """The links of each model, by its place."""
        return {
            self._place(model): [each for each in model.members if each.type and any(links_in(each.type))]
            for model in self._models
        }

    def _of_setting(self, key: Key) -> Iterator[Key]:
        """Yield the first server and its variables, of which an address is made, or the operations with servers.

        OpenAPI 2.0 describes an address in parts.
        """
        if key == ("address",):
            yield from (self._place(each) for each in self._client.members if each.key[:1] == ("variable",))
            yield place_key(self._side, self._client.location.at("servers", 0))
            yield ("server",)
        elif key == ("token store",):
            traded = [each.key[1] for each in self._client.members if each.kind == "credential" and _is_traded(each)]
            yield from (("security scheme", scheme) for scheme in traded)
            yield from (key for scheme in traded for key in self._of_credential(scheme))
        elif key == ("servers",):
            routes = [route for each in self._methods if "server" in each.behaviour for route in each.routes]
            yield from ((route, "server") for route in routes)
            yield from ((route,) for route in routes)

    def _of_field(self, field: Symbol, around: Symbol) -> Iterable[Key]:
        """Return where types are told apart by it, which decides on its values; what an exception has is of that."""
        if around.kind == "error":
            if around.path not in self._errors:  # all that it has is made from what it is made from
                self._errors[around.path] = tuple(dict.fromkeys(self._of_error(around)))
            return self._errors[around.path]
        tags = [*field.key[-1:], *(_LISTED for each in inner_types(field) if isinstance(each, Literals))]
        return [key for tag in tags for key in self._told_apart[around.path, tag]]

    def _of_error(self, error: Symbol) -> Iterator[Key]:
        """Yield the responses of all operations that document the status, or any failure, then the operations.

        What holds of any failure may be said for all other statuses alone, of which methods say nothing.
        """
        status = error.behaviour.get("status")
        documented = self._failures.get(status, [])
        if error.name == "UploadError":
            uploading = [route for method in self._methods if "upload" in method.behaviour for route in method.routes]
            yield from ((route, name) for route in uploading for name in ("upload", "attach"))
        routes = [route for method in self._methods for route in method.routes] if status is None else []
        yield from ((route, "response", each) for route, each in documented)
        yield from ((route, "response", "default") for route in routes)
        yield from ((route, "response") for route in routes)
        yield from ((route,) for route, _ in documented)
        yield from ((route,) for route in routes)

    def _of_credential(self, scheme: str) -> Iterator[Key]:
        """Yield what says that calls take it: operations themselves, and the description for the others."""
        for method in self._methods:
            if scheme in _schemes(method):
                yield from ((route, "security") for route in method.routes)
        yield ("security",)
        yield from ((route,) for method in self._methods for route in method.routes if scheme in _schemes(method))


def types_in(symbol: Symbol) -> Iterator[str]:
    """Yield the paths of the classes and aliases that a symbol is made of, what is in it aside."""
    return (path for path, _ in _types_and_tags(symbol))


def _types_and_tags(symbol: Symbol) -> Iterator[tuple[str, str]]:
    """Yield the classes and aliases that a symbol is made of, each with the property that tells it apart, if any."""
    group = "inputs" if symbol.direction == "input" else "models"
    if model := symbol.behaviour.get("model"):
        yield f"models.{model}", ""
    for type_ in inner_types(symbol):
        match type_:
            case Named(name) | LinkTo(str(name)):
                yield f"{group}.{name}", ""
            case Tagged(wire_name=tag, members=members):
                yield from ((f"{group}.{member.name}", tag) for member in members)
            case Union(members) if symbol.direction != "input":
                yield from ((f"{group}.{each.name}", _LISTED) for each in members if isinstance(each, Named))
            case _:
                pass


def inner_types(symbol: Symbol) -> Iterator[Type]:
    """Yield the types that a symbol is of, and what callers pass or get, and all in them."""
    if symbol.type is not None:
        yield from walk(symbol.type)
    if symbol.value is not None and symbol.value is not symbol.type:
        yield from walk(symbol.value)


def _of_argument(argument: Symbol, method: Symbol) -> Iterator[Key]:
    place = argument.key[:1]
    for route in method.routes:
        if argument.key:
            yield (route, *argument.key)
        if place == ("path",):
            yield (route.partition(" ")[2], *argument.key)
        if place in _CHOOSING:
            yield (route, _PARTS[place], MEDIA_TYPES)
        if place in _PARTS:
            yield (route, _PARTS[place])
        if "upload" in method.behaviour:
            yield from ((route, "upload"), (route, "attach"))
        if "edit" in method.behaviour:
            yield (route, "edit")


def _of_resource(resource: Symbol) -> Iterator[Key]:
    routes = [route for each in resource.walk() for route in each.routes]
    yield from ((route, name) for route in routes for name in ("resource", "tags"))


def _is_traded(credential: Symbol) -> bool:
    """Tell whether a credential is traded for a token, which clients keep in a store."""
    match credential.behaviour.get("sent"):
        case [_, _, request]:
            return request is not None
        case _:
            return False


def _naming(method: Symbol) -> Iterator[Key]:
    """Yield what says how a method is called, and so the types that are described in its operation."""
    yield from ((route, name) for route in method.routes for name in ("operationId", "method", "tags", "resource"))
    yield from ((route,) for route in method.routes)


def _schemes(method: Symbol) -> Iterable[str]:
    alternatives = method.behaviour.get("credentials")
    lists = alternatives if isinstance(alternatives, list) else []
    return {str(name) for each in lists if isinstance(each, list) for name in each}
