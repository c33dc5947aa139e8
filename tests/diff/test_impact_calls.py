"""What callers of methods notice of a change."""

import pytest
from laundry import changes, edited, impact, surfaces

from specloom.diff.client.compare import compare_surfaces
from specloom.diff.join import join_symbols
from specloom.diff.traced import TracedClient
from specloom.diff.vocabulary import Change

BREAKS, TYPES, BEHAVES, SAFE = "call breaks", "types break", "behaviour changes", "safe"
LIST, CREATE, ONE = "paths /loads get", "paths /loads post", "paths /shops/{shop}/loads/{number} get"
NEW, SORTED = "components schemas NewLoad", f"{LIST} parameters 1"
PAGE = {"name": "page", "in": "query", "schema": {"type": "integer"}}
OWNER = {"name": "owner", "in": "query", "schema": {"type": "string"}}
LISTED = "{type: array, items: {type: string}}"
SORT, TAGS = "sort: Literal['age', 'weight'] | None = None", "tags: Sequence[str] | Unset = UNSET"


@pytest.mark.parametrize(
    ("edits", "verdict", "argument", "before", "after"),
    [
        ([(f"{LIST} parameters", [PAGE])], BREAKS, "list(sort)", SORT, ""),
        ([(f"{SORTED} required", "true")], BREAKS, "list(sort)", SORT, "sort: Literal['age', 'weight']"),
        ([(f"{SORTED} schema enum", ["age"])], TYPES, "list(sort)", SORT, "sort: Literal['age'] | None = None"),
        ([(f"{SORTED} schema default", "weight")], BEHAVES, "list(sort)", SORT, SORT),
        ([(f"{SORTED} in", "header")], BEHAVES, "list(sort)", SORT, SORT),
        ([(f"{SORTED} x-specloom", "{name: order}")], BREAKS, "list(sort)", SORT, SORT.replace("sort", "order")),
        ([(f"{LIST} parameters +", OWNER)], SAFE, "list(owner)", "", "owner: str | None = None"),
        ([(f"{LIST} parameters +", {**OWNER, "required": True})], BREAKS, "list(owner)", "", "owner: str"),
        ([(f"{NEW} properties tags", None)], BREAKS, "create(tags)", TAGS, ""),
        ([(f"{NEW} required +", "tags")], BREAKS, "create(tags)", TAGS, "tags: Sequence[str]"),
        (
            [(f"{NEW} properties tags type", ["array", "null"])],
            SAFE, "create(tags)", TAGS, "tags: Sequence[str] | None | Unset = UNSET",
        ),
        ([(f"{NEW} properties owner", LISTED)], BEHAVES, "create(owner)", "owner: str", "owner: Sequence[str]"),
        (
            [(f"{NEW} properties owner type", ["string", "integer"])],
            SAFE, "create(owner)", "owner: str", "owner: str | int",
        ),
        (
            [(f"{NEW} properties note type", "string")],
            TYPES, "create(note)", "note: str | None | Unset = UNSET", "note: str | Unset = UNSET",
        ),
    ],
)  # fmt: skip
def test_arguments_are_judged_by_what_callers_pass(edits, verdict, argument, before, after):
    assert impact(*edits) == [f"{verdict}: laundry.loads.{argument}: {before} -> {after}"]


def test_what_it_means_to_leave_out_what_had_to_be_there_is_nothing_to_callers():
    said = [(f"{SORTED} required", "true")], [(f"{SORTED} required", "false"), (f"{SORTED} schema default", "weight")]
    assert [line.partition(":")[0] for line in impact(*said[1], was=said[0])] == [SAFE]


def test_the_case_of_a_header_is_nothing_to_callers():
    assert impact((f"{SORTED} name", "Sort"), was=[(f"{SORTED} in", "header")]) == []
    assert impact((f"{SORTED} name", "Sort")) != []
    names, field = ("X-Weight", "x-weight", "X-Height"), {"schema": {"type": "string"}}
    answers = [{"200": {"description": "It.", "headers": {name: field}}} for name in names]
    was = [(f"{LIST} x-specloom", None), (f"{LIST} responses", answers[0])]
    assert impact((f"{LIST} responses", answers[1]), was=was) == []
    assert impact((f"{LIST} responses", answers[2]), was=was) != []


def test_a_renamed_path_parameter_breaks_calls_by_keyword():
    item = edited()["paths"]["/shops/{shop}/loads/{number}"]
    del item["delete"]
    item["get"]["parameters"][1]["name"] = "id"
    was = [("paths /shops/{shop}/loads/{number} delete", None)]
    lines = impact(("paths /shops/{shop}/loads/{number}", None), ("paths /shops/{shop}/loads/{id}", item), was=was)
    assert lines == [f"{BREAKS}: laundry.loads.get(number): number: str -> id: str"]


@pytest.mark.parametrize(("type_", "verdict"), [("string", BEHAVES), ("integer", TYPES)])
def test_path_parameters_in_another_order_mislead_calls_by_position(type_, verdict):
    one = {"get": edited((f"{ONE} parameters 0 schema type", type_))["paths"]["/shops/{shop}/loads/{number}"]["get"]}
    was = [("paths /shops/{shop}/loads/{number}", one)]
    lines = impact(("paths /shops/{shop}/loads/{number}", None), ("paths /loads/{number}/shops/{shop}", one), was=was)
    kind = "str" if type_ == "string" else "int"
    before, after = f"shop: {kind}, number: str", f"number: str, shop: {kind}"
    assert f"{verdict}: laundry.loads.get: def get({before}) -> Load -> def get({after}) -> Load" in lines


def test_a_body_that_becomes_one_argument_is_one_change():
    lines = impact((f"{CREATE} requestBody required", "false"))
    assert lines[0].startswith(
        f"{BREAKS}: laundry.loads.create: def create(*, owner: str, …) -> Load -> def create(*, body: "
    )
    assert lines[1:] == [f"{SAFE}: inputs.NewLoadInput:  -> class NewLoadInput(TypedDict)"]


def test_methods_come_and_go_and_are_renamed():
    gone = "def drop(shop: str, number: str) -> None"
    assert impact(("paths /shops/{shop}/loads/{number} delete", None)) == [f"{BREAKS}: laundry.loads.drop: {gone} -> "]
    added = impact(was=()) or impact(
        (
            "paths /loads delete",
            {"operationId": "loads.clear", "tags": ["loads"], "responses": {"204": {"description": "Gone."}}},
        )
    )
    assert added == [f"{SAFE}: laundry.loads.clear:  -> def clear() -> None"]
    renamed = impact((f"{ONE} operationId", "loads.read"))
    assert renamed == [
        (
            f"{BREAKS}: laundry.loads.get: def get(shop: str, number: str) -> Load"
            " -> def read(shop: str, number: str) -> Load"
        )
    ]


def test_the_header_fields_of_a_renamed_method_are_renamed_with_it():
    fields = {"headers": {"X-Weight": {"schema": {"type": "integer"}}}, "description": "Gone."}
    was = [(f"{ONE} responses", {"200": fields})]
    old, new = surfaces((f"{ONE} operationId", "loads.read"), was=was)
    found = compare_surfaces(old, new)
    assert {(change.old_path, change.new_path) for change in found} == {
        ("laundry.loads.get", "laundry.loads.read"),
        ("models.LoadsGetHeaders", "models.LoadsReadHeaders"),
    }
    change = Change("operation-id-changed", ("GET /shops/{shop}/loads/{number}", "operationId"), "changed")
    ((*claimed,), unexplained) = join_symbols([change], found, TracedClient("old", old), TracedClient("new", new))
    assert ([len(each) for each in claimed], unexplained) == ([2], ())


def test_the_argument_for_servers_comes_with_the_first_operation_that_has_its_own():
    old, new = surfaces((f"{LIST} servers", [{"url": "https://other.example"}]))
    found = compare_surfaces(old, new)
    assert "laundry.Laundry(servers)" in {each.symbol for each in found}
    change = Change("server-url-changed", ("GET /loads", "server"), "changed")
    ((*claimed,), unexplained) = join_symbols([change], found, TracedClient("old", old), TracedClient("new", new))
    assert ({each.symbol for each in claimed[0]}, unexplained) == ({each.symbol for each in found}, ())


def test_a_renamed_resource_is_one_change():
    edits = [(f"{place} x-specloom resource", "washing") for place in (LIST, CREATE, ONE)]
    edits.append(("paths /shops/{shop}/loads/{number} delete x-specloom resource", "washing"))
    edits += [
        (f"{place} x-specloom method", name) for place, name in ((LIST, "list"), (CREATE, "create"), (ONE, "get"))
    ]
    edits.append(("paths /shops/{shop}/loads/{number} delete x-specloom method", "drop"))
    (change,) = changes(*edits)
    assert (change.symbol, change.kind, change.verdict) == ("laundry.loads", "resource", BREAKS)
    assert change.reason == "its methods are reached as laundry.washing now"


def test_a_method_that_moves_to_another_resource_is_found_there():
    (change,) = changes((f"{ONE} x-specloom", "{resource: shops, method: get}"))
    assert (change.symbol, change.verdict) == ("laundry.loads.get", BREAKS)
    assert change.reason == "it is called laundry.shops.get now"


def test_what_calls_give_back_is_judged_like_what_is_read():
    content = f"{ONE} responses 200 content application/json schema"
    before = "laundry.loads.get: def get(shop: str, number: str) -> Load ->"
    assert impact((content, '{$ref: "#/components/schemas/Place"}')) == [
        f"{TYPES}: {before} def get(shop: str, number: str) -> Place"
    ]
    assert impact((f"{ONE} responses 204", "{description: Nothing.}")) == [
        f"{TYPES}: {before} def get(shop: str, number: str) -> Load | None"
    ]
    emptied = f"{TYPES}: {before} def get(shop: str, number: str) -> None"
    assert impact((f"{ONE} responses 200", "{description: Nothing.}")) == [emptied]
    dropped = "paths /shops/{shop}/loads/{number} delete responses"
    given = impact(
        (dropped, {"200": {"description": "It.", "content": {"application/json": {"schema": {"type": "string"}}}}})
    )
    assert [line.partition(":")[0] for line in given] == [SAFE]


def test_a_list_that_is_paged_no_more_breaks_its_calls():
    (line,) = impact((f"{LIST} x-specloom", None))
    assert line.startswith(f"{BREAKS}: laundry.loads.list: ")
    assert "Pager[Load]" in line
    assert line.endswith("-> LoadPage")


def test_items_of_a_paged_list_are_of_one_type_exactly():
    """A variable that is a `Pager[float]` holds no `Pager[int]`, though it holds an `int` where it is a `float`."""
    items = "components schemas LoadPage properties items items"
    line = impact((items, "{type: integer}"), was=[(items, "{type: number}")])[0]
    assert line.startswith(f"{TYPES}: laundry.loads.list: ")
    assert "Pager[float]" in line
    assert "Pager[int]" in line
    one = f"{ONE} responses 200 content application/json schema"
    (line,) = impact((one, "{type: integer}"), was=[(one, "{type: number}")])
    assert line.startswith(f"{SAFE}: laundry.loads.get: ")


def test_a_keyword_argument_that_comes_before_a_positional_one_takes_its_place():
    route = "paths /shops/{shop}/loads/{number}"
    one = edited()["paths"]["/shops/{shop}/loads/{number}"]["get"]
    item = {"get": one | {"parameters": [one["parameters"][1], OWNER]}}
    moved = {"get": one | {"parameters": [one["parameters"][1], {**OWNER, "in": "path", "required": True}]}}
    was = [(route, None), ("paths /loads/{number}", item)]
    lines = impact(("paths /loads/{number}", None), ("paths /{owner}/loads/{number}", moved), was=was)
    assert f"{BREAKS}: laundry.loads.get(owner): owner: str | None = None -> owner: str" in lines
    assert any(line.startswith(f"{BREAKS}: laundry.loads.get: def get(number: str, ") for line in lines)


def test_a_way_of_paging_that_changes_for_several_lists_is_one_change_of_the_client():
    was = [("paths /old", {"get": edited()["paths"]["/loads"]["get"] | {"operationId": "loads.old"}})]
    (change,) = changes(("x-specloom pagination pages first", 0), was=was)
    assert change.symbol == "laundry.Laundry"


def test_a_long_signature_is_shown_without_what_calls_may_leave_out():
    properties = {f"property_number_{number}": {"type": "string"} for number in range(9)}
    body = {"type": "object", "required": ["property_number_4"], "properties": properties}
    lines = impact((f"{ONE} operationId", "loads.read"), (f"{CREATE} operationId", "loads.add"), was=[(NEW, body)])
    assert lines[0] == (
        f"{BREAKS}: laundry.loads.create: def create(*, property_number_4: str, …) -> Load"
        " -> def add(*, property_number_4: str, …) -> Load"
    )


ELSEWHERE, WASH = (
    "[{url: https://up.example}]",
    "[{url: 'https://{host}/v1', variables: {host: {default: wash.example}}}]",
)


@pytest.mark.parametrize("place", [f"{LIST} servers", "paths /loads servers"])
def test_a_call_that_goes_to_another_server(place):
    found = [change for change in changes((place, ELSEWHERE)) if change.symbol == "laundry.loads.list"]
    assert [(change.verdict, change.reason) for change in found] == [
        (BEHAVES, "a call goes to https://up.example, not to the client's server")
    ]
    assert f"{SAFE}: laundry.Laundry(servers):  -> servers: Mapping[str, str] | None = None" in impact(
        (place, ELSEWHERE)
    )
    assert impact((place, WASH)) == []


def test_a_server_that_no_call_has_any_more_takes_the_argument_along():
    call = "def get(shop: str, number: str) -> Load"
    lines = impact((f"{ONE} servers", None), was=[(f"{ONE} servers", ELSEWHERE)])
    assert lines == [
        f"{BREAKS}: laundry.Laundry(servers): servers: Mapping[str, str] | None = None -> ",
        f"{BEHAVES}: laundry.loads.get: {call} -> {call}",
    ]


def test_consequences_stand_in_the_order_of_what_they_follow_from():
    names = ["Size", "Colour", "Fabric", "Label", "Dye", "Stain"]
    inline = {"type": "object", "properties": {"x": {"type": "string"}}}
    was = [(f"{NEW} properties {name.lower()}", inline) for name in names]
    old, new = surfaces((CREATE, None), was=was)
    gone = Change("operation-removed", ("POST /loads",), "it is gone")
    clients = TracedClient("old", old), TracedClient("new", new)
    (claimed,), _ = join_symbols([gone], compare_surfaces(old, new), *clients)
    found = [each.symbol for each in claimed if each.symbol.startswith("inputs.LoadsCreateBody")]
    assert found == [f"inputs.LoadsCreateBody{name}Input" for name in names]
