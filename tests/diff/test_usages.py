"""The places of a consumer's code are joined to the changes by the symbols that they use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from reviewed import report_on
from shop_code import SHOP, changed

from specloom.diff.loaded import load_version
from specloom.diff.report import Report
from specloom.diff.revision import Version
from specloom.diff.usages import ClientCode, Code, Diagnostic, Reference, Unseen, join_code
from specloom.findings import Location, NamedSource, Position
from specloom.ir.build_surface import build_surface
from specloom.targets.target import Target

CALL = "shop.orders.list_orders"

Joined = tuple[Sequence[Report], tuple[Diagnostic, ...], tuple[Unseen, ...]]
Join = Callable[..., Joined]


def at(line: int, column: int = 1) -> Location:
    return Location(NamedSource("shop.py"), fixed=Position(line, column))


def use(line: int, symbol: str, given: tuple[str, ...] | None = None) -> Reference:
    return Reference(at(line), symbol, given)


def diagnostic(line: int, message: str, *near: tuple[Reference, ...], about: tuple[str, ...] = ()) -> Diagnostic:
    return Diagnostic(at(line, 9), message, about, near)


@pytest.fixture
def join(tmp_path: Path) -> Join:
    """Return a function that compares the shop with its next version, and joins code to what changes.

    What is known of more code is that of clients which change alike.
    """

    def join(code: Code, *names: str, others: Sequence[Code] = (), becomes: str = "") -> Joined:
        for name, text in {"old": SHOP, "new": becomes or changed(*names)}.items():
            (tmp_path / f"{name}.yaml").write_text(text)
        old, new = (
            load_version(Version(f"{name}.yaml", Target(tmp_path / f"{name}.yaml", package="shop")))
            for name in ("old", "new")
        )
        assert old.client
        assert new.client
        report = report_on(old, new)
        surfaces = build_surface(old.client.api), build_surface(new.client.api)
        return join_code([ClientCode(report, each, *surfaces) for each in (code, *others)])

    return join


def places(joined: Joined) -> list[tuple[str, int, bool, str]]:
    reports, _, _ = joined
    return [
        (entry.rules[0].id, usage.location.position.line, usage.breaks, usage.instead)
        for report in reports
        for entry in report.entries
        for usage in entry.usages
    ]


def test_an_error_belongs_to_the_changed_symbol_in_its_place(join: Join) -> None:
    paid, total = use(3, "models.Order.paid"), use(3, "models.Order.total")
    found = join(Code((paid, total), (diagnostic(3, '"Order" has no attribute "paid"', (paid,), (total,)),)))
    assert places(found) == [("response-optional-property-removed", 3, True, "nothing takes its place")]


def test_a_method_that_moved_with_its_operation_has_another_in_its_place(join: Join) -> None:
    becomes = SHOP.replace("  /orders/{id}:", "  /archive/{id}:")
    becomes = becomes.replace("cancelOrder\n      tags: [Orders]", "cancelOrder\n      tags: [Archive]")
    path = "shop.orders.cancel_order"
    found = join(Code((), (diagnostic(4, "no attribute", about=(path,)),)), becomes=becomes)
    assert places(found) == [("operation-moved", 4, True, "write shop.archive.cancel_order")]


def test_an_error_belongs_to_what_a_variable_was_given(join: Join) -> None:
    note, total = use(8, "models.Order.note"), use(2, "models.Order.total")
    found = join(Code((), (diagnostic(8, 'Unsupported operand types for + ("str" and "int")', (), (note,), (total,)),)))
    message = "total: float | None = None is now total: str | None = None"
    assert places(found) == [("response-type-changed", 8, True, message)]


def test_an_error_belongs_to_the_type_that_an_argument_is_made_of(join: Join) -> None:
    argument = use(4, "shop.orders.add_order(state)")
    found = join(Code((argument,), (diagnostic(4, "incompatible type", (argument,)),)), "value gone", "field gone")
    assert [(rule, line) for rule, line, _, _ in places(found)] == [("request-enum-value-removed", 4)]


def test_what_is_missing_in_a_dictionary_is_what_is_newly_required(join: Join) -> None:
    made = use(5, "inputs.LineInput", ("sku",))
    wrong = diagnostic(
        5, 'Missing key "price" for TypedDict "LineInput"', (made,), about=('inputs.LineInput["price"]',)
    )
    assert places(join(Code((made,), (wrong,)))) == [
        ("request-required-property-added", 5, True, "give price: float"),
    ]


def test_what_is_called_otherwise_is_named(join: Join) -> None:
    call = use(6, "shop.orders.cancel_order")
    found = join(Code((call,), (diagnostic(6, '"Orders" has no attribute "cancel_order"', (call,)),)), "renamed")
    ((rule, line, breaks, instead),) = places(found)
    assert (rule, line, breaks) == ("operation-id-changed", 6, True)
    assert instead.startswith("write shop.orders.void_order; ")


def test_an_argument_that_is_gone_is_left_out(join: Join) -> None:
    call, size, sort = use(7, CALL, ("size", "sort")), use(7, f"{CALL}(size)"), use(7, f"{CALL}(sort)")
    wrong = diagnostic(7, 'Unexpected keyword argument "sort"', (call, size, sort), about=(f"{CALL}(sort)",))
    assert places(join(Code((call, size, sort), (wrong,)), "argument gone", "default")) == [
        ("request-optional-parameter-removed", 7, True, "leave it out"),
    ]


def test_another_default_is_about_calls_that_leave_it_out(join: Join) -> None:
    found = join(Code((use(1, CALL, ("size",)), use(2, CALL, ()))), "default")
    assert [(rule, line, breaks) for rule, line, breaks, _ in places(found)] == [("request-default-changed", 2, False)]


def test_what_only_the_server_refuses_is_told_where_it_is_passed(join: Join) -> None:
    code = Code((use(1, "shop.orders.add_order"), use(2, "shop.orders.add_order(note)"), use(3, "models.Order.note")))
    assert places(join(code, "limit")) == [("request-bound-tightened", 2, False, "")]


def test_what_nobody_uses_touches_nothing(join: Join) -> None:
    assert places(join(Code((use(1, "models.Order.note"),)))) == []


def test_an_error_that_no_change_accounts_for_is_kept(join: Join) -> None:
    wrong = diagnostic(9, "Name is not defined", (use(9, "models.Order.note"),))
    found = join(Code((), (wrong,)))
    assert places(found) == []
    assert found[1] == (wrong,)


def test_an_error_belongs_to_the_client_that_it_is_the_most_certain_to_be_about(join: Join) -> None:
    message = 'Unexpected keyword argument "sort" for "list_orders"'
    passed = Code((), (diagnostic(7, message, (use(7, "models.Order.total"),)),))
    called = Code((), (diagnostic(7, message, (use(7, CALL, ("sort",)),), about=(f"{CALL}(sort)",)),))
    for codes in ([passed, called], [called, passed]):
        found = join(codes[0], others=codes[1:])
        assert places(found) == [("request-optional-parameter-removed", 7, True, "leave it out")]
        assert found[1] == ()


def test_an_error_that_no_change_of_several_clients_accounts_for_is_kept_once(join: Join) -> None:
    message = "Name is not defined"
    first = diagnostic(9, message, (use(9, "models.Order.note"),))
    found = join(Code((), (first,)), others=[Code((), (diagnostic(9, message),))])
    assert found[1] == (first,)


def test_what_may_be_used_unseen_is_told_if_it_changed(join: Join) -> None:
    code = Code(
        unknown=((at(1), "paid"), (at(2), "note"), (at(3), "")), silenced=(use(4, "models.Order.paid"), use(5, CALL))
    )
    _, _, unseen = join(code, "field gone")
    assert [each.location.position.line for each in unseen] == [1, 3, 4]


def test_where_code_fits_neither_client_nothing_can_be_seen(join: Join) -> None:
    _, _, (unseen,) = join(Code(earlier=((at(7), "no attribute 'paid'"),)), "field gone")
    assert (unseen.location.position.line, unseen.message) == (
        7, "this does not fit the old client, so a change is not seen: no attribute 'paid'",
    )  # fmt: skip


NESTED = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get:
      operationId: getOrder
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
    put:
      operationId: putOrder
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Order: {type: object, properties: {to: {type: object, properties: {city: {type: string}}}, state: {enum: [a, b]}}}
"""


def join_nested(folder: Path, before: str, after: str, code: Code, *, first: str = "") -> list[tuple[str, int]]:
    """Return the rules and lines of the places that a change touches, from `before`, or what stands `first` for it."""
    loaded = []
    for name, text in {"old": NESTED.replace(before, first or before), "new": NESTED.replace(before, after)}.items():
        (folder / f"{name}.yaml").write_text(text)
        loaded.append(load_version(Version(f"{name}.yaml", Target(folder / f"{name}.yaml", package="shop"))))
    old, new = loaded
    assert old.client
    assert new.client
    report = report_on(old, new)
    joined = join_code([ClientCode(report, code, build_surface(old.client.api), build_surface(new.client.api))])
    return [(rule, line) for rule, line, _, _ in places(joined)]


def test_what_matters_to_a_request_is_told_of_the_calls_that_send_it(tmp_path: Path) -> None:
    code = Code((use(1, "shop.orders.get_order", ()), use(2, "shop.orders.put_order", ("to",))))
    found = join_nested(tmp_path, "city: {type: string", "city: {maxLength: 3, type: string", code)
    assert found == [("request-bound-added", 2)]


def test_calls_without_an_argument_that_has_become_required_break_whatever_else_is_said_of_them(tmp_path: Path) -> None:
    """Of a call that gives what is gone, mypy says that, and nothing of what the call lacks."""
    put = "shop.orders.put_order"
    gone = diagnostic(2, 'Unexpected keyword argument "state"', (use(2, f"{put}(state)"),), about=(f"{put}(state)",))
    unpacked = Reference(at(4), put, (), is_open=True)
    code = Code((use(2, put, ("state",)), use(3, put, ("to", "state")), unpacked), (gone,))
    before, after = "state: {enum: [a, b]}}}", "of: {type: string}}, required: [of, to]}"
    found = join_nested(tmp_path, before, after, code)
    assert sorted(found) == [
        ("request-optional-property-removed", 2),
        ("request-property-became-required", 2),
        ("request-required-property-added", 2),
        ("request-required-property-added", 3),
    ]


def test_one_more_kind_of_answer_is_told_where_it_comes(tmp_path: Path) -> None:
    """Code that looks at each kind fits the type all the same."""
    member = "type: object, required: [{0}], properties: {{{0}: {{type: string}}}}"
    one, two = (f"{{{member.format(name)}}}" for name in ("card", "cash"))
    three = f"{{{member.format('bill')}}}"
    code = Code((use(1, "shop.orders.get_order"), use(2, "shop.orders.put_order", ("to",))))
    before = "to: {type: object, properties: {city: {type: string}}}"
    found = join_nested(
        tmp_path, before, f"to: {{oneOf: [{one}, {two}, {three}]}}", code, first=f"to: {{oneOf: [{one}, {two}]}}"
    )
    assert found == [("response-union-member-added", 1)]


@pytest.mark.parametrize(
    ("after", "rule"),
    [
        ("enum: [a, b, c]", "response-enum-value-added"),
        (
            "enum: [b, c]",
            "request-enum-value-removed",
        ),  # which checkers see where it is sent, and nobody where it comes
    ],
)
def test_a_new_value_is_told_where_the_value_is_read(tmp_path: Path, after: str, rule: str) -> None:
    code = Code((use(1, "shop.orders.get_order", ()), use(2, "models.Order.state")))
    assert join_nested(tmp_path, "enum: [a, b]", after, code) == [(rule, 2)]
