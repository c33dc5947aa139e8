"""What becomes of named types: models and their fields, typed dictionaries and their keys, aliases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specloom.diff.client.comparison import Comparison, Outcome, worst
from specloom.diff.symbols import ClientVerdict, SymbolChange, SymbolKind
from specloom.ir.annotations import Annotator
from specloom.ir.literals import literal
from specloom.ir.types import (
    AliasType,
    Direction,
    Field,
    Literals,
    MapOf,
    Named,
    NamedType,
    ObjectType,
    Scalar,
    Tagged,
    Type,
    nullable,
)

__all__ = ["compare_types"]

_BREAKS, _TYPES, _BEHAVES, _SAFE = ClientVerdict
_SORT = "it is a type of another sort"
_LONG = 100
"""Lists of values of more characters are not shown whole."""


def compare_types(both: Comparison, direction: Direction) -> Iterator[SymbolChange]:
    """Yield what is different about the types of one direction.

    Types that belong to a type that is gone, new or renamed go with it. Reading a field that is gone raises, unless the
    server still sends it; a dictionary with a key that is gone is still sent, so that only a checker minds.
    """
    yield from _Types(both, direction).changes()


@dataclass(frozen=True, slots=True)
class _Types:
    """The named types of one direction, old and new."""

    both: Comparison
    direction: Direction

    @property
    def old(self) -> Mapping[str, NamedType]:
        return self.both.known(self.direction)

    @property
    def new(self) -> Mapping[str, NamedType]:
        return self.both.new.answers if self.direction == "answer" else self.both.new.inputs

    def annotator(self, *, of_new: bool) -> Annotator:
        signatures = self.both.new_signatures if of_new else self.both.old_signatures
        return signatures.answers if self.direction == "answer" else signatures.inputs

    def changes(self) -> Iterator[SymbolChange]:
        names = self.both.names[self.direction]
        kept = {names.get(name, name): type_ for name, type_ in self.new.items()}
        for name, type_ in self.old.items():
            other = kept.get(name)
            if other is None:
                if type_.owner == name or type_.owner in kept:
                    yield self._whole(type_, None, Outcome(_BREAKS, "the name is gone"))
                continue
            if other.name != name and (type_.owner == name or names.get(other.owner, other.owner) == other.owner):
                yield self._whole(type_, other, Outcome(_BREAKS, f"it is called {self._module}.{other.name} now"))
            yield from self._compare(type_, other)
        for name, type_ in kept.items():
            if name not in self.old and (type_.owner == type_.name or names.get(type_.owner, type_.owner) in self.old):
                yield self._whole(None, type_, Outcome(_SAFE, "nobody uses it yet"))

    @property
    def _module(self) -> str:
        return "models" if self.direction == "answer" else "inputs"

    def _whole(self, old: NamedType | None, new: NamedType | None, outcome: Outcome) -> SymbolChange:
        (shown,) = [each for each in (old, new) if each is not None][:1]
        return SymbolChange(
            symbol=f"{self._module}.{shown.name}",
            kind=self._kind(shown),
            before=self._spelt(old, new, of_new=False) if old else "",
            after=self._spelt(new, old, of_new=True) if new else "",
            verdict=outcome.verdict,
            reason=outcome.reason,
            old_location=old.location if old else None,
            location=new.location if new else None,
        )

    def _kind(self, type_: NamedType) -> SymbolKind:
        if isinstance(type_, AliasType):
            return "alias"
        return "model" if self.direction == "answer" else "input"

    def _spelt(self, type_: NamedType, other: NamedType | None, *, of_new: bool) -> str:
        """Return how a type is declared. Of many listed values, only those are shown that the other does not have."""
        if isinstance(type_, ObjectType):
            return f"class {type_.name}({'Model' if self.direction == 'answer' else 'TypedDict'})"
        described, shown = type_.type, self.annotator(of_new=of_new).annotate(type_.type).text
        others = other.type if isinstance(other, AliasType) else None
        if isinstance(described, Literals) and isinstance(others, Literals) and len(shown) > _LONG:
            values = [literal(value) for value in described.values if value not in others.values]
            shown = f"Literal[{', '.join([*values, '…'])}]{' | …' if described.open else ''}"
        return f"{type_.name}: TypeAlias = {shown}"

    def _compare(self, old: NamedType, new: NamedType) -> Iterator[SymbolChange]:
        match old, new:
            case (AliasType(), AliasType()):
                outcome = worst([self._exchange(old.type, new.type), self._tags(old.type, new.type)])
                if outcome and (outcome.verdict != _SAFE or self._differ(old, new)):
                    yield self._whole(old, new, outcome)
            case (ObjectType(), ObjectType()):
                yield from self._fields(old, new)
                yield from self._models(old, new)
                yield from self._extras(old, new)
            case (AliasType(), ObjectType()):
                yield self._whole(old, new, self._exchange(old.type, Named(new.name)) or Outcome(_SAFE, _SORT))
            case (ObjectType(), AliasType()):
                yield self._whole(old, new, Outcome(_TYPES, _SORT))

    def _exchange(self, old: Type, new: Type) -> Outcome | None:
        return self.both.read(old, new) if self.direction == "answer" else self.both.passed(old, new)

    def _differ(self, old: AliasType, new: AliasType) -> bool:
        before, after = self.annotator(of_new=False).annotate(old.type), self.annotator(of_new=True).annotate(new.type)
        return before.text != after.text

    def _tags(self, old: Type, new: Type) -> Outcome | None:
        """Return what becomes of a union whose members are told apart in another way."""
        match old, new:
            case (Tagged(one, mapping=values), Tagged(other, mapping=others)):
                names = self.both.names[self.direction]
                translated = {value: names.get(name, name) for value, name in others.items()}
                if one != other or any(translated.get(value, name) != name for value, name in values.items()):
                    return Outcome(_BEHAVES, "other values tell its members apart")
        return None

    def _fields(self, old: ObjectType, new: ObjectType) -> Iterator[SymbolChange]:
        left = {field.name: field for field in new.fields}
        pairs = {field.name: left.pop(field.name) for field in old.fields if field.name in left}
        by_wire_name = {field.wire_name: field for field in left.values()}
        for field in old.fields:
            other = pairs.get(field.name) or by_wire_name.get(field.wire_name)
            if other is not None:
                left.pop(other.name, None)
            outcome = self._gone() if other is None else self._field(field, other)
            if outcome is not None:
                yield self._member(old, field, other, outcome)
        yield from (self._member(old, None, field, self._added(field)) for field in left.values())

    def _gone(self) -> Outcome:
        if self.direction == "answer":
            return Outcome(_BREAKS, "the attribute is gone")
        return Outcome(_TYPES, "the key is gone; a dictionary that has it is still sent as it is")

    def _added(self, field: Field) -> Outcome:
        if self.direction == "input" and field.required:
            return Outcome(_TYPES, "dictionaries need a new key")
        return Outcome(_SAFE, "nobody uses it yet")

    def _field(self, old: Field, new: Field) -> Outcome | None:
        outcomes = [self._exchange(self._value(old), self._value(new))]
        if old.name != new.name:
            outcomes.append(Outcome(_BREAKS if self.direction == "answer" else _TYPES, f"it is called {new.name} now"))
        elif old.wire_name != new.wire_name:
            outcomes.append(Outcome(_BEHAVES, f"it stands for {new.wire_name} in the JSON, not for {old.wire_name}"))
        if self.direction == "input":
            outcomes += self._key(old, new)
        found = worst(outcomes)
        if found is None:
            return None
        same = self._declared(old, of_new=False) == self._declared(new, of_new=True)
        return None if found.verdict == _SAFE and same else found

    def _key(self, old: Field, new: Field) -> Iterator[Outcome]:
        if new.required and not old.required:
            yield Outcome(_TYPES, "dictionaries need the key now")
        if old.required and not new.required:
            yield Outcome(_SAFE, "dictionaries may do without the key now")
        if old.default != new.default:
            said = f"{new.default or 'nothing'}, not {old.default or 'nothing'}"
            yield Outcome(_BEHAVES, f"dictionaries without the key mean {said}")

    def _value(self, field: Field) -> Type:
        return nullable(field.type) if self.direction == "answer" and not field.required else field.type

    def _declared(self, field: Field, *, of_new: bool) -> str:
        text = self.annotator(of_new=of_new).annotate(self._value(field)).text
        if field.required:
            return f"{field.name}: {text}"
        return f"{field.name}: {text} = None" if self.direction == "answer" else f"{field.name}: NotRequired[{text}]"

    def _member(self, type_: ObjectType, old: Field | None, new: Field | None, outcome: Outcome) -> SymbolChange:
        (shown,) = [each for each in (old, new) if each is not None][:1]
        is_answer = self.direction == "answer"
        own = f"{self._module}.{type_.name}"
        return SymbolChange(
            symbol=f"{own}.{shown.name}" if is_answer else f'{own}["{shown.name}"]',
            kind="field" if is_answer else "key",
            before=self._declared(old, of_new=False) if old else "",
            after=self._declared(new, of_new=True) if new else "",
            verdict=outcome.verdict,
            reason=outcome.reason,
            old_location=old.location if old else None,
            location=new.location if new else None,
        )

    def _models(self, old: ObjectType, new: ObjectType) -> Iterator[SymbolChange]:
        """Yield that answer models are no longer, or newly, accepted in place of a typed dictionary."""
        models = self.both.names["answer"]
        after = models.get(new.model, new.model) if new.model else None
        if old.model != after:
            lost = Outcome(_TYPES, f"models.{old.model} is not taken in its place any more")
            yield SymbolChange(
                symbol=f"{self._module}.{old.name}",
                kind="input",
                before=" | ".join(filter(None, [old.name, old.model])),
                after=" | ".join(filter(None, [new.name, new.model])),
                verdict=lost.verdict if old.model else _SAFE,
                reason=lost.reason if old.model else f"models.{new.model} is taken in its place as well",
                old_location=old.location,
                location=new.location,
            )

    def _extras(self, old: ObjectType, new: ObjectType) -> Iterator[SymbolChange]:
        """Yield that further members have another type. What callers read, `model_extra`, says nothing of it."""
        if self.direction == "input" or self._exchange(_extra(old), _extra(new)) is None:
            return
        before, after = (
            f"__pydantic_extra__: {annotator.annotate(_extra(type_)).text}" if type_.extra else ""
            for annotator, type_ in ((self.annotator(of_new=False), old), (self.annotator(of_new=True), new))
        )
        outcome = Outcome(_BEHAVES, "further members are decoded in another way")
        symbol = f"models.{old.name}.model_extra"
        yield SymbolChange(symbol, "field", before, after, *outcome, old.location, new.location)


def _extra(type_: ObjectType) -> Type:
    return MapOf(type_.extra or Scalar("any"))
