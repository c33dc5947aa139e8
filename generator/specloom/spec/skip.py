"""Leaves operations out: a skipped one counts as not written, so that nothing in it has to be right or supported."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from specloom.findings import Finding, Location, Severity
from specloom.spec.files import Refusal
from specloom.spec.node import Node
from specloom.spec.objects import METHODS
from specloom.spec.resolve import Resolver

__all__ = ["name_skips", "skip_operations"]


@dataclass(frozen=True, slots=True)
class _Use:
    """An operation where a path has it. Nothing of it has been checked."""

    path: str
    method: str
    nodes: tuple[Node, ...]
    """The Operation Object, behind the references that lead to it."""

    @property
    def route(self) -> str:
        return f"{self.method.upper()} {self.path}"

    @property
    def operation_id(self) -> str:
        return self.nodes[-1].text("operationId")


def skip_operations(resolver: Resolver, skip: Collection[str]) -> Iterator[Finding]:
    """Make `resolver` leave operations out; yield a finding for each entry of `skip` that is none.

    Args:
        resolver: For a description that need not have been checked.
        skip: The operations, each by its operationId or its route: `GET /orders`.
    """
    if not skip:
        return
    uses = list(_uses(resolver))
    skipped = [use for use in uses if use.operation_id in skip or use.route in skip]
    resolver.skipped = {use.route: use.operation_id for use in skipped}
    kept = {node.key for use in uses if use not in skipped for node in use.nodes}
    resolver.unused = frozenset(node.key for use in skipped for node in use.nodes) - kept
    known = {name for use in uses for name in (use.operation_id, use.route)}
    for entry in skip:
        if entry not in known:
            message = f"there is no operation {entry!r} to skip"
            advice = "name it by its operationId, or by its route as in 'GET /orders'"
            place = resolver.files.entry.root.location.at("paths")
            yield Finding("unknown-operation", Severity.ERROR, message, place, help=advice)


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
    for path, item in resolver.files.entry.root.items("paths"):
        seen: set[str] = set()
        for owner in _chain(item, "Path Item", resolver):
            for method, node in owner.children:
                if method in METHODS and method not in seen:
                    seen.add(method)
                    yield _Use(path, method, tuple(_chain(node, "Operation", resolver)))


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
