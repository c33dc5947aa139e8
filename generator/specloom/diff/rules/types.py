"""What it means that a value is of another type, or limited to other values."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored
from specloom.diff.vocabulary import Rule

_STILL_TAKEN: Final = "what clients send is taken as before"
_READY: Final = "clients are ready for it already"

TYPE_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "null-allowed", "schema", "a value in a {} may be null, and could not",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that use the value fail on null"),
    ),
    *mirrored(
        "null-disallowed", "schema", "a value in a {} may no longer be null",
        request=(B, "clients that send null are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "type-widened", "schema", "a value in a {} may be of more types than before",
        request=(S, _STILL_TAKEN),
        response=(B, "clients get values of types that they do not know how to read"),
    ),
    *mirrored(
        "type-narrowed", "schema", "a value in a {} may be of fewer types than before",
        request=(B, "clients that send the others are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "type-changed", "schema", "a value in a {} is of another type than before",
        request=(B, "what clients send is refused"),
        response=(B, "clients cannot read what they get"),
    ),
    *mirrored(
        "format-added", "schema", "a value in a {} has to be written in a format, and had none",
        request=(B, "what clients send in other forms is refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "format-removed", "schema", "a value in a {} may be written in any form, and had a format",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that parse the format fail on other forms"),
    ),
    *mirrored(
        "format-changed", "schema", "a value in a {} is written in another format",
        request=(B, "what clients send in the old format is refused"),
        response=(B, "clients that parse the old format fail"),
    ),
    *mirrored(
        "format-hint-added", "schema", "a {} says what kind of text or number a value is, and did not",
        request=(W, "the server may refuse texts or numbers of other kinds"),
        response=(S, _READY),
    ),
    *mirrored(
        "format-hint-removed", "schema", "a {} no longer says what kind of text or number a value is",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may rely on the kind that was named"),
    ),
    *mirrored(
        "format-hint-changed", "schema", "a {} says that a value is another kind of text or number",
        request=(W, "the server may refuse texts or numbers of the old kind"),
        response=(W, "clients may rely on the kind that was named"),
    ),
    *mirrored(
        "format-hint-widened", "schema", "a {} says that a value is a number of a wider kind",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may rely on the narrower kind"),
    ),
    *mirrored(
        "format-hint-narrowed", "schema", "a {} says that a value is a number of a narrower kind",
        request=(W, "the server may refuse numbers that are of the wider kind only"),
        response=(S, _READY),
    ),
    *mirrored(
        "enum-value-added", "schema", "a list of values in a {} has one more",
        request=(S, _STILL_TAKEN),
        response=(W, "clients that handle each listed value do not know what to do with it"),
    ),
    *mirrored(
        "closed-enum-value-added", "schema", "a list of values in a {} that was closed has one more",
        request=(S, _STILL_TAKEN),
        response=(B, "clients were told that no other value comes, and refuse it"),
    ),
    *mirrored(
        "enum-value-removed", "schema", "a list of values in a {} has lost one",
        request=(B, "clients that send it are refused"),
        response=(S, "clients expect a value that never comes"),
    ),
    *mirrored(
        "enum-added", "schema", "a value in a {} is limited to a list, and was not",
        request=(B, "clients that send other values are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "enum-removed", "schema", "a value in a {} is no longer limited to a list",
        request=(S, _STILL_TAKEN),
        response=(W, "clients that handle each listed value do not know what to do with others"),
    ),
    *mirrored(
        "closed-enum-removed", "schema", "a value in a {} is no longer limited to a list that was closed",
        request=(S, _STILL_TAKEN),
        response=(B, "clients were told that no other value comes, and refuse others"),
    ),
    *mirrored(
        "enum-opened", "extension", "values that are not listed may come in a {} as well",
        request=(S, _STILL_TAKEN),
        response=(W, "clients that handle each listed value do not know what to do with others"),
    ),
    *mirrored(
        "enum-closed", "extension", "values that are not listed are wrong in a {} now",
        request=(W, "clients that send other values may be refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "const-added", "schema", "a value in a {} is always the same, and was not",
        request=(B, "clients that send other values are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "const-removed", "schema", "a value in a {} was always the same, and is not any more",
        request=(S, _STILL_TAKEN),
        response=(B, "clients rely on the one value that there was"),
    ),
    *mirrored(
        "const-changed", "schema", "a value in a {} that is always the same is another one",
        request=(B, "clients that send the old one are refused"),
        response=(B, "clients rely on the old one"),
    ),
    *mirrored(
        "default-changed", "schema", "what it means to leave out a value in a {} has changed",
        request=(W, "calls that leave it out do something else"),
        response=(W, "clients that put the default in its place are wrong"),
    ),
)  # fmt: skip
