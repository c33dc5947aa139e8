"""Bodies of several parts without names, in an order: multipart/mixed and its like (RFC 2046, section 5.1)."""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Sequence
from typing import IO, TypeAlias, cast

from ..encoding import no_null
from ..request import OCTET_STREAM, Request, header_field
from ..unset import UNSET
from .content import Joined, with_boundary

_Add: TypeAlias = Callable[..., None]
_Piece: TypeAlias = bytes | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]


def write_mixed(
    request: Request, value: object, media_type: str, first: Sequence[_Add] = (), rest: _Add | None = None
) -> None:
    """Make the body of a request of parts; UNSET is left out.

    Args:
        request: The request.
        value: What the parts hold, one after the other.
        media_type: The media type of the body, to which the boundary between its parts is added.
        first: What adds the first parts to a form, as `add_part` does: their names do not count.
        rest: What adds all others; None: there are none.

    Raises:
        ValueError: There are more parts than described, or one cannot be sent.
    """
    if value is None:
        raise no_null("body")
    if value is UNSET:
        return
    described = with_boundary(media_type)
    boundary = described.rpartition("=")[2]
    pieces: list[_Piece] = []
    repeatable = True
    for number, item in enumerate(cast("Iterable[object]", value)):
        add = first[number] if number < len(first) else rest
        if add is None:
            raise ValueError(f"the body has {len(first)} parts, and no more")
        form = Request("POST", "")
        add(form, str(number), item)
        repeatable = repeatable and form.repeatable
        for name, (filename, content, content_type, headers) in form.parts:
            given = None if filename == name else filename
            head = _head(content, given, content_type, headers)
            pieces += [f"--{boundary}\r\n{head}\r\n".encode("latin-1"), _bytes(content), b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    if all(isinstance(piece, bytes) for piece in pieces):
        request.content(b"".join(cast("list[bytes]", pieces)), described)
    else:
        request.content(Joined(pieces), described)
        request.repeatable = repeatable


def _head(content: object, filename: str | None, content_type: str | None, headers: dict[str, str]) -> str:
    usual = "text/plain; charset=utf-8" if isinstance(content, str) else OCTET_STREAM
    fields = {"Content-Type": content_type or usual, **headers}
    if filename is not None:
        escaped = filename.replace("\\", "\\\\").replace('"', '\\"').encode().decode("latin-1")
        fields["Content-Disposition"] = f'attachment; filename="{escaped}"'
    return "".join(f"{name}: {header_field(name, value)[1]}\r\n" for name, value in fields.items())


def _bytes(content: str | _Piece) -> _Piece:
    return content.encode() if isinstance(content, str) else content
