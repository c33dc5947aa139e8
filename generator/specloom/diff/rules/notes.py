"""What is said of changes that no rule judges: that they happened, so that no change goes without a word."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.rule import sideless
from specloom.diff.vocabulary import Effect, Rule

_N: Final = Effect.NOTE

NOTE_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "words-changed", "note", _N, "what is said for people is different",
        "not judged: what is sent is described by other members",
    ),
    *sideless(
        "example-changed", "note", _N, "an example is different", "not judged: what may be sent is said by its schema",
    ),
    *sideless(
        "link-changed", "note", _N, "what an answer says of further operations is different",
        "not judged: those operations are described where they are",
    ),
    *sideless(
        "extension-changed", "note", _N, "a member is different that OpenAPI does not know",
        "not judged: it means what those who defined it say",
    ),
    *sideless(
        "unjudged-change", "note", _N, "a member is different that no other rule is about",
        "not judged: see what it says",
    ),
)  # fmt: skip
