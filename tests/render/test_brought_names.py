"""A description may call anything what generated code and its runtime call something: nothing collides.

The names to try are read from what templates print and from what the runtime has, so that a new one is tried too.
"""

from __future__ import annotations

import ast
import builtins
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import BaseModel

from specloom.ir.naming import field_name, resource_name, setting_name
from specloom.pipeline import generate
from specloom.render.imports import all_runtime_files, brought_names, defined_names
from specloom.targets.target import Target

ROOT = Path(__file__).parents[2]
TEMPLATES = [*(ROOT / "templates" / "package").glob("*.py.j2"), *(ROOT / "templates" / "parts").glob("*.py.j2")]
ORIGINALS = {name or module.rpartition(".")[2] for module, name in brought_names().values()}
LIBRARIES = {module.partition(".")[0] for module, _ in brought_names().values() if not module.startswith(".")}


def used_names() -> list[str]:
    """Return what templates write, what the code brings along, and what the runtime exports and its classes have."""
    written = [re.sub(r"\{[{%#].*?[#%}]\}", " ", path.read_text(encoding="utf-8")) for path in TEMPLATES]
    names = {name.strip("_") for text in written for name in re.findall(r"\b[A-Za-z_]\w*", text)}
    for text in all_runtime_files().values():
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.ClassDef(name=name, body=body):
                    names |= {name, *(each.name for each in body if isinstance(each, ast.FunctionDef))}
                case ast.Assign(targets=[ast.Name("__all__")], value=value):
                    names |= set(ast.literal_eval(value))
                case _:
                    pass
    names |= {
        name
        for name, value in vars(builtins).items()
        if not (isinstance(value, type) and issubclass(value, BaseException))
    }
    return sorted({name.strip("_") for name in names | ORIGINALS | LIBRARIES if name.isascii()} - {""})


def once(names: list[str]) -> list[str]:
    """Return the names that are still different when case and underscores do not count: others collide as described.

    Of several, the one stays that generated code imports.
    """
    ordered = sorted(names, key=lambda name: (name in ORIGINALS, name.islower()))
    return list({name.replace("_", "").casefold(): name for name in ordered}.values())


def describe(names: list[str]) -> dict[str, object]:
    """Return a description in which schemas, properties, tags, operations and parameters have all these names."""
    texts = once(names)
    schemas = {
        name: {"type": "object", "properties": {each: {"type": "string", "format": "date-time"} for each in texts}}
        if number == 0
        else {"type": "object", "properties": {name: {"type": ["array", "null"], "items": {"type": "integer"}}}}
        for number, name in enumerate(texts)
    }
    parameters = [
        {"name": each, "in": "query", "schema": {"type": "array", "items": {"type": "string"}}} for each in texts
    ]
    paths = {
        f"/{name}": {
            "get": {
                "tags": [name],
                "parameters": parameters if number == 0 else parameters[number : number + 1],
                "responses": {
                    "200": {
                        "description": "It.",
                        "content": {
                            "application/json": {
                                "schema": {
                                    "anyOf": [
                                        {"$ref": f"#/components/schemas/{name}"},
                                        {"type": "array", "items": {"type": "string"}},
                                    ]
                                }
                            }
                        },
                    }
                },
            },
            "post": {
                "operationId": name,
                "tags": ["one group"],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}},
                "responses": {"204": {"description": "Done."}},
            },
        }
        for number, name in enumerate(texts)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Names", "version": "1"},
        "servers": [{"url": "https://names.example"}],
        "x-specloom": {"rate_limit": {"requests": 5, "seconds": 1}},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def test_no_resource_takes_the_place_of_what_a_client_can_do():
    classes = [each for text in all_runtime_files().values() for each in ast.parse(text).body]
    clients = [each for each in classes if isinstance(each, ast.ClassDef) and each.name.endswith("Client")]
    functions = [
        each for client in clients for each in client.body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    names = {each.name for each in functions if not each.name.startswith("_")}
    assert {"close", "download", "follow", "raw"} <= names
    # Many APIs have a resource 'items'; where links lead to collections, too, it is an error.
    assert {name for name in names if resource_name(name) == name} == {"items"}


def test_no_setting_takes_the_place_of_what_every_client_is_made_with():
    template = (ROOT / "templates" / "package" / "client.py.j2").read_text(encoding="utf-8")
    written = set(re.findall(r"^        (\w+): .*,$", template, re.MULTILINE))
    assert {"timeout", "transport", "headers"} <= written
    assert {name for name in written if setting_name(name) == name} == set()


def test_no_field_takes_the_place_of_what_models_have():
    names = {name for name in dir(BaseModel) if not name.startswith("_")}
    assert {name for name in names if field_name(name) == name} == set()


def write(folder: Path, description: object, package: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(description), encoding="utf-8")
    for path, text in generate(Target(spec)).tree.items():
        file = folder / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / package


def test_a_name_is_brought_from_the_module_that_defines_it():
    found = defined_names()
    assert found["form"] == "._runtime.styles"
    assert found["UNSET"] == "._runtime.unset"
    assert found["Shape"] == "._runtime.features.shapes"  # and not the protocol that the core has
    assert "forget" not in found  # of several features
    assert not [name for name in found if name.startswith("_")]


def test_there_are_names_to_try():
    names = used_names()
    assert len(names) > 200
    assert {"RateLimiter", "answer", "request", "Literal", "list", "self", "TYPE_CHECKING", "httpx"} <= set(names)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("names"), describe(used_names()), "names")


@pytest.mark.slow
def test_a_client_with_all_names_everywhere_imports(client: Path):
    modules = [
        ".".join(path.relative_to(client.parent).with_suffix("").parts)
        for path in client.rglob("*.py")
        if path.name != "__init__.py"
    ]
    code = f"import importlib\nfor name in {modules!r}: importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code], cwd=client.parent, capture_output=True, text=True, check=False)
    assert not done.stderr


@pytest.mark.slow
def test_a_client_with_all_names_everywhere_type_checks(client: Path):
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir=/dev/null", "-p", client.name]
    done = subprocess.run(command, cwd=client.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]


@pytest.mark.parametrize("title", ["Pace", "Envelope", "Client Credentials", "Client", "Configuration", "Api Error"])
def test_a_client_may_be_called_anything(title: str, tmp_path: Path):
    description = describe(["ping"])
    description["info"] = {"title": title, "version": "1"}
    package = write(tmp_path, description, "called")
    made = next(
        name
        for name in ast.literal_eval((package / "__init__.py").read_text(encoding="utf-8").split("__all__ = ")[1])
        if name.startswith("Async")
    ).removeprefix("Async")
    code = f"import called; called.{made}().close()"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert not done.stderr


def test_the_front_door_of_models_has_no_name_that_a_model_can_have(tmp_path: Path):
    front = write(tmp_path, describe(["Order"]), "front") / "models" / "__init__.py"
    statements = ast.parse(front.read_text(encoding="utf-8")).body
    (for_checkers,) = (each.body for each in statements if isinstance(each, ast.If))
    bound = {
        alias.asname or alias.name
        for each in ast.walk(ast.Module(statements))
        if isinstance(each, ast.Import | ast.ImportFrom) and each not in for_checkers
        for alias in each.names
    }
    assert {name for name in bound if not name.startswith("_")} == {"TYPE_CHECKING", "annotations"}
