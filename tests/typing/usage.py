"""What users' editors must know about a generated client. Only type-checked, never run.

Right calls say which type comes back. Wrong ones carry the error that each checker has to report: were one of them
accepted, the comment would be unused, which is an error itself.
"""

# pyright: strict, reportUnnecessaryTypeIgnoreComment=true

from collections.abc import AsyncIterator, Iterator
from decimal import Decimal
from typing import assert_type

import httpx
import sitoo.models
from sitoo import (
    UNSET,
    ApiError,
    AsyncSitoo,
    CallError,
    MismatchError,
    PreconditionFailedError,
    Sitoo,
    TransportError,
    UnauthorizedError,
    Unset,
)
from sitoo._runtime.client import RawResponse
from sitoo._runtime.features.paging import AsyncPager, Page, Pager
from sitoo.inputs import ServiceItemInput, ServiceOrderStateInput, ServiceProductInput, ServiceUserInput
from sitoo.models import ServiceItem, ServiceOrder, ServiceOrderState, ServiceProduct, ServiceStore, ServiceUser

by: ServiceUserInput = {"email": "rui@oficina.example"}
store = ServiceStore(id="LIS-02", name="Oficina da Baixa")
item: ServiceItemInput = {"sku": "ZIP", "name": "Zip", "quantity": 2, "unit_price": Decimal("18.50"), "note": None}
product: ServiceProductInput = {"sku": "BAG", "name": "Bag", "services": [item]}
state: ServiceOrderStateInput = "in_progress"


no_such_type = sitoo.models.ServiceInvoice  # type: ignore[attr-defined]


def settings(password: str) -> None:
    Sitoo()
    Sitoo(account="20417", api_id="20417-1", api_password=password, host="api-sandbox.mysitoo.com")
    Sitoo(
        timeout=None,
        max_response_bytes=None,
        max_retries=0,
        headers={"X-App": "till"},
        on_mismatch="raise",
        transport=httpx.HTTPTransport(),
    )
    Sitoo(base_url="http://localhost", timeout=httpx.Timeout(5), on_mismatch=print)
    AsyncSitoo(account="20417", transport=httpx.AsyncHTTPTransport())
    Sitoo("20417")  # type: ignore[call-arg]
    Sitoo(acount="20417")  # type: ignore[call-arg]
    Sitoo(account=20417)  # type: ignore[arg-type]
    Sitoo(on_mismatch="explode")  # type: ignore[arg-type]
    Sitoo(transport=httpx.AsyncHTTPTransport())  # type: ignore[arg-type]
    AsyncSitoo(transport=httpx.HTTPTransport())  # type: ignore[arg-type]


def listing(client: Sitoo) -> None:
    orders = client.service_orders
    pager = orders.list(store="LIS-02", state=["new", state], num=50, sort="-created", start_after_id="7KQ2M9XR4")
    assert_type(pager, Pager[ServiceOrder])
    assert_type(list(pager), list[ServiceOrder])
    assert_type(iter(pager), Iterator[ServiceOrder])
    assert_type(pager.pages(), Iterator[Page[ServiceOrder]])
    assert_type(pager.limit(max_items=100, max_pages=2), Pager[ServiceOrder])
    page = pager.first_page()
    assert_type(page, Page[ServiceOrder])
    assert_type(page.items, list[ServiceOrder])
    assert_type(page.total, int | None)
    for order in pager:
        assert_type(order, ServiceOrder)
    orders.list(state=["lost"])  # type: ignore[list-item]
    orders.list(state="new")  # type: ignore[arg-type]
    orders.list(sort="name")  # type: ignore[arg-type]
    orders.list(num="50")  # type: ignore[arg-type]
    orders.list(limit=50)  # type: ignore[call-arg]
    orders.list("LIS-02")  # type: ignore[call-arg]


def answer(order: ServiceOrder) -> None:
    assert_type(order.id, str | None)
    assert_type(order.revision, int | None)
    assert_type(order.state, ServiceOrderState | None)
    assert_type(order.store, ServiceStore)
    assert_type(order.author, ServiceUser)
    assert_type(order.note, str | None)
    assert_type(order.product, ServiceProduct)
    assert_type(order.product.services, list[ServiceItem])
    assert_type(order.product.services[0].unit_price, Decimal | None)
    assert_type(order.product.services[0].cost_share, float | None)
    str(order.revison)  # type: ignore[attr-defined]


def reading(client: Sitoo) -> None:
    orders = client.service_orders
    assert_type(orders.get("7KQ2M9XR4"), ServiceOrder)
    assert_type(orders.get(service_order_id="7KQ2M9XR4"), ServiceOrder)
    orders.get()  # type: ignore[call-arg]
    orders.get(7)  # type: ignore[arg-type]
    orders.get(None)  # type: ignore[arg-type]
    orders.delete("7KQ2M9XR4")  # type: ignore[attr-defined]


def creating(client: Sitoo, order: ServiceOrder) -> None:
    create = client.service_orders.create
    customer = order.customer
    assert_type(
        create(store=store, owner=by, customer=customer, currency="EUR", product=product, author=by, note=None),
        ServiceOrder,
    )
    create(store=store, owner=order.owner, customer=customer, currency="EUR", product=[product], author=by, state=state)
    create(
        store={"id": "LIS-02", "name": "Baixa"},
        owner={"email": "rui@oficina.example", "name": None},
        customer={"first_name": "Tomas", "mobile": "+351910000042"},
        currency="EUR",
        product={
            "sku": "BAG",
            "name": "Bag",
            "services": [
                order.product.services[0],
                {"sku": "A", "name": "B", "quantity": 1, "note": "", "cost_share": 50},
            ],
        },
        author=by,
    )
    create(store=store)  # type: ignore[call-arg]
    place, who = {"id": "LIS-02", "nmae": "Baixa"}, {"e_mail": "rui@oficina.example"}
    create(store=place, owner=by, customer=customer, currency="EUR", product=product, author=by)  # type: ignore[arg-type]
    create(store=store, owner=who, customer=customer, currency="EUR", product=product, author=by)  # type: ignore[arg-type]
    create(store=store, owner=by, customer=customer, currency=None, product=product, author=by)  # type: ignore[arg-type]
    create(store=store, owner=by, customer=customer, currency="EUR", product=product, author=by, state="wating")  # type: ignore[arg-type]
    create(store=store, owner=by, customer=customer, currency="EUR", product={**product, "sku": 7}, author=by)  # type: ignore[arg-type]


def nested(client: Sitoo) -> None:
    """Each call has one mistake inside of a plain dict."""
    update = client.service_orders.update
    update("1", revision=2, author={"mail": "rui@oficina.example"})  # type: ignore[arg-type]
    update("1", revision=2, author={"email": "rui@oficina.example", "nmae": "Rui"})  # type: ignore[arg-type]
    update("1", revision=2, author=by, store={"id": "LIS-02"})  # type: ignore[arg-type]
    update("1", revision=2, author=by, product={"sku": "A", "name": "B", "services": [{"skku": "C"}]})  # type: ignore[arg-type]
    update("1", revision=2, author=by, product={"sku": "A", "name": "B", "services": [], "serail": "1"})  # type: ignore[arg-type]


def updating(client: Sitoo, order: ServiceOrder) -> None:
    update = client.service_orders.update
    assert_type(update("7KQ2M9XR4", revision=2, author=by), ServiceOrder)
    update("7KQ2M9XR4", revision=2, author=order.author, note=None, state="closed", product=order.product)
    update("7KQ2M9XR4", author=by)  # type: ignore[call-arg]
    update("7KQ2M9XR4", revision="2", author=by)  # type: ignore[arg-type]
    update("7KQ2M9XR4", revision=2, author=by, state="Closed")  # type: ignore[arg-type]
    update("7KQ2M9XR4", revision=2, author=by, id="1")  # type: ignore[call-arg]


def everything_else(client: Sitoo) -> None:
    assert_type(client.with_options(timeout=5, max_retries=0, headers={}, on_mismatch="ignore"), Sitoo)
    assert_type(client.raw(client.service_orders.get, "7KQ2M9XR4"), RawResponse[ServiceOrder])
    assert_type(client.raw(client.service_orders.list, num=5), RawResponse[Page[ServiceOrder]])
    assert_type(client.raw(client.service_orders.get, "7KQ2M9XR4").response, httpx.Response)
    assert_type(client.request("GET", "/products.json", query={"num": 5}, json={"a": 1}), httpx.Response)
    with client.stream("GET", "/export.csv") as response, client as entered:
        assert_type(response, httpx.Response)
        assert_type(entered, Sitoo)
    client.raw(client.service_orders.get)  # type: ignore[call-overload]
    client.raw(client.service_orders.list, nun=5)  # type: ignore[call-overload]
    client.request("GET", "/products.json", params={})  # type: ignore[call-arg]
    client.with_options(retries=0)  # type: ignore[call-arg]
    client.with_options(timeout="5")  # type: ignore[arg-type]
    client.with_options(max_response_bytes="5")  # type: ignore[arg-type]


def errors(client: Sitoo) -> None:
    try:
        client.service_orders.get("7KQ2M9XR4")
    except PreconditionFailedError as error:
        assert_type(error.status, int)
        assert_type(error.code, str | int | None)
        assert_type(error.message, str)
        assert_type(error.retry_after, float | None)
        assert_type(error.request_id, str | None)
    except (UnauthorizedError, ApiError) as error:
        assert_type(error.response, httpx.Response)
    except TransportError as error:
        assert_type(error.sent, bool)
    except MismatchError as error:
        assert_type(error.mismatch.problems, tuple[tuple[str, str], ...])
    except CallError as error:
        assert_type(error.route, str)


async def asynchronous(client: AsyncSitoo) -> None:
    orders = client.service_orders
    assert_type(await orders.get("7KQ2M9XR4"), ServiceOrder)
    assert_type(await orders.update("7KQ2M9XR4", revision=2, author=by, note=None), ServiceOrder)
    pager = orders.list(state=["new"])
    assert_type(pager, AsyncPager[ServiceOrder])
    assert_type(pager.limit(5), AsyncPager[ServiceOrder])
    assert_type(pager.pages(), AsyncIterator[Page[ServiceOrder]])
    assert_type(await pager.first_page(), Page[ServiceOrder])
    assert_type([order async for order in pager], list[ServiceOrder])
    assert_type(await client.raw(orders.get, "7KQ2M9XR4"), RawResponse[ServiceOrder])
    assert_type(await client.raw(orders.list, num=5), RawResponse[Page[ServiceOrder]])
    assert_type(await client.request("GET", "/products.json"), httpx.Response)
    assert_type(client.with_options(timeout=5), AsyncSitoo)
    async with client as entered, client.stream("GET", "/export.csv") as response:
        assert_type(entered, AsyncSitoo)
        assert_type(response, httpx.Response)
    customer = {"first_name": "Tomas", "email": 7}
    await orders.create(store=store, owner=by, customer=customer, currency="EUR", product=product, author=by)  # type: ignore[arg-type]
    list(pager)  # type: ignore[call-overload]
    str(orders.get("7KQ2M9XR4").revision)  # type: ignore[attr-defined]
    await orders.list(staet=["new"]).first_page()  # type: ignore[call-arg]


def what_is_left_out_is_told_apart(note: str | Unset | None, state: str | Unset) -> str | None:
    if note is UNSET:
        return state or None
    return note
