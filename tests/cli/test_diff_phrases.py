"""How a report puts changes into words, and both sides of one: what differs is marked, however little room there is."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.cli.report.diff_phrases import _usage, code_words, cut_sides, mark_words, split_entries
from specloom.diff.vocabulary import Effect, Usage
from specloom.findings import Location, NamedSource, Severity

SAME = ", ".join(f"'value_{number}'" for number in range(100))
sides = st.tuples(*[st.lists(st.sampled_from(["a", "bc", " ", "[", "]", "| ", "é", "…"]), max_size=40)] * 2)


@given(sides)
def test_stretches_are_the_sides_and_those_of_both_are_the_same(pair):
    before, after = map("".join, pair)
    old, new = mark_words(before, after)
    assert ("".join(each.text for each in old), "".join(each.text for each in new)) == (before, after)
    assert "".join(each.text for each in old if not each.differs) == "".join(
        each.text for each in new if not each.differs
    )


@given(sides)
def test_sides_that_differ_are_not_the_same_once_they_are_cut(pair):
    before, after = map("".join, pair)
    assert (cut_sides(before, after, 4)[0] == cut_sides(before, after, 4)[1]) == (before == after)


@pytest.mark.parametrize(("before", "after"), [("a" * 60 + "b", "a" * 60 + "c"), ("a" * 41, "a" * 42)])
def test_words_without_end_are_shown_where_they_differ(before: str, after: str):
    assert len({*cut_sides(before, after, 4)}) == 2


def test_only_words_that_differ_are_marked():
    old, new = mark_words("list[str] | None", "list[int] | None")
    assert [each.text for each in old if each.differs] == ["str"]
    assert [each.text for each in new if each.differs] == ["int"]


def test_what_is_the_same_makes_room():
    old, new = cut_sides(f"state: Literal[{SAME}, 'old', {SAME}]", f"state: Literal[{SAME}, 'new', {SAME}]", 100)
    assert old.startswith("state: Literal['value_0'")
    assert "'old'" in old
    assert "'new'" in new
    assert max(len(old), len(new)) <= 120


def test_what_fits_is_left_alone():
    assert cut_sides("int", "str", 100) == ("int", "str")
    assert cut_sides("", SAME, 50)[1].endswith("…")


def test_sides_without_end_are_compared_at_once():
    old, new = mark_words("a " * 200_000 + "x", "a " * 200_000 + "b " * 10_000)
    assert (old[-1].text, new[-1].differs) == ("x", True)
    assert max(map(len, cut_sides("x" * 100_000, "y" * 100_000, 100))) <= 1000


@pytest.mark.parametrize(
    ("number", "words"), [(1, "1 breaking touches nothing of src"), (2, "2 breaking touch nothing of src"), (0, "")]
)
def test_what_touches_no_code_is_counted(number, words):
    entries = [SimpleNamespace(severity=Effect.BREAKING, usages=())] * number
    report = SimpleNamespace(entries=entries, counts={Effect.BREAKING: number})
    assert split_entries(report, SimpleNamespace(places=("src",))) == ([], words)


@pytest.mark.parametrize(
    ("accepted", "breaks", "severity"),
    [("", True, Severity.ERROR), ("", False, Severity.WARNING), ("agreed", True, Severity.NOTE)],
)
def test_a_place_in_code_is_as_bad_as_what_happens_there(accepted, breaks, severity):
    change, rules = SimpleNamespace(message="gone"), [SimpleNamespace(id="operation-removed")]
    entry = SimpleNamespace(accepted=accepted, place=None, id="abc", rules=rules, change=change)
    usage = Usage(Location(NamedSource("src/a.py")), "shop.orders.list", breaks, "no attribute")
    assert _usage(entry, usage).severity is severity


@pytest.mark.parametrize(
    ("breaks", "words"),
    [
        ([], "nothing of it is touched"),
        ([True], "1 place breaks"),
        ([False], "1 place to look at"),
        ([True, False, True, False], "2 places break, 2 places to look at"),
    ],
)
def test_the_places_that_changes_touch_are_counted(breaks, words):
    places = [Location(NamedSource("src/a.py"), (str(number),)) for number in range(len(breaks))]
    usages = [Usage(place, "shop.orders.list", each, "") for place, each in zip(places, breaks, strict=True)]
    report = SimpleNamespace(entries=[SimpleNamespace(usages=usages)])
    code = SimpleNamespace(places=("src",), files=3, using=1, unexplained=(), unseen=())
    assert code_words(code, [report]) == f"src (1 of 3 files): {words}"
