"""Names of related resources in the grammars in which APIs take them."""

import pytest
from runtime.features.expand import in_dots, in_parentheses

CASES = [
    (["customer"], "customer", "customer"),
    (["customer", "device"], "customer,device", "customer,device"),
    (["lines.items.product"], "lines(items(product))", "lines.items.product"),
    (
        ["items.customer", "items.lines.items", "items.customer.parent", "items.customer"],
        "items(customer(parent),lines(items))",
        "items.customer,items.lines.items,items.customer.parent",
    ),
    (("lines", "lines.items"), "lines(items)", "lines,lines.items"),
    ("items(lines(items))", "items(lines(items))", "items(lines(items))"),
    ([], None, None),
    (None, None, None),
]


@pytest.mark.parametrize(("relations", "parentheses", "dots"), CASES)
def test_relations_become_text(relations: object, parentheses: str, dots: str):
    assert in_parentheses(relations) == parentheses
    assert in_dots(relations) == dots


@pytest.mark.parametrize("relation", ["", "lines.", ".lines", "lines..items", "lines(items)", "a,b", "a b", "a)"])
@pytest.mark.parametrize("write", [in_dots, in_parentheses])
def test_what_is_no_name_is_refused(write, relation: str):
    with pytest.raises(ValueError, match="cannot expand"):
        write([relation])
