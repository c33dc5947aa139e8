"""Ignores: findings that a description says are meant, each with a reason, in `x-specloom.ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specloom.findings import Finding, Location
from specloom.lint.context import LintContext
from specloom.lint.rules import LINT_RULES, UNUSED_IGNORE
from specloom.messages import did_you_mean, quoted
from specloom.record import record


@record
class _Ignore:
    rule: str
    location: Location
    """Of the entry."""
    file: str
    """Empty where it holds for all files: in the document's own `x-specloom`."""
    pointer: tuple[str, ...]

    def covers(self, finding: Finding) -> bool:
        at = finding.location
        inside = at.document.name == self.file and at.pointer[: len(self.pointer)] == self.pointer
        return finding.rule == self.rule and (inside or not self.file)


def apply_ignores(findings: Iterable[Finding], context: LintContext) -> list[Finding]:
    """Return the findings that no ignore covers, and one for each ignore that covers none.

    An ignore holds for the object that its `x-specloom` stands in and for what is written inside it; one in the
    document's own `x-specloom` holds for all files.
    """
    ignores = list(_ignores(context))
    left: list[Finding] = []
    used: set[_Ignore] = set()
    for finding in findings:
        covering = [ignore for ignore in ignores if ignore.covers(finding)]
        used.update(covering)
        if not covering:
            left.append(finding)
    complete = context.api is not None
    left += [
        _unused(ignore) for ignore in ignores if ignore not in used and (complete or not _is_about_clients(ignore))
    ]
    return left


def _ignores(context: LintContext) -> Iterator[_Ignore]:
    for extension, kind in context.index.extensions:
        source, owner = extension.file.source, extension.written[:-1]
        for entry in extension.list("ignore"):
            whole = kind.place == "root"
            yield _Ignore(entry.text("rule"), entry.location, "" if whole else source.name, owner)


def _is_about_clients(ignore: _Ignore) -> bool:
    """Tell whether a rule is about clients, of which nothing is known where there is none."""
    rule = LINT_RULES.get(ignore.rule)
    return rule is not None and rule.area in {"client", "paging"}


def _unused(ignore: _Ignore) -> Finding:
    known = "" if ignore.rule in LINT_RULES else did_you_mean(ignore.rule, LINT_RULES)
    message = f"nothing here breaks the rule {quoted(ignore.rule)}"
    return Finding(
        UNUSED_IGNORE.id, UNUSED_IGNORE.severity, message, ignore.location, help=known or "remove the ignore"
    )
