"""A version of a description that has been read: its document, and the client that it becomes."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from specloom.diff.documents.remarks import Remarks, list_remarks
from specloom.findings import DescriptionError, Finding
from specloom.ir.published import build_published
from specloom.record import record
from specloom.spec import Description, load_description

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.diff.revision import Version
    from specloom.ir.api import Api
    from specloom.ir.surface import Surface
    from specloom.spec.document import Document


_HARMLESS: Final = frozenset({"missing-member", "wrong-type", "wrong-tag", "wrong-component-name"})
"""Rules of errors with which a client can be made, if they are tolerated at all."""


@record
class Loaded:
    """What became of a version. Can be sent to another process."""

    version: Version
    document: Document | None = None
    """None: it cannot be used."""
    api: Api | None = None
    """None: no client can be made of it."""
    surface: Surface | None = None
    """What callers see of that client."""
    findings: tuple[Finding, ...] = ()
    """Why there is no document, or no client."""
    remarks: Remarks | None = None
    """What it says besides; None where there is no document."""
    tolerated: tuple[Finding, ...] = ()
    """What is wrong with it, and is no reason not to compare it."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Names that stay as they were published → what the description calls the same."""


def load_version(version: Version) -> Loaded:
    """Read a version. What is wrong with it is part of the answer."""
    try:
        description = _load(version)
    except DescriptionError as error:
        return Loaded(version, findings=error.findings)
    document = description.document
    loaded = Loaded(version, document, remarks=list_remarks(description.index), tolerated=description.tolerated)
    if any(finding.rule not in _HARMLESS for finding in loaded.tolerated):
        return replace(loaded, findings=loaded.tolerated)
    try:
        client = build_published(description, version.target, version.published)
        return replace(loaded, api=client.api, surface=client.surface, moved=client.moved)
    except DescriptionError as error:
        return replace(loaded, findings=error.findings)


def _load(version: Version) -> Description:
    """Load a version; where an operation to skip or keep does not exist in it, all of it."""
    show, target = version.show if version.top else None, version.target
    try:
        return load_description(target, show=show, is_past=version.is_past)
    except DescriptionError as error:
        if {finding.rule for finding in error.findings} != {"unknown-operation"}:
            raise
        return load_description(replace(target, skip=(), only=()), show=show, is_past=version.is_past)
