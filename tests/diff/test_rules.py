"""The table of rules: what holds for every row, and how a change is judged by it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from specloom import diff
from specloom.diff.documents.extensions import MEMBER_FACTS
from specloom.diff.rules.table import DOCUMENT_RULES, REPORT_RULES, RULES, SCHEMA_RULES, classify
from specloom.diff.vocabulary import Change, Effect, Rule, Use
from specloom.spec.extension import extension_schema, request_options

ALL = (*DOCUMENT_RULES, *SCHEMA_RULES)

KEBAB = r"[a-z]+(-[a-z]+)+"

ONE_SIDED: dict[str, str] = {}
"""Facts that can happen on one side only → why."""

ELSEWHERE = {
    "root": {"pagination", "search", "error"},
    "operation": {"pagination", "event", *request_options()},
    "parameter": {"search"},
}
"""Members of `x-specloom` that are compared by what they come to: see the cases of `paging-changed`,
`search-changed`, `failure-declaration-changed`, `error-code-added`, `request-option-changed` and
`webhook-event-changed`."""

UNCOMPARED = {"evidence", "ignore"}
"""They say how a thing is known, and what findings are not wanted: never a difference to anybody who calls."""


def test_no_two_rules_have_one_id():
    assert len(RULES) == len(ALL)


def test_there_are_rules_for_documents_and_for_schemas():
    assert DOCUMENT_RULES
    assert SCHEMA_RULES


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_an_id_is_the_direction_and_the_fact_in_kebab_case(rule: Rule):
    assert rule.id == (f"{rule.direction}-{rule.fact}" if rule.direction else rule.fact)
    assert re.fullmatch(KEBAB, rule.id)


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)
def test_purpose_and_reason_are_one_sentence_without_a_full_stop(rule: Rule):
    for text in (rule.purpose, rule.reason):
        assert text == " ".join(text.split())
        assert text
        assert text[0] == text[0].lower() or text.split()[0].isupper()
        assert not re.search(r"[.!?]( |$)", text)
        assert "{" not in text


def test_every_fact_with_sides_is_judged_on_both():
    sides: dict[str, set[str | None]] = {}
    for rule in ALL:
        sides.setdefault(rule.fact, set()).add(rule.direction)
    uneven = {fact for fact, directions in sides.items() if directions not in ({None}, {"request", "response"})}
    assert uneven == ONE_SIDED.keys()


def test_two_sides_of_a_fact_are_of_one_area():
    areas: dict[str, set[str]] = {}
    for rule in ALL:
        areas.setdefault(rule.fact, set()).add(rule.area)
    assert not [fact for fact, found in areas.items() if len(found) > 1]


@pytest.mark.parametrize("place", sorted(MEMBER_FACTS))
def test_every_member_of_the_extension_is_compared(place: str):
    members = set(extension_schema()["$defs"][place]["properties"])
    assert set(MEMBER_FACTS[place]) | ELSEWHERE.get(place, set()) == members - UNCOMPARED
    for facts in MEMBER_FACTS[place].values():
        assert {facts} if isinstance(facts, str) else set(facts) <= RULES.keys()


def test_every_place_of_the_extension_is_compared():
    with_meaning = {
        name
        for name, schema in extension_schema()["$defs"].items()
        if "evidence" in schema.get("properties", {}) and set(schema["properties"]) - UNCOMPARED
    }
    assert with_meaning - {"schema"} <= MEMBER_FACTS.keys()


SOURCES = sorted(
    path
    for path in Path(diff.__file__).parent.rglob("*.py")
    if path.relative_to(Path(diff.__file__).parent).parts[0] not in {"client", "rules", "vocabulary.py"}
)
"""What finds facts, and what reports them."""

NO_FACTS = {
    "security-scheme", "server-variable", "unknown-operation", "unused-acceptance", "x-nullable", "x-specloom",
    "x-sunset", "x-stability-level", "missing-member", "wrong-type", "wrong-tag", "wrong-component-name",
    "overlay-mismatch", "double-int",
}  # fmt: skip
"""Other words of this form there."""


def words_in(path: Path) -> set[str]:
    """Return the constants of a module that could be the id of a fact, and refuse ids that are put together."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(KEBAB, node.value):
            found.add(node.value)
        if isinstance(node, ast.JoinedStr):
            parts = [each.value if isinstance(each, ast.Constant) else "{}" for each in node.values]
            assert not re.fullmatch(r"[a-z{}]+(-[a-z{}]+)+", "".join(parts)), f"{path}:{node.lineno}"
    return found


def test_each_fact_has_a_rule_and_stands_literally_where_it_arises():
    words = set().union(*map(words_in, SOURCES)) - NO_FACTS
    assert words == {rule.fact for rule in (*ALL, *REPORT_RULES)}


BODY = ("POST /orders", "body")


def test_what_a_fact_is_called_says_whether_something_came_or_went():
    facts = {rule.fact for rule in RULES.values()}
    assert {fact for fact in facts if "-removed" in fact} == {fact for fact in facts if Change(fact, (), "").removes}
    assert {fact for fact in facts if "-added" in fact} == {fact for fact in facts if Change(fact, (), "").adds}


def test_a_fact_without_sides_has_one_rule_whatever_it_reaches():
    change = Change("operation-removed", ("GET /orders",), "it is gone", uses=(Use("GET /orders", "request"),))
    assert classify(change) == (RULES["operation-removed"],)


def test_a_fact_with_sides_has_a_rule_for_each_side_it_reaches_worst_first():
    uses = (Use("POST /orders", "request"), Use("webhook order", "response"))
    change = Change("body-became-optional", BODY, "it is optional", uses=uses)
    assert [rule.id for rule in classify(change)] == ["response-body-became-optional", "request-body-became-optional"]
    assert [rule.effect for rule in classify(change)] == [Effect.BREAKING, Effect.SAFE]


def test_a_fact_with_sides_that_reaches_nothing_is_safe():
    assert [rule.id for rule in classify(Change("body-became-required", BODY, "it is"))] == ["unreached-change"]


def test_a_fact_that_no_rule_is_about_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        classify(Change("body-painted", BODY, "it is green", uses=(Use("POST /orders", "request"),)))
