"""What a generated client takes, as its `surface.json` says: methods by their routes, and arguments by their types."""

from __future__ import annotations

import json
from base64 import b64decode, urlsafe_b64decode
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from wire.description import Json


class UnfitError(Exception):
    """A JSON value is none of a type."""


class DecimalText(Decimal):
    """A decimal number that is written as text."""


@dataclass(frozen=True, slots=True)
class Passed:
    """An argument."""

    value: Any
    """What the caller passes."""
    expected: Any
    """What then has to be on the wire: JSON, with a time, bytes or a `DecimalText` in the place of their text."""


@dataclass(frozen=True, slots=True)
class TakenArgument:
    """An argument that a method takes."""

    name: str
    location: str
    """`path`, `query`, `header`, `cookie`, or `body`; empty where it is none of the description's."""
    wire_name: str
    """Empty where it is the whole body."""
    type: Json
    is_positional: bool
    asks_for_stream: bool
    """Whether true asks for the answer as a stream."""


@dataclass(frozen=True, slots=True)
class Method:
    """A method of a client."""

    path: tuple[str, ...]
    """Attributes that lead to it from the client."""
    route: str
    arguments: tuple[TakenArgument, ...]
    body: str
    """The media type of its body, if nothing else is said; empty where it has none."""
    bodies: Mapping[str, tuple[TakenArgument, ...]]
    """The media types that its body may have, where it has a choice → the arguments for these."""
    is_paged: bool
    answer: Json
    """The type of the decoded answer."""
    accept: str
    """The media type of its answer, if nothing else is said; empty where there is no choice."""
    answers: Mapping[str, str]
    """The media types that its answer may have, likewise → the form of a stream, empty for what is none."""
    form: str
    """The form of a stream that its answer is, where there is no choice; empty where it is none."""

    @property
    def positional(self) -> list[str]:
        return [each.name for each in self.arguments if each.is_positional]

    def stream(self, media_type: str) -> str:
        """Return the form of the stream that an answer of a media type is; empty where it is none."""
        return self.answers.get(media_type, "") if self.answers else self.form

    def argument(self, location: str, wire_name: str, media_type: str = "") -> TakenArgument | None:
        """Return what passes a parameter or a member of the body; None where nothing does.

        Args:
            location: Where it is on the wire.
            wire_name: Its name there.
            media_type: That of the body.
        """
        is_other = location == "body" and media_type != self.body and media_type in self.bodies
        arguments = self.bodies[media_type] if is_other else self.arguments
        return next((each for each in arguments if (each.location, each.wire_name) == (location, wire_name)), None)


class Signatures:
    """The methods and types of a client.

    Args:
        folder: The client's.
    """

    def __init__(self, folder: Path) -> None:
        self._surface = json.loads((folder / "surface.json").read_text(encoding="utf-8"))
        self.client = next(name for name, each in self._surface["client"].items() if each["kind"] == "client")

    @property
    def settings(self) -> list[str]:
        """What a client is made with, where it cannot do without."""
        return [
            name.rpartition("(")[2].removesuffix(")")
            for name, each in self._surface["client"].items()
            if each["kind"] == "credential"
            or (each["kind"] == "setting" and each.get("key", [""])[0] == "variable" and _is_open(_default(each)))
        ]

    @property
    def variables(self) -> dict[str, str]:
        """The settings for variables of servers, by the names of these."""
        return {
            each["key"][1]: name.rpartition("(")[2].removesuffix(")")
            for name, each in self._surface["client"].items()
            if each.get("key", [""])[0] == "variable"
        }

    @property
    def token_path(self) -> str:
        """The path at which the client trades its credentials for a token; empty where it does not."""
        sent = [each.get("behaviour", {}).get("sent", [""]) for each in self._surface["client"].values()]
        return next((urlsplit(each[2]["url"]).path for each in sent if each[0] == "client-credentials"), "")

    @cached_property
    def methods(self) -> dict[str, list[Method]]:
        """The methods of each route that call it and nothing else."""
        arguments: dict[str, list[TakenArgument]] = defaultdict(list)
        overloads: dict[str, dict[str, dict[str, Json]]] = defaultdict(lambda: defaultdict(dict))
        found: dict[str, list[Method]] = defaultdict(list)
        symbols = self._surface["resources"]
        for name, each in symbols.items():
            if each["kind"] == "argument":
                owner, _, own = name.removesuffix(")").rpartition("(")
                location, wire_name = each.get("key") or ("", "")
                is_flag = each.get("annotation", "").startswith("Literal[False]")
                is_positional = each.get("positional", False)
                arguments[owner].append(
                    TakenArgument(own, location, wire_name, each.get("type"), is_positional, is_flag)
                )
            elif each["kind"] == "overload":
                keyword, media_type = each["key"]
                overloads[name.partition("(")[0]][keyword][media_type] = (name, each)
        for name, each in symbols.items():
            behaviour = each.get("behaviour", {})
            if each["kind"] == "method" and not behaviour.keys() & {"upload", "edit"}:
                answers = overloads[name]["accept"].items()
                method = Method(
                    path=tuple(name.split(".")[1:]),
                    route=each["routes"][0],
                    arguments=tuple(arguments[name]),
                    body=behaviour.get("body", ""),
                    bodies={kind: tuple(arguments[own]) for kind, (own, _) in overloads[name]["content type"].items()},
                    is_paged="paging" in behaviour,
                    answer=each.get("type"),
                    accept=behaviour.get("accept", ""),
                    answers={
                        kind: facts.get("behaviour", {}).get("stream", {}).get("form", "")
                        for kind, (_, facts) in answers
                    },
                    form=behaviour.get("stream", {}).get("form", ""),
                )
                found[method.route].append(method)
        return found

    @cached_property
    def _keys(self) -> dict[str, dict[str, tuple[str, Json]]]:
        """Name of an object type → name on the wire → Python's key, and its type."""
        found: dict[str, dict[str, tuple[str, Json]]] = defaultdict(dict)
        for name, each in self._surface["inputs"].items():
            if each["kind"] == "key":
                owner, _, key = name.removesuffix('"]').partition('["')
                found[owner.removeprefix("inputs.")][each.get("key", [key])[0]] = (key, each.get("type"))
        return found

    def passed(self, value: Json, type_: Json, random: Random) -> Passed:
        """Return a JSON value as a caller would pass it.

        Raises:
            UnfitError: It is none of the type.
        """
        try:
            return self._passed(value, type_, random, strictly=True)
        except UnfitError:
            return self._passed(value, type_, random, strictly=False)

    def _passed(self, value: Json, type_: Json, random: Random, *, strictly: bool) -> Passed:
        match type_:
            case str():
                return _scalar(value, type_)
            case {"scalar": kind}:
                return _scalar(value, kind)
            case {"values": values, **rest}:
                is_other = rest.get("open") and isinstance(value, type(values[0]))
                _demand(is_other or any(value == each and type(value) is type(each) for each in values))
                return Passed(value, value)
            case {"list": item}:
                _demand(isinstance(value, list))
                return _listed([self._passed(each, item, random, strictly=strictly) for each in value], random)
            case {"tuple": items, **rest}:
                _demand(isinstance(value, list))
                types = [*items, *[rest.get("rest", "any")] * (len(value) - len(items))]
                pairs = zip(value, types, strict=False)
                parts = [self._passed(each, item, random, strictly=strictly) for each, item in pairs]
                return Passed(tuple(part.value for part in parts), [part.expected for part in parts])
            case {"map": item}:
                _demand(isinstance(value, dict))
                parts = {name: self._passed(each, item, random, strictly=strictly) for name, each in value.items()}
                return _mapped(parts)
            case {"any of": members}:
                return self._first(value, members, random, strictly=strictly)
            case {"tag": wire_name, "members": members, "mapping": mapping}:
                _demand(isinstance(value, dict))
                name = mapping.get(str(value.get(wire_name)))
                names = [name] if name else members
                return self._first(value, [{"name": each} for each in names], random, strictly=strictly)
            case {"name": name}:
                return self._named(value, name, random, strictly=strictly)
            case _:
                raise UnfitError

    def _first(self, value: Json, types: list[Json], random: Random, *, strictly: bool) -> Passed:
        for each in types:
            try:
                return self._passed(value, each, random, strictly=strictly)
            except UnfitError:
                continue
        raise UnfitError

    def _named(self, value: Json, name: str, random: Random, *, strictly: bool) -> Passed:
        symbol = self._surface["inputs"].get(f"inputs.{name}")
        if symbol is None:
            raise UnfitError
        if symbol["kind"] == "alias":
            return self._passed(value, symbol["type"], random, strictly=strictly)
        _demand(isinstance(value, dict))
        keys = self._keys[name]
        extra = symbol.get("extra")
        _demand(not strictly or extra is not None or value.keys() <= keys.keys())
        found: dict[str, Any] = {}
        expected: dict[str, Any] = {}
        for wire_name, item in value.items():
            key, type_ = keys.get(wire_name, (wire_name, extra or "any"))
            part = self._passed(item, type_, random, strictly=strictly)
            found[key], expected[wire_name] = part.value, part.expected
        return Passed(found, expected)


def _default(symbol: Mapping[str, Json]) -> str:
    return str(symbol.get("behaviour", {}).get("default", ""))


def _is_open(default: str) -> bool:
    """Tell whether a variable of a server has no default, or one that only shows where a value goes: `{your-host}`."""
    return not default or "{" in default


def _demand(condition: object) -> None:
    if not condition:
        raise UnfitError


def _listed(parts: list[Passed], random: Random) -> Passed:
    values = [part.value for part in parts]
    return Passed(random.choice((list, tuple))(values), [part.expected for part in parts])


def _mapped(parts: Mapping[str, Passed]) -> Passed:
    return Passed(
        {name: part.value for name, part in parts.items()}, {name: part.expected for name, part in parts.items()}
    )


def _scalar(value: Json, kind: str) -> Passed:
    if kind == "any":
        return Passed(value, value)
    if kind not in _KINDS:
        raise UnfitError
    types, read = _KINDS[kind]
    _demand(isinstance(value, types) and not (isinstance(value, bool) and bool not in types))
    try:
        return read(value)
    except (ValueError, ArithmeticError):
        raise UnfitError from None


def _same(value: Json) -> Passed:
    return Passed(value, value)


def _read_time(value: str) -> Passed:
    _demand("T" in value)
    found = datetime.fromisoformat(value)
    return Passed(found, found)


def _read_decimal(value: Json) -> Passed:
    return Passed(Decimal(value), DecimalText(value))


_KINDS: Mapping[str, tuple[tuple[type, ...], Any]] = {
    "none": ((type(None),), _same),
    "str": ((str,), _same),
    "int": ((int,), _same),
    "float": ((int, float), _same),
    "bool": ((bool,), _same),
    "bytes": ((str,), lambda value: Passed(value.encode(), value.encode())),
    "base64": ((str,), lambda value: Passed(b64decode(value, validate=True), value)),
    "base64url": ((str,), lambda value: Passed(urlsafe_b64decode(value), value)),
    "datetime": ((str,), _read_time),
    "date": ((str,), lambda value: Passed(date.fromisoformat(value), value)),
    "time": ((str,), lambda value: Passed(time.fromisoformat(value), time.fromisoformat(value))),
    "uuid": ((str,), lambda value: Passed(UUID(value), str(UUID(value)))),
    "decimal": ((str,), _read_decimal),
    "decimal-number": ((int, float), lambda value: Passed(Decimal(repr(value)), value)),
    "unix-time": ((int,), lambda value: Passed(datetime.fromtimestamp(value, UTC), value)),
    "unix-time-text": ((str,), lambda value: Passed(datetime.fromtimestamp(int(value), UTC), value)),
    "number-or-text": ((str, int), _same),
}
"""Kind of a scalar → the types of its JSON values, and how a caller passes them."""
