"""Descriptions with one member less: what shows whether a client heeds each member of its description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from specloom.findings import DescriptionError
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.render.package import render_package
from specloom.source import parse_pointer
from specloom.spec.load import load_description
from specloom.spec.objects import OBJECTS, OPENAPI
from specloom.spec.value_types import ArrayValue, MapValue, Member, Of, OneOrMany, ValueType
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from specloom.ir.api import Api
    from specloom.spec.document import Document

__all__ = ["Client", "make_client", "removals", "without"]

Json: TypeAlias = Any
Pointer: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Client:
    """What is made of a description of OpenAPI 3.1 in one file."""

    document: Document
    api: Api
    files: dict[str, str]
    """Without the README, which names the losses."""

    def names(self, pointer: Pointer) -> bool:
        """Tell whether the ledger names a member, what it stands in, or what stands in it."""
        return any(place[: len(pointer)] == pointer or pointer[: len(place)] == place for place in self.lost)

    @property
    def lost(self) -> set[Pointer]:
        """The places that the ledger names."""
        return {loss.location.pointer for loss in self.api.losses}


def make_client(document: Json, folder: Path) -> Client | None:
    """Return the client of a description; None where none can be made of it."""
    path = folder / "openapi.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    try:
        resolved = load_description(Target(path)).document
        api = build_api(resolved)
    except DescriptionError:
        return None
    files = {**render_package(api, build_surface(api)).generated}
    del files["README.md"]
    return Client(resolved, api, files)


def removals(document: Json, lost: Collection[Pointer]) -> Iterator[tuple[Pointer, Json]]:
    """Yield the place of each member, entry and element that a client should heed, and what stands there.

    Elements are words as well: each of several types, values, names of what is required, and scopes. What is for
    readers is left out by the tables of `spec`, and so are extensions and components that nothing uses.

    Args:
        document: The description.
        lost: The places that are known to have no effect: what is used there only has none either.
    """
    used = _used_components(document, lost)
    waiting: list[tuple[Pointer, Json, ValueType]] = [((), document, OPENAPI)]
    while waiting:
        pointer, value, value_type = waiting.pop()
        for key, child, member in _parts(value, value_type):
            place = (*pointer, key)
            if place[:1] == ("components",) and len(place) >= _ENTRY and place[:_ENTRY] not in used:
                continue
            if not member.documents:
                if place[:1] != ("components",) or len(place) > _ENTRY:
                    yield place, child
                waiting.append((place, child, member.value_type))


_ENTRY = 3  # components/SECTION/NAME


def _parts(value: Json, value_type: ValueType) -> Iterator[tuple[str, Json, Member]]:
    match value_type:
        case Of(name) if isinstance(value, dict):
            kind = OBJECTS[name]
            for key, child in value.items():
                if key in kind.members:
                    yield key, child, kind.members[key]
                elif key == "$ref":
                    yield key, child, Member(MapValue(OPENAPI))
                elif kind.entries and not key.startswith("x-"):
                    yield key, child, Member(kind.entries.value)
        case MapValue(entry) if isinstance(value, dict):
            for key, child in value.items():
                yield key, child, Member(entry)
        case ArrayValue(item) | OneOrMany(item) if isinstance(value, list):
            for index, child in enumerate(value):
                yield str(index), child, Member(item)
        case _:
            return


def _used_components(document: Json, lost: Collection[Pointer]) -> set[Pointer]:
    """Return the components that operations and webhooks lead to, by references, mappings and names."""
    components = document.get("components", {})
    found: set[Pointer] = set()
    waiting: list[tuple[Pointer, Json]] = [((key,), value) for key, value in document.items() if key != "components"]
    while waiting:
        pointer, value = waiting.pop()
        if pointer in lost:
            continue
        if isinstance(value, list):
            waiting += [((*pointer, str(index)), each) for index, each in enumerate(value)]
        elif isinstance(value, dict):
            waiting += [((*pointer, key), each) for key, each in value.items()]
        for place in _mentions(value, components, by_name="x-specloom" in pointer):
            if place not in found:
                found.add(place)
                waiting.append((place, components.get(place[1], {}).get(place[2])))
    return found


def _mentions(value: Json, components: Json, *, by_name: bool) -> Iterator[Pointer]:
    """Yield the components that a value leads to by itself. Extensions call schemas by their names."""
    if by_name and isinstance(value, str) and value in components.get("schemas", {}):
        yield ("components", "schemas", value)
    elif isinstance(value, str) and value.startswith("#/components/"):
        yield parse_pointer(value[1:])[:_ENTRY]
    elif isinstance(value, dict):
        schemes = [name for each in value.get("security") or () if isinstance(each, dict) for name in each]
        yield from (("components", "securitySchemes", name) for name in schemes)


def without(document: Json, pointer: Pointer) -> Json:
    """Return a description without what stands at a place."""
    changed = json.loads(json.dumps(document))
    holder = changed
    for segment in pointer[:-1]:
        holder = holder[int(segment)] if isinstance(holder, list) else holder[segment]
    del holder[int(pointer[-1]) if isinstance(holder, list) else pointer[-1]]
    return changed
