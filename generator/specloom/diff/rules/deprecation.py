"""What it means that the last day of something deprecated, or how stable an operation is said to be, changes."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import B, S, W, sideless
from specloom.diff.vocabulary import Rule

DEPRECATION_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "deprecation",
        ("sunset-announced", S, "something deprecated says its last day", "it works until then, and may go after it"),
        ("sunset-missing", W,
         "something is deprecated without a last day, in a description that says last days elsewhere",
         "nobody knows for how long it still works"),
        ("sunset-passed", B, "something is deprecated with a last day that is over",
         "those who use it are told when it is too late"),
        ("sunset-unreadable", B, "the last day of something deprecated is no date",
         "nobody knows for how long it still works, and no tool can tell whether it may go"),
        ("sunset-removed", B, "something deprecated no longer says its last day",
         "those who planned with that day cannot rely on it any more"),
        ("sunset-earlier", B, "the last day of something deprecated is an earlier one",
         "those who planned with the old day come too late"),
        ("sunset-later", S, "the last day of something deprecated is a later one", "it works for longer"),
        ("stability-lowered", B, "an operation is said to be less stable than it was",
         "what was promised for it holds no longer: changes of a draft or an alpha do not fail"),
        ("stability-raised", S, "an operation is said to be more stable than it was", "more is promised for it"),
        ("stability-unreadable", B, "how stable an operation is said to be is none of the known levels",
         "nobody knows what is promised for it"),
    ),
)  # fmt: skip
