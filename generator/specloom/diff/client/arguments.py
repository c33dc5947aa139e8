"""What becomes of the arguments of a call: gone, renamed, new, in another place, of another type."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diff.client.calls import Call, CallArgument
from specloom.diff.client.comparison import Comparison, Outcome, worst
from specloom.diff.client.pairs import pair_arguments
from specloom.diff.symbols import ClientVerdict, SymbolChange
from specloom.ir.api import Argument, BodyField, Method

__all__ = ["compare_arguments"]

_BREAKS, _BEHAVES, _SAFE = ClientVerdict.CALL_BREAKS, ClientVerdict.BEHAVIOUR_CHANGES, ClientVerdict.SAFE


def compare_arguments(both: Comparison, old: Call, new: Call) -> Iterator[SymbolChange]:
    """Yield what is different about the arguments of a call.

    Where a body's properties become one argument, or the other way round, that is one change: of the method.
    """
    symbol = f"{both.old.package}.{old.path}"
    reshaped = _reshaped(old, new)
    if reshaped is not None:
        yield SymbolChange(
            symbol, "method", old.signature, new.signature, _BREAKS, reshaped,
            old.method.location.at("requestBody"), new.method.location.at("requestBody"),
        )  # fmt: skip
    pairs, gone, added = pair_arguments(old, new)
    outcomes: list[tuple[CallArgument | None, CallArgument | None, Outcome | None]] = [
        *((one, other, _compare(both, one, other)) for one, other in pairs),
        *((each, None, Outcome(_BREAKS, "the argument is gone")) for each in gone),
        *((None, each, _added(each)) for each in added),
    ]
    for one, other, outcome in outcomes:
        if outcome is not None and not (reshaped and _in_body(one, other)):
            yield _change(symbol, one, other, outcome)
    moved = _moved(both, old, new, pairs)
    if moved is not None:
        places = (old.method.location.at("parameters"), new.method.location.at("parameters"))
        yield SymbolChange(symbol, "method", old.signature, new.signature, *moved, *places)


def _reshaped(old: Call, new: Call) -> str | None:
    bodies = [each.fact.body if isinstance(each.fact, Method) else None for each in (old, new)]
    before, after = bodies
    if before is None or after is None or (before.whole is None) == (after.whole is None):
        return None
    return "what was one argument, body, is passed as several" if before.whole else "the body is one argument now"


def _in_body(*arguments: CallArgument | None) -> bool:
    return any(each is not None and isinstance(each.fact, BodyField) for each in arguments)


def _change(symbol: str, old: CallArgument | None, new: CallArgument | None, outcome: Outcome) -> SymbolChange:
    (shown,) = [each for each in (old, new) if each is not None][:1]
    return SymbolChange(
        symbol=f"{symbol}({shown.name})",
        kind="argument",
        before=old.parameter.declaration if old else "",
        after=new.parameter.declaration if new else "",
        verdict=outcome.verdict,
        reason=outcome.reason,
        old_location=old.fact.location if old and old.fact else None,
        location=new.fact.location if new and new.fact else None,
    )


def _added(argument: CallArgument) -> Outcome:
    if argument.required:
        return Outcome(_BREAKS, "calls have to give a new argument")
    return Outcome(_SAFE, "calls that do not give it do what they did")


def _compare(both: Comparison, old: CallArgument, new: CallArgument) -> Outcome | None:
    outcomes = [both.passed(old.type, new.type), *_behaviour(old, new)]
    if old.name != new.name:
        outcomes.append(Outcome(_BREAKS, f"the argument is called {new.name} now"))
    if old.parameter.positional and not new.parameter.positional:
        outcomes.append(Outcome(_BREAKS, "it can only be passed by its name now"))
    if new.required and not old.required:
        outcomes.append(Outcome(_BREAKS, "calls have to give it now"))
    found = worst(outcomes)
    same = old.parameter.declaration == new.parameter.declaration
    return None if found is None or (found.verdict == _SAFE and same) else found


def _behaviour(old: CallArgument, new: CallArgument) -> Iterator[Outcome]:
    if old.fact is None or new.fact is None:
        return
    if old.wire != new.wire:
        yield Outcome(_BEHAVES, f"it is sent as {_place(new)}, not as {_place(old)}")
    if old.fact.default != new.fact.default:
        said = f"{new.fact.default or 'nothing'}, not {old.fact.default or 'nothing'}"
        yield Outcome(_BEHAVES, f"calls without it mean {said}")
    if _writing(old.fact) != _writing(new.fact):
        yield Outcome(_BEHAVES, "its value is written in another way")
    if _sends_null(new) and not _sends_null(old) and not old.required:
        yield Outcome(_BEHAVES, "None is sent as null now, where it left the argument out")


def _place(argument: CallArgument) -> str:
    place, name = argument.wire
    return f"{place} {name}" if name else place


def _writing(fact: Argument | BodyField) -> tuple[object, ...]:
    match fact:
        case Argument():
            return fact.style, fact.explode, fact.allow_reserved, fact.as_json, fact.expand, fact.search
        case BodyField():
            return fact.style, fact.explode, fact.allow_reserved, fact.content_type


def _sends_null(argument: CallArgument) -> bool:
    return "Unset" in argument.parameter.annotation.members


def _moved(both: Comparison, old: Call, new: Call, pairs: list[tuple[CallArgument, CallArgument]]) -> Outcome | None:
    """Return what becomes of calls by position where arguments that are still there are in other places."""
    others = {one.name: other.name for one, other in pairs}
    ours, theirs = ([each for each in call.arguments if each.parameter.positional] for call in (old, new))
    wanted, found = [others.get(each.name, "") for each in ours], [each.name for each in theirs]
    if wanted == found[: len(wanted)] or not set(wanted) <= set(found):
        return None
    if not set(found) <= set(others.values()):
        return None  # a new argument is among them: calls break anyway
    if len(found) > len(wanted):
        return Outcome(_BREAKS, "values that are passed by position are taken for other arguments")
    if all(_still_passes(both, one, other) for one, other in zip(ours, theirs, strict=True)):
        return Outcome(_BEHAVES, "values that are passed by position are taken for each other")
    return Outcome(ClientVerdict.TYPES_BREAK, "values that are passed by position are in the wrong order")


def _still_passes(both: Comparison, old: CallArgument, new: CallArgument) -> bool:
    outcome = both.passed(old.type, new.type)
    return outcome is None or outcome.verdict != ClientVerdict.TYPES_BREAK
