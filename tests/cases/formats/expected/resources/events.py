# Generated from the description of Events by specloom; edits will be lost.

"""Calls under `events`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    import datetime
    from decimal import Decimal
    from uuid import UUID

    from ..models.event import Event

__all__ = ["AsyncEventsResource", "EventsResource"]


class EventsResource(Resource):
    """Calls under `events`."""

    def add(
        self,
        *,
        id: UUID | str,
        starts_at: datetime.datetime,
        day: datetime.date,
        doors: datetime.time | None = None,
        price: Decimal | str | None = None,
        fee: float | None = None,
        seats: int | None = None,
        score: float | None = None,
        contact: str | None = None,
        poster: str | None = None,
        code: str | None = None,
        site: str | None = None,
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
            _add(
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


class AsyncEventsResource(AsyncResource):
    """Calls under `events`."""

    async def add(
        self,
        *,
        id: UUID | str,
        starts_at: datetime.datetime,
        day: datetime.date,
        doors: datetime.time | None = None,
        price: Decimal | str | None = None,
        fee: float | None = None,
        seats: int | None = None,
        score: float | None = None,
        contact: str | None = None,
        poster: str | None = None,
        code: str | None = None,
        site: str | None = None,
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
            _add(
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


def _add(
    *,
    id: UUID | str,
    starts_at: datetime.datetime,
    day: datetime.date,
    doors: datetime.time | None,
    price: Decimal | str | None,
    fee: float | None,
    seats: int | None,
    score: float | None,
    contact: str | None,
    poster: str | None,
    code: str | None,
    site: str | None,
) -> Request:
    request = Request("POST", "/events")
    request.require(id=id, starts_at=starts_at, day=day)
    request.field("id", id)
    request.field("startsAt", starts_at)
    request.field("day", day)
    request.field("doors", doors)
    request.field("price", price)
    request.field("fee", fee)
    request.field("seats", seats)
    request.field("score", score)
    request.field("contact", contact)
    request.field("poster", poster)
    request.field("code", code)
    request.field("site", site)
    return request
