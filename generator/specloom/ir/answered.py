"""Which schemas of a document stand in answers."""

from __future__ import annotations

from specloom.spec.document import Document

__all__ = ["answered_keys"]


def answered_keys(document: Document) -> frozenset[str]:
    """Return the keys of all schemas that some response or webhook refers to, however indirectly."""
    webhooks = [operation for several in document.webhooks.values() for operation in several]
    contents = [response.content for operation in document.operations for response in operation.responses]
    contents += [webhook.request_body.content for webhook in webhooks if webhook.request_body is not None]
    waiting = [media.schema for content in contents for media in content.values() if media.schema is not None]
    found: set[str] = set()
    while waiting:
        schema = waiting.pop()
        if schema.ref is not None and schema.ref not in found:
            found.add(schema.ref)
            waiting.append(document.schemas[schema.ref].schema)
        waiting += schema.children.values()
    return frozenset(found)
