"""The way from a path to a resolved document, stage after stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from specloom.findings import DescriptionError, Finding, Pointer, Severity
from specloom.messages import shown_path
from specloom.progress import tell_progress
from specloom.record import record, replace
from specloom.source import SourceFile
from specloom.spec.check_links import check_link_objects, check_links
from specloom.spec.check_schemas import check_schemas
from specloom.spec.cycles import check_endless, find_cycles
from specloom.spec.document import Document
from specloom.spec.extension import check_extensions, check_pagination
from specloom.spec.files import AS_IT_LIES, Files, Retrieval
from specloom.spec.index import DocumentIndex, index_description
from specloom.spec.objects import OBJECTS
from specloom.spec.parse import parse_document
from specloom.spec.relations import check_references, check_relations
from specloom.spec.resolve import Resolver
from specloom.spec.select import WEBHOOKS, Calls, offer_skips, operation_places, select_operations
from specloom.spec.value_types import ScalarValue
from specloom.targets.target import Target


@record
class Description:
    """A description that can be worked with."""

    document: Document
    found: tuple[Finding, ...]
    """What is odd about it, as it was found."""
    files: tuple[SourceFile, ...]
    """Every document that was read, the entry document first."""
    overlays: tuple[SourceFile, ...]
    """What was laid over them, in this order."""
    index: DocumentIndex = field(repr=False)
    """What was seen on the way: every object as it is written, and what refers to what."""
    tolerated: tuple[Finding, ...] = ()
    """The errors that did not stop, because the description is of the past and they decide no type."""

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What is odd about it, sorted: for which the places are looked up."""
        return tuple(sorted(self.found, key=lambda finding: finding.sort_key))


def load_description(target: Target, retrieval: Retrieval = AS_IT_LIES, *, calls: Calls | None = None) -> Description:
    """Read, check and resolve the OpenAPI description (2.0, 3.0, 3.1 or 3.2) that a target names.

    Args:
        target: Its entry document, the folder that references may not leave, the overlays, and which operations to
            skip, as if they were not written, or to keep: the others are checked and then left out.
        retrieval: How its documents are come by.
        calls: What gives the calls of the client that the description becomes, for the target may keep operations by
            these; see `specloom.ir.published.load_published`.

    Raises:
        DescriptionError: The description cannot be used, or the target skips or keeps what does not exist. Objects and
            references are checked first, then what they say about each other; the error carries all findings of the
            stage that failed, warnings among them.
    """
    index, warnings, tolerated = load_index(target, retrieval, calls=calls)
    document, ignored = parse_document(index)
    if target.only and WEBHOOKS not in target.only:
        document = replace(document, webhooks={}, skipped_webhooks=document.webhooks)
    files = index.resolver.files
    return Description(document, (*warnings, *ignored), files.sources, files.overlays.sources, index, tolerated)


def load_index(
    target: Target, retrieval: Retrieval = AS_IT_LIES, *, calls: Calls | None = None
) -> tuple[DocumentIndex, list[Finding], tuple[Finding, ...]]:
    """Read and check a description. Takes what `load_description` takes, and raises what that raises.

    Returns:
        What is written in it, warnings, and the errors that did not stop: of a description of the past those that
        decide no type.
    """
    tell_progress(f"reading {retrieval.name(target.spec) or shown_path(target.spec)}")
    tolerated: list[Finding] | None = [] if retrieval.is_past else None
    try:
        files = Files(target, retrieval)
    except DescriptionError as error:
        raise _named_in_settings(error, target) from None
    selection, findings = select_operations(Resolver(files), target.skip, target.only, calls, target.stated)
    findings = [] if retrieval.is_compared else findings
    resolver = Resolver(files, selection.unused)
    index = index_description(resolver, selection)
    findings += [*files.overlays.check(), *files.identifiers.findings, *index.findings, *check_references(index)]
    findings += [*check_extensions(index), *find_cycles(index)]
    findings = [finding for finding in findings if selection.concerns(finding.location)]
    findings = _pass(findings, index, tolerated, target)
    findings += [*check_relations(index), *check_schemas(index), *check_endless(index)]
    findings += [*check_pagination(index), *check_links(index), *check_link_objects(index)]
    return index, _pass(findings, index, tolerated, target), tuple(tolerated or ())


def _pass(
    findings: list[Finding], index: DocumentIndex, tolerated: list[Finding] | None, target: Target
) -> list[Finding]:
    """Return the findings of a stage that let a description pass, with the version of OpenAPI by which it is judged.

    Raises:
        DescriptionError: Some do not.
    """
    version = index.root.file.version
    found = [
        finding if finding.version else replace(finding, version=version)
        for finding in _tolerate(findings, index, tolerated)
    ]
    if any(finding.severity.stops for finding in found):
        raise DescriptionError(offer_skips(found, lambda: operation_places(index.resolver), target))
    return found


def _named_in_settings(error: DescriptionError, target: Target) -> DescriptionError:
    """Return the error with the place in the settings where a file that is not there is named."""
    named_files = (("spec", target.spec), *(("overlay", each) for each in target.overlay))
    missing = next((key for key, path in named_files if not path.is_file()), None)
    if missing is None:
        return error
    named = target.stated(missing)
    again = f"fetch it again with: specloom update {target.name}" if missing == "spec" and target.upstream else ""
    return DescriptionError(
        replace(finding, help=again or finding.help, related=(*finding.related, *named)) for finding in error.findings
    )


_DECIDE_NO_TYPE: Final = frozenset(
    {
        "duplicate-operation-id", "unknown-security-scheme", "undeclared-server-variable", "undeclared-path-parameter",
        "unused-path-parameter", "optional-path-parameter", "wrong-component-name", "wrong-status-code", "wrong-tag",
        "wrong-pattern", "wrong-default", "duplicate-identifier",
    }
)  # fmt: skip
"""Rules of errors that say nothing about types, whatever they are found in.

Of two schemas with one identifier, references mean the one that is read first.
"""
_LACKING: Final = frozenset(
    {
        "OpenAPI", "Info", "Contact", "License", "Tag", "External Documentation", "Server", "Operation", "Response",
        "Link", "Example", "XML",
    }
)  # fmt: skip
"""The kinds of objects that can be compared without a member that they need."""


_LIMITS: Final = (ScalarValue("boolean"), ScalarValue("count"), ScalarValue("number"))


def _tolerate(findings: list[Finding], index: DocumentIndex, tolerated: list[Finding] | None) -> list[Finding]:
    """Return the findings without the errors that decide no type, which are put apart; all if none is tolerated."""
    if tolerated is None or not any(finding.severity is Severity.ERROR for finding in findings):
        return findings
    kinds = {(node.location.document.name, node.written): kind for kind, nodes in index.nodes.items() for node in nodes}
    left: list[Finding] = []
    for finding in findings:
        is_tolerated = finding.severity is Severity.ERROR and _decides_no_type(finding, kinds)
        (tolerated if is_tolerated else left).append(finding)
    return left


def _decides_no_type(finding: Finding, kinds: Mapping[tuple[str, Pointer], str]) -> bool:
    place, pointer = finding.location.document.name, finding.location.pointer
    owner = kinds.get((place, pointer[:-1]), "") if pointer else ""
    match finding.rule:
        case "missing-member":
            return kinds.get((place, pointer)) in _LACKING
        case "wrong-type" if owner:
            return _is_limit(owner, pointer[-1])
        case "wrong-value":
            return owner == "Server Variable"
        case rule:
            return rule in _DECIDE_NO_TYPE


def _is_limit(owner: str, name: str) -> bool:
    """Tell whether a member of an object is for readers, or a flag or a number that makes no other type of a value."""
    member = OBJECTS[owner].members.get(name)
    if member is None:
        return False
    if owner in _LACKING or (member.documents and owner != "Schema"):
        return isinstance(member.value_type, ScalarValue)
    return name != "required" and member.value_type in _LIMITS
