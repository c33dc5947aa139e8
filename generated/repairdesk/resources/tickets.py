# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Take in devices for repair, and follow the work on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_number import PageNumber as _PageNumber
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    import datetime as _datetime
    from collections.abc import Sequence as _Sequence
    from typing import Literal as _Literal

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.unset import Unset as _Unset
    from ..inputs.ticket_device_create_input import TicketDeviceCreateInput
    from ..inputs.ticket_device_update_input import TicketDeviceUpdateInput
    from ..inputs.ticket_summary_create_input import TicketSummaryCreateInput
    from ..models.answer import Answer
    from ..models.ticket import Ticket
    from ..models.ticket_answer import TicketAnswer

__all__ = ["AsyncTickets", "Tickets"]


class Tickets(_PagingResource):
    """Take in devices for repair, and follow the work on them."""

    def list(
        self,
        *,
        keyword: str | None = None,
        page_size: int | None = None,
        page: int | None = None,
        status: str | None = None,
        assigned_to: str | int | None = None,
        created_by: str | int | None = None,
        from_date: _datetime.datetime | _datetime.date | int | None = None,
        to_date: _datetime.datetime | _datetime.date | int | None = None,
        filter: _Literal[0, 1, 7, 30] | None = None,
    ) -> _Pager[Ticket]:
        """List tickets, by default those of today.

        Gives tickets page by page. Without `filter` and dates only today's tickets come: send
        `filter` 0 for all.

        To find a ticket by the number that people see, such as `T-1042`, send that as `keyword`.

        `GET /tickets`

        Args:
            keyword: Words to look for.
            page_size: How many tickets a page has.
            page: Number of the page; the first is 0. Server default: `0`.
            status: Only tickets with this status, by its name.
            assigned_to: Only tickets that are assigned to the employee with this id.
            created_by: Only tickets that the user with this id has created.
            from_date: Only tickets created at this time or later, in seconds since 1970-01-01
                UTC.
            to_date: Only tickets created at this time or earlier, in seconds since 1970-01-01
                UTC.
            filter: Which days' tickets to give: 1 for yesterday, 7 for last week, 30 for last
                month, 0 for all.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.ticket_list import TicketList

        return self._pages(
            _list_request(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                assigned_to=assigned_to,
                created_by=created_by,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            TicketList,
            _TICKETS_PAGING,
        )

    def create(
        self,
        *,
        summary: TicketSummaryCreateInput | _Unset = _UNSET,
        devices: _Sequence[TicketDeviceCreateInput] | _Unset = _UNSET,
    ) -> Answer:
        """Create a ticket.

        Takes in the devices of one customer. Prices, taxes, times and ids are sent as text; the
        lists of devices, problems, parts and so on have the ids.

        `POST /tickets`

        Args:
            summary: The ticket as a whole.
            devices: What is to be repaired.
        """
        from ..models.answer import Answer

        return self._json(_create_request(summary=summary, devices=devices), Answer)

    def get(self, ticket_id: str | int) -> TicketAnswer:
        """Get a ticket.

        Gives one ticket with its devices, whose ids a change of the ticket needs. A shop gets only
        its own tickets and those that were transferred to it.

        `GET /tickets/{ticket_id}`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
        """
        from ..models.ticket_answer import TicketAnswer

        return self._json(_get_request(ticket_id), TicketAnswer)

    def update(
        self,
        ticket_id: str | int,
        *,
        summary: TicketSummaryCreateInput | _Unset = _UNSET,
        devices: _Sequence[TicketDeviceUpdateInput] | _Unset = _UNSET,
    ) -> Answer:
        """Change a ticket.

        Replaces a ticket. Each device has to carry its `id` from the ticket as it was read. What
        becomes of members that are left out is not documented: send all that you want to keep.

        A new status can make RepairDesk send a message to the customer by itself.

        `PUT /tickets/{ticket_id}`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
            summary: The ticket as a whole.
            devices: What is to be repaired.
        """
        from ..models.answer import Answer

        return self._json(_update_request(ticket_id, summary=summary, devices=devices), Answer)

    def convert_to_invoice(self, ticket_id: str | int) -> Answer:
        """Make an invoice of a ticket.

        Converts the ticket into an invoice. Though it is a GET it changes data, so it is not sent
        again by itself after a failure.

        `GET /tickets/{ticket_id}/converttoinvoice`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
        """
        from ..models.answer import Answer

        return self._json(_convert_to_invoice_request(ticket_id), Answer)


class AsyncTickets(_AsyncPagingResource):
    """Take in devices for repair, and follow the work on them."""

    def list(
        self,
        *,
        keyword: str | None = None,
        page_size: int | None = None,
        page: int | None = None,
        status: str | None = None,
        assigned_to: str | int | None = None,
        created_by: str | int | None = None,
        from_date: _datetime.datetime | _datetime.date | int | None = None,
        to_date: _datetime.datetime | _datetime.date | int | None = None,
        filter: _Literal[0, 1, 7, 30] | None = None,
    ) -> _AsyncPager[Ticket]:
        """List tickets, by default those of today.

        Gives tickets page by page. Without `filter` and dates only today's tickets come: send
        `filter` 0 for all.

        To find a ticket by the number that people see, such as `T-1042`, send that as `keyword`.

        `GET /tickets`

        Args:
            keyword: Words to look for.
            page_size: How many tickets a page has.
            page: Number of the page; the first is 0. Server default: `0`.
            status: Only tickets with this status, by its name.
            assigned_to: Only tickets that are assigned to the employee with this id.
            created_by: Only tickets that the user with this id has created.
            from_date: Only tickets created at this time or later, in seconds since 1970-01-01
                UTC.
            to_date: Only tickets created at this time or earlier, in seconds since 1970-01-01
                UTC.
            filter: Which days' tickets to give: 1 for yesterday, 7 for last week, 30 for last
                month, 0 for all.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.
        """
        from ..models.ticket_list import TicketList

        return self._pages(
            _list_request(
                keyword=keyword,
                page_size=page_size,
                page=page,
                status=status,
                assigned_to=assigned_to,
                created_by=created_by,
                from_date=from_date,
                to_date=to_date,
                filter=filter,
            ),
            TicketList,
            _TICKETS_PAGING,
        )

    async def create(
        self,
        *,
        summary: TicketSummaryCreateInput | _Unset = _UNSET,
        devices: _Sequence[TicketDeviceCreateInput] | _Unset = _UNSET,
    ) -> Answer:
        """Create a ticket.

        Takes in the devices of one customer. Prices, taxes, times and ids are sent as text; the
        lists of devices, problems, parts and so on have the ids.

        `POST /tickets`

        Args:
            summary: The ticket as a whole.
            devices: What is to be repaired.
        """
        from ..models.answer import Answer

        return await self._json(_create_request(summary=summary, devices=devices), Answer)

    async def get(self, ticket_id: str | int) -> TicketAnswer:
        """Get a ticket.

        Gives one ticket with its devices, whose ids a change of the ticket needs. A shop gets only
        its own tickets and those that were transferred to it.

        `GET /tickets/{ticket_id}`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
        """
        from ..models.ticket_answer import TicketAnswer

        return await self._json(_get_request(ticket_id), TicketAnswer)

    async def update(
        self,
        ticket_id: str | int,
        *,
        summary: TicketSummaryCreateInput | _Unset = _UNSET,
        devices: _Sequence[TicketDeviceUpdateInput] | _Unset = _UNSET,
    ) -> Answer:
        """Change a ticket.

        Replaces a ticket. Each device has to carry its `id` from the ticket as it was read. What
        becomes of members that are left out is not documented: send all that you want to keep.

        A new status can make RepairDesk send a message to the customer by itself.

        `PUT /tickets/{ticket_id}`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
            summary: The ticket as a whole.
            devices: What is to be repaired.
        """
        from ..models.answer import Answer

        return await self._json(
            _update_request(ticket_id, summary=summary, devices=devices), Answer
        )

    async def convert_to_invoice(self, ticket_id: str | int) -> Answer:
        """Make an invoice of a ticket.

        Converts the ticket into an invoice. Though it is a GET it changes data, so it is not sent
        again by itself after a failure.

        `GET /tickets/{ticket_id}/converttoinvoice`

        Args:
            ticket_id: Id of the ticket, which is not the number that people see.
        """
        from ..models.answer import Answer

        return await self._json(_convert_to_invoice_request(ticket_id), Answer)


_TICKETS_PAGING = _PageNumber(
    "page",
    items="data.ticket_data",
    total="data.pagination.total_records",
    more="data.pagination.next_page_exist",
    following="data.pagination.next_page",
    first=0,
)


def _list_request(
    *,
    keyword: str | None,
    page_size: int | None,
    page: int | None,
    status: str | None,
    assigned_to: str | int | None,
    created_by: str | int | None,
    from_date: _datetime.datetime | _datetime.date | int | None,
    to_date: _datetime.datetime | _datetime.date | int | None,
    filter: _Literal[0, 1, 7, 30] | None,
) -> _Request:
    from .._runtime.encoding import encode as _encode
    from .._runtime.features.seconds import UNIX_TIME as _UNIX_TIME

    _request = _Request("GET", "/tickets", listing=True)
    _request.numbers(
        page_size=page_size, page=page, from_date=from_date, to_date=to_date, filter=filter
    )
    _request.query("keyword", keyword)
    _request.query("pagesize", page_size)
    _request.query("page", page)
    _request.query("status", status)
    _request.query("assigned_to", assigned_to)
    _request.query("created_by", created_by)
    _request.query("from_date", _encode(from_date, _UNIX_TIME))
    _request.query("to_date", _encode(to_date, _UNIX_TIME))
    _request.query("filter", filter)
    return _request


def _create_request(
    *,
    summary: TicketSummaryCreateInput | _Unset,
    devices: _Sequence[TicketDeviceCreateInput] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.ticket_device_create_input import TICKET_DEVICE_CREATE_INPUT
    from ..inputs.ticket_summary_create_input import TICKET_SUMMARY_CREATE_INPUT

    _request = _Request("POST", "/tickets")
    _request.field("summary", summary, TICKET_SUMMARY_CREATE_INPUT)
    _request.field("devices", devices, _Items(TICKET_DEVICE_CREATE_INPUT))
    return _request


def _get_request(ticket_id: str | int) -> _Request:
    _request = _Request("GET", "/tickets/{ticket_id}")
    _request.path("ticket_id", ticket_id)
    return _request


def _update_request(
    ticket_id: str | int,
    *,
    summary: TicketSummaryCreateInput | _Unset,
    devices: _Sequence[TicketDeviceUpdateInput] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.ticket_device_update_input import TICKET_DEVICE_UPDATE_INPUT
    from ..inputs.ticket_summary_create_input import TICKET_SUMMARY_CREATE_INPUT

    _request = _Request("PUT", "/tickets/{ticket_id}")
    _request.path("ticket_id", ticket_id)
    _request.field("summary", summary, TICKET_SUMMARY_CREATE_INPUT)
    _request.field("devices", devices, _Items(TICKET_DEVICE_UPDATE_INPUT))
    return _request


def _convert_to_invoice_request(ticket_id: str | int) -> _Request:
    _request = _Request("GET", "/tickets/{ticket_id}/converttoinvoice", idempotent=False)
    _request.path("ticket_id", ticket_id)
    return _request
