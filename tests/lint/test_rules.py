"""The rules where a case folder does not reach: other versions, several files, and what must not be reported."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest

import specloom.lint.run
import specloom.spec.index
from specloom.cli.report.findings import fold_habits
from specloom.installed import shipped_descriptions
from specloom.lint.context import LintContext
from specloom.lint.rules import LINT_RULES
from specloom.lint.run import lint_description
from specloom.spec.load import load_description
from specloom.targets.target import Target

GET = """\
paths:
  /orders:
    get:
      operationId: ordersList
      summary: Return orders.
      tags: [orders]
{more}      responses:
        "200": {{description: Fine., content: {{application/json: {{schema: {schema}}}}}}}
components: {{schemas: {{{schemas}}}}}
"""


def document(schema: str = "{$ref: '#/components/schemas/Order'}", schemas: str = "", more: str = "") -> str:
    return GET.format(schema=schema, schemas=schemas, more=more)


def rules(lines: list[str]) -> list[str]:
    return [line.split()[1].removesuffix(":") for line in lines]


@pytest.mark.parametrize("name", shipped_descriptions())
def test_what_ships_is_clean(name):
    """Its clients do not do all that it says: what they leave out is told, and nothing else is."""
    findings = lint_description(Target(shipped_descriptions()[name])).findings
    assert {finding.rule for finding in findings} <= {"part-without-effect", "minor-part-without-effect"}


@pytest.mark.parametrize("rule", LINT_RULES.values(), ids=LINT_RULES)
def test_a_rule_says_in_a_sentence_what_it_finds_and_why(rule):
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.id)
    for sentence in (rule.purpose, rule.reason):
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence.isprintable()


def test_what_stands_beside_a_reference_in_the_middle_of_a_row_counts(said):
    schemas = """
    Order: {type: object, required: [note], allOf: [{$ref: '#/components/schemas/Noted'}]},
    Noted: {$ref: '#/components/schemas/Bare', properties: {note: {type: string}}},
    Bare: {type: object, properties: {id: {type: integer}}}
    """
    assert rules(said(document(schemas=schemas))) == []


NEXT = "{$ref: '#/components/schemas/Order'}"


@pytest.mark.parametrize(
    ("schemas", "is_endless"),
    [
        (f"Order: {{type: object, required: [next], properties: {{next: {NEXT}}}}}", True),
        (f"Order: {{type: array, minItems: 1, items: {NEXT}}}", True),
        (
            f"Order: {{type: object, required: [a], properties: {{a: {{type: array, minItems: 1, items: {NEXT}}}}}}}",
            True,
        ),
        (
            (
                "Order: {allOf: [{$ref: '#/components/schemas/Base'}]}, "
                f"Base: {{type: object, required: [next], properties: {{next: {NEXT}}}}}"
            ),
            True,
        ),
        (f"Order: {{type: object, properties: {{next: {NEXT}}}}}", False),
        (f"Order: {{type: [object, 'null'], required: [next], properties: {{next: {NEXT}}}}}", False),
        (f"Order: {{type: object, required: [next], properties: {{next: {{type: array, items: {NEXT}}}}}}}", False),
        (f"Order: {{type: object, required: [next], properties: {{next: {{anyOf: [{NEXT}, {{}}]}}}}}}", False),
        (
            (
                "Order: {type: object, required: [base], properties: {base: {$ref: '#/components/schemas/Base'}}}, "
                "Base: {type: object, properties: {id: {type: string}}}"
            ),
            False,
        ),
    ],
)
def test_a_value_has_to_come_to_an_end(said, schemas: str, is_endless: bool):
    assert ("endless-value" in " ".join(said(document(schemas=schemas)))) == is_endless


def test_families_stand_together():
    areas = [rule.area for rule in LINT_RULES.values()]
    assert len(list(dict.fromkeys(areas))) == sum(before != after for before, after in pairwise(areas)) + 1


def test_a_clean_description_has_no_findings(said):
    assert said(document(schemas="Order: {type: object, properties: {id: {type: integer}}}")) == []


def test_examples_are_checked_across_files_and_circles(said):
    order = "type: object\nproperties: {parent: {$ref: order.yaml}, line: {$ref: 'parts.yaml#/Line'}}\n"
    example = "{$ref: order.yaml, examples: [{parent: {parent: {line: {count: many}}}}]}"
    parts = "Line: {type: object, properties: {count: {type: integer}}}\n"
    lines = said(document(example), {"order.yaml": order, "parts.yaml": parts})
    assert lines == ["openapi.yaml:12:137 example-mismatch: example does not fit its schema: 'many' is not an integer"]


def test_what_is_a_part_of_a_file_and_referred_to_by_itself_is_checked_once(said):
    order = (
        "type: object\nproperties: {lines: {$ref: '#/$defs/Lines'}}\n"
        "$defs: {Lines: {additionalProperties: {$ref: count.yaml}}}\n"
    )
    example = "{$ref: order.yaml, examples: [{lines: {a: many}}]}"
    lines = said(document(example), {"order.yaml": order, "count.yaml": "type: integer\n"})
    assert [each for each in lines if "'many' is not an integer" in each] == [
        "openapi.yaml:12:116 example-mismatch: example does not fit its schema: 'many' is not an integer"
    ]


def test_examples_in_openapi_30_may_be_null_where_that_version_says_so(tmp_path):
    text = (
        "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\nservers: [{url: https://shop.example}]\n"
        "paths: {/a: {get: {operationId: shop_a, summary: A, responses: {'200': {description: A, content: "
        "{application/json: {schema: {$ref: 'a.yaml#/A'}, example: {a: null, b: x, c: 5}}}}}}}}\n"
    )
    (tmp_path / "openapi.yaml").write_text(text)
    (tmp_path / "a.yaml").write_text(
        "A: {type: object, properties: {a: {type: string, nullable: true}, b: {$ref: '#/B'}, "
        "c: {type: integer, minimum: 5, exclusiveMinimum: true}}}\nB: {type: string}\n"
    )
    findings = lint_description(Target(tmp_path / "openapi.yaml")).findings
    messages = [each.message.split(": ")[1] for each in findings if each.rule == "example-mismatch"]
    assert messages == ["5 is not more than 5"]


@pytest.mark.parametrize(
    ("schema", "example", "fits"),
    [
        ("{type: string, format: date-time}", "'2024-05-01T10:00:00+0000'", True),
        ("{type: string, format: date-time}", "'2024-05-01T10:00:00'", False),
        ("{type: string, format: date-time}", "'2024-13-01T10:00:00Z'", False),
        ("{type: string, format: date}", "'2024-02-30'", False),
        ("{type: string, format: uuid}", "'123e4567-e89b-12d3-a456-426614174000'", True),
        ("{type: string, format: uuid}", "'123e4567'", False),
        ("{type: string, format: decimal}", "'12.50'", True),
        ("{type: string, format: decimal}", "'12,50'", False),
        ("{type: string, format: email}", "nobody", True),
        ("{type: integer, format: int32}", "2147483648", False),
        ("{type: [string, 'null']}", "null", True),
        ("{type: number}", "1", True),
        ("{type: integer}", "1.5", False),
        ("{type: integer}", "true", False),
        ("{type: object, required: [id], properties: {id: {type: string, readOnly: true}}}", "{}", True),
        ("{type: object, required: [id], properties: {id: {type: string}}}", "{}", False),
        ("{type: object, properties: {description: {type: integer}}}", "{description: a}", False),
        ("{enum: [{description: a}]}", "{description: b}", False),
        ("{not: {$ref: '#/components/schemas/Text'}}", "a", False),
        ("{unevaluatedProperties: false, allOf: [{$ref: '#/components/schemas/Thing'}]}", "{a: 1}", True),
        ("{unevaluatedProperties: false, allOf: [{$ref: '#/components/schemas/Thing'}]}", "{b: 1}", False),
        ("false", "1", None),
    ],
)  # fmt: skip
def test_values_are_checked_as_json_schema_says(said, schema, example, fits):
    schemas = "Text: {type: string}, Thing: {type: object, properties: {a: {type: integer}}}"
    more = f"      parameters: [{{name: a, in: query, example: {example}, schema: {schema}}}]\n"
    use = (
        "{type: object, properties: {a: {$ref: '#/components/schemas/Text'}, b: {$ref: '#/components/schemas/Thing'}}}"
    )
    found = [line for line in said(document(use, schemas, more)) if "example-mismatch" in line]
    assert bool(found) is (fits is not True)


def test_a_text_that_stands_for_a_body_of_another_media_type_is_no_mismatch(said):
    xml = document("{type: object, properties: {a: {type: string}}}").replace("application/json", "application/xml")
    xml = xml.replace("{schema: {type: object", "{example: <a/>, schema: {type: object")
    assert "example-mismatch" not in rules(said(xml))


def test_what_parts_require_of_each_other_is_described(said):
    schemas = (
        "Order: {allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: {id: {type: integer}}}]}, "
        "Base: {type: object, required: [id]}"
    )
    assert said(document(schemas=schemas)) == []


def test_what_a_keyword_without_effect_says_is_told_of_nothing_else(said):
    schemas = "Order: {type: array, items: {type: string}, required: [id]}"
    found = said(document(schemas=schemas))
    assert rules(found) == ["keyword-without-effect"]


def test_choices_that_lack_what_tells_them_apart_are_one_habit(lint):
    names = [f"Kind{number}" for number in range(6)]
    choices = ", ".join(f"{{$ref: '#/components/schemas/{name}'}}" for name in names)
    kinds = (
        f"{name}: {{type: object, properties: {{kind: {{type: string}}, {name}: {{type: string}}}}}}" for name in names
    )
    order = f"Order: {{oneOf: [{choices}], discriminator: {{propertyName: kind}}}}"
    (found,) = [
        each
        for each in fold_habits(lint(document(schemas=", ".join([order, *kinds]))).findings)
        if "apart" in each.message
    ]
    assert found.message.endswith("(the first of 6 such places)")


@pytest.mark.parametrize(
    ("example", "help"),
    [("'[1, 2]'", "write it as it is, not as JSON in a text"), ("'12'", ""), ("'[1, 2'", "")],
)
@pytest.mark.parametrize("type_", ["type: array", "anyOf: [{type: array, minItems: 2}, {type: array, maxItems: 1}]"])
def test_an_example_that_is_json_in_a_text_is_told_how_to_be_written(type_: str, example: str, help: str, lint):
    schemas = f"Order: {{{type_}, items: {{type: integer}}, example: {example}}}"
    (found,) = [each for each in lint(document(schemas=schemas)).findings if each.rule == "example-mismatch"]
    assert found.help == help


def test_a_path_that_is_more_specific_is_not_ambiguous(said):
    operation = """\
  {path}:
    get:
      operationId: orders_{name}
      summary: Return it.
      tags: [orders]
      {parameters}
      responses: {{"204": {{description: Nothing.}}}}
"""
    identifier = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
    paths = {"/orders/{id}": identifier, "/orders/{id}/lines": identifier, "/orders/open": ""}
    said_paths = [
        operation.format(path=path, name=f"n{number}", parameters=parameters)
        for number, (path, parameters) in enumerate(paths.items())
    ]
    assert said("paths:\n" + "".join(said_paths)) == []


def test_what_is_skipped_may_use_components(tmp_path):
    path = tmp_path / "openapi.yaml"
    path.write_text(
        "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\nservers: [{url: https://shop.example}]\n"
        "tags: [{name: orders, description: A.}]\n"
        + document(schemas="Order: {type: object, properties: {a: {type: string}}}")
    )
    assert lint_description(Target(path, skip=("ordersList",))).findings == ()


def test_members_of_a_family_are_used_where_their_base_is(said):
    schemas = (
        "Order: {type: object, discriminator: {propertyName: kind}, properties: {kind: {type: string}}}, "
        "Sale: {allOf: [{$ref: '#/components/schemas/Order'}, {type: object, properties: {of: {$ref: "
        "'#/components/schemas/Thing'}}}]}, Thing: {type: object, properties: {id: {type: integer}}}, "
        "Other: {type: object}"
    )
    found = [line.partition(": ")[2] for line in said(document(schemas=schemas)) if "unused" in line]
    assert found == ["nothing uses 'Other'"]


def test_a_schema_that_is_called_by_name_is_used(said):
    schemas = (
        "Link: {type: object, properties: {href: {type: string}}}, Thing: {$ref: 'things.yaml#/Thing'}, "
        "Order: {type: object, properties: {of: {$ref: '#/components/schemas/Link', x-specloom: {link: Thing}}}}"
    )
    links = "x-specloom: {links: {schema: Link, href: /href}}\n"
    things = "Thing: {type: object, properties: {id: {type: integer}}}\nOther: {type: object}\n"
    found = [line for line in said(links + document(schemas=schemas), {"things.yaml": things}) if "unused" in line]
    assert found == ["things.yaml:2:1 unused-component: nothing uses 'Other'"]


def test_names_that_somebody_chose_are_not_altered(said):
    schemas = "Order: {type: object, properties: {class: {type: string, x-specloom: {name: kind}}}}"
    assert said(document(schemas=schemas)) == []


def test_local_servers_need_no_encryption(lint):
    lint(document("{type: string}"))
    path = Path("openapi.yaml")
    for address, plain in {
        "http://localhost:8080": False,
        "http://127.0.0.1/v1": False,
        "http://{tenant}.shop.test": False,
        "http://[::1]:8080/v1": False,
        "http://a:b@localhost": False,
        "http://[{tenant}]": True,
        "HTTP://shop.example.com": True,
        "http://shop.example.com": True,
        "http://localhost.shop.com": True,
    }.items():
        variables = ", variables: {tenant: {default: a}}" if "{" in address else ""
        text = path.read_text()
        path.write_text(re.sub(r"servers: .*", f"servers: [{{url: '{address}'{variables}}}]", text))
        assert ("plain-http-server" in {each.rule for each in lint_description(Target(path)).findings}) is plain, (
            address
        )


BASE = """
    Base: {type: object, properties: {person: {type: object, properties: {given: {type: string}}},
      tasks: {type: array, items: {type: object, properties: {n: {type: string}}}}}},
"""


@pytest.mark.parametrize(
    ("properties", "missing"),
    [
        ("person: {required: [given]}", []),
        ("person: {required: [family]}", ["'family' is required, and no property is called that"]),
        ("tasks: {items: {required: [n]}}", []),
        ("tasks: {items: {required: [n, c]}}", ["'c' is required, and no property is called that"]),
        ("other: {required: [given]}", ["'given' is required, and no property is called that"]),
    ],
)
def test_what_another_part_describes_may_be_required_inside_of_a_value(said, properties: str, missing: list[str]):
    order = f"Order: {{allOf: [{{$ref: '#/components/schemas/Base'}}], properties: {{{properties}}}}}"
    lines = [line for line in said(document(schemas=BASE + order)) if " undescribed-required: " in line]
    assert [line.partition("undescribed-required: ")[2] for line in lines] == missing


@pytest.mark.parametrize(
    "name",
    "base64url binary byte char commonmark date-time date decimal decimal128 double-int double duration email float "
    "hostname html http-date idn-email idn-hostname int16 int32 int64 int8 ipv4 ipv6 iri-reference iri json-pointer "
    "media-range password regex relative-json-pointer sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token "
    "time uint16 uint32 uint64 uint8 unixtime uri-reference uri-template uri uuid".split(),
)
def test_formats_of_the_registry_are_known(said, name: str):
    """As https://spec.openapis.org/registry/format lists them."""
    schema = f"{{type: string, format: {name}}}"
    assert not [line for line in said(document(schema=schema)) if "misspelt-format" in line]


def test_what_stands_beside_a_reference_counts_since_openapi_3_1(lint):
    text = document(schemas="Order: {$ref: '#/components/schemas/Bare', nullable: true}, Bare: {type: string}")
    for version, counts in (("3.0.3", False), ("3.1.0", True)):
        lint(text)
        path = Path("openapi.yaml")
        path.write_text(path.read_text().replace("3.1.0", version))
        found = {each.rule for each in lint_description(Target(path)).findings}
        assert ("reference-sibling" in found) is not counts


def test_hostile_texts_reach_no_rule_as_code(said):
    name = "\\u202e\\x1b[31m`@everyone` <script>alert(1)</script>"
    schemas = f'Order: {{type: object, required: ["{name}"], properties: {{"{name}x": {{type: string, example: 1}}}}}}'
    lines = said(document(schemas=schemas))
    assert {"undescribed-required", "example-mismatch"} <= set(rules(lines))
    assert all("\x1b" not in line and "\u202e" not in line for line in lines if "undescribed" in line)


def test_no_pattern_takes_forever(said):
    schemas = (
        "Order: {type: object, properties: {a: {type: string, pattern: '^(a+)+$', example: " + "a" * 60 + "b}, "
        "b: {type: string, pattern: 'a*a*a*a*a*a*b', example: " + "a" * 5000 + "}, "
        "c: {type: object, patternProperties: {'^(a+)+$': {type: string}}, examples: [{" + "a" * 60 + "b: 1}]}, "
        "d: {type: string, pattern: '(a*)*\\1b', example: " + "a" * 60 + "}}}"
    )
    start = time.perf_counter()
    found = [line for line in said(document(schemas=schemas)) if "example-mismatch" in line]
    assert [line.split(" match ")[1] for line in found] == ["'^(a+)+$'", "'a*a*a*a*a*a*b'"], "nobody knows about d"
    assert time.perf_counter() - start < 5


def test_a_value_that_could_take_forever_is_given_up_and_told(said):
    twice = "anyOf: [{$ref: '#/components/schemas/Order'}, {allOf: [{$ref: '#/components/schemas/Order'}]}]"
    deep = "{a: " * 60 + "1" + "}" * 60
    schemas = f"Order: {{type: object, properties: {{a: {{{twice}}}}}, examples: [{deep}]}}"
    (line,) = (line for line in said(document(schemas=schemas)) if "example-mismatch" in line)
    assert line.endswith("example takes too long to check against its schema")


@pytest.mark.parametrize("keywords", ["", "unevaluatedProperties: false"])
def test_choices_that_double_at_each_level_end_soon(said, keywords):
    schemas = "".join(
        f"S{n}: {{{keywords or 'x-a: 1'}, anyOf: [{{$ref: '#/components/schemas/S{n + 1}'}}, "
        f"{{$ref: '#/components/schemas/S{n + 1}'}}]}}, "
        for n in range(40)
    )
    start = time.perf_counter()
    lines = said(
        document(schemas=f"{schemas} S40: {{type: string}}, Order: {{$ref: '#/components/schemas/S0', example: 1}}")
    )
    (line,) = (line for line in lines if "example-mismatch" in line)
    assert line.endswith("example takes too long to check against its schema")
    assert time.perf_counter() - start < 10


@pytest.mark.slow
@pytest.mark.parametrize(
    "applied", ["{allOf: [%s]}", "{anyOf: [%s, {type: 'null'}]}", "{not: %s}", "{properties: {a: %s}}"]
)
@pytest.mark.parametrize("beside", ["", ", unevaluatedProperties: false"])
def test_no_chain_of_schemas_kills_the_process(tmp_path, applied, beside):
    steps = [applied[:-1] % f"{{$ref: '#/components/schemas/S{n + 1}'}}" + beside + "}" for n in range(2000)]
    schemas = "".join(f"S{n}: {step}, " for n, step in enumerate(steps))
    text = document(
        schemas=f"{schemas} S2000: {{type: object}}, Order: {{$ref: '#/components/schemas/S0', example: {{a: 1}}}}"
    )
    (tmp_path / "openapi.yaml").write_text("openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\n" + text)
    done = subprocess.run(
        [sys.executable, "-m", "specloom", "lint", str(tmp_path / "openapi.yaml")],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.returncode in {0, 1}, done.stderr


@pytest.mark.parametrize(
    ("levels", "message"),
    [(100, "'x' fits none of the choices"), (470, "is nested too deeply to check against its schema")],
)
def test_values_may_be_as_deep_as_files(tmp_path, levels, message):
    deep = '{"a": ' * levels + '"x"' + "}" * levels
    (tmp_path / "openapi.json").write_text(
        '{"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {}, "components": {"schemas": {"A": '
        '{"type": "object", "properties": {"a": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "integer"}]}}, '
        f'"examples": [{deep}]}}}}}}}}'
    )
    findings = lint_description(Target(tmp_path / "openapi.json")).findings
    (found,) = (each for each in findings if each.rule == "example-mismatch")
    assert found.message.endswith(message)
    assert found.location.pointer[:5] == ("components", "schemas", "A", "examples", "0")


def test_long_texts_are_searched_for_secrets_in_no_time(said):
    texts = [
        "a" * 200_000,
        "a.-" * 70_000,
        "eyJ" * 70_000,
        "-----BEGIN " * 20_000,
        "a://" * 50_000,
        "a://" + "b" * 200_000,
    ]
    schemas = ", ".join(f"S{number}: {{type: string, description: '{text}'}}" for number, text in enumerate(texts))
    assert "written-secret" not in rules(said(document("{type: string}", schemas)))


@pytest.mark.parametrize("name", ["edit", "named-values", "webhooks-signed"])
def test_what_x_specloom_declares_is_looked_at_like_the_rest(name: str):
    linted = lint_description(Target(Path(__file__).parents[1] / "cases" / name / "openapi.yaml"))
    assert "name-told-apart" not in {finding.rule for finding in linted.findings}


def test_what_two_processes_find_is_the_same(monkeypatch):
    case = Target(Path(__file__).parents[1] / "cases" / "lint" / "example-mismatch" / "openapi.yaml")

    def found() -> list[tuple[object, ...]]:
        return [(each.rule, each.message, each.location.position) for each in lint_description(case).findings]

    alone = found()
    monkeypatch.setattr(specloom.spec.index, "_LARGE", 1)
    assert alone
    assert found() == alone


@pytest.mark.parametrize("name", shipped_descriptions())
def test_what_a_second_process_looks_at_takes_no_client(name):
    """It would have to make one for itself, which takes longer than it saves."""
    description = load_description(Target(shipped_descriptions()[name]))
    context = LintContext(description.document, description.index, lambda: pytest.fail("a rule asks for the client"))
    assert specloom.lint.run._findings(specloom.lint.run._OF_DOCUMENTS, context)


@pytest.mark.parametrize("version", ["openapi: 3.0.3", "swagger: '2.0'"])
def test_what_an_example_says_is_found_where_it_is_written(version, lint):
    schema = 'type: object, description: d, properties: {a: {type: integer, description: d, example: "text"}}'
    if version.startswith("swagger"):
        answer, section = f"schema: {{{schema}}}, examples: {{application/json: {{a: other}}}}", "definitions"
    else:
        answer = f"content: {{application/json: {{schema: {{{schema}}}, example: {{a: other}}}}}}"
        section = "components: {schemas"
    end = "}" if section.startswith("components") else ""
    text = (
        f"{version}\ninfo: {{title: T, version: '1'}}\n"
        f"paths: {{/a: {{get: {{operationId: a, responses: {{'200': {{description: d, {answer}}}}}}}}}}}\n"
        f"{section}: {{B: {{type: string, description: d, example: 'https://u:passwd12@b.example/'}}}}{end}\n"
    )
    found = lint("", {"openapi.yaml": text}).findings
    places = {
        finding.location.pointer[-2:]: text.split("\n")[line - 1][column - 1 :][:7]
        for finding in found
        if finding.rule in {"example-mismatch", "written-secret"}
        for line, column in [finding.location.position]
    }
    inner = "application/json" if version.startswith("swagger") else "example"
    assert places == {("a", "example"): '"text"}', (inner, "a"): "other}}", ("B", "example"): "'https:"}


def test_hints_about_swagger_are_in_its_words(lint):
    text = (
        "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
        "paths: {/a: {get: {operationId: a, responses: {'204': {description: d, schema: {properties: {b: {}}}}}}}}\n"
    )
    hints = {
        finding.rule: (finding.help, finding.location.pointer[-1:])
        for finding in lint("", {"openapi.yaml": text}).findings
    }
    assert hints["missing-server"] == ("add host: api.example.com, and schemes: [https]", ())
    assert hints["content-of-empty-status"] == ("remove it, or use another status", ("schema",))


def test_what_is_an_error_to_lint_stops_generate_too():
    """What is wrong in a description by its specification is found on loading; left are secrets, and what people say to
    lint."""
    stopping = {rule.id for rule in LINT_RULES.values() if rule.severity.stops}
    assert stopping == {"written-secret", "unused-ignore", "unused-baseline"}
