from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from reviewed import report_on

from specloom.diff.client.compare import compare_surfaces
from specloom.diff.join import join_symbols
from specloom.diff.loaded import Loaded, load_version
from specloom.diff.report import Report, _change_of, _group, report_one_sided
from specloom.diff.revision import Version
from specloom.diff.traced import TracedClient
from specloom.diff.vocabulary import Change, ClientVerdict, Complaint, Effect, Entry, SymbolChange, Use
from specloom.ir.build_surface import build_surface
from specloom.targets.target import Target

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
        return report_on(load(old), load(new), reasons)

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
    assert list(report.counts.values()) == [1, 0, 1, 0]
    assert [entry.effect for entry in report.failing(Effect.BREAKING)] == [Effect.BREAKING]
    assert len(report.failing(Effect.SAFE)) == 2
    assert report.failing(None) == ()


def test_a_value_that_another_replaces_is_the_cause_of_what_breaks(compare: Callable[..., Report]):
    text = "name: state, in: query, schema: {type: string}"
    old, new = (edited((text, text.replace("type: string", f"enum: [new, {state}]"))) for state in ("lost", "done"))
    (entry,) = compare(old, new).entries
    assert facts(entry) == ("enum-value-removed", Effect.BREAKING, ["shop.orders.list(state)"])
    assert entry.change.message == "value 'lost' of query state of GET /orders was removed and 'done' added"
    assert (entry.change.before, entry.change.after) == (["lost"], ["done"])
    assert [each.change.fact for each in entry.folded] == ["enum-value-removed", "enum-value-added"]
    assert entry.size == 2


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
    (added,) = report_one_sided("shop", None, loaded, {}).entries
    (removed,) = report_one_sided("shop", loaded, None, {}).entries
    assert (added.change.message, added.severity) == (
        "the description of 'Shop' with 2 operations is new",
        Effect.SAFE,
    )
    assert (removed.change.message, removed.severity) == (
        "the description of 'Shop' with 2 operations is gone",
        Effect.BREAKING,
    )
    assert added.id != removed.id
    assert removed.id != report_one_sided("other", loaded, None, {}).entries[0].id


def test_what_only_the_type_checker_sees_is_a_change_too(load: Load):
    complaints = [Complaint("shop.orders.list", "Too few arguments"), Complaint("models.Order.note", "Not a str")]
    new = edited(("note: {type: string}", "note: {type: integer}"))
    report = report_on(load(SPEC), load(new), complaints=complaints)
    assert [facts(entry) for entry in report.entries] == [
        ("type-changed", Effect.BREAKING, ["models.Order.note"]),
        ("client-surface-changed", Effect.BREAKING, ["shop.orders.list"]),
    ]
    symbol = report.entries[1].impact[0]
    assert report.entries[1].change.message == "shop.orders.list changes in the client"
    assert (symbol.kind, symbol.before, symbol.reason) == ("method", symbol.after, "Too few arguments")
    assert symbol.before.startswith("def list(")


def test_a_complaint_is_explained_by_what_it_stands_in_and_by_no_namesake(load: Load):
    paths = [
        "models.Order.note",
        "models.Order.note.real",
        "models.Order.notes",
        "models.OrderItem",
        "shop.orders.list_all",
    ]
    new = edited(("note: {type: string}", "note: {type: integer}"))
    report = report_on(load(SPEC), load(new), complaints=[Complaint(path, "Not a str") for path in paths])
    assert [each.symbol for entry in report.entries[1:] for each in entry.impact] == paths[2:]


def joined(report: Report) -> dict[str, str]:
    """Return the fact of the entry that each symbol belongs to; of a symbol in several entries all."""
    found: dict[str, list[str]] = {}
    for entry in report.entries:
        for each in entry.impact:
            found.setdefault(each.symbol, []).append(entry.change.fact)
    return {name: " and ".join(facts) for name, facts in found.items()}


NOTE, STATE = "note: {type: string}", "{name: state, in: query, schema: {type: string}}"
ORDER = "{$ref: '#/components/schemas/Order'}"


def test_a_symbol_belongs_to_the_change_of_the_very_thing(compare: Callable[..., Report]):
    old = edited((NOTE, f"{NOTE}\n        tag: {{type: array, items: {{type: string}}}}"))
    new = old.replace(NOTE, "note: {type: integer}").replace("items: {type: string}", "items: {type: boolean}")
    report = compare(old, new.replace("required: [id]", "required: []"))
    assert {entry.change.subject[-1]: [each.symbol for each in entry.impact] for entry in report.entries} == {
        "note": ["models.Order.note"],
        "items": ["models.Order.tag"],
        "id": ["models.Order.id"],
    }


def test_what_is_around_a_change_with_a_symbol_of_its_own_is_not_its_consequence(compare: Callable[..., Report]):
    report = compare(
        SPEC,
        edited(
            ("in: query, schema: {type: string}", "in: query, schema: {type: integer}"),
            ('schema: {type: array, items: {$ref: "#/components/schemas/Order"}}', "schema: {type: string}"),
        ),
    )
    subjects = {each.symbol: entry.change.subject for entry in report.entries for each in entry.impact}
    assert subjects["shop.orders.list(state)"] == ("GET /orders", "query", "state")
    assert subjects["shop.orders.list"][:2] == ("GET /orders", "response")


def test_places_in_other_files_are_other_places(compare: Callable[..., Report]):
    old = edited((NOTE, "parcel: {$ref: 'FILE#/components/schemas/Order'}"))
    parcel = "components: {schemas: {Order: {title: Parcel, type: object, properties: {id: {type: TYPE}}}}}\n"
    Path("a.yaml").write_text(parcel.replace("TYPE", "string"))
    Path("b.yaml").write_text(parcel.replace("TYPE", "boolean"))
    report = compare(
        old.replace("FILE", "a.yaml"), old.replace("FILE", "b.yaml").replace("id: {type: integer}", "id: {}")
    )
    names = {each.symbol: entry.change.before for entry in report.entries for each in entry.impact}
    assert names == {"models.Order.id": "integer", "models.AOrder": "class AOrder(Model)", "models.AOrder.id": "string"}


def test_a_name_belongs_to_what_decides_on_it(compare: Callable[..., Report]):
    report = compare(SPEC, edited(("operationId: getOrder", "operationId: readOrder"), ("method: get", "method: read")))
    assert joined(report) == {"shop.orders.get": "method-name-changed"}
    unnamed = SPEC.replace("method: get}", "}").replace("{resource: orders, }", "{resource: orders}")
    assert joined(compare(unnamed, unnamed.replace("operationId: getOrder", "operationId: readOrder"))) == {
        "shop.orders.get_order": "operation-id-changed"
    }


def test_a_tag_with_another_name_is_the_cause_of_that_of_its_resource(compare: Callable[..., Report]):
    tagged = SPEC.replace("resource: orders, ", "") + "tags: [{name: Orders, x-specloom: {name: NAME}}]\n"
    report = compare(tagged.replace("NAME", "orders"), tagged.replace("NAME", "sales"))
    assert joined(report) == {"shop.orders": "tag-name-changed"}


def test_tags_that_a_description_lists_are_below_the_operation_that_has_others(compare: Callable[..., Report]):
    old, new = (SPEC.replace("[Orders]", f"[{name}]") + f"tags: [{{name: {name}}}]\n" for name in ("A", "B"))
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "tags-changed"
    assert entry.folded[-1].change.message == "'tags' of the description no longer has 'A' and now has 'B'"


def test_the_worst_symbol_comes_first(compare: Callable[..., Report]):
    body = f"      requestBody: {{content: {{application/json: {{schema: {ORDER}}}}}}}\n      parameters:"
    old = SPEC.replace("      parameters:", body, 1).replace("id: {type: integer}", "id: {type: number}")
    (entry,) = compare(old, old.replace("id: {type: number}", "id: {type: integer}")).entries
    order = [tuple(ClientVerdict).index(each.verdict) for each in entry.impact]
    assert len(set(order)) > 1
    assert order == sorted(order)


def test_what_is_required_is_a_fact_about_a_property(compare: Callable[..., Report]):
    report = compare(SPEC, edited(("required: [id]", "required: [id, note]")))
    assert joined(report) == {"models.Order.note": "property-became-required"}


def test_an_address_is_made_of_its_variables(compare: Callable[..., Report]):
    variables = "url: 'https://{town}.example', variables: {town: {default: oslo}}"
    old = edited(("url: https://shop.example", variables))
    report = compare(old, old.replace("town", "city").replace("oslo", "bergen"))
    (entry,) = report.entries
    facts = {each.change.fact for each in (entry, *entry.folded)}
    assert facts == {"server-variable-renamed", "server-variable-default-changed"}
    assert joined(report).keys() == {"shop.Shop(base_url)", "shop.Shop(town)", "shop.Shop(city)"}


def test_an_address_may_be_described_in_parts(compare: Callable[..., Report]):
    old = """\
swagger: "2.0"
info: {title: Shop, version: "1"}
host: shop.example
basePath: /v1
schemes: [https]
paths: {/orders: {get: {operationId: listOrders, responses: {"204": {description: None.}}}}}
"""
    report = compare(old, old.replace("/v1", "/v2"))
    assert joined(report) == {"shop.Shop(base_url)": "server-url-changed"}


def test_a_field_that_a_form_of_openapi_2_needs_is_why_its_body_is_needed(compare: Callable[..., Report]):
    old = """\
swagger: "2.0"
info: {title: Shop, version: "1"}
host: shop.example
paths:
  /orders:
    post:
      consumes: [application/x-www-form-urlencoded]
      parameters:
        - {name: note, in: formData, type: string}
      responses: {"204": {description: None.}}
"""
    for texts in itertools.permutations([old, old.replace("note, in", "note, required: true, in")]):
        (entry,) = compare(*texts).entries
        assert [entry.change.subject[-1], *(each.change.subject[-1] for each in entry.folded)] == ["note", "body"]


LISTED = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    get:
      responses:
        "200":
          description: All.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
  /order:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
components:
  schemas:
    Order: {type: object, properties: {note: {type: string, maxLength: 9}, id: {type: integer}}}
"""


def test_a_schema_that_is_answered_at_another_place_is_reached_as_before(compare: Callable[..., Report]):
    old = LISTED.replace(LISTED[LISTED.index("  /order:") : LISTED.index("components:")], "")
    listed = old[old.index("{type: array") : old.index("}}}\n") + 1]
    new = old.replace(listed, f"{{type: object, properties: {{data: {listed}}}}}").replace(
        "maxLength: 9", "maxLength: 10"
    )
    longer = next(entry for entry in compare(old, new).entries if entry.change.fact == "bound-loosened")
    assert (longer.rules[0].id, longer.change.uses) == ("response-bound-loosened", (Use("GET /orders", "response"),))


def test_a_schema_that_is_sent_and_answered_at_another_place_matters_to_both(compare: Callable[..., Report]):
    listed = LISTED[LISTED.index("{type: array") : LISTED.index("}}}\n") + 1]
    new = LISTED.replace(listed, f"{{type: object, properties: {{data: {listed}}}}}").replace(": 9", ": 10")
    longer = next(entry for entry in compare(LISTED, new).entries if entry.change.fact == "bound-loosened")
    uses = ("GET /orders", "response"), ("POST /order", "request"), ("POST /order", "response")
    assert longer.change.uses == tuple(Use(route, direction) for route, direction in uses)


def test_what_only_requests_have_lost_changes_no_model_of_answers(compare: Callable[..., Report]):
    sent = "application/json: {schema: {$ref: '#/components/schemas/NewOrder'}}"
    new = LISTED.replace('application/json: {schema: {$ref: "#/components/schemas/Order"}}', sent, 1)
    new = new.replace("{note: {type: string, maxLength: 9}, id", "{note: {type: string}, id").replace(
        "integer", "string"
    )
    new += "    NewOrder: {type: object, properties: {note: {type: string, maxLength: 9}}}\n"
    report = compare(LISTED, new)
    assert joined(report)["models.Order.id"] == "type-changed"


def test_what_a_call_does_otherwise_stands_with_what_says_so(compare: Callable[..., Report]):
    old = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    put:
      operationId: saveOrder
      requestBody: {content: {application/json: {schema: {type: object, properties: {note: {type: string}}}}}}
      responses: {"204": {description: None.}}
"""
    new = old.replace("put:", "patch:").replace("application/json", "application/merge-patch+json")
    moved, body = compare(old, new).entries
    assert [each.reason for each in moved.impact] == [
        "a call sends PATCH /orders, not PUT /orders",
        "idempotent of its request was true and is false",
    ]
    assert [each.reason for each in body.impact] == [
        "its body is sent as application/merge-patch+json, not as application/json"
    ]


def test_one_more_media_type_is_not_why_a_body_is_passed_otherwise(compare: Callable[..., Report]):
    old = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    post:
      operationId: createOrder
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Order"}}
      responses: {"204": {description: None.}}
components:
  schemas: {Order: {type: object, required: [note], properties: {note: {type: string}}}}
"""
    more = "content:\n          application/xml: {schema: {$ref: '#/components/schemas/Order'}}"
    new = old.replace("content:", more).replace("        content", "        required: true\n        content")
    assert joined(compare(old, new))["shop.orders.create_order"] == "body-became-required"


def test_a_path_that_moves_from_the_address_into_the_routes_goes_where_it_went(compare: Callable[..., Report]):
    old = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example/v1"}, {url: "https://test.example/v1/"}]
paths:
  /orders: {get: {operationId: listOrders, tags: [orders], responses: {"204": {description: None.}}}}
  /lines: {get: {operationId: listLines, tags: [orders], responses: {"204": {description: None.}}}}
"""
    whole = old.replace(".example/v1", ".example").replace("  /", "  /v1/")
    half = whole.replace("/v1/lines", "/lines")
    names = old.replace(", tags: [orders]", "").replace("operationId: listOrders, ", "")
    for before, after in [(old, whole), (whole, old)]:
        assert joined(compare(before, after)) == {"shop.Shop(base_url)": "base-path-moved"}
    (entry,) = compare(old, whole).entries
    assert (entry.effect, entry.severity) == (Effect.SAFE, Effect.WARNING)
    assert {entry.change.fact for entry in compare(old, half).entries} == {"base-path-moved", "server-url-changed"}
    renamed = names.replace(".example/v1", ".example").replace("  /", "  /v1/")
    (entry,) = compare(names, renamed).entries
    assert (entry.change.fact, entry.effect, entry.severity) == ("base-path-moved", Effect.SAFE, Effect.BREAKING)
    elsewhere = whole.replace("https://shop", "https://shops")
    assert "server-url-changed" in {entry.change.fact for entry in compare(old, elsewhere).entries}


GONE = """\
        "404": {$ref: '#/components/responses/Gone'}
components:
  responses: {Gone: {description: It is gone., content: {application/json: {schema: {type: string}}}}}
"""


def test_an_exception_belongs_to_the_status_wherever_that_is_described(compare: Callable[..., Report]):
    old = edited(("components:\n", GONE))
    names = ("errors.NotFoundError", "errors.ApiError.error")
    assert joined(compare(old, SPEC)) == dict.fromkeys(names, "error-status-removed")
    assert joined(compare(SPEC, old)) == dict.fromkeys(names, "error-status-added")


def test_an_exception_goes_with_the_only_operation_that_has_it(compare: Callable[..., Report]):
    old = edited(("components:\n", GONE))
    start, end = old.index("  /orders/{id}:"), old.index("components:")
    assert joined(compare(old, old[:start] + old[end:])) == {
        "shop.orders.get": "operation-removed",
        "errors.NotFoundError": "operation-removed",
        "errors.ApiError.error": "operation-removed",
    }


def test_credentials_belong_to_the_operation_that_asked_for_them(compare: Callable[..., Report]):
    old = edited(
        ("operationId: getOrder", "operationId: getOrder\n      security: [{key: []}]"),
        ("components:\n", "components:\n  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"),
    )
    report = compare(old, old.replace("      security: [{key: []}]\n", ""))
    assert joined(report)["shop.Shop(api_key)"] == "credentials-became-optional"


def test_credentials_belong_to_the_description_that_asked_for_them(compare: Callable[..., Report]):
    key = "security: [{key: []}]\ncomponents:\n  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"
    old = edited(("components:\n", key))
    report = compare(old, old.replace("security: [{key: []}]\n", ""))
    assert set(joined(report)) == {"shop.Shop", "shop.Shop(api_key)"}
    assert {entry.change.fact for entry in report.entries} == {"credentials-became-optional"}


def test_a_server_of_an_operation_is_that_of_its_method(compare: Callable[..., Report]):
    old = edited(("operationId: getOrder", "operationId: getOrder\n      servers: [{url: https://a.example}]"))
    report = compare(old, old.replace("a.example", "b.example"))
    assert joined(report)["shop.orders.get"] == "server-url-changed"


def test_a_class_belongs_to_where_it_is_referred_to(compare: Callable[..., Report]):
    old = edited((NOTE, "owner: {$ref: '#/components/schemas/Owner'}")) + (
        "    Owner: {type: object, properties: {name: {type: string}}}\n"
    )
    inline = old.replace("{$ref: '#/components/schemas/Owner'}", "{type: object, properties: {name: {type: string}}}")
    assert joined(compare(old, inline)) == {"models.Owner": "schema-became-inline"}


def test_what_the_shape_of_a_body_depends_on_is_the_cause_of_another_call(compare: Callable[..., Report]):
    post = """\
    post:
      operationId: sendOrder
      x-specloom: {resource: orders, method: send}
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Parcel"}}}}
      responses: {"204": {description: Sent.}}
  /orders/{id}:
"""
    old = edited(("  /orders/{id}:\n", post)) + "    Parcel: {type: object, properties: {size: {type: integer}}}\n"
    new = old.replace("properties: {size", "required: [size], properties: {size")
    for before, after in ((old, new), (new, old)):
        report = compare(before, after)
        assert len(report.entries) == 1
        assert {"shop.orders.send", "inputs.ParcelInput"} <= joined(report).keys()


def test_what_follows_from_a_consequence_belongs_to_the_same_change(compare: Callable[..., Report]):
    """A dictionary in whose place a model was taken is made of that model, which is gone with a property."""
    owner = "owner: {$ref: '#/components/schemas/Owner'}"
    post = """\
    post:
      operationId: addOwner
      x-specloom: {resource: owners, method: add}
      requestBody: {required: true, content: {application/json: {schema: {type: array, items: OWNER}}}}
      responses: {"204": {description: Done.}}
""".replace("OWNER", owner.removeprefix("owner: "))
    old = edited((NOTE, owner), ("  /orders/{id}:\n", f"{post}  /orders/{{id}}:\n"))
    old += "    Owner: {type: object, properties: {name: {type: string}}}\n"
    report = compare(old, old.replace(f"        {owner}\n", ""))
    assert joined(report) == dict.fromkeys(
        ("models.Order.owner", "models.Owner", "inputs.OwnerInput"), "optional-property-removed"
    )


CHECKS = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
paths:
  /checks:
    get:
      operationId: listChecks
      tags: [c]
      responses: {"200": {description: A, content: {application/json: {schema: {$ref: '#/components/schemas/Check'}}}}}
    post:
      operationId: addCheck
      tags: [c]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Link'}}}}
      responses: {"204": {description: Done.}}
    patch:
      operationId: editCheck
      tags: [c]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Link'}}}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Link: {type: object, required: [url], properties: {url: {type: string}, tag: {type: string}}}
    Edit: {type: object, required: [url], properties: {url: {type: string}}}
    State: {type: string, enum: [made, sent]}
    Check: {type: object, properties: {state: {type: string, enum: [made, sent]}}}
"""


def test_an_argument_belongs_to_no_change_that_does_not_reach_its_operation(compare: Callable[..., Report]):
    start = CHECKS.index("    patch:")
    less = CHECKS[:start] + CHECKS[start:].replace("schemas/Link'", "schemas/Edit'")
    less = less.replace(", tag: {type: string}", "")
    for old, new, fact in ((CHECKS, less, "removed"), (less, CHECKS, "added")):
        entries = {entry.change.fact: facts(entry) for entry in compare(old, new).entries}
        assert entries["reference-changed"][2] == ["shop.c.edit_check(tag)"]
        assert entries[f"optional-property-{fact}"][2] == ["shop.c.add_check(tag)"]


def test_an_argument_belongs_to_its_parameter_whatever_else_has_its_schema(compare: Callable[..., Report]):
    reference = "{$ref: '#/components/schemas/State'}"
    new = CHECKS.replace("state: {type: string, enum: [made, sent]}", f"state: {reference}")
    parameter = f"      parameters: [{{name: state, in: query, schema: {reference}}}]\n"
    new = new.replace("listChecks\n", f"listChecks\n{parameter}")
    assert joined(compare(CHECKS, new))["shop.c.list_checks(state)"] == "optional-parameter-added"
    assert joined(compare(new, CHECKS))["shop.c.list_checks(state)"] == "optional-parameter-removed"


def test_what_a_class_has_in_inner_ones_goes_with_its_operation(compare: Callable[..., Report]):
    inner = "more: {type: object, properties: {edit: {$ref: '#/components/schemas/Edit'}}}"
    old = CHECKS.replace("state: {type: string, enum: [made, sent]}", inner)
    new = old[: old.index("    get:")] + old[old.index("    post:") :]
    assert joined(compare(old, new)) == dict.fromkeys(
        ("shop.c.list_checks", "models.Check", "models.Edit"), "operation-removed"
    )


def test_calls_that_choose_belong_to_what_gave_their_method_another_operation(compare: Callable[..., Report]):
    start, form = CHECKS.index("    patch:"), "application/x-www-form-urlencoded: {schema: {type: object}}"
    old = CHECKS[:start] + CHECKS[start:].replace("application/json: {", f"{form}, application/json: {{", 1)
    new = old.replace("addCheck", "other").replace("editCheck", "addCheck").replace("other", "editCheck")
    assert {entry.change.fact for entry in compare(old, new).entries} == {"operation-id-changed"}


def test_a_class_is_called_otherwise_where_its_schema_gets_a_name(compare: Callable[..., Report]):
    inline = edited(("note: {type: string}", "note: {type: object, properties: {text: {type: string}}}"))
    named = edited(("note: {type: string}", "note: {$ref: '#/components/schemas/Note'}"))
    named += "    Note: {type: object, properties: {text: {type: string}}}\n"
    assert joined(compare(inline, named)) == {"models.OrderNote": "schema-became-named"}
    assert joined(compare(named, inline)) == {"models.Note": "schema-became-inline"}


def test_a_method_goes_with_its_operation_and_not_with_what_that_answers(compare: Callable[..., Report]):
    failed = "content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}"
    old = edited(
        ("      x-specloom: {resource: orders, method: get}\n", ""),
        ("components:\n", f'        "404": {{description: No., {failed}}}\ncomponents:\n'),
        ('        "200":\n          description: The orders.', f"""\
        "404": {{description: None., {failed}}}
        "200":
          description: The orders."""),
    )  # fmt: skip
    new = old.replace(f"No., {failed}", "No.").replace("/orders/{id}:", "/orders/one/{id}:")
    new = new.replace("operationId: getOrder\n      tags: [Orders]", "operationId: getOrder\n      tags: [Single]")
    gone = [
        entry.change.fact
        for entry in compare(old, new).entries
        if any(symbol.kind == "method" and not symbol.after for symbol in entry.impact)
    ]
    assert gone == ["operation-moved"]


def test_a_moved_operation_is_one_change(compare: Callable[..., Report]):
    old = SPEC.replace("      x-specloom: {resource: orders, method: get}\n", "")
    report = compare(old, old.replace("/orders/{id}", "/sales/{id}"))
    assert joined(report) == {"shop.orders.get_order": "operation-moved"}


def test_names_that_nobody_chose_are_those_of_the_title(compare: Callable[..., Report]):
    old = edited(("x-specloom: {package: shop, client: Shop}\n", ""))
    report = compare(old, old.replace("title: Shop", "title: Store"))
    (title,) = [entry for entry in report.entries if entry.impact]
    assert title.change.fact == "document-title-changed"
    assert {each.reason for each in title.impact} >= {"the client is called Store now"}


def test_names_that_somebody_chose_are_not(compare: Callable[..., Report]):
    report = compare(SPEC, edited(("title: Shop", "title: Store"), ("client: Shop", "client: Store")))
    assert joined(report) == {"shop.Shop": "client-name-changed"}


def test_without_a_change_of_its_own_a_symbol_is_an_entry(load: Load):
    client, other = load(SPEC).client, load(edited((NOTE, "note: {type: integer}"))).client
    assert client
    assert other
    old, new = build_surface(client.api), build_surface(other.api)
    symbols = compare_surfaces(old, new)
    traced = TracedClient("old", old), TracedClient("new", new)
    assert join_symbols([], symbols, *traced) == ([], symbols)
    whole = Change("type-changed", ("x",), "", old_location=old.client.location, location=new.client.location)
    assert join_symbols([whole], symbols, *traced) == ([()], symbols)


PLACE = "note: {type: string}"


def test_one_place_is_one_entry_and_what_retypes_it_comes_first(compare: Callable[..., Report]):
    new = edited((PLACE, "note: {type: string, format: date-time, default: '2020-01-01T00:00:00Z', maxLength: 30}"))
    (entry,) = compare(SPEC, new).entries
    assert facts(entry) == ("format-added", Effect.BREAKING, ["models.Order.note"])
    assert {each.change.fact for each in entry.folded} == {"default-changed", "bound-added"}


def test_items_of_a_list_are_a_place_of_their_own(compare: Callable[..., Report]):
    old = edited((PLACE, "note: {type: array, items: {type: string}}"))
    new = edited((PLACE, "note: {type: array, maxItems: 3, items: {type: string, maxLength: 3, default: abc}}"))
    found = [(entry.change.fact, [each.change.fact for each in entry.folded]) for entry in compare(old, new).entries]
    assert found == [("default-changed", ["bound-added"]), ("bound-added", [])]


def test_what_the_security_of_an_operation_takes_is_one_entry(compare: Callable[..., Report]):
    schemes = "  securitySchemes: {a: {type: http, scheme: basic}, b: {type: http, scheme: bearer}}\n"
    old, new = (
        edited(("operationId: getOrder\n", f"operationId: getOrder\n      security: [{taken}]\n")) + schemes
        for taken in ("{a: []}", "{a: []}, {b: []}, {a: [], b: []}")
    )
    (entry,) = compare(old, new).entries
    assert [each.change.fact for each in (entry, *entry.folded)] == ["security-alternative-added"] * 2


def test_what_is_accepted_by_itself_accepts_nothing_beside_it(compare: Callable[..., Report]):
    new = edited((PLACE, "note: {type: string, format: date-time, default: '2020-01-01T00:00:00Z'}"))
    default = next(each for each in compare(SPEC, new).entries[0].folded if each.change.fact == "default-changed")
    format_, accepted = compare(SPEC, new, **{default.id: "documentation"}).entries
    assert (format_.accepted, format_.severity) == ("", Effect.BREAKING)
    assert accepted.accepted == "documentation"
    assert accepted.impact == ()


@pytest.mark.parametrize("limit", ["default: abc", "maxLength: 3", "pattern: '^a'", "deprecated: true"])
def test_what_only_limits_a_value_never_has_the_symbol_of_another_type(compare: Callable[..., Report], limit: str):
    (entry,) = compare(SPEC, edited((PLACE, f"note: {{type: string, format: date-time, {limit}}}"))).entries
    assert entry.change.fact == "format-added"
    assert [each.impact for each in entry.folded] == [()]


def test_a_reference_to_another_schema_is_one_entry_with_what_that_brings(compare: Callable[..., Report]):
    parts = """\
    Wrap: {type: object, properties: {part: {$ref: "#/components/schemas/Part"}}}
    Part: {type: object, properties: {a: {type: string}, b: {type: string}}}
"""
    old = edited((PLACE, "parts: {type: array, items: {$ref: '#/components/schemas/Wrap'}}")) + parts
    new = old.replace("items: {$ref: '#/components/schemas/Wrap'}", "items: {$ref: '#/components/schemas/Part'}")
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "reference-changed"
    assert entry.change.location is not None
    assert entry.change.location.pointer[-4:] == ("properties", "parts", "items", "$ref")
    assert {each.change.subject[-1] for each in entry.folded} == {"a", "b", "part"}


def test_schemas_come_and_go_with_the_only_operation_that_uses_them(compare: Callable[..., Report]):
    invoices = """\
  /invoices:
    get:
      operationId: listInvoices
      responses:
        "200":
          description: The invoices.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Invoice"}}}}
components:
"""
    old = edited(("components:\n", invoices)) + (
        "    Invoice: {type: object, properties: {lines: {type: array, items: {$ref: '#/components/schemas/Line'}}}}\n"
        "    Line: {type: object, properties: {price: {type: number}}}\n"
    )
    for before, after, facts in (
        (old, SPEC, ("operation-removed", "schema-removed")),
        (SPEC, old, ("operation-added", "schema-added")),
    ):
        (entry,) = compare(before, after).entries
        assert (entry.change.fact, {each.change.fact for each in entry.folded}) == (facts[0], {facts[1]})


@pytest.mark.parametrize(
    ("first", "second", "happened"),
    [
        ("open-now", "closed", "changed case"),
        ("open_now", "closed_", "have other signs between their words"),
        ("STATE_OPEN-NOW", "STATE_CLOSED", "begin with 'STATE_' now"),
        ("-OPEN-NOW", "-CLOSED", "begin with '-' now"),
        ("state_open-now", "state_closed", "changed case and begin with 'state_' now"),
    ],
)
def test_enumerations_whose_values_are_spelt_otherwise_are_one_entry(
    first: str, second: str, happened: str, compare: Callable[..., Report]
):
    lists = "".join(f"        e{number}: {{type: string, enum: [OPEN-NOW, CLOSED{number}]}}\n" for number in range(5))
    old = edited((f"        {PLACE}\n", lists))
    report = compare(old, old.replace("OPEN-NOW", first).replace("CLOSED", second))
    (entry,) = report.entries
    assert entry.change.message == f"the values of 5 enumerations {happened}"
    assert len(entry.folded) == 20
    assert {each.symbol for each in entry.impact} == {f"models.Order.e{number}" for number in range(5)}


def test_what_comes_to_an_enumeration_is_safe_beside_what_breaks_callers(compare: Callable[..., Report]):
    old = edited(("query, schema: {type: string}", "query, schema: {type: string, enum: [a, b]}"))
    (entry,) = compare(old, old.replace("[a, b]", "[b, c]")).entries
    assert [(each.change.message.split()[1], each.severity.value) for each in entry.folded] == [
        ("'a'", "breaking"),
        ("'c'", "safe"),
    ]


def test_a_property_that_comes_to_many_schemas_is_one_entry(compare: Callable[..., Report]):
    names = "".join(f"    Part{n}: {{type: object, properties: {{id: {{type: integer}}}}}}\n" for n in range(4))
    refs = "".join(f"        part{n}: {{$ref: '#/components/schemas/Part{n}'}}\n" for n in range(4))
    old = edited((f"        {PLACE}\n", refs)) + names
    new = old.replace("properties: {id: {type: integer}}", "properties: {id: {type: integer}, sdkData: {type: string}}")
    (entry,) = compare(old, new).entries
    assert entry.change.message == "the property 'sdkData' was added in 4 objects"
    assert len(entry.folded) == 4


def test_the_same_in_many_places_is_one_entry_and_its_id_depends_on_all_of_them(compare: Callable[..., Report]):
    statuses = [f'"{status}": {{description: Wrong.}}' for status in (400, 401)]
    routes = "".join(
        f"  /r{n}: {{get: {{operationId: r{n}, responses: {{'204': {{description: D.}}ERROR}}}}}}\n" for n in range(4)
    )
    old = edited(("components:\n", f"{routes}components:\n"))
    first, second = (old.replace("ERROR", ", " + each) for each in statuses[:2])
    old = old.replace("ERROR", "")
    (entry,) = compare(old, first).entries
    assert entry.change.message.endswith("and so in 3 more places")
    assert len({use.route for use in entry.change.uses}) == 4
    assert compare(old, second).entries[0].id != entry.id
    fewer = first.replace(", " + statuses[0], "", 1)
    assert compare(old, fewer).entries[0].id != entry.id


def test_what_is_gone_is_said_to_be_gone(compare: Callable[..., Report]):
    old = edited((PLACE, "note: {type: string}"), ("required: [id]", "required: [id, note]"))
    (entry,) = compare(old, old.replace("        note: {type: string}\n", "")).entries
    assert entry.change.fact == "required-property-removed"
    assert "was removed" in entry.change.message


def symbol(name: str, verdict: ClientVerdict = ClientVerdict.SAFE) -> SymbolChange:
    return SymbolChange(name, "field", "a", "b", verdict, "")


def test_what_becomes_a_list_is_one_change(compare: Callable[..., Report]):
    note, one = "note: {type: string}", "{$ref: '#/components/schemas/Order'}"
    old, new = edited((note, f"parent: {one}")), edited((note, f"parent: {{type: array, items: {one}}}"))
    assert [facts(entry) for entry in compare(old, new).entries] == [
        ("type-changed", Effect.BREAKING, ["models.Order.parent"])
    ]


def test_harmless_changes_of_the_client_alone_are_one_entry():
    symbols = [symbol("a"), symbol("b"), symbol("c", ClientVerdict.CALL_BREAKS)]
    messages = [_change_of(group, "client-surface-changed").message for group in _group(symbols)]
    assert messages == ["c changes in the client", "2 symbols of the client change in ways that callers do not notice"]


def test_what_breaks_is_not_counted_with_what_does_not(compare: Callable[..., Report]):
    failure = """\
        "404":
          description: There is none.
          content:
            application/json:
              schema: {type: object, required: [REASON], properties: {REASON: {type: string}}}
"""
    old = edited(("components:\n", failure.replace("REASON", "reason") + "components:\n"))
    route = """\
  /new/NAME:
    get:
      operationId: NAME
      tags: [Orders]
      responses:
        "204": {description: There is nothing to say.}
"""
    new = old.replace(
        "components:\n", "".join(route.replace("NAME", f"op{number}") for number in range(4)) + "components:\n"
    )
    new = new.replace("components:\n", failure.replace("REASON", "hint") + "components:\n")
    counted, *others = sorted(compare(old, new).entries, key=lambda entry: entry.severity is Effect.BREAKING)
    assert (counted.change.message, counted.severity, counted.size) == ("3 operations are new", Effect.SAFE, 3)
    (broken,) = others
    assert broken.change.message == "the operation 'GET /new/op3' is new"
    assert any(symbol.symbol == "errors.NotFoundError.error" for symbol in broken.impact)


@pytest.mark.parametrize("discriminator", ["", ", discriminator: {propertyName: kind}"])
def test_a_property_that_tells_types_apart_changes_where_they_are_told_apart(
    compare: Callable[..., Report], discriminator: str
):
    member = "NAME: {type: object, required: [kind], properties: {kind: {type: string, enum: [NAME], default: NAME}}}"
    members = "".join(f"    {member.replace('NAME', name)}\n" for name in ("Card", "Iban"))
    card, iban = (f'{{$ref: "#/components/schemas/{name}"}}' for name in ("Card", "Iban"))
    old = edited(("note: {type: string}", f"pay: {card}")) + members
    new = old.replace(f"pay: {card}", f"pay: {{oneOf: [{card}, {iban}]{discriminator}}}")
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "union-member-added"
    assert "models.Card.kind" in {each.symbol for each in entry.impact}


def test_an_optional_property_tells_types_apart_by_a_discriminator_only(compare: Callable[..., Report]):
    member = "NAME: {type: object, properties: {kind: {type: string, enum: [NAME], default: NAME}}}"
    members = "".join(f"    {member.replace('NAME', name)}\n" for name in ("Card", "Iban", "Cash"))
    refs = ", ".join(f'{{$ref: "#/components/schemas/{name}"}}' for name in ("Card", "Iban", "Cash"))
    old = edited(("note: {type: string}", f"pay: {{oneOf: [{refs}]}}")) + members
    new = old.replace(f"oneOf: [{refs}]", f"oneOf: [{refs}], discriminator: {{propertyName: kind}}")
    (entry,) = compare(old, new).entries
    assert entry.change.fact == "discriminator-added"
    assert {"models.Card.kind", "models.Iban.kind", "models.Cash.kind"} <= {each.symbol for each in entry.impact}


def test_a_parameter_that_several_operations_share_is_one_entry_under_another_name(compare: Callable[..., Report]):
    old = SPEC.replace(
        "        - {name: state, in: query, schema: {type: string}}\n", "        - $ref: '#/components/parameters/Q'\n"
    )
    old = old.replace(
        "      parameters:\n        - {name: id,",
        "      parameters:\n        - $ref: '#/components/parameters/Q'\n        - {name: id,",
    )
    old += "  parameters: {Q: {name: state, in: query, schema: {type: string}}}\n"
    (entry,) = compare(old, old.replace("name: state", "name: status")).entries
    assert entry.change.fact == "optional-parameter-removed"
    assert [each.change.fact for each in entry.folded] == ["optional-parameter-added"]
    assert {use.route for use in entry.change.uses} == {"GET /orders", "GET /orders/{id}"}


def test_a_choice_goes_with_its_members(compare: Callable[..., Report]):
    names = ("Card", "Iban")
    members = "".join(
        f"    {name}:\n      type: object\n      required: [kind]\n"
        f"      properties: {{kind: {{type: string}}, {name}: {{type: string}}}}\n"
        for name in names
    )
    choice = ", ".join(f"{{$ref: '#/components/schemas/{name}'}}" for name in names)
    pay = f"{{type: object, properties: {{by: {{oneOf: [{choice}], discriminator: {{propertyName: kind}}}}}}}}"
    answer = f"{{'200': {{description: It., content: {{application/json: {{schema: {pay}}}}}}}}}"
    old = edited(("components:\n", f"  /pay: {{get: {{responses: {answer}}}}}\ncomponents:\n"))
    entries = compare(old + members, SPEC + members).entries
    assert {"models.Card", "models.Iban"} <= {symbol.symbol for symbol in entries[0].impact}
    assert "client-surface-changed" not in {entry.change.fact for entry in entries}


def test_what_is_new_and_breaks_nothing_is_counted(compare: Callable[..., Report]):
    names = ("A", "B", "C")
    schemas = "".join(f"    {name}: {{type: object, properties: {{x: {{type: string}}}}}}\n" for name in names)
    refs = "".join(f'\n        {name}: {{$ref: "#/components/schemas/{name}"}}' for name in names)
    old = edited(("        note: {type: string}", f"        note: {{type: string}}{refs}")) + schemas
    new = old
    for name in names:
        new = new.replace(
            f"    {name}: {{type: object, properties: {{",
            f"    {name}: {{type: object, properties: {{new_{name}: {{type: string}}, ",
        )
    (entry,) = compare(old, new).entries
    assert (entry.change.message, entry.severity, entry.size) == ("3 properties were added", Effect.SAFE, 3)


def test_a_schema_that_another_takes_the_place_of_is_below_the_reference(compare: Callable[..., Report]):
    refs = "".join(f'{name}: {{$ref: "#/components/schemas/{name}"}}\n        ' for name in ("Old", "New"))
    schemas = "    New: {type: object, properties: {x: {type: integer}}}\n"
    old = edited(("note: {type: string}", refs.rstrip())) + schemas
    (entry,) = compare(
        old + "    Old: {type: object, properties: {a: {type: string}}}\n", old.replace("schemas/Old", "schemas/New")
    ).entries
    assert entry.change.fact == "reference-changed"
    assert "schema-removed" in {each.change.fact for each in entry.folded}
    assert {"models.Old", "models.Order.old"} <= {symbol.symbol for symbol in entry.impact}


def test_a_class_that_is_called_otherwise_is_not_so_for_a_schema_that_is_new(compare: Callable[..., Report]):
    inner = "{type: object, properties: {a: {type: string}}}"
    content = "content: {application/json: {schema: {type: object, properties: {note: NOTE}}}}"
    old = edited(
        ("  /orders/{id}:\n", f"    put: {{requestBody: {{{content}}}, responses: {{}}}}\n  /orders/{{id}}:\n")
    )
    new = old.replace("NOTE", "{$ref: '#/components/schemas/Note'}") + f"    Note: {inner}\n"
    (entry,) = compare(old.replace("NOTE", inner), new).entries
    assert (entry.change.fact, entry.verdict) == ("schema-became-named", ClientVerdict.CALL_BREAKS)
    assert [(each.change.fact, each.severity) for each in entry.folded] == [("schema-added", Effect.SAFE)]


def test_a_schema_of_a_new_type_comes_with_it(compare: Callable[..., Report]):
    new = edited((PLACE, "note: {$ref: '#/components/schemas/Note'}")) + "    Note: {type: integer, minimum: 2}\n"
    (entry,) = compare(SPEC, new).entries
    assert entry.change.fact == "type-changed"
    assert entry.change.location is not None
    assert entry.change.location.pointer[-2:] == ("note", "$ref")
    assert [each.change.fact for each in entry.folded] == ["bound-added", "schema-added"]


def test_a_property_that_changed_alike_says_how(compare: Callable[..., Report]):
    schemas = "".join(f"    {name}: {{type: object, properties: {{x: {{type: string}}}}}}\n" for name in "ABC")
    refs = "".join(f'\n        {name}: {{$ref: "#/components/schemas/{name}"}}' for name in "ABC")
    old = edited(("        note: {type: string}", f"        note: {{type: string}}{refs}")) + schemas
    (entry,) = compare(old, old.replace("x: {type: string}", "x: {type: integer}")).entries
    assert entry.change.message == (
        "the property 'x' of 3 objects changed alike: type of 'A.x' changed from string to integer"
    )


WITH_NOTE = SPEC.replace("note: {type: string}", "note: {$ref: '#/components/schemas/Note'}") + (
    "    Note: {type: object, properties: {line: {$ref: '#/components/schemas/Line'}}}\n"
    "    Line: {type: object, properties: {last: {$ref: '#/components/schemas/Line'}, "
    "of: {$ref: '#/components/schemas/Note'}}}\n"
)


def test_schemas_come_and_go_with_the_property_that_alone_refers_to_them(compare: Callable[..., Report]):
    without = SPEC.replace("        note: {type: string}\n", "")
    for old, new, fact in ((WITH_NOTE, without, "schema-removed"), (without, WITH_NOTE, "schema-added")):
        (entry,) = compare(old, new).entries
        assert entry.change.subject == ("schema", "Order", "properties", "note")
        assert [each.change.fact for each in entry.folded] == [fact, fact]
        symbols = {symbol.symbol for symbol in entry.impact}
        assert {"models.Order.note", "models.Note", "models.Line"} <= symbols


def test_schemas_that_other_places_referred_to_as_well_have_an_entry_of_their_own(compare: Callable[..., Report]):
    more = WITH_NOTE.replace(
        "id: {type: integer}", "id: {type: integer}\n        last: {$ref: '#/components/schemas/Note'}"
    )
    new = SPEC.replace("        note: {type: string}\n", "        last: {type: string}\n")
    found = {entry.change.fact for entry in compare(more, new).entries}
    assert found == {"optional-property-removed", "type-changed", "schema-removed"}


TWO = """\
    A: {type: object, properties: {x: {type: string}, y: {type: string}, z: {type: string}}}
    B: {type: object, properties: {x: {type: integer}, y: {type: boolean}, w: {type: string}}}
    Both: {type: object, properties: {a: {$ref: "#/components/schemas/A"}, b: {$ref: "#/components/schemas/B"}}}
"""
SWAPS = {
    "all-of": "{allOf: [{$ref: REF}, {type: object, properties: {own: {type: string}}}]}",
    "one-of": "{oneOf: [{$ref: REF}, {type: string}]}",
    "map": "{type: object, additionalProperties: {$ref: REF}}",
    "items": "{type: array, items: {$ref: REF}}",
}


def swapped(template: str) -> tuple[str, str]:
    """Return two descriptions with an operation that sends and answers a value in which one reference differs."""
    content = f"{{application/json: {{schema: {template}}}}}"
    shared = f"responses:\n    Failed: {{description: No., content: {content}}}\n  schemas:\n{TWO}"
    added = (
        f"  /values:\n    put:\n      operationId: putValue\n      requestBody: {{content: {content}}}\n"
        f"      responses:\n        '200': {{description: It., content: {content}}}\n"
        "        '400': {$ref: '#/components/responses/Failed'}\n"
        "  /others: {get: {operationId: others, responses: {'400': {$ref: '#/components/responses/Failed'}}}}\n"
        '  /both: {get: {operationId: both, responses: {"200": {description: Both., content: {application/json: '
        '{schema: {$ref: "#/components/schemas/Both"}}}}}}}\ncomponents:\n'
    )
    text = SPEC.replace("components:\n", added).replace("  schemas:\n", f"  {shared}", 1)
    return tuple(text.replace("REF", f'"#/components/schemas/{name}"') for name in "AB")  # type: ignore[return-value]


@pytest.mark.parametrize("kind", SWAPS)
def test_every_entry_stands_where_a_reference_is_another(compare: Callable[..., Report], kind: str):
    """Whatever the other schema brings is below the line that changed, and no symbol is without a cause."""
    old, new = swapped(SWAPS[kind])
    lines = {
        n for n, (one, other) in enumerate(zip(old.splitlines(), new.splitlines(), strict=True), 1) if one != other
    }
    entries = compare(old, new).entries
    assert entries
    for entry in entries:
        assert entry.change.fact in {"reference-changed", "composition-changed", "union-member-removed"}
        assert entry.change.location
        assert entry.change.location.position.line in lines
    assert any(symbol.verdict is not ClientVerdict.SAFE for entry in entries for symbol in entry.impact)


BESIDE = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: "https://shop.example"}]
paths:
  /orders:
    get:
      operationId: listOrders
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}}
components:
  schemas:
    Base: {type: object, properties: {state: {type: string, enum: [open, closed]}}}
    Middle: {allOf: [{$ref: "#/components/schemas/Base"}]}
    Order:
      allOf:
        - $ref: "#/components/schemas/Middle"
        - {type: object, properties: {state: {description: How far it is.}, part: {$ref: "#/components/schemas/Part"}}}
    Part: {oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}
    A: {type: object, required: [kind], properties: {kind: {type: integer, enum: [1]}}}
    B: {type: object, required: [kind], properties: {kind: {type: integer, enum: [2]}}}
"""


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (("[open, closed]", "[open, closed, sent]"), {"models.Order.state": "enum-value-added"}),
        ((", enum: [open, closed]", ""), {"models.Order.state": "enum-removed"}),
        ((", enum: [2]", ""), {"models.A.kind": "const-removed", "models.B.kind": "const-removed"}),
    ],
)
def test_a_property_belongs_to_what_the_schemas_beside_its_own_say_of_it(
    compare: Callable[..., Report], edit: tuple[str, str], expected: dict[str, str]
):
    """Those of an `allOf`, and the other choices where values are told apart by it."""
    new = BESIDE.replace(*edit)
    assert joined(compare(BESIDE, new)) == expected
    assert "client-surface-changed" not in joined(compare(new, BESIDE)).values()


def test_what_is_in_something_that_is_gone_goes_with_it(compare: Callable[..., Report]):
    """A class of a response belongs to that, and not to another one that came at the same time."""
    failure = (
        "{description: No., content: {application/json: {schema: {type: object, properties: {why: {type: string}}}}}}"
    )
    ok = 'responses:\n        "200":\n          description: The order.'
    old = SPEC.replace(ok, ok.replace("responses:", f"responses:\n        default: {failure}"))
    new = SPEC.replace(ok, ok.replace("responses:", f"responses:\n        4XX: {failure}"))
    owners = {symbol.symbol: entry.change.fact for entry in compare(old, new).entries for symbol in entry.impact}
    assert owners["models.OrdersGetResponseDefault"] == "default-response-removed"
    assert owners["errors.ClientError"] == "error-status-added"


def test_what_was_in_a_value_of_another_type_belongs_to_that(compare: Callable[..., Report]):
    items = "{type: array, items: {type: object, properties: {x: {type: string}}}}"
    page = "{type: object, properties: {all: {type: string}}}"
    schema = '{type: array, items: {$ref: "#/components/schemas/Order"}}'
    (entry,) = compare(SPEC.replace(schema, items), SPEC.replace(schema, page)).entries
    assert entry.change.fact == "type-changed"
    assert {"models.OrdersListResponse.x", "models.OrdersListResponse.all"} <= {
        symbol.symbol for symbol in entry.impact
    }


def test_credentials_and_inputs_go_with_the_operation_that_alone_took_them(compare: Callable[..., Report]):
    post = """\
    post:
      operationId: sendOrder
      security: [{key: []}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Sent"}}}}
      responses: {"204": {description: Sent.}}
"""
    schemes = "components:\n  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"
    sent = "    Sent: {type: [object, 'null'], additionalProperties: false, properties: {x: {type: string}}}\n"
    new = SPEC.replace("components:\n", schemes) + sent
    old = new.replace("  /orders/{id}:\n", f"{post}  /orders/{{id}}:\n")
    entries = compare(old, new.replace("additionalProperties: false, ", "")).entries
    owners = {symbol.symbol: entry.change.fact for entry in entries for symbol in entry.impact}
    assert owners["inputs.SentInput"] == "operation-removed"
    assert owners["shop.Shop(api_key)"] == "operation-removed"


def test_operations_that_moved_alike_are_one_entry_at_a_path(compare: Callable[..., Report]):
    for beginning, words in (("/v2", "'/v2' stands before their paths now"), ("/all", "'/all' stands")):
        (entry,) = compare(SPEC, SPEC.replace("  /orders", f"  {beginning}/orders")).entries
        assert entry.change.message.startswith(f"2 operations have moved: {words}")
        assert [each.change.fact for each in entry.folded] == ["operation-moved", "operation-moved"]
        assert {each.change.location.position.line for each in entry.folded if each.change.location} == {6, 19}
    (entry,) = compare(SPEC.replace("  /orders", "  /v1/orders"), SPEC.replace("  /orders", "  /v2/orders")).entries
    assert entry.change.message == "2 operations have moved: their routes began with '/v1' and begin with '/v2'"
    (entry,) = compare(SPEC, SPEC.replace("    get:", "    post:")).entries
    assert entry.change.message == "2 operations have moved: their routes began with 'GET' and begin with 'POST'"


def test_a_renamed_tag_is_one_entry(compare: Callable[..., Report]):
    old = SPEC.replace("      x-specloom: {resource: orders, method: list}\n", "").replace(
        "      x-specloom: {resource: orders, method: get}\n", ""
    )
    (entry,) = compare(old, old.replace("[Orders]", "[Purchases]")).entries
    assert entry.change.message == (
        "the tags of 'GET /orders' were 'Orders' and are 'Purchases', and so those of 1 other operation"
    )


def test_credentials_that_move_to_the_operations_are_no_change(compare: Callable[..., Report]):
    scheme = "components:\n  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}\n"
    text = SPEC.replace("components:\n", scheme)
    old = text.replace("paths:\n", "security: [{key: []}]\npaths:\n")
    new = text.replace("      tags: [Orders]\n", "      tags: [Orders]\n      security: [{key: []}]\n")
    assert compare(old, new).entries == ()


def test_a_parameter_with_another_name_stands_at_the_name(compare: Callable[..., Report]):
    old = SPEC.replace("{name: state, in: query,", "in: query\n          name: state\n          x: {").replace(
        "x: { schema: {type: string}}", "schema: {type: string}"
    )
    entries = compare(old, old.replace("name: state", "name: status")).entries
    places = [entry.change.location or entry.change.old_location for entry in entries]
    assert {place.position.line for place in places if place} <= {7, 12, 13}
    added = next(entry for entry in entries if entry.change.fact == "optional-parameter-added")
    assert added.change.location
    assert old.splitlines()[added.change.location.position.line - 1].strip() == "name: state"


def test_references_that_lead_to_others_of_alike_names_are_one_entry(compare: Callable[..., Report]):
    """A vendor unwraps what lists hold: each reference is another, for one reason."""
    names = ("Line", "Buyer", "Place")
    schemas = "".join(
        f"    {name}: {{type: object, properties: {{x: {{type: string}}}}}}\n"
        f"    {name}Wrapper: {{type: object, properties: {{{name}: {{type: integer}}}}}}\n"
        for name in names
    )
    lists = "".join(
        f"\n        {name}: {{type: array, items: {{$ref: '#/components/schemas/{name}SUFFIX'}}}}" for name in names
    )
    keep = "".join(
        f"\n        keep{name}{end}: {{$ref: '#/components/schemas/{name}{end}'}}"
        for name in names
        for end in ("", "Wrapper")
    )
    text = edited(("        note: {type: string}", f"        note: {{type: string}}{lists}{keep}")) + schemas
    (entry,) = compare(text.replace("SUFFIX", "Wrapper"), text.replace("SUFFIX", "")).entries
    assert entry.change.message.endswith("referred to 'LineWrapper' and refers to 'Line', and so 2 more references")
    lines = {each.change.location.position.line for each in entry.folded if each.change.location}
    wanted = {n for n, line in enumerate(text.splitlines(), 1) if "SUFFIX" in line}
    assert wanted <= lines
    assert [rule.fact for rule in entry.rules] == ["reference-changed"]
    text = text.replace("Line: {type: object, properties: {x: {type: string}}}", "Line: {type: integer}")
    entries = compare(text.replace("SUFFIX", "Wrapper"), text.replace("SUFFIX", "")).entries
    assert [each.change.after for each in entries] == ["Line", "Buyer", "Place"]


def test_media_types_of_openapi_2_have_the_calls_that_choose_them(tmp_path: Path):
    """All stand at the answer, so that their places do not tell them apart."""
    old = """
        swagger: "2.0"
        info: {title: T, version: "1"}
        host: x.example
        paths:
          /logs:
            get:
              operationId: logs
              produces: [text/plain, text/csv]
              responses: {"200": {description: Lines., schema: {type: string}}}
        """
    new = old.replace("text/plain, text/csv", "text/a, text/b")
    paths = (tmp_path / "old.yaml", tmp_path / "new.yaml")
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(dedent(text), encoding="utf-8")
    entries = report_on(*(load_version(Version(path.name, Target(path))) for path in paths)).entries
    assert {entry.change.before: [each.symbol for each in entry.impact if each.before] for entry in entries} == {
        name: [f't.logs.logs(accept="{name}")'] for name in ("text/plain", "text/csv")
    }


def test_words_for_people_are_no_cause_of_a_type(tmp_path: Path):
    """What a property is put together with became an object, and was a choice; its words are others as well."""
    old = """
        openapi: 3.0.3
        info: {title: T, version: "1"}
        servers: [{url: "https://x.example"}]
        paths:
          /holds:
            get:
              operationId: hold
              responses:
                "200":
                  description: It.
                  content: {application/json: {schema: {$ref: "#/components/schemas/Hold"}}}
        components:
          schemas:
            Hold:
              allOf:
                - {title: Hold, type: object}
                - properties:
                    item: {allOf: [{$ref: "#/components/schemas/Item"}, {description: What is held.}]}
            Item:
              description: A file or a folder.
              oneOf: [{$ref: "#/components/schemas/File"}, {$ref: "#/components/schemas/Folder"}]
            File: {type: object, properties: {type: {type: string, enum: [file]}}}
            Folder: {type: object, properties: {type: {type: string, enum: [folder]}}}
        """
    choice = 'oneOf: [{$ref: "#/components/schemas/File"}, {$ref: "#/components/schemas/Folder"}]'
    new = old.replace("A file or a folder.", "Whatever is held.").replace(choice, "properties: {id: {type: string}}")
    paths = (tmp_path / "old.yaml", tmp_path / "new.yaml")
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(dedent(text), encoding="utf-8")
    entries = report_on(*(load_version(Version(path.name, Target(path))) for path in paths)).entries
    found = {entry.change.fact: [each.symbol for each in entry.impact] for entry in entries}
    assert found["words-changed"] == []
    assert found["optional-property-added"] == []
    assert "models.Hold.item" in found["union-removed"]
    assert "client-surface-changed" not in found


def test_what_is_said_again_beside_a_reference_is_the_cause_of_another_class(tmp_path: Path):
    old = """
        openapi: 3.1.0
        info: {title: T, version: "1"}
        servers: [{url: "https://x.example"}]
        paths:
          /a:
            post:
              operationId: send
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/W"}}}}
              responses: {"204": {description: Sent.}}
        components:
          schemas:
            W: {type: object, properties: {a: {$ref: "#/components/schemas/A"}}}
            A: {type: object, required: [id], properties: {id: {type: string}}}
        """
    new = old.replace('a: {$ref: "#/components/schemas/A"}', 'a: {$ref: "#/components/schemas/A", required: [id]}')
    paths = (tmp_path / "old.yaml", tmp_path / "new.yaml")
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(dedent(text), encoding="utf-8")
    one, other = (load_version(Version(path.name, Target(path))) for path in paths)
    for before, after in ((one, other), (other, one)):
        (entry,) = report_on(before, after).entries
        assert entry.change.fact == "composition-changed"
        assert "beside the reference to 'A'" in entry.change.message
        assert {symbol.symbol for symbol in entry.impact} <= {"inputs.AInput", "inputs.SendBodyAInput"}


def test_operations_that_are_gone_with_their_resource_are_one_entry(tmp_path: Path):
    answer = "responses: {'200': {description: Fine.}}"
    verbs = ("get", "put", "post", "delete")
    paths = {
        name: f"  /{name}:\n" + "".join(f"    {verb}: {{tags: [{name}], {answer}}}\n" for verb in verbs[:number])
        for name, number in (("boxes", 4), ("crates", 3), ("parcels", 2), ("orders", 1))
    }
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://x.example'}]\npaths:\n"
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(head + "".join(paths.values()), encoding="utf-8")
    new.write_text(head + paths["orders"], encoding="utf-8")
    entries = report_on(*(load_version(Version(path.name, Target(path))) for path in (old, new))).entries
    assert {entry.change.message: (entry.size, len(entry.impact)) for entry in entries} == {
        "4 operations of 't.boxes' are gone": (4, 4),
        "3 operations of 't.crates' are gone": (3, 3),
        "the operation 'GET /parcels' is gone": (1, 1),
        "the operation 'PUT /parcels' is gone": (1, 1),
    }
    assert {entry.severity for entry in entries} == {Effect.BREAKING}


def test_another_title_of_a_choice_is_told_and_is_the_cause_of_what_is_called_after_it(tmp_path: Path):
    old = """
        openapi: 3.0.3
        info: {title: T, version: "1"}
        servers: [{url: "https://x.example"}]
        paths:
          /x:
            post:
              operationId: send
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        to:
                          anyOf:
                            - {title: place, type: object, properties: {at: {type: string, description: Where.}}}
                            - {type: string, enum: [""]}
              responses: {"204": {description: Sent.}}
        """
    new = old.replace("title: place", "title: spot").replace("Where.", "Where it is.")
    paths = (tmp_path / "old.yaml", tmp_path / "new.yaml")
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(dedent(text), encoding="utf-8")
    entries = report_on(*(load_version(Version(path.name, Target(path))) for path in paths)).entries
    assert {(entry.change.subject[-1], bool(entry.impact)) for entry in entries} == {
        ("title", True),
        ("description", False),
    }
