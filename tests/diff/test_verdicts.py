"""`make verdicts` joins what mypy refuses to entries, and finds what is missed and what is false."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import verdicts

from specloom.diff.rules.table import classify
from specloom.diff.vocabulary import Change, ClientVerdict, Complaint, Entry, SymbolChange


def entry(*symbols: SymbolChange) -> Entry:
    change = Change("client-surface-changed", ("client",), "something changed")
    return Entry("id", change, classify(change), symbols)


def change(symbol: str, before: str = "", verdict: ClientVerdict = ClientVerdict.TYPES_BREAK) -> SymbolChange:
    return SymbolChange(symbol, "field", before, "", verdict, "it is gone")


def test_what_no_entry_says_is_missed_and_what_mypy_does_not_refuse_is_false():
    complaints = [Complaint("models.Order.note", "gone"), Complaint("models.Old", "gone")]
    entries = [
        entry(change("models.Order.size")),
        entry(change("models.Old")),
        entry(change("models.Box.all", "all: list[Old] | None = None")),
    ]
    step = verdicts.compare("a to b", complaints, entries)
    assert (step.broken, step.breaking) == (2, 3)
    assert step.missed == ("models.Order.note: gone",)
    assert step.false == ("something changed (models.Order.size)",)


def test_versions_of_one_name_follow_on_each_other(tmp_path: Path):
    for name in ("A-v2.json", "A-v10.json", "A-v9.yaml", "B-v1.json", "README.md"):
        (tmp_path / name).touch()
    steps = [(old.name, new.name) for old, new in verdicts.list_steps(tmp_path)]
    assert steps == [("A-v2.json", "A-v9.yaml"), ("A-v9.yaml", "A-v10.json")]


@pytest.mark.slow
def test_the_command_judges_each_step_and_writes_its_part_of_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def description(**properties: Any) -> str:  # noqa: ANN401 - schemas
        schema = {"type": "object", "properties": properties}
        content = {"application/json": {"schema": schema}}
        operation = {"operationId": "getIt", "responses": {"200": {"description": "It.", "content": content}}}
        info = {"title": "Shop", "version": "1"}
        servers = [{"url": "https://shop.example"}]
        return json.dumps({"openapi": "3.1.0", "info": info, "servers": servers, "paths": {"/it": {"get": operation}}})

    (tmp_path / "Shop-v1.json").write_text(description(a={"type": "string"}))
    (tmp_path / "Shop-v2.json").write_text(description(a={"type": "integer"}))
    (tmp_path / "Shop-v3.json").write_text(description(a={"type": "integer"}, b={"type": "string"}))
    page = tmp_path / "agreement.md"
    page.write_text("# Agreement\n\nWith others.\n")
    monkeypatch.setattr(verdicts, "PAGE", page)
    assert verdicts.main([str(tmp_path), "--write"]) == 0
    assert "Shop-v1 to Shop-v2: 1 symbols break, 1 entries say so" in capsys.readouterr().out
    text = page.read_text()
    assert text.startswith("# Agreement\n\nWith others.\n\n## Entries and mypy\n")
    assert text.endswith("| Shop-v1 to Shop-v2 | 1 | 1 | 0 | 0 |\n| all | 1 | 1 | 0 | 0 |\n")
