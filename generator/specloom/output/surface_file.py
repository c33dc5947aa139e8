"""`surface.json`: the surface of a client as a file of it, so that two versions are compared without a description.

`surface.schema.json` beside this module describes it. A symbol is one line, under the name by which callers write it,
what is around it first. What follows from the rest of its line, or is as usual, is not written.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from specloom.findings import Location, NamedSource, Source, SpecloomError
from specloom.ir.surface import Surface, Symbol, SymbolKind
from specloom.ir.type_json import read_type, type_as_json
from specloom.ir.types import LinkTo, Named, Tagged, Type, nullable, walk
from specloom.source import Json
from specloom.source.pointer import parse_pointer, render_pointer
from specloom.source.problem import ReadError
from specloom.source.read_json import read_json
from specloom.spec.validation import Mismatch, SchemaSet, first_error

SURFACE: Final = "surface.json"
"""The path of the surface inside a generated client."""
SCHEMA: Final = Path(__file__).with_name("surface.schema.json")
"""A JSON Schema (2020-12)."""

_VERSION: Final = 1
"""Of the format: grows when a member changes its meaning or goes away, not when one is added."""
_COMPACT: Final = json.JSONEncoder(separators=(",", ":"), check_circular=False)
_BEGINNING: Final = re.compile(r'\s*\{\s*"surface"\s*:')
_END: Final = re.compile(r'\.([^.()"]+)$|\(([^.()"]+)\)$|\["([^.()"]+)"\]$|\(\w+=("(?:[^"\\]|\\.)*")\)$')
"""How the name of a symbol ends in what callers write: `.list`, `(limit)`, `["status"]`, `(accept="text/csv")`."""
_RUNTIME: Final = "_runtime."
"""How names of the runtime's classes begin, which no type of a description has."""
_TYPES: Final = frozenset({"type", "value", "extra"})
"""Members that are types, or null."""
_IN_GROUPS: Final[Mapping[str, frozenset[SymbolKind]]] = {
    "client": frozenset({"client"}),
    "resources": frozenset({"resource"}),
    "models": frozenset({"model", "alias"}),
    "inputs": frozenset({"input", "alias"}),
    "errors": frozenset({"error", "constant"}),
    "webhooks": frozenset({"event"}),
}
_INSIDE: Final[Mapping[SymbolKind, frozenset[SymbolKind]]] = {
    "client": frozenset({"setting", "credential"}),
    "resource": frozenset({"resource", "method"}),
    "method": frozenset({"argument", "overload"}),
    "overload": frozenset({"argument"}),
    "model": frozenset({"field"}),
    "input": frozenset({"key"}),
    "error": frozenset({"field"}),
    "alias": frozenset({"constant"}),
    "constant": frozenset({"constant"}),
    "event": frozenset({"event"}),
}


class SurfaceFile:
    """`surface.json` of a client that is there: what it says is read once, and only if somebody asks.

    Messages call it by its name. A `forgiving` one counts as not there where it is broken, or of another version.
    """

    def __init__(self, text: str, name: str, *, forgiving: bool = False) -> None:
        self.text: Final = text
        self._name = name
        self._forgiving = forgiving

    def holds(self, surface: Surface, files: Mapping[str, str]) -> bool:
        """Tell whether a surface is written in just these words: it takes a third of the time that reading does."""
        return render_surface(surface, files) == self.text

    def surface_in(self, files: Mapping[str, Source]) -> Surface:
        """Return what it says, placed in files that are there: by their paths, as `render_surface` has them."""
        return parse_surface(self.text, name=self._name, files=files)

    @cached_property
    def surface(self) -> Surface | None:
        """What it says; None where it is broken and that is forgiven."""
        try:
            return parse_surface(self.text, name=self._name)
        except SpecloomError:
            if self._forgiving:
                return None
            raise


def render_surface(surface: Surface, files: Mapping[str, str]) -> str:
    """Return the text of `surface.json`: a line for each symbol, in ASCII.

    `files` has the path of each document of the description, from its folder, by the name that people give it.
    """
    entry = surface.client.location.document.name
    heads = {"surface": _VERSION, "package": surface.package, "title": surface.title, "version": surface.version}
    groups: dict[str, Sequence[Symbol]] = {
        "client": [surface.client],
        "resources": surface.resources,
        "models": surface.models,
        "inputs": surface.inputs,
        "errors": surface.errors,
        "webhooks": [surface.webhooks] if surface.webhooks else [],
    }
    root = Location(NamedSource(entry))
    members = [f"{json.dumps(name)}: {json.dumps(value)}" for name, value in heads.items()]
    for name, symbols in groups.items():
        lines = (line for symbol in symbols for line in _lines(symbol, root, files, files[entry]))
        listed = ",\n".join(f"{_COMPACT.encode(path)}: {_COMPACT.encode(facts)}" for path, facts in lines)
        members.append(f'"{name}": {{\n{listed}\n}}' if symbols else f'"{name}": {{}}')
    if surface.gave_way:
        members.append(f'"gave_way": {json.dumps(sorted(surface.gave_way))}')
    return "{" + ",\n".join(members) + "}\n"


def _lines(
    symbol: Symbol, around: Location, files: Mapping[str, str], entry: str
) -> Iterator[tuple[str, dict[str, Json]]]:
    """Yield the name and facts of a symbol and of all that is in it."""
    waiting = [(symbol, around)]
    while waiting:
        here, outside = waiting.pop()
        yield here.path, _facts(here, _place(here.location, outside, files, entry))
        waiting += [(each, here.location) for each in reversed((*here.members, *here.overloads))]


def _facts(symbol: Symbol, place: str) -> dict[str, Json]:
    """Return what is written of a symbol: what is not as usual."""
    facts: dict[str, Json] = {"kind": symbol.kind}
    for name, usual in _usual(symbol.kind, symbol.name, symbol.type, required=symbol.required).items():
        value = getattr(symbol, name)
        if value != usual:
            facts[name] = type_as_json(value) if name in _TYPES and value is not None else value
    if place:
        facts["place"] = place
    return facts


def _usual(kind: SymbolKind, name: str, type_: Type | None, *, required: bool) -> dict[str, Any]:
    """Return what is so of a symbol if nothing else is written, in the order in which it is."""
    value = type_
    if kind in {"model", "input"}:
        value = Named(name)
    elif kind in {"field", "argument"} and type_ is not None and not required:
        value = nullable(type_)
    return {
        "annotation": "",
        "type": None,
        "extra": None,
        "value": value,
        "key": (name,) if kind in {"field", "key"} else (),
        "default": "None" if kind in {"setting", "credential", "argument", "field"} and not required else "",
        "owner": name if kind in {"model", "input", "alias"} else "",
        "required": False,
        "positional": False,
        "routes": (),
        "behaviour": {},
    }


def _place(location: Location, around: Location, files: Mapping[str, str], entry: str) -> str:
    """Return where something is: `/properties/id` below what is around it, else `#/…` or `file#/…`."""
    name, outside = location.document.name, around.pointer
    if name == around.document.name and location.pointer[: len(outside)] == outside:
        return render_pointer(location.pointer[len(outside) :])
    file = "" if files[name] == entry else files[name].replace("%", "%25").replace("#", "%23")
    return f"{file}#{render_pointer(location.pointer)}"


def is_surface(text: str) -> bool:
    """Tell whether a text is that of a surface, of any version, broken or not: it begins as one does."""
    return _BEGINNING.match(text) is not None


def parse_surface(text: str, *, name: str = SURFACE, files: Mapping[str, Source] | None = None) -> Surface:
    """Return the surface that `text` holds.

    `files` has the documents of the description, by their paths as `render_surface` has them; the entry's is empty. Of
    others nothing but the path is known.

    Raises:
        SpecloomError: It is no surface, or one of another version.
    """
    try:
        content = read_json(text)
    except ReadError as error:
        raise _broken(name, error.problems[0].message) from None
    version = content.get("surface") if isinstance(content, dict) else None
    if isinstance(version, int) and not isinstance(version, bool) and version != _VERSION:
        raise SpecloomError(
            f"{name} is a surface of version {version}, and this Specloom reads version {_VERSION}",
            "compare with the version of Specloom that wrote the newer one of both",
        )
    try:
        mismatch = first_error(_check()(content))
    except RecursionError:
        raise _broken(name, "it is nested too deeply") from None
    if mismatch is not None:
        raise _broken(name, _described(mismatch))
    try:
        surface = _surface_of(content, files or {})
    except ValueError as error:
        raise _broken(name, str(error)) from None
    return surface


def _broken(name: str, reason: str) -> SpecloomError:
    return SpecloomError(f"{name} is not the surface of a client: {reason}", "generate the client again")


@cache
def _check() -> Any:  # noqa: ANN401 - as SchemaSet.compile has it
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    definitions = schema.pop("$defs")
    text = json.dumps(schema).replace('"#/$defs/', '"urn:schemas#/$defs/')
    return SchemaSet(definitions, {}).compile(json.loads(text))


def _described(mismatch: Mismatch) -> str:
    place = "".join(f"[{json.dumps(each)}]" for each in mismatch.path) or "the whole"
    what = f"lacks {mismatch.missing!r}" if mismatch.missing else f"does not fit {mismatch.keyword or 'anything'!r}"
    return f"{place} {what}"


def _surface_of(content: Mapping[str, Any], files: Mapping[str, Source]) -> Surface:
    groups = {name: _read_group(content[name], kinds, files) for name, kinds in _IN_GROUPS.items()}
    if len(groups["client"]) != 1 or len(groups["webhooks"]) > 1:
        raise ValueError("it has several clients, or none, or several modules of webhooks")
    surface = Surface(
        package=content["package"],
        title=content["title"],
        version=content["version"],
        client=groups["client"][0],
        resources=groups["resources"],
        models=groups["models"],
        inputs=groups["inputs"],
        errors=groups["errors"],
        webhooks=next(iter(groups["webhooks"]), None),
        gave_way=frozenset(content.get("gave_way", ())),
    )
    _refuse_unknown_types(surface)
    return surface


def _read_group(
    lines: dict[str, Any], outermost: frozenset[SymbolKind], files: Mapping[str, Source]
) -> tuple[Symbol, ...]:
    """Return the outermost symbols of a group, each with what is in it."""
    entry = Location(files.get("") or NamedSource(""))
    heads: dict[str, tuple[str, Location]] = {}
    inside: dict[str, list[str]] = defaultdict(list)
    tops: list[str] = []
    for path, facts in lines.items():
        end = _END.search(path)
        around = path[: end.start()] if end else ""
        outside = heads.get(around)
        if facts["kind"] not in (_INSIDE.get(lines[around]["kind"], ()) if outside else outermost):
            raise ValueError(f"{path} is no place for a symbol of the kind {facts['kind']!r}")
        name = next(filter(None, end.groups())) if end else path
        name = json.loads(name) if name.startswith('"') else name
        heads[path] = name, _location(facts.get("place", ""), outside[1] if outside else entry, entry, files)
        (inside[around] if outside else tops).append(path)
    found: dict[str, Symbol] = {}
    for path in reversed(lines):  # what is in a symbol stands below it
        name, location = heads[path]
        found[path] = _symbol_of(path, name, location, lines[path], [found[each] for each in inside.get(path, ())])
    return tuple(found[path] for path in tops)


def _symbol_of(path: str, name: str, location: Location, facts: Mapping[str, Any], parts: Sequence[Symbol]) -> Symbol:
    kind: SymbolKind = facts["kind"]
    type_ = read_type(facts["type"]) if "type" in facts else None
    usual = _usual(kind, name, type_, required=facts.get("required", False))
    told = {each: _read_fact(each, facts[each]) for each in usual if each in facts}
    return Symbol(
        kind=kind,
        name=name,
        path=path,
        location=location,
        **{**usual, **told},
        members=tuple(each for each in parts if each.kind != "overload"),
        overloads=tuple(each for each in parts if each.kind == "overload"),
    )


def _read_fact(name: str, value: Any) -> Any:  # noqa: ANN401 - one of a surface, as JSON and as Python has it
    if name in _TYPES:
        return None if value is None else read_type(value)
    return tuple(value) if isinstance(value, list) else value


def _location(place: str, around: Location, entry: Location, files: Mapping[str, Source]) -> Location:
    if not place or place.startswith("/"):
        return around.at(*parse_pointer(place))
    file, _, pointer = place.partition("#")
    path = file.replace("%23", "#").replace("%25", "%")
    source = (files.get(path) or NamedSource(path)) if file else entry.document
    return Location(source, parse_pointer(pointer))


def _refuse_unknown_types(surface: Surface) -> None:
    """Refuse types that lead nowhere. Names of the other side are those of models that are taken for dictionaries."""
    for symbol in surface.walk():
        known = surface.input_types if symbol.direction == "input" else surface.answer_types
        listed = symbol.behaviour.get("lists")
        items = Named(listed) if isinstance(listed, str) else None
        for name in _names_in(filter(None, (symbol.type, symbol.value, symbol.extra, items))):
            if name not in known and not name.startswith(_RUNTIME):
                raise ValueError(f"{symbol.path} is of a type {name}, which it does not have")


def _names_in(types: Iterable[Type]) -> Iterator[str]:
    for each in (inner for type_ in types for inner in walk(type_)):
        match each:
            case Named(name) | LinkTo(str(name)):
                yield name
            case Tagged(mapping=mapping):
                yield from mapping.values()
            case _:
                pass
