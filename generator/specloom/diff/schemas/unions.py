"""Choices between schemas: which member of the old document is which of the new one, and which came and went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from functools import partial
from itertools import combinations, product, repeat
from typing import Final, TypeAlias, TypeVar

from specloom.diff.schemas.annotations import compare_annotations
from specloom.diff.schemas.comparison import EffectivePair, Found, SchemaComparison, Step
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema, expand, refers_to
from specloom.diff.schemas.equality import outline, same_values
from specloom.diff.schemas.inclusion import (
    Values,
    are_disjoint,
    common_scalars,
    includes,
    may_be_scalar,
    may_be_sent_as_both,
    open_object,
    takes,
    values_of,
)
from specloom.diff.schemas.types import kinds_of, kinds_text
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import Document, Schema
from specloom.spec.keywords import ChoiceKeyword
from specloom.spec.parts import other_than_null

_T = TypeVar("_T")
Label: TypeAlias = Callable[[str], str]
"""Says what the schema with a key is called."""

_Trait: TypeAlias = Callable[[EffectiveSchema], Hashable]
_Agree: TypeAlias = Callable[[SchemaComparison, EffectiveSchema, EffectiveSchema], bool]

_SHOWN: Final = 40
"""How much of a value is shown by which a member is called."""


@record
class Choice:
    """A choice between schemas, null not counted."""

    keyword: ChoiceKeyword | None
    """None for a value that is no choice, as a choice of one."""
    said: Stated[None]
    members: tuple[EffectiveSchema, ...]
    labels: tuple[str, ...]
    """What each member is called, no two the same."""

    @property
    def lists_values(self) -> bool:
        """Whether each member says which values it has, one by one."""
        return all(any(part.schema.listed is not None for part in member.parts) for member in self.members)

    def is_at(self, other: Choice) -> bool:
        """Tell whether another one is this one, whatever schema its words are said to be of."""
        return self.said.location == other.said.location


def choices_of(effective: EffectiveSchema, label: Label) -> list[Choice]:
    """Return the choices that all apply to a place, without those between one schema and null."""
    return [
        _choice(effective.document, part, keyword, branches, label)
        for part in effective.parts
        for keyword, branches in _branches(part.schema)
        if len(branches) > 1
    ]


def lone_choice(effective: EffectiveSchema, label: Label) -> Choice:
    """Return a place that is no choice as a choice of one."""
    return Choice(None, Stated(None, effective.api_path, effective.location), (effective,), (_label(effective, label),))


@record
class LoneMember:
    """A choice in one document, of whose members the other has one alone."""

    old: Choice
    new: Choice
    pair: EffectivePair
    """The value as if that member had been chosen."""


def find_lone_member(pair: EffectivePair, before: list[Choice], after: list[Choice]) -> LoneMember | None:
    """Return the choice of one document if the other has none, but one of its members among all that applies."""
    if (len(before), len(after)) not in {(1, 0), (0, 1)}:
        return None
    (choice,) = before or after
    comparison = pair.comparison
    own, other = (pair.old, pair.new) if before else (pair.new, pair.old)
    label = comparison.pairs.new_label if before else comparison.pairs.old_label
    beside = {part.schema.ref for part in own.parts} - {None}
    for member, part in product(choice.members, other.parts):
        alone = EffectiveSchema(part.api_path, part.schema.location, other.document, (part,))
        both = (member, alone) if before else (alone, member)
        if refers_to(member) not in beside and (_same_schema(comparison, *both) or comparison.sameness.holds(*both)):
            said = Stated(None, other.api_path, other.location)
            lone = Choice(choice.keyword, said, (alone,), (_label(alone, label),))
            chosen = replace(own, parts=(*own.parts, *member.parts))
            if before:
                return LoneMember(choice, lone, EffectivePair(chosen, other, comparison))
            return LoneMember(lone, choice, EffectivePair(other, chosen, comparison))
    return None


def compare_choices(pair: EffectivePair, old: Choice, new: Choice) -> Found:
    """Yield which members came and went, and a step to each that stayed.

    What the other choice includes has neither come nor gone, nor has what is the same with the words beside the choice.
    """
    matched = dict(_match(old, new, pair.comparison))
    alike = dict(_match_by_values(pair, old, new, matched))
    keyword = new.keyword or old.keyword or "oneOf"
    for index, (label, member) in enumerate(zip(old.labels, old.members, strict=True)):
        if index in matched:
            if old.keyword and new.keyword and refers_to(member) is None:
                yield from compare_annotations(replace(pair, old=member, new=new.members[matched[index]]))
            yield Step(member, new.members[matched[index]], chosen=True, beside=pair)
        elif index not in alike and not _is_covered(member, new):
            place = _where_member(old, member)
            said, words = replace(old.said, location=place), ("", f"can no longer be {quoted(label)}")
            yield pair.change("union-member-removed", words, said, None, before=label, within=(keyword, label))
    for index, (label, member) in enumerate(zip(new.labels, new.members, strict=True)):
        if index not in {*matched.values(), *alike.values()} and not _is_covered(member, old):
            place = _where_member(new, member)
            said, words = replace(new.said, location=place), ("", f"can now also be {quoted(label)}")
            yield pair.change("union-member-added", words, None, said, after=label, within=(keyword, label))
    yield from _compare_exclusion(pair, old, new, matched, alike)


def _match_by_values(
    pair: EffectivePair, old: Choice, new: Choice, matched: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield which members that are not matched have the same values once what stands beside their choice is added."""
    left, right = (
        {
            index: values_of(replace(whole, parts=(*(part.beside_choices() for part in whole.parts), *member.parts)))
            for index, member in enumerate(choice.members)
            if index not in known
        }
        for whole, choice, known in ((pair.old, old, matched.keys()), (pair.new, new, {*matched.values()}))
    )
    yield from _match_by(left, right, lambda _: True, lambda one, other: includes(one, other) and includes(other, one))


def _match_by(
    left: dict[int, _T], right: dict[int, _T], trait: Callable[[_T], Hashable], agree: Callable[[_T, _T], bool]
) -> Iterator[tuple[int, int]]:
    """Yield which of two sides' members agree, and take them away there.

    Only those of one trait are asked, so that of many few are; one whose trait is None agrees with none.
    """
    by_trait: dict[Hashable, dict[int, _T]] = defaultdict(dict)
    for index, member in right.items():
        by_trait[trait(member)][index] = member
    for index, member in list(left.items()):
        alike = {} if (own := trait(member)) is None else by_trait[own]
        found = next((at for at, other in alike.items() if agree(member, other)), None)
        if found is not None:
            yield index, found
            del left[index], right[found], alike[found]


def _where_member(choice: Choice, member: EffectiveSchema) -> Location:
    """Return where a member stands: of one that joins a family by itself, which is written nowhere else, itself."""
    key = refers_to(member)
    if key is not None and _joins_family(member, choice):
        return member.document.schemas[key].schema.location.key()
    return member.location


def _joins_family(member: EffectiveSchema, choice: Choice) -> bool:
    """Tell whether a member is one by its own words: it extends a base, which has no list of its members."""
    return member.location.pointer == choice.said.location.pointer[:-1]


def _compare_exclusion(
    pair: EffectivePair, old: Choice, new: Choice, matched: Mapping[int, int], alike: Mapping[int, int]
) -> Found:
    """Yield whether values may fit several members now, or no longer, where that makes a difference."""
    if any(_joins_family(member, choice) for choice in (old, new) for member in choice.members):
        return  # its discriminator says which is meant, and no value has to fit one alone
    same = [was for was in matched if pair.comparison.sameness.holds(old.members[was], new.members[matched[was]])]
    matched, same = {**matched, **alike}, [*same, *alike]
    back = {now: was for was, now in matched.items()}
    if {old.keyword, new.keyword} == {"anyOf", "oneOf"}:
        if _overlap(old) or _overlap(new):
            fact = "any-of-became-one-of" if new.keyword == "oneOf" else "one-of-became-any-of"
            places = (replace(each.said, location=each.said.location.key()) for each in (old, new))
            yield pair.change(fact, ("", f"changed from {old.keyword} to {new.keyword}"), *places)
    elif new.keyword == "oneOf" and (come := _new_overlap(old, new, matched, same)):
        words = ("", f"can be {_both(new, come)} at once, of which 'oneOf' allows one")
        labels: list[Json] = [new.labels[index] for index in come]
        now, was = _where_exclusive(new, old, come, back, same)
        yield pair.change("choices-overlap", words, was, now, after=labels, within=("oneOf",))
    elif old.keyword == "oneOf" and (gone := _new_overlap(new, old, back, [matched[was] for was in same])):
        words = ("", f"could be {_both(old, gone)} at once, of which 'oneOf' allows one, and cannot any more")
        labels = [old.labels[index] for index in gone]
        was, now = _where_exclusive(old, new, gone, matched, [matched[was] for was in same])
        yield pair.change("choices-told-apart", words, was, now, before=labels, within=("oneOf",))


def _where_exclusive(
    choice: Choice, other: Choice, indexes: tuple[int, int], partners: Mapping[int, int], same: Collection[int]
) -> tuple[Stated[None], Stated[None]]:
    """Return what both choices say at the place by which two members of the first exclude each other, or do not.

    That is the one of both that the other choice does not have, or the schema to which one refers that is another now.
    """
    lone = next((index for index in indexes if index not in partners), None)
    if lone is not None:
        return replace(choice.said, location=choice.members[lone].location), other.said
    for index in indexes:
        member, partner = choice.members[index], other.members[partners[index]]
        keys = refers_to(member), refers_to(partner)
        if keys[0] is not None and keys[1] is not None and partners[index] not in same:
            here, there = member.document.schemas[keys[0]], partner.document.schemas[keys[1]]
            return (
                replace(choice.said, location=here.schema.location),
                replace(other.said, location=there.schema.location),
            )
    return choice.said, other.said


def _both(choice: Choice, indexes: tuple[int, int]) -> str:
    return " and ".join(quoted(choice.labels[index]) for index in indexes)


def are_others(old: Choice, new: Choice, comparison: SchemaComparison) -> bool:
    """Tell whether members came to a choice, and others went."""
    matched = len(dict(_match(old, new, comparison)))
    return matched < len(old.members) and matched < len(new.members)


def _is_covered(member: EffectiveSchema, choice: Choice) -> bool:
    """Tell whether all values of a member are values of the other document's choice."""
    members, at = tuple(values_of(each).schema for each in choice.members), choice.said.location
    whole = Schema(at, one_of=members) if choice.keyword == "oneOf" else Schema(at, any_of=members)
    return includes(Values(whole, choice.members[0].document), values_of(member))


def _overlap(choice: Choice) -> bool:
    """Tell whether two members of a choice may have values in common."""
    return any(not are_disjoint(one, other) for one, other in combinations(map(values_of, choice.members), 2))


def _new_overlap(old: Choice, new: Choice, matched: Mapping[int, int], same: Collection[int]) -> tuple[int, int] | None:
    """Return two members of a choice that have values in common, of which one was valid before; None without such.

    That is so where a new member includes an old one or is included by it, where objects of the old one's properties
    can fit another one now and fitted no other before, where two that had none have some now, and where a number, text
    or truth value of both fitted one old member. Nothing of that is so of two that are both the `same` as before, which
    are given by their places in the old choice.
    """
    if len(same) == len(new.members):
        return None
    before, after = ([*map(values_of, choice.members)] for choice in (old, new))
    olds, news = [*map(open_object, before)], [*map(open_object, after)]

    def comes_to_fit(was: int, now: int) -> bool:
        """Tell whether objects of an old member fit a new one, and fitted no other before."""
        return may_be_sent_as_both(olds[was], news[now]) and not any(
            may_be_sent_as_both(olds[was], other) for index, other in enumerate(olds) if index != was
        )

    for index in sorted({*range(len(after))} - {*matched.values()}):
        for was, now in matched.items():
            if not are_disjoint(after[now], after[index]) and (  # first, as most are
                includes(after[index], before[was]) or includes(before[was], after[index]) or comes_to_fit(was, index)
            ):
                return min(now, index), max(now, index)
    for (first, one), (second, other) in combinations(matched.items(), 2):
        if (
            (first not in same or second not in same)
            and not are_disjoint(after[one], after[other])
            and (are_disjoint(before[first], before[second]) or comes_to_fit(first, other) or comes_to_fit(second, one))
        ):
            return min(one, other), max(one, other)
    stay = {now for was, now in matched.items() if was in same}
    for pair in combinations((index for index, each in enumerate(after) if may_be_scalar(each)), 2):
        shared = () if {*pair} <= stay else common_scalars(*(after[index] for index in pair))
        if any(sum(takes(each, value) for each in before) == 1 for value in shared):
            return pair
    return None


def _branches(schema: Schema) -> Iterator[tuple[ChoiceKeyword, tuple[Schema, ...]]]:
    yield "anyOf", other_than_null(schema.any_of)
    yield "oneOf", other_than_null(schema.one_of)


def _choice(
    document: Document, part: Subschema, keyword: ChoiceKeyword, branches: tuple[Schema, ...], label: Label
) -> Choice:
    bare = [_label(EffectiveSchema.of(branch, part.api_path, document), label) for branch in branches]
    counted: Counter[str] = Counter()
    labels: list[str] = []
    for name in bare:
        counted[name] += 1
        labels.append(name if counted[name] == 1 else f"{name} {counted[name]}")
    api_paths = (part.api_path.member(keyword, name) for name in labels)
    members = map(EffectiveSchema.of, branches, api_paths, repeat(document))
    return Choice(keyword, part.say(None, keyword), tuple(members), tuple(labels))


def _label(effective: EffectiveSchema, label: Label) -> str:
    key = refers_to(effective)
    if key is not None:
        return label(key)
    title, kinds = _title(effective), kinds_of(effective)
    required = [name for part in effective.parts for name in part.schema.required]
    if not title and kinds is None and required:
        return f"with {', '.join(required)}"
    composed = _composed(effective.parts[0].schema, label) if kinds is None and effective.parts else ""
    tags = " and ".join(f"{name} {text[:_SHOWN]}" for name, text in sorted(_tags(effective)))
    return title or composed or (f"{kinds_text(kinds)} with {tags}" if tags else kinds_text(kinds))


def _composed(schema: Schema, label: Label) -> str:
    """Return what a schema is called after those that it is put together from, or chooses from; empty without any."""
    if schema.all_of:
        names = [label(each.ref) for each in schema.all_of if each.ref is not None]
        return " and ".join([*names, *(["more"] if 0 < len(names) < len(schema.all_of) else [])])
    choices = other_than_null(schema.choices)
    found = (label(each.ref) if each.ref is not None else each.title or " or ".join(each.types) for each in choices)
    return " or ".join(dict.fromkeys(name or "something else" for name in found))


def _match(old: Choice, new: Choice, comparison: SchemaComparison) -> Iterator[tuple[int, int]]:
    """Yield which member is which: the same schema, title or words; else one that stands where the other stood."""
    left, right = dict(enumerate(old.members)), dict(enumerate(new.members))
    for trait, agree in _ALIKE:
        yield from _match_by(left, right, trait, partial(agree, comparison))
    if len(left) == len(right) == 1:
        (index, member), (found, other) = *left.items(), *right.items()
        if None not in {kinds_of(expand(member)), kinds_of(expand(other))} and _is_free(comparison, member, other):
            yield index, found


def _same_schema(comparison: SchemaComparison, old: EffectiveSchema, new: EffectiveSchema) -> bool:
    keys = refers_to(old), refers_to(new)
    return keys[0] is not None and keys[1] is not None and comparison.pairs.are_same(keys[0], keys[1])


def _same_words(comparison: SchemaComparison, old: EffectiveSchema, new: EffectiveSchema) -> bool:
    first, second = _written(old), _written(new)
    return bool(first and second and same_values(first, second, comparison.pairs.are_same))


def _is_free(comparison: SchemaComparison, old: EffectiveSchema, new: EffectiveSchema) -> bool:
    """Tell whether the one can stand for the other: neither is in both documents, and they have something in common."""
    before, after = refers_to(old), refers_to(new)
    if before is not None and after is not None and not comparison.pairs.may_be_one(before, after):
        return False
    stays = before is not None and comparison.pairs.counterpart(before) is not None
    return not stays and (after is None or comparison.pairs.is_new(after))


def _title(effective: EffectiveSchema) -> str:
    return next((part.schema.title for part in effective.parts if part.schema.title), "")


def _written(effective: EffectiveSchema) -> Schema | None:
    key = refers_to(effective)
    if key is not None:
        return effective.document.schemas[key].schema
    return effective.lone


def _outline_written(effective: EffectiveSchema) -> Hashable | None:
    schema = _written(effective)
    return None if schema is None else outline(schema)


def _tags(effective: EffectiveSchema) -> frozenset[tuple[str, str]]:
    """Return the required properties that have one value each, with these, as JSON."""
    found = values_of(effective).conjunction
    required = ((name, each.conjunction.listed) for name in found.required for each in found.properties.get(name, ()))
    return frozenset((name, value) for name, listed in required if listed and len(listed) == 1 for value in listed)


_ALIKE: Final[tuple[tuple[_Trait, _Agree], ...]] = (
    (lambda member: None if refers_to(member) is None else "refers", _same_schema),
    (lambda member: _title(member) or None, _is_free),
    (_outline_written, _same_words),
    (lambda member: _tags(member) or None, _is_free),
    (lambda member: kinds_of(expand(member)), _is_free),
)
"""What members have in common that are the same, surest first, and what has to hold besides."""
