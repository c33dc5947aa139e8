"""JSON Pointers as text (RFC 6901), and where they lead; `Pointer` itself is a tuple of unescaped segments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from specloom.findings import Pointer

if TYPE_CHECKING:
    from specloom.source.file import Json

_BAD_ESCAPE = re.compile(r"~(?![01])")
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")
"""The place of an item (RFC 6901, section 4), of a list that can be held in memory."""
_IN_FRAGMENTS: Final = "/~!$&'()*+,;=:@?"
"""What stands unescaped in a URI fragment (RFC 3986, 3.5), beside what `quote` never escapes."""


def parse_pointer(text: str) -> Pointer:
    """Return the segments of `text` (RFC 6901, sections 3 and 4): `/a~1b/0` gives `("a/b", "0")`.

    Raises:
        ValueError: The text is not a JSON Pointer; the message says why.
    """
    if not text:
        return ()
    if not text.startswith("/"):
        raise ValueError(f"a JSON Pointer starts with '/': '{text}'")
    if "~" not in text:
        return tuple(text[1:].split("/"))
    if _BAD_ESCAPE.search(text):
        raise ValueError(f"'~' in a JSON Pointer is written '~0': '{text}'")
    return tuple(segment.replace("~1", "/").replace("~0", "~") for segment in text[1:].split("/"))


def render_pointer(pointer: Pointer) -> str:
    """Return `pointer` as text (RFC 6901, section 3); the whole document is the empty text."""
    text = "/".join(("", *pointer))
    if "~" not in text and text.count("/") == len(pointer):
        return text
    return "".join("/" + segment.replace("~", "~0").replace("/", "~1") for segment in pointer)


def render_fragment(pointer: Pointer) -> str:
    """Return `pointer` as the fragment of a URI (RFC 6901, section 6), with `#` in front."""
    return "#" + quote(render_pointer(pointer), safe=_IN_FRAGMENTS)


def order_of(pointer: Pointer) -> list[tuple[int, str]]:
    """Return what pointers are sorted by, so that items of a list come in their order: `/a/9` before `/a/10`."""
    return [(int(segment), "") if segment.isdecimal() else (-1, segment) for segment in pointer]


def find_value(data: Json, pointer: Pointer) -> tuple[Json, ...]:
    """Return the value at `pointer`, alone in a tuple; an empty one where there is none."""
    for segment in pointer:
        found = find_member(data, segment)
        if not found:
            return ()
        (data,) = found
    return (data,)


def find_member(value: Json, segment: str) -> tuple[Json, ...]:
    """Return what one segment of a pointer leads to, alone in a tuple; an empty one where there is nothing."""
    if isinstance(value, dict):
        return (value[segment],) if segment in value else ()
    if isinstance(value, list) and _INDEX.fullmatch(segment) and int(segment) < len(value):
        return (value[int(segment)],)
    return ()
