"""What it means that schemas are put together differently, or have other names."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored, sideless
from specloom.diff.vocabulary import Rule

_STILL_TAKEN: Final = "what clients send is taken as before"
_READY: Final = "clients are ready for it already"

STRUCTURE_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "union-member-added", "schema", "a value in a {} may be one more kind of value",
        request=(S, _STILL_TAKEN),
        response=(B, "clients get a kind of value that they do not know how to read"),
    ),
    *mirrored(
        "union-member-removed", "schema", "a value in a {} may be one kind of value less",
        request=(B, "clients that send it are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "union-added", "schema", "a value in a {} has to be one of several kinds besides what it had to be",
        request=(B, "values of other kinds are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "union-removed", "schema", "a value in a {} no longer has to be one of several kinds",
        request=(S, _STILL_TAKEN),
        response=(B, "clients get kinds of values that they do not know how to read"),
    ),
    *mirrored(
        "any-of-became-one-of", "schema", "a value in a {} has to be of exactly one kind, and could be of several",
        request=(B, "values that are of several kinds are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "choices-told-apart", "schema",
        "a value in a {} could be of several kinds at once and be wrong, and is of one now",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may get values that were wrong before"),
    ),
    *mirrored(
        "choices-overlap", "schema", "a value in a {} can be of several kinds at once, of which only one is allowed",
        request=(B, "values that are of several kinds are refused"),
        response=(S, "values that are of several kinds do not come"),
    ),
    *mirrored(
        "one-of-became-any-of", "schema", "a value in a {} may be of several kinds, and was of exactly one",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may take the first kind that fits for the only one"),
    ),
    *mirrored(
        "discriminator-added", "schema", "a property tells kinds of values in a {} apart, and did not",
        request=(W, "the server may refuse values without the property"),
        response=(S, _READY),
    ),
    *mirrored(
        "discriminator-removed", "schema", "no property tells kinds of values in a {} apart any more",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may get values that lack the property they look at"),
    ),
    *mirrored(
        "discriminator-changed", "schema", "another property tells kinds of values in a {} apart",
        request=(B, "values that only have the old property are refused"),
        response=(B, "clients look at the old property"),
    ),
    *mirrored(
        "discriminator-value-added", "schema", "the discriminator has one more value in a {}",
        request=(S, _STILL_TAKEN),
        response=(B, "clients do not know what kind of value it means"),
    ),
    *mirrored(
        "discriminator-value-removed", "schema", "the discriminator has lost a value in a {}",
        request=(B, "clients that send it are refused"),
        response=(S, "clients expect a value that never comes"),
    ),
    *mirrored(
        "discriminator-value-moved", "schema", "a value of the discriminator means another kind of value in a {}",
        request=(B, "the server takes what clients send for something else"),
        response=(B, "clients take what they get for something else"),
    ),
    *mirrored(
        "discriminator-default-changed", "schema", "other values of a discriminator mean another kind of value in a {}",
        request=(B, "the server takes what clients send for something else"),
        response=(B, "clients take what they get for something else"),
    ),
    *mirrored(
        "additional-properties-forbidden", "schema", "an object in a {} may not have properties that are not described",
        request=(B, "objects that have such properties are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "additional-properties-allowed", "schema", "an object in a {} may have properties that are not described",
        request=(S, _STILL_TAKEN),
        response=(W, "clients that refuse properties they do not know fail"),
    ),
    *mirrored(
        "pattern-properties-added", "schema", "properties in a {} whose names match a pattern have a schema now",
        request=(B, "such properties are refused where they do not fit it"),
        response=(S, _READY),
    ),
    *mirrored(
        "pattern-properties-removed", "schema", "properties in a {} whose names match a pattern have no schema now",
        request=(S, _STILL_TAKEN),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "pattern-properties-allowed", "schema",
        "an object in a {} may have properties whose names match a pattern, and could have no such properties",
        request=(S, _STILL_TAKEN),
        response=(S, "clients keep properties that they do not know"),
    ),
    *mirrored(
        "pattern-properties-forbidden", "schema",
        "an object in a {} may not have properties whose names match a pattern, which it could have",
        request=(B, "objects that have such properties are refused"),
        response=(B, "clients rely on it"),
    ),
    *mirrored(
        "prefix-item-added", "schema", "an item at the front of a list in a {} has a schema of its own now",
        request=(B, "lists in which it is something else are refused"),
        response=(W, "clients read it as they read the other items"),
    ),
    *mirrored(
        "prefix-item-removed", "schema", "an item at the front of a list in a {} has no schema of its own any more",
        request=(W, "lists that begin with it may be refused"),
        response=(B, "clients rely on it"),
    ),
    *sideless("schema-added", "schema", S, "a schema has been given a name", "it matters where it is used"),
    *sideless("schema-removed", "schema", S, "a named schema is gone", "it matters where it was used"),
    *sideless("schema-renamed", "schema", S, "a schema has another name", "names of schemas are not sent"),
    *sideless(
        "schema-became-named", "schema", S, "a schema has moved to where others can refer to it",
        "where a schema stands is not sent",
    ),
    *sideless(
        "schema-became-inline", "schema", S, "a schema has moved to where it is used",
        "where a schema stands is not sent",
    ),
    *sideless(
        "reference-changed", "schema", S, "a reference leads to another schema",
        "what is different between the two is said beside it",
    ),
    *sideless("schema-deprecated", "schema", S, "a schema or property is deprecated now", "it is sent as before"),
    *sideless(
        "schema-undeprecated", "schema", S, "a schema or property is no longer deprecated",
        "it is sent as before",
    ),
    *sideless(
        "python-type-changed", "extension", S, "a value is of another type in Python",
        "what is sent is as before",
    ),
    *sideless(
        "python-name-changed", "extension", S, "a schema or property is called otherwise in Python",
        "the name on the wire is as before",
    ),
    *sideless(
        "link-target-changed", "extension", S, "a link leads to another schema",
        "what is sent is the link, whatever it leads to",
    ),
)  # fmt: skip
