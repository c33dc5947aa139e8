"""Every schema of every description is valid JSON Schema, and every example fits the schema it stands beside.

Independent of Specloom's own reading on purpose: the walk follows the Specification's fixed fields
(OpenAPI 3.1.1, 4.8) and the checks are those of the jsonschema library.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, best_match
from referencing import Registry
from referencing.jsonschema import DRAFT202012

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DESCRIPTIONS = sorted(ROOT.glob("specs/*/openapi.yaml"))

OPERATIONS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
SCHEMA_MEMBERS = {
    "one": "additionalProperties contains contentSchema else if items not propertyNames then "
    "unevaluatedItems unevaluatedProperties",
    "list": "allOf anyOf oneOf prefixItems",
    "map": "$defs dependentSchemas patternProperties properties",
}
CHILDREN = {
    "document": {
        "paths": ("map", "path item"),
        "webhooks": ("map", "path item"),
        "components": ("one", "components"),
    },
    "components": {
        "schemas": ("map", "schema"),
        "responses": ("map", "response"),
        "parameters": ("map", "parameter"),
        "requestBodies": ("map", "request body"),
        "headers": ("map", "header"),
        "pathItems": ("map", "path item"),
    },
    "path item": {"parameters": ("list", "parameter")} | dict.fromkeys(OPERATIONS, ("one", "operation")),
    "operation": {
        "parameters": ("list", "parameter"),
        "requestBody": ("one", "request body"),
        "responses": ("map", "response"),
    },
    "parameter": {"schema": ("one", "schema"), "content": ("map", "media type")},
    "header": {"schema": ("one", "schema"), "content": ("map", "media type")},
    "request body": {"content": ("map", "media type")},
    "response": {"headers": ("map", "header"), "content": ("map", "media type")},
    "media type": {"schema": ("one", "schema")},
    "schema": {name: (shape, "schema") for shape, names in SCHEMA_MEMBERS.items() for name in names.split()},
}
"""Object of the Specification → its member → how many objects of which kind stand there."""


@dataclass(frozen=True)
class Place:
    """An object of a description: its kind, where it is written, and what is written there."""

    uri: str
    kind: str
    value: Any

    def child(self, kind: str, value: object, *segments: str) -> Place:
        steps = (quote(segment.replace("~", "~0").replace("/", "~1")) for segment in segments)
        return Place("/".join((self.uri, *steps)), kind, value)

    def children(self) -> Iterator[Place]:
        for member, (shape, kind) in CHILDREN.get(self.kind, {}).items():
            if not isinstance(self.value, dict) or member not in self.value:
                continue
            value = self.value[member]
            if shape == "one":
                yield self.child(kind, value, member)
            else:
                items = value.items() if shape == "map" else enumerate(value)
                for key, item in items:
                    yield self.child(kind, item, member, str(key))

    def __str__(self) -> str:
        file, fragment = urldefrag(unquote(self.uri))
        return f"{Path(file).name}#{fragment}"


@dataclass
class Description:
    """A description in one or more files, read as every JSON tool reads it."""

    entry: Path
    files: dict[str, object] = field(default_factory=dict)

    def load(self, uri: str) -> object:
        if uri not in self.files:
            text = Path(unquote(urlsplit(uri).path)).read_text("utf-8")
            written = yaml.load(text, yaml.CSafeLoader)
            self.files[uri] = json.loads(json.dumps(written))  # refuses dates and turns numeric keys into text
        return self.files[uri]

    @property
    def registry(self) -> Registry[Any]:
        """The files read so far, for looking up references."""
        files = ((uri, DRAFT202012.create_resource(contents)) for uri, contents in self.files.items())
        return Registry[Any]().with_resources(files)

    def follow(self, place: Place) -> Place:
        """Return the object that a reference means, or the place itself."""
        if not isinstance(place.value, dict) or "$ref" not in place.value:
            return place
        file, fragment = urldefrag(urljoin(place.uri, place.value["$ref"]))
        self.load(file)
        uri = f"{file}#{fragment}"
        return Place(uri, place.kind, self.registry.resolver().lookup(uri).contents)

    def places(self) -> Iterator[Place]:
        """Yield every object once, in the files that references lead to as well."""
        uri = self.entry.resolve().as_uri()
        todo = [Place(f"{uri}#", "document", self.load(uri))]
        seen = set()
        while todo:
            place = todo.pop()
            if (place.uri, place.kind) not in seen:
                seen.add((place.uri, place.kind))
                yield place
                todo += [self.follow(place), *place.children()]

    def examples(self, place: Place) -> Iterator[tuple[str, Any, str]]:
        """Yield name, value and the URI of the schema of every example that stands at a place."""
        if not isinstance(place.value, dict):
            return
        is_schema = place.kind == "schema"
        if not is_schema and "schema" not in place.value:
            return
        schema = place.uri if is_schema else f"{place.uri}/schema"
        for name in ("example", "default"):
            if name in place.value:
                yield name, place.value[name], schema
        examples = place.value.get("examples", {})
        for key, example in enumerate(examples) if is_schema else examples.items():
            at = place.child("example", example, "examples", str(key))
            yield f"examples/{key}", example if is_schema else self.follow(at).value["value"], schema

    def check(self) -> Iterator[str]:
        """Yield a line for every schema that is none, and for every example that does not fit."""
        places = list(self.places())
        registry = self.registry
        for place in places:
            if place.kind == "schema":
                try:
                    Draft202012Validator.check_schema(place.value)
                except SchemaError as error:
                    yield f"{place}: no JSON Schema: {error.message}"
            for name, value, schema in self.examples(place):
                misfit = best_match(Draft202012Validator({"$ref": schema}, registry=registry).iter_errors(value))
                if misfit:
                    yield f"{place}/{name}{misfit.json_path[1:]}: {misfit.message}"


@pytest.mark.parametrize("entry", DESCRIPTIONS, ids=lambda path: path.parent.name)
def test_schemas_and_examples_are_valid(entry: Path):
    assert list(Description(entry).check()) == []


MISTAKES = {
    "media type": ("{schema: {type: integer}, example: one}", "example: 'one' is not of type 'integer'"),
    "named example": ("{schema: {type: integer}, examples: {a: {value: one}}}", "a: 'one' is not of type 'integer'"),
    "shared example": (
        "{schema: {type: integer}, examples: {a: {$ref: '#/components/examples/text'}}}",
        "a: 'one' is not of type 'integer'",
    ),
    "inside a value": (
        "{schema: {properties: {n: {type: integer}}}, example: {n: one}}",
        "example.n: 'one' is not of type 'integer'",
    ),
    "in another file": ("{schema: {$ref: 'schemas/count.yaml'}, example: one}", "'one' is not of type 'integer'"),
    "of a schema": ("{schema: {type: integer, examples: [1, one]}}", "examples/1: 'one' is not of type 'integer'"),
    "of a schema elsewhere": ("{schema: {$ref: 'schemas/wrong.yaml#/deep'}}", "examples/0: 'one' is not of type"),
    "default": ("{schema: {type: integer, default: one}}", "default: 'one' is not of type 'integer'"),
    "schema": ("{schema: {type: number, minimum: low}}", "no JSON Schema: 'low' is not of type 'number'"),
    "schema below": ("{schema: {items: {properties: {n: {type: whole}}}}}", "no JSON Schema: 'whole' is not valid"),
}


@pytest.mark.parametrize(("media_type", "message"), MISTAKES.values(), ids=MISTAKES)
def test_the_check_finds_mistakes(tmp_path: Path, media_type: str, message: str):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/count.yaml").write_text("type: integer\n")
    (tmp_path / "schemas/wrong.yaml").write_text("deep: {type: integer, examples: [one]}\n")
    (tmp_path / "openapi.yaml").write_text(
        "components: {examples: {text: {value: one}}}\n"
        f"paths: {{/a: {{get: {{responses: {{'200': {{content: {{application/json: {media_type}}}}}}}}}}}}}\n",
    )
    found = list(Description(tmp_path / "openapi.yaml").check())
    assert any(message in line for line in found), found
