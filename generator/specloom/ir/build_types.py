"""From schemas to Python types, in one direction: what the server sends, or what the caller passes in.

Every object schema gets a name here, inline ones too, so that the engine never has to invent one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from specloom.findings import Finding, Location, Severity
from specloom.ir.merge import merged, only_refers
from specloom.ir.naming import Names, class_name, field_name, tell_apart
from specloom.ir.types import (
    AliasType,
    Direction,
    Field,
    LinkTo,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    ScalarKind,
    Tagged,
    Type,
    Union,
    accepts_null,
    nullable,
    without_null,
)
from specloom.spec.document import ABSENT, Document, Json, NamedSchema, Schema, SchemaType

__all__ = ["TypeBuilder", "constraints_of"]

_STRING_FORMATS: dict[str, ScalarKind] = {
    "date-time": "datetime",
    "date": "date",
    "time": "time",
    "uuid": "uuid",
    "decimal": "decimal",
    "binary": "bytes",
    "unix-time": "unix-time-text",
}
"""The formats that have a Python type (https://spec.openapis.org/registry/format/). All others stay text: checking them
costs more than decoding the answer."""

_TYPES: dict[SchemaType, ScalarKind] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "none",
}

_CONSTRAINTS = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusive_minimum": "exclusiveMinimum",
    "exclusive_maximum": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "min_items": "minItems",
    "max_items": "maxItems",
    "pattern": "pattern",
}

_IMPORTED = {"links": ("Link",), "search": ("Search", "SearchGrammar")}
"""What modules import where a description declares these: its schemas cannot have the same names."""


class TypeBuilder:
    """Builds the types of one direction and remembers the named ones.

    Args:
        document: Where references lead.
        direction: Answers leave out write-only properties and have open enumerations; inputs leave out read-only
            properties and have closed ones, so that an editor finds a misspelt value.
        report: Findings are appended here.
    """

    def __init__(self, document: Document, direction: Direction, report: list[Finding]) -> None:
        self._document = document
        self._direction = direction
        self._report = report
        self._names = Names(f"{direction} types", report)
        self._component_names = _component_names(document)
        self._reserved = frozenset(name.casefold() for name in self._component_names.values())
        self._by_key: dict[str, Type] = {}
        self._inline: dict[tuple[str, Location], Named] = {}
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

    def name_alias(self, stem: str, description: str, type_: Type, location: Location) -> Named:
        """Give a type a name and a module of its own; the same name means the same type."""
        name = self._directed(f"{stem}Inline" if stem.casefold() in self._reserved else stem)
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
        type_ = _union(tuple(members)) if members else link
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
        if _is_plain(flat):
            self._by_key[key] = self._structure(flat, "", None)
            return self._by_key[key]
        stem = self._component_names[key]
        name = self._component_name(stem)
        self._names.take(name, named.name, target.location)
        self._by_key[key] = Named(name)
        self.origins[name] = key
        core = replace(flat, types=tuple(kind for kind in flat.types if kind != "null"))
        if not _is_object(core):
            inner = self._structure(flat, stem, owner=name, anonymous=True)
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

    def _inline_name(self, schema: Schema, suggested: str) -> str:
        """Return the name of a schema without one of its own, which gives way to those that have one."""
        chosen = _chosen_name(schema)
        name = self._stem(chosen) if chosen else suggested
        if not self._reserved.isdisjoint({name.casefold(), self._directed(name).casefold()}):
            name = f"{name}Inline"
        return self._directed(name)

    def _component_name(self, stem: str) -> str:
        """Return the name of a type with a name of its own, which is not called an input twice."""
        says_it = stem.endswith("Input") and stem.removesuffix("Input").casefold() not in self._reserved
        return stem if says_it else self._directed(stem)

    def _directed(self, stem: str) -> str:
        return f"{stem}Input" if self._direction == "input" else stem

    def _stem(self, name: str) -> str:
        return name.removesuffix("Input") if self._direction == "input" else name

    def _structure(self, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool = False) -> Type:
        """Return the type of a schema without references at its top. `anonymous`: it already has its alias."""
        if schema.never:
            return Scalar("any")
        if schema.const is not ABSENT:
            return self._literals((schema.const,), schema)
        if schema.enum is not None:
            return self._literals(schema.enum, schema)
        branches = (*schema.one_of, *schema.any_of)
        if branches:
            type_ = self._union(schema, branches, suggested, owner, anonymous=anonymous)
            return type_ if anonymous else self._aliased(type_, schema, suggested, owner)
        kinds = schema.types or (("object",) if schema.properties else ("array",) if schema.items else ())
        if not kinds:
            return Scalar("any")
        members = tuple(self._of_kind(kind, schema, suggested, owner, anonymous=anonymous) for kind in kinds)
        return _union(members)

    def _of_kind(
        self, kind: SchemaType, schema: Schema, suggested: str, owner: str | None, *, anonymous: bool = False
    ) -> Type:
        if kind == "object":
            return self._object_or_map(schema, suggested, owner)
        if kind == "array":
            items = _union(tuple(self._build(item, f"{suggested}Item", owner) for item in schema.prefix_items))
            if schema.items is not None and not schema.items.never:
                rest = self._build(schema.items, suggested if not anonymous else f"{suggested}Item", owner)
                return ListOf(_union((items, rest)) if schema.prefix_items else rest)
            return ListOf(items if schema.prefix_items else Scalar("any"))
        if kind == "string":
            scalar = _STRING_FORMATS.get(schema.format or "", "str")
            # JSON has no bytes: what an answer holds is text that stands for them in some encoding.
            return Scalar("str" if scalar == "bytes" and self._direction == "answer" else scalar)
        if kind == "integer" and schema.format == "unix-time":
            return Scalar("unix-time")
        return Scalar(_TYPES[kind])

    def _object_or_map(self, schema: Schema, suggested: str, owner: str | None) -> Type:
        if not schema.properties:
            extra = schema.additional_properties
            values = [*schema.pattern_properties.values(), *([extra] if extra and not extra.never else [])]
            if not values:
                return MapOf(Scalar("any"))
            return MapOf(_union(tuple(self._build(value, f"{suggested}Value", owner) for value in values)))
        name = self._inline_name(schema, suggested)
        known = self._inline.get((name, schema.location))
        if known is None:
            self._names.take(name, suggested, schema.location)
            known = self._inline[name, schema.location] = Named(name)
            self._object(schema, name, owner=owner or name, location=schema.location)
        return known

    def _object(self, schema: Schema, name: str, *, owner: str, location: Location) -> None:
        # The place is taken before the fields are built, so that types stand in the order of the description.
        self.types[name] = ObjectType(name, owner, _description(schema), (), None, None, location)
        fields = self._fields(schema, self._stem(name), owner)
        extra = None
        if schema.additional_properties is not None and not schema.additional_properties.never:
            type_ = self._build(schema.additional_properties, f"{self._stem(name)}Extra", owner)
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
        scope = Names(f"fields of {stem}", self._report)
        properties = tuple(self._properties(schema))
        wanted = [_field_name(wire_name, property_) for wire_name, property_ in properties]
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

    def _literals(self, values: tuple[Json, ...], schema: Schema) -> Type:
        plain = tuple(value for value in values if isinstance(value, str | int | bool))
        others = [value for value in values if value is not None and not isinstance(value, str | int | bool)]
        if others or not plain:
            return _union(tuple(_scalar_of(value) for value in values))
        open_ = schema.extension.get("open_enum", self._direction == "answer")
        constant = schema.const is not ABSENT
        type_: Type = Literals(plain, open=bool(open_) and not constant)
        return nullable(type_) if None in values or "null" in schema.types else type_

    def _union(
        self, schema: Schema, branches: tuple[Schema, ...], suggested: str, owner: str | None, *, anonymous: bool
    ) -> Type:
        shared = replace(schema, one_of=(), any_of=(), discriminator=None)
        members: list[Type] = []
        options = _option_names(suggested, branches)
        for option, branch in zip(options, branches, strict=True):
            whole = branch
            if shared.properties:
                whole = Schema(location=branch.location, all_of=(branch, shared), title=branch.title)
            only_one = sum(1 for other in branches if other.types != ("null",)) == 1
            lone = f"{suggested}Value" if anonymous else suggested
            members.append(self._build(whole, lone if only_one else option, owner))
        if "null" in schema.types:
            members.append(Scalar("none"))
        type_ = _union(tuple(members))
        if schema.discriminator is not None:
            return self._tagged(type_, schema)
        return type_

    def _aliased(self, type_: Type, schema: Schema, suggested: str, owner: str | None) -> Type:
        """Give a discriminated union a name: its annotation is too long to stand in a field."""
        inner = without_null(type_)
        if not isinstance(inner, Tagged):
            return type_
        name = self._names.take(self._inline_name(schema, suggested), suggested, schema.location)
        self.types[name] = AliasType(name, owner or name, _description(schema), inner, schema.location)
        return nullable(Named(name)) if inner != type_ else Named(name)

    def _tagged(self, type_: Type, schema: Schema) -> Type:
        """Use the discriminator when every member is an object; the value on the wire may stand in three places."""
        discriminator = schema.discriminator
        inner = without_null(type_)
        members = inner.members if isinstance(inner, Union) else (inner,)
        named = tuple(member for member in members if isinstance(member, Named))
        if discriminator is None or len(named) != len(members) or len(named) == 1:
            return type_
        mapping: dict[str, str] = {}
        for value, key in discriminator.mapping.items():
            target = self._by_key.get(key)
            if isinstance(target, Named) and target in named:
                mapping[value] = target.name
        for member in named:
            for value in self._tag_values(member, discriminator.property_name):
                mapping.setdefault(value, member.name)
            if member.name not in mapping.values():
                mapping[self._schema_name(member)] = member.name
        tagged = Tagged(discriminator.property_name, named, mapping)
        return nullable(tagged) if inner != type_ else tagged

    def _tag_values(self, member: Named, property_name: str) -> list[str]:
        type_ = self.types.get(member.name)
        for field in type_.fields if isinstance(type_, ObjectType) else ():
            if field.wire_name == property_name and isinstance(field.type, Literals):
                return [str(value) for value in field.type.values]
        return []

    def _schema_name(self, member: Named) -> str:
        key = self.origins.get(member.name)
        return self._document.schemas[key].name if key else member.name


def constraints_of(schema: Schema, type_: Type) -> Mapping[str, Json]:
    """Return the JSON Schema keywords that narrow a value of this type; those of other types are left out."""
    inner = without_null(type_)
    match inner:
        case Scalar("str"):
            wanted = {"minLength", "maxLength", "pattern"}
        case Scalar("int" | "float" | "decimal"):
            wanted = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
        case ListOf():
            wanted = {"minItems", "maxItems"}
        case _:
            return {}
    found = {keyword: getattr(schema, attribute) for attribute, keyword in _CONSTRAINTS.items()}
    return {keyword: value for keyword, value in found.items() if keyword in wanted and value is not None}


def _component_names(document: Document) -> dict[str, str]:
    """Return the class name of each schema that has a name: by its key.

    Of several names that give one class name, the one that is spelled like it keeps it, without such a one the first in
    code-point order; the others get `Model` behind.
    """
    imported = {name for feature, names in _IMPORTED.items() if feature in document.extension for name in names}
    same: dict[str, list[tuple[bool, str, str]]] = {}
    for key, named in document.schemas.items():
        if only_refers(named.schema):
            continue  # it is what it refers to, under that one's name
        text = _chosen_name(named.schema) or _place(named)
        name = class_name(text)
        name = f"{name}Model" if name in imported else name
        same.setdefault(name.casefold(), []).append((text != name, key, name))
    names: dict[str, str] = {}
    for group in same.values():
        (_, first, name), *others = sorted(group)
        names[first] = name
        names |= {key: f"{other}Model" for _, key, other in others}
    return names


def _place(named: NamedSchema) -> str:
    """Return the schema's name; one inside another schema, parameter or response is called after that as well."""
    segments = iter(named.schema.location.pointer)
    words: list[str] = []
    for segment in segments:
        match segment:
            case "components" | "schema":
                pass
            case "schemas" | "definitions" | "$defs" | "properties" | "parameters" | "responses" | "paths":
                words.append(next(segments, ""))
            case "allOf" | "anyOf" | "oneOf" | "prefixItems":
                words.append(f"Option{int(next(segments, 0)) + 1}")
            case "items":
                words.append("Item")
            case "additionalProperties":
                words.append("Value")
            case "content":
                next(segments, "")  # the media type
            case _:
                words.append(segment)
    return " ".join(words) or named.name


def _option_names(suggested: str, branches: Iterable[Schema]) -> list[str]:
    """Return names for the schemas of a choice: by their title, by the constant they hold, else by their number."""
    words = [branch.title or _constant(branch) for branch in branches]
    return [
        class_name(f"{suggested} {word if word and words.count(word) == 1 else f'Option{number}'}")
        for number, word in enumerate(words, 1)
    ]


def _constant(schema: Schema) -> str:
    """Return the text that one of an object's properties always has."""
    for property_ in schema.properties.values():
        values = (property_.enum or ()) if property_.const is ABSENT else (property_.const,)
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def _field_name(wire_name: str, schema: Schema) -> tuple[str, str]:
    """Return the name that a property should have, and the text it was made from."""
    chosen = _chosen_name(schema)
    return (chosen, chosen) if chosen else (field_name(wire_name), wire_name)


def _chosen_name(schema: Schema) -> str:
    name = schema.extension.get("name", "")
    return name if isinstance(name, str) else ""


def _description(schema: Schema) -> str:
    return schema.description or schema.title


def _is_object(schema: Schema) -> bool:
    kinds = schema.types or ("object",)
    return bool(schema.properties) and kinds == ("object",) and not (schema.any_of or schema.one_of)


def _is_plain(schema: Schema) -> bool:
    """Tell whether a schema is a bare scalar: a name for it would say less than the scalar does."""
    says_more = (
        schema.enum is not None
        or schema.const is not ABSENT
        or schema.any_of
        or schema.one_of
        or schema.properties
        or schema.items
        or schema.prefix_items
        or schema.additional_properties is not None
        or schema.pattern_properties
    )
    return not says_more and "object" not in schema.types and "array" not in schema.types


def _scalar_of(value: Json) -> Type:
    match value:
        case None:
            return Scalar("none")
        case bool():
            return Scalar("bool")
        case int():
            return Scalar("int")
        case float():
            return Scalar("float")
        case str():
            return Scalar("str")
        case list():
            return ListOf(Scalar("any"))
        case _:
            return MapOf(Scalar("any"))


def _union(members: tuple[Type, ...]) -> Type:
    """Return the union of the members: flat, without repetitions, null last; one member stands alone."""
    flat: list[Type] = []
    for member in members:
        for single in member.members if isinstance(member, Union) else (member,):
            if single not in flat:
                flat.append(single)
    if Scalar("any") in flat or not flat:
        return Scalar("any")
    flat.sort(key=lambda member: member == Scalar("none"))
    return flat[0] if len(flat) == 1 else Union(tuple(flat))
