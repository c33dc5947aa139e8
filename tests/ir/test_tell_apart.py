"""Names that would be the same are told apart by what they were made from, whatever the order of the description."""

from __future__ import annotations

from itertools import permutations

import pytest

from specloom.ir.name_scopes import tell_apart
from specloom.ir.naming import argument_name, class_name, client_name, constant_name, module_name, shortened


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["id", "_id"], ["id", "id_"]),
        (["type", "@type", "$type"], ["type", "at_type", "dollar_type"]),
        (["frontend_api", "frontendApi"], ["frontend_api", "frontendApi"]),
        (["UserId", "userId"], ["user_id", "userId"]),
        (["StartTime", "StartTime<", "StartTime>"], ["start_time", "start_time_less", "start_time_greater"]),
        (["ids[]", "ids"], ["ids__", "ids"]),
        (["id", "name"], ["id", "name"]),
    ],
)
def test_texts_with_one_name_are_told_apart_by_their_spelling(texts: list[str], names: list[str]) -> None:
    expected = dict(zip(texts, names, strict=True))
    for order in permutations(texts):
        assert tell_apart((argument_name(text), text) for text in order) == [expected[text] for text in order]


def test_every_occurrence_of_a_text_has_the_same_name() -> None:
    assert tell_apart([("id", "id"), ("id", "id")]) == ["id", "id"]


def test_a_keyword_is_never_the_way_out() -> None:
    assert tell_apart([("class_", "class"), ("class_", "_class")]) == ["class_", "class__"]


@pytest.mark.parametrize("make", [argument_name, class_name])
def test_a_long_name_keeps_both_of_its_ends(make: object) -> None:
    assert callable(make)
    names = {make(f"update the {'very ' * 30}long name of a {end}") for end in ("rule", "rule set", "split")}
    assert len(names) == 3
    assert all(len(name) <= 80 and name.isidentifier() for name in names)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("first_second_third_fourth", "first_fourth"),
        ("FirstSecondThirdFourth", "FirstFourth"),
        ("firstsecondthirdfourth", "firstsecrdfourth"),
    ],
)
def test_a_long_name_is_cut_between_its_words(name: str, short: str) -> None:
    assert shortened(name, 16) == short


def test_class_names_hide_nothing_that_python_has() -> None:
    assert [class_name(text) for text in ("Warning", "TimeoutError")] == ["WarningModel", "TimeoutErrorModel"]


def test_a_client_is_told_apart_from_what_its_package_exports() -> None:
    taken = {"ApiError", "NotFoundError"}
    assert [client_name(text, taken) for text in ("api error", "not found error", "pets", "client")] == [
        "ApiErrorApi",
        "NotFoundErrorApi",
        "Pets",
        "Client",
    ]


def test_long_class_names_have_modules_and_constants_of_their_own() -> None:
    ends = ("BodyInput", "MembersBodyInput")
    classes = [class_name(f"{'PostShieldInformationBarrierSegment' * 2}{end}") for end in ends]
    assert len({module_name(name) for name in classes}) == len({constant_name(name) for name in classes}) == 2
