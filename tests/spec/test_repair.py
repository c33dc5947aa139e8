"""What many writers get wrong is read as they mean it, and a warning says what was done. Texts begin on line 3."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specloom.findings import DescriptionError
from specloom.spec.bundle import bundle_description
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]
Write: TypeAlias = Callable[..., Path]

SCHEMAS = "components:\n  schemas:\n"
KEYS = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X}}}\n"
HEADER_BY_REFERENCE = (
    "components:\n  responses: {R: {description: d, headers: {ETag: {$ref: '#/components/parameters/etag'}}}}\n"
)

CASES = {
    "flag of OpenAPI 3.0": (
        SCHEMAS + "    A: {minimum: 5, exclusiveMinimum: true}\n",
        (
            "openapi.yaml:5:39: warning: 'exclusiveMinimum' of a Schema Object is a number since OpenAPI 3.1; read as"
            " OpenAPI 3.0 does [wrong-type] at /components/schemas/A/exclusiveMinimum"
            " (write the number in place of 'minimum')"
        ),
    ),
    "list of items": (
        SCHEMAS + "    A: {items: [{}]}\n",
        (
            "openapi.yaml:5:16: warning: 'items' of a Schema Object must be a Schema Object, not a list; read as"
            " 'prefixItems' [wrong-type] at /components/schemas/A/items"
            " (use 'prefixItems' for the schemas of the first items)"
        ),
    ),
    "keyword of JSON Schema's older drafts": (
        SCHEMAS + "    A: {dependencies: {b: [c]}}\n",
        (
            "openapi.yaml:5:9: warning: a Schema Object has no member 'dependencies'; it is read as 'dependentRequired'"
            " and 'dependentSchemas' [unknown-member] at /components/schemas/A/dependencies"
            " (write these, as JSON Schema does since 2019-09)"
        ),
    ),
    "required of a property": (
        SCHEMAS + "    A: {properties: {b: {required: true}}}\n",
        (
            "openapi.yaml:5:36: warning: 'required' of a Schema Object must be a list, not a boolean; it has no effect"
            " [wrong-type] at /components/schemas/A/properties/b/required"
            " (list the property in 'required' of the object around it)"
        ),
    ),
    "keyword of OpenAPI 3.0": (
        SCHEMAS + "    A: {type: string, nullable: true}\n",
        (
            "openapi.yaml:5:23: warning: a Schema Object has no member 'nullable' since OpenAPI 3.1; null is allowed,"
            " as in OpenAPI 3.0 [unknown-member] at /components/schemas/A/nullable"
            " (write type: [string, 'null'], or anyOf with {type: 'null'})"
        ),
    ),
    "keyword of OpenAPI 3.0 that says nothing": (
        SCHEMAS + "    A: {nullable: false}\n",
        (
            "openapi.yaml:5:9: warning: a Schema Object has no member 'nullable' since OpenAPI 3.1; it has no effect"
            " [unknown-member] at /components/schemas/A/nullable"
        ),
    ),
    "type of OpenAPI 2.0": (
        SCHEMAS + "    A: {type: array, items: {type: file}}\n",
        (
            "openapi.yaml:5:36: warning: a Schema Object has no type 'file' since OpenAPI 3.0; it is read as a"
            " string of format binary [wrong-value] at /components/schemas/A/items/type"
            " (write type: string and format: binary)"
        ),
    ),
    "examples as a media type has them": (
        SCHEMAS + "    A: {type: object, examples: {one: {value: {a: 1}}}}\n",
        (
            "openapi.yaml:5:33: warning: 'examples' of a Schema Object must be a list, not an object; it has no effect"
            " [wrong-type] at /components/schemas/A/examples (list the values)"
        ),
    ),
    "parameter of a request as a header of an answer": (
        HEADER_BY_REFERENCE + "  parameters: {etag: {name: If-Match, in: header, schema: {type: string}}}\n",
        (
            "openapi.yaml:4:58: warning: reference expects a Header Object, but '#/components/parameters/etag' is a"
            " Parameter Object; it is read as a header [wrong-reference-target] at"
            " /components/responses/R/headers/ETag/$ref (refer to a Header Object, or write it here)"
        ),
    ),
    "parameter of a query as a header of an answer": (
        HEADER_BY_REFERENCE + "  parameters: {etag: {name: etag, in: query, schema: {type: string}}}\n",
        (
            "openapi.yaml:4:58: error: reference expects a Header Object, but '#/components/parameters/etag' is a"
            " Parameter Object [wrong-reference-target] at /components/responses/R/headers/ETag/$ref (refer to a Header"
            " Object, or write it here)"
        ),
    ),
    "null for a text": (
        SCHEMAS + "    A: {externalDocs: {url: u, description: null}}\n",
        (
            "openapi.yaml:5:45: warning: 'description' of an External Documentation Object is null, which counts as"
            " absent [wrong-type] at /components/schemas/A/externalDocs/description"
        ),
    ),
    "path parameter that may be left out": (
        "paths:\n  /{a}:\n    parameters:\n      - {name: a, in: path, schema: {}}\n",
        (
            "openapi.yaml:6:9: warning: a path parameter needs 'required: true'; it counts as required all the same"
            " [optional-path-parameter] at /paths/~1{a}/parameters/0"
        ),
    ),
    "discriminator": (
        "components: {schemas: {A: {oneOf: [{}], discriminator: {propertyName: k, mapping: {b: BB}}}, BBB: {}}}\n",
        (
            "openapi.yaml:3:87: warning: there is no schema 'BB'; the mapping of 'b' has no effect"
            " [unresolved-reference] at /components/schemas/A/discriminator/mapping/b (did you mean 'BBB'?)"
        ),
    ),
    "security with another alternative": (
        "paths: {/a: {get: {security: [{kye: []}, {key: []}]}}}\n" + KEYS,
        (
            "openapi.yaml:3:32: warning: there is no security scheme 'kye'; other alternatives remain, this one is"
            " dropped [unknown-security-scheme] at /paths/~1a/get/security/0/kye (did you mean 'key'?)"
        ),
    ),
    "security without another alternative": (
        "paths: {/a: {get: {security: [{kye: [], key: []}]}}}\n" + KEYS,
        (
            "openapi.yaml:3:32: error: there is no security scheme 'kye' [unknown-security-scheme]"
            " at /paths/~1a/get/security/0/kye (did you mean 'key'?)"
        ),
    ),
    "null for what a type depends on": (
        SCHEMAS + "    A: {format: null}\n",
        (
            "openapi.yaml:5:17: error: 'format' of a Schema Object must be a string, not null [wrong-type]"
            " at /components/schemas/A/format (leave it out, or write a string)"
        ),
    ),
    "null for a text that is needed": (
        SCHEMAS + "    A: {externalDocs: {url: null}}\n",
        (
            "openapi.yaml:5:29: error: 'url' of an External Documentation Object must be a string, not null"
            " [wrong-type] at /components/schemas/A/externalDocs/url (write: url: https://…)"
        ),
    ),
    "reference in place of an operation": (
        "paths:\n  /a: {get: {$ref: '#/x-op'}, put: {$ref: '#/x-op'}}\nx-op: {summary: s}\n",
        (
            "openapi.yaml:4:20: warning: an Operation Object cannot be a reference; it is followed all the same (2 such"
            " references) [misplaced-reference] at /paths/~1a/get/$ref"
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_finding(name: str, findings: Find):
    text, expected = CASES[name]
    assert findings(text) == [expected]
    assert findings(text) == [expected], "reading a text has changed what is remembered of it"


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (
            "{description: {$ref: '#/x-texts/d'}}",
            (
                "openapi.yaml:5:29: warning: reference points at nothing: '#/x-texts/d'; the description counts as"
                " empty [unresolved-reference] at /components/schemas/A/description/$ref"
                " (add it, or refer to something that is there)"
            ),
        ),
        (
            "{properties: {$ref: '#/components/schemas/B/properties'}}",
            (
                "openapi.yaml:5:28: error: reference points at nothing: '#/components/schemas/B/properties'"
                " [unresolved-reference] at /components/schemas/A/properties/$ref"
                " (add it, or refer to something that is there)"
            ),
        ),
        (
            "{properties: {$ref: 'https://a.example/b.json'}}",
            (
                "openapi.yaml:5:28: error: reference points into the network: 'https://a.example/b.json'"
                " [remote-reference] at /components/schemas/A/properties/$ref"
                " (download the file, put it beside the description and refer to it by its path)"
            ),
        ),
    ],
)
def test_what_cannot_be_looked_up_is_told_where_it_is_referred_to(schema: str, expected: str, findings: Find):
    assert findings(f"{SCHEMAS}    A: {schema}\n") == [expected]


REPAIRED: dict[str, tuple[Any, Any]] = {
    "exclusive bound": ({"maximum": 5, "exclusiveMaximum": True}, {"exclusiveMaximum": 5}),
    "inclusive bound": ({"maximum": 5, "exclusiveMaximum": False}, {"maximum": 5}),
    "list of items": ({"items": [{"type": "string"}]}, {"prefixItems": [{"type": "string"}]}),
    "items after them": (
        {"items": [{}], "additionalItems": {"type": "string"}},
        {"prefixItems": [{}], "items": {"type": "string"}},
    ),
    "no items after them": ({"items": [{}], "additionalItems": False}, {"prefixItems": [{}], "items": False}),
    "below": ({"items": [{"title": None}]}, {"prefixItems": [{}]}),
    "required": ({"required": True, "type": "string"}, {"type": "string"}),
    "file": ({"type": "file", "examples": {"a": 1}}, {"type": "string", "format": "binary"}),
    "text": ({"title": None, "description": None, "default": None}, {"default": None}),
    "nullable type": ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
    "nullable types": ({"type": ["string"], "nullable": True}, {"type": ["string", "null"]}),
    "nullable reference": (
        {"$ref": "#/components/schemas/B", "description": "d", "nullable": True},
        {"description": "d", "anyOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]},
    ),
}


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
@pytest.mark.parametrize("name", REPAIRED)
def test_what_is_read_of_it(name: str, version: str, write: Write):
    old, new = REPAIRED[name]
    schemas = {"A": old, "B": {}}
    text = json.dumps({"openapi": version, "info": {"title": "T", "version": "1"}, "components": {"schemas": schemas}})
    bundled: Any = bundle_description(Target(write({"openapi.json": text})))
    assert bundled["components"]["schemas"]["A"] == new


@pytest.mark.parametrize("version", ["openapi: 3.0.3", "swagger: '2.0'"])
def test_lists_of_items_in_older_versions(version: str, load: Load):
    home = "definitions:" if "2.0" in version else "components:\n  schemas:"
    schema = "{type: array, items: [{type: string, x-nullable: true, nullable: true}]}"
    description = load(
        {"openapi.yaml": f"{version}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n{home}\n    A: {schema}\n"}
    )
    (finding,) = [each for each in description.warnings if each.rule == "wrong-type"]
    assert "read as 'prefixItems'" in finding.message
    assert finding.location.pointer[-1] == "items"
    (schema_,) = [named.schema for named in description.document.schemas.values()]
    assert schema_.prefix_items[0].types == ("string", "null")


def test_the_other_alternative_is_what_counts(load: Load):
    document = load("paths: {/a: {get: {security: [{kye: []}, {key: []}, {}]}}}\n" + KEYS).document
    assert document.operations[0].security == ({"key": ()}, {})


def test_other_mappings_stay(load: Load):
    schemas = "A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {x: X, b: B}}}"
    document = load(f"components: {{schemas: {{{schemas}, B: {{type: object}}}}}}\n").document
    discriminator = document.schemas["#/components/schemas/A"].schema.discriminator
    assert discriminator is not None
    assert discriminator.mapping == {"b": "#/components/schemas/B"}


def test_whole_maps_in_other_files(load: Load):
    files = {
        "openapi.yaml": (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n"
            "paths: {/a: {get: {responses: {'200': {description: d, content: {$ref: bodies.yaml}, headers:"
            " {$ref: 'parts.yaml#/headers'}}}, parameters: [{$ref: '#/components/parameters/limit'}]}}}\n"
            "components: {parameters: {$ref: 'parts.yaml#/query'}, schemas: {$ref: parts/all.yaml}}\n"
        ),
        "bodies.yaml": "application/json: {schema: {$ref: 'openapi.yaml#/components/schemas/Pet'}}\n",
        "parts.yaml": (
            "headers: {X-A: {schema: {type: integer, nullable: true}}}\n"
            "query: {limit: {name: limit, in: query, schema: {type: integer}}}\n"
        ),
        "parts/all.yaml": "Pet: {$ref: pet.yaml}\n",
        "parts/pet.yaml": "type: object\n",
    }
    description = load(files)
    assert [finding.rule for finding in description.warnings] == ["misplaced-reference"] * 4
    (operation,) = description.document.operations
    (response,) = operation.responses
    assert [each.name for each in operation.parameters] == ["limit"]
    assert response.headers["X-A"].schema.types == ("integer", "null")
    media = response.content["application/json"]
    assert [*description.document.reach(media.schemas)][-1].types == ("object",)


@pytest.mark.parametrize(
    ("version", "schema"),
    [
        ("openapi: 3.1.0", "content: {application/json: {schema: {type: object}}}"),
        ("swagger: '2.0'", "schema: {type: object}"),
    ],
)
def test_paths_and_responses_in_other_files(load: Load, version: str, schema: str):
    files = {
        "openapi.yaml": f"{version}\ninfo: {{title: T, version: '1'}}\npaths: {{$ref: all.yaml}}\n",
        "all.yaml": "/a: {get: {responses: {$ref: 'all.yaml#/x-fine'}}}\n"
        f"x-fine: {{'200': {{description: d, {schema}}}}}\n",
    }
    description = load(files)
    assert [finding.rule for finding in description.warnings] == ["misplaced-reference"] * 2
    (operation,) = description.document.operations
    (response,) = operation.responses
    assert (operation.route, response.content["application/json"].schema.types) == ("GET /a", ("object",))


def test_operations_descriptions_and_properties_in_other_files(load: Load, write: Write):
    files = {
        "openapi.yaml": (
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\ntags: [{name: a, description: {$ref: texts.yaml#/a}}]\n"
            "paths: {'/a/{id}': {parameters: [{name: id, in: path, required: true, schema: {}}],"
            " get: {$ref: operations/a.yaml}}}\n"
        ),
        "texts.yaml": "a: Everything about a.\nschemas: {}\n",
        "operations/a.yaml": (
            "operationId: getA\nresponses: {'200': {description: d, content: {application/json: {schema:"
            " {type: object, properties: {$ref: 'fields.yaml#/all~1of it'}}}}}}\n"
        ),
        "operations/fields.yaml": "all/of it: {example: {type: string, nullable: true}}\n",
    }
    description = load(files)
    assert [finding.rule for finding in description.warnings] == ["misplaced-reference"] * 3
    document = description.document
    assert document.tags[0].description == "Everything about a."
    (operation,) = document.operations
    assert (operation.operation_id, operation.route, len(operation.parameters)) == ("getA", "GET /a/{id}", 1)
    schema = operation.responses[0].content["application/json"].schema
    assert schema is not None
    key = schema.properties["example"].ref
    assert key == "operations/fields.yaml#/all~1of it/example"
    assert document.schemas[key].schema.types == ("string", "null")
    bundled: Any = bundle_description(Target(write(files)))
    assert bundled["paths"]["/a/{id}"]["get"]["operationId"] == "getA"
    assert bundled["tags"][0]["description"] == "Everything about a."


def test_a_text_of_what_is_no_description_is_not_looked_up(load: Load, findings: Find):
    head = "openapi: 3.0.3\ninfo: {title: T, version: '1', description: {$ref: 'secrets.yaml#/key'}}\npaths: {}\n"
    files = {"openapi.yaml": head, "secrets.yaml": "key: hunter2\n"}
    assert findings(files) == [
        (
            "openapi.yaml:2:45: warning: 'description' of an Info Object cannot be a reference; it counts as empty, as"
            " its file describes no API [misplaced-reference] at /info/description (write the text here)"
        )
    ]
    assert load(files).document.description == ""


@pytest.mark.parametrize(
    ("entries", "is_read"), [("a: {type: string}", True), ("a: {user: joe}", False), ("a: hunter2", False)]
)
def test_properties_in_a_file_of_their_own_are_looked_up_where_they_are_schemas(
    load: Load, findings: Find, entries: str, is_read: bool
):
    files = {
        "openapi.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n"
        f"{SCHEMAS}    A: {{properties: {{$ref: 'own.yaml#/all'}}}}\n",
        "own.yaml": f"all: {{{entries}}}\n",
    }
    (found,) = findings(files)
    assert found.partition(": ")[2].startswith("warning" if is_read else "error")
    assert "joe" not in found
    assert "hunter2" not in found
    if is_read:
        assert [*load(files).document.schemas["#/components/schemas/A"].schema.properties] == ["a"]


def test_a_parameter_of_another_file_that_is_also_a_header(findings: Find):
    """Whoever refers to it first does not decide what it is."""
    own = "{parameters: [{$ref: p.yaml#/P}], responses: {'204': {description: d, headers: {X: {$ref: p.yaml#/P}}}}}"
    files = {
        "openapi.yaml": f"openapi: 3.0.3\ninfo: {{title: T, version: '1'}}\npaths: {{/a: {{get: {own}}}}}\n",
        "p.yaml": "P: {name: X-P, in: header, schema: {type: string}}\n",
    }
    assert findings(files) == [
        (
            "openapi.yaml:3:109: warning: reference expects a Header Object, but 'p.yaml#/P' is a Parameter Object; it"
            " is read as a header [wrong-reference-target] at /paths/~1a/get/responses/204/headers/X/$ref (refer to a"
            " Header Object, or write it here)"
        )
    ]


def test_references_in_place_of_operations_may_not_go_in_circles(findings: Find):
    (shown, *_) = findings("paths:\n  /a: {get: {$ref: '#/paths/~1a/put'}, put: {$ref: '#/paths/~1a/get'}}\n")
    assert "[circular-reference]" in shown


def test_what_one_yaml_alias_shares_is_repaired_once(findings: Find):
    (shown,) = findings(SCHEMAS + "    A: &a {minimum: 5, exclusiveMinimum: true}\n    B: *a\n")
    assert "exclusiveMinimum" in shown


SINS = st.fixed_dictionaries(
    {},
    optional={
        "type": st.sampled_from(["string", ["integer", "string"], "object"]),
        "nullable": st.booleans(),
        "required": st.sampled_from([True, False, ["a"]]),
        "minimum": st.integers(0, 9),
        "exclusiveMinimum": st.booleans() | st.integers(0, 9),
        "title": st.none() | st.just("T"),
        "description": st.sampled_from([None, "d", {"$ref": "#/x-texts/d"}, {"$ref": "texts.yaml"}]),
        "enum": st.just(["a", None]),
        "$ref": st.just("#/components/schemas/Base"),
    },
)
SCHEMAS_WITH_SINS = st.recursive(
    SINS,
    lambda inner: st.builds(
        lambda schema, parts: schema | parts,
        SINS,
        st.fixed_dictionaries(
            {},
            optional={
                "items": inner | st.lists(inner, min_size=1, max_size=2),
                "properties": st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
                | st.just({"$ref": "#/components/schemas/Base/properties"}),
                "allOf": st.lists(inner, min_size=1, max_size=2),
            },
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SCHEMAS_WITH_SINS, st.sampled_from(["3.1.0", "3.0.3"]))
def test_what_is_repaired_needs_no_second_repair_and_is_a_copy(write: Write, schema: dict[str, object], version: str):
    base = {"type": "object", "properties": {"p": {"type": "string"}}}
    document = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "x-texts": {"d": "looked up"},
        "components": {"schemas": {"Base": base, "A": schema}},
    }
    entry = write({"openapi.json": json.dumps(document), "texts.yaml": "looked up, too"})
    try:
        description = load_description(Target(entry))
    except DescriptionError:
        return  # it has what cannot be meant in one way alone
    assert description.files[0].data == document, "what is written has been changed"
    repaired = bundle_description(Target(entry))
    again = write({"openapi.json": json.dumps(repaired)})
    assert load_description(Target(again)).warnings == ()
    assert bundle_description(Target(again)) == repaired


def test_a_document_with_many_texts_in_a_row_does_not_exhaust_the_stack(load: Load):
    texts = "".join(f"  t{number}: {{description: {{$ref: '#/x-texts/t{number + 1}'}}}}\n" for number in range(1500))
    start = "components: {schemas: {A: {description: {$ref: '#/x-texts/t0'}}}}\n"
    with pytest.raises(DescriptionError) as caught:
        load(f"{start}x-texts:\n{texts}  t1500: last\n")
    assert {finding.rule for finding in caught.value.findings} == {"wrong-type"}
