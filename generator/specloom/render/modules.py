"""Which module each named type lives in: small ones, so that a call imports only what its answer needs.

A module holds one type that the description names and the inline types that belong to it. Types that refer to each
other in a circle share a module: Python could not import them otherwise. So do those far from the end of a long chain,
since Python calls itself for each module that a module imports.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from specloom.graph import connected
from specloom.ir.name_scopes import first_free, with_digest
from specloom.ir.naming import module_name
from specloom.ir.types import AliasType, NamedType, names_in
from specloom.record import record

_LONG: Final = 32
"""So many modules may import each other in a row. Each takes seven calls, of which Python allows a thousand."""
_STRETCH: Final = 128
"""So many links of a longer chain share a module."""


@record
class Module:
    """A module of named types.

    `types` stand in an order in which every alias comes after the aliases it is made of; `needs` are the types of other
    modules that its types mention.
    """

    name: str
    types: tuple[NamedType, ...]
    needs: tuple[str, ...]


def arrange_modules(types: Mapping[str, NamedType]) -> tuple[Module, ...]:
    """Return the modules of all types, sorted by name."""
    owners = {name: _owner(name, types) for name in types}
    needs: dict[str, set[str]] = {owner: set() for owner in owners.values()}
    for name, type_ in types.items():
        needs[owners[name]] |= {owners[other] for other in _mentioned(type_)} - {owners[name]}
    edges = {owner: sorted(others) for owner, others in needs.items()}
    home_of = {owner: home for home in _homes(connected(edges), edges) for owner in home}
    inhabitants: dict[tuple[str, ...], list[NamedType]] = {}
    for name, type_ in types.items():
        inhabitants.setdefault(home_of[owners[name]], []).append(type_)
    modules: list[Module] = []
    firsts = {min(home): home for home in inhabitants}
    wanted = [(module_name(first), module_name(with_digest(first, first))) for first in sorted(firsts)]
    names = {firsts[first]: name for first, name in zip(sorted(firsts), first_free(wanted), strict=True)}
    for home, members in inhabitants.items():
        inside = {type_.name for type_ in members}
        others = {other for type_ in members for other in _mentioned(type_)} - inside
        modules.append(Module(names[home], _in_order(members), tuple(sorted(others))))
    return tuple(sorted(modules, key=lambda module: module.name))


def _homes(circles: Iterable[list[str]], edges: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the owners that share a module: those of a circle, and those that stand equally far up long chains.

    Each circle comes after those that it needs.
    """
    distances: dict[str, int] = {}
    far: dict[int, list[str]] = defaultdict(list)
    for circle in circles:
        below = [distances[other] for owner in circle for other in edges[owner] if other in distances]
        distance = 1 + max(below, default=-1)
        distances |= dict.fromkeys(circle, distance)
        if distance < _LONG:
            yield tuple(circle)
        else:
            far[(distance - _LONG) // _STRETCH] += circle
    yield from map(tuple, far.values())


def _owner(name: str, types: Mapping[str, NamedType]) -> str:
    while types[name].owner != name:
        name = types[name].owner
    return name


def _mentioned(type_: NamedType) -> set[str]:
    return {name for each in type_.inner for name in names_in(each)}


def _in_order(members: list[NamedType]) -> tuple[NamedType, ...]:
    """Put classes first, then aliases, each after those it is made of: aliases are evaluated where they stand."""
    aliases = {type_.name: type_ for type_ in members if isinstance(type_, AliasType)}
    ordered: dict[str, NamedType] = {type_.name: type_ for type_ in members if type_.name not in aliases}

    def place(type_: AliasType, above: tuple[str, ...]) -> None:
        for name in _mentioned(type_):
            if name in aliases and name not in ordered and name not in above:
                place(aliases[name], (*above, type_.name))
        ordered[type_.name] = type_

    for alias in aliases.values():
        if alias.name not in ordered:
            place(alias, ())
    return tuple(ordered.values())
