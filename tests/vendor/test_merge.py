import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.findings import SpecloomError
from specloom.vendor.folder import Content
from specloom.vendor.merge import Merge, count_markers, merge_texts
from specloom.vendor.plan import FileAction, plan_update

BASE = "one\ntwo\nthree\nfour\nfive\n"
TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "  d", "\x0c", "\u2028"]), max_size=12).map(
    lambda lines: "".join(f"{line}\n" for line in lines)
)


def test_takes_changes_of_both_sides():
    yours = BASE.replace("one", "ONE")
    update = BASE.replace("five", "FIVE\nsix")
    assert merge_texts(BASE, yours, update) == Merge("ONE\ntwo\nthree\nfour\nFIVE\nsix\n", 0)


def test_writes_all_three_texts_of_a_conflict():
    merge = merge_texts(BASE, BASE.replace("three", "III"), BASE.replace("three", "3"))
    assert merge.conflicts == 1
    assert merge.text == ("one\ntwo\n<<<<<<< yours\nIII\n||||||| base\nthree\n=======\n3\n>>>>>>> update\nfour\nfive\n")


def test_two_conflicts_are_two():
    yours, update = BASE.replace("one", "I").replace("five", "V"), BASE.replace("one", "1").replace("five", "5")
    assert merge_texts(BASE, yours, update).conflicts == 2


def test_a_line_removed_here_and_changed_there_is_a_conflict():
    merge = merge_texts(BASE, BASE.replace("three\n", ""), BASE.replace("three", "3"))
    assert "<<<<<<< yours\n||||||| base\nthree\n=======\n3\n>>>>>>> update\n" in merge.text


def test_marks_only_what_differs_where_there_is_no_base():
    merge = merge_texts("", "a\nmine\nz\n", "a\ntheirs\nz\n")
    assert merge.text == "a\n<<<<<<< yours\nmine\n||||||| base\n=======\ntheirs\n>>>>>>> update\nz\n"


def test_a_marker_never_follows_a_line_without_an_end():
    merge = merge_texts("a\nb", "a\nmine", "a\ntheirs")
    assert merge.text == "a\n<<<<<<< yours\nmine\n||||||| base\nb\n=======\ntheirs\n>>>>>>> update\n"


def test_knows_markers_of_git_as_well():
    assert count_markers("<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n") == 2
    assert count_markers("Heading\n=======\n>>> 1 << 2\n# <<<<<<< no\n") == 0


@given(TEXTS, TEXTS)
def test_a_change_of_one_side_alone_is_taken(base: str, other: str):
    assert merge_texts(base, base, other) == Merge(other, 0)
    assert merge_texts(base, other, base) == Merge(other, 0)


@given(TEXTS, TEXTS)
def test_the_same_change_on_both_sides_is_taken_once(base: str, other: str):
    assert merge_texts(base, other, other) == Merge(other, 0)


@given(TEXTS, TEXTS, TEXTS)
def test_what_a_side_added_is_never_lost(base: str, yours: str, update: str):
    merged = merge_texts(base, yours, update).text.split("\n")
    for side in (yours, update):
        assert {line for line in side.split("\n") if line not in base.split("\n")} <= set(merged)


@given(TEXTS, TEXTS, TEXTS)
def test_a_conflict_is_the_same_from_either_side(base: str, yours: str, update: str):
    assert merge_texts(base, yours, update).conflicts == merge_texts(base, update, yours).conflicts


@pytest.mark.parametrize(
    ("yours", "update"),
    [
        ("one\ntwo\n2a\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\n4a\nfive\n"),
        ("zero\none\ntwo\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\nfive\nsix\n"),
        ("two\nthree\nfour\nfive\n", "one\ntwo\nthree\nfour\n"),
        ("one\nTWO\nthree\nfour\nfive\n", "one\n2\nthree\nfour\nFIVE\n"),
    ],
)
def test_agrees_with_git(tmp_path: Path, yours: str, update: str):
    files = {"yours": yours, "base": BASE, "update": update}
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    labels = [word for name in files for word in ("-L", name)]
    command = ["git", "merge-file", "-p", "--diff3", *labels, *files]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == (
        merge_texts(BASE, yours, update).text,
        merge_texts(BASE, yours, update).conflicts,
    )


@pytest.mark.parametrize(("before", "after"), [("models", "models/order.py"), ("models/order.py", "models")])
def test_an_update_may_make_a_folder_of_a_file_and_the_other_way_round(before: str, after: str):
    steps = plan_update({before: "x\n"}, {before: Content(b"x\n")}, {after: "y\n"})
    assert {step.path: step.action for step in steps} == {before: FileAction.REMOVE, after: FileAction.ADD}


def test_an_update_takes_no_place_of_what_is_kept():
    with pytest.raises(SpecloomError, match="the update has a folder 'models', but a file of that name lies there"):
        plan_update({"models": "x\n"}, {"models": Content(b"mine\n")}, {"models/order.py": "y\n"})
