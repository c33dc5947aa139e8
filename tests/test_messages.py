from pathlib import Path

import pytest

from specloom.messages import and_more, as_argument, did_you_mean, shown_path


def test_a_file_has_one_name_however_it_is_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    for path in ("a/b.yaml", "./a/b.yaml", "x/../a/b.yaml", "../project/a/b.yaml", project / "a/b.yaml"):
        assert shown_path(Path(path)) == "a/b.yaml"
    for path in ("../c.yaml", tmp_path / "c.yaml"):
        assert shown_path(Path(path)) == (tmp_path / "c.yaml").as_posix()


def test_a_link_is_shown_as_it_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path)
    assert shown_path(Path("link/a.yaml")) == "link/a.yaml"


@pytest.mark.parametrize(
    ("path", "argument"),
    [("-x", "./-x"), ("-x/a b", "'./-x/a b'"), ("../-x", "../-x"), (Path("a/../-x"), "./-x"), (Path("/-x"), "/-x")],
)
def test_no_file_is_an_option_of_a_command_to_be_copied(path: str | Path, argument: str):
    assert as_argument(path) == argument


def test_the_word_that_was_meant():
    assert did_you_mean("Onyl", ["only", "skip"], "known: only, skip") == "did you mean 'only'? known: only, skip"
    assert did_you_mean("zzz", ["only", "skip"], "known: only, skip") == "known: only, skip"
    assert did_you_mean("onyl", ["only"]) == "did you mean 'only'?"
    assert did_you_mean("x" * 1000, ["x" * 1000]) == ""


def test_what_is_not_shown_is_counted():
    assert and_more("abc", 3) == []
    assert and_more("abcd", 3) == ["… and 1 more"]
    assert and_more("abcd", 3, "and {}", "more change") == ["and 1 more change"]
    assert and_more("abcde", 3, "and {}", "more change") == ["and 2 more changes"]
