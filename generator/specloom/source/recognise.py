"""Telling the text of a description from any other, also where it cannot be parsed: only a description is quoted.

Settings, references and links come with a pull request, and a job that checks it prints findings where everybody reads
them. So what is said about a file that may be anything, a `.env` or the credentials that an earlier step of the job has
written, names the file and the place and repeats nothing.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_document", "is_part"]

_DOCUMENT: Final = re.compile(
    r"""(?:^(?:\{\s*)?["']?(?:openapi|swagger)["']?|^(?: {2}| {4}|\t)"(?:openapi|swagger)")\s*:\s*["']?\d""",
    re.MULTILINE,
)
"""A member at the top of a YAML or JSON text, whose value begins as versions do: at the start of a line or behind a
bracket, or indented as JSON is."""
_WORDS: Final = (
    r"\$ref schema schemas properties additionalProperties responses requestBody operationId allOf"
    " anyOf oneOf enum nullable readOnly writeOnly minLength maxLength minimum maximum minItems maxItems"
).replace(" ", "|")
"""Members of OpenAPI's objects that hardly anything else has; not `type`, `name`, `value` and the like."""
_PLACES: Final = "query|path|header|cookie|body|formData"
_PART: Final = re.compile(
    rf"""(?:^|[\s{{,])["']?(?:(?:{_WORDS})["']?\s*:(?=[\s"'{{\[]|$)|in["']?\s*:\s*["']?(?:{_PLACES})\b)""", re.MULTILINE
)


def is_document(text: str) -> bool:
    """Return whether a text says of itself that it is an OpenAPI document: by its member `openapi` or `swagger`."""
    return _DOCUMENT.search(text) is not None


def is_part(text: str) -> bool:
    """Return whether a text that a description refers to uses the words of OpenAPI."""
    return is_document(text) or _PART.search(text) is not None
