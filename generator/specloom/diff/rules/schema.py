"""What changes of schemas mean on the wire."""

from __future__ import annotations

from typing import Final

from specloom.diff.rules.limits import LIMIT_RULES
from specloom.diff.rules.properties import PROPERTY_RULES
from specloom.diff.rules.structure import STRUCTURE_RULES
from specloom.diff.rules.types import TYPE_RULES
from specloom.diff.vocabulary import Rule

__all__ = ["SCHEMA_RULES"]

SCHEMA_RULES: Final[tuple[Rule, ...]] = (*PROPERTY_RULES, *TYPE_RULES, *LIMIT_RULES, *STRUCTURE_RULES)
