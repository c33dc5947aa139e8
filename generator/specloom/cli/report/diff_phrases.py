"""How the parts of a report on changes are put into words, whatever the format; all of it plain text.

What was and what is stand side by side, with the words that differ, and shortened where they are the same. For the
formats that findings have (annotations, SARIF), changes are findings.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from specloom.cli.report.escape import CUT, cut_text
from specloom.diff.vocabulary import Effect, Entry, Rule, SymbolChange, Usage
from specloom.findings import Finding, Location, NamedSource, Position, Severity
from specloom.messages import and_more, counted, quoted
from specloom.record import record

if TYPE_CHECKING:
    from specloom.diff.report import Report
    from specloom.diff.review import CodeReview, Overview, Review


_WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_WORDS: Final = 600
"""Of a side between what both begin and end with: of more, the time to compare them grows with their product."""
_AROUND: Final = 24
"""Characters that are kept beside what differs."""
_LONGEST: Final = 10
"""How many times the width a side may be, where all of that differs."""
_SEVERITIES: Final[Mapping[Effect, Severity]] = {
    Effect.BREAKING: Severity.ERROR,
    Effect.WARNING: Severity.WARNING,
    Effect.SAFE: Severity.NOTE,
    Effect.NOTE: Severity.NOTE,
}
_ROUTES: Final = 4
_SYMBOLS: Final = 4
_FOLDED: Final = 4


def count_changes(counts: Mapping[Effect, int], accepted: int = 0) -> str:
    """Return how many changes there are: `2 breaking, 1 warning, 3 safe, 4 notes, 1 accepted`."""
    words = [f"{number} {severity_word(effect, number)}" for effect, number in counts.items() if number]
    words += [f"{accepted} accepted"] if accepted else []
    return ", ".join(words) or "no changes"


def sum_up(overview: Overview) -> Iterator[str]:
    """Yield how much there is and what of it breaks, each a sentence."""
    yield f"{counted(overview.changes, 'change')} in {counted(overview.entries, 'entry', 'entries')}."
    if overview.symbols or overview.operations:
        yield (
            f"What breaks concerns {counted(overview.symbols, 'name')} of the Python client and "
            f"{counted(overview.operations, 'operation')}."
        )


def outcome_of(review: Review) -> str:
    """Return what has to be done about a review, in one sentence."""
    if review.threshold is None and not review.fails:
        return "This only tells what changes."
    return "This has to be looked at before it goes in." if review.fails else "Nothing here stands in the way."


def count_left_out(overview: Overview) -> str:
    """Return how many entries an overview has no room for: `and 3 safe, 8 notes`; empty if none."""
    return f"and {count_changes(overview.left_out)}" if any(overview.left_out.values()) else ""


def headline_of(entry: Entry) -> str:
    """Return what happened in one line, with the operation that it is about where no word names it.

    What harms callers of the client alone is followed by the worst of that.
    """
    change = entry.change
    route = change.subject[0]
    is_named = entry.sums_up or any(each in change.message for each in (route, quoted(route)))
    is_named = is_named or {use.route for use in change.uses} != {route}
    told = change.message if is_named else f"{change.message} ({route})"
    if entry.effect.rank < Effect.SAFE.rank or entry.severity.rank >= Effect.SAFE.rank:
        return told
    return f"{told}; {entry.verdict}: {entry.impact[0].symbol}"


def severity_word(effect: str, number: int) -> str:
    """Return what so many changes of a severity are called."""
    return f"{effect}{'s' if effect == Effect.NOTE and number > 1 else ''}"


def was_at(entry: Entry) -> Location | None:
    """Return where something was that is gone, if the place that is shown is only what is left, or takes it out."""
    now, before = entry.change.location, entry.change.old_location
    if now is None or before is None or entry.change.adds:
        return None
    is_there = before.pointer == now.pointer if entry.change.removes else len(before.pointer) <= len(now.pointer)
    return None if is_there else before


def routes_of(entry: Entry, most: int) -> tuple[Sequence[str], int]:
    """Return the first operations that a change reaches, and how many more there are."""
    routes = list(dict.fromkeys(use.route for use in entry.change.uses))
    return routes[:most], max(len(routes) - most, 0)


def meaning_of(rule: Rule) -> str:
    """Return what a change means on one side of the wire, and why."""
    return f"{rule.effect}{f' in a {rule.direction}' if rule.direction else ''}: {rule.reason}"


def reach_of(entry: Entry, most: int, escape: Callable[[str], str] = str) -> str:
    """Return which operations a change reaches, of which `most` are named; empty where that is none."""
    routes, more = routes_of(entry, most)
    return f"reaches {', '.join(map(escape, routes))}{f' and {more} more' if more else ''}" if routes else ""


def symbol_sides(symbol: SymbolChange) -> tuple[str, str]:
    """Return what a symbol was and is, or that it is new or gone."""
    return symbol.before or "new", symbol.after or "gone"


def versions_of(report: Report) -> str:
    """Return what there is to say about versions; empty if nothing."""
    if not report.suggested_version:
        return ""
    stands = "still" if report.old_version == report.new_version else "now"
    return f"the version is {stands} {report.new_version!r}; by what changes, it should be {report.suggested_version}"


def acceptance_lines(review: Review, report: Report, entry: Entry) -> list[str]:
    """Return the lines of TOML that accept a change, but for the reason."""
    api = [f"api = {json.dumps(report.name)}"] if review.base else []
    return ["[[accept]]", f'id = "{entry.id}"', *api, f'rule = "{entry.rules[0].id}"', 'reason = ""']


def code_words(code: CodeReview, reports: Iterable[Report]) -> str:
    """Return what of the code changes touch, in one line."""
    usages = [usage for report in reports for entry in report.entries for usage in entry.usages]
    broken = {usage.location for usage in usages if usage.breaks} | {each.location for each in code.unexplained}
    relying = {usage.location for usage in usages} - broken
    words = [counted(len(broken), "place breaks", "places break")] if broken else []
    words += [f"{counted(len(relying), 'place')} to look at"] if relying else []
    if not code.using:
        return f"{', '.join(code.places)}: no file imports the client"
    files = f"{code.using} of {counted(code.files, 'file')}"
    unseen = f"; {counted(len(code.unseen), 'place')} could not be seen" if code.unseen else ""
    return f"{', '.join(code.places)} ({files}): {', '.join(words) or 'nothing of it is touched'}{unseen}"


def usage_words(usage: Usage) -> tuple[str, str]:
    """Return what happens in a place, and what to write instead, as far as that is known."""
    verdict = "breaks" if usage.breaks else "look at this"
    return f"{usage.location.line_and_column}: {verdict}: {usage.symbol}: {usage.message}", usage.instead


def split_entries(report: Report, code: CodeReview | None) -> tuple[Sequence[Entry], str]:
    """Return the entries that touch the code, and how many others there are, in words; all where there is no code."""
    if code is None:
        return report.entries, ""
    used = [entry for entry in report.entries if entry.usages]
    rest = Counter(entry.severity for entry in report.entries if not entry.usages)
    counts = {severity: rest[severity] for severity in report.counts}
    number = sum(counts.values())
    verb = "touches" if number == 1 else "touch"
    return used, f"{count_changes(counts)} {verb} nothing of {', '.join(code.places)}" if number else ""


def rest_lines(code: CodeReview) -> Iterator[str]:
    """Yield what breaks and no change accounts for, and what could not be seen, a line each."""
    for each in code.unexplained:
        yield f"{each.location.line_and_column}: breaks, and no single change accounts for it: {each.message}"
    for unseen in code.unseen:
        yield f"{unseen.location.line_and_column}: not seen: {unseen.message}"


@record
class Stretch:
    """A part of one side."""

    text: str
    differs: bool


def mark_words(before: str, after: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Return both sides in stretches that the other side has as well, and such that it has not."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    front = _common(old, new)
    back = _common(old[front:][::-1], new[front:][::-1])
    ends = len(old) - back, len(new) - back
    inner = old[front : ends[0]], new[front : ends[1]]
    pairs = [(old[:front], new[:front], False), *_compare(*inner), (old[ends[0] :], new[ends[1] :], False)]
    return _joined((mine, differs) for mine, _, differs in pairs), _joined(
        (mine, differs) for _, mine, differs in pairs
    )


def cut_sides(before: str, after: str, width: int) -> tuple[str, str]:
    """Return both sides in about `width` characters each, the longest stretches that are the same left out.

    What differs is never left out, unless it is many times as long as the width by itself: then its first letters are
    shown. A side may be empty.
    """
    if max(len(before), len(after)) <= width:
        return before, after
    if not before or not after:
        return cut_text(before, width), cut_text(after, width)
    old, new = map(_shorten, mark_words(before, after))
    longest = width * _LONGEST
    if max(len(old), len(new)) <= longest:
        return old, new
    # Words without end may begin alike: both are cut at the same letter, so that they stay different.
    skipped = max(_common(old, new) - longest // 2, 0)
    cut = CUT if skipped else ""
    return cut_text(cut + old[skipped:], longest), cut_text(cut + new[skipped:], longest)


def _compare(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], bool]]:
    if max(len(old), len(new)) > _MOST_WORDS:
        yield old, new, True
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[i:j], new[k:m], tag != "equal"


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many words, or letters of a text, both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(old), len(new)))


def _joined(parts: Iterable[tuple[Sequence[str], bool]]) -> tuple[Stretch, ...]:
    return tuple(Stretch("".join(words), differs) for words, differs in parts if words)


def _shorten(stretches: Sequence[Stretch]) -> str:
    return "".join(
        text if differs or len(text) <= 3 * _AROUND else text[:_AROUND] + CUT + text[-_AROUND:]
        for text, differs in ((each.text, each.differs) for each in stretches)
    )


def list_findings(review: Review) -> list[Finding]:
    """Return what is wrong with descriptions and acceptances, and then a finding for each change, worst first.

    Where code was looked at, those for changes that touch it, and one for each place there.

    Each is where the change is in the new description; of what is gone, at the nearest thing around it that is left.
    What is accepted is a note.
    """
    shown = [(report, entry) for report in review.reports for entry in split_entries(report, review.code)[0]]
    shown.sort(key=lambda each: (bool(each[1].accepted), each[1].rank))
    found = [_usage(entry, usage) for _, entry in shown for usage in entry.usages]
    found += [_finding(report, entry) for report, entry in shown]
    if review.code:
        found[:0] = [
            Finding("unexplained-type-error", Severity.ERROR, diagnostic.message, diagnostic.location)
            for diagnostic in review.code.unexplained
        ]
        found += [Finding("code-not-seen", Severity.NOTE, each.message, each.location) for each in review.code.unseen]
    return [*(finding for failure in review.failures for finding in failure.findings), *review.unused, *found]


def _usage(entry: Entry, usage: Usage) -> Finding:
    severity = Severity.NOTE if entry.accepted else Severity.ERROR if usage.breaks else Severity.WARNING
    related = (entry.place,) if entry.place else ()
    details = "; ".join(filter(None, (f"{usage.symbol}: {usage.message}", usage.instead, f"id {entry.id}")))
    return Finding(entry.rules[0].id, severity, entry.change.message, usage.location, related, help=details)


def _finding(report: Report, entry: Entry) -> Finding:
    severity = Severity.NOTE if entry.accepted else _SEVERITIES[entry.severity]
    whole = Location(NamedSource(report.new or report.old), fixed=Position(1, 1))
    location, before = entry.change.location or whole, entry.change.old_location
    details = "; ".join(_details(entry))
    return Finding(
        entry.rules[0].id, severity, entry.change.message, location, (before,) if before else (), help=details
    )


def _details(entry: Entry) -> Iterator[str]:
    if entry.accepted:
        yield f"accepted: {entry.accepted}"
    yield entry.rules[0].reason
    if reach := reach_of(entry, _ROUTES):
        yield reach
    for symbol in entry.impact[:_SYMBOLS]:
        before, after = symbol_sides(symbol)
        yield f"{symbol.symbol}: {before} → {after} ({symbol.verdict})"
    yield from and_more(entry.impact, _SYMBOLS, "{}", "more symbol")
    yield from (each.change.message for each in entry.folded[:_FOLDED])
    yield from and_more(entry.folded, _FOLDED, "{}", "more change")
    yield f"id {entry.id}"
