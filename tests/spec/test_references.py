"""Where references lead, and how it is said that they lead nowhere."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from specloom.findings import DescriptionError
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]
Write: TypeAlias = Callable[..., Path]

from_a = "openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents:\n  schemas:\n    A: {{$ref: {}}}\n"

NOWHERE = {
    "misspelled": (
        "'#/components/schemas/a'",
        (
            "error: reference points at nothing: '#/components/schemas/a' [unresolved-reference]"
            " at /components/schemas/A/$ref (did you mean 'A'?)"
        ),
    ),
    "nothing like it": (
        "'#/components/schemas/Nothing'",
        (
            "error: reference points at nothing: '#/components/schemas/Nothing' [unresolved-reference]"
            " at /components/schemas/A/$ref (add it, or refer to something that is there)"
        ),
    ),
    "missing file": (
        "./b.yaml",
        (
            "error: reference points at no file: './b.yaml' [unresolved-reference]"
            " at /components/schemas/A/$ref (did you mean 'a.yaml'?)"
        ),
    ),
    "folder": (
        "elsewhere/",
        (
            "error: reference points at no file: 'elsewhere/' [unresolved-reference]"
            " at /components/schemas/A/$ref (put the file there, or refer to one that is there)"
        ),
    ),
    "no sign before it": (
        "A",
        (
            "error: reference points at no file: 'A' [unresolved-reference]"
            " at /components/schemas/A/$ref (there is '#/components/schemas/A')"
        ),
    ),
    "a path for a pointer": (
        "/components/schemas/A",
        (
            "error: reference leaves the description's folder: '/components/schemas/A' [reference-outside-folder]"
            " at /components/schemas/A/$ref (did you mean '#/components/schemas/A'?)"
        ),
    ),
    "no slash before it": (
        "'#components/schemas/A'",
        (
            "error: reference points at nothing: '#components/schemas/A' [unresolved-reference]"
            " at /components/schemas/A/$ref (did you mean '#/components/schemas/A'?)"
        ),
    ),
    "a slash behind an anchor": (
        "'#A/'",
        (
            "error: reference points at nothing: '#A/' [unresolved-reference]"
            " at /components/schemas/A/$ref (add it, or refer to something that is there)"
        ),
    ),
    "a slash inside": (
        "'#/components//A'",
        (
            "error: reference points at nothing: '#/components//A' [unresolved-reference]"
            " at /components/schemas/A/$ref (take out the '/' that nothing follows)"
        ),
    ),
    "a reference on the way": (
        "'#/components/schemas/A/properties/b'",
        (
            "error: reference points at nothing: '#/components/schemas/A/properties/b' [unresolved-reference]"
            " at /components/schemas/A/$ref (a reference stands before 'properties': point into what that leads to)"
        ),
    ),
    "folders of Windows": (
        "'elsewhere\\b.yaml'",
        (
            "error: reference points at no file: 'elsewhere\\\\b.yaml' [unresolved-reference]"
            " at /components/schemas/A/$ref (write '/' between folders: 'elsewhere/b.yaml')"
        ),
    ),
    "hostile name": (
        "'#/components/schemas/Foo\"];evil'",
        (
            "error: reference points at nothing: '#/components/schemas/Foo\"];evil' [unresolved-reference]"
            " at /components/schemas/A/$ref (add it, or refer to something that is there)"
        ),
    ),
    "hostile pointer": (
        "'#/components/schemas/..~1..'",
        (
            "error: reference points at nothing: '#/components/schemas/..~1..' [unresolved-reference]"
            " at /components/schemas/A/$ref (add it, or refer to something that is there)"
        ),
    ),
    "bad escape": (
        "'#/components/~2'",
        (
            "error: reference is no JSON Pointer: '#/components/~2' [unresolved-reference]"
            " at /components/schemas/A/$ref ('~' in a JSON Pointer is written '~0': '/components/~2')"
        ),
    ),
    "nothing": (
        "''",
        (
            "error: reference expects a Schema Object, but '' is an OpenAPI Object [wrong-reference-target]"
            " at /components/schemas/A/$ref (refer to a Schema Object, or write it here)"
        ),
    ),
    "whole document": (
        "'#'",
        (
            "error: reference expects a Schema Object, but '#' is an OpenAPI Object [wrong-reference-target]"
            " at /components/schemas/A/$ref (refer to a Schema Object, or write it here)"
        ),
    ),
    "map": (
        "'#/components/schemas'",
        (
            "error: reference expects a Schema Object, but '#/components/schemas' is a list or a map of objects"
            " [wrong-reference-target] at /components/schemas/A/$ref (refer to a Schema Object, or write it here)"
        ),
    ),
    "itself": (
        "'#/components/schemas/A'",
        (
            "error: reference leads back to itself: '#/components/schemas/A' [circular-reference]"
            " at /components/schemas/A/$ref"
            " (refer to something else in one of them: what all of them mean stands nowhere)"
        ),
    ),
    "anchor": (
        "'#name'",
        (
            "error: reference points at nothing: '#name' [unresolved-reference] at /components/schemas/A/$ref"
            " (add it, or refer to something that is there)"
        ),
    ),
    "urn": (
        "urn:a:b",
        (
            "unsupported: reference uses the scheme 'urn': 'urn:a:b' [unsupported-reference]"
            " at /components/schemas/A/$ref (put the file beside the description and refer to it by its path)"
        ),
    ),
    "number": (
        "1",
        (
            "error: '$ref' of a Schema Object must be a string, not a number [wrong-type] at /components/schemas/A/$ref"
            " (put it in quotes: '1')"
        ),
    ),
}


@pytest.mark.parametrize("name", NOWHERE)
def test_references_that_lead_nowhere(name: str, findings: Find):
    reference, expected = NOWHERE[name]
    shown = findings({"a.yaml": from_a.format(reference)})
    assert [line.split(": ", 1)[1] for line in shown] == [expected]
    assert shown[0].startswith("a.yaml:5:15: ")


@pytest.mark.parametrize(
    "address",
    [
        "http://169.254.169.254/latest/meta-data/",
        "https://ok@10.0.0.1/a.yaml#/A",
        "http://[::ffff:10.0.0.1]/",
        "HTTP://0x7f000001/",
        "//127.1/a.yaml",
    ],
)
def test_nothing_is_fetched_from_the_network(address: str, findings: Find):
    (shown,) = findings({"a.yaml": from_a.format(json.dumps(address))})
    assert "reference points into the network" in shown
    assert shown.endswith("(download the file, put it beside the description and refer to it by its path)")


@pytest.mark.parametrize(
    "path",
    [
        "../secret.yaml",
        "/etc/passwd",
        "link.yaml",
        "folder/../../secret.yaml",
        "..%2Fsecret.yaml",
        "/dev/zero",
        "linked/s",
    ],
)
def test_other_folders_are_not_read(path: str, tmp_path: Path, findings: Find):
    (tmp_path / "secret.yaml").write_text("password: hunter2\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link.yaml").symlink_to(tmp_path / "secret.yaml")
    (tmp_path / "in/linked").symlink_to(tmp_path)
    (shown,) = findings({"in/a.yaml": from_a.format(json.dumps(path))})
    assert "reference leaves the description's folder" in shown
    assert "[reference-outside-folder]" in shown
    assert "hunter2" not in shown


@pytest.mark.parametrize("path", ["file:///etc/passwd", "C:/secret.yaml"])
def test_absolute_addresses_of_files_are_refused(path: str, findings: Find):
    (shown,) = findings({"a.yaml": from_a.format(path)})
    assert f"reference is absolute: '{path}' [reference-outside-folder]" in shown


@pytest.mark.parametrize("path", ["\\\\host\\share", "a\\0b", "%00", "pipe", "pipe.yaml", "folder.yaml", ".", "loop"])
def test_what_is_no_plain_file_is_not_opened(path: str, tmp_path: Path, findings: Find):
    for name in ("pipe", "pipe.yaml"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (shown,) = findings({"a.yaml": from_a.format(json.dumps(path))})
    assert "reference points at no file" in shown
    assert f"did you mean {path!r}" not in shown


def test_a_wider_root_allows_more(write: Write, tmp_path: Path):
    entry = write({"in/a.yaml": from_a.format("../b.yaml"), "b.yaml": "type: string\n"})
    document = load_description(Target(entry, root=tmp_path)).document
    assert document.schemas["../b.yaml#"].name == "b"
    with pytest.raises(DescriptionError):
        load_description(Target(entry))


def test_references_over_several_files(load: Load):
    description = load(
        {
            "api/openapi.yaml": """\
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths:
                  /a: {$ref: paths/a.yaml}
                components:
                  schemas:
                    Id: {type: integer}
                """,
            "api/paths/a.yaml": """\
                parameters:
                  - $ref: ../common.yaml#/Limit
                get:
                  responses:
                    '200':
                      description: d
                      content:
                        application/json:
                          schema: {$ref: '../schemas/Order.yaml'}
                """,
            "api/common.yaml": (
                "Limit: {name: limit, in: query, schema: {$ref: 'openapi.yaml#/components/schemas/Id'}}\n"
            ),
            "api/schemas/Order.yaml": """\
                properties: {parent: {$ref: '#'}, other: {$ref: '#/properties/c'}, c: {}}
                """,
        }
    )
    document = description.document
    (operation,) = document.operations
    assert operation.parameters[0].schema.ref == "#/components/schemas/Id"
    schema = operation.responses[0].content["application/json"].schema
    assert schema.ref == "schemas/Order.yaml#"
    assert document.schemas["schemas/Order.yaml#"].schema.properties["parent"].ref == "schemas/Order.yaml#"
    assert {key: named.name for key, named in document.schemas.items()} == {
        "#/components/schemas/Id": "Id",
        "schemas/Order.yaml#": "Order",
        "schemas/Order.yaml#/properties/c": "c",
    }
    entry, *others = [file.name.rpartition("api/")[2] for file in description.files]
    assert entry == "openapi.yaml"
    assert sorted(others) == ["common.yaml", "paths/a.yaml", "schemas/Order.yaml"]


@pytest.mark.parametrize("pointer", ["", "/in"])
def test_a_slash_that_nothing_follows_is_as_good_as_none(pointer: str, load: Load):
    files = {"openapi.yaml": from_a.format(f"'b.yaml#{pointer}/'"), "b.yaml": "type: string\nin: {type: string}\n"}
    description = load(files)
    assert description.document.schemas[f"b.yaml#{pointer}"].schema.types == ("string",)
    (warning,) = description.warnings
    assert warning.message == f"nothing follows the last '/' of 'b.yaml#{pointer}/'; it is read without that"
    with_one = load(files | {"b.yaml": "'': {type: integer}\nin: {'': {type: integer}}\n"})
    assert with_one.document.schemas[f"b.yaml#{pointer}/"].schema.types == ("integer",)
    assert not with_one.warnings


def test_a_slash_that_nothing_follows_is_told_of_a_mapping_too(load: Load):
    choice = "oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: b, mapping: {x: '%s/'}}"
    b = "B: {type: object, required: [b], properties: {b: {type: string}}}"
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
    schemas = f"A: {{{choice % '#/components/schemas/B'}}}, {b}"
    (warning,) = load({"openapi.yaml": f"{head}components: {{schemas: {{{schemas}}}}}\n"}).warnings
    assert warning.message == "nothing follows the last '/' of '#/components/schemas/B/'; it is read without that"
    assert warning.location.pointer[-2:] == ("mapping", "x")


def test_pointers_are_decoded(load: Load):
    text = (
        "components: {schemas: {A: {$ref:"
        " '#/components/schemas/B/properties/a~1b%20%7Bc~0%7D'}, B: {properties: {'a/b {c~}': {type: string}}}}}\n"
    )
    document = load(text).document
    key = document.schemas["#/components/schemas/A"].schema.ref
    assert key == "#/components/schemas/B/properties/a~1b {c~0}"
    assert document.schemas[key].schema.types == ("string",)


def test_a_file_is_checked_as_what_the_reference_expects(findings: Find):
    shown = findings({"a.yaml": from_a.format("b.yaml#/x"), "b.yaml": "x: {type: strng, tpye: 1, enum: [a]}\n"})
    assert [line.partition("] at ")[0] for line in shown] == [
        "b.yaml:1:11: error: 'type' of a Schema Object cannot be 'strng' [wrong-value",
        "b.yaml:1:18: warning: a Schema Object has no member 'tpye' [unknown-member",
    ]


def test_a_broken_file_is_reported_once_with_its_own_position(findings: Find):
    text = (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:"
        " {A: {$ref: b.yaml}, B: {$ref: b.yaml#/x}}\n"
    )
    shown = findings({"a.yaml": text, "b.yaml": "x: [1\ny: 2\n"})
    assert len(shown) == 2
    assert shown[0].startswith("a.yaml:4:")
    assert shown[1].startswith("b.yaml:")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("a Parameter Object", "parameters: [{$ref: '#/components/schemas/S'}]"),
        ("a Request Body Object", "requestBody: {$ref: '#/components/schemas/S'}"),
        ("a Response Object", "responses: {'200': {$ref: '#/components/schemas/S'}}"),
    ],
)
def test_the_target_must_be_of_the_kind_expected(kind: str, text: str, findings: Find):
    (shown,) = findings(f"paths: {{/a: {{get: {{{text}}}}}}}\ncomponents: {{schemas: {{S: {{}}}}}}\n")
    assert f"error: reference expects {kind}, but '#/components/schemas/S' is a Schema Object" in shown


@pytest.mark.parametrize(
    "text",
    ["paths: {}\ninfo: {$ref: info.yaml}", "components: {$ref: parts.yaml}"],
)
def test_references_stand_only_where_openapi_allows_them(text: str, findings: Find):
    shown = findings("openapi: 3.1.0\n" + ("" if "info" in text else "info: {title: T, version: '1'}\n") + text + "\n")
    assert any("[misplaced-reference]" in line for line in shown)


def test_a_property_may_be_called_ref(load: Load):
    document = load("components: {schemas: {A: {properties: {$ref: {type: string}}}}}\n").document
    assert document.schemas["#/components/schemas/A"].schema.properties["$ref"].types == ("string",)


@pytest.mark.parametrize(
    "schemas",
    [
        "A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}",
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}, B: {allOf: [{$ref: '#/components/schemas/A'}]}",
    ],
)
def test_circles_are_reported_once(schemas: str, findings: Find):
    shown = findings(f"components: {{schemas: {{{schemas}}}}}\n")
    assert len(shown) == 1
    assert "[circular-reference]" in shown[0]


def test_path_items_that_refer_to_each_other(findings: Find):
    shown = findings("paths: {/a: {$ref: '#/paths/~1b'}, /b: {$ref: '#/paths/~1a'}}\n")
    assert len(shown) == 1
    assert "[circular-reference]" in shown[0]


def test_long_chains(load: Load):
    count = 10_000
    schemas = {f"S{i}": {"$ref": f"#/components/schemas/S{i + 1}"} for i in range(count)} | {f"S{count}": {}}
    head = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    document = load({"a.json": json.dumps(head | {"components": {"schemas": schemas}})}).document
    assert len(document.schemas) == count + 1


def test_an_id_without_references_is_no_matter(findings: Find):
    assert findings("components: {schemas: {A: {$id: https://a.example/a, $anchor: a}}}\n") == []


def test_a_name_among_other_components_is_pointed_out(findings: Find):
    (shown,) = findings(
        "components: {schemas: {A: {$ref: '#/components/schemas/Fault'}}, responses: {Fault: {description: d}}}\n"
    )
    assert shown.endswith("(there is '#/components/responses/Fault')")


def test_many_broken_references_take_no_time(findings: Find):
    schemas = {f"Schema{i}": {"$ref": f"#/components/schemas/Shcema{i}"} for i in range(1000)}
    head = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}}
    shown = findings({"a.json": json.dumps(head | {"components": {"schemas": schemas}})})
    assert len(shown) == 1000
