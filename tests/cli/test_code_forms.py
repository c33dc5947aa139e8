"""The forms in which code uses a client: each place that breaks is named with what is why, and no other."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from specloom.cli.main import main

OLD = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      parameters: [{name: since, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Them.
          content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}
    post:
      operationId: addOrder
      tags: [Orders]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties: {note: {type: string}, lines: {type: integer}, mode: {$ref: '#/components/schemas/Mode'},
                box: {$ref: '#/components/schemas/Box'}}
      responses: {"204": {description: Done.}}
  /orders/{id}:
    delete:
      operationId: cancelOrder
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"204": {description: Gone.}}
  /events:
    get:
      operationId: lastEvent
      tags: [Events]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}
  /crates:
    get:
      operationId: lastCrate
      tags: [Events]
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Crate'}}}}
components:
  schemas:
    Crate: {type: object, properties: {lid: {type: object, properties: {size: {type: integer}}}}}
    Mode: {type: string, enum: [a, b]}
    Box: {type: object, properties: {wide: {type: integer}, deep: {type: integer}}}
    State: {type: string, enum: [new, paid]}
    Order:
      type: object
      properties:
        state: {$ref: '#/components/schemas/State'}
        total: {type: number}
        email: {type: string}
        note: {type: string}
    Paid: {type: object, required: [kind], properties: {kind: {const: paid}}}
    Sent: {type: object, required: [kind], properties: {kind: {const: sent}}}
    Back: {type: object, required: [kind], properties: {kind: {const: back}}}
    Event: {oneOf: [{$ref: '#/components/schemas/Paid'}, {$ref: '#/components/schemas/Sent'}]}
"""
EDITS = [
    ("      parameters: [{name: since, in: query, schema: {type: string}}]\n", ""),
    ("cancelOrder", "voidOrder"),
    (OLD[OLD.index("  /crates:") : OLD.index("components:")], ""),
    (OLD[OLD.index("    Crate:") : OLD.index("    Mode:")], ""),
    ("total: {type: number}", "total: {type: string}"),
    ("        email: {type: string}\n", ""),
    ("[new, paid]", "[new, paid, back]"),
    ("enum: [a, b]", "enum: [a]"),
    (", deep: {type: integer}", ""),
    (
        "properties: {note: {type: string}, lines",
        "required: [note]\n              properties: {note: {type: string}, lines",
    ),
    ("schemas/Sent'}]", "schemas/Sent'}, {$ref: '#/components/schemas/Back'}]"),
]
CODE = """\
from functools import partial
from operator import attrgetter
from typing import Any, Literal, Protocol, TypedDict

from shop import AsyncShop, Shop, inputs, models


class Given(TypedDict):
    note: str
    mode: Literal["a", "b"]


class Since(TypedDict):
    since: str


class Few(TypedDict):
    lines: int


class OwnBox(inputs.BoxInput):
    label: str


class Cancels(Protocol):
    def cancel_order(self, id: int) -> None: ...


class HasMail(Protocol):
    @property
    def email(self) -> str | None: ...


def mail_of(one: HasMail) -> str | None:
    return one.email


def protocols(order: models.Order, shop: Shop) -> Cancels:
    mail_of(order)  # breaks: models.Order.email
    return shop.orders  # breaks: shop.orders.cancel_order


def appended(shop: Shop) -> list[float]:
    found = []
    for order in shop.orders.list_orders():
        found.append(order.total or 0.0)
    return found  # breaks: models.Order.total


def by_key(orders: list[models.Order]) -> dict[int, float]:
    found: dict[int, float] = {}
    for order in orders:
        found[0] = order.total or 0.0  # breaks: models.Order.total
    return found


def kinds(event: models.Event) -> str:  # breaks: models.Event
    match event:
        case models.Paid():
            return "paid"
        case models.Sent():
            return "sent"


def either(one: models.Event | models.Order) -> float:  # breaks: models.Event
    match one:
        case models.Order(total=total):
            return (total or 0.0) * 2  # breaks: models.Order.total
        case models.Paid() | models.Sent():
            return 0.0


def by_name(order: models.Order) -> object:
    return getattr(order, "email", "")  # not seen


def unpacked(shop: Shop, given: dict[str, Any]) -> None:
    shop.orders.add_order(lines=1, **given)  # not seen
    shop.orders.add_order(lines=1)  # breaks: shop.orders.add_order(note)
    shop.orders.add_order(lines=1, note="")


def known(shop: Shop, given: Given) -> None:
    shop.orders.add_order(**given)  # breaks: inputs.ModeInput


def searched(shop: Shop, given: Since) -> int:
    return len(shop.orders.list_orders(**given))  # breaks: shop.orders.list_orders(since)


def aliased(shop: Shop) -> int:
    find = shop.orders.list_orders
    return len(find(since="now"))  # breaks: shop.orders.list_orders(since)


def few(shop: Shop, given: Few) -> None:
    shop.orders.add_order(**given)  # breaks: shop.orders.add_order(note)


def boxed() -> OwnBox:
    return {"wide": 1, "deep": 2, "label": "x"}  # breaks: inputs.BoxInput["deep"]


def states(order: models.Order) -> bool:
    return order.state == "new"  # looks: models.Order.state


async def quick(shop: AsyncShop) -> None:
    await shop.with_options(timeout=5).orders.cancel_order(3)  # breaks: shop.orders.cancel_order


def later(shop: Shop) -> object:
    return partial(shop.orders.cancel_order, 3)  # breaks: shop.orders.cancel_order


class Own(models.Order):
    def dear(self) -> bool:
        return self.total is not None and self.total > 3  # breaks: models.Order.total


def size(lid: models.CrateLid) -> int:  # breaks: models.Crate
    return lid.size or 0


mails = attrgetter("email")  # not seen
notes = attrgetter("lines")
patched = "shop.resources.orders.Orders.cancel_order"  # not seen
"""


@pytest.mark.slow
def test_each_form_is_named_with_its_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The client lies beside the one file that is named, and no settings know it."""
    monkeypatch.chdir(tmp_path)
    new = OLD
    for before, after in EDITS:
        assert before in new
        new = new.replace(before, after)
    for name, text in {"old.yaml": OLD, "new.yaml": new, "code.py": CODE}.items():
        Path(name).write_text(text)
    assert main(["generate", "--spec", "old.yaml", "--package", "shop", "--out", "shop"]) == 0
    capfd.readouterr()
    main(["diff", "old.yaml", "new.yaml", "--package", "shop", "--code", "code.py", "--format", "json"])
    report = json.loads(capfd.readouterr().out)
    told: dict[int, set[str]] = defaultdict(set)
    for change in report["descriptions"][0]["changes"]:
        for usage in change["usages"]:
            told[usage["place"]["line"]].add(f"{'breaks' if usage['breaks'] else 'looks'}: {usage['symbol']}")
    for each in report["code"]["unseen"]:
        told[each["place"]["line"]].add("not seen")
    marks = {number: line.split("  # ")[1:] for number, line in enumerate(CODE.splitlines(), start=1)}
    assert told == {number: {*expected} for number, expected in marks.items() if expected}
    assert report["code"]["unexplained"] == []
