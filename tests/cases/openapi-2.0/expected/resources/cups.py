# Generated from the description of Cups by specloom; edits will be lost.

"""Calls under `cups`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.delimited import delimited as _delimited
from .._runtime.features.multipart import add_file as _add_file, add_part as _add_part
from .._runtime.features.styles import pipe_delimited as _pipe_delimited
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.multipart import Upload as _Upload
    from .._runtime.unset import Unset as _Unset
    from ..models.cup import Cup

__all__ = ["AsyncCupsResource", "CupsResource"]


class CupsResource(_Resource):
    """Calls under `cups`."""

    def list_cups(
        self,
        *,
        colors: _Sequence[str] | None = None,
        sizes: _Sequence[int] | None = None,
        marks: _Sequence[_Sequence[str]] | None = None,
    ) -> list[Cup]:
        """Call `GET /cups`.

        Args:
            colors: The query parameter `colors`.
            sizes: The query parameter `sizes`.
            marks: The query parameter `marks`.
        """
        from ..models.cup import Cup

        return self._json(_list_cups_request(colors=colors, sizes=sizes, marks=marks), list[Cup])

    def add_cup(self, *, id: int, label: str | None | _Unset = _UNSET) -> Cup:
        """Call `POST /cups`.

        Args:
            id: `id` of the body.
            label: `label` of the body.
        """
        from ..models.cup import Cup

        return self._json(_add_cup_request(id=id, label=label), Cup)

    def upload_photo(self, id: int, *, photo: _Upload, caption: str | _Unset = _UNSET) -> None:
        """Call `POST /cups/{id}/photo`.

        Args:
            id: The path parameter `id`.
            photo: `photo` of the body.
            caption: `caption` of the body.
        """
        self._nothing(_upload_photo_request(id, photo=photo, caption=caption))


class AsyncCupsResource(_AsyncResource):
    """Calls under `cups`."""

    async def list_cups(
        self,
        *,
        colors: _Sequence[str] | None = None,
        sizes: _Sequence[int] | None = None,
        marks: _Sequence[_Sequence[str]] | None = None,
    ) -> list[Cup]:
        """Call `GET /cups`.

        Args:
            colors: The query parameter `colors`.
            sizes: The query parameter `sizes`.
            marks: The query parameter `marks`.
        """
        from ..models.cup import Cup

        return await self._json(
            _list_cups_request(colors=colors, sizes=sizes, marks=marks), list[Cup]
        )

    async def add_cup(self, *, id: int, label: str | None | _Unset = _UNSET) -> Cup:
        """Call `POST /cups`.

        Args:
            id: `id` of the body.
            label: `label` of the body.
        """
        from ..models.cup import Cup

        return await self._json(_add_cup_request(id=id, label=label), Cup)

    async def upload_photo(
        self, id: int, *, photo: _Upload, caption: str | _Unset = _UNSET
    ) -> None:
        """Call `POST /cups/{id}/photo`.

        Args:
            id: The path parameter `id`.
            photo: `photo` of the body.
            caption: `caption` of the body.
        """
        await self._nothing(_upload_photo_request(id, photo=photo, caption=caption))


def _list_cups_request(
    *,
    colors: _Sequence[str] | None,
    sizes: _Sequence[int] | None,
    marks: _Sequence[_Sequence[str]] | None,
) -> _Request:
    _request = _Request("GET", "/cups")
    _request.numbers(sizes=sizes)
    _request.query("colors", colors, style=_pipe_delimited)
    _request.query("sizes", sizes)
    _request.query("marks", _delimited(marks, "\t", "|"))
    return _request


def _add_cup_request(*, id: int, label: str | None | _Unset) -> _Request:
    _request = _Request("POST", "/cups")
    _request.require(id=id)
    _request.numbers(id=id)
    _request.field("id", id)
    _request.field("label", label, nullable=True)
    return _request


def _upload_photo_request(id: int, *, photo: _Upload, caption: str | _Unset) -> _Request:
    _request = _Request("POST", "/cups/{id}/photo")
    _request.require(photo=photo)
    _request.numbers(id=id)
    _request.path("id", id)
    _add_file(_request, "photo", photo)
    _add_part(_request, "caption", caption)
    return _request
