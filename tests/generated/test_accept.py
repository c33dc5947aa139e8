"""Answers of several media types: what is asked for on the wire, and how what comes is read."""

from __future__ import annotations

import warnings
from typing import Any

import httpx
import pytest
from small_client import complaints, write_client

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /table:
    get:
      operationId: table
      tags: [t]
      responses:
        "200":
          description: Fine
          content:
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/A"}}}
            text/csv: {schema: {type: string}}
  /file: {get: {operationId: file, tags: [t], responses: {"200": {description: Fine, content:
    {application/json: {schema: {}}, image/png: {}}}}}}
  /picture: {get: {operationId: picture, tags: [t], responses: {"200": {description: Fine, content:
    {application/json: {schema: {$ref: "#/components/schemas/A"}}, image/*: {}, "*/*": {}}}}}}
  /photo: {get: {operationId: photo, tags: [t], responses: {"200": {description: Fine, content:
    {image/png: {}, image/jpeg: {}}}}}}
  /any-photo: {get: {operationId: anyPhoto, tags: [t], responses: {"200": {description: Fine, content:
    {image/*: {}}}}}}
  /versions: {get: {operationId: versions, tags: [t], responses: {"200": {description: Fine, content: {
    "application/json;version=1": {schema: {$ref: "#/components/schemas/A"}},
    "application/json;version=2": {schema: {$ref: "#/components/schemas/B"}},
    application/vnd.small.c+json: {schema: {type: object, properties: {c: {type: integer}}}},
    application/hal+json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
  /xml: {get: {operationId: xml, tags: [t], responses: {"200": {description: Fine, content: {
    application/xml: {schema: {$ref: "#/components/schemas/A"}},
    application/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
  /mixed: {get: {operationId: mixed, tags: [t], responses: {"200": {description: Fine, content: {
    application/octet-stream: {}, text/plain: {}}}}}}
  /job:
    get:
      operationId: job
      tags: [t]
      responses:
        "200":
          description: Fine
          content: {application/json: {schema: {$ref: "#/components/schemas/A"}}, text/csv: {}}
        "202": {description: Later, content: {application/json: {schema: {$ref: "#/components/schemas/B"}}}}
        "204": {description: Nothing}
  /plain-or-job: {get: {operationId: plainOrJob, tags: [t], responses: {
    "200": {description: Fine, content: {text/csv: {}}},
    "2XX": {description: Later, content: {
      application/json: {schema: {$ref: "#/components/schemas/A"}},
      application/hal+json: {schema: {$ref: "#/components/schemas/B"}}}}}}}
  /plain-or-any: {get: {operationId: plainOrAny, tags: [t], responses: {
    "200": {description: Fine, content: {text/csv: {}, application/json: {schema: {$ref: "#/components/schemas/A"}}}},
    "202": {description: Later, content: {"*/*": {}}},
    "203": {description: Wrong, content: {csv: {}}}}}}
  /pages:
    get:
      operationId: pages
      tags: [t]
      x-specloom: {pagination: pages}
      parameters: [{name: page, in: query, schema: {type: integer}}]
      responses:
        "200":
          description: Fine
          content:
            application/json:
              schema: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/A"}}}}
            text/csv: {}
  /aspnet: {get: {operationId: aspnet, tags: [t], responses: {"200": {description: Fine, content: {
    text/plain: {schema: {$ref: "#/components/schemas/A"}},
    application/json: {schema: {$ref: "#/components/schemas/A"}},
    text/json: {schema: {$ref: "#/components/schemas/A"}}}}}}}
components:
  schemas:
    A: {type: object, properties: {a: {type: integer}}}
    B: {type: object, properties: {b: {type: integer}}}
x-specloom: {pagination: {pages: {style: page, page: page, items: /items}}}
"""

A, B, C = b'{"a":1}', b'{"b":2}', b'{"c":3}'


class Server:
    """Answers with what it is told to, and keeps what was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.status, self.media_type, self.body = 200, "", b""

    def gives(self, media_type: str, body: bytes = b"", *, status: int = 200) -> None:
        self.status, self.media_type, self.body = status, media_type, body

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(request.headers["accept"])
        headers = {"content-type": self.media_type} if self.media_type else {}
        return httpx.Response(self.status, content=self.body, headers=headers)


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def made_of(small, server):
    return small, "Small", {"transport": httpx.MockTransport(server), "on_mismatch": "raise"}


def test_what_is_asked_for_is_what_is_returned(mode, server, small):
    client = mode.client()
    server.gives("application/json", b"[" + A + b"]")
    assert mode.run(client.t.table()) == [small.models.A(a=1)]
    assert mode.run(client.t.table(accept="application/json")) == [small.models.A(a=1)]
    server.gives("text/csv; charset=latin-1", b"a\n\xfc")
    assert mode.run(client.t.table(accept="text/csv")) == "a\nü"
    assert server.asked == ["application/json", "application/json", "text/csv"]


def test_a_media_type_that_is_not_offered_is_refused(mode, server):
    client = mode.client()
    for wrong in ("text/html", "text/*", "text/csv, text/html", "csv", "", "text/csv\r\nX: y"):
        with pytest.raises(ValueError, match=r"'accept' .* 'application/json' or 'text/csv'"):
            mode.run(client.t.table(accept=wrong))
    assert server.asked == []


def test_a_described_answer_that_was_not_asked_for_is_told_and_returned(mode, server, small):
    server.gives("text/csv", b"a,b")
    with pytest.raises(small.MismatchError, match="it came as text/csv, and was asked for as application/json"):
        mode.run(mode.client().t.table())
    lenient = mode.client(on_mismatch="warn")
    with pytest.warns(small.MismatchWarning, match="came as text/csv"):
        assert mode.run(lenient.t.table()) == "a,b"
    server.gives("image/png", b"\x89")
    with pytest.warns(small.MismatchWarning, match="came as image/png"):
        assert mode.run(lenient.t.photo(accept="image/jpeg")) == b"\x89"


@pytest.mark.parametrize("asked", ["text/csv", "text/*;q=0.5", "*/*", "TEXT/CSV, application/json;q=0.1"])
def test_a_header_of_the_client_asks_as_well(mode, server, asked):
    server.gives("text/csv", b"a,b")
    assert mode.run(mode.client(headers={"Accept": asked}).t.table()) == "a,b"
    assert mode.run(mode.client().with_options(extra_headers={"accept": asked}).t.table()) == "a,b"
    assert server.asked == [asked, asked]


def test_an_argument_goes_before_a_header_of_the_client(mode, server):
    server.gives("text/csv", b"a,b")
    client = mode.client(headers={"Accept": "application/xml"})
    assert mode.run(client.t.table(accept="text/csv")) == "a,b"
    assert server.asked == ["text/csv"]


def test_where_any_json_may_come_a_file_is_no_mismatch(mode, server):
    server.gives("image/png", b"\x89PNG")
    assert mode.run(mode.client().t.file()) == b"\x89PNG"
    assert mode.run(mode.client().t.file(accept="image/png")) == b"\x89PNG"
    assert server.asked == ["application/json", "image/png"]


@pytest.mark.parametrize("accept", ["image/webp", "image/*", "application/pdf", "*/*"])
def test_a_media_type_in_a_range_can_be_asked_for(mode, server, accept):
    server.gives("image/webp" if accept == "image/*" else accept, b"{}")
    assert mode.run(mode.client().t.picture(accept=accept)) == b"{}"
    assert server.asked == [accept]


def test_a_narrow_range_goes_before_a_wide_one_and_json_before_both(mode, server, small):
    server.gives("application/json", A)
    assert mode.run(mode.client().t.picture(accept="*/*")) == small.models.A(a=1)
    server.gives("image/gif", b"GIF")
    with pytest.raises(small.MismatchError, match="came as image/gif, and was asked for as image/"):
        mode.run(mode.client().t.picture(accept="image/png"))


def test_files_of_one_kind_are_asked_for_in_any_media_type_by_default(mode, server, small):
    server.gives("image/jpeg", b"\xff\xd8")
    assert mode.run(mode.client().t.photo()) == b"\xff\xd8"
    assert mode.run(mode.client().t.photo(accept="image/jpeg")) == b"\xff\xd8"
    assert mode.run(mode.client().t.any_photo(accept="image/jpeg")) == b"\xff\xd8"
    with pytest.raises(ValueError, match="in image/"):
        mode.run(mode.client().t.any_photo(accept="text/plain"))
    server.gives("text/html", b"<p>log in</p>")
    with pytest.raises(small.MismatchError, match="came as text/html, which is not described"):
        mode.run(mode.client().t.photo())
    assert server.asked == ["*/*", "image/jpeg", "image/jpeg", "*/*"]


def test_versions_are_told_apart_by_a_parameter(mode, server, small):
    server.gives("Application/JSON; charset=utf-8; Version=2", B)
    assert mode.run(mode.client().t.versions(accept="application/json;version=2")) == small.models.B(b=2)
    with pytest.raises(small.MismatchError, match="came as application/json"):
        mode.run(mode.client().t.versions())
    server.gives("application/json", B)  # which does not say the version: it is the one that was asked for
    assert mode.run(mode.client().t.versions(accept="application/json; version=2")) == small.models.B(b=2)
    server.gives("application/vnd.small.c+json", C)
    assert mode.run(mode.client().t.versions(accept="application/vnd.small.c+json")).c == 3
    assert server.asked[0] == "application/json;version=2"


def test_json_of_one_schema_is_one_thing(mode, server, small):
    server.gives("application/hal+json", A)
    assert mode.run(mode.client().t.versions()) == small.models.A(a=1)
    for media_type in ("application/json", "text/plain", "text/json", ""):
        server.gives(media_type, A)
        assert mode.run(mode.client().t.aspnet()) == small.models.A(a=1)


def test_xml_and_files_are_bytes_and_texts_are_text(mode, server):
    server.gives("application/xml", b"<a/>")
    assert mode.run(mode.client().t.xml(accept="application/xml")) == b"<a/>"
    server.gives("application/octet-stream", b"\x00")
    assert mode.run(mode.client().t.mixed(accept="application/octet-stream")) == b"\x00"
    server.gives("text/plain", b"text")
    assert mode.run(mode.client().t.mixed()) == "text"
    assert server.asked == ["application/xml", "application/octet-stream", "text/plain"]


def test_what_does_not_say_its_media_type_is_what_was_asked_for(mode, server, small):
    for unsaid in ("", "nonsense", ";"):
        server.gives(unsaid, b"a,b")
        assert mode.run(mode.client().t.table(accept="text/csv")) == "a,b"
        server.gives(unsaid, b"[" + A + b"]")
        assert mode.run(mode.client().t.table()) == [small.models.A(a=1)]
    server.gives("text/html", b"<p>")
    with pytest.raises(small.MismatchError, match="the body is no JSON"):
        mode.run(mode.client().t.table())


def test_each_status_has_its_own_media_types(mode, server, small):
    server.gives("text/csv", b"a")
    assert mode.run(mode.client().t.job(accept="text/csv")) == "a"
    server.gives("application/json", B, status=202)
    assert mode.run(mode.client().t.job(accept="text/csv")) == small.models.B(b=2)
    server.gives("", status=204)
    assert mode.run(mode.client().t.job()) is None
    server.gives("application/json", B, status=203)
    with pytest.raises(small.MismatchError, match="the status 203 is not described"):
        mode.run(mode.client().t.job())


def test_a_list_can_be_asked_for_as_something_else(mode, server):
    server.gives("application/json", b'{"items":[]}')
    assert mode.run(mode.client().t.pages()) == []
    server.gives("text/csv", b"a")
    asked = mode.client().t.pages(page=2, accept="text/csv")
    assert mode.run(_awaited(asked)) == "a"


async def _wait(value: Any) -> Any:
    return await value


def _awaited(value: Any) -> Any:
    return _wait(value) if hasattr(value, "__await__") else value


def test_what_a_status_has_alone_is_always_asked_for(mode, server):
    client = mode.client()
    server.gives("text/csv", b"a")
    assert mode.run(client.t.plain_or_job()) == "a"
    assert mode.run(client.t.plain_or_job(accept="application/hal+json")) == "a"
    assert server.asked == ["application/json, text/csv", "application/hal+json, text/csv"]


def test_a_range_or_what_is_no_media_type_takes_no_choice_away(mode, server):
    server.gives("text/csv", b"a")
    assert mode.run(mode.client().t.plain_or_any(accept="text/csv")) == "a"
    assert server.asked == ["text/csv"]


def test_preview_and_raw_take_it_as_well(mode, server):
    client = mode.client()
    assert mode.run(client.preview(client.t.table, accept="text/csv")).headers["accept"] == "text/csv"
    server.gives("text/csv", b"a")
    raw = mode.run(client.raw(client.t.table, accept="text/csv"))
    assert (raw.value, raw.headers["content-type"]) == ("a", "text/csv")


USAGE = """\
from typing import assert_type
from small import AsyncSmall, Small
from small._runtime.client import RawResponse
from small._runtime.features.paging import AsyncPager, Pager
from small.models import A, B


def sync(client: Small, wanted: str) -> None:
    assert_type(client.t.table(), list[A])
    assert_type(client.t.table(accept="application/json"), list[A])
    assert_type(client.t.table(accept="text/csv"), str)
    assert_type(client.raw(client.t.table, accept="text/csv"), RawResponse[str])
    assert_type(client.t.file(accept="image/png"), bytes)
    assert_type(client.t.picture(accept="image/*"), bytes)
    assert_type(client.t.picture(accept=wanted), A | bytes)
    assert_type(client.t.photo(accept="image/png"), bytes)
    assert_type(client.t.any_photo(accept="image/gif"), bytes)
    assert_type(client.t.versions(accept="application/json;version=2"), B)
    assert_type(client.t.mixed(), str)
    assert_type(client.t.job(accept="text/csv"), str | B | None)
    assert_type(client.t.pages(), Pager[A])
    assert_type(client.t.pages(accept="text/csv"), str)
    client.t.table(accept="text/html")  # type: ignore[call-overload]
    client.t.photo(accept="image/gif")  # type: ignore[arg-type]


async def asynchronous(client: AsyncSmall) -> None:
    assert_type(await client.t.table(), list[A])
    assert_type(await client.t.table(accept="text/csv"), str)
    assert_type(await client.raw(client.t.table, accept="text/csv"), RawResponse[str])
    assert_type(client.t.pages(), AsyncPager[A])
    assert_type(await client.t.pages(accept="text/csv"), str)
"""


@pytest.mark.slow
def test_editors_know_the_types(tmp_path):
    write_client(tmp_path, DESCRIPTION)
    assert complaints(tmp_path, USAGE) == ""


def test_nothing_is_warned_of_where_all_is_well(mode, server):
    server.gives("text/csv", b"a")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        mode.run(mode.client(on_mismatch="warn").t.table(accept="text/csv"))
