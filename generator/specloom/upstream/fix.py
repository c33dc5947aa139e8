"""What is mechanical in the findings about a description, written into its own files or into the overlay of its client.

A description that the project writes itself is mended where it stands, and no line changes but those concerned. Of one
that was fetched no file is touched: its overlay says what is right, at its end. What `init` would propose and is sure
of, shorter names and how lists go on, goes into the overlay where there is one. All of it is held against what the file
says as a whole before it is written.
"""

from __future__ import annotations

import os
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import Any, Final, cast

import yaml

from specloom.findings import DescriptionError, Finding, Pointer, SpecloomError, unreadable
from specloom.ir.published import Published, build_published, load_published
from specloom.messages import counted, shown_path
from specloom.output.disk import replace_text
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.source import SUFFIXES, Json, SourceFile, find_value, format_of, order_of, parse_text
from specloom.source.edit import Add, Edit, Replace, edit_text
from specloom.source.overlay import load_overlay
from specloom.spec.overlays import extended_by
from specloom.targets.target import Target
from specloom.upstream.mend import MENDED, mend
from specloom.upstream.names import propose_methods
from specloom.upstream.paging import propose_paging
from specloom.upstream.proposal import ROOT, Proposal, combine, path_of, path_to, render_actions
from specloom.upstream.propose import keep_fitting

_FRONT: Final = ("operationId", "openapi", "swagger")
"""Members of one line behind which others are added, if they are there."""
_METHODS: Final = "repeated-resource"
_PAGING: Final = "undeclared-paging"
_FOREIGN: Final = "somebody else writes what they are about; an overlay may say what is right"
_ACTION: Final = re.compile(r"^( *)- ", re.MULTILINE)


@record
class Fix:
    """What a file is to say. Nothing has been touched."""

    path: Path
    before: str
    after: str
    told: str
    """What that mends: `2 operations`."""


@record
class Fixes:
    """What can be mended of some findings, and what cannot."""

    files: tuple[Fix, ...]
    left: tuple[str, ...]
    """Why findings of rules that can be mended are left: a sentence for each file and reason."""


def prepare_fixes(
    target: Target, findings: Sequence[Finding], published: Published | None, *, foreign: Collection[str]
) -> Fixes:
    """Return what mends findings about the description of a target, a file at a time.

    Findings that somebody has to decide stay. Names of a client that is there stay; `foreign` has the files that
    somebody else writes, which are left as they are: their paths, links resolved.

    Raises:
        DescriptionError: No client can be made of the description.
        SpecloomError: The client has no overlay, or one that cannot be added to in this way.
    """
    is_own = os.path.realpath(target.spec) not in foreign
    proposals, places = _proposals(target, findings, published)
    single = [each for each in findings if each.rule in MENDED]
    said = [] if is_own else _said_of_values(target, single)
    proposals += said
    sure = [each for each in (keep_fitting(proposals, target) if proposals else ()) if each.is_sure]
    about = {each.target for each in sure} - {ROOT}
    mended, left = _mend_files(target, single, foreign)
    if count := left.pop(_FOREIGN, 0) - sum(each in sure for each in said):
        left[_FOREIGN] = count
    why = tuple(f"{counted(count, 'finding')} left: {reason}" for reason, count in left.items())
    if not about:
        return Fixes((*mended.values(),), why)
    overlay = _find_overlay(target)
    told = counted(len(about), "operation" if about <= places.keys() else "place")
    if overlay is None and is_own:
        entry = Path(os.path.realpath(target.spec))
        mended[entry] = _say_in_place(entry, sure, {ROOT: (), **places}, mended.get(entry), told)
        return Fixes((*mended.values(),), why)
    if overlay is None:
        raise SpecloomError(
            f"{target.name or shown_path(target.spec)} has no overlay to write into, and --fix edits no description of "
            "somebody else",
            'make one, and name it in the settings: overlay = ["ours.yaml"]; docs/overlays.md shows how it begins',
        )
    before = _read(overlay)
    return Fixes((*mended.values(), Fix(overlay, before, _extended(overlay, before, sure), told)), why)


def apply_fix(fix: Fix) -> None:
    """Write the file.

    Raises:
        SpecloomError: It has changed since, or the operating system refuses.
    """
    if not replace_text(fix.path, fix.after, expected=fix.before):
        raise SpecloomError(f"{shown_path(fix.path)} was changed by somebody else", "run it once more")


def _proposals(
    target: Target, findings: Iterable[Finding], published: Published | None
) -> tuple[list[Proposal], dict[str, Pointer]]:
    """Return what `init` would propose of the operations that findings are about, and where each operation stands."""
    rules = (_METHODS, _PAGING)
    found = {(each.rule, each.location.source.name, each.location.pointer) for each in findings if each.rule in rules}
    if not found:
        return [], {}
    description = load_published(target, published)
    document = description.document
    paths: dict[str, set[str]] = {rule: set() for rule in rules}
    places: dict[str, Pointer] = {}
    for operation in document.operations:
        place = (operation.location.source.name, operation.location.pointer)
        broken = [rule for rule in rules if (rule, *place) in found]
        if broken and (path := path_of(operation, document)):
            places[path] = operation.location.pointer
            for rule in broken:
                paths[rule].add(path)
    surface = build_published(description, target, published).surface
    proposals = [*propose_paging(document, paths[_PAGING]), *propose_methods(document, surface, paths[_METHODS])]
    return proposals, places


def _find_overlay(target: Target) -> Path | None:
    """Return the last overlay that is for the entry document; None where there is none."""
    entry = Path(os.path.realpath(target.spec))
    overlays = ((each, extended_by(load_overlay(each), each, entry)) for each in reversed(target.overlay))
    return next((overlay for overlay, extended in overlays if extended == entry), None)


def _said_of_values(target: Target, findings: Sequence[Finding]) -> list[Proposal]:
    """Return what an overlay says of wrong values of the entry document, where that is one member of an object."""
    own = [each for each in findings if each.location.source.name == shown_path(target.spec)]
    if not own or _find_overlay(target) is None:
        return []
    data = _document(target.spec, _read(target.spec)).data
    said: list[Proposal] = []
    for finding in own:
        match mend(finding.rule, data, finding.location.pointer):
            case [Replace((*around, name), value)] | [Add(around, name, value)]:
                said.append(Proposal(path_to(around, data), {name: value}, finding.message))
            case _:
                pass
    return said


def _mend_files(
    target: Target, findings: Iterable[Finding], foreign: Collection[str]
) -> tuple[dict[Path, Fix], Counter[str]]:
    """Return the files of a description with the mistakes mended that stand in them, by their paths.

    And how many are left, for which reasons.
    """
    inside = os.path.realpath(target.documents)
    others = {*foreign, *map(os.path.realpath, target.overlay)}
    left: Counter[str] = Counter()
    by_file: dict[Path, list[Finding]] = {}
    for finding in findings:
        path = Path(os.path.realpath(finding.location.source.name))
        if path.suffix in SUFFIXES and path.is_relative_to(inside) and str(path) not in others:
            by_file.setdefault(path, []).append(finding)
        else:
            left[_FOREIGN] += 1
    fixes = [fix for path, own in by_file.items() if (fix := _mended(path, own, left))]
    return {fix.path: fix for fix in fixes}, left


def _mended(path: Path, findings: Collection[Finding], left: Counter[str]) -> Fix | None:
    """Return a file with what can be mended of some findings: all at once, else one after the other.

    None where there is nothing, or the file is in another encoding than UTF-8, in which it would be written.
    """
    shown = shown_path(path)
    try:
        before = read_regular(path).decode()
    except (OSError, UnicodeDecodeError):
        left[f"{shown} is not UTF-8, in which it would be written"] += len(findings)
        return None
    data = _document(path, before).data
    edits = [mend(each.rule, data, each.location.pointer) for each in findings]
    if unsure := sum(not each for each in edits):
        left[f"in {shown} somebody has to decide what is meant"] += unsure
    edits = [each for each in edits if each]
    edits.sort(key=lambda each: order_of(each[0].pointer), reverse=True)
    after, count = _as_many(path, before, edits)
    if count < len(edits):
        left[f"{shown} is written in a way that does not let them be mended alone, as with anchors"] += (
            len(edits) - count
        )
    return Fix(path, before, after, counted(count, "finding")) if count else None


def _as_many(path: Path, text: str, mended: Sequence[Sequence[Edit]]) -> tuple[str, int]:
    """Return a text with as many findings mended as can be, the last in it first, and how many these are.

    All are tried at once, and halves of what cannot be mended so: each try reads the whole text.
    """
    if not mended:
        return text, 0
    edited = _edited(path, text, [edit for several in mended for edit in several])
    if edited is not None or len(mended) == 1:
        return (text, 0) if edited is None else (edited, len(mended))
    half = len(mended) // 2
    text, count = _as_many(path, text, mended[:half])
    text, more = _as_many(path, text, mended[half:])
    return text, count + more


def _say_in_place(
    path: Path, proposals: Sequence[Proposal], places: Mapping[str, Pointer], mended: Fix | None, told: str
) -> Fix:
    """Return the document with what an overlay would say of it.

    Raises:
        SpecloomError: It is written in a way that does not let that be done without changing anything else.
    """
    before = mended.before if mended else _read(path)
    text = mended.after if mended else before
    rounds: dict[int, list[Proposal]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for each in chain.from_iterable(combine(proposals)):  # at once what is about different places
        rounds[counts[each.target]].append(each)
        counts[each.target] += 1
    for several in rounds.values():
        data = _document(path, text).data
        updates = {each.target: each.update for each in several if isinstance(each.update, Mapping)}
        edits = {target: [*_additions(data, places[target], update)] for target, update in updates.items()}
        was = text
        text, count = _as_many(path, was, [*edits.values()])
        if count < len(edits):
            wrong = next((target for target, own in edits.items() if _edited(path, was, own) is None), min(edits))
            raise SpecloomError(
                f"{shown_path(path)} is written in a way that --fix cannot add to it: {wrong}",
                "write a member with a text or a number on a line of its own there, or give the client an overlay",
            )
    return Fix(path, before, text, f"{mended.told} and {told}" if mended else told)


def _additions(data: Json, pointer: Pointer, update: Mapping[str, Json]) -> Iterable[Edit]:
    """Yield the members that merging adds to an object: behind the first that has a text or a number, else the last."""
    (around,) = find_value(data, pointer)
    members = around if isinstance(around, dict) else {}
    single = [name for name, value in members.items() if isinstance(value, str | int | float)]
    behind = next((name for name in _FRONT if name in single), next(iter(single or [*members][-1:]), ""))
    for name, value in update.items():
        there = members.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            yield from _additions(data, (*pointer, name), value)
        else:
            yield Add(pointer, name, value, behind)


def _edited(path: Path, text: str, edits: Sequence[Edit]) -> str | None:
    """Return the text of a file with some edits, its line ends as they are; None where they cannot be made."""
    source = _document(path, text)
    edited = edit_text(source.text, edits, source.format)
    if edited is None:
        return None
    front = text[: text.startswith("\ufeff")]
    restored = front + (edited.replace("\n", "\r\n") if "\r\n" in text else edited)
    is_mixed = text != front + (source.text.replace("\n", "\r\n") if "\r\n" in text else source.text)
    return None if is_mixed else restored


def _document(path: Path, text: str) -> SourceFile:
    return parse_text(text, name=shown_path(path), format=format_of(path, text))


def _extended(overlay: Path, text: str, proposals: list[Proposal]) -> str:
    """Return the text of an overlay with actions at its end.

    Raises:
        SpecloomError: It is written in a way that does not let that be done without changing anything else.
    """
    actions = render_actions(proposals)
    added = yaml.safe_load(actions)
    old = _values(text, overlay)
    expected = {**old, "actions": [*old["actions"], *added["actions"]]}
    indents = dict.fromkeys((*_ACTION.findall(text)[-1:], "  ", ""))
    end = "\r\n" if "\r\n" in text else "\n"
    front = text if text.endswith("\n") else f"{text}{end}"
    for indent in indents:
        new = front + "".join(f"{indent}{line.removeprefix('  ')}{end}" for line in actions.splitlines()[1:])
        with suppress(DescriptionError):
            if _values(new, overlay) == expected:
                return new
    raise SpecloomError(
        f"{shown_path(overlay)} is written in a way that --fix cannot add actions to it",
        "write it as YAML with 'actions' at its end, each beginning with '- target:' on a line of its own",
    )


def _values(text: str, overlay: Path) -> dict[str, Any]:
    return {**cast("dict[str, Any]", _document(overlay, text).data)}


def _read(overlay: Path) -> str:
    try:
        return read_regular(overlay).decode()
    except OSError as error:
        raise unreadable(overlay, error) from None
    except UnicodeDecodeError:
        raise SpecloomError(f"{shown_path(overlay)} is not UTF-8", "save it as UTF-8") from None
