"""JSON values that are no answer of their own: they stand inside of one, or came in a request of the server."""

from __future__ import annotations

from typing import Any

from ..encoding import TooDeepError, read_json
from ..kinds import reading_of
from ..response import TOO_DEEP, Source, decoding, fitted


def decode_value(value: object, kind: Any, source: Source | None) -> Any:
    """Return a value inside of an answer as one of `kind`; report how it differs, if the answer is known.

    Raises:
        MismatchError: It differs, and `source` says to raise.
    """
    with decoding(source):
        try:
            found, problems = fitted(value, kind)
        except RecursionError:
            found, problems = value, None
    if source is not None:
        if problems is None:
            raise source.too_deep()
        if problems:
            source.report(*problems)
    return found


def decode_message(text: bytes, kind: object) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """Return JSON that is no answer as a value of `kind`, as far as it goes, and how it differs: see `Mismatch`.

    Raises:
        ValueError: It is no JSON.
    """
    reading = reading_of(kind)
    value = read_json(text, float if reading is None else reading.number)
    with decoding(None):
        try:
            return fitted(value, kind)
        except RecursionError:
            pass
    raise TooDeepError(TOO_DEEP)
