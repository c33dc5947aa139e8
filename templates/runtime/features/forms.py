"""Bodies that are forms: application/x-www-form-urlencoded."""

from __future__ import annotations

from urllib.parse import quote_plus

from ..encoding import Json, Shape, broken_text, encode
from ..request import Request, refuse_nothing
from ..styles import Escape, Style, defined, form
from ..unset import UNSET
from .members import object_members
from .styles import deep_object

__all__ = ["add_form_field", "form_text", "write_form"]

_PLUS = Escape(quote_plus)


def add_form_field(
    request: Request,
    name: str,
    value: object,
    shape: Shape | None = None,
    *,
    style: Style = form,
    explode: bool = True,
    escape: Escape = _PLUS,
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
            text = form_text(name, encoded, style, explode=explode, escape=escape)
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


def form_text(name: str, value: Json, style: Style = form, *, explode: bool, escape: Escape = _PLUS) -> str:
    """Return `name=value` pairs joined by ampersands; anything nested is written as deepObject."""
    if style is form and explode and isinstance(value, dict | list):
        style = deep_object
    return style(name, defined(value), explode, escape)
