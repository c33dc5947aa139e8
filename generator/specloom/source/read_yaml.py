"""YAML to plain values, under limits that aliases cannot get around.

The language is YAML 1.2 with its core schema (1.2.2, section 10.3) and merge keys, without anything that JSON has no
value for (https://spec.openapis.org/oas/v3.1.1#format).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, NamedTuple, TypeAlias

import yaml

from specloom.findings import Pointer
from specloom.source.problem import (
    HALF_A_PAIR,
    KEEP_ONE,
    MAX_DEPTH,
    MAX_DIGITS,
    MAX_NODES,
    MAX_PROBLEMS,
    MAX_REPEATED,
    OTHER_NUMBER,
    SPLIT,
    TOO_DEEP,
    TOO_MANY,
    Problem,
    ReadError,
    no_json_number,
    too_long,
    weigh_text,
    written_twice,
)
from specloom.source.yaml_syntax import explain_syntax_error, is_merge_key, merge, offset_of, parse_events

Scalar = bool | int | float | str | None

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_FIRST_OF_NUMBER: Final = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_NO_CIRCLE: Final = "write the value itself: JSON has no values that hold themselves"
_BASES: Final = {"0o": 8, "0x": 16}
_NO_TAG: Final = "write it without a tag"
_TAG_PREFIX: Final = "tag:yaml.org,2002:"
_TYPES: Final = {"null": (type(None),), "bool": (bool,), "int": (int,), "float": (int, float)}


def resolve_plain(text: str) -> Scalar:
    """Return the value of a scalar that is neither quoted nor tagged.

    Raises:
        ValueError: It is a number that JSON cannot say, or that is too long; the message says so.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _FIRST_OF_NUMBER:
        return text
    if _INTEGER.fullmatch(text):
        if len(text) > MAX_DIGITS:
            raise ValueError(too_long(text))
        return int(text[2:], _BASES[text[:2]]) if text[:2] in _BASES else int(text)
    if _NOT_FINITE.fullmatch(text):
        raise ValueError(no_json_number(text))
    # What looks like a number that no computer has is one of those ids: 600e27371700.
    return float(text) if _FLOAT.fullmatch(text) and not math.isinf(float(text)) else text


def resolve_tagged(text: str, tag: str) -> Scalar:
    """Return the value of a scalar with an explicit tag: `!!str`, `!!int`, `!!float`, `!!bool`, `!!null` or `!`.

    Raises:
        ValueError: The tag is another one, or the text is no such value; the message says so.
    """
    kind = tag.removeprefix(_TAG_PREFIX)
    if tag in ("!", f"{_TAG_PREFIX}str"):
        return text
    shown = f"!!{kind}" if kind != tag else tag
    if kind == tag or kind not in _TYPES:
        raise ValueError(f"the tag '{shown}' is not plain data")
    value = resolve_plain(text)
    if type(value) not in _TYPES[kind]:  # not isinstance: True is an int
        raise ValueError(f"'{text}' is no value for the tag '{shown}'")
    return float(value) if kind == "float" and isinstance(value, int) else value


_COLLECTION_TAGS: Final = (None, "!", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")


_Place: TypeAlias = "tuple[int, int, dict[str, _Place]]"
"""Where the name of a value stands, where the value does, and the places of what is in it: items by their index.

An item, and the outermost value, stand where a name would. Named attributes would take five times as long to make.
"""
_NOTHING: Final[dict[str, _Place]] = {}


class YamlPlaces:
    """Where the values of a text stand, which a reader has come across anyway."""

    def __init__(self, root: _Place) -> None:
        self._root = root

    def find(self, pointer: Pointer, *, key: bool) -> int:
        """Return the offset of a value or its name, or of the value of its deepest existing ancestor."""
        name_at, value_at, members = self._root
        for segment in pointer:
            if segment not in members:
                return value_at
            name_at, value_at, members = members[segment]
        return name_at if key else value_at


def read_yaml(text: str) -> tuple[Any, YamlPlaces]:
    """Return the value of the only document in `text`, null if there is none, and where all in it stands.

    Raises:
        ReadError: `invalid-yaml`, `unsupported-yaml`, `duplicate-key` or `document-too-large`.
    """
    reader = _Reader()
    try:
        reader.read(text)
    except yaml.YAMLError as error:
        reader.problems.append(explain_syntax_error(error, text))
    if reader.problems:
        raise ReadError(reader.problems, data=reader.root)
    return reader.root, YamlPlaces(reader.place)


def find_places(text: str) -> YamlPlaces:
    """Return where all in a text stands that could be read."""
    reader = _Reader()
    with suppress(ReadError):
        reader.read(text)
    return YamlPlaces(reader.place)


def _is_text(text: str) -> bool:
    """Tell whether a text has no half of a surrogate pair: a pattern of these takes milliseconds to compile."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Value(NamedTuple):
    """A finished value, and what an alias to it costs."""

    data: Any
    written: str | None
    """The text of a scalar, which is what it is called as the name of a member; None for collections."""
    size: int
    height: int
    places: dict[str, _Place] = _NOTHING


@dataclass(slots=True, eq=False, repr=False)
class _Frame:
    """A collection whose end has not come yet."""

    data: Any
    start: int
    anchor: str | None
    size_before: int
    deepest: int
    wants_name: bool
    """It is a mapping, and what comes next is the name of a member."""
    names: dict[str, int] = field(default_factory=dict)
    """Where each member's name stands first."""
    places: dict[str, _Place] = field(default_factory=dict)
    name: str | None = None
    """The member whose value comes next."""
    name_at: int = 0
    merging: bool = False
    merged: Sequence[dict[str, Any]] = ()
    merged_places: Sequence[dict[str, _Place]] = ()

    def put(self, value: Any, start: int, places: dict[str, _Place] = _NOTHING) -> None:  # noqa: ANN401 - the edge
        """Append a value, or give it to the member whose name has come."""
        if self.name is None:
            self.places[str(len(self.data))] = (start, start, places)
            self.data.append(value)
        else:
            self.places[self.name] = (self.name_at, start, places)
            self.data[self.name] = value
            self.name, self.wants_name = None, True


class _Reader:
    """Builds the value from events, with a stack of its own instead of recursion."""

    def __init__(self) -> None:
        self.root: Any = None
        self.place: _Place = (0, 0, _NOTHING)
        self.problems: list[Problem] = []
        self._stack: list[_Frame] = []
        self._anchors: dict[str, _Value | None] = {}
        self._documents = 0
        self._size = 0

    def read(self, text: str) -> None:
        """Build the value of a text."""
        stack, scalar_event = self._stack, yaml.ScalarEvent
        for event in parse_events(text):
            if not isinstance(event, scalar_event) or event.anchor or event.tag or not stack:
                if take := self._TAKERS.get(type(event)):
                    take(self, event)
                continue
            # What nearly every event is, without any of the detours below.
            frame, value = stack[-1], event.value
            if frame.merging or not value.isascii():
                self._scalar(event)
            elif frame.wants_name:
                self._name(frame, value, event)
            else:
                self._grow(weigh_text(value), event)
                frame.put(self._resolve(event) if event.implicit[0] else value, offset_of(event))

    def _begin(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("unsupported-yaml", "a second document starts here", event, "keep one document in a file")

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text, frame = event.value, self._stack[-1] if self._stack else None
        if not text.isascii() and not _is_text(text):
            self._report("invalid-yaml", HALF_A_PAIR, event)
        is_name = frame is not None and frame.wants_name
        data = text if is_name and (event.tag is None or is_merge_key(event)) else self._resolve(event)
        value = _Value(data, text, weigh_text(text), 0)
        if event.anchor is not None:
            self._anchors[event.anchor] = value
        self._deliver(value, event, offset_of(event))

    def _resolve(self, event: yaml.ScalarEvent) -> Scalar:
        text: str = event.value
        try:
            if event.tag is not None:
                return resolve_tagged(text, event.tag)
            return resolve_plain(text) if event.implicit[0] else text
        except ValueError as error:
            self._report("unsupported-yaml", str(error), event, OTHER_NUMBER if event.tag is None else _NO_TAG)
            return text

    def _alias(self, event: yaml.AliasEvent) -> None:
        value = self._anchors.get(str(event.anchor))
        if value is None:
            value = self._report_alias(event)
        frame = self._stack[-1] if self._stack else None
        depth = len(self._stack) + value.height - (1 if frame is not None and frame.merging else 0)
        self._check_depth(depth, event)
        if frame is not None:
            frame.deepest = max(frame.deepest, depth)
        offset = offset_of(event)
        if (size := self._size + value.size) > offset + MAX_REPEATED:
            message = f"with the alias '*{event.anchor}' these {offset:,} characters make {size:,} values"
            self._stop("document-too-large", message, event, "aliases count in full: write '$ref' in their place")
        self._deliver(value, event, offset)

    def _report_alias(self, event: yaml.AliasEvent) -> _Value:
        """Report an alias that stands for nothing, or for what it is part of, and return a value in its place."""
        name = str(event.anchor)
        if name in self._anchors:
            self._report("unsupported-yaml", f"the alias '*{name}' stands for what it is a part of", event, _NO_CIRCLE)
        else:
            help_ = f"write '&{name}' before the value it stands for, or quote a text with '*'"
            self._report("invalid-yaml", f"the alias '*{name}' has no anchor before it", event, help_)
        return _Value(None, name, 1, 0)

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        if event.tag not in _COLLECTION_TAGS:
            shown = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report("unsupported-yaml", f"the tag '{shown}' is not plain data", event, _NO_TAG)
        depth = len(self._stack) + 1
        self._check_depth(depth, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        data: Any = {} if is_mapping else []
        self._stack.append(_Frame(data, offset_of(event), event.anchor, self._size, depth, is_mapping))

    def _close(self, event: yaml.Event) -> None:
        depth = len(self._stack)
        frame = self._stack.pop()
        data, places = frame.data, frame.places
        if frame.merged:
            data, places = merge(data, frame.merged), merge(places, frame.merged_places)
        size, self._size = self._size - frame.size_before + 1, frame.size_before
        around = self._stack[-1] if self._stack else None
        if around is not None:
            # What is merged is no level of its own, nor is a list of that.
            merged = 0 if not around.merging else 2 if isinstance(data, list) else 1
            around.deepest = max(around.deepest, frame.deepest - merged)
        if around is not None and frame.anchor is None and not around.wants_name and not around.merging:
            self._grow(size, event)
            around.put(data, frame.start, places)
            return
        value = _Value(data, None, size, frame.deepest - depth + 1, places)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = value
        self._deliver(value, event, frame.start)

    def _deliver(self, value: _Value, event: yaml.Event, start: int) -> None:
        """Put a finished value where it belongs."""
        frame = self._stack[-1] if self._stack else None
        if frame is not None and frame.wants_name:
            self._name(frame, value.written, event)
            return
        self._grow(value.size, event)
        if frame is None:
            self.root, self.place = value.data, (start, start, value.places)
        elif frame.merging:
            self._merge(frame, value, event)
        else:
            frame.put(value.data, start, value.places)

    def _grow(self, size: int, event: yaml.Event) -> None:
        self._size += size
        if self._size > MAX_NODES:
            self._stop("document-too-large", TOO_MANY, event, "aliases count in full")

    def _name(self, frame: _Frame, written: str | None, event: yaml.Event) -> None:
        """Take the name of the member whose value comes next; None for a value that can be no name."""
        offset = offset_of(event)
        if written is None:
            self._report("unsupported-yaml", "a list or mapping cannot be the name of a member", event, "write a text")
        frame.name, frame.name_at, frame.wants_name = f"?{offset}" if written is None else written, offset, False
        frame.merging = written == "<<" and is_merge_key(event)
        first = frame.names.setdefault(frame.name, offset)
        if first != offset:
            advice = "write both as one list: '<<: [*first, *second]'" if frame.merging else KEEP_ONE
            self._report("duplicate-key", written_twice(frame.name), event, advice, first)

    def _merge(self, frame: _Frame, value: _Value, event: yaml.Event) -> None:
        is_list = isinstance(value.data, list)
        sources = value.data if is_list else [value.data]
        if all(isinstance(source, dict) for source in sources):
            frame.merged = sources
            frame.merged_places = [places for _, _, places in value.places.values()] if is_list else [value.places]
        else:
            advice = "write them, or put '<<' in quotes"
            self._report("invalid-yaml", "'<<' takes a mapping or a list of mappings", event, advice)
        frame.name, frame.wants_name, frame.merging = None, True, False

    def _check_depth(self, depth: int, event: yaml.Event) -> None:
        if depth > MAX_DEPTH:
            self._stop("document-too-large", TOO_DEEP, event, SPLIT)

    def _report(self, rule: str, message: str, event: yaml.Event, help: str = "", related: int | None = None) -> None:
        self.problems.append(Problem(rule, message, offset_of(event), self._pointer(), related, help))
        if len(self.problems) >= MAX_PROBLEMS:
            raise ReadError(self.problems)

    def _stop(self, rule: str, message: str, event: yaml.Event, help: str) -> None:
        self._report(rule, message, event, help)
        raise ReadError(self.problems)

    def _pointer(self) -> Pointer:
        names = (str(len(frame.data)) if isinstance(frame.data, list) else frame.name for frame in self._stack)
        return tuple(name for name in names if name is not None)

    _TAKERS: ClassVar[Mapping[type[yaml.Event], Callable[[_Reader, Any], None]]] = {
        yaml.ScalarEvent: _scalar,
        yaml.MappingStartEvent: _open,
        yaml.SequenceStartEvent: _open,
        yaml.MappingEndEvent: _close,
        yaml.SequenceEndEvent: _close,
        yaml.AliasEvent: _alias,
        yaml.DocumentStartEvent: _begin,
    }
    """Looked up, as trying one kind after the other takes a third of the time that reading does."""
