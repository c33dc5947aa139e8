from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from specloom.diff.join import join_symbols
from specloom.diff.loaded import Loaded, load_version
from specloom.diff.report import Report, _change_of, _group, build_report, report_lone
from specloom.diff.revision import Version
from specloom.diff.vocabulary import Change, ClientVerdict, Complaint, Effect, Entry, SymbolChange
from specloom.findings import Location
from specloom.source import parse_text
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.ir.surface import SymbolKind

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: "1.2.0"}
servers: [{url: https://shop.example}]
x-specloom: {package: shop, client: Shop}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      x-specloom: {resource: orders, method: list}
      parameters:
        - {name: state, in: query, schema: {type: string}}
      responses:
        "200":
          description: The orders.
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Order"}}
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      x-specloom: {resource: orders, method: get}
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
      responses:
        "200":
          description: The order.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Order"}
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: {type: integer}
        note: {type: string}
"""
NO_CLIENT = SPEC.replace("method: get", "method: list")

Load = Callable[[str], Loaded]


@pytest.fixture
def load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    monkeypatch.chdir(tmp_path)

    def load(text: str) -> Loaded:
        path = Path(f"{len(list(Path().iterdir()))}.yaml")
        path.write_text(text, encoding="utf-8")
        return load_version(Version(path.name, Target(path)))

    return load


@pytest.fixture
def compare(load: Load) -> Callable[..., Report]:
    def compare(old: str, new: str, **reasons: str) -> Report:
        return build_report("shop", load(old), load(new), reasons)

    return compare


def edited(*edits: tuple[str, str]) -> str:
    text = SPEC
    for old, new in edits:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def facts(entry: Entry) -> tuple[str, Effect, list[str]]:
    return entry.change.fact, entry.severity, [symbol.symbol for symbol in entry.impact]


def test_what_is_equal_has_an_empty_report(compare: Callable[..., Report]):
    report = compare(SPEC, SPEC)
    assert (report.entries, report.suggested_version, report.notes) == ((), "", ())
    assert (report.package, report.old_version, report.new_version) == ("shop", "1.2.0", "1.2.0")


def test_listed_values_have_no_order(compare: Callable[..., Report]):
    state, note = "{type: string, enum: [open, closed]}", "note: {type: string}"
    old = edited((note, f"state: {state}")).replace("query, schema: {type: string}", f"query, schema: {state}")
    assert compare(old, old.replace("open, closed", "closed, open")).entries == ()


def test_one_cause_is_one_entry_with_its_symbols(compare: Callable[..., Report]):
    report = compare(SPEC, edited(("note: {type: string}", "note: {type: integer}")))
    (entry,) = report.entries
    assert facts(entry) == ("type-changed", Effect.BREAKING, ["models.Order.note"])
    assert [use.route for use in entry.change.uses] == ["GET /orders", "GET /orders/{id}"]


def test_what_never_travels_breaks_callers_all_the_same(compare: Callable[..., Report]):
    report = compare(SPEC, edited(("method: get", "method: fetch")))
    (entry,) = report.entries
    assert facts(entry) == ("method-name-changed", Effect.BREAKING, ["shop.orders.get"])
    assert (entry.effect, entry.verdict) == (Effect.SAFE, ClientVerdict.CALL_BREAKS)
    assert report.suggested_version == "2.0.0"


def test_worst_comes_first(compare: Callable[..., Report]):
    report = compare(
        SPEC,
        edited(
            ("note: {type: string}", "note: {type: string}\n        tag: {type: string}"),
            ("name: state, in: query, schema", "name: state, in: query, required: true, schema"),
        ),
    )
    assert [entry.severity for entry in report.entries] == [Effect.BREAKING, Effect.SAFE]
    assert list(report.counts.values()) == [1, 0, 1]
    assert [entry.effect for entry in report.failing(Effect.BREAKING)] == [Effect.BREAKING]
    assert len(report.failing(Effect.SAFE)) == 2
    assert report.failing(None) == ()


def test_a_value_that_another_replaces_is_the_cause_of_what_breaks(compare: Callable[..., Report]):
    text = "name: state, in: query, schema: {type: string}"
    old, new = (edited((text, text.replace("type: string", f"enum: [new, {state}]"))) for state in ("lost", "done"))
    assert [facts(entry) for entry in compare(old, new).entries] == [
        ("enum-value-removed", Effect.BREAKING, ["shop.orders.list(state)"]),
        ("enum-value-added", Effect.SAFE, []),
    ]


def test_ids_outlive_moves_and_other_changes(compare: Callable[..., Report]):
    change = ("note: {type: string}", "note: {type: integer}")
    (alone,) = compare(SPEC, edited(change)).entries
    moved = edited(("paths:\n", "# a comment\n\npaths:\n"), ("required: [id]", "description: x\n      required: [id]"))
    among = compare(SPEC, moved.replace(*change).replace("name: state", "name: status"))
    assert alone.id in {entry.id for entry in among.entries}
    assert len({entry.id for entry in among.entries}) == len(among.entries)


def test_what_is_accepted_neither_counts_nor_fails(compare: Callable[..., Report]):
    new = edited(("note: {type: string}", "note: {type: integer}"))
    (entry,) = compare(SPEC, new).entries
    report = compare(SPEC, new, **{entry.id: "agreed"})
    assert [each.accepted for each in report.accepted] == ["agreed"]
    assert report.failing(Effect.SAFE) == ()
    assert sum(report.counts.values()) == 0
    assert report.suggested_version == "2.0.0"


@pytest.mark.parametrize(
    ("edit", "suggested"),
    [
        (("note: {type: string}", "note: {type: integer}"), "2.0.0"),
        (("note: {type: string}", "note: {type: string}\n        tag: {type: string}"), "1.3.0"),
        (("operationId: getOrder", "operationId: getOrder\n      deprecated: true"), "1.2.1"),
        (('"1.2.0"', '"1.2.5"'), ""),
        (("description: The order.", "description: One order."), ""),
    ],
)
def test_the_next_version_is_said(compare: Callable[..., Report], edit: tuple[str, str], suggested: str):
    assert compare(SPEC, edited(edit)).suggested_version == suggested


@pytest.mark.parametrize(("old", "new", "what"), [(NO_CLIENT, SPEC, "old"), (SPEC, NO_CLIENT, "new")])
def test_without_a_client_the_wire_is_left(compare: Callable[..., Report], old: str, new: str, what: str):
    report = compare(old, new)
    assert [entry.impact for entry in report.entries] == [()]
    assert len(report.notes) == 1
    assert report.notes[0].startswith(f"no client can be made of the {what} description (1 finding)")


def test_a_description_that_comes_or_goes_is_one_change(load: Load):
    loaded = load(SPEC)
    (added,) = report_lone("shop", None, loaded, {}).entries
    (removed,) = report_lone("shop", loaded, None, {}).entries
    assert (added.change.message, added.severity) == (
        "the description of 'Shop' with 2 operations is new",
        Effect.SAFE,
    )
    assert (removed.change.message, removed.severity) == (
        "the description of 'Shop' with 2 operations is gone",
        Effect.BREAKING,
    )
    assert added.id != removed.id
    assert removed.id != report_lone("other", loaded, None, {}).entries[0].id


def test_what_only_the_type_checker_sees_is_a_change_too(load: Load):
    complaints = [Complaint("shop.orders.list", "Too few arguments"), Complaint("models.Order.note", "Not a str")]
    new = edited(("note: {type: string}", "note: {type: integer}"))
    report = build_report("shop", load(SPEC), load(new), {}, complaints)
    assert [facts(entry) for entry in report.entries] == [
        ("type-changed", Effect.BREAKING, ["models.Order.note"]),
        ("client-surface-changed", Effect.BREAKING, ["shop.orders.list"]),
    ]


SOURCE = parse_text("a: 1\n", name="a.yaml", format="yaml")
OTHER = parse_text("a: 1\n", name="b.yaml", format="yaml")


def change(*pointer: str, fact: str = "type-changed", source: object = SOURCE) -> Change:
    place = Location(source, pointer)  # type: ignore[arg-type] # one of two real sources
    return Change(fact, pointer, "", old_location=place, location=place)


def symbol(
    *pointer: str,
    verdict: ClientVerdict = ClientVerdict.SAFE,
    kind: SymbolKind = "field",
    before: str = "a",
    name: str = "",
) -> SymbolChange:
    place = Location(SOURCE, pointer)
    return SymbolChange(name or "/".join(pointer), kind, before, "b", verdict, "", place, place)


def joined(changes: list[Change], symbols: list[SymbolChange]) -> tuple[list[list[str]], list[str]]:
    claimed, rest = join_symbols(changes, symbols)
    return [[each.symbol for each in one] for one in claimed], [each.symbol for each in rest]


def test_a_symbol_belongs_to_the_change_nearest_to_it():
    changes = [change("Order"), change("Order", "note", "enum"), change("Order", "tag")]
    symbols = [symbol("Order", "note"), symbol("Order", "tag"), symbol("Order", "tag", "items"), symbol("Other")]
    claimed = [[], ["Order/note"], ["Order/tag", "Order/tag/items"]]
    assert joined(changes, symbols) == (claimed, ["Other"])


def test_a_change_with_symbols_of_its_own_is_not_the_cause_of_what_is_around_it():
    changes = [change("get", "parameters", "0"), change("get", "responses", "200", "content")]
    symbols = [symbol("get"), symbol("get", "parameters", "0")]
    assert joined(changes, symbols) == ([["get/parameters/0"], ["get"]], [])


def test_places_in_other_files_are_other_places():
    assert joined([change("Order", source=OTHER)], [symbol("Order")]) == ([[]], ["Order"])


def test_the_whole_file_is_nobodys_place():
    assert joined([change()], [symbol("Order")]) == ([[]], ["Order"])


def test_a_name_belongs_to_what_decides_on_it():
    changes = [change("get", "operationId"), change("get", "x-specloom", "method", fact="method-name-changed")]
    assert joined(changes, [symbol("get", "operationId")]) == ([[], ["get/operationId"]], [])


def test_the_worst_symbol_comes_first():
    symbols = [symbol("Order", "a"), symbol("Order", "b", verdict=ClientVerdict.CALL_BREAKS)]
    assert joined([change("Order")], symbols) == ([["Order/b", "Order/a"]], [])


def test_what_is_required_is_a_fact_about_a_property():
    place = Location(SOURCE, ("Order", "required", "1"))
    became = Change("property-became-optional", ("schema", "Order", "properties", "note"), "", old_location=place)
    assert joined([became], [symbol("Order", "properties", "note")]) == ([["Order/properties/note"]], [])


def test_an_address_is_made_of_its_variables():
    changes = [change("servers", "0", "variables", "host"), change("servers", "1", "url")]
    assert joined(changes, [symbol("servers", "0", "url")]) == ([["servers/0/url"], []], [])


def test_an_exception_belongs_to_the_status_wherever_that_is_described():
    gone = Change("error-status-removed", ("GET /orders", "response", "412"), "", old_location=Location(OTHER, ("x",)))
    assert joined([gone], [symbol("get", "responses", "412", kind="error")]) == ([["get/responses/412"]], [])


def test_a_consequence_far_away_belongs_where_its_type_is_named():
    state = symbol("State", kind="alias", name="models.State")
    follows = symbol("Other", "state", before="state: State | None")
    stateless = symbol("Third", "state", before="state: StateOfMind")
    assert joined([change("State")], [state, follows, stateless]) == (
        [["models.State", "Other/state"]],
        ["Third/state"],
    )
    relation = symbol("File", kind="input", name="inputs.FileRelationInput")
    argument = symbol("get", before="expand: FileRelationInput | None")
    assert joined([change("get")], [argument, relation]) == ([["get", "inputs.FileRelationInput"]], [])


def test_what_a_consequence_names_in_turn_belongs_to_the_same_change():
    call = symbol("get", before="body: PetInput")
    member = symbol("Cat", kind="input", before="class CatInput(TypedDict)", name="inputs.CatInput")
    choice = symbol("Pet", kind="alias", before="PetInput: TypeAlias = CatInput", name="inputs.PetInput")
    assert joined([change("get")], [call, member, choice]) == ([["get", "inputs.PetInput", "inputs.CatInput"]], [])


def test_what_is_new_is_none_of_the_doing_of_what_is_gone_around_it():
    gone = replace(change("paths", "/pets"), before="POST /pets", location=Location(SOURCE, ("paths",)))
    moved = change("paths", "/cats", "get", fact="operation-moved")
    method = symbol("paths", "/cats", "get", kind="method", name="shop.pets.get")
    argument = symbol("paths", "/cats", "parameters", "0", kind="argument", name="shop.pets.get(id)")
    argument = replace(argument, before="", old_location=None)
    assert joined([gone, moved], [method, argument]) == ([[], ["shop.pets.get", "shop.pets.get(id)"]], [])


def test_what_is_new_where_a_reference_was_belongs_to_that():
    inline = replace(change("Order", "owner", fact="schema-became-inline"), before="Owner")
    address = replace(symbol("Order", "owner", "address", kind="model"), before="", old_location=None)
    assert joined([inline], [address]) == ([["Order/owner/address"]], [])


def test_a_class_that_is_made_from_something_else_belongs_to_what_changed_there():
    inline = change("Order", "lines", fact="schema-became-inline")
    line = replace(symbol("Line", kind="model"), location=Location(SOURCE, ("Order", "lines")))
    assert joined([inline], [line]) == ([["Line"]], [])


def test_names_that_nobody_chose_are_those_of_the_title():
    title = change("info", "title", fact="document-title-changed")
    names = [symbol("x-specloom", member, kind="client") for member in ("package", "client", "env_prefix")]
    rate = symbol("x-specloom", "rate_limit", kind="client")
    claimed = [["x-specloom/package", "x-specloom/client", "x-specloom/env_prefix"]]
    assert joined([title], [*names, rate]) == (claimed, ["x-specloom/rate_limit"])


def test_an_address_may_be_described_in_parts():
    place = Location(SOURCE, ("basePath",))
    moved = Change("server-url-changed", ("server", "https://a.example/v2"), "", old_location=place, location=place)
    assert joined([moved], [symbol("servers", "0", "url")]) == ([["servers/0/url"]], [])


def test_what_becomes_a_list_is_one_change(compare: Callable[..., Report]):
    note, one = "note: {type: string}", "{$ref: '#/components/schemas/Order'}"
    old, new = edited((note, f"parent: {one}")), edited((note, f"parent: {{type: array, items: {one}}}"))
    assert [facts(entry) for entry in compare(old, new).entries] == [
        ("type-changed", Effect.BREAKING, ["models.Order.parent"])
    ]


def test_the_first_of_several_changes_in_one_place_gets_the_symbol():
    assert joined([change("Order"), change("Order")], [symbol("Order")]) == ([["Order"], []], [])


def test_harmless_changes_of_the_client_alone_are_one_entry():
    symbols = [symbol("a"), symbol("b"), symbol("c", verdict=ClientVerdict.CALL_BREAKS)]
    messages = [_change_of(group).message for group in _group(symbols)]
    assert messages == ["c changes in the client", "2 symbols of the client change in ways that callers do not notice"]
