"""Leaves operations out: a skipped one counts as not written, so that nothing in it has to be right or supported."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from specloom.findings import Finding, Location, Severity
from specloom.messages import did_you_mean
from specloom.spec.files import Refusal
from specloom.spec.node import Node
from specloom.spec.objects import METHODS
from specloom.spec.resolve import Resolver

__all__ = ["WEBHOOKS", "name_skips", "skip_operations"]

WEBHOOKS: Final = "webhooks"
"""The entry of `only` that keeps the description's webhooks."""


@dataclass(frozen=True, slots=True)
class _Use:
    """An operation where a path has it. Nothing of it has been checked."""

    path: str
    method: str
    nodes: tuple[Node, ...]
    """The Operation Object, behind the references that lead to it."""
    resource: tuple[str, ...]
    """The texts that the names of its resource are made from, the outermost first."""

    @property
    def route(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def operation_id(self) -> str:
        return self.nodes[-1].text("operationId")


def skip_operations(resolver: Resolver, skip: Collection[str], only: Collection[str] = ()) -> Iterator[Finding]:
    """Make `resolver` leave operations out; yield a finding for each entry of `skip` and `only` that is none.

    Args:
        resolver: For a description that need not have been checked.
        skip: The operations, each by its operationId or its route: `GET /orders`.
        only: The operations to keep, named likewise or by their resource (`orders` with all that hangs under it,
            `orders.lines`); all when empty. The others are checked all the same, for links and names may lead through
            them. Webhooks are kept where it is empty or has `webhooks`.
    """
    if not skip and not only:
        return
    uses = list(_uses(resolver))
    skipped = [use for use in uses if use.operation_id in skip or use.route in skip]
    kept = [use for use in uses if use not in skipped]
    chosen = [use for use in kept if not only or any(_is_chosen(use, entry) for entry in only)]
    resolver.skipped = {use.route: use.operation_id for use in uses if use not in chosen}
    used = {node.key for use in kept for node in use.nodes}
    resolver.unused = frozenset(node.key for use in skipped for node in use.nodes) - used
    place = resolver.files.entry.root.location.at("paths")
    known = {name for use in uses for name in (use.operation_id, use.route)}
    for entry in skip:
        if entry not in known:
            message = f"there is no operation {entry!r} to skip"
            advice = "name it by its operationId, or by its route as in 'GET /orders'"
            yield Finding("unknown-operation", Severity.ERROR, message, place, help=advice)
    has_webhooks = bool(resolver.files.entry.root.get("webhooks"))
    for entry in only:
        if not (entry == WEBHOOKS and has_webhooks) and not any(_is_chosen(use, entry) for use in uses):
            message = f"there is no operation or resource {entry!r} to keep"
            advice = did_you_mean(entry, sorted(known | {".".join(use.resource) for use in uses} - {""}))
            other = "name operations by operationId, route as in 'GET /orders', or resource"
            yield Finding("unknown-operation", Severity.ERROR, message, place, help=advice or other)


def _is_chosen(use: _Use, entry: str) -> bool:
    resource = tuple(map(_folded, entry.split(".")))
    return entry in {use.operation_id, use.route} or use.resource[: len(resource)] == resource


def name_skips(findings: Iterable[Finding], resolver: Resolver) -> Iterator[Finding]:
    """Yield the findings; for what is not supported inside an operation, the help says how to leave that one out."""
    uses: list[_Use] | None = None
    for finding in findings:
        if finding.severity is Severity.UNSUPPORTED:
            uses = list(_uses(resolver)) if uses is None else uses
            around = [use for use in uses if any(_holds(node.location, finding.location) for node in use.nodes)]
            names = [f"--skip {use.operation_id or repr(use.route)}" for use in around]
            advice = f"leave the operation out: {' '.join(dict.fromkeys(names))}" if names else ""
            yield replace(finding, help=", or ".join(filter(None, (finding.help, advice))))
        else:
            yield finding


def _holds(outer: Location, inner: Location) -> bool:
    return outer.source is inner.source and inner.pointer[: len(outer.pointer)] == outer.pointer


def _uses(resolver: Resolver) -> Iterator[_Use]:
    root = resolver.files.entry.root
    tags = {tag.text("name"): _own_text(tag, "name") or tag.text("name") for tag in root.list("tags")}
    for path, item in root.items("paths"):
        seen: set[str] = set()
        for owner in _chain(item, "Path Item", resolver):
            for method, node in owner.children:
                if method in METHODS and method not in seen:
                    seen.add(method)
                    nodes = tuple(_chain(node, "Operation", resolver))
                    yield _Use(path, method, nodes, _resource(path, nodes[-1], tags))


def _resource(path: str, operation: Node, tags: Mapping[str, str]) -> tuple[str, ...]:
    """Return where the operation hangs, as the IR has it: `x-specloom.resource`, first tag, or first fixed segment."""
    tag = next((str(tag.value) for tag in operation.list("tags")), "")
    segment = next((part for part in path.split("/") if part and "{" not in part), "root")
    chosen = _own_text(operation, "resource")
    return tuple(map(_folded, chosen.split(".") if chosen else [tags.get(tag, tag) or segment]))


def _own_text(node: Node, member: str) -> str:
    extension = node.get("x-specloom")
    return extension.text(member) if extension else ""


def _folded(name: str) -> str:
    """Return what a resource's name and the text that it is made from have in common."""
    return re.sub(r"[\W_]+", "", name).casefold()


def _chain(node: Node, kind: str, resolver: Resolver) -> Iterator[Node]:
    """Yield a value and what its references lead to, as far as they lead anywhere."""
    seen = set()
    while node.key not in seen:
        seen.add(node.key)
        yield node
        try:
            node = resolver.target(node, kind)
        except Refusal:
            return
