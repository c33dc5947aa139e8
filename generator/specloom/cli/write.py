"""One client written, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from specloom.cli.report.escape import escape_text
from specloom.cli.report.findings import render_told
from specloom.cli.terminal import print_message, render_error
from specloom.findings import DescriptionError, Finding, Severity, SpecloomError
from specloom.messages import and_more, counted, shown_path
from specloom.output.current import remember_current
from specloom.output.manifest import MANIFEST
from specloom.record import record, replace
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.ir.published import Published
    from specloom.output.disk import Plan
    from specloom.vendor.pristine import Pristine


_SHOWN: Final = 10
"""How many names are told."""


@record
class WriteOutcome:
    """What to print. Plain text only: it may come from another process."""

    result: str
    messages: str = ""
    code: int = 0


def up_to_date(client: Target) -> WriteOutcome:
    """Return what to say about a client that is current."""
    return WriteOutcome(f"{shown_path(client.folder)}: up to date")


Losses = Literal["keep", "tell", "refuse"]
"""What to do about parts of a description that have no effect: nothing, print notes, or refuse to write."""


def write_client(client: Target, *, force: bool, losses: Losses = "keep", rename: bool = False) -> WriteOutcome:
    """Generate a client and write it. Nothing is raised for what the user can mend: it is in the outcome.

    Args:
        client: What to generate from what, and where.
        force: As `write_tree` has it.
        losses: What to do about parts of the description that have no effect in the client.
        rename: Whether all is named anew, also what the client that is there has under another name.
    """
    from specloom.output.disk import write_tree
    from specloom.pipeline import generate
    from specloom.vendor.base import refuse_vendored
    from specloom.vendor.surfaces import find_published

    try:
        if not force:
            refuse_vendored(client.folder)
        published = None if rename else find_published(client)
        lost = () if losses == "keep" else _lost(client, published, refuse=losses == "refuse")
        generated = generate(client, published)
        report = write_tree(generated.tree, Path(shown_path(client.folder)), force=force)
    except SpecloomError as error:
        return WriteOutcome("", render_error(error), 2)
    remember_current(client.folder)
    told = {place for warning in generated.warnings for place in _places(warning)}
    findings = [*undecided(generated.warnings, client), *(each for each in lost if told.isdisjoint(_places(each)[:1]))]
    messages = render_told(findings) if findings else ""
    if lost:
        count = counted(len(lost), "part has", "parts have")
        messages += f"{client.name}: {count} no effect; {MANIFEST} names each place, under losses\n"
    messages += tell_names(client.name, generated.moved)
    return WriteOutcome(f"{shown_path(client.folder)}: {_summary(generated.tree, report)}", messages)


def undecided(findings: Sequence[Finding], client: Target) -> tuple[Finding, ...]:
    """Return the findings about which a project has decided nothing: rules that are off and its baseline are quiet."""
    if not findings or client.project is None:
        return tuple(findings)
    from specloom.lint.baseline import apply_baseline, read_baseline
    from specloom.lint.run import apply_levels
    from specloom.targets.levels import BASELINE
    from specloom.targets.settings import load_configuration

    configuration = load_configuration(client.project)
    _, off = apply_levels(findings, {**configuration.levels, **client.levels})
    left, file = [each for each in findings if each not in off], configuration.folder / BASELINE
    with suppress(SpecloomError):  # `lint` says what is wrong with it
        if file.exists():
            left = apply_baseline(left, read_baseline(file), (), complete=False)
    return tuple(left)


def tell_names(client: str, moved: Mapping[str, str]) -> str:
    """Return which names stay though the description calls the same otherwise now; empty where there are none."""
    if not moved:
        return ""
    count = counted(len(moved), "name stays", "names stay")
    shown = [f"  {name}, by the description {other}" for name, other in [*moved.items()][:_SHOWN]]
    more = and_more(moved, _SHOWN, f"  … and {{}} more, in {MANIFEST}")
    lines = [f"{client}: {count} as published; --rename takes those of the description", *shown, *more]
    return "\n".join(map(escape_text, lines)) + "\n"


def tell_of(client: Target, pristine: Pristine) -> None:
    """Say what is odd about the description of a vendored client, and which names stay."""
    if warnings := undecided(pristine.warnings, client):
        print_message(render_told(warnings))
    print_message(tell_names(client.name, pristine.manifest.moved))


def _places(finding: Finding) -> list[tuple[str, tuple[str, ...]]]:
    """Return the place of a finding, and what it is directly in, where that as a whole is passed over."""
    file, pointer = finding.location.source.name, finding.location.pointer
    return [(file, pointer), *([(file, pointer[:-1])] if finding.rule.startswith("ignored-") else [])]


def _lost(client: Target, published: Published | None, *, refuse: bool) -> tuple[Finding, ...]:
    """Return what of a description has no effect in its client.

    Raises:
        DescriptionError: There is something that callers miss, and it is to be refused.
    """
    from specloom.lint.clients import PART_WITHOUT_EFFECT
    from specloom.lint.run import find_losses

    lost = find_losses(client, published)
    missed = [finding for finding in lost if finding.rule == PART_WITHOUT_EFFECT.id]
    if refuse and missed:
        raise DescriptionError(replace(finding, severity=Severity.ERROR) for finding in missed)
    return lost


def warm_up(client: Target) -> None:
    """Generate a client for nobody, so that the next time is quick: tools are imported, and what they did is known."""
    from specloom.pipeline import generate
    from specloom.vendor.surfaces import find_published

    with suppress(SpecloomError):
        generate(client, find_published(client))


def _summary(tree: Mapping[str, str], report: Plan) -> str:
    counts = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    done = ", ".join(f"{len(paths)} {what}" for what, paths in counts if paths)
    return f"{counted(len(tree), 'file')}, {done}" if done else "up to date"
