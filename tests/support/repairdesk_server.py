"""Runs RepairDesk on a loopback port: every answer is an envelope, failures have a good HTTP status, ids are text.

Tests change the state directly. Queries and bodies that differ from the description are refused.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from described import Described
from loopback import LoopbackServer, serving
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from starlette.requests import Request

__all__ = ["API_KEY", "RepairDeskServer", "running"]

API_KEY = "k3y/+&=?#%41 end"

_PATH = "/api/web/v1"
_LARGEST_PAGE = 3


class _Refusal(Exception):  # noqa: N818 - not an error of this server: what it answers
    def __init__(self, code: int | str, message: str) -> None:
        self.answer: dict[str, object] = {"success": False, "statusCode": code, "message": message, "data": None}


@dataclass(repr=False)
class RepairDeskServer(LoopbackServer):
    """The state of the server."""

    customers: dict[str, dict[str, Any]] = field(default_factory=dict)
    tickets: dict[str, dict[str, Any]] = field(default_factory=dict)
    payments: list[dict[str, Any]] = field(default_factory=list)
    counted: bool = True
    """Say in lists where a page stands."""
    bare: bool = False
    """Write lists as arrays, as older versions did."""
    _numbers: Iterator[int] = field(default_factory=count)

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        for known in (self.customers, self.tickets, self.payments):
            known.clear()
        self.counted, self.bare = True, False
        self._numbers = count()

    def add_ticket(self, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - of a ticket
        """Store a ticket and return it."""
        number = str(70400 + next(self._numbers))
        device = {
            "id": "81207",
            "device": {"id": 801, "name": "Pixel 7"},
            "status": {"name": "Diagnosing"},
            "price": "89.00",
        }
        ticket = {
            "summary": {"id": number, "order_id": f"T-{number[-2:]}", "created_date": "1772616600"},
            "devices": [device],
            "notes": [],
            **members,
        }
        self.tickets[number] = ticket
        return ticket

    def add_customer(self, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - of a customer
        """Store a customer and return it."""
        number = str(5120 + next(self._numbers))
        self.customers[number] = {"cid": number, **members}
        return self.customers[number]


@contextmanager
def running() -> Iterator[RepairDeskServer]:
    """Run the server on a free port of the loopback interface until the `with` statement ends."""
    state = RepairDeskServer(path=_PATH)
    shop = _Shop(state)
    routes = [
        ("GET", "/customers", shop.list_customers),
        ("POST", "/customers", shop.create_customer),
        ("GET", "/customers/{id}", shop.get_customer),
        ("PUT", "/customers/{id}", shop.update_customer),
        ("GET", "/tickets", shop.list_tickets),
        ("POST", "/tickets", shop.create_ticket),
        ("GET", "/tickets/{id}", shop.get_ticket),
        ("PUT", "/tickets/{id}", shop.update_ticket),
        ("GET", "/tickets/{id}/converttoinvoice", shop.get_ticket),
        ("GET", "/statuses", shop.list_statuses),
        ("POST", "/invoices/{id}/payments", shop.create_payment),
    ]
    found = [Route(_PATH + path, shop.guarded(answer), methods=[method]) for method, path, answer in routes]
    with serving(state, Starlette(routes=found)):
        yield state


class _Shop:
    """Some operations of the description: each returns what stands in `data`."""

    def __init__(self, state: RepairDeskServer) -> None:
        self._state = state
        self._described = Described("repairdesk")

    def guarded(self, operation: Callable[[Request], Awaitable[object]]) -> Callable[[Request], Awaitable[Response]]:
        """Return the operation in its envelope, for those who have the key."""

        async def answer(request: Request) -> Response:
            if request.query_params.getlist("api_key") != [API_KEY]:
                return JSONResponse(_Refusal(401, "Unknown API key").answer)
            try:
                data = await operation(request)
            except _Refusal as refusal:
                return JSONResponse(refusal.answer)
            return JSONResponse({"success": True, "statusCode": 200, "message": "", "data": data})

        return answer

    async def list_customers(self, request: Request) -> object:
        wanted = request.query_params.get("keyword", "").lower()
        found = [one for one in self._state.customers.values() if wanted in str(one).lower()]
        return self._page(found, "customerData", 0)

    async def create_customer(self, request: Request) -> object:
        return self._state.add_customer(**await self._body(request, "CustomerCreate"))

    async def get_customer(self, request: Request) -> object:
        return self._find(request, self._state.customers)

    async def update_customer(self, request: Request) -> object:
        customer = self._find(request, self._state.customers)
        customer.update(await self._body(request, "CustomerUpdate"))
        return customer

    async def list_tickets(self, request: Request) -> object:
        query = request.query_params
        known = {"keyword", "pagesize", "page", "status", "assigned_to", "created_by", "from_date", "to_date", "filter"}
        if unknown := query.keys() - known - {"api_key"}:
            raise _Refusal("400", f"Unknown parameters: {sorted(unknown)}")
        if query.get("filter", "0") != "0":
            return self._page([], "ticketData", 0)
        length = min(int(query.get("pagesize", "25")), _LARGEST_PAGE)
        return self._page(list(self._state.tickets.values()), "ticketData", int(query.get("page", "0")), length)

    async def create_ticket(self, request: Request) -> object:
        body = await self._body(request, "TicketCreate")
        return self._state.add_ticket(sent=body)["summary"]

    async def get_ticket(self, request: Request) -> object:
        return self._find(request, self._state.tickets)

    async def update_ticket(self, request: Request) -> object:
        self._find(request, self._state.tickets)["sent"] = await self._body(request, "TicketUpdate")
        return {}

    async def list_statuses(self, _: Request) -> object:
        return [{"name": "Diagnosing", "color": "#ff0", "type": 1}, {"name": None, "color": None, "type": "2"}]

    async def create_payment(self, request: Request) -> object:
        self._state.payments.append(await self._body(request, "PaymentCreate"))
        return {}

    async def _body(self, request: Request, schema: str) -> dict[str, Any]:
        try:
            return self._described.check(await request.body(), schema)
        except ValueError as error:
            raise _Refusal(422, str(error)) from None

    def _find(self, request: Request, known: dict[str, dict[str, Any]]) -> dict[str, Any]:
        if (found := known.get(request.path_params["id"])) is None:
            raise _Refusal(404, "Not found")
        return found

    def _page(self, entries: list[dict[str, Any]], name: str, page: int, length: int = 100) -> object:
        found = entries[page * length : (page + 1) * length]
        if not found:
            raise _empty()
        if self._state.bare:
            return found
        place = {"page": page, "per_page": length, "total_records": str(len(entries)), "next_page_exist": 1}
        return {name: found, "pagination": place} if self._state.counted else {name: found}


def _empty() -> _Refusal:
    refusal = _Refusal(100, "No Result Found")
    refusal.answer["data"] = []
    return refusal
