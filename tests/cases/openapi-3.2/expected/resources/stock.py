# Generated from the description of Depot by specloom; edits will be lost.

"""What lies in the depot"""

from __future__ import annotations

from functools import cached_property as _cached_property, partial as _partial
from typing import TYPE_CHECKING

from .._runtime.features.cookies import add_cookie as _add_cookie
from .._runtime.features.forms import add_form_field as _add_form_field
from .._runtime.features.mixed import write_mixed as _write_mixed
from .._runtime.features.multipart import add_file as _add_file, add_part as _add_part
from .._runtime.features.querystring import add_form_query as _add_form_query
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.styles import form as _form

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.multipart import Upload as _Upload
    from ..inputs.find_items_filter_input import FindItemsFilterInput
    from ..inputs.send_pictures_body_item1_input import SendPicturesBodyItem1Input
    from .stock_shelves import AsyncStockShelves, StockShelves

__all__ = ["AsyncStock", "Stock"]


class Stock(_Resource):
    """What lies in the depot"""

    @_cached_property
    def shelves(self) -> StockShelves:
        """Where it lies"""
        from .stock_shelves import StockShelves

        return StockShelves(self._session)

    def search_items(self, *, text: str) -> list[str]:
        """Call `QUERY /items`.

        Args:
            text: `text` of the body.
        """
        return self._json(_search_items_request(text=text), list[str])

    def find_items(self, *, filter: FindItemsFilterInput, sid: str | None = None) -> None:
        """Call `GET /items`.

        Args:
            filter: All of the query.
            sid: The cookie parameter `sid`.
        """
        self._nothing(_find_items_request(filter=filter, sid=sid))

    def send_pictures(self, *, body: _Sequence[SendPicturesBodyItem1Input | _Upload]) -> None:
        """Call `POST /items`.

        Args:
            body: The body.
        """
        self._nothing(_send_pictures_request(body=body))


class AsyncStock(_AsyncResource):
    """What lies in the depot"""

    @_cached_property
    def shelves(self) -> AsyncStockShelves:
        """Where it lies"""
        from .stock_shelves import AsyncStockShelves

        return AsyncStockShelves(self._session)

    async def search_items(self, *, text: str) -> list[str]:
        """Call `QUERY /items`.

        Args:
            text: `text` of the body.
        """
        return await self._json(_search_items_request(text=text), list[str])

    async def find_items(self, *, filter: FindItemsFilterInput, sid: str | None = None) -> None:
        """Call `GET /items`.

        Args:
            filter: All of the query.
            sid: The cookie parameter `sid`.
        """
        await self._nothing(_find_items_request(filter=filter, sid=sid))

    async def send_pictures(self, *, body: _Sequence[SendPicturesBodyItem1Input | _Upload]) -> None:
        """Call `POST /items`.

        Args:
            body: The body.
        """
        await self._nothing(_send_pictures_request(body=body))


def _search_items_request(*, text: str) -> _Request:
    _request = _Request("QUERY", "/items", idempotent=True)
    _request.require(text=text)
    _request.field("text", text)
    return _request


def _find_items_request(*, filter: FindItemsFilterInput, sid: str | None) -> _Request:
    from ..inputs.find_items_filter_input import FIND_ITEMS_FILTER_INPUT

    _request = _Request("GET", "/items")
    _request.require(filter=filter)
    _add_form_query(
        _request,
        filter,
        FIND_ITEMS_FILTER_INPUT,
        fields={"tags": _partial(_add_form_field, style=_form, explode=False)},
        required="filter",
    )
    _add_cookie(_request, "sid", sid, raw=True)
    return _request


def _send_pictures_request(*, body: _Sequence[SendPicturesBodyItem1Input | _Upload]) -> _Request:
    from ..inputs.send_pictures_body_item1_input import SEND_PICTURES_BODY_ITEM1_INPUT

    _request = _Request("POST", "/items")
    _request.require(body=body)
    _write_mixed(
        _request,
        body,
        "multipart/mixed",
        [
            _partial(
                _add_part,
                content_type="application/json",
                json=True,
                shape=SEND_PICTURES_BODY_ITEM1_INPUT,
            )
        ],
        rest=_partial(_add_file, content_type="image/png"),
    )
    return _request
