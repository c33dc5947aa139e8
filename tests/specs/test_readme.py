"""The table of specs/README.md says what the descriptions say."""

from pathlib import Path

from evidence.counts import count, render_table

from specloom.installed import shipped_descriptions

README = Path(__file__).parents[2] / "specs/README.md"


def test_the_table_is_true():
    table = render_table((name, count(entry)) for name, entry in shipped_descriptions().items())
    assert table in README.read_text(encoding="utf-8"), f"make counts prints the table that belongs there:\n{table}"
