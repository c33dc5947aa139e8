"""Links as fields of models: what they say, what they hold, and that they come out as they came in."""

from __future__ import annotations

import copy
import json
import pickle
import re
import sys
import warnings
from typing import TYPE_CHECKING, TypeVar

import httpx
import pytest
from pydantic import ValidationError
from runtime.errors import ConfigurationError, MismatchError, MismatchWarning
from runtime.features.decimal_numbers import DecimalNumber
from runtime.features.digits import DIGITS
from runtime.features.follow import AsyncLinkClient, LinkClient
from runtime.features.links import Link, lazy
from runtime.features.values import decode_message
from runtime.model import Model
from runtime.request import Request

if TYPE_CHECKING:
    from pathlib import Path

HREF = "https://api.example.com/v2/customers/817"

CLIENTS = (LinkClient, AsyncLinkClient)


class Customer(Model):
    href: str | None = None
    id: int | None = None
    name: str | None = None
    parent: Link[Customer] | None = None


class Order(Model):
    id: int
    customer: Link[Customer] | None = None
    others: list[Link[Customer]] | None = None


class HalLink(Link[Customer]):
    __slots__ = ()
    address = ("_links", "self")
    identifier = ("key",)
    bare = frozenset({"_links"})


T_co = TypeVar("T_co", covariant=True)


class PricedLink(Link[T_co]):
    __slots__ = ()
    reading = DIGITS


class Part(Model):
    price: DecimalNumber | None = None


class Assembly(Model):
    total: DecimalNumber
    part: PricedLink[Part]


def order(customer: object, **more: object) -> Order:
    return Order.model_validate_json(json.dumps({"id": 1, "customer": customer, **more}))


def test_a_bare_link_has_an_address_and_an_id():
    link = order({"href": HREF}).customer
    assert (link.href, link.id, link.expanded) == (HREF, 817, None)
    assert repr(link) == f"<Link {HREF!r}>"


def test_an_expanded_link_has_the_typed_object():
    link = order({"href": HREF, "id": 5, "name": "Ada", "parent": {"href": f"{HREF}/", "name": "Bo"}}).customer
    assert isinstance(link.expanded, Customer)
    assert (link.id, link.expanded.name, link.expanded.parent.expanded.name) == (5, "Ada", "Bo")
    assert link.expanded is link.expanded
    assert repr(link) == f"<Link {HREF!r} (expanded)>"


@pytest.mark.parametrize(
    ("href", "id_"),
    [
        ("https://h/orders/7KQ2M9", "7KQ2M9"),
        ("https://h/orders/0012?x=/3", "0012"),
        ("/orders/a%20b", "a b"),
        ("https://h/orders/", None),
        ("https://h", None),
        ("https://h/orders/" + "9" * 5000, "9" * 5000),
        ("https://h/orders/\u0661", "\u0661"),
        ("http://[::1", None),
        ("http://h:x/1", None),
    ],
)
def test_the_id_is_the_last_part_of_the_address(href: str, id_: str | None):
    assert order({"href": href}).customer.id == id_


@pytest.mark.parametrize(
    "content",
    [None, {"href": HREF}, {"name": "Ada", "href": HREF, "new": [1, {"a": None}], "id": "no number"}],
)
def test_links_are_dumped_as_they_came(content: object):
    value = order(content, others=[{"href": HREF}])
    expected = {"id": 1, "customer": content, "others": [{"href": HREF}]}
    assert json.loads(value.model_dump_json(by_alias=True, exclude_unset=True)) == expected
    assert value.model_dump(mode="json", exclude_unset=True) == expected
    assert Order.model_validate(value.model_dump()) == value


def test_links_are_values():
    first, second = order({"href": HREF}).customer, order({"href": HREF}).customer
    assert first == second
    assert len({first, second}) == 1
    assert first != order({"href": HREF, "name": "Ada"}).customer
    assert first != HREF
    for same in (copy.deepcopy(first), pickle.loads(pickle.dumps(first))):  # noqa: S301 - our own bytes
        assert same == first


def test_a_copied_link_still_expands():
    link = pickle.loads(pickle.dumps(order({"href": HREF, "name": "Ada"}).customer))  # noqa: S301 - our own bytes
    assert link.expanded.name == "Ada"


@pytest.mark.parametrize("content", ["text", 1, [], {}, {"href": None}, {"name": "Ada"}])
def test_what_has_no_address_is_no_link(content: object):
    with pytest.raises(ValidationError, match="customer"):
        order(content)


def test_links_can_be_made_by_hand():
    link = Link({"href": HREF}, Customer)
    assert Order(id=1, customer=link).customer is link


def test_the_address_can_stand_elsewhere():
    link = HalLink({"_links": {"self": HREF}, "key": "k", "name": "Ada"}, Customer)
    assert (link.href, link.id, link.expanded.name) == (HREF, "k", "Ada")
    assert HalLink({"_links": {"self": HREF}}, Customer).expanded is None


def test_a_target_is_imported_when_it_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "thing.py").write_text("Thing = dict[str, object]\n")
    kind = lazy("shop.order", "thing", "Thing")
    assert Link({"href": HREF}, kind).expanded is None
    assert "shop.thing" not in sys.modules
    assert Link({"href": HREF, "a": 1}, kind).expanded == {"href": HREF, "a": 1}


def answered(mode, content: object, **settings: object):
    resource = mode.resource(lambda _: httpx.Response(200, json=content), **settings)
    return mode.run(resource._json(Request("GET", "/orders/{id}").at(f"{HREF}/o"), Order))


def test_a_wrong_expanded_resource_is_reported_when_it_is_looked_at(mode):
    value = answered(mode, {"id": 1, "customer": {"href": HREF, "id": "none", "name": "Ada"}})
    with pytest.warns(MismatchWarning, match=r"GET /orders/\{id\}.*id: "):
        assert value.customer.expanded.name == "Ada"
    assert value.customer.expanded.id == "none"


def test_a_wrong_expanded_resource_raises_where_told_so(mode):
    value = answered(mode, {"id": 1, "customer": {"href": HREF, "id": "none"}}, on_mismatch="raise")
    with pytest.raises(MismatchError, match="id: "):
        _ = value.customer.expanded


def test_a_wrong_resource_in_a_wrong_resource_is_reported_too(mode):
    inner = {"href": HREF, "parent": {"href": HREF, "id": "none"}}
    value = answered(mode, {"id": 1, "customer": inner})
    with pytest.warns(MismatchWarning, match="id: "):
        _ = value.customer.expanded.parent.expanded


def test_a_link_without_an_address_is_still_a_link(mode):
    with pytest.warns(MismatchWarning, match=r"customer\.href"):
        value = answered(mode, {"id": 1, "customer": {"id": 5, "name": "Ada"}})
    assert (value.customer.href, value.customer.id, value.customer.expanded.name) == ("", 5, "Ada")


def test_what_is_no_link_at_all_is_kept(mode):
    with pytest.warns(MismatchWarning, match="customer"):
        value = answered(mode, {"id": 1, "customer": "text"})
    assert value.model_dump(exclude_unset=True) == {"id": 1, "customer": "text"}


def test_what_a_link_holds_has_the_digits_that_it_came_with():
    found, problems = decode_message(b'{"total": 2.500, "part": {"href": "/parts/4", "price": 1.10}}', Assembly)
    assert problems == ()
    assert [str(found.total), str(found.part.expanded.price)] == ["2.500", "1.10"]


@pytest.mark.parametrize("href", [HREF, "/v2/customers/817", "customers/817"])
def test_following_asks_for_the_address_with_the_clients_credentials(mode, href: str):
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"name": str(request.url), "id": 817}, request=request)

    client = mode.client(answer, CLIENTS, headers={"X-App": "till"})
    found = mode.run(client.follow(Link({"href": href}, Customer)))
    assert (type(found), found.name) == (Customer, HREF)


@pytest.mark.parametrize(
    ("href", "where"),
    [
        ("https://evil.example/v2/customers/1", "leads to 'https://evil.example'"),
        ("http://api.example.com/v2", "leads to 'http://api.example.com'"),
        ("//evil?a=b", "leads to '//evil'"),
        ("", "has no address"),
        ("http://[::1", "leads to 'http://[::1'"),
        ("//h:x", "leads to '//h:x'"),
    ],
)
def test_following_does_not_leave_the_origin(mode, href: str, where: str):
    client = mode.client(None, CLIENTS)
    with pytest.raises(ConfigurationError, match=rf"the link {re.escape(where)}, .* https://api\.example\.com/v2 only"):
        mode.run(client.follow(Link({"href": href}, Customer)))


def test_raw_follows_as_well(mode):
    client = mode.client(lambda _: httpx.Response(200, json={"id": 1}, headers={"X-A": "b"}), CLIENTS)
    raw = mode.run(client.raw(client.follow, Link({"href": HREF}, Customer)))
    assert (raw.value.id, raw.headers["x-a"]) == (1, "b")


def test_decoding_without_a_source_reports_nothing():
    link = Link({"href": HREF, "id": "none"}, Customer)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert link.expanded.id == "none"
