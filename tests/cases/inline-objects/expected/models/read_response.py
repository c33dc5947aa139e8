# Generated from the description of Tours by specloom; edits will be lost.

"""`ReadResponse`, `ReadResponseGuide`, `ReadResponseStops`, `ReadResponseStopsAt`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ReadResponse", "ReadResponseGuide", "ReadResponseStops", "ReadResponseStopsAt"]


class ReadResponse(_Model):
    """ReadResponse."""

    guide: ReadResponseGuide
    """Who leads."""

    stops: list[ReadResponseStops] | None = None


class ReadResponseGuide(_Model):
    """Who leads."""

    name: str | None = None


class ReadResponseStops(_Model):
    """ReadResponseStops."""

    place: str | None = None

    at: ReadResponseStopsAt | None = None


class ReadResponseStopsAt(_Model):
    """ReadResponseStopsAt."""

    hour: int | None = None
