# Generated from the description of Images by specloom; edits will be lost.

"""Calls under `images`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.content import write_content as _write_content
from .._runtime.features.elsewhere import follow_elsewhere as _follow_elsewhere
from .._runtime.features.expecting import expecting as _expecting
from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.features.content import Content as _Content
    from .._runtime.unset import Unset as _Unset

__all__ = ["AsyncImagesResource", "ImagesResource"]


class ImagesResource(_FormatsResource):
    """Calls under `images`."""

    def replace_image(self, id: int, *, body: _Content) -> None:
        """Call `PUT /images/{id}`.

        Args:
            id: The path parameter `id`.
            body: The picture.
        """
        self._nothing(_replace_image_request(id, body=body))

    def read_image(self, id: int) -> bytes:
        """Read a picture.

        `GET /images/{id}`

        Args:
            id: The path parameter `id`.
        """
        return self._bytes(_read_image_request(id))

    def describe_image(self, id: int, *, body: _Content | _Unset = _UNSET) -> str:
        """Call `PUT /images/{id}/caption`.

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        return self._text(_describe_image_request(id, body=body))


class AsyncImagesResource(_AsyncFormatsResource):
    """Calls under `images`."""

    async def replace_image(self, id: int, *, body: _Content) -> None:
        """Call `PUT /images/{id}`.

        Args:
            id: The path parameter `id`.
            body: The picture.
        """
        await self._nothing(_replace_image_request(id, body=body))

    async def read_image(self, id: int) -> bytes:
        """Read a picture.

        `GET /images/{id}`

        Args:
            id: The path parameter `id`.
        """
        return await self._bytes(_read_image_request(id))

    async def describe_image(self, id: int, *, body: _Content | _Unset = _UNSET) -> str:
        """Call `PUT /images/{id}/caption`.

        Args:
            id: The path parameter `id`.
            body: The body.
        """
        return await self._text(_describe_image_request(id, body=body))


def _replace_image_request(id: int, *, body: _Content) -> _Request:
    _request = _Request("PUT", "/images/{id}")
    _request.require(body=body)
    _request.numbers(id=id)
    _request.path("id", id)
    _write_content(_request, body, "image/png")
    return _request


def _read_image_request(id: int) -> _Request:
    _request = _Request(
        "GET", "/images/{id}", expected=_expecting("image/png"), elsewhere=_follow_elsewhere
    )
    _request.numbers(id=id)
    _request.path("id", id)
    return _request


def _describe_image_request(id: int, *, body: _Content | _Unset) -> _Request:
    _request = _Request("PUT", "/images/{id}/caption", expected=_expecting("text/plain"))
    _request.numbers(id=id)
    _request.path("id", id)
    _write_content(_request, body, "text/plain")
    return _request
