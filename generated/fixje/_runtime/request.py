"""A request in terms of the API's description. Pure: it knows nothing of the HTTP library."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard, cast
from urllib.parse import unquote

from .encoding import Json, Shape, encode, json_bytes
from .styles import Style, cookie_text, field_text, form_text, path_text, query_text
from .unset import UNSET

__all__ = ["Content", "Part", "Request", "Upload", "header_field"]

Content: TypeAlias = bytes | str | Iterable[bytes] | AsyncIterable[bytes]
Upload: TypeAlias = (
    bytes | str | Path | IO[bytes] | tuple[str, bytes | str | IO[bytes]] | tuple[str, bytes | str | IO[bytes], str]
)
"""A file to send: its content, an open file, a path, or a tuple of file name, content and perhaps media type."""
Part: TypeAlias = tuple[str, tuple[str | None, bytes | str | IO[bytes], str | None]]
"""Name; file name, content and media type."""

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
"""RFC 9110, section 9.2.2."""
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_SEPARATORS = re.compile(r"[/\\]")
JSON = "application/json"


class Request:
    """One call of an operation. Values of None and UNSET are left out, except where a method is told `nullable`.

    Args:
        method: In capitals.
        route: The path with its `{parameters}`, as the description writes it.
        idempotent: Whether sending twice does the same as sending once; None: as the method's definition says.
        security: Alternatives of credential names; None: the client's; empty: none.
    """

    __slots__ = (
        "_cookies", "_form", "_members", "_path", "body", "headers", "idempotent", "location", "method",
        "pairs", "parts", "repeatable", "route", "security",
    )  # fmt: skip

    def __init__(
        self,
        method: str,
        route: str,
        *,
        idempotent: bool | None = None,
        security: Sequence[Sequence[str]] | None = None,
    ) -> None:
        self.method = method
        self.route = f"{method} {route}"
        self.idempotent = method in _IDEMPOTENT if idempotent is None else idempotent
        self.security = security
        self.headers: dict[str, tuple[str, str]] = {}
        """Lower-case name → name and value."""
        self.body: Content | None = None
        self.parts: list[Part] = []
        self.repeatable = True
        """Whether the body can be sent a second time."""
        self.location: str | None = None
        """An absolute URL that takes the place of path and query."""
        self._path = route
        self.pairs: dict[str, str] = {}
        """Query parameter → its encoded `name=value` pairs."""
        self._cookies: list[str] = []
        self._members: dict[str, Json] | None = None
        self._form: list[str] | None = None

    def path(
        self, name: str, value: object, *, style: Style = "simple", explode: bool = False, json: bool = False
    ) -> None:
        """Fill in the path parameter `name`.

        Raises:
            ValueError: The value is empty, so that the request would go to another route.
        """
        text = "" if value is None or value is UNSET else path_text(name, _value(value, json), style, explode=explode)
        if not text:
            raise ValueError(f"the path parameter {name!r} may not be empty")
        self._path = self._path.replace(f"{{{name}}}", text)

    def query(
        self,
        name: str,
        value: object,
        *,
        style: Style = "form",
        explode: bool | None = None,
        allow_reserved: bool = False,
        json: bool = False,
    ) -> None:
        """Add a query parameter, or replace it. `explode` is True by default for style `form` and False otherwise."""
        if value is None or value is UNSET:
            return
        exploded = style == "form" if explode is None else explode
        text = query_text(name, _value(value, json), style, explode=exploded, allow_reserved=allow_reserved)
        if text:
            self.pairs[name] = text

    def header(self, name: str, value: object, *, explode: bool = False, json: bool = False) -> None:
        """Set a header field.

        Raises:
            ValueError: The value has a line break or another character that no header field can carry.
        """
        if value is not None and value is not UNSET:
            self.headers[name.lower()] = header_field(name, field_text(_value(value, json), explode=explode))

    def cookie(self, name: str, value: object, *, explode: bool = True, json: bool = False) -> None:
        """Add a cookie.

        Raises:
            ValueError: The value has a control character.
        """
        if value is not None and value is not UNSET:
            encoded = _value(value, json)
            header_field("Cookie", field_text(encoded, explode=explode).encode().decode("latin-1"))
            self._cookies.append(cookie_text(name, encoded, explode=explode))

    def field(self, name: str, value: object, shape: Shape | None = None, *, nullable: bool = False) -> None:
        """Add a member to the JSON object that is the body. With `nullable`, None is sent as null."""
        if self._members is None:
            self._members = {}
        if value is not UNSET and (nullable or value is not None):
            self._members[name] = encode(value, shape)

    def json(self, value: object, shape: Shape | None = None, *, nullable: bool = False) -> None:
        """Set the whole body to a JSON value."""
        if value is not UNSET and (nullable or value is not None):
            self.content(json_bytes(encode(value, shape)), JSON)

    def form_field(self, name: str, value: object, *, style: Style = "form", explode: bool = True) -> None:
        """Add a field to an application/x-www-form-urlencoded body, nested objects as `address[city]=London`."""
        if self._form is None:
            self._form = []
        if value is not None and value is not UNSET:
            self._form += filter(None, [form_text(name, encode(value), style, explode=explode)])

    def form(self, value: object) -> None:
        """Set the whole body to the fields of an object, as application/x-www-form-urlencoded."""
        for name, member in _members(value):
            self.form_field(name, member)

    def multipart(self, value: object) -> None:
        """Set the whole body to the members of an object, as parts of multipart/form-data."""
        for name, member in _members(value):
            self.part(name, member)

    def part(self, name: str, value: object, *, content_type: str | None = None) -> None:
        """Add a part to a multipart/form-data body (RFC 7578); a list makes a part of each item.

        Args:
            name: The form field's name.
            value: Text, bytes, an open binary file, a Path (read at once: pass an open file where it is large), a tuple
                of file name, content and perhaps media type, or any value, which is written as JSON.
            content_type: The part's media type where the value does not bring its own.
        """
        if value is None or value is UNSET:
            return
        if isinstance(value, list):
            for item in cast("list[object]", value):
                self.part(name, item, content_type=content_type)
            return
        filename, content, own_type = _part(name, value)
        self.repeatable = self.repeatable and (isinstance(content, bytes | str) or content.seekable())
        self.parts.append((name, (filename, content, content_type or own_type)))

    def content(self, data: Content | None, content_type: str) -> None:
        """Set the whole body. Iterators and open files can be sent once only and are therefore never sent again."""
        if data is not None:
            self.body = data
            self.headers.setdefault("content-type", ("Content-Type", content_type))
            self.repeatable = isinstance(data, bytes | str) or not isinstance(data, Iterator | AsyncIterable)

    def accept(self, media_type: str) -> Request:
        """Say which media type the answer should have, unless a header says it already; return this request."""
        self.headers.setdefault("accept", ("Accept", media_type))
        return self

    def queried(self, name: str) -> str:
        """Return the query parameter's value, still encoded; empty if it is not sent."""
        return self.pairs.get(name, "").partition("=")[2]

    def again(self, name: str, value: object) -> Request:
        """Return a copy with another value of one query parameter."""
        other = copy(self)
        other.pairs = dict(self.pairs)
        other.query(name, value)
        return other

    def at(self, url: str) -> Request:
        """Return a copy that goes to an absolute URL."""
        other = copy(self)
        other.location = url
        return other

    def target(self) -> str:
        """Return path and query, percent-encoded.

        Raises:
            ValueError: A path parameter is missing, or its value would lead to another route.
        """
        path = self._path
        if "{" in path:
            raise ValueError(f"the path of {self.route} has a parameter without a value")
        if "." in path or "%" in path:
            _refuse_dot_segments(path)
        return f"{path}?{'&'.join(self.pairs.values())}" if self.pairs else path

    def seal(self) -> None:
        """Turn the fields of the body, and the cookies, into what is sent."""
        if self._members is not None:
            self.content(json_bytes(self._members), JSON)
        elif self._form is not None:
            self.content("&".join(self._form), "application/x-www-form-urlencoded")
        if self._cookies:
            self.headers["cookie"] = ("Cookie", "; ".join(self._cookies))


def header_field(name: str, value: str) -> tuple[str, str]:
    """Return name and value as they can be sent (RFC 9110, 5.5).

    Raises:
        ValueError: The value has a line break or another character that no header field can carry; it is not shown.
    """
    if _CONTROL.search(value):
        raise ValueError(f"the value of the header field {name!r} has a control character, such as a line break")
    if not value.isascii():
        try:
            value.encode("latin-1")
        except UnicodeEncodeError:
            raise ValueError(f"the value of the header field {name!r} has characters outside of Latin-1") from None
    return name, value.strip(" \t")


def _members(value: object) -> Iterable[tuple[str, object]]:
    """Return the members of a mapping or a model; none for a value that is left out."""
    if value is None or value is UNSET:
        return ()
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).items()
    members = encode(value)
    if not isinstance(members, dict):
        raise TypeError(f"the body must be an object, not {type(value).__name__}")
    return members.items()


def _value(value: object, json: bool) -> Json:
    encoded = encode(value)
    return json_bytes(encoded).decode() if json else encoded


def _part(name: str, value: object) -> tuple[str | None, bytes | str | IO[bytes], str | None]:
    """Return file name, content and media type."""
    if _is_tuple(value):
        filename, content, *rest = value
        return filename, content, rest[0] if rest else None
    if isinstance(value, Path):
        return value.name, value.read_bytes(), None
    if isinstance(value, bytes | bytearray):
        return name, bytes(value), None
    if hasattr(value, "read"):
        return Path(str(getattr(value, "name", name))).name, cast("IO[bytes]", value), None
    encoded = encode(value)
    if isinstance(encoded, dict | list):
        return None, json_bytes(encoded), JSON
    return None, field_text(encoded, explode=False), None


def _is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def _refuse_dot_segments(path: str) -> None:
    """RFC 3986, section 5.2.4: such segments are removed on the way, some servers decode more than once before."""
    plain = path
    while (decoded := unquote(plain)) != plain:
        plain = decoded
    if not {".", ".."}.isdisjoint(_SEPARATORS.split(plain)):
        raise ValueError("a path parameter's value may not be '.' or '..', nor contain them between slashes")
