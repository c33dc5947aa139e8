"""What the answers of an operation look like, as far as proposals ask: their members and the list in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from specloom.record import record
from specloom.source import render_pointer
from specloom.spec.document import Document, MediaType, Operation, Schema
from specloom.spec.media_types import holds_json

_LISTS: Final = frozenset("data items results records entries values elements list rows content objects".split())
"""What the list of a page is called where an answer has several."""
_DEEPEST: Final = 2
_MOST_STEPS: Final = 50


@record
class AnswerMember:
    """A value in an answer."""

    pointer: str
    """Where it is, as `x-specloom` has it."""
    key: str
    """`folded` of what it is called."""
    schema: Schema


@record
class Listed:
    """The list in an answer."""

    pointer: str
    item: Schema | None
    is_sure: bool
    """It is the only one, or is called as such lists are."""


def folded(name: str) -> str:
    """Return the letters and digits of a name, which differ less than names do: `per_page` and `perPage`."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


class Answers:
    """Looks into answers."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def success(self, operation: Operation) -> Schema | None:
        """Return the schema of the JSON that an operation answers with when it succeeds."""
        for response in operation.responses:
            if response.status.startswith("2") or response.status == "default":
                return self.json(response.content)
        return None

    def json(self, content: Mapping[str, MediaType]) -> Schema | None:
        """Return the schema of a body that is JSON."""
        return next((each.schema for name, each in content.items() if holds_json(name, each.schema)), None)

    def members(self, schema: Schema) -> Iterator[AnswerMember]:
        """Yield the members of an object, and of the objects in it, those further out first."""
        level: list[tuple[tuple[str, ...], Schema]] = [((), schema)]
        for _ in range(_DEEPEST):
            below: list[tuple[tuple[str, ...], Schema]] = []
            for path, each in level:
                for name, child in self.properties(each).items():
                    yield AnswerMember(render_pointer((*path, name)), folded(name), child)
                    below.append(((*path, name), child))
            level = below

    def find_list(self, schema: Schema, path: str) -> Listed | None:
        """Return the list that an answer is or has; None where it has none, or nothing says which of several it is.

        The list may be called as the last part of the operation's path is.
        """
        if self.is_list(schema):
            return Listed("", self.item(schema), is_sure=True)
        found = [each for each in self.members(schema) if self.is_list(each.schema)]
        outer = [each for each in found if each.pointer.count("/") == 1] or found
        last = next((folded(part) for part in reversed(path.split("/")) if part and "{" not in part), "")
        called = [each for each in outer if each.key in _LISTS or each.key == last]
        sure = next((each for each in (outer, called) if len(each) == 1), None)
        chosen = sure or outer
        return Listed(chosen[0].pointer, self.item(chosen[0].schema), is_sure=bool(sure)) if chosen else None

    def is_list(self, schema: Schema) -> bool:
        """Return whether a schema is that of an array."""
        return any("array" in each.types or (each.items is not None and not each.types) for each in self._parts(schema))

    def types(self, schema: Schema) -> set[str]:
        """Return the types that a value may have, as far as the schema names any."""
        return {type_ for each in self._parts(schema, choices=True) for type_ in each.types}

    def item(self, schema: Schema) -> Schema | None:
        """Return the schema of the items of an array."""
        return next((each.items for each in self._parts(schema) if each.items is not None), None)

    def properties(self, schema: Schema) -> dict[str, Schema]:
        """Return the properties of an object, with those of all that it is put together from."""
        found: dict[str, Schema] = {}
        for each in self._parts(schema):
            for name, child in each.properties.items():
                found.setdefault(name, child)
        return found

    def format(self, schema: Schema) -> str:
        """Return the format of a text."""
        return next((each.format for each in self._parts(schema, choices=True) if each.format), "")

    def _parts(self, schema: Schema, *, choices: bool = False) -> Iterator[Schema]:
        """Yield a schema and all that it is put together from; its only choice beside null counts as such."""
        waiting, seen = [schema], set[int]()
        while waiting and len(seen) < _MOST_STEPS:
            each = waiting.pop(0)
            if id(each) in seen:
                continue
            seen.add(id(each))
            yield each
            if each.ref is not None:
                waiting.append(self._document.schemas[each.ref].schema)
            waiting += each.all_of
            real = [choice for choice in each.choices if not choice.is_null]
            if choices or len(real) == 1:
                waiting += real
