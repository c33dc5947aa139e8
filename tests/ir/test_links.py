"""Links and expansion: what they become, and declarations that fit no type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError
from specloom.ir.api import Api, LinkShape
from specloom.ir.build import build_api
from specloom.ir.types import AliasType, LinkTo, Literals, ObjectType, Scalar, Union, nullable
from specloom.spec import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from pathlib import Path

LINK = "Link: {type: object, properties: {href: {type: string}, meta: {$ref: '#/components/schemas/Meta'}}}"
META = "Meta: {type: object, properties: {url: {type: string}}}"
TEXT = """\
openapi: 3.1.0
info: {{title: T, version: '1'}}
x-specloom:
  links: {{schema: Link, href: {href}}}
  pagination: {{rows: {{style: offset, offset: o, limit: l, items: /items}}}}
paths:
  /a:
    get:
      operationId: get
      parameters:
        - {{name: e, in: query, schema: {{}}, x-specloom: {{expand: {{schema: A, grammar: dots}}}}}}
      responses:
        '200': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}
components:
  schemas:
    {link}
    {meta}
    B: {b}
    A: {{type: object, properties: {{b: {{{field}, x-specloom: {{link: B}}}}, items: {items}}}}}
"""
REF = "$ref: '#/components/schemas/Link'"


def built(tmp_path: Path, **parts: str) -> Api:
    usual = {"href": "/href", "link": LINK, "meta": META, "field": REF, "items": "{type: array}"}
    usual["b"] = "{type: object, properties: {a: {type: string}}}"
    file = tmp_path / "openapi.yaml"
    file.write_text(TEXT.format(**{**usual, **parts}), encoding="utf-8")
    return build_api(load_description(Target(file)).document)


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (REF, LinkTo("B")),
        (f"anyOf: [{{{REF}}}, {{type: 'null'}}]", nullable(LinkTo("B"))),
        (f"allOf: [{{{REF}}}]", LinkTo("B")),
        (f"oneOf: [{{type: integer}}, {{{REF}}}]", Union((Scalar("int"), LinkTo("B")))),
    ],
)
def test_a_link_is_what_refers_to_the_links_schema(tmp_path: Path, field: str, expected: object):
    type_ = built(tmp_path, field=field).answers["A"]
    assert isinstance(type_, ObjectType)
    assert type_.fields[0].type == expected


def test_the_shape_of_links_is_known(tmp_path: Path):
    assert built(tmp_path, href="/meta/url").links == LinkShape(("meta", "url"), ("id",), ("href", "meta"))


def test_a_page_inside_a_page_is_expanded_once(tmp_path: Path):
    alias = built(tmp_path, items="{type: array, items: {$ref: '#/components/schemas/A'}}").inputs["ARelationInput"]
    assert isinstance(alias, AliasType)
    assert alias.type == Literals(("b", "items", "items.b"), open=True)


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"href": "/hre"}, "the pointer '/hre' leads to no property of 'Link'"),
        ({"href": "''"}, "the pointer '' leads to no property of 'Link'"),
        ({"b": "{type: string}"}, "a link can only lead to an object, and 'B' is none"),
    ],
)
def test_what_fits_no_type_is_refused(tmp_path: Path, parts: dict[str, str], message: str):
    with pytest.raises(DescriptionError) as caught:
        built(tmp_path, **parts)
    (finding,) = caught.value.findings
    assert (finding.rule, finding.message) == ("wrong-link", message)
