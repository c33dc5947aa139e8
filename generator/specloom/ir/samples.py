"""Arguments of an example call, as Python expressions: from the description's examples, else made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, assert_never

from specloom.ir.annotations import literal
from specloom.ir.api import Method
from specloom.ir.call import Argument, Body, BodyField
from specloom.ir.formats import SCALARS, ScalarKind
from specloom.ir.types import (
    AliasType,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
    without_null,
)
from specloom.source import Json
from specloom.spec.document import Operation
from specloom.spec.media_types import OCTET_STREAM, TEXT, is_range, is_within

_DEEPEST: Final = 8
"""Levels of objects; what may be left out further inside is left out."""
_DEEPEST_REQUIRED: Final = 40
"""Levels of objects that must be there: Python's parser takes no more than a hundred brackets in each other."""
UNKNOWN: Final = "..."
"""The expression for a value that cannot be made up: each holds another of its type, or it is too large."""
_MOST: Final = 500
"""Objects in one example."""
_WITHIN: Final = {"audio": "audio/mpeg", "image": "image/png", "text": TEXT, "video": "video/mp4"}


_PLAIN: Final[Mapping[ScalarKind, tuple[type, ...]]] = {
    "any": (str, int, float, bool, list, dict),
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
}
"""What an example of a kind may be, so that it can be passed as it stands."""


def sample_arguments(method: Method, operation: Operation, types: Mapping[str, NamedType]) -> dict[str, str]:
    """Return the arguments of an example call: name → expression.

    Optional ones are left out where the description has no example of them; but a body is never left empty.
    """
    given: dict[str, str] = {}
    examples = {
        (each.place, each.name): (*each.examples.values(), *each.schema.examples) for each in operation.parameters
    }
    for argument in method.arguments:
        example = _example(argument, examples.get((argument.place, argument.wire_name), ()))
        if argument.required or example:
            given[argument.name] = example or sample(argument.type, types)
    fields = method.body_arguments
    body = _body_example(method, operation)
    for field in fields:
        example = _example(field, body.get(field.wire_name, ()))
        if field.required or example:
            given[field.name] = example or _body_sample(field, method.body, types)
    if fields and not any(field.name in given for field in fields):
        given[fields[0].name] = _body_sample(fields[0], method.body, types)
    return given


def _body_sample(field: BodyField, body: Body | None, types: Mapping[str, NamedType]) -> str:
    """Return an expression for a part of a body, or for the whole: of a range of media types with one of them."""
    is_whole = body is not None and body.kind == "content"
    said = body.content_type if is_whole and body else field.encoding.content_type or ""
    described = [each.strip() for each in said.split(",")]
    content = SCALARS["bytes"].sample
    if all(map(is_range, described)) and not any(is_within(OCTET_STREAM, each) for each in described):
        kind = described[0].partition("/")[0]
        media_type = _formatted(_WITHIN.get(kind, f"{kind}/example"))
        content = f"({content}, {media_type})" if is_whole else f'("file", {content}, {media_type})'
    return _Samples(types, content).of(field.type, ()) or UNKNOWN


def _formatted(value: Json) -> str:
    """Return a Python expression for a JSON value as formatters have it: in double quotes if that takes no escape."""
    match value:
        case str():
            text = literal(value)
            return text if text[0] == '"' or '"' in text else f'"{text[1:-1]}"'
        case list():
            return f"[{', '.join(map(_formatted, value))}]"
        case dict():
            return "{" + ", ".join(f"{_formatted(key)}: {_formatted(item)}" for key, item in value.items()) + "}"
        case _:
            return literal(value)


def written_tuple(items: Iterable[str]) -> str:
    """Return the expression of a tuple of expressions."""
    text = ", ".join(found := [*items])
    return f"({text},)" if len(found) == 1 else f"({text})"


def sample(type_: Type, types: Mapping[str, NamedType]) -> str:
    """Return an expression for a made-up value of a type that callers pass in, or `UNKNOWN`."""
    return _Samples(types).of(type_, ()) or UNKNOWN


class _Samples:
    """Makes up values without end in sight: no object is inside another of its type, and there is a most of all.

    If a type has values at all, it has one in which nothing is inside its like: the search for it only takes long where
    choices lead back in many ways. `content` is the expression for bytes.
    """

    def __init__(self, types: Mapping[str, NamedType], content: str = SCALARS["bytes"].sample) -> None:
        self._types = types
        self._content = content
        self._left = _MOST

    def of(self, type_: Type, inside: tuple[str, ...]) -> str | None:
        """Return an expression for a value; None where there is none that can be written down.

        `inside` has the names of the types that it is in.
        """
        match type_:
            case Scalar(kind):
                return self._content if kind == "bytes" else SCALARS[kind].sample
            case Literals(values):
                return _formatted(values[0])
            case ListOf(item):
                return f"[{self._in_list(item, inside) or ''}]"
            case TupleOf(items):  # what may follow is left out
                return self._places(items, inside)
            case MapOf(value):
                inner = self._in_list(value, inside)
                return "{}" if inner is None else f'{{"name": {inner}}}'
            case Union(members):
                return next(filter(None, (self.of(member, inside) for member in members)), None)
            case Tagged():
                return self._member(type_, inside)
            case Named(name):
                return self._named(name, inside, {})
            case LinkTo():
                return '"text"'
            case _:
                assert_never(type_)

    def _member(self, type_: Tagged, inside: tuple[str, ...]) -> str | None:
        tags = {name: _formatted(value) for value, name in reversed([*type_.mapping.items()])}  # the first of a name
        known = ({type_.wire_name: tags.get(each.name, _formatted(""))} for each in type_.members)
        found = (self._named(each.name, inside, tag) for each, tag in zip(type_.members, known, strict=True))
        return next(filter(None, found), None)

    def _places(self, items: Iterable[Type], inside: tuple[str, ...]) -> str | None:
        found = [self.of(item, inside) for item in items]
        return None if None in found else written_tuple(filter(None, found))

    def _in_list(self, type_: Type, inside: tuple[str, ...]) -> str | None:
        """Return what may be there as well as not."""
        return self.of(type_, inside) if len(inside) < _DEEPEST else None

    def _named(self, name: str, inside: tuple[str, ...], known: Mapping[str, str]) -> str | None:
        if name in inside or len(inside) == _DEEPEST_REQUIRED or not self._left:
            return None
        self._left -= 1
        type_, inside = self._types[name], (*inside, name)
        if isinstance(type_, AliasType):
            return self.of(type_.type, inside)
        members = []
        for each in type_.fields:
            if each.required or each.wire_name in known:
                value = known.get(each.wire_name) or self.of(each.type, inside)
                if value is None:
                    return None
                members.append(f"{_formatted(each.name)}: {value}")
        if not members and type_.fields and (value := self._in_list(type_.fields[0].type, inside)):
            members = [f"{_formatted(type_.fields[0].name)}: {value}"]
        return "{" + ", ".join(members) + "}"


def _body_example(method: Method, operation: Operation) -> dict[str, tuple[Json, ...]]:
    """Return the first described example of the body by arguments: the whole under an empty name."""
    body = operation.request_body
    if body is None or method.body is None or method.body.kind != "json":
        return {}
    media = body.content.get(method.body.content_type)
    if media is None:
        return {}
    found = [*media.examples.values(), *(media.schema.examples if media.schema else ())]
    if not found:
        return {}
    parts = {name: (value,) for name, value in found[0].items()} if isinstance(found[0], dict) else {}
    return {**parts, "": (found[0],)}


def _example(argument: Argument | BodyField, examples: Iterable[Json]) -> str:
    """Return the first example that can be passed as it stands; empty where there is none."""
    bare = without_null(argument.type)
    for example in examples:
        if isinstance(bare, TupleOf) and isinstance(example, list):
            return written_tuple(map(_formatted, example))
        if not isinstance(bare, Scalar) or example is None:
            return _formatted(example)
        kinds = [kind for kind in (bare.kind, *SCALARS[bare.kind].accepted) if kind in _PLAIN]
        if any(type(example) in _PLAIN[kind] for kind in kinds):
            return _formatted(example)
    return ""
