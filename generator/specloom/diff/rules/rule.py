"""How the tables of rules are written: of facts without sides, and of those that have two.

Effects have a letter each, for every row names one or two.
"""

from __future__ import annotations

from typing import Final

from specloom.diff.vocabulary import Area, Direction, Effect, Rule

B: Final = Effect.BREAKING
W: Final = Effect.WARNING
S: Final = Effect.SAFE
N: Final = Effect.NOTE


def sideless(area: Area, *rows: tuple[str, Effect, str, str]) -> tuple[Rule, ...]:
    """Return the rules of facts that mean the same whoever reads what is described.

    Args:
        area: What all of them happened to.
        rows: What happened, how much that matters, what it is in a sentence, and why it matters so much.
    """
    return tuple(Rule(fact, fact, None, area, effect, purpose, reason) for fact, effect, purpose, reason in rows)


def mirrored(
    fact: str, area: Area, purpose: str, *, request: tuple[Effect, str], response: tuple[Effect, str]
) -> tuple[Rule, ...]:
    """Return the two rules of a fact that has sides.

    Args:
        fact: What happened.
        area: What it happened to.
        purpose: With `{}` where the side is named: `a {} may leave out a property that it had to have`.
        request: What it means where the server reads what is described, and why.
        response: What it means where the client does.
    """
    sides: tuple[tuple[Direction, tuple[Effect, str]], ...] = (("request", request), ("response", response))
    return tuple(
        Rule(f"{side}-{fact}", fact, side, area, effect, purpose.format(side), reason)
        for side, (effect, reason) in sides
    )
