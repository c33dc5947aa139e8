"""A failed response → the exception that says so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .errors import ApiError
from .retry import retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx

    from .configuration import Configuration
    from .encoding import Json

__all__ = ["failure"]

_MESSAGES = ("message", "error_description", "error", "detail", "title", "errortext")
_CODES = ("code", "error_code", "errorcode")
_NESTED = ("error", "errors")


def failure(response: httpx.Response, route: str, configuration: Configuration) -> ApiError:
    """Return the exception for a response whose status is no success: the class that is documented for it."""
    body = _body(response)
    message = _at(body, configuration.error_pointers.get("message", ())) or _find(body, _MESSAGES)
    code = _at(body, configuration.error_pointers.get("code", ())) or _find(body, _CODES)
    if response.has_redirect_location:
        message = (
            "the redirect was not followed: only GET and HEAD are, within the API's own origin, five times at most"
        )
    elif message is None and isinstance(body, str) and "html" not in response.headers.get("content-type", ""):
        message = body
    classes, status = configuration.errors, response.status_code
    kind = classes.get(status) or classes.get(f"{status // 100}XX") or classes.get("default") or ApiError
    return kind(
        response,
        route=route,
        body=body,
        code=code,
        message="" if message is None else str(message),
        retry_after=retry_after(response.headers),
    )


def _body(response: httpx.Response) -> Json:
    try:
        value: Json = json.loads(response.content)
    except (ValueError, RecursionError):
        return response.text
    return value


def _at(value: Json, pointer: tuple[str, ...]) -> str | int | None:
    for segment in pointer:
        if isinstance(value, list) and segment.isdecimal() and int(segment) < len(value):
            value = value[int(segment)]
        else:
            value = value.get(segment) if isinstance(value, dict) else None
    return value if pointer and isinstance(value, str | int) else None


def _find(value: Json, names: Iterable[str]) -> str | int | None:
    """Return the first text or number that a usual member holds, here or inside the usual nested objects."""
    if isinstance(value, list):
        value = value[0] if value else None
    if not isinstance(value, dict):
        return None
    members = (value.get(name) for name in names)
    found = next((item for item in members if item and isinstance(item, str | int) and item is not True), None)
    nested = (_find(value.get(name), names) for name in _NESTED)
    return found if found is not None else next((item for item in nested if item is not None), None)
