"""What becomes of webhooks: the classes of events, what they hold, and how requests are read."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diff.client.comparison import Comparison, Outcome
from specloom.diff.symbols import ClientVerdict, SymbolChange
from specloom.ir.annotations import Annotator
from specloom.ir.api import Event, Events
from specloom.ir.literals import literal
from specloom.ir.types import Scalar, Type

__all__ = ["compare_events"]

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict


def compare_events(both: Comparison) -> Iterator[SymbolChange]:
    """Yield what is different about `webhooks`. An event that is gone is refused as unknown when it comes."""
    old, new = both.old.events, both.new.events
    if old is None or new is None:
        if (old is None) != (new is None):
            outcome = Outcome(_SAFE, "nobody reads webhooks yet") if new else Outcome(_BREAKS, "the module is gone")
            before, after = ("webhooks" if events else "" for events in (old, new))
            places = (both.old.location.at("webhooks"), both.new.location.at("webhooks"))
            yield SymbolChange("webhooks", "event", before, after, *outcome, *places)
        return
    if _places(old) != _places(new):
        outcome = Outcome(_BEHAVES, "requests are read in another way")
        places = (both.old.location.at("x-specloom", "webhooks"), both.new.location.at("x-specloom", "webhooks"))
        yield SymbolChange(
            "webhooks.parse", "event", "def parse(…) -> Event", "def parse(…) -> Event", *outcome, *places
        )
    yield from _events(both, old, new)


def _places(events: Events) -> tuple[object, ...]:
    return events.token_header, events.event_header, events.event


def _events(both: Comparison, old: Events, new: Events) -> Iterator[SymbolChange]:
    left = {event.class_name: event for event in new.all}
    pairs = {event.class_name: left.pop(event.class_name) for event in old.all if event.class_name in left}
    values = {event.value: event for event in left.values()}
    for event in old.all:
        other = pairs.get(event.class_name) or values.get(event.value)
        if other is None:
            yield _class(event, None, Outcome(_BREAKS, "the class is gone"))
            continue
        left.pop(other.class_name, None)
        if event.class_name != other.class_name:
            yield _class(event, other, Outcome(_BREAKS, f"the class is called {other.class_name} now"))
        yield from _members(both, event, other)
    yield from (_class(None, event, Outcome(_SAFE, "nobody expects it yet")) for event in left.values())


def _class(old: Event | None, new: Event | None, outcome: Outcome) -> SymbolChange:
    (shown,) = [each for each in (old, new) if each is not None][:1]
    before, after = (f"class {event.class_name}" if event else "" for event in (old, new))
    places = (old.location if old else None, new.location if new else None)
    return SymbolChange(f"webhooks.{shown.class_name}", "event", before, after, *outcome, *places)


def _members(both: Comparison, old: Event, new: Event) -> Iterator[SymbolChange]:
    own = f"webhooks.{old.class_name}"
    before, after = _payload(old), _payload(new)
    texts = (_spelt(before, both.old_signatures.answers), _spelt(after, both.new_signatures.answers))
    outcome = _exchanged(both, before, after)
    if outcome and (outcome.verdict != _SAFE or texts[0] != texts[1]):
        yield SymbolChange(f"{own}.payload", "event", *texts, *outcome, old.location, new.location)
    if old.value != new.value:
        values = (f"type: Literal[{literal(old.value)}]", f"type: Literal[{literal(new.value)}]")
        outcome = Outcome(_TYPES, "the event has another name on the wire, which is its type")
        yield SymbolChange(f"{own}.type", "event", *values, *outcome, old.location, new.location)


def _payload(event: Event) -> Type | None:
    return Scalar("bytes") if event.kind == "bytes" else event.payload


def _exchanged(both: Comparison, old: Type | None, new: Type | None) -> Outcome | None:
    if old is None:
        return None if new is None else Outcome(_SAFE, "it has a payload now")
    return Outcome(_BREAKS, "it has no payload any more") if new is None else both.read(old, new)


def _spelt(payload: Type | None, annotator: Annotator) -> str:
    return f"payload: {annotator.annotate(payload).text}" if payload else ""
