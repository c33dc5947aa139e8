"""From schemas to Python types, in one direction: what the server sends, or what the caller passes in.

Every object schema gets a name here, inline ones too, so that the engine never has to invent one.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from specloom.findings import Finding, Location, Severity
from specloom.ir.build_scalars import build_literals, build_scalar, constraints_of
from specloom.ir.build_unions import build_tagged, union_of
from specloom.ir.kinds import implied_kinds, is_object, is_plain
from specloom.ir.merge import merged, only_refers
from specloom.ir.naming import Names, class_name, tell_apart
from specloom.ir.type_names import Settled, TypeNames, option_names, wanted_field_name
from specloom.ir.types import (
    AliasType,
    Direction,
    Field,
    LinkTo,
    ListOf,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    Type,
    accepts_null,
    nullable,
    without_null,
)
from specloom.spec.document import ABSENT, Document, Schema, SchemaType

__all__ = ["TypeBuilder"]


class TypeBuilder:
    """Builds the types of one direction and remembers the named ones.

    Args:
        document: Where references lead.
        direction: Answers leave out write-only properties and have open enumerations; inputs leave out read-only
            properties and have closed ones, so that an editor finds a misspelt value.
        report: Findings are appended here.
        settled: How an earlier building of the same types has told names apart; see `settle`.
    """

    def __init__(
        self, document: Document, direction: Direction, report: list[Finding], settled: Settled | None = None
    ) -> None:
        self._document = document
        self._direction = direction
        self._report = report
        self._names = TypeNames(document, direction, report, {} if settled is None else settled)
        self._by_key: dict[str, Type] = {}
        self._inline: dict[tuple[str, Location], Named] = {}
        self._open: dict[Location, list[tuple[Schema, Named]]] = defaultdict(list)
        self._circular: dict[Location, list[tuple[Schema, Named]]] = defaultdict(list)
        self.types: dict[str, NamedType] = {}
        """Every named type so far, in the order in which they were met."""
        self.origins: dict[str, str] = {}
        """Name of a type → key of the schema in the document it was made from; inline ones are not in it."""

    def build(self, schema: Schema, suggested: str) -> Type:
        """Return the type of a schema.

        Args:
            schema: Any schema of the document.
            suggested: The class name for an object that has no name of its own.
        """
        return self._build(schema, suggested, owner=None)

    def fields_of(self, schema: Schema, suggested: str) -> tuple[Field, ...]:
        """Return the properties of an object schema without references at its top, without naming a type for it."""
        return self._fields(schema, suggested, None)

    def settle(self) -> bool:
        """Tell names apart that several types want; return whether there were any: all has to be built again then."""
        return self._names.settle()

    def name_alias(self, stem: str, description: str, type_: Type, location: Location) -> Named:
        """Give a type a name and a module of its own; the same name means the same type."""
        name = self._names.alias(stem)
        if name not in self.types:
            self._names.take(name, stem, location)
            self.types[name] = AliasType(name, name, description, type_, location)
        return Named(name)

    def allows_null(self, type_: Type) -> bool:
        """Tell whether null is a value of the type, looking through aliases."""
        if isinstance(type_, Named):
            alias = self.types.get(type_.name)
            return isinstance(alias, AliasType) and self.allows_null(alias.type)
        return accepts_null(type_)

    def _build(self, schema: Schema, suggested: str, owner: str | None) -> Type:
        if only_refers(schema) and not self._is_link(schema):
            return self._referred(schema)
        flat = merged(schema, self._document, self._report)
        build = self._link if self._is_link(flat) else self._structure
        return build(flat, suggested, owner)

    def _is_link(self, schema: Schema) -> bool:
        return "link" in schema.extension and self._direction == "answer"

    def _link(self, schema: Schema, suggested: str, owner: str | None) -> Type:
        """Return the type of a link, and see to it that there is a type for what it leads to.

        Of several branches, those that refer to the link's schema are the link; null and others stay what they are.
        """
        name = str(schema.extension["link"])
        target = without_null(self._referred(Schema(location=schema.location, ref=self._document.named[name])))
        if not isinstance(target, Named):
            message = f"a link can only lead to an object, and {name!r} is none"
            place = schema.location.at("x-specloom", "link")
            self._report.append(Finding("wrong-link", Severity.ERROR, message, place))
            return Scalar("any")
        link = LinkTo(target.name)
        members = [
            link if self._refers_to_link(branch) else self._build(branch, suggested, owner)
            for branch in (*schema.any_of, *schema.one_of)
        ]
        type_ = union_of(tuple(members)) if members else link
        return nullable(type_) if "null" in schema.types else type_

    def _refers_to_link(self, schema: Schema) -> bool:
        links = self._document.extension.get("links")
        key = self._document.named.get(str(links["schema"])) if isinstance(links, dict) else None
        while schema.ref != key and only_refers(schema):
            schema = self._document.schemas[schema.ref].schema if schema.ref else schema.all_of[0]
        return schema.ref == key

    def _referred(self, schema: Schema) -> Type:
        while schema.ref is None:
            schema = schema.all_of[0]
        key = schema.ref
        known = self._by_key.get(key)
        if known is not None:
            return known
        named = self._document.schemas[key]
        target = named.schema
        flat = merged(target, self._document, self._report)
        if self._is_link(flat):
            self._by_key[key] = self._link(flat, class_name(named.name), None)
            return self._by_key[key]
        if only_refers(target):
            return self._referred_alias(key, target)
        if is_plain(flat):
            self._by_key[key] = self._structure(flat, "", None)
            return self._by_key[key]
        stem, name = self._names.component(key)
        self._names.take(name, named.name, target.location)
        self._by_key[key] = Named(name)
        self.origins[name] = key
        core = replace(flat, types=tuple(kind for kind in flat.types if kind != "null"))
        if not is_object(core):
            inner = self._structure(flat, stem, owner=name, anonymous=True)
            if inner == Scalar("none"):  # an alias of None could not be joined by `|` with what can be null as well
                self._by_key[key] = inner
                del self.origins[name]
            else:
                self.types[name] = AliasType(name, name, _description(flat), inner, target.location)
        else:
            self._object(core, name, owner=name, location=target.location)
            if "null" in flat.types:
                self._by_key[key] = nullable(Named(name))
        return self._by_key[key]

    def _referred_alias(self, key: str, target: Schema) -> Type:
        # The placeholder ends a cycle of aliases, which validation has reported already.
        self._by_key[key] = Scalar("any")
        self._by_key[key] = self._referred(target)
        return self._by_key[key]

    def _structure(self, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool = False) -> Type:
        """Return the type of a schema without references at its top. `anonymous`: it already has its alias."""
        if schema.never:
            return Scalar("any")
        if schema.const is not ABSENT:
            return build_literals((schema.const,), schema, self._direction)
        if schema.enum is not None:
            return build_literals(schema.enum, schema, self._direction)
        branches = (*schema.one_of, *schema.any_of)
        if branches:
            type_ = self._union(schema, branches, suggested, owner, anonymous=anonymous)
            return type_ if anonymous else self._aliased(type_, schema, suggested, owner)
        kinds = schema.types or implied_kinds(schema)
        if not kinds:
            return Scalar("any")
        members = tuple(self._of_kind(kind, schema, suggested, owner, anonymous=anonymous) for kind in kinds)
        return union_of(members)

    def _of_kind(
        self, kind: SchemaType, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool = False
    ) -> Type:
        if kind == "object":
            return self._object_or_map(schema, suggested, owner)
        if kind == "array":
            items = union_of(self._prefix_items(schema.prefix_items, f"{suggested}Item", owner))
            if schema.items is not None and not schema.items.never:
                rest = self._build(schema.items, suggested if not anonymous else f"{suggested}Item", owner)
                return ListOf(union_of((items, rest)) if schema.prefix_items else rest)
            return ListOf(items if schema.prefix_items else Scalar("any"))
        return build_scalar(kind, schema, self._direction)

    def _prefix_items(self, items: tuple[Schema, ...], suggested: str, owner: str | None) -> tuple[Type, ...]:
        names = option_names(suggested, items) if len(items) != 1 else [suggested]
        return tuple(self._build(item, name, owner) for name, item in zip(names, items, strict=True))

    def _object_or_map(self, schema: Schema, suggested: str, owner: str | None) -> Type:
        if not schema.properties:
            extra = schema.additional_properties
            values = [*schema.pattern_properties.values(), *([extra] if extra and not extra.never else [])]
            if not values:
                return MapOf(Scalar("any"))
            return MapOf(union_of(tuple(self._build(value, f"{suggested}Value", owner) for value in values)))
        name = self._names.inline(schema, suggested)
        known = self._in_circle(schema) or self._inline.get((name, schema.location))
        if known is None:
            self._names.take(name, suggested, schema.location)
            known = self._inline[name, schema.location] = Named(name)
            self._open[schema.location].append((schema, known))
            self._object(schema, name, owner=owner or name, location=schema.location)
            self._open[schema.location].pop()
        return known

    def _in_circle(self, schema: Schema) -> Named | None:
        """Return the type of an object without a name of its own that holds itself, by extending what it stands in.

        Its name would grow with each turn, so such an object has the first name only, wherever it is met.
        """
        location = schema.location
        if (known := _find(self._circular[location], schema)) is None:
            known = _find(self._open[location], schema)
            if known is not None:
                self._circular[location].append((schema, known))
        return known

    def _object(self, schema: Schema, name: str, *, owner: str, location: Location) -> None:
        # The place is taken before the fields are built, so that types stand in the order of the description.
        self.types[name] = ObjectType(name, owner, _description(schema), (), None, None, location)
        fields = self._fields(schema, self._names.stem(name), owner)
        extra = None
        if schema.additional_properties is not None and not schema.additional_properties.never:
            type_ = self._build(schema.additional_properties, f"{self._names.stem(name)}Extra", owner)
            extra = None if type_ == Scalar("any") else type_
        self.types[name] = replace(self._object_type(name), fields=fields, extra=extra)

    def _object_type(self, name: str) -> ObjectType:
        type_ = self.types[name]
        if not isinstance(type_, ObjectType):
            raise TypeError(name)
        return type_

    def _properties(self, schema: Schema) -> Iterable[tuple[str, Schema]]:
        hidden = "write_only" if self._direction == "answer" else "read_only"
        for wire_name, property_ in schema.properties.items():
            flat = merged(property_, self._document, [])
            if not flat.never and not getattr(flat, hidden):
                yield wire_name, property_

    def _fields(self, schema: Schema, stem: str, owner: str | None) -> tuple[Field, ...]:
        scope = Names(f"fields of {stem}", self._report, exact=True)
        properties = tuple(self._properties(schema))
        wanted = [wanted_field_name(wire_name, property_) for wire_name, property_ in properties]
        fields: list[Field] = []
        for name, (wire_name, property_) in zip(tell_apart(wanted), properties, strict=True):
            scope.take(name, wire_name, property_.location)
            fields.append(self._field(name, wire_name, property_, stem, wire_name in schema.required, owner))
        return tuple(fields)

    def _field(self, name: str, wire_name: str, schema: Schema, stem: str, required: bool, owner: str | None) -> Field:
        flat = merged(schema, self._document, [])
        type_ = self._build(schema, class_name(f"{stem} {wire_name}"), owner)
        return Field(
            name=name,
            wire_name=wire_name,
            type=type_,
            required=required,
            description=_description(schema) or ("" if only_refers(schema) else _description(flat)),
            deprecated=flat.deprecated,
            constraints=constraints_of(flat, type_),
            default="" if flat.default is ABSENT else json.dumps(flat.default, ensure_ascii=False),
            location=schema.location,
        )

    def _union(
        self, schema: Schema, branches: tuple[Schema, ...], suggested: str, owner: str | None, *, anonymous: bool
    ) -> Type:
        shared = replace(schema, one_of=(), any_of=(), discriminator=None)
        members: list[Type] = []
        options = option_names(suggested, branches)
        for option, branch in zip(options, branches, strict=True):
            whole = branch
            if shared.properties:
                whole = Schema(location=branch.location, all_of=(branch, shared), title=branch.title)
            only_one = sum(1 for other in branches if other.types != ("null",)) == 1
            lone = f"{suggested}Value" if anonymous else suggested
            members.append(self._build(whole, lone if only_one else option, owner))
        if "null" in schema.types:
            members.append(Scalar("none"))
        type_ = union_of(tuple(members))
        if schema.discriminator is not None:
            return build_tagged(type_, schema.discriminator, self._by_key, self.types, self._schema_name)
        return type_

    def _aliased(self, type_: Type, schema: Schema, suggested: str, owner: str | None) -> Type:
        """Give a discriminated union a name: its annotation is too long to stand in a field."""
        inner = without_null(type_)
        if not isinstance(inner, Tagged):
            return type_
        name = self._names.take(self._names.inline(schema, suggested), suggested, schema.location)
        self.types[name] = AliasType(name, owner or name, _description(schema), inner, schema.location)
        return nullable(Named(name)) if inner != type_ else Named(name)

    def _schema_name(self, member: Named) -> str:
        key = self.origins.get(member.name)
        return self._document.schemas[key].name if key else member.name


def _find(types: list[tuple[Schema, Named]], schema: Schema) -> Named | None:
    return next((named for known, named in types if known == schema), None)


def _description(schema: Schema) -> str:
    return schema.description or schema.title
