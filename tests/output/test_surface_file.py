"""`surface.json`: what is written is read back as it was, and what nobody wrote is refused in words."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

import jsonschema_rs
import pytest

from specloom.diff.client.compare import compare_surfaces
from specloom.findings import SpecloomError
from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.ir.formats import ScalarKind
from specloom.ir.surface import Surface, SymbolKind
from specloom.ir.types import ObjectType
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.output.surface_file import SCHEMA, SURFACE, SurfaceFile, is_surface, parse_surface, render_surface
from specloom.output.tree import digest_of
from specloom.pipeline import generate
from specloom.spec.load import load_description
from specloom.targets.target import Target, path_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
SHIPPED = {path.parent.name: path for path in sorted((ROOT / "specs").glob("*/openapi.yaml"))}
CASES = {path.parent.name: path for path in sorted((ROOT / "tests" / "cases").glob("*/openapi.yaml"))}
del CASES["skip"]  # whose operations are refused unless they are skipped
ALL = {**CASES, **SHIPPED}
PUBLISHED = json.loads(SCHEMA.read_text(encoding="utf-8"))
Json: TypeAlias = Any
EMPTY = {"resources": {}, "models": {}, "inputs": {}, "errors": {}, "webhooks": {}}


@cache
def surface_of(name: str) -> Surface:
    return build_surface(build_api(load_description(Target(ALL[name])).document))


@cache
def written(name: str) -> str:
    files = load_description(Target(ALL[name])).files
    return render_surface(surface_of(name), {each.name: path_from(ALL[name].parent, each.path) for each in files})


def places(surface: Surface) -> list[tuple[str, ...]]:
    return [symbol.location.pointer for symbol in surface.walk()]


@pytest.mark.parametrize("name", ALL)
def test_what_is_written_is_read_back(name: str):
    surface, read = surface_of(name), parse_surface(written(name))
    assert read == surface
    assert places(read) == places(surface)
    assert compare_surfaces(surface, read) == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_a_file_holds_the_surface_that_was_written_and_no_other(name: str):
    text, surface = written(name), surface_of(name)
    files = {each.name: path_from(ALL[name].parent, each.path) for each in load_description(Target(ALL[name])).files}
    assert SurfaceFile(text, SURFACE).holds(surface, files)
    for other in (text[:-1], f"{text} ", text.replace('"kind":"method"', '"kind":"methods"', 1), f" {text}", ""):
        assert not SurfaceFile(other, SURFACE).holds(surface, files)
    for another in (replace(surface, gave_way=frozenset({"a"})), replace(surface, models=surface.models[:-1])):
        assert not SurfaceFile(text, SURFACE).holds(another, files)


def test_a_broken_file_is_refused_or_forgiven():
    assert SurfaceFile("{}", SURFACE, forgiving=True).surface is None
    with pytest.raises(SpecloomError, match="is not the surface of a client"):
        _ = SurfaceFile("{}", SURFACE).surface


def test_pages_that_links_lead_to_are_read_back_with_their_items():
    answers = build_api(load_description(Target(ALL["fixably"])).document).answers
    listed = {name: type_.lists for name, type_ in answers.items() if isinstance(type_, ObjectType) and type_.lists}
    read = parse_surface(written("fixably")).answer_types
    assert listed
    assert {name: each.lists for name, each in read.items() if isinstance(each, ObjectType) and each.lists} == listed


@pytest.mark.parametrize("name", ALL)
def test_what_is_written_fits_the_published_schema(name: str):
    jsonschema_rs.Draft202012Validator(PUBLISHED).validate(json.loads(written(name)))


@pytest.mark.parametrize("status", ["302", "3XX"])
def test_a_redirection_that_is_the_answer_is_read_back(status: str, tmp_path: Path):
    spec = tmp_path / "openapi.yaml"
    spec.write_text(
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\nservers: [{url: https://a.example}]\npaths:\n  /archive:\n"
        f"    get: {{operationId: getArchive, responses: {{'{status}': {{description: There.}}}}}}\n"
    )
    description = load_description(Target(spec))
    surface = build_surface(build_api(description.document))
    assert parse_surface(render_surface(surface, {description.files[0].name: ""})) == surface


@pytest.mark.parametrize("name", ALL)
def test_each_symbol_is_one_line_under_the_name_that_callers_write(name: str):
    symbols = [line.partition(': {"kind":') for line in written(name).splitlines()]
    paths = [json.loads(path) for path, kind, _ in symbols if kind]
    assert paths == [symbol.path for symbol in surface_of(name).walk()]
    assert written(name).isascii()


def test_the_schema_is_one_and_knows_all_kinds():
    jsonschema_rs.meta.validate(PUBLISHED)
    assert PUBLISHED["$defs"]["symbol"]["properties"]["kind"]["enum"] == list(get_args(SymbolKind))
    assert PUBLISHED["$defs"]["type"]["anyOf"][0]["enum"] == list(get_args(ScalarKind))


def test_places_are_those_of_the_description_wherever_it_lies():
    read = parse_surface(written("fixably"))
    files = {symbol.location.source.name for symbol in read.walk()}
    assert files >= {"", "paths/orders.yaml", "schemas/orders.yaml"}
    assert not [name for name in files if name.startswith(("/", "."))]
    by_path = {symbol.path: symbol.location for symbol in read.walk()}
    assert by_path["models.CostEstimatePage.href"].pointer == ("Page", "properties", "href")


def test_the_manifest_lists_it_as_any_other_file():
    tree = generate(Target(ALL["sitoo"])).tree
    assert tree[SURFACE] == written("sitoo")
    assert parse_manifest(tree[MANIFEST]).files[SURFACE].sha256 == digest_of(tree[SURFACE])


def test_documentation_is_not_in_it():
    documented = [symbol.summary for symbol in surface_of("fixably").walk() if len(symbol.summary) > 40]
    assert documented
    assert not [text for text in documented if json.dumps(text)[1:-1] in written("fixably")]


def test_types_as_deep_as_there_can_be_are_read_back(tmp_path: Path):
    schema: Any = {"type": "integer"}
    for level in range(99):
        schema = {"type": "array", "items": schema} if level % 2 else {"oneOf": [schema, {"type": "string"}]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Deep"}}}
    answer = {"responses": {"200": {"description": "It.", "content": content}}, "operationId": "getIt", "tags": ["it"]}
    (tmp_path / "openapi.json").write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "Deep", "version": "1"},
                "paths": {"/it": {"get": answer}},
                "components": {"schemas": {"Deep": schema}},
            }
        )
    )
    surface = build_surface(build_api(load_description(Target(tmp_path / "openapi.json")).document))
    files = {surface.client.location.source.name: "openapi.json"}
    assert parse_surface(render_surface(surface, files)) == surface


def refused(text: str) -> str:
    with pytest.raises(SpecloomError) as caught:
        parse_surface(text, name="old/surface.json")
    assert caught.value.help
    return caught.value.message


def client(**changes: object) -> dict[str, Any]:
    """Return the least surface there is, with other members."""
    facts = json.loads(written("no-names"))["client"]
    (path,) = [each for each in facts if "(" not in each]
    least = {"surface": 1, "package": "x", "title": "", "version": "", "client": {path: facts[path]}, **EMPTY}
    return {**least, **changes}


def test_the_least_surface_is_read():
    assert not parse_surface(json.dumps(client())).models


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", ""),
        ("{", ""),
        ("[]", ""),
        ("null", ""),
        ('{"surface": 1', ""),
        ('{"surface": 1}', "the whole lacks 'package'"),
        ('{"surface": "1"}', ""),
        ('{"surface": true}', ""),
        ('{"surface": 1, "surface": 1}', "'surface'"),
        ('{"surface": NaN}', ""),
        ('{"surface": 1, "package": ' + "[" * 100_000, "500 levels"),
        ('{"surface": 1, "package": ' + "[" * 400 + "]" * 400 + "}", "nested too deeply"),
        ("<<<<<<< yours\n{}", ""),
    ],
)
def test_what_is_no_surface_is_refused(text: str, message: str):
    told = refused(text)
    assert told.startswith("old/surface.json is not the surface of a client: ")
    assert message in told


@pytest.mark.parametrize("version", [0, 2, 17])
def test_other_versions_are_named(version: int):
    told = refused(json.dumps(client(surface=version)))
    assert told == f"old/surface.json is a surface of version {version}, and this Specloom reads version 1"


FIELD = {"kind": "field", "type": "int"}
MODEL = {"kind": "model"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"client": {}}, "several clients, or none"),
        ({"models": []}, '["models"] does not fit'),
        ({"models": {"models.A": {"kind": "model"}, "models.A.b": {"kind": "field"}}}, "lacks 'type'"),
        ({"models": {"models.A.b": FIELD}}, "models.A.b is no place for a symbol of the kind 'field'"),
        ({"models": {"models.A.b": FIELD, "models.A": MODEL}}, "models.A.b is no place"),
        ({"models": {"models.A": MODEL, "models.A.b": MODEL}}, "models.A.b is no place"),
        ({"models": {"models.A": {"kind": "class"}}}, "kind"),
        ({"models": {"A": MODEL}}, "models"),
        ({"models": {"models.A": {"kind": "alias", "type": {"name": "B"}}}}, "models.A is of a type B"),
        ({"models": {"models.A": {"kind": "alias", "type": {"list": {"link": "B"}}}}}, "models.A is of a type B"),
        ({"models": {"models.A": {**MODEL, "behaviour": {"lists": "B"}}}}, "models.A is of a type B"),
        ({"models": {"models.A": {"kind": "alias", "type": "complex"}}}, "type"),
        ({"models": {"models.A": {"kind": "alias", "type": {"list": "int", "map": "int"}}}}, "type"),
        ({"models": {"models.A": {**MODEL, "place": "x/y"}}}, "place"),
        ({"models": {"models.A": {**MODEL, "place": "#/~2"}}}, "is not the surface"),
        ({"errors": {"errors.E": {"kind": "error", "behaviour": []}}}, "behaviour"),
        (
            {"webhooks": {"webhooks": {"kind": "event"}, "webhooks.A.b": {"kind": "event"}}},
            "several modules of webhooks",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(changes: dict[str, object], message: str):
    assert message in refused(json.dumps(client(**changes)))


def test_a_library_that_no_client_uses_is_refused():
    """It would be imported, to find out whether an interpreter has it."""
    surface = client()
    (symbol,) = surface["client"].values()
    symbol["behaviour"]["http"] = "os"
    assert "behaviour" in refused(json.dumps(surface))


def test_what_a_later_version_adds_is_passed_over():
    text = json.dumps(client(checksum="x", models={"models.A": {**MODEL, "deprecated": True}}))
    assert [symbol.path for symbol in parse_surface(text).models] == ["models.A"]


def nodes(value: Json, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from nodes(inner, (*path, key))


def spoil(value: Json, path: tuple[str | int, ...], change: Callable[[Any, Any], None]) -> Json:
    spoilt = json.loads(json.dumps(value))
    here = spoilt
    for key in path[:-1]:
        here = here[key]
    change(here, path[-1])
    return spoilt


def remove(parent: Json, key: Json) -> None:
    del parent[key]


def put(value: object) -> Callable[[Any, Any], None]:
    def change(parent: Json, key: Json) -> None:
        parent[key] = value

    return change


CHANGES = [remove, *map(put, (None, True, 0, 1.5, "", "x", "int", [], [[]], {}, {"name": "Order"}))]


@pytest.mark.parametrize("name", ["webhooks", "links", "upload", "unions", "sitoo"])
def test_whatever_is_spoilt_is_refused_or_can_be_compared(name: str):
    """Both ways: nothing but a message, or a comparison that comes to its end."""
    whole, surface = json.loads(written(name)), surface_of(name)
    chosen = random.Random(1)  # noqa: S311 - which places are tried
    every = [path for path in nodes(whole) if path]
    outcomes = {"refused": 0, "compared": 0}
    for path in chosen.sample(every, min(60, len(every))):
        text = json.dumps(spoil(whole, path, chosen.choice(CHANGES)))
        try:
            read = parse_surface(text)
        except SpecloomError:
            outcomes["refused"] += 1
            continue
        compare_surfaces(surface, read)
        compare_surfaces(read, surface)
        outcomes["compared"] += 1
    assert all(outcomes.values())


def test_a_surface_is_told_by_how_it_begins():
    assert is_surface(written("sitoo"))
    assert is_surface('\n { "surface" : "broken')
    assert not is_surface('{"openapi": "3.1.0", "surface": 1}')


def test_what_gave_way_is_read_back():
    surface = replace(surface_of("fixably"), gave_way=frozenset({"orders.list", 'inputs.Order["a"]'}))
    file = surface.client.location.document.name
    files = {symbol.location.document.name: "openapi.yaml" for symbol in surface.walk()} | {file: "openapi.yaml"}
    assert parse_surface(render_surface(surface, files)).gave_way == surface.gave_way
