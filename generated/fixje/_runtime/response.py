"""A response → the value that the description promises, or a report of how it differs."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from .errors import Mismatch, MismatchError, MismatchWarning
from .lenient import construct, is_model
from .links import Source, decoding

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from .configuration import OnMismatch

__all__ = ["decode", "decode_by_status", "decode_value"]


def decode(response: httpx.Response, kind: object, route: str, on_mismatch: OnMismatch) -> Any:  # noqa: ANN401 - of `kind`
    """Return the JSON body as a value of `kind`; where it is not quite one, report it and return what is there.

    Raises:
        MismatchError: The body is no JSON, or differs and `on_mismatch` says to raise.
    """
    with decoding(Source(response, route, on_mismatch)):
        return _decode(response, kind, route, on_mismatch)


def decode_value(value: object, kind: Any, source: Source | None) -> Any:  # noqa: ANN401 - of `kind`
    """Do the same with a value inside of an answer; where the answer is not known, nothing is reported.

    Raises:
        MismatchError: It differs, and `source` says to raise.
    """
    with decoding(source):
        try:
            return _adapter(kind).validate_python(value)
        except ValidationError as error:
            if source is not None:
                _report(source.response, Mismatch(source.route, _problems(error)), source.on_mismatch)
            return construct(kind, value)


def _decode(response: httpx.Response, kind: object, route: str, on_mismatch: OnMismatch) -> Any:  # noqa: ANN401 - of `kind`
    validate = _validator(kind)
    try:
        return validate(response.content)
    except ValidationError as error:
        invalid = error
    value = _parse(response, route)
    if invalid.errors(include_url=False, include_input=False)[0]["type"] == "json_invalid":
        try:
            return validate(json.dumps(value).encode())
        except ValidationError as error:
            invalid = error
    _report(response, Mismatch(route, _problems(invalid)), on_mismatch)
    return construct(kind, value)


def decode_by_status(
    response: httpx.Response, kinds: Mapping[int | str, object], route: str, on_mismatch: OnMismatch
) -> Any:  # noqa: ANN401 - of one of `kinds`
    """Do the same with the type that is described for the status: a code, a range such as `"2XX"`, or `"default"`.

    A type of None says that there is no body. A status that is not described is a mismatch; its JSON is returned as is.
    """
    status = response.status_code
    for key in (status, f"{status // 100}XX", "default"):
        if key in kinds:
            kind = kinds[key]
            return None if kind is None else decode(response, kind, route, on_mismatch)
    _report(response, Mismatch(route, (("", f"the status {status} is not described"),)), on_mismatch)
    return _parse(response, route) if response.content else None


@cache
def _validator(kind: Any) -> Callable[[bytes], object]:  # noqa: ANN401 - any type
    return kind.model_validate_json if is_model(kind) else _adapter(kind).validate_json


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - any type
    return TypeAdapter(kind)


def _parse(response: httpx.Response, route: str) -> object:
    """Parse once more, and more patiently: byte order marks and other character sets than UTF-8 occur."""
    try:
        return json.loads(response.text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        media_type = response.headers.get("content-type", "unknown media type").partition(";")[0][:80]
        problem = f"the body is no JSON ({media_type}, {len(response.content)} bytes)"
    raise MismatchError(Mismatch(route, (("", problem),)), response)


def _problems(error: ValidationError) -> tuple[tuple[str, str], ...]:
    """Say each problem once, whatever the item of the list. The words never quote a value of the answer."""
    problems: dict[tuple[str, str], None] = {}
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        path = "".join("[]" if isinstance(part, int) else f".{part}" for part in detail["loc"]).removeprefix(".")
        quotes = detail["type"] in {"union_tag_invalid", "value_error", "assertion_error"}
        problems[path, detail["type"] if quotes else detail["msg"]] = None
    return tuple(problems)


def _report(response: httpx.Response, mismatch: Mismatch, on_mismatch: OnMismatch) -> None:
    if on_mismatch == "raise":
        raise MismatchError(mismatch, response)
    if on_mismatch == "warn":
        warnings.warn(str(mismatch), MismatchWarning, stacklevel=2)
    elif not isinstance(on_mismatch, str):
        on_mismatch(mismatch)
