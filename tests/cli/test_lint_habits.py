"""What one habit of an author brings is one finding for people, and each place for programs and the baseline."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
servers: [{url: https://shop.example}]
tags: [{name: orders, description: What customers buy.}]
"""
SETTINGS = "".join(f'[tool.specloom.clients.{name}]\nspec = "{name}.yaml"\n' for name in ("shop", "bazaar"))
SUCH = "(the first of {} such places)"

Run = Callable[..., tuple[int, str, str]]


def operations(count: int, path: str = "/p{}") -> str:
    """Return operations that nothing describes."""
    paths = (
        f"  {path.format(number)}: {{get: {{operationId: do_{number}, tags: [orders],"
        f" responses: {{'204': {{description: Fine.}}}}}}}}\n"
        for number in range(count)
    )
    return f"{HEAD}paths:\n{''.join(paths)}"


def schemas(*texts: str) -> str:
    """Return one operation that answers with all of some schemas."""
    fields = "".join(f"        f{number}: {text}\n" for number, text in enumerate(texts))
    return f"""{HEAD}paths:
  /all:
    get:
      operationId: all
      summary: Return all.
      tags: [orders]
      responses:
        "200": {{description: Fine., content: {{application/json: {{schema: {{$ref: '#/components/schemas/All'}}}}}}}}
components:
  schemas:
    A: {{type: object, properties: {{a: {{type: string}}}}}}
    B: {{type: object, properties: {{b: {{type: string}}}}}}
    C: {{type: object, properties: {{c: {{type: string}}}}}}
    All:
      type: object
      properties:
{fields}"""


@pytest.fixture
def run(run_command: Run) -> Run:
    """Return a function that runs a command in a folder where `shop.yaml` has a text: exit code, stdout, stderr."""

    def run(text: str, *arguments: str) -> tuple[int, str, str]:
        Path("shop.yaml").write_text(text)
        return run_command(*(arguments or ("lint", "shop.yaml")))

    return run


def heads(out: str) -> list[str]:
    return [line for line in out.splitlines() if line.startswith(("shop.yaml:", "bazaar.yaml:"))]


def test_below_five_places_each_is_a_finding(run: Run):
    _, out, err = run(operations(4))
    assert (len(heads(out)), err) == (4, "")
    assert out.endswith("4 warnings\n")


def test_from_five_places_on_they_are_one_finding_at_the_first(run: Run):
    code, out, err = run(operations(5))
    assert code == 0
    assert out == (
        f"shop.yaml:6:9: warning: GET /p0 has neither summary nor description {SUCH.format(5)}\n"
        "    5 | paths:\n"
        "  → 6 |   /p0: {get: {operationId: do_0, tags: [orders], responses: {'204': {description: Fine.}}}}\n"
        "    at /paths/~1p0/get\n"
        "    help: say in one line what it does                                       [undescribed-operation]\n"
        "\n"
        "1 warning\n"
    )
    assert err == "5 places in 1 finding: --each shows all, [tool.specloom.lint] turns off what stays so\n"


def test_each_place_is_shown_on_demand(run: Run):
    _, out, err = run(operations(10), "lint", "shop.yaml", "--each")
    assert (len(heads(out)), err, SUCH.format(10) in out) == (10, "", False)


@pytest.mark.parametrize("format", ["markdown", "github", "html"])
def test_pages_and_comments_show_one(run: Run, format: str):
    _, out, _ = run(operations(10), "lint", "shop.yaml", "--format", format)
    assert out.count("neither summary nor description") == 1
    assert "the first of 10 such places" in out


def test_programs_read_each_place_and_know_it_as_before(run: Run):
    places: dict[int, dict[str, str]] = {}
    for count in (9, 10):
        log = json.loads(run(operations(count), "lint", "shop.yaml", "--format", "sarif")[1])
        found = log["runs"][0]["results"]
        assert len(found) == count
        places[count] = {
            each["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]: each["partialFingerprints"]
            for each in found
        }
    assert places[9].items() <= places[10].items()
    read = json.loads(run(operations(10), "lint", "shop.yaml", "--format", "json")[1])["findings"]
    assert [each["message"] for each in read] == [
        f"GET /p{number} has neither summary nor description" for number in range(10)
    ]


def test_a_baseline_knows_each_place(run: Run):
    told = run(operations(12), "lint", "shop.yaml", "--write-baseline")[2]
    assert told == "specloom-baseline.json: 12 findings\n"
    assert run(operations(12))[1] == "no findings\n"
    assert heads(run(operations(13))[1]) == ["shop.yaml:18:10: warning: GET /p12 has neither summary nor description"]


def test_what_fails_fails_when_it_is_one_finding(run: Run):
    Path("pyproject.toml").write_text('[tool.specloom.lint]\nenum-mismatch = "error"\n')
    wrong = schemas(*["{type: integer, enum: ['1']}"] * 10)
    code, out, _ = run(wrong)
    assert code == 1
    assert out.endswith("1 error, 3 warnings\n")


def test_each_author_has_habits_of_their_own(run: Run):
    Path("pyproject.toml").write_text(SETTINGS)
    Path("bazaar.yaml").write_text(operations(11))
    _, out, _ = run(operations(10), "lint")
    assert [line[: line.index(":")] for line in heads(out)] == ["bazaar.yaml", "shop.yaml"]
    assert [SUCH.format(count) in out for count in (10, 11, 21)] == [True, True, False]


def test_a_habit_goes_through_all_files_of_a_description(run: Run):
    parts = {f"part{number}.yaml": operations(6, f"/f{number}/p{{}}") for number in range(2)}
    paths = ""
    for number, (name, text) in enumerate(parts.items()):
        Path(name).write_text(text.replace("do_", f"do_{number}_"))
        paths += "".join(
            f"  /f{number}/p{place}: {{$ref: '{name}#/paths/~1f{number}~1p{place}'}}\n" for place in range(6)
        )
    _, out, _ = run(f"{HEAD}paths:\n{paths}")
    assert out.startswith("part0.yaml:6:12: warning: GET /f0/p0 has neither summary nor description")
    assert SUCH.format(12) in out


@pytest.mark.parametrize(
    ("texts", "counts"),
    [
        (["{type: string, minimum: 1}"] * 10, [10]),
        (["{type: string, minimum: 1}"] * 4 + ["{type: boolean, minimum: 1}"] * 4, []),
        ([f"{{type: string, format: date, example: '1.1.20{number}'}}" for number in range(10, 20)], [10]),
        ([f"{{type: integer, maximum: 1, example: {number}}}" for number in range(10, 20)], []),
        (["{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"] * 10, [10]),
        (
            ["{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"] * 4
            + ["{anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}"] * 4,
            [],
        ),
        ([f"{{title: T{number}}}" for number in range(10)], [10]),
        ([f"{{type: [string, 'null'], enum: [a{number}]}}" for number in range(11)], [11]),
    ],
    ids=[
        "one keyword",
        "two keywords",
        "one format",
        "values that are out of bounds",
        "one pair of choices",
        "two pairs",
        "no types",
        "no null in enumerations",
    ],
)
def test_one_cause_is_one_habit(run: Run, texts: list[str], counts: list[int]):
    _, out, _ = run(schemas(*texts))
    assert [count for count in range(100) if SUCH.format(count) in out] == counts


def test_ci_counts_what_it_shows(run: Run):
    Path("pyproject.toml").write_text(SETTINGS.partition("[tool.specloom.clients.bazaar]")[0])
    _, out, _ = run(operations(10), "ci", "--base", "HEAD")
    assert "1 warning" in out
    assert SUCH.format(10) in out


def test_what_stands_behind_a_sign_in_each_path_is_one_habit(run: Run):
    out = run(operations(10, path="'/#Action={}'"), "lint", "shop.yaml")[1]
    assert f"it is not sent {SUCH.format(10)}\n" in out


def test_scopes_where_a_scheme_has_none_are_one_habit_in_all_files(run: Run):
    told, item = "paths:\n", "get: {security: [{key: [read]}], responses: {'204': {description: Done.}}}\n"
    for number in range(10):
        Path(f"p{number}.yaml").write_text(item)
        told += f"  /p{number}: {{$ref: p{number}.yaml}}\n"
    scheme = "components: {securitySchemes: {key: {type: http, scheme: bearer}}}\n"
    out = run(f"{HEAD.replace('3.1', '3.0')}{told}{scheme}", "lint", "shop.yaml")[1]
    assert f"has no scopes, for it is of type http {SUCH.format(10)}\n" in out


def test_commands_that_tell_warnings_beside_their_matter_tell_a_habit_once(run: Run):
    text = operations(11).replace("3.1.0", "3.0.3").replace("tags: [orders]", "security: [{key: [read]}]")
    scheme = "components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}\n"
    _, _, err = run(text + scheme, "generate", "--spec", "shop.yaml", "--out", "shop", "--package", "shop")
    (head,) = heads(err)
    assert head.endswith(f"'key' has no scopes, for it is of type apiKey {SUCH.format(11)}")
    assert err.endswith("1 warning\n")
    broken = text.replace("{key: [read]}", "{other: []}", 1)
    _, _, err = run(broken + scheme, "generate", "--spec", "shop.yaml", "--out", "shop", "--package", "shop")
    assert err.endswith("1 error, 1 warning\n")
