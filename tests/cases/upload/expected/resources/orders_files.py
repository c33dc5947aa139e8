# Generated from the description of Workshop by specloom; edits will be lost.

"""Calls under `orders.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset
    from .._runtime.upload import FileSource

__all__ = ["AsyncOrdersFiles", "OrdersFiles"]


class OrdersFiles(Resource):
    """Calls under `orders.files`."""

    def attach(self, order_id: int, *, key: str, note: str | None | Unset = UNSET) -> list[str]:
        """Attach an uploaded file to an order.

        `POST /orders/{order_id}/files`

        Args:
            order_id: Number of the order.
            key: `key` of the body.
            note: `note` of the body.

        Raises:
            NotFoundError: 404.
        """
        return self._json(_attach(order_id, key=key, note=note), list[str])

    def upload(
        self,
        order_id: int,
        source: FileSource,
        *,
        note: str | None | Unset = UNSET,
        public: bool | None = None,
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
        from .._runtime.upload import part_of
        from .files import Files

        uploaded = Files(self._session).upload(
            filename=filename, content_type=content_type, public=public, source=source
        )
        return self.attach(order_id=order_id, key=part_of(uploaded, "key"), note=note)


class AsyncOrdersFiles(AsyncResource):
    """Calls under `orders.files`."""

    async def attach(
        self, order_id: int, *, key: str, note: str | None | Unset = UNSET
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
        return await self._json(_attach(order_id, key=key, note=note), list[str])

    async def upload(
        self,
        order_id: int,
        source: FileSource,
        *,
        note: str | None | Unset = UNSET,
        public: bool | None = None,
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
        from .._runtime.upload import part_of
        from .files import AsyncFiles

        uploaded = await AsyncFiles(self._session).upload(
            filename=filename, content_type=content_type, public=public, source=source
        )
        return await self.attach(order_id=order_id, key=part_of(uploaded, "key"), note=note)


def _attach(order_id: int, *, key: str, note: str | None | Unset) -> Request:
    request = Request("POST", "/orders/{order_id}/files")
    request.require(key=key)
    request.path("order_id", order_id)
    request.field("key", key)
    request.field("note", note, nullable=True)
    return request
