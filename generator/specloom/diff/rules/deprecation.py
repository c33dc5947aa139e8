"""What it means that the last day of something deprecated, or how stable an operation is said to be, changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, sideless
from specloom.diff.vocabulary import Rule

DEPRECATION_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "sunset-announced", "deprecation", S, "something deprecated says its last day",
        "it works until then, and may go after it",
    ),
    *sideless(
        "sunset-missing", "deprecation", W,
        "something is deprecated without a last day, in a description that says last days elsewhere",
        "nobody knows for how long it still works",
    ),
    *sideless(
        "sunset-passed", "deprecation", B, "something is deprecated with a last day that is over",
        "those who use it are told when it is too late",
    ),
    *sideless(
        "sunset-unreadable", "deprecation", B, "the last day of something deprecated is no date",
        "nobody knows for how long it still works, and no tool can tell whether it may go",
    ),
    *sideless(
        "sunset-removed", "deprecation", B, "something deprecated no longer says its last day",
        "those who planned with that day cannot rely on it any more",
    ),
    *sideless(
        "sunset-earlier", "deprecation", B, "the last day of something deprecated is an earlier one",
        "those who planned with the old day come too late",
    ),
    *sideless(
        "sunset-later", "deprecation", S, "the last day of something deprecated is a later one", "it works for longer",
    ),
    *sideless(
        "stability-lowered", "deprecation", B, "an operation is said to be less stable than it was",
        "what was promised for it holds no longer: changes of a draft or an alpha do not fail",
    ),
    *sideless(
        "stability-raised", "deprecation", S, "an operation is said to be more stable than it was",
        "more is promised for it",
    ),
    *sideless(
        "stability-unreadable", "deprecation", B, "how stable an operation is said to be is none of the known levels",
        "nobody knows what is promised for it",
    ),
)  # fmt: skip
