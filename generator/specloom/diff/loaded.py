"""A version of a description that has been read: its document, and the client that it becomes."""

from __future__ import annotations

from dataclasses import field, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from specloom.diff.documents.remarks import Remarks, list_remarks
from specloom.findings import DescriptionError, Finding
from specloom.ir.published import build_published
from specloom.record import record
from specloom.spec import Description, load_description
from specloom.spec.assumptions import Assumption, Assumptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.diff.revision import Version
    from specloom.ir.api import Api
    from specloom.spec.document import Document


_HARMLESS: Final = frozenset({"missing-member", "wrong-type", "wrong-tag", "wrong-component-name"})
"""Rules of errors with which a client can be made, if they are tolerated at all."""
_MOST_TIMES: Final = 12
"""How often a version is read, each time with other assumptions: what is wrong mostly shows the first time."""


@record
class Loaded:
    """What became of a version. Can be sent to another process."""

    version: Version
    document: Document | None = None
    """None: it cannot be used."""
    api: Api | None = None
    """None: no client can be made of it."""
    findings: tuple[Finding, ...] = ()
    """Why there is no document, or no client."""
    remarks: Remarks | None = None
    """What it says besides; None where there is no document."""
    tolerated: tuple[Finding, ...] = ()
    """What is wrong with it, and is no reason not to compare it."""
    assumed: tuple[Assumption, ...] = ()
    """What is wrong with it as well, and what is compared in its place."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Names that stay as they were published → what the description calls the same."""


def load_version(version: Version) -> Loaded:
    """Read a version. What is wrong with it is part of the answer."""
    assumptions = Assumptions(version.target.spec, *version.successor) if version.successor else None
    try:
        description = _load_assuming(version, assumptions) if assumptions else _load(version)
    except DescriptionError as error:
        return Loaded(version, findings=error.findings)
    document, remarks = description.document, list_remarks(description.index)
    assumed = assumptions.all if assumptions else ()
    loaded = Loaded(version, document, remarks=remarks, tolerated=description.tolerated, assumed=assumed)
    if any(finding.rule not in _HARMLESS for finding in loaded.tolerated):
        return replace(loaded, findings=loaded.tolerated)
    try:
        client = build_published(description, version.target, version.published)
        return replace(loaded, api=client.api, moved=client.moved)
    except DescriptionError as error:
        return replace(loaded, findings=error.findings)


def _load_assuming(version: Version, assumptions: Assumptions) -> Description:
    """Load a version of the past; what stops is assumed to be something else, until nothing does.

    Raises:
        DescriptionError: Nothing can be assumed, or it does not help: what was wrong from the beginning.
    """
    first: DescriptionError | None = None
    for _ in range(_MOST_TIMES):
        try:
            return _load(version, assumptions)
        except DescriptionError as error:
            first = first or error
            if not assumptions.add(error.findings):
                break
    raise first or DescriptionError(())


def _load(version: Version, assumptions: Assumptions | None = None) -> Description:
    """Load a version; where an operation to skip or keep does not exist in it, all of it."""
    show, target = version.show if version.top else None, version.target
    load = partial(load_description, show=show, is_past=version.is_past, assumptions=assumptions)
    try:
        return load(target)
    except DescriptionError as error:
        if {finding.rule for finding in error.findings} != {"unknown-operation"}:
            raise
        return load(replace(target, skip=(), only=()))
