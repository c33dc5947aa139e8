"""The way from a path to a resolved document, stage after stage."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from specloom.findings import DescriptionError, Finding
from specloom.spec.check_schemas import check_schemas
from specloom.spec.cycles import check_endless, find_cycles
from specloom.spec.extension import check_extensions, check_pagination
from specloom.spec.files import Files
from specloom.spec.index import DocumentIndex, index_description
from specloom.spec.links import check_links
from specloom.spec.parse import parse_document
from specloom.spec.relations import check_references, check_relations
from specloom.spec.resolve import Resolver
from specloom.spec.select import WEBHOOKS, offer_skips, operation_places, select_operations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from specloom.source import SourceFile
    from specloom.spec.document import Document
    from specloom.targets.target import Target


@dataclass(frozen=True, slots=True)
class Description:
    """A description that can be worked with."""

    document: Document
    warnings: tuple[Finding, ...]
    """What is odd about it, sorted."""
    files: tuple[SourceFile, ...]
    """Every document that was read, the entry document first."""
    overlays: tuple[SourceFile, ...]
    """What was laid over them, in this order."""
    index: DocumentIndex = field(repr=False)
    """What was seen on the way: every object as it is written, and what refers to what."""


def load_description(
    target: Target, *, show: Callable[[Path], str] | None = None, may_miss: bool = False
) -> Description:
    """Read, check and resolve the OpenAPI description (2.0, 3.0, 3.1 or 3.2) that a target names.

    Args:
        target: Its entry document, the folder that references may not leave, the overlays, and which operations to
            skip, as if they were not written, or to keep: the others are checked and then left out.
        show: Returns how findings call the file at an absolute path; by default by its path, relative to the working
            directory if it is below it.
        may_miss: The overlays were written for another version of the description: an action that selects nothing has
            no effect.

    Raises:
        DescriptionError: The description cannot be used, or the target skips or keeps what does not exist. Objects and
            references are checked first, then what they say about each other; the error carries all findings of the
            stage that failed, warnings among them.
    """
    index, warnings = load_index(target, show=show, may_miss=may_miss)
    document, ignored = parse_document(index)
    if target.only and WEBHOOKS not in target.only:
        document = replace(document, webhooks={})
    found = sorted([*warnings, *ignored], key=lambda finding: finding.sort_key)
    files = index.resolver.files
    return Description(document, tuple(found), files.sources, files.overlays, index)


def load_index(
    target: Target, *, show: Callable[[Path], str] | None = None, may_miss: bool = False
) -> tuple[DocumentIndex, list[Finding]]:
    """Read and check a description; return what is written in it, and warnings. Takes what `load_description` takes.

    Raises:
        DescriptionError: As `load_description`.
    """
    files = Files(target.spec, target.root, show, target.overlay, may_miss=may_miss)
    selection, findings = select_operations(Resolver(files), target.skip, target.only)
    resolver = Resolver(files, selection.unused)
    index = index_description(resolver, selection)
    findings += [*files.check_overlays(), *index.findings, *check_references(index)]
    findings += [*check_extensions(index), *find_cycles(index)]
    _stop_at_errors(findings, resolver)
    findings += [*check_relations(index), *check_schemas(index), *check_endless(index)]
    findings += [*check_pagination(index), *check_links(index)]
    _stop_at_errors(findings, resolver)
    return index, findings


def _stop_at_errors(findings: list[Finding], resolver: Resolver) -> None:
    if any(finding.severity.stops for finding in findings):
        raise DescriptionError(offer_skips(findings, lambda: operation_places(resolver)))
