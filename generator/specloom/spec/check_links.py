"""Checks what `x-specloom` says of links, expansion and searches against the rest of the description."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.findings import Finding, Severity
from specloom.graph import reach
from specloom.messages import did_you_mean, quoted
from specloom.spec.keywords import COMBINING
from specloom.spec.named import list_mentions
from specloom.spec.node import error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.spec.index import DocumentIndex
    from specloom.spec.node import Node


def check_links(index: DocumentIndex) -> list[Finding]:
    """Return the names of schemas and grammars that mean nothing or too much, and links that are none."""
    extension = index.root.get("x-specloom")
    links = extension.get("links") if extension else None
    grammars = dict(extension.items("search")) if extension else {}
    findings = [finding for mention in list_mentions(index.extensions) for finding in _check_name(mention, index)]
    for schema in index.objects("Schema"):
        if (own := schema.get("x-specloom")) and (link := own.get("link")):
            findings.extend(_check_link(schema, link, links, index))
    for parameter in index.objects("Parameter"):
        if (own := parameter.get("x-specloom")) and (search := own.get("search")):
            grammar = search.text("grammar")
            if grammar not in grammars:
                message = f"there is no search grammar {quoted(grammar)}"
                advice = did_you_mean(grammar, grammars) or "declare it in the document's x-specloom under 'search'"
                findings.append(error("wrong-search", message, search.get("grammar") or search, advice))
    return findings


def _check_name(mention: Node, index: DocumentIndex) -> Iterator[Finding]:
    name = str(mention.value)
    found = index.mentioned.get(name, [])
    rule = "wrong-link" if mention.pointer[-2] != "expand" else "wrong-expand"
    if not found:
        advice = did_you_mean(name, _schema_names(index)) or "name a schema of a file that references lead to"
        yield error(rule, f"there is no schema {quoted(name)}", mention, advice)
    elif len(found) > 1:
        first, *others = (node.location for node in found)
        message = f"there are {len(found)} schemas {quoted(name)}"
        advice = "rename one of them: a name has to mean one schema here"
        yield Finding(rule, Severity.ERROR, message, mention.location, (first, *others), advice)


def _schema_names(index: DocumentIndex) -> list[str]:
    """Return the names by which schemas can be called."""
    targets = (node for _, node in index.references if index.kinds.get(node.key) == "Schema")
    beside = (
        node
        for node in index.objects("Schema")
        if len(node.pointer) == 1 or node.pointer[:-1] == ("components", "schemas")
    )
    return sorted({node.own_name for node in (*targets, *beside)})


def _check_link(schema: Node, link: Node, links: Node | None, index: DocumentIndex) -> Iterator[Finding]:
    if links is None:
        advice = "declare it in the document's x-specloom: links: {schema: Link, href: /href}"
        yield error("wrong-link", "nothing says what links look like", link, advice)
        return
    shapes = index.mentioned.get(links.text("schema"), [])
    if len(shapes) == 1 and not _refers(schema, shapes[0], index):
        message = f"this is no link: it does not refer to {quoted(links.text('schema'))}"
        yield error("wrong-link", message, link, "put 'link' beside the reference to the link's schema")


def _refers(schema: Node, shape: Node, index: DocumentIndex) -> bool:
    """Tell whether a schema is the link's schema, by its reference or in a branch."""
    written = reach([schema], lambda here: here.schemas(COMBINING), lambda here: here.key)
    return any(here.reference and index.resolver.follow(here, "Schema").key == shape.key for here in written)
