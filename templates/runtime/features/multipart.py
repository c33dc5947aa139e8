"""Bodies of several parts: multipart/form-data (RFC 7578)."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from mimetypes import guess_type
from pathlib import Path
from typing import IO, Any, Final, TypeAlias, TypeGuard, cast
from urllib.parse import unquote

from ..encoding import Shape, encode, encode_named, no_null
from ..request import JSON, OCTET_STREAM, Part, PartContent, Request, header_field, json_content, refuse_nothing
from ..styles import PERCENT, Style, defined, field_text
from ..unset import UNSET
from .content import (
    BOUNDARY,
    Bytes,
    FileOfPath,
    Joined,
    can_rewind,
    check_text,
    is_text_file,
    one_media_type,
    text_content,
    usual_type,
    with_boundary,
)
from .members import add_members

_BASE64: Final = "base64"
_MULTIPART: Final = "multipart/form-data"
_ESCAPES = {**{code: f"%{code:02X}" for code in range(0x20)}, ord('"'): "%22", ord("\\"): r"\\"}
"""What stands in quoted names for what would end them."""

_Content: TypeAlias = Bytes | str | Path | IO[bytes] | Iterator[bytes] | AsyncIterable[bytes]
Upload: TypeAlias = _Content | tuple[str, _Content] | tuple[str, _Content, str]
"""A file to send: its content, an open file, a path or an iterator of pieces of either kind, or a tuple of file name,
one of these and perhaps media type."""
_Part: TypeAlias = tuple[str | None, PartContent, str | None]
"""File name, content and media type."""


def write_parts(
    request: Request,
    value: object,
    shape: Shape | None = None,
    *,
    fields: Mapping[str, Callable[..., None]] | None = None,
) -> None:
    """Make the body of a request of all members of an object.

    `fields` has by their names on the wire what adds parts that are written otherwise than `add_part` does by itself.
    """
    request.add_member = _replace_part
    add_members(request, value, shape, fields or {}, add_part)


def add_part(
    request: Request,
    name: str,
    value: object,
    shape: Shape | None = None,
    *,
    content_type: str | None = None,
    json: bool = False,
    transfer_encoding: str = "",
    style: Style | None = None,
    explode: bool = True,
    headers: Mapping[str, object] | None = None,
    required: str = "",
) -> None:
    """Add a part to the body of a request; a list, a tuple or the like makes a part of each item, whatever that is.

    Args:
        request: The request.
        name: The form field's name.
        value: Text, bytes, an open binary file, a Path, a tuple of file name, content and perhaps media type, or any
            value, which is written as JSON. A tuple of texts alone is several texts: see `add_file`. UNSET is left out.
        shape: How the keys of an object, or of the objects in a list, are called on the wire.
        content_type: The part's media type where the value does not bring its own: one, or several and ranges, of which
            the name of a file chooses.
        json: Write a list as one part, and a text or a number, too, as JSON.
        transfer_encoding: In which encoding the value is passed in; bytes are written in it, if it is base64.
        style: Write the value as a query parameter of this style, each pair as a part of its own.
        explode: As for parameters.
        headers: Further header fields of each part, by name; None and UNSET are left out.
        required: The argument that the request cannot do without: see `refuse_nothing`.

    Raises:
        ValueError: It is None, the media type is none, or a header field cannot be sent. Or there is
            nothing to write of what is required.
    """
    request.add_member = _replace_part
    if value is None:
        raise no_null(name)
    given = value is not UNSET
    fields = _fields(headers or {}, transfer_encoding) if given else {}
    if given and style is not None:
        text = style(name, defined(encode_named(name, value, shape)), explode, PERCENT)
        if not text:
            refuse_nothing(required)
        for key, _, each in (pair.partition("=") for pair in filter(None, text.split("&"))):
            _add(request, unquote(key), [(None, unquote(each), None)], fields, "")
        return
    if transfer_encoding.lower() == _BASE64 and isinstance(value, bytes | bytearray | memoryview):
        value = encode(cast("Bytes", value))
    _refuse_unknown_number(name, value)
    is_one = json or not _is_several(value) or _is_text_and_file(value)
    shape = shape if is_one else cast("Shape | None", getattr(shape, "shape", shape))  # `Items` have that of each
    parts = [
        _file(name, item, content_type)
        if _is_text_and_file(item)
        else _part(name, item, shape, content_type, json=json)
        for item in ((value,) if is_one else cast("Iterable[object]", value))
        if item is not None and item is not UNSET
    ]
    _add(request, name, parts, fields, required)


def add_file(
    request: Request,
    name: str,
    value: object,
    *,
    content_type: str | None = None,
    several: bool = False,
    headers: Mapping[str, object] | None = None,
    required: str = "",
) -> None:
    """Add a file to the body of a request, or each of several files.

    Args:
        request: The request.
        name: The form field's name.
        value: What `Upload` allows, or several of these. A tuple that begins with a text is one file: its name and its
            content, which may be text. UNSET is left out.
        content_type: The media type where the value does not bring its own, as for `add_part`.
        several: Whether there may be more than one.
        headers: Further header fields of each part, by name; None and UNSET are left out.
        required: The argument that the request cannot do without: see `refuse_nothing`.

    Raises:
        ValueError: It is None, the media type is none, or a header field cannot be sent. Or there are
            several files for one, or none where one is required.
    """
    request.add_member = _replace_part
    if value is None:
        raise no_null(name)
    if several:
        _refuse_unknown_number(name, value)
    files = value if several and _is_several(value) and not _is_file(value) else [value]
    parts: list[_Part] = []
    for item in files:
        if _is_file(item):
            parts.append(_file(name, item, content_type))
        elif isinstance(item, Iterator | AsyncIterable):
            parts.append(_part(name, cast("object", item), None, content_type))
        elif _is_several(item) or isinstance(item, Mapping):
            raise ValueError(
                f"{name!r} takes one file here: bytes, a text, a path, an open file, an iterator of pieces, or a tuple"
                " of a name and one of these"
            )
        elif isinstance(item, str):
            parts.append((name, item, content_type))
        elif item is not None and item is not UNSET:
            parts.append(_part(name, item, None, content_type))
    _add(request, name, parts, _fields(headers or {}) if parts else {}, required)


def _refuse_unknown_number(name: str, value: object) -> None:
    """Refuse what comes asynchronously where it can be one file or several: of a blocking iterator it is several."""
    if isinstance(value, AsyncIterable):
        raise ValueError(f"{name!r} takes several parts here: put one that comes asynchronously into a list")  # noqa: TRY004 - as above


def _fields(headers: Mapping[str, object], transfer_encoding: str = "") -> dict[str, str]:
    """Return the header fields of a part as they are written: style `simple`."""
    fields = {"Content-Transfer-Encoding": transfer_encoding} if transfer_encoding else {}
    for header, value in headers.items():
        if value is not None and value is not UNSET:
            _, fields[header] = header_field(header, field_text(encode(value), explode=False))
    return fields


def _replace_part(request: Request, name: str, value: object) -> None:
    """Add a part in the place of those that have its name already."""
    request.parts[:] = [part for part in request.parts if part[0] != name]
    add_part(request, name, value)


def _add(request: Request, name: str, parts: list[_Part], headers: dict[str, str], required: str) -> None:
    if not parts:
        refuse_nothing(required)
    check_text(name, f"the name of the part {name!r}")
    for filename, content, described in parts:
        content_type = one_media_type(described, filename, usual_type(content)) if described is not None else None
        if filename is not None:
            check_text(filename, f"the part {name!r}")
        written = content
        if isinstance(content, str):
            written = text_content(content, content_type or "", f"the part {name!r}")
        request.repeatable = request.repeatable and (isinstance(written, bytes | str) or can_rewind(written))
        request.parts.append((name, (filename, written, content_type, headers)))
    if request.parts:
        request.write = partial(_body, request.parts)
        described = request.media_type if request.media_type.lower().startswith(_MULTIPART) else _MULTIPART
        request.defaults.setdefault("content-type", ("Content-Type", with_boundary(described)))
    else:  # nothing has taken the place of what there was
        request.write = None
        request.defaults.pop("content-type", None)


def _body(parts: list[Part], media_type: str) -> Joined:
    """Return parts with the boundary between them that their media type says."""
    if (said := BOUNDARY.search(media_type)) is None:
        raise ValueError("a body of several parts says its media type itself: leave out the header field Content-Type")
    boundary = (said[1] or said[2]).encode("latin-1")
    pieces: list[Any] = []
    for name, (filename, content, content_type, headers) in parts:
        head = _head(name, filename, content_type, headers)
        written = content.encode() if isinstance(content, str) else content
        pieces += [b"--%b\r\n%b\r\n" % (boundary, head), written, b"\r\n"]
    pieces.append(b"--%b--\r\n" % boundary)
    return Joined(pieces)


def _head(name: str, filename: str | None, content_type: str | None, headers: Mapping[str, str]) -> bytes:
    """Return the header of a part; names as RFC 7578, section 5.1 and browsers have them."""
    named = f'; name="{name.translate(_ESCAPES)}"'
    if filename:
        named += f'; filename="{filename.translate(_ESCAPES)}"'
    usual = (guess_type(filename)[0] or OCTET_STREAM) if filename else None
    fields = {"Content-Disposition": f"form-data{named}", **headers}
    if (said := content_type or usual) and "content-type" not in map(str.lower, headers):
        fields["Content-Type"] = said
    return "".join(f"{key}: {text}\r\n" for key, text in fields.items()).encode()


def _file(name: str, value: tuple[Any, ...], content_type: str | None) -> _Part:
    """Return file name, content and media type of a tuple of these."""
    filename, content, *rest = value
    _, content, _ = _part(name, content, None, None)
    return filename, content, rest[0] if rest else content_type


def _part(name: str, value: object, shape: Shape | None, content_type: str | None, *, json: bool = False) -> _Part:
    """Return file name, content and media type: the value's own, where it brings one, before the described one."""
    if isinstance(value, Path):
        return value.name, cast("IO[bytes]", FileOfPath(value)), content_type
    if isinstance(value, bytes | bytearray | memoryview) and isinstance(value, getattr(shape, "kinds", ())):
        value = encode(cast("Bytes", value), shape)
    if isinstance(value, bytes | bytearray | memoryview):
        return name, bytes(cast("Bytes", value)), content_type
    if isinstance(value, AsyncIterable):
        return name, _checked(cast("AsyncIterable[object]", value)), content_type
    if is_text_file(value):
        raise TypeError(f"the file {name!r} is sent as it is: open it in binary mode")
    if hasattr(value, "read"):
        own = getattr(value, "name", None)  # of a pipe a number
        return Path(own).name if isinstance(own, str) else name, cast("IO[bytes]", value), content_type
    if isinstance(value, Iterator):
        return name, map(_piece, cast("Iterator[object]", value)), content_type
    encoded = encode_named(name, value, shape)
    if json or isinstance(encoded, dict | list):
        media_type = _json_type(content_type or JSON)
        try:
            return None, json_content(encoded, media_type), media_type
        except ValueError as error:
            error.add_note(f"in the part {name!r}")
            raise
    return None, field_text(encoded, explode=False), content_type


def _json_type(described: str) -> str:
    """Return the media type of a part that is JSON: one of those that are described, before others a JSON one."""
    offered = [each.strip() for each in described.split(",")]
    return next((each for each in offered if each.lower().endswith(("/json", "+json"))), None) or one_media_type(
        described, None, JSON
    )


def _is_file(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a tuple of file name, content and perhaps media type."""
    if not isinstance(value, tuple):
        return False
    match cast("tuple[object, ...]", value):
        case (str(), content) | (str(), content, str() | None):
            is_content = isinstance(content, bytes | bytearray | memoryview | str | Path | Iterator | AsyncIterable)
            return is_content or hasattr(content, "read")
        case _:
            return False


def _piece(piece: object) -> bytes:
    """Return a piece of a file; refuse what is none, which would end the call halfway."""
    if not isinstance(piece, bytes | bytearray | memoryview):
        raise TypeError(f"the pieces of a file have to be bytes, and one is of the type {type(piece).__name__}")
    return bytes(cast("Bytes", piece))


async def _checked(pieces: AsyncIterable[object]) -> AsyncIterator[bytes]:
    async for piece in pieces:
        yield _piece(piece)


def _is_text_and_file(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a value is a file by its name and its content, and cannot be several texts."""
    return _is_file(value) and not isinstance(value[1], str)


def _is_several(value: object) -> TypeGuard[Iterable[object]]:
    """Tell whether a value stands for several: a list, a tuple, a set, a generator, but no text, file or object."""
    if isinstance(value, str | bytes | bytearray | memoryview | Mapping) or hasattr(value, "read"):
        return False
    return isinstance(value, Collection | Iterator)
