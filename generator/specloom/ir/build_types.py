"""From schemas to Python types, in one direction: what the server sends, or what the caller passes in.

Every object schema gets a name here, inline ones too, so that the engine never has to invent one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from specloom.findings import Finding, Location, Severity
from specloom.ir.build_choices import Discriminators, branches_of, join_by_name, join_types, lose_repeated, opened
from specloom.ir.build_links import leads_anywhere, refers_to_link, says_link
from specloom.ir.build_scalars import (
    build_literals,
    build_scalar,
    constraints_of,
    implied_kinds,
    is_object,
    is_plain,
)
from specloom.ir.formats import ENCODINGS
from specloom.ir.merge import Merger
from specloom.ir.name_scopes import Names, tell_apart
from specloom.ir.named_types import NamedTypes
from specloom.ir.naming import class_name, words
from specloom.ir.type_names import TypeNames, option_names, unsent_names, wanted_field_name
from specloom.ir.types import (
    AliasType,
    ByName,
    Field,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    Scalar,
    Tagged,
    Type,
    Union,
    nullable,
    without_null,
)
from specloom.ir.unions import close_tags, tuples_of, union_of
from specloom.record import replace
from specloom.spec.document import ABSENT, Document, Schema
from specloom.spec.keywords import SchemaType
from specloom.spec.parts import only_refers, referred_key
from specloom.trampoline import Steps, call, run


class TypeBuilder:
    """Builds the types of one direction, whose names are given, and remembers the named ones.

    Answers leave out write-only properties and have open enumerations; inputs leave out read-only properties and have
    closed ones, so that an editor finds a misspelt value. Findings are appended to the report.
    """

    def __init__(self, document: Document, names: TypeNames, merger: Merger, report: list[Finding]) -> None:
        self._document = document
        self.merger = merger
        """What this builder looks at schemas with."""
        self._direction = names.direction
        self._report = report
        self.names = names
        """What its types are called."""
        self.named = NamedTypes(names, report)
        """The types that have names."""
        self._by_key: dict[str, Type] = {}
        self._unions: list[Union | Tagged] = []
        self._kept_open: set[Location] = set()
        self.types = self.named.all
        """Every named type so far, in the order in which they were met."""
        self.origins: dict[str, str] = {}
        """Name of a type → key of the schema in the document it was made from; inline ones are not in it."""
        self._discriminators = Discriminators(document, self.types, self.origins, self._by_key, merger.ledger)

    def build(self, schema: Schema, suggested: str) -> Type:
        """Return the type of a schema.

        An object that has no name of its own is called as suggested.
        """
        self.merger.ledger.use(schema, sent=self._direction == "input")
        return run(self._build(schema, suggested, owner=None))

    def fields_of(self, schema: Schema, suggested: str) -> tuple[Field, ...]:
        """Return the properties of an object schema without references at its top, without naming a type for it."""
        return run(self._fields(schema, suggested, None, {}))

    def has_required(self, schema: Schema) -> bool:
        """Tell whether an object schema has a property that has to be there in this direction."""
        required = frozenset(schema.required)
        return any(wire_name in required for wire_name, _ in self._properties(schema))

    def finish(self) -> dict[str, NamedType]:
        """Return every named type, with the values closed by which members of unions are told apart."""
        return close_tags(self._unions, self.types, self._kept_open)

    def _build(self, schema: Schema, suggested: str, owner: str | None) -> Steps[Type]:
        if only_refers(schema) and not self._is_link(schema):
            if self._direction == "answer" and leads_anywhere(schema, self._document, self.merger):
                return LinkTo(None)
            return (yield from call(self._referred(schema)))
        flat = self.merger.merged(schema)
        build = self._link if self._is_link(flat) else self._structure
        return (yield from build(flat, suggested, owner))

    def _is_link(self, schema: Schema) -> bool:
        return says_link(schema) and self._direction == "answer"

    def _link(self, schema: Schema, suggested: str, owner: str | None) -> Steps[Type]:
        """Return the type of a link, and see to it that there is a type for what it leads to.

        Of several branches, those that refer to the link's schema are the link; null and others stay what they are.
        """
        name = str(schema.extension["link"])
        leads_to = Schema(location=schema.location, ref=self._document.named[name])
        target = without_null((yield from call(self._referred(leads_to))))
        if not isinstance(target, Named):
            message = f"a link can only lead to an object, and {name!r} is none"
            place = schema.location.at("x-specloom", "link")
            self._report.append(Finding("wrong-link", Severity.ERROR, message, place))
            return Scalar("any")
        link = LinkTo(target.name)
        members: list[Type] = []
        for branch in schema.choices:
            is_link = refers_to_link(branch, self._document)
            members.append(link if is_link else (yield from call(self._build(branch, suggested, owner))))
        type_ = union_of(tuple(members)) if members else link
        return nullable(type_) if "null" in schema.types else type_

    def _referred(self, schema: Schema) -> Steps[Type]:
        """Return the type of what a schema refers to. Schemas that only refer are what the last one in a row is."""
        row: list[str] = []
        key = referred_key(schema)
        type_ = self._by_key.get(key)
        while type_ is None:
            row.append(key)
            target = self._document.schemas[key].schema
            if not only_refers(target) or self._is_link(self.merger.merged(target)):
                type_ = yield from self._named(key)
            else:
                key = referred_key(target)
                type_ = self._by_key.get(key)
        self._by_key |= dict.fromkeys(row, type_)
        return type_

    def _named(self, key: str) -> Steps[Type]:
        named = self._document.schemas[key]
        location = named.schema.location
        flat = self.merger.merged(named.schema)
        if self._is_link(flat):
            return (yield from self._link(flat, class_name(named.name), None))
        if is_plain(flat):
            return (yield from self._structure(flat, "", None))
        stem, name = self.names.component(key)
        self.names.take(name, named.name, location)
        self.origins[name] = key
        core = replace(flat, types=tuple(kind for kind in flat.types if kind != "null"))
        type_ = nullable(Named(name)) if is_object(core) and "null" in flat.types else Named(name)
        self._by_key[key] = type_  # before it is built, as it may hold itself
        if is_object(core):
            yield from self._object(core, name, owner=name, location=location)
            return type_
        inner = yield from self._structure(flat, stem, owner=name, anonymous=True)
        if inner == Scalar("none"):  # an alias of None could not be joined by `|` with what can be null as well
            del self.origins[name]
            self._by_key[key] = inner
            return inner
        constants = self.named.take_constants(flat, name, location)
        self.named.put(AliasType(name, name, _description(flat, name), inner, location, constants))
        return type_

    def _structure(self, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool = False) -> Steps[Type]:
        """Return the type of a schema without references at its top. `anonymous`: it already has its alias."""
        self.merger.budget.pay(1, schema.location)
        lose = self.merger.ledger.lose
        kinds = schema.types or implied_kinds(schema)
        type_: Type = Scalar("any")
        if schema.never:
            self.merger.contradictions.note_never(schema)
        elif schema.listed:
            type_ = build_literals(schema.listed, schema, self._direction)
            if not isinstance(without_null(type_), Literals) and type_ != Scalar("none"):
                name, why = "enum" if schema.const is ABSENT else "const", "its values have types, but no literals"
                lose(schema.location.at(name), name, why, minor=True)
            for branch in schema.choices:
                lose(branch.location, "choice", "the values that are listed give the type", minor=True)
        elif schema.choices:
            type_ = yield from self._union(schema, suggested, owner, anonymous=anonymous)
            type_ = type_ if anonymous else self._aliased(type_, schema, suggested, owner)
        elif kinds:
            members: list[Type] = []
            if schema.extension.get("as_text"):
                members = [Scalar("number-or-text")]
                kinds = tuple(kind for kind in kinds if kind not in {"integer", "string"})
            for kind in kinds:
                members.append((yield from self._of_kind(kind, schema, suggested, owner, anonymous=anonymous)))
            type_ = join_types(members, self._direction)
        if schema.listed == ():
            why = "no value fits an empty list: the type is what it would be without it"
            lose(schema.location.at("enum"), "enum", why)
        self.named.nesting.check(type_, schema.location)
        return type_

    def _of_kind(
        self, kind: SchemaType, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool
    ) -> Steps[Type]:
        if kind == "object":
            return (yield from self._object_or_map(schema, suggested, owner))
        if kind == "array":
            first = schema.prefix_items
            stem = f"{suggested}Item"
            names = option_names(stem, first, self._document) if len(first) != 1 else [stem]
            places = yield from self._build_each(zip(names, first, strict=True), owner)
            if _is_closed(schema):
                self.merger.ledger.honour(schema, ("minItems", "maxItems", "items"))
                if schema.min_items is None:
                    end = schema.items.location if schema.items else schema.location.at("maxItems")
                    why = "a tuple has all of its items where minItems does not say otherwise"
                    self.merger.ledger.lose(end, "lists shorter than prefixItems", why)
                return tuples_of(places, schema.min_items, schema.max_items)
            rest: Type = Scalar("any")
            if schema.items is not None and not schema.items.never:
                rest = yield from call(self._build(schema.items, stem if anonymous else suggested, owner))
                if schema.items is schema.unevaluated_items and self._direction == "answer":
                    self.merger.ledger.heed_part(schema.items)
            if first and (schema.min_items or 0) <= len(first):
                self.merger.ledger.honour(schema, ("minItems",))
            return tuples_of(places, schema.min_items, schema.max_items, rest) if first else ListOf(rest)
        if kind == "string" and schema.content_encoding in ENCODINGS and not schema.format:
            self.merger.ledger.heed(schema, "contentEncoding")
        return build_scalar(kind, schema, self._direction)

    def _build_each(self, schemas: Iterable[tuple[str, Schema]], owner: str | None) -> Steps[tuple[Type, ...]]:
        """Return the types of schemas, each of which stands behind the class name suggested for it."""
        types: list[Type] = []
        for suggested, schema in schemas:
            type_ = yield from call(self._build(schema, suggested, owner))
            types.append(type_)
        return tuple(types)

    def _object_or_map(self, schema: Schema, suggested: str, owner: str | None) -> Steps[Type]:
        if not schema.properties:
            if schema.required:
                what, why = "required", "members of a map are not checked for"
                self.merger.ledger.lose(schema.location.at("required"), what, why, minor=True)
            extra = yield from self._extra(schema, f"{suggested}Value", owner)
            return MapOf(extra or Scalar("any"))
        name = self.names.inline(schema, suggested)
        if (known := self.named.find_object(schema, name)) is not None:
            return known
        with self.named.open_object(schema, name, suggested) as known:
            yield from self._object(schema, name, owner=owner or name, location=schema.location)
        return known

    def _object(self, schema: Schema, name: str, *, owner: str, location: Location) -> Steps[None]:
        self.named.begin_object(name, owner, _description(schema, self.names.stem(name)), location)
        kept = self.names.fields.get(name, {})
        fields = yield from self._fields(schema, self.names.stem(name), owner, kept)
        extra = yield from self._extra(schema, f"{self.names.stem(name)}Extra", owner)
        if extra is not None and extra != Scalar("any") and schema.additional_properties is not None:
            self.merger.ledger.use_others(schema.additional_properties, sent=self._direction == "input")
        unsent = unsent_names(self._set_by_server(schema), fields)
        self.named.finish_object(name, fields, None if extra == Scalar("any") else extra, unsent)

    def _extra(self, schema: Schema, suggested: str, owner: str | None) -> Steps[Type | None]:
        """Return the type of members without a name of their own; None where the schema says nothing of them."""
        others = schema.additional_properties
        patterns = {pattern: value for pattern, value in schema.pattern_properties.items() if not value.never}
        values = [*patterns.values(), *([others] if others and not others.never else [])]
        if not values:
            return None
        names = option_names(suggested, values, self._document) if len(values) > 1 else [suggested]
        types = yield from self._build_each(zip(names, values, strict=True), owner)
        if others and not others.never and others is schema.unevaluated_properties and self._direction == "answer":
            self.merger.ledger.heed_part(others)
        if not patterns:
            return types[0]
        rest = (*types[len(patterns) :], *([Scalar("any")] if others is None else []))
        return self._by_name(ByName(tuple(zip(patterns, types, strict=False)), *rest), schema, suggested, owner)

    def _by_name(self, by_name: ByName, schema: Schema, suggested: str, owner: str | None) -> Type:
        """Return the type of members whose names decide on it; in answers it has a name and a way to be read."""
        place = schema.location.at("patternProperties")
        type_ = join_by_name(by_name, place, self._direction, self.merger.ledger)
        if not isinstance(type_, Union) or type_.by_name is None:
            return type_
        return self.named.inline_alias(Schema(place), f"{suggested}ByName", owner, "", type_)

    def _properties(self, schema: Schema) -> Iterable[tuple[str, Schema]]:
        hidden = "write_only" if self._direction == "answer" else "read_only"
        for wire_name, property_ in schema.properties.items():
            flat = self.merger.merged(property_)
            self.merger.contradictions.note_property(wire_name, flat)
            if flat.read_only or flat.write_only:
                self.merger.ledger.honour(property_, ("readOnly", "writeOnly"))
            if not flat.never and not getattr(flat, hidden):
                yield wire_name, property_

    def _set_by_server(self, schema: Schema) -> Iterable[tuple[str, Schema]]:
        """Yield the properties that callers leave out of what they pass in."""
        for wire_name, property_ in schema.properties.items() if self._direction == "input" else ():
            if self.merger.merged(property_).read_only:
                yield wire_name, property_

    def _fields(
        self, schema: Schema, stem: str, owner: str | None, kept: Mapping[str, str]
    ) -> Steps[tuple[Field, ...]]:
        scope = Names(f"fields of {stem}", self._report, exact=True)
        properties = tuple(self._properties(schema))
        names = tell_apart([wanted_field_name(*each) for each in properties], self.names.classes, kept)
        required = frozenset(schema.required)
        fields: list[Field] = []
        for name, (wire_name, property_) in zip(names, properties, strict=True):
            scope.take(name, wire_name, property_.location)
            type_ = yield from call(self._build(property_, class_name(stem, wire_name), owner))
            fields.append(self._field(name, wire_name, property_, type_, required=wire_name in required))
        return tuple(fields)

    def _field(self, name: str, wire_name: str, schema: Schema, type_: Type, *, required: bool) -> Field:
        flat = self.merger.merged(schema)
        if flat.extension.get("open_enum"):
            self._kept_open.add(schema.location)
        constraints = constraints_of(flat, type_) if self._direction == "answer" else {}
        if constraints:
            self.merger.ledger.honour(schema, constraints)
        return Field(
            name=name,
            wire_name=wire_name,
            type=type_,
            required=required,
            description=_description(schema, wire_name)
            or ("" if only_refers(schema) else _description(flat, wire_name)),
            deprecated=flat.deprecated,
            constraints=constraints,
            default="" if flat.default is ABSENT else json.dumps(flat.default, ensure_ascii=False),
            location=schema.location,
            read_only=flat.read_only,
        )

    def _union(self, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool) -> Steps[Type]:
        whole = branches_of(schema, suggested, self.merger, anonymous=anonymous)
        members = yield from self._build_each(whole, owner)
        lose_repeated(schema.choices, members, self.merger.ledger)
        null = (Scalar("none"),) if "null" in schema.types else ()
        joined = opened(join_types((*members, *null), self._direction), schema, self._direction)
        type_ = self._discriminators.apply(joined, schema, members)
        if isinstance(inner := without_null(type_), Union | Tagged):
            self._unions.append(inner)
        return type_

    def _aliased(self, type_: Type, schema: Schema, suggested: str, owner: str | None) -> Type:
        """Give a discriminated union a name: its annotation is too long to stand in a field."""
        inner = without_null(type_)
        if not isinstance(inner, Tagged):
            return type_
        named = self.named.inline_alias(schema, suggested, owner, _description(schema, suggested), inner)
        return nullable(named) if inner != type_ else named


def _is_closed(schema: Schema) -> bool:
    """Tell whether an array has no more items than places with a type of their own."""
    most = schema.max_items
    ends = (schema.items is not None and schema.items.never) or (most is not None and most <= len(schema.prefix_items))
    return ends and bool(schema.prefix_items)


def _description(schema: Schema, name: str) -> str:
    """Return what is said of a schema: by its title where that has more than the words of the name."""
    says_more = "".join(words(schema.title)) != "".join(words(name))
    return schema.description or (schema.title if says_more else "")
