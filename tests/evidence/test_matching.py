"""How a block finds its operation and role, on pages laid out in several ways."""

from typing import TYPE_CHECKING

import pytest
from evidence.blocks import Block
from evidence.matching import NotDescribedError, match_block

from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Widgets, version: "1"}
servers: [{url: "https://{tenant}.example/api", variables: {tenant: {default: demo}}}]
paths:
  /widgets:
    get: {responses: {"200": {description: All., content: {application/json: {schema: {type: array}}}}}}
    post: &write
      requestBody: {content: {application/json: {schema: {type: object}}}}
      responses: {"201": {description: Made., content: {application/json: {schema: {type: object}}}}}
  /widgets/{id}/parts.json:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    put: *write
webhooks:
  widget:
    post: *write
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    path: Path = tmp_path_factory.mktemp("matching") / "openapi.yaml"
    path.write_text(DESCRIPTION)
    return load_description(Target(path)).document


def block(above: str) -> Block:
    return Block("page", 7, "{}", tuple(above.splitlines()))


@pytest.mark.parametrize(
    ("above", "match"),
    [
        ("GET /widgets HTTP/1.1\nExample body", "GET /widgets response"),
        ("GET /widgets?page=2\nAccept: application/json", "GET /widgets response"),
        ("POST /widgets HTTP/1.1\nAccept: application/json\n\nExample body", "POST /widgets request"),
        ("Example response\nPOST /widgets HTTP/1.1", "POST /widgets request"),
        ("POST /widgets HTTP/1.1\nHTTP/1.1 201 Created\nRESPONSE JSON", "POST /widgets response"),
        ("GET /widgets\nPOST /widgets\nExample request", "POST /widgets request"),
        ("posthttps://shop.example/api/widgets", "POST /widgets request"),
        ("3- create POST /widgets\nRequest Sample:", "POST /widgets request"),
        ("PUT /widgets/77/parts.json", "PUT /widgets/{id}/parts.json request"),
        ("put https://shop.example/api/widgets/77/parts.json?x=1", "PUT /widgets/{id}/parts.json request"),
        ("PUT /widgets/{widget.id}/parts.json", "PUT /widgets/{id}/parts.json request"),
        ("PUT /widgets/:id/parts.json", "PUT /widgets/{id}/parts.json request"),
        ("GET /widgets\nExample widget webhook body", "widget webhook"),
    ],
)
def test_the_lines_above_tell(document, above: str, match: str):
    assert [str(found) for found in match_block(block(above), document)] == [match]


@pytest.mark.parametrize(
    ("above", "message"),
    [
        ("Widgets\nare widgets", "no request line"),
        ("GET /widgets\nGET /gadgets\nExample response", "GET /gadgets, .* is not described"),
        ("DELETE /widgets", "DELETE /widgets, .* is not described"),
        ("Example gadget webhook body", "a webhook gadget is not described"),
    ],
)
def test_what_they_do_not_tell_is_an_error(document, above: str, message: str):
    with pytest.raises(NotDescribedError, match=message):
        match_block(block(above), document)


def test_the_list_comes_first(document):
    placed = {("page", 7): (("POST /widgets", "request"), ("PUT /widgets/{id}/parts.json", "request"))}
    found = match_block(block("GET /widgets"), document, placed)
    assert [str(match) for match in found] == ["POST /widgets request", "PUT /widgets/{id}/parts.json request"]


def test_the_list_names_what_is_described(document):
    with pytest.raises(NotDescribedError, match=r"matching\.py places it at GET /gone"):
        match_block(block(""), document, {("page", 7): (("GET /gone", "response"),)})
