"""JSON values compared by what they mean: times and decimal numbers in texts count by value."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.source import Json

__all__ = ["differences"]

_DECIMAL: Final = re.compile(r"[-+]?\d+(\.\d+)?")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")


def differences(documented: Json, ours: Json, at: str = "") -> Iterator[str]:
    """Yield a line for each place at which the second value lacks, adds or changes something."""
    if isinstance(documented, dict) and isinstance(ours, dict):
        for key in documented | ours:
            if key not in ours:
                yield f"{at}/{key} is lost"
            elif key not in documented:
                yield f"{at}/{key} is added"
            else:
                yield from differences(documented[key], ours[key], f"{at}/{key}")
    elif isinstance(documented, list) and isinstance(ours, list) and len(documented) == len(ours):
        for place, (one, other) in enumerate(zip(documented, ours, strict=True)):
            yield from differences(one, other, f"{at}/{place}")
    elif not _same(documented, ours):
        yield f"{at or '/'} was {documented!r} and is {ours!r}"


def _same(one: Json, other: Json) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return _meaning(one) == _meaning(other)
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _meaning(text: str) -> str | Decimal | datetime:
    if _DECIMAL.fullmatch(text):
        return Decimal(text)
    if _TIME.match(text):
        try:
            time = datetime.fromisoformat(text)
        except ValueError:
            return text
        return time if time.tzinfo else time.replace(tzinfo=UTC)
    return text
