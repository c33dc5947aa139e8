# Generated from the description of Ferries by specloom; edits will be lost.

"""Calls under `photos`."""

from __future__ import annotations

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

__all__ = ["AsyncPhotos", "Photos"]


class Photos(Resource):
    """Calls under `photos`."""

    def show(self) -> None:
        """Call `GET /photos`."""
        self._nothing(_show())

    def upload(self) -> None:
        """Call `POST /photos`."""
        self._nothing(_upload())

    def maps(self) -> None:
        """Call `GET /maps`."""
        self._nothing(_maps())


class AsyncPhotos(AsyncResource):
    """Calls under `photos`."""

    async def show(self) -> None:
        """Call `GET /photos`."""
        await self._nothing(_show())

    async def upload(self) -> None:
        """Call `POST /photos`."""
        await self._nothing(_upload())

    async def maps(self) -> None:
        """Call `GET /maps`."""
        await self._nothing(_maps())


def _show() -> Request:
    request = Request("GET", "/photos", server="/files")
    return request


def _upload() -> Request:
    request = Request("POST", "/photos", server="https://{line}-big.upload.example/v2/raw")
    return request


def _maps() -> Request:
    request = Request("GET", "/maps", server="../maps")
    return request
