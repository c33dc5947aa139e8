"""Parameters that are the whole query, and forms that are the value of a parameter (OpenAPI 3.2, section 4.12.1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote_plus

from ..encoding import Shape, broken_text, encode, json_text
from ..request import Request, refuse_nothing
from ..styles import scalar_text
from ..unset import UNSET
from .forms import write_form


def add_whole_query(
    request: Request, value: object, shape: Shape | None = None, *, json: bool = False, required: str = ""
) -> None:
    """Make the query of a request of one text, percent-encoded; None and UNSET are left out.

    For `required` see `refuse_nothing`.

    Raises:
        ValueError: It cannot be written, or there is nothing to write, and the request cannot do without.
    """
    text = ""
    if value is not None and value is not UNSET:
        encoded = encode(value, shape)
        try:
            text = quote(json_text(encoded) if json else scalar_text(encoded), safe="")
        except UnicodeEncodeError:
            raise broken_text("the query") from None
    if text:
        request.pairs[""] = text
    else:
        refuse_nothing(required)


def add_form_query(
    request: Request,
    value: object,
    shape: Shape | None = None,
    *,
    fields: Mapping[str, Callable[..., None]] | None = None,
    required: str = "",
) -> None:
    """Make the query of a request of the fields of a form; None and UNSET are left out.

    For `fields` see `write_form`, for `required` see `refuse_nothing`.

    Raises:
        ValueError: A field cannot be written, or there is none, and the request cannot do without.
    """
    text = form_text(value, shape, fields=fields)
    if not text:
        refuse_nothing(required)
    for pair in filter(None, (text or "").split("&")):
        name = unquote_plus(pair.partition("=")[0])
        request.pairs[name] = "&".join(filter(None, [request.pairs.get(name), pair]))


def form_text(
    value: object, shape: Shape | None = None, *, fields: Mapping[str, Callable[..., None]] | None = None
) -> str | None:
    """Return a form as text: `a=1&b=2`; None for what is left out.

    For `fields` see `write_form`.

    Raises:
        ValueError: A field cannot be written.
    """
    if value is None or value is UNSET:
        return None
    form = Request("POST", "")
    write_form(form, value, shape, fields=fields)
    return form.body if isinstance(form.body, str) else None
