"""What leads to what: walks over anything that leads to something, and the cycles in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)
Thing = TypeVar("Thing")
Edges = Mapping[Node, Iterable[Node]]
"""What each node leads to. Nodes that lead nowhere need not be there."""


def reach(
    starts: Iterable[Thing], steps: Callable[[Thing], Iterable[Thing]], key: Callable[[Thing], Hashable]
) -> Iterator[Thing]:
    """Yield things and all that they lead to: each once, however many ways there are, and before what it leads to.

    The order is that of a function which calls itself for each step. The key tells a thing from others.
    """
    seen: set[Hashable] = set()
    waiting = [*starts][::-1]
    while waiting:
        here = waiting.pop()
        if (known := key(here)) not in seen:
            seen.add(known)
            yield here
            if further := steps(here):
                waiting += [*further][::-1]


def connected(edges: Edges[Node]) -> list[list[Node]]:
    """Return the strongly connected components, each after those that it leads to.

    This is Tarjan's algorithm with a stack of its own, since Python allows a thousand calls and chains may be longer.
    A node closes a component if nothing that it leads to leads back before it: what was found since is the component.
    """
    index: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    open_nodes: dict[Node, None] = {}
    components: list[list[Node]] = []
    for root in edges:
        work = [] if root in index else [_enter(root, edges, index, lowest, open_nodes)]
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in index:
                    work.append(_enter(target, edges, index, lowest, open_nodes))
                    break
                if target in open_nodes:
                    lowest[node] = min(lowest[node], index[target])
            else:
                work.pop()
                if work:
                    lowest[work[-1][0]] = min(lowest[work[-1][0]], lowest[node])
                if lowest[node] == index[node]:
                    component = [open_nodes.popitem()[0]]
                    while component[-1] != node:
                        component.append(open_nodes.popitem()[0])
                    components.append(component[::-1])
    return components


def _enter(
    node: Node, edges: Edges[Node], index: dict[Node, int], lowest: dict[Node, int], open_nodes: dict[Node, None]
) -> tuple[Node, Iterator[Node]]:
    index[node] = lowest[node] = len(index)
    open_nodes[node] = None
    return node, iter(edges.get(node, ()))


def in_cycles(edges: Mapping[Node, Collection[Node]]) -> set[Node]:
    """Return the nodes that lead back to themselves, directly or through others."""
    return {
        node
        for component in connected(edges)
        for node in component
        if len(component) > 1 or node in edges.get(node, ())
    }
