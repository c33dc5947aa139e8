"""Failures whose bodies are described: what `error` is, on which class, and what becomes of bodies that do not fit."""

from __future__ import annotations

import pickle
import warnings
from typing import TYPE_CHECKING

import httpx
import pytest
from small_client import complaints, write_client

if TYPE_CHECKING:
    from pathlib import Path

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /orders:
    post:
      operationId: create
      tags: [orders]
      responses:
        "204": {description: Fine}
        "404": {$ref: "#/components/responses/NotFound"}
        "409":
          description: Conflict
          content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}
        4XX: {description: No, content: {application/problem+json: {schema: {$ref: "#/components/schemas/Problem"}}}}
        default:
          description: Broken
          content:
            application/json: {schema: {$ref: "#/components/schemas/ApiError"}}
            text/plain: {schema: {type: string}}
            application/xml: {schema: {type: object}}
  /items:
    get:
      operationId: items
      tags: [orders]
      responses:
        "200": {description: Fine, content: {application/json: {schema: {}}}}
        "404": {$ref: "#/components/responses/NotFound"}
        "409": {description: Conflict, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
        "413": {description: Too large}
components:
  responses:
    NotFound:
      description: Gone
      content: {application/json: {schema: {type: object, properties: {what: {type: string}}}}}
  schemas:
    Problem: {type: object, required: [title], properties: {title: {type: string}, status: {type: integer}}}
    ApiError: {type: object, properties: {message: {type: string}}}
"""


class Server:
    def __init__(self) -> None:
        self.response = httpx.Response(500)

    def fails(self, status: int, media_type: str, body: bytes) -> None:
        headers = {"content-type": media_type, "location": "/"} if media_type else {}
        self.response = httpx.Response(status, headers=headers, content=body)

    def __call__(self, _: httpx.Request) -> httpx.Response:
        return self.response


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def made_of(small, server):
    return small, "Small", {"transport": httpx.MockTransport(server), "max_retries": 0}


def failure_of(mode, small, name="create", **settings: object):
    client = mode.client(**settings)
    with pytest.raises(small.ApiError) as caught:
        mode.run(getattr(client.orders, name)())
    return caught.value


@pytest.mark.parametrize(
    ("status", "media_type", "body", "class_name", "error"),
    [
        (404, "application/json", b'{"what":"it"}', "NotFoundError", ("NotFoundResponse", {"what": "it"})),
        (409, "application/json", b'{"code":7}', "ConflictError", ("CreateResponse409", {"code": 7})),
        (422, "application/problem+json", b'{"title":"t"}', "ClientError", ("Problem", {"title": "t"})),
        (413, "application/problem+json", b'{"title":"t"}', "ContentTooLargeError", ("Problem", {"title": "t"})),
        (500, "application/json; charset=utf-8", b'{"message":"m"}', "ApiError", ("ApiError", {"message": "m"})),
        (500, "application/vnd.other+json", b'{"message":"m"}', "ApiError", ("ApiError", {"message": "m"})),
    ],
)
def test_the_body_is_what_is_described_for_the_status(mode, small, server, status, media_type, body, class_name, error):
    server.fails(status, media_type, body)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        failure = failure_of(mode, small)
    name, values = error
    assert type(failure) is getattr(small, class_name)
    assert type(failure.error) is getattr(small.models, name)
    assert failure.error.model_dump(exclude_unset=True) == values
    assert isinstance(failure, small.ClientError) == (status < 500)


def test_a_text_is_a_text(mode, small, server):
    server.fails(503, "text/plain", b"down")
    assert failure_of(mode, small).error == "down"


def test_of_a_described_media_type_without_a_type_nothing_is_made(mode, small, server):
    server.fails(503, "application/xml", b"<down/>")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        failure = failure_of(mode, small)
    assert (failure.error, failure.body) == (None, "<down/>")


def test_each_operation_has_its_own(mode, small, server):
    server.fails(409, "application/json", b'{"title":"t"}')
    assert failure_of(mode, small, "items").error == small.models.Problem(title="t")
    server.fails(413, "application/json", b'{"title":"t"}')
    assert failure_of(mode, small, "items").error is None  # which nothing describes
    server.fails(500, "application/json", b'{"message":"m"}')
    assert failure_of(mode, small, "items").error is None


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b'{"title":1}', "title"),
        (b"{}", "title"),
        (b'{"title":"t","status":"409"}', "status"),
        (b"<html>", "no JSON"),
        (b"", "there is no body"),
        (b"[" * 10_000, "deeper"),
    ],
)
@pytest.mark.parametrize("on_mismatch", ["warn", "raise", "ignore", "tell"])
def test_a_body_that_does_not_fit_is_none_and_reported_and_never_raised(
    mode, small, server, body, problem, on_mismatch
):
    server.fails(409, "application/json", body)
    told: list[object] = []
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        failure = failure_of(mode, small, "items", on_mismatch=told.append if on_mismatch == "tell" else on_mismatch)
    reports = [str(each) for each in told] or [str(each.message) for each in warned]
    assert type(failure) is small.ConflictError
    assert failure.error is None
    assert failure.status == 409
    if on_mismatch == "ignore":
        assert reports == []
    else:
        assert len(reports) == 1
        assert problem in reports[0]
        assert "GET /items" in reports[0]


def test_a_redirect_is_no_described_failure(mode, small, server):
    server.fails(307, "text/html", b"<p>")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert failure_of(mode, small).error is None


def test_what_is_read_stays_where_the_failure_goes(mode, small, server):
    server.fails(422, "application/problem+json", b'{"title":"t"}')
    failure = failure_of(mode, small)
    assert pickle.loads(pickle.dumps(failure)).error == failure.error == small.models.Problem(title="t")  # noqa: S301 - our own


USAGE = """\
from typing import TypeAlias, assert_type
from small import ApiError, ClientError, ConflictError, NotFoundError, ContentTooLargeError
from small import models


def read(
    every: ApiError, range_: ClientError, conflict: ConflictError, gone: NotFoundError, large: ContentTooLargeError
) -> None:
    Own: TypeAlias = models.NotFoundResponse | models.CreateResponse409 | models.Problem | models.ApiError | str | None
    assert_type(every.error, Own)
    assert_type(range_.error, Own)
    assert_type(conflict.error, models.CreateResponse409 | models.Problem | None)
    assert_type(gone.error, models.NotFoundResponse | None)
    assert_type(large.error, models.Problem | None)
    if gone.error:
        assert_type(gone.error.what, str | None)
    gone.error = None  # type: ignore[misc]
"""


@pytest.mark.slow
def test_editors_know_the_types(tmp_path: Path):
    write_client(tmp_path, DESCRIPTION)
    assert complaints(tmp_path, USAGE) == ""
