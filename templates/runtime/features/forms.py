"""Bodies that are forms: application/x-www-form-urlencoded."""

from __future__ import annotations

from urllib.parse import quote_plus

from ..encoding import Json, Shape, broken_text, encode
from ..request import Request, refuse_nothing
from ..styles import Style, query_text
from ..unset import UNSET
from .members import object_members

__all__ = ["add_form_field", "form_text", "write_form"]


def add_form_field(
    request: Request,
    name: str,
    value: object,
    shape: Shape | None = None,
    *,
    style: Style = "form",
    explode: bool = True,
    allow_reserved: bool = False,
    required: str = "",
) -> None:
    """Add a field to the body of a request, nested objects as `address[city]=London`; None and UNSET are left out.

    Raises:
        ValueError: There is nothing to write, and the request cannot do without: see `refuse_nothing`.
    """
    text = ""
    if value is not None and value is not UNSET:
        encoded = encode(value, shape)
        try:
            text = form_text(name, encoded, style, explode=explode, allow_reserved=allow_reserved)
        except UnicodeEncodeError:
            raise broken_text(f"the form field {name!r}") from None
    if not text:
        refuse_nothing(required)
    before = request.body if isinstance(request.body, str) else ""
    request.content("&".join(filter(None, [before, text])), "application/x-www-form-urlencoded")


def write_form(request: Request, value: object, shape: Shape | None = None) -> None:
    """Make the body of a request of all fields of a mapping or a model."""
    for name, member, inner in object_members(value, shape):
        add_form_field(request, name, member, inner)


def form_text(name: str, value: Json, style: Style, *, explode: bool, allow_reserved: bool = False) -> str:
    """Return `name=value` pairs joined by ampersands; anything nested is written as deepObject."""
    if style == "form" and explode and isinstance(value, dict | list):
        style = "deepObject"
    return query_text(name, value, style, explode=explode, allow_reserved=allow_reserved, escape=quote_plus)
