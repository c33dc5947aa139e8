# Generated from the description of Events by specloom; edits will be lost.

"""Calls under `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime
    from decimal import Decimal as _Decimal
    from uuid import UUID as _UUID

    from .._runtime.unset import Unset as _Unset
    from ..models.event import Event

__all__ = ["AsyncEventsResource", "EventsResource"]


class EventsResource(_Resource):
    """Calls under `events`."""

    def add(
        self,
        *,
        id: _UUID | str,
        starts_at: _datetime.datetime,
        day: _datetime.date,
        doors: _datetime.time | _Unset = _UNSET,
        price: _Decimal | int | str | _Unset = _UNSET,
        fee: _Decimal | float | _Unset = _UNSET,
        seats: int | _Unset = _UNSET,
        score: float | _Unset = _UNSET,
        contact: str | _Unset = _UNSET,
        poster: bytes | str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        site: str | _Unset = _UNSET,
    ) -> Event:
        """Call `POST /events`.

        Args:
            id: `id` of the body.
            starts_at: `startsAt` of the body.
            day: `day` of the body.
            doors: `doors` of the body.
            price: `price` of the body.
            fee: `fee` of the body.
            seats: `seats` of the body.
            score: `score` of the body.
            contact: `contact` of the body.
            poster: `poster` of the body.
            code: `code` of the body.
            site: `site` of the body.
        """
        from ..models.event import Event

        return self._json(
            _add_request(
                id=id,
                starts_at=starts_at,
                day=day,
                doors=doors,
                price=price,
                fee=fee,
                seats=seats,
                score=score,
                contact=contact,
                poster=poster,
                code=code,
                site=site,
            ),
            Event,
        )


class AsyncEventsResource(_AsyncResource):
    """Calls under `events`."""

    async def add(
        self,
        *,
        id: _UUID | str,
        starts_at: _datetime.datetime,
        day: _datetime.date,
        doors: _datetime.time | _Unset = _UNSET,
        price: _Decimal | int | str | _Unset = _UNSET,
        fee: _Decimal | float | _Unset = _UNSET,
        seats: int | _Unset = _UNSET,
        score: float | _Unset = _UNSET,
        contact: str | _Unset = _UNSET,
        poster: bytes | str | _Unset = _UNSET,
        code: str | _Unset = _UNSET,
        site: str | _Unset = _UNSET,
    ) -> Event:
        """Call `POST /events`.

        Args:
            id: `id` of the body.
            starts_at: `startsAt` of the body.
            day: `day` of the body.
            doors: `doors` of the body.
            price: `price` of the body.
            fee: `fee` of the body.
            seats: `seats` of the body.
            score: `score` of the body.
            contact: `contact` of the body.
            poster: `poster` of the body.
            code: `code` of the body.
            site: `site` of the body.
        """
        from ..models.event import Event

        return await self._json(
            _add_request(
                id=id,
                starts_at=starts_at,
                day=day,
                doors=doors,
                price=price,
                fee=fee,
                seats=seats,
                score=score,
                contact=contact,
                poster=poster,
                code=code,
                site=site,
            ),
            Event,
        )


def _add_request(
    *,
    id: _UUID | str,
    starts_at: _datetime.datetime,
    day: _datetime.date,
    doors: _datetime.time | _Unset,
    price: _Decimal | int | str | _Unset,
    fee: _Decimal | float | _Unset,
    seats: int | _Unset,
    score: float | _Unset,
    contact: str | _Unset,
    poster: bytes | str | _Unset,
    code: str | _Unset,
    site: str | _Unset,
) -> _Request:
    from .._runtime.features.decimals import (
        DECIMAL_NUMBER as _DECIMAL_NUMBER,
        DECIMAL_TEXT as _DECIMAL_TEXT,
    )
    from .._runtime.features.encoded_bytes import BASE64 as _BASE64

    _request = _Request("POST", "/events")
    _request.require(id=id, starts_at=starts_at, day=day)
    _request.numbers(price=price, fee=fee, seats=seats, score=score)
    _request.dates(day=day)
    _request.field("id", id)
    _request.field("startsAt", starts_at)
    _request.field("day", day)
    _request.field("doors", doors)
    _request.field("price", price, _DECIMAL_TEXT)
    _request.field("fee", fee, _DECIMAL_NUMBER)
    _request.field("seats", seats)
    _request.field("score", score)
    _request.field("contact", contact)
    _request.field("poster", poster, _BASE64)
    _request.field("code", code)
    _request.field("site", site)
    return _request
