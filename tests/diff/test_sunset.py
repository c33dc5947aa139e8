"""What was announced may go: `x-sunset` and `x-stability-level` decide what fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewed import report_on

from specloom.diff.loaded import Loaded, load_version
from specloom.diff.revision import Version
from specloom.diff.sunset import read_sunset
from specloom.diff.vocabulary import Effect, Entry
from specloom.targets.target import Target

OVER, TO_COME = "1999-12-31", "9999-12-31"
HEAD = 'openapi: 3.1.0\ninfo: {title: Depot, version: "1"}\nservers: [{url: https://depot.example}]\npaths:\n'
STAYS = '  /shelves: {get: {responses: {"204": {description: Done.}}}}\n'
OPERATION = """\
  /parcels/{{id}}:
    get:
      {promise}
      parameters:
        - {{name: id, in: path, required: true, schema: {{type: string}}}}
        - {{name: q, in: query, {parameter} schema: {{type: string}}}}
      responses:
        "200":
          description: It.
          content:
            application/json:
              schema: {{type: object, properties: {{id: {{type: string}}, row: {{type: string, {schema}}}}}}}
"""


@pytest.fixture
def compare(tmp_path: Path):
    def load(name: str, text: str) -> Loaded:
        path = tmp_path / name
        path.write_text(HEAD + STAYS + text, encoding="utf-8")
        return load_version(Version(name, Target(path)))

    def compare(old: str, new: str) -> tuple[Entry, ...]:
        return report_on(load("old.yaml", old), load("new.yaml", new)).entries

    return compare


def operation(promise: str = "summary: Read.", parameter: str = "", schema: str = "") -> str:
    return OPERATION.format(promise=promise, parameter=parameter, schema=schema)


def rules(entries: tuple[Entry, ...]) -> dict[str, tuple[Effect, str]]:
    return {entry.rules[0].id: (entry.severity, entry.accepted) for entry in entries}


def announced(day: str) -> str:
    return f"announced: it was deprecated, with {day} as its last day"


def test_an_operation_goes_after_its_last_day(compare):
    promise = f"{{deprecated: true, x-sunset: {OVER}}}"
    found = rules(compare(operation(promise[1:-1].replace(", ", "\n      ")), ""))
    assert found["deprecated-operation-removed"] == (Effect.BREAKING, announced(OVER))


def test_an_operation_goes_before_its_last_day(compare):
    found = rules(compare(operation(f"deprecated: true\n      x-sunset: {TO_COME}"), ""))
    assert found["operation-removed-before-sunset"] == (Effect.BREAKING, "")


@pytest.mark.parametrize("day", [OVER, TO_COME])
def test_the_schemas_of_an_operation_may_go_with_it(compare, day: str):
    schemas = "components: {schemas: {Old: {type: object, properties: {a: {$ref: '#/components/schemas/Part'}}}, "
    parts = f"{schemas}Part: {{type: object}}}}}}\n"
    gone = f"""\
  /old:
    get:
      deprecated: true
      x-sunset: {day}
      responses:
        "200": {{description: It., content: {{application/json: {{schema: {{$ref: "#/components/schemas/Old"}}}}}}}}
"""
    standing = [each for each in compare(operation() + gone + parts, operation()) if each.severity is Effect.BREAKING]
    assert [each.change.fact for each in standing if not each.accepted] == (
        [] if day == OVER else ["operation-removed-before-sunset"]
    )


@pytest.mark.parametrize("place", ["parameter", "schema"])
@pytest.mark.parametrize("day", [OVER, TO_COME])
def test_what_a_call_sends_or_gets_goes(compare, place: str, day: str):
    words = f"deprecated: true, x-sunset: {day}"
    old = operation(**{place: f"{words}," if place == "parameter" else words})
    lines = {"parameter": "- {name: q,", "schema": ""}
    new = "".join(line for line in operation().splitlines(True) if not lines[place] or lines[place] not in line)
    new = new.replace(", row: {type: string, }", "") if place == "schema" else new
    entries = [each for each in compare(old, new) if each.severity is Effect.BREAKING]
    assert [each.accepted for each in entries] == [announced(day) if day == OVER else ""]


def test_a_property_goes_before_its_last_day(compare):
    old = operation(schema=f"deprecated: true, x-sunset: {TO_COME}")
    found = rules(compare(old, operation().replace(", row: {type: string, }", "")))
    assert found["response-property-removed-before-sunset"] == (Effect.BREAKING, "")


@pytest.mark.parametrize("level", ["draft", "alpha", "beta", "stable"])
def test_what_is_no_promise_yet_may_break(compare, level: str):
    promise = f"x-stability-level: {level}"
    entries = compare(operation(promise), operation(promise).replace("name: q,", "name: q, required: true,"))
    reason = "announced: it reaches drafts and alphas only" if level in {"draft", "alpha"} else ""
    assert [(each.severity, each.accepted) for each in entries] == [(Effect.BREAKING, reason)]


def test_a_shared_schema_is_no_draft_where_a_stable_operation_has_it(compare):
    text = """\
  /a: {get: {x-stability-level: draft, responses: {"200": {$ref: "#/components/responses/A"}}}}
  /b: {get: {responses: {"200": {$ref: "#/components/responses/A"}}}}
components:
  responses:
    A: {description: It., content: {application/json: {schema: {type: TYPE}}}}
"""
    entries = compare(text.replace("TYPE", "integer"), text.replace("TYPE", "string"))
    assert "response-type-changed" in rules(entries)
    assert not any(entry.accepted for entry in entries)


@pytest.mark.parametrize("place", ["promise", "parameter", "schema"])
def test_a_deprecation_and_its_last_day_are_one_entry(compare, place: str):
    words = {
        "promise": f"summary: Read.\n      deprecated: true\n      x-sunset: {TO_COME}",
        "parameter": f"deprecated: true, x-sunset: {TO_COME},",
        "schema": f"deprecated: true, x-sunset: {TO_COME}",
    }
    (entry,) = compare(operation(), operation(**{"promise": "summary: Read.", place: words[place]}))
    assert entry.change.fact.endswith("-deprecated")
    assert [each.change.fact for each in entry.folded] == ["sunset-announced"]


def test_deprecating_without_a_last_day_is_no_matter_where_none_is_said(compare):
    new = operation("summary: Read.\n      deprecated: true")
    assert [*rules(compare(operation(), new))] == ["operation-deprecated"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T12:00:00Z", "2026-01-31"),
        ("2026-01-31T12:00:00.5+02:00", "2026-01-31"),
        ("2026-02-31", None),
        ("31.1.2026", None),
        ("", None),
        ("soon", None),
    ],
)
def test_a_last_day_is_a_date_or_a_time(text: str, day: str | None):
    found = read_sunset(text)
    assert (found.isoformat() if found else None) == day
