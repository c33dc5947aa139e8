"""The whole answer to what a change of a description breaks: every change, judged, with what it does to callers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from specloom.diff.client.compare import compare_surfaces
from specloom.diff.client.comparison import Outcome
from specloom.diff.client.members import symbol_change
from specloom.diff.fold import fold_entries
from specloom.diff.identity import identify_changes
from specloom.diff.join import join_symbols
from specloom.diff.loaded import Differences, Loaded, Versions, trace_clients
from specloom.diff.rules.table import classify
from specloom.diff.schemas.equality import first_difference
from specloom.diff.schemas.facts import RESPELT, RETYPING, WAYS_TO_SAY
from specloom.diff.semantic_version import Step, suggest_version
from specloom.diff.vocabulary import EFFECTS, Change, ClientVerdict, Complaint, Effect, Entry, SymbolChange
from specloom.findings import Location, Pointer
from specloom.ir.surface import Surface, Symbol, is_part_of
from specloom.messages import and_more, counted
from specloom.progress import tell_progress
from specloom.record import record, replace
from specloom.source import Json, SourceFile, find_value, value_at

_STEPS: Final[Mapping[Effect, Step]] = {Effect.BREAKING: Step.MAJOR, Effect.WARNING: Step.MINOR}
_CLIENTS: Final = "these are clients, not descriptions: what changes on the wire alone was not looked at"
_FINDINGS: Final = 3
"""How many errors of the old description are told one by one."""
_TOLD: Final = frozenset({"title", "summary", "description", "example", "examples", "externalDocs"})
"""Members of objects whose changes are notes."""
_VERSION_FACT: Final = "document-version-changed"


@record
class Report:
    """All entries of one description, worst first."""

    name: str
    """What the description is called: a client of the settings, or the path of its entry document."""
    package: str
    """The Python package of its client."""
    old: str
    """The old entry document, as people call it; empty where there is none."""
    new: str
    old_version: str
    """`info.version` of the old description; empty where there is none."""
    new_version: str
    suggested_version: str
    """What the new description's version should be, by what changed; empty where it is no number to count on, or is
    at least that."""
    entries: tuple[Entry, ...]
    notes: tuple[str, ...] = ()
    """What this report could not look at, each one sentence without a full stop."""

    @property
    def counts(self) -> Mapping[Effect, int]:
        """How many changes nobody has accepted, by their severity, worst first."""
        found = Counter(entry.severity for entry in self.entries if not entry.accepted)
        return {effect: found[effect] for effect in Effect}

    @property
    def accepted(self) -> tuple[Entry, ...]:
        """The changes that somebody has accepted."""
        return tuple(entry for entry in self.entries if entry.accepted)

    def failing(self, threshold: Effect | None) -> tuple[Entry, ...]:
        """Return the changes as bad as `threshold`, or worse, that nobody has accepted; None: no change is."""
        most = -1 if threshold is None else threshold.rank
        return tuple(entry for entry in self.entries if not entry.accepted and entry.severity.rank <= most)


def build_report(
    name: str, versions: Versions, reasons: Mapping[str, str], complaints: Iterable[Complaint] = ()
) -> Report:
    """Compare two versions of a description.

    Args:
        name: What the description is called.
        versions: Both, and what they differ in. Where one has no client, the report has no Python symbols.
        reasons: Why changes are accepted, by their ids.
        complaints: What a type checker says of code that uses all of the old client, if it was asked.
    """
    old, new, found = versions
    if found is None or old is None or old.document is None or new is None or new.document is None:
        raise ValueError("a description that cannot be used is no version to compare")
    tell_progress(f"comparing {old.version.name} with {new.version.name}")
    changes, spellings, follows = found.documents
    judged = sorted(changes, key=lambda each: classify(each)[0].effect.rank)
    claimed, rest = _join(judged, spellings, old, new, found, complaints)
    joined = [*zip([*judged, *spellings], claimed, strict=True)]
    joined = [(change, impact) for change, impact in joined if impact or change.fact != RESPELT]
    joined += [(_change_of(symbols, "client-surface-changed"), symbols) for symbols in _group(rest)]
    entries = _enter(joined, reasons)
    numbers = old.document.version, new.document.version
    told = [entry for entry in entries if entry.impact or entry.change.fact not in {_VERSION_FACT, *WAYS_TO_SAY}]
    chosen = {change.key for change in changes if change.is_chosen}
    own = ((entry, entry.change.key) for entry in told if entry.severity != Effect.NOTE)
    steps = [_step(entry) for entry, holder in own if follows.get(holder, holder) not in chosen]
    folded = fold_entries(entries, follows, reasons)
    told = [entry for entry in folded if entry.impact or entry.folded or entry.change.fact not in WAYS_TO_SAY]
    entries = _sorted(_placed(entry, old.document.location, new.document.location) for entry in told)
    package = next((each.client.api.package for each in (new, old) if each.client), "")
    names = old.version.name, new.version.name
    named = {*old.version.target.skip, *old.version.target.only} - old.unknown
    notes = [
        f"{each.location.line} is wrong, which decides no type, so it is compared all the same: {each.message}"
        for each in old.tolerated[:_FINDINGS]
    ]
    notes += and_more(old.tolerated, _FINDINGS, "{} of the old description decided no type either", "more error")
    notes += [
        f"{each.finding.location.line} is wrong, so what it means is unknown; it counts as {each.compared}: "
        f"{each.finding.message}"
        for each in old.assumed[:_FINDINGS]
    ]
    notes += and_more(old.assumed, _FINDINGS, "{} of the old description counted as another too", "more error")
    for each in sorted(new.unknown - named):
        lacking = "neither version has" if each in old.unknown else "the new version does not have"
        notes.append(f"{lacking} the operation {each!r} that is to be skipped or kept")
    notes += [_note(what, side) for what, side in (("old", old), ("new", new)) if side.client is None]
    # Overlays and settings are the project's own: no version of somebody's description says what they change.
    is_same = [each.text for each in old.files] == [each.text for each in new.files]
    suggested = "" if is_same else suggest_version(*numbers, steps)
    return Report(name, package, *names, *numbers, suggested, entries, tuple(notes))


def report_one_sided(name: str, old: Loaded | None, new: Loaded | None, reasons: Mapping[str, str]) -> Report:
    """Report a description that only exists before or after."""
    side, fact = (new, "description-added") if new else (old, "description-removed")
    if side is None or side.document is None:
        raise ValueError("there is nothing to report on")
    document, version_name = side.document, side.version.name
    what = f"{document.title!r} with {counted(len(document.operations), 'operation')}"
    message = f"the description of {what} is {'new' if new else 'gone'}"
    places = (None, document.location) if new else (document.location, None)
    change = Change(fact, ("description", name), message, old_location=places[0], location=places[1])
    entries = _enter([(change, ())], reasons)
    package, version = side.client.api.package if side.client else "", document.version
    if new:
        return Report(name, package, "", version_name, "", version, "", entries)
    return Report(name, package, version_name, "", version, "", "", entries)


def report_clients(
    old: tuple[str, Surface], new: tuple[str, Surface], reasons: Mapping[str, str], notes: tuple[str, ...] = (_CLIENTS,)
) -> Report:
    """Compare two versions of a client, whose descriptions need not be there: what changes is what callers notice.

    Args:
        old: What people call the client that callers know, and its surface.
        new: The client that they get, likewise.
        reasons: Why changes are accepted, by their ids.
        notes: As `Report` has them.
    """
    (old_name, before), (name, after) = old, new
    # Nothing is known of the files of the descriptions but their names: no line of them can be shown.
    changes = (replace(each, old_location=None, location=None) for each in compare_surfaces(before, after))
    found = [(_change_of(group, "client-symbol-changed"), group) for group in _group(tuple(changes))]
    entries = _enter(found, reasons)
    suggested = suggest_version(before.version, after.version, [_step(entry) for entry in entries])
    return Report(name, after.package, old_name, name, before.version, after.version, suggested, entries, notes)


def _enter(found: Sequence[tuple[Change, tuple[SymbolChange, ...]]], reasons: Mapping[str, str]) -> tuple[Entry, ...]:
    ids = identify_changes(change for change, _ in found)
    entries = [
        Entry(entry_id, change, classify(change), impact, reasons.get(entry_id, ""))
        for entry_id, (change, impact) in zip(ids, found, strict=True)
    ]
    return _sorted(map(_allow, entries))


def _allow(entry: Entry) -> Entry:
    """Return the entry as accepted if it matters, nobody has accepted it, and the old description has announced it."""
    matters = entry.severity in {Effect.BREAKING, Effect.WARNING}
    return replace(entry, accepted=entry.change.allowance) if matters and not entry.accepted else entry


def _placed(entry: Entry, *entries: Location) -> Entry:
    """Return the entry, and those folded into it, each where people have to look for it.

    `entries` are the entry documents, to which overlays are applied.
    """
    change = _where_taken_out(_where_different(_where_referred(entry.change)), *entries)
    return replace(entry, change=change, folded=tuple(_placed(each, *entries) for each in entry.folded))


def _where_taken_out(change: Change, old: Location, new: Location) -> Change:
    """Return the change at the action of an overlay that takes out what is gone, or took out what is new."""
    if (action := _remover(new, change.old_location)) and not _is_in_overlay(change.location, new):
        return replace(change, location=action)
    if (action := _remover(old, change.location)) and not _is_in_overlay(change.old_location, old):
        return replace(change, old_location=action)
    return change


def _remover(entry: Location, place: Location | None) -> Location | None:
    source, other = entry.document, place.document if place else None
    if not isinstance(source, SourceFile) or not isinstance(other, SourceFile) or not source.origins or not place:
        return None
    return source.origins.remover(place.pointer, other.data)


def _is_in_overlay(place: Location | None, entry: Location) -> bool:
    return place is not None and place.document is entry.document and place.source is not entry.source


def _where_referred(change: Change) -> Change:
    """Return the change at the reference, if it is this that came or went: what it leads to may be as it was."""
    if change.referred is not None and change.removes:
        return replace(change, old_location=change.referred)
    return change if change.referred is None else replace(change, location=change.referred)


def _where_different(change: Change) -> Change:
    """Return the change at the first thing that differs, where it stands at something that holds or limits that.

    The line of a list of choices may be as it was, and so may that of a type which other listed values narrow. What
    settings leave out stays where it is described.
    """
    if change.is_chosen:
        return change
    old, new = change.old_location, change.location
    if change.fact in RETYPING:  # by what one version says of the types, and the other leaves out
        old, new = _alike_places(old, new)
    for _ in range(2):
        if not old or not new or not old.pointer or old.pointer[-1:] != new.pointer[-1:]:
            break
        both = [_judged(place) for place in (old, new)]
        if both[0] != both[1]:
            way = first_difference(*both)
            change = replace(change, old_location=_nearest(old, way), location=_nearest(new, way)) if way else change
            break
        old, new = (Location(place.document, place.pointer[:-1]) for place in (old, new))
    return replace(change, old_location=_in_item(change.old_location), location=_in_item(change.location))


def _alike_places(old: Location | None, new: Location | None) -> tuple[Location | None, Location | None]:
    """Return two places; where one is in the other, the innermost on the way that both versions have."""
    if old is None or new is None or old.pointer == new.pointer:
        return old, new
    outer, inner = sorted((old.pointer, new.pointer), key=len)
    if inner[: len(outer)] == outer:
        for end in range(len(inner), len(outer), -1):
            was, now = (Location(place.document, inner[:end]) for place in (old, new))
            if value_at(was) and value_at(now):
                return was, now
    return old, new


def _in_item(place: Location | None) -> Location | None:
    """Return the place of what tells an item of a list in JSON from the others: its brace mostly has a line alone."""
    source = place.document if place else None
    if place is None or not isinstance(source, SourceFile) or source.format != "json":
        return place
    if not place.pointer or not place.pointer[-1].isdecimal():
        return place
    (items,) = find_value(source.data, place.pointer[:-1]) or (None,)
    own = items[int(place.pointer[-1])] if isinstance(items, list) and int(place.pointer[-1]) < len(items) else None
    if not isinstance(own, dict) or not own or not isinstance(items, list):
        return place
    others = [each for each in items if each is not own and isinstance(each, dict)]
    telling = (name for name, value in own.items() if not any(each.get(name) == value for each in others))
    return place.at(next(telling, next(iter(own)))).key()


def _judged(place: Location) -> Json:
    """Return what is written at a place, but for what is only told of it."""
    (value,) = value_at(place) or (None,)
    return {name: each for name, each in value.items() if name not in _TOLD} if isinstance(value, dict) else value


def _nearest(place: Location, way: Pointer) -> Location:
    """Return the last place on a way through a value at which something is."""
    places = (place.at(*way[:length]) for length in range(len(way), 0, -1))
    return next(filter(value_at, places), place)


def _sorted(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.severity.rank, bool(entry.accepted), entry.rank)))


def _join(
    changes: Sequence[Change],
    spellings: Sequence[Change],
    old: Loaded,
    new: Loaded,
    found: Differences,
    complaints: Iterable[Complaint],
) -> tuple[list[tuple[SymbolChange, ...]], tuple[SymbolChange, ...]]:
    """Return the symbols that belong to each change and then to each spelling, and those that belong to none.

    A spelling has symbols of which no change is the cause.
    """
    if old.client is None or new.client is None:
        return [() for _ in (*changes, *spellings)], ()
    symbols = _add_complaints(found.symbols, complaints, old.client.surface, new.client.surface)
    traced = (found.traced or trace_clients(old, new)) if symbols else None
    if traced is None:
        return [() for _ in (*changes, *spellings)], ()
    claimed, rest = join_symbols(changes, symbols, *traced)
    respelt, rest = join_symbols(spellings, rest, *traced)
    return [*claimed, *respelt], rest


def _add_complaints(
    symbols: tuple[SymbolChange, ...], complaints: Iterable[Complaint], old: Surface, new: Surface
) -> tuple[SymbolChange, ...]:
    """Return the symbols, and one more for each complaint that none of them explains."""
    broken = [symbol.symbol for symbol in symbols if EFFECTS[symbol.verdict] is Effect.BREAKING]
    unexplained = [each for each in complaints if not any(is_part_of(each.symbol, around) for around in broken)]
    if not unexplained:
        return symbols
    was, now = ({symbol.path: symbol for symbol in surface.walk()} for surface in (old, new))
    return (*symbols, *(_of_complaint(each, was.get(each.symbol), now.get(each.symbol)) for each in unexplained))


def _of_complaint(complaint: Complaint, old: Symbol | None, new: Symbol | None) -> SymbolChange:
    """Return what a complaint is about, which is made from no place that the rules know of."""
    outcome = Outcome(ClientVerdict.TYPES_BREAK, complaint.message)
    if old is None and new is None:
        return SymbolChange(complaint.symbol, "method", "", "", outcome.verdict, outcome.reason)
    return replace(symbol_change(old, new, outcome, path=complaint.symbol), old_path="", new_path="")


def _group(symbols: Sequence[SymbolChange]) -> Iterator[tuple[SymbolChange, ...]]:
    """Yield each symbol that callers notice by itself, and all that they do not together."""
    yield from ((symbol,) for symbol in symbols if symbol.verdict is not ClientVerdict.SAFE)
    if safe := tuple(symbol for symbol in symbols if symbol.verdict is ClientVerdict.SAFE):
        yield safe


def _change_of(symbols: tuple[SymbolChange, ...], fact: str) -> Change:
    """Return the change that symbols are of which no change of a description accounts for."""
    symbol = symbols[0]
    if len(symbols) > 1:
        names: list[Json] = [*sorted(each.symbol for each in symbols)]
        message = f"{len(names)} symbols of the client change in ways that callers do not notice"
        return Change(fact, ("client",), message, after=names, location=symbol.location)
    subject, message = ("client", symbol.symbol), f"{symbol.symbol} {symbol.happened} in the client"
    was, now = symbol.old_location, symbol.location
    return Change(fact, subject, message, symbol.before, symbol.after, old_location=was, location=now)


def _step(entry: Entry) -> Step:
    return _STEPS.get(entry.severity, Step.MINOR if entry.is_addition else Step.PATCH)


def _note(what: str, side: Loaded) -> str:
    return (
        f"no client can be made of the {what} description ({counted(len(side.findings), 'finding')}), so what the "
        "changes do to Python is not known"
    )
