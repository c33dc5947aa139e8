# Generated from the description of Ferries by specloom; edits will be lost.

"""Calls under `photos`."""

from __future__ import annotations

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

__all__ = ["AsyncPhotos", "Photos"]


class Photos(_Resource):
    """Calls under `photos`."""

    def show(self) -> None:
        """Call `GET /photos`."""
        self._nothing(_show_request())

    def upload(self) -> None:
        """Call `POST /photos`."""
        self._nothing(_upload_request())

    def maps(self) -> None:
        """Call `GET /maps`."""
        self._nothing(_maps_request())


class AsyncPhotos(_AsyncResource):
    """Calls under `photos`."""

    async def show(self) -> None:
        """Call `GET /photos`."""
        await self._nothing(_show_request())

    async def upload(self) -> None:
        """Call `POST /photos`."""
        await self._nothing(_upload_request())

    async def maps(self) -> None:
        """Call `GET /maps`."""
        await self._nothing(_maps_request())


def _show_request() -> _Request:
    _request = _Request("GET", "/photos", server="/files")
    return _request


def _upload_request() -> _Request:
    _request = _Request("POST", "/photos", server="https://{line}-{size}.upload.example/{base}")
    return _request


def _maps_request() -> _Request:
    _request = _Request("GET", "/maps", server="../maps")
    return _request
