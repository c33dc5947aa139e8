"""What findings say of the operations that they are in: how to leave those out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from specloom.findings import Finding, Location, Pointer
from specloom.record import record, replace
from specloom.spec.resolve import Resolver
from specloom.spec.routes import METHODS
from specloom.spec.select import list_operations, list_unread

if TYPE_CHECKING:
    from specloom.targets.target import Target


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
