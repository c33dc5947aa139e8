"""Whether all values of one schema are values of another, and whether two schemas have some or none in common.

All is answered with care: only what can be shown is true.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, TypeAlias, TypeVar, get_args

from specloom.diff.schemas.effective_schema import EffectiveSchema
from specloom.diff.schemas.equality import canonical, says_anything
from specloom.diff.schemas.few_values import LIMITING, all_values, divides, is_limited, limits_of
from specloom.diff.schemas.types import is_whole, kind_of
from specloom.graph import reach
from specloom.ir.formats import fits_format
from specloom.source import Json
from specloom.spec.document import Document, Schema
from specloom.spec.keywords import BOUNDS, RESTRICTIONS, SchemaType
from specloom.spec.parts import parts_of, stands_alone

_Types: TypeAlias = "frozenset[SchemaType] | None"
"""The types of a value, null among them; None: any."""

_T = TypeVar("_T")

_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})
_OF_NUMBERS: Final = ("minimum", "maximum", "exclusive_minimum", "exclusive_maximum")
_OF_TEXTS: Final = ("min_length", "max_length")
_LONGEST: Final = 1_000
"""How many characters a text may have that is tried."""
_OBJECTS: Final[_Types] = frozenset({"object"})
_EVERY: Final[_Types] = frozenset(get_args(SchemaType))
_ONLY_NULL: Final = frozenset({"null"})
_EMPTY_LIST: Final = frozenset({"[]"})
_DEEPEST: Final = 20
"""How far into a value is looked: what is deeper could not be shown in time."""
_SAME_OR_NOTHING: Final = ("pattern", "format", "multiple_of", "content_encoding", "content_media_type")
"""Attributes of which no value is known to include another."""


@dataclass(eq=False)
class Values:
    """The values of a schema of one of the documents. Has no slots because it remembers what it is asked for."""

    schema: Schema
    document: Document

    @cached_property
    def parts(self) -> list[Schema]:
        """The schema with all that it is put together from."""
        if stands_alone(self.schema):
            return [self.schema]

        def steps(schema: Schema) -> Iterable[Schema]:
            parts = parts_of(schema, self.document, lone_choices=True)
            return (part.schema for part in parts if not part.beside_null)

        return [*reach([self.schema], steps, id)]

    @cached_property
    def conjunction(self) -> Conjunction:
        """All that a value has to fit at once."""
        found = Conjunction(self.parts, self.document)
        for part in found.parts:
            own = _types(part.types)
            if part.listed is not None:
                kinds, texts = frozenset(map(kind_of, part.listed)), _texts(part.listed)
                own, found.listed = _common(own, kinds), _common(found.listed, texts)
            found.types = _common(found.types, own)
            for name, schema in part.properties.items():
                found.properties.setdefault(name, []).append(Values(schema, self.document))
            found.required |= {*part.required}
            extra = part.additional_properties
            found.is_closed |= extra is not None and extra.never and not part.pattern_properties
        if found.types is not None and any(map(is_whole, found.parts)):
            found.types -= {"number"}
        few = all_values(found.types, found.listed, found.parts)
        if few is not None:
            found.listed = _texts(few)
            found.types = frozenset(map(kind_of, few))
        return found


def values_of(effective: EffectiveSchema) -> Values:
    """Return the values of a place, whatever applies there."""
    schema = effective.lone or Schema(effective.location, all_of=tuple(part.schema for part in effective.parts))
    return Values(schema, effective.document)


@dataclass(slots=True)
class Conjunction:
    """All that a value has to fit at once."""

    parts: list[Schema]
    document: Document
    types: _Types = None
    listed: frozenset[str] | None = None
    properties: dict[str, list[Values]] = field(default_factory=dict)
    required: set[str] = field(default_factory=set)
    is_closed: bool = False
    """Only the properties that are described are allowed."""

    @property
    def is_whole(self) -> bool:
        """Whether all numbers among its values are integers."""
        return self.types is not None and "number" not in self.types

    def forbids(self, name: str) -> bool:
        """Tell whether no object may have a property."""
        described = self.properties.get(name, ())
        return any(each.schema.never for each in described) or (self.is_closed and not described)


def includes(wide: Values, narrow: Values) -> bool:
    """Tell whether it can be shown that every value of the one is one of the other."""
    try:
        return _Comparer().includes(wide, narrow, 0)
    except RecursionError:  # whoever calls has left no room to show it
        return False


def are_few_and_same(first: Values, second: Values) -> bool:
    """Tell whether it can be shown that two schemas have the same values, and that these are a few: no others.

    Null alone is none: it is what is left of a list of values of another type than is said.
    """
    few = [each.conjunction.listed for each in (first, second)]
    return all(each and each != _ONLY_NULL for each in few) and includes(first, second) and includes(second, first)


def are_disjoint(first: Values, second: Values) -> bool:
    """Tell whether it can be shown that no value is one of both."""
    try:
        return _Comparer().are_disjoint(first, second, 0)
    except RecursionError:  # as above
        return False


def open_object(values: Values) -> Conjunction | None:
    """Return what is said of values that are objects which may have further properties; None for all others."""
    found = values.conjunction
    says_more = any(
        each.never or len(each.choices) > 1 or each.restrictions or each.conditional for each in found.parts
    )
    return found if found.types == _OBJECTS and not found.is_closed and not says_more else None


def may_be_sent_as_both(known: Conjunction | None, other: Conjunction | None) -> bool:
    """Tell whether objects of described properties of one schema can be shown to fit another as well: `open_object`.

    So it is where both are open objects, all that the other requires is described in the first, and the properties that
    both describe have values in common: an object without the others fits both.
    """
    if known is None or other is None or not other.required <= known.properties.keys():
        return False
    return all(
        includes(mine, theirs) or includes(theirs, mine)
        for name in known.properties.keys() & other.properties.keys()
        for mine in known.properties[name]
        for theirs in other.properties[name]
    )


def may_be_scalar(values: Values) -> bool:
    """Tell whether numbers, texts or truth values may be among some values."""
    types = values.conjunction.types
    return types is None or not types.isdisjoint(_SCALARS)


def common_scalars(first: Values, second: Values) -> Iterator[Json]:
    """Yield numbers, texts and truth values that can be shown to be of both schemas: those nearest at hand."""
    one, other = first.conjunction, second.conjunction
    lists = [sorted(each) for each in (one.listed, other.listed) if each is not None]
    if lists:
        fewest = min(lists, key=len)
        candidates: Iterable[Json] = map(json.loads, fewest)
    else:
        numbers, lengths = (_around(names, (*one.parts, *other.parts)) for names in (_OF_NUMBERS, _OF_TEXTS))
        candidates = (*numbers, *("x" * each for each in lengths if isinstance(each, int) and 0 <= each <= _LONGEST))
    yield from (each for each in candidates if takes(first, each) and takes(second, each))


def _around(names: Iterable[str], schemas: Sequence[Schema]) -> list[float]:
    """Return the bounds of some kinds that schemas have, zero, and the numbers beside these."""
    bounds = (getattr(each, name) for each in schemas for name in names)
    return sorted({bound + step for bound in (*bounds, 0) if bound is not None for step in (-1, 0, 1)})


def takes(values: Values, value: Json) -> bool:
    """Tell whether it can be shown that a scalar value is one of a schema."""
    found, alone = values.conjunction, Values(Schema(values.schema.location, enum=(value,)), values.document)
    is_listed = found.listed is None or canonical(value) in found.listed
    kind = kind_of(value)
    if kind not in _SCALARS or (found.types is not None and kind not in found.types) or not is_listed:
        return False
    for part in found.parts:
        is_open = part.format is not None and isinstance(value, str) and found.listed is None
        if part.never or part.restrictions or part.conditional or is_open:
            return False
        choice = Schema(part.location, any_of=part.any_of, one_of=part.one_of)
        if len(part.choices) > 1 and not includes(Values(choice, values.document), alone):
            return False
        if part.format is not None and not fits_format(part.format, value):
            return False
    check = limits_of(found.parts)
    return check is not None and check(value)


class _Comparer:
    """Answers each question once; what comes up while it is being answered, as in recursive schemas, is not shown."""

    def __init__(self) -> None:
        self._included: dict[tuple[int, int], bool] = {}
        self._disjoint: dict[tuple[int, int], bool] = {}

    def includes(self, wide: Values, narrow: Values, depth: int) -> bool:
        """Tell whether every value of `narrow` is one of `wide`, as far as can be shown."""
        key = (id(wide.schema), id(narrow.schema))
        if wide.schema is narrow.schema:
            return True
        if key not in self._included:
            self._included[key] = False
            self._included[key] = depth <= _DEEPEST and self._includes(wide, narrow, depth)
        return self._included[key]

    def _includes(self, wide: Values, narrow: Values, depth: int) -> bool:
        values = narrow.conjunction
        if values.listed == frozenset() or any(part.never for part in values.parts):
            return True
        whole = all(self._fits(part, wide.document, values, narrow, depth) for part in wide.parts)
        return whole or self._every_choice_fits(wide, narrow, depth)

    def _every_choice_fits(self, wide: Values, narrow: Values, depth: int) -> bool:
        """Tell whether all branches of one of the choices that a value has to fit are included."""
        choices = [each for part in narrow.parts for each in (part.any_of, part.one_of) if each]
        return any(
            all(self.includes(wide, Values(branch, narrow.document), depth + 1) for branch in branches)
            for branches in choices
        )

    def _fits(self, part: Schema, document: Document, values: Conjunction, narrow: Values, depth: int) -> bool:
        """Tell whether values that fit a conjunction fit one part of another schema."""
        if part.never or part.conditional or part.unevaluated_properties or part.unevaluated_items:
            return False
        types = _types(part.types)
        if types is not None and not (values.types is not None and values.types <= types):
            return False
        if part.listed is not None and not (values.listed is not None and values.listed <= _texts(part.listed)):
            return False
        return (
            _fits_limits(part, document, values)
            and self._fits_object(part, document, values, depth)
            and self._fits_list(part, document, values, depth)
            and self._fits_choices(part, document, narrow, depth)
        )

    def _fits_object(self, part: Schema, document: Document, values: Conjunction, depth: int) -> bool:
        if values.types is not None and "object" not in values.types:
            return True
        if part.pattern_properties or not {*part.required} <= values.required:
            return False
        extra = part.additional_properties
        is_limited = extra is not None and (extra.never or says_anything(extra) or extra.ref or extra.choices)
        if is_limited and not (values.is_closed and values.properties.keys() <= part.properties.keys()):
            return False
        return all(
            self._includes_one_of(Values(inner, document), values.properties.get(name, ()), values, depth)
            or values.forbids(name)
            for name, inner in part.properties.items()
        )

    def _fits_list(self, part: Schema, document: Document, values: Conjunction, depth: int) -> bool:
        if values.types is not None and ("array" not in values.types or values.listed == _EMPTY_LIST):
            return True
        if part.prefix_items or (part.unique_items and not any(each.unique_items for each in values.parts)):
            return False
        described = (each.items for each in values.parts if not each.prefix_items)
        items = [Values(each, values.document) for each in described if each is not None]
        return part.items is None or self._includes_one_of(Values(part.items, document), items, values, depth)

    def _includes_one_of(self, wide: Values, several: Iterable[Values], values: Conjunction, depth: int) -> bool:
        """Tell whether the values of one of several schemas, all of which apply, are included."""
        candidates = [*several] or [Values(Schema(wide.schema.location), values.document)]
        return any(self.includes(wide, each, depth + 1) for each in candidates)

    def _fits_choices(self, part: Schema, document: Document, narrow: Values, depth: int) -> bool:
        any_of, one_of = ([Values(each, document) for each in branches] for branches in (part.any_of, part.one_of))
        if any_of and not any(self.includes(each, narrow, depth + 1) for each in any_of):
            return False
        if not one_of:
            return True
        fits = [self.includes(each, narrow, depth + 1) for each in one_of]
        others = [each for each, does in zip(one_of, fits, strict=True) if not does]
        return sum(fits) == 1 and all(self.are_disjoint(each, narrow, depth + 1) for each in others)

    def are_disjoint(self, first: Values, second: Values, depth: int) -> bool:
        """Tell whether no value is one of both, as far as can be shown."""
        key = (id(first.schema), id(second.schema))
        if key not in self._disjoint:
            self._disjoint[key] = False
            self._disjoint[key] = depth <= _DEEPEST and self._are_disjoint(first, second, depth)
        return self._disjoint[key]

    def _are_disjoint(self, first: Values, second: Values, depth: int) -> bool:
        one, other = first.conjunction, second.conjunction
        parts = [*one.parts, *other.parts]
        types, listed = _common(one.types, other.types), _common(one.listed, other.listed)
        if any(part.never for part in parts) or all_values(types, listed, parts) == []:
            return True
        return (
            self._objects_differ(one, other, depth)
            or self._choices_differ(first, second, depth)
            or self._choices_differ(second, first, depth)
        )

    def _objects_differ(self, one: Conjunction, other: Conjunction, depth: int) -> bool:
        """Tell whether both are objects only, and a property that has to be there in one of them tells them apart."""
        if one.types != _OBJECTS or other.types != _OBJECTS:
            return False
        if any(other.forbids(name) for name in one.required) or any(one.forbids(name) for name in other.required):
            return True
        shared = one.properties.keys() & other.properties.keys() & (one.required | other.required)
        return any(
            self.are_disjoint(mine, theirs, depth + 1)
            for name in sorted(shared)
            for mine in one.properties[name]
            for theirs in other.properties[name]
        )

    def _choices_differ(self, choosing: Values, other: Values, depth: int) -> bool:
        choices = [each for part in choosing.parts for each in (part.any_of, part.one_of) if each]
        return any(
            all(self.are_disjoint(Values(branch, choosing.document), other, depth + 1) for branch in branches)
            for branches in choices
        )


def _types(said: Iterable[SchemaType]) -> _Types:
    """Return the types that are allowed where some are said; None where that are all, or none are said."""
    found = frozenset(said)
    found = found | {"integer"} if "number" in found else found
    return None if not found or found == _EVERY else found


def _common(one: frozenset[_T] | None, other: frozenset[_T] | None) -> frozenset[_T] | None:
    """Return what is in both; None stands for everything."""
    return other if one is None else one if other is None else one & other


def _texts(values: Iterable[Json]) -> frozenset[str]:
    return frozenset(map(canonical, values))


def _fits_limits(part: Schema, document: Document, values: Conjunction) -> bool:
    """Tell whether values keep to the limits of a part, for they have limits that are as strict."""
    check = limits_of([part]) if values.listed is not None and is_limited(part) else None
    is_checked = check is not None and all(check(json.loads(text)) for text in values.listed or ())
    for name in _SAME_OR_NOTHING:
        limit = None if is_checked and name in LIMITING else getattr(part, name)
        if name == "multiple_of" and limit is not None and values.is_whole and divides(limit, 1):
            continue
        if limit is not None and not any(getattr(each, name) == limit for each in values.parts):
            return False
    for keyword, bound in BOUNDS:
        limit = None if keyword.attribute == RESTRICTIONS else getattr(part, keyword.attribute)
        if limit is None or is_checked or (values.types is not None and not values.types & {*keyword.types}):
            continue
        own = [each for part_ in values.parts if (each := getattr(part_, keyword.attribute)) is not None]
        if not any(each >= limit if bound.lower else each <= limit for each in own):
            return False
    tests = [test for _, test in part.tests] if document is not values.document else []
    if any(each.ref is not None for test in tests for each in test.nested()):  # to what another document has there
        return False
    return all(_has_restriction(values, name, said) for name, said in part.restrictions.items())


def _has_restriction(values: Conjunction, name: str, said: object) -> bool:
    restrictions: Iterable[Mapping[str, object]] = (each.restrictions for each in values.parts)
    return any(each.get(name) == said for each in restrictions)
