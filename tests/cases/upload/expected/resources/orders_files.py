# Generated from the description of Workshop by specloom; edits will be lost.

"""Calls under `orders.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.features.upload import FileSource as _FileSource
    from .._runtime.unset import Unset as _Unset

__all__ = ["AsyncOrdersFiles", "OrdersFiles"]


class OrdersFiles(_Resource):
    """Calls under `orders.files`."""

    def attach(self, order_id: int, *, key: str, note: str | None | _Unset = _UNSET) -> list[str]:
        """Attach an uploaded file to an order.

        `POST /orders/{order_id}/files`

        Args:
            order_id: Number of the order.
            key: `key` of the body.
            note: `note` of the body.

        Raises:
            NotFoundError: 404.
        """
        return self._json(_attach_request(order_id, key=key, note=note), list[str])

    def upload(
        self,
        order_id: int,
        source: _FileSource,
        *,
        note: str | None | _Unset = _UNSET,
        public: bool | _Unset = _UNSET,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> list[str]:
        """Upload a file, then: Attach an uploaded file to an order.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials,
        then calls `POST /orders/{order_id}/files`.

        Args:
            order_id: Number of the order.
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            note: `note` of the body.
            public: Who may see it.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            ForbiddenError: 403.
            NotFoundError: 404.
        """
        from .._runtime.features.upload import part_of as _part_of
        from .files import Files

        _uploaded = Files(self._session).upload(
            filename=filename, content_type=content_type, public=public, source=source
        )
        return self.attach(order_id=order_id, key=_part_of(_uploaded, "key"), note=note)


class AsyncOrdersFiles(_AsyncResource):
    """Calls under `orders.files`."""

    async def attach(
        self, order_id: int, *, key: str, note: str | None | _Unset = _UNSET
    ) -> list[str]:
        """Attach an uploaded file to an order.

        `POST /orders/{order_id}/files`

        Args:
            order_id: Number of the order.
            key: `key` of the body.
            note: `note` of the body.

        Raises:
            NotFoundError: 404.
        """
        return await self._json(_attach_request(order_id, key=key, note=note), list[str])

    async def upload(
        self,
        order_id: int,
        source: _FileSource,
        *,
        note: str | None | _Unset = _UNSET,
        public: bool | _Unset = _UNSET,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> list[str]:
        """Upload a file, then: Attach an uploaded file to an order.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials,
        then calls `POST /orders/{order_id}/files`.

        Args:
            order_id: Number of the order.
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            note: `note` of the body.
            public: Who may see it.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            ForbiddenError: 403.
            NotFoundError: 404.
        """
        from .._runtime.features.upload import part_of as _part_of
        from .files import AsyncFiles

        _uploaded = await AsyncFiles(self._session).upload(
            filename=filename, content_type=content_type, public=public, source=source
        )
        return await self.attach(order_id=order_id, key=_part_of(_uploaded, "key"), note=note)


def _attach_request(order_id: int, *, key: str, note: str | None | _Unset) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/files")
    _request.require(key=key)
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.field("key", key)
    _request.field("note", note, nullable=True)
    return _request
