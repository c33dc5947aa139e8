"""What is proposed for descriptions of many kinds, and that a proposal never makes a description worse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from specloom.pipeline import generate
from specloom.source.jsonpath import Query, Steps
from specloom.spec.files import Retrieval
from specloom.targets.target import Target, check_package
from specloom.upstream.names import package_of
from specloom.upstream.proposal import ROOT, Proposal, combine, path_to, render_overlay
from specloom.upstream.propose import propose

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "openapi: 3.1.0\ninfo: {title: Acme Shop API, version: '1'}\nservers: [{url: https://shop.example}]\n"
ITEM = "{type: object, properties: {id: {type: string}}}"
LIST = f"{{type: array, items: {ITEM}}}"


@pytest.fixture
def proposed(tmp_path: Path) -> Callable[..., dict[str, object]]:
    """Return a function that gives what is sure of a description, merged by target, and what is not under `?`."""

    def proposed(text: str, url: str = "") -> dict[str, object]:
        path = tmp_path / "openapi.yaml"
        path.write_text(text if text.startswith(("openapi", "swagger")) else HEAD + text)
        proposals, findings = propose(Target(path), "shop_api", url, Retrieval())
        assert not findings
        overlay = yaml.safe_load(render_overlay(proposals, title="T", extends="openapi.yaml"))
        (tmp_path / "overlay.yaml").write_text(render_overlay(proposals, title="T", extends="openapi.yaml"))
        generate(Target(path, overlay=(tmp_path / "overlay.yaml",)))
        found: dict[str, object] = {}
        for action in overlay["actions"]:
            found[action["target"]] = _merge(found.get(action["target"]), action["update"])
        found["?"] = [each.update for each in proposals if not each.is_sure]
        return found

    return proposed


def test_nothing_hides_or_reorders_what_a_reviewer_sees_of_an_overlay():
    text = "Acme \u202eevil\u2066 é \u200b\ufeff"
    proposals = [
        Proposal("$.info", {"summary": text, "x": {text: [text]}}, text),
        Proposal("$", {"y": text}, "é", is_sure=False),
    ]
    overlay = render_overlay(proposals, title=text, extends=f"{text}.yaml")
    assert overlay.replace("\n", "").isprintable()
    read = yaml.safe_load(overlay)
    assert (read["info"]["title"], read["extends"]) == (f"What this project knows of {text}", f"{text}.yaml")
    assert read["actions"] == [{"target": "$.info", "update": {"summary": text, "x": {text: [text]}}}]
    assert render_overlay([Proposal("$", {"a": 1}, "é")], title="é", extends="").count("é") == 2


def _merge(one: object, other: object) -> object:
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _merge(one.get(key), other[key]) if key in other else one[key] for key in {**one, **other}}
    return other


def listing(parameters: str, answer: str, headers: str = "") -> str:
    """Return a description of one list, from its query parameters, its answer and the headers of that."""
    described = "".join(
        f"        - {{name: {name}, in: query, schema: {{type: {kind.replace('/', ', format: ') or 'integer'}}}}}\n"
        for name, _, kind in (each.partition(":") for each in parameters.split())
    )
    return f"""\
paths:
  /things:
    get:
      operationId: things_index
      tags: [things]
      parameters:
{described}      responses:
        "200":
          description: Them.
          {f"headers: {{{headers}: {{schema: {{type: string}}}}}}" if headers else ""}
          content: {{application/json: {{schema: {answer}}}}}
""".replace("parameters:\n      responses", "responses")


def an_object(**members: str) -> str:
    listed = {"data": LIST, **members}
    return "{type: object, properties: {" + ", ".join(f"{key}: {value}" for key, value in listed.items()) + "}}"


TEXT, NUMBER, FLAG = "{type: string}", "{type: integer}", "{type: boolean}"


@pytest.mark.parametrize(
    ("parameters", "answer", "scheme"),
    [
        ("page limit", an_object(), {"style": "page", "page": "page", "limit": "limit", "items": "/data"}),
        (
            "pageNumber per_page",
            an_object(meta="{type: object, properties: {totalPages: {type: integer}, total: {type: integer}}}"),
            {
                "style": "page", "page": "pageNumber", "limit": "per_page", "items": "/data",
                "pages": "/meta/totalPages", "total": "/meta/total",
            },
        ),
        ("page", an_object(has_more=FLAG), {"style": "page", "page": "page", "items": "/data", "more": "/has_more"}),
        (
            "page size",
            an_object(links="{type: object, properties: {next: {type: [string, 'null']}}}"),
            {"style": "page", "page": "page", "limit": "size", "items": "/data", "more": "/links/next"},
        ),
        (
            "offset limit",
            an_object(total_count=NUMBER),
            {"style": "offset", "offset": "offset", "limit": "limit", "items": "/data", "total": "/total_count"},
        ),
        ("skip take", LIST, {"style": "offset", "offset": "skip", "limit": "take", "items": ""}),
        (
            "cursor:string limit",
            an_object(cursor=TEXT, next_cursor=TEXT),
            {"style": "cursor", "cursor": "cursor", "limit": "limit", "items": "/data", "next": "/next_cursor"},
        ),
        (
            "page_token:string",
            an_object(nextPageToken=TEXT),
            {"style": "cursor", "cursor": "page_token", "items": "/data", "next": "/nextPageToken"},
        ),
        (
            "starting_after:string limit",
            an_object(has_more=FLAG),
            {"style": "cursor", "cursor": "starting_after", "limit": "limit", "items": "/data", "last_item": "/id"},
        ),
        (
            "offset:string limit",
            an_object(next_page="{type: object, properties: {offset: {type: string}}}"),
            {"style": "cursor", "cursor": "offset", "limit": "limit", "items": "/data", "next": "/next_page/offset"},
        ),
        (
            "after:string limit",
            an_object(has_more=FLAG, next_offset=TEXT),
            {"style": "cursor", "cursor": "after", "limit": "limit", "items": "/data", "next": "/next_offset"},
        ),
        (
            "after:string iterator:string limit",
            an_object(iterator=TEXT),
            {"style": "cursor", "cursor": "iterator", "limit": "limit", "items": "/data", "next": "/iterator"},
        ),
        (
            "'page[size]'",
            an_object(links="{type: object, properties: {next: {type: [string, 'null']}}}"),
            {"style": "link", "limit": "page[size]", "items": "/data", "next": "/links/next"},
        ),
        (
            "from:string limit",
            an_object(_links="{properties: {next: {type: object, properties: {href: {type: string}}}}}"),
            {"style": "link", "limit": "limit", "items": "/data", "next": "/_links/next/href"},
        ),
        (
            "cursor:string",
            an_object(next="{type: string, format: uri}"),
            {"style": "link", "items": "/data", "next": "/next"},
        ),
        (
            "limit",
            an_object(next="{type: string, description: Path to the next page.}"),
            {"style": "link", "limit": "limit", "items": "/data", "next": "/next"},
        ),
        (
            "from limit",
            an_object(**{"from": NUMBER, "next": NUMBER}),
            {"style": "cursor", "cursor": "from", "limit": "limit", "items": "/data", "next": "/next"},
        ),
        ("limit", an_object(next_url=TEXT), {"style": "link", "limit": "limit", "items": "/data", "next": "/next_url"}),
    ],
)  # fmt: skip
def test_paging_is_told_by_its_parameters_and_answers(
    proposed: Callable[..., dict[str, object]], parameters: str, answer: str, scheme: dict[str, str]
):
    found = proposed(listing(parameters, answer))
    (name,) = found[ROOT]["x-specloom"]["pagination"]
    assert found[ROOT]["x-specloom"]["pagination"][name] == scheme
    assert found["$.paths['/things'].get"]["x-specloom"] == {"pagination": name, "method": "list"}


def test_ways_of_one_style_are_called_after_their_lists(proposed: Callable[..., dict[str, object]]):
    def paged(name: str, parameters: str, member: str) -> str:
        others = listing(parameters, an_object().replace("data", member)).replace("things", name)
        return others.removeprefix("paths:\n")

    found = proposed(
        "paths:\n"
        + paged("goods", "page limit", "goods")
        + paged("lines", "page limit", "orderLines")
        + paged("more", "page", "orderLines")
    )
    schemes = found[ROOT]["x-specloom"]["pagination"]
    assert {name: (scheme["items"], scheme.get("limit")) for name, scheme in schemes.items()} == {
        "by_page": ("/goods", "limit"),
        "by_page_of_order_lines": ("/orderLines", "limit"),
        "by_page_2": ("/orderLines", None),
    }


def test_a_link_header_leads_on(proposed: Callable[..., dict[str, object]]):
    found = proposed(listing("page per_page", LIST, "Link"))
    assert found[ROOT]["x-specloom"]["pagination"] == {
        "by_link": {"style": "link-header", "limit": "per_page", "items": ""}
    }


@pytest.mark.parametrize(
    ("parameters", "answer"),
    [
        ("limit", an_object()),
        ("page:string", an_object()),
        ("page", "{type: object, properties: {name: {type: string}}}"),
        ("limit", an_object(next=TEXT)),
        ("limit after:string/date-time", "{type: array, items: {type: object, properties: {id: {}}}}"),
        ("offset", an_object()),
    ],
)
def test_what_does_not_go_on_is_left_alone(proposed: Callable[..., dict[str, object]], parameters: str, answer: str):
    found = proposed(listing(parameters, answer))
    assert "pagination" not in found[ROOT]["x-specloom"]
    assert found["?"] == [] or "pagination" not in str(found["?"])


@pytest.mark.parametrize(
    ("parameters", "answer", "name"),
    [
        ("iterator:string", an_object(iterator=TEXT, done=FLAG), "by_cursor"),
        ("after_id:string", LIST, "by_cursor"),
        ("starting_after:string", LIST.replace("id", "token"), "by_cursor"),
        ("page:integer,minimum:0", LIST, "by_page"),
    ],
)
def test_what_may_go_on_otherwise_is_a_comment(
    proposed: Callable[..., dict[str, object]], parameters: str, answer: str, name: str
):
    """The last page may name another, newer items may come after one, the number of the first page may be 1."""
    found = proposed(listing(parameters, answer).replace(",minimum:", ", minimum: "))
    assert "pagination" not in found[ROOT]["x-specloom"]
    assert {"x-specloom": {"pagination": name}} in found["?"]


def test_of_several_lists_the_one_that_is_called_so_is_meant(proposed: Callable[..., dict[str, object]]):
    lists = "{type: object, properties: {errors: {type: array, items: {type: string}}, %s: {type: array, items: {}}}}"
    for name in ("items", "things"):
        found = proposed(listing("page", lists % name))
        assert found[ROOT]["x-specloom"]["pagination"]["by_page"]["items"] == f"/{name}"
    found = proposed(listing("page", lists % "others"))
    assert "pagination" not in found[ROOT]["x-specloom"]
    assert {"x-specloom": {"pagination": "by_page"}} in found["?"]


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("", 1),
        ("description: 'Zero-based page index (0..N)', ", 0),
        ("description: 'Pages start at 0.', ", 0),
        ("description: 'Page number, starting with 1.', ", 1),
    ],
)
def test_the_first_page_has_the_number_that_is_said(proposed: Callable[..., dict[str, object]], said: str, first: int):
    described = listing("page limit", an_object()).replace("{name: page, ", f"{{name: page, {said}")
    assert proposed(described)[ROOT]["x-specloom"]["pagination"]["by_page"].get("first", 1) == first


@pytest.mark.parametrize(("schema", "is_sure"), [("", False), ("default: 1, ", True), ("default: 0, ", True)])
def test_pages_as_spring_has_them_are_a_comment_where_nothing_says_how_they_are_counted(
    proposed: Callable[..., dict[str, object]], schema: str, is_sure: bool
):
    described = listing("page size", an_object(totalElements=NUMBER)).replace("schema: {", f"schema: {{{schema}", 1)
    assert ("pagination" in proposed(described)[ROOT]["x-specloom"]) == is_sure


def test_bounds_of_ids_are_a_comment_as_nothing_says_in_which_order_a_list_is(
    proposed: Callable[..., dict[str, object]],
):
    found = proposed(listing("since_id:string max_id:string", LIST))
    assert "pagination" not in found[ROOT]["x-specloom"]
    assert "'cursor': 'max_id'" in str(found["?"])


NAMES = """\
paths:
  /orders:
    get: {operationId: listOrders, tags: [Orders], responses: {"200": {$ref: "#/components/responses/List"}}}
    post: {operationId: orders_post, tags: [Orders], responses: {"204": {description: Done.}}}
  /orders/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {operationId: read_order_orders__id__get, tags: [Orders], responses: {"204": {description: Done.}}}
    delete: {operationId: cancelOrder, tags: [Orders], responses: {"204": {description: Done.}}}
  /orders/{id}/lines:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    get: {operationId: getOrderLines, tags: [Orders], responses: {"200": {$ref: "#/components/responses/List"}}}
  /orders/{id}/payment:
    parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
    post: {operationId: create-order-payment, tags: [Payments], responses: {"204": {description: Done.}}}
  /api/v2/stocks:
    get: {operationId: stocks, responses: {"200": {$ref: "#/components/responses/List"}}}
  /search:
    get: {operationId: find, tags: [Search], x-specloom: {method: any}, responses: {"204": {description: Done.}}}
components:
  responses:
    List: {description: Them., content: {application/json: {schema: {type: array, items: {type: string}}}}}
"""


def test_names_say_nothing_twice(proposed: Callable[..., dict[str, object]]):
    found = proposed(NAMES)
    assert {target: update["x-specloom"] for target, update in found.items() if target not in {ROOT, "?"}} == {
        "$.paths['/orders'].get": {"method": "list"},
        "$.paths['/orders'].post": {"method": "create"},
        "$.paths['/orders/{id}'].get": {"method": "get"},
        "$.paths['/orders/{id}'].delete": {"method": "cancel"},
        "$.paths['/orders/{id}/lines'].get": {"method": "get_lines"},
        "$.paths['/orders/{id}/payment'].post": {"method": "create"},
        "$.paths['/api/v2/stocks'].get": {"resource": "stocks", "method": "list"},
    }


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("listAllLinesInAnOrder", "list_all_lines"),
        ("addTheLineToAnOrderWithinTheOrders", "add_line"),
        ("", "get_lines"),
    ],
)
def test_names_are_without_what_the_route_says_and_what_joins_it(
    name: str, method: str, proposed: Callable[..., dict[str, object]]
):
    named = NAMES.replace("operationId: getOrderLines, ", f"operationId: {name}, " if name else "")
    path = f"/api/2/orders/{{id}}/lines{'' if name else '.json'}"
    found = proposed(named.replace("/orders/{id}/lines", path).replace("stocks", "goods"))
    assert found[f"$.paths['{path}'].get"] == {"x-specloom": {"method": method}}


LONG = "Say_whatever_nobody_says_and_everybody_knows_whenever_somebody_wants_it"
"""A name that is cut where more stands behind it."""


@pytest.mark.parametrize(
    ("method", "path", "name", "resource", "expected"),
    [
        ("post", "/orders/{id}/branches/{branch}/restore", "restoreOrderBranch", "Branches", "restore"),
        ("get", "/orders/{id}/branches/{branch}/notes", "list_order_branch_notes", "Branches", "list_notes"),
        ("delete", "/settings/order", "deleteOrderSettings", "Settings", None),
        ("delete", "/settings/global", "deleteGlobalSettings", "Settings", "delete_global"),
        ("post", "/import/orders", "importOrders", "Import", None),
        ("post", "/orders/{id}/send", "sendOrderWithId", "Orders", "send"),
        ("post", "/orders/{id}/move", "moveLinesFromOrderToStore", "Orders", None),
        ("post", "/orders/{id}/key", "rotateOrderApiKey", "Orders", "rotate_api_key"),
        ("post", "/orders/{id}/on", "toggleOrderOn", "Orders", "toggle_on"),
        ("get", "/orders/{id}/note", "getOrderNoteById", "Orders", "get_note"),
        ("get", "/orders/outer/{id}", "findOrderByOuterId", "Orders", "find_by_outer_id"),
        ("post", "/graphql", "graphql.post", "GraphQL", None),
        ("post", "/tokenize", "tokenize", "Tokenize", None),
        ("post", "/v1/resell/{id}", "Resell_v1_resell__id__post", "Resell", "resell"),
        ("post", "/orders/{id}/at", f"{LONG}_orders__id__at_post", "Orders", LONG.lower()),
    ],
)
def test_what_is_left_of_a_name_means_the_same(
    method: str, path: str, name: str, resource: str, expected: str | None, proposed: Callable[..., dict[str, object]]
):
    variables = ", ".join(
        f"{{name: {each}, in: path, required: true, schema: {{}}}}" for each in re.findall(r"{(\w+)}", path)
    )
    own = (
        f"operationId: {name}, tags: [{resource}], parameters: [{variables}], responses: {{'204': {{description: d}}}}"
    )
    found = proposed(NAMES.replace("  /search:", f"  {path}: {{{method}: {{{own}}}}}\n  /search:"))
    assert found.get(f"$.paths['{path}'].{method}") == (expected and {"x-specloom": {"method": expected}})


@pytest.mark.parametrize("members", ["a: {type: string}", "a: {type: array}, b: {type: array}"])
def test_what_is_no_list_is_called_one_by_its_author_alone(members: str, proposed: Callable[..., dict[str, object]]):
    answer = f"{{type: object, properties: {{{members}}}}}"
    found = proposed(NAMES.replace("{type: array, items: {type: string}}", answer))
    assert found["$.paths['/orders'].get"] == {"x-specloom": {"method": "list"}}
    assert found["$.paths['/api/v2/stocks'].get"] == {"x-specloom": {"resource": "stocks", "method": "get"}}


def test_what_is_sent_about_one_thing_creates_none(proposed: Callable[..., dict[str, object]]):
    found = proposed(NAMES.replace("delete: {operationId: cancelOrder,", "post: {"))
    assert found["$.paths['/orders'].post"] == {"x-specloom": {"method": "create"}}
    assert "$.paths['/orders/{id}'].post" not in found


@pytest.mark.parametrize(("status", "proposal"), [("200", {"x-specloom": {"method": "update"}}), ("201", None)])
def test_what_creates_where_it_puts_updates_nothing(
    status: str, proposal: object, proposed: Callable[..., dict[str, object]]
):
    found = proposed(
        NAMES.replace(
            'delete: {operationId: cancelOrder, tags: [Orders], responses: {"204"',
            f'put: {{operationId: order_put, tags: [Orders], responses: {{"{status}"',
        )
    )
    assert found.get("$.paths['/orders/{id}'].put") == proposal


def test_what_is_put_at_several_changes_no_single_one(proposed: Callable[..., dict[str, object]]):
    assert "$.paths['/orders'].put" not in proposed(
        NAMES.replace("post: {operationId: orders_post", "put: {operationId: orders_put")
    )


def test_a_number_at_the_beginning_of_a_path_is_no_resource(proposed: Callable[..., dict[str, object]]):
    found = proposed(NAMES.replace("/api/v2/stocks", "/api/2/stocks"))
    assert found["$.paths['/api/2/stocks'].get"]["x-specloom"]["resource"] == "stocks"


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("OrdersController_findAll", "list"),
        ("OrderController_list", "list"),
        ("OrdersController_exportAll", "export_all"),
        ("ShopOrderLinesController_findAll", "find_all_lines"),
        ("get_controller_orders", "get_controller"),
        ("resetController", None),
    ],
)
def test_the_class_that_answers_is_no_name(name: str, method: str | None, proposed: Callable[..., dict[str, object]]):
    found = proposed(NAMES.replace("listOrders", name)).get("$.paths['/orders'].get")
    assert found == (method and {"x-specloom": {"method": method}})


@pytest.mark.parametrize(("version", "method"), [("v1", "export_all"), ("v2", "v1_export_all")])
def test_the_version_that_all_names_begin_with_is_no_name(
    version: str, method: str, proposed: Callable[..., dict[str, object]]
):
    named = NAMES.replace("listOrders", "v1.orders.exportAll").replace("cancelOrder", f"{version}.orders.cancel")
    assert proposed(named)["$.paths['/orders'].get"] == {"x-specloom": {"method": method}}


def test_an_operation_of_another_method_is_found_where_it_stands(proposed: Callable[..., dict[str, object]]):
    own = "additionalOperations: {X-Copy: {operationId: copyOrders, tags: [Orders], responses: {'204': {summary: d}}}}"
    found = proposed(f"{HEAD.replace('3.1.0', '3.2.0')}paths: {{/orders: {{{own}}}}}\n")
    assert found["$.paths['/orders'].additionalOperations['X-Copy']"] == {"x-specloom": {"method": "copy"}}


def test_a_number_is_an_index_in_a_list_alone():
    data = {"a b": [{"200": {"it's": 1}}]}
    path = path_to(("a b", "0", "200", "it's"), data)
    assert path == r"$['a b'][0]['200']['it\'s']"
    assert Query(path).select(data, Steps()) == [("a b", 0, "200", "it's")]


def test_names_that_would_meet_stay(proposed: Callable[..., dict[str, object]]):
    found = proposed(NAMES.replace("orders_post", "fetchOrder").replace("read_order_orders__id__get", "getOrder"))
    assert "$.paths['/orders/{id}'].get" in found
    found = proposed(NAMES.replace("listOrders", "get_orders_a").replace("getOrderLines", "getOrdersLinesOrder"))
    assert "$.paths['/search'].get" not in found


@pytest.mark.parametrize(
    ("title", "package"),
    [
        ("Acme API Endpoints", "acme"),
        ("Acme Shop API", "acme_shop"),
        ("Swagger Petstore - OpenAPI 3.0", "petstore"),
        ("The Plaid API", "plaid"),
        ("Acme APIs", "acme"),
        ("Acme.io ~ API Documentation", "acme_io"),
        ("Acme Reference", "acme"),
        ("Ärzte API", "arzte"),
        ("API", ""),
        ("Spotify Web API v1", "spotify"),
        ("import", "import_api"),
        ("con", "con_api"),
        ("Parcels API with all of the extensions by Northside Labs", "parcels"),
        ("Northside's official OpenAPI spec + all the extensions", "northsides_official"),
        ("API for the management of everything that we have", "for_management_of_everything_that_we_have"),
    ],
)
def test_packages_are_called_after_titles(title: str, package: str):
    assert package_of(title) == package
    if package:  # as settings take it for the folder of a vendored client
        assert check_package(package, "--into") == package


def test_it_is_said_what_the_name_of_a_package_is_good_for(tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    path.write_text(HEAD + OPEN)
    proposals, _ = propose(Target(path), "shop", "", Retrieval())
    (why,) = [each.why for each in proposals if each.update == {"x-specloom": {"package": "shop"}}]
    assert why.endswith("from SHOP_… where they are left out. A vendored client is called after its folder")


def test_what_is_wrong_in_some_operations_stops_no_proposal_about_others(tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    wrong = (
        "  /a: {get: {operationId: a, responses: {'200': {$ref: '#/components/responses/A'}}}}\n"
        "  /b/{b}: {get: {operationId: b, parameters: [{name: b, in: query, schema: {}}], responses: {}}}\n"
    )
    path.write_text(HEAD + listing("page limit", an_object()) + wrong)
    proposals, findings = propose(Target(path), "shop", "", Retrieval())
    assert {"x-specloom": {"pagination": "by_page"}} in [each.update for each in proposals if each.is_sure]
    stopping = [each for each in findings if each.severity.stops]
    assert [(each.rule, each.skips) for each in stopping] == [
        ("unresolved-reference", ("a",)),
        ("undeclared-path-parameter", ("b",)),
    ]


FAILING = """\
paths:
  /a:
    get:
      operationId: getIt
      tags: [a]
      responses:
        "204": {description: Done.}
        "4XX": {description: No., content: {application/json: {schema: %s}}}
        default: {description: No., content: {application/problem+json: {schema: %s}}}
"""


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("{message: {type: string}, code: {type: integer}}", {"code": "/code", "message": "/message"}),
        ("{error: {type: object, properties: {message: {type: string}}}}", {"message": "/error/message"}),
        ("{type: {type: string}, detail: {type: string}}", {"code": "/type", "message": "/detail"}),
        (
            "{error: {type: string}, error_description: {type: string}}",
            {"code": "/error", "message": "/error_description"},
        ),
        ("{error: {type: string}}", {"message": "/error"}),
        ("{name: {type: string}}", None),
    ],
)
def test_places_of_errors_are_those_that_failures_have(
    proposed: Callable[..., dict[str, object]], body: str, places: dict[str, str] | None
):
    schema = f"{{properties: {body}}}"
    assert proposed(FAILING % (schema, schema))[ROOT]["x-specloom"].get("error") == places


def test_a_place_that_few_failures_have_is_a_comment(proposed: Callable[..., dict[str, object]]):
    conflict = '        "409": {description: No., content: {application/json: {schema: {type: string}}}}\n'
    more = FAILING.replace("        default:", f"{conflict}        default:")
    found = proposed(more % ("{properties: {message: {type: string}}}", "{type: number}"))
    assert "error" not in found[ROOT]["x-specloom"]
    assert {"x-specloom": {"error": {"message": "/message"}}} in found["?"]


OPEN = """\
paths:
  /a: {get: {operationId: getIt, tags: [a], responses: {"204": {description: Done.}, "401": {description: No.}}}}
"""
SCHEMES = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n"


def test_schemes_that_nothing_asks_for_are_asked_for_where_they_are_given(proposed: Callable[..., dict[str, object]]):
    assert proposed(OPEN + SCHEMES)[ROOT]["security"] == [{"key": []}, {}]
    assert "security" not in proposed(f"{OPEN}{SCHEMES}security: [{{key: []}}]\n")[ROOT]


def test_of_operations_that_are_all_wrong_nothing_is_said(tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    path.write_text(HEAD + OPEN.replace("tags: [a]", "security: [{other: []}]") + SCHEMES)
    proposals, _ = propose(Target(path), "shop", "", Retrieval())
    assert [each.update for each in proposals] == [{"x-specloom": {"package": "shop"}}]


def test_credentials_that_nothing_describes_are_a_comment(proposed: Callable[..., dict[str, object]]):
    found = proposed(OPEN)
    assert "security" not in found[ROOT]
    (update,) = found["?"]
    assert update["components"]["securitySchemes"]["token"] == {"type": "http", "scheme": "bearer"}
    header = "{get: {parameters: [{name: X-API-Key, in: header, schema: {type: string}}], "
    (update,) = proposed(OPEN.replace("{get: {", header))["?"]
    assert update["components"]["securitySchemes"]["key"] == {"type": "apiKey", "in": "header", "name": "X-API-Key"}
    (update,) = proposed("swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: a.example\n" + OPEN)["?"]
    assert update["securityDefinitions"]["token"]["type"] == "apiKey"


@pytest.mark.parametrize(
    ("parameter", "hint"),
    [
        ("name: Authorization", " and the header Authorization is taken by 1 operation"),
        ("name: Token", " and the header Token is an argument"),
        ("name: Trace", ""),
    ],
)
def test_a_guess_at_credentials_says_what_it_rests_on(parameter: str, hint: str, tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    parameters = f"parameters: [{{{parameter}, in: header, schema: {{}}}}], "
    path.write_text(HEAD + OPEN.replace("{get: {", f"{{get: {{{parameters}"))
    proposals, _ = propose(Target(path), "shop", "", Retrieval())
    why = f"No credentials are described; 401 or 403 is described by 1 operation{hint}"
    assert why in [each.why for each in proposals]


BEARER, LOGIN = {"type": "http", "scheme": "bearer"}, {"type": "http", "scheme": "basic"}
BY_HEADER = {"type": "apiKey", "in": "header"}


@pytest.mark.parametrize(
    ("head", "operation", "schemes"),
    [
        ("Send `Authorization: Bearer TOKEN`.", "", {"token": BEARER}),
        ("Send a Bearer token, or use HTTP Basic Authentication.", "", {"token": BEARER, "login": LOGIN}),
        ("Put your key into the header `X-Api-Key`.", "", {"key": BY_HEADER | {"name": "X-Api-Key"}}),
        ("", "description: Works with OAuth access tokens., ", {"token": BEARER}),
        (
            "",
            "parameters: [{name: Authorization, in: header, schema: {type: string, example: Bearer a}}], ",
            {"token": BEARER},
        ),
        ("", "parameters: [{name: Authorization, in: header, example: Basic YTpi, schema: {}}], ", {"login": LOGIN}),
    ],
)
def test_credentials_that_the_text_speaks_of_are_proposed(
    proposed: Callable[..., dict[str, object]], head: str, operation: str, schemes: dict[str, object]
):
    described = HEAD.replace("info: {", f'info: {{description: "{head}", ') + OPEN.replace(
        "{get: {", f"{{get: {{{operation}"
    )
    update = proposed(described)[ROOT]
    assert update["components"]["securitySchemes"] == schemes
    assert update["security"] == [*({name: []} for name in schemes), {}]


def test_what_few_operations_say_or_an_argument_takes_is_a_comment(proposed: Callable[..., dict[str, object]]):
    others = "".join(f"  /{each}: {{get: {{responses: {{'204': {{description: Done.}}}}}}}}\n" for each in "bcde")
    speaking = OPEN.replace("{get: {", "{get: {description: Takes a bearer token., ")
    assert "security" in proposed(HEAD + speaking)[ROOT]
    assert "security" not in proposed(HEAD + speaking + others)[ROOT]
    taking = "{get: {description: Takes an access token., parameters: [{name: access_token, in: query, schema: {}}], "
    assert "security" not in proposed(HEAD + OPEN.replace("{get: {", taking))[ROOT]


def test_servers_are_where_the_document_was(proposed: Callable[..., dict[str, object]]):
    url = "https://api.shop.example/docs/openapi.yaml"
    found = proposed(HEAD.replace("https://shop.example", "../v2") + OPEN, url)
    assert found["$.servers[0].url"] == "https://api.shop.example/v2"
    found = proposed("openapi: 3.1.0\ninfo: {title: T, version: '1'}\n" + OPEN, url)
    assert {"servers": [{"url": "https://api.shop.example"}]} in found["?"]
    assert "$.servers[0].url" not in proposed(HEAD + OPEN, url)


def test_what_the_description_says_already_is_not_proposed(proposed: Callable[..., dict[str, object]]):
    said = "x-specloom: {package: a, error: {message: /m}, pagination: {p: {style: page, page: page, items: /data}}}\n"
    text = listing("page", an_object()).replace(
        "      tags:", "      x-specloom: {pagination: p, method: all}\n      tags:"
    )
    found = proposed(said + text)
    assert found == {ROOT: {"info": {}}, "?": found["?"]}
    assert "pagination" not in str(found["?"])


def test_a_proposal_that_does_not_hold_becomes_a_comment(tmp_path: Path):
    """What the parts of an answer say of it, read apart, may be nothing that they say together."""
    path = tmp_path / "openapi.yaml"
    both = f"{{allOf: [{an_object()}, {{type: object, properties: {{data: {{type: object}}}}}}]}}"
    path.write_text(HEAD + listing("page", both))
    proposals, _ = propose(Target(path), "shop", "", Retrieval())
    doubted = [each for each in proposals if not each.is_sure and "not sure: " in each.why]
    assert [each.update for each in doubted] == [{"x-specloom": {"pagination": "by_page"}}]
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(render_overlay(proposals, title="T", extends=""))
    generate(Target(path, overlay=(overlay,)))


def test_a_description_that_cannot_be_used_gets_a_beginning(tmp_path: Path):
    path = tmp_path / "openapi.yaml"
    path.write_text(HEAD + OPEN + "tags: [1]\n")
    (proposal,), findings = propose(Target(path), "shop", "", Retrieval())
    assert proposal.update == {"x-specloom": {"package": "shop"}}
    assert [finding.rule for finding in findings] == ["wrong-type"]


def test_comments_are_comments_whatever_stands_in_them():
    proposals = [
        Proposal(ROOT, {"x-specloom": {"package": "a"}}, "one\nactions: []\n- {target: $, remove: true}\u2028x\x07"),
        Proposal("$.paths['/it''s'].get", {"a: b": "c # d"}, "two\r\nthree", is_sure=False),
    ]
    text = render_overlay(proposals, title="T: 'x'\n# y", extends="a # b.yaml")
    read = yaml.safe_load(text)
    assert read["actions"] == [{"target": "$", "update": {"x-specloom": {"package": "a"}}}]
    assert (read["info"]["title"], read["extends"]) == ("What this project knows of T: 'x'\n# y", "a # b.yaml")
    unsure = text[text.index("# Not sure") :].split("\n\n")[1].replace("  # ", "  ").replace("two  three", "# two")
    (action,) = yaml.safe_load(f"x:\n{unsure}")["x"]
    assert action == {"target": "$.paths['/it''s'].get", "update": {"a: b": "c # d"}}


def test_actions_about_one_operation_are_one():
    said = [("$.a", "b"), (ROOT, "c"), ("$.a", "d"), (ROOT, "e")]
    groups = combine(Proposal(target, {name: 1}, "") for target, name in said)
    assert [[each.update for each in group] for group in groups] == [[{"b": 1}, {"d": 1}], [{"c": 1}], [{"e": 1}]]
