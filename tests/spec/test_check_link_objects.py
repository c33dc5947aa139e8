"""Links between operations name operations that there are."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from specloom.spec.load import load_description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]

OK = "responses: {'200': {description: d}}"
REST = (
    "  /b: {get: {operationId: listB, " + OK + "}}\n"
    "  /c: {$ref: c.yaml}\n"
    "components: {schemas: {X: {}}}\n"
    "webhooks: {w: {post: {operationId: onHook, " + OK + "}}}\n"
)
HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n"


def linked(link: str) -> Mapping[str, str]:
    """Return a description with a link in an answer, and a file with one of its path items."""
    before = (
        "  /a/{id}:\n    parameters: [{name: id, in: path, required: true, schema: {type: string}}]\n"
        "    get: {operationId: getA, responses: {'200': {description: d, links: {l: "
    )
    item = "get: {operationId: getC, " + OK + "}\n"
    return {"openapi.yaml": f"{HEAD}{before}{link}}}}}}}}}\n{REST}", "c.yaml": item}


@pytest.mark.parametrize(
    ("link", "said", "advice"),
    [
        ("{operationId: getB}", "'getB'", "did you mean 'getC'?"),
        ("{operationId: 'list B'}", "'list B'", "did you mean 'listB'?"),
        ("{operationId: ''}", "''", "write the operationId of an operation that is described"),
        ("{operationRef: '#/paths/a/{id}/get'}", "'#/paths/a/{id}/get'", "did you mean '#/paths/~1a~1{id}/get'?"),
        ("{operationRef: '#/paths/~1b/put'}", "'#/paths/~1b/put'", "did you mean '#/paths/~1b/get'?"),
        ("{operationRef: 'c.yaml#/put'}", "'c.yaml#/put'", "did you mean 'c.yaml#/get'?"),
        (
            "{operationRef: '#/components/schemas/X'}",
            "'#/components/schemas/X'",
            "write where an operation stands, as in #/paths/~1orders~1{id}/get",
        ),
    ],
)
def test_a_link_to_no_operation_is_told(findings: Find, link: str, said: str, advice: str):
    (found,) = findings(linked(link))
    assert f"warning: a link names an operation that there is not: {said} [unresolved-link]" in found
    assert found.endswith(f" ({advice})")


@pytest.mark.parametrize(
    "link",
    [
        "{operationId: listB}",
        "{operationId: getC}",
        "{operationId: onHook}",
        "{operationRef: '#/paths/~1a~1{id}/get'}",
        "{operationRef: '#/paths/~1a~1%7Bid%7D/get'}",
        "{operationRef: './openapi.yaml#/paths/~1b/get'}",
        "{operationRef: '#/paths/~1c/get'}",
        "{operationRef: 'c.yaml#/get'}",
        "{operationRef: '#/webhooks/w/post'}",
        "{operationRef: 'https://other.example/openapi.yaml#/paths/~1x/get'}",
    ],
)
def test_a_link_to_an_operation_is_fine(findings: Find, link: str):
    assert findings(linked(link)) == []


def test_an_operation_that_is_left_out_is_there(write: Callable[..., Path]):
    description = load_description(Target(write(linked("{operationId: listB}")), skip=("listB",)))
    assert description.warnings == ()


def test_names_are_compared_for_the_first_links_only(findings: Find):
    links = ", ".join(f"l{number}: {{operationId: listC}}" for number in range(25))
    text = (
        f"paths:\n  /a: {{get: {{operationId: listA, responses: {{'200': {{description: d, links: {{{links}}}}}}}}}}}\n"
    )
    found = [each for each in findings(text) if "unresolved-link" in each]
    assert [len(found), sum("did you mean" in each for each in found)] == [25, 20]
