"""Documentation fills the line, and keeps a column that can be read however deep it stands."""

import pytest

from specloom.render.python import WIDTH, wrap

TEXT = "a word or two " * 40


@pytest.mark.parametrize("indent", range(0, WIDTH, 4))
def test_lines_are_as_wide_as_there_is_room_and_never_too_narrow_to_read(indent: int):
    lines = wrap(TEXT, indent=indent)
    room = max(WIDTH - indent, 40)
    assert {room - 5 < len(line) <= room for line in lines[:-1]} == {True}
    assert " ".join(lines) == TEXT.strip()
