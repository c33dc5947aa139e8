"""What it means that a body, a response or a header changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored, sideless
from specloom.diff.vocabulary import Rule

BODY_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "required-body-added", "request-body", "a {} has to have a body, and had none",
        request=(B, "calls without a body are refused now"),
        response=(S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "optional-body-added", "request-body", "a {} may have a body, and had none",
        request=(S, "calls without a body are as good as before"),
        response=(S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "body-removed", "request-body", "a {} has no body any more",
        request=(B, "what calls still have in their body is ignored or refused"),
        response=(B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "body-became-required", "request-body", "a {} has to have a body, and could be without",
        request=(B, "calls without a body are refused now"),
        response=(S, "receivers of the webhook are ready for it already"),
    ),
    *mirrored(
        "body-became-optional", "request-body", "a {} may be without a body, and had to have one",
        request=(S, "calls with a body are as good as before"),
        response=(B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "media-type-added", "media-type", "the body of a {} may come in one more media type",
        request=(S, "the others are taken as before"),
        response=(S, "clients get it only if they accept it"),
    ),
    *mirrored(
        "media-type-removed", "media-type", "the body of a {} does not come in a media type any more",
        request=(B, "calls that send it are refused now"),
        response=(B, "clients cannot get what they know how to read"),
    ),
    *mirrored(
        "media-type-widened", "media-type",
        "the body of a {}, or a part of it, comes in a range of media types that includes the old one",
        request=(S, "what was sent is taken as before"),
        response=(W, "clients may get what they do not know how to read"),
    ),
    *mirrored(
        "media-type-narrowed", "media-type",
        "the body of a {}, or a part of it, comes in a media type that the old range of media types includes",
        request=(B, "calls that send another of the range are refused now"),
        response=(S, "clients know how to read it already"),
    ),
    *mirrored(
        "body-schema-added", "media-type", "what the body of a {} holds is described now, and was not",
        request=(W, "what was sent may not fit the schema"),
        response=(S, "nothing was promised before"),
    ),
    *mirrored(
        "body-schema-removed", "media-type", "what the body of a {} holds is no longer described",
        request=(S, "everything may be sent now"),
        response=(W, "nothing is promised any more"),
    ),
    *mirrored(
        "part-encoding-changed", "media-type", "a part of the body of a {} is written differently",
        request=(W, "the server may read the old way wrong or not at all"),
        response=(W, "clients may read the new way wrong or not at all"),
    ),
    *mirrored(
        "part-style-changed", "media-type", "the value of a part of the body of a {} is put together otherwise",
        request=(B, "the server reads values of the old style wrong or not at all"),
        response=(B, "clients read values of the new style wrong or not at all"),
    ),
    *mirrored(
        "success-status-added", "response", "a {} may have a status that means success, and could not before",
        request=(S, "what receivers of the webhook answer is taken as before"),
        response=(W, "clients that check for the old statuses take the new one for a failure"),
    ),
    *mirrored(
        "success-status-removed", "response", "a {} has a status no longer that means success",
        request=(B, "receivers of the webhook still answer with it, which is a failure now"),
        response=(B, "clients expect an answer that never comes"),
    ),
    *mirrored(
        "success-range-narrowed", "response", "a {} has a status of fewer that mean success than before",
        request=(B, "receivers of the webhook may still answer with another of the range, which is a failure now"),
        response=(S, "clients that take the range take what is left of it"),
    ),
    *mirrored(
        "success-range-widened", "response", "a {} has a status of a range that means success, and had one of it",
        request=(S, "what receivers of the webhook answer is taken as before"),
        response=(W, "clients that check for the old statuses take another one for a failure"),
    ),
    *mirrored(
        "error-range-narrowed", "response", "a {} has a status of fewer that mean failure than before",
        request=(W, "receivers of the webhook may still answer with another of the range"),
        response=(S, "clients that handle the range handle what is left of it"),
    ),
    *mirrored(
        "error-range-widened", "response", "a {} has a status of a range that means failure, and had one of it",
        request=(S, "what receivers of the webhook answer is taken as before"),
        response=(S, "clients have to be ready for every failure"),
    ),
    *mirrored(
        "error-status-added", "response", "a {} may have a status that means failure, and could not before",
        request=(S, "what receivers of the webhook answer is taken as before"),
        response=(S, "clients have to be ready for every failure"),
    ),
    *mirrored(
        "error-status-removed", "response", "a {} has a status no longer that means failure",
        request=(W, "receivers of the webhook may still answer with it"),
        response=(W, "clients that handle this failure by its status do not see it any more"),
    ),
    *mirrored(
        "default-response-added", "response", "the content of a {} of any other status is described now, and was not",
        request=(S, "what receivers of the webhook answer is taken as before"),
        response=(S, "clients have to be ready for every status"),
    ),
    *mirrored(
        "default-response-removed", "response", "the content of a {} of any other status is no longer described",
        request=(W, "receivers of the webhook may still answer with such a status"),
        response=(W, "nothing is promised about such a status any more"),
    ),
    *mirrored(
        "required-header-added", "header", "a {} always has a header that did not exist",
        request=(B, "what is sent without it is refused now"),
        response=(S, "clients ignore headers that they do not know"),
    ),
    *mirrored(
        "optional-header-added", "header", "a {} may have a header that did not exist",
        request=(S, "what is sent without it is as good as before"),
        response=(S, "clients ignore headers that they do not know"),
    ),
    *mirrored(
        "required-header-removed", "header", "a {} has lost a header that it always had",
        request=(W, "what it said is ignored now"),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "optional-header-removed", "header", "a {} has lost a header that it could have",
        request=(W, "what it said is ignored now"),
        response=(W, "clients may use it where it is there"),
    ),
    *mirrored(
        "deprecated-header-removed", "header", "a {} has lost a header that was deprecated before",
        request=(S, "those who still send it have been warned"),
        response=(W, "clients may still use it, and have been warned"),
    ),
    *mirrored(
        "header-became-required", "header", "a {} always has a header that it could leave out",
        request=(B, "what is sent without it is refused now"),
        response=(S, "clients are ready for it already"),
    ),
    *mirrored(
        "header-became-optional", "header", "a {} may leave out a header that it always had",
        request=(S, "what is sent with it is as good as before"),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "header-content-type-changed", "header", "the value of a header of a {} is of another media type",
        request=(B, "the server reads values of the old media type wrong or not at all"),
        response=(B, "clients read values of the new media type wrong or not at all"),
    ),
    *mirrored(
        "header-style-changed", "header", "the names and values in a header of a {} are put together otherwise",
        request=(B, "the server reads values of the old style wrong or not at all"),
        response=(B, "clients read values of the new style wrong or not at all"),
    ),
    *sideless(
        "header",
        ("header-deprecated", S, "a header is deprecated now", "it is sent as before"),
        ("header-undeprecated", S, "a header is no longer deprecated", "it is sent as before"),
    ),
)  # fmt: skip
