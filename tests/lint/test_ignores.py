"""`x-specloom.ignore`: what it silences, what it leaves, and that it is no part of the API."""

from __future__ import annotations

from pathlib import Path

import pytest

from specloom.findings import DescriptionError
from specloom.output.manifest import MANIFEST
from specloom.pipeline import generate
from specloom.spec.load import load_description
from specloom.targets.target import Target

OPERATION = """\
paths:
  /orders:
    get:
      operationId: ordersList
      tags: [orders]
      responses:
        "200": {{description: Fine., content: {{application/json: {{schema: {{type: {type}}}}}}}}}
{ignore}"""
IGNORE = """\
      x-specloom:
        ignore: [{rule: undescribed-operation, reason: The vendor says nothing.}]
"""


def operation(ignore: str = "", type: str = "string") -> str:
    return OPERATION.format(ignore=ignore, type=type)


def test_an_ignore_silences_its_rule_in_its_object(said):
    assert said(operation()) == [
        "openapi.yaml:7:5 undescribed-operation: GET /orders has neither summary nor description"
    ]
    assert said(operation(IGNORE)) == []


def test_an_ignore_holds_for_what_is_inside(said):
    ignore = IGNORE.replace("undescribed-operation", "untyped-value")
    assert [line.split()[1] for line in said(operation(ignore, "array"))] == ["undescribed-operation:"]


def test_an_ignore_leaves_other_rules_and_other_objects(said):
    other = operation(IGNORE) + operation().removeprefix("paths:\n").replace("/orders", "/b").replace("List", "B")
    assert [line.split()[:2] for line in said(other)] == [["openapi.yaml:15:5", "undescribed-operation:"]]


def test_an_ignore_of_the_document_holds_in_every_file(said):
    root = (
        "x-specloom:\n  ignore: [{rule: undescribed-operation, reason: Names say it.}]\npaths:\n  /a: {$ref: a.yaml}\n"
    )
    item = "get: {operationId: ordersList, tags: [orders], responses: {'204': {description: Fine.}}}\n"
    assert said(root, {"a.yaml": item}) == []


def test_an_ignore_can_be_about_what_loading_finds(said):
    ignore = "x-specloom: {ignore: [{rule: unknown-member, reason: An older tool reads it.}]}\n"
    text = "oldKey: 1\n" + operation(IGNORE)
    assert [line.split()[1] for line in said(text)] == ["unknown-member:"]
    assert said(ignore + text) == []


def test_an_ignore_of_a_client_rule_is_not_judged_without_a_client(said):
    clash = "".join(
        f"  /{name}: {{get: {{operationId: {name}, summary: B, tags: [orders], x-specloom: {{method: same}},"
        f" responses: {{'204': {{description: B}}}}}}}}\n"
        for name in "bc"
    )
    rules = [
        line.split()[1] for line in said(operation(IGNORE.replace("undescribed-operation", "untyped-value")) + clash)
    ]
    assert rules == ["name-collision:", "undescribed-operation:"]


@pytest.mark.parametrize(
    ("ignore", "message"),
    [
        ("[{rule: untyped-value}]", "x-specloom.ignore.0 needs 'reason'"),
        (
            "[{rule: untyped-value, reason: ' '}]",
            "x-specloom.ignore.0.reason must be a text that is not empty, not ' '",
        ),
        ("[{reason: Because.}]", "x-specloom.ignore.0 needs 'rule'"),
        ("[untyped-value]", "x-specloom.ignore.0 must be an object, not a string"),
    ],
)
def test_an_ignore_needs_a_rule_and_a_reason(lint, ignore, message):
    linted = lint(f"x-specloom: {{ignore: {ignore}}}\npaths: {{}}\n")
    assert [finding.message for finding in linted.findings] == [message]
    assert not linted.complete


def test_an_ignore_is_no_part_of_the_document_and_changes_no_client(lint):
    lint(operation())
    plain = load_description(Target(Path("openapi.yaml"))).document
    client = generate(Target(Path("openapi.yaml"))).tree
    lint(operation(IGNORE))
    assert load_description(Target(Path("openapi.yaml"))).document == plain
    ignoring = generate(Target(Path("openapi.yaml"))).tree
    changed = {path for path in ignoring if ignoring[path] != client[path]}
    assert changed <= {MANIFEST}


def test_a_misplaced_ignore_is_refused(lint):
    lint("paths: {}\n")
    path = Path("openapi.yaml")
    path.write_text(path.read_text().replace("title: Shop", "title: Shop, x-specloom: {ignore: []}"))
    with pytest.raises(DescriptionError):
        load_description(Target(path))
