"""What tells a finding from every other, whatever happens to the lines around it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from specloom.findings import Finding
from specloom.source import render_pointer

__all__ = ["Fingerprint", "fingerprint_of"]

_DIGITS = 12


@dataclass(frozen=True, slots=True, order=True)
class Fingerprint:
    """Rule, file, pointer and words of a finding."""

    file: str
    """As people see it: relative to the working directory."""
    pointer: str
    rule: str
    message: str
    """Twelve hexadecimal digits of the SHA-256 of the message."""

    @property
    def digest(self) -> str:
        """All of it in one word, for other programs."""
        return sha256(
            f"{self.file}\0{self.pointer}\0{self.rule}\0{self.message}".encode(errors="backslashreplace")
        ).hexdigest()


def fingerprint_of(finding: Finding) -> Fingerprint:
    """Return the fingerprint of a finding."""
    location = finding.location
    digest = sha256(finding.message.encode(errors="backslashreplace")).hexdigest()[:_DIGITS]
    return Fingerprint(location.source.name, render_pointer(location.pointer), finding.rule, digest)
