"""Random calls of generated clients, sync and async: what is sent and read is what is described.

`make wire` makes more of them, and calls the clients of other descriptions too.
"""

from pathlib import Path

import pytest
from wire.__main__ import found_in, lines_about, main, try_document


@pytest.mark.slow
def test_all_that_ships_goes_over_the_wire(capsys: pytest.CaptureFixture[str]):
    assert main(["--seed", "1"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(("name", "rounds"), [("odd", 30), ("published", 3)])
def test_what_once_went_wrong_goes_over_the_wire(tmp_path: Path, name: str, rounds: int):
    with found_in(str(tmp_path)):
        tally = try_document(Path(__file__).with_name(f"{name}.yaml"), tmp_path, name, seed=1, rounds=rounds)
    assert not tally.failed, "\n".join(lines_about(name, tally, 20))
    assert (tally.exact, tally.equal) == (tally.requests, tally.answers)
