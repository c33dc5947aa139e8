"""Searches in the grammar of an API: what each value becomes, and what is refused before anything is sent."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

import pytest
from runtime.features.search import SearchGrammar, write_search

COMMAS = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")
PLAIN = SearchGrammar(" AND ", "=")


class Color(Enum):
    RED = "red"


WRITTEN = {
    "text": ({"company": "Fixably"}, "company:Fixably"),
    "several": ({"firstName": "John", "lastName": "Doe"}, "firstName:John,lastName:Doe"),
    "wildcard": ({"company": "Appl*"}, "company:Appl*"),
    "present": ({"company": "*"}, "company:*"),
    "empty": ({"company": None}, "company:"),
    "true": ({"isClosed": True}, "isClosed:true"),
    "false": ({"isClosed": False}, "isClosed:false"),
    "number": ({"total": 12}, "total:12"),
    "large float": ({"total": 1e22}, "total:10000000000000000000000"),
    "float": ({"total": 0.1}, "total:0.1"),
    "decimal": ({"total": Decimal("1E+2")}, "total:100"),
    "date": ({"createdAt": date(2015, 4, 22)}, "createdAt:2015-04-22"),
    "enum": ({"color": Color.RED}, "color:red"),
    "list": ({"id": [10, 1, 5, 1]}, "id:(10,1,5)"),
    "set": ({"id": {"b", "a", "c"}}, "id:(a,b,c)"),
    "frozenset": ({"id": frozenset({7})}, "id:(7)"),
    "range": ({"total": (0, 100)}, "total:[0,100]"),
    "range of unlike numbers": ({"total": (0, Decimal("1.50"))}, "total:[0,1.50]"),
    "open end": ({"total": (0, None)}, "total:[0,]"),
    "open start": ({"createdAt": (None, date(2010, 12, 24))}, "createdAt:[,2010-12-24]"),
    "range of one": ({"total": (5, 5)}, "total:[5,5]"),
    "dotted": ({"status.id": 12}, "status.id:12"),
    "nested": ({"phones": {"number": ["12345"], "kind": {"id": 1}}}, "phones.number:(12345),phones.kind.id:1"),
    "brackets inside": ({"company": "Apple (Espoo)"}, "company:Apple (Espoo)"),
    "other scripts": ({"company": "Тест é"}, "company:Тест é"),
    "own grammar": ("status.id:(1,2)!,anything", "status.id:(1,2)!,anything"),
    "no condition": ({}, None),
    "no search": (None, None),
}


@pytest.mark.parametrize(("search", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_value_becomes_text(search: object, text: str):
    assert write_search(search, COMMAS) == text


REFUSED = {
    "is sign": ({"note": "a:b"}, "'note'.*texts with :"),
    "and sign": ({"note": "a,b"}, "'note'.*texts with ,"),
    "like a list": ({"note": "(a)"}, r"'note'.*begins with \("),
    "like a range": ({"note": "[1"}, r"'note'.*begins with \["),
    "brackets in a list": ({"note": ["a (b)"]}, "'note'.*a text in a list"),
    "empty text": ({"note": ""}, "'note'.*None finds what is empty"),
    "space around": ({"note": " a"}, "'note'.*space"),
    "line break": ({"note": "a\nb"}, "'note'.*control"),
    "no member": ({"id": []}, "'id'.*any of none"),
    "null in a list": ({"id": [None]}, "'id'.*NoneType"),
    "range of text": ({"name": ("a", "b")}, "'name'.*two numbers or two dates"),
    "range of bools": ({"name": (False, True)}, "'name'.*two numbers or two dates"),
    "unlike ends": ({"total": (1, date(2020, 1, 1))}, "'total'.*two numbers or two dates"),
    "range of nothing": ({"total": (None, None)}, "'total'.*a start, an end"),
    "three ends": ({"total": (1, 2, 3)}, "'total'.*a list or a set is any of several"),
    "reversed": ({"total": (5, 1)}, "'total'.*from 5 to 1 is empty"),
    "not a number": ({"total": float("nan")}, "'total'.*nan"),
    "infinite end": ({"total": (0, Decimal("Infinity"))}, "'total'.*Infinity"),
    "time": ({"at": datetime(2020, 1, 1, 9, tzinfo=UTC)}, "'at'.*only for dates"),
    "naive time": ({"at": datetime(2020, 1, 1, 9)}, "'at'.*time zone"),  # noqa: DTZ001 - the point
    "naive end": ({"at": (datetime(2020, 1, 1, 9), None)}, "'at'.*time zone"),  # noqa: DTZ001 - the point
    "sign in a name": ({"a:b": 1}, "'a:b'.*cannot have :"),
    "bracket in a name": ({"a(b": 1}, r"'a\(b'.*cannot have \("),
    "no name": ({"": 1}, "''.*no name"),
    "dots in a row": ({"a..b": 1}, "'a..b'.*no name"),
    "nested in vain": ({"a": {}}, "'a'.*says nothing"),
    "nested inside": ({"a": {"b": "c,d"}}, "'a.b'.*texts with ,"),
    "bytes": ({"a": b"x"}, "'a'.*bytes"),
}


@pytest.mark.parametrize(("search", "message"), REFUSED.values(), ids=REFUSED)
def test_what_the_grammar_cannot_carry_is_refused(search: object, message: str):
    with pytest.raises(ValueError, match=message):
        write_search(search, COMMAS)


def test_a_grammar_can_lack_forms():
    assert write_search({"a": "x*(", "b": 1}, PLAIN) == "a=x*( AND b=1"
    for value, message in (([1], "any of several"), ((1, 2), "ranges")):
        with pytest.raises(ValueError, match=message):
            write_search({"a": value}, PLAIN)


def test_a_grammar_without_colons_carries_times():
    early, late = datetime(2020, 1, 1, 9, tzinfo=timezone(timedelta(hours=2))), datetime(2021, 1, 1, tzinfo=UTC)
    grammar = SearchGrammar(",", "=", range="[,]")
    assert write_search({"at": (early, late)}, grammar) == "at=[2020-01-01T07:00:00Z,2021-01-01T00:00:00Z]"
