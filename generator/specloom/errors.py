"""The exceptions that stop a command. Each says what is wrong and what to do in its message."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.findings import Finding

__all__ = ["DescriptionError", "SpecloomError"]


class SpecloomError(Exception):
    """Anything that a user can mend: the command line shows the message without a traceback and exits with 2.

    Args:
        message: What is wrong, in one sentence.
        help: What to do about it; may be empty.
    """

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.help = help


class DescriptionError(SpecloomError):
    """A description cannot be used. Carries every finding of the stage that gave up, sorted."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings, key=lambda finding: finding.sort_key))
        super().__init__(f"{len(self.findings)} finding{'' if len(self.findings) == 1 else 's'}")
