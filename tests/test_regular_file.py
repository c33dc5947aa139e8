"""What is read, what is refused, and that nothing can be put in a file's place while it is opened."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import pytest

from specloom.regular_file import read_regular


def test_a_file_is_read_whole_also_through_links(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"a\r\n\0\xff")
    (tmp_path / "b").symlink_to("a")
    assert read_regular(tmp_path / "a") == read_regular(tmp_path / "b") == b"a\r\n\0\xff"
    (tmp_path / "empty").touch()
    assert read_regular(tmp_path / "empty", 0) == b""


def test_a_file_without_a_size_is_read_up_to_the_limit():
    if not Path("/proc/self/status").exists():
        pytest.skip("this system has no /proc")
    assert read_regular(Path("/proc/self/status")).startswith(b"Name:")
    with pytest.raises(OSError, match="larger than"):
        read_regular(Path("/proc/self/status"), 10)


@pytest.mark.parametrize(("size", "limit", "fits"), [(5, 5, True), (6, 5, False), (1, 0, False), (1 << 40, 5, False)])
def test_a_file_may_be_as_large_as_the_limit(tmp_path: Path, size: int, limit: int, fits: bool):
    with (tmp_path / "a").open("wb") as file:
        file.truncate(size)
    if fits:
        assert read_regular(tmp_path / "a", limit) == bytes(size)
    else:
        with pytest.raises(OSError, match="it is larger than"):
            read_regular(tmp_path / "a", limit)


@pytest.mark.parametrize("name", ["pipe", "socket", "zero", "null", "to pipe", "folder", "to folder"])
def test_anything_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.chdir(tmp_path)  # the address of a socket has room for a hundred characters
    os.mkfifo("pipe")
    Path("folder").mkdir()
    for link, target in (("zero", "/dev/zero"), ("null", "/dev/null"), ("to pipe", "pipe"), ("to folder", "folder")):
        Path(link).symlink_to(target)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        with pytest.raises(OSError, match="not a file"):
            read_regular(Path(name))


def test_what_is_not_there_is_not_there(tmp_path: Path):
    (tmp_path / "a").touch()
    (tmp_path / "loose").symlink_to("nowhere")
    for name in ("missing", "loose"):
        with pytest.raises(FileNotFoundError):
            read_regular(tmp_path / name)
    with pytest.raises(NotADirectoryError):
        read_regular(tmp_path / "a" / "b")
    with pytest.raises(ValueError, match="null"):
        read_regular(tmp_path / "a\0b")


def test_a_file_that_is_swapped_is_never_another_kind(tmp_path: Path):
    path, done = tmp_path / "path", Event()
    (tmp_path / "file").write_bytes(b"text")
    os.mkfifo(tmp_path / "pipe")
    path.symlink_to("file")

    def swap() -> None:
        while not done.is_set():
            for target in ("pipe", "/dev/zero", "file"):
                (tmp_path / "next").symlink_to(target)
                (tmp_path / "next").replace(path)

    swapper = Thread(target=swap)
    swapper.start()
    try:
        for _ in range(300):
            with suppress(OSError):
                assert read_regular(path) == b"text"
    finally:
        done.set()
        swapper.join()
