"""How settings have a client made, and without what: descriptions that are compared know nothing of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from specloom.cli.report.diff_phrases import was_at
from specloom.diff.loaded import load_version, load_versions
from specloom.diff.report import Report, build_report
from specloom.diff.revision import Version
from specloom.diff.usages import ClientCode, Code, Diagnostic, join_code
from specloom.diff.vocabulary import ClientVerdict, Effect
from specloom.findings import Location, NamedSource, Position
from specloom.targets.target import Target

SHOP = """\
openapi: 3.1.0
info: {title: Shop, version: "1.0.0"}
servers: [{url: https://shop.example}]
paths:
  /orders:
    get: {operationId: listOrders, responses: {"204": {description: Done.}}}
  /customers:
    get: {operationId: listCustomers, responses: {"204": {description: Done.}}}
    post: {operationId: addCustomer, responses: {"204": {description: Done.}}}
  /customers/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getCustomer
      security: [{key: []}]
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "customer.yaml"}}}
  /items:
    get: {operationId: listItems, responses: {"204": {description: Done.}}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
"""
CUSTOMER = "{type: object, properties: {id: {type: string}}}\n"
ITEMS = '  /items:\n    get: {operationId: listItems, responses: {"204": {description: Done.}}}\n'
GOODS = ITEMS.replace("items", "goods").replace("Items", "Goods")
FEW = {"skip": ["getCustomer"]}
MANY = {"only": ["orders"]}
HTTPX2 = {"http": "httpx2"}

Compare: TypeAlias = Callable[..., Report]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Compare two clients of two descriptions, of which the new one is by default as the old one."""

    def load(before: dict[str, Any], after: dict[str, Any], change: tuple[str, str] = ("", "")) -> Report:
        versions = []
        for name, options, text in (("old", before, SHOP), ("new", after, SHOP.replace(*change))):
            (tmp_path / name).mkdir()
            (tmp_path / name / "customer.yaml").write_text(CUSTOMER)
            (tmp_path / name / "shop.yaml").write_text(text)
            versions.append(Version(name, Target(tmp_path / name / "shop.yaml", **options)))
        return build_report("shop", load_versions((versions[0].before(versions[1]), versions[1])), {})

    return load


def told(report: Report) -> list[tuple[str, Effect, Effect]]:
    """Return the rules of the entries, how much they matter, and how much on the wire alone."""
    return [(each.rules[0].id, each.severity, each.effect) for each in report.entries]


def test_what_is_left_out_breaks_code_and_nothing_on_the_wire(compare: Compare):
    report = compare({}, FEW)
    assert told(report) == [("operation-left-out", Effect.BREAKING, Effect.SAFE)]
    (entry,) = report.entries
    assert {symbol.symbol for symbol in entry.impact} == {
        "shop.customers.get_customer",
        "shop.Shop(api_key)",
        "models.Customer",
    }
    assert [each.change.message for each in entry.folded] == ["schema 'customer' was removed"]
    assert report.suggested_version == ""


@pytest.mark.parametrize("change", [("/items:", "/things:"), ("{key: []}]", "{}]")])
def test_it_stands_where_it_is_described_whatever_else_changes(change: tuple[str, str], compare: Compare):
    entries = {each.change.fact: each.change for each in compare({}, FEW, change).entries}
    left = entries["operation-left-out"]
    assert left.location is not None
    assert left.location.pointer == ("paths", "/customers/{id}")


def test_code_that_uses_it_is_told_what_brings_it_back(compare: Compare, tmp_path: Path):
    report = compare({}, FEW)
    old, new = (load_version(Version(name, Target(tmp_path / name / "shop.yaml"))).client for name in ("old", "new"))
    assert old is not None
    assert new is not None
    place = Location(NamedSource("code.py"), fixed=Position(3, 1))
    code = Code(diagnostics=(Diagnostic(place, "no attribute", ("shop.customers.get_customer",), ()),))
    ((joined,), _, _) = join_code([ClientCode(report, code, old.surface, new.surface)])
    (usage,) = joined.entries[0].usages
    assert usage.instead == "keep it in the client by `only` or `skip` in its settings"


def test_what_was_left_out_is_new_to_callers_and_not_to_the_server(compare: Compare):
    report = compare(FEW, {})
    assert told(report) == [("operation-included", Effect.SAFE, Effect.SAFE)]
    assert {symbol.symbol for symbol in report.entries[0].impact} >= {"shop.customers.get_customer", "models.Customer"}


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ({}, MANY, "4 operations are left out of the client"),
        (MANY, {}, "4 operations are in the client that were left out of it"),
    ],
)
def test_many_are_one_entry(before: dict[str, Any], after: dict[str, Any], message: str, compare: Compare):
    (entry,) = compare(before, after).entries
    assert entry.change.message == message
    assert entry.sums_up


def test_an_operation_that_has_moved_is_left_out_all_the_same(compare: Compare):
    report = compare({}, {"skip": ["listItems"]}, ("/items:", "/things:"))
    assert told(report) == [("operation-left-out", Effect.BREAKING, Effect.SAFE)]


def test_what_the_description_lacks_now_is_gone_whatever_the_settings_say(compare: Compare):
    report = compare({}, {"only": ["orders", "customers"]}, (ITEMS, ""))
    assert told(report) == [("operation-removed", Effect.BREAKING, Effect.BREAKING)]


@pytest.mark.parametrize("made", [({}, HTTPX2), (HTTPX2, {})])
def test_another_http_library_breaks_code_and_nothing_on_the_wire(
    made: tuple[dict[str, Any], dict[str, Any]], compare: Compare
):
    report = compare(*made)
    assert told(report) == [("http-library-changed", Effect.BREAKING, Effect.SAFE)]
    assert [(symbol.symbol, symbol.verdict) for symbol in report.entries[0].impact] == [
        ("shop.Shop", ClientVerdict.TYPES_BREAK)
    ]


def test_another_package_of_the_settings_is_one_cause(compare: Compare):
    (entry,) = compare({}, {"package": "store"}).entries
    assert entry.change.message == "'package' of the settings is 'store' now"
    assert [symbol.reason for symbol in entry.impact] == [
        "the package is called store now",
        "the client is called Store now",
        "environment variables begin with STORE_, not with SHOP_",
    ]


@pytest.mark.parametrize("options", [FEW, HTTPX2, {"package": "store"}])
def test_no_version_is_suggested_for_what_settings_did(options: dict[str, Any], compare: Compare):
    assert compare({}, options, ('"1.0.0"', '"1.0.1"')).suggested_version == ""


@pytest.mark.parametrize(
    ("options", "change", "expected"),
    [
        ({"only": ["orders", "listThings"]}, ("listItems", "listThings"), "operation-included"),
        ({"only": ["getCustomer", "listGoods"]}, (ITEMS, ITEMS + GOODS), "operation-added"),
        ({"only": ["orders", "listItems"]}, (ITEMS, ""), "operation-removed"),
        ({"skip": ["getCustomer", "listItems"]}, (ITEMS, ""), ""),
    ],
)
def test_what_one_version_lacks_is_skipped_or_kept_in_the_other(
    options: dict[str, Any], change: tuple[str, str], expected: str, compare: Compare
):
    rules = [rule for rule, *_ in told(compare(options, options, change))]
    assert rules == ([expected] if expected else [])


LISTS = """\
    get:
      operationId: listItems
      tags: [items, goods]
      parameters:
      - {name: size, in: query, schema: {type: string, enum: [s, m, l]}}
      - {name: color, in: query, schema: {type: string, enum: [red, blue]}}
      responses:
        "200":
          description: They.
          content:
            application/json:
              schema:
                type: object
                required: [id, name]
                properties: {id: {type: string}, name: {type: string}}
"""


@pytest.mark.parametrize("is_gone", [True, False])
@pytest.mark.parametrize(
    ("target", "gone", "new"),
    [
        ("$.paths['/items']", "operation-removed", "operation-added"),
        ("$..enum[?@=='m']", "enum-value-removed", "enum-value-added"),
        ("$..parameters[?@.name=='size']", "optional-parameter-removed", "optional-parameter-added"),
        ("$..parameters[1].schema.enum[0]", "enum-value-removed", "enum-value-added"),
        ("$..required[1]", "property-became-optional", "property-became-required"),
        ("$..required", "property-became-optional", "property-became-required"),
        ("$..tags[0]", "tags-changed", "tags-changed"),
    ],
)
def test_what_an_overlay_takes_out_is_gone_where_it_does(
    target: str, gone: str, new: str, is_gone: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compare: Compare
):
    text = SHOP.replace(ITEMS.partition("\n")[2], LISTS)
    monkeypatch.setattr(f"{__name__}.SHOP", text)
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        f"overlay: 1.0.0\ninfo: {{title: Shop, version: '1'}}\nactions:\n- target: {target}\n  remove: true\n"
    )
    made: tuple[dict[str, Any], ...] = ({}, {"overlay": (overlay,)})
    for entry in compare(*made if is_gone else made[::-1]).entries:
        assert entry.change.fact == (gone if is_gone else new)
        place = entry.change.location if is_gone else entry.change.old_location
        assert place
        assert place.line == f"{overlay}:5"
        before = was_at(entry)
        assert before is None or is_gone == before.line.startswith(str(tmp_path / "old"))


@pytest.mark.parametrize(
    ("before", "lacking"),
    [(["getCustomer", "listThings"], "neither version has"), (["getCustomer"], "the new version does not have")],
)
def test_what_is_no_operation_is_told(before: list[str], lacking: str, compare: Compare):
    report = compare({"skip": before}, {"skip": ["getCustomer", "listThings"]})
    assert report.notes == (f"{lacking} the operation 'listThings' that is to be skipped or kept",)
