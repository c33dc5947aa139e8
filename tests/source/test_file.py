from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from specloom.cli.report.escape import unpainted
from specloom.cli.report.text import render_findings
from specloom.findings import DescriptionError, Position
from specloom.regular_file import MAX_BYTES
from specloom.source import file, load_file, parse_text


def problems(path: Path) -> list[tuple[str, str, Position]]:
    with pytest.raises(DescriptionError) as caught:
        load_file(path, name="api")
    return [(finding.rule, finding.message, finding.location.position) for finding in caught.value.findings]


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("api.yaml", b"a: 1\n"),
        ("api.YML", b"a: 1\n"),
        ("api.json", b'{"a": 1}'),
        ("api", b'\xef\xbb\xbf\n {"a": 1}'),
        ("api", b"a: 1"),
        ("api.yaml", b'\xef\xbb\xbf{"a": 1}'),
        ("api.yaml", b"a: 1\r\n"),
    ],
)
def test_a_file_is_read_in_its_format(tmp_path: Path, name: str, content: bytes):
    assert load_file(write(tmp_path, name, content)).data == {"a": 1}


def test_a_json_file_is_held_to_json(tmp_path: Path):
    assert problems(write(tmp_path, "api.json", b"a: 1"))[0][0] == "invalid-json"


def test_line_ends_become_newlines(tmp_path: Path):
    source = load_file(write(tmp_path, "api.yaml", b"a: 1\r\nb: 2\rc: |\r\n  x\r\n  y\r\n"))
    assert source.text == "a: 1\nb: 2\nc: |\n  x\n  y\n"
    assert source.data == {"a": 1, "b": 2, "c": "x\ny\n"}
    assert source.locate(("c",), key=True) == Position(3, 1)


def test_names_are_relative_to_the_working_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "specs").mkdir()
    path = write(tmp_path / "specs", "api.yaml", b"a: 1")
    monkeypatch.chdir(tmp_path)
    assert load_file(path).name == load_file(Path("specs/api.yaml")).name == "specs/api.yaml"
    monkeypatch.chdir(tmp_path / "specs")
    assert load_file(Path("../specs/api.yaml")).path == Path("../specs/api.yaml")
    assert load_file(path, name="the API").name == "the API"


def test_a_text_has_no_path():
    source = parse_text("a: [1]", name="stdin", format="yaml")
    assert (source.name, source.path, source.data) == ("stdin", None, {"a": [1]})


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.yaml", "there is no such file"),
        ("plain.yaml/below.yaml", "there is no such file"),
        ("folder", "this is a folder, not a file"),
        ("pipe", "this is a pipe, a socket or a device, not a file"),
        ("zero", "this is a pipe, a socket or a device, not a file"),
        ("nul\0.yaml", "this cannot be the path of a file"),
        ("x" * 5000, "the file cannot be read: file name too long"),
    ],
)
def test_what_is_no_file_is_a_finding(tmp_path: Path, name: str, message: str):
    write(tmp_path, "plain.yaml", b"a: 1")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    assert problems(tmp_path / name) == [("unreadable-file", message, Position(1, 1))]


def test_a_file_without_permission_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, "api.yaml", b"a: 1")
    monkeypatch.setattr(os, "open", refuse)
    assert problems(path) == [("unreadable-file", "no permission to read this file", Position(1, 1))]
    with pytest.raises(DescriptionError) as caught:
        load_file(path)
    assert [finding.help for finding in caught.value.findings] == ["make it a file that may be read"]


@pytest.mark.parametrize(
    ("content", "message", "position"),
    [
        (b"openapi: 1\r\nb: \xc3\xa9 caf\xe9\n", "byte 0xe9 is not UTF-8", Position(2, 9)),
        ("a: é\n".encode("utf-16") + b"\0", "byte 0x00 is not UTF-16-LE", Position(2, 1)),
        (b"\xff\xff", "byte 0xff is not UTF-8", Position(1, 1)),
        (b"openapi: \xed\xa0\x80", "byte 0xed is not UTF-8", Position(1, 10)),
    ],
)
def test_what_is_in_no_encoding_is_a_finding(tmp_path: Path, content: bytes, message: str, position: Position):
    assert problems(write(tmp_path, "api.yaml", content)) == [("invalid-encoding", message, position)]


def test_files_beyond_the_limit_are_refused_without_being_read_whole(tmp_path: Path):
    path = tmp_path / "api.yaml"
    with path.open("wb") as sparse:
        sparse.truncate(MAX_BYTES * 1000)
    assert problems(path) == [("document-too-large", "the file is larger than 64 MiB", Position(1, 1))]


@pytest.mark.parametrize(
    ("name", "help"),
    [("api.yml", "did you mean 'api.yaml'? check the path"), ("a/api.yml", "check the path"), ("z", "check the path")],
)
def test_a_document_beside_is_named_where_a_file_is_missing(tmp_path: Path, name: str, help: str):
    for there in ("api.yaml", "api.py", "api.yml.bak"):
        write(tmp_path, there, b"a: 1")
    with pytest.raises(DescriptionError) as caught:
        load_file(tmp_path / name)
    assert [each.help for each in caught.value.findings] == [help]


def test_a_problem_of_a_whole_file_is_shown_without_an_excerpt(tmp_path: Path):
    with pytest.raises(DescriptionError) as caught:
        load_file(tmp_path / "api.yaml", name="specs/api.yaml")
    assert unpainted(render_findings(caught.value.findings)) == (
        "specs/api.yaml:1:1: error: there is no such file\n"
        "    help: check the path                                                           [unreadable-file]\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_encoding_of_unicode_is_read(tmp_path: Path, encoding: str, mark: str):
    text = "openapi: 3.1.0\r\ninfo: {title: Caf\u00e9 \U0001f680}\r\n"
    source = load_file(write(tmp_path, "api.yaml", (mark + text).encode(encoding)))
    assert source.data == {"openapi": "3.1.0", "info": {"title": "Caf\u00e9 \U0001f680"}}
    assert source.locate(("info", "title")) == Position(2, 15)


def test_a_problem_of_the_encoding_shows_the_line(tmp_path: Path):
    with pytest.raises(DescriptionError) as caught:
        load_file(write(tmp_path, "api.yaml", b"info:\n  title: Caf\xe9\nopenapi: 3.1.0\n"), name="api.yaml")
    assert unpainted(render_findings(caught.value.findings)) == (
        "api.yaml:2:13: error: byte 0xe9 is not UTF-8\n"
        "    1 | info:\n"
        "  → 2 |   title: Caf\N{REPLACEMENT CHARACTER}\n"
        "    help: save the file as UTF-8\n"
        "    see: RFC 8259, 8.1; YAML 1.2.2, 5.2                                           [invalid-encoding]\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize(("name", "content"), [("api.yaml", b"a: {b: 1}"), ("api.json", b'{"a": {"b": 1}}')])
def test_loading_computes_no_positions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, content: bytes):
    made: list[str] = []

    def watch(maker: str) -> None:
        make = getattr(file, maker)

        def watched(text: str) -> object:
            made.append(maker)
            return make(text)

        monkeypatch.setattr(file, maker, watched)

    watch("find_places")
    watch("JsonPlaces")
    watch("Lines")
    source = load_file(write(tmp_path, name, content))
    assert source.data == {"a": {"b": 1}}
    assert made == []
    assert source.locate(("a", "b")) == source.locate(("a", "b"))
    assert sorted(made) == (["JsonPlaces", "Lines"] if source.format == "json" else ["Lines"])


@pytest.mark.parametrize(("name", "content"), [("api.yaml", b"a:\n  b: 1"), ("api.json", b'{"a":\n  {"b": 1}}')])
def test_another_process_finds_places_that_were_asked_for_before(tmp_path: Path, name: str, content: bytes):
    source = load_file(write(tmp_path, name, content))
    position = source.locate(("a", "b"))
    sent = pickle.loads(pickle.dumps(source))  # noqa: S301 - our own
    assert (sent.data, sent.locate(("a", "b"))) == (source.data, position)


def test_a_text_that_is_read_again_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file, "_remembered", file._Remembered())
    first = parse_text("a: [1]\n", name="one", format="yaml")
    assert parse_text("a: [1]\n", name="two", format="yaml").data is first.data
    assert parse_text('{"a": [1]}', name="json", format="json").data is not first.data


def test_what_was_used_longest_ago_is_forgotten_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file, "_remembered", file._Remembered())
    monkeypatch.setattr(file, "_MOST_REMEMBERED", 20)
    for text in ("a: [1111]", "b: [1111]", "a: [1111]", "c: [1111]"):
        parse_text(text, name="api", format="yaml")
    assert [whole.text for whole, _ in file._remembered._found] == ["a: [1111]", "c: [1111]"]
    parse_text("d: [" + "1" * 30 + "]", name="api", format="yaml")
    assert not file._remembered._found


@pytest.mark.parametrize("name", ["api.yaml", "api.json"])
def test_a_merge_that_is_not_decided_is_told_as_one(tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_text('{"openapi": "3.1.0",\n<<<<<<< HEAD\n"info": {}\n=======\n"info": {"title": ""}\n>>>>>>> x\n}\n')
    with pytest.raises(DescriptionError) as caught:
        load_file(path, name=name)
    (finding,) = caught.value.findings
    assert (finding.location.position.line, finding.help) == (2, "decide what it shall say here, and remove the marks")
    assert finding.message == "this file has the marks of a merge that nobody has decided yet"
