"""One file of a description: which of a folder it is, its text, its values, and the way from these back to the text.

Only a description is quoted. Settings, references and links come with a pull request, and a job that checks it prints
findings where everybody reads them. So what is said about a file that may be anything, a `.env` or the credentials that
an earlier step of the job has written, names the file and the place and repeats nothing. A description is told from any
other text also where it cannot be parsed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

from specloom.findings import DescriptionError, Finding, Location, Pointer, Position, Severity, Source, SpecloomError
from specloom.messages import DECIDE, MERGE_MARKS, UNDECIDED, and_more, shown_path
from specloom.record import replace
from specloom.regular_file import read_regular
from specloom.source.pointer import find_value
from specloom.source.problem import HALF_A_PAIR, Problem, ReadError
from specloom.source.read_json import JsonPlaces, read_json
from specloom.source.read_yaml import YamlPlaces, find_places, read_yaml
from specloom.source.text import SUFFIXES, Lines, Whole, normalise_text, read_text, recognise_text

if TYPE_CHECKING:
    from specloom.source.origin import Origin


_AT_THE_TOP: Final = r"""(?m)(?:^(?:\{{\s*)?["']?(?:{0})["']?|^(?: {{1,4}}|\t)"(?:{0})")\s*:\s*["']?\d"""
"""A member at the top of a YAML or JSON text, whose value begins as versions do: at the start of a line or behind a
bracket, or indented as JSON is."""
_DOCUMENT, _OVERLAY = (re.compile(_AT_THE_TOP.format(names)) for names in ("openapi|swagger", "overlay"))
_INVALID: Final = {"yaml": "invalid-yaml", "json": "invalid-json"}
_WORDS: Final = (
    r"\$ref schema schemas properties additionalProperties responses requestBody operationId allOf"
    " anyOf oneOf enum nullable readOnly writeOnly minLength maxLength minimum maximum minItems maxItems"
).replace(" ", "|")
"""Members of OpenAPI's objects that hardly anything else has; not `type`, `name`, `value` and the like."""
_PLACES: Final = "query|path|header|cookie|body|formData"
_PART: Final = (
    rf"""(?m)(?:^|[\s{{,])["']?(?:(?:{_WORDS})["']?\s*:(?=[\s"'{{\[]|$)|in["']?\s*:\s*["']?(?:{_PLACES})\b)"""
)
ENTRIES: Final = tuple(f"{stem}{suffix}" for stem in ("openapi", "swagger") for suffix in SUFFIXES)
"""What the entry document of a folder is called."""
_HEAD: Final = 64 * 1024
_MOST_FILES: Final = 1000
_MOST_NAMED: Final = 5
"""How many documents a message names."""


def is_document(text: str) -> bool:
    """Return whether a text says of itself that it is an OpenAPI document: by its member `openapi` or `swagger`."""
    return ("openapi" in text or "swagger" in text) and _DOCUMENT.search(text) is not None


def is_overlay(text: str) -> bool:
    """Return whether a text says of itself that it is an OpenAPI Overlay: by its member `overlay`."""
    return _OVERLAY.search(text) is not None


def is_part(text: str) -> bool:
    """Return whether a text that a description refers to uses the words of OpenAPI."""
    return is_document(text) or re.search(_PART, text) is not None


Format = Literal["yaml", "json"]
Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

_OF_WHOLE_FILES: Final = ("unreadable-file", "document-too-large", "invalid-encoding", "not-openapi")
"""The rules whose messages repeat nothing, or one byte."""


_MOST_REMEMBERED: Final = 20_000_000
"""How many characters all texts have whose values are remembered; values take several times as much memory."""


class _Remembered:
    """The values of the texts that were read last, and their places: the longest unused first."""

    def __init__(self) -> None:
        self._found: dict[tuple[Whole, Format], tuple[Json, YamlPlaces | None]] = {}
        self._size = 0

    def take(self, text: Whole, format: Format) -> tuple[Json, YamlPlaces | None] | None:
        """Return what a text says, which counts as forgotten then; None where it is not known."""
        found = self._found.pop((text, format), None)
        self._size -= len(text.text) if found is not None else 0
        return found

    def keep(self, text: Whole, format: Format, found: tuple[Json, YamlPlaces | None]) -> None:
        """Remember what a text says, and forget those that were read first where it becomes too much."""
        self._found[text, format] = found
        self._size += len(text.text)
        while self._size > _MOST_REMEMBERED:
            self.take(*next(iter(self._found)))


_remembered: Final = _Remembered()


class _Places(Protocol):
    def find(self, pointer: Pointer, *, key: bool) -> int: ...


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A file that has been read. Has no slots because it remembers positions once they are asked for."""

    name: str
    """The path as a person should see it: relative to the working directory where possible, with `/`."""
    path: Path | None
    """None for a text that did not come from a file."""
    text: str = field(repr=False)
    """The whole file, line ends as `\\n`."""
    format: Format
    quotable: bool = True
    """Its text may be shown: it is a description, or at least looks like a part of one."""
    data: Json = field(default=None, repr=False)
    """Plain values, not to be changed: whoever reads the same text again is given them too. YAML aliases share one."""
    origins: Origin | None = field(default=None, repr=False)
    """Set where `data` is what overlays have made of the text. `locate` and `text` are about the file all the same."""
    places: YamlPlaces | None = field(default=None, repr=False)
    """Where values of a YAML text stand; None where nobody has kept that."""

    def __getstate__(self) -> dict[str, object]:
        """Return what is sent to another process: there, all that was worked out is worked out again if asked for."""
        return {each.name: getattr(self, each.name) for each in fields(self) if each.name != "places"}

    def origin(self, pointer: Pointer) -> tuple[Source, Pointer]:
        """Return where the value at `pointer` was written: in this file, or in an overlay of it."""
        return (self, pointer) if self.origins is None else self.origins.find(pointer)

    def has(self, pointer: Pointer) -> bool:
        """Tell whether there is a value at `pointer`."""
        return bool(find_value(self.data, pointer))

    def locate(self, pointer: Pointer, *, key: bool = False) -> Position:
        """Return where the value at `pointer` starts, or with `key` where its member name starts.

        A pointer that leads nowhere gives the position of its deepest existing ancestor. A YAML alias stands for
        itself; what is below it stands where the anchor is.
        """
        return self.position(self._places.find(pointer, key=key))

    def position(self, offset: int) -> Position:
        """Return the line and column of the character at `offset`, which counts from 0."""
        return self._lines.position(offset)

    def line(self, number: int) -> str:
        """Return a line, which counts from 1; behind the last there are empty ones."""
        return self._lines.line(number)

    @cached_property
    def _places(self) -> _Places:
        return JsonPlaces(self.text) if self.format == "json" else self.places or find_places(self.text)

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)


def value_at(location: Location) -> tuple[Json, ...]:
    """Return the value at a location, alone in a tuple; an empty one where there is none, or its file has no values."""
    document = location.document
    return find_value(document.data, location.pointer) if isinstance(document, SourceFile) else ()


def load_file(
    path: Path,
    *,
    name: str | None = None,
    may_quote: Callable[[str], bool] = is_document,
    repeated: Callable[[Finding], None] | None = None,
) -> SourceFile:
    """Read the file at `path`, as JSON or as YAML.

    Args:
        path: A regular file; anything else is refused unread.
        name: How findings call it; by default its path, relative to the working directory if it is below it.
        may_quote: Tells by its text whether findings may repeat something of it.
        repeated: Is told of members that are written twice, of which the last counts then; without it, that is wrong.

    Raises:
        DescriptionError: The file cannot be read or is not plain YAML or JSON.
    """
    shown = name if name is not None else shown_path(path)
    try:
        text = read_text(path)
    except ReadError as error:
        raise _describe(SourceFile(shown, path, error.text, "yaml", may_quote(error.text)), error) from None
    source = _parse(SourceFile(shown, path, text, format_of(path, text), may_quote(text)), repeated)
    return source if source.quotable else replace(source, quotable=_is_complete(source.data))


def format_of(path: Path, text: str) -> Format:
    """Return how a file is written: as its suffix says; without one that does, in JSON if it starts with `{`."""
    suffix = path.suffix.lower()
    is_json = suffix == ".json" if suffix in SUFFIXES else text.lstrip("\ufeff \t\r\n").startswith("{")
    return "json" if is_json else "yaml"


def _is_complete(data: Json) -> bool:
    return isinstance(data, dict) and any(
        str(data.get(key))[:1].isdecimal() for key in ("openapi", "swagger", "overlay")
    )


def parse_text(text: str, *, name: str, format: Format) -> SourceFile:
    """Read a description that is already in memory.

    Raises:
        DescriptionError: The text is not plain YAML or JSON.
    """
    source = SourceFile(name, None, normalise_text(text), format)
    try:
        source.text.encode()
    except UnicodeEncodeError as error:
        surrogate = Problem("invalid-encoding", HALF_A_PAIR, offset=error.start)
        raise _describe(source, ReadError([surrogate])) from None
    return _parse(source)


def _parse(source: SourceFile, repeated: Callable[[Finding], None] | None = None) -> SourceFile:
    try:
        data, places = _read(source.text, source.format)
        return replace(source, data=data, places=places)
    except ReadError as error:
        if repeated is not None and error.only_repeats:
            for problem in error.problems:
                repeated(_finding(source, problem))
            return replace(source, data=error.data)
        if marks := MERGE_MARKS.search(source.text):
            problem = Problem(_INVALID[source.format], UNDECIDED, marks.start(), help=DECIDE)
            raise _describe(source, ReadError([problem])) from None
        found = recognise_text(source.text) if source.text.strip() else None
        foreign = ReadError([Problem("not-openapi", found[0], help=found[1])]) if found else None
        raise _describe(source, foreign or error) from None


def _read(text: str, format: Format) -> tuple[Json, YamlPlaces | None]:
    """Return the values of a text, and their places: a process that reads again and again parses only what changed."""
    if (found := _remembered.take(Whole(text), format)) is None:
        found = (read_json(text), None) if format == "json" else read_yaml(text)
    _remembered.keep(Whole(text), format, found)
    return found


def _describe(source: SourceFile, error: ReadError) -> DescriptionError:
    return DescriptionError(_finding(source, problem) for problem in error.problems)


def _finding(source: SourceFile, problem: Problem) -> Finding:
    location = Location(source, problem.pointer, fixed=source.position(problem.offset))
    if not source.quotable and problem.rule in _OF_WHOLE_FILES:
        location = location.bare()
    related = () if problem.related is None else (Location(source, fixed=source.position(problem.related)),)
    return Finding(problem.rule, Severity.ERROR, problem.message, location, related, problem.help)


def choose_entry(folder: str, names: Collection[str]) -> str | None:
    """Return which file of a folder is the entry document, by what it is called; None where none is called so.

    Raises:
        SpecloomError: Several are.
    """
    found = [name for name in ENTRIES if name in names]
    if len(found) > 1:
        raise _ambiguous(folder, found)
    return found[0] if found else None


def find_entry(folder: Path) -> Path:
    """Return the entry document of a folder: the one that is called so, else the only document that lies in it.

    Raises:
        SpecloomError: There is none, or there are several.
    """
    files = [path for path in sorted(folder.iterdir())[:_MOST_FILES] if path.is_file()]
    if entry := choose_entry(str(folder), [path.name for path in files]):
        return folder / entry
    documents = [path for path in files if path.suffix.lower() in SUFFIXES and _begins_as_document(path)]
    if len(documents) > 1:
        raise _ambiguous(str(folder), [path.name for path in documents])
    if not documents:
        raise SpecloomError(
            f"the folder {str(folder)!r} has no OpenAPI document", f"name the document, or call it {ENTRIES[0]}"
        )
    return documents[0]


def _begins_as_document(path: Path) -> bool:
    try:
        return is_document(read_regular(path)[:_HEAD].decode(errors="replace"))
    except OSError:
        return False


def _ambiguous(folder: str, names: Sequence[str]) -> SpecloomError:
    shown = ", ".join((*names[:_MOST_NAMED], *and_more(names, _MOST_NAMED, "and {} more")))
    return SpecloomError(f"the folder {folder!r} has several OpenAPI documents: {shown}", "name one of them")
