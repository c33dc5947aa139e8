"""One schema out of several that apply together: `allOf`, and keywords beside `$ref`.

Python types are flat, so an object assembled from parts becomes one object with all properties.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from specloom.findings import Finding, Severity
from specloom.graph import reach
from specloom.ir.budget import Budget, refuse_endless_choice
from specloom.ir.build_scalars import implied_kinds, is_found, is_understood
from specloom.ir.contradictions import Contradictions, may_meet
from specloom.ir.losses import Ledger
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import UNSAID, Document, Schema
from specloom.spec.keywords import DESCRIBING, KEYWORDS, RESTRICTIONS, Merge, SchemaType, attributes
from specloom.spec.parts import only_refers, parts_of, says_types
from specloom.trampoline import Steps, call, run


class Merger:
    """Makes one schema of several that apply together, once for each schema."""

    def __init__(self, document: Document, budget: Budget, report: list[Finding]) -> None:
        self.document = document
        self.budget = budget
        self.ledger = Ledger(document)
        """What has no effect is written down here, by whoever decides so."""
        self._report = report
        self._flat: dict[int, tuple[Schema, Schema]] = {}
        """By the identity of a schema: the schema, so that it stays alive, and what it is merged."""
        self._merged: dict[int, tuple[Schema, Schema]] = {}
        self._open: set[int] = set()
        self.contradictions = Contradictions(report, self.ledger)
        """What no value fits."""
        self._offered: dict[int, tuple[Schema, frozenset[int]]] = {}

    def merged(self, schema: Schema) -> Schema:
        """Return an equivalent schema without `ref` and `all_of` at its top, as far as types go.

        Properties that several parts describe become an `allOf` of their own. Branches of a union that only add
        conditions (`anyOf` of `required`) are left out: they say which values are valid, not what they are. A schema
        that contains itself through `allOf` is reported and the repetition left out: no value could satisfy it in
        finite depth.
        """
        if not any(_merged_of(schema)):
            return schema
        known = self._merged.get(id(schema))
        return known[1] if known else run(self._merge(schema))

    def _merge(self, schema: Schema) -> Steps[Schema]:
        if not any(_merged_of(schema)):
            return schema
        known = self._merged.get(id(schema))
        if known is None:
            flat = self._without_conditions((yield from self._flatten(schema)))
            known = self._merged[id(schema)] = (schema, (yield from self._with_conditional(flat)))
        return known[1]

    def includes(self, schema: Schema, part: Schema) -> bool:
        """Tell whether a schema has all properties of a part already, as they are or refined."""
        flat = self.merged(schema)
        known = all(
            name in flat.properties and property_ in flat.properties[name].nested(("all_of",))
            for name, property_ in part.properties.items()
        )
        return known and set(part.required) <= set(flat.required)

    def beside(self, branch: Schema, shared: Schema, alternatives: tuple[Schema, ...]) -> Schema:
        """Return what stands beside a choice as it holds in one branch of it.

        Members are unevaluated that neither the branch has nor, where several may hold at once, another of them. There
        are alternatives if several branches may hold at once (`anyOf`).
        """
        others, flat = shared.unevaluated_properties, self.merged(branch)
        if others is None or shared.additional_properties is not others:
            return shared
        if flat.additional_properties is not None:
            return replace(shared, additional_properties=None, unevaluated_properties=None)
        evaluated: list[Schema] = []
        for each in map(self.merged, alternatives):
            members = {**each.properties, **each.pattern_properties, "": each.additional_properties}
            for name, value in members.items():
                if value is not None and name not in flat.properties and value not in evaluated:
                    evaluated.append(value)
        if not evaluated:
            return shared
        return replace(shared, additional_properties=_any_of((*evaluated, others)), unevaluated_properties=None)

    def _without_conditions(self, flat: Schema) -> Schema:
        for branch in flat.choices:
            if not self._describes_type(branch):
                self.ledger.lose(branch.location, "condition", "nothing checks it", minor=True)
            elif flat.types:
                self.contradictions.note_choice(flat, branch, self.document.reach((branch,), ("all_of",)))
        any_of, one_of = self._types_among(flat.any_of), self._types_among(flat.one_of)
        if not flat.types and (flat.any_of, flat.one_of) != (any_of, one_of) and not (any_of or one_of):
            flat = replace(flat, types=_beside_conditions(flat))
        if any_of and one_of:
            return replace(flat, any_of=(), one_of=self._product(any_of, one_of), discriminator=None)
        if (len(any_of), len(one_of)) == (len(flat.any_of), len(flat.one_of)):
            return flat
        return replace(
            flat, any_of=any_of, one_of=one_of, discriminator=flat.discriminator if any_of or one_of else None
        )

    def _with_conditional(self, flat: Schema) -> Steps[Schema]:
        """Return a schema with the properties that only some of its values have, and with what is left unevaluated."""
        if any(each.types and "object" not in each.types for each in flat.either):
            alone = replace(flat, conditional=())
            if not says_types(alone):  # `then` and `else` alone say the types: a choice
                return replace(alone, any_of=tuple(each for each in flat.either if not each.never))
        items: list[Schema] = [*flat.contains]
        found: dict[str, list[Schema]] = {}
        for applied in (yield from self._applied_to_some(flat)):
            items += (*applied.prefix_items, *([applied.items] if applied.items else []))
            for name, property_ in applied.properties.items():
                if name not in flat.properties and property_ not in found.setdefault(name, []):
                    found[name].append(property_)
        if flat.additional_properties is None and flat.unevaluated_properties is not None:
            flat = replace(flat, additional_properties=flat.unevaluated_properties)
        if flat.items is None and flat.unevaluated_items is not None:
            flat = replace(flat, items=_any_of((*items, flat.unevaluated_items)))
        if found:
            optional = {name: _any_of(several) for name, several in found.items()}
            flat = replace(flat, properties={**flat.properties, **optional})
        return _with_patterns(flat)

    def _applied_to_some(self, flat: Schema) -> Steps[list[Schema]]:
        """Return what applies to some values of a schema besides, and the branches of choices among it."""
        applied: list[Schema] = []
        waiting, seen = [*reversed(flat.conditional)], set[int]()
        while waiting:
            condition = waiting.pop()
            if id(condition) in seen or id(condition) in self._open:
                continue  # it is what applies itself
            self.budget.pay(1, condition.location)
            seen.add(id(condition))
            self._open.add(id(condition))
            applied.append((yield from call(self._merge(condition))))
            self._open.discard(id(condition))
            waiting += reversed(applied[-1].choices)
        return applied

    def _types_among(self, branches: tuple[Schema, ...]) -> tuple[Schema, ...]:
        """Return the branches of a choice that describe a type; beside them one that says nothing is any value.

        There are none where null stands beside conditions: then the type is what the schema itself says.
        """
        found = tuple(branch for branch in branches if self._describes_type(branch))
        if len(found) == len(branches):
            return found
        if all(branch.is_null for branch in found):
            return ()
        return tuple(branch for branch in branches if branch in found or _is_anything(branch))

    def _product(self, first: tuple[Schema, ...], second: tuple[Schema, ...]) -> tuple[Schema, ...]:
        """Return the choice that two choices are which apply at once."""
        both: list[Schema] = []
        alone = {id(each): each for each in (*first, *second)}
        for one in first:
            for other in second:
                self.budget.pay(1, one.location)
                if one.is_null == other.is_null and may_meet(one.types, other.types):
                    both.append(one if one == other else Schema(location=other.location, all_of=(one, other)))
                    alone.pop(id(one), None)
                    alone.pop(id(other), None)
        for each in alone.values():
            why = "another choice that applies at once takes none of its values"
            self.ledger.lose(each.location, "choice", why, minor=True)
        return tuple(both) or first

    def _joined(self, first: Schema, second: Schema) -> Schema:
        """Return a schema that says what two say; where no value fits both, the first stands, and it is told."""
        self.contradictions.note(first, second)
        flat = _both(first, second)
        if not first.choices or not second.choices:
            return flat
        ours, theirs = (self._without_conditions(each) for each in (first, second))
        if not ours.choices or not theirs.choices or ours.choices == theirs.choices:
            chosen = ours if ours.choices else theirs
            return replace(flat, **{name: getattr(chosen, name) for name in (*_CHOICE, "discriminator")})
        product = self._product(theirs.choices, ours.choices)
        refuse_endless_choice(product, flat.location)  # what comes on top of it only takes time
        return replace(flat, any_of=(), one_of=product, discriminator=None)

    def _flatten(self, schema: Schema) -> Steps[Schema]:
        if schema.ref is None and not schema.all_of:
            return schema
        known = self._flat.get(id(schema))
        if known is not None:
            return known[1]
        self._open.add(id(schema))
        own = replace(schema, ref=None, all_of=())
        parts: list[Schema] = []
        for part in parts_of(schema, self.document):
            if part.key is not None and id(part.schema) in self._open:
                message, advice = "this schema is a part of itself through allOf", "take it out of one of them"
                self._report.append(Finding("circular-all-of", Severity.ERROR, message, schema.location, help=advice))
                continue
            flat = yield from call(self._flatten(part.schema))
            is_joined = part.key is None and (len(schema.all_of) > 1 or says_types(own))
            if is_joined and (branch := _beside_null(flat)) is not None:
                # Something else applies as well, so null alone cannot be meant: an object that extends a nullable one.
                flat = yield from call(self._flatten(replace(flat, any_of=(), one_of=(), all_of=(branch,))))
            parts.append(flat)
        inherited = parts
        if not only_refers(schema):
            parts = [self._without_own_choice(part, schema) for part in inherited]
        # The outer schema's own words win, then those of later parts: they refine what stands before them.
        flat = own
        for refined in reversed(parts):
            self.budget.pay(1 + len(refined.properties), schema.location)
            flat = self._joined(flat, refined)
        if not says_types(flat) and any(part is not each for part, each in zip(parts, inherited, strict=True)):
            message, advice = "this schema is nothing but a choice that offers the schema itself", "take it out of that"
            self._report.append(Finding("circular-all-of", Severity.ERROR, message, schema.location, help=advice))
        self._open.discard(id(schema))
        self._flat[id(schema)] = (schema, flat)
        return flat

    def _without_own_choice(self, part: Schema, schema: Schema) -> Schema:
        """Return what a schema inherits from a part of it: no choice that offers the schema itself.

        That is how families are mostly written: the base has a choice and a discriminator, and each child has the base
        in its `allOf`, of which it means the properties.
        """
        if not part.choices or id(schema) not in self._offers(part):
            return part
        return replace(part, any_of=(), one_of=(), discriminator=None)

    def _offers(self, base: Schema) -> frozenset[int]:
        """Return the identities of the schemas that the choice of a schema leads to without leaving the value."""
        known = self._offered.get(id(base))
        if known is None:
            found = frozenset(map(id, self.document.reach(base.choices, ("all_of", *_CHOICE))))
            self.budget.pay(len(found) // _LOOKED_AT, base.location)
            known = self._offered[id(base)] = (base, found)
        return known[1]

    def _describes_type(self, branch: Schema) -> bool:
        """Tell a branch that describes a type from one that only adds conditions (`required`, `minProperties`, …).

        A choice describes what the branches do that stand in it, and a type where one refers to a schema or takes all.
        """

        def applying(schema: Schema) -> Iterator[Schema]:
            yield from (part.schema for part in parts_of(schema, self.document))
            yield from (*schema.conditional, *schema.choices)

        def describes(schema: Schema) -> bool:
            return schema.says(_TYPING) or any(each.ref is not None or _is_anything(each) for each in schema.choices)

        return any(map(describes, reach((branch,), applying, id)))


def _with_patterns(flat: Schema) -> Schema:
    """Return a schema whose properties say what holds for them by patterns, too."""
    properties = {**flat.properties}
    for pattern, also in flat.pattern_properties.items() if properties else ():
        for name in properties if is_understood(pattern) else ():
            if is_found(pattern, name):
                properties[name] = _schema(properties[name], also)
    return replace(flat, properties=properties) if properties != flat.properties else flat


def _any_of(schemas: Iterable[Schema]) -> Schema:
    """Return the schema of values that fit one of several, of which those that no value fits do not count."""
    several = [*schemas]
    several = [each for each in several if not each.never] or several[:1]
    return several[0] if len(several) == 1 else Schema(location=several[0].location, any_of=tuple(several))


def _beside_null(schema: Schema) -> Schema | None:
    """Return the other branch of a choice between one schema and null."""
    branches = schema.any_of or schema.one_of
    others = [branch for branch in branches if branch.types != ("null",)]
    return others[0] if len(others) == 1 and len(branches) > 1 else None


def _beside_conditions(schema: Schema) -> tuple[SchemaType, ...]:
    """Return the types of a schema that names none and offers null beside conditions."""
    kinds = implied_kinds(schema)
    return (*kinds, "null") if kinds and any(branch.is_null for branch in schema.choices) else ()


def _is_anything(schema: Schema) -> bool:
    return not (schema.never or schema.says(_MEANING) or schema.restrictions)


def _both(first: Schema, second: Schema) -> Schema:
    """Return a schema that says what two say. Where one of them says nothing about a keyword, the other stands."""
    if _said_of(first) == _SILENT and not any(_aside_of(first)):  # it only refers
        return replace(second, location=first.location, sunset=first.sunset, restrictions={}, all_of=())
    said: dict[str, Any] = {}
    for attribute, merge in _MERGED.items():
        theirs = getattr(second, attribute)
        if theirs != UNSAID[attribute]:
            ours = getattr(first, attribute)
            said[attribute] = theirs if ours == UNSAID[attribute] else merge(ours, theirs)
    if second.says(_CHOICE) and not first.says(_CHOICE):
        said |= {name: getattr(second, name) for name in _CHOICE}
    for attribute in ("conditional", "contains"):
        said[attribute] = (*getattr(second, attribute), *getattr(first, attribute))
    said["either"] = first.either or second.either
    said["unevaluated_properties"] = first.unevaluated_properties or second.unevaluated_properties
    said["unevaluated_items"] = first.unevaluated_items or second.unevaluated_items
    extension = {**second.extension, **first.extension}
    return replace(first, never=first.never or second.never, all_of=(), extension=extension, **said)


def _common(first: tuple[Json, ...], second: tuple[Json, ...]) -> tuple[Json, ...]:
    return tuple(value for value in first if value in second) or first


def _types(first: tuple[SchemaType, ...], second: tuple[SchemaType, ...]) -> tuple[SchemaType, ...]:
    common = [name for name in first if name in second]
    if "integer" not in common and {"integer", "number"} <= {*first, *second}:
        common.append("integer")
    return tuple(common) or first


def _names(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*second, *first)))


def _schema(first: Schema, second: Schema) -> Schema:
    return first if first == second else Schema(location=first.location, all_of=(second, first))


def _schemas(first: Mapping[str, Schema], second: Mapping[str, Schema]) -> dict[str, Schema]:
    both = {name: _schema(first[name], schema) for name, schema in second.items() if name in first}
    return {**second, **first, **both}


def _places(first: tuple[Schema, ...], second: tuple[Schema, ...]) -> tuple[Schema, ...]:
    both = tuple(map(_schema, first, second))
    return (*both, *first[len(both) :], *second[len(both) :])


_MERGES: Final[Mapping[Merge, Callable[[Any, Any], object]]] = {
    "first": lambda first, _: first,
    "highest": max,
    "lowest": min,
    "types": _types,
    "common": _common,
    "names": _names,
    "schema": _schema,
    "schemas": _schemas,
    "places": _places,
}
"""What becomes of two values of one keyword; where they contradict each other, the first stands."""
_MERGED: Final = {
    keyword.attribute: _MERGES[keyword.merge]
    for keyword in KEYWORDS.values()
    if keyword.attribute in UNSAID and keyword.merge != "apart" and keyword.attribute != RESTRICTIONS
}
_MEANING: Final = attributes(lambda keyword: keyword.kind != "annotation")
_CHOICE: Final = ("any_of", "one_of")
_LOOKED_AT: Final = 4
"""How many schemas are looked at for what one type costs."""
_TYPING: Final = tuple(name for name in DESCRIBING if name not in _CHOICE)
"""What describes a type by itself."""
_ASIDE: Final = ("conditional", "either", "unevaluated_properties", "unevaluated_items")
"""What applies besides, and is not compared."""
_merged_of: Final = attrgetter("ref", "all_of", *_CHOICE, *_ASIDE, "pattern_properties")
"""Return what makes a schema differ from what it is merged: where none of it says anything, that is the same."""
_said_of: Final = attrgetter(*UNSAID)
_SILENT: Final = tuple(UNSAID.values())
_aside_of: Final = attrgetter(*_ASIDE, "contains")
