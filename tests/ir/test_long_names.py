"""Names that have to be cut stay different, keep the words in which they differ, and stay what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from specloom.ir.api import Api
from specloom.ir.build import build_api
from specloom.ir.name_scopes import first_free, kept_apart, with_digest
from specloom.ir.naming import class_words, module_name
from specloom.render.type_modules import arrange_modules
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

Described = dict[str, Any]
Build = Callable[..., Api]

LONG = "".join(
    f"Very{word}" for word in ("Long", "Wide", "High", "Deep", "Slow", "Late", "Cold", "Warm", "Loud", "Dark")
)
"""A word of 80 letters."""


@pytest.fixture
def build(tmp_path: Path) -> Build:
    def built(paths: Described, schemas: Described | None = None) -> Api:
        file = tmp_path / "openapi.yaml"
        described = {
            "openapi": "3.1.0",
            "info": {"title": "Long", "version": "1"},
            "paths": paths,
            "components": {"schemas": schemas or {}},
        }
        file.write_text(yaml.safe_dump(described, sort_keys=False), encoding="utf-8")
        return build_api(load_description(Target(file)).document)

    return built


def nested(*names: str) -> Described:
    """Return an object inside an object and so on, each under its name."""
    schema: Described = {"type": "object", "properties": {"leaf": {"type": "string"}}}
    for name in reversed(names):
        schema = {"type": "object", "properties": {name: schema}}
    return schema


def operation(identifier: str, schema: Described | None = None, **members: object) -> Described:
    body = {"content": {"application/json": {"schema": schema or nested("inside")}}}
    answer = {"200": {"description": "One.", **body}}
    return {"operationId": identifier, "tags": ["x"], "requestBody": body, "responses": answer} | members


def posts(*identifiers: str, schema: Described | None = None) -> Described:
    return {f"/{n}{len(name)}": {"post": operation(name, schema)} for n, name in enumerate(identifiers)}


def names_by_route(api: Api) -> dict[str, str]:
    return {method.route: method.name for resource in api.resources for method in resource.methods}


def types_by_place(types: Iterable[Any]) -> dict[tuple[str, ...], str]:
    return {type_.location.pointer: type_.name for type_ in types}


def assert_all_apart(api: Api) -> None:
    names = [*names_by_route(api).values()]
    assert len(names) == len({name.casefold() for name in names})
    for types in (api.answers, api.inputs):
        assert len(types) == len({name.casefold() for name in types})
        modules = [module.name for module in arrange_modules(types)]
        assert len(modules) == len({name.casefold() for name in modules})
        assert all(len(f"{name}.py".encode()) <= 255 for name in modules)


@pytest.mark.parametrize(
    "identifiers",
    [
        (f"{LONG}Alpha{LONG}", f"{LONG}Beta{LONG}"),
        (f"{LONG}{LONG}", f"{LONG}Alpha{LONG}"),
        (f"{LONG}Alpha{LONG}", f"{LONG}Beta{LONG}", f"{LONG}Gamma{LONG}", f"{LONG}{LONG}"),
        (f"{LONG}AlphaX{LONG}Beta{LONG}", f"{LONG}AlphaY{LONG}Beta{LONG}"),
        (f"{LONG}{'a' * 90}{LONG}", f"{LONG}{'b' * 90}{LONG}"),
        (f"{LONG}alpha{LONG}", f"{LONG}ALPHA{LONG}"),
        (f"{LONG}_a-b_{LONG}", f"{LONG}_a_b_{LONG}", f"{LONG}_a.b_{LONG}"),
    ],
)
def test_operations_with_long_names_that_differ_in_the_middle(build: Build, identifiers: tuple[str, ...]) -> None:
    schema = nested("billingSettings", "paymentMethodOptions", "card")
    api = build(posts(*identifiers, schema=schema))
    assert_all_apart(api)
    assert (len(api.answers), len(api.inputs)) == (4 * len(identifiers), 3 * len(identifiers))
    paths = posts(*identifiers, schema=schema)
    fewer = build(dict([*paths.items()][:-1]))
    assert names_by_route(fewer).items() <= names_by_route(api).items()
    for old, new in ((fewer.answers, api.answers), (fewer.inputs, api.inputs)):
        assert types_by_place(old.values()).items() <= types_by_place(new.values()).items()


def test_operations_of_one_path_that_differ_in_signs_only(build: Build) -> None:
    methods = {"get": operation("read_it"), "post": operation("readIt"), "put": operation("read-it")}
    plain, with_path, with_digits = names_by_route(build({"/a": methods})).values()
    assert [plain, with_path, with_digits[:-6]] == ["read_it", "read_it_a", "read_it_"]


def test_the_words_that_differ_are_kept(build: Build) -> None:
    api = build(posts(*(f"{LONG}{word}{LONG}" for word in ("Alpha", "Beta", "Gamma"))))
    assert [[word for word in ("alpha", "beta", "gamma") if word in name] for name in names_by_route(api).values()] == [
        [],
        ["beta"],
        ["gamma"],
    ]
    answers = [name for name in api.answers if name.endswith("Response")]
    assert [[word for word in ("Alpha", "Beta", "Gamma") if word in name] for name in answers] == [
        [],
        ["Beta"],
        ["Gamma"],
    ]
    assert all(len(name) <= 80 for name in (*api.answers, *names_by_route(api).values()))


def test_the_first_that_is_written_keeps_the_name_of_its_schema(build: Build) -> None:
    """As in a description of payments: the name of the one operation, cut, is that of the other."""
    short, long = "PostCustomersCustomerSubscriptions", "PostCustomersCustomerSubscriptionsSubscriptionExposedId"
    schema = nested("billing_settings", "payment_method_options", "card", "mandate_settings")
    for identifiers in ((short, long), (long, short)):
        alone, api = build(posts(identifiers[0], schema=schema)), build(posts(*identifiers, schema=schema))
        assert_all_apart(api)
        for old, new in ((alone.answers, api.answers), (alone.inputs, api.inputs)):
            assert types_by_place(old.values()).items() <= types_by_place(new.values()).items()


@pytest.mark.parametrize(
    "keys",
    [
        (f"{LONG}Alpha{LONG}", f"{LONG}Beta{LONG}", f"{LONG}Gamma{LONG}"),
        ("any-1", "any_1", "Any.1", "ANY1"),
        ("Thing", "thing", "ThingModel", "Thing-Model"),
    ],
)
def test_schemas_with_names_that_become_one(build: Build, keys: tuple[str, ...]) -> None:
    schemas = {key: nested(f"p{n}") for n, key in enumerate(keys)}
    properties = {f"q{n}": {"$ref": f"#/components/schemas/{key}"} for n, key in enumerate(keys)}
    paths = {"/a": {"post": operation("a", {"type": "object", "properties": properties})}}
    api = build(paths, schemas)
    assert_all_apart(api)
    first = keys[0]
    fewer = {"/a": {"post": operation("a", {"type": "object", "properties": {"q0": properties["q0"]}})}}
    alone = types_by_place(build(fewer, {first: schemas[first]}).answers.values())
    assert alone.items() <= types_by_place(api.answers.values()).items()


def test_properties_parameters_and_members_of_enumerations(build: Build) -> None:
    texts = [f"{LONG}_Alpha_{LONG}", f"{LONG}_Beta_{LONG}", "t", "T", "", "a-b", "a_b", "a.b", "@", "id", "_id", "Id"]
    schema = {"type": "object", "properties": {text: {"type": "string"} for text in texts}}
    parameters = [{"name": text, "in": "query", "schema": {"type": "string"}} for text in texts if text]
    api = build({"/a": {"post": operation("a", schema), "get": operation("b", None, parameters=parameters)}})
    (answer,) = (type_ for type_ in api.answers.values() if type_.name == "AResponse")
    post, get = sorted(api.resources[0].methods, key=lambda method: method.name)
    assert post.body is not None
    for found in (answer.fields, post.body.fields, get.arguments):  # type: ignore[union-attr]  # an object
        names = [each.name for each in found]
        assert len(names) == len(set(names))
        assert all(name.isidentifier() for name in names)
    assert {field.wire_name for field in post.body.fields} == set(texts)


def test_tags_with_long_names_are_resources_of_their_own(build: Build) -> None:
    tags = [f"{LONG}{word}{LONG}" for word in ("Alpha", "Beta", "Gamma")]
    api = build({f"/{n}": {"get": operation(f"get{n}", tags=[tag])} for n, tag in enumerate(tags)})
    names = [resource.name for resource in api.resources]
    assert len(set(names)) == len({module_name(name) for name in names}) == 3
    assert "beta" in names[1]


def test_letters_of_many_bytes_do_not_make_files_that_no_disk_takes(build: Build) -> None:
    wide = "\U00020000" * 100
    api = build(posts(f"{wide}a{wide}", f"{wide}b{wide}"), {"Big": nested("a")})
    assert_all_apart(api)
    assert len(module_name(wide).encode()) <= 240


WORDS = st.lists(
    st.sampled_from(["get", "all", "customer", "subscription", "settings", "id", "x"]), min_size=1, max_size=40
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WORDS, min_size=2, max_size=6, unique_by=tuple))
def test_random_names_are_apart_and_stay_when_others_come_behind(build: Build, texts: list[list[str]]) -> None:
    paths = {f"/{'/'.join(text)}": {"post": operation("_".join(text))} for text in texts}
    api = build(paths)
    assert_all_apart(api)
    for number in range(1, len(paths)):
        fewer = build(dict([*paths.items()][:number]))
        assert names_by_route(fewer).items() <= names_by_route(api).items()


@given(st.lists(st.lists(st.sampled_from(["a", "b", "A"]), min_size=1, max_size=3), min_size=1, max_size=6))
def test_the_first_free_name_is_given_once(candidates: list[list[str]]) -> None:
    whole = [(*own, f"last{n}") for n, own in enumerate(candidates)]
    names = first_free(whole)
    assert len(names) == len({name.casefold() for name in names})
    for name, own in zip(names, whole, strict=True):
        assert name in own
    firsts = {own[0].casefold() for own in whole}
    assert firsts <= {name.casefold() for name in names}


@given(WORDS, WORDS)
def test_words_that_fit_are_all_kept(own: list[str], other: list[str]) -> None:
    name = kept_apart(own, other, "_")
    assert len(name) <= 80
    assert name == "_".join(own) or len("_".join(own)) > 80


def test_a_digest_is_the_same_everywhere() -> None:
    assert with_digest("Order", "a") == "Orderca978112ca"[: len("Order") + 6]
    assert with_digest("get_order_", "a") == "get_order_ca9781"
    assert class_words("postHTTPServer_id") == ["Post", "HTTP", "Server", "Id"]


@pytest.mark.parametrize(
    "word", ["order" * 40, "Order" * 40, "Заказ" * 20, "Ωμέγα" * 40, "注文の明細" * 40, "طلب" * 60]
)
def test_words_that_are_too_long_by_themselves_are_cut_and_stay_apart(build: Build, word: str) -> None:
    schema = {"type": "object", "properties": {"B1": nested("x"), "B2": nested("x")}}
    api = build(posts(*(f"{word}{number}" for number in range(3)), schema=schema))
    assert_all_apart(api)
    assert all(api.answers)
