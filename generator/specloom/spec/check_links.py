"""Checks what is said of links, expansion and searches against the rest of the description.

`x-specloom` says which schemas are links and what they lead to. Clients follow no Link Objects (OpenAPI 3.1, 4.8.20),
so what is wrong with one is a warning: it costs no call.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from urllib.parse import unquote

from specloom.findings import Finding, Severity
from specloom.graph import reach
from specloom.messages import did_you_mean, quoted
from specloom.source import render_pointer
from specloom.spec.identifiers import join
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import COMBINING
from specloom.spec.node import Node, error
from specloom.spec.resolve import MOST_ADVICE, list_mentions
from specloom.spec.routes import METHODS
from specloom.spec.select import list_operations


def check_links(index: DocumentIndex) -> list[Finding]:
    """Return the names of schemas and grammars that mean nothing or too much, and links that are none."""
    links, grammars = index.root.extension.get("links"), dict(index.root.extension.items("search"))
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


def check_link_objects(index: DocumentIndex) -> list[Finding]:
    """Return which Link Objects name an operation that there is not. Operations that are left out are there."""
    found = _unknown(index) if index.objects("Link") else iter(())
    with_advice = [_warning(*each, near=True) for each in islice(found, MOST_ADVICE)]
    return [*with_advice, *(_warning(*each, near=False) for each in found)]


def _unknown(index: DocumentIndex) -> Iterator[tuple[Node, Iterable[str], str]]:
    """Yield each name or reference that means no operation, those that would mean one, and what to do otherwise."""
    identifiers, places = _operations(index)
    for link in index.objects("Link"):
        name, reference = link.get("operationId"), link.get("operationRef")
        if name and isinstance(name.value, str) and name.value not in identifiers:
            yield name, identifiers, "write the operationId of an operation that is described"
        if reference and isinstance(reference.value, str):
            path, _, fragment = reference.value.partition("#")
            own = index.resolver.files.identifiers.find(join(link.file.uri, path) if path else link.file.uri)
            known = () if own is None else places.get(own.file.key, ())
            # What no reference has led to is another description, of which nothing is known.
            if own is not None and unquote(fragment) not in known:
                advice = "write where an operation stands, as in #/paths/~1orders~1{id}/get"
                yield reference, [f"{path}#{pointer}" for pointer in known], advice


def _operations(index: DocumentIndex) -> tuple[dict[str, None], dict[str, dict[str, None]]]:
    """Return the operationIds of all operations, and by the key of a file the pointers that lead to one."""
    listed = [
        (member, operation) for member in ("paths", "webhooks") for operation in list_operations(index.resolver, member)
    ]
    nodes = [*chain.from_iterable(operation.nodes for _, operation in listed), *index.objects("Operation")]
    places: dict[str, dict[str, None]] = {}
    for node in nodes:
        places.setdefault(node.file.key, {})[render_pointer(node.written)] = None
    for member, each in listed:  # also where the path item is a reference, behind which the operation stands
        method = (each.method,) if each.method in METHODS else ("additionalOperations", each.method)
        places.setdefault(index.root.file.key, {})[render_pointer((member, each.path, *method))] = None
    return dict.fromkeys(filter(None, (node.text("operationId") for node in nodes))), places


def _warning(said: Node, known: Iterable[str], advice: str, *, near: bool) -> Finding:
    message = f"a link names an operation that there is not: {quoted(said.value)}"
    help_ = (near and did_you_mean(str(said.value), known)) or advice
    return Finding("unresolved-link", Severity.WARNING, message, said.location, help=help_)
