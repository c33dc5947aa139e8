"""Checks that Link Objects name operations of the description (OpenAPI 3.1, 4.8.20).

Clients follow no links, so what is wrong with one is a warning: it costs no call.
"""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from specloom.findings import Finding, Severity
from specloom.messages import did_you_mean, quoted
from specloom.source import render_pointer
from specloom.spec.identifiers import join
from specloom.spec.routes import METHODS
from specloom.spec.select import list_operations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from specloom.spec.index import DocumentIndex
    from specloom.spec.node import Node

_MOST_ADVICE: Final = 20
"""Looking for similar names takes long; nobody needs it for each of many."""


def check_link_objects(index: DocumentIndex) -> list[Finding]:
    """Return which Link Objects name an operation that there is not. Operations that are left out are there."""
    found = _unknown(index) if index.objects("Link") else iter(())
    with_advice = [_warning(*each, near=True) for each in islice(found, _MOST_ADVICE)]
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
