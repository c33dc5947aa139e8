"""Files and webhooks of Fixably's client: a file is put on an order in one call, and events are typed."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import fixably
import pytest
from fixably import webhooks
from fixably_server import TOKEN, FixablyServer, running
from modes import Mode

SECRET = "made up"  # noqa: S105 - made up


@pytest.fixture(scope="module")
def storage() -> Iterator[FixablyServer]:
    with running() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def files(request: pytest.FixtureRequest, storage: FixablyServer, clean_environment: None) -> Iterator[Mode]:  # noqa: ARG001 - wanted for what it does
    storage.requests.clear()
    settings = {"base_url": storage.base_url, "api_key": TOKEN, "on_mismatch": "raise"}
    with Mode(fixably, "Fixably", settings, asynchronous=request.param == "async") as mode:
        yield mode


def test_a_file_is_put_on_an_order_in_one_call(files: Mode, storage: FixablyServer, tmp_path: Path):
    path = tmp_path / "crack.jpg"
    path.write_bytes(b"\xff\xd8picture")
    page = files.run(files.client().orders.files.upload(20004711, path))
    assert [file.href for file in page.items] == [f"{storage.base_url}/files/905"]
    (ask, put, attach) = storage.requests
    assert (ask[:2], ask[3]) == (("POST", "/api/v3/files/upload"), b'{"filename":"crack.jpg"}')
    assert put[:2] == ("PUT", "/demo/ada/crack.jpg?X-Amz-Signature=5f2c")
    assert (put[2]["content-type"], put[3]) == ("image/jpeg", b"\xff\xd8picture")
    assert attach[:2] == ("POST", "/api/v3/orders/20004711/files/attach")
    assert attach[3] == b'{"key":"demo/ada/crack.jpg"}'
    assert [each[2].get("authorization") for each in storage.requests] == [TOKEN, None, TOKEN]


def test_a_file_without_an_order_gives_its_key(files: Mode, storage: FixablyServer):
    uploaded = files.run(files.client().files.upload(b"%PDF", filename="bill.pdf"))
    assert uploaded.key == "demo/ada/bill.pdf"
    assert storage.requests[1][2]["content-type"] == "application/pdf"


def test_a_payment_is_a_typed_event():
    body = json.dumps({"id": 702, "invoiceId": 3310, "action": "created", "orderId": 20004711, "amount": "61.50"})
    event = webhooks.parse({"Token": SECRET, "payload-type": "payment"}, body, secret=SECRET, on_mismatch="raise")
    assert isinstance(event, webhooks.PaymentEvent)
    assert (event.payload.invoice_id, event.payload.amount) == (3310, Decimal("61.50"))


@pytest.mark.parametrize(
    "name",
    ["note", "order", "invoice", "appointment", "customer", "order_line", "stock_quantity", "payment", "product"],
)
def test_every_documented_event_is_known(name: str):
    headers = {"Token": SECRET, "Payload-Type": name}
    event = webhooks.parse(headers, b'{"id": 905, "action": "created"}', secret=SECRET, on_mismatch="raise")
    assert (event.type, event.payload.id, event.payload.action) == (name, 905, "created")
