"""What changes, for other programs. `diff.schema.json` beside this module describes it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from specloom.cli.report.escape import render_json
from specloom.cli.report.json import place_as_json
from specloom.diff.report import Report
from specloom.diff.review import CodeReview, Review
from specloom.diff.vocabulary import Effect, Entry, SymbolChange, Usage
from specloom.source import Json
from specloom.spec.document import Absent

SCHEMA: Final = Path(__file__).with_name("diff.schema.json")
"""A JSON Schema (2020-12)."""
_VERSION: Final = 1
"""Of the format: grows when a member changes its meaning or goes away, not when one is added."""


def render_review(review: Review) -> str:
    """Return one JSON object in ASCII."""
    unused: list[Json] = [
        {"message": finding.message, "file": finding.location.source.name, "line": finding.location.position.line}
        for finding in review.unused
    ]
    whole: dict[str, Json] = {
        "version": _VERSION,
        "title": review.title,
        "base": review.base or None,
        "fail_on": "used" if review.only_used else "never" if review.threshold is None else review.threshold.value,
        "fails": review.fails,
        "descriptions": [_report(report) for report in review.reports],
        "unchanged": list(review.unchanged),
        "failed": [{"name": failure.name, "message": failure.message} for failure in review.failures],
        "unused_acceptances": unused,
        "code": _code(review.code) if review.code else None,
    }
    return render_json(whole)


def _report(report: Report) -> Json:
    return {
        "name": report.name,
        "package": report.package,
        "status": "changed" if report.old and report.new else "added" if report.new else "removed",
        "old": {"file": report.old, "version": report.old_version} if report.old else None,
        "new": {"file": report.new, "version": report.new_version} if report.new else None,
        "suggested_version": report.suggested_version or None,
        "counts": {
            **{effect.value: number for effect, number in report.counts.items()},
            "accepted": len(report.accepted),
        },
        "notes": list(report.notes),
        "changes": [_entry(entry) for entry in report.entries],
    }


def _entry(entry: Entry) -> Json:
    change = entry.change
    sides = (("before", change.before), ("after", change.after))
    values: dict[str, Json] = {name: value for name, value in sides if not isinstance(value, Absent)}
    return {
        "id": entry.id,
        "severity": _effect(entry.severity),
        "effect": _effect(entry.effect),
        "verdict": entry.verdict.value,
        "judged": entry.severity is not Effect.NOTE,
        "accepted": entry.accepted or None,
        "fact": change.fact,
        "subject": list(change.subject),
        "message": change.message,
        **values,
        "rules": [
            {"id": rule.id, "direction": rule.direction, "effect": _effect(rule.effect), "reason": rule.reason}
            for rule in entry.rules
        ],
        "uses": [{"route": use.route, "direction": use.direction} for use in change.uses],
        "old_place": place_as_json(change.old_location) if change.old_location else None,
        "place": place_as_json(change.location) if change.location else None,
        "symbols": [_symbol(symbol) for symbol in entry.impact],
        "folded": [_entry(each) for each in entry.folded],
        "usages": [_usage(usage) for usage in entry.usages],
    }


def _usage(usage: Usage) -> Json:
    return {
        "place": place_as_json(usage.location),
        "symbol": usage.symbol,
        "breaks": usage.breaks,
        "message": usage.message,
        "instead": usage.instead or None,
    }


def _code(code: CodeReview) -> Json:
    return {
        "paths": list(code.places),
        "files": code.files,
        "using": code.using,
        "unexplained": [{"place": place_as_json(each.location), "message": each.message} for each in code.unexplained],
        "unseen": [{"place": place_as_json(each.location), "message": each.message} for each in code.unseen],
    }


def _effect(effect: Effect) -> str:
    """Return an effect; what is not judged is safe, as far as is known."""
    return (Effect.SAFE if effect is Effect.NOTE else effect).value


def _symbol(symbol: SymbolChange) -> Json:
    return {
        "symbol": symbol.symbol,
        "kind": symbol.kind,
        "before": symbol.before or None,
        "after": symbol.after or None,
        "verdict": symbol.verdict.value,
        "reason": symbol.reason,
    }
