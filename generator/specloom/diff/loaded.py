"""A version of a description that has been read: its document, and the client that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from specloom.diff.documents.remarks import Remarks, list_remarks
from specloom.findings import DescriptionError, Finding
from specloom.ir.build import build_api
from specloom.spec import Description, load_description

if TYPE_CHECKING:
    from specloom.diff.revision import Version
    from specloom.ir.api import Api
    from specloom.spec.document import Document


@dataclass(frozen=True, slots=True)
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


def load_version(version: Version) -> Loaded:
    """Read a version. What is wrong with it is part of the answer."""
    try:
        description = _load(version)
    except DescriptionError as error:
        return Loaded(version, findings=error.findings)
    document, remarks = description.document, list_remarks(description.index)
    try:
        return Loaded(version, document, build_api(document, package=version.target.package), remarks=remarks)
    except DescriptionError as error:
        return Loaded(version, document, findings=error.findings, remarks=remarks)


def _load(version: Version) -> Description:
    """Load a version; where an operation to skip or keep does not exist in it, all of it."""
    show, target = version.show if version.top else None, version.target
    try:
        return load_description(target, show=show, may_miss=version.may_miss)
    except DescriptionError as error:
        if {finding.rule for finding in error.findings} != {"unknown-operation"}:
            raise
        return load_description(replace(target, skip=(), only=()), show=show, may_miss=version.may_miss)
