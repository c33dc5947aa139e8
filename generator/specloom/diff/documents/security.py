"""What credentials calls need: the alternatives of an operation, and of the whole description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from specloom.diff.documents.place import Comparison, Place
from specloom.diff.pairs import Pairs, pair
from specloom.diff.vocabulary import Change, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import Document, Operation, SecurityRequirement


@record
class _Alternative:
    """Credentials that are enough for a call, in the new names of the schemes."""

    scopes: Mapping[str, tuple[str, ...]]
    location: Location

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self.scopes)

    @property
    def value(self) -> Json:
        return [*sorted(self.scopes)]

    @property
    def text(self) -> str:
        return " and ".join(sorted(map(quoted, self.scopes))) or "nothing"

    def where_other(self, other: _Alternative) -> Location:
        """Return the place of a scheme that another alternative does not need; of all where there is none."""
        return self.location.written(*(name for name in self.scopes if name not in other.scopes))


def compare_security(
    comparison: Comparison, operations: Sequence[tuple[Operation, Operation]], renamed: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what is different about the credentials that operations need.

    What the whole description demands is one change, for all operations that leave it to the description. `renamed` has
    the security schemes that have another name now.
    """
    leave_it = [new for old, new in operations if old.security is None and new.security is None]
    if leave_it:
        place = comparison.place("security", uses=(Use(each.route, "request") for each in leave_it))
        yield from _compare(place, _of_document(comparison.old, renamed), _of_document(comparison.new, {}))
    for old, new in operations:
        if old.security is not None or new.security is not None:
            place = comparison.route(new.route, "request").below("security")
            demands = _of_operation(old, comparison.old, renamed), _of_operation(new, comparison.new, {})
            yield from _compare(place, *demands)


def users(document: Document, scheme: str) -> Iterator[Use]:
    """Yield the operations that take credentials of a scheme."""
    for operation in document.operations:
        if any(scheme in requirement for requirement in document.security_of(operation)):
            yield Use(operation.route, "request")


@record
class _Demand:
    """All alternatives."""

    alternatives: tuple[_Alternative, ...]
    location: Location
    """Of the list, or of what says nothing about it."""

    @property
    def is_open(self) -> bool:
        """Whether calls without credentials are allowed (4.8.30)."""
        return not self.alternatives or any(not each.scopes for each in self.alternatives)

    @property
    def opening(self) -> Location:
        """Where it is said whether calls without credentials are allowed."""
        return next((each.location for each in self.alternatives if not each.scopes), self.location)

    @property
    def value(self) -> Json:
        return [each.value for each in self.closed]

    @property
    def text(self) -> str:
        return " or ".join(each.text for each in self.closed)

    @property
    def closed(self) -> tuple[_Alternative, ...]:
        return tuple(each for each in self.alternatives if each.scopes)


def _of_document(document: Document, renamed: Mapping[str, str]) -> _Demand:
    location = document.location.at("security") if document.security else document.location
    return _demand(document.security, location, renamed)


def _of_operation(operation: Operation, document: Document, renamed: Mapping[str, str]) -> _Demand:
    if operation.security is None:
        location = document.location.at("security") if document.security else operation.location.key()
        return _demand(document.security, location, renamed)
    return _demand(operation.security, operation.location.at("security"), renamed)


def _demand(security: Sequence[SecurityRequirement], location: Location, renamed: Mapping[str, str]) -> _Demand:
    alternatives = tuple(
        _Alternative({renamed.get(name, name): scopes for name, scopes in each.items()}, location.at(index))
        for index, each in enumerate(security)
    )
    return _Demand(alternatives, location)


def _compare(place: Place, old: _Demand, new: _Demand) -> Iterator[Change]:
    if old.is_open and not new.is_open:
        message = f"calls need credentials now: {new.text}"
        yield place.change("credentials-became-required", message, after=new.value, old=old.opening, new=new.location)
    if new.is_open and not old.is_open:
        message = f"calls need no credentials any more; it was {old.text}"
        yield place.change("credentials-became-optional", message, before=old.value, old=old.location, new=new.opening)
    pairs = pair(old.closed, new.closed, lambda each: each.names)
    if old.is_open == new.is_open or (old.closed and new.closed):
        yield from _compare_alternatives(place, pairs, new)
    for before_scopes, after_scopes in pairs.both:
        yield from _compare_scopes(place, before_scopes, after_scopes)


def _compare_alternatives(place: Place, pairs: Pairs[_Alternative], new: _Demand) -> Iterator[Change]:
    explained: set[frozenset[str]] = set()
    for before in pairs.removed:
        subset = next((each for each in new.closed if each.names < before.names), None)
        superset = next((each for each in pairs.added if each.names > before.names), None)
        after = subset or superset
        if after is None:
            fact = "optional-credentials-removed" if new.is_open else "security-alternative-removed"
            message = f"calls are no longer made with {before.text}"
            yield place.change(fact, message, before=before.value, old=before.location, new=new.location)
            continue
        explained.add(after.names)
        fact = "security-alternative-loosened" if subset else "security-alternative-tightened"
        message = f"calls needed {before.text} and need {after.text}"
        places = before.where_other(after), after.where_other(before)
        yield place.change(fact, message, before=before.value, after=after.value, old=places[0], new=places[1])
    for after in pairs.added:
        if after.names not in explained:
            message = f"{after.text} is enough for a call now"
            yield place.change("security-alternative-added", message, after=after.value, old=None, new=after.location)


def _compare_scopes(place: Place, old: _Alternative, new: _Alternative) -> Iterator[Change]:
    for name in sorted(new.scopes):
        here, old_where, new_where = place.below(name), old.location.at(name), new.location.at(name)
        was, now = old.scopes[name], new.scopes[name]
        for scope in sorted({*was} - {*now}):
            message = f"calls no longer need the scope {quoted(scope)} of {quoted(name)}"
            where = old_where.at([*was].index(scope))
            yield here.change("security-scope-removed", message, before=scope, old=where, new=new_where)
        for scope in sorted({*now} - {*was}):
            message = f"calls need the scope {quoted(scope)} of {quoted(name)} now"
            where = new_where.at([*now].index(scope))
            yield here.change("security-scope-added", message, after=scope, old=old_where, new=where)
