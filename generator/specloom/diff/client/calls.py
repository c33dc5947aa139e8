"""What becomes of calls: resources and methods that are gone, renamed or new, and bodies in another shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from specloom.diff.client.comparison import Outcome, SurfaceComparison
from specloom.diff.client.differences import DIFFERENCES
from specloom.diff.client.match import ResourcePath, match_members, resource_of
from specloom.diff.client.members import compare_members, compare_overloads, paths_of, symbol_change
from specloom.diff.pairs import Pairs
from specloom.diff.vocabulary import ClientVerdict, Subject, SymbolChange
from specloom.findings import Location
from specloom.ir.surface import Symbol
from specloom.record import replace

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict
_NAMES: Final = (("method",), ("operationId",), ("resource",), ("tags",), ("upload",), ("edit",))
"""What of an operation decides on the name of its method."""


def compare_methods(both: SurfaceComparison) -> Iterator[SymbolChange]:
    """Yield what is different about resources and their methods."""
    yield from _renamed_resources(both)
    for method in both.methods.removed:
        reason = f"there is no method for {' and '.join(method.routes)} any more"
        yield symbol_change(method, None, Outcome(_BREAKS, reason))
    for old, new in both.methods.both:
        if resource_of(new) != both.resources.get(resource_of(old)) or new.name != old.name:
            outcome = Outcome(_BREAKS, f"it is called {new.path} now")
            change = _at(symbol_change(old, new, outcome), old, new, "operationId", _NAMES)
            in_path = [each.key for each in new.members if each.key[:1] == ("path",)]
            yield replace(change, about=(*change.about, *((path, *key) for path in paths_of(new) for key in in_path)))
        yield from _arguments(both, old, new)
        for difference in DIFFERENCES["method"](both, old, new):
            if difference is not None:
                yield replace(symbol_change(old, new, difference), about=_subjects(old, new, difference.about))
    for method in both.methods.added:
        yield symbol_change(None, method, Outcome(_SAFE, "nobody calls it yet"))


def _at(change: SymbolChange, old: Symbol, new: Symbol, member: str, about: Iterable[Subject] = ()) -> SymbolChange:
    """Return the change of a method, placed at a member of its operation.

    `about` is what of the operation decides on it.
    """
    subjects = _subjects(old, new, about)
    return replace(change, old_location=old.location.at(member), location=new.location.at(member), about=subjects)


def _subjects(old: Symbol, new: Symbol, about: Iterable[Subject]) -> tuple[Subject, ...]:
    """Return what changes of the operations of a method call parts of these."""
    routes = dict.fromkeys((*old.routes, *new.routes))
    return tuple((route, *name) for name in about for route in routes)


def _renamed_resources(both: SurfaceComparison) -> Iterator[SymbolChange]:
    """Yield resources of another name, but not those whose parent alone has one."""
    renamed, stayed = both.resources, both.methods.both
    for old, new in renamed.items():
        if old[-1] != new[-1] or renamed.get(old[:-1], old[:-1]) != new[:-1]:
            was, now = ".".join((both.old.package, *old)), ".".join((both.new.package, *new))
            yield SymbolChange(
                symbol=was,
                kind="resource",
                before=".".join(old),
                after=".".join(new),
                verdict=_BREAKS,
                reason=f"its methods are reached as {now} now",
                old_location=_first(old, [each for each, _ in stayed]),
                location=_first(new, [each for _, each in stayed]),
                old_path=was,
                new_path=now,
                name=old[-1],
            )


def _first(path: ResourcePath, methods: Iterable[Symbol]) -> Location | None:
    """Return where the first method of a resource says that it is there."""
    locations = (method.location for method in methods if resource_of(method)[: len(path)] == path)
    return next((location.at("tags") for location in locations), None)


def _arguments(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield what is different about the arguments of a call.

    Where a body's properties become one argument, or the other way round, that is one change: of the method.
    """
    shapes = {each.behaviour.get("body as"): each for each in (old, new)}
    if is_reshaped := len(shapes) > 1 and None not in shapes:
        whole, taken_apart = shapes["one argument"], shapes["arguments"]
        reason = "the body is one argument now" if whole is new else "what was one argument, body, is passed as several"
        change = symbol_change(old, new, Outcome(_BREAKS, reason))
        yield _at(change, old, new, "requestBody", [*_of_the_same_name(whole, taken_apart), ("body",)])
    yield from compare_members(both, *(_without_body(each) if is_reshaped else each for each in (old, new)))
    yield from compare_overloads(both, old, new)
    moved = _moved(both, match_members(old.members, new.members), old, new)
    if moved is not None:
        yield _at(symbol_change(old, new, moved), old, new, "parameters")


def _of_the_same_name(whole: Symbol, taken_apart: Symbol) -> list[Subject]:
    """Return the parameters of a call, whose body is one argument, that are called as a property of the body is."""
    properties = {each.name for each in taken_apart.members if each.key[:1] == ("body",)}
    return [each.key for each in _without_body(whole).members if each.key and each.name in properties]


def _without_body(method: Symbol) -> Symbol:
    return replace(method, members=tuple(each for each in method.members if each.key[:1] != ("body",)))


def _moved(both: SurfaceComparison, pairs: Pairs[Symbol], old: Symbol, new: Symbol) -> Outcome | None:
    """Return what becomes of calls by position where arguments that are still there are in other places."""
    others = {one.name: other.name for one, other in pairs.both}
    ours, theirs = ([each for each in method.members if each.positional] for method in (old, new))
    wanted, found = [others.get(each.name, "") for each in ours], [each.name for each in theirs]
    if wanted == found[: len(wanted)] or not set(wanted) <= set(found):
        return None
    if not set(found) <= set(others.values()):
        return None  # a new argument is among them: calls break anyway
    if len(found) > len(wanted):
        return Outcome(_BREAKS, "values that are passed by position are taken for other arguments")
    if all(_still_passes(both, one, other) for one, other in zip(ours, theirs, strict=True)):
        return Outcome(_BEHAVES, "values that are passed by position are taken for each other")
    return Outcome(_TYPES, "values that are passed by position are in the wrong order")


def _still_passes(both: SurfaceComparison, old: Symbol, new: Symbol) -> bool:
    outcome = both.exchanged(old, new)
    return outcome is None or outcome.verdict != _TYPES
