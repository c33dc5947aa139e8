"""Error codes that the API's documentation lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..encoding import Json

_WORD = re.compile(r"\w+")


class ErrorCodes:
    """Tells what the code of a failure means, given what each documented code means."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._meanings = meanings

    def __call__(self, body: Json, code: str | int | None) -> tuple[str | int | None, str]:
        """Return the code of a failure and what it means; where its body has none of its own, one that it mentions."""
        code = self._mentioned(body) if code is None else code
        return code, self._meanings.get(str(code), "")

    def _mentioned(self, body: Json) -> str | None:
        """Return the code that the texts of a body mention, if they mention just one.

        A code of digits alone is no evidence: any number in a text looks the same.
        """
        texts = [body, *body.values()] if isinstance(body, dict) else [body]
        words = {word for text in texts if isinstance(text, str) for word in _WORD.findall(text)}
        found = {word for word in words if word in self._meanings and not word.isdecimal()}
        return found.pop() if len(found) == 1 else None
