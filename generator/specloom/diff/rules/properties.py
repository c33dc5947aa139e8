"""What it means that an object has other properties."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import mirrored
from specloom.diff.vocabulary import Effect, Rule

_B, _W, _S = Effect.BREAKING, Effect.WARNING, Effect.SAFE

_STILL_TAKEN: Final = "what clients send is taken as before"
_READY: Final = "clients are ready for it already"

PROPERTY_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "required-property-added", "schema", "an object in a {} has to have a property that did not exist",
        request=(_B, "what clients send lacks it and is refused"),
        response=(_S, "clients keep properties that they do not know"),
    ),
    *mirrored(
        "optional-property-added", "schema", "an object in a {} may have a property that did not exist",
        request=(_S, "what clients send without it is taken as before"),
        response=(_S, "clients keep properties that they do not know"),
    ),
    *mirrored(
        "required-property-removed", "schema", "an object in a {} has lost a property that it had to have",
        request=(_W, "what clients still send is ignored or refused"),
        response=(_B, "clients rely on it"),
    ),
    *mirrored(
        "optional-property-removed", "schema", "an object in a {} has lost a property that it could have",
        request=(_W, "what clients still send is ignored or refused"),
        response=(_W, "clients may use it where it is there"),
    ),
    *mirrored(
        "property-removed-before-sunset", "schema",
        "an object in a {} has lost a deprecated property before the last day that its `x-sunset` said",
        request=(_B, "those who send it were told that they can until then"),
        response=(_B, "those who read it were told that it is there until then"),
    ),
    *mirrored(
        "property-became-required", "schema", "an object in a {} has to have a property that it could leave out",
        request=(_B, "what clients send without it is refused"),
        response=(_S, _READY),
    ),
    *mirrored(
        "property-became-optional", "schema", "an object in a {} may leave out a property that it had to have",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients rely on it"),
    ),
    *mirrored(
        "property-became-read-only", "schema", "only the server can set a property of an object in a {} now",
        request=(_W, "what clients still send is ignored or refused"),
        response=(_S, "it is in answers as before"),
    ),
    *mirrored(
        "required-property-no-longer-read-only", "schema",
        "a property that an object in a {} has to have was one that only the server could set",
        request=(_B, "what clients send lacks it and is refused"),
        response=(_S, "it is in answers as before"),
    ),
    *mirrored(
        "optional-property-no-longer-read-only", "schema",
        "a property that an object in a {} may have was one that only the server could set",
        request=(_S, "what clients send without it is taken as before"),
        response=(_S, "it is in answers as before"),
    ),
    *mirrored(
        "required-property-became-write-only", "schema",
        "a property that an object in a {} had to have is one now that is never answered",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients rely on it"),
    ),
    *mirrored(
        "optional-property-became-write-only", "schema",
        "a property that an object in a {} could have is one now that is never answered",
        request=(_S, _STILL_TAKEN),
        response=(_W, "clients may use it where it is there"),
    ),
    *mirrored(
        "property-no-longer-write-only", "schema", "a property of an object in a {} is answered that never was",
        request=(_S, _STILL_TAKEN),
        response=(_S, "clients keep properties that they do not know"),
    ),
)  # fmt: skip
