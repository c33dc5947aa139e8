"""What changes, as one comment on a pull request: short enough for GitHub, and readable with hundreds of changes.

What matters comes first and is never folded away; where the room ends, the comment says how much more there is, and
which command prints all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from specloom.cli.report import diff_phrases as phrases
from specloom.cli.report.diff_phrases import cut_sides
from specloom.cli.report.escape import cut_text, escape_markdown, render_code
from specloom.diff.report import Report
from specloom.diff.review import Review, build_overview
from specloom.diff.vocabulary import EFFECTS, Effect, Entry, SymbolChange
from specloom.messages import and_more

_ROOM: Final = 52_000
"""Bytes for the rows of tables."""
_COMMENT: Final = 64_000
"""Bytes for all of it. GitHub refuses a comment of more than 65,536 characters."""
_ROUTES: Final = 2
_SYMBOLS: Final = 3
_FOLDED: Final = 5
_USAGES: Final = 20
_TO_ACCEPT: Final = 10
_CODE_WIDTH: Final = 160
_PROSE_WIDTH: Final = 300
_FEW: Final = 5
"""So many entries are a screen by themselves."""
_SCREEN: Final = 20
"""Entries that are named on the first screen."""
_LINE: Final = 160
_SECTIONS: Final = ("breaking", "warning", "safe", "note", "accepted")
_HEAD: Final = "| Change | Where | Python client | Callers |\n| --- | --- | --- | --- |\n"

_Rows = Mapping[tuple[int, str], Sequence[str]]


def render_review(review: Review) -> str:
    """Return the comment, empty where there is nothing but notes. What descriptions say has no effect in it."""
    if not review.matters:
        return ""
    rows = {
        (number, section): [
            _row(entry)
            for entry in phrases.split_entries(report, review.code)[0]
            if section == ("accepted" if entry.accepted else entry.severity.value)
        ]
        for section in _SECTIONS
        for number, report in enumerate(review.reports)
    }
    shown = _fit(rows, _ROOM)
    left_out = sum(len(each) for each in rows.values()) - sum(shown.values())
    blocks = [f"## {_prose(review.title)}", _summarise(review), *_render_code(review), *_render_overview(review)]
    if left_out:
        command = render_code(review.command, _CODE_WIDTH)
        are = "is" if left_out == 1 else "are"
        blocks.append(f"**{left_out} more** {are} not shown here. This prints all of them: {command}")
    if review.page:
        files = f" in the files [of the job]({review.job})" if review.job else ""
        blocks.append(f"All of it, to filter and to unfold: {render_code(review.page, _CODE_WIDTH)}{files}.")
    for number, report in enumerate(review.reports):
        blocks += _render_report(
            report,
            {section: rows[number, section] for section in _SECTIONS},
            {section: shown[number, section] for section in _SECTIONS},
        )
    return "\n\n".join(_within(_COMMENT, [*blocks, *_render_rest(review)])) + "\n"


def _render_code(review: Review) -> Iterator[str]:
    if review.code is None:
        return
    yield f"**{_prose(phrases.code_words(review.code, review.reports))}**"
    lines: list[str] = []
    for _, entry in review.entries:
        for usage in entry.usages:
            said, instead = phrases.usage_words(usage)
            lines.append(f"- {_prose(said)} ({entry.id}){f'<br>instead: {_prose(instead)}' if instead else ''}")
    lines += [f"- {_prose(line)}" for line in phrases.rest_lines(review.code)]
    if lines:
        yield "\n".join([*lines[:_USAGES], *and_more(lines, _USAGES, "- and {} more")])
    for report in review.reports:
        if folded := phrases.split_entries(report, review.code)[1]:
            yield f"{_prose(report.name)}: {_prose(folded)}."


def _fit(rows: _Rows, room: int) -> dict[tuple[int, str], int]:
    """Return how many rows of each table there is room for; what breaks comes first, whichever description it is of."""
    shown: dict[tuple[int, str], int] = {}
    for key, texts in rows.items():
        shown[key] = 0
        for text in texts:
            room -= len(text.encode())
            if room < 0:
                break
            shown[key] += 1
    return shown


def _summarise(review: Review) -> str:
    against = f" against {render_code(review.base, _CODE_WIDTH)}" if review.base else ""
    if not review.reports:
        return "Nothing could be compared." if review.failures else "No description has changed."
    number = len(review.reports)
    where = f"{number} descriptions" if number > 1 else "1 description"
    return (
        f"**{phrases.count_changes(review.counts, review.accepted)}** in {where}{against}. {phrases.outcome_of(review)}"
    )


def _render_overview(review: Review) -> Iterator[str]:
    overview = build_overview(review, _SCREEN)
    if overview.entries <= _FEW:
        return
    yield " ".join(phrases.sum_up(overview))
    several = len(review.reports) > 1
    lines = [
        f"- **{entry.severity}**: {f'{_prose(report.name)}: ' if several else ''}"
        f"{escape_markdown(cut_text(phrases.headline_of(entry), _LINE))}"
        for report, entry in overview.worst
    ]
    more = phrases.count_left_out(overview)
    yield "\n".join([*lines, *([f"- {more}"] if more else [])])


def _render_report(report: Report, rows: Mapping[str, Sequence[str]], shown: Mapping[str, int]) -> Iterator[str]:
    counts = phrases.count_changes(report.counts, len(report.accepted))
    yield f"### {_prose(report.name)}: {counts}"
    for note in report.notes:
        yield f"> {_prose(note)}"
    if words := phrases.versions_of(report):
        yield f"{_prose(words[0].upper() + words[1:])}."
    for section in _SECTIONS:
        number, fitting = len(rows[section]), shown[section]
        if not number:
            continue
        table = _HEAD + "".join(rows[section][:fitting]) if fitting else ""
        more = "".join(and_more(rows[section], fitting, "\n… and {} more"))
        counts = f"{number} {phrases.severity_word(section, number)}"
        if section == Effect.BREAKING:
            yield f"{table}{more}".strip()
        elif not fitting:
            yield f"… and {counts}"
        else:
            yield f"<details><summary>{counts}</summary>\n\n{table}{more}\n\n</details>"


def _row(entry: Entry) -> str:
    rule = entry.rules[0]
    change = f"{_prose(entry.change.message)}<br><sub>{_why(entry)}<br>{rule.id} · {entry.id}</sub>"
    folded = [_prose(each.change.message) for each in entry.folded[:_FOLDED]]
    change += "".join(f"<br>· {line}" for line in (*folded, *and_more(entry.folded, _FOLDED, "and {} more")))
    symbols = map(_render_symbol, entry.impact[:_SYMBOLS])
    python = "<br>".join((*symbols, *and_more(entry.impact, _SYMBOLS, "and {} more")))
    return f"| {change} | {_where(entry)} | {python} | {_callers(entry)} |\n"


def _why(entry: Entry) -> str:
    if entry.accepted:
        return f"accepted: {_prose(entry.accepted)}"
    reason = _prose(entry.rules[0].reason)
    return reason if entry.effect is Effect.NOTE else f"{entry.effect} on the wire: {reason}"


def _where(entry: Entry) -> str:
    routes, more = phrases.routes_of(entry, _ROUTES)
    place = entry.place
    lines = [render_code(place.line, _CODE_WIDTH)] if place else []
    lines += [render_code(route, _CODE_WIDTH) for route in routes]
    lines += [f"and {more} more"] if more else []
    return "<br>".join(lines)


def _render_symbol(symbol: SymbolChange) -> str:
    name = f"**{render_code(symbol.symbol, _CODE_WIDTH)}**"
    if symbol.before == symbol.after:
        return name  # what is said of it is not in its signature
    shortened = cut_sides(symbol.before, symbol.after, _CODE_WIDTH)
    sides = [
        render_code(side, len(side)) if side else f"*{instead}*"
        for side, instead in zip(shortened, phrases.symbol_sides(symbol), strict=True)
    ]
    return f"{name}<br>{' → '.join(sides)}"


def _callers(entry: Entry) -> str:
    if not entry.impact:
        return ""
    is_broken = EFFECTS[entry.verdict] is Effect.BREAKING
    verdict = f"**{entry.verdict}**" if is_broken else str(entry.verdict)
    return f"{verdict}: {_prose(entry.impact[0].reason)}"


def _render_rest(review: Review) -> Iterator[str]:
    for failure in review.failures:
        yield f"**{_prose(failure.name)}**: {_prose(failure.message)}."
    for finding in review.unused:
        place = render_code(finding.location.line, _CODE_WIDTH)
        yield f"- {place}: {_prose(finding.message)}: {_prose(finding.help)}"
    if review.unchanged:
        yield f"Unchanged: {_prose(', '.join(review.unchanged))}."
    failing = review.failing
    if failing and review.acceptances:
        blocks = "\n\n".join("\n".join(phrases.acceptance_lines(review, *each)) for each in failing[:_TO_ACCEPT])
        file = render_code(review.acceptances, _CODE_WIDTH)
        number = min(len(failing), _TO_ACCEPT)
        which = "the first of them" if len(failing) > number else "them"
        yield (
            f"<details><summary>How to accept {which}</summary>\n\nSay why, in {file}:\n\n"
            f"```toml\n{blocks}\n```\n\n</details>"
        )


def _within(room: int, blocks: Iterable[str]) -> Iterator[str]:
    """Yield the blocks that there is room for. Each is complete in itself."""
    for block in blocks:
        size = len(block.encode()) + 2
        if size <= room:
            room -= size
            yield block


def _prose(text: str) -> str:
    return escape_markdown(cut_text(text, _PROSE_WIDTH))
