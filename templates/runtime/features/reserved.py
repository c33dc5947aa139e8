"""Parameters whose values keep their reserved characters: `allowReserved`, or `{+name}` of RFC 6570."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from ..encoding import Json
from ..styles import Escape, scalar_text

_TRIPLE = re.compile("(%[0-9A-Fa-f]{2})")


class _Reserved(Escape):
    """Reserved characters of values pass unchanged, as do triples (`%2F`): RFC 6570, section 3.2.3."""

    def __init__(self, allowed: str, quote: Callable[..., str]) -> None:
        super().__init__(quote)
        self._allowed = allowed

    def value(self, value: Json, between: str) -> str:
        """Return the text of a value, or of a part of one; `between` has what stands between the parts."""
        safe = "".join(character for character in self._allowed if character not in between)
        parts = _TRIPLE.split(scalar_text(value))
        return "".join(part if index % 2 else self._quote(part, safe=safe) for index, part in enumerate(parts))


_IN_QUERY = ":/?@!$'()*,;="
"""RFC 3986's reserved characters without those that would end the value or may not stand in a query: # [ ] & +"""
_IN_PATH = ":@!$&'()*+,;="
"""Those for a path: without / ? # (OpenAPI 3.1, 4.8.8.2) and [ ], which no path may have (RFC 3986, 3.3)."""

RESERVED_IN_QUERY = _Reserved(_IN_QUERY, quote)
RESERVED_IN_FORM = _Reserved(_IN_QUERY, quote_plus)
RESERVED_IN_PATH = _Reserved(_IN_PATH, quote)
