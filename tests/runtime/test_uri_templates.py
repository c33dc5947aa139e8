"""Parameters of every style and place against RFC 6570: an expander of the tests' own says what a request must hold.

OpenAPI 3.1.1 defines its styles by URI templates (appendix C): `form` is `{?x}`, `matrix` is `{;x}`, and so on, with an
asterisk for `explode`. What no template says (spaceDelimited, pipeDelimited, deepObject, headers, cookies) is derived
from what one says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from runtime.features.cookies import add_cookie
from runtime.features.reserved import RESERVED_IN_QUERY
from runtime.features.styles import deep_object, label, matrix, pipe_delimited, space_delimited
from runtime.request import Request
from runtime.styles import form, simple
from runtime.unset import UNSET
from uri_templates import RESERVED, defined, escaped, expand, shown

if TYPE_CHECKING:
    from runtime.encoding import Json
    from runtime.styles import Style

EXAMPLES: dict[str, Json] = {
    "var": "value",
    "hello": "Hello World!",
    "half": "50%",
    "x": "1024",
    "y": "768",
    "empty": "",
    "undef": None,
    "path": "/foo/bar",
    "list": ["red", "green", "blue"],
    "keys": {"semi": ";", "dot": ".", "comma": ","},
    "empty_keys": {},
}
"""The variables of section 3.2's examples."""


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        *(("{var}", "value"), ("{hello}", "Hello%20World%21"), ("{half}", "50%25")),
        *(("{+hello}", "Hello%20World!"), ("{+path}/here", "/foo/bar/here"), ("X{#hello}", "X#Hello%20World!")),
        *(("{x,y}", "1024,768"), ("{+x,hello,y}", "1024,Hello%20World!,768"), ("X{.x,y}", "X.1024.768")),
        *(("{/var,x}/here", "/value/1024/here"), ("{;x,y,empty}", ";x=1024;y=768;empty"), ("O{undef}X", "OX")),
        *(("{?x,y,empty}", "?x=1024&y=768&empty="), ("?fixed=yes{&x}", "?fixed=yes&x=1024")),
        *(("{list}", "red,green,blue"), ("{list*}", "red,green,blue"), ("{keys}", "semi,%3B,dot,.,comma,%2C")),
        *(
            ("{keys*}", "semi=%3B,dot=.,comma=%2C"),
            ("{+keys*}", "semi=;,dot=.,comma=,"),
            ("X{.list*}", "X.red.green.blue"),
        ),
        *(("X{.keys}", "X.semi,%3B,dot,.,comma,%2C"), ("{;list}", ";list=red,green,blue"), ("X{.empty_keys}", "X")),
        *(("{;list*}", ";list=red;list=green;list=blue"), ("{;keys*}", ";semi=%3B;dot=.;comma=%2C")),
        *(("{?list*}", "?list=red&list=green&list=blue"), ("{?keys}", "?keys=semi,%3B,dot,.,comma,%2C")),
        *(("{&keys*}", "&semi=%3B&dot=.&comma=%2C"), ("{?empty_keys*}", "")),
    ],
)
def test_the_expander_gives_the_examples_of_the_standard(template: str, expected: str):
    assert expand(template, **EXAMPLES) == expected


TEXTS = st.text(st.sampled_from(f'aZ0-._~{RESERVED}|% "<>\\^`{{}}é€\U0001f600')) | st.sampled_from(
    ["", "a", "null", "%2F", ".."]
)
SCALARS = TEXTS | st.integers() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
ITEMS = SCALARS | st.none()
VALUES: st.SearchStrategy[Json] = st.one_of(
    SCALARS, st.lists(ITEMS, max_size=3), st.dictionaries(TEXTS, ITEMS, max_size=3)
)
NAMES = st.sampled_from(["q", "page_size", "Id", "x.y"])
TEMPLATES = {simple: "{%s}", label: "{.%s}", matrix: "{;%s}", form: "{?%s}"}


def template_of(style: Style, name: str, *, explode: bool) -> str:
    return TEMPLATES[style] % (f"{name}*" if explode else name)


def query_of(name: str, value: Json, **options: object) -> str:
    request = Request("GET", "/")
    request.query(name, value, **options)  # type: ignore[arg-type]
    return request.target().removeprefix("/")


@settings(max_examples=60)
@given(NAMES, VALUES, st.sampled_from([simple, label, matrix]), st.booleans())
@example("color", ["", "blue"], matrix, True)
@example("color", {"R": ""}, matrix, True)
@example("color", [""], matrix, False)
def test_path_parameters(name: str, value: Json, style: Style, explode: bool):
    expected = expand(template_of(style, name, explode=explode), **{name: value})
    request = Request("GET", f"/before-{{{name}}}/after")
    if not expected:
        with pytest.raises(ValueError, match="may not be empty"):
            request.path(name, value, style=style, explode=explode)
        return
    request.path(name, value, style=style, explode=explode)
    if {".", ".."} & set(re.split(r"[/\\]", unquote(unquote(unquote(f"/before-{expected}/after"))))):
        with pytest.raises(ValueError, match=r"'\.' or '\.\.'"):
            request.target()
    else:
        assert request.target() == f"/before-{expected}/after"


@settings(max_examples=60)
@given(NAMES, VALUES, st.booleans())
def test_query_parameters(name: str, value: Json, explode: bool):
    expected = expand(template_of(form, name, explode=explode), **{name: value})
    assert query_of(name, value, explode=explode) == expected
    # The delimiters of the other two are what the comma is to `form`, percent-encoded as no URL has them bare.
    for style, delimiter in ((space_delimited, "%20"), (pipe_delimited, "%7C")):
        wanted = expected if explode else expected.replace(",", delimiter)
        assert query_of(name, value, style=style, explode=explode) == wanted


@settings(max_examples=60)
@given(NAMES, st.dictionaries(TEXTS, ITEMS | st.lists(SCALARS, max_size=2), max_size=3))
def test_deep_objects(name: str, members: dict[str, Json]):
    if any({"[", "]"} & set(key) for key in defined(members)):
        with pytest.raises(ValueError, match="the server reads another name"):
            query_of(name, members, style=deep_object, explode=True)
        return
    flat = [
        (key, each) for key, item in defined(members).items() for each in (item if isinstance(item, list) else [item])
    ]
    expected = "&".join(f"{name}%5B{escaped(key)}%5D={escaped(shown(item))}" for key, item in flat)
    assert query_of(name, members, style=deep_object, explode=True) == (f"?{expected}" if expected else "")


@settings(max_examples=60)
@given(NAMES, TEXTS)
def test_reserved_characters_are_kept_where_they_cannot_change_the_request(name: str, text: str):
    query = query_of(name, text, escape=RESERVED_IN_QUERY)
    bare = "".join(character for character in text if character not in "&+#[]")
    assert query_of(name, bare, escape=RESERVED_IN_QUERY) == expand(f"?{name}={{+x}}", x=bare)
    assert not set(query.removeprefix(f"?{name}=")) & set("&+#[]")
    assert unquote(query) == unquote(expand(f"?{name}={{+x}}", x=text))


@settings(max_examples=60)
@given(VALUES, st.booleans())
def test_headers(value: Json, explode: bool):
    """As `{x}`, with nothing percent-encoded: a header field has bytes of its own (OpenAPI 3.1.1, appendix D)."""
    expected = expand(template_of(simple, "x", explode=explode), str, x=value)
    request = Request("GET", "/")
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)
    if all(member is None for member in members):  # which is undefined (RFC 6570, 2.3)
        request.header("X-Value", value, explode=explode)
        assert not request.headers
    elif any(ord(character) > 255 for character in expected):
        with pytest.raises(ValueError, match="outside of Latin-1"):
            request.header("X-Value", value, explode=explode)
    else:
        request.header("X-Value", value, explode=explode)
        assert request.headers["x-value"] == ("X-Value", expected.strip(" \t"))


@settings(max_examples=60)
@given(NAMES, VALUES, st.booleans())
def test_cookies(name: str, value: Json, explode: bool):
    request = Request("GET", "/")
    add_cookie(request, name, value, explode=explode)
    request.seal()
    text = request.headers.get("cookie", ("", ""))[1]
    expected = expand(template_of(form, name, explode=explode), **{name: value}).removeprefix("?")
    assert [unquote(pair) for pair in text.split("; ")] == [unquote(pair) for pair in expected.split("&")]
    # RFC 6265, section 4.1.1: no control, white space, quote, backslash, semicolon within a pair; a comma only between.
    assert not set(text.replace("; ", "")) & set(' "\\;\x7f') | {each for each in text if not 31 < ord(each) < 127}


@pytest.mark.parametrize("value", [None, UNSET])
def test_what_is_not_given_is_left_out_of_every_place_but_the_path(value: object):
    request = Request("GET", "/{id}")
    request.query("a", value)
    request.header("b", value)
    add_cookie(request, "c", value)
    request.seal()
    assert (request.pairs, request.headers) == ({}, {})
    with pytest.raises(ValueError, match="may not be empty"):
        request.path("id", value)


@given(
    st.sampled_from([form, space_delimited, pipe_delimited]),
    st.booleans(),
    st.sampled_from([[["a"]], [{}], {"a": []}]),
)
def test_what_no_template_can_say_is_refused(style: Style, explode: bool, value: Json):
    with pytest.raises(ValueError, match="deepObject"):
        query_of("q", value, style=style, explode=explode)
