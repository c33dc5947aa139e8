"""Random answers of a described API: those that keep to the description, and those of a server that means harm."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import b64encode
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any, TypeAlias

import httpx
from hypothesis import strategies as st

from specloom.spec.document import ABSENT, Document, Schema

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

__all__ = ["Answered", "hostile_answers", "valid_values"]

Json: TypeAlias = Any
_TEXT = st.text(st.characters(codec="utf-8"), max_size=8)
_TIMES = st.datetimes(timezones=st.just(UTC)).map(lambda time: time.replace(microsecond=0))


@st.composite
def valid_values(draw: st.DrawFn, document: Document, schema: Schema) -> Json:
    """Return JSON values that a schema of a shipped description allows."""
    return _value(draw, document, schema, 4)


def _value(draw: st.DrawFn, document: Document, schema: Schema, depth: int) -> Json:
    """Return a value; below `depth`, with no more than what is required."""
    if schema.const is not ABSENT:
        return schema.const
    if schema.enum is not None:
        return draw(st.sampled_from(schema.enum))
    parts = [*schema.all_of]
    if schema.ref is not None:
        parts.append(document.schemas[schema.ref].schema)
    parts += [draw(st.sampled_from(choices)) for choices in (schema.one_of, schema.any_of) if choices]
    values = [_value(draw, document, part, depth) for part in parts]
    if schema.types or schema.properties or not values:
        values.append(_own(draw, document, schema, depth))
    if all(isinstance(value, dict) for value in values):
        return {key: item for value in values for key, item in value.items()}
    return values[-1]


def _own(draw: st.DrawFn, document: Document, schema: Schema, depth: int) -> Json:
    types = schema.types or (("object",) if schema.properties else ("string", "integer", "null"))
    match draw(st.sampled_from(types)):
        case "object":
            return _object(draw, document, schema, depth)
        case "array":
            most = min(schema.max_items if schema.max_items is not None else 2, 2 if depth > 0 else 0)
            number = draw(st.integers(min(schema.min_items or 0, most), most))
            return [_value(draw, document, schema.items, depth - 1) if schema.items else 1 for _ in range(number)]
        case "string":
            return _text(draw, schema)
        case "integer":
            return draw(st.integers(*_bounds(schema)))
        case "number":
            low, high = _bounds(schema)
            return draw(st.integers(low, high) | st.integers(low * 4, high * 4).map(lambda number: number / 4))
        case "boolean":
            return draw(st.booleans())
        case _:
            return None


def _bounds(schema: Schema) -> tuple[int, int]:
    low = schema.minimum if schema.exclusive_minimum is None else schema.exclusive_minimum + 1
    high = schema.maximum if schema.exclusive_maximum is None else schema.exclusive_maximum - 1
    return int(-1000 if low is None else low), int(max(low or 0, 2_000_000_000) if high is None else high)


def _text(draw: st.DrawFn, schema: Schema) -> str:
    match schema.format:
        case "date-time":
            return draw(_TIMES).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
        case "date":
            return draw(st.dates()).isoformat()
        case "time":
            return draw(st.times()).replace(microsecond=0).isoformat()
        case "uuid":
            return str(draw(st.uuids()))
        case "decimal":
            return str(draw(st.decimals(-1000, 1000, places=2)))
        case "unix-time":
            return str(draw(st.integers(0, 2_000_000_000)))
    if schema.format == "byte" or schema.content_encoding == "base64":
        return b64encode(draw(st.binary())).decode()
    if schema.pattern is not None:
        return draw(st.from_regex(schema.pattern, fullmatch=True, alphabet=st.characters(codec="ascii")))
    return draw(_TEXT.filter(lambda text: len(text) >= (schema.min_length or 0)))[: schema.max_length]


def _object(draw: st.DrawFn, document: Document, schema: Schema, depth: int) -> dict[str, Json]:
    chosen = [name for name in schema.properties if name in schema.required or (depth > 0 and draw(st.booleans()))]
    value = {name: _value(draw, document, schema.properties[name], depth - 1) for name in chosen}
    if schema.additional_properties is not None and not schema.additional_properties.never and depth > 0:
        value |= {"other": _value(draw, document, schema.additional_properties, depth - 1)}
    return value


@dataclass(frozen=True)
class Answered:
    """An answer as it comes over the wire."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def response(self) -> httpx.Response:
        """Return it unread, as from a connection."""
        raw = [(name.encode(), value.encode("latin-1", "replace")) for name, value in self.headers.items()]
        return httpx.Response(self.status, headers=raw, stream=_Pieces(self.body))


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, body: bytes) -> None:
        self._body = body

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._body), 1000):
            yield self._body[start : start + 1000]

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece


_STATUSES = [*(200, 200, 200, 200, 201, 202, 203, 204, 205, 206, 299), *(301, 302, 303, 304, 307, 308, 399)]
_STATUSES += [*(400, 401, 403, 404, 409, 412, 422, 429, 499, 500, 502, 503, 504, 599), *(600, 999, 100, 199)]
_CHARSETS = "utf-8 UTF-16 latin-1 utf-7 idna punycode unicode_escape raw_unicode_escape rot13 hex base64 zlib bz2 uu"
_CHARSETS += " quopri undefined mbcs oem charmap utf_8_sig x"
_TYPES = [
    *("application/json", "application/json", "text/html", "text/plain", "image/png", "", ";", "application/xml"),
    *("application/problem+json", "application/json;", 'application/json; charset="', "multipart/mixed", "\x80"),
    *(f"application/json; charset={name}" for name in _CHARSETS.split()),
    *("text/plain; charset=\x00", "text/html; charset=" + "x" * 500),
]
_LOCATIONS = ["/", "", "?", "//", "//evil.example", "http://[", "file:///etc/passwd", "https://evil.example/x", "\x00"]
_LOCATIONS += ["http://api.example:99999/", "javascript:1", "%", "/v1/../../x", "https://user@api.example/", "é"]
_WAITS = ["inf", "-1", "1e9", "nan", "", "junk", "Fri, 31 Dec 9999 23:59:59 GMT", "9" * 400, "0"]
_ODD = [
    *(b"", b"null", b"{}", b"[]", b"0", b'""', b"true", b"NaN", b"[NaN, Infinity, -Infinity]", b"1e400", b"-" * 9),
    *(b"9" * 5000, b'{"id": ' + b"9" * 5000 + b"}", b'{"a": 1, "a": 2}', b'"\\ud800"', b'{"\\ud800": "\\udfff"}'),
    *(b"\xef\xbb\xbf{}", "{}".encode("utf-16"), "[]".encode("utf-32"), b"\xff\xfe", b"\x00" * 9, b'{"id": "\x00"}'),
    *(b"[" * 200, b"[" * 10_000, b'{"a":' * 10_000, b"[" * 3000 + b"]" * 3000, b"<html></html>", b'{"success": 0}'),
    *(b'{"success": false}', b'{"success": false, "code": "999999999999"}', b'{"error": {"error": {"error": []}}}'),
    *(b'{"message": {}, "code": []}', b'{"errors": [[[[]]]]}', b'{"data": null}', b'{"data": [null]}', b"{" * 50),
]


@st.composite
def hostile_answers(draw: st.DrawFn, valid: st.SearchStrategy[Json]) -> Answered:
    """Return answers that break some rule, or all of them: of HTTP, of JSON, or of the description.

    Args:
        valid: Answers that keep to the description, for what is made of them.
    """
    headers = {"content-type": draw(st.sampled_from(_TYPES))}
    if draw(st.booleans()):
        headers["location"] = draw(st.sampled_from(_LOCATIONS))
    if draw(st.booleans()):
        headers["retry-after"] = draw(st.sampled_from(_WAITS))
    if draw(st.integers(0, 9)) == 0:
        headers["link"] = draw(st.sampled_from(["<>; rel=next", "<http://[>; rel=next", ";;;", "<//x>; rel=next"]))
    body = draw(st.one_of(st.sampled_from(_ODD), st.binary(max_size=40), _spoilt(valid), _spoilt(valid)))
    encoding = draw(st.sampled_from(["", "", "", "", "gzip", "deflate", "br", "zstd", "gzip, gzip", "x"]))
    if encoding:
        headers["content-encoding"] = encoding
        if encoding == "gzip" and draw(st.booleans()):
            body = gzip.compress(body)
        elif encoding == "deflate" and draw(st.booleans()):
            body = zlib.compress(body)
    return Answered(draw(st.sampled_from(_STATUSES)), headers, body)


_WRONG: list[Json] = [None, True, 0, -1, 10**30, 1.5, "", "x", [], {}, [[]], {"": None}, [None], "\ud800", {"x": {}}]


@st.composite
def _spoilt(draw: st.DrawFn, valid: st.SearchStrategy[Json]) -> bytes:
    """Return JSON text of a valid value in which some values are others, or which breaks off."""
    holder = [draw(valid)]
    for _ in range(draw(st.integers(0, 3))):
        places = [*_places(holder)]
        container, key = places[draw(st.integers(0, len(places) - 1))]
        container[key] = draw(st.sampled_from(_WRONG))
        holder = json.loads(json.dumps(holder))
    text = json.dumps(holder[0]).encode()
    return text[: draw(st.integers(0, len(text)))] if draw(st.integers(0, 4)) == 0 else text


def _places(value: Json) -> Iterator[tuple[Any, Any]]:
    waiting = [value]
    while waiting:
        container = waiting.pop()
        for key in container if isinstance(container, dict) else range(len(container)):
            yield container, key
            if isinstance(container[key], dict | list):
                waiting.append(container[key])
