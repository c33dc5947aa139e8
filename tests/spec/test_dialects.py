"""Schemas of older drafts are read by the rules of their draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from specloom.spec.load import Description

Load = Callable[[Mapping[str, str] | str], "Description"]

DRAFT_04 = "http://json-schema.org/draft-04/schema#"
DRAFT_07 = "http://json-schema.org/draft-07/schema#"
DRAFT_2019 = "https://json-schema.org/draft/2019-09/schema"
NEWEST = "https://json-schema.org/draft/2020-12/schema"
A = "#/components/schemas/A"


def described(schemas: str, dialect: str = "") -> str:
    said = f"jsonSchemaDialect: {dialect}\n" if dialect else ""
    return f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{said}components: {{schemas: {{{schemas}}}}}\n"


def ways_to_say(schema: str, draft: str) -> list[dict[str, str]]:
    """Return the descriptions whose schema A is written in a draft: as it says, as the document says, in a file."""
    refers = "A: {allOf: [{$ref: 'a.yaml#/$defs/A'}]}, B: {}"
    return [
        {"openapi.yaml": described(f"A: {{$schema: '{draft}', {schema}}}, B: {{}}")},
        {"openapi.yaml": described(f"A: {{{schema}}}, B: {{}}", draft)},
        {"openapi.yaml": described(refers), "a.yaml": f"{{$schema: '{draft}', $defs: {{A: {{{schema}}}}}}}"},
        {"openapi.yaml": described(refers, draft), "a.yaml": f"$defs: {{A: {{{schema}}}}}"},
    ]


WITH_SIBLING = "properties: {a: {$ref: 'openapi.yaml#/components/schemas/B', type: string}}"


@pytest.mark.parametrize("way", range(4))
@pytest.mark.parametrize(
    ("draft", "old", "new"),
    [
        (DRAFT_04, "minimum: 1, exclusiveMinimum: true", "exclusiveMinimum: 1"),
        (DRAFT_04, "maximum: 1, exclusiveMaximum: false", "maximum: 1"),
        (DRAFT_07, "exclusiveMinimum: 1", "exclusiveMinimum: 1"),
        (DRAFT_07, "items: [{type: string}]", "prefixItems: [{type: string}]"),
        (DRAFT_2019, "items: [{type: string}], additionalItems: false", "prefixItems: [{type: string}], items: false"),
        (DRAFT_07, "dependencies: {a: [b]}", "dependentRequired: {a: [b]}"),
        (DRAFT_04, "dependencies: {a: {required: [b]}}", "dependentSchemas: {a: {required: [b]}}"),
        (DRAFT_07, WITH_SIBLING, WITH_SIBLING.replace(", type: string", "")),
        (DRAFT_2019, WITH_SIBLING, WITH_SIBLING),
    ],
)
def test_what_a_draft_says(way: int, draft: str, old: str, new: str, load: Load):
    description = load(ways_to_say(old, draft)[way])
    assert description.warnings == ()
    expected = load(described(f"A: {{{new}}}, B: {{}}")).document.schemas[A].schema
    schemas = description.document.schemas
    found = schemas[A].schema
    for part in found.all_of:
        found = schemas[part.ref or ""].schema
    assert found == expected


def test_a_schema_goes_back_to_the_newest_draft(load: Load):
    reference = "$ref: '#/components/schemas/B'"
    inner = f"b: {{$schema: '{NEWEST}', {reference}, title: Kept}}, c: {{{reference}, title: Gone}}"
    schema = (
        load(described(f"A: {{$schema: '{DRAFT_07}', properties: {{{inner}}}}}, B: {{}}")).document.schemas[A].schema
    )
    assert [schema.properties[name].title for name in "bc"] == ["Kept", ""]


def test_ids_of_draft_04_and_anchors_of_draft_07(load: Load):
    old = f"A: {{$ref: 'https://e.com/b'}}, B: {{$schema: '{DRAFT_04}', id: 'https://e.com/b'}}"
    assert load(described(old)).document.schemas[A].schema.ref == "#/components/schemas/B"
    anchor = f"A: {{$schema: '{DRAFT_07}', properties: {{a: {{$ref: '#b'}}}}, definitions: {{b: {{$id: '#b'}}}}}}"
    schema = load(described(anchor)).document.schemas[A].schema
    assert schema.properties["a"].ref == "#/components/schemas/A/definitions/b"


@pytest.mark.parametrize(("dialect", "is_identified"), [("", False), (DRAFT_2019, True)])
def test_recursive_references_are_looked_for_where_a_draft_knows_them(dialect: str, is_identified: bool, load: Load):
    description = load(described("A: {$recursiveAnchor: true, items: {$recursiveRef: '#'}}", dialect))
    assert description.index.resolver.files.entry.is_identified is is_identified


def test_recursive_references_of_draft_2019_09(load: Load):
    tree = "$recursiveAnchor: true, properties: {items: {items: {$recursiveRef: '#'}}}"
    schemas = f"Tree: {{$id: tree, {tree}}}, A: {{$id: a, $recursiveAnchor: true, $ref: tree}}"
    found = load(described(schemas, DRAFT_2019)).document.schemas
    for name in ("Tree", "A"):
        items = found[f"#/components/schemas/{name}"].schema.properties["items"].items
        assert items is not None
        assert items.ref == f"#/components/schemas/{name}"


@pytest.mark.parametrize("dialect", ["https://e.com/meta", "http://json-schema.org/draft-03/schema#"])
def test_a_dialect_that_nobody_knows_is_told(dialect: str, load: Load):
    (warning,) = load(described(f"A: {{$schema: '{dialect}'}}")).warnings
    assert (warning.rule, warning.location.pointer[-1]) == ("unsupported-dialect", "$schema")
    assert warning.message == f"schemas in the dialect '{dialect}'; they are read as JSON Schema 2020-12"
    assert not load(described(f"A: {{$schema: '{NEWEST}'}}, B: {{$schema: '{DRAFT_04}'}}")).warnings
