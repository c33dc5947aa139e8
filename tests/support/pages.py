"""The pages of the documentation, and somebody who does what they say: commands, edits, Python."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

__all__ = ["PAGES", "ROOT", "Reader", "blocks", "chapters", "new_project", "run", "section"]

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
_COUNTS = re.compile(r"\d+(?=\\ (?:files\\ added|untouched))")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def chapters(page: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the text below each heading of a page up to the next one, by the heading and those that it stands under."""
    above: list[str] = []
    for head, text in _split((ROOT / page).read_text(encoding="utf-8")):
        level = len(head) - len(head.lstrip("#"))
        above[level - 1 :] = [head.lstrip("# ")]
        yield tuple(above), text


def section(page: str, title: str) -> str:
    """Return what stands under a heading of a page, with the headings below it."""
    found = [text for above, text in chapters(page) if title in above]
    assert found, f"{page} has no heading {title!r}"
    return "".join(found)


def blocks(text: str, language: str) -> list[str]:
    """Return the blocks of code in a language."""
    return [block for each, block in _BLOCK.findall(text) if each == language]


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Yield headings, with the text up to the next one; a line in a block of code is none."""
    code = [match.span() for match in _BLOCK.finditer(text)]
    starts = [
        match.start()
        for match in re.finditer(r"^#{1,4} ", text, re.MULTILINE)
        if not any(start < match.start() < end for start, end in code)
    ]
    for start, end in pairwise([*starts, len(text)]):
        head, _, rest = text[start:end].partition("\n")
        yield head, rest


class Reader:
    """Somebody who does in a repository what a section says, from its first block to its last."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.folder.mkdir()
        (folder / "bin").mkdir()
        for name, arguments in (("specloom", "-m specloom"), ("python", "-W error")):
            command = folder / "bin" / name
            command.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n', encoding="utf-8")
            command.chmod(0o755)
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SPECLOOM_"))},
            **{f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PATH": os.pathsep.join([str(folder / "bin"), os.environ["PATH"]]),
            "PYTHONPATH": str(ROOT / "generator"),
            "PYTHONIOENCODING": "utf-8",
        }

    def follow(self, text):
        for language, block in _BLOCK.findall(text):
            match language:
                case "console":
                    self.type(block)
                case "diff":
                    self.edit(block)
                case "toml" | "python" if re.match(r"# \S+\.\w+\n", block):
                    name, content = re.fullmatch(r"# (\S+)\n(.*)", block, re.DOTALL).groups()
                    (self.folder / name).write_text(content, encoding="utf-8")
                case "yaml":
                    name, content = re.fullmatch(r"# (\S+)\n(.*)", block, re.DOTALL).groups()
                    assert content in (self.folder / name).read_text(encoding="utf-8")
                case "python":
                    assert any(block in file.read_text(encoding="utf-8") for file in self.folder.rglob("*.py"))
                case "":
                    pass  # shown, and no command's whole output
                case _:
                    pytest.fail(f"nobody knows what to do with {language}")

    def type(self, block):
        """Run commands, and compare what they say with what is shown; `…` on a line of its own stands for any lines."""
        for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            code = re.search(r"# exit code (\d+)$", command)
            lines = ["(?:.*\n)*" if line == "…\n" else _pattern(line) for line in shown.splitlines(keepends=True)]
            done = self.run(command)
            assert done.returncode == (int(code[1]) if code else 0), done.stdout
            assert not shown or re.fullmatch("".join(lines), done.stdout), f"{command}\n{done.stdout}"

    def run(self, command):
        return subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )

    def edit(self, block):
        """Change files as a diff without line numbers says, each part of which fits in one place."""
        for name, change in re.findall(r"^--- (\S+)\n((?:(?!--- ).*\n)+)", block, re.MULTILINE):
            file, lines = self.folder / name, change.splitlines(keepends=True)
            before, after = ("".join(line[1:] for line in lines if line[0] != sign) for sign in "+-")
            text = file.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{name} does not have once:\n{before}"
            file.write_text(text.replace(before, after), encoding="utf-8")


def _pattern(line: str) -> str:
    """Return what a line of output has to match. How many files a client has is no matter of the page."""
    return _COUNTS.sub(r"\\d+", re.escape(line))


def new_project(folder):
    reader = Reader(folder)
    (reader.folder / "pyproject.toml").write_text('[project]\nname = "acme"\n', encoding="utf-8")
    (reader.folder / "src" / "acme").mkdir(parents=True)
    (reader.folder / "src" / "acme" / "__init__.py").touch()
    assert reader.run("git init --quiet --initial-branch=main").returncode == 0
    return reader


def run(folder, code, values, **settings: str):
    """Run code with other values for some of its literals, and return what it prints."""
    for literal, value in values.items():
        code = code.replace(f'"{literal}"', repr(value))
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONIOENCODING": "utf-8", **settings}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
