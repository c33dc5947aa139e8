"""A version of a description that has been read: its document, and the client that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from specloom.diff.client.client import HTTP_LIBRARY, PACKAGE
from specloom.diff.client.compare import compare_surfaces
from specloom.diff.documents.compare import DocumentChanges, compare_descriptions
from specloom.diff.documents.extensions import what_happened
from specloom.diff.documents.remarks import Remarks, list_different_remarks, list_remarks
from specloom.diff.traced import TracedClient
from specloom.diff.vocabulary import Change, SymbolChange
from specloom.findings import DescriptionError, Finding, Location
from specloom.forked import forked
from specloom.ir.published import Client, build_published, load_published, name_documents
from specloom.record import record, replace
from specloom.source import SourceFile
from specloom.spec.assumptions import Assumption, Assumptions
from specloom.spec.document import ABSENT, Document
from specloom.spec.files import Retrieval
from specloom.spec.load import Description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from specloom.diff.revision import Version


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
    """What it says besides; None where it was read to be compared."""
    tolerated: tuple[Finding, ...] = ()
    """What is wrong with it, and is no reason not to compare it."""
    assumed: tuple[Assumption, ...] = ()
    """What is wrong with it as well, and what is compared in its place."""
    unknown: frozenset[str] = frozenset()
    """The operations to skip or to keep that it does not have."""
    files: tuple[SourceFile, ...] = ()
    """Its documents; none where it cannot be used."""


class Differences(NamedTuple):
    """What two versions differ in, before anything is made of it."""

    documents: DocumentChanges
    """Of the documents, and of how clients are made: see `compare_descriptions` and `compare_targets`."""
    symbols: tuple[SymbolChange, ...]
    """Of the clients: see `compare_surfaces`; none where one version has no client."""
    traced: tuple[TracedClient, TracedClient] | None = None
    """Both clients with what they are made from; None where that is not known yet."""


class Made(NamedTuple):
    """What a version of a description was read and made into."""

    description: Description
    client: Client


class Versions(NamedTuple):
    """Two versions of a description that are to be compared, each of which need not be there."""

    old: Loaded | None
    new: Loaded | None
    differences: Differences | None = None
    """None where one of them cannot be read."""


def load_version(version: Version) -> Loaded:
    """Read a version. What is wrong with it is part of the answer."""
    read = _read(version)
    return replace(_with_client(read), remarks=list_remarks(read.description.index) if read.description else None)


def load_versions(versions: tuple[Version | None, Version | None], made: Made | None = None) -> Versions:
    """Read the versions of a description, as `load_version`, and compare what they say.

    They share most of their files, which are read once, and most of what they say. Where they are large, another
    process makes the client of the old one while the new one is read, and a third one compares the documents. `made` is
    what the new one has been read and made into, if it has.
    """
    old, new = versions
    if old is None or new is None:
        return Versions(_with_client(_read(old)) if old else None, _with_client(_read(new)) if new else None)
    was = _read(old)
    with forked(lambda: _with_client(was), worth=was.is_large, shared=_parts(was)) as client_made:
        now = _loaded(new, made.description) if made else _read(new)
        if was.description is None or now.description is None:
            return Versions(client_made(), _with_client(now))
        documents = was.description.document, now.description.document
        indexes = was.description.index, now.description.index
        is_large, parts = was.is_large or now.is_large, (*_parts(was), *_parts(now))

        def compare() -> DocumentChanges:
            return compare_descriptions(*documents, list_different_remarks(*indexes))

        with forked(compare, worth=is_large, shared=parts) as compared:
            before = client_made()
            after = replace(now.loaded, client=made.client) if made else _with_client(now)
            symbols = compare_clients(before, after)
            # The documents take longer than the clients, so that this costs nothing where they are large.
            traced = trace_clients(before, after) if symbols else None
            for client in traced if traced and is_large else ():
                client.look_up()
            told = compared()
            was_made, is_made = before.version.target, after.version.target
            if before.client and after.client and before.client.api.package == after.client.api.package:
                is_made = replace(is_made, package=was_made.package)
            changes = (*compare_targets(was_made, is_made, documents[1].location), *told.changes)
            differences = Differences(told._replace(changes=changes), symbols, traced)
    return Versions(before, after, differences)


def compare_targets(old: Target, new: Target, around: Location) -> Iterator[Change]:
    """Yield what is different about how clients are made; it is placed `around` where no settings say it."""
    sends = f"the client sends its requests by {new.http}, not by {old.http}"
    called = f"'package' of the settings {what_happened(old.package, new.package)}"
    said = (
        ("http-library-changed", HTTP_LIBRARY, sends, old.http, new.http),
        ("package-name-changed", PACKAGE, called, old.package, new.package),
    )
    for fact, subject, message, before, after in said:
        if before != after:
            (place, *_) = (*new.stated(subject[-1]), around)
            values = (ABSENT if before is None else before), (ABSENT if after is None else after)
            yield Change(fact, subject, message, *values, location=place)


def compare_clients(old: Loaded, new: Loaded) -> tuple[SymbolChange, ...]:
    """Return what is different between the clients of two versions; nothing where one has none."""
    return compare_surfaces(old.client.surface, new.client.surface) if old.client and new.client else ()


def trace_clients(old: Loaded, new: Loaded) -> tuple[TracedClient, TracedClient] | None:
    """Return what the clients of two versions are made from; None where one has none."""
    if old.client is None or new.client is None:
        return None
    return TracedClient("old", old.client.surface, old.document), TracedClient("new", new.client.surface, new.document)


class _Read(NamedTuple):
    loaded: Loaded
    """A version, without its client and its remarks."""
    description: Description | None = None
    """What these are made from; None where it cannot be used."""

    @property
    def is_large(self) -> bool:
        return self.description is not None and self.description.index.is_large


def _parts(read: _Read) -> tuple[object, ...]:
    """Return what all that is made from a version may have in it, and is the same in another process."""
    description = read.description
    return (*description.files, *description.overlays, description.document) if description else ()


def _read(version: Version) -> _Read:
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
        return _Read(Loaded(version, findings=error.findings))
    return _loaded(version, description, missed, assumptions.all if assumptions else ())


def _loaded(
    version: Version, description: Description, missed: tuple[Finding, ...] = (), assumed: tuple[Assumption, ...] = ()
) -> _Read:
    loaded = Loaded(
        version,
        description.document,
        findings=missed,
        tolerated=description.tolerated,
        assumed=assumed,
        unknown=description.index.selection.unknown,
        files=description.files,
    )
    return _Read(loaded, description)


def _with_client(read: _Read) -> Loaded:
    """Return a version with the client that it becomes, or why none can be made of it."""
    loaded, description = read
    if description is None:
        return loaded
    if any(finding.rule not in _HARMLESS for finding in loaded.tolerated):
        return replace(loaded, findings=loaded.tolerated)
    version = loaded.version
    try:
        client = build_published(description, version.target, version.published)
    except DescriptionError as error:
        return replace(loaded, findings=error.findings)
    if version.is_generated and version.published is not None:
        names = name_documents(description, version.target)
        if not version.published.holds(client.surface, names):  # another Specloom made it
            surface = version.published.surface_in({names[file.name]: file for file in description.files})
            client = client._replace(surface=surface)
    return replace(loaded, client=client)


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
    show = version.show if version.top else None
    retrieval = Retrieval(show, is_past=version.is_past, is_compared=True, assumptions=assumptions)
    return load_published(version.target, version.published, retrieval)
