"""Descriptions that try to get code, files or markup out of the generator.

Each test compares with an honest twin or looks for a canary: wherever a text of a description stands, the generated
code must have the shape that harmless texts give it.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hostile_texts import CODE, NAMES, TEXTS, verify_code
from shared_runtime import write_client, write_runtime

from specloom.findings import DescriptionError, SpecloomError
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.output.tree import FileTree
from specloom.pipeline import generate
from specloom.render.package import render_package
from specloom.render.python import docstring
from specloom.spec.load import load_description
from specloom.targets.target import Target, check_package

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parents[1]


def pointer(name: str) -> str:
    return "#/components/schemas/" + quote(name.replace("~", "~0").replace("/", "~1"))


def everywhere(text: str) -> dict[str, Any]:
    """Return a description with `text` wherever any text may stand; only Python names are chosen apart from it."""
    hooks = dict.fromkeys(("x-python-type", "x-python-import", "customTypePath", "customBasePath", "x-evil"), text)
    docs = {"url": "https://docs.example", "description": text}
    path_text = quote(text, safe=" !\"#$&'()*+,-./:;<=>?@[]^_`|~\\").replace("%", "") or "x"
    item: dict[str, Any] = {
        "type": "object",
        "title": text,
        "description": text,
        "externalDocs": docs,
        "example": {text: text},
        "x-enum-varnames": [text],
        "default_factory": text,
        "required": [f"{text}kind"],
        "properties": {
            f"{text}kind": {"type": "string", "x-specloom": {"name": "kind"}},
            f"{text}name": {
                "type": "string",
                "description": text,
                "default": text,
                "examples": [text],
                "x-specloom": {"name": "label"},
                **hooks,
            },
            f"{text}choice": {
                "enum": [f"{text}1", f"{text}2"],
                "x-specloom": {"name": "choice"},
                "x-enum-descriptions": [text],
                "x-enum-varnames": [text],
            },
            f"{text}const": {"const": text, "x-specloom": {"name": "constant"}},
            f"{text}format": {"type": "string", "format": text, "x-specloom": {"name": "formatted"}},
            f"{text}pattern": {"type": "string", "pattern": re.escape(text), "x-specloom": {"name": "matched"}},
        },
        "x-specloom": {"name": "Item"},
        **hooks,
    }
    choice = {
        "oneOf": [{"$ref": pointer(f"{text}item")}, {"$ref": pointer("Other")}],
        "description": text,
        "discriminator": {
            "propertyName": f"{text}kind",
            "mapping": {f"{text}a": pointer(f"{text}item"), f"{text}b": pointer("Other")},
        },
    }
    answer = {"type": "object", "properties": {"choice": {"$ref": pointer("Choice")}}}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": text,
            "version": text,
            "summary": text,
            "description": text,
            "license": {"name": text},
            "contact": {"name": text},
        },
        "x-specloom": {
            "package": "client",
            "client": "Client",
            "env_prefix": "CLIENT",
            "error": {"code": "/" + text.replace("~", "~0").replace("/", "~1"), "message": "/message"},
            "webhooks": {"event": "/" + text.replace("~", "~0").replace("/", "~1"), "token_header": "X-Token"},
        },
        "externalDocs": docs,
        "servers": [
            {
                "url": "https://api.example/{variable}",
                "description": text,
                "variables": {"variable": {"default": f"a{text}", "description": text, "enum": [f"a{text}", "b"]}},
            }
        ],
        "tags": [{"name": text, "description": text, "externalDocs": docs}],
        "security": [{f"{text}key": []}, {f"{text}login": []}],
        "paths": {
            f"/{path_text}": {
                "summary": text,
                "description": text,
                "post": {
                    "tags": [text],
                    "operationId": text,
                    "summary": text,
                    "description": text,
                    "externalDocs": docs,
                    "x-specloom": {"resource": "items", "method": "send"},
                    "parameters": [
                        {
                            "name": f"{text}q",
                            "in": place,
                            "description": text,
                            "schema": {"type": "string", "default": text},
                            "example": text,
                            "x-specloom": {"name": f"in_{place}"},
                        }
                        for place in ("query", "header", "cookie")
                    ],
                    "requestBody": {
                        "description": text,
                        "required": True,
                        "content": {"application/json": {"schema": {"$ref": pointer(f"{text}item")}, "example": text}},
                    },
                    "responses": {
                        "200": {
                            "description": text,
                            "headers": {"X-Said": {"schema": {"type": "string"}, "description": text}},
                            "content": {f"application/json; v={text}": {"schema": answer}},
                            "links": {"next": {"operationId": text, "description": text}},
                        },
                        "404": {"description": text},
                    },
                    "callbacks": {text: {f"{{$request.body#/{text}}}": {"post": {"responses": {}}}}},
                },
                "put": {
                    "operationId": f"{text}2",
                    "x-specloom": {"resource": "items", "method": "upload"},
                    "requestBody": {"content": {f'image/png; note="{text}"': {}}},
                    "responses": {"204": {"description": text}},
                },
            }
        },
        "webhooks": {
            "item": {
                "post": {
                    "summary": text,
                    "description": text,
                    "x-specloom": {"event": text},
                    "requestBody": {"content": {"application/json": {"schema": {"$ref": pointer(f"{text}item")}}}},
                }
            }
        },
        "components": {
            "schemas": {
                f"{text}item": item,
                "Choice": choice,
                "Other": {
                    "type": "object",
                    "properties": {f"{text}kind": {"const": "o", "x-specloom": {"name": "kind"}}},
                },
            },
            "securitySchemes": {
                f"{text}key": {
                    "type": "apiKey",
                    "in": "query",
                    "name": text,
                    "description": text,
                    "x-specloom": {"arguments": {"key": "api_key"}},
                },
                f"{text}login": {
                    "type": "http",
                    "scheme": "basic",
                    "description": text,
                    "x-specloom": {"arguments": {"username": "user", "password": "password"}},
                },
            },
        },
    }


def write(folder: Path, description: Mapping[str, Any]) -> Path:
    path = folder / "openapi.json"
    path.write_text(json.dumps(description), encoding="utf-8")
    return path


def shape(code: str) -> str:
    """Return the syntax tree with every text masked, and texts that only document left out."""
    module = ast.parse(code.encode())  # as Python reads a file: a comment may declare its encoding
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
        if isinstance(node, ast.ClassDef | ast.Module | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [statement for statement in node.body if not _is_text(statement)] or [ast.Pass()]
    return ast.dump(module)


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    folder = tmp_path_factory.mktemp("honest")
    tree = generate(Target(write(folder, everywhere("some words")))).tree
    return {path: shape(text) for path, text in tree.items() if path.endswith(".py")}


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_no_text_changes_the_shape_of_the_code(name: str, honest: Mapping[str, str], tmp_path: Path):
    tree = generate(Target(write(tmp_path, everywhere(TEXTS[name])))).tree
    assert {path: shape(text) for path, text in tree.items() if path.endswith(".py")} == honest


HIDDEN = frozenset(
    chr(code)
    for codes in ((0x00, 0x09), (0x0B, 0x20), (0x7F, 0xA0), (0x200B, 0x2010), (0x2028, 0x202F), (0x2060, 0x206A))
    for code in range(*codes)
) | {"\ufeff"}
"""Controls, and what stands for nothing or turns the direction of what follows (Unicode's TR36 and bidi classes)."""


def test_nothing_hides_or_reorders_what_a_reviewer_sees(tmp_path: Path):
    text = "".join(f"a{character}b" for character in sorted(HIDDEN))
    for path, content in generate(Target(write(tmp_path, everywhere(text)))).tree.items():
        assert not HIDDEN & set(content), path


def test_text_of_a_description_is_never_a_template(tmp_path: Path):
    tree = generate(Target(write(tmp_path, everywhere(TEXTS["template"])))).tree
    for path in ("README.md", "__init__.py", "client.py", "resources/items.py", "models/item.py"):
        assert "{{ 7*7 }}" in tree[path].replace("\\_", "_").replace("\\*", "*")
        assert "49" not in tree[path]
        assert "root:" not in tree[path]


def test_a_docstring_says_exactly_its_lines():
    for length in range(1, 7):
        for characters in product('"\\a\n', repeat=length):
            text = "".join(characters)
            lines = text.split("\n")
            assert ast.literal_eval(docstring(lines, indent=0)) == (text if len(lines) == 1 else f"{text}\n")


def test_comments_stay_one_line(tmp_path: Path):
    for path, text in generate(Target(write(tmp_path, everywhere(TEXTS["separators"])))).tree.items():
        if path.endswith(".py") and not path.startswith("_runtime/"):
            first, second = text.split("\n")[:2]
            assert first.startswith("# Generated from"), path
            assert first.endswith("edits will be lost."), path
            assert second == "", path
            assert text.isprintable() or not set(text) & set("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), path


@pytest.mark.parametrize(
    "title",
    ["-*- coding: utf-7 -*-", "vim: set fileencoding=utf-7 :", "coding:utf-7", "coding=\tlatin-1", "coding\n: x"],
)
def test_no_title_says_in_which_encoding_the_code_is_read(title: str, tmp_path: Path):
    """In UTF-7, `+ACIAIgAi-` is three quotes: it would end a docstring, and what follows would run."""
    evil = f"+ACIAIgAi-+AAo-{CODE} = 1+AAo-+ACIAIgAi-"
    description = {**operation(summary=evil), "info": {"title": title, "version": "1", "description": evil}}
    for path, text in generate(Target(write(tmp_path, description))).tree.items():
        if path.endswith(".py"):
            assert ast.dump(ast.parse(text.encode())) == ast.dump(ast.parse(text)), path


def tagged(name: str) -> dict[str, Any]:
    return operation(tags=[name], operationId="call")


def identified(name: str) -> dict[str, Any]:
    return operation(operationId=name)


def titled(name: str) -> dict[str, Any]:
    return {**operation(), "info": {"title": name, "version": "1"}}


def with_parameter(name: str) -> dict[str, Any]:
    return operation(parameters=[{"name": name, "in": place, "schema": {"type": "string"}} for place in ("query",)])


def with_body(name: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {name: {"type": ["string", "null"], "maxLength": 3}}}
    return operation(requestBody={"content": {"application/json": {"schema": schema}}})


def with_schema(name: str) -> dict[str, Any]:
    schema = {
        "type": "object",
        "properties": {"date": {"type": "string", "format": "date"}, "self": {"$ref": pointer(name)}},
    }
    return answering({"$ref": pointer(name)}, {name: schema})


def with_property(name: str) -> dict[str, Any]:
    property_ = {"type": ["string", "null"], "maxLength": 3}
    others = {"at": {"type": "string", "format": "date-time"}, "any": {}, "id": {"type": "string", "format": "uuid"}}
    schema = {
        "type": "object",
        "properties": {name: property_, **others, f"{name}_list": {"type": "array", "items": {}}},
    }
    return answering({"$ref": pointer("Thing")}, {"Thing": schema})


def with_inline_property(name: str) -> dict[str, Any]:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    return answering({"type": "object", "properties": {name: inner, "list": {"type": "array", "items": inner}}}, {})


def with_enum(name: str) -> dict[str, Any]:
    values: list[Any] = [name, f"{name} ", None, 1, True, 0, False]
    properties = {"a": {"enum": values}, "b": {"const": name}, "c": {"type": "string", "enum": [name, name.upper()]}}
    return answering({"$ref": pointer("Thing")}, {"Thing": {"type": "object", "properties": properties}})


def with_server_variable(name: str) -> dict[str, Any]:
    server = {"url": f"https://{{{name}}}.example", "variables": {name: {"default": "a"}}}
    return {**operation(), "servers": [server]}


def with_security(name: str) -> dict[str, Any]:
    schemes = {
        name: {"type": "apiKey", "in": "header", "name": "X-Key"},
        "other": {"type": "apiKey", "in": "query", "name": name},
        f"{name}_basic": {"type": "http", "scheme": "basic"},
    }
    return {
        **operation(),
        "components": {"securitySchemes": schemes},
        "security": [{scheme: [] for scheme in schemes}],
    }


def with_pagination(name: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {name: {"type": "array", "items": {"type": "string"}}}}
    scheme = {"style": "page", "page": name, "items": "/" + name.replace("~", "~0").replace("/", "~1")}
    description = answering(schema, {})
    description["paths"]["/x"]["get"] |= {
        "parameters": [{"name": name, "in": "query", "schema": {"type": "integer"}}],
        "x-specloom": {"pagination": name},
    }
    return {**description, "x-specloom": {"pagination": {name: scheme}}}


def with_webhook(name: str) -> dict[str, Any]:
    body = {"content": {"application/json": {"schema": {"$ref": pointer(name)}}}}
    schema = {"type": "object", "properties": {name: {"type": "string", "format": "date"}}}
    return {
        **operation(),
        "x-specloom": {"webhooks": {"event_header": "X-Event", "token_header": "X-Token"}},
        "webhooks": {name: {"post": {"requestBody": body}}, "other": {"post": {}}},
        "components": {"schemas": {name: schema}},
    }


def with_upload(name: str) -> dict[str, Any]:
    place = "/" + name.replace("~", "~0").replace("/", "~1")
    address = {"type": "object", "properties": {name: {"type": "string"}}}
    field = {"type": "object", "properties": {name: {"type": "string"}}}
    answer = {"200": {"description": "It.", "content": {"application/json": {"schema": address}}}}
    description = operation()
    for path, said in {
        "/a": {"upload": {"method": "send", "url": place, "filename": name}},
        "/b": {"attach": {"method": "send_it", "upload": "a", "from": place, "to": name}},
    }.items():
        description["paths"][path] = {
            "post": {
                "operationId": path[1:],
                "tags": ["things" if path == "/a" else name],
                "x-specloom": said,
                "requestBody": {"content": {"application/json": {"schema": field}}},
                "responses": answer,
            }
        }
    return description


def operation(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - any member of an Operation Object
    base = {"tags": ["things"], "operationId": "read", "responses": {"204": {"description": "Done."}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Some API", "version": "1"},
        "paths": {"/x": {"get": {**base, **members}}},
    }


def answering(schema: Mapping[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    answer = {"200": {"description": "It.", "content": {"application/json": {"schema": schema}}}}
    return {**operation(responses=answer), "components": {"schemas": schemas}}


PLACES: list[Callable[[str], dict[str, Any]]] = [
    *(tagged, identified, titled, with_parameter, with_body, with_schema, with_property, with_inline_property),
    *(with_enum, with_server_variable, with_security, with_pagination, with_webhook, with_upload),
]

IMPORT = """
import builtins, importlib, json, os, sys, warnings
from pathlib import Path
from pydantic import TypeAdapter
before = set(os.listdir("."))
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
for file in sorted(Path(sys.argv[1]).rglob("*.py")):
    place = file.relative_to(sys.argv[1])
    module = importlib.import_module(".".join(place.with_suffix("").parts).removesuffix(".__init__"))
    for name in module.__all__ if place.parts[-2] == "models" and file.name != "__init__.py" else ():
        TypeAdapter(getattr(module, name)).rebuild()
assert not hasattr(builtins, "EVIL")
assert set(os.listdir(".")) == before
"""


def render(path: Path) -> FileTree | None:
    """Return the client without formatting it, or None where the description is refused."""
    try:
        api = build_api(load_description(Target(path)).document)
        files = render_package(api, build_surface(api)).generated
    except DescriptionError:
        return None
    verify_code(files)
    return FileTree(files)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_no_name_becomes_code_or_leaves_the_folder(place: Callable[[str], dict[str, Any]], tmp_path: Path):
    clients = tmp_path / "clients"
    trees = [render(write(tmp_path, place(name))) for name in NAMES]
    for number, tree in enumerate(trees):
        write_client(clients / f"client{number}", tree or {})
    assert sum(tree is not None for tree in trees) > len(NAMES) / 2
    import_all(tmp_path)


def import_all(folder: Path) -> None:
    """Import every client below `folder/clients` in a process of its own; they share one runtime."""
    write_runtime(folder / "clients")
    command = [sys.executable, "-W", "error", "-c", IMPORT, str(folder)]
    done = subprocess.run(command, cwd=folder, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


BOUNDS: list[dict[str, Any]] = [
    *(
        {"type": "string", "pattern": pattern}
        for pattern in ("'", '"""', "(?P<x>", "\\Z", "(?<=a)b", "(a+)+$", "[", "a{9999999}")
    ),
    *(
        {"type": "string", "pattern": pattern}
        for pattern in ("(?!a)b", "\\p{L}", "\\cA", "[^]", "\\d+", "(?i)a", "\\u{61}")
    ),
    {"type": "number", "minimum": 10**400},
    {"type": "integer", "minimum": -(10**400), "maximum": 1.5},
    {"type": "number", "multipleOf": 0},
    {"type": "number", "multipleOf": 1e-300},
    {"type": "string", "minLength": 10**30},
    {"type": "string", "minLength": 5, "maxLength": 2},
    {"type": "array", "items": {}, "minItems": 10**30},
    {"type": "string", "format": "../../x"},
    {"type": "string", "format": "date", "default": f'2020-01-01") or {CODE}('},
    {"type": "string", "enum": ["a"], "default": "b"},
    {"type": "object", "default": {"a": [1, {"b": None}]}},
    {"type": "integer", "default": "\\"},
    {"enum": list(range(1000))},
    {"enum": [1.5, {"a": 1}, [1], None, "a"]},
    {"enum": []},
    {"const": {"a": 1}},
    {"const": None},
    {"oneOf": [{"const": True}, {"const": 1}]},
    {"allOf": [{"type": "string"}, {"type": "integer"}]},
    {"type": "object", "additionalProperties": False},
    {"not": {}},
    {"type": []},
]


def test_no_bound_breaks_the_models(tmp_path: Path):
    kept = 0
    for number, schema in enumerate(BOUNDS):
        thing = {"type": "object", "properties": {"value": schema, "values": {"type": "array", "items": schema}}}
        tree = render(write(tmp_path, answering({"$ref": pointer("Thing")}, {"Thing": thing})))
        kept += tree is not None
        write_client(tmp_path / "clients" / f"client{number}", tree or {})
    import_all(tmp_path)
    assert kept > len(BOUNDS) * 0.8


@pytest.mark.parametrize(
    "description",
    [
        {**operation(), "x-specloom": {"package": "../evil"}},
        {**operation(), "x-specloom": {"package": "a.b"}},
        {**operation(), "x-specloom": {"client": f"X: {CODE} = 1\nclass Y"}},
        {**operation(), "x-specloom": {"env_prefix": f'A", {CODE}, "'}},
        operation(**{"x-specloom": {"method": f"x(): {CODE} = 1 #"}}),
        operation(**{"x-specloom": {"resource": "../../evil"}}),
        operation(**{"x-specloom": {"resource": "a..b"}}),
        operation(parameters=[{"name": "q", "in": "query", "schema": {}, "x-specloom": {"name": "q=1, *"}}]),
        answering({"$ref": pointer("A")}, {"A": {"type": "object", "x-specloom": {"name": "A(object): pass #"}}}),
    ],
)
def test_names_in_extensions_are_checked(description: dict[str, Any], tmp_path: Path):
    with pytest.raises(DescriptionError) as caught:
        generate(Target(write(tmp_path, description)))
    assert {finding.rule for finding in caught.value.findings} == {"wrong-extension-value"}


@pytest.mark.parametrize(
    "status", ["200); evil(", "-1", "999", "6XX", "0x200", "\uff12\uff10\uff10", "", "200\n", "default "]
)
def test_what_is_no_status_is_refused(status: str, tmp_path: Path):
    with pytest.raises(DescriptionError) as caught:
        generate(Target(write(tmp_path, operation(responses={status: {"description": "d"}}))))
    assert {finding.rule for finding in caught.value.findings} == {"wrong-status-code"}


@pytest.mark.parametrize(
    "path", [f"/x/{{id}}{{{CODE}}}", "/x/{id.__class__}", "/{{id}}", "/{id", "/x/{}", "relative", "//evil.example/x"]
)
def test_paths_are_data(path: str, tmp_path: Path):
    description = operation(parameters=[{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}])
    description["paths"] = {path: description["paths"]["/x"]}
    with pytest.raises(DescriptionError):
        generate(Target(write(tmp_path, description)))


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "//evil.example", "https://ok@10.0.0.1/", "http://[::1"),
        *(
            'https://x.example/" + evil + "',
            "https://x.example/${HOME}",
            "https://x.example/\r\nX: 1",
            "\u202ehttps://x",
        ),
    ],
)
def test_addresses_of_servers_are_data(url: str, tmp_path: Path):
    tree = render(write(tmp_path, {**operation(), "servers": [{"url": url}]}))
    honest = render(write(tmp_path, {**operation(), "servers": [{"url": "https://api.example"}]}))
    unsaid = render(write(tmp_path, {**operation(), "servers": [{"url": "/"}]}))
    variable = render(write(tmp_path, {**operation(), "servers": [{"url": "https://api.example/{HOME}"}]}))
    honest_ones = {shape(each["client.py"]) for each in (honest, unsaid, variable) if each}
    assert tree is None or shape(tree["client.py"]) in honest_ones


@pytest.mark.parametrize(
    "reference",
    [
        *(
            '#/components/schemas/Foo"];evil',
            "#/components/schemas/..~1..",
            "#/components/schemas/%2e%2e",
            "#/~2",
            "#/%",
        ),
        *("#", "", "#/info", "#/components/schemas/A", "/dev/zero", "/proc/self/environ", "file:///etc/passwd", "CON"),
        *("\\\\host\\share", "..", ".", "openapi.json/x", "http://[::ffff:10.0.0.1]/", "a\x00b", "x" * 5000),
    ],
)
def test_references_lead_to_schemas_of_the_folder_only(reference: str, tmp_path: Path):
    description = answering({"$ref": pointer("A")}, {"A": {"$ref": reference}})
    with pytest.raises(DescriptionError) as caught:
        generate(Target(write(tmp_path, description)))
    assert not any("root:" in f"{finding.message}{finding.help}" for finding in caught.value.findings)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path):
    folder = tmp_path / "api"
    folder.mkdir()
    (tmp_path / "secret.json").write_text('{"description": "s3cret", "type": "object"}')
    (folder / "link.json").symlink_to(tmp_path / "secret.json")
    with pytest.raises(DescriptionError) as caught:
        generate(Target(write(folder, answering({"$ref": "link.json"}, {}))))
    assert [finding.rule for finding in caught.value.findings] == ["reference-outside-folder"]
    assert "s3cret" not in str(caught.value.findings)


@pytest.mark.parametrize("package", [f"x\n{CODE} = 1", 'x"""', "../evil", "a b", "class", "a.", ".a", "9a", ""])
def test_what_is_no_package_name_is_refused(package: str):
    with pytest.raises(SpecloomError, match="package"):
        check_package(package, "--package")


def test_names_that_differ_in_case_are_one_file_or_a_finding(tmp_path: Path):
    schemas = {name: {"type": "object", "properties": {"a": {}}} for name in ("Pet", "pet", "PET")}
    answer = {"type": "object", "properties": {name: {"$ref": pointer(name)} for name in schemas}}
    tree = render(write(tmp_path, answering(answer, schemas)))
    assert tree is None or len({path.casefold() for path in tree}) == len(tree)


@pytest.mark.parametrize(
    "width", [pytest.param(20_000, id="enum"), pytest.param(3_000, id="properties"), pytest.param(400, id="depth")]
)
def test_large_descriptions_take_time_in_proportion(width: int, tmp_path: Path, request: pytest.FixtureRequest):
    schema: dict[str, Any] = {"type": "string"}
    match request.node.callspec.id:
        case "enum":
            schema = {"enum": [f"v{number}" for number in range(width)]}
        case "properties":
            schema = {"type": "object", "properties": {f"p{number}": {"type": "string"} for number in range(width)}}
        case _:
            for _ in range(width // 4):
                schema = {"type": "array", "items": schema}
    assert render(write(tmp_path, answering({"type": "object", "properties": {"a": schema}}, {})))
