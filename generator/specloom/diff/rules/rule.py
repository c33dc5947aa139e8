"""How the tables of rules are written: of facts without sides, and of those that have two.

Effects have a letter each, for every row names one or two.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from specloom.diff.vocabulary import Area, Direction, Effect, Rule

B: Final = Effect.BREAKING
W: Final = Effect.WARNING
S: Final = Effect.SAFE
N: Final = Effect.NOTE
_SIDES: Final[tuple[Direction, ...]] = ("request", "response")

Meaning: TypeAlias = tuple[Effect, str]
"""How much a fact matters, and why."""


def sideless(area: Area, *rows: tuple[str, Effect, str, str]) -> tuple[Rule, ...]:
    """Return the rules of facts that mean the same whoever reads what is described.

    Rows say what happened, how much that matters, what it is in a sentence, and why it matters so much.
    """
    return tuple(Rule(fact, fact, None, area, effect, purpose, reason) for fact, effect, purpose, reason in rows)


def mirrored(area: Area, *rows: tuple[str, str, Meaning, Meaning]) -> tuple[Rule, ...]:
    """Return the two rules of each fact that has sides.

    Args:
        area: What all of them happened to.
        rows: What happened; what that is in a sentence, with `{}` where the side is named: `a {} may leave out a
            property that it had to have`; what it means in a request, where the server reads what is described; and
            what it means in a response, where the client does.
    """
    return tuple(
        Rule(f"{side}-{fact}", fact, side, area, effect, purpose.format(side), reason)
        for fact, purpose, request, response in rows
        for side, (effect, reason) in zip(_SIDES, (request, response), strict=True)
    )
