"""Keys of TOML are found where they are written, however that is done."""

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.findings import Position
from specloom.targets.table import as_toml
from specloom.targets.toml_places import locate_key

KEYS = st.sampled_from(["a", "b", "a-b", "a.b", "ä", "x", "", " ", '"', "[a]"])
TEXT = """\
# b = 1
a = "b = 1"
[[list]]
id = "id"
[[list]]
name = "x"
'id' = '''
id = 1'''
[t."a.b"]
inline = {b = {c = 1}, "d" = [{b = 2}]}
"""


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("a",), (2, 1)),
        (("list", 0, "id"), (4, 1)),
        (("list", 1, "id"), (7, 1)),
        (("list", 1, "other"), (3, 3)),
        (("t",), (9, 2)),
        (("t", "a.b"), (9, 4)),
        (("t", "a.b", "inline", "b"), (10, 11)),
        (("t", "a.b", "inline", "b", "c"), (10, 16)),
        (("t", "a.b", "inline", "d", 0, "b"), (10, 32)),
        (("t", "a", "b"), (9, 2)),
    ],
)
def test_a_key_is_found_where_it_stands(keys: tuple[str | int, ...], place: tuple[int, int]):
    assert locate_key(TEXT, keys) == Position(*place)


def test_nothing_is_found_of_what_is_not_there():
    assert locate_key(TEXT, ("other",)) is None


@settings(max_examples=40)  # each asks the parser about every place that a key may be meant at
@given(
    st.dictionaries(KEYS, st.dictionaries(KEYS, st.sampled_from(["a", "b", "# a = 1", '"']), max_size=4), max_size=4)
)
def test_each_key_of_each_table_is_found(tables: dict[str, dict[str, str]]):
    lines: list[str] = []
    places: dict[tuple[str, str], int] = {}
    for name, table in tables.items():
        lines.append(f" [{as_toml(name)}] # {' = '.join(table)}")
        for key, value in table.items():
            lines.append(f"{as_toml(key)} = {as_toml(value)} # {key} = 1")
            places[name, key] = len(lines)
    text = "\n".join(lines)
    assert tomllib.loads(text) == tables
    assert {keys: locate_key(text, keys) for keys in places} == {
        keys: Position(line, 1) for keys, line in places.items()
    }
