"""Links and expansion: what they become, and declarations that fit no type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError
from specloom.ir.annotations import Annotator
from specloom.ir.api import Api, LinkShape
from specloom.ir.build import build_api
from specloom.ir.types import AliasType, LinkTo, Literals, ObjectType, OwnLink, Scalar, Union, nullable
from specloom.spec.load import load_description
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


COLLECTIONS = """\
openapi: 3.1.0
info: {{title: T, version: '1'}}
x-specloom:
  links: {{schema: Link, href: /href, collections: {scheme}}}
  pagination: {{rows: {{style: offset, offset: o, limit: l, items: /items, total: /total}}}}
paths:
  /a:
    get:
      operationId: get
      tags: [{tag}]
      responses:
        '200': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/A'}}}}}}}}
components:
  schemas:
    Link: {{type: object, properties: {{href: {{type: string}}}}}}
    A:
      type: object
      properties:
        href: {{type: string}}
        id: {{type: string}}
        other: {{$ref: '#/components/schemas/Link'}}
{bs}: {{$ref: '#/components/schemas/Link', x-specloom: {{link: Page}}}}
    B: {{type: object, properties: {{href: {{type: string}}, id: {{type: boolean}}}}}}
    Page:
      type: object
      properties: {{{member}: {{type: array, items: {{$ref: '#/components/schemas/B'}}}}, total: {{type: integer}}}}
"""


def collected(tmp_path: Path, *, skip: tuple[str, ...] = (), **parts: str) -> Api:
    usual = {"scheme": "rows", "tag": "a", "member": "items", "bs": "        bs"}
    file = tmp_path / "openapi.yaml"
    file.write_text(COLLECTIONS.format(**{**usual, **parts}), encoding="utf-8")
    return build_api(load_description(Target(file, skip=skip)).document)


def test_a_client_without_the_operations_that_link_to_collections_reads_none(tmp_path: Path):
    assert collected(tmp_path, skip=("GET /a",)).collections is None


def test_a_page_that_links_lead_to_is_known_with_its_items(tmp_path: Path):
    api = collected(tmp_path)
    a, page = api.answers["A"], api.answers["Page"]
    assert isinstance(a, ObjectType)
    assert isinstance(page, ObjectType)
    assert page.lists == "B"
    assert [field.type for field in a.fields if field.name in {"bs", "other"}] == [LinkTo(None), LinkTo("Page")]
    assert Annotator(api.answers, "answer").annotate(LinkTo("Page")).text == "_Collection[Page, B]"


def test_a_page_that_members_without_names_lead_to_is_known_with_its_items(tmp_path: Path):
    page = collected(tmp_path, bs="      additionalProperties").answers["Page"]
    assert isinstance(page, ObjectType)
    assert page.lists == "B"


def test_an_object_with_an_address_and_an_id_of_whatever_type_is_known(tmp_path: Path):
    links = {name: type_.own_link for name, type_ in collected(tmp_path).answers.items() if type_.name in {"A", "B"}}
    assert links == dict.fromkeys("AB", OwnLink(("href",), "id"))


@pytest.mark.parametrize(
    ("parts", "rule", "message"),
    [
        ({"scheme": "row"}, "wrong-link", "there is no pagination scheme 'row'"),
        ({"member": "bs"}, "wrong-link", "no link leads to a page of the pagination scheme 'rows'"),
        ({"tag": "items"}, "name-collision", "the client reads linked collections by its method 'items'"),
    ],
)
def test_collections_that_cannot_be_read_are_refused(tmp_path: Path, parts: dict[str, str], rule: str, message: str):
    with pytest.raises(DescriptionError) as caught:
        collected(tmp_path, **parts)
    (finding,) = caught.value.findings
    assert finding.rule == rule
    assert finding.message.startswith(message)
