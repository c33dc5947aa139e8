"""Choices: what each branch of an `anyOf` or `oneOf` says on its own, and the union that their types make.

Nothing here builds the type of a branch: that is for `build_types`, which asks before and after.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence

from specloom.findings import Location
from specloom.ir.budget import refuse_endless_choice
from specloom.ir.build_scalars import implied_kinds, is_open, is_understood, join_scalars
from specloom.ir.losses import Ledger
from specloom.ir.merge import Merger
from specloom.ir.type_names import option_names
from specloom.ir.types import (
    ByName,
    Direction,
    Literals,
    Named,
    NamedType,
    Scalar,
    Tagged,
    Type,
    Union,
    nullable,
    without_null,
)
from specloom.ir.unions import build_tagged, union_of
from specloom.record import replace
from specloom.spec.document import ABSENT, Document, Schema
from specloom.spec.parts import only_refers, referred_key, says_types


def branches_of(schema: Schema, suggested: str, merger: Merger, *, anonymous: bool) -> list[tuple[str, Schema]]:
    """Return what a value is in each branch of a choice, with what stands beside the choice.

    The schema has no reference at its top. `anonymous`: something else has the suggested name already, as an alias for
    the whole choice.

    Returns:
        For each branch the class name suggested for it, and its schema.

    Raises:
        DescriptionError: There are more than Python takes.
    """
    branches = schema.choices
    refuse_endless_choice([each for each in branches if each.listed is None], schema.location)
    shared = replace(schema, one_of=(), any_of=(), discriminator=None)
    if shared.items is shared.unevaluated_items:
        shared = replace(shared, items=None)  # a branch may evaluate them
    names = option_names(suggested, branches, merger.document)
    if sum(1 for branch in branches if branch.types != ("null",)) == 1:
        names = [f"{suggested}Value" if anonymous else suggested] * len(branches)
    return [(name, _with_shared(branch, shared, schema, merger)) for name, branch in zip(names, branches, strict=True)]


def _with_shared(branch: Schema, shared: Schema, schema: Schema, merger: Merger) -> Schema:
    if branch == Schema(branch.location, description=branch.description, title=branch.title):
        return shared if shared.types else branch
    says_more = (
        (shared.properties and not merger.includes(branch, shared))
        or _says_items(shared, branch)
        or _says_others(shared, branch, merger)
    )
    if not says_more:
        return branch
    beside = merger.beside(branch, shared, schema.any_of)
    return Schema(location=branch.location, all_of=(branch, beside), title=branch.title)


def _says_items(shared: Schema, branch: Schema) -> bool:
    """Tell whether what stands beside a choice describes items of an array that one of its branches is."""
    describes = shared.prefix_items or shared.items or shared.unevaluated_items
    return bool(describes) and "array" in (branch.types or implied_kinds(branch))


def _says_others(shared: Schema, branch: Schema, merger: Merger) -> bool:
    """Tell whether what stands beside a choice types the further members of objects that one of its branches is."""
    others, flat = shared.additional_properties, merger.merged(branch)
    if others is None or not ("object" in (flat.types or implied_kinds(flat)) or flat.choices):
        return False
    inner = merger.merged(others)
    if inner.never or not says_types(inner):
        return False
    if flat.properties and others is not shared.unevaluated_properties:
        why = "it stands beside a choice, whose members say themselves which members they have"
        merger.ledger.lose(others.location, "additionalProperties", why, minor=True)
        return False
    return True


def lose_repeated(branches: Iterable[Schema], types: Sequence[Type], ledger: Ledger) -> None:
    """Note which branches of a choice have no effect, as another one takes their values."""
    seen: set[Type] = set()
    is_anything = Scalar("any") in types
    for branch, type_ in zip(branches, types, strict=True):
        if type_ in seen or (is_anything and type_ != Scalar("any")):
            ledger.lose(branch.location, "choice", "another choice takes its values already", minor=True)
        seen.add(type_)


def join_types(types: Iterable[Type], direction: Direction) -> Type:
    """Return what has one of several types."""
    return union_of(join_scalars(types) if direction == "answer" else tuple(types))


def opened(type_: Type, schema: Schema, direction: Direction) -> Type:
    """Return a choice of constants as the enumeration that it is, in which each value has words of its own."""
    inner = without_null(type_)
    if not isinstance(inner, Literals) or len(inner.values) == 1:
        return type_
    if any(branch.const is ABSENT and branch.types != ("null",) for branch in schema.choices):
        return type_
    enumeration = Literals(inner.values, open=is_open(schema, direction))
    return nullable(enumeration) if inner != type_ else enumeration


def join_by_name(by_name: ByName, place: Location, direction: Direction, ledger: Ledger) -> Type:
    """Return what a member of an object is whose name decides on its type.

    The ledger is told of patterns that clients cannot look for.

    Returns:
        One type where all members have it, else the union of all. That knows the patterns in answers, which are read
        by them.
    """
    types = [*(type_ for _, type_ in by_name.patterns), *([] if by_name.others is None else [by_name.others])]
    unknown = [pattern for pattern, _ in by_name.patterns if not is_understood(pattern)]
    is_closed = by_name.others is None and not unknown and direction == "answer"
    if all(type_ == types[0] for type_ in types) and (types[0] == Scalar("any") or not is_closed):
        return types[0]
    for pattern in unknown:
        why = "what it looks for cannot be told in a client: such members have any type"
        ledger.lose(place.at(pattern), f"pattern {pattern}", why)
    if unknown:
        return Scalar("any")
    told = union_of(tuple(type_ for type_ in types if type_ != Scalar("any")))
    any_ = (Scalar("any"),) if Scalar("any") in types else ()
    members = (*(told.members if isinstance(told, Union) else (told,)), *any_)
    return Union(members, by_name if direction == "answer" else None)


class Discriminators:
    """Tells the members of unions apart by the discriminators of their schemas.

    `keys` has the name of a type → the key of the schema that it is made from, `by_key` the key → its type. These and
    the types may become more later.
    """

    def __init__(
        self,
        document: Document,
        types: Mapping[str, NamedType],
        keys: dict[str, str],
        by_key: dict[str, Type],
        ledger: Ledger,
    ) -> None:
        self._document = document
        self._types = types
        self._keys = keys
        self._by_key = by_key
        self._ledger = ledger

    def apply(self, type_: Type, schema: Schema, members: Sequence[Type]) -> Type:
        """Return a union whose members the discriminator of its schema tells apart, if it has one that does.

        Members are what its branches are, with what stands beside the choice.
        """
        discriminator = schema.discriminator
        if discriminator is None:
            return type_
        referred = {
            referred_key(branch): without_null(member)
            for branch, member in zip(schema.choices, members, strict=True)
            if only_refers(branch)
        }
        own = {each.name: key for key, each in referred.items() if isinstance(each, Named)}
        keys = ChainMap(own, self._keys)

        def schema_name(member: Named) -> str | None:
            key = keys.get(member.name)
            return self._document.schemas[key].name if key else None

        by_key = ChainMap(referred, self._by_key)
        tagged = build_tagged(type_, discriminator, by_key, self._types, schema_name)
        if tagged is not type_:
            self._ledger.distinguish(discriminator)
        inner = without_null(tagged)
        if discriminator.default and not (isinstance(inner, Tagged) and inner.other):
            place = schema.location.at("discriminator", "defaultMapping")
            self._ledger.lose(place, "defaultMapping", "it is none of the choices")
        return tagged
