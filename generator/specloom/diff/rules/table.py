"""What a change means on the wire: one table, a row for each fact and direction.

The rows stand in the modules beside this one, by what they are about. The rows here are about what is found besides
the changes inside two documents: descriptions that come and go, and names of the client.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specloom.diff.rules.access import ACCESS_RULES
from specloom.diff.rules.body import BODY_RULES
from specloom.diff.rules.client import CLIENT_RULES
from specloom.diff.rules.deprecation import DEPRECATION_RULES
from specloom.diff.rules.limits import CONDITION_RULES, LIMIT_RULES
from specloom.diff.rules.operation import OPERATION_RULES
from specloom.diff.rules.properties import PROPERTY_RULES
from specloom.diff.rules.rule import N, sideless
from specloom.diff.rules.structure import STRUCTURE_RULES
from specloom.diff.rules.types import TYPE_RULES
from specloom.diff.vocabulary import Change, Direction, Effect, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping


NOTE_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "words-changed", "note", N, "what is said for people is different",
        "not judged: what is sent is described by other members",
    ),
    *sideless(
        "example-changed", "note", N, "an example is different", "not judged: what may be sent is said by its schema",
    ),
    *sideless(
        "link-changed", "note", N, "what an answer says of further operations is different",
        "not judged: those operations are described where they are",
    ),
    *sideless(
        "extension-changed", "note", N, "a member is different that OpenAPI does not know",
        "not judged: it means what those who defined it say",
    ),
    *sideless(
        "unjudged-change", "note", N, "a member is different that no other rule is about",
        "not judged: see what it says",
    ),
)  # fmt: skip


DESCRIPTION_ADDED: Final = sideless(
    "description-added", "document", Effect.SAFE, "a description is new", "nobody can have relied on it"
)
DESCRIPTION_REMOVED: Final = sideless(
    "description-removed",
    "document",
    Effect.BREAKING,
    "a description is gone",
    "its client can no longer be made, and whoever uses it is left with what was made last",
)
CLIENT_CHANGED: Final = sideless(
    "client-surface-changed",
    "document",
    Effect.SAFE,
    "a symbol of the Python client is different, and no single change of the description accounts for it",
    "nothing of it travels on the wire; the verdict says what it does to callers",
)
SYMBOL_CHANGED: Final = sideless(
    "client-symbol-changed",
    "document",
    Effect.NOTE,
    "a symbol of the Python client is different in the other version, and no descriptions were compared",
    "what travels on the wire was not looked at; the verdict says what it does to callers",
)
VALUES_RESPELLED: Final = sideless(
    "values-respelled",
    "schema",
    Effect.SAFE,
    "which values are allowed is said in another way, by which clients differ",
    "the set of values is the same",
)
COMPOSITION_CHANGED: Final = sideless(
    "composition-changed",
    "schema",
    Effect.SAFE,
    "an `allOf` has other references, from which something follows",
    "what follows from it is said below",
)
WAYS_TO_SAY_RULES: Final = {rule.fact: (rule,) for rule in (*VALUES_RESPELLED, *COMPOSITION_CHANGED)}
REPORT_RULES: Final[tuple[Rule, ...]] = (
    *DESCRIPTION_ADDED, *DESCRIPTION_REMOVED, *CLIENT_CHANGED, *SYMBOL_CHANGED, *VALUES_RESPELLED, *COMPOSITION_CHANGED
)  # fmt: skip


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
    *sideless(
        "extension-reached-change", "schema", Effect.WARNING, "something changes that only an extension refers to",
        "it may be sent: what the extension means is known to those who defined it",
    ),
    *ACCESS_RULES,
    *OPERATION_RULES,
    *BODY_RULES,
    *CLIENT_RULES,
    *DEPRECATION_RULES,
    *NOTE_RULES,
)  # fmt: skip
"""Those for facts of `compare` and its parts; `unreached-change` is for every fact with sides that has no uses."""


SCHEMA_RULES: Final[tuple[Rule, ...]] = (
    *PROPERTY_RULES, *TYPE_RULES, *LIMIT_RULES, *CONDITION_RULES, *STRUCTURE_RULES,
)  # fmt: skip


RULES: Final[Mapping[str, Rule]] = {rule.id: rule for rule in (*DOCUMENT_RULES, *SCHEMA_RULES)}
"""Every rule by its id."""


def classify(change: Change) -> tuple[Rule, ...]:
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
    return tuple(sorted(rules, key=lambda rule: rule.effect.rank)) or (RULES["unreached-change"],)
