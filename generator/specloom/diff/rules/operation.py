"""What it means that an operation, a parameter or a webhook changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored, sideless
from specloom.diff.vocabulary import Rule

OPERATION_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "operation",
        ("operation-removed", B, "an operation is gone that was not deprecated before",
         "those who call it get a failure, without having been warned"),
        ("deprecated-operation-removed", W, "an operation is gone that was deprecated before",
         "those who still call it get a failure, and have been warned"),
        ("operation-removed-before-sunset", B,
         "a deprecated operation is gone before the last day that its `x-sunset` said",
         "those who call it were told that they can until then"),
        ("operation-added", S, "there is a new operation", "nobody calls it yet"),
    ),
    *sideless(
        "path",
        ("operation-moved", B, "an operation has another path or method, and the same operationId",
         "those who call the old route get a failure"),
        ("path-parameter-renamed", S, "a parameter in a path has another name", "its name is not sent, only its value"),
    ),
    *sideless(
        "operation",
        ("operation-deprecated", S, "an operation is deprecated now",
         "it works as before; those who call it are warned"),
        ("operation-undeprecated", S, "an operation is no longer deprecated", "it works as before"),
        ("operation-id-changed", S, "an operation has another operationId",
         "it is not sent; names in clients may come from it"),
        ("tags-changed", S, "an operation has other tags",
         "they are not sent; names in clients may come from the first"),
    ),
    *mirrored(
        "required-parameter-added", "parameter", "a {} needs a parameter that did not exist",
        request=(B, "calls that were complete are refused now"),
        response=(S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "optional-parameter-added", "parameter", "a {} may have a parameter that did not exist",
        request=(S, "calls without it are as good as before"),
        response=(S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "required-parameter-removed", "parameter", "a {} has lost a parameter that it had to have",
        request=(W, "calls still have it, and what it asked for is ignored or refused"),
        response=(B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "optional-parameter-removed", "parameter", "a {} has lost a parameter that it could have",
        request=(W, "calls may still have it, and what it asked for is ignored or refused"),
        response=(W, "receivers of the webhook may use it where it is there"),
    ),
    *mirrored(
        "deprecated-parameter-removed", "parameter", "a {} has lost a parameter that was deprecated before",
        request=(S, "calls that still have it have been warned"),
        response=(W, "receivers of the webhook may still use it, and have been warned"),
    ),
    *mirrored(
        "parameter-removed-before-sunset", "parameter",
        "a {} has lost a deprecated parameter before the last day that its `x-sunset` said",
        request=(B, "those who send it were told that they can until then"),
        response=(B, "receivers of the webhook were told that it is there until then"),
    ),
    *mirrored(
        "required-parameter-moved", "parameter", "a {} needs a parameter in another place, or under another name",
        request=(B, "calls that have it where it was are refused now"),
        response=(B, "receivers of the webhook look for it where it was"),
    ),
    *mirrored(
        "optional-parameter-moved", "parameter", "a {} may have a parameter in another place, or under another name",
        request=(W, "calls may have it where it was, and what it asked for is ignored or refused"),
        response=(W, "receivers of the webhook may look for it where it was"),
    ),
    *mirrored(
        "parameter-became-required", "parameter", "a {} has to have a parameter that it could leave out",
        request=(B, "calls without it are refused now"),
        response=(S, "receivers of the webhook are ready for it already"),
    ),
    *mirrored(
        "parameter-became-optional", "parameter", "a {} may leave out a parameter that it had to have",
        request=(S, "calls that have it are as good as before"),
        response=(B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "parameter-style-changed", "parameter", "the value of a parameter of a {} is written in another style",
        request=(B, "the server reads values of the old style wrong or not at all"),
        response=(B, "receivers of the webhook read values of the new style wrong or not at all"),
    ),
    *mirrored(
        "parameter-reserved-characters-changed", "parameter",
        "reserved characters in a parameter of a {} are escaped where they were not, or the other way round",
        request=(W, "values with such characters are read differently"),
        response=(W, "values with such characters are read differently"),
    ),
    *mirrored(
        "parameter-content-type-changed", "parameter", "the value of a parameter of a {} is of another media type",
        request=(B, "the server reads values of the old media type wrong or not at all"),
        response=(B, "receivers of the webhook read values of the new media type wrong or not at all"),
    ),
    *sideless(
        "parameter",
        ("parameter-deprecated", S, "a parameter is deprecated now",
         "it works as before; those who send it are warned"),
        ("parameter-undeprecated", S, "a parameter is no longer deprecated", "it works as before"),
    ),
    *sideless(
        "webhook",
        ("webhook-removed", B, "a webhook is gone that was not deprecated before",
         "receivers wait for requests that do not come any more, without having been warned"),
        ("deprecated-webhook-removed", W, "a webhook is gone that was deprecated before",
         "receivers may still wait for its requests, and have been warned"),
        ("webhook-removed-before-sunset", B,
         "a deprecated webhook is gone before the last day that its `x-sunset` said",
         "receivers were told that its requests come until then"),
        ("webhook-added", S, "there is a new webhook", "receivers get what they have asked for only"),
        ("webhook-method-changed", B, "a webhook is sent by another HTTP method",
         "receivers answer the old method only"),
        ("webhook-event-changed", B, "the requests of a webhook call themselves something else",
         "receivers tell events apart by that name"),
    ),
    *sideless(
        "callback",
        ("callback-removed", B, "a callback is gone that was not deprecated before",
         "those who gave their address wait for requests that do not come any more, without having been warned"),
        ("deprecated-callback-removed", W, "a callback is gone that was deprecated before",
         "those who gave their address may still wait for its requests, and have been warned"),
        ("callback-removed-before-sunset", B,
         "a deprecated callback is gone before the last day that its `x-sunset` said",
         "those who gave their address were told that its requests come until then"),
        ("callback-added", S, "an operation has a callback that did not exist",
         "receivers get what they have asked for only"),
        ("callback-renamed", S, "a callback has another name", "it is not sent"),
        ("callback-method-changed", B, "a callback is sent by another HTTP method",
         "receivers answer the old method only"),
        ("callback-address-changed", B, "the address of a callback is taken from somewhere else",
         "what calls gave as the address is not used any more"),
    ),
    *sideless(
        "webhook",
        ("webhook-headers-added", S,
         "it is said where a request of a webhook has its event and its sender's secret, and was not",
         "nothing was promised before"),
        ("webhook-headers-removed", W,
         "it is no longer said where a request of a webhook has its event and its sender's secret",
         "nothing is promised any more"),
        ("webhook-headers-changed", B,
         "what kind of event a request of a webhook is, or who sent it, stands somewhere else",
         "receivers look for it at the old place and refuse the request"),
    ),
)  # fmt: skip
