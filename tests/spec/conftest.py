"""Writes small descriptions into a folder, and puts findings into words."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from specloom.findings import DescriptionError, Finding
from specloom.source import render_pointer
from specloom.spec.load import Description, load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def show(finding: Finding) -> str:
    """Return everything about a finding on one line, but for an error how its operation is left out."""
    at = finding.location.position
    pattern = r"(, or | Or )?leave the (operations?|path) out: .*" if finding.severity == "error" else "$"
    text = re.sub(pattern, "", finding.help)
    advice = f" ({text})" if text else ""
    where = f"{Path(finding.location.source.name).name}:{at.line}:{at.column}"
    pointer = render_pointer(finding.location.pointer)
    return f"{where}: {finding.severity}: {finding.message} [{finding.rule}] at {pointer}{advice}"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str | Mapping[str, str]], Path]:
    """Write files and return the path of the first; a lone text without `openapi` gets a head of three lines."""

    def write_files(files: str | Mapping[str, str]) -> Path:
        if isinstance(files, str):
            text = dedent(files)
            files = {"openapi.yaml": text if text.startswith(("openapi", "swagger", "{")) else HEAD + text}
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return tmp_path / next(iter(files))

    return write_files


@pytest.fixture
def load(write: Callable[[str | Mapping[str, str]], Path]) -> Callable[[str | Mapping[str, str]], Description]:
    """Write files and load the first."""
    return lambda files: load_description(Target(write(files)))


@pytest.fixture
def findings(load: Callable[[str | Mapping[str, str]], Description]) -> Callable[[str | Mapping[str, str]], list[str]]:
    """Write files, load the first and return its findings in words, whether it can be used or not."""

    def find(files: str | Mapping[str, str]) -> list[str]:
        try:
            return [show(finding) for finding in load(files).warnings]
        except DescriptionError as error:
            return [show(finding) for finding in error.findings]

    return find
