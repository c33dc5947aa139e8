"""Requests that a server sends on its own: who sent them, which event they are, and what is told apart."""

import pickle
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from runtime.errors import ConfigurationError, MismatchWarning
from runtime.features.webhooks import (
    BrokenBodyError,
    Delivery,
    MissingTokenError,
    UnknownEventError,
    WebhookError,
    WrongTokenError,
    receive,
)
from runtime.model import Model

SECRET = "p\u00e4ss-w0rd"  # noqa: S105 - made up
BODY = b'{"id": 7, "at": "2025-03-04T09:12:00Z"}'


class Change(Model):
    id: int
    at: datetime


def deliver(
    headers: Mapping[str, str], body: bytes | str = BODY, secret: str | None = SECRET, **places: object
) -> Delivery:
    options = {"event_header": "X-Event", **places}
    return receive(headers, body, secret, token_header="X-Token", **options)  # noqa: S106 - a header's name


@pytest.mark.parametrize("names", [("X-Token", "X-Event"), ("x-token", "x-event"), ("X-TOKEN", "X-EVENT")])
@pytest.mark.parametrize("token", [SECRET, SECRET.encode().decode("latin-1")])
def test_names_of_headers_have_no_case_and_values_are_latin_1_or_utf_8(names: tuple[str, str], token: str):
    assert deliver({names[0]: token, names[1]: "order"}) == Delivery("order", BODY)


@pytest.mark.parametrize(
    "token", ["", "p", SECRET[:-1], f"{SECRET} ", SECRET.upper(), "p?ss-w0rd", "\U0001f600", "\udcff"]
)
def test_a_wrong_token_is_refused(token: str):
    with pytest.raises(WrongTokenError, match=r"^the header 'X-Token' does not hold the secret$"):
        deliver({"X-Token": token, "X-Event": "order"})


def test_a_missing_token_is_refused_whatever_else_is_there():
    with pytest.raises(MissingTokenError, match="no header 'X-Token'"):
        deliver({"X-Event": "order"}, body=b"no JSON")


def test_the_token_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch):
    compared = []

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return False

    monkeypatch.setattr("runtime.features.webhooks.compare_digest", compare)
    with pytest.raises(WrongTokenError):
        deliver({"X-Token": SECRET, "X-Event": "order"})
    assert (SECRET.encode(), SECRET.encode()) in compared


def test_none_says_that_the_sender_is_not_verified():
    assert deliver({"X-Event": "order"}, secret=None).event == "order"


def test_an_empty_secret_is_a_mistake_and_no_way_in():
    with pytest.raises(ConfigurationError, match="secret is empty"):
        deliver({"X-Token": "", "X-Event": "order"}, secret="")


def test_the_body_can_say_which_event_it_is():
    places = {"event_header": "", "event": ("meta", "type")}
    assert deliver({}, '{"meta": {"type": "order"}}', None, **places).event == "order"
    for body in (b"{}", b'{"meta": {"type": 1}}', b'{"meta": "order"}', b"[]", b'{"meta": {"type": ""}}'):
        with pytest.raises(UnknownEventError, match="no '/meta/type' in the body") as caught:
            deliver({}, body, None, **places)
        assert caught.value.event is None
    for body in (b"", b"{", b"\xff", b"[" * 100_000):
        with pytest.raises(BrokenBodyError, match="the body is no JSON"):
            deliver({}, body, None, **places)


def test_a_request_without_an_event_is_unknown():
    with pytest.raises(UnknownEventError, match="the request has no header 'X-Event'"):
        deliver({"X-Token": SECRET})


def test_an_unknown_event_is_named_but_not_at_length():
    error = Delivery("x" * 1000 + "\n", b"").unknown()
    assert error.event == "x" * 1000 + "\n"
    assert str(error) == f"the description has no event '{'x' * 80}\u2026'"


@pytest.mark.parametrize("body", [BODY, BODY.decode(), b"\xef\xbb\xbf" + BODY, BODY.decode().encode("utf-16")])
def test_the_body_becomes_a_value_of_its_type(body: bytes | str):
    change = deliver({"X-Event": "order"}, body, None).payload(Change, "raise")
    assert (change.id, change.at) == (7, datetime(2025, 3, 4, 9, 12, tzinfo=UTC))


@pytest.mark.parametrize("body", [b"", b"id=7", b"\xff\xfe\xfd", b"[" * 100_000])
def test_a_body_that_is_no_json_is_broken(body: bytes):
    with pytest.raises(BrokenBodyError, match=rf"^the body is no JSON \({len(body)} bytes\)$") as caught:
        deliver({"X-Event": "order"}, body, None).payload(Change, "ignore")
    assert caught.value.mismatch is None


def test_a_contradiction_is_reported_and_the_event_comes_nevertheless():
    delivery = deliver({"X-Event": "order"}, b'{"id": "s3cret", "more": 1}', None)
    problems = "id: sent as a string, described as an integer; at: Field required"
    words = f"^webhook 'order' contradicts the description: {problems}$"
    with pytest.warns(MismatchWarning, match=words):
        change = delivery.payload(Change, "warn")
    assert (change.id, change.at, change.model_extra) == ("s3cret", None, {"more": 1})
    found = []
    delivery.payload(Change, found.append)
    assert [path for path, _ in found[0].problems] == ["id", "at"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        delivery.payload(Change, "ignore")
    with pytest.raises(BrokenBodyError, match=words) as caught:
        delivery.payload(Change, "raise")
    assert caught.value.mismatch == found[0]
    assert "s3cret" not in str(caught.value)


def test_errors_are_one_family_and_can_be_pickled():
    for error in (UnknownEventError("a", "b"), BrokenBodyError("a"), WrongTokenError("a"), MissingTokenError("a")):
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
        assert isinstance(copy, WebhookError)
        assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))
