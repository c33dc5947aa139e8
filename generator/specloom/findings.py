"""The one shape in which every stage reports what is wrong, where, and what to do about it; and the errors that stop.

This module holds facts only: `cli` prints them. A position in a file is computed when somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from errno import EBUSY, EDQUOT, EFBIG, ENAMETOOLONG, ENOSPC, EXDEV
from pathlib import Path
from typing import Final, NamedTuple, Protocol, TypeAlias

from specloom.messages import counted, shown_path
from specloom.record import record, replace


class SpecloomError(Exception):
    """Anything that a user can repair: the command line shows the message without a traceback and exits with 2.

    The message is one sentence; `help` says what to do about it, and may be empty.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help

    @property
    def with_help(self) -> str:
        """The message, and what to do about it, as one sentence without an end."""
        return f"{self.message}; {self.help}" if self.help else self.message


class DescriptionError(SpecloomError):
    """A description cannot be used. Carries every finding of the stage that gave up, sorted."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings, key=lambda finding: finding.sort_key))
        super().__init__(counted(len(self.findings), "finding"))


def unreadable(file: Path | str, error: OSError, help: str = "make it a file that may be read") -> SpecloomError:
    """Return what to raise where a file cannot be read; a text is what it is called."""
    name = file if isinstance(file, str) else shown_path(file)
    way = "choose a shorter name" if error.errno == ENAMETOOLONG else help
    return SpecloomError(f"cannot read {name}: {error.strerror}", way)


FULL: Final = frozenset({ENOSPC, EDQUOT, EFBIG})
"""The errors of a place that has no more room."""
MOUNTED: Final = frozenset({EBUSY, EXDEV})
"""The errors of a place that a file system was mounted at."""


def unwritable(file: Path, error: OSError) -> SpecloomError:
    """Return what to raise where a file cannot be written."""
    place = shown_path(file.parent)
    way = f"make {place} a folder that may be written to"
    if error.errno in FULL:
        way = f"make space in {place}"
    elif error.errno in MOUNTED:
        way = "it is mounted by itself, so that no new file can take its place: mount its folder instead"
    return SpecloomError(f"cannot write {shown_path(file)}: {error.strerror}", way)


_WITHHELD: Final = "something is wrong here; what it is would repeat the file, which may be no description at all"
_WHY: Final = "a text is quoted only where its words show that it is a description, or a part of one"

Pointer = tuple[str, ...]
"""The unescaped segments of a JSON Pointer (RFC 6901); the empty tuple is the whole document."""


class Ranked(StrEnum):
    """Words of which the first matters most."""

    def __init__(self, _word: str) -> None:
        self.rank: Final = len(type(self).__members__)
        """Its place among all, from 0 for what matters most."""


class Severity(Ranked):
    """How much a finding matters: errors and unsupported constructs stop generation, warnings and notes do not."""

    ERROR = "error"
    UNSUPPORTED = "unsupported"
    WARNING = "warning"
    NOTE = "note"

    @property
    def stops(self) -> bool:
        """Whether nothing can be generated from a description with such a finding."""
        return self in {Severity.ERROR, Severity.UNSUPPORTED}


class Position(NamedTuple):
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

    @property
    def quotable(self) -> bool:
        """Whether its text may be shown: it can be told to be a description, or is a file of Specloom's own."""

    def origin(self, pointer: Pointer) -> tuple[Source, Pointer]:
        """Return where the value at `pointer` was written: in this file, or in an overlay of it."""

    def has(self, pointer: Pointer) -> bool:
        """Tell whether there is a value at `pointer`."""

    def locate(self, pointer: Pointer, *, key: bool = False) -> Position:
        """Return where the value at `pointer` starts, or with `key` where its member name starts.

        A pointer that leads nowhere gives the position of its deepest existing ancestor.
        """


@record
class NamedSource:
    """A file as findings show it. It knows of no values: locations in it say where they are themselves."""

    name: str
    text: str = ""
    """What may be shown of it."""
    quotable: bool = True

    def origin(self, pointer: Pointer) -> tuple[Source, Pointer]:
        """Return the value itself: nothing is laid over this file."""
        return self, pointer

    def has(self, pointer: Pointer) -> bool:  # noqa: ARG002 - as the protocol has it
        """Tell that nothing is known of any value."""
        return False

    def locate(self, pointer: Pointer, *, key: bool = False) -> Position:  # noqa: ARG002 - as the protocol has it
        """Return the start of the file."""
        return Position(1, 1)


@record
class Location:
    """A value of a description: the document that has it, and the pointer inside that.

    An overlay may have put it there. Then `source` and `position` say where in the overlay it was written; what value
    it is, `document` and `pointer` say all the same.
    """

    document: Source
    pointer: Pointer = ()
    on_key: bool = False
    fixed: Position | None = None
    """Set where the file has no values to point at: broken syntax, unreadable bytes."""

    @property
    def source(self) -> Source:
        """The file in which it was written."""
        return self.document.origin(self.pointer)[0]

    @property
    def position(self) -> Position:
        """Where in that file this is; reading it may parse the file a second time."""
        if self.fixed:
            return self.fixed
        source, pointer = self.document.origin(self.pointer)
        return source.locate(pointer, key=self.on_key)

    @property
    def line(self) -> str:
        """The file and the line, as people and editors read them: `shop.yaml:9`."""
        return f"{self.source.name}:{self.position.line}"

    @property
    def line_and_column(self) -> str:
        """The file, the line and the column: `shop.yaml:9:33`."""
        position = self.position
        return f"{self.source.name}:{position.line}:{position.column}"

    @property
    def sort_key(self) -> tuple[str, Position]:
        """By file, then place."""
        return (self.source.name, self.position)

    def is_in(self, around: Location) -> bool:
        """Tell whether this value is another one, or stands in it."""
        return self.document is around.document and self.pointer[: len(around.pointer)] == around.pointer

    def at(self, *segments: str | int) -> Location:
        """Return the location of a value below this one."""
        return Location(self.document, self.pointer + tuple(str(segment) for segment in segments))

    def written(self, *names: str) -> Location:
        """Return the location of the first of some members that is written here; of this value where none is."""
        return next((inner for inner in map(self.at, names) if self.document.has(inner.pointer)), self)

    def bare(self) -> Location:
        """Return this place with the file's name only: without its text, and without the way through its members."""
        return Location(NamedSource(self.source.name), fixed=self.position)

    def without_values(self) -> Location:
        """Return this location in a source that is a name and a text, with its position worked out."""
        return Location(NamedSource(self.source.name, self.source.text), self.pointer, self.on_key, self.position)

    def key(self) -> Location:
        """Return the location of the member's name, where this is the location of its value."""
        return Location(self.document, self.pointer, on_key=True)


Place: TypeAlias = tuple[str, Pointer]
"""A file's name and the pointer in it: a location that can be compared, whichever way it was made."""


def place_of(location: Location) -> Place:
    """Return where a location is."""
    return (location.document.name, location.pointer)


MANY: Final = 5
"""Places from which on a mistake is a habit, of which people are shown the first alone."""


@record
class Finding:
    """One thing to tell a person about a description.

    In a file that may be no description, it keeps its rule and its place only, whatever it was made with: no printer
    can repeat what stands there. What can be said without repeating anything is said of `Location.bare()`.
    """

    rule: str
    """Kebab-case identifier, the thing and then the event: `unresolved-reference`."""
    severity: Severity
    message: str
    """One sentence without a full stop, in plain words, naming the value concerned."""
    location: Location
    related: tuple[Location, ...] = ()
    help: str = ""
    """What to do about it; empty where the message says it already."""
    habit: tuple[str, str] | None = None
    """The entry document, and what findings of the rule share that come of one habit of its author; None: not known."""
    many: int = MANY
    """Places of its habit from which on people are shown the first alone."""
    version: str = ""
    """That of OpenAPI by which the description is judged, as in `3.1`, or `overlay`; empty where it is not known."""
    skips: tuple[str, ...] = ()
    """The operations that can be left out to be rid of it, as `skip` can call them."""

    def __post_init__(self) -> None:
        """Forget what would repeat a file that must not be quoted."""
        if not self.location.source.quotable:
            for name, value in (("message", _WITHHELD), ("location", self.location.bare()), ("help", _WHY)):
                object.__setattr__(self, name, value)
        if not all(each.source.quotable for each in self.related):
            related = (each if each.source.quotable else each.bare() for each in self.related)
            object.__setattr__(self, "related", tuple(related))

    def without_values(self) -> Finding:
        """Return this finding without the values of its files, as it goes from one process to another."""
        related = tuple(location.without_values() for location in self.related)
        return replace(self, location=self.location.without_values(), related=related)

    @property
    def sort_key(self) -> tuple[str, Position, str, str]:
        """By file, then place, then rule, so that output is stable."""
        return (*self.location.sort_key, self.rule, self.message)
