"""How a list goes on: `x-specloom.pagination`, checked against the types of the answer."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Answer, Paging
from specloom.ir.types import AliasType, ListOf, Named, NamedType, ObjectType, Type, Union, without_null
from specloom.spec.document import Json, Operation

__all__ = ["build_paging"]

_MOVING = {"offset": "offset", "page": "page", "cursor": "cursor", "link-header": ""}


def build_paging(
    operation: Operation,
    schemes: Mapping[str, Json],
    answer: Answer,
    types: Mapping[str, NamedType],
    report: list[Finding],
) -> Paging | None:
    """Return how the operation's list goes on, or None where it declares no paging.

    Every pointer of the scheme must lead somewhere in the answer's type, and the one of the items to an array;
    otherwise a finding says which does not, and the operation counts as not paged.
    """
    name = operation.extension.get("pagination")
    scheme = schemes.get(name) if isinstance(name, str) else None
    if not isinstance(name, str) or not isinstance(scheme, dict):
        return None
    location = operation.location.at("x-specloom", "pagination")
    walk = _Walk(types, location, report)
    text = {key: value for key, value in scheme.items() if isinstance(value, str)}
    style = text["style"]
    if answer.type is None:
        walk.fail(f"pagination {name!r} needs an answer with a list, and this operation returns nothing")
        return None
    items, listed = walk.follow(answer.type, text["items"])
    if listed is None:
        return None
    listed = _list_in(without_null(walk.look_through(listed)))
    if listed is None:
        walk.fail(f"pagination {name!r} says the items are at {text['items']!r}, which is no array")
        return None
    first = scheme.get("first", 1)
    paths = {key: walk.follow(answer.type, text[key])[0] for key in ("total", "pages", "more", "next") if key in text}
    last_item = walk.follow(listed.item, text["last_item"])[0] if "last_item" in text else ()
    return Paging(
        name=name,
        style=style,  # type: ignore[arg-type]  # the schema of x-specloom has checked it
        item=listed.item,
        items=items,
        parameter=text.get(_MOVING[style], ""),
        limit=text.get("limit") or text.get("size") or "",
        first=first if isinstance(first, int) else 1,
        last_item=last_item,
        **paths,
    )


def _list_in(type_: Type) -> ListOf | None:
    """Return the array that a type is; an array that may also be one lone item counts as one."""
    members = type_.members if isinstance(type_, Union) else (type_,)
    lists = [member for member in members if isinstance(member, ListOf)]
    return lists[0] if len(lists) == 1 and all(each in (lists[0], lists[0].item) for each in members) else None


class _Walk:
    """Follows JSON Pointers through Python types."""

    def __init__(self, types: Mapping[str, NamedType], location: Location, report: list[Finding]) -> None:
        self._types = types
        self._location = location
        self._report = report

    def fail(self, message: str) -> None:
        self._report.append(Finding("wrong-pagination", Severity.ERROR, message, self._location))

    def follow(self, type_: Type, pointer: str) -> tuple[tuple[str, ...], Type | None]:
        """Return the attribute names along the pointer and the type at its end; None, reported, if it leads nowhere."""
        names: list[str] = []
        current = type_
        for segment in (part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]):
            found = [
                field for object_ in self._objects(current) for field in object_.fields if field.wire_name == segment
            ]
            if not found:
                self.fail(f"pagination pointer {pointer!r} leads nowhere: the answer has no {segment!r} there")
                return (), None
            names.append(found[0].name)
            current = found[0].type
        return tuple(names), current

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
