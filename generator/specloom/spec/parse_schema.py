"""Schema Objects (4.8.24): from nodes to `Schema` values, without recursion, each node once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any, Final

from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Discriminator, Extension, Loss, NamedSchema, Schema
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import KEYWORDS, RESTRICTIONS, Keyword
from specloom.spec.node import Node, NodeKey
from specloom.spec.objects import OBJECTS
from specloom.spec.value_types import ArrayValue, MapValue, OneOrMany, ScalarValue, is_number


def _count(value: Json) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _number(value: Json) -> float | int | None:
    return value if is_number(value) else None


def _array(value: Json) -> tuple[Json, ...]:
    return tuple(value) if isinstance(value, list) else ()


def as_written(value: Json) -> str:
    """Return a value as text, whatever it is; none as the empty text."""
    return "" if value is None else str(value)


def _extension(value: Json) -> Extension:
    """Return what an `x-specloom` says about the API; what it says to `lint` about this text is none of it."""
    return {key: member for key, member in value.items() if key != "ignore"} if isinstance(value, dict) else {}


def _reader(keyword: Keyword) -> Callable[[Json], object] | None:
    """Return what makes the value of an attribute of a keyword's value; None where it is taken as it is."""
    match keyword.value:
        case ScalarValue("count"):
            return _count
        case ScalarValue("number"):
            return _number
        case ArrayValue():
            return _array
        case OneOrMany():
            return lambda value: _array(value) or (value,)
        case _:
            return None


_APART: Final = frozenset({"$ref", "discriminator", "example"})
"""Keywords whose values are more than they look like."""
_PLAIN: Final[Mapping[str, tuple[str, Callable[[Json], object] | None]]] = {
    keyword.name: (keyword.attribute, _reader(keyword))
    for keyword in KEYWORDS.values()
    if keyword.attribute not in {"", RESTRICTIONS} and not keyword.holds and keyword.name not in _APART
} | {"x-specloom": ("extension", _extension), "x-sunset": ("sunset", as_written)}
"""Keyword → the attribute of `Schema` that takes its value, and how."""
_RESTRICTIONS: Final = frozenset(name for name, each in KEYWORDS.items() if each.attribute == RESTRICTIONS)
_BESIDES: Final = ("then", "else", "dependentSchemas")
"""Keywords whose schemas apply to some of the values."""
_UNEVALUATED: Final = {"unevaluatedProperties": "unevaluated_properties", "unevaluatedItems": "unevaluated_items"}
_EMPTY: Final[Mapping[str, Any]] = {}
_EMPTY_MAPPINGS: Final = {each.name: _EMPTY for each in fields(Schema) if each.default_factory is dict}
"""The attributes that are mappings: nearly all are empty, and of too many schemas for each to have one of its own."""
_HOLDS: Final = {name: each.holds for name, each in KEYWORDS.items() if each.holds and each.attribute}
"""Keywords whose schemas are parsed with the schema that they stand in → how they stand there."""
_UNUSED: Final = frozenset(name for name, each in KEYWORDS.items() if each.unused)


class Schemas:
    """Turns Schema Objects into `Schema` values and collects those that are referenced.

    What clients make nothing of goes to the losses.
    """

    def __init__(self, index: DocumentIndex, losses: list[Loss]) -> None:
        self.named: dict[str, NamedSchema] = {}
        self._index = index
        self._losses = losses
        self._resolver = index.resolver
        self._parsed: dict[NodeKey, Schema] = {}
        self._waiting: deque[Node] = deque()
        self._named_keys: set[str] = set()

    def parse(self, node: Node) -> Schema:
        """Return the schema at `node`."""
        order: list[tuple[NodeKey, Node]] = []
        waiting = [node]
        while waiting:
            current = waiting.pop()
            key = current.key
            if key not in self._parsed:
                order.append((key, current))
                if not _HOLDS.keys().isdisjoint(current.members):  # most hold no others
                    waiting.extend(current.schemas(_HOLDS))
        # Every schema comes after those that contain it, so that backwards all its parts are there.
        for key, current in reversed(order):
            self._parsed[key] = self._build(current)
        return self._parsed[node.key]

    def refer(self, node: Node) -> str:
        """Return the key of `node` in `Document.schemas`, and see to it that it gets there."""
        key = node.name
        if key not in self._named_keys:
            self._named_keys.add(key)
            self._waiting.append(node)
        return key

    def finish(self) -> dict[str, NamedSchema]:
        """Parse what has been referred to, and return all named schemas."""
        while self._waiting:
            node = self._waiting.popleft()
            self.named[node.name] = NamedSchema(node.own_name, self.parse(node))
        return self.named

    def _build(self, node: Node) -> Schema:
        if not isinstance(node.value, dict):
            return Schema(node.location, never=node.value is False)
        # Most schemas have few of the many keywords: whatever is not said is left to the defaults of `Schema`.
        said: dict[str, Any] = {**_EMPTY_MAPPINGS}
        restrictions: dict[str, Json] = {}
        self._note_unused(node)
        for keyword, value in node.value.items():
            if plain := _PLAIN.get(keyword):
                attribute, read = plain
                said[attribute] = read(value) if read else value
            elif keyword in _RESTRICTIONS:
                restrictions[keyword] = value
            elif keyword in _HOLDS:
                said[KEYWORDS[keyword].attribute] = self._parts(node, keyword)
        if "example" in node.value:
            said["examples"] = (*said.get("examples", ()), node.value["example"])
        _leave_out_void_default(said)
        if "$ref" in node.value:
            said["ref"] = self.refer(self._resolver.target(node, "Schema"))
        if "discriminator" in node.value:
            said["discriminator"] = self._discriminator(node)
        if restrictions:
            said |= {RESTRICTIONS: restrictions, **self._besides(node)}
        return Schema(node.location, **said)

    def _note_unused(self, node: Node) -> None:
        if _UNUSED.isdisjoint(node.members):
            return
        for keyword in node.members:
            if keyword in _UNUSED:
                found = unused_members(node, "Schema", keyword)
                # Before OpenAPI 3.1, a format says how texts are encoded: that is what people find in the file.
                is_format = keyword == "contentEncoding" and node.file.version < "3.1"
                self._losses += (
                    replace(each, location=node.location.at("format"), what="format") if is_format else each
                    for each in found
                )

    def _besides(self, node: Node) -> dict[str, object]:
        """Return what restrictions of a schema describe of its values."""
        found: dict[str, object] = {
            attribute: self._parts(node, keyword)
            for keyword, attribute in _UNEVALUATED.items()
            if keyword in node.members
        }
        conditions = (keyword for keyword in node.members if keyword in _RESTRICTIONS and keyword in _HOLDS)
        found["conditions"] = {keyword: self._parts(node, keyword) for keyword in conditions}
        for attribute, keywords in (("conditional", _BESIDES), ("contains", ("contains",))):
            found[attribute] = tuple(self._parsed[each.key] for each in node.schemas(keywords))
        if {"then", "else"} <= node.members.keys():
            found["either"] = tuple(self._parsed[each.key] for each in node.schemas(("then", "else")))
        return found

    def _parts(self, node: Node, keyword: str) -> Schema | tuple[Schema, ...] | dict[str, Schema]:
        file, front, value = node.file.key, (*node.pointer, keyword), node.members[keyword]
        if _HOLDS[keyword] == "list" and isinstance(value, list):
            return tuple(self._parsed[file, (*front, str(index))] for index, _ in enumerate(value))
        if _HOLDS[keyword] == "map" and isinstance(value, dict):
            return {name: self._parsed[file, (*front, name)] for name in value}
        return self._parsed[file, front]

    def _discriminator(self, node: Node) -> Discriminator | None:
        """Return the Discriminator Object with the mappings that need no saying: a schema's name means it (4.8.25)."""
        discriminator = node.get("discriminator")
        if discriminator is None:
            return None
        mapping = {
            value: self.refer(self._index.mapped[choice.key])
            for value, choice in discriminator.items("mapping")
            if choice.key in self._index.mapped
        }
        said = set(mapping.values())
        for branch in node.choices:
            if branch.reference is not None:
                target = self._resolver.target(branch, "Schema")
                if target.name not in said:
                    mapping.setdefault(target.own_name, self.refer(target))
        default = self._index.mapped.get((discriminator.file.key, (*discriminator.pointer, "defaultMapping")))
        return Discriminator(
            discriminator.text("propertyName"), mapping, default=self.refer(default) if default else None
        )


def unused_members(node: Node, kind: str, *keys: str) -> Iterator[Loss]:
    """Yield the members of an object of which clients make nothing, or each entry of such a member."""
    for key in keys or node.members:
        member = OBJECTS[kind].members.get(key)
        if member is None or member.unused is None or (child := node.get(key)) is None:
            continue
        said, children = member.unused, [*child.children] if isinstance(member.value_type, MapValue) else []
        for name, entry in children if said.what != key else ():
            if not name.startswith("x-"):
                yield Loss(entry.location, f"{said.what} {name}", said.why, said.minor)
        if not children or said.what == key:
            yield Loss(child.location, said.what, said.why, said.minor)


def extension_of(node: Node) -> Extension:
    """Return the members of the `x-specloom` of an object, without `ignore`."""
    return _extension(node.members.get("x-specloom"))


def _leave_out_void_default(said: dict[str, Any]) -> None:
    """Take out null as the default of what cannot be null: it says that there is none."""
    if said.get("default", "") is None and "null" not in said.get("types", ("null",)):
        del said["default"]
