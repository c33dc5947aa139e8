"""Small edits of a JSON or YAML text: a value, a name or a member, and no other character.

Whatever an edit would change besides, by an anchor that others refer to or by where a line ends, keeps it from being
made: what the text says afterwards is held against what it should say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import yaml

from specloom.findings import DescriptionError, Pointer
from specloom.record import record
from specloom.source.file import Format, Json, parse_text
from specloom.source.pointer import find_value, order_of
from specloom.source.yaml_syntax import offset_of, parse_events


@record
class Replace:
    """Another value in the place of one that is no object."""

    pointer: Pointer
    value: Json


@record
class Quote:
    """A number that becomes the text as which it is written."""

    pointer: Pointer


@record
class Rename:
    """Another name of a member."""

    pointer: Pointer
    name: str


@record
class Remove:
    """One member or item less."""

    pointer: Pointer


@record
class Add:
    """A further member of an object, behind one of those that it has."""

    pointer: Pointer
    """Of the object."""
    name: str
    value: Json
    behind: str


Edit: TypeAlias = Replace | Quote | Rename | Remove | Add
_Change: TypeAlias = tuple[int, int, str]
"""From where on to where, and what is there instead."""


@dataclass(slots=True)
class _Span:
    """Where a value stands, and its members: their names, none in a list, and their values."""

    start: int
    end: int = 0
    style: str = ""
    """Of a text how it is quoted, `|` or `>` included; empty for a plain one."""
    in_braces: bool = False
    is_list: bool = False
    written: str = ""
    members: list[tuple[_Span | None, _Span]] = field(default_factory=list)
    name: _Span | None = None
    """The member whose value comes next."""

    @property
    def is_scalar(self) -> bool:
        return not self.members and self.style not in {"|", ">", "alias", "collection"}

    def find(self, pointer: Pointer) -> tuple[_Span, int]:
        """Return what has the value at a pointer, and which of its members that is.

        Raises:
            LookupError: There is no such value, or an alias stands there.
            ValueError: Likewise.
        """
        *way, last = pointer
        around = self
        for segment in way:
            around = around.members[around.index(segment)][1]
        return around, around.index(last)

    def index(self, segment: str) -> int:
        """Return which member a segment of a pointer means."""
        if self.is_list:
            return range(len(self.members))[int(segment)]
        return [name.written if name else "" for name, _ in self.members].index(segment)


def edit_text(text: str, edits: Sequence[Edit], format: Format) -> str | None:
    """Return a text with some edits; None where it is written in a way that does not let all of them be made.

    Lines end as in `SourceFile.text`, and edits are at places of the text as it is.
    """
    try:
        data = parse_text(text, name="", format=format).data
        root = _spans(text)
        changes = [_change(text, root, edit, format) for edit in edits]
        meant = [Replace(each.pointer, _written(root, each)) if isinstance(each, Quote) else each for each in edits]
        expected = _expected(data, meant)
    except (LookupError, ValueError, DescriptionError, yaml.YAMLError, RecursionError):
        return None
    changes.sort(reverse=True)
    if any(end > following for (_, end, _), (following, _, _) in zip(changes[1:], changes, strict=False)):
        return None
    for start, end, new in changes:
        text = text[:start] + new + text[end:]
    try:
        is_right = parse_text(text, name="", format=format).data == expected
    except DescriptionError:
        return None
    return text if is_right else None


def _expected(data: Json, edits: Iterable[Edit]) -> Json:
    """Return what a document says with some edits, the last of several items first."""
    data = json.loads(json.dumps(data))  # in which nothing is shared, as aliases have it
    for edit in sorted(edits, key=lambda each: order_of(each.pointer), reverse=True):
        *way, last = edit.pointer if not isinstance(edit, Add) else (*edit.pointer, edit.name)
        ((around),) = find_value(data, tuple(way))
        if isinstance(around, list):
            if isinstance(edit, Replace):
                around[int(last)] = edit.value
            else:
                del around[int(last)]
        elif isinstance(around, dict):
            _edit_object(around, last, edit)
    return data


def _written(root: _Span, edit: Quote) -> str:
    around, at = root.find(edit.pointer)
    return around.members[at][1].written


def _edit_object(around: dict[str, Json], name: str, edit: Edit) -> None:
    match edit:
        case Replace(_, value) | Add(value=value):
            around[name] = value
        case Rename(_, other):
            around[other] = around.pop(name)
        case Remove():
            del around[name]


def _spans(text: str) -> _Span:
    """Return where the values of a text stand."""
    stack = [_Span(0, is_list=True)]
    for event in parse_events(text):
        match event:
            case yaml.CollectionStartEvent():
                is_list = isinstance(event, yaml.SequenceStartEvent)
                flow = bool(event.flow_style)
                stack.append(_Span(offset_of(event), style="collection", in_braces=flow, is_list=is_list))
            case yaml.CollectionEndEvent():
                span = stack.pop()
                last = span.members[-1][1].end if span.members else span.start
                span.end = _end_of(event) if span.in_braces else last
                _add(stack[-1], span)
            case yaml.ScalarEvent():
                style = "" if event.style is None else event.style
                _add(stack[-1], _Span(offset_of(event), _end_of(event), style, written=event.value))
            case yaml.AliasEvent():
                _add(stack[-1], _Span(offset_of(event), _end_of(event), "alias"))
    return stack[0].members[0][1]


def _end_of(event: yaml.Event) -> int:
    return 0 if event.end_mark is None else event.end_mark.index


def _add(around: _Span, span: _Span) -> None:
    if around.is_list:
        around.members.append((None, span))
    elif around.name is None:
        around.name = span
    else:
        around.members.append((around.name, span))
        around.name = None


def _change(text: str, root: _Span, edit: Edit, format: Format) -> _Change:
    if isinstance(edit, Add):
        around, at = root.find((*edit.pointer, edit.behind))
        return _addition(text, around, at, edit, format)
    around, at = root.find(edit.pointer)
    name, value = around.members[at]
    match edit:
        case Replace() if value.is_scalar or (value.in_braces and value.is_list):
            return value.start, value.end, _render(edit.value, value, format, in_braces=around.in_braces)
        case Quote() if value.is_scalar:
            return value.start, value.end, json.dumps(value.written)
        case Rename() if name is not None:
            return name.start, name.end, _render(edit.name, name, format, in_braces=around.in_braces)
        case Remove():
            return _removal(text, around, at)
        case _:
            raise ValueError(edit)


def _addition(text: str, around: _Span, at: int, edit: Add, format: Format) -> _Change:
    name, value = around.members[at]
    if name is None or value.style in {"|", ">", "alias"}:
        raise ValueError(edit.behind)
    new = f"{_render(edit.name, name, format, in_braces=True)}: {_rendered(edit.value, format)}"
    indent = _indent(text, name.start)
    if not around.in_braces:
        end = _line_end(text, value.end)
        column = name.start - text.rfind("\n", 0, name.start) - 1
        return end, end, f"\n{' ' * column}{new}"
    return value.end, value.end, f", {new}" if indent is None else f",\n{indent}{new}"


def _removal(text: str, around: _Span, at: int) -> _Change:
    if len(around.members) == 1:
        raise ValueError("nothing would be left")
    first, value = around.members[at]
    start = (first or value).start
    if not around.in_braces:
        front = text[text.rfind("\n", 0, start) + 1 : start].strip()
        if front != ("-" if first is None else ""):
            raise ValueError("something else stands on its line")
        end = _line_end(text, max(start, value.end - 1))
        return text.rfind("\n", 0, start) + 1, min(end + 1, len(text)), ""
    if at + 1 < len(around.members):
        following = around.members[at + 1]
        return start, (following[0] or following[1]).start, ""
    return around.members[at - 1][1].end, value.end, ""


def _indent(text: str, offset: int) -> str | None:
    """Return the blanks before what begins a line; None where something else stands there."""
    front = text[text.rfind("\n", 0, offset) + 1 : offset]
    return None if front.strip() else front


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _render(value: Json, old: _Span, format: Format, *, in_braces: bool) -> str:
    """Return a value as it is written in the place of another, quoted as that is."""
    if not isinstance(value, str) or format == "json" or old.style == '"':
        return _rendered(value, format) if not isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if old.style == "'":
        return "'" + value.replace("'", "''") + "'"
    return value if _is_plain(value, in_braces=in_braces) else json.dumps(value, ensure_ascii=False)


def _rendered(value: Json, format: Format) -> str:
    if format == "json":
        return json.dumps(value, ensure_ascii=False)
    match value:
        case str():
            return value if _is_plain(value, in_braces=True) else json.dumps(value, ensure_ascii=False)
        case list():
            return f"[{', '.join(_rendered(each, format) for each in value)}]"
        case dict():
            members = (f"{_rendered(name, format)}: {_rendered(each, format)}" for name, each in value.items())
            return f"{{{', '.join(members)}}}"
        case _:
            return json.dumps(value)


def _is_plain(value: str, *, in_braces: bool) -> bool:
    """Tell whether YAML reads a text without quotes as that text."""
    try:
        written = f"[{value}]\n" if in_braces else f"- {value}\n"
        return bool(
            value.isprintable() and value.isascii() and parse_text(written, name="", format="yaml").data == [value]
        )
    except DescriptionError:
        return False
