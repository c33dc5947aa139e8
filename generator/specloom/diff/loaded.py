"""A version of a description that has been read: its document, and the client that it becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from specloom.diff.documents.remarks import Remarks, list_different_remarks, list_remarks
from specloom.findings import DescriptionError, Finding
from specloom.ir.published import build_published, load_published
from specloom.record import record, replace
from specloom.spec import Description
from specloom.spec.assumptions import Assumption, Assumptions
from specloom.spec.retrieval import Retrieval

if TYPE_CHECKING:
    from specloom.diff.revision import Version
    from specloom.ir.api import Api
    from specloom.ir.published import Client
    from specloom.spec.document import Document
    from specloom.spec.index import DocumentIndex


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
    client: Client | None = None
    """None: no client can be made of it."""
    findings: tuple[Finding, ...] = ()
    """Why there is no document, or no client; of a version with both, which actions of its overlays select nothing."""
    remarks: Remarks | None = None
    """What it says besides, or where it is compared to another version, what of that is different."""
    tolerated: tuple[Finding, ...] = ()
    """What is wrong with it, and is no reason not to compare it."""
    assumed: tuple[Assumption, ...] = ()
    """What is wrong with it as well, and what is compared in its place."""

    @property
    def api(self) -> Api | None:
        """What the client has; None where there is none."""
        return self.client.api if self.client else None


def load_version(version: Version) -> Loaded:
    """Read a version. What is wrong with it is part of the answer."""
    loaded, index = _read(version)
    return replace(loaded, remarks=list_remarks(index)) if index else loaded


def load_versions(versions: tuple[Version | None, Version | None]) -> tuple[Loaded | None, Loaded | None]:
    """Read the versions of a description that are to be compared, each of which need not be there, as `load_version`.

    They share most of their files, which are read once, and most of what they say.
    """
    old, new = (_read(version) if version else None for version in versions)
    if old is None or new is None or old[1] is None or new[1] is None:
        return old and old[0], new and new[0]
    before, after = list_different_remarks(old[1], new[1])
    return replace(old[0], remarks=before), replace(new[0], remarks=after)


def _read(version: Version) -> tuple[Loaded, DocumentIndex | None]:
    """Read a version; return it without its remarks, and what these are made from."""
    assumptions = Assumptions(version.target.spec, *version.successor) if version.successor else None
    missed: tuple[Finding, ...] = ()
    try:
        try:
            description = _load_assuming(version, assumptions) if assumptions else _load(version)
        except DescriptionError as error:
            if version.is_past or any(finding.rule != "overlay-mismatch" for finding in error.findings):
                raise
            description, missed = _load_without_what_is_gone(version), error.findings
    except DescriptionError as error:
        return Loaded(version, findings=error.findings), None
    index = description.index
    assumed = assumptions.all if assumptions else ()
    loaded = Loaded(version, description.document, findings=missed, tolerated=description.tolerated, assumed=assumed)
    if any(finding.rule not in _HARMLESS for finding in loaded.tolerated):
        return replace(loaded, findings=loaded.tolerated), index
    try:
        return replace(loaded, client=build_published(description, version.target, version.published)), index
    except DescriptionError as error:
        return replace(loaded, findings=error.findings), index


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


def _load_without_what_is_gone(version: Version) -> Description:
    """Load a version without the actions of its overlays that select nothing, as an older one would be.

    Raises:
        DescriptionError: It cannot be used all the same.
    """
    description = _load(replace(version, is_past=True))
    if description.tolerated:
        raise DescriptionError(description.tolerated)
    return description


def _load(version: Version, assumptions: Assumptions | None = None) -> Description:
    """Load a version; where an operation to skip or keep does not exist in it, all of it."""
    target, show = version.target, version.show if version.top else None
    retrieval = Retrieval(show, is_past=version.is_past, assumptions=assumptions)
    try:
        return load_published(target, version.published, retrieval)
    except DescriptionError as error:
        if {finding.rule for finding in error.findings} != {"unknown-operation"}:
            raise
        return load_published(replace(target, skip=(), only=()), version.published, retrieval)
