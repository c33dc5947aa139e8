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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("x" * 50, ["x" * 50]),
        (f"a {'x' * 50} b", ["a", "x" * 50, "b"]),
        (f"{'word ' * 8}end", ["word word word word word word word word", "end"]),
        (f"{'word ' * 7}end.  Next", ["word word word word word word word end.", "Next"]),
        (f"- {'word ' * 9}", ["- word word word word word word word", "  word word"]),
        (f"  12. {'x' * 40}", ["12.", f"    {'x' * 40}"]),
    ],
)
def test_lines_break_at_spaces_and_hang_below_what_a_list_has(text: str, lines: list[str]):
    assert wrap(text, indent=WIDTH) == lines


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\x1b", "\\u001b"),
        ("\u061c", "\\u061c"),  # turns the direction of what follows
        ("\u202e", "\\u202e"),
        ("\u206a", "\\u206a"),
        ("\U000e0041", "\\U000e0041"),  # nobody sees it, and programs read it
    ],
)
def test_what_nobody_sees_is_spelled_out(char: str, shown: str):
    assert wrap(f"a{char}b", indent=0) == [f"a{shown}b"]
