"""The code of a consumer is read whatever it is: what is no code, or cannot be read, is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.typecheck.check import run_python
from specloom.typecheck.project import read_project


@pytest.mark.parametrize("text", ["-" * 300_000 + "1", "not " * 200_000 + "a", "a" + "[0]" * 100_000, "\0", "\ud800"])
def test_code_that_no_parser_takes_is_said(tmp_path: Path, text: str):
    (tmp_path / "deep.py").write_text(text, errors="surrogatepass")
    ((location, reason),) = read_project([tmp_path], {}).broken
    assert location.position.line == 1
    assert reason


@pytest.mark.parametrize("target", ["/dev/zero", "/proc/self/environ", "../outside/secret.py", "loop.py"])
def test_links_out_of_the_code_are_not_read(tmp_path: Path, target: str):
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.py").write_text("secret = 1\n")
    (tmp_path / "code").mkdir()
    (tmp_path / "code" / "own.py").touch()
    (tmp_path / "code" / "loop.py").symlink_to(target)
    project = read_project([tmp_path / "code"], {})
    assert [module.name for module in project.modules] == ["own"]
    assert "secret" not in str(project.broken)


@pytest.mark.parametrize("name", ["[.py", "a\n::error::x.py", "\x1b[31m.py", "a b-c.py"])
def test_a_file_of_any_name_has_a_name_as_a_module(tmp_path: Path, name: str):
    (tmp_path / name).touch()
    (module,) = read_project([tmp_path], {}).modules
    assert module.name.isidentifier()


def test_code_may_be_a_client_that_nothing_calls_yet(tmp_path: Path):
    folder = tmp_path / "src" / "acme" / "shop"
    folder.mkdir(parents=True)
    assert read_project([tmp_path / "src"], {"acme.shop": folder}).modules == ()
    (tmp_path / "other").mkdir()
    with pytest.raises(SpecloomError, match=r"no Python code in .*other"):
        read_project([tmp_path / "other"], {"acme.shop": folder})


def test_what_does_not_end_is_ended(tmp_path: Path):
    with pytest.raises(SpecloomError, match=r"nothing out in 0\.1 seconds"):
        run_python(["-c", "while True: pass"], tmp_path, seconds=0.1)
