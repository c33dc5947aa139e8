"""Which media types hold JSON, and which are ranges."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(\*|[\w!#$&^.+-]+)/\*\s*(;|$)", re.ASCII)
_JSON = re.compile(r"[^;]+[/+]json\s*(;|$)", re.IGNORECASE)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON by its subtype or its suffix (RFC 6839, 3.1): `application/vnd.x+json`."""
    return _JSON.match(media_type) is not None


def is_range(media_type: str) -> bool:
    """Tell whether a media type stands for several (RFC 9110, 12.5.1): `image/*`."""
    return _RANGE.match(media_type) is not None
