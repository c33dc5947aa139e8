"""What it means that an object has other properties."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored
from specloom.diff.vocabulary import Rule

_STILL_TAKEN: Final = "what clients send is taken as before"
_READY: Final = "clients are ready for it already"

PROPERTY_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "required-property-added", "schema", "an object in a {} has to have a property that did not exist",
        request=(B, "what clients send lacks it and is refused"),
        response=(S, "clients keep properties that they do not know"),
    ),
    *mirrored(
        "optional-property-added", "schema", "an object in a {} may have a property that did not exist",
        request=(S, "what clients send without it is taken as before"),
        response=(S, "clients keep properties that they do not know"),
    ),
    *mirrored(
        "required-property-removed", "schema", "an object in a {} has lost a property that it had to have",
        request=(W, "what clients still send is ignored or refused"),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "optional-property-removed", "schema", "an object in a {} has lost a property that it could have",
        request=(W, "what clients still send is ignored or refused"),
        response=(W, "clients may use it where it is there"),
    ),
    *mirrored(
        "property-removed-before-sunset", "schema",
        "an object in a {} has lost a deprecated property before the last day that its `x-sunset` said",
        request=(B, "those who send it were told that they can until then"),
        response=(B, "those who read it were told that it is there until then"),
    ),
    *mirrored(
        "property-became-required", "schema", "an object in a {} has to have a property that it could leave out",
        request=(B, "what clients send without it is refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "property-became-optional", "schema", "an object in a {} may leave out a property that it had to have",
        request=(S, _STILL_TAKEN),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "property-became-read-only", "schema", "only the server can set a property of an object in a {} now",
        request=(W, "what clients still send is ignored or refused"),
        response=(S, "it is in answers as before"),
    ),
    *mirrored(
        "required-property-no-longer-read-only", "schema",
        "a property that an object in a {} has to have was one that only the server could set",
        request=(B, "what clients send lacks it and is refused"),
        response=(S, "it is in answers as before"),
    ),
    *mirrored(
        "optional-property-no-longer-read-only", "schema",
        "a property that an object in a {} may have was one that only the server could set",
        request=(S, "what clients send without it is taken as before"),
        response=(S, "it is in answers as before"),
    ),
    *mirrored(
        "required-property-became-write-only", "schema",
        "a property that an object in a {} had to have is one now that is never answered",
        request=(S, _STILL_TAKEN),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "optional-property-became-write-only", "schema",
        "a property that an object in a {} could have is one now that is never answered",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may use it where it is there"),
    ),
    *mirrored(
        "property-no-longer-write-only", "schema", "a property of an object in a {} is answered that never was",
        request=(S, _STILL_TAKEN),
        response=(S, "clients keep properties that they do not know"),
    ),
)  # fmt: skip
