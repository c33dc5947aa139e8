"""Media types and ranges: RFC 9110, 8.3.1 (names, parameters), 12.5.1 (ranges, weights)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.features.media_types import MediaType, parse_media_type

TOKENS = st.text("abcxyz019!#$&^_.+-", min_size=1, max_size=6)
NAMES = TOKENS.filter(lambda name: name not in {"q", "charset"})
QUOTED = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=8)
PARAMETERS = st.dictionaries(NAMES.map(str.lower), TOKENS | QUOTED, max_size=3)


def written(kind: str, subtype: str, parameters: dict[str, str], blank: str = " ") -> str:
    """Return a media type as a header has it, with every value in quotes."""
    quoted = {name: value.replace("\\", "\\\\").replace('"', '\\"') for name, value in parameters.items()}
    return f"{kind}/{subtype}" + "".join(f'{blank};{blank}{name}="{value}"' for name, value in quoted.items())


def parsed(text: str) -> MediaType:
    found = parse_media_type(text)
    assert found is not None, text
    return found


@given(TOKENS, TOKENS, PARAMETERS, st.sampled_from(["", " ", "\t"]))
def test_what_is_written_is_read(kind: str, subtype: str, parameters: dict[str, str], blank: str):
    found = parsed(written(kind, subtype, parameters, blank))
    assert found == MediaType(kind.lower(), subtype.lower(), parameters)


@given(TOKENS, TOKENS, PARAMETERS)
def test_names_are_alike_in_any_case(kind: str, subtype: str, parameters: dict[str, str]):
    loud = {name.upper(): value for name, value in parameters.items()}
    assert parsed(written(kind.upper(), subtype.upper(), loud)) == parsed(written(kind, subtype, parameters))


@given(TOKENS, TOKENS, PARAMETERS, PARAMETERS)
def test_a_media_type_is_in_its_ranges_and_in_no_others(
    kind: str, subtype: str, parameters: dict[str, str], more: dict[str, str]
):
    media_type = parsed(written(kind, subtype, {**more, **parameters}))
    for range_ in ("*/*", f"{kind}/*", f"{kind}/{subtype}"):
        assert parsed(range_).has(media_type)
        assert parsed(written(*range_.split("/"), parameters)).has(media_type)
        assert not parsed(written(*range_.split("/"), {**parameters, "another": "?"})).has(media_type)
    for other in (f"{kind}x/*", f"{kind}/{subtype}x", f"x{kind}/{subtype}"):
        assert not parsed(other).has(media_type)
    assert not media_type.has(parsed(f"{kind}/*"))


@given(TOKENS, TOKENS, PARAMETERS, PARAMETERS)
def test_what_leaves_parameters_out_may_be_it_and_what_contradicts_is_not(
    kind: str, subtype: str, parameters: dict[str, str], more: dict[str, str]
):
    whole = parsed(written(kind, subtype, {**more, **parameters}))
    assert whole.may_be(parsed(written(kind, subtype, parameters)))
    for name in whole.parameters:
        assert not whole.may_be(parsed(written(kind, subtype, {name: f"not {whole.parameters[name]}"})))


@given(TOKENS, TOKENS, st.sampled_from(["utf-8", "latin-1"]))
def test_a_character_set_and_a_weight_make_no_other_media_type(kind: str, subtype: str, charset: str):
    assert parsed(f"{kind}/{subtype};charset={charset};q=0.5") == (kind, subtype, {}, 0.5)


@given(st.text(max_size=30))
def test_whatever_a_server_says_is_read_or_is_none(text: str):
    found = parse_media_type(text)
    assert found is None or text.strip().lower().startswith(f"{found.kind}/{found.subtype}")


@pytest.mark.parametrize("text", ["", "json", "/", "a/", "/b", "a b/c", "a/b c", "ä/b", ";", "a/b/c"])
def test_what_is_no_media_type_is_none(text: str):
    assert parse_media_type(text) is None


@pytest.mark.parametrize(
    ("range_", "within", "outside"),
    [
        ("application/*+json", "application/vnd.x+json", "application/json"),
        ("image/*", "image/svg+xml", "text/svg+xml"),
        ("text/plain;format=flowed", 'text/plain; format="flowed"; delsp=yes', "text/plain;format=Flowed"),
        ("*/*;level=1", "text/html;LEVEL=1", "text/html"),
    ],
)
def test_ranges(range_: str, within: str, outside: str):
    assert parsed(range_).has(parsed(within))
    assert not parsed(range_).has(parsed(outside))
