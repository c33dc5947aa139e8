"""JSON Pointers that `x-specloom` gives, followed through Python types: which attributes they are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from specloom.ir.types import AliasType, ListOf, Named, NamedType, ObjectType, Type, Union
from specloom.source import parse_pointer

__all__ = ["Walk"]


class Walk:
    """Follows JSON Pointers through the types of answers.

    Args:
        types: The named types.
        fail: Is told of a pointer that leads nowhere.
    """

    def __init__(self, types: Mapping[str, NamedType], fail: Callable[[str], None]) -> None:
        self._types = types
        self._fail = fail

    def follow(self, type_: Type, pointer: str) -> tuple[tuple[str, ...], Type | None]:
        """Return the attribute names along the pointer and the type at its end; None, reported, if it leads nowhere."""
        names: list[str] = []
        current = type_
        for segment in parse_pointer(pointer):
            found = [
                field for object_ in self._objects(current) for field in object_.fields if field.wire_name == segment
            ]
            if not found:
                self._fail(f"pointer {pointer!r} leads nowhere: the answer has no {segment!r} there")
                return (), None
            names.append(found[0].name)
            current = found[0].type
        return tuple(names), current

    def has_list(self, type_: Type | None) -> bool:
        """Tell whether a type is an array, or an object with a member that may be one."""
        if type_ is None:
            return False
        inner = [field.type for object_ in self._objects(type_) for field in object_.fields]
        return any(isinstance(each, ListOf) for one in (type_, *inner) for each in self._alternatives(one))

    def _alternatives(self, type_: Type) -> list[Type]:
        type_ = self.look_through(type_)
        if isinstance(type_, Union):
            return [each for member in type_.members for each in self._alternatives(member)]
        return [type_]

    def look_through(self, type_: Type) -> Type:
        """Return what an alias stands for; other types are returned as they are."""
        while isinstance(type_, Named) and isinstance(alias := self._types[type_.name], AliasType):
            type_ = alias.type
        return type_

    def _objects(self, type_: Type) -> list[ObjectType]:
        type_ = self.look_through(type_)
        if isinstance(type_, Named):
            object_ = self._types[type_.name]
            return [object_] if isinstance(object_, ObjectType) else []
        if isinstance(type_, Union):
            return [object_ for member in type_.members for object_ in self._objects(member)]
        return []
