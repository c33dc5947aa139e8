# Generated from the description of Images by specloom; edits will be lost.

"""Calls under `images`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.request import Content

__all__ = ["AsyncImagesResource", "ImagesResource"]


class ImagesResource(Resource):
    """Calls under `images`."""

    def replace_image(self, id: int, *, body: Content) -> None:
        """Call `PUT /images/{id}`.

        Args:
            id: The path parameter `id`.
            body: The picture.
        """
        self._nothing(_replace_image(id, body=body))

    def read_image(self, id: int) -> bytes:
        """Read a picture.

        `GET /images/{id}`

        Args:
            id: The path parameter `id`.
        """
        return self._bytes(_read_image(id))

    def describe_image(self, id: int, *, body: Content | None = None) -> str:
        """Call `PUT /images/{id}/caption`.

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        return self._text(_describe_image(id, body=body))


class AsyncImagesResource(AsyncResource):
    """Calls under `images`."""

    async def replace_image(self, id: int, *, body: Content) -> None:
        """Call `PUT /images/{id}`.

        Args:
            id: The path parameter `id`.
            body: The picture.
        """
        await self._nothing(_replace_image(id, body=body))

    async def read_image(self, id: int) -> bytes:
        """Read a picture.

        `GET /images/{id}`

        Args:
            id: The path parameter `id`.
        """
        return await self._bytes(_read_image(id))

    async def describe_image(self, id: int, *, body: Content | None = None) -> str:
        """Call `PUT /images/{id}/caption`.

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        return await self._text(_describe_image(id, body=body))


def _replace_image(id: int, *, body: Content) -> Request:
    request = Request("PUT", "/images/{id}")
    request.require(body=body)
    request.path("id", id)
    request.content(body, "image/png")
    return request


def _read_image(id: int) -> Request:
    request = Request("GET", "/images/{id}")
    request.path("id", id)
    return request


def _describe_image(id: int, *, body: Content | None) -> Request:
    request = Request("PUT", "/images/{id}/caption")
    request.path("id", id)
    request.content(body, "text/plain")
    return request
