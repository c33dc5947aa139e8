from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from specloom.lint.run import Linted, lint_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.findings import Finding

Lint = Callable[..., Linted]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1.0"}
servers: [{url: https://shop.example}]
tags: [{name: orders, description: What customers buy.}]
"""


@pytest.fixture
def lint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Return a function that writes a description (what goes on after DOCUMENT, and other files) and lints it."""
    monkeypatch.chdir(tmp_path)

    def lint(text: str, files: Mapping[str, str] | None = None) -> Linted:
        for name, content in {"openapi.yaml": DOCUMENT + text, **(files or {})}.items():
            Path(name).write_text(content, encoding="utf-8")
        return lint_description(Target(Path("openapi.yaml")))

    return lint


@pytest.fixture
def said(lint: Lint) -> Callable[..., list[str]]:
    """Return a function as `lint` that gives one line a finding."""

    def said(text: str, files: Mapping[str, str] | None = None) -> list[str]:
        return sorted(map(line, lint(text, files).findings))

    return said


def line(finding: Finding) -> str:
    position = finding.location.position
    return f"{finding.location.source.name}:{position.line}:{position.column} {finding.rule}: {finding.message}"
