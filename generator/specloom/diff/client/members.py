"""The comparer: what is gone, new and different among the members of two symbols, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.client.comparison import Outcome, SurfaceComparison, match_members, worst
from specloom.diff.client.differences import DIFFERENCES
from specloom.diff.vocabulary import ClientVerdict, Subject, SymbolChange
from specloom.ir.surface import Symbol, SymbolKind
from specloom.record import replace

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict

_GONE: Final[Mapping[SymbolKind, Outcome]] = {
    **dict.fromkeys(("setting", "credential", "argument"), Outcome(_BREAKS, "the argument is gone")),
    **dict.fromkeys(("model", "input", "alias"), Outcome(_BREAKS, "the name is gone")),
    **dict.fromkeys(("error", "event"), Outcome(_BREAKS, "the class is gone")),
    "overload": Outcome(_BREAKS, "no call can choose it any more"),
    "field": Outcome(_BREAKS, "the attribute is gone"),
    "key": Outcome(_TYPES, "the key is gone; a dictionary that has it is still sent as it is"),
    "constant": Outcome(_BREAKS, "the code is gone"),
}

_ADDED: Final[Mapping[SymbolKind, Outcome]] = {
    "setting": Outcome(_SAFE, "clients can be made without it"),
    "credential": Outcome(_SAFE, "clients can be made without it"),
    "argument": Outcome(_SAFE, "calls that do not give it do what they did"),
    "overload": Outcome(_SAFE, "nobody chooses it yet"),
    "event": Outcome(_SAFE, "nobody expects it yet"),
}
_UNUSED: Final = Outcome(_SAFE, "nobody uses it yet")

_DEMANDED: Final[Mapping[SymbolKind, Outcome]] = {
    "argument": Outcome(_BREAKS, "calls have to give a new argument"),
    "key": Outcome(_TYPES, "dictionaries need a new key"),
}
"""What a new member does that must be given."""

_UNSEEN: Final = frozenset({"setting", "credential"})
"""Kinds that are told of where nobody notices and they look as before: who has to give what is no matter of types."""


def compare_members(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield what is different about the members of two symbols that correspond, and inside of these."""
    pairs = match_members(old.members, new.members)
    for one, other in pairs.both:
        about = _named_by(old, new, one, other)
        yield from (replace(each, about=about) if about else each for each in compare_pair(both, one, other))
    for each in pairs.removed:
        yield _placed(symbol_change(each, None, gone(each)), old, new)
    for each in pairs.added:
        # Callers know what is around it by its old name.
        path = old.path + each.path.removeprefix(new.path)
        yield _placed(symbol_change(None, each, added(each), path=path), old, new)


def _named_by(old: Symbol, new: Symbol, one: Symbol, other: Symbol) -> tuple[Subject, ...]:
    """Return what has given another name to a member of two symbols, besides the member itself.

    A parameter is named after its place in the path, and a credential is told apart from the others by its name.
    """
    if one.name == other.name:
        return ()
    if one.kind == "credential":
        before, after = map(_credentials, (old, new))
        names = sorted({name for name, _ in before ^ after} - {one.key[1]})
        return tuple(("security scheme", name) for name in names)
    return tuple((path, *other.key) for path in paths_of(new)) if other.key[:1] == ("path",) else ()


def _credentials(client: Symbol) -> set[tuple[str, str]]:
    """Return which schemes a client takes credentials of, and how each is sent."""
    return {(each.key[1], str(each.behaviour.get("sent"))) for each in client.members if each.kind == "credential"}


def paths_of(method: Symbol) -> list[str]:
    """Return the paths of the operations that a method calls."""
    return [route.partition(" ")[2] for route in method.routes]


def _placed(change: SymbolChange, old: Symbol, new: Symbol) -> SymbolChange:
    """Return the change of a member. Attributes of an event have its place, which it has on both sides."""
    is_attribute = old.kind == "event" and bool(old.key)
    return replace(change, old_location=old.location, location=new.location) if is_attribute else change


def compare_pair(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield what is different about two symbols that correspond: the worst of it, then what is in them."""
    outcome = worst(DIFFERENCES[old.kind](both, old, new)) if old.kind in DIFFERENCES else None
    if outcome and (outcome.verdict != _SAFE or old.kind in _UNSEEN or not _look_alike(old, new)):
        yield symbol_change(old, new, outcome)
    yield from compare_members(both, old, new)


def compare_overloads(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield what becomes of calls that choose a media type; where none did before, that is said of the argument.

    What holds of the default is said of the method.
    """
    for header in dict.fromkeys(each.key[0] for each in old.overloads):
        sides = ([each for each in method.overloads if each.key[0] == header] for method in (old, new))
        pairs = match_members(*sides)
        for one, other in pairs.both:
            if "default" not in one.behaviour or "default" not in other.behaviour:
                yield from compare_pair(both, one, other)
        yield from (symbol_change(each, None, gone(each)) for each in pairs.removed)
        yield from (symbol_change(None, each, added(each)) for each in pairs.added)


def _look_alike(old: Symbol, new: Symbol) -> bool:
    if old.kind == "alias":
        return new.kind == "alias" and old.annotation == new.annotation
    return old.declaration == new.declaration


def gone(symbol: Symbol) -> Outcome:
    """Return what it does to callers that a symbol is gone."""
    if symbol.path.startswith("webhooks.") and symbol.name == "payload":
        return Outcome(_BREAKS, "it has no payload any more")
    return _GONE[symbol.kind]


def added(symbol: Symbol) -> Outcome:
    """Return what it does to callers that a symbol is new."""
    if symbol.required and symbol.kind in _DEMANDED:
        return _DEMANDED[symbol.kind]
    if symbol.kind == "setting" and not symbol.behaviour["default"]:
        return Outcome(_BEHAVES, "clients that are made without it and without base_url refuse to be made")
    if symbol.path.startswith("webhooks.") and symbol.name == "payload":
        return Outcome(_SAFE, "it has a payload now")
    return _ADDED.get(symbol.kind, _UNUSED)


def symbol_change(
    old: Symbol | None, new: Symbol | None, outcome: Outcome, *, path: str = "", kind: SymbolKind | None = None
) -> SymbolChange:
    """Return the change of a symbol, which is missing on one side where it is gone or new.

    Without a path and a kind it has its own.
    """
    (shown,) = [each for each in (old, new) if each is not None][:1]
    return SymbolChange(
        symbol=path or shown.path,
        kind=kind or shown.kind,
        before=old.declaration if old else "",
        after=new.declaration if new else "",
        verdict=outcome.verdict,
        reason=outcome.reason,
        old_location=old.location if old else None,
        location=new.location if new else None,
        old_path=old.path if old else "",
        new_path=new.path if new else "",
        name=shown.name,
    )
