"""Parameters in cookies that are written as they are: style `cookie` (OpenAPI 3.2, section 4.12.2)."""

from __future__ import annotations

import re

from ..encoding import Json
from ..request import Request, json_value, refuse_nothing
from ..styles import defined, pairs_of, scalar_text
from ..unset import UNSET

_TEXT = re.compile(r"[\x21-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
"""What RFC 6265, section 4.1.1 lets stand in a cookie's value, quotes around it included."""
_NAME = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c\x3e-\x5b\x5d-\x7e]+")
"""What can be the name of a cookie: a token in that section, and brackets and the like, which are usual."""


def add_raw_cookie(
    request: Request, name: str, value: object, *, explode: bool = True, json: bool = False, required: str = ""
) -> None:
    """Add a cookie to a request, nothing percent-encoded; None and UNSET are left out, and so is what is empty.

    Raises:
        ValueError: A value or a name has a character that no cookie can carry. Or there is nothing to write, and the
            request cannot do without: see `refuse_nothing`.
    """
    text = ""
    if value is not None and value is not UNSET:

        def write(part: Json) -> str:
            written = scalar_text(part)
            if not _TEXT.fullmatch(written):
                raise ValueError(
                    f"the cookie {name!r} has a character that cookies cannot carry: pass the value in escaped form"
                )
            return written

        encoded = defined(json_value(name, value, json=json))
        text = "; ".join(pairs_of(name, encoded, write, _cookie_name, explode=explode))
    if not text:
        refuse_nothing(required)
        return
    cookies = request.headers.get("cookie", ("Cookie", ""))[1]
    request.headers["cookie"] = ("Cookie", f"{cookies}; {text}" if cookies else text)


def _cookie_name(name: Json) -> str:
    written = scalar_text(name)
    if not _NAME.fullmatch(written):
        raise ValueError(f"no cookie can be called {written!r}")
    return written
