"""Bodies that are forms: application/x-www-form-urlencoded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final
from urllib.parse import quote, quote_plus, unquote

from ..encoding import Json, Shape, broken_text, encode_named, json_text, no_null
from ..request import Request, charset_of, refuse_nothing
from ..styles import Escape, Style, defined, form
from ..unset import UNSET
from .members import add_members

_FORM: Final = "application/x-www-form-urlencoded"
_PLUS = Escape(quote_plus)
_TRIPLES = re.compile("(?:%[0-9A-Fa-f]{2})+")


def add_form_field(
    request: Request,
    name: str,
    value: object,
    shape: Shape | None = None,
    *,
    style: Style | None = None,
    explode: bool = True,
    escape: Escape = _PLUS,
    json: bool = False,
    required: str = "",
) -> None:
    """Add a field to the body of a request; UNSET is left out.

    Args:
        request: The request.
        name: The field's name.
        value: Its value. A list makes a field of each item; objects, and lists in lists, are JSON text (OpenAPI 3.1.1,
            4.8.15.1.1).
        shape: How its keys are called on the wire.
        style: Write it as a parameter of this style instead: `deep_object` gives `address[city]=London`.
        explode: As for parameters.
        escape: How it is escaped, where it has a style.
        json: Write a list, and what is text or a number, as JSON text as well.
        required: The argument that the request cannot do without: see `refuse_nothing`.

    Raises:
        ValueError: It is None: forms have no null. Or there is nothing to write, and the request cannot do without: see
            `refuse_nothing`.
    """
    request.add_member = _replace_form_field
    if value is None:
        raise no_null(name)
    text = ""
    if value is not UNSET:
        encoded = encode_named(name, value, shape)
        try:
            encoded = encoded if style else _texts(encoded, json=json)
            text = (style or form)(name, defined(encoded), explode, escape)
        except UnicodeEncodeError:
            raise broken_text(f"the form field {name!r}") from None
    if not text:
        refuse_nothing(required)
    before = request.body if isinstance(request.body, str) else ""
    if text or not request.optional_body:
        _set(request, "&".join(filter(None, [before, text])))


def write_form(
    request: Request,
    value: object,
    shape: Shape | None = None,
    *,
    fields: Mapping[str, Callable[..., None]] | None = None,
) -> None:
    """Make the body of a request of all fields of a mapping or a model.

    `fields` has by their names on the wire what adds fields that are written otherwise than `add_form_field` does by
    itself.
    """
    request.add_member = _replace_form_field
    add_members(request, value, shape, fields or {}, add_form_field)
    if value is not UNSET and request.body is None:
        _set(request, "")


def _set(request: Request, text: str) -> None:
    described = request.media_type
    request.content(text, described if described.lower().startswith(_FORM) else _FORM)
    request.write = partial(_in_charset, text)


def _in_charset(text: str, media_type: str) -> str:
    """Return a form with its characters in the character set that the media type names, and not in UTF-8."""
    charset = charset_of(media_type)
    if charset in {"", "utf-8"}:
        return text
    try:
        if "%".encode(charset) != b"%":
            raise ValueError(f"the form cannot be written: the character set {charset} has other bytes for ASCII")
        return _TRIPLES.sub(lambda found: quote(unquote(found[0], errors="strict"), safe="", encoding=charset), text)
    except UnicodeEncodeError:
        raise ValueError(f"the form has a character that the character set {charset} cannot write") from None
    except LookupError:
        raise ValueError(f"the form cannot be written: there is no character set {charset}") from None


def _replace_form_field(request: Request, name: str, value: object) -> None:
    """Add a field in the place of those that have its name already."""
    if isinstance(request.body, str):
        pairs = [pair for pair in request.body.split("&") if pair.partition("=")[0] != quote_plus(name)]
        request.body = "&".join(pairs)
    add_form_field(request, name, value)


def _texts(value: Json, *, json: bool) -> Json:
    """Return a value with JSON text in the place of what a form has no other text for."""
    if json or isinstance(value, dict):
        return json_text(value)
    return (
        [json_text(item) if isinstance(item, dict | list) else item for item in value]
        if isinstance(value, list)
        else value
    )
