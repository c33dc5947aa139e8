"""Rules about the document as a whole, and that one which says how it knows things says it everywhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from specloom.findings import Severity, place_of
from specloom.ir.build_servers import has_address, root_server
from specloom.lint.context import LintContext, LintRule, Observation
from specloom.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADVICE: Final = "add x-specloom: {evidence: {kind: documented, source: …}}"


def _missing_evidence(context: LintContext) -> Iterator[Observation]:
    if not any("evidence" in members for members in context.extensions.values()):
        return
    document = context.document
    if "evidence" not in document.extension:
        yield Observation("the document does not say how it is known", document.location, _ADVICE)
    for operation in (*document.operations, *(each for several in document.webhooks.values() for each in several)):
        if "evidence" not in operation.extension:
            message = f"{operation.route} does not say how it is known"
            yield Observation(message, operation.location.key(), _ADVICE, habit="operations")
    seen = set()
    for named in document.schemas.values():
        schema = named.schema
        if schema.ref is None and "evidence" not in schema.extension and place_of(schema.location) not in seen:
            seen.add(place_of(schema.location))
            message = f"the schema {quoted(named.name)} does not say how it is known"
            yield Observation(message, schema.location.key(), _ADVICE, habit="schemas")


EVIDENCE_RULES: Final = (
    LintRule(
        "missing-evidence",
        Severity.WARNING,
        "evidence",
        "The document, an operation or a named schema has no evidence, though something in the description has some.",
        "A reviewer cannot tell what the vendor documents from what somebody guessed.",
        _missing_evidence,
    ),
)


_VERSION: Final = re.compile(r"v?\d+(\.\d+)*([-+].+)?|\d{4}-\d\d(-\d\d)?")


def _version(context: LintContext) -> Iterator[Observation]:
    for info in context.objects("Info"):
        version = info.text("version")
        if info.file is context.index.resolver.files.entry and not _VERSION.fullmatch(version):
            message = f"{quoted(version)} is no version to count on"
            yield Observation(message, info.location.at("version"), "write a number such as 1.4.0, or a date")


def _server(context: LintContext) -> Iterator[Observation]:
    root = root_server(context.document)
    if not any(map(has_address, (*context.document.servers, root))):
        message = "no server has an address, so callers must pass base_url"
        is_swagger = context.index.root.file.version == "2.0"
        advice = "add host: api.example.com, and schemes: [https]" if is_swagger else "add servers: [{url: https://…}]"
        yield Observation(message, context.document.location, advice)


DOCUMENT_RULES: Final = (
    LintRule(
        "uncountable-version",
        Severity.WARNING,
        "document",
        "The document's version is neither a number nor a date.",
        "Nobody can tell which of two descriptions is the newer one, and diff cannot suggest the next.",
        _version,
    ),
    LintRule(
        "missing-server",
        Severity.NOTE,
        "document",
        "No server has an absolute address.",
        "The client cannot know whom to call.",
        _server,
    ),
)
