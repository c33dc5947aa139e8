"""What it means that values have to keep to other limits, or to satisfy other conditions."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import mirrored
from specloom.diff.vocabulary import Effect, Rule

_B, _W, _S = Effect.BREAKING, Effect.WARNING, Effect.SAFE

_REFUSED: Final = "the server may refuse what it took before"
_STILL_TAKEN: Final = "what clients send is taken as before"
_UNKNOWN: Final = "clients may get what they do not know how to read"
_READY: Final = "clients are ready for it already"

LIMIT_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "bound-added", "schema", "a size, number or length in a {} is limited, and was not",
        request=(_W, "values beyond it are refused, if they were ever taken"),
        response=(_S, _READY),
    ),
    *mirrored(
        "bound-removed", "schema", "a size, number or length in a {} is no longer limited",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients that have made room for the limit get values beyond it"),
    ),
    *mirrored(
        "bound-tightened", "schema", "a limit of a size, number or length in a {} is stricter",
        request=(_B, "values between the limits are refused"),
        response=(_S, _READY),
    ),
    *mirrored(
        "bound-loosened", "schema", "a limit of a size, number or length in a {} is less strict",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients that have made room for the limit get values beyond it"),
    ),
    *mirrored(
        "step-changed", "schema", "a number in a {} has to be a multiple of another number",
        request=(_B, "multiples of the old number are refused"),
        response=(_B, "clients get numbers that are no multiples of the old one"),
    ),
    *mirrored(
        "pattern-added", "schema", "a text in a {} has to match a pattern, and had not to",
        request=(_B, "texts that do not match it are refused"),
        response=(_S, _READY),
    ),
    *mirrored(
        "pattern-removed", "schema", "a text in a {} no longer has to match a pattern",
        request=(_S, _STILL_TAKEN),
        response=(_W, "clients may take texts apart by the pattern"),
    ),
    *mirrored(
        "pattern-changed", "schema", "a text in a {} has to match another pattern",
        request=(_W, "texts that match the old one may be refused"),
        response=(_W, "clients may take texts apart by the old one"),
    ),
    *mirrored(
        "content-encoding-changed", "schema", "the bytes that a text in a {} stands for are encoded differently",
        request=(_B, "the server decodes what clients send in another way"),
        response=(_B, "clients decode what they get in another way"),
    ),
    *mirrored(
        "content-media-type-changed", "schema", "what is inside a text in a {} is of another media type",
        request=(_W, "the server may not know how to read what clients send"),
        response=(_W, _UNKNOWN),
    ),
)  # fmt: skip

CONDITION_RULES: Final[tuple[Rule, ...]] = (
    *mirrored(
        "condition-added", "schema", "values in a {} have to satisfy a further condition",
        request=(_B, "values that do not are refused"),
        response=(_S, _READY),
    ),
    *mirrored(
        "condition-removed", "schema", "values in a {} have to satisfy one condition less",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients that rely on it get values that do not"),
    ),
    *mirrored(
        "condition-tightened", "schema", "a condition that values in a {} have to satisfy is stricter",
        request=(_B, "values that do not satisfy it are refused"),
        response=(_S, _READY),
    ),
    *mirrored(
        "condition-loosened", "schema", "a condition that values in a {} have to satisfy is less strict",
        request=(_S, _STILL_TAKEN),
        response=(_B, "clients that rely on it get values that do not"),
    ),
    *mirrored(
        "condition-changed", "schema", "values in a {} have to satisfy another condition",
        request=(_W, _REFUSED),
        response=(_W, _UNKNOWN),
    ),
)  # fmt: skip
