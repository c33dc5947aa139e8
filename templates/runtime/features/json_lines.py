"""Streams of JSON values: lines (JSON Lines, NDJSON), and sequences (RFC 7464)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .frames import LineFrames, SequenceFrames
from .streams import Reader

if TYPE_CHECKING:
    from .frames import Frames

T = TypeVar("T")


class JsonLines(Reader[T]):
    """Reads a stream with a JSON value on each line."""

    def frames(self, limit: int | None, last_id: str) -> Frames:  # noqa: ARG002 - of event streams
        """Return what finds the lines."""
        return LineFrames(limit)


class JsonSequence(JsonLines[T]):
    """Reads a sequence of JSON texts."""

    def frames(self, limit: int | None, last_id: str) -> Frames:  # noqa: ARG002 - of event streams
        """Return what finds the texts."""
        return SequenceFrames(limit)
