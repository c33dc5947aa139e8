"""Names in `x-specloom` of links, expansion and searches: what they may mean, in one file or many."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from specloom.spec.bundle import bundle_description
from specloom.spec.load import Description
from specloom.targets.target import Target

Find: TypeAlias = Callable[..., list[str]]
Load: TypeAlias = Callable[..., Description]

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nx-specloom: {links: {schema: Link, href: /href}}\n"
PATHS = """\
paths:
  /a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: 'a.yaml#/Order'}}}}}}}
"""
SCHEMAS = """\
Link: {type: object, properties: {href: {type: string}}}
Order: {type: object, properties: {customer: {$ref: '#/Link', x-specloom: {link: Customer}}}}
"""
CUSTOMER = "Customer: {type: object, properties: {tag: {$ref: 'b.yaml#/Tag'}}}\n"
TAG = "Tag: {type: object, properties: {name: {type: string}}}\n"


def test_a_target_needs_no_reference(load: Load):
    document = load({"openapi.yaml": HEAD + PATHS, "a.yaml": SCHEMAS + CUSTOMER, "b.yaml": TAG}).document
    assert document.named == {"Link": "a.yaml#/Link", "Customer": "a.yaml#/Customer"}
    assert {"a.yaml#/Customer", "b.yaml#/Tag"} <= document.schemas.keys()


def test_what_only_a_link_leads_to_is_checked(findings: Find):
    wrong = "Customer: {type: object, properties: {tag: {$ref: 'b.yaml#/Tagg'}}}\n"
    (finding,) = findings({"openapi.yaml": HEAD + PATHS, "a.yaml": SCHEMAS + wrong, "b.yaml": TAG})
    assert "[unresolved-reference]" in finding


def test_a_component_that_only_refers_is_what_it_refers_to(load: Load):
    components = "components: {schemas: {Customer: {$ref: 'a.yaml#/Customer'}}}\n"
    files = {"openapi.yaml": HEAD + PATHS + components, "a.yaml": SCHEMAS + CUSTOMER, "b.yaml": TAG}
    assert load(files).document.named["Customer"] == "a.yaml#/Customer"


def test_a_name_of_two_schemas_is_refused(findings: Find):
    files = {"openapi.yaml": HEAD + PATHS, "a.yaml": SCHEMAS + CUSTOMER, "b.yaml": TAG + "Customer: {type: object}\n"}
    (finding,) = findings(files)
    assert finding.startswith("a.yaml:2:82: error: there are 2 schemas 'Customer' [wrong-link]")


def test_a_bundle_holds_what_only_a_link_leads_to(write: Callable[..., Path]):
    bundle = bundle_description(
        Target(write({"openapi.yaml": HEAD + PATHS, "a.yaml": SCHEMAS + CUSTOMER, "b.yaml": TAG}))
    )
    assert sorted(bundle["components"]["schemas"]) == ["Customer", "Link", "Order", "Tag"]


ONE_FILE = {
    "nothing said of links": (
        "components: {schemas: {L: {type: object}, O: {$ref: '#/components/schemas/L', x-specloom: {link: L}}}}\n",
        "nothing says what links look like [wrong-link]",
    ),
    "unknown shape": (
        "x-specloom: {links: {schema: Lnk, href: /href}}\ncomponents: {schemas: {Link: {type: object}}}\n",
        "there is no schema 'Lnk' [wrong-link] at /x-specloom/links/schema (did you mean 'Link'?)",
    ),
    "unknown expansion": (
        (
            "paths: {/a: {parameters: [{name: e, in: query, schema: {},"
            " x-specloom: {expand: {schema: A, grammar: dots}}}]}}\n"
        ),
        "there is no schema 'A' [wrong-expand]",
    ),
    "unknown grammar of expansion": (
        (
            "paths: {/a: {parameters: [{name: e, in: query, schema: {},"
            " x-specloom: {expand: {schema: A, grammar: dot}}}]}}\n"
        ),
        "x-specloom.expand.grammar cannot be 'dot' [wrong-extension-value]",
    ),
    "expansion of collections that are not read": (
        (
            "x-specloom: {links: {schema: L, href: /href, expand: {parameter: e, grammar: dots}}}\n"
            "components: {schemas: {L: {type: object}}}\n"
        ),
        "[wrong-extension-value]",
    ),
    "signs of a list": (
        "x-specloom: {search: {q: {and: ',', is: ':', any: '()'}}}\n",
        "x-specloom.search.q.any must be three characters such as (,), not '()' [wrong-extension-value]",
    ),
}


@pytest.mark.parametrize("name", ONE_FILE)
def test_one_finding(name: str, findings: Find):
    text, expected = ONE_FILE[name]
    (finding,) = findings(text if "paths:" in text else f"paths: {{}}\n{text}")
    assert expected in finding
