# Generated from the description of Tours by specloom; edits will be lost.

"""`ReadResponse`, `ReadResponseGuide`, `ReadResponseStops`, `ReadResponseStopsAt`."""

from __future__ import annotations

from .._runtime.model import Model

__all__ = ["ReadResponse", "ReadResponseGuide", "ReadResponseStops", "ReadResponseStopsAt"]


class ReadResponse(Model):
    """ReadResponse."""

    guide: ReadResponseGuide
    """Who leads."""

    stops: list[ReadResponseStops] | None = None


class ReadResponseGuide(Model):
    """Who leads."""

    name: str | None = None


class ReadResponseStops(Model):
    """ReadResponseStops."""

    place: str | None = None

    at: ReadResponseStopsAt | None = None


class ReadResponseStopsAt(Model):
    """ReadResponseStopsAt."""

    hour: int | None = None
