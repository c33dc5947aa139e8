"""Changes that somebody has accepted, and why: a TOML file of ids and reasons.

    [[accept]]
    id = "4f0c1d2e3a4b"
    reason = "the vendor has switched this off already"
    rule = "response-property-removed"
    api = "fixably"

`rule` is for those who read the file. `api` limits an acceptance to one description. What is accepted no longer fails;
an acceptance that no change needs does, so that the file never holds more than what is going on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from specloom.diff.rules.table import REPORT_RULES, RULES
from specloom.findings import Finding, Location, Position, Severity, SpecloomError, unreadable
from specloom.messages import did_you_mean
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.source import SourceFile
from specloom.targets.toml_places import TomlPlaces, parse_toml

ACCEPTED_FILE: Final = "specloom-accept.toml"
"""What the file is called that is read without being named."""
_ID: Final = re.compile(r"[0-9a-f]{12}")
_REMOVE: Final = "remove this acceptance: what it accepted is undone, different, or in the base by now"
_RULES: Final = frozenset((*RULES, *(rule.id for rule in REPORT_RULES)))
_KEYS: Final = ("id", "reason", "rule", "api")


@record
class Acceptance:
    """One change that is accepted."""

    id: str
    reason: str
    api: str
    """The description it is about; empty: any."""
    line: int
    """Where it stands."""


@record
class Acceptances:
    """A file of acceptances; without one, none."""

    source: SourceFile | None = None
    entries: tuple[Acceptance, ...] = ()

    def reasons(self, api: str) -> dict[str, str]:
        """Return why changes of a description are accepted, by their ids."""
        return {entry.id: entry.reason for entry in self.entries if entry.api in {"", api}}


def read_acceptances(path: Path, name: str) -> Acceptances:
    """Return what the file at `path` accepts.

    Raises:
        SpecloomError: It cannot be read, is not TOML, or an entry has no id or reason or stands there twice.
    """
    try:
        text, table = parse_toml(read_regular(path), name)
    except OSError as error:
        raise unreadable(name, error) from error
    entries = table.get("accept", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise SpecloomError(f"{name}: 'accept' is not a list of tables", "write each acceptance under [[accept]]")
    _refuse_unknown(table, ("accept",), name)
    places = TomlPlaces(text)
    found = [places.position(("accept", number, "id")) for number in range(len(entries))]
    lines = [place.line if place else 1 for place in found]
    read = tuple(_read(entry, line, f"{name}:{line}") for entry, line in zip(entries, lines, strict=True))
    _refuse_twins(read, name)
    return Acceptances(SourceFile(name, path, text.replace("\r\n", "\n"), "yaml"), read)


def find_unused(
    acceptances: Acceptances, found: Mapping[str, Collection[str]], is_expected: Callable[[str], bool]
) -> tuple[Finding, ...]:
    """Return a finding for each acceptance that no change needs.

    `is_expected` tells whether what is accepted for the description of a name (for any, if it is empty) would have been
    found, had it been there.
    """
    unused: list[Finding] = []
    for entry in acceptances.entries:
        apis = [entry.api] if entry.api else list(found)
        if acceptances.source and is_expected(entry.api) and not any(entry.id in found.get(api, ()) for api in apis):
            message = f"nothing that changes has the id {entry.id}" + (f" in {entry.api!r}" if entry.api else "")
            place = Location(acceptances.source, fixed=Position(entry.line, 1))
            where = [api for api, ids in found.items() if entry.id in ids]
            advice = f"{' and '.join(where)} has it: write api = {json.dumps(where[0])}" if where else _REMOVE
            unused.append(Finding("unused-acceptance", Severity.ERROR, message, place, help=advice))
    return tuple(unused)


def _read(entry: Mapping[str, Any], line: int, where: str) -> Acceptance:
    _refuse_unknown(entry, _KEYS, where)
    for key, value in entry.items():
        if not isinstance(value, str) or not value.strip():
            raise SpecloomError(f"{where}: {key!r} is not a text", f'write: {key} = "…"')
    if "reason" not in entry:
        raise SpecloomError(f"{where}: this acceptance has no reason", 'say why: reason = "…"')
    if (rule := entry.get("rule")) is not None and rule not in _RULES:
        advice = did_you_mean(rule, _RULES, "copy it from the report, or leave it out")
        raise SpecloomError(f"{where}: there is no rule {rule!r}", advice)
    if not _ID.fullmatch(entry.get("id", "")):
        raise SpecloomError(f"{where}: 'id' is not one of a change", "copy it from the report: twelve digits or a to f")
    return Acceptance(entry["id"], entry["reason"].strip(), entry.get("api", ""), line)


def _refuse_unknown(table: Iterable[str], known: Collection[str], where: str) -> None:
    for key in table:
        if key not in known:
            raise SpecloomError(f"{where}: unknown key {key!r}", did_you_mean(key, known, f"known: {', '.join(known)}"))


def _refuse_twins(entries: Iterable[Acceptance], name: str) -> None:
    seen: dict[tuple[str, str], int] = {}
    for entry in entries:
        if (entry.id, entry.api) in seen:
            first = seen[entry.id, entry.api]
            raise SpecloomError(f"{name}:{entry.line}: {entry.id} is accepted in line {first} already", "remove one")
        seen[entry.id, entry.api] = entry.line
