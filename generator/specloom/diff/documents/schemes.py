"""Security schemes: what kinds of credentials there are, where they stand, and where tokens come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.extensions import compare_members
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.documents.security import users
from specloom.diff.pairs import Pairs, pair
from specloom.diff.vocabulary import Change
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Document, Flow, SecurityScheme

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
        for change in (*_compare(place.of(before, after), before, after), *_compare_flows(place, before, after)):
            yield change if place.uses else replace(change, fact="unreached-change")
        yield from compare_members(place, "security-scheme", f"the security scheme {quoted(after.name)}", before, after)


def _at(comparison: Comparison, document: Document, scheme: SecurityScheme) -> Place:
    return comparison.place("security scheme", scheme.name, uses=users(document, scheme.name))


def _compare(place: Place, old: SecurityScheme, new: SecurityScheme) -> Iterator[Change]:
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
