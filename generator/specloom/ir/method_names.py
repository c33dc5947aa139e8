"""What methods are called: each by its own operation, and told apart where several would have one name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from specloom.ir.name_scopes import in_turn, kept_apart, with_digest
from specloom.ir.naming import argument_name, words
from specloom.spec.document import Operation


class MethodName(NamedTuple):
    """What a method is called, and why."""

    name: str
    wanted: str
    """What it would be called if there was no other method, and none had been published."""
    holder: Operation | None
    """Who has that name, where the method gave way to it. None: it is its own, or the one that was published stays."""


def method_names(
    operations: Sequence[Operation],
    resource: tuple[str, ...],
    kept: Mapping[str, tuple[str, ...]],
) -> list[MethodName]:
    """Return the names of a resource's methods.

    A method is called by `x-specloom.method`, or by the operationId less the words of its resource in front. Without
    either, by the HTTP method and the path: `get_pets_by_id`. So no other operation changes a name, unless both want
    the same one: operationIds that differ in signs only, long ones, or one operation that several paths share. It stays
    with the operation that chose it, else with the first that is written, so that another one at the end moves no name;
    the others add the words in which they differ, or those of their path.

    Args:
        operations: The resource's operations, as they are written, and those of them that are left out: they count, so
            that leaving them out moves no names.
        resource: Its path.
        kept: The resource and name of each operation that was published, by route. These stay.
    """
    names = [_own_name(operation, resource) for operation in operations]
    shared = Counter(operation.location for operation in operations)
    wanted = sorted(
        zip(names, operations, range(len(names)), strict=True),
        key=lambda each: ("method" not in each[1].extension, each[1].route not in kept, each[2]),
    )
    holders: dict[str, Operation] = {}
    candidates: list[Iterator[str]] = []
    for name, operation, _ in wanted:
        longer = _longer_names(name, operation, holders.setdefault(name.casefold(), operation))
        if "method" in operation.extension and shared[operation.location] == 1:
            candidates.append(iter((name,)))
        elif operation.route in kept:
            candidates.append(chain(kept[operation.route][-1:], (name,), longer))
        else:
            candidates.append(chain((name,), longer))
    found = in_turn(candidates, taken=[""])
    users = {name: operation for name, (_, operation, _) in zip(found, wanted, strict=True)}
    given = {
        number: MethodName(name, own, None if name in {own, *kept.get(operation.route, ())[-1:]} else users.get(own))
        for name, (own, operation, number) in zip(found, wanted, strict=True)
    }
    return [given[number] for number in range(len(names))]


def _own_name(operation: Operation, resource: tuple[str, ...]) -> str:
    """Return the name that a method of a resource has where no other wants the same."""
    chosen = operation.extension.get("method")
    if isinstance(chosen, str):
        return argument_name(chosen)
    if operation.operation_id is None:
        return argument_name(f"{operation.method} {_spoken(operation.path)}")
    name = argument_name(operation.operation_id)
    front = "_".join(resource) + "_"
    return argument_name(name.removeprefix(front)) if name.startswith(front) and name != front else name


def _longer_names(name: str, operation: Operation, holder: Operation) -> Iterator[str]:
    """Yield other names of an operation, the best first; `holder` is the operation that has its name."""
    own, other = (words(each.operation_id or "") for each in (operation, holder))
    if own != other:
        yield argument_name(kept_apart(own, other, "_"))
    yield argument_name(f"{name or operation.method} {_spoken(operation.path)}")
    if operation.operation_id and operation.operation_id == holder.operation_id:
        yield argument_name(f"{name or operation.method} {operation.method} {_spoken(operation.path)}")
    yield with_digest(name or operation.method, operation.route)


def _spoken(path: str) -> str:
    return re.sub(r"\{([^}]*)\}", r" by \1 ", path)
