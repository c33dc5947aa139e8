"""What has no name of its own: the items of lists, and properties that are known by a pattern or not at all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import methodcaller
from typing import Final

from specloom.diff.schemas.api_path import ApiPath
from specloom.diff.schemas.comparison import EffectivePair, Found, Step
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema
from specloom.diff.schemas.equality import says_anything
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Schema

_PATTERN_GONE: Final = (
    ("pattern-properties-removed", "are no longer described"),
    ("pattern-properties-forbidden", "may no longer be there"),
)
_PATTERN_NEW: Final = (
    ("pattern-properties-added", "are now described"),
    ("pattern-properties-allowed", "may now be there"),
)
"""What it is that a pattern went, or came, where others are allowed and where they are not; and how it is said."""


def compare_items(pair: EffectivePair) -> Found:
    """Yield a step to the items of a list, and to each of those at its front that have schemas of their own."""
    old, new = _most_at_front(pair.old), _most_at_front(pair.new)
    front = max(map(_front, (pair.old, pair.new)))
    if new and not old:
        words = ("", f"may no longer have items behind the first {new.value}")
        yield pair.change("further-items-forbidden", words, None, new)
    elif old and not new:
        words = ("", f"may now have items behind the first {old.value}")
        yield pair.change("further-items-allowed", words, old, None)
    elif not old:
        yield from _step(pair, lambda api_path: api_path.items(front), _items)
    for index in range(front):
        yield from _compare_front(pair, index)


def _front(effective: EffectiveSchema) -> int:
    """Return how many items at the front of a list have schemas of their own."""
    return max((len(part.schema.prefix_items) for part in effective.parts), default=0)


def _most_at_front(effective: EffectiveSchema) -> Stated[int] | None:
    """Return how many items a list has at most, where all have schemas of their own; else None."""
    closed = (part for part in effective.parts if (items := _items(part.schema)) is not None and items.never)
    said = [part.say(len(part.schema.prefix_items), "items") for part in closed]
    said += effective.every("maxItems", lambda schema: schema.max_items)
    fewest = min(said, key=lambda each: each.value, default=None)
    return fewest if fewest and fewest.value <= _front(effective) > 0 else None


def compare_content(pair: EffectivePair) -> Found:
    """Yield a step to the value that is written in a text, if it is described."""
    yield from _step(pair, ApiPath.content, lambda schema: schema.content_schema)


def compare_other_properties(pair: EffectivePair) -> Found:
    """Yield whether properties without a name are allowed, and steps to them and to those that match a pattern."""
    old, new = _forbidding(pair.old), _forbidding(pair.new)
    was, now = pair.first("additionalProperties", _additional_properties)
    if new and not old:
        words = ("", "may no longer have properties that are not described")
        yield pair.change("additional-properties-forbidden", words, was, new)
    elif old and not new:
        words = ("", "may now have properties that are not described")
        yield pair.change("additional-properties-allowed", words, old, now)
    elif not old:
        yield from _step(pair, ApiPath.additional, _other_properties)
    yield from _compare_taken_out(pair)
    yield from _compare_patterns(pair, were_forbidden=bool(old), are_forbidden=bool(new))


def _compare_taken_out(pair: EffectivePair) -> Found:
    """Yield steps to properties that one version describes and the other has among those without a name."""
    old, new = ([part.schema for part in effective.parts] for effective in (pair.old, pair.new))
    if any(schema.pattern_properties for schema in (*old, *new)):
        return
    named = [{name for schema in schemas for name in schema.properties} for schemas in (old, new)]
    for name in sorted(named[0] ^ named[1]):
        go, pick = methodcaller("property", name), partial(_named, name)
        was, now = _inner(pair.old, go, pick), _inner(pair.new, go, pick)
        if was.parts and now.parts and all(_is_lone(part.schema) for part in (*was.parts, *now.parts)):
            yield Step(was, now)


def _named(name: str, schema: Schema) -> Schema | None:
    said = schema.properties.get(name, schema.additional_properties)
    return said if said is None or not said.never else None


def _compare_patterns(pair: EffectivePair, *, were_forbidden: bool, are_forbidden: bool) -> Found:
    """Yield which patterns came and went, and steps to those that stayed.

    Where properties that are not described were or are forbidden, a pattern allows some.
    """
    old, new = _patterns(pair.old), _patterns(pair.new)
    for pattern in dict.fromkeys((*old, *new)):
        go, pick = methodcaller("pattern", pattern), partial(_described, pattern)
        was = _inner(pair.old, go, pick if pattern in old else _other_properties)
        now = _inner(pair.new, go, pick if pattern in new else _other_properties)
        if pattern not in new and (are_forbidden or not _says_anything(now)):
            fact, event = _PATTERN_GONE[are_forbidden]
        elif pattern not in old and (were_forbidden or not _says_anything(was)):
            fact, event = _PATTERN_NEW[were_forbidden]
        else:  # in one version they may be properties like all others
            yield Step(was, now)
            continue
        words = "properties of", f"whose names match {quoted(pattern)} {event}"
        yield pair.change(fact, words, old.get(pattern), new.get(pattern), within=("patternProperties", pattern))


def _says_anything(effective: EffectiveSchema) -> bool:
    schemas = (part.schema for part in effective.parts)
    return any(says_anything(each) or each.ref or each.choices or each.all_of for each in schemas)


def _described(pattern: str, schema: Schema) -> Schema | None:
    return schema.pattern_properties.get(pattern)


def _compare_front(pair: EffectivePair, index: int) -> Found:
    """Yield whether an item at the front has a schema of its own; in one version it may be an item like all others."""

    def pick(schema: Schema) -> Schema | None:
        return schema.prefix_items[index] if index < len(schema.prefix_items) else None

    old, new = pair.first("prefixItems", pick)
    was, now = (
        _inner(effective, lambda api_path: api_path.item(index), pick if own else _items)
        for effective, own in ((pair.old, old), (pair.new, new))
    )
    if (old and new) or _says_anything(was if new else now):
        yield Step(was, now)
    elif new:
        item = replace(new, api_path=new.api_path.item(index), location=new.location.at(index))
        yield pair.change("prefix-item-added", ("", "now has a schema of its own"), None, item)
    elif old:
        item = replace(old, api_path=old.api_path.item(index), location=old.location.at(index))
        yield pair.change("prefix-item-removed", ("", "no longer has a schema of its own"), item, None)


def _step(pair: EffectivePair, go: Callable[[ApiPath], ApiPath], pick: Callable[[Schema], Schema | None]) -> Found:
    """Yield a step, unless any value is allowed in both documents."""
    old, new = _inner(pair.old, go, pick), _inner(pair.new, go, pick)
    if old.parts or new.parts:
        yield Step(old, new)


def _inner(
    effective: EffectiveSchema, go: Callable[[ApiPath], ApiPath], pick: Callable[[Schema], Schema | None]
) -> EffectiveSchema:
    found = ((part, pick(part.schema)) for part in effective.parts)
    parts = tuple(Subschema(schema, go(part.api_path)) for part, schema in found if schema is not None)
    location = parts[0].schema.location if parts else effective.location
    return EffectiveSchema(parts[0].api_path if parts else go(effective.api_path), location, effective.document, parts)


def _forbidding(effective: EffectiveSchema) -> Stated[Schema] | None:
    extra = effective.every("additionalProperties", _additional_properties)
    rest = effective.every("unevaluatedProperties", _unevaluated_properties)
    if rest and "unevaluatedProperties" in told_elsewhere(effective):
        extra += rest
    return next((said for said in extra if said.value.never), None)


def told_elsewhere(effective: EffectiveSchema) -> frozenset[str]:
    """Return the keywords that mean what `additionalProperties` and `items` do, and are compared with these.

    So they do where nothing else in their schema evaluates anything; what forbids all others, also where all that does
    holds for every value. Beside them they mean nothing: `leaves_nothing`.
    """
    schemas = [part.schema for part in effective.parts]
    of_properties = [each for each in schemas if each.unevaluated_properties is not None]
    of_items = [each for each in schemas if each.unevaluated_items is not None]
    closes = not any(each.choices or each.conditional for each in schemas)
    found = {
        "unevaluatedProperties": all(
            not leaves_nothing(each, "unevaluatedProperties")
            and (_is_lone(each) or (closes and each.unevaluated_properties and each.unevaluated_properties.never))
            for each in of_properties
        ),
        "unevaluatedItems": all(
            not leaves_nothing(each, "unevaluatedItems") and _is_lone(each) and not each.contains for each in of_items
        ),
    }
    return frozenset(name for name, is_told in found.items() if is_told)


def leaves_nothing(schema: Schema, keyword: str) -> bool:
    """Tell whether a schema says itself of everything what it is, so that an `unevaluated…` is about nothing."""
    said = {"unevaluatedProperties": schema.additional_properties, "unevaluatedItems": schema.items}
    return said.get(keyword) is not None


def _additional_properties(schema: Schema) -> Schema | None:
    return schema.additional_properties


def _unevaluated_properties(schema: Schema) -> Schema | None:
    return None if leaves_nothing(schema, "unevaluatedProperties") else schema.unevaluated_properties


def _other_properties(schema: Schema) -> Schema | None:
    if schema.additional_properties is not None or not _is_lone(schema):
        return schema.additional_properties
    return schema.unevaluated_properties


def _items(schema: Schema) -> Schema | None:
    if schema.items is not None or schema.contains or not _is_lone(schema):
        return schema.items
    return schema.unevaluated_items


def _is_lone(schema: Schema) -> bool:
    """Tell whether nothing but what a schema says itself applies to a value."""
    return not (schema.ref or schema.all_of or schema.choices or schema.conditional)


def _patterns(effective: EffectiveSchema) -> dict[str, Stated[Schema]]:
    found: dict[str, Stated[Schema]] = {}
    for part in effective.parts:
        for pattern, schema in part.schema.pattern_properties.items():
            found.setdefault(pattern, part.say(schema, "patternProperties", pattern))
    return found
