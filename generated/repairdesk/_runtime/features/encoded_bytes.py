"""Bytes that travel as text: base64, and its alphabet for URLs (RFC 4648, sections 4 and 5)."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias

from pydantic_core import core_schema

from ..exact import written_by
from .shapes import Shape

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

_BETWEEN_LINES: Final = re.compile(r"\r?\n")
"""Lines of mails (RFC 2045, 6.8), which some servers still write."""
_USUAL_LETTERS: Final = b"+/"
_USUAL: Final = frozenset(_USUAL_LETTERS.decode())


class Came(bytes):
    """Bytes that came as another text than they are written as, such as one with line breaks, and go back as that."""

    text: str


class _Encoded:
    """Reads and writes bytes as text; `others` are the two letters that are no letters of Latin, and no digits."""

    def __init__(self, others: bytes, described: str) -> None:
        self._others = others
        self._described = described

    def write(self, value: bytes) -> str:
        """Return the text of bytes."""
        if isinstance(value, Came):
            return value.text
        return b64encode(value, self._others).decode()

    def read(self, text: str) -> bytes:
        """Return the bytes of a text; refuse one that is none in this alphabet."""
        letters = _BETWEEN_LINES.sub("", text).rstrip("=")
        if not _USUAL.isdisjoint(letters) and self._others != _USUAL_LETTERS:
            raise ValueError(self._described)  # which Python would read all the same
        content = b64decode(letters + "=" * (-len(letters) % 4), self._others, validate=True)
        if self.write(content) == text:
            return content
        came = Came(content)
        came.text = text
        return came

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        steps: list[CoreSchema] = [
            core_schema.str_schema(),
            core_schema.no_info_plain_validator_function(self.read),
        ]
        message = f"Input should be {self._described}"
        from_text = core_schema.custom_error_schema(
            core_schema.chain_schema(steps), "base64", custom_error_message=message
        )
        return core_schema.json_or_python_schema(
            from_text,
            core_schema.union_schema([core_schema.bytes_schema(strict=True), from_text], mode="left_to_right"),
            serialization=written_by(bytes, lambda value, _: self.write(value)),
        )


_BASE64: Final = _Encoded(_USUAL_LETTERS, "base64")
_BASE64_URL: Final = _Encoded(b"-_", "base64 in the letters of URLs")

Base64: TypeAlias = Annotated[bytes, _BASE64]
"""Bytes as base64."""

Base64Url: TypeAlias = Annotated[bytes, _BASE64_URL]
"""Bytes as base64 in the alphabet for URLs."""

_BYTES: Final = (bytes, bytearray, memoryview)
BASE64: Final = Shape(kinds=_BYTES, write=_BASE64.write)
BASE64_URL: Final = Shape(kinds=_BYTES, write=_BASE64_URL.write)
