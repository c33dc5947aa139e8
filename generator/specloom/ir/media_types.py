"""Which media types hold JSON, which are streams of items, and which are ranges."""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

StreamFormat: TypeAlias = Literal["events", "lines", "sequence"]

_RANGE = re.compile(r"(\*|[\w!#$&^.+-]+)/\*\s*(;|$)", re.ASCII)
_JSON = re.compile(r"[^;]+[/+]json\s*(;|$)", re.IGNORECASE)
_STREAMS: dict[StreamFormat, re.Pattern[str]] = {
    "events": re.compile(r"text/event-stream\s*(;|$)", re.IGNORECASE),
    "lines": re.compile(
        r"([^;]+[/+](x-)?(ndjson|jsonl|jsonlines|json-lines|ldjson)|application/stream\+json)\s*(;|$)", re.IGNORECASE
    ),
    "sequence": re.compile(r"[^;]+[/+]json-seq\s*(;|$)", re.IGNORECASE),
}
"""Server-sent events, a JSON value on each line, and JSON texts between separators (RFC 7464; suffix: RFC 8091)."""


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON by its subtype or its suffix (RFC 6839, 3.1): `application/vnd.x+json`."""
    return _JSON.match(media_type) is not None


def stream_format(media_type: str) -> StreamFormat | None:
    """Return how a body of a media type comes item by item; None where it is one whole."""
    return next((form for form, pattern in _STREAMS.items() if pattern.match(media_type)), None)


def is_within(media_type: str, described: str) -> bool:
    """Tell whether a media type is a described one, whatever its parameters, or in a described range."""
    name, wanted = (each.partition(";")[0].strip().lower() for each in (media_type, described))
    kind = wanted.partition("/")[0]
    return name == wanted or (wanted.endswith("/*") and kind in {"*", name.partition("/")[0]})


def is_range(media_type: str) -> bool:
    """Tell whether a media type stands for several (RFC 9110, 12.5.1): `image/*`."""
    return _RANGE.match(media_type) is not None
