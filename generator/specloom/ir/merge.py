"""One schema out of several that apply together: `allOf`, and keywords beside `$ref`.

Python types are flat, so an object assembled from parts becomes one object with all properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from specloom.findings import Finding, Severity
from specloom.spec.document import ABSENT, Document, Schema, SchemaType

__all__ = ["merged", "only_refers"]

_T = TypeVar("_T")
_Number = TypeVar("_Number", int, float)


def only_refers(schema: Schema) -> bool:
    """Tell whether the schema says nothing about types besides its `$ref` or a lone `allOf` reference."""
    if schema.ref is not None:
        return not schema.all_of and not _says_types(schema)
    return len(schema.all_of) == 1 and not _says_types(schema) and only_refers(schema.all_of[0])


def merged(schema: Schema, document: Document, report: list[Finding]) -> Schema:
    """Return an equivalent schema without `ref` and `all_of` at its top, as far as types go.

    Properties that several parts describe become an `allOf` of their own. Branches of a union that only add conditions
    (`anyOf` of `required`) are left out: they say which values are valid, not what they are. A schema that contains
    itself through `allOf` is reported and the repetition left out: no value could satisfy it in finite depth.
    """
    flat = _merged(schema, document, report, ())
    if not flat.any_of and not flat.one_of:
        return flat
    any_of = tuple(branch for branch in flat.any_of if _describes_type(branch, document))
    one_of = tuple(branch for branch in flat.one_of if _describes_type(branch, document))
    if (any_of, one_of) == (flat.any_of, flat.one_of):
        return flat
    return replace(flat, any_of=any_of, one_of=one_of, discriminator=flat.discriminator if any_of or one_of else None)


def _merged(schema: Schema, document: Document, report: list[Finding], inside: tuple[str, ...]) -> Schema:
    if schema.ref is None and not schema.all_of:
        return schema
    parts: list[Schema] = []
    if schema.ref is not None:
        if schema.ref in inside:
            message = "this schema is a part of itself through allOf"
            report.append(Finding("circular-all-of", Severity.ERROR, message, schema.location))
        else:
            parts.append(_merged(document.schemas[schema.ref].schema, document, report, (*inside, schema.ref)))
    own = replace(schema, ref=None, all_of=())
    for part in schema.all_of:
        flat = _merged(part, document, report, inside)
        branch = _beside_null(flat) if len(schema.all_of) > 1 or _says_types(own) else None
        if branch is not None:
            # Something else applies as well, so null alone cannot be meant: an object that extends a nullable one.
            flat = replace(flat, any_of=(), one_of=(), all_of=(branch,))
            flat = _merged(flat, document, report, inside)
        parts.append(flat)
    # The outer schema's own words win, then those of later parts: they refine what stands before them.
    return reduce(_both, reversed(parts), own)


def _describes_type(branch: Schema, document: Document, inside: tuple[str, ...] = ()) -> bool:
    """Tell a branch that describes a type from one that only adds conditions (`required`, `minProperties`, …)."""
    own = bool(
        branch.types
        or branch.properties
        or branch.items
        or branch.any_of
        or branch.one_of
        or branch.enum is not None
        or branch.const is not ABSENT
        or branch.additional_properties is not None
    )
    if own or branch.ref in inside:
        return own
    referred = branch.ref is not None and _describes_type(
        document.schemas[branch.ref].schema, document, (*inside, branch.ref)
    )
    return referred or any(_describes_type(part, document, inside) for part in branch.all_of)


def _beside_null(schema: Schema) -> Schema | None:
    """Return the other branch of a choice between one schema and null."""
    branches = schema.any_of or schema.one_of
    others = [branch for branch in branches if branch.types != ("null",)]
    return others[0] if len(others) == 1 and len(branches) > 1 else None


def _says_types(schema: Schema) -> bool:
    return bool(
        schema.types
        or schema.properties
        or schema.required
        or schema.additional_properties is not None
        or schema.pattern_properties
        or schema.items is not None
        or schema.prefix_items
        or schema.any_of
        or schema.one_of
        or schema.enum is not None
        or schema.const is not ABSENT
        or schema.format is not None
    )


def _both(first: Schema, second: Schema) -> Schema:
    # Two unions that apply at once: the types of the first stand, the second only narrows its branches.
    unions = [part for part in (first, second) if part.any_of or part.one_of]
    return replace(
        first,
        never=first.never or second.never,
        types=_common_types(first.types, second.types),
        format=first.format or second.format,
        enum=_common(first.enum, second.enum),
        const=second.const if first.const is ABSENT else first.const,
        properties=_properties(first.properties, second.properties),
        required=tuple(dict.fromkeys((*second.required, *first.required))),
        additional_properties=first.additional_properties or second.additional_properties,
        pattern_properties=_properties(first.pattern_properties, second.pattern_properties),
        items=_schema(first.items, second.items),
        prefix_items=first.prefix_items or second.prefix_items,
        any_of=unions[0].any_of if unions else (),
        one_of=unions[0].one_of if unions else (),
        all_of=(),
        discriminator=first.discriminator or second.discriminator,
        minimum=_highest(first.minimum, second.minimum),
        maximum=_lowest(first.maximum, second.maximum),
        exclusive_minimum=_highest(first.exclusive_minimum, second.exclusive_minimum),
        exclusive_maximum=_lowest(first.exclusive_maximum, second.exclusive_maximum),
        multiple_of=first.multiple_of or second.multiple_of,
        min_length=_highest(first.min_length, second.min_length),
        max_length=_lowest(first.max_length, second.max_length),
        min_items=_highest(first.min_items, second.min_items),
        max_items=_lowest(first.max_items, second.max_items),
        pattern=first.pattern or second.pattern,
        title=first.title or second.title,
        description=first.description or second.description,
        default=second.default if first.default is ABSENT else first.default,
        examples=first.examples or second.examples,
        read_only=first.read_only or second.read_only,
        write_only=first.write_only or second.write_only,
        deprecated=first.deprecated or second.deprecated,
        extension={**second.extension, **first.extension},
    )


def _common_types(first: tuple[SchemaType, ...], second: tuple[SchemaType, ...]) -> tuple[SchemaType, ...]:
    if not first or not second:
        return first or second
    common = [name for name in first if name in second]
    if "integer" not in common and "integer" in (*first, *second) and "number" in (*first, *second):
        common.append("integer")
    return tuple(common) or first


def _common(first: tuple[_T, ...] | None, second: tuple[_T, ...] | None) -> tuple[_T, ...] | None:
    if first is None or second is None:
        return second if first is None else first
    return tuple(value for value in first if value in second) or first


def _properties(first: Mapping[str, Schema], second: Mapping[str, Schema]) -> dict[str, Schema]:
    names: Iterable[str] = dict.fromkeys((*second, *first))
    properties: dict[str, Schema] = {}
    for name in names:
        schema = _schema(first.get(name), second.get(name))
        if schema is not None:
            properties[name] = schema
    return properties


def _schema(first: Schema | None, second: Schema | None) -> Schema | None:
    if first is None or second is None or first == second:
        return first or second
    return Schema(location=first.location, all_of=(second, first))


def _highest(first: _Number | None, second: _Number | None) -> _Number | None:
    return max((bound for bound in (first, second) if bound is not None), default=None)


def _lowest(first: _Number | None, second: _Number | None) -> _Number | None:
    return min((bound for bound in (first, second) if bound is not None), default=None)
