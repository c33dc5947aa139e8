"""Which values a query selects, and that no query runs away."""

from __future__ import annotations

import pytest

from specloom.source.jsonpath import Query, QueryError, Steps

SHOP = {
    "orders": [{"id": 1, "state": "new"}, {"id": 2, "state": "sent", "lines": [{"id": 7}]}],
    "x-team": {"id": 3, "name": "Ada Lovelace"},
}


@pytest.mark.parametrize(
    ("query", "paths"),
    [
        ("$", [()]),
        ("$.orders[1].id", [("orders", 1, "id")]),
        ("$.orders[-1].id", [("orders", 1, "id")]),
        ("$['x-team']", [("x-team",)]),
        ("$.orders[*].state", [("orders", 0, "state"), ("orders", 1, "state")]),
        ("$..id", [("orders", 0, "id"), ("orders", 1, "id"), ("orders", 1, "lines", 0, "id"), ("x-team", "id")]),
        ("$.orders[?@.state == 'sent']", [("orders", 1)]),
        ("$.orders[?@.lines[?@.id > 5]].id", [("orders", 1, "id")]),
        ("$.orders[::-1].id", [("orders", 1, "id"), ("orders", 0, "id")]),
        ("$..*..id", [("orders", 0, "id"), ("orders", 1, "id"), ("orders", 1, "lines", 0, "id"), ("x-team", "id")]),
        ("$[?match(@.name, 'Ada .*')]", [("x-team",)]),
        ("$[?match(@.name, 'Ada')]", []),
        ("$[?search(@.name, 'Love')]", [("x-team",)]),
        ("$[?search(@.name, '(')]", []),
        ("$[?search(@.id, '3')]", []),
        ("$[?length(@.name) == 12]", [("x-team",)]),
        ("$.orders[1][?!@.id]", [("orders", 1, "id"), ("orders", 1, "state"), ("orders", 1, "lines")]),
        ("$.orders[1][?!@.id && @ != 2]", [("orders", 1, "state"), ("orders", 1, "lines")]),
        ("$.orders[1][?length(@) == 4]", [("orders", 1, "state")]),
        ("$.orders[1][?@[?@.id] || @ == 'sent']", [("orders", 1, "state"), ("orders", 1, "lines")]),
    ],
)
def test_a_query_selects_each_value_once_in_order(query: str, paths: list[tuple[str | int, ...]]):
    assert Query(query).select(SHOP, Steps()) == paths


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("orders", "expected '$', found 'o', at character 1"),
        ("$.x-team", "found '-', at character 4"),
        ("$.orders[", "at character"),
        ("$.orders[?length(@.id, 2) == 1]", "'length'() requires 1 arguments"),
        ("$[?nothing(@)]", "function 'nothing' is not defined"),
        ("$[?" + "(" * 2000 + "@" + ")" * 2000 + "]", "it is nested too deeply"),
        ("$" + ".a" * 6000, "it is longer than 10,000 characters"),
    ],
)
def test_what_is_no_query_is_said_to_be_none(query: str, reason: str):
    with pytest.raises(QueryError) as caught:
        Query(query)
    assert reason in str(caught.value)


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("$.order[0]", ("order", ["orders", "x-team"])),
        ("$.orders[*].status", ("status", ["id", "state", "lines"])),
        ("$.orders[7].id", ("", [])),
        ("$.orders[?@.id == 9].id", ("", [])),
    ],
)
def test_a_name_that_leads_nowhere_is_known(query: str, missing: tuple[str, list[str]]):
    assert Query(query).find_missing(SHOP, Steps()) == missing


def test_depth_is_no_matter():
    document: object = {"end": True}
    for _ in range(490):
        document = [document]
    (path,) = Query("$..end").select(document, Steps())
    assert len(path) == 491
    assert Query("$[?@..end]").select(document, Steps()) == [(0,)]


def test_a_query_that_multiplies_is_stopped():
    document = [[{"a": 1}] * 50] * 50
    query = Query("$..[?count($..*) > 1]")
    with pytest.raises(QueryError, match="too many steps"):
        query.select(document, Steps(50_000))
    assert len(Query("$..a").select(document, Steps())) == 2500


def test_what_a_filter_is_asked_about_counts():
    document = [{"a": 1, "b": 2, "c": {}}] * 100
    steps = Steps()
    assert Query("$[*][?@.x]").select(document, steps) == []
    assert Steps().left - steps.left == 300  # each item, and what is plain and what is not in it
    assert Query("$[*][?@ == 2]").select(document, Steps(500)) == [(index, "b") for index in range(100)]
    with pytest.raises(QueryError, match="too many steps"):
        Query("$[*][?@ == 3]").select(document, Steps(399))


def test_a_pattern_takes_linear_time():
    assert Query("$[?match(@, '(a+)+b')]").select(["a" * 50_000], Steps()) == []
