from __future__ import annotations

import pytest

from specloom.diff.semantic_version import Step, suggest_version

MAJOR, MINOR, PATCH = Step


@pytest.mark.parametrize(
    ("old", "step", "suggested"),
    [
        ("1.2.3", MAJOR, "2.0.0"),
        ("1.2.3", MINOR, "1.3.0"),
        ("1.2.3", PATCH, "1.2.4"),
        ("1.2", MAJOR, "2.0"),
        ("1.2", MINOR, "1.3"),
        ("1.2", PATCH, ""),
        ("3", MAJOR, "4"),
        ("3", MINOR, ""),
        ("0.4.1", MAJOR, "0.5.0"),
        ("0.4.1", MINOR, "0.4.2"),
        ("0.4.1", PATCH, "0.4.2"),
        ("0.4", MAJOR, "0.5"),
        ("0", MAJOR, "1"),
        ("9.9.9", MINOR, "9.10.0"),
        ("2024-05-01", MAJOR, ""),
        ("v1", MAJOR, ""),
        ("1.0.0-beta", MAJOR, ""),
        ("01.2", MAJOR, ""),
        ("१.२", MAJOR, ""),
        ("9" * 5000, MAJOR, ""),
        ("", MAJOR, ""),
    ],
)
def test_the_version_grows_by_what_changed(old: str, step: Step, suggested: str):
    assert suggest_version(old, old, [PATCH, step]) == suggested


@pytest.mark.parametrize("new", ["2.0.0", "2", "2.0", "2.1", "3", "10.0.0"])
def test_a_version_that_says_it_already_is_left_alone(new: str):
    assert suggest_version("1.2.3", new, [MAJOR]) == ""


@pytest.mark.parametrize("new", ["1.9", "1.2.4", "next", ""])
def test_a_version_that_does_not_say_it_is_no_excuse(new: str):
    assert suggest_version("1.2.3", new, [MAJOR]) == "2.0.0"


def test_nothing_changes_for_nothing():
    assert suggest_version("1.2.3", "1.2.3", []) == ""
