"""What a difference between two symbols that correspond does to callers, by the kind of the symbols."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeAlias

from specloom.diff.client.comparison import Outcome, SurfaceComparison
from specloom.diff.client.credentials import compare_alternatives
from specloom.diff.vocabulary import MEDIA_TYPES, ClientVerdict
from specloom.graph import reach
from specloom.ir.build_servers import base_path, normal_address, origin
from specloom.ir.surface import Surface, Symbol, SymbolKind
from specloom.ir.types import AliasType, ListOf, Literals, Named, NamedType, Scalar, Tagged, Type, walk
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json
from specloom.spec.extension import request_options
from specloom.spec.media_types import JSON_TYPE, OCTET_STREAM, TEXT, normal_media_type
from specloom.spec.routes import without_names

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict
_GIVEN: Final = {
    "": ("one answer", "one answer"),
    "Pager": ("a pager, which sends nothing before it is read", "a pager"),
    "Stream": ("a stream of items", "a stream"),
}
"""What a call gives: told at length, and in few words."""
_SORT: Final = "it is a type of another sort"

Differences: TypeAlias = Callable[[SurfaceComparison, Symbol, Symbol], Iterator[Outcome | None]]


def _of_setting(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    variable, now = _variable(old, both.old.client), _variable(new, both.new.client)
    if old.name != new.name:
        yield Outcome(_BREAKS, f"the argument is called {new.name} now")
    elif variable != now:
        yield Outcome(_BEHAVES, f"it is read from a variable that ends with {now}")
    if _is_token(old) and not _is_token(new):
        yield Outcome(_TYPES, "a function is not taken any more")
    if old.annotation != new.annotation:
        yield Outcome(_SAFE, "all that callers pass is still taken")
    if _carrier(old) != _carrier(new):
        yield Outcome(_BEHAVES, "it is sent in another way")
    yield _choices(old.behaviour.get("choices"), new.behaviour.get("choices"))
    before, after = old.behaviour["default"], new.behaviour["default"]
    called, address = (each.behaviour.get("address") for each in (old, new))
    if old.key == ("servers",):
        yield _servers(_addresses(both.old), _addresses(both.new))
    elif before != after and not (called and normal_address(str(called)) == normal_address(str(address))):
        yield _defaults(called or before, address or after)


def _addresses(client: Surface) -> set[str]:
    """Return the addresses under which callers can say where else calls are to go."""
    return {str(each.behaviour["server"]) for each in client.methods() if "server" in each.behaviour}


def _servers(old: set[str], new: set[str]) -> Outcome | None:
    if gone := ", ".join(sorted(old - new)):
        return Outcome(_BEHAVES, f"what is given for {gone} is not used any more")
    return Outcome(_SAFE, "all that is given is used as before") if new - old else None


def _variable(setting: Symbol, client: Symbol) -> str:
    """Return the environment variable without the beginning that all of a client share."""
    return str(setting.behaviour["environment"]).removeprefix(str(client.behaviour["environment"]))


def _is_token(credential: Symbol) -> bool:
    """Tell whether a credential is a bearer token, for which callers may pass a function that gives it."""
    match credential.behaviour.get("sent"):
        case ["bearer", *_]:
            return True
        case _:
            return False


def _carrier(credential: Symbol) -> Json:
    """Return how a credential is sent: the case of a header's name means nothing, nor does the order of scopes.

    RFC 9110, 5.1, and RFC 6749, 3.3.
    """
    match credential.behaviour.get("sent"):
        case ["header", str(name), *more]:
            return ["header", name.lower(), *more]
        case [kind, name, dict() as request]:
            scopes = request.get("scopes")
            in_order = {"scopes": [*sorted(map(str, scopes))]} if isinstance(scopes, list) else {}
            return [kind, name, {**request, **in_order}]
        case sent:
            return sent


def _choices(old: Json, new: Json) -> Outcome | None:
    """Return what becomes of the values that a setting may have, in whatever order; None: any."""
    if old == new or (isinstance(old, list) and isinstance(new, list) and {*map(str, old)} == {*map(str, new)}):
        return None
    if isinstance(new, list) and not (isinstance(old, list) and all(each in new for each in old)):
        return Outcome(_BEHAVES, "clients that are made with other values than those listed refuse to be made now")
    return Outcome(_SAFE, "all values are still taken")


def _defaults(old: object, new: object) -> Outcome:
    if not new:
        return Outcome(_BEHAVES, "clients that are made without it refuse to be made now")
    if not old:
        return Outcome(_SAFE, "clients can be made without it now")
    return Outcome(_BEHAVES, f"clients that are made without it use {new}, not {old}")


def _of_argument(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    if old.key[:1] not in {("accept",), ("content type",)}:  # what it can be is said by the overloads
        yield both.exchanged(old, new)
    if old.key and new.key:
        yield from _sending(both, old, new)
    if old.name != new.name:
        yield Outcome(_BREAKS, f"the argument is called {new.name} now")
    if old.positional and not new.positional:
        yield Outcome(_BREAKS, "it can only be passed by its name now")
    if new.required and not old.required:
        yield Outcome(_BREAKS, "calls have to give it now")


def _sending(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome]:
    if _read_as(old) != _read_as(new):
        yield Outcome(_BEHAVES, f"it is sent as {_sent_as(new)}, not as {_sent_as(old)}")
    before, after = (each.behaviour.get("server default", "nothing") for each in (old, new))
    if before != after and not old.required:
        yield Outcome(_BEHAVES, f"calls without it mean {after}, not {before}")
    if _written(old, both.old.input_types) != _written(new, both.new.input_types):
        yield Outcome(_BEHAVES, "its value is written in another way")


def _written(argument: Symbol, named: Mapping[str, NamedType]) -> Json:
    """Return how a value is written, as far as it shows: exploded, single ones look the same, and lists in `simple`."""
    written = argument.behaviour.get("written")
    if not isinstance(written, dict) or argument.type is None:
        return written
    types = [*reach(walk(argument.type), partial(_stands_for, named=named), id)]
    types = [each for each in types if not any(True for _ in _stands_for(each, named))]
    if argument.key[:1] == ("body",):
        return _written_in_form(written, types)
    has_no_reserved = all(isinstance(each, Scalar) and each.kind in {"int", "bool"} for each in types)
    if has_no_reserved:
        written = {name: value for name, value in written.items() if name != "allow_reserved"}
    if "explode" not in written:
        return written or None
    is_simple = written.get("style", "simple" if argument.key[:1] in {("path",), ("header",)} else "form") == "simple"
    plain = all(isinstance(each, Scalar | Literals) or (is_simple and isinstance(each, ListOf)) for each in types)
    if not plain or any(isinstance(each, Scalar) and each.kind == "any" for each in types):
        return written
    return {name: value for name, value in written.items() if name != "explode"} or None


def _stands_for(type_: Type, named: Mapping[str, NamedType]) -> Iterator[Type]:
    """Yield what a name stands for that is no class of its own, and all in it."""
    alias = named.get(type_.name) if isinstance(type_, Named) else None
    if isinstance(alias, AliasType):
        yield from walk(alias.type)


def _written_in_form(written: Mapping[str, Json], types: Sequence[Type]) -> Json:
    """Return how a part of a form is written, as far as it is not as usual (OpenAPI 3.1.1, 4.8.15.1)."""
    is_list = any(isinstance(each, ListOf) for each in types)
    is_plain = all(isinstance(each, Scalar | Literals | ListOf) and each != Scalar("any") for each in types)
    usual = OCTET_STREAM if Scalar("bytes") in types else TEXT if is_plain else JSON_TYPE
    idle: set[str] = set()
    if written.get("content_type") == usual and (is_plain or not is_list):
        idle.add("content_type")
    if is_plain and not is_list:
        idle |= {"style", "explode"}
    elif is_plain and written.get("style") == "form" and written.get("explode", True):
        idle.add("style")
    return {name: value for name, value in written.items() if name not in idle} or None


def _read_as(argument: Symbol) -> tuple[str, ...]:
    """Return what servers know an argument by: the case of a header's name means nothing (RFC 9110, 5.1)."""
    return _without_case(argument.key) if argument.key[:1] == ("header",) else argument.key


def _without_case(key: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in key)


def _sent_as(argument: Symbol) -> str:
    return " ".join(filter(None, argument.key))


def _of_overload(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    """Yield what becomes of the answer, if that is what is chosen."""
    if old.key[:1] == ("accept",):
        yield _result(both, old, new) if old.is_streamed or new.is_streamed else both.exchanged(old, new)


def _of_field(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    yield both.exchanged(old, new)
    is_same = old.path in both.headers and _without_case(old.key) == _without_case(new.key)
    yield _renamed(_BREAKS, old, replace(new, key=old.key) if is_same else new)


def _of_key(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    yield both.exchanged(old, new)
    yield _renamed(_TYPES, old, new)
    if new.required and not old.required:
        yield Outcome(_TYPES, "dictionaries need the key now")
    if old.required and not new.required:
        yield Outcome(_SAFE, "dictionaries may do without the key now")
    before, after = (each.behaviour.get("server default", "nothing") for each in (old, new))
    if before != after:
        yield Outcome(_BEHAVES, f"dictionaries without the key mean {after}, not {before}")


def _renamed(verdict: ClientVerdict, old: Symbol, new: Symbol) -> Outcome | None:
    if old.name != new.name:
        return Outcome(verdict, f"it is called {new.name} now")
    if old.key != new.key:
        return Outcome(_BEHAVES, f"it stands for {new.key[0]} in the JSON, not for {old.key[0]}")
    return None


def _of_alias(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    if old.type is None:
        yield Outcome(_TYPES, _SORT) if new.type is not None else None
    else:
        yield both.exchanged(old, new) or (Outcome(_SAFE, _SORT) if new.type is None else None)
    if old.type is not None and new.type is not None:
        yield _tags(old.type, new.type, both.names[old.direction])


def _tags(old: Type, new: Type, names: Mapping[str, str]) -> Outcome | None:
    """Return what becomes of a union whose members are told apart in another way."""
    match old, new:
        case (Tagged(one, mapping=values), Tagged(other, mapping=others)):
            translated = {value: names.get(name, name) for value, name in others.items()}
            if one != other or any(translated.get(value, name) != name for value, name in values.items()):
                return Outcome(_BEHAVES, "other values tell its members apart")
    return None


def _of_event(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    """Yield what is different about a class, about one of its attributes, or about how requests are read."""
    if old.name != new.name:
        yield Outcome(_BREAKS, f"the class is called {new.name} now")
    if old.behaviour != new.behaviour:
        yield Outcome(_BEHAVES, "requests are read in another way")
    if old.value is not None and new.value is not None:
        yield both.given("answer", old.value, new.value)
    elif old.annotation != new.annotation:
        yield Outcome(_TYPES, "the event has another name on the wire, which is its type")


def _of_error(_: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    if old.annotation != new.annotation:
        yield Outcome(_SAFE, "what caught it by its own name or as an ApiError still does")


def _of_constant(_: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    if old.annotation != new.annotation:
        yield Outcome(_BEHAVES, "it stands for something else")


def _of_method(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome | None]:
    result = _result(both, old, new)
    is_of_pages = old.wrapper != new.wrapper and "Pager" in {old.wrapper, new.wrapper}
    yield result and result._replace(about=(("pagination",),) if is_of_pages else (("response",),))
    steps = [{name: each.behaviour.get(name) for name in _SEVERAL} for each in (old, new)]
    before, after = ({name for name, said in each.items() if said is not None} for each in steps)
    if not before and not after:
        yield from _request(both, old, new)
    elif before != after:
        yield Outcome(_BEHAVES, "it does something else")
    elif steps[0] != steps[1] or old.key != new.key:
        yield Outcome(_BEHAVES, _SEVERAL[before.pop()])


_SEVERAL: Final[Mapping[str, str]] = {
    "upload": "the file goes to its place in another way",
    "edit": "the revision is read or sent in another way",
}
"""What methods do that call several operations → what is said where they do it otherwise."""


def _result(both: SurfaceComparison, old: Symbol, new: Symbol) -> Outcome | None:
    if "upload" not in old.behaviour and old.wrapper != new.wrapper:
        was, now = _GIVEN[old.wrapper][1], _GIVEN[new.wrapper][0]
        return Outcome(_BREAKS, f"a call gives {now}, not {was}")
    if old.value is None:
        return None if new.value is None else Outcome(_SAFE, "a call that gave nothing back gives something back")
    if new.value is None:
        return Outcome(_TYPES, "a call gives nothing back any more")
    is_whole = old.is_paged or old.is_streamed
    before, after = (ListOf(old.value), ListOf(new.value)) if is_whole else (old.value, new.value)
    outcome = both.given("answer", before, after)  # pagers and streams are invariant as lists are
    if outcome and (outcome.verdict != _SAFE or old.returns != new.returns):
        return outcome
    return _stream(old.behaviour.get("stream"), new.behaviour.get("stream"))


def _called_routes(client: Surface, method: Symbol) -> list[str]:
    """Return the routes of a call with the path of the address that stands before them, if nobody gives another."""
    general = next(each.behaviour["address"] for each in client.client.members if each.key == ("address",))
    base = base_path(str(method.behaviour.get("server", general)))
    return [without_names(route.replace(" ", f" {base}", 1)) for route in method.routes]


def _stream(old: Json, new: Json) -> Outcome | None:
    """Return what callers notice of a stream whose items have the same content."""
    match old, new:
        case {"data": was}, {"data": now}:
            return Outcome(_BEHAVES, "the data of other events are JSON") if was != now else None
        case {"data": _}, dict():
            return Outcome(_TYPES, "the stream gives what is in its items, not whole events")
        case dict(), {"data": _}:
            return Outcome(_TYPES, "the stream gives whole events, not what is in them")
        case _:
            return None


def _request(both: SurfaceComparison, old: Symbol, new: Symbol) -> Iterator[Outcome]:
    """Yield what a call does otherwise on the wire, arguments aside."""
    before, after = old.behaviour, new.behaviour
    goes_on = _called_routes(both.old, old) == _called_routes(both.new, new)
    if old.key != new.key and not goes_on:
        yield Outcome(_BEHAVES, f"a call sends {new.routes[0]}, not {old.routes[0]}", ((),))
    server, now = (str(each.get("server", "the client's server")) for each in (before, after))
    if normal_address(server) != normal_address(now) and not (goes_on and origin(server) == origin(now)):
        yield Outcome(_BEHAVES, f"a call goes to {now}, not to {server}", (("server",),))
    if "accept" in before and "accept" in after and before["accept"] != after["accept"]:
        reason = f"it asks for {after['accept']} where nobody says what, not for {before['accept']}"
        yield Outcome(_BEHAVES, reason, (("response",),))
    bodies = [normal_media_type(str(each.get("body", ""))) for each in (before, after)]
    if all(bodies) and bodies[0] != bodies[1]:
        yield Outcome(
            _BEHAVES,
            f"its body is sent as {after['body']}, not as {before['body']}",
            (("body", MEDIA_TYPES), ("body",)),
        )
    for option in request_options():
        said, says = (quoted(each[option]) if option in each else "not said" for each in (before, after))
        if said != says:
            yield Outcome(_BEHAVES, f"{option} of its request was {said} and is {says}", ((option,), ()))
    if "credentials" in before or "credentials" in after:
        needed = before.get("credentials", both.old.client.behaviour["credentials"])
        given = after.get("credentials", both.new.client.behaviour["credentials"])
        outcome = compare_alternatives("a call sends", needed, given)
        if outcome is not None:
            yield outcome._replace(about=(("security",),))
    match before.get("paging"), after.get("paging"):
        case ([name, how], [other, other_how]) if name != other and how != other_how:
            yield Outcome(_BEHAVES, "it finds the next page in another way")


DIFFERENCES: Final[Mapping[SymbolKind, Differences]] = {
    "setting": _of_setting,
    "credential": _of_setting,
    "method": _of_method,
    "argument": _of_argument,
    "overload": _of_overload,
    "field": _of_field,
    "key": _of_key,
    "alias": _of_alias,
    "event": _of_event,
    "error": _of_error,
    "constant": _of_constant,
}
"""Of what has members, without what is different about these."""
