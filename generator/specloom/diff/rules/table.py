"""What a change means on the wire: one table, a row for each fact and direction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specloom.diff.rules.document import DOCUMENT_RULES
from specloom.diff.rules.schema import SCHEMA_RULES
from specloom.diff.vocabulary import Change, Direction, Effect, Rule

__all__ = ["RULES", "judge"]

RULES: Final[Mapping[str, Rule]] = {rule.id: rule for rule in (*DOCUMENT_RULES, *SCHEMA_RULES)}
"""Every rule by its id."""

_WORST_FIRST: Final = tuple(Effect)


def judge(change: Change) -> tuple[Rule, ...]:
    """Return the rules that apply to a change, worst first: one a direction it reaches, or the one that has no side.

    A fact with sides that reaches no operation is `unreached-change`, so there always is a rule.

    Raises:
        KeyError: No rule is about this fact.
    """
    if change.fact in RULES:
        return (RULES[change.fact],)
    directions: tuple[Direction, ...] = ("request", "response")
    sides = {direction: RULES[f"{direction}-{change.fact}"] for direction in directions}
    reached = {use.direction for use in change.uses}
    rules = [rule for direction, rule in sides.items() if direction in reached]
    return tuple(sorted(rules, key=lambda rule: _WORST_FIRST.index(rule.effect))) or (RULES["unreached-change"],)
