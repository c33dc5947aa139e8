"""Files and webhooks of Fixably's client: a file is put on an order in one call, and events are typed."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from fixably import webhooks
from fixably_server import TOKEN

SECRET = "made up"  # noqa: S105 - made up


def test_a_file_is_put_on_an_order_in_one_call(mode, server, tmp_path: Path):
    path = tmp_path / "crack.jpg"
    path.write_bytes(b"\xff\xd8picture")
    page = mode.run(mode.client().orders.files.upload(20004711, path))
    assert [file.href for file in page.items] == [f"{server.base_url}/files/905"]
    assert server.targets == ["POST /files/upload", "POST /orders/20004711/files/attach"]
    assert server.storage.targets == ["PUT /demo/ada/crack.jpg?X-Amz-Signature=5f2c"]
    ask, put, attach = server.everything
    assert (ask.body, attach.body) == (b'{"filename":"crack.jpg"}', b'{"key":"demo/ada/crack.jpg"}')
    assert (put.headers["content-type"], put.body) == ("image/jpeg", b"\xff\xd8picture")
    assert [each.headers.get("authorization") for each in (ask, put, attach)] == [TOKEN, None, TOKEN]


def test_a_file_without_an_order_gives_its_key(mode, server):
    uploaded = mode.run(mode.client().files.upload(b"%PDF", filename="bill.pdf"))
    assert uploaded.key == "demo/ada/bill.pdf"
    assert server.storage.requests[0].headers["content-type"] == "application/pdf"


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
