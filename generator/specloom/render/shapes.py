"""Which inputs are written on the wire otherwise than they are passed in, and how the code says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from specloom.ir.annotations import literal
from specloom.ir.formats import SCALARS, ScalarKind
from specloom.ir.naming import constant_name
from specloom.ir.types import (
    AliasType,
    Field,
    ListOf,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    TupleOf,
    Type,
    Union,
    accepts_null,
    literals_of,
    members_of,
    mentioned_by,
    walk,
)
from specloom.ir.unions import distinction_of
from specloom.render.python import call_text
from specloom.source import Json

_PASSED: Final[Mapping[ScalarKind, str]] = {
    "bool": "boolean",
    "none": "",
    "int": "number",
    "float": "number",
    "decimal": "number",
}
"""What callers pass → what the runtime takes it for, where that is no text."""
_CHECKED: Final[Mapping[str, tuple[frozenset[str], frozenset[str]]]] = {
    "numbers": (
        frozenset({"int", "float", "decimal", "decimal-number", "unix-time", "unix-time-text"}),
        frozenset({"bool", "any"}),
    ),
    "dates": (
        frozenset({"date"}),
        frozenset({"any", "datetime", *(kind for kind, form in SCALARS.items() if "datetime" in form.classes)}),
    ),
}
"""What is looked at when it is passed → the scalars that are meant, and those that type checkers take for one."""


class Shapes:
    """The shapes of input types."""

    def __init__(self, types: Mapping[str, NamedType]) -> None:
        self._types = types
        self._shaped = _closure(types)

    def needs(self, name: str) -> bool:
        """Tell whether this type, or one inside it, is written otherwise than it is passed in."""
        type_ = self._types[name]
        return name in self._shaped and not (isinstance(type_, ObjectType) and type_.holds_arguments)

    def expression(self, type_: Type, inside: frozenset[str] = frozenset()) -> str:
        """Return the code for the shape of a type; an empty text where none is needed.

        `inside` are the aliases that it stands in: one that holds itself adds nothing to its shape.
        """
        match type_:
            case Named(name) if name in self._shaped and name not in inside:
                named = self._types[name]
                if isinstance(named, AliasType):
                    return self.expression(named.type, inside | {name})
                return constant_name(name)
            case ListOf(item):
                return self.expression(item, inside)
            case Scalar(kind, digits):
                return SCALARS[kind].shape if digits is None else f"_decimal_text({digits})"
            case MapOf(value):
                each = self.expression(value, inside)
                return f"_Shape(each={each})" if each else ""
            case Union() | Tagged() | TupleOf():
                return self._either(type_, inside)
            case _:
                return ""

    def json_expression(self, type_: Type, inside: frozenset[str] = frozenset()) -> str:
        """Return the code likewise for what becomes JSON, where an item of a list may be null and a text is no list.

        Parameters and forms have no null, and leave it out of their lists; there a text is written as a list of it.
        """
        match type_:
            case Named(name) if isinstance(alias := self._types[name], AliasType) and name not in inside:
                return self.json_expression(alias.type, inside | {name})
            case ListOf(item):
                return call_text("_Items", self.json_expression(item, inside), nulls=accepts_null(item, self._types))
            case MapOf(value):
                each = self.json_expression(value, inside)
                full = not accepts_null(value, self._types)
                return call_text("_Shape", each=each, full=full) if each or full else ""
            case TupleOf(places, rest):
                *shapes, further = [each and self.json_expression(each, inside) for each in (*places, rest)]
                listed = f"[{', '.join(each or 'None' for each in shapes)}]"
                nulls = any(accepts_null(each, self._types) for each in type_.all_items)
                return call_text("_Items", further or "", nulls=nulls, places=listed) if further or any(shapes) else ""
            case Union(options) if (longest := _longest(options)) is not None:
                return self.json_expression(longest, inside)
            case Union():
                inner = self.expression(type_, inside)
                items = [each.item for each in members_of(type_, self._types) if isinstance(each, ListOf)]
                kinds = self._kinds(type_)
                nulls, texts = any(accepts_null(each, self._types) for each in items), not kinds or "text" in kinds
                return call_text("_Items", inner, nulls=nulls, texts=texts) if items else inner
            case _:
                return self.expression(type_, inside)

    def definition(self, type_: ObjectType) -> str:
        """Return the code that makes the shape of a typed dictionary."""
        names = {field.name: field.wire_name for field in type_.fields if field.name != field.wire_name}
        nested = {field.name: self.json_expression(field.type) for field in type_.fields}
        if further := self.json_expression(type_.extra) if type_.extra is not None else "":
            nested = {name: shape or "None" for name, shape in nested.items()} | {"": further}
        entries = ", ".join(f"{name!r}: {shape}" for name, shape in nested.items() if shape)
        inner = f"lambda: {{{entries}}}" if entries else ""
        fields = {field.name: field.type for field in type_.fields}
        return call_text(
            "_Shape",
            *([ascii(names), inner] if names else []),
            nested="" if names else inner,
            given=_listed(name for name, each in fields.items() if not accepts_null(each, self._types)),
            numbers=_listed(name for name, each in fields.items() if self.are("numbers", each)),
            dates=_listed(name for name, each in fields.items() if self.are("dates", each)),
            unsent=_listed(type_.unsent),
        )

    def may_be_list(self, type_: Type) -> bool:
        """Tell whether a value of a type may be a list."""
        return any(isinstance(each, ListOf | TupleOf) for each in members_of(type_, self._types))

    def are(self, what: str, type_: Type, *, held: bool = False) -> bool:
        """Tell whether a value is one of the `numbers`, or of the `dates`, or a list or a map of them, or else text.

        Type checkers take True for a number, and a datetime for a date. Where it may be one of other things as well,
        such as an object with numbers, nothing is said.
        """
        meant, alike = _CHECKED[what]
        found = False
        for member in members_of(type_, self._types):
            match member:
                case ListOf(item) | MapOf(item) if not held and self.are(what, item, held=True):
                    found = True
                case Scalar(kind) if kind not in alike:
                    found = found or kind in meant
                case Literals(values) if alike.isdisjoint(kinds := {type(each).__name__ for each in values}):
                    found = found or not meant.isdisjoint(kinds)
                case _:
                    return False
        return found

    def _either(self, type_: Union | Tagged | TupleOf, inside: frozenset[str]) -> str:
        """Return the code for the shape of a union. What tells its objects apart is what `distinction_of` looks at."""
        unlike = self._unlike(type_) | self._of_other_kinds(type_)
        options = dict.fromkeys(self._options((type_,), inside, {}, unlike))
        if not any(shape for shape, _ in options):
            return ""
        if len(options) == 1:
            return next(iter(options))[0]
        listed = [f"_Option({shape or '_Shape()'}{facts})" for shape, facts in options]
        return f"_Either({', '.join(listed)})"

    def _unlike(self, type_: Type) -> frozenset[str]:
        """Return the properties whose objects tell members of a union apart that nothing else tells apart."""
        members = [each for each in members_of(type_, self._types) if self._fields(each)]
        held = [{field.name: self._objects(field.type) for field in self._fields(each)} for each in members]
        found: set[str] = set()
        for (one, ours), (other, theirs) in combinations(zip(members, held, strict=True), 2):
            unlike = {name for name, objects in ours.items() if objects and objects != theirs.get(name, objects)}
            if unlike and distinction_of(one, other, self._types) is None:
                found |= unlike
        return frozenset(found)

    def _of_other_kinds(self, type_: Type) -> frozenset[str]:
        """Return the properties by whose kinds members of a union are told apart that list no values of their own."""
        members = [{field.name: field for field in self._fields(each)} for each in members_of(type_, self._types)]
        found: set[str] = set()
        for one, other in combinations(filter(None, members), 2):
            both = one.keys() & other.keys()
            if not any(literals_of(one[name].type, self._types, or_null=True) for name in both):
                found |= {name for name in both if self._kinds(one[name].type) != self._kinds(other[name].type)}
        return frozenset(found)

    def _kinds(self, type_: Type) -> list[str]:
        """Return what values of a type are, as the runtime tells them apart; nothing where they may be anything."""
        found: set[str] = set()
        for each in members_of(type_, self._types):
            match each:
                case Scalar("any"):
                    return []
                case Scalar(kind):
                    found |= {_PASSED.get(passed, "text") for passed in SCALARS[kind].accepted or (kind,)}
                case Literals(values):
                    found |= {"text" if isinstance(value, str) else "number" for value in values}
                case ListOf() | TupleOf():
                    found.add("array")
                case _:
                    found.add("object")
        return sorted(found - {""})

    def _fields(self, member: Type) -> tuple[Field, ...]:
        named = self._types[member.name] if isinstance(member, Named) else None
        return named.fields if isinstance(named, ObjectType) else ()

    def _objects(self, type_: Type) -> list[str]:
        """Return the names of the objects that a value may be, or that a list may hold."""
        members = [*members_of(type_, self._types)]
        for each in [each for each in members if isinstance(each, ListOf)]:
            members += members_of(each.item, self._types)
        return [each.name for each in members if isinstance(each, Named) and self._fields(each)]

    def _options(
        self,
        members: tuple[Type, ...],
        inside: frozenset[str],
        tags: Mapping[str, tuple[str, list[Json]]],
        unlike: frozenset[str],
    ) -> Iterator[tuple[str, str]]:
        """Yield the shapes of what a value may be, lists looked through, each with what tells it from the others."""
        for member in _with_numbers(members):
            match member:
                case Union() | TupleOf():
                    others = member.members if isinstance(member, Union) else member.all_items
                    yield from self._options(others, inside, {}, unlike)
                case Tagged(wire_name, others, mapping):
                    by_name: dict[str, tuple[str, list[Json]]] = {
                        each.name: (wire_name, [value for value, name in mapping.items() if name == each.name])
                        for each in others
                        if each.name in mapping.values()
                    }
                    yield from self._options(others, inside, by_name, frozenset())  # told apart already
                case ListOf(item):
                    yield from self._options((item,), inside, {}, unlike)
                case Named(name) if name in inside:
                    continue
                case Named(name) if isinstance(alias := self._types[name], AliasType):
                    yield from self._options((alias.type,), inside | {name}, {}, unlike)
                case Named(name):
                    facts = self._facts(name, tags.get(name), unlike)
                    yield constant_name(name) if name in self._shaped else "", facts
                case MapOf():
                    yield self.expression(member, inside), ""
                case _:
                    if shape := self.expression(member, inside):
                        yield shape, ""

    def _facts(self, name: str, tag: tuple[str, list[Json]] | None, unlike: frozenset[str] = frozenset()) -> str:
        """Return what tells an object from others: the keys it has and needs, and those with values of their own.

        Of the properties that are `unlike` in others, it is what tells the objects in there.
        """
        fields = self._fields(Named(name))
        required = [field.name for field in fields if field.required]
        tags: dict[str, Json] = {
            field.name: [*listed.values, *([None] if accepts_null(field.type, self._types) else [])]
            for field in fields
            if (listed := literals_of(field.type, self._types, or_null=True)) is not None and not listed.open
        }
        if tag is not None:
            tags |= {field.name: tag[1] for field in fields if field.wire_name == tag[0]}
        kinds: dict[str, Json] = {
            each.name: [*found] for each in fields if each.name in unlike and (found := self._kinds(each.type))
        }
        inner = {each.name: self._objects(each.type) for each in fields if each.name in unlike}
        alone = [
            f"{key!a}: _Option(_Shape(){self._facts(found[0], None)})"
            for key, found in inner.items()
            if len(found) == 1
        ]
        facts = {
            "keys": literal([field.name for field in fields]),
            "required": literal([*required]) if required else "",
            "tags": literal(tags) if tags else "",
            "kinds": literal(kinds) if kinds else "",
            "inner": f"{{{', '.join(alone)}}}" if alone else "",
        }
        return "".join(f", {name}={value}" for name, value in facts.items() if value)


def _longest(members: tuple[Type, ...]) -> TupleOf | None:
    """Return the longest of the tuples that one array of a description may be; None where members are anything else."""
    tuples = [each for each in members if isinstance(each, TupleOf)]
    longest = max(tuples, key=lambda each: len(each.all_items), default=None)
    others = len(members) - len(tuples) - members.count(Scalar("none"))
    if longest is None or others or any(each.items != longest.items[: len(each.items)] for each in tuples):
        return None
    return longest


def _listed(names: Iterable[str]) -> str:
    """Return a list of names as code; an empty text where there are none."""
    found = [*names]
    return ascii(found) if found else ""


def _with_numbers(members: tuple[Type, ...]) -> Iterator[Type]:
    """Yield the members of a union; numbers stay numbers where they may be, so then without decimal texts."""
    plain = any(member in (Scalar("int"), Scalar("float")) for member in members)
    return (member for member in members if not (plain and member == Scalar("decimal")))


def _closure(types: Mapping[str, NamedType]) -> frozenset[str]:
    """Return the types with keys, lists, maps or times that travel as seconds, and those that mention one of these."""
    mentions = {name: mentioned_by(type_) for name, type_ in types.items()}
    renamed = {
        name
        for name, type_ in types.items()
        if (isinstance(type_, AliasType) and _has_shape(type_.type))
        or (isinstance(type_, ObjectType) and (type_.fields or type_.unsent))
    }
    while more := {name for name, others in mentions.items() if others & renamed} - renamed:
        renamed |= more
    return frozenset(renamed)


def _has_shape(type_: Type) -> bool:
    return any(
        isinstance(each, ListOf | MapOf) or (isinstance(each, Scalar) and SCALARS[each.kind].shape)
        for each in walk(type_)
    )
