"""The report on two versions of one description, and whether its entries stand on lines that differ."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from pathlib import Path

from specloom.diff.documents.compare import compare_descriptions
from specloom.diff.loaded import Differences, Loaded, Versions, compare_clients, load_version
from specloom.diff.report import Report, build_report
from specloom.diff.revision import Version
from specloom.diff.vocabulary import Complaint
from specloom.findings import Location
from specloom.targets.target import Target


def report_on(
    old: Loaded, new: Loaded, reasons: Mapping[str, str] | None = None, complaints: Iterable[Complaint] = ()
) -> Report:
    """Return the report on two versions of which each was read for itself."""
    assert old.document
    assert new.document
    assert old.remarks
    assert new.remarks
    described = compare_descriptions(old.document, new.document, (old.remarks, new.remarks))
    found = Differences(described, compare_clients(old, new))
    return build_report("shop", Versions(old, new, found), reasons or {}, complaints)


def review(old: str, new: str, folder: Path, form: str = "yaml") -> Report:
    """Return the report, and demand that every entry stands on a line that changed, in either version."""
    paths = folder / f"old.{form}", folder / f"new.{form}"
    for path, text in zip(paths, (old, new), strict=True):
        path.write_text(text, encoding="utf-8")
    report = report_on(*(load_version(Version(path.name, Target(path))) for path in paths))
    before, after = _changed_lines(old.splitlines(), new.splitlines())
    for entry in report.entries:
        where = _line(entry.change.old_location) in before or _line(entry.change.location) in after
        assert where, entry.change.message
    return report


def _line(place: Location | None) -> int:
    return place.position.line if place else 0


def _changed_lines(old: list[str], new: list[str]) -> tuple[set[int], set[int]]:
    before: set[int] = set()
    after: set[int] = set()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, other, last in matcher.get_opcodes():
        if what != "equal":
            before.update(range(start + 1, end + 1))
            after.update(range(other + 1, last + 1))
    return before, after
