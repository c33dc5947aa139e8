"""A client of one of two versions, and what each of its symbols is made from and of.

What else decides on a property of a class is the same property in the schemas that its own is put together with: in
each part of an `allOf`, and in the other choices where values are told apart by it. What decides on an argument, and on
what a call gives, are the schemas that describe it, which need not be classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Final

from specloom.diff.origins import Key, Side, inner_types, list_origins, place_key, types_in
from specloom.findings import Location, Place, place_of
from specloom.graph import reach
from specloom.ir.build_offers import list_successes
from specloom.ir.surface import Surface, owner_of
from specloom.ir.types import Named, Tagged, Union
from specloom.spec.document import Document, Operation, Schema
from specloom.spec.parts import parts_of


class TracedClient:
    """A client of one side: its symbols by path, and what they are made from."""

    def __init__(self, side: Side, surface: Surface, document: Document | None = None) -> None:
        self.origins: Final = list_origins(side, surface)
        self.keys: Final = frozenset(chain.from_iterable(self.origins.values()))
        self._side: Final[Side] = side
        self._symbols: Final = {symbol.path: symbol for symbol in surface.walk()}
        self._document: Final = document

    def types(self, path: str) -> Iterator[str]:
        """Yield the types that the symbol at a path is made of, and what is in it; none if there is no such one.

        Of an alias, the types that it stands for are such ones as well, and what classes are of that belong to a class.
        """
        seen, waiting = {path}, [path]
        for each in waiting:  # which grows
            symbol = self._symbols.get(each)
            for part in (symbol, *symbol.members) if symbol else ():
                for type_ in types_in(part):
                    yield type_
                    if type_ not in seen and self._goes_with(type_, path):
                        seen.add(type_)
                        waiting.append(type_)

    def _goes_with(self, type_: str, path: str) -> bool:
        """Tell whether a type is nothing of its own: an alias, or a class that belongs to the one at a path."""
        symbol, whole = self._symbols.get(type_), self._symbols.get(path)
        if symbol is None:
            return False
        return symbol.kind == "alias" or (whole is not None and symbol.owner == whole.name != symbol.name)

    def routes(self, path: str) -> tuple[str, ...]:
        """Return the operations of the method that is at a path, or that an argument at a path is of."""
        method = self._symbols.get(owner_of(path))
        return method.routes if method else ()

    def look_up(self) -> None:
        """Look up at once what is looked up when somebody asks, which takes some tenths of a second of a large one."""
        _ = self._owners, self._schemas, self._siblings

    def places(self, path: str) -> Iterator[Key]:
        """Yield the places of all that decides on a property, which the symbol at a path is made from."""
        symbol = self._symbols.get(path)
        if symbol is None or self._document is None or not symbol.key:
            return
        name = symbol.key[-1]
        owner = self._owners.get(path, "")
        owners = [each for each in (owner, *self._siblings.get(owner, ())) if each in self._symbols]
        wholes = [self._symbols[each].location for each in owners]
        for schema in self._parts((*wholes, _whole(symbol.location)), self._document):
            if name in schema.properties:
                own = schema.properties[name].location
                yield from (place_key(self._side, each.location) for each in self._parts((own,), self._document))

    def described(self, path: str) -> Iterator[Key]:
        """Yield the places of the schemas that an argument of a method, or what it gives, is described by.

        A type that is only a text or a number is no symbol, wherever it is described.
        """
        symbol = self._symbols.get(path)
        document = self._document
        if symbol is None or document is None:
            return
        method = symbol if symbol.kind == "method" else self._symbols.get(self._owners.get(path, ""), symbol)
        operations = [self._operations[route] for route in method.routes if route in self._operations]
        if symbol is method:
            contents = (answer.content for each in operations for answer in list_successes(each))
            schemas = [media.schema for content in contents for media in content.values() if media.schema is not None]
        else:
            parameters = (parameter for each in operations for parameter in each.parameters)
            schemas = [each.schema for each in parameters if (each.place, each.name) == symbol.key]
        for schema in reach(schemas, lambda each: _made_of(each, document), id):
            yield place_key(self._side, schema.location)

    def _parts(self, places: Iterable[Location], document: Document) -> Iterator[Schema]:
        starts = [self._schemas[place] for place in map(place_of, places) if place in self._schemas]
        return reach(starts, lambda each: (part.schema for part in parts_of(each, document, lone_choices=True)), id)

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        return {member.path: symbol.path for symbol in self._symbols.values() for member in symbol.members}

    @cached_property
    def _schemas(self) -> Mapping[Place, Schema]:
        """All schemas by their places."""
        if self._document is None:
            return {}
        named = [each.schema for each in self._document.schemas.values()]
        used = [schema for operation in self._document.operations for schema in operation.schemas]
        return {place_of(schema.location): schema for root in (*named, *used) for schema in root.nested()}

    @cached_property
    def _operations(self) -> Mapping[str, Operation]:
        return {each.route: each for each in self._document.operations} if self._document else {}

    @cached_property
    def _siblings(self) -> Mapping[str, Mapping[str, None]]:
        """The paths of classes by that of a class beside which they are a choice."""
        found: dict[str, dict[str, None]] = {}
        for symbol in self._symbols.values():
            group = "inputs" if symbol.direction == "input" else "models"
            for members in (type_.members for type_ in inner_types(symbol) if isinstance(type_, Tagged | Union)):
                paths = dict.fromkeys(f"{group}.{member.name}" for member in members if isinstance(member, Named))
                for path in paths:
                    found.setdefault(path, {}).update(paths)
        return found


def _made_of(schema: Schema, document: Document) -> Iterator[Schema]:
    """Yield what a schema is put together from, and the items of a list."""
    yield from (part.schema for part in parts_of(schema, document, lone_choices=True))
    if schema.items is not None:
        yield schema.items


def _whole(place: Location) -> Location:
    """Return the place of the schema that has a property, and is put together from the one where that is written."""
    pointer = place.pointer[:-2]
    while pointer[-2:-1] == ("allOf",):
        pointer = pointer[:-2]
    return Location(place.document, pointer)
