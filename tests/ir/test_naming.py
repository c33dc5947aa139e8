"""Names that any text becomes: Python takes them, none is given twice in a scope, and they stay when others come."""

from __future__ import annotations

import ast
import builtins
import json
import keyword
import random
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hostile_texts import NAMES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from specloom.ir import name_scopes, naming
from specloom.ir.build import build_api
from specloom.ir.name_scopes import constant_names
from specloom.ir.types import ObjectType
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from specloom.ir.api import Api

Described = dict[str, Any]
LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
TEXTS = st.text(LETTERS, min_size=1, max_size=12) | st.sampled_from(NAMES) | st.sampled_from(keyword.kwlist)
ALIKE = st.text(st.sampled_from("aAbB1_-. @$<>"), min_size=1, max_size=5).filter(lambda text: not text.isspace())
"""Texts of which many become the same name."""
MAKERS: list[Callable[[str], str]] = [
    *(naming.module_name, naming.argument_name, naming.parameter_name, naming.setting_name, naming.resource_name),
    *(naming.field_name, naming.class_name, naming.constant_name),
]


def assert_usable(name: str) -> None:
    """Python takes the name, reads it as it is written (PEP 3131), and generated code brings no such name along."""
    assert name.isidentifier(), name
    assert not keyword.iskeyword(name), name
    assert not name.startswith("_"), name
    assert unicodedata.normalize("NFKC", name) == name


@pytest.mark.parametrize(
    ("make", "plain", "taken"),
    [
        (naming.module_name, "order_line", "sorted"),
        (naming.argument_name, "order_line", "self"),
        (naming.parameter_name, "order_line", "list"),
        (naming.field_name, "order_line", "json"),
        (naming.setting_name, "order_line", "timeout"),
        (naming.resource_name, "order_line", "close"),
    ],
)
def test_a_name_gets_an_underscore_where_it_would_hide_something_alone(
    make: Callable[[str], str], plain: str, taken: str
):
    assert (make("order line"), make(taken)) == (plain, f"{taken}_")


def test_oauth_is_one_word():
    assert naming.resource_name("OAuthClients") == "oauth_clients"
    assert naming.class_name("OAuth2Client") == "OAuth2Client"


def test_a_class_is_told_from_one_of_python_alone():
    assert (naming.class_name("order line"), naming.class_name("warning")) == ("OrderLine", "WarningModel")


@pytest.mark.parametrize("make", MAKERS)
def test_what_becomes_of_a_text_is_a_name_or_nothing(make: Callable[[str], str]):
    @settings(max_examples=100)
    @given(TEXTS)
    def check(text: str) -> None:
        name = make(text)
        if name or make in {naming.parameter_name, naming.field_name}:
            assert_usable(name)

    check()


def test_no_module_hides_what_its_package_calls():
    package = Path(__file__).parents[2] / "generated" / "sitoo" / "models" / "__init__.py"
    used = {node.id for node in ast.walk(ast.parse(package.read_text())) if isinstance(node, ast.Name)} & {
        *dir(builtins)
    }
    called = {name for name in used if name.islower() and name not in naming.BUILTINS}
    assert called
    assert not called & {naming.module_name(name) for name in called}


@given(TEXTS)
def test_a_module_has_a_name_that_disks_take(text: str):
    assert len(naming.module_name(text * 40).encode()) <= 240


@pytest.mark.parametrize(
    "text", [*NAMES, "match", "type", "True", "true", "\u2028", "\ufb01", "\u0130d", "\u00aa", "\u20ac"]
)
@pytest.mark.parametrize("make", [naming.parameter_name, naming.field_name])
def test_a_member_has_a_name_whatever_it_is_called(make: Callable[[str], str], text: str):
    assert_usable(make(text))


@settings(max_examples=100)
@given(st.lists(ALIKE, unique=True, max_size=8), st.randoms(use_true_random=False))
def test_members_of_an_enumeration_are_apart_in_any_order(texts: list[str], mix: random.Random):
    names = constant_names(texts)
    assert len(set(names.values())) == len(texts)
    for name in names.values():
        assert_usable(name)
    mix.shuffle(texts)
    assert constant_names(texts) == names


@settings(max_examples=100)
@given(st.lists(ALIKE, unique=True, min_size=1, max_size=8), st.randoms(use_true_random=False))
@example(["a-", "a.", "a@", "a"], random.Random(1))  # noqa: S311 - no secret
def test_texts_are_told_apart_in_any_order(texts: list[str], mix: random.Random):
    given_names = tell_apart(texts)
    assert len(set(given_names.values())) == len(texts)
    for name in given_names.values():
        assert_usable(name)
    mix.shuffle(texts)
    assert tell_apart(texts) == given_names
    # One that is added takes no name away from those that have theirs without being told apart.
    *others, added = texts
    plain = {text: name for text, name in tell_apart(others).items() if name == naming.field_name(text)}
    if naming.field_name(added) not in plain.values():
        assert plain.items() <= given_names.items()


def tell_apart(texts: Iterable[str]) -> dict[str, str]:
    texts = list(texts)
    return dict(zip(texts, name_scopes.tell_apart((naming.field_name(text), text) for text in texts), strict=True))


@pytest.fixture
def build(tmp_path: Path) -> Callable[[Described], Api]:
    def built(description: Described) -> Api:
        file = tmp_path / "openapi.json"
        file.write_text(json.dumps(description), encoding="utf-8")
        return build_api(load_description(Target(file)).document)

    return built


def described(texts: Iterable[str]) -> Described:
    """Return a description in which every text names an operation, a parameter, a schema, a property and a value."""
    texts = list(texts)
    schemas: Described = {f"{text}Z": {"type": "object", "properties": {"a": {"type": "string"}}} for text in texts}
    whole = {
        "type": "object",
        "properties": {text: {"$ref": f"#/components/schemas/{_escaped(f'{text}Z')}"} for text in texts},
    }
    content = {"content": {"application/json": {"schema": whole}}}
    parameters = [{"name": text, "in": "query", "schema": {"type": "string"}} for text in texts]
    operation = {"tags": ["things"], "responses": {"200": {"description": "It.", **content}}}
    paths: Described = {
        f"/{number}": {"get": {**operation, "operationId": f"{text}z", "parameters": parameters}}
        for text, number in zip(texts, _numbers(texts), strict=True)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _numbers(texts: Iterable[str]) -> list[str]:
    return [text.encode().hex() for text in texts]


def _escaped(text: str) -> str:
    return quote(text.replace("~", "~0").replace("/", "~1"))


def names_by_scope(api: Api) -> Mapping[str, dict[str, str]]:
    """Return the names of each scope by what they were made from."""
    methods = [method for resource in api.resources for method in resource.methods]
    found = {
        "methods": {method.route: method.name for method in methods},
        "types": {"/".join(type_.location.pointer): type_.name for type_ in api.answers.values()},
    }
    for method in methods:
        found[method.route] = {argument.wire_name: argument.name for argument in method.arguments}
    for type_ in api.answers.values():
        if isinstance(type_, ObjectType):
            found["/".join(type_.location.pointer)] = {field.wire_name: field.name for field in type_.fields}
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ALIKE, min_size=1, max_size=5, unique=True))
def test_names_of_a_whole_client_are_apart_and_stay(build: Callable[[Described], Api], texts: list[str]):
    """What is written behind the others moves no name of an operation, a resource or a schema."""
    scopes = names_by_scope(build(described(texts)))
    for scope, names in scopes.items():
        fold = str.casefold if scope == "types" else str  # each type may have a file of its own
        assert len({fold(name) for name in names.values()}) == len(names), scope
        for name in names.values():
            assert_usable(name)
    fewer = names_by_scope(build(described(texts[:-1])))
    for scope in ("methods", "types"):
        assert fewer[scope].items() <= scopes[scope].items(), scope
    more = names_by_scope(build(described([*texts, "unlikeAllOthers"])))
    for scope, names in scopes.items():
        assert names.items() <= more[scope].items(), scope
