"""Bodies of several parts: multipart/form-data (RFC 7578)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard, cast

from ..encoding import Shape, encode, json_bytes
from ..request import JSON, Bytes, Request, check_text, header_field, refuse_nothing
from ..styles import field_text
from ..unset import UNSET
from .members import object_members

__all__ = ["Upload", "add_file", "add_part", "write_parts"]

_Content: TypeAlias = Bytes | str | Path | IO[bytes]
Upload: TypeAlias = _Content | tuple[str, _Content] | tuple[str, _Content, str]
"""A file to send: its content, an open file, a path, or a tuple of file name, content and perhaps media type."""
_Part: TypeAlias = tuple[str | None, bytes | str | IO[bytes], str | None]
"""File name, content and media type."""


def write_parts(
    request: Request, value: object, shape: Shape | None = None, *, content_types: Mapping[str, str] | None = None
) -> None:
    """Make the body of a request of all members of an object.

    Args:
        request: The request.
        value: A mapping or a model.
        shape: How its keys are called on the wire.
        content_types: Name on the wire → media type of that part, as for `add_part`.
    """
    for name, member, inner in object_members(value, shape):
        add_part(request, name, member, inner, content_type=(content_types or {}).get(name))


def add_part(
    request: Request,
    name: str,
    value: object,
    shape: Shape | None = None,
    *,
    content_type: str | None = None,
    required: str = "",
) -> None:
    """Add a part to the body of a request; a list, a tuple or the like makes a part of each item, whatever that is.

    Args:
        request: The request.
        name: The form field's name.
        value: Text, bytes, an open binary file, a Path (read at once: pass an open file where it is large), a tuple of
            file name, content and perhaps media type, or any value, which is written as JSON. A tuple of texts alone
            is several texts: see `add_file`. None and UNSET are left out.
        shape: How the keys of an object, or of the objects in a list, are called on the wire.
        content_type: The part's media type where the value does not bring its own.
        required: The argument that the request cannot do without: see `refuse_nothing`.

    Raises:
        ValueError: The media type is empty, or has a line break or another character that none has. Or there is nothing
            to write of what is required.
    """
    items = value if _is_several(value) and not _is_text_and_file(value) else (value,)
    parts = [
        _file(name, item, content_type) if _is_text_and_file(item) else _part(name, item, shape, content_type)
        for item in items
        if item is not None and item is not UNSET
    ]
    _add(request, name, parts, required)


def add_file(
    request: Request,
    name: str,
    value: object,
    *,
    content_type: str | None = None,
    several: bool = False,
    required: str = "",
) -> None:
    """Add a file to the body of a request, or each of several files.

    Args:
        request: The request.
        name: The form field's name.
        value: What `Upload` allows, or several of these. A tuple that begins with a text is one file: its name and its
            content, which may be text. None and UNSET are left out.
        content_type: The media type where the value does not bring its own.
        several: Whether there may be more than one.
        required: The argument that the request cannot do without: see `refuse_nothing`.

    Raises:
        ValueError: The media type is empty, or has a line break or another character that none has. Or there are
            several files for one, or none where one is required.
    """
    files = value if several and _is_several(value) and not _is_file(value) else [value]
    parts: list[_Part] = []
    for item in files:
        if _is_file(item):
            parts.append(_file(name, item, content_type))
        elif _is_several(item):
            raise ValueError(f"{name!r} takes one file here: its content, or a tuple of its name and its content")
        elif item is not None and item is not UNSET:
            parts.append(_part(name, item, None, content_type))
    _add(request, name, parts, required)


def _add(request: Request, name: str, parts: list[_Part], required: str) -> None:
    if not parts:
        refuse_nothing(required)
    for filename, content, content_type in parts:
        _check_media_type(content_type)
        for text in filter(None, (filename, content if isinstance(content, str) else None)):
            check_text(text, f"the part {name!r}")
        request.repeatable = request.repeatable and (isinstance(content, bytes | str) or content.seekable())
        request.parts.append((name, (filename, content, content_type)))


def _file(name: str, value: tuple[Any, ...], content_type: str | None) -> _Part:
    """Return file name, content and media type of a tuple of these."""
    filename, content, *rest = value
    _, content, _ = _part(name, content, None, None)
    return filename, content, rest[0] if rest else content_type


def _part(name: str, value: object, shape: Shape | None, content_type: str | None) -> _Part:
    """Return file name, content and media type: the value's own, where it brings one, before the described one."""
    if isinstance(value, Path):
        return value.name, value.read_bytes(), content_type
    if isinstance(value, bytes | bytearray | memoryview):
        return name, bytes(cast("Bytes", value)), content_type
    if hasattr(value, "read"):
        return Path(str(getattr(value, "name", name))).name, cast("IO[bytes]", value), content_type
    encoded = encode(value, shape)
    if isinstance(encoded, dict | list):
        return None, json_bytes(encoded, f"/{name}"), content_type or JSON
    return None, field_text(encoded, explode=False), content_type


def _check_media_type(value: str | None) -> None:
    """Refuse what no part can carry: a line break would begin another header field, or another part."""
    if value is not None and not (header_field("Content-Type", value)[1] and value.isascii()):
        raise ValueError("the media type of a part is empty or has characters outside of ASCII")


def _is_file(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a tuple of file name, content and perhaps media type."""
    if not isinstance(value, tuple):
        return False
    match cast("tuple[object, ...]", value):
        case (str(), content) | (str(), content, str() | None):
            return isinstance(content, bytes | bytearray | memoryview | str | Path) or hasattr(content, "read")
        case _:
            return False


def _is_text_and_file(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a file by its name and its content, and cannot be several texts."""
    return _is_file(value) and not isinstance(value[1], str)


def _is_several(value: object) -> TypeGuard[Iterable[object]]:
    """Tell whether a value stands for several: a list, a tuple, a set, a generator, but no text, file or object."""
    if isinstance(value, str | bytes | bytearray | memoryview | Mapping) or hasattr(value, "read"):
        return False
    return isinstance(value, Collection | Iterator)
