# Generated from the description of Cups by specloom; edits will be lost.

"""Calls under `cups`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._runtime.request import Upload
    from .._runtime.unset import Unset
    from ..models.cup import Cup

__all__ = ["AsyncCupsResource", "CupsResource"]


class CupsResource(Resource):
    """Calls under `cups`."""

    def list_cups(
        self, *, colors: Sequence[str] | None = None, sizes: Sequence[int] | None = None
    ) -> list[Cup]:
        """Call `GET /cups`.

        Args:
            colors: The query parameter `colors`.
            sizes: The query parameter `sizes`.
        """
        from ..models.cup import Cup

        return self._json(_list_cups(colors=colors, sizes=sizes), list[Cup])

    def add_cup(self, *, id: int, label: str | None | Unset = UNSET) -> Cup:
        """Call `POST /cups`.

        Args:
            id: `id` of the body.
            label: `label` of the body.
        """
        from ..models.cup import Cup

        return self._json(_add_cup(id=id, label=label), Cup)

    def upload_photo(self, id: int, *, photo: Upload, caption: str | None = None) -> None:
        """Call `POST /cups/{id}/photo`.

        Args:
            id: The path parameter `id`.
            photo: `photo` of the body.
            caption: `caption` of the body.
        """
        self._nothing(_upload_photo(id, photo=photo, caption=caption))


class AsyncCupsResource(AsyncResource):
    """Calls under `cups`."""

    async def list_cups(
        self, *, colors: Sequence[str] | None = None, sizes: Sequence[int] | None = None
    ) -> list[Cup]:
        """Call `GET /cups`.

        Args:
            colors: The query parameter `colors`.
            sizes: The query parameter `sizes`.
        """
        from ..models.cup import Cup

        return await self._json(_list_cups(colors=colors, sizes=sizes), list[Cup])

    async def add_cup(self, *, id: int, label: str | None | Unset = UNSET) -> Cup:
        """Call `POST /cups`.

        Args:
            id: `id` of the body.
            label: `label` of the body.
        """
        from ..models.cup import Cup

        return await self._json(_add_cup(id=id, label=label), Cup)

    async def upload_photo(self, id: int, *, photo: Upload, caption: str | None = None) -> None:
        """Call `POST /cups/{id}/photo`.

        Args:
            id: The path parameter `id`.
            photo: `photo` of the body.
            caption: `caption` of the body.
        """
        await self._nothing(_upload_photo(id, photo=photo, caption=caption))


def _list_cups(*, colors: Sequence[str] | None, sizes: Sequence[int] | None) -> Request:
    request = Request("GET", "/cups")
    request.query("colors", colors, style="pipeDelimited")
    request.query("sizes", sizes)
    return request


def _add_cup(*, id: int, label: str | None | Unset) -> Request:
    request = Request("POST", "/cups")
    request.require(id=id)
    request.field("id", id)
    request.field("label", label, nullable=True)
    return request


def _upload_photo(id: int, *, photo: Upload, caption: str | None) -> Request:
    request = Request("POST", "/cups/{id}/photo")
    request.require(photo=photo)
    request.path("id", id)
    request.file("photo", photo)
    request.part("caption", caption)
    return request
