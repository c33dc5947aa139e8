"""Which operations a description has, which of them are left out, and how findings say to leave out more.

A skipped operation counts as not written, so that nothing in it has to be right or supported.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import Final, TypeAlias

from specloom.findings import Finding, Location, Pointer, Severity
from specloom.messages import did_you_mean
from specloom.record import record, replace
from specloom.spec.check_written import unread_operations
from specloom.spec.node import Node, NodeKey, Refusal
from specloom.spec.resolve import Resolver
from specloom.spec.routes import METHODS, letters, route_of, without_names
from specloom.targets.target import Target

Calls: TypeAlias = "Callable[[], Mapping[str, Collection[str]]]"
"""Gives the calls of a client, as in `orders.list`, and the routes of the operations that each is made of."""

_GROUPING: Final = frozenset({"", "nav"})
"""The kinds of tags that group operations; others mark them, as badges do."""
WEBHOOKS: Final = "webhooks"
"""The entry of `only` that keeps the description's webhooks."""


@record
class PathOperation:
    """An operation where it is called."""

    path: str
    method: str
    """The name of its member: in lower case, as in `get`, but for methods that have none of their own."""
    nodes: tuple[Node, ...]
    """What stands at the method, and what its references lead to."""
    items: tuple[Node, ...]
    """The Path Item Object, then those that it refers to."""

    @property
    def node(self) -> Node:
        """The Operation Object."""
        return self.nodes[-1]

    @property
    def route(self) -> str:
        """How people call it: `GET /orders/{id}`."""
        return route_of(self.method, self.path)

    @property
    def operation_id(self) -> str:
        """Its operationId; empty where it has none."""
        return self.node.text("operationId")

    def parameters(self, resolver: Resolver) -> list[Node]:
        """Return the Parameter Objects that apply: those of the path item, overridden by (name, in) (4.8.10.1)."""
        return [parameter for _, parameter in self.listed_parameters(resolver)]

    def listed_parameters(self, resolver: Resolver) -> list[tuple[Node, Node]]:
        """Return what is listed as a parameter that applies, and the Parameter Object that it is or refers to."""
        merged: dict[tuple[str, str], tuple[Node, Node]] = {}
        for owner in (*reversed(self.items), self.node):
            for entry in owner.list("parameters"):
                parameter = resolver.follow(entry, "Parameter")
                merged[parameter_key(parameter)] = entry, parameter
        return list(merged.values())


@record
class Selection:
    """Which operations are left out; none by default."""

    skipped: Mapping[str, str] = field(default_factory=dict)
    """The routes of the operations that are left out → their operationIds."""
    unused: frozenset[NodeKey] = frozenset()
    """The Operation Objects and Path Item Objects that nothing but skipped operations uses."""
    unknown: frozenset[str] = frozenset()
    """What was to be skipped or kept and is not there."""
    unread: Sequence[Location] = ()
    """Skipped members of path items that would be operations if their version had them: what is found there is moot."""

    def concerns(self, place: Location) -> bool:
        """Tell whether what is found at a place matters: it is in nothing that has no effect and is skipped."""
        return not any(map(place.is_in, self.unread))


def parameter_key(parameter: Node) -> tuple[str, str]:
    """Return what makes a parameter unique: name and place. Header names are case-insensitive (RFC 9110, 5.1)."""
    name, place = parameter.text("name"), parameter.text("in")
    return (name.lower() if place == "header" else name, place)


def list_operations(resolver: Resolver, member: str) -> Iterator[PathOperation]:
    """Yield the operations below `paths` or `webhooks` of the entry document, in the order of writing.

    Where a path item says something and refers to another that says it too, its own word counts; OpenAPI leaves this
    undefined (4.8.9). The description need not have been checked: references are followed as far as they lead.
    """
    for path, item in resolver.files.entry.root.items(member):
        if not path.startswith("x-"):
            yield from _operations_of(path, item, resolver)


def _operations_of(path: str, item: Node, resolver: Resolver) -> Iterator[PathOperation]:
    items = tuple(_chain(item, "Path Item", resolver))
    seen: set[str] = set()
    for owner in items:
        fixed = ((method, node) for method, node in owner.children if method in METHODS)
        for method, node in chain(fixed, owner.items("additionalOperations")):
            if method not in seen:
                seen.add(method)
                yield PathOperation(path, method, tuple(_chain(node, "Operation", resolver)), items)


def list_unread(resolver: Resolver) -> Iterator[tuple[Node, PathOperation]]:
    """Yield what would be operations below `paths` if their version had them, each behind what is in the path item."""
    for path, item in resolver.files.entry.root.items("paths"):
        items = tuple(_chain(item, "Path Item", resolver))
        for owner in items:
            for member, method, node in unread_operations(owner):
                yield member, PathOperation(path, method, (node,), items)


def list_callbacks(
    resolver: Resolver, operations: Iterable[tuple[str, PathOperation]]
) -> Iterator[tuple[str, str, PathOperation]]:
    """Yield the operations of callbacks, each behind what it belongs to and its name; callbacks have callbacks."""
    waiting = [*operations]
    outermost = len(waiting)
    seen: set[NodeKey] = set()
    for number, (owner, operation) in enumerate(waiting):  # which grows
        for name, holder in operation.node.items("callbacks"):
            if name.startswith("x-"):
                continue
            callback = resolver.follow(holder, "Callback")
            if number >= outermost and callback.key in seen:
                continue  # lest callbacks that refer to each other have no end
            seen.add(callback.key)
            for expression, item in callback.children:
                for each in () if expression.startswith("x-") else _operations_of(expression, item, resolver):
                    yield owner, name, each
                    waiting.append((f"{name} of {owner}", each))


def select_operations(
    resolver: Resolver,
    skip: Collection[str],
    only: Collection[str],
    calls: Calls | None,
    stated: Callable[[str, str], tuple[Location, ...]],
) -> tuple[Selection, list[Finding]]:
    """Return which operations are left out, and a finding for each entry of `skip` and `only` that names none.

    Args:
        resolver: For a description that need not have been checked.
        skip: The operations, each by its operationId or its route: `GET /orders`.
        only: The operations to keep, named likewise or by their resource (`orders` with all that hangs under it,
            `orders.lines`); all when empty. The others are checked all the same, for links and names may lead through
            them. Webhooks are kept where it is empty or has `webhooks`.
        calls: What gives the calls of the client, which `only` can name as well; asked if something in it has a dot
            and is neither an operation nor a resource.
        stated: Where an entry of the one or the other stands, for findings to say.
    """
    if not skip and not only:
        return Selection(), []
    resources = {operation: _resource(operation, resolver) for operation in list_operations(resolver, "paths")}
    skipped = [each for each in resources if _is_named(each, skip)]
    kept = [each for each in resources if each not in skipped]
    others = [entry for entry in only if not any(_is_chosen(*each, entry) for each in resources.items())]
    routes = calls() if calls and any("." in entry for entry in others) else {}
    called = {route for entry in others for route in routes.get(entry, ())}
    chosen = [
        each
        for each in kept
        if not only or each.route in called or any(_is_chosen(each, resources[each], entry) for entry in only)
    ]
    unread = [*list_unread(resolver)]
    read = {member.key for member, each in unread if not _is_named(each, skip)}
    used = {node.key for each in kept for node in (*each.nodes, *each.items)}
    root = resolver.files.entry.root
    nowhere = [each for each in others if each not in routes and not (each == WEBHOOKS and root.get("webhooks"))]
    named = {name for each in (*resources, *(each for _, each in unread)) for name in (each.operation_id, each.route)}
    wrong = [entry for entry in skip if entry not in named]
    selection = Selection(
        skipped={each.route: each.operation_id for each in resources if each not in chosen},
        unused=frozenset(node.key for each in skipped for node in (*each.nodes, *each.items)) - used,
        unknown=frozenset((*wrong, *nowhere)),
        unread=[member.location for member, _ in unread if member.key not in read],
    )
    return selection, list(_unknown_entries(resources, wrong, nowhere, routes, root, stated))


def _is_named(operation: PathOperation, names: Collection[str]) -> bool:
    return operation.operation_id in names or operation.route in names


def _unknown_entries(
    resources: Mapping[PathOperation, tuple[str, ...]],
    skip: Collection[str],
    only: Collection[str],
    calls: Iterable[str],
    root: Node,
    stated: Callable[[str, str], tuple[Location, ...]],
) -> Iterator[Finding]:
    """Yield what is wrong with the entries of `skip` that are no operations, and with those of `only` given here."""
    place = root.location.at("paths")
    known = {name for operation in resources for name in (operation.operation_id, operation.route)}
    for entry in skip:
        message = f"there is no operation {entry!r} to skip"
        advice = _meant(entry, known) or "name it by its operationId, or by its route as in 'GET /orders'"
        yield Finding("unknown-operation", Severity.ERROR, message, place, stated("skip", entry), advice)
    names = sorted({*known, *calls, *(".".join(resource) for resource in resources.values())} - {""})
    for entry in only:
        message = f"there is no operation or resource {entry!r} to keep"
        other = "name operations by operationId, route as in 'GET /orders', call as in 'orders.list', or resource"
        advice = _meant(entry, names) or other
        yield Finding("unknown-operation", Severity.ERROR, message, place, stated("only", entry), advice)


def _meant(entry: str, names: Collection[str]) -> str:
    """Return a hint at the name that an entry differs from in case, in names of path parameters, or a little."""
    alike = without_names(entry).casefold()
    same = (name for name in sorted(names) if name and without_names(name).casefold() == alike)
    return next((f"did you mean {name!r}?" for name in same), "") or did_you_mean(entry, sorted(names))


def _is_chosen(operation: PathOperation, resource: tuple[str, ...], entry: str) -> bool:
    wanted = tuple(map(letters, entry.split(".")))
    return entry in {operation.operation_id, operation.route} or resource[: len(wanted)] == wanted


def resource_texts(path: str, tag: str, chosen: str, ways: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the texts that an operation's resource is called by, the outermost first.

    The tag is the one that groups the operation; `chosen`, its `x-specloom.resource`, counts before all else. Both may
    be empty. For `ways` see `tag_ways`.
    """
    if chosen:
        return chosen.split(".")
    first = next((part for part in path.split("/") if part and "{" not in part), "root")
    return [*ways.get(tag, [tag])] if tag else [first]


def grouping_tag(tags: Iterable[str], kinds: Mapping[str, str]) -> str:
    """Return the first of an operation's tags, but for those of a kind that does not group; empty where there is none.

    Kinds go by tags, where these say one (OpenAPI 3.2, 4.22).
    """
    return next((tag for tag in tags if kinds.get(tag, "") in _GROUPING), "")


def tag_ways(tags: Mapping[str, tuple[str, str]]) -> dict[str, list[str]]:
    """Return what each tag is called, behind those that it hangs under, the outermost first.

    `tags` has what each is called, and the tag that it hangs under, or an empty text.
    """
    ways: dict[str, list[str]] = {}
    for tag in tags:
        above = [tag]
        while (parent := tags[above[-1]][1]) and parent in tags and parent not in above:
            above.append(parent)
        ways[tag] = [tags[each][0] for each in reversed(above)]
    return ways


def _resource(operation: PathOperation, resolver: Resolver) -> tuple[str, ...]:
    tags = [*resolver.files.entry.root.list("tags")]
    named = {tag.text("name"): (tag.extension.text("name") or tag.text("name"), tag.text("parent")) for tag in tags}
    kinds = {tag.text("name"): tag.text("kind") for tag in tags}
    own = grouping_tag(operation.node.texts("tags"), kinds)
    texts = resource_texts(operation.path, own, operation.node.extension.text("resource"), tag_ways(named))
    return tuple(map(letters, texts))


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


@record
class OperationPlace:
    """Where everything stands that belongs to an operation."""

    operation_id: str
    """Empty where it has none."""
    route: str
    own: Sequence[Location]
    """What stands at its method, and what that refers to."""
    items: Sequence[Location] = ()
    """The path items that it is in: what else is in them belongs to all of their operations."""

    @property
    def name(self) -> str:
        """How `skip` can call it."""
        return self.operation_id or self.route


def offer_skips(
    findings: Iterable[Finding], operations: Callable[[], Iterable[OperationPlace]], target: Target
) -> Iterator[Finding]:
    """Yield the findings; for what stops generation inside operations, the help says how to leave these out.

    A finding that names operations itself is one of these.
    """
    around: _Around | None = None
    for finding in findings:
        if not (finding.severity.stops and target.can_skip):
            yield finding
            continue
        around = _Around(operations()) if around is None else around
        owners = around.owners(finding.location)
        inside = (
            each.name
            for each in owners or around.sharing(finding.location)
            if not any(target.stated("skip", way) for way in (each.name, each.route))  # there it has no effect
        )
        names = dict.fromkeys(finding.skips or inside)
        if names:
            is_one = sum(map(around.count, names)) == 1
            left_out = "the path" if not (owners or finding.skips) else "the operation" if is_one else "the operations"
            advice = f"leave {left_out} out: {target.ways_to_skip(names)}"
            join = " Or " if finding.help.endswith("?") else ", or " if finding.help else ""
            help_ = f"{finding.help}{join}{advice}"
            finding = replace(finding, help=help_, skips=(*names,))  # noqa: PLW2901 - the same, with more to say
        yield finding


class _Around:
    """Finds the operations that what stands at a place belongs to: descriptions can have as many findings as those."""

    def __init__(self, operations: Iterable[OperationPlace]) -> None:
        self._operations = [*operations]
        self._counts = Counter(name for each in self._operations for name in {each.operation_id, each.route})
        self._own: dict[tuple[int, Pointer], list[int]] = defaultdict(list)
        self._items: dict[tuple[int, Pointer], list[int]] = defaultdict(list)
        for number, each in enumerate(self._operations):
            for places, outers in ((self._own, each.own), (self._items, each.items)):
                for outer in outers:
                    places[id(outer.document), outer.pointer].append(number)

    def count(self, name: str) -> int:
        """Return how many operations an entry of `skip` leaves out."""
        return self._counts[name]

    def owners(self, place: Location) -> list[OperationPlace]:
        """Return the operations that a place is in, or that refer to what it is in."""
        return self._found(self._own, place, range(len(place.pointer) + 1))

    def sharing(self, place: Location) -> list[OperationPlace]:
        """Return the operations that a place is beside, in their path: it goes with the last one."""
        inside = [at for at, segment in enumerate(place.pointer) if segment not in METHODS]
        return self._found(self._items, place, [*inside, len(place.pointer)])

    def _found(
        self, places: Mapping[tuple[int, Pointer], list[int]], place: Location, lengths: Iterable[int]
    ) -> list[OperationPlace]:
        """Return the operations of what is around a place, by the lengths of pointers."""
        around = (places.get((id(place.document), place.pointer[:length]), ()) for length in lengths)
        return [self._operations[number] for number in sorted({number for numbers in around for number in numbers})]


def operation_places(resolver: Resolver) -> Iterator[OperationPlace]:
    """Yield what `offer_skips` needs to know of the operations of a description that need not have been checked."""
    for operation in list_operations(resolver, "paths"):
        own, items = ([node.location for node in nodes] for nodes in (operation.nodes, operation.items))
        yield OperationPlace(operation.operation_id, operation.route, own, items)
    for member, operation in list_unread(resolver):
        yield OperationPlace(operation.operation_id, operation.route, [member.location])
