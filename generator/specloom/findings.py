"""The one shape in which every stage reports what is wrong, where, and what to do about it.

This module holds facts only: `cli` prints them. A position in a file is computed when somebody asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

__all__ = ["Finding", "Location", "Pointer", "Position", "Severity", "Source"]

Pointer = tuple[str, ...]
"""The unescaped segments of a JSON Pointer (RFC 6901); the empty tuple is the whole document."""


class Severity(StrEnum):
    """How much a finding matters: errors and unsupported constructs stop generation, warnings and notes do not."""

    ERROR = "error"
    UNSUPPORTED = "unsupported"
    WARNING = "warning"
    NOTE = "note"

    @property
    def stops(self) -> bool:
        """Whether nothing can be generated from a description with such a finding."""
        return self in {Severity.ERROR, Severity.UNSUPPORTED}


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file. Lines and columns count from 1, columns in characters."""

    line: int
    column: int


class Source(Protocol):
    """A file that findings can point into."""

    @property
    def name(self) -> str:
        """The file's path as a person should see it: relative to the working directory where possible."""

    @property
    def text(self) -> str:
        """The whole file; every line ends with a line feed."""

    def locate(self, pointer: Pointer, *, key: bool = False) -> Position:
        """Return where the value at `pointer` starts, or with `key` where its member name starts.

        A pointer that leads nowhere gives the position of its deepest existing ancestor.
        """


@dataclass(frozen=True, slots=True)
class Location:
    """A value of a description: the file, and the pointer inside it."""

    source: Source
    pointer: Pointer = ()
    on_key: bool = False
    fixed: Position | None = None
    """Set where the file has no values to point at: broken syntax, unreadable bytes."""

    @property
    def position(self) -> Position:
        """Where this is; reading it may parse the file a second time."""
        return self.fixed or self.source.locate(self.pointer, key=self.on_key)

    def at(self, *segments: str | int) -> Location:
        """Return the location of a value below this one."""
        return Location(self.source, self.pointer + tuple(str(segment) for segment in segments))

    def key(self) -> Location:
        """Return the same location, pointing at the member's name instead of its value."""
        return Location(self.source, self.pointer, on_key=True)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to tell a person about a description."""

    rule: str
    """Kebab-case identifier, the thing and then the event: `unresolved-reference`."""
    severity: Severity
    message: str
    """One sentence without a full stop, in plain words, naming the value concerned."""
    location: Location
    related: tuple[Location, ...] = ()
    help: str = ""
    """What to do about it; empty where the message says it already."""

    @property
    def sort_key(self) -> tuple[str, Position, str, str]:
        """By file, then place, then rule, so that output is stable."""
        return (self.location.source.name, self.location.position, self.rule, self.message)
