"""Sources of findings that are a name and a text and nothing else: findings in them can go to another process."""

from __future__ import annotations

from dataclasses import replace

from specloom.findings import Finding, Location, NamedSource

__all__ = ["quote_findings"]


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
    source = NamedSource(location.source.name, location.source.text)
    return Location(source, location.pointer, location.on_key, location.position)
