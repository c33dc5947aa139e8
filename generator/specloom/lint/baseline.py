"""The baseline: findings that were there before anybody looked, so that only new ones fail.

A JSON file with the fingerprint of each, which tells a finding from every other, whatever happens to the lines around
it; file names in it are relative to its own folder.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from specloom.findings import DescriptionError, Finding, Location, SpecloomError
from specloom.lint.rules import UNUSED_BASELINE
from specloom.messages import as_argument, quoted, shown_path
from specloom.record import record, replace
from specloom.source import SourceFile, load_file, render_pointer

_DIGITS = 12


class Fingerprint(NamedTuple):
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


_VERSION: Final = 1


@record
class Baseline:
    """The findings that are known, in the order of the file."""

    source: SourceFile
    entries: tuple[Fingerprint, ...]
    """File names as people see them."""

    def entries_beside(self, files: Collection[str]) -> tuple[Fingerprint, ...]:
        """Return what is known about other files that exist."""
        return tuple(entry for entry in self.entries if entry.file not in files and Path(entry.file).exists())


def read_baseline(path: Path) -> Baseline:
    """Return the baseline at `path`.

    Raises:
        SpecloomError: It cannot be read, or is no baseline.
    """
    try:
        source = load_file(path)
    except DescriptionError as error:
        raise SpecloomError(f"cannot read the baseline {path}: {_why(error.findings[0])}", _rewrite(path)) from None
    data = source.data if isinstance(source.data, dict) else {}
    entries = data.get("findings")
    if data.get("version") != _VERSION or not isinstance(entries, list):
        raise SpecloomError(f"{path} is no baseline of this version of Specloom", _rewrite(path))
    source = replace(source, quotable=True)
    return Baseline(source, tuple(_entry(entry, path) for entry in entries))


def _rewrite(path: Path) -> str:
    return f"write it again: specloom lint --baseline {as_argument(path)} --write-baseline"


def render_baseline(findings: Iterable[Finding], folder: Path, others: Iterable[Fingerprint] = ()) -> str:
    """Return the text of a baseline file in `folder` that knows all of the findings, and `others`."""
    fingerprints = (*map(fingerprint_of, findings), *others)
    known = {each._replace(file=os.path.relpath(each.file, folder).replace(os.sep, "/")) for each in fingerprints}
    entries = [each._asdict() for each in sorted(known)]
    return json.dumps({"version": _VERSION, "findings": entries}, indent=2) + "\n"


def apply_baseline(
    findings: Sequence[Finding],
    baseline: Baseline,
    files: Collection[str],
    *,
    complete: bool,
    off: Sequence[Finding] = (),
) -> list[Finding]:
    """Return the findings that the baseline does not know, and one for each entry that matches none.

    Entries about other files than those that were read are not judged, unless there is no such file, and none is unless
    rules have looked at everything (`complete`). One that matches what is turned off is no mistake.
    """
    found = {fingerprint_of(finding) for finding in (*findings, *off)}
    known = set(baseline.entries)
    left = [finding for finding in findings if fingerprint_of(finding) not in known]
    for index, entry in enumerate(baseline.entries):
        is_judged = complete and (entry.file in files or not Path(entry.file).exists())
        if entry not in found and is_judged:
            left.append(_unused(entry, Location(baseline.source, ("findings", str(index)))))
    return left


def _why(finding: Finding) -> str:
    """Return why a file cannot be read, in words that repeat nothing of it: a link may lead to any."""
    if finding.rule == "unreadable-file":
        return finding.message
    position = finding.location.position
    return f"it is not the JSON of a baseline (line {position.line}, column {position.column})"


def _entry(entry: object, path: Path) -> Fingerprint:
    members = entry if isinstance(entry, dict) else {}
    texts = [members.get(name) for name in Fingerprint._fields]
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        raise SpecloomError(f"{path} has an entry without {', '.join(Fingerprint._fields)}", _rewrite(path))
    file, *others = map(str, texts)
    return Fingerprint(shown_path(path.parent / file), *others)


def _unused(entry: Fingerprint, location: Location) -> Finding:
    message = f"{entry.file} has no such finding of the rule {quoted(entry.rule)} any more"
    return Finding(
        UNUSED_BASELINE.id, UNUSED_BASELINE.severity, message, location, help=_rewrite(Path(location.source.name))
    )
