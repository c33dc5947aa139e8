"""What becomes of the client itself: its name, its arguments, and how it behaves in every call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from specloom.diff.client.comparison import Comparison, Outcome
from specloom.diff.client.credentials import compare_alternatives
from specloom.diff.symbols import ClientVerdict, SymbolChange
from specloom.ir.api import Api, Paging
from specloom.ir.types import AliasType, ListOf, MapOf, NamedType, Type, links_in, walk
from specloom.render.build_link_views import links_module

__all__ = ["compare_client"]

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict
_OWN_LINKS = ".links"


def compare_client(both: Comparison) -> Iterator[SymbolChange]:
    """Yield what is different about the client as such, its arguments aside."""
    old, new = both.old, both.new
    for place, outcome in (*_names(old, new), *_behaviour(old, new), *_links(old, new), *_schemes(both)):
        yield SymbolChange(
            symbol=f"{old.package}.{old.client_name}",
            kind="client",
            before=f"{old.package}.{old.client_name}",
            after=f"{new.package}.{new.client_name}",
            verdict=outcome.verdict,
            reason=outcome.reason,
            old_location=old.location.at(*place),
            location=new.location.at(*place),
        )


def _names(old: Api, new: Api) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    if old.package != new.package:
        yield ("x-specloom", "package"), Outcome(_BREAKS, f"the package is called {new.package} now")
    if old.client_name != new.client_name:
        yield ("x-specloom", "client"), Outcome(_BREAKS, f"the client is called {new.client_name} now")
    before, after = (api.base_url_environment.removesuffix("BASE_URL") for api in (old, new))
    if before != after:
        reason = f"environment variables begin with {after}, not with {before}"
        yield ("x-specloom", "env_prefix"), Outcome(_BEHAVES, reason)


def _behaviour(old: Api, new: Api) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    if old.rate_limit != new.rate_limit:
        pace = "not paced" if new.rate_limit is None else "paced at {} in {} seconds".format(*new.rate_limit)
        yield ("x-specloom", "rate_limit"), Outcome(_BEHAVES, f"calls are {pace} now")
    if old.security != new.security:
        yield ("security",), compare_alternatives("calls that say nothing else send", old.security, new.security)
    if old.error_pointers != new.error_pointers:
        yield ("x-specloom", "error"), Outcome(_BEHAVES, "codes and messages of failures are read from other places")
    if old.envelope != new.envelope:
        yield ("x-specloom", "error"), Outcome(_BEHAVES, "other answers count as failures")


def _links(old: Api, new: Api) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """Yield what becomes of links of another shape: these have a class of their own, derived from the usual one."""
    if old.links is None or new.links is None or old.links == new.links:
        return
    outcome = Outcome(_BEHAVES, "links are read in another way")
    if links_module(old) == _OWN_LINKS and links_module(new) != _OWN_LINKS:
        outcome = Outcome(_BREAKS, "the module links is gone, for links are of the usual shape now")
    elif links_module(old) != links_module(new) and any(_lists_links(type_) for type_ in _types_in(old)):
        outcome = Outcome(_TYPES, "lists of links are lists of a class of their own now")
    yield ("x-specloom", "links"), outcome


def _types_in(api: Api) -> Iterator[Type]:
    for type_ in api.answers.values():
        yield from _parts(type_)


def _parts(type_: NamedType) -> tuple[Type, ...]:
    return (type_.type,) if isinstance(type_, AliasType) else tuple(field.type for field in type_.fields)


def _lists_links(type_: Type) -> bool:
    return any(any(links_in(each)) for each in walk(type_) if isinstance(each, ListOf | MapOf))


def _schemes(both: Comparison) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """Yield ways of paging and grammars of searches that are other ones under the name they had: once, not a method."""
    pagings = [(one.method.paging, other.method.paging) for one, other in both.pairing.calls]
    for name in dict.fromkeys(one.name for one, other in pagings if one and other and _is_another(one, other)):
        reason = f"lists that are paged as {name} find the next page in another way"
        yield ("x-specloom", "pagination", name), Outcome(_BEHAVES, reason)
    for name, grammar in both.old.searches.items():
        if both.new.searches.get(name, grammar) != grammar:
            reason = f"searches in the grammar {name} are written in another way"
            yield ("x-specloom", "search", name), Outcome(_BEHAVES, reason)


def _is_another(old: Paging, new: Paging) -> bool:
    return old.name == new.name and old != replace(new, item=old.item)
