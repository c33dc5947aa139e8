"""What changes of everything but schemas mean on the wire."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.access import ACCESS_RULES
from specloom.diff.rules.body import BODY_RULES
from specloom.diff.rules.client import CLIENT_RULES
from specloom.diff.rules.operation import OPERATION_RULES
from specloom.diff.rules.rule import sideless
from specloom.diff.vocabulary import Effect, Rule

__all__ = ["DOCUMENT_RULES"]

DOCUMENT_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "document-version-changed", "document", Effect.SAFE, "the description has another version", "it is not sent",
    ),
    *sideless(
        "document-title-changed", "document", Effect.SAFE, "the description has another title",
        "it is not sent; names in clients may come from it",
    ),
    *sideless(
        "unreached-change", "schema", Effect.SAFE, "something changes that no operation sends or answers",
        "it is not sent",
    ),
    *ACCESS_RULES,
    *OPERATION_RULES,
    *BODY_RULES,
    *CLIENT_RULES,
)  # fmt: skip
"""Those for facts of `compare` and its parts; `unreached-change` is for every fact with sides that has no uses."""
