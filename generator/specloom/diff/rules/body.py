"""What it means that a body, a response or a header changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import mirrored, sideless
from specloom.diff.vocabulary import Effect, Rule

_B, _W, _S = Effect.BREAKING, Effect.WARNING, Effect.SAFE

BODY_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "required-body-added", "request-body", "a {} has to have a body, and had none",
        request=(_B, "calls without a body are refused now"),
        response=(_S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "optional-body-added", "request-body", "a {} may have a body, and had none",
        request=(_S, "calls without a body are as good as before"),
        response=(_S, "receivers of the webhook ignore what they do not know"),
    ),
    *mirrored(
        "body-removed", "request-body", "a {} has no body any more",
        request=(_B, "what calls still have in their body is ignored or refused"),
        response=(_B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "body-became-required", "request-body", "a {} has to have a body, and could be without",
        request=(_B, "calls without a body are refused now"),
        response=(_S, "receivers of the webhook are ready for it already"),
    ),
    *mirrored(
        "body-became-optional", "request-body", "a {} may be without a body, and had to have one",
        request=(_S, "calls with a body are as good as before"),
        response=(_B, "receivers of the webhook rely on it"),
    ),
    *mirrored(
        "media-type-added", "media-type", "the body of a {} may come in one more media type",
        request=(_S, "the others are taken as before"),
        response=(_S, "clients get it only if they accept it"),
    ),
    *mirrored(
        "media-type-removed", "media-type", "the body of a {} does not come in a media type any more",
        request=(_B, "calls that send it are refused now"),
        response=(_B, "clients cannot get what they know how to read"),
    ),
    *mirrored(
        "media-type-widened", "media-type",
        "the body of a {}, or a part of it, comes in a range of media types that includes the old one",
        request=(_S, "what was sent is taken as before"),
        response=(_W, "clients may get what they do not know how to read"),
    ),
    *mirrored(
        "media-type-narrowed", "media-type",
        "the body of a {}, or a part of it, comes in a media type that the old range of media types includes",
        request=(_B, "calls that send another of the range are refused now"),
        response=(_S, "clients know how to read it already"),
    ),
    *mirrored(
        "body-schema-added", "media-type", "what the body of a {} holds is described now, and was not",
        request=(_W, "what was sent may not fit the schema"),
        response=(_S, "nothing was promised before"),
    ),
    *mirrored(
        "body-schema-removed", "media-type", "what the body of a {} holds is no longer described",
        request=(_S, "everything may be sent now"),
        response=(_W, "nothing is promised any more"),
    ),
    *mirrored(
        "part-encoding-changed", "media-type", "a part of the body of a {} is written differently",
        request=(_W, "the server may read the old way wrong or not at all"),
        response=(_W, "clients may read the new way wrong or not at all"),
    ),
    *mirrored(
        "part-style-changed", "media-type", "the value of a part of the body of a {} is put together otherwise",
        request=(_B, "the server reads values of the old style wrong or not at all"),
        response=(_B, "clients read values of the new style wrong or not at all"),
    ),
    *mirrored(
        "success-status-added", "response", "a {} may have a status that means success, and could not before",
        request=(_S, "what receivers of the webhook answer is taken as before"),
        response=(_W, "clients that check for the old statuses take the new one for a failure"),
    ),
    *mirrored(
        "success-status-removed", "response", "a {} has a status no longer that means success",
        request=(_B, "receivers of the webhook still answer with it, which is a failure now"),
        response=(_B, "clients expect an answer that never comes"),
    ),
    *mirrored(
        "success-range-narrowed", "response", "a {} has a status of fewer that mean success than before",
        request=(_B, "receivers of the webhook may still answer with another of the range, which is a failure now"),
        response=(_S, "clients that take the range take what is left of it"),
    ),
    *mirrored(
        "success-range-widened", "response", "a {} has a status of a range that means success, and had one of it",
        request=(_S, "what receivers of the webhook answer is taken as before"),
        response=(_W, "clients that check for the old statuses take another one for a failure"),
    ),
    *mirrored(
        "error-range-narrowed", "response", "a {} has a status of fewer that mean failure than before",
        request=(_W, "receivers of the webhook may still answer with another of the range"),
        response=(_S, "clients that handle the range handle what is left of it"),
    ),
    *mirrored(
        "error-range-widened", "response", "a {} has a status of a range that means failure, and had one of it",
        request=(_S, "what receivers of the webhook answer is taken as before"),
        response=(_S, "clients have to be ready for every failure"),
    ),
    *mirrored(
        "error-status-added", "response", "a {} may have a status that means failure, and could not before",
        request=(_S, "what receivers of the webhook answer is taken as before"),
        response=(_S, "clients have to be ready for every failure"),
    ),
    *mirrored(
        "error-status-removed", "response", "a {} has a status no longer that means failure",
        request=(_W, "receivers of the webhook may still answer with it"),
        response=(_W, "clients that handle this failure by its status do not see it any more"),
    ),
    *mirrored(
        "default-response-added", "response", "the content of a {} of any other status is described now, and was not",
        request=(_S, "what receivers of the webhook answer is taken as before"),
        response=(_S, "clients have to be ready for every status"),
    ),
    *mirrored(
        "default-response-removed", "response", "the content of a {} of any other status is no longer described",
        request=(_W, "receivers of the webhook may still answer with such a status"),
        response=(_W, "nothing is promised about such a status any more"),
    ),
    *mirrored(
        "required-header-added", "header", "a {} always has a header that did not exist",
        request=(_B, "what is sent without it is refused now"),
        response=(_S, "clients ignore headers that they do not know"),
    ),
    *mirrored(
        "optional-header-added", "header", "a {} may have a header that did not exist",
        request=(_S, "what is sent without it is as good as before"),
        response=(_S, "clients ignore headers that they do not know"),
    ),
    *mirrored(
        "required-header-removed", "header", "a {} has lost a header that it always had",
        request=(_W, "what it said is ignored now"),
        response=(_B, "clients rely on it"),
    ),
    *mirrored(
        "optional-header-removed", "header", "a {} has lost a header that it could have",
        request=(_W, "what it said is ignored now"),
        response=(_W, "clients may use it where it is there"),
    ),
    *mirrored(
        "deprecated-header-removed", "header", "a {} has lost a header that was deprecated before",
        request=(_S, "those who still send it have been warned"),
        response=(_W, "clients may still use it, and have been warned"),
    ),
    *mirrored(
        "header-became-required", "header", "a {} always has a header that it could leave out",
        request=(_B, "what is sent without it is refused now"),
        response=(_S, "clients are ready for it already"),
    ),
    *mirrored(
        "header-became-optional", "header", "a {} may leave out a header that it always had",
        request=(_S, "what is sent with it is as good as before"),
        response=(_B, "clients rely on it"),
    ),
    *mirrored(
        "header-content-type-changed", "header", "the value of a header of a {} is of another media type",
        request=(_B, "the server reads values of the old media type wrong or not at all"),
        response=(_B, "clients read values of the new media type wrong or not at all"),
    ),
    *mirrored(
        "header-style-changed", "header", "the names and values in a header of a {} are put together otherwise",
        request=(_B, "the server reads values of the old style wrong or not at all"),
        response=(_B, "clients read values of the new style wrong or not at all"),
    ),
    *sideless("header-deprecated", "header", _S, "a header is deprecated now", "it is sent as before"),
    *sideless("header-undeprecated", "header", _S, "a header is no longer deprecated", "it is sent as before"),
)  # fmt: skip
