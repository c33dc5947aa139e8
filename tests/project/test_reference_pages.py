"""docs/commands.md and docs/settings.md say what the parsers and the settings take."""

from collections.abc import Callable
from pathlib import Path

import pytest
from reference_pages import COMMANDS_PAGE, SETTINGS_PAGE, rewrite_commands, rewrite_settings


@pytest.mark.parametrize(
    ("page", "rewrite"),
    [(COMMANDS_PAGE, rewrite_commands), (SETTINGS_PAGE, rewrite_settings)],
    ids=["commands", "settings"],
)
def test_the_page_is_current(page: Path, rewrite: Callable[[str], str], update: bool) -> None:
    text = page.read_text(encoding="utf-8")
    if update:
        page.write_text(rewrite(text), encoding="utf-8", newline="")
        text = page.read_text(encoding="utf-8")
    assert text == rewrite(text), f"write it again: pytest {Path(__file__).name} --update"
