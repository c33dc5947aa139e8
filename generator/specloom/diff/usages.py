"""Where the code of a consumer meets the changes: what a type checker newly says there, joined by the symbols it uses.

What a checker sees is a place that breaks. What none sees (code that runs on and gets something else, a server that
refuses what it took) is told wherever the code uses what it is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import TYPE_CHECKING, Final

from specloom.diff.join import find_symbols
from specloom.diff.origins import types_in
from specloom.diff.vocabulary import EFFECTS, ClientVerdict, Effect, Entry, SymbolChange, Usage
from specloom.findings import Location
from specloom.ir.surface import Surface, owner_of
from specloom.ir.types import Direction
from specloom.record import record, replace

if TYPE_CHECKING:
    from specloom.diff.report import Report

_MATTERS: Final = frozenset({Effect.BREAKING, Effect.WARNING})
_WORD: Final = re.compile(r"\w+")
_LEFT_OUT: Final = "default-changed"
"""The fact that is about those who do not give something."""

_ONE_MORE: Final = "union-member-added"
"""The fact after which code that looks at each kind of a value does nothing with another one, and fits its type."""
_NO_END: Final = "Missing return statement"
"""What a checker says of a function that looks at each kind of a value, where there is one more."""


@record
class Reference:
    """A place in the code that uses a symbol of the client."""

    location: Location
    symbol: str
    """As `Symbol.path` of the client that the code was written for has it."""
    given: tuple[str, ...] | None = None
    """What a call or a dictionary is given, where the place is all of it."""
    is_open: bool = False
    """Whether it is given more, which nobody can tell as it is unpacked there."""


@record
class Diagnostic:
    """What a type checker says of the code beside the new client, and did not say beside the old one."""

    location: Location
    message: str
    about: tuple[str, ...]
    """The symbols that it is certain to be about."""
    near: tuple[tuple[Reference, ...], ...]
    """What it may be about: what is used in its place, where values come from there, what is used around it."""


@record
class Code:
    """What is known of code that uses a client."""

    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unknown: tuple[tuple[Location, str], ...] = ()
    """Where something of that name is used of a value of which nothing is known; without a name: anything."""
    silenced: tuple[Reference, ...] = ()
    """What is used where no checker tells: by its name as a text, in lines whose errors the code has it ignore."""
    earlier: tuple[tuple[Location, str], ...] = ()
    """What the checker says beside the old client already, and where: nothing there is new beside the other."""


@record
class ClientCode:
    """What code does with a client, and what becomes of that client."""

    report: Report
    """On the change from the one to the other."""
    code: Code
    """What the code does with the old client."""
    old: Surface
    """The client that the code was written for."""
    new: Surface
    """The client that it gets."""


@record
class Unseen:
    """What could not be looked at."""

    location: Location
    message: str
    """One sentence without a full stop."""


def join_code(clients: Sequence[ClientCode]) -> tuple[list[Report], tuple[Diagnostic, ...], tuple[Unseen, ...]]:
    """Return the reports with the places in code that each entry touches, diagnostics of no entry, what was not seen.

    Args:
        clients: What the code calls: all that the diagnostics may come from.
    """
    joined = [_Joined(each) for each in clients]
    told: dict[tuple[Location, str], list[tuple[_Joined, Diagnostic]]] = defaultdict(list)
    for of_client, each in zip(joined, clients, strict=True):
        for diagnostic in each.code.diagnostics:
            told[diagnostic.location, diagnostic.message].append((of_client, diagnostic))
    unexplained = [same[0][1] for same in told.values() if not _explain(same)]
    for of_client, each in zip(joined, clients, strict=True):
        of_client.refer(each.code.references)
    unseen = (some for of_client, each in zip(joined, clients, strict=True) for some in of_client.unseen(each.code))
    return [each.report() for each in joined], tuple(unexplained), tuple(dict.fromkeys(unseen))


def _explain(same: Iterable[tuple[_Joined, Diagnostic]]) -> bool:
    """Note the entries that a diagnostic comes from: of the clients, those that are the most certain to be why."""
    causes = [(of_client, cause) for of_client, each in same if (cause := of_client.cause(each)) is not None]
    least = min((cause.distance for _, cause in causes), default=None)
    for of_client, cause in causes:
        if cause.distance == least:
            of_client.note(cause)
    return bool(causes)


@record
class _Cause:
    """What a diagnostic comes from, as one client has it."""

    diagnostic: Diagnostic
    changes: tuple[tuple[Entry, SymbolChange], ...]
    references: Sequence[Reference]
    """The places that are in its own."""
    distance: tuple[int, int]
    """How uncertain it is: how far away in the code, then in how many steps one is made of the other."""


class _Joined:
    """The entries of a report, and the places that each touches."""

    def __init__(self, client: ClientCode) -> None:
        self._report: Final = client.report
        self._old: Final = client.old
        self._usages: Final[dict[str, dict[tuple[Location, str], Usage]]] = defaultdict(dict)
        self._types: Final = {symbol.path: symbol for surface in (client.new, client.old) for symbol in surface.walk()}
        self._users: Final = _users_of_aliases(client.old)
        self._needed: Final = _needed(client.new) - _needed(client.old)
        self._breaking: Final[dict[str, list[tuple[Entry, SymbolChange]]]] = defaultdict(list)
        self._quiet: Final[dict[str, list[tuple[Entry, SymbolChange]]]] = defaultdict(list)
        for entry in client.report.entries:
            for symbol in entry.impact:
                breaks = EFFECTS[symbol.verdict] is Effect.BREAKING
                found = self._breaking if breaks else self._quiet
                if symbol.verdict is not ClientVerdict.SAFE:
                    for path in {symbol.old_path, symbol.symbol} - {""}:
                        found[path].append((entry, symbol))

    def report(self) -> Report:
        """Return the report with the places."""
        entries = (
            replace(entry, usages=tuple(sorted(self._usages[entry.id].values(), key=lambda each: each.sort_key)))
            for entry in self._report.entries
        )
        return replace(self._report, entries=tuple(entries))

    def cause(self, diagnostic: Diagnostic) -> _Cause | None:
        """Return the entries that a diagnostic comes from, if there are any."""
        for symbols, references, distance in self._suspects(diagnostic):
            found = [each for path in dict.fromkeys(symbols) for each in self._breaking.get(path, ())]
            if found:
                return _Cause(diagnostic, tuple(_named(found, diagnostic.message)), references, distance)
        return None

    def note(self, cause: _Cause) -> None:
        """Note where a diagnostic is, for the entries that it comes from."""
        diagnostic = cause.diagnostic
        for entry, symbol in cause.changes:
            places = [each.location for each in cause.references if each.symbol in {symbol.old_path, symbol.symbol}]
            # What is said of a whole dictionary says nothing of the key that is why.
            message = symbol.reason if symbol.symbol in diagnostic.about else diagnostic.message
            self._note(entry, symbol, places[0] if places else diagnostic.location, message, breaks=True)

    def _suspects(
        self, diagnostic: Diagnostic
    ) -> Iterator[tuple[Collection[str], Sequence[Reference], tuple[int, int]]]:
        """Yield what a diagnostic may be about, the most certain first; with the places that are in its own."""
        inside = diagnostic.near[0] if diagnostic.near else ()
        near: list[tuple[Collection[str], Sequence[Reference]]] = [(diagnostic.about, inside)]
        near += [({each.symbol for each in references}, references) for references in diagnostic.near]
        for level, (named, references) in enumerate(near):
            symbols, seen = named, set[str]()
            for step in count():
                if not symbols:
                    break
                yield symbols, inside if references is inside else (), (level, step)
                seen |= {*symbols}
                symbols = {path for symbol in symbols for path in self._made_of(symbol, diagnostic.message)} - seen

    def _made_of(self, path: str, message: str) -> Iterator[str]:
        """Yield what a symbol is made of; of a resource, which is made of all that it does, what a message names.

        A method is made of what it takes, where the message is about that.
        """
        symbol = self._types.get(path)
        is_taking = symbol is not None and symbol.kind == "method" and "rgument" in message
        taken = [each.path for each in symbol.members if each.path in self._breaking] if symbol and is_taking else []
        if taken:
            yield from taken
            return
        if symbol is not None and symbol.kind == "resource":
            yield from (each.path for each in symbol.members if each.name in _WORD.findall(message))
        if symbol is not None and symbol.owner:  # with which it comes and goes
            yield f"{path.partition('.')[0]}.{symbol.owner}"
        for each in (symbol, *symbol.members) if symbol and symbol.kind in {"model", "input", "alias"} else (symbol,):
            if each is not None:
                yield each.path
                yield from types_in(each)

    def refer(self, references: Iterable[Reference]) -> None:
        """Note where the code relies on what no type checker sees, or tells."""
        by_symbol = _by_symbol(references)
        for path, changes in self._quiet.items():
            for entry, symbol in changes:
                for place in _concerned(entry, symbol, path, by_symbol):
                    self._note(entry, symbol, place, symbol.reason, breaks=False)
        self._refer_lacking(by_symbol)
        on_wire = [(entry, part) for entry in self._report.entries for part in _told(entry)]
        symbols = find_symbols([part.change for _, part in on_wire], self._old)
        for (entry, part), paths in zip(on_wire, symbols, strict=True):
            seen = self._seen_sides(entry) if part.change.fact != _ONE_MORE else ()
            own = [each for each in paths if not seen or self._is_on_another_side(each, seen)]
            for path in dict.fromkeys((*own, *(user for each in own for user in self._users.get(each, ())))):
                for reference in _whole_last(by_symbol.get(path, ()) if self._is_on_side(path, part) else ()):
                    usage = Usage(reference.location, path, breaks=False, message=part.rules[0].reason)
                    self._usages[entry.id].setdefault((reference.location, path), usage)

    def _refer_lacking(self, by_symbol: Mapping[str, Sequence[Reference]]) -> None:
        """Note the calls that lack what is newly required: of one that gives what is gone, mypy says only that."""
        for entry, symbol, each in self._find_lacking(by_symbol):
            if not each.is_open:
                self._note(entry, symbol, each.location, symbol.reason, breaks=True)

    def _find_lacking(
        self, by_symbol: Mapping[str, Sequence[Reference]]
    ) -> Iterator[tuple[Entry, SymbolChange, Reference]]:
        """Yield the calls that are not given by name what is newly required."""
        for entry, symbol in (each for changes in self._breaking.values() for each in changes):
            if symbol.new_path in self._needed and symbol.kind in {"argument", "setting"}:
                for each in _lacking(symbol.old_path or symbol.symbol, by_symbol):
                    yield entry, symbol, each

    def _seen_sides(self, entry: Entry) -> set[Direction]:
        """Return for what symbols are different in a way that callers notice: what is sent, or what comes."""
        paths = (each.old_path or each.symbol for each in entry.impact if each.verdict is not ClientVerdict.SAFE)
        return {self._types[path].direction for path in paths if path in self._types}

    def _is_on_another_side(self, path: str, sides: Collection[Direction]) -> bool:
        """Tell whether a symbol is for what none of the sides are for; methods are for both."""
        symbol = self._types[path]
        return symbol.kind != "method" and symbol.direction not in sides

    def _is_on_side(self, path: str, entry: Entry) -> bool:
        """Tell whether a symbol is for what a change matters to: what is sent, or what comes."""
        symbol = self._types[path]
        matters = {rule.direction for rule in entry.rules if rule.effect in _MATTERS}
        sides = {"input": {"request", None}, "answer": {"response", None}}[symbol.direction]
        if symbol.kind == "method" and None not in matters:
            reached = {use.route for use in entry.change.uses if use.direction in matters}
            return not reached.isdisjoint(symbol.routes)
        return symbol.kind not in {"argument", "key", "input", "field", "model", "alias"} or bool(matters & sides)

    def _note(self, entry: Entry, symbol: SymbolChange, place: Location, message: str, *, breaks: bool) -> None:
        usage = Usage(place, symbol.symbol, breaks, message, _instead(entry, symbol))
        self._usages[entry.id].setdefault((place, symbol.symbol), usage)

    def unseen(self, code: Code) -> Iterator[Unseen]:
        """Yield the places at which something that changed may be used, and nobody can tell."""
        names = {_last(path) for path in (*self._breaking, *self._quiet)}
        for location, name in code.unknown:
            if name in names:
                yield Unseen(location, f"{name!r} is used of a value whose type is not known")
            elif not name and names:
                yield Unseen(location, "a name is worked out when the code runs")
        for entry, symbol, each in self._find_lacking(_by_symbol(code.references)):
            if each.is_open and (each.location, symbol.symbol) not in self._usages[entry.id]:
                yield Unseen(
                    each.location, f"what is unpacked here may lack {symbol.name!r}, which has to be given now"
                )
        if names:
            for location, message in code.earlier:
                yield Unseen(location, f"this does not fit the old client, so a change is not seen: {message}")
        for reference in code.silenced:
            for entry, symbol in self._breaking.get(reference.symbol, ()):
                yield Unseen(
                    reference.location, f"no checker tells of this line, and {symbol.symbol} is different ({entry.id})"
                )


def _told(entry: Entry) -> Iterator[Entry]:
    """Yield what of an entry, and of those folded into it, matters on the wire."""
    if entry.effect in _MATTERS:
        yield from (each for each in (entry, *entry.folded) if each.rules[0].effect in _MATTERS)


def _concerned(
    entry: Entry, symbol: SymbolChange, path: str, references: Mapping[str, Sequence[Reference]]
) -> Iterator[Location]:
    """Yield where a symbol is used; of what is about those who leave it out, where it is left out."""
    is_left_out = not symbol.old_path or any(each.change.fact == _LEFT_OUT for each in (entry, *entry.folded))
    if is_left_out and symbol.kind in {"argument", "key", "setting"}:
        yield from (each.location for each in _lacking(path, references))
    else:
        yield from (each.location for each in _whole_last(references.get(path, ())))


def _lacking(path: str, references: Mapping[str, Sequence[Reference]]) -> Iterator[Reference]:
    """Yield where something is called or filled in without a symbol."""
    made = (each for each in references.get(owner_of(path), ()) if each.given is not None)
    return (each for each in made if _last(path) not in (each.given or ()))


def _by_symbol(references: Iterable[Reference]) -> Mapping[str, Sequence[Reference]]:
    found: dict[str, list[Reference]] = defaultdict(list)
    for each in references:
        found[each.symbol].append(each)
    return found


def _users_of_aliases(surface: Surface) -> Mapping[str, Sequence[str]]:
    """Return the symbols that are of each alias, by its path: nobody who uses these has to name it."""
    aliases = {each.path for each in (*surface.models, *surface.inputs) if each.kind == "alias"}
    found: dict[str, list[str]] = defaultdict(list)
    for symbol in surface.walk():
        for path in aliases.intersection(types_in(symbol)) - {symbol.path}:
            found[path].append(symbol.path)
    return found


def _needed(surface: Surface) -> set[str]:
    return {symbol.path for symbol in surface.walk() if symbol.required}


def _whole_last(references: Sequence[Reference]) -> Sequence[Reference]:
    """Return the names in the code, or the calls and dictionaries where there is no name."""
    return [each for each in references if each.given is None] or references


def _named(found: list[tuple[Entry, SymbolChange]], message: str) -> list[tuple[Entry, SymbolChange]]:
    """Return those that a message names, if it names any; of a function that does not end, further kinds of a value."""
    if message == _NO_END:
        return [each for each in found if each[0].change.fact == _ONE_MORE] or found
    words = {*_WORD.findall(message)}
    return [(entry, symbol) for entry, symbol in found if _last(symbol.symbol) in words] or found


def _last(path: str) -> str:
    """Return the last name in a path, without what is around it."""
    return next(iter(_WORD.findall(path)[::-1]), "")


def _moved(entry: Entry, gone: SymbolChange) -> str:
    """Return the method of an operation that has moved, and is that of another resource by this; empty for others."""
    moved = (each for each in (entry, *entry.folded) if each.change.fact == "operation-moved" and gone in each.impact)
    come = [each.symbol for found in moved for each in found.impact if each.kind == gone.kind == "method"]
    others = [path for path in come if path != gone.symbol]
    return others[0] if len(others) == 1 else ""


def _instead(entry: Entry, symbol: SymbolChange) -> str:
    """Return what to write now, as far as that is known."""
    if not symbol.new_path:
        if moved := _moved(entry, symbol):
            return f"write {moved}"
        if any(each.change.is_chosen for each in (entry, *entry.folded)):
            return "keep it in the client by `only` or `skip` in its settings"
        return "leave it out" if symbol.kind in {"argument", "key"} else "nothing takes its place"
    if not symbol.old_path:
        return f"give {symbol.after}"
    written = [f"write {symbol.new_path}"] if symbol.old_path != symbol.new_path else []
    if symbol.before != symbol.after:
        written.append(f"{symbol.before} is now {symbol.after}")
    return "; ".join(written)
