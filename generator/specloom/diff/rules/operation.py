"""What it means that an operation, a parameter or a webhook changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored, sideless
from specloom.diff.vocabulary import Rule

OPERATION_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "operation-removed", "operation", B, "an operation is gone that was not deprecated before",
        "those who call it get a failure, without having been warned",
    ),
    *sideless(
        "deprecated-operation-removed", "operation", W, "an operation is gone that was deprecated before",
        "those who still call it get a failure, and have been warned",
    ),
    *sideless(
        "operation-removed-before-sunset", "operation", B,
        "a deprecated operation is gone before the last day that its `x-sunset` said",
        "those who call it were told that they can until then",
    ),
    *sideless("operation-added", "operation", S, "there is a new operation", "nobody calls it yet"),
    *sideless(
        "operation-moved", "path", B, "an operation has another path or method, and the same operationId",
        "those who call the old route get a failure",
    ),
    *sideless(
        "path-parameter-renamed", "path", S, "a parameter in a path has another name",
        "its name is not sent, only its value",
    ),
    *sideless(
        "operation-deprecated", "operation", S, "an operation is deprecated now",
        "it works as before; those who call it are warned",
    ),
    *sideless(
        "operation-undeprecated", "operation", S, "an operation is no longer deprecated", "it works as before",
    ),
    *sideless(
        "operation-id-changed", "operation", S, "an operation has another operationId",
        "it is not sent; names in clients may come from it",
    ),
    *sideless(
        "tags-changed", "operation", S, "an operation has other tags",
        "they are not sent; names in clients may come from the first",
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
        "parameter-deprecated", "parameter", S, "a parameter is deprecated now",
        "it works as before; those who send it are warned",
    ),
    *sideless("parameter-undeprecated", "parameter", S, "a parameter is no longer deprecated", "it works as before"),
    *sideless(
        "webhook-removed", "webhook", B, "a webhook is gone that was not deprecated before",
        "receivers wait for requests that do not come any more, without having been warned",
    ),
    *sideless(
        "deprecated-webhook-removed", "webhook", W, "a webhook is gone that was deprecated before",
        "receivers may still wait for its requests, and have been warned",
    ),
    *sideless(
        "webhook-removed-before-sunset", "webhook", B,
        "a deprecated webhook is gone before the last day that its `x-sunset` said",
        "receivers were told that its requests come until then",
    ),
    *sideless(
        "webhook-added", "webhook", S, "there is a new webhook", "receivers get what they have asked for only",
    ),
    *sideless(
        "webhook-method-changed", "webhook", B, "a webhook is sent by another HTTP method",
        "receivers answer the old method only",
    ),
    *sideless(
        "webhook-event-changed", "webhook", B, "the requests of a webhook call themselves something else",
        "receivers tell events apart by that name",
    ),
    *sideless(
        "callback-removed", "callback", B, "a callback is gone that was not deprecated before",
        "those who gave their address wait for requests that do not come any more, without having been warned",
    ),
    *sideless(
        "deprecated-callback-removed", "callback", W, "a callback is gone that was deprecated before",
        "those who gave their address may still wait for its requests, and have been warned",
    ),
    *sideless(
        "callback-removed-before-sunset", "callback", B,
        "a deprecated callback is gone before the last day that its `x-sunset` said",
        "those who gave their address were told that its requests come until then",
    ),
    *sideless(
        "callback-added", "callback", S, "an operation has a callback that did not exist",
        "receivers get what they have asked for only",
    ),
    *sideless(
        "callback-renamed", "callback", S, "a callback has another name", "it is not sent",
    ),
    *sideless(
        "callback-method-changed", "callback", B, "a callback is sent by another HTTP method",
        "receivers answer the old method only",
    ),
    *sideless(
        "callback-address-changed", "callback", B, "the address of a callback is taken from somewhere else",
        "what calls gave as the address is not used any more",
    ),
    *sideless(
        "webhook-headers-added", "webhook", S,
        "it is said where a request of a webhook has its event and its sender's secret, and was not",
        "nothing was promised before",
    ),
    *sideless(
        "webhook-headers-removed", "webhook", W,
        "it is no longer said where a request of a webhook has its event and its sender's secret",
        "nothing is promised any more",
    ),
    *sideless(
        "webhook-headers-changed", "webhook", B,
        "what kind of event a request of a webhook is, or who sent it, stands somewhere else",
        "receivers look for it at the old place and refuse the request",
    ),
)  # fmt: skip
