"""Which media types hold JSON."""

from __future__ import annotations

import re

_JSON = re.compile(r"[^;]+[/+]json\s*(;|$)", re.IGNORECASE)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON by its subtype or its suffix (RFC 6839, 3.1): `application/vnd.x+json`."""
    return _JSON.match(media_type) is not None
