"""What an old description leaves unsaid because it is wrong there, taken from the version that came after it.

Nobody can mend an old version, and mostly the next one did. So what that has in the same place counts as unchanged, and
all else can be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final, TypeAlias
from urllib.parse import unquote

from specloom.findings import DescriptionError, Finding, Location, NamedSource, Pointer, Severity
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json, SourceFile, find_value, load_file, parse_pointer
from specloom.source.origin import Origin
from specloom.targets.target import leads_into

_OUTERMOST: Final = 2
"""How many segments lead to the outermost values that may count as not written: a path, a group of components."""

_Change: TypeAlias = Callable[[SourceFile], SourceFile]


@record
class Assumption:
    """Something wrong, and what is compared in its place."""

    finding: Finding
    compared: str
    """What it counts as, in words that follow on "it counts as"."""


class Assumptions:
    """What is assumed of one description, growing until nothing stops any more.

    `later` is the entry document of the version that came after it, which people call as `called` says.
    """

    def __init__(self, entry: Path, later: Path, called: str) -> None:
        self._folders: Final = entry.parent.resolve(), later.parent.resolve()
        self._entry: Final = entry.resolve()
        self._later: Final = later
        self._called: Final = called
        self._ways: dict[tuple[str, Pointer], Iterator[tuple[str, _Change]]] = {}
        self._changes: dict[tuple[str, Pointer], tuple[Assumption, _Change]] = {}
        self._borrowed: dict[str, Assumption] = {}
        self._repeated: dict[Hashable, Assumption] = {}
        self._read: dict[Path, Json] = {}

    @property
    def all(self) -> tuple[Assumption, ...]:
        """What is assumed, in the order of the places."""
        found = (*self._borrowed.values(), *self._repeated.values(), *(each for each, _ in self._changes.values()))
        return tuple(sorted(found, key=lambda each: each.finding.sort_key))

    def add(self, findings: Iterable[Finding]) -> bool:
        """Assume something in the place of each finding that stops; tell whether that can be done for all of them.

        A finding that comes again, as what was assumed before did not help, gets the next thing that can be assumed.
        """
        wrong = {_place(finding): finding for finding in reversed([*findings]) if finding.severity.stops}
        return all(self._assume(place, finding) for place, finding in reversed(wrong.items()))

    def borrow(self, path: Path, name: str) -> Path | None:
        """Return the file of the later version in the place of one that does not exist; None where neither does."""
        file = self._counterpart(path)
        if file is None or path.exists() or file == path or not file.is_file():
            return None
        message = f"a reference leads to it, but there is no file {quoted(name)}"
        missing = Finding("unresolved-reference", Severity.ERROR, message, Location(NamedSource(name)))
        self._borrowed[name] = Assumption(missing, f"what {self._called} has in its place")
        return file

    def count_last(self, finding: Finding) -> None:
        """Assume of a member that is written twice what most readers do."""
        self._repeated[finding.sort_key] = Assumption(finding, "what is written last")

    def apply_to(self, source: SourceFile) -> SourceFile:
        """Return a file of the description with what is assumed of it."""
        for (name, _), (_, change) in self._changes.items():
            if name == source.name:
                source = change(source)
        return source

    def _assume(self, place: tuple[str, Pointer], finding: Finding) -> bool:
        source = finding.location.document
        if not isinstance(source, SourceFile) or source.path is None or not place[1]:
            return False
        if place not in self._ways:
            self._ways[place] = self._find_ways(source, place[1])
        found = next(self._ways[place], None)
        if found is None:
            return False
        compared, change = found
        first = self._changes.get(place, (None,))[0]
        self._changes[place] = (Assumption(first.finding if first else finding, compared), change)
        return True

    def _find_ways(self, source: SourceFile, pointer: Pointer) -> Iterator[tuple[str, _Change]]:
        """Yield what can be assumed of what stands in a place, the most likely first."""
        later = self._read_counterpart(source)
        written = find_value(source.data, pointer)
        reference = written[0].get("$ref") if written and isinstance(written[0], dict) else None
        if isinstance(reference, str) and (target := _local(reference)):
            for value in () if find_value(source.data, target) else find_value(later, target):
                yield f"what {self._called} has there", _putting(target, value, later)
        for value in find_value(later, pointer):
            if (value,) != written:
                yield f"what {self._called} has in its place", _putting(pointer, value, later)
        if isinstance(reference, str) or (written and isinstance(written[0], dict)):
            yield "saying nothing", _putting(pointer, {})
        for end in range(len(pointer), _OUTERMOST - 1, -1):
            yield "not written", _removing(pointer[:end])

    def _read_counterpart(self, source: SourceFile) -> Json:
        """Return the values of the same file of the later version; null where there is none that can be read."""
        file = self._counterpart(source.path.resolve()) if source.path else self._later
        if file is None:
            return None
        if file not in self._read:
            try:
                self._read[file] = load_file(file).data
            except DescriptionError:
                self._read[file] = None
        return self._read[file]

    def _counterpart(self, path: Path) -> Path | None:
        """Return where a file lies in the later version; None where a link leads out of that one's folder."""
        here, there = self._folders
        if path == self._entry or not path.is_relative_to(here):
            return self._later
        file = there / path.relative_to(here)
        return file if leads_into(file, there) else None


def _place(finding: Finding) -> tuple[str, Pointer]:
    pointer = finding.location.pointer
    return finding.location.document.name, pointer[:-1] if pointer[-1:] == ("$ref",) else pointer


def _local(reference: str) -> Pointer:
    """Return where a reference leads in its own file; an empty pointer for any other."""
    try:
        return parse_pointer(unquote(reference[1:])) if reference.startswith("#/") else ()
    except ValueError:
        return ()


def _putting(pointer: Pointer, value: Json, later: Json = None) -> _Change:
    """Return what puts a value in a place, and behind it what it refers to that is only in the later version."""

    def put(source: SourceFile) -> SourceFile:
        source, waiting = _replaced(source, pointer, (value,)), [value]
        while waiting:
            match waiting.pop():
                case dict(members):
                    waiting += members.values()
                    reference = members.get("$ref")
                    target = _local(reference) if isinstance(reference, str) else ()
                    for found in () if not target or find_value(source.data, target) else find_value(later, target):
                        source = _replaced(source, target, (found,))
                        waiting.append(found)
                case list(items):
                    waiting += items
        return source

    return put


def _removing(pointer: Pointer) -> _Change:
    return lambda source: _replaced(source, pointer, ()) if find_value(source.data, pointer) else source


def _replaced(document: SourceFile, pointer: Pointer, new: tuple[Json, ...]) -> SourceFile:
    """Return a document with another value, or with none, at `pointer`; objects around it that are missing are made."""
    data: Any = document.data
    value = data = data.copy()
    origin = origins = document.origins.copy() if document.origins else Origin(document, ())
    for segment in pointer[:-1]:
        key = int(segment) if isinstance(value, list) else segment
        child = value.get(key) if isinstance(value, dict) else value[key]
        value[key] = child = child.copy() if isinstance(child, (dict, list)) else {}
        below = origin.below(segment).copy()
        origin.put(segment, below)
        value, origin = child, below
    _set(value, origin, pointer[-1], new)
    return replace(document, data=data, origins=origins)


def _set(value: Any, origin: Origin, name: str, new: tuple[Json, ...]) -> None:  # noqa: ANN401 - a JSON value
    """Change one member of an object or a list, both being copies."""
    there = origin.below(name)
    if isinstance(value, list):
        items = origin.list_items(len(value))
        value[int(name) : int(name) + 1] = new
        items[int(name) : int(name) + 1] = [Origin(there.source, there.pointer) for _ in new]
    elif new:
        value[name] = new[0]
        origin.put(name, Origin(there.source, there.pointer))
    else:
        value.pop(name, None)
        origin.remove(name)
