"""Bodies of items, one after the other: JSON lines, JSON sequences (RFC 7464) and event streams (WHATWG HTML, 9.2)."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, TypeAlias, TypeGuard, TypeVar, cast

from ..encoding import encode, json_text, no_null
from ..unset import Unset
from .content import write_content

if TYPE_CHECKING:
    from ..encoding import Json, Shape
    from ..request import Request

T = TypeVar("T")

ItemSource: TypeAlias = Iterable[T] | AsyncIterable[T] | Path | IO[bytes] | bytes
"""The items of a body, which may come while it is sent; or bytes or a file that have them, as they are to be sent."""

_BETWEEN_LINES: Final = re.compile(r"\r\n|\r|\n")


def write_items(
    request: Request,
    given: object,
    media_type: str,
    write: Callable[[Json], str],
    shape: Shape | None = None,
) -> None:
    """Make the body of a request of items, or of bytes or a file that have them; UNSET is left out.

    A list is written before anything is sent. Items of an iterator are asked for while the body is sent, which
    therefore is never sent again. The shape is that of an item; `write` writes one as JSON text.

    Raises:
        TypeError: There are no items.
        ValueError: There is None, or an item that cannot be sent.
    """

    def written(item: object) -> bytes:
        return write(encode(item, shape)).encode()

    if given is None:
        raise no_null("body")
    if isinstance(given, Unset):
        return
    if not _has_items(given):
        raise TypeError(
            "the body is made of items: it has to be a list, an iterator, bytes or a file, and is of the type"
            f" {type(given).__name__}"
        )
    if isinstance(given, Path | bytes) or hasattr(given, "read"):
        write_content(request, cast("Path | IO[bytes] | bytes", given), media_type)
    elif isinstance(given, AsyncIterable):
        write_content(request, _later(given, written), media_type)
    elif isinstance(given, Sequence):
        write_content(request, b"".join(map(written, given)), media_type)
    else:
        write_content(request, map(written, given), media_type)


def json_line(item: Json) -> str:
    """Return an item of JSON lines."""
    return f"{json_text(item)}\n"


def json_record(item: Json) -> str:
    """Return an item of a JSON sequence."""
    return f"\x1e{json_text(item)}\n"


def event_of_json(item: Json) -> str:
    """Return an event whose data are JSON."""
    return event_of_text(json_text(item))


def event_of_text(item: Json) -> str:
    """Return an event whose data are a text."""
    return f"{_field('data', item)}\n"


def event(item: Json) -> str:
    """Return an event that is described with its fields; data that are no text are written as JSON.

    Raises:
        ValueError: A field other than its data has a line break, or its id has what ends it.
    """
    fields = cast("dict[str, Json]", item)
    lines: list[str] = []
    for name in ("event", "id", "retry", "data"):
        value = fields.get(name)
        if value is None:
            continue
        text = value if isinstance(value, str) else json_text(value)
        if name != "data" and (_BETWEEN_LINES.search(text) or "\0" in text):
            raise ValueError(f"the {name} of an event stands in one line")
        lines.append(_field(name, text))
    return f"{''.join(lines)}\n"


def _field(name: str, value: object) -> str:
    return "".join(f"{name}: {line}\n" for line in _BETWEEN_LINES.split(str(value)))


def _has_items(given: object) -> TypeGuard[ItemSource[object]]:
    is_one = isinstance(given, str | bytearray | memoryview | Mapping)
    return not is_one and isinstance(given, Iterable | AsyncIterable | Path)


async def _later(items: AsyncIterable[object], written: Callable[[object], bytes]) -> AsyncIterator[bytes]:
    async for item in items:
        yield written(item)
