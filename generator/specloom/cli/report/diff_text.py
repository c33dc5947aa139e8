"""What changes, for a person at a terminal: worst first, each change with its place and what it does to callers.

Many changes begin with one screen that says what the worst of them are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from specloom.cli.report import diff_phrases as phrases
from specloom.cli.report.diff_phrases import cut_sides
from specloom.cli.report.escape import BOLD, DIM, cut_text, escape_prose, escape_text, paint
from specloom.diff.review import build_overview
from specloom.diff.vocabulary import Effect, Entry, SymbolChange
from specloom.messages import and_more

if TYPE_CHECKING:
    from specloom.diff.report import Report
    from specloom.diff.review import CodeReview, Review

_PROSE: Final = 400
_prose: Final = partial(escape_prose, width=_PROSE)
_ROUTES: Final = 4
_SYMBOLS: Final = 8
_FOLDED: Final = 8
_USAGES: Final = 20
_FEW: Final = 5
"""So many entries are a screen by themselves."""
_SCREEN: Final = 30
"""Entries that are named on the first screen."""
_LINE: Final = 110
_TO_ACCEPT: Final = 10
_COLORS: Final = {Effect.BREAKING: "1;31", Effect.WARNING: "1;33", Effect.SAFE: "1;36", Effect.NOTE: "1;34"}


def render_review(review: Review) -> str:
    """Return everything there is to say, accepted changes last."""
    blocks = [paint(_prose(phrases.code_words(review.code, review.reports)), BOLD)] if review.code else []
    blocks += _render_overview(review)
    blocks += [block for report in review.reports for block in _render_report(report, review.code)]
    blocks += ["\n".join(map(_prose, phrases.rest_lines(review.code)))] if review.code else []
    blocks += list(_render_rest(review))
    if review.unused:
        from specloom.cli.report.text import render_findings

        blocks.append(render_findings(review.unused).rstrip("\n"))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _render_overview(review: Review) -> Iterator[str]:
    overview = build_overview(review, _SCREEN)
    if overview.entries <= _FEW:
        return
    against = f" against {_prose(review.base)}" if review.base else ""
    counts = f"{_prose(review.title)}{against}: {phrases.count_changes(review.counts, review.accepted)}"
    yield "\n".join((paint(counts, BOLD), phrases.outcome_of(review), *phrases.sum_up(overview)))
    several = len(review.reports) > 1
    width = max((len(entry.severity) for _, entry in overview.worst), default=0)
    lines = []
    for report, entry in overview.worst:
        severity = paint(f"{entry.severity:>{width}}", _COLORS[entry.severity])
        name = f"{_prose(report.name)}: " if several else ""
        lines.append(f"{severity}  {escape_text(cut_text(f'{name}{phrases.headline_of(entry)}', _LINE))}")
    yield "\n".join(filter(None, (*lines, phrases.count_left_out(overview))))


def _render_report(report: Report, code: CodeReview | None) -> Iterator[str]:
    counts = phrases.count_changes(report.counts, len(report.accepted))
    yield "\n".join(
        (
            paint(f"{_prose(report.name)}: {counts}", BOLD),
            f"    from {_prose(report.old) or 'nothing'} to {_prose(report.new) or 'nothing'}",
            *(f"    note: {_prose(note)}" for note in report.notes),
        )
    )
    yield from render_entries(report, code=code)
    if words := phrases.versions_of(report):
        yield f"{_prose(report.name)}: {_prose(words)}"


def render_entries(
    report: Report, *, shown: Collection[Effect] = tuple(Effect), code: CodeReview | None = None
) -> Iterator[str]:
    """Yield what changes of one description or client, worst first, accepted changes last.

    Entries that are less severe than those `shown` are left out, and those that touch nothing of `code` are counted.
    """
    entries, left_out = phrases.split_entries(report, code)
    told = [entry for entry in entries if entry.severity in shown]
    notes = [entry for entry in told if entry.severity is Effect.NOTE and not entry.accepted]
    for entry in sorted((entry for entry in told if entry not in notes), key=lambda entry: bool(entry.accepted)):
        yield "\n".join(_render_entry(entry))
    if notes:
        yield "\n".join(_render_head(entry) for entry in notes)
    if left_out:
        yield _prose(left_out)


def _render_head(entry: Entry) -> str:
    place = f"{_prose(entry.place.line_and_column)}: " if entry.place else ""
    severity = paint(f"{entry.severity}:", _COLORS[entry.severity])
    rules = ", ".join(rule.id for rule in entry.rules)
    end = paint(f"[{rules}] ({entry.id})", DIM)
    return f"{paint(place, BOLD)}{severity} {_prose(entry.change.message)} {end}"


def _render_entry(entry: Entry) -> Iterator[str]:
    yield _render_head(entry)
    if entry.accepted:
        yield f"    accepted: {_prose(entry.accepted)}"
    if before := phrases.was_at(entry):
        yield f"    it was at {_prose(before.line_and_column)}"
    for rule in entry.rules:
        yield f"    {phrases.meaning_of(rule)}"
    if reach := phrases.reach_of(entry, _ROUTES, _prose):
        yield f"    {reach}"
    for symbol in entry.impact[:_SYMBOLS]:
        yield from _render_symbol(symbol)
    yield from and_more(entry.impact, _SYMBOLS, "    and {}", "more symbol")
    yield from _render_usages(entry)
    for each in entry.folded[:_FOLDED]:
        place = f"{_prose(each.place.line_and_column)}: " if each.place else ""
        yield f"    {place}{each.severity}: {_prose(each.change.message)}"
    yield from and_more(entry.folded, _FOLDED, "    and {}", "more change")


def _render_usages(entry: Entry) -> Iterator[str]:
    for usage in entry.usages[:_USAGES]:
        said, instead = phrases.usage_words(usage)
        yield f"    {paint(_prose(said), BOLD)}"
        if instead:
            yield f"      instead: {_prose(instead)}"
    yield from and_more(entry.usages, _USAGES, "    and {}", "more place")


def _render_symbol(symbol: SymbolChange) -> Iterator[str]:
    yield f"    {symbol.verdict}: {_prose(symbol.symbol)}: {_prose(symbol.reason)}"
    if symbol.before == symbol.after:
        return  # what is said of it is not in its signature
    for sign, side in zip("-+", cut_sides(symbol.before, symbol.after, _PROSE), strict=True):
        if side:
            yield f"      {sign} {escape_text(side)}"


def _render_rest(review: Review) -> Iterator[str]:
    if not review.reports and not review.failures:
        yield f"nothing has changed against {_prose(review.base)}" if review.base else "nothing has changed"
    elif review.unchanged:
        yield f"unchanged: {_prose(', '.join(review.unchanged))}"
    for failure in review.failures:
        yield f"{_prose(failure.name)}: {_prose(failure.message)}"
    failing = review.failing
    if failing:
        number, shown = len(failing), failing[:_TO_ACCEPT]
        more = f" the first {len(shown)}" if number > len(shown) else ""
        intro = f"{number} change{' fails' if number == 1 else 's fail'}"
        if not review.acceptances:
            yield intro
            return
        blocks = ["\n".join(phrases.acceptance_lines(review, *each)) for each in shown]
        yield "\n\n".join((f"{intro}. To accept{more}, say why in {_prose(review.acceptances)}:", *blocks))
