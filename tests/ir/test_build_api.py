"""What real descriptions have and small ones do not: the same name twice, contradictions, ranges of media types."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from specloom.findings import DescriptionError
from specloom.ir.api import Api, Method, all_resources, list_arguments
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.ir.types import AliasType, ListOf, Literals, Named, NamedType, ObjectType, Scalar, TupleOf, Type, Union
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

Described = dict[str, Any]
Build = Callable[..., Api]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def built(paths: Described, schemas: Described | None = None, **members: object) -> Api:
        file = tmp_path / "openapi.yaml"
        components = {"schemas": schemas or {}}
        file.write_text(
            yaml.safe_dump(
                {
                    "openapi": "3.1.0",
                    "info": {"title": "Real", "version": "1"},
                    "paths": paths,
                    "components": components,
                    **members,
                },
                sort_keys=False,
            ),
            encoding="utf-8",
        )
        return build_api(load_description(Target(file)).document)

    return built


def answers(schema: Described, content_type: str = "application/json") -> Described:
    return {"200": {"description": "Done.", "content": {content_type: {"schema": schema}}}}


def get(schema: Described, **members: object) -> Described:
    return {"/things": {"get": {"operationId": "getThings", "responses": answers(schema), **members}}}


def reference(name: str) -> Described:
    return {"$ref": f"#/components/schemas/{name}"}


def method(api: Api) -> Method:
    return api.resources[0].methods[0]


def field_types(type_: NamedType) -> dict[str, Type]:
    assert isinstance(type_, ObjectType)
    return {field.name: field.type for field in type_.fields}


def test_a_parameter_in_several_places_is_bare_in_the_first_of_them(build: Build) -> None:
    parameters = [
        {"name": "id", "in": place, "required": place == "path", "schema": {"type": "string"}}
        for place in ("cookie", "header", "path", "query")
    ]
    operation = {"operationId": "find", "parameters": parameters, "responses": answers({"type": "string"})}
    found = method(build({"/things/{id}": {"get": operation}}))
    assert {argument.place: argument.name for argument in found.arguments} == {
        "path": "id",
        "query": "id_query",
        "header": "id_header",
        "cookie": "id_cookie",
    }


def test_an_inline_type_gives_way_to_one_that_has_a_name(build: Build) -> None:
    inline = {"type": "object", "properties": {"status": {"type": "object", "properties": {"code": {}}}}}
    named = {"type": "object", "properties": {"text": {"type": "string"}, "order": reference("Order")}}
    api = build(get(reference("OrderStatus")), {"OrderStatus": named, "Order": inline})
    assert set(api.answers) == {"OrderStatus", "Order", "OrderStatusInline"}


def test_names_that_differ_only_in_signs_are_told_apart(build: Build) -> None:
    one = {"type": "object", "properties": {"a": {"type": "string"}, "other": reference("File--Full")}}
    two = {"type": "object", "properties": {"b": {"type": "string"}}}
    api = build(get(reference("FileFull")), {"FileFull": one, "File--Full": two})
    assert set(api.answers) == {"FileFull", "FileFullModel"}
    assert field_types(api.answers["FileFull"])["other"] == Named("FileFullModel")


def test_a_schema_inside_another_is_called_after_both(build: Build) -> None:
    owner = {"type": "object", "properties": {"part": {"oneOf": [{"type": "object", "properties": {"x": {}}}]}}}
    api = build(get(reference("Owner/properties/part/oneOf/0")), {"Owner": owner})
    assert set(api.answers) == {"OwnerPartOption1"}


@pytest.mark.parametrize(
    ("members", "names"),
    [
        ({"title": ["Card", "Cash"]}, {"GetThingsResponseCard", "GetThingsResponseCash"}),
        ({"title": ["Same", "Same"]}, {"GetThingsResponseOption1", "GetThingsResponseOption2"}),
        ({}, {"GetThingsResponseOption1", "GetThingsResponseOption2"}),
    ],
)
def test_branches_are_named_by_their_titles(build: Build, members: dict[str, list[str]], names: set[str]) -> None:
    branches = [
        {
            "type": "object",
            "properties": {key: {"type": "string"}},
            **{name: texts[index] for name, texts in members.items()},
        }
        for index, key in enumerate(("a", "b"))
    ]
    assert set(build(get({"oneOf": branches})).answers) == names


def test_branches_are_named_by_the_constant_that_they_hold(build: Build) -> None:
    branches = [{"type": "object", "properties": {"kind": {"const": kind}}} for kind in ("card", "cash")]
    assert set(build(get({"oneOf": branches})).answers) == {"GetThingsResponseCard", "GetThingsResponseCash"}


def test_inline_answers_of_several_statuses_have_names_of_their_own(build: Build) -> None:
    responses = {
        status: {
            "description": "Done.",
            "content": {"application/json": {"schema": {"type": "object", "properties": {name: {"type": "string"}}}}},
        }
        for status, name in (("200", "a"), ("202", "b"), ("2XX", "c"))
    }
    answer = method(build({"/things": {"get": {"operationId": "run", "responses": responses}}})).answer
    assert answer.by_status == {200: Named("RunResponse"), 202: Named("RunResponse202"), "2XX": Named("RunResponse2XX")}


def test_resources_are_walked_over_as_they_are_written_and_parents_first(build: Build) -> None:
    named = ("shop", "orders", "shop.lines", "shop.lines.notes", "about")
    paths = {f"/{n}": {"get": {"x-specloom": {"resource": name}, "responses": {}}} for n, name in enumerate(named)}
    api = build(paths)
    expected = ["shop", "shop.lines", "shop.lines.notes", "orders", "about"]
    assert [".".join(each.path) for each in all_resources(api.resources)] == expected
    assert [each.path_in_client for each in build_surface(api).all_resources()] == expected


@pytest.mark.parametrize("content_type", ["application/hal+json", "text/plain"])
def test_what_is_json_under_another_name_has_no_type_of_its_own(build: Build, content_type: str) -> None:
    schema = {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}
    content = {"application/json": schema, content_type: schema}
    responses = {"200": {"description": "Done.", "content": content}}
    api = build({"/things": {"get": {"operationId": "run", "responses": responses}}})
    assert set(api.answers) == {"RunResponse"}


def test_the_last_part_of_an_all_of_wins_where_parts_contradict_each_other(build: Build) -> None:
    base = {"type": "object", "properties": {"value": {"type": "string"}, "kind": {"enum": ["base"]}}}
    more = {"type": "object", "properties": {"value": {"type": "integer"}, "kind": {"enum": ["more"]}}}
    api = build(get(reference("More")), {"Base": base, "More": {"allOf": [reference("Base"), more]}})
    assert field_types(api.answers["More"]) == {"value": Scalar("int"), "kind": Literals(("more",), open=True)}


def test_an_object_that_extends_a_nullable_one_is_an_object(build: Build) -> None:
    small = {"anyOf": [{"type": "object", "properties": {"id": {"type": "string"}}}, {"type": "null"}]}
    large = {"allOf": [reference("Small"), {"type": "object", "properties": {"size": {"type": "integer"}}}]}
    api = build(get(reference("Large")), {"Small": small, "Large": large})
    assert field_types(api.answers["Large"]) == {"id": Scalar("str"), "size": Scalar("int")}


def test_a_list_of_inline_objects_in_a_choice_has_an_item_type(build: Build) -> None:
    choice = {"oneOf": [{"type": "array", "items": {"type": "object", "properties": {"a": {"type": "string"}}}}]}
    api = build(get(reference("Choice")), {"Choice": choice})
    alias = api.answers["Choice"]
    assert isinstance(alias, AliasType)
    assert isinstance(alias.type, ListOf)
    assert isinstance(alias.type.item, Named)
    assert alias.type.item.name != "Choice"


@pytest.mark.parametrize(
    ("schema", "content_type", "kind"),
    [
        ({"type": "object"}, "*/*", "json"),
        ({"type": "array", "items": {"type": "string"}}, "application/*", "json"),
        ({"type": "string", "format": "binary"}, "*/*", "bytes"),
        ({"$ref": "#/components/schemas/Text"}, "*/*", "bytes"),
        ({}, "*/*", "bytes"),
        ({"type": "object"}, "image/*", "bytes"),
    ],
)
def test_any_media_type_is_json_where_the_schema_says_so(
    build: Build, schema: Described, content_type: str, kind: str
) -> None:
    text = {"Text": {"type": "string"}}
    assert method(build(get({}, responses=answers(schema, content_type)), text)).answer.kind == kind


@pytest.mark.parametrize(
    ("schema", "offered", "sent"),
    [
        ({"type": "array", "items": {}}, "*/*", ("json", "application/json")),
        ({"type": "string", "format": "binary"}, "image/*", ("content", "image/*")),
        ({"$ref": "#/components/schemas/File"}, "*/*", ("content", "*/*")),
        ({"type": "string"}, "text/csv", ("content", "text/csv")),
    ],
)
def test_only_json_is_chosen_from_a_range(build: Build, schema: Described, offered: str, sent: tuple[str, str]) -> None:
    operation = {
        "operationId": "send",
        "requestBody": {"required": True, "content": {offered: {"schema": schema}}},
        "responses": {"204": {"description": "Done."}},
    }
    body = method(build({"/things": {"post": operation}}, {"File": {"type": "string", "format": "binary"}})).body
    assert body is not None
    assert (body.kind, body.content_type) == sent


def test_properties_with_one_name_are_both_kept(build: Build) -> None:
    schema = {"type": "object", "properties": {"_id": {"type": "string"}, "id": {"type": ["integer", "null"]}}}
    types = field_types(build(get(reference("Thing")), {"Thing": schema}).answers["Thing"])
    assert types == {"id_": Scalar("str"), "id": Union((Scalar("int"), Scalar("none")))}


def _extended(**properties: Described) -> Described:
    return {"allOf": [reference("Thing"), {"type": "object", "properties": properties}]}


@pytest.mark.parametrize(
    ("properties", "types"),
    [
        ({"a": _extended()}, 2),
        ({"a": _extended(), "b": _extended()}, 3),
        ({"a": _extended(b=_extended(c={"type": "string"}))}, 3),
        ({"a": {"type": "array", "items": _extended()}, "b": _extended(c={"type": "string"})}, 3),
        ({"a": {"anyOf": [_extended(b={"type": "string"}), {"type": "null"}]}, "b": _extended()}, 3),
        ({name: _extended() for name in "abcdefghij"}, 11),
    ],
)
def test_objects_that_extend_what_they_stand_in_end(build: Build, properties: Described, types: int) -> None:
    api = build(get(reference("Thing")), {"Thing": {"type": "object", "properties": properties}})
    assert len(api.answers) == types
    assert all(set(field_types(each)) >= set(properties) for each in api.answers.values())


@pytest.mark.parametrize(
    ("properties", "arguments"),
    [
        (["id", "_id"], {"id": "id", "id_": "_id"}),
        (["userId", "user_id"], {"userId": "userId", "user_id": "user_id"}),
        (["type", "@type"], {"type": "type", "at_type": "@type"}),
        (["evil.", "\u202eevil"], {"evil": "evil.", "evil_": "\u202eevil"}),
        (["request", "Request"], {"request": "request", "Request": "Request"}),
        (["request", "_request"], {"request": "request", "request_": "_request"}),
    ],
)
def test_properties_with_one_name_are_arguments_of_their_own(
    build: Build, properties: list[str], arguments: dict[str, str]
) -> None:
    schema = {"type": "object", "properties": {name: {"type": "string"} for name in properties}}
    body = {"content": {"application/json": {"schema": schema}}}
    operation = {"operationId": "send", "requestBody": body, "responses": {"204": {"description": "Done."}}}
    found = list_arguments(method(build({"/things": {"post": operation}})))
    assert {each.name: each.wire_name for each in found} == arguments


@pytest.mark.parametrize(
    ("content_types", "expected"),
    [
        (["application/json"], ""),
        (["application/JSON; charset=utf-8"], ""),
        (["application/json; v=2"], ""),
        (["*/*"], ""),
        (["application/vnd.things+json"], "application/vnd.things+json"),
        (["application/vnd.things+json; charset=utf-8; v=2"], "application/vnd.things+json; v=2"),
        (["application/vnd.things+json", "application/json"], "application/vnd.things+json, application/json"),
        (["application/json", "application/pdf"], "application/json, application/pdf"),
        (["application/vnd.\r\nX: +json"], ""),
        (["text/csv"], ""),
    ],
)
def test_what_is_asked_for(content_types: list[str], expected: str, build: Build):
    responses = {
        str(200 + number): {"description": "d", "content": {content_type: {"schema": {"type": "object"}}}}
        for number, content_type in enumerate(content_types)
    }
    assert method(build({"/things": {"get": {"responses": responses}}})).answer.accept == expected


def test_every_status_has_its_own_way_of_being_read(build: Build):
    responses = answers({"type": "integer"}) | {
        "206": {"description": "d", "content": {"application/pdf": {}}},
        "203": {"description": "d", "content": {"text/plain": {}}},
        "204": {"description": "d"},
    }
    answer = method(build({"/things": {"get": {"responses": responses}}})).answer
    assert answer.by_status == {200: Scalar("int"), 203: Scalar("str"), 204: None, 206: Scalar("bytes")}


def test_items_in_a_row_make_a_tuple_that_may_end_early_or_go_on(build: Build):
    row = [{"type": "object", "properties": {name: {"type": "string"}}} for name in ("a", "b")]
    answer = method(build(get({"prefixItems": row}))).answer
    first, second = Named("GetThingsResponseItemOption1"), Named("GetThingsResponseItemOption2")
    assert answer.type == Union((TupleOf((first, second), Scalar("any")), TupleOf((first,)), TupleOf(())))


def test_a_json_body_without_a_schema_is_any_json(build: Build):
    body = {"content": {"application/json": {}}}
    described = method(build({"/things": {"post": {"requestBody": body, "responses": {}}}})).body
    assert described is not None
    assert described.whole is not None
    assert described.whole.type == Scalar("any")


@pytest.mark.parametrize(
    ("count", "skips", "advice"), [(5, 5, "clients can use"), (6, 0, "clients can use; 6 operations need it")]
)
def test_credentials_that_no_client_has_name_the_operations_that_need_them(
    count: int, skips: int, advice: str, build: Build
):
    routes = [f"GET /{number}" for number in range(count)]
    done: Described = {"get": {"responses": {"204": {"description": "Done."}}, "security": [{"sealed": []}]}}
    sealed = {"securitySchemes": {"sealed": {"type": "http", "scheme": "hoba"}}}
    with pytest.raises(DescriptionError) as refused:
        build({route.removeprefix("GET "): done for route in routes}, components=sealed)
    (finding,) = refused.value.findings
    assert finding.skips == tuple(routes[:skips])
    assert finding.help.endswith(advice)


def test_a_tag_without_a_name_has_no_others_below_it(build: Build):
    api = build(get({}, tags=["shop"]), tags=[{"name": ""}, {"name": "shop"}])
    assert [resource.path for resource in all_resources(api.resources)] == [("shop",)]


@pytest.mark.parametrize(
    ("beside", "names"),
    [
        ({}, ["name"]),
        ({"type": ["object", "null"]}, ["body"]),
        ({"oneOf": [{"required": ["name"]}, {"properties": {"size": {"type": "integer"}}}]}, ["body"]),
    ],
    ids=["an object alone", "an object or null", "a choice"],
)
def test_only_the_properties_of_a_plain_object_are_arguments(build: Build, beside: Described, names: list[str]):
    schema = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}, **beside}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    api = build({"/things": {"post": {"requestBody": body, "responses": {"204": {"description": "Done."}}}}})
    assert [each.name for each in list_arguments(method(api))] == names


@pytest.mark.parametrize(
    ("content_type", "names", "types"),
    [("application/json", ["body"], ["", "Line"]), ("multipart/form-data", ["file", "line"], ["Line"])],
)
def test_further_members_of_a_type_keep_json_whole_and_not_a_form_with_files(
    content_type: str, names: list[str], types: list[str], build: Build
):
    line = {"type": "object", "properties": {"size": {"type": "integer"}}}
    properties = {"file": {"type": "string", "format": "binary"}, "line": line}
    schema = {"type": "object", "properties": properties, "additionalProperties": {"type": "string"}}
    body = {"required": True, "content": {content_type: {"schema": schema}}}
    api = build({"/things": {"post": {"requestBody": body, "responses": {"204": {"description": "Done."}}}}})
    assert [each.name for each in list_arguments(method(api))] == names
    assert sorted(api.inputs) == sorted(f"ThingsPostThingsBody{name}Input" for name in types)


def test_a_header_field_that_an_overlay_gives_an_operation_is_its_own(build: Build, tmp_path: Path):
    build(get({"type": "string"}))
    overlay = tmp_path / "overlay.yaml"
    target = "$.paths['/things'].get.responses['200']"
    update = "{headers: {X-Left: {schema: {type: integer}}}}"
    overlay.write_text(
        f"overlay: 1.1.0\ninfo: {{title: Ours, version: '1'}}\nactions: [{{target: \"{target}\", update: {update}}}]\n"
    )
    document = load_description(Target(tmp_path / "openapi.yaml", overlay=(overlay,))).document
    assert method(build_api(document)).headers == "GetThingsHeaders"


_ANY_LIST = {"type": "array", "items": {}}
_TAGGED = {"oneOf": [reference("Thing"), reference("List")], "discriminator": {"propertyName": "kind"}}


@pytest.mark.parametrize(
    ("schema", "listing"),
    [
        ({"type": "string"}, False),
        (_ANY_LIST, True),
        (reference("List"), True),
        ({"anyOf": [{"type": "string"}, {"anyOf": [reference("List"), {"type": "null"}]}]}, True),
        (_TAGGED, True),
        (reference("Thing"), False),
        ({"type": "object", "properties": {"rows": reference("List")}}, True),
        ({"type": "object", "properties": {"more": reference("Envelope")}}, False),
    ],
)
@pytest.mark.parametrize(("said", "counts"), [({}, False), ({"empty_codes": ["GONE"]}, True)])
def test_an_empty_list_comes_as_a_failure_only_where_a_list_may_come(
    build: Build, schema: Described, listing: bool, said: Described, counts: bool
) -> None:
    schemas = {
        "Thing": {"type": "object", "properties": {"kind": {"type": "string"}}},
        "List": _ANY_LIST,
        "Envelope": {"type": "object", "properties": {"rows": _ANY_LIST}},
    }
    api = build(get(schema), schemas, **{"x-specloom": {"error": {"success": "/ok", **said}}})
    assert method(api).listing is (listing and counts)


def test_a_title_describes_what_it_does_not_only_name(build: Build) -> None:
    properties = {"createdAt": {"title": "Created At"}, "note": {"title": "Words of the customer"}}
    api = build(get(reference("Thing")), {"Thing": {"title": "Thing", "type": "object", "properties": properties}})
    thing = api.answers["Thing"]
    assert isinstance(thing, ObjectType)
    assert [thing.description, *(field.description for field in thing.fields)] == ["", "", "Words of the customer"]


@pytest.mark.parametrize(
    ("statuses", "options"),
    [
        (["200", "404"], {}),
        (["200", "304"], {"described": [304]}),
        (["2XX", "3XX", "301"], {"described": ["3XX", 301]}),
        (["302", "404"], {"described": [302], "follow": False}),
        (["3XX", "default"], {"described": ["3XX"], "follow": False}),
    ],
)
def test_redirects_that_are_described_are_answers(build: Build, statuses: list[str], options: Described) -> None:
    responses = {status: {"description": "Said."} for status in statuses}
    assert method(build({"/things": {"get": {"responses": responses}}})).options == options
