"""Which answers are failures although their status is none, and which exception they are."""

from __future__ import annotations

import httpx
import pytest
from runtime.configuration import Configuration
from runtime.errors import ApiError
from runtime.failure import failure
from runtime.features.envelope import Envelope
from runtime.features.error_codes import ErrorCodes
from runtime.request import Request


class MissingError(ApiError):
    """404."""


class CallerError(ApiError):
    """4XX."""


class OtherError(ApiError):
    """Everything else."""


LIST = Request("GET", "/x", listing=True)
CONFIGURATION = Configuration(
    "https://api.example",
    errors={404: MissingError, "4XX": CallerError, "default": OtherError},
    error_pointers={"code": ("meta", "code"), "message": ("meta", "text")},
    explain_code=ErrorCodes({"7": "The shop is closed.", "E7": "The shop has moved.", "E8": "The shop is full."}),
    envelope=Envelope(("meta", "ok"), frozenset(["100"]), frozenset(["Nothing found"])),
)


def hidden_failure(response, request, configuration):
    try:
        configuration.envelope(response, request, configuration)
    except ApiError as error:
        return error
    return None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (404, MissingError),
        ("404", MissingError),
        (422, CallerError),
        (503, OtherError),
        (0, OtherError),
        (-404, OtherError),
        ("E7", OtherError),
        (None, OtherError),
        ("\u0664\u0660\u0664", OtherError),
        ("4²2", OtherError),
        ("4" * 5000, OtherError),
        (4 * 10**4000, OtherError),
    ],
)
def test_the_class_follows_the_code_of_an_envelope(code, kind):
    response = httpx.Response(200, json={"meta": {"ok": False, "code": code, "text": "No"}})
    error = hidden_failure(response, LIST, CONFIGURATION)
    assert (type(error), error.code, error.message, error.route) == (kind, code, "No", "GET /x")


def test_with_a_failures_status_the_code_does_not_choose_the_class():
    error = failure(httpx.Response(503, json={"meta": {"code": 404}}), "GET /x", CONFIGURATION)
    assert (type(error), error.code) == (OtherError, 404)


def test_what_a_code_means():
    response = httpx.Response(200, json={"meta": {"ok": False, "code": 7}})
    assert hidden_failure(response, LIST, CONFIGURATION).meaning == "The shop is closed."


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"status": "E7"}, "E7"),
        ({"text": "E7: moved to the other side of the street"}, "E7"),
        ("sorry (E7)", "E7"),
        ({"text": "E7", "code": "E8"}, "E8"),
        ({"text": "E7 or E8"}, None),
        ({"text": "E77"}, None),
        ({"text": "7 days"}, None),
        (["E7"], None),
    ],
)
def test_a_documented_code_that_only_a_text_mentions(body, code):
    assert failure(httpx.Response(400, json=body), "GET /x", CONFIGURATION).code == code


@pytest.mark.parametrize(
    "body",
    [
        {"meta": {"ok": True, "code": 500}},
        {"meta": {"ok": None}},
        {"meta": {}},
        {"ok": False},
        [],
        "no",
        {"meta": {"ok": False, "code": 100}},
        {"meta": {"ok": False, "code": "100"}},
        {"meta": {"ok": False, "text": "Nothing found"}},
    ],
)
def test_what_is_no_failure(body):
    assert hidden_failure(httpx.Response(200, json=body), LIST, CONFIGURATION) is None


@pytest.mark.parametrize("said", [{"code": 100}, {"code": "100"}, {"text": "Nothing found"}])
@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
def test_what_means_an_empty_list_is_a_failure_where_none_was_asked_for(said, method):
    response = httpx.Response(200, json={"meta": {"ok": False, **said}})
    assert isinstance(hidden_failure(response, Request(method, "/x"), CONFIGURATION), ApiError)


@pytest.mark.parametrize("content", [b"", b"<html>", b"[" * 100_000])
def test_what_is_no_envelope(content):
    assert hidden_failure(httpx.Response(200, content=content), LIST, CONFIGURATION) is None
