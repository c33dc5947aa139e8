"""Failures of several statuses: a range is the base of the codes in it, and `default` may be all that is described."""

from __future__ import annotations

from pathlib import Path

import fixably
import pytest
from small_client import answering, small_client


def described(*statuses: str) -> dict[str, object]:
    """Return a description of one operation whose answers have the statuses."""
    responses = {status: {"description": status} for status in statuses}
    operation = {"operationId": "open", "tags": ["door"], "responses": responses}
    return {"openapi": "3.1.0", "info": {"title": "Small", "version": "1"}, "paths": {"/": {"post": operation}}}


@pytest.mark.parametrize(
    ("statuses", "raised"),
    [
        (
            ("400", "4XX", "404"),
            {400: ["BadRequestError", "ClientError"], 404: ["NotFoundError", "ClientError"], 409: ["ClientError"]},
        ),
        (
            ("5XX", "503", "404"),
            {503: ["ServiceUnavailableError", "ServerError"], 500: ["ServerError"], 404: ["NotFoundError"], 400: []},
        ),
        (
            ("500", "5XX", "409", "4XX", "default"),
            {500: ["InternalServerError", "ServerError"], 409: ["ConflictError", "ClientError"], 503: ["ServerError"]},
        ),
        (("404", "default"), {404: ["NotFoundError"], 400: [], 503: []}),
    ],
)
def test_the_class_of_a_range_is_the_base_of_the_codes_in_it(
    tmp_path: Path, statuses: tuple[str, ...], raised: dict[int, list[str]]
) -> None:
    with small_client(tmp_path, described(*statuses)) as package, answering() as server:
        client = package.Small(base_url=server.base_url, max_retries=0)
        for status, names in raised.items():
            server.fail_next(status=status)
            with pytest.raises(package.ApiError) as caught:
                client.door.open()
            assert [each.__name__ for each in type(caught.value).__mro__] == [
                *names, "ApiError", "CallError", "Exception", "BaseException", "object"
            ]  # fmt: skip
            assert caught.value.status == status
        client.close()


ANY_STATUS = """\
openapi: 3.1.0
info: {title: Small, version: "1"}
paths:
  /it: {get: {operationId: it, tags: [door], responses: {default: {description: All, content:
    {application/json: {schema: {type: object, properties: {message: {type: string}}}}, text/plain: {}, image/png: {}}}}}}
"""


@pytest.mark.parametrize(
    ("media_type", "body"), [("application/json", b'{"message": "m"}'), ("text/plain", b"down"), ("image/png", b"")]
)
def test_what_is_described_for_any_status_is_the_answer_and_the_failure(tmp_path: Path, media_type: str, body: bytes):
    with small_client(tmp_path, ANY_STATUS) as package, answering({"message": "m"}) as server:
        client = package.Small(base_url=server.base_url, max_retries=0, on_mismatch="ignore")
        message = client.door.it()
        assert message == package.models.ItResponse(message="m")
        server.fail_next(status=500, body=body, headers={"content-type": media_type})
        with pytest.raises(package.ApiError) as caught:
            client.door.it()
        assert caught.value.error == {"application/json": message, "text/plain": "down"}.get(media_type)
        client.close()
        manifest = (tmp_path / "small" / "manifest.json").read_text(encoding="utf-8")
        assert "of failures, only JSON and texts have types" not in manifest


def test_fixably_documents_a_range_that_catches() -> None:
    assert issubclass(fixably.BadRequestError, fixably.ClientError)
    assert issubclass(fixably.NotFoundError, fixably.ClientError)
    assert issubclass(fixably.UnauthorizedError, fixably.ClientError)
