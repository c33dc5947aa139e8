"""Requests that a server sends on its own: who sent them, which event they are, and what is told apart."""

import hmac
import pickle
import time
import warnings
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from runtime.errors import ConfigurationError, MismatchWarning
from runtime.features.webhook_login import Login, LoginCheck
from runtime.features.webhook_signature import SignatureCheck, StaleRequestError
from runtime.features.webhooks import (
    BrokenBodyError,
    Delivery,
    MissingTokenError,
    TokenCheck,
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
    return receive(headers, body, secret, TokenCheck("X-Token"), **options)


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


SIGNING = "It's a Secret to Everybody"
HELLO = b"Hello, World!"
GITHUB = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
"""GitHub's documentation has these three."""
SLACK = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
    b"&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
    b"%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
"""From Slack's documentation, with secret, time and signature of the test."""


def login(query: object = "", headers: Mapping[str, str] | None = None, secret: object = None) -> Delivery:
    check = LoginCheck("user", "pass", query)
    known = Login("rui", SECRET) if secret is None else secret
    return receive({"X-Event": "order", **(headers or {})}, BODY, known, check, event_header="X-Event")


def basic(text: str | bytes) -> dict[str, str]:
    return {"Authorization": f"Basic {b64encode(text.encode() if isinstance(text, str) else text).decode()}"}


@pytest.mark.parametrize(
    "query",
    [
        "user=rui&pass=p%C3%A4ss-w0rd",
        "?a=1&pass=p%C3%A4ss-w0rd&user=rui",
        {"user": "rui", "pass": SECRET},
    ],
)
def test_a_login_in_the_query(query: object):
    assert login(query).event == "order"


@pytest.mark.parametrize(
    "headers",
    [
        basic(f"rui:{SECRET}"),
        basic(f"rui:{SECRET}".encode("latin-1")),
        {"authorization": "bASIC  " + b64encode(f"rui:{SECRET}".encode()).decode()},
    ],
)
def test_a_login_as_http_basic(headers: Mapping[str, str]):
    assert login("", headers).event == "order"


@pytest.mark.parametrize(
    ("query", "headers", "error"),
    [
        ("", {}, MissingTokenError),
        ("user=rui", {}, MissingTokenError),
        ("pass=x", {"Authorization": "Bearer x"}, MissingTokenError),
        ("", {"Authorization": "Basic !"}, MissingTokenError),
        ("", basic("rui"), MissingTokenError),
        ("user=rui&pass=", {}, WrongTokenError),
        ("user=&pass=p%C3%A4ss-w0rd", {}, WrongTokenError),
        ("user=RUI&pass=p%C3%A4ss-w0rd", {}, WrongTokenError),
        ("", basic("rui:x"), WrongTokenError),
    ],
)
def test_no_login_or_another_one(query: str, headers: Mapping[str, str], error: type[WebhookError]):
    with pytest.raises(error) as caught:
        login(query, headers)
    assert SECRET not in str(caught.value)


def test_a_login_has_to_be_whole_and_is_not_shown():
    assert SECRET not in repr(Login("rui", SECRET))
    for empty in (Login("", "x"), Login("rui", "")):
        with pytest.raises(ConfigurationError, match="may not be empty"):
            login("user=&pass=", secret=empty)
    with pytest.raises(TypeError, match="of the class Login, or None, not str"):
        login("user=rui", secret=SECRET)


def signed(check: SignatureCheck, headers: Mapping[str, str], body: bytes = HELLO, secret: str = SIGNING) -> Delivery:
    return receive({"X-Event": "order", **headers}, body, secret, check, event_header="X-Event")


def test_a_signature_of_the_body():
    check = SignatureCheck(header="X-Hub-Signature-256", prefix="sha256=")
    for value in (f"sha256={GITHUB}", f"sha256={GITHUB.upper()}", f"sha256=00, sha256={GITHUB}"):
        assert signed(check, {"x-hub-signature-256": value}).body == HELLO


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (None, MissingTokenError),
        ("", MissingTokenError),
        (GITHUB, MissingTokenError),
        ("sha256=", WrongTokenError),
        ("sha256=zz", WrongTokenError),
        (f"sha256={GITHUB[:-1]}", WrongTokenError),
        (f"sha256={GITHUB[:-1]}8", WrongTokenError),
        (f"sha256={GITHUB}00", WrongTokenError),
    ],
)
def test_no_signature_or_another_one(value: str | None, error: type[WebhookError]):
    check = SignatureCheck(header="X-Sign", prefix="sha256=")
    with pytest.raises(error) as caught:
        signed(check, {} if value is None else {"X-Sign": value})
    assert SIGNING not in str(caught.value)
    assert GITHUB not in str(caught.value)


def test_a_signature_is_of_every_byte():
    check = SignatureCheck(header="X-Sign", prefix="sha256=")
    for body in (b"Hello, World! ", b"hello, World!", b"", HELLO.decode().encode("utf-16")):
        with pytest.raises(WrongTokenError):
            signed(check, {"X-Sign": f"sha256={GITHUB}"}, body)


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "sha384", "sha512"])
@pytest.mark.parametrize("body", [b"", b"\xff\x00{body}{timestamp}"])
def test_algorithms_and_encodings(algorithm, body: bytes):
    digest = hmac.digest(SIGNING.encode(), body, algorithm)
    for encoding, text in (("hex", digest.hex()), ("base64", b64encode(digest).decode())):
        check = SignatureCheck(header="X-Sign", algorithm=algorithm, encoding=encoding)
        assert signed(check, {"X-Sign": text}, body).body == body


def test_a_time_that_is_signed(monkeypatch: pytest.MonkeyPatch):
    check = SignatureCheck(
        header="X-Slack-Signature", prefix="v0=", signed="v0:{timestamp}:{body}",
        timestamp_header="X-Slack-Request-Timestamp", timestamp_tolerance=300,
    )  # fmt: skip
    signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    headers = {"X-Slack-Signature": signature, "X-Slack-Request-Timestamp": "1531420618"}
    secret = "8f742231b10e8888abcd99yyyzzz85a5"  # noqa: S105 - of the documentation
    for now in (1531420618, 1531420918, 1531420318):
        monkeypatch.setattr("runtime.features.webhook_signature.time", lambda now=now: float(now))
        assert signed(check, headers, SLACK, secret).body == SLACK
    for now in (1531420919, 1531420317):
        monkeypatch.setattr("runtime.features.webhook_signature.time", lambda now=now: float(now))
        with pytest.raises(StaleRequestError, match="more than 300 seconds from now"):
            signed(check, headers, SLACK, secret)
    with pytest.raises(WrongTokenError):  # a fresh time, which was not signed
        signed(check, {**headers, "X-Slack-Request-Timestamp": "1531420317"}, SLACK, secret)
    for given in ("", "now", "-1", "1e9", "15314206180000000", "\u0661"):
        with pytest.raises(MissingTokenError, match="when it was signed"):
            signed(check, {**headers, "X-Slack-Request-Timestamp": given}, SLACK, secret)


def test_a_time_beside_the_signature():
    check = SignatureCheck(
        header="Stripe-Signature",
        prefix="v1=",
        signed="{timestamp}.{body}",
        timestamp_prefix="t=",
        timestamp_tolerance=60,
    )
    now = int(time.time())
    right = hmac.digest(SIGNING.encode(), f"{now}.".encode() + HELLO, "sha256").hex()
    for value in (f"t={now},v1={right}", f"t={now},v1={GITHUB},v1={right},v0=x", f"v1={right}, t={now}"):
        assert signed(check, {"Stripe-Signature": value}).event == "order"
    for value, error in ((f"v1={right}", MissingTokenError), (f"t={now - 1},v1={right}", WrongTokenError)):
        with pytest.raises(error):
            signed(check, {"Stripe-Signature": value})


@pytest.mark.parametrize("written", ["v1,{}", "v1,AAAA v1,{}", "v1a,AAAA v1,{} "])
def test_a_header_field_that_is_signed_with_a_secret_that_is_bytes(written: str):
    check = SignatureCheck(
        header="Webhook-Signature", encoding="base64", prefix="v1,", signed="{Webhook-Id}.{timestamp}.{body}",
        timestamp_header="Webhook-Timestamp", key_encoding="base64", key_prefix="whsec_",
    )  # fmt: skip
    key, now = b"\xff{body}", "1700000000"
    right = b64encode(hmac.digest(key, b"a{body}." + now.encode() + b"." + HELLO, "sha256")).decode()
    headers = {"webhook-id": "a{body}", "webhook-timestamp": now, "webhook-signature": written.format(right)}
    for secret in (f"whsec_{b64encode(key).decode()}", b64encode(key).decode()):
        assert signed(check, headers, HELLO, secret).body == HELLO
    for other in ("b", "a{body}\udcff"):
        with pytest.raises(WrongTokenError):
            signed(check, {**headers, "webhook-id": other}, HELLO, secret)
    with pytest.raises(MissingTokenError, match="no header 'Webhook-Id', which is signed"):
        signed(check, {name: value for name, value in headers.items() if name != "webhook-id"}, HELLO, secret)
    for wrong in ("whsec_", "whsec_%", "made up"):
        with pytest.raises(ConfigurationError, match="as base64") as caught:
            signed(check, headers, HELLO, wrong)
        assert wrong not in str(caught.value)


def test_signatures_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch):
    compared = []
    monkeypatch.setattr("runtime.features.webhook_signature.hmac.compare_digest", lambda *pair: compared.append(pair))
    with pytest.raises(WrongTokenError):
        signed(SignatureCheck(header="X-Sign"), {"X-Sign": GITHUB})
    assert compared == [(bytes.fromhex(GITHUB), bytes.fromhex(GITHUB))]
