"""Answers of other kinds than JSON under 200: files whatever their media type, and statuses from 300 to 399."""

import inspect

import httpx
import pytest

from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target

DESCRIPTION = """\
openapi: 3.0.3
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /seen:
    get:
      operationId: seen
      tags: [t]
      responses:
        "304": {description: Same}
        "200": {description: Fine, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
  /text:
    get: {operationId: text, tags: [t], responses: {"304": {description: Same}, "200": {
      description: Fine, content: {text/plain: {}}}}}
  /content:
    get: {operationId: content, tags: [t], responses: {"304": {description: Same}, "200": {
      description: Fine, content: {image/png: {}}}}}
  /started:
    post:
      operationId: start
      tags: [t]
      responses:
        "200": {description: Done, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        "202": {description: Started}
        "303": {description: It was started before, content: {text/html: {}}}
  /login:
    post:
      operationId: login
      tags: [t]
      parameters: [{name: to, in: query, schema: {type: string}}]
      responses:
        "200": {description: Fine, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        "302": {description: You are in}
        "307": {description: Elsewhere}
  /moved: {get: {operationId: moved, tags: [t], responses: {"302": {description: There}}}}
  /either:
    get:
      operationId: either
      tags: [t]
      parameters: [{name: away, in: query, schema: {type: string}}]
      responses: {3XX: {description: There}, "200": {description: Fine, content: {text/plain: {}}}}
  /failing: {get: {operationId: failing, tags: [t], responses: {"200": {description: Fine}}}}
  /file:
    get:
      operationId: file
      tags: [t]
      responses: {"200": {description: F, content: {application/json: {schema: {$ref: "#/components/schemas/File"}}}}}
  /table:
    get:
      operationId: table
      tags: [t]
      responses: {"200": {description: F, content: {text/csv: {schema: {type: string, format: binary}}}}}
  /report:
    get:
      operationId: report
      tags: [t]
      responses:
        "200": {description: F, content: {application/pdf: {schema: {type: string, format: binary}}}}
        "202": {description: L, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
        "304": {description: Same}
  /list: {get: {operationId: things, tags: [t], responses: {"200": {description: F, content: {application/json: {
    schema: {type: array, items: {type: string}}}}}}}}
  /asked: {get: {operationId: asked, tags: [t], responses: {"200": {description: F, content: {application/json: {},
    text/csv: {}}}}}}
  /made: {get: {operationId: made, tags: [t], responses: {"204": {description: N}, "200": {
    description: F, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}}}
components:
  schemas:
    Thing: {type: object, properties: {n: {type: integer}}}
    File: {type: string, format: binary}
"""


def answer(request):
    match request.url.path:
        case "/seen" | "/text" | "/content":
            return httpx.Response(304)
        case "/started":
            return httpx.Response(303, html="<a href=/jobs/1>", headers={"location": "/jobs/1"})
        case "/moved" | "/failing":
            return httpx.Response(302, headers={"location": "https://elsewhere.test/"})
        case "/login":
            return httpx.Response(int(request.url.params["to"]), headers={"location": "/in"})
        case "/either" if "away" in request.url.params:
            return httpx.Response(302, headers={"location": "https://elsewhere.test/"})
        case "/either":
            return httpx.Response(302, headers={"location": "/at-last"})
        case "/at-last":
            return httpx.Response(200, text="found")
        case _:
            return httpx.Response(200, content=b"\xff\xfe{", headers={"content-type": "application/json"})


@pytest.fixture
def calls(small):
    return small.Small(transport=httpx.MockTransport(answer), on_mismatch="raise")


@pytest.mark.parametrize(
    ("method", "returns"),
    [("seen", "Thing | None"), ("text", "str | None"), ("content", "bytes | None"), ("start", "Thing | None")],
)
def test_an_answer_without_a_body_is_none_and_the_type_says_so(calls, method, returns):
    call = getattr(calls.t, method)
    assert call() is None
    assert inspect.signature(call).return_annotation == returns


def test_a_described_status_from_300_is_no_failure(calls):
    raw = calls.raw(calls.t.moved)
    assert (raw.value, raw.status, raw.headers["location"]) == (None, 302, "https://elsewhere.test/")


def test_where_something_is_to_come_redirects_are_followed(calls):
    assert calls.t.either() == "found"


def test_a_redirect_that_cannot_be_followed_is_a_failure_where_something_is_to_come(calls, small):
    with pytest.raises(small.ApiError, match="the redirect was not followed"):
        calls.t.either(away="yes")


def test_a_file_may_lie_on_another_host_and_json_may_not(small):
    def moved(request: httpx.Request) -> httpx.Response:
        if request.url.host == "elsewhere.test":
            return httpx.Response(200, content=b"a,b", headers={"content-type": "text/csv"})
        return httpx.Response(302, headers={"location": "https://elsewhere.test/signed"})

    calls = small.Small(transport=httpx.MockTransport(moved), on_mismatch="ignore")
    assert calls.t.table() == calls.t.content() == b"a,b"
    for call in (calls.t.things, calls.t.report, calls.t.seen):
        with pytest.raises(small.ApiError, match="the redirect was not followed"):
            call()


def test_what_is_found_elsewhere_after_a_post_was_done(calls, small):
    assert calls.t.login(to="302") is None
    assert inspect.signature(calls.t.login).return_annotation == "Thing | None"
    with pytest.raises(small.ApiError, match="the redirect was not followed"):
        calls.t.login(to="307")


def test_another_status_from_300_is_a_failure(calls, small):
    with pytest.raises(small.ApiError) as caught:
        calls.t.failing()
    assert caught.value.status == 302


@pytest.mark.parametrize(
    ("method", "value"),
    [("things", None), ("table", b""), ("text", None), ("asked", None), ("start", None), ("made", None)],
)
def test_a_status_without_a_body_that_is_not_described_is_told(small, method, value):
    told = []
    transport = httpx.MockTransport(lambda _: httpx.Response(204))
    with small.Small(transport=transport, on_mismatch=told.append) as client:
        assert getattr(client.t, method)() == value
    assert len(told) == (method != "made")


def test_files_are_bytes_whatever_their_media_type(calls, small):
    assert calls.t.file() == b"\xff\xfe{"
    with small.Small(transport=httpx.MockTransport(answer), on_mismatch="ignore") as client:
        assert client.t.table() == b"\xff\xfe{"


@pytest.mark.parametrize(
    ("came", "told"),
    [
        ("text/csv", False), ("Text/CSV; charset=utf-8", False), ("application/csv", False), ("text/x-csv", False),
        ("application/octet-stream", False), ("binary/octet-stream", False), ("application/force-download", False),
        ("text/comma-separated-values", False), ("", False), ("text/html", True), ("application/json", True),
    ],
)  # fmt: skip
def test_another_media_type_than_that_of_the_file_is_told(small, tmp_path, came, told):
    headers = {"content-type": came} if came else {}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=b"<p>", headers=headers))
    mismatches = []
    with small.Small(transport=transport, on_mismatch=mismatches.append) as client:
        assert client.t.table() == b"<p>"
        client.download(client.t.table).save(tmp_path / "table.csv")
    problem = f"the answer is {came}, not text/csv"
    assert [each.problems for each in mismatches] == ([(("", problem),)] * 2 if told else [])
    with small.Small(transport=transport, on_mismatch="raise") as client:
        if told:
            with pytest.raises(small.MismatchError):
                client.download(client.t.table).save(tmp_path / "raised.csv")
            assert not (tmp_path / "raised.csv").exists()


@pytest.mark.parametrize(
    ("status", "came", "told"),
    [(200, "application/pdf", 0), (202, "application/json", 0), (200, "text/html", 1), (304, "text/html", 0)],
)
def test_where_statuses_differ_another_media_type_than_theirs_is_told(small, status, came, told):
    response = httpx.Response(status, content=b"{}" if status < 300 else b"", headers={"content-type": came})
    mismatches = []
    with small.Small(transport=httpx.MockTransport(lambda _: response), on_mismatch=mismatches.append) as client:
        client.t.report()
    problem = f"the answer is {came}, not application/pdf, application/json"
    assert [each.problems for each in mismatches] == [(("", problem),)] * told


def test_a_file_of_openapi_2_is_bytes(tmp_path):
    (tmp_path / "swagger.yaml").write_text("""\
swagger: "2.0"
info: {title: Shop, version: "1"}
produces: [application/json]
paths: {/file: {get: {responses: {200: {description: Fine, schema: {type: file}}}}}}
""")
    (method,) = build_api(load_description(Target(tmp_path / "swagger.yaml")).document).resources[0].methods
    assert method.answer.kind == "bytes"
