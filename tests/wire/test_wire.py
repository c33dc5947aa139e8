"""Random calls of generated clients, sync and async: what is sent and read is what is described.

`make wire` makes more of them, and calls the clients of other descriptions too.
"""

from pathlib import Path

import pytest
from wire.__main__ import found_in, lines_about, main, try_document


@pytest.mark.slow
def test_all_that_ships_goes_over_the_wire(capsys: pytest.CaptureFixture[str]):
    assert main(["--seed", "1"]) == 0, capsys.readouterr().out


def test_what_cannot_be_tried_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch):
    monkeypatch.setattr("wire.__main__.shipped_descriptions", dict)
    info = 'info: {title: T, version: "1"}'
    start = f"openapi: 3.1.0\n{info}\n"
    operation = '{get: {responses: {"204": {description: Done.}}}}'
    for name, text in {
        "a": f"{start}paths: []",
        "b": f"swagger: '2.0'\n{info}",
        "c": f"{start}paths: {{/x: {operation}}}",
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert main([str(tmp_path), "--seed", "1"]) == 1
    *_, third, first, second = capsys.readouterr().out.splitlines()
    assert third.split()[0] == "c"
    assert first == "a: not tried: 'paths' of an OpenAPI Object must be a Paths Object, not a list"
    assert second.endswith("b.yaml: only OpenAPI 3.0 to 3.2 is tried, not 2.0")


@pytest.mark.parametrize(("name", "rounds"), [("odd", 30), ("published", 3), ("openapi_32", 3)])
def test_what_once_went_wrong_goes_over_the_wire(tmp_path: Path, name: str, rounds: int):
    with found_in(str(tmp_path)):
        tally = try_document(Path(__file__).with_name(f"{name}.yaml"), tmp_path, name, seed=1, rounds=rounds)
    assert not tally.failed, "\n".join(lines_about(name, tally, 20))
    assert (tally.exact, tally.equal) == (tally.requests, tally.answers)
