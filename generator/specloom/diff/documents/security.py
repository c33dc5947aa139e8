"""Credentials: which kinds of them there are, where they stand, where tokens come from, and what calls need."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from specloom.diff.documents.extensions import compare_members
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.pairs import Pairs, pair
from specloom.diff.vocabulary import Change, Use
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import Document, Flow, Operation, SecurityScheme


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
        yield from _compare_demands(place, _demand(comparison.old, None, renamed), _demand(comparison.new, None, {}))
    for old, new in operations:
        if old.security is not None or new.security is not None:
            place = comparison.route(new.route, "request").below("security")
            demands = _demand(comparison.old, old, renamed), _demand(comparison.new, new, {})
            yield from _compare_demands(place, *demands)


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


def _demand(document: Document, operation: Operation | None, renamed: Mapping[str, str]) -> _Demand:
    """Return the demand of an operation, which may be that of the whole description; None: this one."""
    around = document.location if operation is None else operation.location.key()
    security, location = document.security, document.location.at("security") if document.security else around
    if operation is not None and operation.security is not None:
        security, location = operation.security, operation.location.at("security")
    alternatives = (
        _Alternative({renamed.get(name, name): scopes for name, scopes in each.items()}, location.at(index))
        for index, each in enumerate(security)
    )
    return _Demand(tuple(alternatives), location)


def _compare_demands(place: Place, old: _Demand, new: _Demand) -> Iterator[Change]:
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


_DEPRECATION: Final = ("security-scheme-deprecated", "security-scheme-undeprecated")


def pair_schemes(old: Document, new: Document) -> Pairs[SecurityScheme]:
    """Pair the schemes of two descriptions by name, and what is left if nothing on the wire tells them apart."""
    pairs = pair(old.security_schemes.values(), new.security_schemes.values(), lambda scheme: scheme.name)
    return pairs.then(lambda scheme: repr(replace(scheme, name="", description="", deprecated=False, extension={})))


def renamed_schemes(pairs: Pairs[SecurityScheme]) -> Mapping[str, str]:
    """Return the new names of the schemes that have one."""
    return {old.name: new.name for old, new in pairs.both if old.name != new.name}


def compare_schemes(comparison: Comparison, pairs: Pairs[SecurityScheme]) -> Iterator[Change]:
    """Yield what is different between security schemes; each reaches the operations that take its credentials."""
    for scheme in pairs.removed:
        place, title = _at(comparison, comparison.old, scheme), f"the security scheme {quoted(scheme.name)}"
        old, new = scheme.location.key(), comparison.new.location.at("components", "securitySchemes")
        yield place.change("security-scheme-removed", f"{title} is gone", before=scheme.name, old=old, new=new)
    for scheme in pairs.added:
        place, title = _at(comparison, comparison.new, scheme), f"the security scheme {quoted(scheme.name)}"
        new = scheme.location.key()
        yield place.change("security-scheme-added", f"{title} is new", after=scheme.name, new=new)
    for before, after in pairs.both:
        place = _at(comparison, comparison.new, after)
        title, names = f"the security scheme {quoted(before.name)}", (before.name, after.name)
        here = place.at(before.location.key(), after.location.key())
        yield from here.compare_name("security-scheme-renamed", title, names)
        for change in (*_compare_scheme(place.of(before, after), before, after), *_compare_flows(place, before, after)):
            yield change if place.uses else replace(change, fact="unreached-change")
        yield from compare_members(place, "security-scheme", f"the security scheme {quoted(after.name)}", before, after)


def _at(comparison: Comparison, document: Document, scheme: SecurityScheme) -> Place:
    return comparison.place("security scheme", scheme.name, uses=users(document, scheme.name))


def _compare_scheme(place: Place, old: SecurityScheme, new: SecurityScheme) -> Iterator[Change]:
    title, kinds = f"the security scheme {quoted(new.name)}", (_kind(old), _kind(new))
    yield from place.compare_deprecation(_DEPRECATION, title, old, new)
    if kinds[0] != kinds[1]:
        member = "type" if old.kind != new.kind else "scheme"
        yield from place.compare_value("security-scheme-type-changed", title, kinds, member, say=str)
    elif old.kind == "apiKey":
        fact, key, carriers = "security-scheme-place-changed", f"the key of {title}", (_carrier(old), _carrier(new))
        member = "in" if old.place != new.place else "name"
        yield from place.compare_value(fact, key, carriers, member, verb="sent in the", say=str)
    else:
        fact, urls = "discovery-url-changed", (old.discovery_url, new.discovery_url)
        yield from place.compare_value(fact, title, urls, "openIdConnectUrl", verb="described at")


def _kind(scheme: SecurityScheme) -> str:
    return f"{scheme.kind} {scheme.scheme}" if scheme.scheme else scheme.kind


def _carrier(scheme: SecurityScheme) -> str:
    """Return where a key stands; header names are case-insensitive (RFC 9110, 5.1)."""
    name = scheme.parameter or ""
    return f"{scheme.place} {quoted(name.lower() if scheme.place == 'header' else name)}"


def _compare_flows(place: Place, old: SecurityScheme, new: SecurityScheme) -> Iterator[Change]:
    if old.kind != new.kind:
        return
    pairs = pair(old.flows, new.flows, lambda flow: flow.kind)
    # What comes in the place of all that there was has one cause.
    instead = () if pairs.both else tuple(place.below(flow.kind).subject for flow in pairs.added)
    for flow in pairs.removed:
        message = f"tokens of {quoted(new.name)} are no longer had by the flow {quoted(flow.kind)}"
        before, after = old.location.at("flows", flow.kind).key(), new.location.at("flows")
        here = place.below(flow.kind)
        yield here.change("oauth-flow-removed", message, before=flow.kind, old=before, new=after, beside=instead)
    for flow in pairs.added:
        message = f"tokens of {quoted(new.name)} are had by the flow {quoted(flow.kind)}"
        where = new.location.at("flows", flow.kind).key()
        yield place.below(flow.kind).change("oauth-flow-added", message, after=flow.kind, new=where)
    for before_flow, after_flow in pairs.both:
        kind = after_flow.kind
        here = place.below(kind).at(old.location.at("flows", kind), new.location.at("flows", kind))
        yield from _compare_flow(here, before_flow, after_flow)


def _compare_flow(place: Place, old: Flow, new: Flow) -> Iterator[Change]:
    was, now = place.old, place.new
    is_elsewhere = (old.refresh_url or old.token_url) != (new.refresh_url or new.token_url)
    refreshed = (_refresh_url(old), _refresh_url(new)) if is_elsewhere else (None, None)
    devices = old.device_authorization_url, new.device_authorization_url
    for fact, member, urls in (
        ("token-url-changed", "tokenUrl", (old.token_url, new.token_url)),
        ("authorization-url-changed", "authorizationUrl", (old.authorization_url, new.authorization_url)),
        ("refresh-url-changed", "refreshUrl", refreshed),
        ("device-authorization-url-changed", "deviceAuthorizationUrl", devices),
    ):
        yield from place.compare_value(fact, quoted(member), urls, member)
    for scope in sorted(old.scopes.keys() - new.scopes.keys()):
        message = f"there is no scope {quoted(scope)} any more"
        where = was.at("scopes", scope).key()
        yield place.change("oauth-scope-removed", message, before=scope, old=where, new=now.at("scopes"))
    for scope in sorted(new.scopes.keys() - old.scopes.keys()):
        message = f"there is a scope {quoted(scope)} now"
        yield place.change("oauth-scope-added", message, after=scope, new=now.at("scopes", scope).key())


def _refresh_url(flow: Flow) -> str | None:
    """Return where tokens are refreshed if that is another place than where they are had (RFC 6749, 6)."""
    return None if flow.refresh_url == flow.token_url else flow.refresh_url
