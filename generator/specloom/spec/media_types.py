"""Which media types hold JSON, which are streams of items, and which are ranges."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from specloom.spec.document import Schema

StreamFormat: TypeAlias = Literal["events", "lines", "sequence"]

JSON_TYPE: Final = "application/json"
"""What is meant by JSON as such."""
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
TEXT: Final = "text/plain"
OCTET_STREAM: Final = "application/octet-stream"
"""Any bytes: no more is said of them."""

_RANGE = re.compile(r"(\*|[\w!#$&^.+-]+)/\*\s*(;|$)", re.ASCII)
_JSON = re.compile(r"[^;]+[/+]json\s*(;|$)", re.IGNORECASE)
_UTF_8 = re.compile(r';charset="?utf-8"?(?=;|$)')
_STREAMS: dict[StreamFormat, re.Pattern[str]] = {
    "events": re.compile(r"text/event-stream\s*(;|$)", re.IGNORECASE),
    "lines": re.compile(
        r"([^;]+[/+](x-)?(ndjson|jsonl|jsonlines|json-lines|ldjson)|application/stream\+json)\s*(;|$)", re.IGNORECASE
    ),
    "sequence": re.compile(r"[^;]+[/+]json-seq\s*(;|$)", re.IGNORECASE),
}
"""Server-sent events, a JSON value on each line, and JSON texts between separators (RFC 7464; suffix: RFC 8091)."""

_CAN_BE_JSON: Final = frozenset({"", TEXT, OCTET_STREAM, "application/yaml", "text/yaml"})

_QUOTED = r'"[\w!#$&^.+:/?=%~ -]*"'
_ASKABLE = re.compile(
    rf"(\*/\*|[\w!#$&^.+-]+/(\*|[\w!#$&^.+-]+|\*\+[\w.-]+))(\s*;\s*[\w!#$&^.+-]+=([\w!#$&^.+-]+|{_QUOTED}))*", re.ASCII
)
"""A media type, or a range, that an Accept header can have (RFC 9110, 12.5.1)."""


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON by its subtype or its suffix (RFC 6839, 3.1): `application/vnd.x+json`."""
    return _JSON.match(media_type) is not None


def without_parameters(media_type: str) -> str:
    """Return type and subtype of a media type alone, in lower case: `text/html` of `Text/HTML; charset=utf-8`."""
    return media_type.partition(";")[0].strip().lower()


def is_form(media_type: str) -> bool:
    """Tell whether a body with a media type has fields with names."""
    return without_parameters(media_type) in {FORM, MULTIPART}


def is_other_format(media_type: str) -> bool:
    """Tell whether what has a media type is certainly no JSON: XML is none, and a text or any bytes can be."""
    name = without_parameters(media_type)
    return not (is_json(media_type) or "," in name or "*" in name or name in _CAN_BE_JSON)


def normal_media_type(media_type: str) -> str:
    """Return a media type as it compares: names are case-insensitive, blanks do not count (RFC 9110, 8.3.1).

    That JSON is in UTF-8 goes without saying (RFC 8259, 11).
    """
    normal = "".join(media_type.lower().split())
    return _UTF_8.sub("", normal) if is_json(normal) else normal


def stream_format(media_type: str) -> StreamFormat | None:
    """Return how a body of a media type comes item by item; None where it is one whole."""
    return next((form for form, pattern in _STREAMS.items() if pattern.match(media_type)), None)


def is_within(media_type: str, described: str) -> bool:
    """Tell whether a media type is a described one, whatever its parameters, or in a described range."""
    name, wanted = map(without_parameters, (media_type, described))
    kind = wanted.partition("/")[0]
    return name == wanted or (wanted.endswith("/*") and kind in {"*", name.partition("/")[0]})


def is_range(media_type: str) -> bool:
    """Tell whether a media type stands for several (RFC 9110, 12.5.1): `image/*`."""
    return _RANGE.match(media_type) is not None


def can_be_asked_for(media_type: str) -> bool:
    """Tell whether an Accept header can have a media type, or a range, as it is described."""
    return _ASKABLE.fullmatch(media_type) is not None


def holds_json(content_type: str, schema: Schema | None) -> bool:
    """Tell whether a body is JSON: by its media type, or, where any is meant, by its schema: no other has types.

    The schema is one without references.
    """
    if is_json(content_type):
        return True
    if without_parameters(content_type) not in {"*/*", "application/*"} or schema is None:
        return False
    return "string" not in schema.types and schema != Schema(schema.location)
