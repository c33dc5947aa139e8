"""What counts as a difference between two descriptions, what does not, and what is one cause."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest
from comparing import compare_files, compare_meanings

from specloom.diff.rules.table import DOCUMENT_RULES, NOTE_RULES
from specloom.diff.vocabulary import Change
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.findings import Location
    from specloom.spec.document import Document

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "diff"
NOTES = {rule.fact for rule in NOTE_RULES}
OWN_CASES = sorted(rule.id for rule in DOCUMENT_RULES)
SHIPPED = sorted((ROOT / "specs").glob("*/openapi.yaml"))
HEAD = "openapi: 3.1.0\ninfo: {title: Depot, version: '1'}\n"
DONE = 'responses: {"204": {description: Done.}}'

OPPOSITES = {
    "added": "removed",
    "required": "optional",
    "deprecated": "undeprecated",
    "widened": "narrowed",
    "tightened": "loosened",
}
UNLIKE = {
    "server-variable-became-enum": "server-variable-enum-dropped",
    "server-variable-enum-dropped": "server-variable-became-enum",
    "deprecated-operation-removed": "operation-added",
    "deprecated-webhook-removed": "webhook-added",
    "deprecated-callback-removed": "callback-added",
    "deprecated-parameter-removed": "optional-parameter-added",
    "deprecated-header-removed": "optional-header-added",
    "operation-removed-before-sunset": "operation-added",
    "parameter-removed-before-sunset": "optional-parameter-added",
    "webhook-removed-before-sunset": "webhook-added",
    "callback-removed-before-sunset": "callback-added",
    "operation-left-out": "operation-included",
    "operation-included": "operation-left-out",
    "webhook-left-out": "webhook-included",
    "webhook-included": "webhook-left-out",
    "sunset-announced": "sunset-removed",
    "sunset-removed": "sunset-announced",
    "sunset-passed": "sunset-removed",
    "sunset-unreadable": "sunset-announced",
    "sunset-missing": "",
    "sunset-earlier": "sunset-later",
    "sunset-later": "sunset-earlier",
    "stability-lowered": "stability-raised",
    "stability-raised": "stability-lowered",
    "body-removed": "optional-body-added",
    "required-body-added": "body-removed",
    "optional-body-added": "body-removed",
    "optional-credentials-removed": "security-alternative-added",
    "credentials-became-required": "credentials-became-optional",
    "credentials-became-optional": "credentials-became-required",
}
"""Facts whose opposite is not told by their words: what was deprecated is new without being so. Empty: none."""

Compare = Callable[[str | Mapping[str, str], str | Mapping[str, str]], tuple[Change, ...]]


@pytest.fixture
def compare(tmp_path: Path) -> Compare:
    """Write two descriptions, each a text or files of which the first is the entry, and compare them."""

    def load(folder: Path, files: str | Mapping[str, str]) -> Document:
        if isinstance(files, str):
            files = {"openapi.yaml": HEAD + dedent(files)}
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(dedent(text), encoding="utf-8")
        return load_description(Target(folder / next(iter(files)))).document

    return lambda old, new: compare_meanings(load(tmp_path / "old", old), load(tmp_path / "new", new))


def facts(changes: tuple[Change, ...]) -> list[str]:
    return [change.fact for change in changes]


def routes(change: Change) -> list[str]:
    return [use.route for use in change.uses]


def exists(location: Location) -> bool:
    value = location.source.data
    for segment in location.pointer:
        members = dict(enumerate(value)) if isinstance(value, list) else value
        found = {str(key): child for key, child in members.items()} if isinstance(members, dict) else {}
        if segment not in found:
            return False
        value = found[segment]
    return True


@pytest.mark.parametrize("spec", SHIPPED, ids=lambda spec: spec.parent.name)
def test_a_shipped_description_does_not_differ_from_itself(spec: Path):
    assert compare_meanings(load_description(Target(spec)).document, load_description(Target(spec)).document) == ()


@pytest.mark.parametrize("name", OWN_CASES)
def test_no_case_differs_from_itself(name: str):
    for spec in ("old.yaml", "new.yaml"):
        assert compare_files(CASES / name / spec, CASES / name / spec) == ()


def opposite(fact: str) -> str:
    if fact in UNLIKE:
        return UNLIKE[fact]
    words = fact.split("-")
    both = OPPOSITES | {there: here for here, there in OPPOSITES.items()}
    if words[-1] in {"added", "removed"}:
        return "-".join([*words[:-1], both[words[-1]]])
    return "-".join([*words[:-1], both.get(words[-1], words[-1])])


@pytest.mark.parametrize("name", OWN_CASES)
def test_the_other_way_round_everything_is_the_opposite(name: str):
    old, new = (CASES / name / spec for spec in ("old.yaml", "new.yaml"))
    there, back = compare_files(old, new), compare_files(new, old)
    assert sorted(filter(None, map(opposite, facts(there)))) == sorted(facts(back))


@pytest.mark.parametrize("name", OWN_CASES)
def test_every_place_of_a_change_exists(name: str):
    for change in compare_files(CASES / name / "old.yaml", CASES / name / "new.yaml"):
        assert change.location or change.fact in NOTES
        assert change.location is None or exists(change.location)
        assert change.old_location is None or exists(change.old_location)


def test_words_for_people_never_count(compare: Compare):
    old = f"""
        paths:
          /parcels:
            get:
              summary: List parcels.
              x-specloom: {{evidence: {{kind: inferred, source: Nowhere}}}}
              parameters: [{{name: q, in: query, description: What., schema: {{type: string}}}}]
              {DONE}
    """
    new = old.replace("List parcels", "All of them").replace("What.", "Words.").replace("Nowhere", "Page 2")
    assert compare(old, new) == ()


def test_a_renamed_path_parameter_is_one_change_and_no_new_path(compare: Compare):
    text = f"""
        paths:
          /shelves/{{ROW}}/parcels/{{id}}:
            parameters:
              - {{name: ROW, in: path, required: true, schema: {{type: integer}}}}
              - {{name: id, in: path, required: true, schema: {{type: integer}}}}
            get: {{{DONE}}}
            delete: {{{DONE}}}
    """
    (change,) = compare(text.replace("ROW", "row"), text.replace("ROW", "shelf_row"))
    assert change.fact == "path-parameter-renamed"
    assert (change.before, change.after) == ("row", "shelf_row")
    path = "/shelves/{shelf_row}/parcels/{id}"
    assert routes(change) == [f"DELETE {path}", f"GET {path}"]
    assert change.location is not None
    assert change.location.pointer == ("paths", path)


def test_two_path_parameters_may_swap_their_names(compare: Compare):
    old = f"""
        paths:
          /a/{{x}}/b/{{y}}:
            get:
              parameters:
                - {{name: x, in: path, required: true, schema: {{type: integer}}}}
                - {{name: y, in: path, required: true, schema: {{type: string}}}}
              {DONE}
    """
    new = old.replace("x", "z").replace("y", "x").replace("z", "y").replace("tope", "type")
    new = new.replace("txpe", "type").replace("/a/{y}/b/{x}", "/a/{y}/b/{x}")
    assert facts(compare(old, new)) == ["path-parameter-renamed", "path-parameter-renamed"]


def test_an_operation_that_moves_is_compared_as_the_one_it_was(compare: Compare):
    text = f"""
        paths:
          PATH:
            METHOD:
              operationId: getParcel
              parameters: [PARAMETERS]
              {DONE}
    """
    path_parameter = "{name: id, in: path, required: true, schema: {type: integer}}"
    query_parameter = "{name: q, in: query, required: true, schema: {type: string}}"
    old = text.replace("PATH", "/parcel").replace("METHOD", "get").replace("PARAMETERS", "")
    new = text.replace("PATH", "/parcels/{id}").replace("METHOD", "put")
    new = new.replace("PARAMETERS", f"{path_parameter}, {query_parameter}")
    changes = compare(old, new)
    assert facts(changes) == ["operation-moved", "required-parameter-added"]
    assert [change.subject[0] for change in changes] == ["PUT /parcels/{id}", "PUT /parcels/{id}"]


def test_a_shared_parameter_is_one_change_that_lists_its_operations(compare: Compare):
    old = f"""
        paths:
          /parcels:
            get: {{parameters: [{{$ref: "#/components/parameters/Limit"}}], {DONE}}}
          /shelves:
            get: {{parameters: [{{$ref: "#/components/parameters/Limit"}}], {DONE}}}
          /trucks:
            get: {{parameters: [{{name: limit, in: query, schema: {{type: integer}}}}], {DONE}}}
        components:
          parameters:
            Limit: {{name: limit, in: query, schema: {{type: integer}}}}
    """
    (change,) = compare(old, old.replace("Limit: {", "Limit: {required: true, "))
    assert change.fact == "parameter-became-required"
    assert change.subject == ("shared", "query", "limit")
    assert routes(change) == ["GET /parcels", "GET /shelves"]


def test_a_parameter_of_a_path_is_one_change_whose_subject_is_the_path(compare: Compare):
    old = f"""
        paths:
          /parcels:
            parameters: [{{name: X-Depot, in: header, schema: {{type: string}}}}]
            get: {{{DONE}}}
            post: {{{DONE}}}
    """
    removed = old.replace("parameters: [{name: X-Depot, in: header, schema: {type: string}}]", "")
    (change,) = compare(old, removed)
    assert change.fact == "optional-parameter-removed"
    assert change.subject == ("/parcels", "header", "X-Depot")
    assert routes(change) == ["GET /parcels", "POST /parcels"]


def test_a_shared_response_that_comes_to_many_operations_is_one_change(compare: Compare):
    old = """
        paths:
          /parcels: {get: {responses: {"200": {description: Parcels.}}}}
          /shelves: {get: {responses: {"200": {description: Shelves.}}}}
        components: {responses: {Lost: {description: It is not there.}}}
    """
    lost = ', "404": {$ref: "#/components/responses/Lost"}}'
    new = old.replace("Parcels.}}", "Parcels.}" + lost).replace("Shelves.}}", "Shelves.}" + lost)
    (change,) = compare(old, new)
    assert change.fact == "error-status-added"
    assert change.subject == ("shared", "response", "404")
    assert routes(change) == ["GET /parcels", "GET /shelves"]


def test_how_a_single_value_is_exploded_does_not_matter(compare: Compare):
    text = f"""
        paths:
          /parcels:
            get:
              parameters: [{{name: q, in: query, explode: BOOLEAN, schema: {{$ref: "#/components/schemas/Q"}}}}]
              {DONE}
        components: {{schemas: {{Q: {{type: TYPE}}}}}}
    """
    for type_, expected in (("string", ["unreached-change"]), ("array", ["parameter-style-changed"])):
        old, new = (text.replace("TYPE", type_).replace("BOOLEAN", value) for value in ("true", "false"))
        assert facts(compare(old, new)) == expected


def test_how_a_list_is_written_is_nothing_new_where_none_was(compare: Compare):
    old = f"""
        paths:
          /parcels:
            get:
              parameters: [{{name: q, in: query, schema: {{type: string}}}}]
              {DONE}
    """
    new = old.replace("{type: string}", "{type: array, items: {type: string}}")
    assert facts(compare(old, new)) == ["type-changed"]


def test_that_json_is_in_utf_8_goes_without_saying(compare: Compare):
    old = """
        paths:
          /parcels:
            get: {responses: {"200": {description: Parcels., content: {application/json: {schema: {}}}}}}
    """
    assert compare(old, old.replace("application/json", '"application/json; charset=utf-8"')) == ()
    other = old.replace("application/json", '"application/json; charset=utf-16"')
    assert facts(compare(old, other)) == ["media-type-removed", "media-type-added"]


def test_names_of_headers_and_media_types_have_no_case(compare: Compare):
    old = """
        paths:
          /parcels:
            get:
              parameters: [{name: X-Depot, in: header, schema: {type: string}}]
              responses:
                "200":
                  description: Parcels.
                  headers: {X-Shelf: {schema: {type: string}}}
                  content: {application/json; charset=utf-8: {schema: {type: object}}}
    """
    new = old.replace("X-Depot", "x-depot").replace("X-Shelf", "x-shelf").replace("json; charset", "JSON;charset")
    assert compare(old, new) == ()


def test_a_status_that_a_range_includes_is_neither_new_nor_gone(compare: Compare):
    old = 'paths: {/a: {get: {responses: {"200": {description: A.}, "404": {description: B.}}}}}'
    assert facts(compare(old, old.replace("404", "4XX"))) == ["error-range-widened"]
    assert facts(compare(old.replace("404", "4XX"), old)) == ["error-range-narrowed"]
    assert facts(compare(old, old.replace("200", "2XX"))) == ["success-range-widened"]
    assert facts(compare(old.replace("200", "2XX"), old)) == ["success-range-narrowed"]


def test_what_a_range_holds_is_compared_with_what_is_left_of_it(compare: Compare):
    old = "paths: {/a: {get: {responses: {2XX: {description: A., content: {text/plain: {schema: {type: string}}}}}}}}"
    new = old.replace("2XX", '"200"').replace("type: string", "type: integer")
    assert sorted(facts(compare(old, new))) == ["success-range-narrowed", "type-changed"]


CALLBACK = """
    paths:
      /parcels:
        post:
          callbacks: {sent: {"{$request.body#/url}": {$ref: "#/components/pathItems/Sent"}}}
          responses: {"204": {description: Done.}}
      /letters:
        post:
          callbacks: {sent: {"{$request.body#/url}": {$ref: "#/components/pathItems/Sent"}}}
          responses: {"204": {description: Done.}}
    components:
      pathItems:
        Sent:
          post:
            requestBody: {content: {application/json: {schema: {type: object, properties: {at: {type: string}}}}}}
            responses: {"204": {description: Heard.}}
            callbacks: {again: {"{$request.body#/url}": {$ref: "#/components/pathItems/Sent"}}}
"""


def test_callbacks_are_read_by_those_who_ask_for_them_and_end_where_they_come_round(compare: Compare):
    (change,) = compare(CALLBACK, CALLBACK.replace("at: {type: string}", "at: {type: integer}"))
    assert change.fact == "type-changed"
    assert {use.direction for use in change.uses} == {"response"}
    assert {"callback sent of POST /parcels", "callback sent of POST /letters"} <= set(routes(change))


def test_callbacks_of_an_operation_that_is_gone_are_gone_with_it(compare: Compare):
    start, end = CALLBACK.index("      /letters"), CALLBACK.index("    components")
    without = CALLBACK[:start] + CALLBACK[end:]
    assert facts(compare(CALLBACK, without)) == ["operation-removed"]
    assert facts(compare(without, CALLBACK)) == ["operation-added"]


def test_webhooks_of_openapi_3_0_are_webhooks(compare: Compare):
    old = HEAD.replace("3.1.0", "3.0.3") + (
        "paths: {}\nx-webhooks: {moved: {post: {requestBody: {content: {application/json: {schema: {type: string}}}},"
        " responses: {'204': {description: Heard.}}}}}\n"
    )
    (change,) = compare({"openapi.yaml": old}, {"openapi.yaml": old.replace("type: string", "type: integer")})
    assert (change.fact, routes(change)) == ("type-changed", ["webhook moved"])
    newer = {"openapi.yaml": old.replace("3.0.3", "3.1.0").replace("x-webhooks", "webhooks")}
    assert compare({"openapi.yaml": old}, newer) == ()


def test_what_the_description_demands_is_one_change_for_those_that_leave_it_to_the_description(compare: Compare):
    old = f"""
        security: [{{key: []}}]
        paths:
          /a: {{get: {{{DONE}}}}}
          /b: {{get: {{{DONE}}}}}
          /c: {{get: {{security: [], {DONE}}}}}
        components:
          securitySchemes:
            key: {{type: apiKey, in: header, name: X-Key}}
            login: {{type: http, scheme: basic}}
    """
    (change,) = compare(old, old.replace("security: [{key: []}]", "security: [{login: []}, {key: [], login: []}]"))[:1]
    assert change.fact == "security-alternative-tightened"
    assert routes(change) == ["GET /a", "GET /b"]


def test_an_operation_that_says_what_the_description_said_demands_nothing_new(compare: Compare):
    scheme = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}"
    old = f"security: [{{key: []}}]\npaths: {{/a: {{get: {{{DONE}}}}}}}\n{scheme}"
    new = f"paths: {{/a: {{get: {{security: [{{key: []}}], {DONE}}}}}}}\n{scheme}"
    assert compare(old, new) == ()


def test_a_renamed_security_scheme_demands_nothing_new(compare: Compare):
    old = f"""
        security: [{{key: []}}]
        paths: {{/a: {{get: {{{DONE}}}}}}}
        components: {{securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key}}}}}}
    """
    assert facts(compare(old, old.replace("key: ", "token: "))) == ["security-scheme-renamed"]


def test_a_security_scheme_that_nobody_uses_breaks_nobody(compare: Compare):
    old = f"""
        paths: {{/a: {{get: {{{DONE}}}}}}}
        components: {{securitySchemes: {{key: {{type: apiKey, in: header, name: X-Key}}}}}}
    """
    assert facts(compare(old, old.replace("X-Key", "X-Token"))) == ["unreached-change"]


@pytest.mark.parametrize(("old", "new", "count"), [("", "true", 1), ("true", "false", 1), ("", "false", 0)])
def test_reserved_characters_in_a_form(compare: Compare, old: str, new: str, count: int):
    def form(said: str) -> str:
        encoding = f"encoding: {{a: {{allowReserved: {said}}}}}" if said else "encoding: {}"
        schema = "schema: {type: object, properties: {a: {type: string}}}"
        content = f"application/x-www-form-urlencoded: {{{schema}, {encoding}}}"
        return f"paths: {{/a: {{post: {{requestBody: {{content: {{{content}}}}}, {DONE}}}}}}}"

    assert facts(compare(form(old), form(new))) == ["part-encoding-changed"] * count


@pytest.mark.parametrize(
    ("part", "old", "new", "expected"),
    [
        ("a", "image/png", "image/png, image/gif", ["media-type-widened"]),
        ("a", "image/png, image/gif", "image/gif", ["media-type-narrowed"]),
        ("a", "image/png", "image/gif", ["part-encoding-changed"]),
        ("a", "image/png", "application/json", ["part-style-changed"]),
        ("a", "image/png", "image/png", []),
        ("b", "image/png", "image/gif", ["unreached-change"]),
    ],
)
def test_media_types_of_the_parts_of_a_form(compare: Compare, part: str, old: str, new: str, expected: list[str]):
    def form(media_type: str) -> str:
        schema = "schema: {type: object, properties: {a: {type: string, format: binary}}}"
        content = f"multipart/form-data: {{{schema}, encoding: {{{part}: {{contentType: '{media_type}'}}}}}}"
        return f"paths: {{/a: {{post: {{requestBody: {{content: {{{content}}}}}, {DONE}}}}}}}"

    assert facts(compare(form(old), form(new))) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("tokenUrl: /t", "tokenUrl: /t, refreshUrl: /t", []),
        ("tokenUrl: /t", "tokenUrl: /t, refreshUrl: /r", ["refresh-url-changed"]),
        ("tokenUrl: /t", "tokenUrl: /u", ["token-url-changed"]),
        ("tokenUrl: /t", "tokenUrl: /u, refreshUrl: /u", ["token-url-changed"]),
        ("tokenUrl: /t", "tokenUrl: /u, refreshUrl: /t", ["token-url-changed"]),
        ("tokenUrl: /t, refreshUrl: /t", "tokenUrl: /u, refreshUrl: /r", ["token-url-changed", "refresh-url-changed"]),
    ],
)
def test_tokens_are_refreshed_where_they_are_had_unless_another_place_is_said(
    compare: Compare, old: str, new: str, expected: list[str]
):
    def flow(urls: str) -> str:
        scheme = f"{{type: oauth2, flows: {{password: {{{urls}, scopes: {{}}}}}}}}"
        return f"""
            security: [{{access: []}}]
            components: {{securitySchemes: {{access: {scheme}}}}}
            paths: {{/a: {{get: {{{DONE}}}}}}}
        """

    assert facts(compare(flow(old), flow(new))) == expected
    assert facts(compare(flow(new), flow(old))) == expected


def test_servers_of_an_operation_take_the_place_of_those_of_the_description(compare: Compare):
    old = f"""
        servers: [{{url: "https://one.example.com"}}]
        paths:
          /a: {{get: {{{DONE}}}}}
          /b: {{get: {{servers: [{{url: "https://one.example.com"}}], {DONE}}}}}
    """
    (change,) = compare(old, old.replace('servers: [{url: "https://one', 'servers: [{url: "https://two', 1))
    assert change.fact == "server-url-changed"
    assert routes(change) == ["GET /a"]


@pytest.mark.parametrize(
    ("old", "new", "also"),
    [
        ("servers: [{url: /v1}]", "", []),
        ("servers: [{url: /v1/}]", "servers: [{url: /}]", []),
        ("servers: [{url: 'https://a.example/v1'}]", "servers: [{url: 'https://A.example/'}]", []),
        ("servers: [{url: 'https://a.example/v1'}]", "servers: [{url: 'https://b.example'}]", ["server-url-changed"]),
    ],
)
def test_a_part_of_the_address_may_stand_in_the_paths(compare: Compare, old: str, new: str, also: list[str]):
    parameter = "{name: x, in: path, required: true, schema: {type: string}}"
    paths = f"paths: {{/a: {{get: {{{DONE}}}}}, '/b/{{x}}': {{get: {{{DONE}, parameters: [{parameter}]}}}}}}"
    moved = paths.replace("/a", "/v1/a").replace("/b/{x}", "/v1/b/{x}")
    there, back = compare(f"{old}\n{paths}", f"{new}\n{moved}"), compare(f"{new}\n{moved}", f"{old}\n{paths}")
    assert facts(there) == facts(back) == ["base-path-moved", *also]
    assert routes(there[0]) == ["GET /v1/a", "GET /v1/b/{x}"]


def test_a_variable_whose_default_is_what_stood_there_is_no_other_address(compare: Compare):
    paths = f"paths: {{/a: {{get: {{{DONE}}}}}}}"
    old = f"servers: [{{url: 'https://example.com/v1'}}]\n{paths}"
    new = f"servers: [{{url: 'https://example.com/{{version}}', variables: {{version: {{default: v1}}}}}}]\n{paths}"
    assert facts(compare(old, new)) == ["server-variable-added"]
    assert facts(compare(old, new.replace("v1}", "v2}"))) == ["server-url-changed", "server-variable-added"]


PAGED = """
    x-specloom:
      pagination:
        pages: {style: page, page: page, items: ""}
    paths:
      /parcels:
        get: &paged
          x-specloom: {pagination: pages}
          parameters: [{name: page, in: query, schema: {type: integer}}]
          responses:
            "200":
              description: Parcels.
              content: {application/json: {schema: {type: array, items: {type: string}}}}
      /shelves: {get: *paged}
"""


def test_a_paging_scheme_may_have_any_name(compare: Compare):
    assert compare(PAGED, PAGED.replace("pages", "by_page")) == ()


def test_writing_down_a_default_of_the_extension_is_no_change(compare: Compare):
    assert compare(PAGED, PAGED.replace('items: ""', 'items: "", first: 1')) == ()


def test_a_paging_scheme_that_changes_is_one_change(compare: Compare):
    (change,) = compare(PAGED, PAGED.replace('items: ""', 'items: "", first: 0'))
    assert change.fact == "paging-changed"
    assert routes(change) == ["GET /parcels", "GET /shelves"]


def test_saying_what_the_http_method_says_already_is_no_change(compare: Compare):
    old = f"paths: {{/a: {{put: {{{DONE}}}, post: {{{DONE}}}}}}}"
    assert compare(old, old.replace("put: {", "put: {x-specloom: {idempotent: true}, ")) == ()
    changed = compare(old, old.replace("post: {", "post: {x-specloom: {idempotent: true}, "))
    assert facts(changed) == ["request-option-changed"]


FAMILY = """
    paths:
      /pets:
        get:
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema: {oneOf: [{$ref: "#/components/schemas/Pet"}, {$ref: "#/components/schemas/Dog"}]}
    components:
      schemas:
        Pet:
          type: object
          required: [kind, id]
          properties: {kind: {type: string}, id: {type: integer}}
          discriminator:
            propertyName: kind
            mapping: {pet: "#/components/schemas/Pet", dog: "#/components/schemas/Dog"}
        Dog: {allOf: [{$ref: "#/components/schemas/Pet"}, {properties: {age: {type: integer}}}]}
"""


def test_what_is_reached_in_two_ways_is_about_the_schema_that_has_it(compare: Compare):
    (change,) = compare(FAMILY, FAMILY.replace("[kind, id]", "[kind]"))
    assert len(change.subjects) > 1
    assert change.subject == ("schema", "Pet", "properties", "id")


def test_what_moves_between_files_does_not_change(compare: Compare):
    operation = f"""
        get:
          parameters: [{{name: q, in: query, schema: {{type: string}}}}]
          {DONE}
    """
    inline = HEAD + "paths:\n  /a:" + operation
    apart = {"openapi.yaml": HEAD + "paths: {/a: {$ref: a.yaml}}", "a.yaml": operation}
    assert compare({"openapi.yaml": inline.replace("\n        ", "\n    ")}, apart) == ()


def test_a_change_in_another_file_is_reported_there(compare: Compare):
    entry = HEAD + "paths: {/a: {$ref: a.yaml}}\n"
    item = f"get:\n  parameters: [{{name: q, in: query, schema: {{type: string}}}}]\n  {DONE}\n"
    new_item = item.replace("in: query,", "in: query, required: true,")
    (change,) = compare({"openapi.yaml": entry, "a.yaml": item}, {"openapi.yaml": entry, "a.yaml": new_item})
    assert change.location is not None
    assert Path(change.location.source.name).name == "a.yaml"
    assert (change.location.position.line, change.location.position.column) == (2, 47)


def test_a_version_of_openapi_is_not_part_of_the_api(compare: Compare):
    swagger = f"""
        swagger: "2.0"
        info: {{title: Depot, version: "1"}}
        host: api.example.com
        basePath: /v1
        schemes: [https]
        paths:
          /parcels:
            get:
              parameters: [{{name: q, in: query, type: string}}]
              {DONE}
    """
    openapi = f"""
        openapi: 3.1.0
        info: {{title: Depot, version: "1"}}
        servers: [{{url: "https://api.example.com/v1"}}]
        paths:
          /parcels:
            get:
              parameters: [{{name: q, in: query, schema: {{type: string}}}}]
              {DONE}
    """
    assert compare({"openapi.yaml": swagger}, {"openapi.yaml": openapi}) == ()


def test_what_is_sent_to_a_webhook_is_read_by_the_client_and_its_answer_by_the_server(compare: Compare):
    old = """
        webhooks:
          moved:
            post:
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {"200": {description: Seen., headers: {X-Seen: {schema: {type: string}}}}}
    """
    new = old.replace("requestBody: {", "requestBody: {required: true, ").replace(
        "X-Seen: {", "X-Seen: {required: true, "
    )
    body, header = compare(old, new)
    assert (body.fact, body.uses[0].direction) == ("body-became-required", "response")
    assert (header.fact, header.uses[0].direction) == ("header-became-required", "request")


SWAGGER = "swagger: '2.0'\ninfo: {title: Depot, version: '1'}\n"
LISTS = "type: array, items: {type: array, items: {type: string}, collectionFormat: HERE}, collectionFormat: csv"


@pytest.mark.parametrize(
    ("description", "old", "new", "expected"),
    [
        pytest.param(
            SWAGGER + f"paths: {{/a: {{get: {{parameters: [{{name: q, in: query, {LISTS}}}], {DONE}}}}}}}",
            "ssv",
            "pipes",
            ["the query parameter 'q' was written in the style csv of ssv and is written in the style csv of pipes"],
            id="lists-in-a-list",
        ),
        pytest.param(
            SWAGGER
            + "consumes: [multipart/form-data]\n"
            + f"paths: {{/a: {{post: {{parameters: [{{name: q, in: formData, {LISTS}}}], {DONE}}}}}}}",
            "ssv",
            "pipes",
            ["the part 'q' was written in the style csv of ssv and is written in the style csv of pipes"],
            id="lists-in-a-part",
        ),
        pytest.param(
            HEAD + 'paths: {/a: {get: {responses: {"200": {description: A., headers: '
            "{X-A: {explode: HERE, schema: {type: string}}}}}}}}",
            "true",
            "false",
            ["'explode' of the header 'X-A' changed, which has no effect on its values"],
            id="header",
        ),
        pytest.param(
            HEAD.replace("3.1.0", "3.2.0") + 'paths: {/a: {get: {responses: {"200": {description: A., content: '
            "{application/jsonl: {schema: {type: array, HERE}, itemSchema: {type: object}}}}}}}}",
            "maxItems: 3",
            "maxItems: 2",
            ["maxItems of response 200 application/jsonl whole of GET /a was lowered from 3 to 2"],
            id="stream-as-a-whole",
        ),
        pytest.param(
            HEAD + f"paths: {{HERE, {DONE}}}}}}}",
            "/a: {get: {servers: [{url: https://a.example/v1}]",
            "/v1/a: {get: {servers: [{url: https://a.example}]",
            ["'/v1' stood in the server's address and stands in the paths of operations"],
            id="server-of-an-operation",
        ),
        pytest.param(
            HEAD + f"paths: {{/HERE: {{get: {{summary: All of them., {DONE}}}}}}}",
            "orders",
            "all/orders",
            ["the operation was 'GET /orders' and is 'GET /all/orders'"],
            id="operation-without-a-name",
        ),
        pytest.param(
            HEAD + "paths: {/a: {post: {requestBody: {content: {application/json: {schema: "
            f"{{type: object, properties: {{HERE: false}}}}}}}}}}, {DONE}}}}}}}",
            "old",
            "new",
            [
                "'new' in body application/json of POST /a may no longer be there",
                "'old' in body application/json of POST /a may now be there",
            ],
            id="names-that-are-forbidden",
        ),
        pytest.param(
            HEAD + "paths: {/a: {post: {requestBody: {content: {application/json: {schema: "
            f"{{type: string, enum: [x], x-specloom: {{names: {{HERE: x}}}}}}}}}}}}, {DONE}}}}}}}",
            "OLD",
            "NEW",
            ["names of the values of body application/json of POST /a are different"],
            id="names-of-values",
        ),
    ],
)
def test_what_is_told(compare: Compare, description: str, old: str, new: str, expected: list[str]):
    files = ({"openapi.yaml": description.replace("HERE", each)} for each in (old, new))
    assert [change.message for change in compare(*files)] == expected


def test_a_server_may_move_between_the_description_and_its_operation(compare: Compare):
    outside = f"servers: [{{url: https://a.example}}]\npaths: {{/a: {{get: {{{DONE}}}}}}}"
    inside = f"paths: {{/a: {{get: {{servers: [{{url: https://a.example}}], {DONE}}}}}}}"
    into, out = compare(outside, inside)[-1], compare(inside, outside)[-1]
    assert into.message == "'https://a.example' is the server of the operation now, and was that of the description"
    assert out.message == "'https://a.example' was the server of the operation, and is that of the description now"
    assert [place.pointer[0] for place in (into.old_location, into.location) if place] == ["servers", "paths"]


def test_operations_without_names_are_paired_only_where_one_says_what_it_does(compare: Compare):
    old, new = (
        f"paths: {{/{each}: {{get: {{{DONE}}}}}, /{each}/more: {{get: {{{DONE}}}}}}}" for each in ("a", "all/a")
    )
    assert facts(compare(old, new)) == ["operation-removed", "operation-removed", "operation-added", "operation-added"]
