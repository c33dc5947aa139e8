"""One set of values in several spellings: choices that say what one schema could say, constants and lists.

`oneOf: [{type: string}, {type: integer}]` is `type: [string, integer]`, and choices of constants are an `enum`: values
are compared as sets, so both are brought into one spelling before they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Subschema
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import RESPELT
from specloom.diff.schemas.inclusion import Values, includes
from specloom.diff.schemas.types import is_file_respelt
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import UNSAID, Document, Schema
from specloom.spec.keywords import KEYWORDS, RESTRICTIONS, SchemaType
from specloom.spec.parts import other_than_null

_DEEPEST: Final = 5
"""How many choices may stand in each other."""
_TYPED: Final = {
    keyword.attribute: keyword.types
    for keyword in KEYWORDS.values()
    if keyword.types and keyword.attribute not in {"", RESTRICTIONS}
}
"""The attributes that say something about values of some types only."""
_HARMLESS: Final = frozenset(
    keyword.attribute for keyword in KEYWORDS.values() if keyword.kind == "annotation" and keyword.attribute
)
_ELSEWHERE: Final = ("all_of", "any_of", "one_of", "ref", "discriminator", "conditional")
"""What makes a schema more than it says by itself."""
_SAID_HERE: Final = tuple(name for name in UNSAID if name not in {*_ELSEWHERE, *_HARMLESS, "extension"})
_SPELT_BY: Final = ("type", "format", "const", "enum", "anyOf", "oneOf", "allOf")
"""The keywords that can say in several ways which values are allowed."""


@record
class Spelling:
    """A value without choices."""

    effective: EffectiveSchema
    is_inline: bool
    """No named schema had to be looked into for it."""


def compare_spelling(pair: EffectivePair) -> Found:
    """Yield that a value is described in other words. Whether these mean other values, is for others to find out."""
    if is_file_respelt(pair):
        return
    old, new = _spelt(pair.old), _spelt(pair.new)
    old, new = old or (new and _referring(pair.old)), new or (old and _referring(pair.new))
    if old is None or new is None:
        return
    before, after = (_words(each.schema) or _reference(each.schema) for each in (old, new))
    if before == after:
        return
    was, now = _keywords(before), _keywords(after)
    how = f"was said by {was} and is said by {now}" if was != now else f"is said by {now} in other words"
    said = old.say(None, *[*before][:1]), new.say(None, *[*after][:1])
    yield pair.change(RESPELT, ("which values", f"may have {how}"), *said, before=before, after=after)


def _spelt(effective: EffectiveSchema) -> Subschema | None:
    """Return the part that says itself which values are allowed."""
    return next((part for part in effective.parts if _words(part.schema)), None)


def _referring(effective: EffectiveSchema) -> Subschema | None:
    """Return the part that has another schema say which values are allowed; else one that leaves it open."""
    return next((part for part in effective.parts if part.schema.ref is not None), next(iter(effective.parts), None))


def _reference(schema: Schema) -> dict[str, Json]:
    return {} if schema.ref is None else {"$ref": schema.ref}


def _words(schema: Schema) -> dict[str, Json]:
    """Return what a schema says by each of the keywords; of schemas in it, what they say so or how many there are."""
    words: dict[str, Json] = {}
    for name in _SPELT_BY:
        keyword = KEYWORDS[name]
        value = getattr(schema, keyword.attribute)
        if value != UNSAID[keyword.attribute]:
            inner: list[Json] = [_words(each) or {"$ref": each.ref} for each in keyword.schemas(value)]
            words[name] = inner or ([*value] if isinstance(value, tuple) else value)
    return words


def _keywords(words: dict[str, Json]) -> str:
    return " and ".join(map(quoted, words)) or "no keyword"


def without_choices(effective: EffectiveSchema) -> Spelling | None:
    """Return a value with each of its choices said as one schema, or None where one of them has to be a choice."""
    parts: list[Subschema] = []
    is_inline = True
    for part in effective.parts:
        said: list[Schema] = []
        for branches, is_exclusive in ((part.schema.any_of, False), (part.schema.one_of, True)):
            if len(other_than_null(branches)) > 1:
                merged = _merge(branches, effective.document, part.schema.location, is_exclusive=is_exclusive, depth=0)
                if merged is None:
                    return None
                said.append(merged[0])
                is_inline &= merged[1]
        parts += [part.beside_choices() if said else part, *(replace(part, schema=each) for each in said)]
    return Spelling(replace(effective, parts=tuple(parts)), is_inline)


def _merge(
    branches: tuple[Schema, ...], document: Document, at: Location, *, is_exclusive: bool, depth: int
) -> tuple[Schema, bool] | None:
    """Return one schema with the values of all branches and whether no named one is among them; None if none has."""
    found = [_plain(branch, document, depth) for branch in branches]
    plain = [each[0] for each in found if each is not None]
    if len(plain) < len(found):
        return None
    is_inline = all(each[1] for each in found if each is not None)
    if not is_exclusive:
        plain = [*_without_covered(plain, document)]
    keyword = "oneOf" if is_exclusive else "anyOf"
    merged = plain[0] if len(plain) == 1 else _listed(plain, at.at(keyword)) or _typed(plain, at.at(keyword))
    return None if merged is None else (merged, is_inline)


def _plain(schema: Schema, document: Document, depth: int) -> tuple[Schema, bool] | None:
    """Return what a branch says without references and choices, and whether it had none; None if it needs them."""
    is_inline = True
    seen: set[int] = set()
    while id(schema) not in seen:
        seen.add(id(schema))
        own = [name for name in _ELSEWHERE if getattr(schema, name)]
        says_more = schema.says(_SAID_HERE)
        if not own:
            return schema, is_inline
        if says_more or len(own) > 1:
            return None
        if own == ["ref"] and schema.ref is not None:
            schema, is_inline = document.schemas[schema.ref].schema, False
        elif own == ["all_of"] and len(schema.all_of) == 1:
            schema = schema.all_of[0]
        elif own in (["any_of"], ["one_of"]) and depth < _DEEPEST:
            exclusive = bool(schema.one_of)
            merged = _merge(schema.choices, document, schema.location, is_exclusive=exclusive, depth=depth + 1)
            return None if merged is None else (merged[0], merged[1] and is_inline)
        else:
            return None
    return None


def _without_covered(schemas: list[Schema], document: Document) -> Iterator[Schema]:
    """Yield the schemas without those all of whose values are values of another one that is yielded."""
    left = [*schemas]
    for schema in schemas:
        others = [each for each in left if each is not schema]
        if any(includes(Values(each, document), Values(schema, document)) for each in others):
            left = others
    yield from left


def _listed(schemas: list[Schema], at: Location) -> Schema | None:
    """Return the values that all of several schemas list, each once; None where one does not, or two list the same."""
    values: list[Json] = []
    for schema in schemas:
        own = (None,) if schema.types == ("null",) else schema.listed
        if own is None or schema.says((*_TYPED,)) or schema.restrictions:
            return None
        values += own
    is_unique = len({canonical(value) for value in values}) == len(values)
    return Schema(at, enum=tuple(values)) if is_unique else None


def _typed(schemas: list[Schema], at: Location) -> Schema | None:
    """Return one schema of all types of several ones, no two of which have values of one type; None if some have."""
    types: list[SchemaType] = []
    said: dict[str, object] = {}
    for schema in schemas:
        own: tuple[SchemaType, ...] = ("null",) if schema.is_null else schema.types
        is_listed = schema.listed is not None and not schema.is_null
        if not own or is_listed or schema.never or schema.restrictions:
            return None
        types += own
        for name in UNSAID:
            value = getattr(schema, name)
            if value == UNSAID[name] or name in {"types", "enum", "const", "extension", *_HARMLESS}:
                continue
            if name in said:  # as two formats
                return None
            if name not in _TYPED or {*_TYPED[name]} & {*own}:
                said[name] = value
    numbers = sum(each in {"integer", "number"} for each in types)
    if numbers > 1 or len(set(types)) < len(types) or ("format" in said and not _one_has_format(schemas)):
        return None
    return Schema(at, types=tuple(types), **said)  # type: ignore[arg-type] # each value is that of its own attribute


def _one_has_format(schemas: list[Schema]) -> bool:
    """Tell whether a format can only be about values of the branch that has it."""
    scalars = [each for each in schemas if {"string", "integer", "number"} & {*each.types}]
    return len(scalars) == 1
