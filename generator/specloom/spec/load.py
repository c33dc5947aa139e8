"""The way from a path to a resolved document, stage after stage."""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from specloom.errors import DescriptionError
from specloom.findings import Finding
from specloom.source import SourceFile
from specloom.spec.circles import find_circles
from specloom.spec.document import Document
from specloom.spec.extension import check_extensions, check_pagination
from specloom.spec.files import Files
from specloom.spec.links import check_links
from specloom.spec.parse import parse_document
from specloom.spec.relations import check_relations
from specloom.spec.resolve import Resolver
from specloom.spec.skip import WEBHOOKS, name_skips, skip_operations
from specloom.spec.validate import Survey, survey_description

__all__ = ["Description", "load_description", "resolve_description"]


@dataclass(frozen=True, slots=True)
class Description:
    """A description that can be worked with."""

    document: Document
    warnings: tuple[Finding, ...]
    """What is odd about it, sorted."""
    files: tuple[SourceFile, ...]
    """Every file that was read, the entry document first."""
    survey: Survey = field(repr=False)
    """What was seen on the way: every object as it is written, and what refers to what."""


def load_description(
    path: Path,
    *,
    root: Path | None = None,
    skip: Collection[str] = (),
    only: Collection[str] = (),
    show: Callable[[Path], str] | None = None,
) -> Description:
    """Read, check and resolve the OpenAPI description (2.0, 3.0, 3.1 or 3.2) whose entry document is at `path`.

    Args:
        path: The entry document, YAML or JSON.
        root: The folder that references may not leave; by default that of the entry document.
        skip: Operations to leave out as if they were not written, by operationId or route (`GET /orders`).
        only: Operations or resources to keep; all when empty. The others are checked and then left out.
        show: Returns how findings call the file at an absolute path; by default by its path, relative to the working
            directory if it is below it.

    Raises:
        DescriptionError: The description cannot be used, or `skip` or `only` names what does not exist. Objects and
            references are checked first, then what they say about each other; the error carries all findings of the
            stage that failed, warnings among them.
    """
    with _collector_paused():
        survey, warnings = _survey(path, root, skip, only, show)
        document, ignored = parse_document(survey.resolver)
        if only and WEBHOOKS not in only:
            document = replace(document, webhooks={})
    found = sorted([*warnings, *ignored], key=lambda finding: finding.sort_key)
    return Description(document, tuple(found), survey.resolver.files.sources, survey)


def resolve_description(
    path: Path, *, root: Path | None = None, skip: Collection[str] = ()
) -> tuple[Resolver, list[Finding]]:
    """Read and check a description; return the way to its values, and warnings.

    Raises:
        DescriptionError: As `load_description`.
    """
    survey, findings = _survey(path, root, skip)
    return survey.resolver, findings


def _survey(
    path: Path,
    root: Path | None,
    skip: Collection[str],
    only: Collection[str] = (),
    show: Callable[[Path], str] | None = None,
) -> tuple[Survey, list[Finding]]:
    resolver = Resolver(Files(path, root, show))
    findings = list(skip_operations(resolver, skip, only))
    survey = survey_description(resolver)
    findings += [*survey.findings, *check_extensions(survey), *find_circles(survey)]
    _stop_at_errors(findings, resolver)
    findings += [*check_relations(survey), *check_pagination(survey), *check_links(survey)]
    _stop_at_errors(findings, resolver)
    return survey, findings


def _stop_at_errors(findings: list[Finding], resolver: Resolver) -> None:
    if any(finding.severity.stops for finding in findings):
        raise DescriptionError(name_skips(findings, resolver))


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking over a growing document time and again: nothing of it is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
