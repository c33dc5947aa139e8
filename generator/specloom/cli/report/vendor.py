"""Vendored clients for people and programs: their status, what an update does, and differences."""

from __future__ import annotations

import difflib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import PurePosixPath
from typing import Final, Literal

from specloom import __version__
from specloom.cli.report.escape import escape_markdown, escape_text, paint, render_json
from specloom.cli.report.findings import render_findings
from specloom.cli.report.github import render_annotation
from specloom.cli.report.text import render_line
from specloom.messages import and_more, as_argument, counted, shown_path
from specloom.output.manifest import MANIFEST
from specloom.output.tools import upgrade_command
from specloom.targets.target import Target
from specloom.vendor.base import is_state
from specloom.vendor.differences import Difference
from specloom.vendor.plan import FileAction, FileStep
from specloom.vendor.status import Status
from specloom.vendor.undo import Restoration
from specloom.vendor.update import Update

_SHOWN: Final = 20
_WORDS: Final[Mapping[FileAction, tuple[str, str, str]]] = {
    FileAction.ADD: ("add", "to add", ""),
    FileAction.REPLACE: ("replace", "to replace", ""),
    FileAction.REMOVE: ("remove", "to remove", ""),
    FileAction.MERGE: ("merge", "to merge", "your edits and the update"),
    FileAction.CONFLICT: ("CONFLICT", "in conflict", ""),
    FileAction.KEEP_EDITED: ("KEEP", "to keep", "edited by you, and no longer generated"),
    FileAction.KEEP_OWN: ("KEEP", "to keep", "yours is a link or no text in UTF-8, so the update is not in it"),
    FileAction.KEEP_DELETED: ("leave out", "left out", "deleted by you, and changed by the update"),
    FileAction.ACCEPT: ("accept", "accepted", "the update is left out, as you accept"),
}
"""For each action: the word before a file, the word after a number of files, and what to know about it."""
_LONG: Final = {FileAction.ADD, FileAction.REPLACE, FileAction.REMOVE}
"""Actions that need nobody's attention, so that not every file is listed."""
_STYLES: Final = {"+": "32", "-": "31", "@": "36"}
"""Colours of the lines of a difference, by what they begin with."""


def render_update(update: Update) -> str:
    """Return what an update does, as a line that counts and one for each file."""
    folder = shown_path(update.vendored.folder)
    if not update.steps:
        return f"{folder}: {'only the manifest and the base change' if update.changes else 'up to date'}\n"
    counts = Counter(_WORDS[step.action][1] for step in update.steps)
    summary = ", ".join(f"{count} {words}" for words, count in counts.items())
    return "".join(f"{line}\n" for line in (f"{folder}: {summary}", *_step_lines(update.steps)))


def render_undo(restoration: Restoration) -> str:
    """Return what taking an update back does, as a line that counts and one for each file."""
    folder = shown_path(restoration.vendored.folder)
    code = {path: data for path, data in restoration.changes.items() if not is_state(path)}
    if not restoration.changes:
        return f"{folder}: as it was already\n"
    gone = [path for path, data in code.items() if data is None]
    groups = {"restore": [path for path in code if path not in gone], "remove": gone}
    summary = ", ".join(f"{len(paths)} to {word}" for word, paths in groups.items() if paths)
    files = "".join(render_files(paths, word) for word, paths in groups.items())
    return f"{folder}: {summary or 'only the manifest and the base'}\n{files}"


def render_files(paths: Sequence[str], word: str) -> str:
    """Return a line for each file, or for the first ones of many."""
    lines = [f"  {word:<9}  {escape_text(path)}" for path in paths[:_SHOWN]]
    return "".join(f"{line}\n" for line in (*lines, *and_more(paths, _SHOWN, "  … and {} more")))


def git_add_command(vendored: Target, paths: Iterable[str]) -> str:
    """Return the command that tells Git of files of a client that they are decided."""
    folder = shown_path(vendored.folder.resolve())  # Git takes no path through a link
    return " ".join(["git add", *(as_argument(f"{folder}/{path}") for path in paths)])


def render_ignored(ignored: Sequence[str], folder: str) -> str:
    """Return a sentence on files of a client that Git ignores, without an end; `folder` is the client's."""
    first = f"{folder}/{ignored[0]}"
    more = "".join(and_more(ignored, 1, " and {} more of its files"))
    return (
        f"Git ignores {escape_text(first)}{more}, so a commit would lack them: change the rule that "
        f"`git check-ignore -v {escape_text(as_argument(first))}` names, or commit with `git add --force`"
    )


def render_differences(differences: Iterable[Difference], folder: str) -> str:
    """Return differences in the unified format of diff, with paths below `folder`."""
    lines = (line for difference in differences for line in _difference_lines(difference, folder))
    shown = ("\t".join(map(escape_text, line.split("\t"))) for line in lines)
    return "".join(f"{paint(line, _STYLES.get(line[:1], ''))}\n" for line in shown)


def _step_lines(steps: Sequence[FileStep]) -> Iterator[str]:
    for action, (word, _, about) in _WORDS.items():
        concerned = [step for step in steps if step.action is action]
        for step in concerned[:_SHOWN] if action in _LONG else concerned:
            places = f"{counted(step.conflicts, 'place')} between markers"
            said = "" if action is FileAction.KEEP_EDITED and step.moved_from else about
            note = "; ".join(filter(None, (places if action is FileAction.CONFLICT else said, _move_of(step))))
            yield f"  {word:<9}  {escape_text(step.path)}{f'  ({note})' if note else ''}"
        if action in _LONG:
            yield from and_more(concerned, _SHOWN, f"  … and {{}} more to {word}")


def _move_of(step: FileStep) -> str:
    if not step.moved_from:
        return ""
    if step.action is FileAction.ADD:
        return f"beside what you moved from {escape_text(str(PurePosixPath(step.moved_from).parent))}"
    goes = "no longer generated" if step.action is FileAction.KEEP_EDITED else "generated"
    return f"{goes} as {escape_text(step.moved_from)}"


def _difference_lines(difference: Difference, folder: str) -> Iterator[str]:
    path = f"{folder}/{difference.path}"
    old, new = difference.before, difference.after
    if difference.is_left_out:
        yield f"left out: this change of {path}"
    old_path = f"{folder}/{difference.old_path or difference.path}"
    names = ("/dev/null" if old is None else f"a/{old_path}", "/dev/null" if new is None else f"b/{path}")
    if (old, new) == (None, None):
        yield f"{path} is no text"
        return
    before, after = (text.removesuffix("\n").split("\n") if text else [] for text in (old, new))
    if before == after:
        yield from (f"--- {names[0]}", f"+++ {names[1]}")
    yield from difflib.unified_diff(before, after, *names, lineterm="")


def _render_status_text(statuses: Sequence[Status]) -> str:
    return "".join(f"{line}\n" for status in statuses for line in _status_lines(status))


def _status_lines(status: Status) -> Iterator[str]:
    counts = {
        "untouched": len(status.untouched),
        "formatted": len(status.formatted),
        "following a move": len(status.following),
        "edited": len(status.edited),
        "moved": len(status.moved),
        "deleted": len(status.deleted),
        "added by you": len(status.added),
    }
    summary = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    place = f"{status.vendored.name} in {shown_path(status.vendored.folder)}"
    yield f"{place}: {summary or 'nothing is known of its files'}"
    moved = [f"{old} → {new}" for old, new in status.moved]
    listed = {"edited": status.edited, "deleted": status.deleted, "added": status.added, "moved": moved}
    for word, paths in {**listed, "unresolved": status.unresolved}.items():
        yield from (f"  {word:<10}  {escape_text(path)}" for path in paths)
    if status.way_back:
        yield f"  decide these, or {escape_text(status.way_back)}"
    accept = f"specloom vendor update {status.vendored.called} --accept"
    yield from (
        f"  left out    {escape_text(path)}  (an update changed it; once you have what you need: "
        f"{accept} {escape_text(as_argument(path))})"
        for path in status.left_out
    )
    if status.unmerged:
        yield f"  in conflict {', '.join(status.unmerged)}  (both branches of the merge updated the client)"
        undecided = [word for word, found in (("description", status.problems), ("code", status.unresolved)) if found]
        first = f"decide what the {' and the '.join(undecided)} shall say, then run" if undecided else "run"
        update = f"specloom vendor update {status.vendored.called}"
        yield f"  {first}: {update} && {escape_text(git_add_command(status.vendored, status.unmerged))}"
    yield from (f"  damaged: {escape_text(reason)}" for reason in status.damage)
    if status.needs_specloom:
        yield (
            f"  generated by Specloom {escape_text(status.needs_specloom)}, and this is the older {__version__}: "
            f"{escape_text(upgrade_command(status.needs_specloom))}"
        )
    if status.ignored:
        yield f"  ignored: {render_ignored(status.ignored, shown_path(status.vendored.folder))}"
    yield from (f"  update available: {escape_text(reason)}" for reason in status.updates)
    if status.updates and status.is_well:
        yield f"  run: specloom vendor update {status.vendored.called}"
    if status.problems:
        yield f"  no client can be made of the description now: specloom vendor diff {status.vendored.called}"
        yield from (f"  wrong       {render_line(each)}" for each in status.problems[:_SHOWN])
        yield from and_more(status.problems, _SHOWN, "  … and {} more")


def _render_status_json(statuses: Sequence[Status]) -> str:
    return render_json({"version": 1, "clients": [_as_json(status) for status in statuses]})


def _as_json(status: Status) -> dict[str, object]:
    """Return all that a status has by the names that it has there; what is empty and no list is null."""
    values = {each.name: getattr(status, each.name) for each in fields(status) if each.name != "vendored"}
    return {
        "name": status.vendored.name,
        "folder": shown_path(status.vendored.folder),
        **{name: list(value) if isinstance(value, tuple) else value or None for name, value in values.items()},
        "moved": [{"from": old, "to": new} for old, new in status.moved],
        "problems": json.loads(render_findings(status.problems, "json"))["findings"],
    }


def _render_status_markdown(statuses: Sequence[Status]) -> str:
    return "\n".join(
        f"- {escape_markdown(next(lines))}\n" + "".join(f"  - {escape_markdown(line.strip())}\n" for line in lines)
        for lines in map(_status_lines, statuses)
    )


def _annotate(status: Status, *, check: bool) -> str:
    if status.is_well and not status.updates:
        return ""
    found = render_findings(status.problems, "github")
    place = {"file": f"{shown_path(status.vendored.folder)}/{MANIFEST}", "title": "vendored client"}
    command: Literal["error", "warning"] = "error" if status.fails(check=check) else "warning"
    return found + render_annotation(command, place, "\n".join(_status_lines(status)))


_RENDERERS: Final[Mapping[str, Callable[[Sequence[Status]], str]]] = {
    "text": _render_status_text,
    "json": _render_status_json,
    "markdown": _render_status_markdown,
}
STATUS_FORMATS: Final = ("github", *_RENDERERS)
"""The values of `--format` of `specloom vendor status`."""


def render_statuses(statuses: Sequence[Status], format: str, *, check: bool) -> str:
    """Return the statuses of clients in one of the `STATUS_FORMATS`; `check`: an available update is a failure."""
    if format == "github":
        return "".join(_annotate(status, check=check) for status in statuses)
    return _RENDERERS[format](statuses)
