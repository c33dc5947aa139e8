"""A failed response → the exception that says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import ApiError
from .retry import retry_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import httpx

    from .configuration import Configuration
    from .encoding import Json

__all__ = ["Envelope", "failure", "hidden_failure"]

_FIRST_FAILURE = 300
_MESSAGES = ("message", "error_description", "error", "detail", "title", "errortext")
_CODES = ("code", "error_code", "errorcode")
_NESTED = ("error", "errors")


@dataclass(frozen=True, slots=True)
class Envelope:
    """How an answer with a success status can say that the call failed.

    Attributes:
        success: Where the answer says so, as segments of a JSON Pointer: the call failed if false stands there.
        empty_codes: Codes that only mean an empty list, as text; such an answer is a success.
        empty_messages: Messages that mean the same.
    """

    success: tuple[str, ...]
    empty_codes: frozenset[str] = frozenset()
    empty_messages: frozenset[str] = frozenset()


def failure(response: httpx.Response, route: str, configuration: Configuration) -> ApiError:
    """Return the exception for a response whose status is no success: the class that is documented for it."""
    return _failure(response, _body(response), route, configuration)


def hidden_failure(response: httpx.Response, route: str, configuration: Configuration) -> ApiError | None:
    """Return the exception for a response whose status is a success, but whose envelope says that the call failed."""
    envelope = configuration.envelope
    if envelope is None:
        return None
    body = _body(response)
    if _value_at(body, envelope.success) is not False:
        return None
    error = _failure(response, body, route, configuration)
    is_empty = str(error.code) in envelope.empty_codes or error.message in envelope.empty_messages
    return None if is_empty else error


def _failure(response: httpx.Response, body: Json, route: str, configuration: Configuration) -> ApiError:
    message = _at(body, configuration.error_pointers.get("message", ())) or _find(body, _MESSAGES)
    code = _at(body, configuration.error_pointers.get("code", ())) or _find(body, _CODES)
    if response.has_redirect_location:
        message = (
            "the redirect was not followed: only GET and HEAD are, within the API's own origin, five times at most"
        )
    elif message is None and isinstance(body, str) and "html" not in response.headers.get("content-type", ""):
        message = body
    return _class(response.status_code, code, configuration.errors)(
        response,
        route=route,
        body=body,
        code=code,
        meaning=configuration.error_codes.get(str(code), ""),
        message="" if message is None else str(message),
        retry_after=retry_after(response.headers),
    )


def _class(status: int, code: str | int | None, classes: Mapping[int | str, type[ApiError]]) -> type[ApiError]:
    """Return the class for a status; an envelope with a success status has the real one in its code."""
    if status < _FIRST_FAILURE and str(code).isdecimal():
        status = int(str(code))
    return classes.get(status) or classes.get(f"{status // 100}XX") or classes.get("default") or ApiError


def _body(response: httpx.Response) -> Json:
    try:
        value: Json = json.loads(response.content)
    except (ValueError, RecursionError):
        return response.text
    return value


def _at(value: Json, pointer: tuple[str, ...]) -> str | int | None:
    found = _value_at(value, pointer) if pointer else None
    return found if isinstance(found, str | int) else None


def _value_at(value: Json, pointer: tuple[str, ...]) -> Json:
    for segment in pointer:
        if isinstance(value, list) and segment.isdecimal() and int(segment) < len(value):
            value = value[int(segment)]
        else:
            value = value.get(segment) if isinstance(value, dict) else None
    return value


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
