"""Keys of TOML are found where they are written, however that is done."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from specloom.findings import Position
from specloom.targets.table import as_toml
from specloom.targets.toml_places import TomlPlaces

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
        (("list", 1, "other"), (5, 3)),
        (("t",), (9, 2)),
        (("t", "a.b"), (9, 4)),
        (("t", "a.b", "inline", "b"), (10, 11)),
        (("t", "a.b", "inline", "b", "c"), (10, 16)),
        (("t", "a.b", "inline", "d", 0, "b"), (10, 32)),
        (("t", "a", "b"), (9, 2)),
    ],
)
def test_a_key_is_found_where_it_stands(keys: tuple[str | int, ...], place: tuple[int, int]):
    assert TomlPlaces(TEXT).position(keys) == Position(*place)


def test_nothing_is_found_of_what_is_not_there():
    assert TomlPlaces(TEXT).position(("other",)) is None


@settings(max_examples=40)
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
    assert {keys: TomlPlaces(text).position(keys) for keys in places} == {
        keys: Position(line, 1) for keys, line in places.items()
    }


WORDS = st.sampled_from(["a", "b.c", "# a = 1", '"', "'", "[a]\nb = 1", "\\", "", "ä 1,]}"])
SCALARS = st.one_of(
    WORDS.map(as_toml),
    WORDS.filter(lambda word: "'" not in word and "\n" not in word).map(lambda word: f"'{word}'"),
    WORDS.filter(lambda word: '"' not in word and "\\" not in word).map(lambda word: f'"""\n{word}"""'),
    WORDS.filter(lambda word: "'" not in word).map(lambda word: f"'''{word}'''"),
    st.sampled_from(
        ["1", "-1_000", "0x1F", "1e3", "inf", "true", "1979-05-27 07:32:00", "1979-05-27T07:32:00Z", "07:32:00"]
    ),
    st.sampled_from(['""""""', "''''''", '"""a""""', '"""\\""""""', "'''a'''''"]),
)
LISTS = ("[{}]", "[ # ]\n{},\n]")
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(LISTS), st.lists(inner, min_size=1, max_size=3)).map(
            lambda each: each[0].format(" , # ,\n".join(each[1]))
        ),
        st.just("[]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda table: "{ " + ", ".join(f"{as_toml(key)}={value}" for key, value in table.items()) + " }"
        ),
        inner.map(lambda value: f"{{ x.'y' . \"z\" = {value} }}"),
    ),
    max_leaves=6,
)


def in_tables(content: object, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Yield all that a parsed value holds, by the keys that lead there."""
    pairs = content.items() if isinstance(content, dict) else enumerate(content) if isinstance(content, list) else ()
    for key, value in pairs:
        yield (*keys, key), value
        yield from in_tables(value, (*keys, key))


@settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from(["a", "a.b", "a.'b.c'.d", "'e'"]), VALUES), max_size=3), VALUES)
def test_whatever_stands_in_a_text_has_a_place_and_its_value_stands_there(tables: list[tuple[str, str]], value: str):
    text = f"v = {value}\r\n" + "".join(
        f"\t[[ {name} ]] # [x]\nx . y = {first}\n 'z' = {first} #\n" for name, first in tables
    )
    try:
        said = dict(in_tables(tomllib.loads(text)))
    except tomllib.TOMLDecodeError:
        assume(False)
        return
    places = TomlPlaces(text)
    assert said.keys() == places.of.keys()
    for keys, place in places.of.items():
        if place.value is not None:
            begin, end = place.value
            assert repr(tomllib.loads(f"x = {text[begin:end]}")["x"]) == repr(said[keys])
