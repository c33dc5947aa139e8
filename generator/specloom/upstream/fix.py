"""What is mechanical in the findings about a description, written into the overlay of its client.

What is written is what `init` would propose and is sure of: shorter names, and how lists go on. It goes to the end of
the overlay, where nothing else moves, and is held against what the file says as a whole before it is written.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import yaml

from specloom.findings import DescriptionError, SpecloomError, unreadable
from specloom.ir.published import build_published, load_published
from specloom.messages import shown_path
from specloom.output.disk import replace_text
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.source import parse_text
from specloom.source.overlay import load_overlay
from specloom.spec.overlays import extended_by
from specloom.upstream.names import propose_methods
from specloom.upstream.paging import propose_paging
from specloom.upstream.proposal import ROOT, Proposal, path_of, render_actions
from specloom.upstream.propose import keep_fitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from specloom.findings import Finding
    from specloom.ir.surface import Surface
    from specloom.source.file import Format
    from specloom.targets.target import Target

_METHODS: Final = "repeated-resource"
_PAGING: Final = "undeclared-paging"
FIXABLE: Final = (_METHODS, _PAGING)
"""The rules whose findings can be mended without anybody who decides."""
_ACTION: Final = re.compile(r"^( *)- ", re.MULTILINE)


@record
class Fix:
    """What is added to an overlay. Nothing has been touched."""

    overlay: Path
    before: str
    after: str
    count: int
    """Of the operations that it is about."""


def prepare_fix(target: Target, findings: Iterable[Finding], published: Surface | None = None) -> Fix | None:
    """Return what mends findings about the description of a target; None where nothing can be mended.

    Args:
        target: The client.
        findings: What is to be mended, about this description or others. Those of other rules than `FIXABLE` stay.
        published: The client that is there, whose names stay; None: there is none.

    Raises:
        DescriptionError: No client can be made of the description.
        SpecloomError: The client has no overlay, or one that cannot be added to in this way.
    """
    proposals = _proposals(target, findings, published)
    sure = [each for each in (keep_fitting(proposals, target) if proposals else ()) if each.is_sure]
    about = {each.target for each in sure} - {ROOT}
    if not about:
        return None
    overlay = _overlay_of(target)
    before = _read(overlay)
    return Fix(overlay, before, _extended(overlay, before, sure), len(about))


def apply_fix(fix: Fix) -> None:
    """Write the overlay.

    Raises:
        SpecloomError: It has changed since, or the operating system refuses.
    """
    try:
        written = replace_text(fix.overlay, fix.after, unless=lambda: _read(fix.overlay) != fix.before)
    except OSError as error:
        raise SpecloomError(f"cannot write {shown_path(fix.overlay)}: {error.strerror}") from None
    if not written:
        raise SpecloomError(f"{shown_path(fix.overlay)} was changed by somebody else", "run it once more")


def _proposals(target: Target, findings: Iterable[Finding], published: Surface | None) -> list[Proposal]:
    found = {(each.rule, each.location.source.name, each.location.pointer) for each in findings if each.rule in FIXABLE}
    if not found:
        return []
    description = load_published(target, published)
    document = description.document
    paths: dict[str, set[str]] = {rule: set() for rule in FIXABLE}
    for operation in document.operations:
        place = (operation.location.source.name, operation.location.pointer)
        broken = [rule for rule in FIXABLE if (rule, *place) in found]
        if broken and (path := path_of(operation, document)):
            for rule in broken:
                paths[rule].add(path)
    surface = build_published(description, target, published).surface
    return [*propose_paging(document, paths[_PAGING]), *propose_methods(document, surface, paths[_METHODS])]


def _overlay_of(target: Target) -> Path:
    """Return the last overlay that is for the entry document.

    Raises:
        SpecloomError: There is none.
    """
    entry = Path(os.path.realpath(target.spec))
    for overlay in reversed(target.overlay):
        if extended_by(load_overlay(overlay), overlay, entry) == entry:
            return overlay
    raise SpecloomError(
        f"{target.name or shown_path(target.spec)} has no overlay to write into, and --fix edits no description",
        'make one, and name it in the settings: overlay = ["ours.yaml"]; docs/overlays.md shows how it begins',
    )


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
        if _says(new, expected, overlay):
            return new
    raise SpecloomError(
        f"{shown_path(overlay)} is written in a way that --fix cannot add actions to it",
        "write it as YAML with 'actions' at its end, each beginning with '- target:' on a line of its own",
    )


def _says(text: str, expected: dict[str, Any], overlay: Path) -> bool:
    try:
        return _values(text, overlay) == expected
    except DescriptionError:
        return False


def _values(text: str, overlay: Path) -> dict[str, Any]:
    format_: Format = "json" if overlay.suffix == ".json" else "yaml"
    return {**cast("dict[str, Any]", parse_text(text, name=shown_path(overlay), format=format_).data)}


def _read(overlay: Path) -> str:
    try:
        return read_regular(overlay).decode()
    except OSError as error:
        raise unreadable(shown_path(overlay), error) from None
    except UnicodeDecodeError:
        raise SpecloomError(f"{shown_path(overlay)} is not UTF-8", "save it as UTF-8") from None
