"""One document out of many files."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from specloom.spec.bundle import bundle_description
from specloom.spec.load import load_description
from specloom.targets.target import Target

Write: TypeAlias = Callable[..., Path]

FILES = {
    "openapi.yaml": """\
        openapi: 3.1.0
        info: {title: T, version: '1'}
        x-specloom: {package: shop}
        x-other: kept
        paths:
          /a: {$ref: paths/a.yaml}
          /b: {$ref: '#/components/pathItems/B'}
        components:
          pathItems: {B: {get: {operationId: b}}}
          schemas:
            Order: {type: string}
            Pet:
              oneOf: [{$ref: schemas/Cat.yaml}]
              discriminator: {propertyName: k, mapping: {cat: schemas/Cat.yaml}}
        """,
    "paths/a.yaml": """\
        parameters: [{$ref: '../common.yaml#/Limit'}]
        get:
          operationId: a
          x-specloom: {method: list}
          responses:
            '200':
              description: d
              content:
                application/json: {schema: {$ref: '../schemas/Order.yaml'}}
            '404': {$ref: '../common.yaml#/Not%20found'}
        """,
    "common.yaml": """\
        Limit: {name: limit, in: query, schema: {$ref: 'openapi.yaml#/components/schemas/Order'}}
        Not found: {description: d}
        """,
    "schemas/Order.yaml": (
        "type: object\nproperties: {parent: {$ref: '#'}, pet: {$ref: '../openapi.yaml#/components/schemas/Pet'}}\n"
    ),
    "schemas/Cat.yaml": "type: object\nproperties: {k: {const: cat}}\n",
}


@pytest.fixture
def entry(write: Write):
    return write(FILES)


@pytest.fixture
def bundled(entry: Path):
    return bundle_description(Target(entry))


def test_path_items_are_put_in_place(bundled: dict[str, Any]):
    assert bundled["paths"]["/a"]["get"]["operationId"] == "a"
    assert bundled["paths"]["/b"] == {"$ref": "#/components/pathItems/B"}


def test_other_objects_become_components(bundled: dict[str, Any]):
    item = bundled["paths"]["/a"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    responses = item["get"]["responses"]
    assert responses["404"] == {"$ref": "#/components/responses/Not_found"}
    assert bundled["components"]["responses"] == {"Not_found": {"description": "d"}}
    assert bundled["components"]["parameters"]["Limit"]["schema"] == {"$ref": "#/components/schemas/Order"}


def test_names_that_are_taken(bundled: dict[str, Any]):
    schemas = bundled["components"]["schemas"]
    assert sorted(schemas) == ["Cat", "Order", "Order.Order", "Pet"]
    assert schemas["Order.Order"]["properties"]["parent"] == {"$ref": "#/components/schemas/Order.Order"}


def test_discriminators_are_rewritten(bundled: dict[str, Any]):
    pet = bundled["components"]["schemas"]["Pet"]
    assert pet["discriminator"]["mapping"] == {"cat": "#/components/schemas/Cat"}


def test_order_and_extensions_are_kept(bundled: dict[str, Any]):
    assert list(bundled) == ["openapi", "info", "x-specloom", "x-other", "paths", "components"]
    assert bundled["paths"]["/a"]["get"]["x-specloom"] == {"method": "list"}


def plain(value: object, names: dict[str, str]):
    """Return a document as plain values, its schemas called by what names say."""
    if dataclasses.is_dataclass(value):
        fields = [field for field in dataclasses.fields(value) if field.compare]
        return {field.name: plain(getattr(value, field.name), names) for field in fields}
    if isinstance(value, dict):
        return {names.get(key, key): plain(each, names) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each, names) for each in value]
    return names.get(value, value) if isinstance(value, str) else value


def test_the_bundle_says_the_same(entry: Path, bundled: dict[str, Any], tmp_path: Path):
    (tmp_path / "bundle.json").write_text(json.dumps(bundled))
    names = {
        "schemas/Order.yaml#": "#/components/schemas/Order.Order",
        "schemas/Cat.yaml#": "#/components/schemas/Cat",
    }
    before = plain(load_description(Target(entry)).document, names)
    after = plain(load_description(Target(tmp_path / "bundle.json")).document, {})
    # A schema is called after its file, or after the name that the bundle found free.
    before["schemas"]["#/components/schemas/Order.Order"]["name"] = "Order.Order"
    assert after == before


@pytest.mark.parametrize(
    "text",
    [
        (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {/a: {get:"
            " {parameters: [{name: q, in: query, schema:"
            " {type: string, nullable: true}}], responses: {'200': {$ref: '#/components/responses/R'}}}}}\n"
            "components: {responses: {R: {description: d}}}\n"
        ),
        (
            "swagger: '2.0'\ninfo: {title: T, version: '1'}\nhost: a.example\npaths: {/a: {post: {parameters:"
            " [{name: b, in: body, schema: {$ref: '#/definitions/A'}}], responses: {'200': {description: d}}}}}\n"
            "definitions: {A: {type: object, properties: {'b c': {$ref: '#/definitions/A/properties/d'}, d: {}}}}\n"
        ),
    ],
    ids=["3.0", "2.0"],
)
def test_a_document_of_another_version_says_the_same(text: str, write: Write, tmp_path: Path):
    entry = write({"openapi.yaml": text})
    (tmp_path / "bundle.json").write_text(json.dumps(bundle_description(Target(entry))))
    assert load_description(Target(tmp_path / "bundle.json")).document == load_description(Target(entry)).document


@pytest.mark.parametrize(("listed", "bundled"), [("[]", ["c"]), ("[a, b]", ["a", "b", "c"]), ("[c, a]", ["c", "a"])])
def test_what_openapi_3_0_says_of_servers_is_right_in_3_1(listed: str, bundled: list[str], write: Write):
    servers = f"servers: [{{url: 'https://{{v}}.example', variables: {{v: {{default: c, enum: {listed}}}}}}}]"
    text = f"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\n{servers}\npaths: {{}}\n"
    description = bundle_description(Target(write({"openapi.yaml": text})))
    assert description["servers"][0]["variables"]["v"]["enum"] == bundled
    assert load_description(Target(write({"openapi.yaml": json.dumps(description)}))).warnings == ()


@pytest.mark.parametrize(("version", "said"), [("3.0.3", {"examples": [{"a": 1}]}), ("3.1.0", {"example": {"a": 1}})])
def test_the_example_of_a_schema_is_in_the_words_of_3_1(version: str, said: dict[str, Any], write: Write):
    components = "components: {schemas: {A: {type: object, example: {a: 1}}}}"
    text = f"openapi: {version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{components}\n"
    description = bundle_description(Target(write({"openapi.yaml": text})))
    assert description["components"]["schemas"]["A"] == {"type": "object"} | said
