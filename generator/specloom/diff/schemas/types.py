"""Which types a value has, and whether it can be null."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema, expand
from specloom.diff.schemas.equality import says_anything
from specloom.findings import Location
from specloom.messages import and_more, quoted
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import ABSENT, Document, Schema
from specloom.spec.keywords import SchemaType
from specloom.spec.media_types import OCTET_STREAM
from specloom.spec.parts import other_than_null, parts_of

Kinds: TypeAlias = frozenset[SchemaType] | None
"""The types of a value, null apart; None: any."""

ORDER: Final[tuple[SchemaType, ...]] = ("string", "integer", "number", "boolean", "array", "object")
"""The types in the order in which sentences name them."""

_DEEPEST: Final = 5
"""How many choices may stand in each other where it is asked what all of their members say."""
_NUMBERS: Final[frozenset[SchemaType]] = frozenset({"integer", "number"})
"""Types of which the same keywords speak."""
_MANY: Final = 5
"""How many properties of an object are named where its type is new."""
BASE64: Final = frozenset({"byte", "base64"})
"""Formats that say how bytes are written as a text."""


def kinds_of(effective: EffectiveSchema) -> Kinds:
    """Return the types that the parts of a place have in common; none where only null is valid, or nothing."""
    kinds: Kinds = None
    for part in effective.parts:
        kinds = common_kinds(kinds, _own_kinds(part.schema))
    return kinds


def kinds_of_both(pair: EffectivePair) -> tuple[Kinds, Kinds]:
    """Return the types of a value before and after; where it is an integer in one version, so are whole numbers."""
    old, new = kinds_of(pair.old), kinds_of(pair.new)
    return _as_integer(pair.old, old, new), _as_integer(pair.new, new, old)


def _as_integer(effective: EffectiveSchema, kinds: Kinds, others: Kinds) -> Kinds:
    if kinds and others and "number" in kinds and "integer" in others:
        return kinds - {"number"} | {"integer"} if any(is_whole(part.schema) for part in effective.parts) else kinds
    return kinds


def is_whole(schema: Schema) -> bool:
    """Tell whether all numbers of a schema are integers, as all are multiples of one (JSON Schema 2020-12, 6.2.1)."""
    return schema.multiple_of is not None and kind_of(schema.multiple_of) == "integer"


def types_said(effective: EffectiveSchema) -> Kinds:
    """Return the types that `type` allows at a place, integers among numbers; None where it is not there."""
    said = [_wide(frozenset(part.schema.types) - {"null"}) for part in effective.parts if part.schema.types]
    return frozenset.intersection(*said) if said else None


def common_kinds(first: Kinds, second: Kinds) -> Kinds:
    """Return the types of the values that are of both; every integer is a number (JSON Schema 2020-12, 4.2.3)."""
    if first is None or second is None:
        return second if first is None else first
    common = _wide(first) & _wide(second)
    return common - {"integer"} if "number" in common else common


def kinds_text(kinds: Kinds) -> str:
    """Return the types as a sentence says them: `string or integer`, `any type`."""
    if kinds is None:
        return "any type"
    return " or ".join(kind for kind in ORDER if kind in kinds) or "nothing"


def told_types(old: EffectiveSchema, were: Kinds, are: Kinds) -> frozenset[SchemaType]:
    """Return the types of a value of which nothing was said before: what is said of them now is told with them."""
    if were is None and not any(says_anything(part.schema) for part in old.parts):
        return frozenset() if are is None else are
    come = _wide(are) - _wide(were)
    return come - _NUMBERS if _NUMBERS & _wide(were) else come


def compare_types(pair: EffectivePair) -> Found:
    """Yield whether values of more, fewer or other types are valid; null is no type here.

    Nothing where the types follow from lists of values: a change of those says it all. A type beside a choice says
    nothing if all of that have it.
    """
    schemas = (part.schema for effective in (pair.old, pair.new) for part in effective.parts)
    if not any(each.never or each.types or _own_kinds(each) == frozenset() for each in schemas):
        return
    old, new = kinds_of_both(pair)
    wide_old, wide_new = _wide(old), _wide(new)
    if wide_old == wide_new or is_file_respelt(pair):
        return
    old, new = _as_chosen(pair.old, old), _as_chosen(pair.new, new)
    wide_old, wide_new = _wide(old), _wide(new)
    if wide_old == wide_new:
        return
    was, told = _text(pair.old, old), told_types(pair.old, old, new)
    now, whole = (_text_with_contents(pair.new, new, told, most) for most in (_MANY, sys.maxsize))
    fact = "type-widened" if wide_old < wide_new else "type-narrowed" if wide_new < wide_old else "type-changed"
    words = ("type of", f"{fact.removeprefix('type-')} from {was} to {now}")
    yield pair.change(fact, words, _said_type(pair.old), _said_type(pair.new), before=was, after=whole)


def _as_chosen(effective: EffectiveSchema, kinds: Kinds, depth: int = 0) -> Kinds:
    """Return those of some types that the choices of a place leave, as far as all members of one say theirs."""
    if depth > _DEEPEST:
        return kinds
    choices = ((each, branches) for each in effective.parts for branches in (each.schema.any_of, each.schema.one_of))
    for part, branches in choices:
        found: list[Kinds] = []
        for branch in other_than_null(branches):
            whole = expand(EffectiveSchema.of(branch, part.api_path, effective.document))
            found.append(_as_chosen(whole, kinds_of(whole), depth + 1))
        known = [each for each in found if each is not None]
        if found and len(known) == len(found):
            kinds = common_kinds(kinds, frozenset[SchemaType]().union(*known))
    return kinds


def _text(effective: EffectiveSchema, kinds: Kinds) -> str:
    is_never = any(part.schema.never or part.schema.listed == () for part in effective.parts)
    return kinds_text(kinds) if kinds or kinds is None or is_never else "null"


def _text_with_contents(
    effective: EffectiveSchema, kinds: Kinds, told: frozenset[SchemaType], most: int, depth: int = 0
) -> str:
    """Return types as `_text`, those that are told with what is in them: `array of string`, `object with 'a' and 'b'`.

    Args:
        effective: The value.
        kinds: Its types.
        told: Those of them that are told so.
        most: How many properties are named.
        depth: In how many lists it stands.
    """
    if kinds is None or not told & {"array", "object"} or depth > _DEEPEST:
        return _text(effective, kinds)
    schemas = [part.schema for part in effective.parts]
    names = [*dict.fromkeys(name for schema in schemas for name in (*schema.properties, *schema.required))]
    named = [*map(quoted, names[:most]), *and_more(names, most, "{} more")]
    inside: dict[str, str] = {"object": f" with {' and '.join(named)}"} if names else {}
    contents = {"array": [schema.items for schema in schemas]}
    contents["object"] = [schema.additional_properties for schema in schemas]
    for kind, found in contents.items():
        schema = next((each for each in found if each is not None and not each.never), None)
        if schema is None or kind in inside:
            continue
        if schema.ref is not None:
            inside[kind] = f" of {quoted(effective.document.schemas[schema.ref].name)}"
            continue
        inner = expand(EffectiveSchema.of(schema, effective.api_path, effective.document))
        if (of := kinds_of(inner)) is not None:
            inside[kind] = f" of {_text_with_contents(inner, of, of, most, depth + 1)}"
    return " or ".join(f"{kind}{inside.get(kind, '') if kind in told else ''}" for kind in ORDER if kind in kinds)


def compare_null(pair: EffectivePair) -> Found:
    """Yield whether null became or ceased to be a valid value; nothing where it follows from any type being valid."""
    old, new = _null(pair.old), _null(pair.new)
    if old and new and old.value != new.value:
        fact, event = ("null-allowed", "now") if new.value else ("null-disallowed", "no longer")
        yield pair.change(fact, ("", f"may {event} be null"), _where_null(old), _where_null(new))


def is_file_respelt(pair: EffectivePair) -> bool:
    """Tell whether one version says by a format that a value is a file, and the other by a media type.

    OpenAPI 3.1 has no `format: binary`, and mostly no type for what is no JSON (4.8.14.3).
    """
    ways = [_file_ways(effective) for effective in (pair.old, pair.new)]
    return all(ways) and ways[0] != ways[1]


def media_type_of(schema: Schema) -> str | None:
    """Return what a text is in, or a file, of which OpenAPI 3.0 says no more than that it is one."""
    return schema.content_media_type or (OCTET_STREAM if schema.format == "binary" else None)


def _file_ways(effective: EffectiveSchema) -> frozenset[str]:
    """Return by which keywords a place says that it holds a file."""
    schemas = [part.schema for part in effective.parts]
    if any({*each.types} - {"string", "null"} or encoding_of(each) or each.content_schema for each in schemas):
        return frozenset()
    by_format = {"format"} if any(each.format == "binary" for each in schemas) else set[str]()
    return frozenset(by_format or {"contentMediaType" for each in schemas if each.content_media_type})


def encoding_of(schema: Schema) -> str | None:
    """Return how bytes are written as a text: OpenAPI 3.0 says it by a format, which newer descriptions keep."""
    return schema.content_encoding or ("base64" if schema.format in BASE64 else None)


def _own_kinds(schema: Schema) -> Kinds:
    if schema.never:
        return frozenset()
    branches = schema.any_of or schema.one_of
    if branches and all(branch.is_null for branch in branches):
        return frozenset()
    if schema.types and schema.listed is None:
        return frozenset(schema.types) - {"null"}
    listed = None if schema.listed is None else frozenset(map(kind_of, schema.listed)) - {"null"}
    return listed if listed is None or not schema.types else listed & _wide(frozenset(schema.types))


def kind_of(value: Json) -> SchemaType:
    """Return the type of a value; a number without a fraction is an integer."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
        case _:
            return "integer" if isinstance(value, int) or value.is_integer() else "number"


def _wide(kinds: Kinds) -> frozenset[SchemaType]:
    every = frozenset(ORDER) if kinds is None else kinds
    return every | {"integer"} if "number" in every else every


def _said_type(effective: EffectiveSchema) -> Stated[SchemaType | None] | None:
    """Return the part that says the type, by itself or by a choice.

    It is the reference to it where only this document refers to that schema.
    """
    for part in effective.parts:
        if _own_kinds(part.schema) is not None:
            first = effective.parts[0]
            if part is not first and first.schema.ref is not None and part.api_path == first.api_path:
                return first.say(None, "$ref")
            return part.say(None, *(("type",) if part.schema.types else ()))
    for part in effective.parts:
        if part.schema.choices and part.schema.choices[0].location.pointer[:-2] == part.schema.location.pointer:
            return part.say(None, "oneOf" if part.schema.one_of else "anyOf")
    return None  # members of a family say themselves that they are


def _null(effective: EffectiveSchema) -> Stated[bool] | None:
    """Return whether null is valid, and which part says so: one that forbids it outweighs those that allow it."""
    votes = [vote for part in effective.parts if not part.beside_null for vote in _votes(part, effective.document)]
    return next((vote for vote in votes if not vote.value), next(iter(votes), None))


def _where_null(said: Stated[bool]) -> Stated[bool]:
    """Return what is said of null at the place of `nullable`, which OpenAPI 3.0 has for it beside other keywords."""
    pointer = said.location.pointer
    schema = pointer[: -2 if pointer[-1].isdecimal() else -1]
    place = Location(said.location.document, schema)
    nullable = place.written("nullable", "x-nullable")
    return said if nullable is place else replace(said, location=nullable)


def _votes(part: Subschema, document: Document) -> Iterator[Stated[bool]]:
    """Yield what each keyword of a part says of null."""
    schema = part.schema
    if schema.types:
        yield part.say("null" in schema.types, *_where_in("type", schema.types, "null"))
    if schema.const is not ABSENT:
        yield part.say(schema.const is None, "const")
    elif schema.enum is not None and not forgets_null(schema):
        yield part.say(None in schema.enum, *_where_in("enum", schema.enum, None))
    for keyword, branches in (("anyOf", schema.any_of), ("oneOf", schema.one_of)):
        known = [allows for branch in branches if (allows := _allows_null(branch, document)) is not None]
        # Where only a branch without a type would take it, that is what the branch says, and no word of the choice.
        if known and (any(known) or len(known) == len(branches)):
            allows = any(known)
            said = part.say(allows, keyword)
            null = next((branch.location for branch in branches if allows and branch.is_null), said.location)
            yield replace(said, location=null)


def forgets_null(schema: Schema) -> bool:
    """Tell whether the types name null and the list does not: it is meant, as in OpenAPI 3.0 with `nullable`."""
    return "null" in schema.types and schema.enum is not None and schema.const is ABSENT and None not in schema.enum


def _where_in(keyword: str, values: Sequence[Json], value: Json) -> tuple[str | int, ...]:
    """Return the way to a value of a keyword; to all of them where it is none, or the only one."""
    return (keyword, values.index(value)) if value in values and len(values) > 1 else (keyword,)


def _allows_null(branch: Schema, document: Document, depth: int = 0) -> bool | None:
    """Tell whether null fits a branch, as far as it says so itself or what it refers to; None where that is open."""
    if depth > _DEEPEST:
        return None
    found: bool | None = None
    waiting, seen = [branch], {id(branch)}
    while waiting:
        schema = waiting.pop()
        own = [] if not schema.types else ["null" in schema.types]
        own += [] if schema.listed is None or forgets_null(schema) else [None in schema.listed]
        for branches in (schema.any_of, schema.one_of):
            known = [_allows_null(each, document, depth + 1) for each in branches]
            own += [any(known)] if any(known) or (known and None not in known) else []
        if not all(own) or schema.never:
            return False
        found = True if own else found
        for part in parts_of(schema, document):
            if id(part.schema) not in seen:
                seen.add(id(part.schema))
                waiting.append(part.schema)
    return found
