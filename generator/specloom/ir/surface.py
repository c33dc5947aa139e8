"""The surface of a client: every name that its callers can write, once, with what they can rely on.

Documentation, lint, the comparison of two clients and the module that a type checker reads are loops over it. It has
facts and texts, no code: nothing of it depends on how a client is generated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, fields, is_dataclass
from typing import Literal, Protocol

from specloom.findings import Location
from specloom.graph import reach
from specloom.ir.types import AliasType, Direction, Field, NamedType, ObjectType, Type
from specloom.record import record
from specloom.source import Json
from specloom.targets.libraries import HTTPX

SymbolKind = Literal[
    "client", "setting", "credential", "resource", "method", "overload", "argument", "model", "field", "alias", "input",
    "key", "error", "event", "constant",
]  # fmt: skip

_BRACKET = re.compile(r"[(\[]")
_LONG = 100
"""Signatures of more characters are shortened."""


@record
class Symbol:
    """A name that callers write. Of the asynchronous client only what it shares with the other."""

    kind: SymbolKind
    name: str
    path: str
    """The whole of it, as callers write it: `fixably.Fixably(domain)`, `fixably.orders.list`,
    `fixably.orders.list(limit)`, `fixably.orders.list(accept="text/csv")`, `models.Order.status`,
    `inputs.OrderInput["status"]`, `errors.ErrorCode.E1`."""
    location: Location = field(compare=False, repr=False)
    """Where the description says what it is made from."""
    key: tuple[str, ...] = ()
    """What it stands for on the wire, whatever its name: `("query", "limit")`; empty where that says nothing."""
    annotation: str = ""
    """As Python text: its type, what a method gives back (an item, if it is paged or streamed), the base of an error or
    the value of a constant."""
    type: Type | None = None
    """As the description has it; of a method the type of its answer."""
    value: Type | None = None
    """What callers pass or get: the type with None where it can be left out, with the runtime's classes that stand for
    it, and of a paged method an item."""
    required: bool = False
    """Whether callers must give it, or may count on it."""
    default: str = ""
    """As Python text, what it is where nobody gives it."""
    positional: bool = False
    behaviour: Mapping[str, Json] = field(default_factory=dict)
    """What no annotation says, by the name of the fact: `{"server default": "10"}`. Of methods, arguments and types
    only what is not as usual."""
    routes: tuple[str, ...] = ()
    """The operations that a method calls: `("GET /orders/{id}",)`."""
    summary: str = field(default="", compare=False)
    """What the description says it is, in a few words. Nobody relies on them."""
    owner: str = ""
    """The name of the type that a type belongs to, its own where it stands for itself."""
    extra: Type | None = None
    """Of a class the type of members without names, where the description gives one."""
    members: tuple[Symbol, ...] = ()
    overloads: tuple[Symbol, ...] = ()
    """Of a method that offers media types what a call is that chooses one: each once, the default too. Their members
    are what they take for the body."""

    @property
    def path_in_client(self) -> str:
        """How callers reach it: `orders.list` from the client, and what belongs to no client by its whole path."""
        return self.path.partition(".")[2] if self.kind in {"resource", "method", "argument"} else self.path

    @property
    def chosen(self) -> str:
        """The argument by which a call chooses the media type of an overload: `accept="text/csv"`."""
        return self.path.removeprefix(f"{owner_of(self.path)}(").removesuffix(")")

    @property
    def returns(self) -> str:
        """The annotation of all that a method gives back, or one of its overloads: `Pager[Order]`."""
        return f"{self.wrapper}[{self.annotation}]" if self.wrapper else self.annotation

    @property
    def wrapper(self) -> str:
        """What a method gives back items in: `Pager` or `Stream`; empty where it gives back a whole."""
        return "Pager" if self.is_paged else "Stream" if self.is_streamed else ""

    @property
    def is_paged(self) -> bool:
        """Whether a method gives back a pager."""
        return "paging" in self.behaviour

    @property
    def is_streamed(self) -> bool:
        """Whether a method gives back a stream."""
        return "stream" in self.behaviour

    @property
    def is_of_body(self) -> bool:
        """Whether it is an argument that makes up a body, or the header of a part of one."""
        return bool(self.key) and self.key[0].partition(" ")[0] == "body"

    @property
    def direction(self) -> Direction:
        """Whether callers read it or pass it in."""
        is_alias_of_input = self.kind == "alias" and self.path.startswith("inputs.")
        return "input" if is_alias_of_input or self.kind in {"argument", "input", "key"} else "answer"

    @property
    def declaration(self) -> str:
        """How it is declared, as people read it; a long method without optional arguments, or even types of others."""
        match self.kind:
            case "client" | "resource":
                return self.path
            case "method":
                return _declare_method(self)
            case "overload":
                return f"def {_call_of(self)} -> {self.returns}"
            case "model" | "input":
                return f"class {self.name}({'Model' if self.kind == 'model' else 'TypedDict'})"
            case "alias":
                return f"{self.name}: TypeAlias = {self.annotation}"
            case "key" if not self.required:
                return f"{self.name}: NotRequired[{self.annotation}]"
            case "error" | "constant" | "event":
                return _declare_fixed(self)
            case _:
                return f"{self.name}: {self.annotation}" + (f" = {self.default}" if self.default else "")

    def walk(self) -> Iterator[Symbol]:
        """Yield the symbol and everything in it, what is outside first."""
        waiting = [self]
        while waiting:
            here = waiting.pop()
            yield here
            waiting += reversed((*here.members, *here.overloads))


def owner_of(path: str) -> str:
    """Return the path of the method that an argument or an overload is of, or of the dictionary that a key is of.

    No name of Python has a bracket, but names on the wire have: the first one counts.
    """
    return _BRACKET.split(path, maxsplit=1)[0]


def is_part_of(path: str, around: str) -> bool:
    """Tell whether a symbol is another one or stands in it, by their paths: `shop.list_all` does not in `shop.list`."""
    return path.startswith(around) and path[len(around) : len(around) + 1] in {"", ".", "(", "["}


class _Declared(Protocol):
    """What a call is declared with: a symbol, or a parameter of a signature."""

    @property
    def positional(self) -> bool: ...
    @property
    def declaration(self) -> str: ...


def declared(parameters: Sequence[_Declared], declarations: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the declarations of parameters, with a lone `*` before those of keyword arguments, which come last."""
    declarations = declarations or [each.declaration for each in parameters]
    number = sum(each.positional for each in parameters)
    return (*declarations[:number], *(["*"] if declarations[number:] else []), *declarations[number:])


def _call_of(overload: Symbol) -> str:
    """Return how callers choose a media type: `list(accept="text/csv")`, `add(content_type="text/csv", body: …)`."""
    taken = [overload.chosen, *(each.declaration for each in overload.members)]
    return f"{owner_of(overload.path).rpartition('.')[2]}({', '.join(taken)})"


def _declare_method(method: Symbol) -> str:
    required = [each for each in method.members if each.required]
    whole, short = _declare_call(method, method.members), _declare_call(method, required)
    shorter = _declare_call(method, required, [each.name for each in required])
    return next((text for text in (whole, short) if len(text) <= _LONG), shorter)


def _declare_call(method: Symbol, arguments: Sequence[Symbol], declarations: Sequence[str] = ()) -> str:
    left_out = ["…"] if len(arguments) < len(method.members) else []
    return f"def {method.name}({', '.join([*declared(arguments, declarations), *left_out])}) -> {method.returns}"


def _declare_fixed(symbol: Symbol) -> str:
    """Return the declaration of what no types are about: errors, codes, and what belongs to webhooks."""
    match symbol:
        case Symbol(kind="error") | Symbol(kind="constant", name="ErrorCode"):
            return f"class {symbol.name}({symbol.annotation})"
        case Symbol(kind="constant"):
            return f"{symbol.name} = {symbol.annotation}"
        case Symbol(path="webhooks"):
            return symbol.name
        case Symbol(path="webhooks.parse"):
            return f"def {symbol.name}(…) -> {symbol.annotation}"
        case Symbol(members=()):
            text = f"Literal[{symbol.annotation}]" if symbol.name == "type" else symbol.annotation
            return f"{symbol.name}: {text}"
        case _:
            return f"class {symbol.name}"


@record
class Surface:
    """All symbols of a client."""

    package: str
    title: str
    """What the description is called, and its version."""
    version: str
    client: Symbol
    """Its members are the arguments with which it is made."""
    resources: tuple[Symbol, ...]
    """Their members are methods and further resources."""
    models: tuple[Symbol, ...]
    inputs: tuple[Symbol, ...]
    errors: tuple[Symbol, ...]
    webhooks: Symbol | None
    """The module that reads them."""
    gave_way: frozenset[str] = field(default=frozenset(), compare=False)
    """What is called otherwise than by the description because a name that had been published stays with something
    else, as callers write it: that it is called so is due to the other, and not to having been published."""
    answer_types: Mapping[str, NamedType] = field(init=False, compare=False, repr=False)
    """The types that `models` are, as far as callers rely on them."""
    input_types: Mapping[str, NamedType] = field(init=False, compare=False, repr=False)
    """The types that `inputs` are, likewise."""

    def __post_init__(self) -> None:
        """Make the types of the symbols, which have all that there is to know of them."""
        object.__setattr__(self, "answer_types", _types_of(self.models))
        object.__setattr__(self, "input_types", _types_of(self.inputs))

    @property
    def http(self) -> str:
        """The HTTP library of which callers pass and get objects: timeouts, transports, requests and responses."""
        return str(self.client.behaviour.get("http", HTTPX))

    def walk(self) -> Iterator[Symbol]:
        """Yield every symbol, what is outside before what is in it."""
        webhooks = (self.webhooks,) if self.webhooks else ()
        for symbol in (self.client, *self.resources, *self.models, *self.inputs, *self.errors, *webhooks):
            yield from symbol.walk()

    def all_resources(self) -> Iterator[Symbol]:
        """Return the resources and those in them, parents first."""
        return reach(self.resources, lambda here: [each for each in here.members if each.kind == "resource"], id)

    def methods(self) -> Iterator[Symbol]:
        """Yield the methods of all resources."""
        for resource in self.all_resources():
            yield from (each for each in resource.members if each.kind == "method")

    def header_models(self) -> dict[str, Symbol]:
        """Return the models of header fields by the paths of the methods whose answers have them."""
        models = {model.name: model for model in self.models}
        named = {method.path: str(method.behaviour.get("headers", "")) for method in self.methods()}
        return {path: models[name] for path, name in named.items() if name in models}


def _types_of(symbols: Iterable[Symbol]) -> dict[str, NamedType]:
    """Return the types that classes and aliases stand for, by name: without documentation and without limits."""
    return {symbol.name: _type_of(symbol) for symbol in symbols}


def _type_of(symbol: Symbol) -> NamedType:
    if symbol.type is not None:
        return AliasType(symbol.name, symbol.owner, "", symbol.type, symbol.location)
    model, lists = (symbol.behaviour.get(fact) for fact in ("model", "lists"))
    fields = tuple(_field_of(each, each.type) for each in symbol.members if each.type is not None)
    named, listed = (name if isinstance(name, str) else None for name in (model, lists))
    return ObjectType(symbol.name, symbol.owner, "", fields, symbol.extra, named, symbol.location, lists=listed)


def _field_of(symbol: Symbol, type_: Type) -> Field:
    default = str(symbol.behaviour.get("server default", ""))
    return Field(symbol.name, symbol.key[0], type_, symbol.required, "", False, {}, default, symbol.location)


def as_json(value: object) -> Json:
    """Return facts as JSON: tuples as lists, dataclasses as objects."""
    match value:
        case None | bool() | int() | float() | str():
            return value
        case tuple() | list():
            return [as_json(each) for each in value]
        case Mapping():
            return {str(key): as_json(each) for key, each in value.items()}
        case _ if is_dataclass(value):
            return {each.name: as_json(getattr(value, each.name)) for each in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} is no fact")
