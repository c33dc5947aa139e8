"""What users' editors must know about links, expansion and searches. Only type-checked, never run; see `usage`."""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from datetime import date
from decimal import Decimal
from typing import assert_type

from fixably import AsyncFixably, Fixably
from fixably._runtime.client import RawResponse
from fixably._runtime.features.links import Link
from fixably._runtime.features.paging import Pager
from fixably.models import Customer, Order, OrderLine, OrderLinePage, OrderNote


def reading(client: Fixably) -> None:
    order = client.orders.get(1, expand=["customer", "lines.items", "anything.else"])
    assert_type(order.customer, Link[Customer] | None)
    assert order.customer
    assert order.lines
    assert_type(order.customer.href, str)
    assert_type(order.customer.id, int | str | None)
    assert_type(order.customer.expanded, Customer | None)
    assert_type(client.follow(order.customer), Customer)
    assert_type(client.follow(order.lines), OrderLinePage)
    assert_type(client.follow(order.lines).items, list[OrderLine])
    assert_type(client.raw(client.follow, order.lines), RawResponse[OrderLinePage])
    assert_type(client.follow(order), Order)
    assert_type(client.items(order.lines, expand=["items.product"]), Pager[OrderLine])
    for line in client.items(order.lines):
        assert_type(line, OrderLine)
    client.items(order.customer)  # type: ignore[arg-type]
    client.follow(None)  # type: ignore[call-overload]
    str(order.customer.name)  # type: ignore[attr-defined]


def expanding(client: Fixably, names: list[str]) -> None:
    client.orders.get(1, expand="customer(parent)")
    client.orders.get(1, expand=names)
    client.orders.get(1, expand=[1])  # type: ignore[list-item]


def searching(client: Fixably, search: dict[str, bool]) -> None:
    for each in client.orders.list(q={"a": True, "b": (0, None), "c": [1, 2], "d": {"x"}, "e": None, "f": {"g": 1.5}}):
        assert_type(each, Order)
    client.orders.list(q=search)
    client.orders.list(q="isClosed:true")
    client.orders.list(q={"a": (date(2026, 1, 1), None), "b": date(2026, 1, 1)})
    client.orders.list(q={"a": b"x"})  # type: ignore[dict-item]
    client.orders.list(q={"a": ("x", "y")})  # type: ignore[dict-item]


def writing(client: Fixably) -> None:
    assert_type(client.customers.update(817, parent={"id": None}, tags=[]), Customer | None)
    assert_type(
        client.orders.lines.create(
            1,
            product={"id": 5},
            quantity="1",
            price_range="CUSTOM",
            price=Decimal("61.50"),
            vat="23",
            custom_fields={"watched": True, "rounds": 3, "hours": 1.5, "parts": ["case"], "left": None},
        ),
        OrderLine,
    )
    client.customers.update(817, parent={"id": "12"})  # type: ignore[arg-type]
    client.customers.update(817, parent={})  # type: ignore[arg-type]
    client.orders.update(1, status={"id": None})  # type: ignore[arg-type]


async def asynchronous(client: AsyncFixably, link: Link[Customer], order: Order) -> None:
    assert_type(await client.follow(link), Customer)
    assert_type(await client.follow(order), Order)
    if order.notes:
        assert_type([each async for each in client.items(order.notes)], list[OrderNote])
    assert_type([each async for each in client.orders.list(q={"isClosed": False})], list[Order])
