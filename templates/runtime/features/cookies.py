"""Parameters in cookies."""

from __future__ import annotations

import re
from functools import partial
from urllib.parse import quote, unquote

from ..encoding import Json
from ..request import Request, header_field, refuse_nothing, written
from ..styles import defined, pairs_of, scalar_text

_OCTETS = "!#$&'()*+/:<=>?@[]^`{|}"
"""What RFC 6265, section 4.1.1 lets stand in a cookie's value, without the percent sign."""
_TEXT = re.compile(r"[\x21-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
"""A value that is written as it is: what RFC 6265, section 4.1.1 lets stand in one, and quotes around it."""
_NAME = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c\x3e-\x5b\x5d-\x7e]+")
"""The name of a cookie: a token (RFC 9110, section 5.6.2), and brackets and the like, which are usual."""


def add_cookie(
    request: Request,
    name: str,
    value: object,
    *,
    explode: bool = True,
    json: bool = False,
    raw: bool = False,
    required: str = "",
) -> None:
    """Add a cookie to a request; None and UNSET are left out, and so is what is empty.

    A `raw` one is written as it is, nothing percent-encoded: style `cookie` (OpenAPI 3.2, section 4.12.2).

    Raises:
        ValueError: The value, or the name of a raw one, has a character that no cookie can carry. Or there is nothing
            to write, and the request cannot do without: see `refuse_nothing`.
    """
    text = written("cookie", name, value, partial(cookie_text, name, explode=explode, raw=raw), json=json)
    if not text:
        refuse_nothing(required)
        return
    header_field("Cookie", text if raw else unquote(text, "latin-1"))
    cookies = request.headers.get("cookie", ("Cookie", ""))[1]
    request.headers["cookie"] = ("Cookie", f"{cookies}; {text}" if cookies else text)


def cookie_text(name: str, value: Json, *, explode: bool, raw: bool = False) -> str:
    """Return `name=value` pairs of a Cookie header: style `form`, or `cookie`."""
    write, write_name = (partial(_checked, name), _checked_name) if raw else (_octets, _name)
    return "; ".join(pairs_of(name, defined(value), write, write_name, explode=explode))


def _name(value: Json) -> str:
    return _octets(value).replace("=", "%3D")  # which would be the end of the name


def _octets(value: Json) -> str:
    return quote(scalar_text(value), safe=_OCTETS)


def _checked(name: str, value: Json) -> str:
    written = scalar_text(value)
    if not _TEXT.fullmatch(written):
        raise ValueError(
            f"the cookie {name!r} has a character that cookies cannot carry: pass the value in escaped form"
        )
    return written


def _checked_name(name: Json) -> str:
    written = scalar_text(name)
    if not _NAME.fullmatch(written):
        raise ValueError(f"no cookie can be called {written!r}")
    return written
