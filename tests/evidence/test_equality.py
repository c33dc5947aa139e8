"""When two JSON values mean the same."""

import pytest
from evidence.equality import differences


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": [1, None]}, {"a": [1, None]}),
        ("2021-10-14T08:38:46+0000", "2021-10-14T08:38:46Z"),
        ("2021-10-14T10:38:46+02:00", "2021-10-14T08:38:46.000Z"),
        ("1.50", "1.5"),
        (1, 1.0),
    ],
)
def test_equal(one, other):
    assert list(differences(one, other)) == []


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        ({"a": 1}, {}, "/a is lost"),
        ({}, {"a": None}, "/a is added"),
        ({"a": [{"b": 1}]}, {"a": [{"b": 2}]}, "/a/0/b was 1 and is 2"),
        ([1], [1, 2], "/ was [1] and is [1, 2]"),
        ("1.5", 1.5, "/ was '1.5' and is 1.5"),
        (1, True, "/ was 1 and is True"),
        ("2021-10-14T08:38:46Z", "2021-10-14T08:38:47Z", "/ was '2021-10-14T08:38:46Z' and is '2021-10-14T08:38:47Z'"),
        ("2021-10-14T99:99", "2021-10-14T08:38", "/ was '2021-10-14T99:99' and is '2021-10-14T08:38'"),
    ],
)
def test_different(one, other, message):
    assert list(differences(one, other)) == [message]
