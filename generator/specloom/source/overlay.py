"""OpenAPI Overlays: changes of a document that stand in a file of their own.

Sources: https://spec.openapis.org/overlay/v1.0.0 and v1.1.0. What 1.1 made precise holds for both. Other than there, an
action that selects nothing is an error: it would be lost without a word when the document changes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from specloom.findings import DescriptionError, Finding, Location, Severity
from specloom.messages import did_you_mean, quoted, type_name, with_article
from specloom.record import record, replace
from specloom.source.file import Json, SourceFile, is_overlay, load_file
from specloom.source.jsonpath import Path as JsonPath
from specloom.source.jsonpath import Query, QueryError, Steps
from specloom.source.origin import Origin
from specloom.source.pointer import render_pointer
from specloom.source.problem import KEEP_ONE, MAX_DEPTH, TOO_DEEP

_VERSION: Final = re.compile(r"1\.[01](\.\d[\w.+-]*)?")
_MEMBERS: Final[Mapping[str, Mapping[str, tuple[type, ...]]]] = {
    "Overlay": {"overlay": (str, int, float), "info": (dict,), "extends": (str,), "actions": (list,)},
    "Info": {"title": (str,), "version": (str, int, float), "description": (str,)},
    "Action": {"target": (str,), "description": (str,), "update": (object,), "copy": (str,), "remove": (bool,)},
}
"""The members of each object, and what their values may be."""
_REQUIRED: Final = {"Overlay": ("overlay", "info", "actions"), "Info": ("title", "version"), "Action": ("target",)}
_MOST_ADDED: Final = 500_000
"""How many values the actions may add, each as often as it is added."""
_GONE: Final = "take the action out of the overlay if what it was for is gone; or name what is there"
_WORDS: Final = {str: "a string", dict: "an object", list: "a list", bool: "a boolean"}


@record
class Action:
    """One change."""

    location: Location
    target: Query
    update: Json = None
    updates: bool = False
    """It has an `update`, which may be null."""
    copy: Query | None = None
    removes: bool = False


@record
class Overlay:
    """An overlay that has been read and checked by itself."""

    source: SourceFile
    extends: str | None
    """The document that it is for, as it is written there."""
    actions: tuple[Action, ...]
    warnings: tuple[Finding, ...] = ()
    """What is odd about it."""


def load_overlay(path: Path, *, name: str | None = None) -> Overlay:
    """Read an overlay.

    Findings call it by the name; by default its path, relative to the working directory if it is below it.

    Raises:
        DescriptionError: It cannot be read, or is not what the specification describes.
    """
    source = load_file(path, name=name, may_quote=is_overlay)
    root = Location(source)
    data: Any = source.data
    if not isinstance(data, dict) or "overlay" not in data:
        found = type_name(data) if not isinstance(data, dict) else ""
        found = "an OpenAPI document" if isinstance(data, dict) and {"openapi", "swagger"} & data.keys() else found
        message = f"this is no Overlay but {found}" if found else "this is no Overlay: it has no member 'overlay'"
        advice = "begin it with: overlay: 1.1.0"
        raise DescriptionError([Finding("not-overlay", Severity.ERROR, message, root.bare(), help=advice)])
    if not _VERSION.fullmatch(str(data["overlay"])):
        message = f"'overlay' cannot be {quoted(data['overlay'])}"
        advice = "use Overlay 1.1.0 or 1.0.0"
        unsupported = Finding("unsupported-version", Severity.UNSUPPORTED, message, root.at("overlay"), help=advice)
        raise DescriptionError([unsupported])
    findings = [replace(each, version="overlay") for each in _check_overlay(data, root)]
    if any(finding.severity.stops for finding in findings):
        raise DescriptionError(findings)
    actions: list[Action] = []
    errors: list[Finding] = []
    for index, members in enumerate(data["actions"]):
        try:
            actions.append(_read_action(members, root.at("actions", index)))
        except DescriptionError as error:
            errors += error.findings
    if errors:
        raise DescriptionError(errors)
    return Overlay(source, data.get("extends"), tuple(actions), tuple(findings))


def _check_overlay(data: dict[str, Any], root: Location) -> Iterator[Finding]:
    yield from _check(data, "Overlay", root)
    if isinstance(info := data.get("info"), dict):
        yield from _check(info, "Info", root.at("info"))
    actions = data.get("actions")
    if not isinstance(actions, list):
        return
    if not actions:
        yield Finding("wrong-value", Severity.ERROR, "'actions' must not be empty", root.at("actions"))
    first: dict[str, Location] = {}
    for index, action in enumerate(actions):
        at = root.at("actions", index)
        if (same := first.setdefault(json.dumps(action, sort_keys=True), at)) is not at:
            message = "the same action stands here twice"
            yield Finding("wrong-value", Severity.ERROR, message, at, (same,), KEEP_ONE)
        if not isinstance(action, dict):
            message = f"an action must be an object, not {type_name(action)}"
            yield Finding("wrong-type", Severity.ERROR, message, at)
            continue
        yield from _check_action(action, at, str(data["overlay"]))


def _check_action(action: dict[str, Any], at: Location, version: str) -> Iterator[Finding]:
    yield from _check(action, "Action", at)
    if "copy" in action and version.startswith("1.0"):
        message, advice = "'copy' came with Overlay 1.1", "write: overlay: 1.1.0"
        yield Finding("unknown-member", Severity.ERROR, message, at.at("copy").key(), help=advice)
    if {"update", "copy"} <= action.keys():
        message = "an Action Object cannot have both 'update' and 'copy'"
        yield Finding("exclusive-members", Severity.ERROR, message, at.at("copy").key())
    if not {"update", "copy"} & action.keys() and action.get("remove") in {None, False}:
        message = "an action without 'update', 'copy' and 'remove: true' does nothing"
        yield Finding("overlay-without-effect", Severity.WARNING, message, at)
    if action.get("remove") is True and (name := next((each for each in ("update", "copy") if each in action), "")):
        message, advice = f"'{name}' has no effect beside 'remove: true'", "make two actions of it"
        yield Finding("overlay-without-effect", Severity.WARNING, message, at.at(name).key(), help=advice)


def _check(members: dict[str, Any], kind: str, at: Location) -> Iterator[Finding]:
    """Yield what is wrong with the members of one object."""
    known, owner = _MEMBERS[kind], with_article(f"{kind} Object")
    for name in _REQUIRED[kind]:
        if name not in members:
            yield Finding("missing-member", Severity.ERROR, f"{owner} needs '{name}'", at)
    for name, value in members.items():
        if name not in known:
            if not name.startswith("x-"):
                message, advice = f"{owner} has no member {quoted(name)}", did_you_mean(name, known)
                yield Finding("unknown-member", Severity.ERROR, message, at.at(name).key(), help=advice)
        elif not isinstance(value, known[name]) or (type(value) is bool and int in known[name]):
            message = f"'{name}' of {owner} must be {_WORDS[known[name][0]]}, not {type_name(value)}"
            yield Finding("wrong-type", Severity.ERROR, message, at.at(name))


def _read_action(members: dict[str, Any], at: Location) -> Action:
    copied = members.get("copy")
    return Action(
        location=at,
        target=_read_query(members["target"], at.at("target")),
        update=members.get("update"),
        updates="update" in members,
        copy=None if copied is None else _read_query(copied, at.at("copy")),
        removes=members.get("remove", False),
    )


def _read_query(text: str, at: Location) -> Query:
    try:
        return Query(text)
    except QueryError as error:
        message = f"{quoted(text)} is no JSONPath: {error}"
        advice = "names with other signs than letters, digits and _ are written ['x-name']"
        raise DescriptionError([Finding("invalid-jsonpath", Severity.ERROR, message, at, help=advice)]) from None


def apply_overlays(document: SourceFile, overlays: Iterable[Overlay], *, may_miss: bool) -> SourceFile:
    """Return a document with its overlays, whose values know where they were written. The document itself is unchanged.

    The document may be quoted: of another file nothing may come to light in other places. With `may_miss`, an action
    that selects nothing is no error.

    Raises:
        DescriptionError: An action selects nothing, or does not fit what it selects.
    """
    application = _Application(document, may_miss=may_miss)
    for overlay in overlays:
        for action in overlay.actions:
            application.apply(action)
    if application.missed:
        raise DescriptionError(application.missed)
    return replace(document, data=application.root, origins=application.origin)


class _Application:
    """A document that is being changed.

    What is changed is copied first, and no more than once as long as nobody else can have it: the values of files are
    shared with everybody who reads them.
    """

    def __init__(self, document: SourceFile, *, may_miss: bool) -> None:
        self.root: Any = document.data
        self.origin = Origin(document, ())
        self.missed: list[Finding] = []
        """Which actions select nothing, if that is an error."""
        self._may_miss = may_miss
        self._owned: dict[int, object] = {}
        """The copies that were made here, by identity; they are kept, lest another value gets theirs."""
        self._added = 0
        self._steps = Steps()

    def apply(self, action: Action) -> None:
        targets = self._select(action.target, action.location.at("target"))
        if not targets:
            return
        if action.removes:
            self._remove(targets, action)
        elif action.copy is not None:
            at = action.location.at("copy")
            sources = self._select(action.copy, at)
            if len(sources) > 1:
                raise _failure("overlay-mismatch", f"'copy' selects {len(sources)} values and must select one", at)
            if sources:
                value, origin = self._find(sources[0])
                self._owned.clear()  # from now on, two places share the origins below
                self._update(targets, value, origin, at)
        elif action.updates:
            at = action.location.at("update")
            self._update(targets, action.update, Origin(at.document, at.pointer), at)

    def _select(self, query: Query, at: Location) -> list[JsonPath]:
        try:
            found = query.select(self.root, self._steps)
            missing, names = query.find_missing(self.root, self._steps) if not found else ("", [])
        except QueryError as error:
            raise _failure("overlay-too-large", f"this cannot be looked for: {error}", at) from None
        if not found and not self._may_miss:
            message = f"nothing is selected: there is no {quoted(missing)}" if missing else "nothing is selected"
            advice = (missing and did_you_mean(missing, names)) or _GONE
            if "$ref" in names:
                advice = "a reference stands there: change what it leads to, with an overlay that 'extends' that file"
            self.missed.append(Finding("overlay-mismatch", Severity.ERROR, message, at, help=advice))
        return found

    def _find(self, path: JsonPath) -> tuple[Any, Origin]:
        value, origin = self.root, self.origin
        for segment in path:
            value, origin = value[segment], origin.below(str(segment))
        return value, origin

    def _own(self, path: JsonPath) -> tuple[Any, Origin]:
        """Return a value and its origin, both to be changed in place."""
        value = self.root = self._copy(self.root)
        origin = self.origin = self._copy(self.origin)
        for segment in path:
            value, origin = self._own_member(value, origin, segment)
        return value, origin

    def _own_member(self, value: Any, origin: Origin, segment: int | str) -> tuple[Any, Origin]:  # noqa: ANN401 - JSON
        value[segment] = child = self._copy(value[segment])
        below = self._copy(origin.below(str(segment)))
        origin.put(str(segment), below)
        return child, below

    def _copy(self, value: Any) -> Any:  # noqa: ANN401 - returns what it is given
        if id(value) in self._owned or not isinstance(value, (dict, list, Origin)):
            return value
        copied = value.copy()
        self._owned[id(copied)] = copied
        return copied

    def _remove(self, targets: list[JsonPath], action: Action) -> None:
        by_parent: dict[JsonPath, list[int | str]] = {}
        for path in targets:
            if not path:
                raise _failure("overlay-mismatch", "the whole document cannot be removed", action.location.at("target"))
            by_parent.setdefault(path[:-1], []).append(path[-1])
        for path in sorted(by_parent, key=len, reverse=True):  # what is inside first, as indices change
            value, origin = self._own(path)
            gone, by = {*by_parent[path]}, action.location.at("remove")
            if isinstance(value, list):
                origin.remove_items({int(index) for index in gone}, value, by)
                value[:] = [each for index, each in enumerate(value) if index not in gone]
            else:
                for name in gone:
                    del value[name]
                    origin.remove(str(name), by)

    def _update(self, targets: list[JsonPath], update: Json, written: Origin, at: Location) -> None:
        kinds = {_kind(self._find(path)[0]) for path in targets}
        if len(kinds) > 1:
            message = f"{' and '.join(sorted(kinds))} are selected together, which cannot be changed in one way"
            raise _failure("overlay-mismatch", message, at)
        self._weigh(update, targets, at)
        for path in targets:
            update = _clone(update)  # each place its own: who upgrades the document tells places by identity
            if kinds == {"lists"} and not isinstance(update, list):
                value, origin = self._own(path)
                origin.list_items(len(value)).append(written)
                value.append(update)
            elif kinds == {"plain values"} and not isinstance(update, (dict, list)):
                value, origin = self._own(path[:-1])
                value[path[-1]] = update
                origin.put(str(path[-1]), written)
            else:
                self._merge(path, update, written, at)

    def _weigh(self, update: Json, targets: list[JsonPath], at: Location) -> None:
        """Refuse to add more than a file may have, in number and depth."""
        size, height, level = 0, 0, [update]
        while level and size <= _MOST_ADDED:
            size, height = size + len(level), height + 1
            level = [
                child
                for value in level
                for child in (value.values() if isinstance(value, dict) else value if isinstance(value, list) else ())
            ]
        self._added += size * len(targets)
        if self._added > _MOST_ADDED:
            raise _failure("overlay-too-large", f"with this, overlays add more than {_MOST_ADDED:,} values", at)
        if max(map(len, targets)) + height > MAX_DEPTH:
            raise _failure("overlay-too-large", f"with this, there are {TOO_DEEP}", at)

    def _merge(self, path: JsonPath, update: Json, written: Origin, at: Location) -> None:
        waiting = [(path, *self._own(path), update, written)]
        while waiting:
            path, value, origin, update, written = waiting.pop()
            if isinstance(value, dict) and isinstance(update, dict):
                for name, new in update.items():
                    below = written.below(name)
                    if name in value and any(isinstance(each, (dict, list)) for each in (value[name], new)):
                        waiting.append(((*path, name), *self._own_member(value, origin, name), new, below))
                    else:
                        value[name] = new
                        origin.put(name, below)
            elif isinstance(value, list) and isinstance(update, list):
                items = origin.list_items(len(value))
                items += [written.below(str(index)) for index in range(len(update))]
                value += update
            else:
                place = render_pointer(tuple(map(str, path))) or "the document"
                message = f"{type_name(update)} cannot be merged into {quoted(place)}, which is {type_name(value)}"
                advice = "let an action before this one remove what is there, and update the object around it"
                found = Location(origin.source, origin.pointer)
                raise _failure("overlay-mismatch", message, _within(at, written), advice, found)


def _clone(value: Any) -> Any:  # noqa: ANN401 - returns what it is given
    """Return a value whose objects and lists are others."""
    root = [value]
    waiting: list[Any] = [root]
    while waiting:
        copied = waiting.pop()
        for key, child in [*copied.items()] if isinstance(copied, dict) else [*enumerate(copied)]:
            if isinstance(child, (dict, list)):
                copied[key] = child.copy()
                waiting.append(copied[key])
    return root[0]


def _kind(value: Json) -> str:
    return "objects" if isinstance(value, dict) else "lists" if isinstance(value, list) else "plain values"


def _within(at: Location, written: Origin) -> Location:
    """Return where a part of what an action adds stands: in the overlay, unless it is copied."""
    return Location(written.source, written.pointer) if written.source is at.document else at


def _failure(rule: str, message: str, at: Location, advice: str = "", *related: Location) -> DescriptionError:
    return DescriptionError([Finding(rule, Severity.ERROR, message, at, related, advice)])
