"""What references mean by `$id`, `$anchor`, `$dynamicRef` and `$self`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import pytest
import yaml

from specloom.spec.bundle import bundle_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

    from specloom.spec.load import Description

Load = Callable[[Mapping[str, str] | str], "Description"]
Find = Callable[[Mapping[str, str] | str], list[str]]
Write = Callable[[Mapping[str, str] | str], "Path"]


def described(schemas: str, *, version: str = "3.1.0", more: str = "") -> str:
    return f"openapi: {version}\ninfo: {{title: T, version: '1'}}\n{more}components: {{schemas: {{{schemas}}}}}\n"


def meaning(description: Description) -> str:
    """Return what the reference of the schema A means."""
    ref = description.document.schemas["#/components/schemas/A"].schema.ref
    assert ref is not None
    return ref


IN_ONE_FILE = {
    "anchor": ("A: {$ref: '#b'}, B: {$anchor: b}", "#/components/schemas/B"),
    "anchor in $defs": ("A: {$ref: '#b'}, B: {$defs: {b: {$anchor: b}}}", "#/components/schemas/B/$defs/b"),
    "dynamic anchor": ("A: {$ref: '#b'}, B: {$dynamicAnchor: b}", "#/components/schemas/B"),
    "absolute $id": ("A: {$ref: 'https://e.com/b'}, B: {$id: 'https://e.com/b'}", "#/components/schemas/B"),
    "urn": ("A: {$ref: 'urn:x:b'}, B: {$id: 'urn:x:b'}", "#/components/schemas/B"),
    "pointer into $id": (
        "A: {$ref: 'https://e.com/b#/$defs/c'}, B: {$id: 'https://e.com/b', $defs: {c: {}}}",
        "#/components/schemas/B/$defs/c",
    ),
    "anchor of $id": (
        "A: {$ref: 'https://e.com/b#c'}, B: {$id: 'https://e.com/b', $defs: {d: {$anchor: c}}}, C: {$anchor: c}",
        "#/components/schemas/B/$defs/d",
    ),
    "relative $id": ("A: {$ref: b}, B: {$id: b}", "#/components/schemas/B"),
    "relative to $id": (
        "A: {$id: 'https://e.com/x/a', $ref: b}, B: {$id: 'https://e.com/x/b'}",
        "#/components/schemas/B",
    ),
    "$id relative to $id": (
        "A: {$ref: 'https://e.com/x/c'}, B: {$id: 'https://e.com/x/b', $defs: {c: {$id: c}}}",
        "#/components/schemas/B/$defs/c",
    ),
    "pointer of its own $id": (
        "A: {$id: 'https://e.com/a', $ref: '#/$defs/b', $defs: {b: {}}}",
        "#/components/schemas/A/$defs/b",
    ),
    "pointer of the document beside $id": (
        "A: {$id: 'https://e.com/a', $ref: '#/components/schemas/B'}, B: {}",
        "#/components/schemas/B",
    ),
    "as seen from $id": ("A: {$ref: b}, B: {$id: 'https://e.com/b'}", "#/components/schemas/B"),
    "dynamic reference": ("A: {$dynamicRef: '#b'}, B: {$dynamicAnchor: b}", "#/components/schemas/B"),
    "dynamic reference to a plain anchor": ("A: {$dynamicRef: '#b'}, B: {$anchor: b}", "#/components/schemas/B"),
}


@pytest.mark.parametrize("name", IN_ONE_FILE)
def test_references_in_one_file(name: str, load: Load):
    schemas, expected = IN_ONE_FILE[name]
    assert meaning(load(described(schemas))) == expected


ACROSS_FILES = {
    "anchor": ("A: {$ref: 'b.yaml#b'}", {"b.yaml": "type: object\n$defs: {b: {$anchor: b}}\n"}, "b.yaml#/$defs/b"),
    "anchor beside others": ("A: {$ref: 'b.yaml#b'}", {"b.yaml": "B: {$anchor: b, type: object}\n"}, "b.yaml#/B"),
    "file with $id": (
        "A: {$ref: 'b.yaml#/properties/c'}",
        {"b.yaml": "$id: https://e.com/b\nproperties: {c: {$ref: c}}\n", "c.yaml": "type: object\n"},
        "b.yaml#/properties/c",
    ),
    "$id in another file": (
        "A: {allOf: [{$ref: 'b.yaml#/B'}], $ref: 'https://e.com/b'}",
        {"b.yaml": "B: {$id: 'https://e.com/b', type: object}\n"},
        "b.yaml#/B",
    ),
}


@pytest.mark.parametrize("name", ACROSS_FILES)
def test_references_across_files(name: str, load: Load):
    schemas, others, expected = ACROSS_FILES[name]
    assert meaning(load({"openapi.yaml": described(schemas), **others})) == expected


def test_files_of_a_file_with_an_id_lie_beside_it(load: Load):
    files = {
        "openapi.yaml": described("A: {$ref: 'x/b.yaml'}"),
        "x/b.yaml": "$id: https://e.com/x/b\nproperties: {c: {$ref: ../y/c}}\n",
        "y/c.yaml": "$id: https://e.com/y/c\ntype: object\n",
    }
    schemas = load(files).document.schemas
    assert schemas["x/b.yaml#"].schema.properties["c"].ref == "y/c.yaml#"


SELF = {
    "itself": ("https://e.com/api/o", "https://e.com/api/o#/components/schemas/B", {}, "#/components/schemas/B"),
    "beside it": ("https://e.com/api/o", "b.yaml#/B", {"b.yaml": "B: {type: object}\n"}, "b.yaml#/B"),
    "absolute, beside it": (
        "https://e.com/api/o.yaml",
        "https://e.com/api/shared/b#/B",
        {"shared/b.yaml": "B: {type: object}\n"},
        "shared/b.yaml#/B",
    ),
    "by its own $self": (
        "https://e.com/api/o",
        "shared/b#/components/schemas/B",
        {"shared/b.yaml": described("B: {}", version="3.2.0", more="$self: https://e.com/api/shared/b\n")},
        "shared/b.yaml#/components/schemas/B",
    ),
    "relative": ("x/o.yaml", "../b.yaml#/B", {"b.yaml": "B: {type: object}\n"}, "b.yaml#/B"),
    "path on a host": ("/api/o.yaml", "x/b.yaml#/B", {"x/b.yaml": "B: {type: object}\n"}, "x/b.yaml#/B"),
    "by a path on a host": ("/api/o.yaml", "/api/x/b.yaml#/B", {"x/b.yaml": "B: {type: object}\n"}, "x/b.yaml#/B"),
}


@pytest.mark.parametrize("name", SELF)
def test_references_are_relative_to_self(name: str, load: Load):
    own, reference, others, expected = SELF[name]
    entry = described(f"A: {{$ref: '{reference}'}}, B: {{}}", version="3.2.0", more=f"$self: {own}\n")
    assert meaning(load({"openapi.yaml": entry, **others})) == expected


def test_self_counts_in_openapi_3_2_only(findings: Find):
    entry = described("A: {$ref: 'https://e.com/o#/components/schemas/B'}, B: {}", more="$self: https://e.com/o\n")
    shown = findings(entry)
    assert any("no member '$self' before OpenAPI 3.2" in each for each in shown)
    assert any("[remote-reference]" in each for each in shown)


def test_self_has_no_fragment(findings: Find):
    (shown,) = findings(described("A: {}", version="3.2.0", more="$self: https://e.com/o#x\n"))
    assert "must have no fragment [wrong-value] at /$self" in shown


@pytest.mark.parametrize("schema", ["$id: 'http://[x', $ref: 'http://[y'", "$ref: 'http://[y'"])
def test_what_is_no_uri_is_refused(schema: str, findings: Find):
    (shown,) = (line for line in findings(described(f"A: {{{schema}}}")) if "error" in line)
    assert "[remote-reference]" in shown


def test_what_is_on_another_site_is_not_read(findings: Find):
    (shown,) = findings(described("A: {$ref: 'https://f.com/b'}", version="3.2.0", more="$self: https://e.com/o\n"))
    assert "[remote-reference]" in shown


@pytest.mark.parametrize(
    ("schemas", "advice"),
    [
        ("A: {$ref: '#thing'}, B: {$anchor: thin}", "did you mean 'thin'?"),
        ("A: {$dynamicRef: '#thing'}, B: {$anchor: thin}", "did you mean 'thin'?"),
        ("A: {$ref: 'https://e.com/b#thing'}, B: {$id: 'https://e.com/b', $anchor: thin}", "did you mean 'thin'?"),
        ("A: {$id: 'https://e.com/a', $ref: '#/$defs/c', $defs: {b: {}}}", ""),
    ],
)
def test_what_nothing_is_called_is_an_error(schemas: str, advice: str, findings: Find):
    (shown,) = findings(described(schemas))
    assert "[unresolved-reference]" in shown
    assert advice in shown


@pytest.mark.parametrize(
    ("schemas", "second"),
    [
        ("A: {$anchor: t}, B: {$dynamicAnchor: t}", "B/$dynamicAnchor"),
        ("A: {$dynamicAnchor: t}, B: {$anchor: t}", "B/$anchor"),
        ("A: {$id: x, $anchor: t, $defs: {b: {$dynamicAnchor: t}}}", "A/$defs/b/$dynamicAnchor"),
        ("A: {$id: x, $defs: {b: {$dynamicAnchor: t}, c: {items: {$anchor: t}}}}", "A/$defs/c/items/$anchor"),
    ],
)
def test_two_anchors_of_one_resource_are_not_alike(schemas: str, second: str, findings: Find):
    """Which of both a reference means is undefined (JSON Schema 2020-12, core 8.2.2)."""
    (shown,) = findings(described(schemas))
    assert "error: two schemas have the $" in shown
    assert f"[duplicate-identifier] at /components/schemas/{second} " in shown


@pytest.mark.parametrize(
    "schemas",
    [
        "A: {$anchor: t, $dynamicAnchor: t}",
        "A: {$anchor: t}, B: {$id: x, $dynamicAnchor: t}",
        "A: {$id: x, $dynamicAnchor: t, $defs: {b: {$id: y, $anchor: t}}}",
        "A: {$defs: {t: {$dynamicAnchor: t}}}, B: {$defs: {t: {$dynamicAnchor: t}}}",
    ],
)
def test_anchors_of_several_resources_may_be_alike(schemas: str, findings: Find):
    assert findings(described(schemas)) == []


@pytest.mark.parametrize("mapping", ["", ", mapping: {b: '#/$defs/b'}"])
def test_a_resource_may_have_a_discriminator(mapping: str, findings: Find):
    choices = f"oneOf: [{{$ref: '#/$defs/b'}}], discriminator: {{propertyName: kind{mapping}}}"
    b = "b: {type: object, properties: {kind: {const: b}}, required: [kind]}"
    assert findings(described(f"A: {{$id: x, {choices}, $defs: {{{b}}}}}")) == []


def test_names_in_examples_are_none(findings: Find):
    schemas = "A: {$ref: '#b'}, B: {$anchor: b}, C: {examples: [{$anchor: b, $id: x, $ref: '#b'}], const: {$anchor: b}}"
    assert findings(described(schemas)) == []


def test_openapi_3_0_has_no_anchors(findings: Find):
    unresolved, later = findings(described("A: {$ref: '#b'}, B: {$anchor: b}", version="3.0.4", more="paths: {}\n"))
    assert "[unresolved-reference]" in unresolved
    assert "came with OpenAPI 3.1; it has no effect here [later-version]" in later


TEMPLATE = """{}: {{
  $id: {}, type: object, properties: {{items: {{type: array, items: {{$dynamicRef: '#item'}}}}, {}}},
  $defs: {{i: {{$dynamicAnchor: item}}}}
}}"""
PETS = """
  A: {$id: pets, $ref: page, $defs: {i: {$dynamicAnchor: item, $ref: '#/components/schemas/Pet'}}},
  Pet: {type: object}
"""


def page(more: str = "n: {}") -> str:
    return TEMPLATE.format("Page", "page", more)


def meant(description: Description, key: str = "#/components/schemas/A", name: str = "items") -> str | None:
    """Return what a property or its items refer to, through definitions that only refer."""
    schemas = description.document.schemas
    while (only := schemas[key].schema).ref:
        key = only.ref
    schema = only.properties[name]
    ref = (schema.items or schema).ref
    while ref and (inner := schemas[ref].schema).ref:
        ref = inner.ref
    return ref


@pytest.mark.parametrize("has_ids", [True, False])
def test_a_template_is_filled_in(has_ids: bool, load: Load):
    schemas = f"{page()}, {PETS}"
    if not has_ids:
        schemas = schemas.replace("$ref: page", "$ref: '#/components/schemas/Page'")
        schemas = schemas.replace("$id: pets,", "").replace("$id: page,", "")
    description = load(described(schemas))
    assert meant(description) == "#/components/schemas/Pet"
    assert meant(description, "#/components/schemas/Page") == "#/components/schemas/Page/$defs/i"


def test_a_template_refers_to_itself_filled_in(load: Load):
    again = page("next: {$ref: '#'}")
    assert meant(load(described(f"{again}, {PETS}")), name="next") == "#/components/schemas/A"


def test_a_template_fills_in_those_that_it_uses(load: Load):
    description = load(described(f"{page('first: {$ref: box}')}, {PETS}, {TEMPLATE.format('Box', 'box', 'n: {}')}"))
    box = meant(description, name="first")
    assert box == "#/components/schemas/A/$defs/Box"
    assert meant(description, box) == "#/components/schemas/Pet"


def test_the_outermost_fills_in(load: Load):
    """Also where a template in between would fill in something else, in whatever order they are read."""
    between = "Z: {$id: z, $ref: page, $defs: {i: {$dynamicAnchor: item, type: string}}}"
    pets = PETS.replace("$ref: page", "$ref: z")
    for schemas in (f"{page()}, {between}, {pets}", f"{pets}, {between}, {page()}"):
        description = load(described(schemas))
        assert meant(description) == "#/components/schemas/Pet"
        assert meant(description, "#/components/schemas/Z") == "#/components/schemas/Z/$defs/i"


def test_a_tree_that_is_extended_is_one_of_its_own(load: Load):
    items = "items: {type: array, items: {$dynamicRef: '#node'}}"
    tree = f"Tree: {{$id: tree, $dynamicAnchor: node, type: object, properties: {{{items}}}}}"
    strict = "A: {$id: strict, $dynamicAnchor: node, $ref: tree, required: [items]}"
    description = load(described(f"{tree}, {strict}"))
    (part,) = description.document.schemas["#/components/schemas/A"].schema.all_of
    assert part.properties["items"].items.ref == "#/components/schemas/A"  # type: ignore[union-attr] # it has items
    assert meant(description, "#/components/schemas/Tree") == "#/components/schemas/Tree"


def test_a_template_of_another_file_is_filled_in(load: Load):
    template = """
        $id: https://e.com/page
        type: object
        properties: {items: {$dynamicRef: '#item'}, meta: {$ref: '#/$defs/m'}}
        $defs: {i: {$dynamicAnchor: item}, m: {type: object}}
    """
    pets = PETS.replace("$ref: page", "$ref: x/page.yaml").replace("$id: pets, ", "")
    description = load({"openapi.yaml": described(pets), "x/page.yaml": template})
    assert meant(description) == "#/components/schemas/Pet"
    assert meant(description, name="meta") == "x/page.yaml#/$defs/m"


def test_a_chain_of_templates_ends(load: Load):
    links = [TEMPLATE.format(f"T{n}", f"t{n}", f"next: {{$ref: t{(n + 1) % 300}}}") for n in range(300)]
    description = load(described(f"{', '.join(links)}, {PETS.replace('$ref: page', '$ref: t0')}"))
    assert meant(description) == "#/components/schemas/Pet"


def test_a_bundle_has_no_identifiers(write: Write):
    text = yaml.safe_dump(bundle_description(Target(write(described(f"{page()}, {PETS}")))))
    assert "$id" not in text
    assert "dynamic" not in text


SAME_NAMES = {
    "anchors": ("A: {$anchor: b}, B: {$anchor: b}", 1),
    "anchor of draft-07": (
        "A: {$schema: 'http://json-schema.org/draft-07/schema#', $id: '#b'}, B: {$anchor: b}",
        1,
    ),
    "relative and absolute $id": ("A: {$id: 'https://e.com/b', $defs: {c: {$id: b}}}, B: {}", 1),
    "three": ("A: {$id: 'https://e.com/b'}, B: {$id: 'https://e.com/b'}, C: {$id: 'https://e.com/b'}", 2),
    "anchors of two resources": ("A: {$id: 'https://e.com/a', $anchor: b}, B: {$anchor: b}", 0),
    "dynamic anchors of two schemas": ("A: {$dynamicAnchor: b}, B: {$dynamicAnchor: b}", 0),
    "a property": ("A: {properties: {$anchor: {const: b}}}, B: {$anchor: b, example: {$anchor: b}}", 0),
    "one schema by an alias": ("A: &b {$anchor: b}, B: *b", 0),
}


@pytest.mark.parametrize("name", SAME_NAMES)
def test_a_name_is_of_one_schema(name: str, findings: Find):
    schemas, expected = SAME_NAMES[name]
    assert len([each for each in findings(described(schemas)) if "two schemas have" in each]) == expected


BY_LETTER = "begin with a letter or '_'; go on with these, digits, '-', '.'"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("$anchor: a b", f"'a b'; it is read as it is written ({BY_LETTER})"),
        ("$anchor: '#a'", f"'#a'; it is read as it is written ({BY_LETTER})"),
        ("$anchor: 1a", f"'1a'; it is read as it is written ({BY_LETTER})"),
        ("$dynamicAnchor: a/b", f"'a/b'; it is read as it is written ({BY_LETTER})"),
        ("$id: 'https://e.com/a#b'", "'https://e.com/a#b'; the fragment has no effect (say it as $anchor: b)"),
        ("$id: '#b'", "'#b'; it is an anchor (say it as $anchor: b)"),
        ("$id: 'http://[x'", "'http://[x'; it has no effect (write a URI, or a part of one)"),
        ("$anchor: _a-1.b", ""),
        ("$id: 'https://e.com/a#'", ""),
        ("$schema: 'http://json-schema.org/draft-07/schema#', $id: '#b'", ""),
    ],
)
def test_what_identifiers_consist_of(said: str, expected: str, findings: Find):
    keyword = said.rpartition("$")[2].partition(":")[0]
    lines = findings(described(f"A: {{{said}, type: object}}"))
    assert [" ".join(line.split(": ")[1:2]) for line in lines] == ["warning"] * bool(expected)
    assert all(
        line.partition(f"'${keyword}' of a Schema Object cannot be ")[2].replace(
            f" [wrong-value] at /components/schemas/A/${keyword}", ""
        )
        == expected
        for line in lines
    )
