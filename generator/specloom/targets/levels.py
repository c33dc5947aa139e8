"""How much the rules of `specloom lint` matter to a project: what `[tool.specloom.lint]` may say.

Which rules there are is no matter of settings: `lint` refuses those that it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from specloom.findings import Severity
from specloom.messages import did_you_mean
from specloom.record import record
from specloom.targets.table import Keys, Table

BASELINE: Final = "specloom-baseline.json"
"""The file beside the settings whose findings are known, so that they do not count."""
_OFF: Final = "off"
LEVELS: Final = {
    Severity.ERROR.value: "its findings fail",
    Severity.WARNING.value: "they fail with `--strict`",
    Severity.NOTE.value: "as `warning`, for a matter of taste",
    _OFF: "they are not shown, and never fail; how many there are is said",
}
"""What may be said of a rule, and what that means."""
_RULES: Final = "specloom rules lists the rules"
LEVEL_KEYS: Final = {
    "level": "one of these words; required",
    "reason": "why, for whoever reads the settings; `lint` repeats it of what is off",
}
"""What may stand in the table of one rule, and what it says."""


@record
class Level:
    """What settings say of one rule."""

    severity: Severity | None
    """None: it is off."""
    keys: Keys
    """Where it stands in the settings."""
    reason: str = ""


def read_levels(table: Table) -> Mapping[str, Level]:
    """Return the levels that a table gives to rules under `lint`, by names of which none is known to be a rule.

    Raises:
        TableError: Something is no level.
    """
    table = table.table("lint", optional=True)
    return {rule: _level(rule, table) for rule in table.values}


def _level(rule: str, table: Table) -> Level:
    keys, written, reason = (*table.keys, rule), table.values[rule], None
    if isinstance(written, dict):
        if written and not written.keys() & LEVEL_KEYS.keys():
            advice = f'levels stand beside the names of rules, as in [{table.where}] unused-tag = "off"; {_RULES}'
            raise table.error(rule, "does not say the level of a rule", advice)
        inner = Table.of(written, keys, LEVEL_KEYS)
        written, reason = inner.text("level"), inner.name("reason")
    if not isinstance(written, str) or written not in LEVELS:
        listed = f"one of: {', '.join(LEVELS)}"
        advice = (
            did_you_mean(written, LEVELS, listed) if isinstance(written, str) else f'{listed}; write: {rule} = "off"'
        )
        raise table.error(rule, f"is {written!r}, which is no level", f"{advice}; {_RULES}")
    return Level(None if written == _OFF else Severity(written), keys, reason or "")
