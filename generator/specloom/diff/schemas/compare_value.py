"""What is compared about one value, and in which order: what makes further differences meaningless comes first."""

from __future__ import annotations

from functools import partial
from itertools import zip_longest
from typing import Final

from specloom.diff.schemas.annotations import compare_annotations, compare_name
from specloom.diff.schemas.comparison import EffectivePair, Found, Step
from specloom.diff.schemas.conditions import compare_conditions
from specloom.diff.schemas.contents import compare_content, compare_items, compare_other_properties
from specloom.diff.schemas.discriminators import compare_discriminators
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, refers_to
from specloom.diff.schemas.equality import says_anything
from specloom.diff.schemas.facts import COMPOSED, RETYPING, words_of_reference
from specloom.diff.schemas.inclusion import are_few_and_same, values_of
from specloom.diff.schemas.limits import DECIDING_FORMATS, compare_format, compare_idle, compare_limits
from specloom.diff.schemas.properties import compare_properties
from specloom.diff.schemas.spelling import compare_spelling, without_choices
from specloom.diff.schemas.types import (
    Kinds,
    common_kinds,
    compare_null,
    compare_types,
    kinds_of,
    kinds_of_both,
    told_types,
)
from specloom.diff.schemas.unions import Choice, are_others, choices_of, compare_choices, find_lone_member, lone_choice
from specloom.diff.schemas.values import compare_values
from specloom.diff.vocabulary import Change, ComeAndGo
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import ABSENT
from specloom.spec.keywords import SchemaType

_FORMATTED: Final = frozenset({"string", "integer", "number"})
"""Types of which a format says something."""
_OF_VALUES: Final = RETYPING | {
    "enum-added", "enum-removed", "closed-enum-removed", "const-added", "const-removed", "const-changed",
    "enum-value-added", "closed-enum-value-added", "enum-value-removed",
    "bound-added", "bound-removed", "bound-tightened", "bound-loosened", "step-changed",
    "pattern-added", "pattern-removed", "pattern-changed", "unreached-change"
}  # fmt: skip
"""Facts about which values are valid."""
_REFERENCE: Final = ComeAndGo("schema-became-named", "schema-became-inline", "reference-changed")


def compare_step(step: Step, pair: EffectivePair) -> Found:
    """Yield all that is different about a value, and the steps to the values in it.

    The pair is the value with all that applies to it.
    """
    comparison, own = pair.comparison, replace(pair, old=step.old, new=step.new)
    if not step.chosen:
        yield from compare_null(pair)
        yield from compare_annotations(pair)
        yield from compare_name(own)
        yield from compare_spelling(own)
    old, new = refers_to(step.old), refers_to(step.new)
    if old is not None and new is not None and comparison.pairs.link(old, new):
        yield comparison.step_to(old, new, step.beside)
        return
    yield from _compare_references(pair, old, new)
    yield from _compare_composition(own)
    before = choices_of(pair.old, comparison.pairs.old_label)
    after = choices_of(pair.new, comparison.pairs.new_label)
    plain = _spell_alike(step, pair, before, after)
    if plain is not None:
        yield from plain
        return
    if bool(before) != bool(after) and _only_chooses(pair, before):
        before = before or [lone_choice(step.old, comparison.pairs.old_label)]
        after = after or [lone_choice(step.new, comparison.pairs.new_label)]
        yield from _compare_all_choices(pair, before, after)
        return
    yield from _compare_applied(pair, before, after)


def _compare_applied(pair: EffectivePair, before: list[Choice], after: list[Choice]) -> Found:
    """Compare the choices that apply to a value, and what is said beside them.

    Where one document has a choice and the other one of its members, what stands beside the choice is said of that
    member, and the others came or went.
    """
    left = find_lone_member(pair, before, after)
    if left is None:
        yield from _compare_all_choices(pair, before, after)
        yield from compare_discriminators(pair)
        yield from _compare_words(pair)
        return
    yield from compare_choices(pair, left.old, left.new)
    yield from compare_discriminators(pair)
    pairs, inner = pair.comparison.pairs, pair.comparison.spread(left.pair.old, left.pair.new)
    before = [each for each in choices_of(inner.old, pairs.old_label) if not each.is_at(left.old)]
    after = [each for each in choices_of(inner.new, pairs.new_label) if not each.is_at(left.new)]
    yield from _compare_all_choices(inner, before, after)
    yield from _compare_words(inner)


def _spell_alike(
    step: Step, pair: EffectivePair, before: list[Choice], after: list[Choice]
) -> list[Change | Step] | None:
    """Return what is different about a value where choices are only another spelling; None where they are more.

    They are looked at as choices where their members are the same but for some that came, or some that went. Where
    that takes the contents of named schemas, only finding no difference tells more than that the choice is another.
    """
    if not (before or after):
        return None
    comparison = pair.comparison
    news = after or [lone_choice(step.new, comparison.pairs.new_label)]
    olds = before or [lone_choice(step.old, comparison.pairs.old_label)]
    is_list = all(choice.lists_values for choice in (*before, *after))
    if not is_list and len(olds) == len(news) and not any(map(partial(are_others, comparison=comparison), olds, news)):
        return None
    old, new = without_choices(pair.old), without_choices(pair.new)
    if old is None or new is None:
        return None
    found = [*_compare_words(replace(pair, old=old.effective, new=new.effective, beside=None))]
    is_same = not any(isinstance(each, Change) for each in found)
    return found if is_same or (old.is_inline and new.is_inline) else None


def _compare_words(pair: EffectivePair) -> Found:
    """Compare what schemas say by themselves: nothing of which values are valid where the same few are."""
    found = [*_compare_own_words(pair)]
    of_values = [each for each in found if isinstance(each, Change) and each.fact in _OF_VALUES]
    if any(each.fact != "unreached-change" for each in of_values) and are_few_and_same(
        values_of(pair.old), values_of(pair.new)
    ):
        found = [each for each in found if isinstance(each, Change) and each not in of_values]
    yield from found


def _compare_own_words(pair: EffectivePair) -> Found:
    """Compare what schemas say by themselves, as far as both mean values of the same types."""
    old, new = kinds_of_both(pair)
    kinds = common_kinds(old, new)
    differences = [*compare_types(pair)]
    yield from differences
    untyped = [effective for effective, own in ((pair.old, old), (pair.new, new)) if own is None]
    is_other = differences and (not kinds or not all(map(_says_anything, untyped)))
    if differences:
        yield from _compare_new_types(pair, told_types(pair.old, old, new), are_all=bool(is_other))
    if is_other:
        return
    formats = compare_format(pair, kinds)
    if old == new or (kinds and "string" in kinds):
        yield from formats
    elif kinds and _numbers(old) == _numbers(new):
        # An integer that becomes a number has another format as a matter of course; what is a hint may be about texts.
        yield from (each for each in formats if each.fact in DECIDING_FORMATS)
    yield from compare_values(pair)
    yield from compare_limits(pair, kinds)
    yield from compare_conditions(pair, kinds)
    yield from compare_idle(pair, None if old is None or new is None else old | new)
    if kinds is None or "string" in kinds:
        yield from compare_content(pair)
    if kinds is None or "array" in kinds:
        yield from compare_items(pair)
    if kinds is None or "object" in kinds:
        yield from compare_properties(pair)
        yield from compare_other_properties(pair)


def _compare_new_types(pair: EffectivePair, come: frozenset[SchemaType], *, are_all: bool) -> Found:
    """Yield what is said of values of types of which nothing was said before.

    `are_all`: nothing was said of others either; else formats and lists of values are compared for all alike.
    """
    bare = replace(pair, old=replace(pair.old, parts=()))
    if are_all:
        yield from compare_format(bare, come) if come & _FORMATTED else ()
        yield from compare_values(bare)
    yield from compare_limits(bare, come)


def _numbers(kinds: Kinds) -> Kinds:
    return (kinds or frozenset()) & {"integer", "number"}


def _compare_references(pair: EffectivePair, old: str | None, new: str | None) -> Found:
    """Yield that another schema, or none, is referred to: a client calls it otherwise even if nothing else changes.

    Nothing where the one and the other have no value in common, or one allows any: that the type changed says it all.
    """
    if old is None or new is None:
        own = pair.old if old is None else pair.new
        is_other = common_kinds(kinds_of(pair.old), kinds_of(pair.new)) == frozenset()
        if old == new or is_other or not _is_inline(own) or not _says_anything(own):
            return
    label = pair.comparison.pairs
    before, after = old and label.old_label(old), new and label.new_label(new)
    said = (old and _reference(pair.old, old)) or None, (new and _reference(pair.new, new)) or None
    words, fact = ("", words_of_reference(before, after)), _REFERENCE.choose(before, after)
    yield pair.change(fact, words, *said, before=before or ABSENT, after=after or ABSENT)


def _compare_composition(pair: EffectivePair) -> Found:
    """Yield which references are others of those that a value is put together from."""
    pairs, olds, news = pair.comparison.pairs, _composed_of(pair.old), _composed_of(pair.new)
    gone = [key for key in olds if pairs.counterpart(key) not in news]
    kept = {pairs.counterpart(key) for key in olds}
    come = [key for key in news if key not in kept]
    was, now = refers_to(pair.old), refers_to(pair.new)
    for old, new in zip_longest(gone, come):
        before = None if old is None else pairs.old_label(old)
        after = None if new is None else pairs.new_label(new)
        words = _composition_words(before, after)
        if old is None and was is not None and pairs.counterpart(was) == new:
            words = f"says more beside the reference to {quoted(after)}"
        elif new is None and old is not None and now is not None and now == pairs.counterpart(old):
            words = f"says nothing beside the reference to {quoted(before)} any more"
        yield pair.change(
            COMPOSED,
            ("", words),
            olds.get(old),
            news.get(new),
            before=ABSENT if before is None else before,
            after=ABSENT if after is None else after,
            within=("allOf", str(after or before)),
        )


def _composition_words(before: str | None, after: str | None) -> str:
    if before is None:
        return f"is put together with {quoted(after)} as well"
    if after is None:
        return f"is no longer put together with {quoted(before)}"
    return f"was put together with {quoted(before)} and is with {quoted(after)}"


def _composed_of(effective: EffectiveSchema) -> dict[str, Stated[None]]:
    """Return the keys of the schemas to which a value refers in `allOf`, or with more words beside, and where."""
    schemas = [(part, part.schema, part.schema.all_of) for part in effective.parts]
    return {
        branch.ref: Stated(None, part.api_path, branch.location.at("$ref"))
        for part, schema, branches in schemas
        for branch in (*branches, *([schema] if says_anything(schema) or len(schemas) > 1 else []))
        if branch.ref is not None
    }


def _reference(effective: EffectiveSchema, key: str) -> Stated[None] | None:
    return next((part.say(None, "$ref") for part in effective.parts if part.schema.ref == key), None)


def _says_anything(effective: EffectiveSchema) -> bool:
    return any(says_anything(part.schema) for part in effective.parts)


def _is_inline(effective: EffectiveSchema) -> bool:
    """Tell whether a place says something, and says it all by itself."""
    refers = any(part.schema.ref is not None or part.schema.choices for part in effective.parts)
    return bool(effective.parts) and not refers


def _only_chooses(pair: EffectivePair, before: list[Choice]) -> bool:
    """Tell whether one document offers a choice and nothing else where the other has one kind of value."""
    old, new = kinds_of(pair.old), kinds_of(pair.new)
    choosing, other = (old, new) if before else (new, old)
    return choosing is None and other is not None


def _compare_all_choices(pair: EffectivePair, before: list[Choice], after: list[Choice]) -> Found:
    for old, new in zip_longest(before, after):
        if old is not None and new is not None:
            yield from compare_choices(pair, old, new)
        elif old is not None:
            words, labels = ("", f"no longer has to be one of {_shown(old)}"), [*old.labels]
            yield pair.change("union-removed", words, old.said, None, before=labels)
        elif new is not None:
            words, labels = ("", f"now has to be one of {_shown(new)}"), [*new.labels]
            yield pair.change("union-added", words, None, new.said, after=labels)


def _shown(choice: Choice) -> str:
    return ", ".join(map(quoted, choice.labels))
