"""Which resources a client has: operations grouped by `x-specloom`, tags or paths; and how all are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from specloom.findings import Finding, Location, Severity
from specloom.ir.api import Method, Resource
from specloom.ir.build_methods import MethodBuilder
from specloom.ir.name_scopes import Names, in_turn, kept_apart, with_digest
from specloom.ir.naming import argument_name, class_name, module_name, resource_name, spoken, words
from specloom.spec.document import Document, Operation
from specloom.spec.select import grouping_tag, resource_texts, tag_ways


@dataclass(slots=True, eq=False, repr=False)
class _Group:
    """A resource while its operations are collected."""

    key: tuple[str, ...]
    """The words of its texts, by which it is found again: names can be cut, and would be those of others."""
    text: str
    location: Location
    path: tuple[str, ...] = ()
    operations: list[Operation] = field(default_factory=list)
    children: dict[str, _Group] = field(default_factory=dict)


def build_resources(document: Document, builder: MethodBuilder, report: list[Finding]) -> tuple[Resource, ...]:
    """Group operations by `x-specloom.resource`, else their first tag, else the first segment of their path."""
    ways = tag_ways({tag.name: (str(tag.extension.get("name") or tag.name), tag.parent) for tag in document.tags})
    kinds = {tag.name: tag.kind for tag in document.tags}
    roots: dict[str, _Group] = {}
    for operation in document.named_operations:
        tag = grouping_tag(operation.tags, kinds)
        texts = resource_texts(operation.path, tag, str(operation.extension.get("resource", "")), ways)
        group = _Group((), "", operation.location, children=roots)
        for text in texts:
            key = (*group.key, _key([text]))
            group = group.children.setdefault(key[-1], _Group(key, text, operation.location))
        group.operations.append(operation)
    _name_groups(roots, ())
    _keep_groups(roots, builder.kept.methods)
    _drop_empty(roots, document.skipped)
    descriptions = {_key(ways[tag.name]): tag.description for tag in document.tags}
    names = Names("resources of the client", report, "resource")
    modules = Names("modules of resources", report, "resource")
    for group in _all_groups(roots):
        modules.take(module_name("_".join(group.path)), ".".join(group.path), group.location)
    return tuple(_resource(group, descriptions, builder, names, report) for group in roots.values())


def _key(texts: Iterable[str]) -> str:
    """Return the words of the texts that lead to a group as one."""
    return "_".join("_".join(words(spoken(text))) for text in texts)


def _name_groups(groups: Mapping[str, _Group], above: tuple[str, ...]) -> None:
    """Give groups their paths; of several whose cut names are one, the first that is written keeps it."""
    ordered = [*groups.values()]
    holders: dict[str, str] = {}
    candidates: list[tuple[str, ...]] = []
    for group in ordered:
        text = spoken(group.text)
        name = resource_name(text)
        holder = holders.setdefault(name.casefold(), text)
        longer = resource_name(kept_apart(words(text), words(holder), "_"))
        candidates.append((name, longer, with_digest(name, group.key[-1])))
    for group, name in zip(ordered, in_turn(candidates), strict=True):
        group.path = (*above, name)
        _name_groups(group.children, group.path)


def _keep_groups(roots: dict[str, _Group], kept: Mapping[str, tuple[str, ...]]) -> None:
    """Bring operations that were published in another resource back to it."""
    found = {group.path: group for group in _all_groups(roots)}
    for group in tuple(found.values()):
        for operation in tuple(group.operations):
            path = kept.get(operation.route, (*group.path, ""))[:-1]
            if path == group.path or "resource" in operation.extension:
                continue
            inner = roots
            for length in range(1, len(path) + 1):
                own = path[:length]
                if own not in found:
                    found[own] = inner[f"{own[-1]} "] = _Group(own, own[-1], operation.location, own)
                inner = found[own].children
            found[path].operations.append(operation)
            group.operations.remove(operation)


def _drop_empty(groups: dict[str, _Group], skipped: Container[str]) -> None:
    """Leave no resource that has no operation but such that are left out."""
    for key, group in tuple(groups.items()):
        _drop_empty(group.children, skipped)
        if not group.children and all(each.route in skipped for each in group.operations):
            del groups[key]


def _all_groups(groups: Mapping[str, _Group]) -> Iterable[_Group]:
    for group in groups.values():
        yield group
        yield from _all_groups(group.children)


def _resource(
    group: _Group, descriptions: Mapping[str, str], builder: MethodBuilder, names: Names, report: list[Finding]
) -> Resource:
    own = class_name(" ".join(name.replace("_", " ") for name in group.path))
    taken = Names(f"methods of {'.'.join(group.path)}", report, "method")
    methods: list[Method] = []
    skipped = builder.document.skipped
    names_given = _method_names(group.operations, group.path, builder.kept.methods)
    for (name, wanted, holder), operation in zip(names_given, group.operations, strict=True):
        if operation.route in skipped:
            continue
        taken.take(name, operation.operation_id or operation.route, operation.location)
        if holder is not None:
            aside = ", which is left out," if holder.route in skipped else ""
            message = f"{operation.route} is called {name}(), for {holder.route}{aside} is called {wanted}()"
            advice = "name it with x-specloom: {method: …}"
            place = operation.location.key()
            report.append(Finding("shared-name", Severity.WARNING, message, place, (holder.location.key(),), advice))
        methods.append(builder.build(operation, name, own))
    return Resource(
        name=names.take(group.path[-1], group.text, group.location),
        path=group.path,
        class_name=own,
        description=descriptions.get("_".join(group.key), ""),
        methods=tuple(methods),
        children=tuple(_resource(child, descriptions, builder, taken, report) for child in group.children.values()),
    )


class _MethodName(NamedTuple):
    """What a method is called, and why."""

    name: str
    wanted: str
    """What it would be called if there was no other method, and none had been published."""
    holder: Operation | None
    """Who has that name, where the method gave way to it. None: it is its own, or the one that was published stays."""


def _method_names(
    operations: Sequence[Operation],
    resource: tuple[str, ...],
    kept: Mapping[str, tuple[str, ...]],
) -> list[_MethodName]:
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
        number: _MethodName(name, own, None if name in {own, *kept.get(operation.route, ())[-1:]} else users.get(own))
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
