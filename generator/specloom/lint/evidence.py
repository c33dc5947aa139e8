"""The rule about evidence: a description that says how it knows things says it everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.findings import Severity
from specloom.lint.material import Material, place_of
from specloom.lint.rule import LintRule, Observation
from specloom.messages import shown

__all__ = ["EVIDENCE_RULES"]

_ADVICE: Final = "add x-specloom: {evidence: {kind: documented, source: …}}"


def _missing_evidence(material: Material) -> Iterator[Observation]:
    if not any("evidence" in members for members in material.extensions.values()):
        return
    document = material.document
    if "evidence" not in document.extension:
        yield Observation("the document does not say how it is known", document.location, _ADVICE)
    for operation in (*document.operations, *(each for several in document.webhooks.values() for each in several)):
        if "evidence" not in operation.extension:
            yield Observation(f"{operation.route} does not say how it is known", operation.location.key(), _ADVICE)
    seen = set()
    for named in document.schemas.values():
        schema = named.schema
        if schema.ref is None and "evidence" not in schema.extension and place_of(schema.location) not in seen:
            seen.add(place_of(schema.location))
            message = f"the schema {shown(named.name)} does not say how it is known"
            yield Observation(message, schema.location.key(), _ADVICE)


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
