"""What a change of a description does to callers of its client: every Python symbol that is different, and how.

The line between what breaks and what does not is a type checker's: `call breaks` and `types break` are what it says
of code that uses all of the old client, `behaviour changes` is what it cannot see. A test holds both against mypy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specloom.diff.client.client import compare_client
from specloom.diff.client.comparison import (
    Outcome,
    ResourcePath,
    SurfaceComparison,
    compare_with,
    match_members,
    resource_of,
)
from specloom.diff.client.differences import DIFFERENCES
from specloom.diff.client.members import (
    added,
    compare_members,
    compare_overloads,
    compare_pair,
    gone,
    paths_of,
    symbol_change,
)
from specloom.diff.pairs import Pairs
from specloom.diff.vocabulary import ClientVerdict, Subject, SymbolChange
from specloom.findings import Location
from specloom.ir.annotations import literal
from specloom.ir.surface import Surface, Symbol
from specloom.ir.types import Direction, Literals, MapOf, Scalar, Type, Union
from specloom.record import replace

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict
_LONG: Final = 100
"""Lists of values of more characters are not shown whole."""


def compare_surfaces(old: Surface, new: Surface) -> tuple[SymbolChange, ...]:
    """Return what is different between the clients of two versions of a description, worst first.

    A difference is said once, where it arises: a renamed schema at its model and not at methods that return it, an
    enumeration at its alias and not at the fields that have it. Documentation does not count.
    """
    both = compare_with(old, new)
    found = (
        *compare_client(both),
        *compare_members(both, old.client, new.client),
        *_compare_methods(both),
        *_compare_types(both, "answer"),
        *_compare_types(both, "input"),
        *_compare_errors(both),
        *_compare_webhooks(both),
    )
    return tuple(sorted(found, key=lambda change: (change.verdict.rank, change.symbol)))


def _compare_types(both: SurfaceComparison, direction: Direction) -> Iterator[SymbolChange]:
    """Yield what is different about the types of one direction.

    Types that belong to a type that is gone, new or renamed go with it, but for the base of a family: it is made of the
    same schema, and callers know it by its own name.
    """
    names = both.names[direction]
    olds, news = ((each.models if direction == "answer" else each.inputs) for each in (both.old, both.new))
    before = {symbol.name: symbol.location for symbol in olds}
    kept = {names.get(symbol.name, symbol.name): symbol for symbol in news}
    for old in olds:
        new = kept.get(old.name)
        if new is None:
            if old.owner == old.name or old.owner in kept or old.location == before.get(old.owner):
                yield symbol_change(old, None, gone(old))
            continue
        follows = old.owner != old.name and new.owner != new.name and names.get(new.owner, new.owner) != new.owner
        if new.name != old.name and not follows:
            yield _shortened(symbol_change(old, new, Outcome(_BREAKS, f"it is called {new.path} now")), old, new)
        yield from (_shortened(change, old, new) for change in compare_pair(both, old, new))
        if old.kind in {"model", "input"} and old.kind == new.kind:
            yield from _substitutes(both, old, new)
            yield from _other_members(both, old, new)
    for name, new in kept.items():
        if name not in before and (new.owner == new.name or names.get(new.owner, new.owner) in before):
            yield symbol_change(None, new, added(new))


def _shortened(change: SymbolChange, old: Symbol, new: Symbol) -> SymbolChange:
    """Return the change of an alias with those of its many values only that the other does not have."""
    if change.symbol != old.path or not isinstance(old.type, Literals) or not isinstance(new.type, Literals):
        return change
    return replace(change, before=_listed(old, old.type, new.type), after=_listed(new, new.type, old.type))


def _listed(symbol: Symbol, values: Literals, others: Literals) -> str:
    if len(symbol.annotation) <= _LONG:
        return symbol.declaration
    shown = [literal(value) for value in values.values if value not in others.values]
    return f"{symbol.name}: TypeAlias = Literal[{', '.join([*shown, '…'])}]{' | …' if values.open else ''}"


def _substitutes(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield that answer models are no longer, or newly, accepted in place of a typed dictionary."""
    before, after = old.behaviour.get("model"), new.behaviour.get("model")
    if before != both.names["answer"].get(str(after), after):
        lost = Outcome(_TYPES, f"models.{before} is not taken in its place any more")
        found = Outcome(_SAFE, f"models.{after} is taken in its place as well")
        yield replace(
            symbol_change(old, new, lost if before else found),
            before=" | ".join(filter(None, [old.name, str(before or "")])),
            after=" | ".join(filter(None, [new.name, str(after or "")])),
        )


def _other_members(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[SymbolChange]:
    """Yield that further members have another type. What callers read, `model_extra`, says nothing of it."""
    if old.kind == "model":
        before, after = (MapOf(each.extra or Scalar("any")) for each in (old, new))
        if both.given("answer", before, after) is not None:
            texts = [symbol.behaviour.get("other members") for symbol in (old, new)]
            outcome = Outcome(_BEHAVES, "further members are decoded in another way")
            yield replace(
                symbol_change(old, new, outcome, path=f"{old.path}.model_extra", kind="field"),
                before=f"__pydantic_extra__: {texts[0]}" if texts[0] else "",
                after=f"__pydantic_extra__: {texts[1]}" if texts[1] else "",
            )


def _compare_errors(both: SurfaceComparison) -> Iterator[SymbolChange]:
    """Yield what is different about `errors`: a documented failure is raised as a class of its own.

    The class of a range is the base of the classes of the codes in it, so it catches a code that gets a class later. A
    status that is not documented any more is raised as the class of its range or as `ApiError`. Where no code is left,
    `ErrorCode` goes with them.
    """
    pairs = both.methods.both
    old = _errors(both.old, [*(one for one, _ in pairs), *both.methods.removed])
    new = _errors(both.new, [*(other for _, other in pairs), *both.methods.added])
    for path in dict.fromkeys((*old, *new)):
        around = path.rpartition(".")[0]
        if around != "errors" and (around in old) != (around in new):
            continue  # what a class has comes and goes with it
        # What a class that stays has no longer by itself is that of the base of all.
        inherited = new.get(f"errors.ApiError.{path.rpartition('.')[2]}") if around in new else None
        match old.get(path), new.get(path) or inherited:
            case Symbol() as one, Symbol() as other if not _are_same_unions(one.value, other.value):
                yield from compare_pair(both, replace(one, members=()), replace(other, members=(), path=path))
            case Symbol() as one, None:
                yield symbol_change(one, None, gone(one))
            case None, Symbol() as other:
                yield symbol_change(None, other, added(other))
            case _:
                pass


def _are_same_unions(old: Type | None, new: Type | None) -> bool:
    """Tell whether two failures are of the same types: of several operations, whose order says nothing of values."""
    both = [{*each.members} for each in (old, new) if isinstance(each, Union)]
    return len(both) > 1 and both[0] == both[1]


def _errors(surface: Surface, methods: Iterable[Symbol]) -> Mapping[str, Symbol]:
    """Return the errors and codes by path, errors placed where the first of the methods describes them."""
    methods = list(methods)
    found = {}
    for symbol in (inner for each in surface.errors for inner in each.walk()):
        place = symbol.location
        if symbol.kind == "error":
            status = symbol.behaviour.get("status")
            for method in methods:
                failures = method.behaviour.get("failures")
                if isinstance(failures, list) and status in failures:
                    place = method.location.at("responses", str(status))
                    break
                if symbol.name == "UploadError" and "upload" in method.behaviour:
                    place = method.location
                    break
        found[symbol.path] = replace(symbol, location=place)
    return found


def _compare_webhooks(both: SurfaceComparison) -> Iterator[SymbolChange]:
    """Yield what is different about `webhooks`. An event that is gone is refused as unknown when it comes."""
    match both.old.webhooks, both.new.webhooks:
        case Symbol() as old, Symbol() as new:
            yield from compare_members(both, old, new)
        case Symbol() as old, _:
            change = symbol_change(old, None, Outcome(_BREAKS, "the module is gone"))
            yield replace(change, location=both.new.client.location.at("webhooks"))
        case _, Symbol() as new:
            change = symbol_change(None, new, Outcome(_SAFE, "nobody reads webhooks yet"))
            yield replace(change, old_location=both.old.client.location.at("webhooks"))


_NAMES: Final = (("method",), ("operationId",), ("resource",), ("tags",), ("upload",), ("edit",))
"""What of an operation decides on the name of its method."""


def _compare_methods(both: SurfaceComparison) -> Iterator[SymbolChange]:
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
