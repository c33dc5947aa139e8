import pytest
from hypothesis import given
from hypothesis import strategies as st

from specloom.findings import SpecloomError
from specloom.output.tree import FileTree, find_collisions, with_line_feeds


def test_is_a_sorted_mapping_of_paths_to_texts():
    tree = FileTree({"b.py": "b\n", "a/c.py": "c\n"})
    assert list(tree.items()) == [("a/c.py", "c\n"), ("b.py", "b\n")]
    assert tree == {"a/c.py": "c\n", "b.py": "b\n"}


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a", "a\n"),
        ("a\n\n\n", "a\n"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("", ""),
        ("\n", ""),
        ("é 🔧", "é 🔧\n"),
    ],
)
def test_line_ends(written: str, kept: str):
    assert FileTree({"a": written})["a"] == kept


def test_does_not_change_with_the_mapping_it_was_made_from():
    files = {"a": "1\n"}
    tree = FileTree(files)
    files["b"] = "2\n"
    assert list(tree) == ["a"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("", "has an empty segment"),
        ("/etc/passwd", "is absolute"),
        ("../evil.py", "contains the segment '..'"),
        ("a/../../evil.py", "contains the segment '..'"),
        ("a/./b.py", "contains the segment '.'"),
        ("a//b.py", "has an empty segment"),
        ("a/", "has an empty segment"),
        ("a\\b.py", r"contains '\\'"),
        ("C:evil.py", "contains ':'"),
        ("a\0.py", r"contains '\x00'"),
        ("a\n.py", r"contains '\n'"),
        ("a\x85.py", r"contains '\x85'"),
        ("a\u2028.py", r"contains '\u2028'"),
        ("a\ud800.py", r"contains '\ud800'"),
        ("con", "a device name on Windows"),
        ("models/NUL.py", "a device name on Windows"),
        ("lpt1.tar.gz", "a device name on Windows"),
        ("a./b.py", "ends in a dot or a space"),
        ("b.py ", "ends in a dot or a space"),
        ("__pycache__/a.pyc", "folder of compiled files"),
        ("é" * 128, "longer than 255 bytes"),
    ],
)
def test_refuses_a_path_that_is_not_safe_everywhere(path: str, problem: str):
    with pytest.raises(SpecloomError) as caught:
        FileTree({path: "x"})
    assert problem in caught.value.message


@pytest.mark.parametrize("path", ["console.py", "a.b/c.py", ".gitattributes", "com.py", "models/café.py", "..a"])
def test_accepts_ordinary_paths(path: str):
    assert list(FileTree({path: "x"})) == [path]


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (("models/Pet.py", "models/pet.py"), "one file where case does not count"),
        (("caf\u00e9.py", "cafe\u0301.py"), "one file where case does not count"),
        (("a", "a/b.py"), "a file and the folder of 'a/b.py'"),
        (("A", "a/b.py"), "a file and the folder of 'a/b.py'"),
    ],
)
def test_refuses_paths_that_collide(paths: tuple[str, ...], message: str):
    with pytest.raises(SpecloomError, match=message):
        FileTree(dict.fromkeys(paths, "x"))


def test_refuses_to_be_empty():
    with pytest.raises(SpecloomError, match="nothing to write"):
        FileTree({})


def test_refuses_text_that_is_not_unicode():
    with pytest.raises(SpecloomError, match=r"'a\.py' cannot be written as UTF-8"):
        FileTree({"a.py": "\ud800"})


@given(lines=st.lists(st.tuples(st.binary().map(lambda line: line.replace(b"\n", b"").rstrip(b"\r")), st.booleans())))
def test_whichever_lines_end_in_crlf_the_text_is_the_same(lines: list[tuple[bytes, bool]]):
    written = b"".join(line + (b"\r\n" if windows else b"\n") for line, windows in lines)
    assert with_line_feeds(written) == b"".join(line + b"\n" for line, _ in lines)


@given(paths=st.sets(st.lists(st.sampled_from("abc"), min_size=1, max_size=4).map("/".join)))
def test_collisions_are_all_pairs_of_a_file_and_what_would_lie_in_it(paths: set[str]):
    expected = {(file, inner) for file in paths for inner in paths if inner.startswith(f"{file}/")}
    found = list(find_collisions(paths))
    assert (len(found), {*found}) == (len(expected), expected)
