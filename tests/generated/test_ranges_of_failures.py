"""Who catches the documented class of a range of statuses catches the documented codes in it as well."""

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


def test_fixably_documents_a_range_that_catches() -> None:
    assert issubclass(fixably.BadRequestError, fixably.ClientError)
    assert issubclass(fixably.NotFoundError, fixably.ClientError)
    assert issubclass(fixably.UnauthorizedError, fixably.ClientError)
