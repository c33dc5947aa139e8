"""What becomes of the client itself: its name, and how it behaves in every call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, TypeAlias

from specloom.diff.client.comparison import Outcome, SurfaceComparison
from specloom.diff.client.credentials import compare_alternatives
from specloom.diff.client.members import symbol_change
from specloom.diff.vocabulary import ClientVerdict, Subject, SymbolChange
from specloom.ir.surface import Surface
from specloom.ir.types import ListOf, MapOf, links_in, walk
from specloom.record import replace

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict

_Placed: TypeAlias = Iterator[tuple[tuple[str, ...], Outcome]]
"""Where the description says something, and what a difference there does."""

HTTP_LIBRARY: Final[Subject] = ("settings", "http")
"""What a change of the HTTP library is about, which settings say and no description."""
PACKAGE: Final[Subject] = ("settings", "package")
"""What a change of the name is about that settings give the package."""
_TITLE: Final[Subject] = ("info", "title")
_PACKAGE: Final[Subject] = ("x-specloom", "package")
_OUTRANKED: Final[Mapping[Subject, tuple[Subject, ...]]] = {
    _PACKAGE: (PACKAGE, _TITLE),
    ("x-specloom", "client"): (_PACKAGE, PACKAGE, _TITLE),
    ("x-specloom", "env_prefix"): (_PACKAGE, PACKAGE, _TITLE),
}
"""What names are made of that nobody chose."""


def compare_client(both: SurfaceComparison) -> Iterator[SymbolChange]:
    """Yield what is different about the client as such, its arguments aside."""
    old, new = both.old.client, both.new.client
    for place, outcome in (*_names(both), *_behaviour(both), *_links(both), *_schemes(both)):
        about = (place, *_OUTRANKED.get(place, ()), *(_secured(both) if place == ("security",) else ()))
        change = symbol_change(old, new, outcome)
        yield replace(change, old_location=old.location.at(*place), location=new.location.at(*place), about=about)


def _secured(both: SurfaceComparison) -> Iterator[Subject]:
    """Yield what decides on the credentials of calls that say nothing of their own."""
    for surface in (both.old, both.new):
        yield from (
            (route, "security")
            for method in surface.methods()
            for route in method.routes
            if "credentials" not in method.behaviour
        )
        yield from (("security scheme", each.key[1]) for each in surface.client.members if each.kind == "credential")


def _names(both: SurfaceComparison) -> _Placed:
    old, new = both.old, both.new
    if old.package != new.package:
        yield ("x-specloom", "package"), Outcome(_BREAKS, f"the package is called {new.package} now")
    if old.client.name != new.client.name:
        yield ("x-specloom", "client"), Outcome(_BREAKS, f"the client is called {new.client.name} now")
    before, after = (each.client.behaviour["environment"] for each in (old, new))
    if before != after:
        reason = f"environment variables begin with {after}, not with {before}"
        yield ("x-specloom", "env_prefix"), Outcome(_BEHAVES, reason)


def _behaviour(both: SurfaceComparison) -> _Placed:
    if both.old.http != both.new.http:
        reason = f"what callers pass, get and catch of {both.old.http} has to be of {both.new.http} now"
        yield HTTP_LIBRARY, Outcome(_TYPES, reason)
    old, new = both.old.client.behaviour, both.new.client.behaviour
    limit = new["rate limit"]
    if old["rate limit"] != limit:
        pace = "paced at {} in {} seconds".format(*limit) if isinstance(limit, list) else "not paced"
        yield ("x-specloom", "rate_limit"), Outcome(_BEHAVES, f"calls are {pace} now")
    if old["credentials"] != new["credentials"] and _some_rely_on_it(both):
        outcome = compare_alternatives("calls that say nothing else send", old["credentials"], new["credentials"])
        if outcome is not None:
            yield ("security",), outcome
    if old["errors"] != new["errors"]:
        yield ("x-specloom", "error"), Outcome(_BEHAVES, "codes and messages of failures are read from other places")
    if old["envelope"] != new["envelope"]:
        yield ("x-specloom", "error"), Outcome(_BEHAVES, "other answers count as failures")


def _some_rely_on_it(both: SurfaceComparison) -> bool:
    """Tell whether a method says nothing of credentials, before and after; all others are compared by themselves."""
    return any("credentials" not in {**old.behaviour, **new.behaviour} for old, new in both.methods.both)


def _links(both: SurfaceComparison) -> _Placed:
    """Yield what becomes of links of another shape: these have a class of their own, derived from the usual one."""
    match both.old.client.behaviour["links"], both.new.client.behaviour["links"]:
        case {"own class": had_own} as old, {"own class": has_own} as new if old != new:
            outcome = Outcome(_BEHAVES, "links are read in another way")
            if had_own and not has_own:
                outcome = Outcome(_BREAKS, "the module links is gone, for links are of the usual shape now")
            elif had_own != has_own and _lists_links(both.old):
                outcome = Outcome(_TYPES, "lists of links are lists of a class of their own now")
            yield ("x-specloom", "links"), outcome
    was, now = (each.client.behaviour.get("collections") for each in (both.old, both.new))
    if was is not None and was != now:
        outcome = Outcome(_BEHAVES, "linked collections are read in another way")
        if now is None:
            outcome = Outcome(_BREAKS, "the client's method items is gone, and the links that it takes")
        yield ("x-specloom", "links", "collections"), outcome


def _lists_links(surface: Surface) -> bool:
    types = (each.type for model in surface.models for each in model.walk() if each.type is not None)
    return any(any(links_in(each)) for type_ in types for each in walk(type_) if isinstance(each, ListOf | MapOf))


def _schemes(both: SurfaceComparison) -> _Placed:
    """Yield ways of paging and grammars of searches that are other ones under the name they had: once, not a method."""
    changed: dict[str, None] = {}
    for one, other in both.methods.both:
        match one.behaviour.get("paging"), other.behaviour.get("paging"):
            case ([str(name), how], [again, now]) if name == again and how != now:
                changed[name] = None
    for name in changed:
        reason = f"lists that are paged as {name} find the next page in another way"
        yield ("x-specloom", "pagination", name), Outcome(_BEHAVES, reason)
    match both.old.client.behaviour["searches"], both.new.client.behaviour["searches"]:
        case (dict() as searches, dict() as others):
            for name, grammar in searches.items():
                if others.get(name, grammar) != grammar:
                    reason = f"searches in the grammar {name} are written in another way"
                    yield ("x-specloom", "search", name), Outcome(_BEHAVES, reason)
