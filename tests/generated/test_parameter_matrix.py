"""Places, styles, `explode` and kinds of values: what calls of a generated client send, byte by byte, by RFC 6570.

`form` is `{?x}`, `matrix` is `{;x}`, and so on (OpenAPI 3.1.1, appendix C). What no template says (spaceDelimited,
pipeDelimited, deepObject, headers, cookies) is derived from what one says.
"""

from itertools import product
from urllib.parse import quote

import pytest
from small_client import small_client
from uri_templates import RESERVED, defined, escaped, expand, shown

pytestmark = pytest.mark.slow  # each part of it is tried in tests/runtime, with values of any kind

TEXTS = ["blue", "", "a b", "100%", "%2F", "ü€\U0001f600", RESERVED, "a,b", "a|b", "null", "~-._"]
SCHEMAS = {
    "text": ({"type": "string"}, TEXTS),
    "integer": ({"type": "integer"}, [0, -17]),
    "number": ({"type": "number"}, [1.5, 1e21]),
    "flag": ({"type": "boolean"}, [True, False]),
    "list": ({"type": "array", "items": {"type": "string"}}, [["blue"], ["a", "b c", "ü"], ["", "x"], [], [RESERVED]]),
    "numbers": ({"type": "array", "items": {"type": "integer"}}, [[1], [1, 2, 3]]),
    "map": (
        {"type": "object", "additionalProperties": {"type": "string"}},
        [{"R": "100", "G": "200"}, {"a b": "ü"}, {"x": ""}, {}, {"k": RESERVED}],
    ),
    "object": (
        {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "boolean"}}},
        [{"a": 1, "b": False}, {"a": 1}],
    ),
}
STYLES = [
    *product(["path"], ["simple", "label", "matrix"], [False, True]),
    *product(["query"], ["form", "spaceDelimited", "pipeDelimited"], [False, True]),
    ("query", "deepObject", True),
    *product(["header"], ["simple"], [False, True]),
    *product(["cookie"], ["form", "cookie"], [False, True]),
]
TEMPLATES = {"simple": "{%s}", "label": "{.%s}", "matrix": "{;%s}"}
OCTETS = "!#$&'()*+/:<=>?@[]^`{|}"
"""What stands bare in cookies (RFC 6265, 4.1.1), beside what is unreserved."""


def fits(style: str, kind: str) -> bool:
    """Tell whether OpenAPI defines a style for a kind of values (3.1.1, 4.8.12.3)."""
    is_object, is_list = kind in {"map", "object"}, kind in {"list", "numbers"}
    if style == "deepObject":
        return is_object
    return style not in {"spaceDelimited", "pipeDelimited"} or is_object or is_list


OPERATIONS = [(*style, kind) for style in STYLES for kind in SCHEMAS if fits(style[1], kind)]


def operation_id(place: str, style: str, explode: bool, kind: str) -> str:
    return f"{place}_{style}_{'all' if explode else 'one'}_{kind}".lower()


def description() -> dict[str, object]:
    paths = {}
    for place, style, explode, kind in OPERATIONS:
        name = operation_id(place, style, explode, kind)
        parameter = {"name": "x", "in": place, "style": style, "explode": explode, "schema": SCHEMAS[kind][0]}
        path = f"/{name}/before-{{x}}/after" if place == "path" else f"/{name}"
        paths[path] = {
            "get": {
                "operationId": name,
                "tags": ["t"],
                "parameters": [{**parameter, "required": place == "path"}],
                "responses": {"204": {"description": "Fine"}},
            }
        }
    info = {"openapi": "3.2.0", "info": {"title": "Small", "version": "1"}, "servers": [{"url": "https://api.test"}]}
    return {**info, "paths": paths}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory):
    with small_client(tmp_path_factory.mktemp("matrix"), description()) as package, package.Small() as client:
        yield client


def expected(place: str, style: str, explode: bool, value: object) -> str:
    """Return what has to stand in the place of the parameter; an empty text for nothing."""
    template = "x*" if explode else "x"
    match place, style:
        case "path", _:
            return expand(TEMPLATES[style] % template, x=value)
        case "query", "deepObject":
            return "&".join(f"x%5B{escaped(key)}%5D={escaped(shown(item))}" for key, item in defined(value).items())
        case "query", _:
            text = expand(f"{{?{template}}}", x=value).removeprefix("?")
            delimiter = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}[style]
            return text if explode else text.replace(",", delimiter)
        case "header", _:
            return expand(f"{{{template}}}", str, x=value).strip(" ")
        case _:
            safe = OCTETS if style == "form" else f'{OCTETS}%"\\,; '
            text = expand(f"{{?{template}}}", lambda part: quote(part, safe=safe).replace("&", "\0"), x=value)
            return text.removeprefix("?").replace("&", "; ").replace("\0", "&")


def sent(client, place: str, name: str, value: object) -> str:
    request = (
        client.preview(getattr(client.t, name), value)
        if place == "path"
        else client.preview(getattr(client.t, name), x=value)
    )
    match place:
        case "path":
            return request.url.raw_path.decode().removeprefix(f"/{name}/before-").removesuffix("/after")
        case "query":
            return request.url.query.decode()
        case "header":
            assert ("x" in request.headers) == (value not in (None, [], {}))
            return request.headers.get("x", "")
        case _:
            return request.headers.get("cookie", "")


def cannot_be_sent(place: str, style: str, value: object, text: str) -> bool:
    """Tell whether nothing can carry a value there: an empty path segment, or what headers and cookies have no bytes for."""
    if place == "path":
        return not text
    if place == "header":
        return any(ord(character) > 0xFF for character in text)
    parts = value if isinstance(value, list) else [*value, *value.values()] if isinstance(value, dict) else [value]
    return style == "cookie" and any(set(str(part)) & set(' ",;\\') or not str(part).isascii() for part in parts)


@pytest.mark.parametrize(("place", "style", "explode"), STYLES)
def test_calls_send_what_the_standard_says(client, place, style, explode):
    for kind in (kind for kind in SCHEMAS if fits(style, kind)):
        name = operation_id(place, style, explode, kind)
        for value in SCHEMAS[kind][1]:
            text = expected(place, style, explode, value)
            if cannot_be_sent(place, style, value, text):
                with pytest.raises(ValueError, match=r"x|path|Latin-1|cookie"):
                    sent(client, place, name, value)
            else:
                assert sent(client, place, name, value) == text, (name, value)


@pytest.mark.parametrize(("place", "style", "explode"), STYLES)
def test_none_is_left_out_and_no_path_does_without(client, place, style, explode):
    for kind in (kind for kind in SCHEMAS if fits(style, kind)):
        name = operation_id(place, style, explode, kind)
        if place == "path":
            with pytest.raises(ValueError, match="x"):
                sent(client, place, name, None)
        else:
            assert sent(client, place, name, None) == ""


def test_the_matrix_is_whole():
    calls = sum(len(SCHEMAS[kind][1]) for _, _, _, kind in OPERATIONS)
    assert calls == 497
    assert {place for place, *_ in OPERATIONS} == {"path", "query", "header", "cookie"}
