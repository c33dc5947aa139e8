"""A value of a description and where it stands: what every later stage walks over."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from specloom.findings import Finding, Location, Pointer, Severity
from specloom.messages import quoted
from specloom.source import Json, SourceFile, find_value, render_pointer
from specloom.spec.keywords import CHOICES, KEYWORDS
from specloom.spec.value_types import Version

NodeKey: TypeAlias = tuple[str, Pointer]
"""A file's `key`, and the pointer in it."""


def error(rule: str, message: str, node: Node, advice: str = "") -> Finding:
    """Return the finding that something is wrong with `node`."""
    return Finding(rule, Severity.ERROR, message, node.location, help=advice)


class Moved:
    """Where values were written that an upgrade has put elsewhere, or left out.

    Keeps those alive that are elsewhere, as it knows them by identity.
    """

    def __init__(self) -> None:
        self.places: dict[int, tuple[Json, Pointer]] = {}
        """The identity of a value → the value, and where it was written."""
        self.left_out: dict[Pointer, dict[str, tuple[Json, Pointer]]] = {}
        """Where an object was written → what of its members has no effect there, and so is not in its copy, and where
        that was written."""

    def put(self, value: Json, written: Pointer) -> None:
        """Remember that `value`, if it is an object or a list, was made from what is written at `written`."""
        if isinstance(value, dict | list):
            self.places[id(value)] = (value, written)

    def leave_out(self, members: dict[str, Json], name: str, written: Pointer) -> None:
        """Take a member without effect from the copy of the object that is written at `written`."""
        self.left_out.setdefault(written, {})[name] = members.pop(name), (*written, name)

    def get(self, value: Json) -> Pointer | None:
        """Return where `value` was written, or None where it still stands in its parent."""
        place = self.places.get(id(value))
        return place[1] if place else None


class Refusal(Exception):  # noqa: N818 - it is no error until somebody says which reference is meant
    """Why a reference leads nowhere. The text is the finding's message.

    `findings` say what is wrong with the file itself, where that is the reason.
    """

    def __init__(self, rule: str, message: str, help: str = "", findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(message)
        self.rule = rule
        self.help = help
        self.findings = findings

    def at(self, location: Location) -> tuple[Finding, ...]:
        """Return the findings to report where the reference stands at `location`."""
        severity = Severity.UNSUPPORTED if self.rule.startswith("unsupported-") else Severity.ERROR
        return self.findings or (Finding(self.rule, severity, str(self), location, help=self.help),)


@dataclass(slots=True, eq=False, repr=False)
class File:
    """One file of a description."""

    source: SourceFile
    path: Path
    """Absolute, without symbolic links."""
    key: str
    """Its path relative to the entry document's folder; empty for the entry document itself."""
    version: Version
    complete: bool
    """It is an OpenAPI document; otherwise a collection of objects that take the entry document's version."""
    data: Json
    """In the terms of OpenAPI 3.1 and repaired where `complete`; as written otherwise."""
    unfinished: deque[tuple[Node, str]]
    """The objects whose repair has to wait for other documents, and their kinds; all files share it."""
    uri: str
    """What references in it are relative to: what it says itself, or where it lies."""
    is_identified: bool
    """It may have schemas with a URI of their own, or anchors."""
    names_drafts: bool
    """It may have schemas that say that they are of an older draft of JSON Schema."""
    moved: Moved = field(default_factory=Moved)
    fragments: dict[Pointer, Json] = field(default_factory=dict)
    """What references expect to be another object than the table of objects describes from the file's root, upgraded
    and repaired."""
    repairs: dict[int, list[Finding]] = field(default_factory=dict)
    """The identity of an object → what was repaired in it."""

    @property
    def root(self) -> Node:
        """The file's outermost value."""
        return Node(self, (), self.data, ())


_NO_MEMBERS: Final[Any] = MappingProxyType({})
"""Of all values that are no objects, and so not to be changed."""


class Node:
    """A value, with its pointer in the upgraded file and the pointer at which it was written.

    Type checkers alone see to it that nobody changes one: there are as many as a description has values, and with a
    guard they take three times as long to make.
    """

    __slots__ = ("file", "members", "pointer", "value", "written")

    def __init__(self, file: File, pointer: Pointer, value: Json, written: Pointer) -> None:
        self.file: Final = file
        self.pointer: Final = pointer
        self.value: Final = value
        self.written: Final = written
        self.members: Final[dict[str, Json]] = value if isinstance(value, dict) else _NO_MEMBERS
        """The members of an object; empty for any other value."""

    @property
    def original(self) -> Node:
        """The value as it is written, before it is upgraded."""
        return Node(self.file, self.written, self.as_written, self.written)

    @property
    def key(self) -> NodeKey:
        """What tells this value from every other of the description."""
        return (self.file.key, self.pointer)

    @property
    def name(self) -> str:
        """How `Document.schemas` calls it: `FILE#POINTER`."""
        return f"{self.file.key}#{render_pointer(self.pointer)}"

    @property
    def own_name(self) -> str:
        """What its author called it: the last segment of its pointer, or its file's stem where it is a whole file."""
        return self.pointer[-1] if self.pointer else PurePosixPath(self.file.key or self.file.path.name).stem

    @property
    def named_place(self) -> str:
        """What messages call it: by its segment and that of its parent."""
        if not self.pointer:
            return "the file"
        *_, parent, last = ("", *self.pointer)
        return f"{quoted(last)} in {quoted(parent)}" if parent else quoted(last)

    @property
    def location(self) -> Location:
        """Where a person finds it."""
        return Location(self.file.source, self.written)

    @property
    def as_written(self) -> Json:
        """What stands in the file where this was written, before any upgrade; null where nothing does."""
        found = find_value(self.file.source.data, self.written)
        return found[0] if found else None

    @property
    def elements(self) -> Iterator[Node]:
        """The elements of a list; none for any other value."""
        if isinstance(self.value, list):
            for index, element in enumerate(self.value):
                yield self.below(str(index), element)

    @property
    def children(self) -> Iterator[tuple[str, Node]]:
        """The members of an object; none for any other value."""
        for key, value in self.members.items():
            yield key, self.below(key, value)

    @property
    def reference(self) -> str | None:
        """The `$ref` of an object that has one."""
        reference = self.members.get("$ref")
        return reference if isinstance(reference, str) else None

    def below(self, segment: str, value: Json) -> Node:
        """Return `value` as the child of this node at `segment`."""
        file, above, written = self.file, self.pointer, self.written
        pointer = (*above, segment)
        place = file.moved.places.get(id(value))
        if place is not None:
            return Node(file, pointer, value, place[1])
        return Node(file, pointer, value, pointer if written is above else (*written, segment))

    def get(self, key: str) -> Node | None:
        """Return the member `key` of an object, if there is one."""
        members = self.members
        return self.below(key, members[key]) if key in members else None

    def inside(self, path: Pointer) -> Node:
        """Return the value at a path below this one, which is there."""
        node = self
        for segment in path:
            value = node.value
            node = node.below(segment, value[int(segment)] if isinstance(value, list) else node.members[segment])
        return node

    def items(self, key: str) -> Iterator[tuple[str, Node]]:
        """Yield the members of the object that stands at the member `key`."""
        value = self.members.get(key)
        return self.below(key, value).children if isinstance(value, dict) else iter(())

    def components(self, section: str) -> dict[str, Node]:
        """Return what an OpenAPI Object has for all of a description, by its names, as in `schemas`."""
        components = self.get("components")
        return dict(components.items(section)) if components else {}

    def list(self, key: str) -> Iterator[Node]:
        """Yield the elements of the list that stands at the member `key`."""
        value = self.members.get(key)
        return self.below(key, value).elements if isinstance(value, list) else iter(())

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the strings in the list that stands at the member `key`."""
        return tuple(each.value for each in self.list(key) if isinstance(each.value, str))

    @property
    def extension(self) -> Node:
        """The `x-specloom` of an object; one that says nothing where there is none."""
        return self.get("x-specloom") or self.below("x-specloom", {})

    @property
    def mapped(self) -> dict[str, Node]:
        """Of a Discriminator Object: value → what it is mapped to, and last what all others are."""
        default = self.get("defaultMapping")
        return dict(self.items("mapping")) | ({"all other values": default} if default else {})

    @property
    def is_header_parameter(self) -> bool:
        """Whether this says itself that it is a Parameter Object: a Header Object has no `in`."""
        return self.members.get("in") == "header"

    @property
    def choices(self) -> Iterator[Node]:
        """The members of `oneOf` and of `anyOf`, of each of which a value has to fit one."""
        return (choice for keyword in CHOICES for choice in self.list(keyword))

    def schemas(self, keywords: Container[str]) -> Iterator[Node]:
        """Yield the Schema Objects that stand in the values of some keywords of this one."""
        for name, value in self.members.items():
            if name in keywords:
                child = self.below(name, value)
                match KEYWORDS[name].holds:
                    case "one":
                        yield child
                    case "list":
                        yield from child.elements
                    case "map":
                        for key, inner in child.members.items():
                            yield child.below(key, inner)
                    case _:
                        pass

    def text(self, key: str) -> str:
        """Return the string at `key`; empty where there is none."""
        value = self.members.get(key)
        return value if isinstance(value, str) else ""

    def flag(self, key: str) -> bool:
        """Return whether the member `key` is true."""
        return self.members.get(key) is True
