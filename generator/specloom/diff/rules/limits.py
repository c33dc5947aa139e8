"""What it means that values have to keep to other limits, or to satisfy other conditions."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, mirrored
from specloom.diff.vocabulary import Rule

_REFUSED: Final = "the server may refuse what it took before"
_STILL_TAKEN: Final = "what clients send is taken as before"
_UNKNOWN: Final = "clients may get what they do not know how to read"
_READY: Final = "clients are ready for it already"

LIMIT_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "bound-added", "schema", "a size, number or length in a {} is limited, and was not",
        request=(W, "values beyond it are refused, if they were ever taken"),
        response=(S, _READY),
    ),
    *mirrored(
        "bound-removed", "schema", "a size, number or length in a {} is no longer limited",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that have made room for the limit get values beyond it"),
    ),
    *mirrored(
        "bound-tightened", "schema", "a limit of a size, number or length in a {} is stricter",
        request=(B, "values between the limits are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "bound-loosened", "schema", "a limit of a size, number or length in a {} is less strict",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that have made room for the limit get values beyond it"),
    ),
    *mirrored(
        "step-changed", "schema", "a number in a {} has to be a multiple of another number",
        request=(B, "multiples of the old number are refused"),
        response=(B, "clients get numbers that are no multiples of the old one"),
    ),
    *mirrored(
        "pattern-added", "schema", "a text in a {} has to match a pattern, and had not to",
        request=(B, "texts that do not match it are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "pattern-removed", "schema", "a text in a {} no longer has to match a pattern",
        request=(S, _STILL_TAKEN),
        response=(W, "clients may take texts apart by the pattern"),
    ),
    *mirrored(
        "pattern-changed", "schema", "a text in a {} has to match another pattern",
        request=(W, "texts that match the old one may be refused"),
        response=(W, "clients may take texts apart by the old one"),
    ),
    *mirrored(
        "content-encoding-changed", "schema", "the bytes that a text in a {} stands for are encoded differently",
        request=(B, "the server decodes what clients send in another way"),
        response=(B, "clients decode what they get in another way"),
    ),
    *mirrored(
        "content-media-type-changed", "schema", "what is inside a text in a {} is of another media type",
        request=(W, "the server may not know how to read what clients send"),
        response=(W, _UNKNOWN),
    ),
)  # fmt: skip

CONDITION_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "condition-added", "schema", "values in a {} have to satisfy a further condition",
        request=(B, "values that do not are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "condition-removed", "schema", "values in a {} have to satisfy one condition less",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that rely on it get values that do not"),
    ),
    *mirrored(
        "condition-tightened", "schema", "a condition that values in a {} have to satisfy is stricter",
        request=(B, "values that do not satisfy it are refused"),
        response=(S, _READY),
    ),
    *mirrored(
        "condition-loosened", "schema", "a condition that values in a {} have to satisfy is less strict",
        request=(S, _STILL_TAKEN),
        response=(B, "clients that rely on it get values that do not"),
    ),
    *mirrored(
        "condition-changed", "schema", "values in a {} have to satisfy another condition",
        request=(W, _REFUSED),
        response=(W, _UNKNOWN),
    ),
)  # fmt: skip
