"""OpenAPI 3.1.1, section 4.8.12.3: the table of style examples."""

from urllib.parse import parse_qsl, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.encoding import Json
from runtime.features.cookies import add_cookie, cookie_text
from runtime.features.forms import add_form_field
from runtime.features.reserved import RESERVED_IN_FORM, RESERVED_IN_PATH, RESERVED_IN_QUERY
from runtime.features.styles import deep_object, label, matrix, pipe_delimited, space_delimited
from runtime.request import Request
from runtime.styles import PERCENT, Style, defined, field_text, form, simple

BLUE = "blue"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        (matrix, False, BLUE, ";color=blue"),
        (matrix, False, ARRAY, ";color=blue,black,brown"),
        (matrix, False, OBJECT, ";color=R,100,G,200,B,150"),
        (matrix, True, BLUE, ";color=blue"),
        (matrix, True, ARRAY, ";color=blue;color=black;color=brown"),
        (matrix, True, OBJECT, ";R=100;G=200;B=150"),
        (label, False, BLUE, ".blue"),
        (label, False, ARRAY, ".blue,black,brown"),
        (label, False, OBJECT, ".R,100,G,200,B,150"),
        (label, True, BLUE, ".blue"),
        (label, True, ARRAY, ".blue.black.brown"),
        (label, True, OBJECT, ".R=100.G=200.B=150"),
        (simple, False, BLUE, "blue"),
        (simple, False, ARRAY, "blue,black,brown"),
        (simple, False, OBJECT, "R,100,G,200,B,150"),
        (simple, True, ARRAY, "blue,black,brown"),
        (simple, True, OBJECT, "R=100,G=200,B=150"),
        (simple, False, "a/b c,d%", "a%2Fb%20c%2Cd%25"),
        (simple, False, ["a,b", "c"], "a%2Cb,c"),
        (simple, False, [], ""),
    ],
)
def test_path(style: Style, explode: bool, value: Json, expected: str):
    assert style("color", value, explode, PERCENT) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        (form, False, "", "color="),
        (form, False, BLUE, "color=blue"),
        (form, False, ARRAY, "color=blue,black,brown"),
        (form, False, OBJECT, "color=R,100,G,200,B,150"),
        (form, True, "", "color="),
        (form, True, BLUE, "color=blue"),
        (form, True, ARRAY, "color=blue&color=black&color=brown"),
        (form, True, OBJECT, "R=100&G=200&B=150"),
        (space_delimited, False, ARRAY, "color=blue%20black%20brown"),
        (space_delimited, False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
        (pipe_delimited, False, ARRAY, "color=blue%7Cblack%7Cbrown"),
        (pipe_delimited, False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
        (deep_object, True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        (deep_object, True, {"a": {"b": [1, 2]}}, "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"),
        (form, True, [], ""),
        (form, False, {}, ""),
        (form, True, ["a", None, "b"], "color=a&color=b"),
        (form, False, {"R": None, "G": 2}, "color=G,2"),
        (form, True, True, "color=true"),
        (form, True, 1.5, "color=1.5"),
        (form, True, "a&b=c d+e#é", "color=a%26b%3Dc%20d%2Be%23%C3%A9"),
    ],
)
def test_query(style: Style, explode: bool, value: Json, expected: str):
    assert style("color", defined(value), explode, PERCENT) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("/a?b:c@d,e;f=(g)!$*'", "q=/a?b:c@d,e;f=(g)!$*'"),
        ("50% %2F", "q=50%25%20%2F"),
        ("a&b+c#d[e]", "q=a%26b%2Bc%23d%5Be%5D"),
    ],
)
def test_allow_reserved_keeps_what_cannot_change_the_query(value: Json, expected: str):
    assert form("q", value, True, RESERVED_IN_QUERY) == expected


@pytest.mark.parametrize(
    ("style", "explode", "value", "expected"),
    [
        (None, True, "a b&c", "address=a+b%26c"),
        (None, True, {"city": "Londön"}, "address=%7B%22city%22%3A%22Lond%C3%B6n%22%7D"),
        (None, True, [{"sku": "a"}, "b"], "address=%7B%22sku%22%3A%22a%22%7D&address=b"),
        (None, True, ["a", "b"], "address=a&address=b"),
        (form, False, ["a", "b"], "address=a,b"),
        (deep_object, True, {"city": "Londön"}, "address%5Bcity%5D=Lond%C3%B6n"),
        (deep_object, True, [{"sku": "a"}, {"sku": "b"}], "address%5B0%5D%5Bsku%5D=a&address%5B1%5D%5Bsku%5D=b"),
    ],
)
def test_form_body(style: Style | None, explode: bool, value: Json, expected: str):
    request = Request("POST", "/")
    add_form_field(request, "address", value, style=style, explode=explode)
    assert request.body == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [(False, ARRAY, "blue,black,brown"), (False, OBJECT, "R,100,G,200,B,150"), (True, OBJECT, "R=100,G=200,B=150")],
)
def test_header(explode: bool, value: Json, expected: str):
    assert field_text(value, explode=explode) == expected


@pytest.mark.parametrize(
    ("explode", "value", "expected"),
    [
        (True, "a/b+c==", "id=a/b+c=="),
        (True, "a;b c,d", "id=a%3Bb%20c%2Cd"),
        (True, ["a", "b"], "id=a; id=b"),
        (False, ["a", "b"], "id=a,b"),
    ],
)
def test_cookie(explode: bool, value: Json, expected: str):
    assert cookie_text("id", value, explode=explode) == expected


def test_the_first_equals_sign_of_a_cookie_ends_its_name():
    assert cookie_text("a=b", "c=d", explode=True) == "a%3Db=c=d"
    assert cookie_text("id", {"a=b": "c=d"}, explode=True) == "a%3Db=c=d"


@pytest.mark.parametrize("name", ["a=b", "a;b", "a b", "a\r\nb", "é", ""])
def test_a_cookie_that_is_written_as_it_is_has_no_name_of_another_one(name: str):
    request = Request("GET", "/")
    with pytest.raises(ValueError, match="no cookie can be called"):
        add_cookie(request, name, "x", raw=True)
    with pytest.raises(ValueError, match="no cookie can be called"):
        add_cookie(request, "id", {name: "x"}, raw=True)
    assert request.headers == {}


def test_a_cookie_that_is_written_as_it_is_may_be_escaped_already():
    request = Request("GET", "/")
    add_cookie(request, "id", "a%0Ab%3B", raw=True)
    assert request.headers["cookie"] == ("Cookie", "id=a%0Ab%3B")


def test_a_name_with_brackets_in_it_would_be_another_one():
    with pytest.raises(ValueError, match=r"'b\]' of 'x\[a\]' has a bracket in it"):
        deep_object("x", {"a": {"b]": 1}}, True, PERCENT)


def test_values_that_no_style_can_write_are_refused():
    with pytest.raises(ValueError, match="deepObject"):
        form("color", [{"a": 1}], True, PERCENT)


TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="%"), min_size=1)


@given(TEXTS, st.lists(TEXTS, min_size=2, max_size=3))
def test_values_with_reserved_characters_come_back_as_they_were(text: str, texts: list[str]):
    for value in (text, "".join(texts)):
        assert parse_qsl(form("q", value, True, RESERVED_IN_QUERY)) == [("q", value)]
        request = Request("POST", "/")
        add_form_field(request, "q", value, style=form, escape=RESERVED_IN_FORM)
        assert parse_qsl(str(request.body)) == [("q", value)]
        path = simple("p", value, False, RESERVED_IN_PATH)
        assert (unquote(path), {"/", "?", "#"} & set(path)) == (value, set())
    joined = form("q", [*texts], False, RESERVED_IN_QUERY).removeprefix("q=")
    assert [unquote(item) for item in joined.split(",")] == texts
    joined = simple("p", [*texts], False, RESERVED_IN_PATH)
    assert [unquote(item) for item in joined.split(",")] == texts
    found = matrix("p", [*texts], True, RESERVED_IN_PATH)
    assert [unquote(item).removeprefix("p=") for item in found.split(";")[1:]] == texts
    members = dict(enumerate(texts))
    pairs = form("q", {str(key): item for key, item in members.items()}, True, RESERVED_IN_QUERY)
    assert parse_qsl(pairs) == [(str(key), item) for key, item in members.items()]
