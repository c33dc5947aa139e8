"""Answers whose type depends on their status."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..configuration import status_key
from ..request import never_has_a_body
from ..response import Source, decode, read_text


def by_status(kinds: Mapping[int | str, object]) -> Callable[[Source], Any]:
    """Return what reads the body as the type that is described for the status.

    Args:
        kinds: A code, a range such as `"2XX"`, or `"default"` → the type. None says that there is no body, bytes that
            the body is returned as it is, and str that it is text unless the answer calls itself JSON. A status that
            is not described is a mismatch; its JSON is returned as is.
    """

    def read(source: Source) -> Any:
        response, status = source.response, source.response.status_code
        key = status_key(status, kinds)
        if key is None and response.is_success:
            source.report(("", f"the status {status} is not described"))
        if never_has_a_body(source.response) or (key is not None and kinds[key] is None):
            source.tell_undescribed()
            return None
        if key is None:
            return decode(source._replace(on_mismatch="ignore"), Any)
        kind = kinds[key]
        if kind is bytes:
            return response.content
        if kind is str and "json" not in response.headers.get("content-type", "json"):
            return read_text(source)
        return decode(source, kind)

    return read
