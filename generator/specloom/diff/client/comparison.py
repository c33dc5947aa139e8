"""What two clients are compared with: their types in one vocabulary, and what a change of a type does to callers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from specloom.diff.client.assignable import Assignability
from specloom.diff.client.calls import Call, list_calls
from specloom.diff.client.names import call_by, find_renamed, translate
from specloom.diff.client.pairs import Pairing, pair_arguments, pair_calls
from specloom.diff.symbols import ClientVerdict
from specloom.ir.api import Api
from specloom.ir.signatures import Signatures, build_signatures
from specloom.ir.types import Direction, ListOf, Literals, NamedType, Type, Union, accepts_null, nullable

__all__ = ["Comparison", "Outcome", "compare_with", "worst"]

_ORDER = tuple(ClientVerdict)


class Outcome(NamedTuple):
    """What a difference does to callers, and why."""

    verdict: ClientVerdict
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two clients, and what corresponds in them."""

    old: Api
    new: Api
    old_signatures: Signatures
    new_signatures: Signatures
    pairing: Pairing
    names: Mapping[Direction, Mapping[str, str]]
    """New name → old name of renamed types."""
    types: Mapping[Direction, Mapping[str, NamedType]]
    """The new client's named types, called by the old names where they are renamed."""

    def known(self, direction: Direction) -> Mapping[str, NamedType]:
        """Return the old client's named types."""
        return self.old.answers if direction == "answer" else self.old.inputs

    def read(self, old: Type, new: Type) -> Outcome | None:
        """Return what becomes of code that reads a value; None where nothing does."""
        new = call_by(new, self.names["answer"])
        if _list_the_same(old, new):
            return None
        to_old = Assignability("answer", self.types["answer"], self.known("answer"))
        if not to_old.holds(new, old):
            if not accepts_null(old) and accepts_null(new) and to_old.holds(new, nullable(old)):
                return Outcome(ClientVerdict.TYPES_BREAK, "callers have to expect None now")
            return Outcome(ClientVerdict.TYPES_BREAK, "callers get another type than they count on")
        if not Assignability("answer", to_old.source, to_old.target, in_meaning=True).holds(new, old):
            return Outcome(ClientVerdict.BEHAVIOUR_CHANGES, "callers may get something else, and no checker tells them")
        return Outcome(ClientVerdict.SAFE, "whatever it can be now, it could be before")

    def passed(self, old: Type, new: Type) -> Outcome | None:
        """Return what becomes of code that passes a value; None where nothing does."""
        new = call_by(new, self.names["input"])
        if _list_the_same(old, new):
            return None
        to_new = Assignability("input", self.known("input"), self.types["input"])
        if not to_new.holds(old, new):
            if accepts_null(old) and not accepts_null(new) and to_new.holds(old, nullable(new)):
                return Outcome(ClientVerdict.TYPES_BREAK, "None is no longer taken")
            return Outcome(ClientVerdict.TYPES_BREAK, "not all that callers pass is still taken")
        if not Assignability("input", to_new.source, to_new.target, in_meaning=True).holds(old, new):
            return Outcome(
                ClientVerdict.BEHAVIOUR_CHANGES,
                "what callers pass is taken for something else, and no checker tells them",
            )
        return Outcome(ClientVerdict.SAFE, "all that callers pass is still taken")


def _list_the_same(old: Type, new: Type) -> bool:
    """Tell whether two types differ at most in the order of listed values."""
    match old, new:
        case Literals(), Literals():
            return old.open == new.open and sorted(map(repr, old.values)) == sorted(map(repr, new.values))
        case Union(), Union():
            return len(old.members) == len(new.members) and all(map(_list_the_same, old.members, new.members))
        case ListOf(), ListOf():
            return _list_the_same(old.item, new.item)
        case _:
            return old == new


def compare_with(old: Api, new: Api) -> Comparison:
    """Return what is needed to compare two clients.

    Args:
        old: The client that callers know.
        new: The client that they get.
    """
    signatures = build_signatures(old, for_people=True), build_signatures(new, for_people=True)
    pairing = pair_calls(list_calls(old, signatures[0]), list_calls(new, signatures[1]))
    events = {event.class_name: event.payload for event in (new.events.all if new.events else ())}
    payloads = [
        (event.payload, payload)
        for event in (old.events.all if old.events else ())
        if event.payload is not None and (payload := events.get(event.class_name)) is not None
    ]
    answers = find_renamed(old.answers, new.answers, [*_results(pairing.calls), *payloads])
    inputs = find_renamed(old.inputs, new.inputs, _arguments(pairing.calls))
    return Comparison(
        old,
        new,
        *signatures,
        pairing,
        {"answer": answers, "input": inputs},
        {"answer": translate(new.answers, answers, {}), "input": translate(new.inputs, inputs, answers)},
    )


def worst(outcomes: Iterable[Outcome | None]) -> Outcome | None:
    """Return the outcome that matters most; the first of several as bad, None where there is none."""
    found = [outcome for outcome in outcomes if outcome is not None]
    return min(found, key=lambda outcome: _ORDER.index(outcome.verdict), default=None)


def _results(calls: Iterable[tuple[Call, Call]]) -> list[tuple[Type, Type]]:
    whole = [(old.method.answer.type, new.method.answer.type) for old, new in calls]
    results = [(old.result, new.result) for old, new in calls]
    return [(one, other) for one, other in (*results, *whole) if one is not None and other is not None]


def _arguments(calls: Iterable[tuple[Call, Call]]) -> list[tuple[Type, Type]]:
    return [(one.type, other.type) for old, new in calls for one, other in pair_arguments(old, new)[0]]
