"""What a change means on the wire: one table, a row for each fact and direction.

The rows stand in the modules beside this one, by what they are about. The rows here are about what is found besides
the changes inside two documents: descriptions that come and go, and names of the client.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specloom.diff.rules.access import ACCESS_RULES
from specloom.diff.rules.body import BODY_RULES
from specloom.diff.rules.client import CLIENT_RULES
from specloom.diff.rules.operation import DEPRECATION_RULES, OPERATION_RULES
from specloom.diff.rules.rule import B, N, S, W, sideless
from specloom.diff.rules.schemas import CONDITION_RULES, LIMIT_RULES, PROPERTY_RULES, STRUCTURE_RULES, TYPE_RULES
from specloom.diff.vocabulary import Change, Direction, Rule

NOTE_RULES: Final[tuple[Rule, ...]] = sideless(
    "note",
    ("words-changed", N, "what is said for people is different",
     "not judged: what is sent is described by other members"),
    ("example-changed", N, "an example is different", "not judged: what may be sent is said by its schema"),
    ("link-changed", N, "what an answer says of further operations is different",
     "not judged: those operations are described where they are"),
    ("extension-changed", N, "a member is different that OpenAPI does not know",
     "not judged: it means what those who defined it say"),
    ("unjudged-change", N, "a member is different that no other rule is about", "not judged: see what it says"),
)  # fmt: skip


REPORT_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "document",
        ("description-added", S, "a description is new", "nobody can have relied on it"),
        ("description-removed", B, "a description is gone",
         "its client can no longer be made, and whoever uses it is left with what was made last"),
        ("client-surface-changed", S,
         "a symbol of the Python client is different, and no single change of the description accounts for it",
         "nothing of it travels on the wire; the verdict says what it does to callers"),
        ("client-symbol-changed", N,
         "a symbol of the Python client is different in the other version, and no descriptions were compared",
         "what travels on the wire was not looked at; the verdict says what it does to callers"),
    ),
    *sideless(
        "schema",
        ("values-respelled", S, "which values are allowed is said in another way, by which clients differ",
         "the set of values is the same"),
        ("composition-changed", S, "an `allOf` has other references, from which something follows",
         "what follows from it is said below"),
    ),
    *sideless(
        "document",
        ("component-changed", S,
         "a reference to something else than a schema leads elsewhere, from which something follows",
         "what follows from it is said below"),
    ),
)  # fmt: skip


DOCUMENT_RULES: Final[tuple[Rule, ...]] = (
    *sideless(
        "document",
        ("document-version-changed", S, "the description has another version", "it is not sent"),
        ("document-title-changed", S, "the description has another title",
         "it is not sent; names in clients may come from it"),
    ),
    *sideless(
        "schema",
        ("unreached-change", S, "something changes that no operation of the client sends or answers",
         "nothing that the client sends or gets depends on it"),
        ("extension-reached-change", W, "something changes that only an extension refers to",
         "it may be sent: what the extension means is known to those who defined it"),
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


RULES: Final[dict[str, Rule]] = {rule.id: rule for rule in (*DOCUMENT_RULES, *SCHEMA_RULES)}
"""Every rule about a change inside of two documents, by its id."""
_SIDELESS: Final[Mapping[str, Rule]] = RULES | {rule.id: rule for rule in REPORT_RULES}
"""The rules of facts without sides, which are called as these are, and others."""


def classify(change: Change) -> tuple[Rule, ...]:
    """Return the rules that apply to a change, worst first: one a direction it reaches, or the one that has no side.

    A fact with sides that reaches no operation is `unreached-change`, so there always is a rule.

    Raises:
        KeyError: No rule is about this fact.
    """
    if change.fact in _SIDELESS:
        return (_SIDELESS[change.fact],)
    directions: tuple[Direction, ...] = ("request", "response")
    sides = {direction: RULES[f"{direction}-{change.fact}"] for direction in directions}
    reached = {use.direction for use in change.uses}
    rules = [rule for direction, rule in sides.items() if direction in reached]
    return tuple(sorted(rules, key=lambda rule: rule.effect.rank)) or (RULES["unreached-change"],)


def matters_to(fact: str, direction: Direction) -> bool:
    """Tell whether somebody has to be told of a fact about schemas.

    Those who send requests have to where values are refused that were not, and those who read responses where values
    may come that did not.
    """
    rule = RULES.get(f"{direction}-{fact}")
    return rule is not None and rule.effect is not S and fact != "default-changed"  # by which the same are valid
