"""Header fields of answers, as values of the types that are described."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Final, Self, cast

from ..encoding import read_json
from ..exact import read_number
from ..kinds import reading_of
from ..model import Model
from ..response import Source, fitted

if TYPE_CHECKING:
    from ..client import RawResponse


_BETWEEN: Final = re.compile(r'((?<![^\s,=/])"(?:[^"\\]|\\.)*")|,')
"""A text in quotes, which keep its commas (RFC 9110, 5.6.4), or a comma between items."""
_ALONE: Final = "set-cookie"
"""The field whose occurrences cannot be one list (RFC 9110, 5.3)."""


class HeaderFields(Model):
    """The header fields of an answer that are described; those that did not come are None."""

    @classmethod
    def of(cls, raw: RawResponse[Any]) -> Self:
        """Return the header fields of an answer. One that is not as described is None, and reported.

        Args:
            raw: What `client.raw` gives back.

        Raises:
            MismatchError: One is not as described, and `on_mismatch` says to raise.
        """
        cls.model_rebuild()
        found: dict[str, object] = {}
        problems: list[tuple[str, str]] = []
        for name, field in cls.model_fields.items():
            wire_name = field.alias or name
            texts = raw.headers.get_list(wire_name)
            if not texts:
                continue
            kind: Any = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
            value, differs = _read_each(texts, kind) if wire_name.lower() == _ALONE else _read(", ".join(texts), kind)
            found[name] = None if differs else value
            problems += ((f"header {wire_name}{f'.{path}' if path else ''}", problem) for path, problem in differs)
        if problems:
            Source(raw.response, raw.route, raw.on_mismatch).report(*problems)
        return cls.model_construct(None, **found)


def _read_each(texts: list[str], kind: Any) -> tuple[object, tuple[tuple[str, str], ...]]:
    """Return what fields that stand alone, as commas may be in them, are as `kind`, and how they differ."""
    found, differs = fitted(texts, kind)
    if not differs or len(texts) == 1:
        return (found, ()) if not differs else _read(texts[0], kind)
    return None, (("", f"it came {len(texts)} times: raw.headers.get_list({_ALONE!r}) has each"),)


def _read(text: str, kind: Any) -> tuple[object, tuple[tuple[str, str], ...]]:
    """Return what a text stands for as `kind`, and how it differs: nothing says of which type the text is."""
    problems: list[tuple[str, str]] = []
    reading = reading_of(kind)
    text = text.strip()
    for value in _meanings(text, read_number if reading is None else reading.number):
        found, differs = fitted(value, kind)
        if differs and isinstance(value, dict | list):  # what looks like a number may be a text all the same
            with_texts, still = fitted(_with_texts(value, text, {path.partition(".")[0] for path, _ in differs}), kind)
            found, differs = (found, differs) if still else (with_texts, still)
        if not differs:
            return found, ()
        problems += differs
    # What is wrong with an item says more than that the whole is no list.
    return None, tuple(sorted(problems, key=lambda problem: not problem[0])[:1])


def _with_texts(value: Any, text: str, places: set[str]) -> object:
    """Return an object or an array that a text stands for, with its parts at some places as texts."""
    items = _items(text)
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {**members, **{name: part for name, part in _members(items).items() if name in places}}
    return [items[at] if str(at) in places and at < len(items) else part for at, part in enumerate(value)]


def _meanings(text: str, number: Callable[[str], object]) -> Iterator[object]:
    """Yield what a text can stand for, as style `simple` writes it (OpenAPI 3.1, 4.8.12.2)."""
    yield text
    yield _scalar(text, number)
    items = _items(text)
    members = _members(items)
    if members or not items:
        yield {name: _scalar(value, number) for name, value in members.items()}
    yield items
    yield [_scalar(each, number) for each in items]


def _items(text: str) -> list[str]:
    bare = _BETWEEN.sub(lambda found: found[1] or "\n", text)  # which no field has
    return [each.strip() for each in bare.split("\n")] if text else []


def _members(items: list[str]) -> dict[str, str]:
    """Return the members of an object as texts; none where the items are none."""
    pairs = [each.partition("=") for each in items]
    if all(middle for _, middle, _ in pairs):
        return {name: value for name, _, value in pairs}
    return dict(zip(items[::2], items[1::2], strict=True)) if len(items) % 2 == 0 else {}


def _scalar(text: str, number: Callable[[str], object]) -> object:
    """Return the JSON that a text is; the text where it is none, or null."""
    try:
        value = read_json(text, number)
    except ValueError:
        return text
    return text if value is None else value
