"""Levels: how much a rule matters by the settings of a project, where that differs from the table of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from specloom.findings import Finding, Severity
from specloom.lint.rules import LINT_RULES, UNUSED_BASELINE
from specloom.lint.stops import STOPS
from specloom.messages import did_you_mean, quoted
from specloom.record import replace
from specloom.targets.table import dotted

if TYPE_CHECKING:
    from specloom.targets.levels import Level
    from specloom.targets.settings import Configuration


def refuse_unknown_rules(configuration: Configuration) -> None:
    """Refuse settings that give a level to a rule which there is not, for any client.

    Raises:
        SpecloomError: They do, or give one client a level for what is about the project.
    """
    for rule, level in configuration.levels.items():
        _refuse_unknown(rule, level, configuration)
    for target in (*configuration.clients.values(), *configuration.vendored.values()):
        for rule, level in target.levels.items():
            _refuse_unknown(rule, level, configuration)
            if rule == UNUSED_BASELINE.id:
                raise configuration.error(
                    level.keys,
                    f"{dotted(level.keys)} is about one client, and the baseline is that of all",
                    f"set it under {configuration.lint_table}",
                )


def apply_levels(
    findings: Iterable[Finding], levels: Mapping[str, Level]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings with their severities by `levels`, and those whose rules are off, as they were.

    What `generate` stops at stays an error, and says so where its level is a lower one.
    """
    left: list[Finding] = []
    off: list[Finding] = []
    for finding in findings:
        level = levels.get(finding.rule)
        if level is None:
            left.append(finding)
        elif finding.rule in STOPS and finding.severity.stops:
            left.append(_unmoved(finding, level))
        elif level.severity is None:
            off.append(finding)
        else:
            left.append(replace(finding, severity=level.severity))
    return tuple(left), tuple(off)


def worse(one: Finding, other: Finding) -> Finding:
    """Return that of two findings which matters more; the first one where they matter alike."""
    return min(one, other, key=lambda finding: finding.severity.rank)


def _refuse_unknown(rule: str, level: Level, configuration: Configuration) -> None:
    known = (*LINT_RULES, *STOPS)
    if rule not in known:
        raise configuration.error(
            level.keys,
            f"{dotted(level.keys[:-1])}: there is no rule {quoted(rule)} of lint",
            did_you_mean(rule, known, "specloom rules lists all"),
        )


def _unmoved(finding: Finding, level: Level) -> Finding:
    if level.severity is Severity.ERROR:
        return finding
    kept = f"{dotted(level.keys)} does not turn it down: no client can be made of the description"
    return replace(finding, help="; ".join(filter(None, (finding.help, kept))))
