"""Small edits of the shipped descriptions, and the clients that come of them, in memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from specloom.ir.build import build_api
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.ir.api import Api

__all__ = [
    "Change",
    "Edit",
    "add",
    "api_of",
    "append",
    "drop",
    "edited_api",
    "edits_together",
    "files_of",
    "move",
    "put",
]

_SPECS = Path(__file__).parents[2] / "specs"
_ENTRY = "openapi.yaml"

Change = Callable[[dict[str, Any]], None]
"""Changes the files of a description, contents by path."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit of a shipped description. Its name says what it does, in words and without the description's."""

    spec: str
    name: str
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        return f"{self.spec}: {self.name}"


def put(place: str, value: Any) -> Change:  # noqa: ANN401 - any JSON
    """Replace what stands at a place, which must exist.

    A place is a file of the description, if it is not the entry document, and the names and indices on the way from its
    top, with spaces between: `schemas/orders.yaml Order properties id`.
    """

    def change(files: dict[str, Any]) -> None:
        parent, key = _find(files, place)
        if parent[key] == value:
            raise ValueError(f"{place} is so already")
        parent[key] = value

    return change


def add(place: str, value: Any) -> Change:  # noqa: ANN401 - any JSON
    """Add a member, which must not exist, to what stands around the place."""

    def change(files: dict[str, Any]) -> None:
        above, _, key = place.rpartition(" ")
        parent = _at(files, above)
        if key in parent:
            raise ValueError(f"{place} exists")
        parent[key] = value

    return change


def append(place: str, value: Any) -> Change:  # noqa: ANN401 - any JSON
    """Add an item to the array at a place."""
    return lambda files: _at(files, place).append(value)


def drop(place: str) -> Change:
    """Remove what stands at a place; of an array of texts, name the text."""

    def change(files: dict[str, Any]) -> None:
        above, _, key = place.rpartition(" ")
        parent = _at(files, above)
        if isinstance(parent, list):
            del parent[int(key) if key.isdecimal() else parent.index(key)]
        else:
            del parent[key]

    return change


def move(place: str, key: str) -> Change:
    """Give a member another name, in its place."""

    def change(files: dict[str, Any]) -> None:
        parent, old = _find(files, place)
        members = {key if name == old else name: value for name, value in parent.items()}
        parent.clear()
        parent.update(members)

    return change


@cache
def api_of(spec: str) -> Api:
    """Return the client of a shipped description."""
    return build_api(load_description(Target(_SPECS / spec / _ENTRY)).document)


def edited_api(edit: Edit, folder: Path) -> Api:
    """Return the client of an edited description, which is written into a folder."""
    files = deepcopy(files_of(edit.spec))
    for change in edit.changes:
        change(files)
    for path, contents in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(contents), encoding="utf-8")
    return build_api(load_description(Target(folder / _ENTRY)).document)


def edits_together(spec: str, edits: Iterable[Edit]) -> Edit:
    """Return one edit of a description that makes all of several."""
    return Edit(spec, "all edits together", tuple(change for edit in edits for change in edit.changes))


@cache
def files_of(spec: str) -> dict[str, Any]:
    """Return the files of a shipped description, contents by path; they must not be changed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    paths = sorted((_SPECS / spec).rglob("*.yaml"))
    return {
        str(path.relative_to(_SPECS / spec).as_posix()): yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - both are safe
        for path in paths
    }


def _find(files: dict[str, Any], place: str) -> tuple[Any, Any]:
    above, _, key = place.rpartition(" ")
    parent = _at(files, above)
    found = int(key) if isinstance(parent, list) else key
    parent[found]  # raises where there is none
    return parent, found


def _at(files: dict[str, Any], place: str) -> Any:  # noqa: ANN401 - any JSON
    first, *segments = place.split()
    here = files[first] if first in files else files[_ENTRY][first]
    for segment in segments:
        here = here[int(segment) if isinstance(here, list) else segment]
    return here
