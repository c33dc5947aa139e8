"""Sources of findings that are a name and a text and nothing else: findings in them can go to another process."""

from __future__ import annotations

from dataclasses import dataclass, replace

from specloom.findings import Finding, Location, Pointer, Position

__all__ = ["QuotedSource", "quote_findings"]


@dataclass(frozen=True, slots=True)
class QuotedSource:
    """A file as findings show it. It knows of no values: locations in it say where they are themselves."""

    name: str
    text: str = ""

    def locate(self, pointer: Pointer, *, key: bool = False) -> Position:  # noqa: ARG002 - as the protocol has it
        """Return the start of the file."""
        return Position(1, 1)


def quote_findings(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the same findings, without the values of the files that they are about."""
    return tuple(
        replace(
            finding,
            location=_quoted(finding.location),
            related=tuple(_quoted(location) for location in finding.related),
        )
        for finding in findings
    )


def _quoted(location: Location) -> Location:
    source = QuotedSource(location.source.name, location.source.text)
    return Location(source, location.pointer, location.on_key, location.position)
