"""Parameters in cookies."""

from __future__ import annotations

from urllib.parse import quote, unquote

from ..encoding import Json, broken_text
from ..request import Request, header_field, json_value, refuse_nothing
from ..styles import defined, pairs_of, scalar_text
from ..unset import UNSET

_OCTETS = "!#$&'()*+/:<=>?@[]^`{|}"
"""What RFC 6265, section 4.1.1 lets stand in a cookie's value, without the percent sign."""


def add_cookie(
    request: Request, name: str, value: object, *, explode: bool = True, json: bool = False, required: str = ""
) -> None:
    """Add a cookie to a request; None and UNSET are left out, and so is what is empty.

    Raises:
        ValueError: The value has a control character. Or there is nothing to write, and the request cannot do without:
            see `refuse_nothing`.
    """
    text = ""
    if value is not None and value is not UNSET:
        encoded = json_value(name, value, json=json)
        try:
            text = cookie_text(name, encoded, explode=explode)
        except UnicodeEncodeError:
            raise broken_text(f"the cookie {name!r}") from None
        header_field("Cookie", unquote(text, "latin-1"))
    if not text:
        refuse_nothing(required)
        return
    cookies = request.headers.get("cookie", ("Cookie", ""))[1]
    request.headers["cookie"] = ("Cookie", f"{cookies}; {text}" if cookies else text)


def cookie_text(name: str, value: Json, *, explode: bool) -> str:
    """Return `name=value` pairs of a Cookie header: style `form`."""
    return "; ".join(pairs_of(name, defined(value), _octets, _name, explode=explode))


def _name(value: Json) -> str:
    return _octets(value).replace("=", "%3D")  # which would be the end of the name


def _octets(value: Json) -> str:
    return quote(scalar_text(value), safe=_OCTETS)
