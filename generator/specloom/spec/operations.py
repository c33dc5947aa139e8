"""Lists the operations of paths and webhooks, with what their path items say for all operations merged in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from specloom.spec.node import Node
from specloom.spec.objects import METHODS
from specloom.spec.resolve import Resolver

__all__ = ["PathOperation", "list_operations", "parameter_key"]


@dataclass(frozen=True, slots=True)
class PathOperation:
    """An operation where it is called."""

    path: str
    method: str
    node: Node
    items: tuple[Node, ...]
    """The Path Item Object, then those that it refers to."""

    @property
    def route(self) -> str:
        """How people call it: `GET /orders/{id}`."""
        return _route(self.path, self.method)

    def parameters(self, resolver: Resolver) -> list[Node]:
        """Return the Parameter Objects that apply: those of the path item, overridden by (name, in) (4.8.10.1)."""
        merged: dict[tuple[str, str], Node] = {}
        for owner in (*reversed(self.items), self.node):
            for entry in owner.list("parameters"):
                parameter = resolver.follow(entry, "Parameter")
                merged[parameter_key(parameter)] = parameter
        return list(merged.values())


def list_operations(resolver: Resolver, items: Iterable[tuple[str, Node]]) -> Iterator[PathOperation]:
    """Yield the operations below `items`, pairs of a path and its Path Item Object, in the order of writing.

    Where a path item says something and refers to another that says it too, its own word counts; OpenAPI leaves this
    undefined (4.8.9). Operations that the resolver is told to skip are left out.
    """
    for path, item in items:
        if path.startswith("x-"):
            continue
        chain = [item]
        while chain[-1].reference is not None:
            chain.append(resolver.target(chain[-1], "Path Item"))
        seen: set[str] = set()
        for owner in chain:
            for method, node in owner.children:
                if method in METHODS and method not in seen:
                    seen.add(method)
                    if _route(path, method) not in resolver.skipped:
                        yield PathOperation(path, method, resolver.follow(node, "Operation"), tuple(chain))


def _route(path: str, method: str) -> str:
    return f"{method.upper()} {path}"


def parameter_key(parameter: Node) -> tuple[str, str]:
    """Return what makes a parameter unique: name and place. Header names are case-insensitive (RFC 9110, 5.1)."""
    name, place = parameter.text("name"), parameter.text("in")
    return (name.lower() if place == "header" else name, place)
