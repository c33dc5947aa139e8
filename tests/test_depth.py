"""Descriptions that are deep or that multiply: linear, or one located finding, whatever the stack has left.

Documents are made far deeper than the recursion limit that the commands run with here.
"""

import itertools
import json
import random
import subprocess
import sys
from functools import partial

import pytest
import yaml

from specloom.cli.main import main
from specloom.findings import DescriptionError
from specloom.lint.operations import _comparable
from specloom.pipeline import generate
from specloom.source.file import parse_text
from specloom.spec.load import load_description
from specloom.targets.target import Target

pytestmark = pytest.mark.slow
LIMIT = 160
LINKS = 160
LEAF = {"type": "object", "properties": {"leaf": {"type": "string"}}}


def ref(number):
    return {"$ref": f"#/components/schemas/S{number}"}


CHAINS = {
    "reference": ref,
    "property": lambda n: {"type": "object", "properties": {"next": ref(n)}},
    "required property": lambda n: {"type": "object", "required": ["next"], "properties": {"next": ref(n)}},
    "list in a property": lambda n: {"type": "object", "properties": {"next": {"type": "array", "items": ref(n)}}},
    "choice in a property": lambda n: {"type": "object", "properties": {"a": {"anyOf": [ref(n), {"type": "string"}]}}},
    "allOf": lambda n: {"allOf": [ref(n)], "description": "More."},
    "allOf twice": lambda n: {"allOf": [ref(n), ref(n)]},
    "two properties": lambda n: {"type": "object", "properties": {"a": ref(n), "b": ref(n)}},
    "extra members": lambda n: {"type": "object", "properties": {"a": {}}, "additionalProperties": ref(n)},
    "not": lambda n: {"type": "object", "not": ref(n)},
    "if": lambda n: {"type": "object", "if": ref(n), "then": ref(n)},
    "dependentSchemas": lambda n: {"type": "object", "dependentSchemas": {"a": ref(n)}},
    "mixed": lambda n: [
        {"allOf": [ref(n), ref(n)]},
        {"anyOf": [ref(n), ref(n)]},
        {"type": "object", "properties": {"a": ref(n), "b": {"type": "array", "items": ref(n)}}},
    ][n % 3],
}  # fmt: skip
"""How a schema may lead to the next one, where a client can be made of that."""

GENERATED = {"reference", "list in a property", "choice in a property", "extra members", "mixed"}

REFUSED_CHAINS = {
    "anyOf": lambda n: {"anyOf": [ref(n), {"type": "string"}]},
    "oneOf": lambda n: {"oneOf": [ref(n), ref(n)]},
    "choices that share properties": lambda n: {
        "properties": {f"p{n}": {"type": "string"}}, "oneOf": [{"allOf": [ref(n)], "properties": {"a": {}}}, ref(n)]
    },
    "items": lambda n: {"type": "array", "items": ref(n)},
    "prefixItems": lambda n: {"type": "array", "prefixItems": [ref(n)]},
    "additionalProperties": lambda n: {"type": "object", "additionalProperties": ref(n)},
    "patternProperties": lambda n: {"type": "object", "patternProperties": {"^x": ref(n)}},
    "null": lambda n: {"anyOf": [ref(n), {"type": "null"}]},
}  # fmt: skip
"""The same, where Python's types would be too deep or too many."""

INLINE = {
    "properties": lambda inner: {"type": "object", "properties": {"n": inner}},
    "items": lambda inner: {"type": "array", "items": inner},
    "additionalProperties": lambda inner: {"type": "object", "additionalProperties": inner},
    "allOf": lambda inner: {"allOf": [inner], "title": "T"},
    "two of allOf": lambda inner: {"allOf": [inner, {"description": "More."}]},
    "anyOf": lambda inner: {"anyOf": [inner, {"type": "string"}]},
    "oneOf": lambda inner: {"oneOf": [inner, {"type": "null"}]},
    "prefixItems": lambda inner: {"type": "array", "prefixItems": [inner]},
    "not": lambda inner: {"type": "object", "not": inner},
    "default": None,
    "example": None,
    "x-extension": None,
}
"""How a schema, or a value, may stand in another one."""


def description(schemas):
    shown = {"content": {"application/json": {"schema": ref(0)}}}
    operations = {
        "get": {"operationId": "readThing", "responses": {"200": {"description": "Fine.", **shown}}},
        "post": {"operationId": "makeThing", "requestBody": shown, "responses": {"204": {"description": "Made."}}},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {"/things": operations},
        "components": {"schemas": schemas},
    }


def chain(link, length=LINKS, leaf=LEAF):
    return description({**{f"S{n}": link(n + 1) for n in range(length)}, f"S{length}": leaf})


def nested(name, levels):
    value = LEAF if INLINE[name] else "x"
    for _ in range(levels):
        value = INLINE[name](value) if INLINE[name] else {"a": [value]}
    return description({"S0": value if INLINE[name] else {"type": "object", name: value}})


DRIVER = """
import contextlib, io, json, sys, traceback
from pathlib import Path
from specloom.cli.main import main

def run(*arguments):
    text = io.StringIO()
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(text):
        try:
            return main(list(arguments)), text.getvalue()
        except RecursionError:
            return -1, traceback.format_exc()[-2000:]

def all_commands(name, limit, is_generated=True):
    results = {}
    out = f"{name}-client/shop"
    for command in (
        ("generate", "--spec", f"{name}.json", "--package", "shop", "--out", out),
        ("lint", f"{name}.json"),
        ("diff", f"{name}.json", f"{name}-new.json"),
        ("bundle", f"{name}.json"),
        ("bundle", f"{name}.json", "--format", "json"),
    ):
        if command[0] == "generate" and not is_generated:
            continue
        sys.setrecursionlimit(limit)
        (code, said), (before, text) = run(*command), results.get(command[0], (0, ""))
        results[command[0]] = max(code, before), text + said
        sys.setrecursionlimit(1000)
    return results

all_commands("first", 1000)  # what is imported and compiled once is no matter of the description
names = json.loads(sys.argv[1])
print(json.dumps({name: all_commands(name, int(sys.argv[2]), generated) for name, generated in names.items()}))
"""


def run_all(folder, documents, limit, lint_only=()):
    """Run every command over every document in one process; return name → command → exit code and text.

    Of the documents in `lint_only` no client is generated, which takes long: lint makes all of it but the code.
    """
    for number, (old, new) in enumerate([(chain(CHAINS["mixed"], 3), chain(CHAINS["mixed"], 4)), *documents.values()]):
        stem = f"d{number}" if number else "first"
        (folder / f"{stem}.json").write_text(json.dumps(old))
        (folder / f"{stem}-new.json").write_text(json.dumps(new))
    names = {f"d{number}": name not in lint_only for number, name in enumerate(documents, 1)}
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, json.dumps(names), str(limit)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(zip(documents, json.loads(done.stdout).values(), strict=True))


def with_another_leaf(link):
    return chain(link), chain(link, leaf={"type": "object", "properties": {"leaf": {"type": "integer"}}})


@pytest.fixture(scope="module")
def chains(tmp_path_factory):
    documents = {name: with_another_leaf(link) for name, link in {**CHAINS, **REFUSED_CHAINS}.items()}
    return run_all(tmp_path_factory.mktemp("chains"), documents, LIMIT, CHAINS.keys() - GENERATED)


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_longer_than_the_stack_goes_through_every_command(chains, name):
    codes = {command: code for command, (code, _) in chains[name].items()}
    assert codes.pop("diff") in {0, 1}
    assert set(codes) == {"lint", "bundle"} | ({"generate"} if name in GENERATED else set())
    assert not any(codes.values()), chains[name]
    assert "Traceback" not in chains[name]["diff"][1]


WORDED = {
    "reference": ref,
    "allOf with words": lambda n: {"allOf": [ref(n)], "title": f"Link {n}", "description": "More."},
    "reference with words": lambda n: {**ref(n), "description": f"Link {n}."},
}


@pytest.mark.parametrize(("command", "name"), [("lint", "reference"), *(("diff", name) for name in WORDED)])
def test_a_chain_of_references_takes_as_many_steps_as_it_has_links(command, name, tmp_path):
    steps = {links: steps_of(command, WORDED[name], links, tmp_path) for links in (2, 100, 200)}
    assert steps[200] - steps[100] < 1.2 * (steps[100] - steps[2])


def test_a_chain_of_which_all_links_differ_takes_as_many_steps_as_it_has_links(tmp_path):
    def steps(links: int) -> int:
        files = {kind: tmp_path / f"{links}-{kind}.json" for kind in ("string", "integer")}
        for kind, file in files.items():
            own = {"own": {"type": kind}}
            whole = chain(lambda n, own=own: {"type": "object", "properties": {**own, "next": ref(n)}}, links)
            file.write_text(json.dumps(whole))
        return calls_of(lambda: main(["diff", *map(str, files.values())]))

    counts = {links: steps(links) for links in (2, 100, 200)}
    assert counts[200] - counts[100] < 1.2 * (counts[100] - counts[2])


def test_references_that_lead_nowhere_take_as_many_steps_as_there_are(tmp_path):
    def steps(number: int) -> int:
        path = tmp_path / f"{number}.json"
        schemas = {f"S{n}": LEAF for n in range(number)}
        gone = [{"schema": {"$ref": f"#/components/schemas/Gone{n}"}} for n in range(number)]
        answers = [{"200": {"description": "d", "content": {"a/b": each}}} for each in gone]
        paths = {f"/{n}": {"get": {"responses": each}} for n, each in enumerate(answers)}
        path.write_text(json.dumps(description(schemas) | {"paths": paths}))
        return calls_of(lambda: main(["generate", "--spec", str(path), "--out", str(tmp_path / "shop")]))

    counts = {number: steps(number) for number in (2, 100, 200)}
    assert counts[200] - counts[100] < 1.2 * (counts[100] - counts[2])


def test_many_files_are_read_in_as_many_steps_as_there_are():
    def read(number: int) -> None:
        for n in range(number):
            parse_text(f'{{"a": {number + n}}}', name="openapi.json", format="json")

    counts = {number: calls_of(partial(read, number)) for number in (2, 200, 400)}
    assert counts[400] - counts[200] < 1.2 * (counts[200] - counts[2])


def test_many_paths_are_compared_in_as_many_steps_as_there_are(tmp_path):
    def steps(number: int) -> int:
        path = tmp_path / f"{number}.json"
        item = {"get": {"responses": {"204": {"description": "d"}}}}
        of_one = item | {"parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]}
        paths = {f"/a{n}": item for n in range(number)} | {f"/b{n}/{{id}}": of_one for n in range(number)}
        path.write_text(json.dumps(description({}) | {"paths": paths}))
        linted = load_description(Target(path))
        return calls_of(lambda: [*_comparable(linted.document.operations)])

    counts = {number: steps(number) for number in (2, 100, 200)}
    assert counts[200] - counts[100] < 1.2 * (counts[100] - counts[2])


def steps_of(command, link, links, folder):
    """Return how many calls of functions a command takes."""
    old, new = folder / f"{links}.json", folder / f"{links}-new.json"
    leaf = {"type": "object", "properties": {"leaf": {"type": "integer"}}}
    old.write_text(json.dumps(chain(link, links)))
    new.write_text(json.dumps(chain(link, links, leaf=leaf)))
    return calls_of(lambda: main([command, str(old), *([str(new)] if command == "diff" else [])]))


def calls_of(run):
    """Return how many functions are called by one that was run before, so that nothing is imported any more."""
    calls = itertools.count()

    def called(_frame, event, _argument) -> None:
        if event in {"call", "c_call"}:
            next(calls)

    run()
    before = sys.getprofile()
    sys.setprofile(called)
    try:
        run()
    finally:
        sys.setprofile(before)
    return next(calls)


@pytest.mark.parametrize("name", REFUSED_CHAINS)
def test_what_no_python_type_can_say_is_one_located_finding(chains, name):
    results = chains[name]
    for command in ("generate", "lint"):
        code, text = results[command]
        assert code == (2 if command == "generate" else 1), text
        assert text.count("[too-complex]") == 1, text
        assert text.startswith("d"), text
        assert ".json:1:" in text.partition("unsupported")[0], text
    assert results["diff"][0] in {0, 1, 2}
    assert results["bundle"][0] == 0
    assert not any("Traceback" in text for _, text in results.values())


@pytest.fixture(scope="module")
def nests(tmp_path_factory):
    documents = {name: (nested(name, 240), nested(name, 239)) for name in INLINE}
    return run_all(tmp_path_factory.mktemp("nests"), documents, 1000)


@pytest.mark.parametrize("name", INLINE)
def test_a_file_as_deep_as_files_may_be_goes_through_every_command(nests, name):
    for command, (code, text) in nests[name].items():
        assert code in {0, 1, 2}, text
        assert "Traceback" not in text, (command, text)
        assert code == 0 or ".json:1:" in text, (command, text)  # refused, but with the place


def used_by_aliases(schema, levels):
    """Return a schema that holds another one at 8 places, each of which holds it at 8 places again, and so on."""
    for _ in range(levels):
        schema = {"properties": {f"p{number}": schema for number in range(8)}}
    return schema


@pytest.mark.parametrize(
    "document",
    [
        chain(lambda n: {"allOf": [ref(n), {"properties": {f"p{n}": {"type": "string"}}}]}, 1000),
        chain(
            lambda n: {
                "properties": {f"p{n}": {"type": "string"}},
                "oneOf": [ref(n), {"allOf": [ref(n)], "title": "B"}],
            },
            1000,
        ),
        description(
            {
                "S0": used_by_aliases({**ref(1), "properties": {"own": {}}}, 4),
                "S1": {"properties": {f"p{number}": {} for number in range(100)}},
            }
        ),
    ],
    ids=["a thousand properties", "two choices with properties", "what extends another, by aliases"],
)
def test_what_multiplies_runs_into_one_budget(tmp_path, document):
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(document))
    with pytest.raises(DescriptionError) as caught:
        generate(Target(tmp_path / "openapi.yaml"))
    (finding,) = caught.value.findings
    assert finding.rule == "too-complex"
    assert finding.location.pointer[:2] == ("components", "schemas")


def one_of_two(number):
    return [{"type": "object", "properties": {f"{letter}{number}": {"type": "string"}}} for letter in "ab"]


@pytest.mark.parametrize(
    ("document", "name", "told"),
    [
        (chain(lambda n: {"allOf": [ref(n), {"anyOf": one_of_two(n)}]}, 10, {"oneOf": one_of_two(0)}), "S1", "1,024"),
        (description({"S0": {"allOf": [{"oneOf": one_of_two(n)} for n in range(20)]}}), "S0", "1,024"),
        (
            description({"S0": {"oneOf": [ref(n) for n in range(1, 1002)]}, **{f"S{n}": LEAF for n in range(1, 1002)}}),
            "S0",
            "1,001",
        ),
    ],
    ids=["multiplied", "multiplied in one schema", "written"],
)
def test_a_choice_that_python_cannot_parse_is_one_located_finding(tmp_path, document, name, told):
    (tmp_path / "openapi.json").write_text(json.dumps(document))
    with pytest.raises(DescriptionError) as caught:
        generate(Target(tmp_path / "openapi.json"))
    (finding,) = caught.value.findings
    assert (finding.rule, finding.location.pointer) == ("too-complex", ("components", "schemas", name))
    assert finding.message == f"this is a choice of {told}, and a Python type can be one of 1,000"


def test_a_choice_of_constants_is_a_list_however_long_it_is(tmp_path):
    each = [{"const": f"v{n}", "title": f"Value {n}"} for n in range(1500)]
    (tmp_path / "openapi.json").write_text(json.dumps(description({"S0": {"oneOf": each}})))
    assert "_Literal['v0', 'v1', " in generate(Target(tmp_path / "openapi.json")).tree["inputs/s0_input.py"]


IMPORTER = """
import json, random, sys
from shop import models

schemas = json.load(open("openapi.json"))["components"]["schemas"]
choose = random.Random(7).choice

def value(schema, levels):
    schema = schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if "anyOf" in schema:
        return value(schema["anyOf"][0], levels)
    if schema["type"] == "array":
        return [value(schema["items"], levels)]
    if schema["type"] != "object":
        return "x"
    name = choose(list(schema["properties"]))
    return {name: value(schema["properties"][name], levels - 1)} if levels else {}

sent = value({"$ref": "/S0"}, 60)
thing = models.S0.model_validate_json(json.dumps(sent))
assert json.loads(thing.model_dump_json(exclude_unset=True)) == sent
assert models.S0.model_validate(sent) == thing
levels = 0
while isinstance(thing, list) or thing.model_fields_set:
    if isinstance(thing, list):
        (thing,) = thing
    else:
        assert not thing.model_extra
        (name,) = thing.model_fields_set
        thing, levels = getattr(thing, name), levels + 1
print(levels, type(thing).__name__)
"""


def each_leads_to_three(count):
    """Return as many schemas, with three references each at random: as entities of a large API have them."""
    pick = random.Random(1).randrange  # noqa: S311 - always the same graph
    schemas = {}
    for number in range(count):
        first, second, items = (ref(pick(count)) for _ in range(3))
        several = {"type": "array", "items": items}
        schemas[f"S{number}"] = {"type": "object", "properties": {"first": first, "second": second, "all": several}}
    return description(schemas)


def write_client(folder, document):
    (folder / "openapi.json").write_text(json.dumps(document))
    for path, text in generate(Target(folder / "openapi.json", package="shop")).tree.items():
        target = folder / "shop" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)


@pytest.mark.parametrize(
    ("document", "last"),
    [
        (chain(CHAINS["property"], 400), "S60"),
        (chain(CHAINS["list in a property"], 400), "S60"),
        (chain(CHAINS["choice in a property"], 400), "S60"),
        (chain(CHAINS["two properties"], 400), "S60"),
        (each_leads_to_three(400), "S"),
    ],
    ids=["properties", "lists", "choices", "doubled", "in circles"],
)
def test_a_client_of_a_long_chain_imports_and_decodes(tmp_path, document, last):
    write_client(tmp_path, document)
    done = subprocess.run([sys.executable, "-c", IMPORTER], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.startswith(f"60 {last}"), done.stderr[-2000:]


def test_a_mismatch_deep_inside_is_reported_with_its_place(tmp_path):
    write_client(tmp_path, chain(CHAINS["property"], 70))
    code = (
        "import json, pydantic\nfrom shop.models import S0\nvalue = {'leaf': 5}\n"
        "for _ in range(70):\n    value = {'next': value}\n"
        "try:\n    S0.model_validate_json(json.dumps(value))\n"
        "except pydantic.ValidationError as error:\n"
        "    (found,) = error.errors()\n    print(found['type'], found['loc'] == ('next',) * 70 + ('leaf',))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "string_type True\n", done.stderr[-2000:]
