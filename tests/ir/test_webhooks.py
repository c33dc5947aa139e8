"""How the senders of webhooks are checked, as it is declared, and what is said where that cannot be."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from specloom.findings import DescriptionError
from specloom.ir.build import build_api
from specloom.ir.events import Signature
from specloom.spec.load import load_description
from specloom.targets.target import Target


def build(folder: Path, webhooks: dict[str, Any], parameters: list[dict[str, Any]] | None = None, **more: object):
    parameters = [{"schema": {"type": "string"}, **each} for each in parameters or []]
    operation = {"parameters": parameters, "responses": {"204": {"description": "Taken."}}, **more}
    value = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "x-specloom": {"webhooks": webhooks if "event" in webhooks else {"event_header": "X-Event", **webhooks}},
        "webhooks": {"order": {"post": operation}},
    }
    spec = folder / "openapi.yaml"
    spec.write_text(yaml.safe_dump(value), encoding="utf-8")
    return build_api(load_description(Target(spec)).document)


def test_a_signature_and_what_is_usual(tmp_path: Path):
    assert build(tmp_path, {"signature": {"header": "X-Sign"}}).events.signature == Signature("X-Sign")
    said = {"header": "S", "signed": "{timestamp}.{body}", "timestamp": {"prefix": "t=", "tolerance": 5}}
    found = build(tmp_path, {"signature": said}).events.signature
    assert found == Signature("S", signed="{timestamp}.{body}", timestamp_prefix="t=", timestamp_tolerance=5)
    said = {"header": "S", "key": {"encoding": "base64", "prefix": "s_"}}
    found = build(tmp_path, {"signature": said}).events.signature
    assert found == Signature("S", key_encoding="base64", key_prefix="s_")


@pytest.mark.parametrize(
    ("webhooks", "message"),
    [
        ({}, "x-specloom.webhooks needs at least one of 'token_header' and 'login' and 'signature'"),
        (
            {"signature": {"header": "S", "timestamp": {"header": "T"}}},
            "'timestamp' and {timestamp} in 'signed' go together: a time that is not signed says nothing",
        ),
        (
            {"signature": {"header": "S", "signed": "{timestamp}{body}"}},
            "'timestamp' and {timestamp} in 'signed' go together: a time that is not signed says nothing",
        ),
        ({"signature": {"header": "S", "signed": "{body}{body}"}}, "'signed' has to have {body} once"),
        ({"signature": {"header": "S", "signed": "{X Id}.{body}"}}, "'X Id' in 'signed' is no header"),
        (
            {"signature": {"header": "S"}, "token_header": "T"},
            "a secret that signs is not sent: there may be 'token_header' or 'signature'",
        ),
        (
            {"signature": {"header": "S", "signed": "{timestamp}{body}", "timestamp": {"tolerance": 5}}},
            "x-specloom.webhooks.signature.timestamp needs exactly one of 'header' and 'prefix'",
        ),
        (
            {"signature": {"header": "S", "signed": "body"}},
            (
                "x-specloom.webhooks.signature.signed must be a text with {body}, and {timestamp} where there is one,"
                " not 'body'"
            ),
        ),
    ],
)
def test_a_declaration_that_does_not_fit(tmp_path: Path, webhooks: dict[str, Any], message: str):
    with pytest.raises(DescriptionError) as caught:
        build(tmp_path, webhooks)
    assert message in {each.message for each in caught.value.findings}


def test_what_proves_who_sent_it_is_no_loss_for_callers(tmp_path: Path):
    webhooks = {
        "login": {"username": "u", "password": "p"},
        "signature": {"header": "S", "signed": "{timestamp}{body}", "timestamp": {"header": "T"}},
    }
    read = [{"name": "u", "in": "query"}, {"name": "p", "in": "query"}]
    read += [{"name": name, "in": "header"} for name in ("s", "T", "X-Event")]
    api = build(tmp_path, webhooks, [*read, {"name": "q", "in": "query"}])
    lost = {loss.what: loss.minor for loss in api.losses if "parameter" in loss.what}
    assert [what for what, minor in lost.items() if not minor] == ["query parameter q of webhook order"]


@pytest.mark.parametrize("media_type", ["multipart/form-data", "application/x-www-form-urlencoded", "application/xml"])
def test_what_is_lost_of_a_body_that_is_no_json(tmp_path: Path, media_type: str):
    content = {media_type: {"schema": {"type": "object"}}, "text/csv": {}}
    api = build(tmp_path, {"token_header": "T"}, requestBody={"content": content})
    assert {loss.what: loss.why for loss in api.losses if "media" in loss.what or "schema" in loss.what} == {
        f"schema of {media_type}": "of webhooks, only JSON has types: others pass as they are",
        "media type text/csv": f"the body is read as {media_type}",
    }


@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "application/json"])
def test_an_event_that_is_named_by_a_body_without_json_is_lost(tmp_path: Path, media_type: str):
    content = {media_type: {"schema": {"type": "object"}}}
    api = build(tmp_path, {"event": "/type", "token_header": "T"}, requestBody={"content": content})
    lost = [loss.why for loss in api.losses if loss.what == "webhook order"]
    told = "x-specloom.webhooks.event says that JSON names the event, and its body is none"
    assert lost == [] if media_type == "application/json" else [told]
