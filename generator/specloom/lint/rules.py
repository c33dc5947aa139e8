"""The table of every rule of `specloom lint`, by id. What the specification itself forbids is found on loading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from specloom.findings import Severity
from specloom.lint.clients import CLIENT_RULES, NAME_RULES
from specloom.lint.context import LintContext, LintRule, Observation, rules_about
from specloom.lint.documents import COMPONENT_RULES, DOCUMENT_RULES, EVIDENCE_RULES, SECURITY_RULES
from specloom.lint.examples import EXAMPLE_RULES
from specloom.lint.objects import OBJECT_RULES
from specloom.lint.operations import OPERATION_RULES, PAGING_RULES, PATH_RULES
from specloom.lint.schemas import SCHEMA_RULES


def _nothing(_context: LintContext) -> Iterable[Observation]:
    """Return nothing: such a rule is about other findings, and whoever has them looks."""
    return ()


UNUSED_IGNORE, UNUSED_BASELINE = rules_about(
    "lint",
    ("unused-ignore", Severity.ERROR, _nothing,
     "An `ignore` in an x-specloom silences nothing.",
     "What it excused is gone or was never there, and it would hide the next finding of that kind."),
    ("unused-baseline", Severity.ERROR, _nothing,
     "An entry of the baseline matches no finding.",
     "What it excused is mended: take it out with --write-baseline, so that it cannot come back unseen."),
)  # fmt: skip

LINT_RULES: Final[Mapping[str, LintRule]] = {
    rule.id: rule
    for rule in (
        *EXAMPLE_RULES,
        *SCHEMA_RULES,
        *OBJECT_RULES,
        *PATH_RULES,
        *OPERATION_RULES,
        *CLIENT_RULES,
        *NAME_RULES,
        *PAGING_RULES,
        *COMPONENT_RULES,
        *SECURITY_RULES,
        *EVIDENCE_RULES,
        *DOCUMENT_RULES,
        UNUSED_IGNORE,
        UNUSED_BASELINE,
    )
}
"""In the order in which they are shown."""
