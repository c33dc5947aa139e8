"""`collectionFormat` of OpenAPI 2.0, in every place where it may stand, on the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import yaml
from small_client import small_client

from specloom.findings import DescriptionError
from specloom.spec.bundle import bundle_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def described(parameter: str, path: str = "/t", consumes: str = "application/x-www-form-urlencoded") -> str:
    return f"""
swagger: '2.0'
info: {{title: Small, version: '1'}}
host: s.example
paths:
  '{path}': {{post: {{operationId: op, tags: [t], consumes: [{consumes}], parameters: [{parameter}], responses: {{204: {{description: d}}}}}}}}
"""


def send(folder: Path, description: str, call: Callable[[Any], object]) -> httpx.Request:
    """Return the one request that a call sends."""
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        return httpx.Response(204)

    with small_client(folder, description) as small, small.Small(transport=httpx.MockTransport(answer)) as client:
        call(client.t)
    (request,) = requests
    return request


LISTS = {
    "csv": ("a,b", "a%2Cb"),
    "ssv": ("a b", "a%20b"),
    "tsv": ("a\tb", "a%09b"),
    "pipes": ("a|b", "a%7Cb"),
}


def parameter(place: str, separator: str, items: str = "{type: string}") -> str:
    return f"{{name: v, in: {place}, required: true, type: array, items: {items}, collectionFormat: {separator}}}"


def test_a_form_keeps_the_parameters_of_its_media_type(tmp_path: Path):
    media_type = "Application/x-www-form-urlencoded; charset=utf-8"
    text = described("{name: v, in: formData, required: true, type: string}", consumes=f"'{media_type}'")
    request = send(tmp_path, text, lambda t: t.op(v="ü"))
    assert (request.headers["content-type"], request.content) == (media_type, b"v=%C3%BC")


@pytest.mark.parametrize("separator", ["ssv", "tsv", "pipes"])
def test_queries(tmp_path: Path, separator: str):
    request = send(tmp_path, described(parameter("query", separator)), lambda t: t.op(v=["a", "b"]))
    assert request.url.query.decode() == f"v={LISTS[separator][1]}"


@pytest.mark.parametrize("separator", ["ssv", "tsv", "pipes"])
def test_paths(tmp_path: Path, separator: str):
    request = send(tmp_path, described(parameter("path", separator), "/t/{v}"), lambda t: t.op(["a", "b"]))
    assert request.url.raw_path.decode() == f"/t/{LISTS[separator][1]}"


@pytest.mark.parametrize("separator", LISTS)
def test_headers(tmp_path: Path, separator: str):
    request = send(tmp_path, described(parameter("header", separator)), lambda t: t.op(v=["a", "b"]))
    assert request.headers["v"] == LISTS[separator][0]


@pytest.mark.parametrize("separator", ["tsv", "pipes"])
def test_forms(tmp_path: Path, separator: str):
    request = send(tmp_path, described(parameter("formData", separator)), lambda t: t.op(v=["a", "b"]))
    assert request.content.decode() == f"v={LISTS[separator][1]}"


def test_parts(tmp_path: Path):
    whole = f"{parameter('formData', 'tsv')}, {{name: f, in: formData, type: file}}"
    request = send(tmp_path, described(whole, consumes="multipart/form-data"), lambda t: t.op(v=["a", "b"], f=b"x"))
    assert b'name="v"\r\n\r\na\tb\r\n' in request.content


@pytest.mark.parametrize("place", ["query", "formData"])
@pytest.mark.parametrize(
    ("items", "value", "written"),
    [
        ("{type: integer, format: unix-time}", datetime(2026, 1, 1, tzinfo=UTC), "1767225600"),
        ("{type: string, format: base64url}", b"\xfb\xff", "-_8%3D"),
    ],
)
def test_items_are_written_in_their_format(tmp_path: Path, place: str, items: str, value: object, written: str):
    request = send(tmp_path, described(parameter(place, "pipes", items)), lambda t: t.op(v=[value, value]))
    text = (request.url.query or request.content).decode()
    assert text == f"v={written}%7C{written}"


@pytest.mark.parametrize(
    ("outer", "inner", "query"),
    [
        ("csv", "pipes", "v=1%7C2%2C3%7C4"),
        ("pipes", "csv", "v=1%2C2%7C3%2C4"),
        ("multi", "tsv", "v=1%092&v=3%094"),
        ("ssv", "ssv", "v=1%202%203%204"),
    ],
)
def test_lists_of_lists(tmp_path: Path, outer: str, inner: str, query: str):
    items = f"{{type: array, items: {{type: integer}}, collectionFormat: {inner}}}"
    request = send(tmp_path, described(parameter("query", outer, items)), lambda t: t.op(v=[[1, 2], [3, 4]]))
    assert request.url.query.decode() == query


@pytest.mark.parametrize("place", ["query", "header", "path", "formData"])
def test_an_empty_list_is_refused_where_one_is_required(tmp_path: Path, place: str):
    path = "/t/{v}" if place == "path" else "/t"
    with pytest.raises(ValueError, match=r"empty|required"):
        send(tmp_path, described(parameter(place, "tsv"), path), lambda t: t.op([]) if place == "path" else t.op(v=[]))


def test_nothing_is_sent_of_what_is_not_given(tmp_path: Path):
    optional = parameter("query", "tsv").replace("required: true", "required: false")
    assert send(tmp_path, described(optional), lambda t: t.op()).url.query == b""
    assert send(tmp_path, described(optional), lambda t: t.op(v=[])).url.query == b""


def test_a_bundle_says_it_too(tmp_path: Path):
    (tmp_path / "openapi.yaml").write_text(described(parameter("header", "pipes")))
    bundled = yaml.safe_dump(bundle_description(Target(tmp_path / "openapi.yaml")))
    assert send(tmp_path, bundled, lambda t: t.op(v=["a", "b"])).headers["v"] == "a|b"


@pytest.mark.parametrize(("place", "separator"), [("query", "tabs"), ("path", "multi"), ("header", "multi")])
def test_others_are_errors(tmp_path: Path, place: str, separator: str):
    path = "/t/{v}" if place == "path" else "/t"
    with pytest.raises(DescriptionError):
        send(tmp_path, described(parameter(place, separator), path), lambda t: t.op(["a"]))
