"""Where requests go: servers with the variables in their addresses, and the paths behind these.

A part of the path of a server may move into the paths of operations, or back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from specloom.diff.documents.extensions import compare_members
from specloom.diff.documents.place import Comparison, Place
from specloom.diff.pairs import Pairs, pair
from specloom.diff.schemas.equality import first_difference
from specloom.diff.vocabulary import Change, Subject, Use
from specloom.findings import Location
from specloom.ir.build_servers import base_path, normal_address, origin
from specloom.messages import quoted
from specloom.record import record
from specloom.source import value_at
from specloom.spec.document import Document, Operation, Server, ServerVariable
from specloom.spec.routes import VARIABLE, fill_variables, wire_method, without_names

_PARTS: Final = ("host", "basePath", "schemes")
"""The members in which OpenAPI 2.0 has an address."""


def compare_servers(comparison: Comparison, operations: Sequence[tuple[Operation, Operation]]) -> Iterator[Change]:
    """Yield what is different about where calls go.

    The servers of the whole description are compared once, for all operations that have none of their own.
    """
    old, new = comparison.old, comparison.new
    moves = {id(now): find_base_move(old, new, was, now) for was, now in operations}
    general = [(was, now) for was, now in operations if not (was.servers or now.servers)]
    stayed = [both for both in general if moves[id(both[1])] is None]
    by_move: defaultdict[_BaseMove, list[tuple[Operation, Operation]]] = defaultdict(list)
    for was, now in general:
        if (move := moves[id(now)]) is not None:
            by_move[move].append((was, now))
    yield from (_moved(comparison, move, ("server",), moved) for move, moved in by_move.items())
    if not (_is_default(old.servers) and _is_default(new.servers)):
        move = None if stayed else next(iter(by_move), None)
        place = comparison.place("server", uses=(Use(now.route, "request") for _, now in stayed or general))
        yield from _compare(place, old.servers, new.servers, new.location, move)
    for was, now in operations:
        if was.servers or now.servers:
            place = comparison.route(now.route, "request").below("server")
            owner = now.location if now.servers else new.location
            if (move := moves[id(now)]) is not None:
                yield _moved(comparison, move, place.subject, [(was, now)])
            yield from _compare(place, was.servers or old.servers, now.servers or new.servers, owner, move)
            yield from _compare_spelling(place, was.servers or old.servers, now.servers or new.servers)


def _moved(
    comparison: Comparison, move: _BaseMove, subject: Subject, operations: Sequence[tuple[Operation, Operation]]
) -> Change:
    """Return that a part of the address of operations is written in their paths now, or no longer."""
    place = comparison.place(*subject, uses=(Use(now.route, "request") for _, now in operations))
    was, now = operations[0]
    there, here = "the server's address", "the paths of operations"
    before, after = (there, here) if len(move.old) > len(move.new) else (here, there)
    message = f"{quoted(move.part)} stood in {before} and stands in {after}"
    place = place.at(item_location(was), item_location(now))
    routes = dict.fromkeys((each.route,) for both in operations for each in both)
    return place.changed("base-path-moved", message, (move.old, move.new), beside=routes)


def _is_default(servers: Sequence[Server]) -> bool:
    """Tell whether a description has the one server that it has if it names none (OpenAPI 3.1.1, 4.8.1)."""
    return not servers or (len(servers) == 1 and servers[0].url == "/")


def _compare(
    place: Place, old: Sequence[Server], new: Sequence[Server], owner: Location, move: _BaseMove | None
) -> Iterator[Change]:
    pairs = _pair(old, new, move)
    for server in pairs.removed:
        if move is not None and not new and not _shortened(server, move.old):
            continue  # what is left of it is the server of a description that names none
        message = f"the server {quoted(server.url)} is gone"
        left = owner.at("servers") if new else owner.key()
        where, _ = _where_written(server.location, new[0].location if new else server.location)
        yield place.below(server.url).change("server-removed", message, before=server.url, old=where, new=left)
    for server in pairs.added:
        if move is not None and not old and not _shortened(server, move.new):
            continue
        message = f"the server {quoted(server.url)} is new"
        _, where = _where_written(old[0].location if old else server.location, server.location)
        yield place.below(server.url).change("server-added", message, after=server.url, new=where)
    if any(before is old[0] and after is not new[0] for before, after in pairs.both):
        here, urls = place.of(old[0], new[0]), (old[0].url, new[0].url)
        yield from here.compare_value("default-server-changed", "the first server", urls)
    for before, after in pairs.both:
        yield from _compare_server(place.below(after.url), before, after, move)


def _pair(old: Sequence[Server], new: Sequence[Server], move: _BaseMove | None) -> Pairs[Server]:
    """Pair servers by address, then by address but for the variables' names; as many as are left, in their order."""
    pairs = pair(old, new, lambda server: server.url).then(lambda server: normal_address(server.url))
    if move is not None:
        shortened = {id(each): _shortened(each, move.old) for each in old}
        shortened |= {id(each): _shortened(each, move.new) for each in new}
        pairs = pairs.then(lambda server: shortened[id(server)])
    pairs = pairs.then(lambda server: without_names(server.url))
    pairs = pairs.then(lambda server: origin(_called_address(server)))
    if len(pairs.removed) == len(pairs.added):
        return Pairs((*pairs.both, *zip(pairs.removed, pairs.added, strict=True)), (), ())
    return pairs


def _compare_spelling(place: Place, olds: Sequence[Server], news: Sequence[Server]) -> Iterator[Change]:
    """Yield that the server of an operation is spelt otherwise: by its address callers say where they call instead.

    So it is where it was that of the whole description, or is now: callers say in another way where calls go then.
    """
    for old, new in [*zip(olds, news, strict=False)][:1]:
        if normal_address(old.url) == normal_address(new.url):
            message = f"the server {quoted(old.url)} is spelt {quoted(new.url)}"
            if len(old.location.pointer) < len(new.location.pointer):
                message = f"{quoted(new.url)} is the server of the operation now, and was that of the description"
            elif len(old.location.pointer) > len(new.location.pointer):
                message = f"{quoted(old.url)} was the server of the operation, and is that of the description now"
            elif old.url == new.url:
                return
            yield place.of(old, new).changed("server-url-respelt", message, (old.url, new.url), "url")


def _shortened(server: Server, base: str) -> str:
    return normal_address(_called_address(server)).removesuffix(base)


def _compare_server(place: Place, old: Server, new: Server, move: _BaseMove | None) -> Iterator[Change]:
    before, after = ("", "") if move is None else (move.old, move.new)
    same_shape = without_names(old.url) == without_names(new.url)
    names = zip(VARIABLE.findall(old.url), VARIABLE.findall(new.url), strict=True) if same_shape else ()
    if not same_shape and _shortened(old, before) != _shortened(new, after):
        here = place.at(*_where_written(old.location.at("url"), new.location.at("url")))
        yield from here.compare_value("server-url-changed", "the server", (old.url, new.url))
    yield from _compare_variables(place, old, new, dict(names))


def _where_written(old: Location, new: Location) -> tuple[Location, Location]:
    """Return the places of two servers; of OpenAPI 2.0, which has their addresses in parts, of what differs."""
    for part in _PARTS:
        parts = [Location(place.document, (part,)) for place in (old, new)]
        before, after = (next(iter(value_at(place)), None) for place in parts)
        if before != after:
            was, now = (place.at(*first_difference(before, after)) for place in parts)
            return old if before is None else was, new if after is None else now
    return old, new


def _compare_variables(place: Place, old: Server, new: Server, renamed: Mapping[str, str]) -> Iterator[Change]:
    before_names = {id(variable): renamed.get(name, name) for name, variable in old.variables.items()}
    pairs = pair(old.variables.items(), new.variables.items(), lambda item: before_names.get(id(item[1]), item[0]))
    for name, variable in pairs.removed:
        left = new.location.at("variables") if new.variables else new.location
        here, where = place.below(name), variable.location.key()
        yield here.change("server-variable-removed", f"{_title(name)} is gone", before=name, old=where, new=left)
    for name, variable in pairs.added:
        here, where = place.below(name), variable.location.key()
        yield here.change("server-variable-added", f"{_title(name)} is new", after=name, new=where)
    for (before_name, before), (name, after) in pairs.both:
        here = place.below(name)
        renaming = here.at(before.location.key(), after.location.key())
        yield from renaming.compare_name("server-variable-renamed", _title(before_name), (before_name, name))
        yield from _compare_variable(here.of(before, after), name, before, after)
        yield from compare_members(here, "server-variable", _title(name), before, after)


def _title(name: str) -> str:
    return f"the server variable {quoted(name)}"


def _compare_variable(place: Place, name: str, old: ServerVariable, new: ServerVariable) -> Iterator[Change]:
    message = f"{_title(name)} was {quoted(old.default)} by default and is {quoted(new.default)}"
    yield from place.compare("server-variable-default-changed", message, (old.default, new.default), "default")
    if old.enum and new.enum:
        yield from _compare_values(place, name, old, new)
    elif old.enum or new.enum:
        fact = "server-variable-became-enum" if new.enum else "server-variable-enum-dropped"
        message = f"{_title(name)} takes {'only listed values' if new.enum else 'any value'} now"
        yield place.changed(fact, message, ([*old.enum], [*new.enum]), "enum")


def _compare_values(place: Place, name: str, old: ServerVariable, new: ServerVariable) -> Iterator[Change]:
    for index, value in enumerate(old.enum):
        if value not in new.enum:
            message = f"{_title(name)} no longer takes {quoted(value)}"
            was, now = old.location.at("enum", index), new.location.at("enum")
            yield place.change("server-variable-value-removed", message, before=value, old=was, new=now)
    for index, value in enumerate(new.enum):
        if value not in old.enum:
            message = f"{_title(name)} takes {quoted(value)} as well"
            where = new.location.at("enum", index)
            yield place.change("server-variable-value-added", message, after=value, new=where)


@record
class _BaseMove:
    """A part of an address that stood in the path of a server and stands in paths now, or the other way round."""

    old: str
    """The path of the server before."""
    new: str

    @property
    def part(self) -> str:
        """What has moved."""
        return max(self.old, self.new, key=len).removeprefix(min(self.old, self.new, key=len))


def _called_address(server: Server) -> str:
    """Return what is called if the caller says nothing."""
    return fill_variables(server.url, {name: variable.default for name, variable in server.variables.items()})


def called_path(document: Document, operation: Operation) -> str:
    """Return the path that a request for an operation has, that of the server included."""
    return _base(document, operation) + operation.path


def find_base_move(old: Document, new: Document, before: Operation, after: Operation) -> _BaseMove | None:
    """Return which part of the address has moved, if that is why the path of an operation is written otherwise."""
    move = _BaseMove(_base(old, before), _base(new, after))
    is_rewritten = move.old != move.new and without_names(before.route) != without_names(after.route)
    is_same = wire_method(before.method) == wire_method(after.method) and (
        without_names(called_path(old, before)) == without_names(called_path(new, after))
    )
    variables = [VARIABLE.findall(each.path) for each in (before, after)]
    return move if is_rewritten and is_same and len(variables[0]) == len(variables[1]) else None


def _base(document: Document, operation: Operation) -> str:
    servers = operation.servers or document.servers
    return base_path(_called_address(servers[0])) if servers else ""


def item_location(operation: Operation) -> Location:
    """Return where an operation's path item is, which may be in another file than its path."""
    where = operation.location
    return Location(where.document, where.pointer[:-1]).key() if where.pointer[-1:] == (operation.method,) else where
