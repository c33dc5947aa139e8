"""Keywords that narrow values without changing their type: bounds, patterns, and conditions such as `not`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import TYPE_CHECKING, Final, TypeAlias

from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated
from specloom.diff.schemas.equality import canonical, first_difference
from specloom.diff.schemas.types import kinds_text
from specloom.diff.vocabulary import ComeAndGo
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import ABSENT, UNSAID, Absent, Schema
from specloom.spec.keywords import BOUNDS, KEYWORDS, RESTRICTIONS, Bound, Keyword
from specloom.spec.value_types import ScalarValue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from specloom.diff.schemas.facts import EffectivePair, Found
    from specloom.diff.schemas.types import Kinds
    from specloom.source import Json

_Number: TypeAlias = "int | float"
_Keywords: TypeAlias = tuple[tuple[Keyword, Bound], ...]

_COUNT: Final = ScalarValue("count")


@dataclass(frozen=True, slots=True, order=True)
class _Limit:
    """A bound; of two lower ones that are equal the exclusive one is higher, and of two upper ones it is lower."""

    value: _Number
    inwards: int = 0
    """1 or -1 where the bound itself is out of bounds, in the direction in which values are."""

    @property
    def json(self) -> Json:
        return self.value if not self.inwards else self.text

    @property
    def text(self) -> str:
        return {0: "", 1: "more than ", -1: "less than "}[self.inwards] + quoted(self.value)


_LIMITS: Final = tuple(
    tuple((keyword, other) for keyword, other in BOUNDS if (other.of, other.lower) == (bound.of, bound.lower))
    for keyword, bound in BOUNDS
    if not bound.exclusive and keyword.attribute != RESTRICTIONS
)
"""Keywords that limit the same number from the same side, first the one that limits what is compared is called by."""

_CONTENT: Final[tuple[tuple[str, str, Callable[[Schema], str | None]], ...]] = (
    ("content-encoding-changed", "contentEncoding", lambda s: s.content_encoding),
    ("content-media-type-changed", "contentMediaType", lambda s: s.content_media_type),
)


_MATCH_ANYTHING: Final = frozenset({"", "^", "$", ".*", "^.*"})
"""Patterns without which a schema says the same: they are looked for anywhere in a text (JSON Schema, 6.3.3)."""
_PATTERN: Final = ComeAndGo("pattern-added", "pattern-removed", "pattern-changed")
_CONDITION: Final = ComeAndGo("condition-added", "condition-removed", "condition-changed")


def compare_limits(pair: EffectivePair, kinds: Kinds) -> Found:
    """Yield changes of every limit on values of the types that a place had and has."""
    for limit in _LIMITS:
        if kinds is None or kinds & {*limit[0][0].types}:
            yield from _compare_bound(pair, limit, whole=kinds is not None and "number" not in kinds)
    if kinds is None or kinds & {"integer", "number"}:
        yield from _compare_multiple(pair)
    if kinds is None or "array" in kinds:
        yield from _compare_unique(pair)
    if kinds is None or "string" in kinds:
        yield from _compare_pattern(pair)
        yield from _compare_content(pair)
    yield from _compare_conditions(pair, kinds)


def compare_idle(pair: EffectivePair, kinds: Kinds) -> Found:
    """Yield changes of keywords that say nothing about values of the types that a place had and has."""
    for keyword in KEYWORDS.values():
        if kinds is None or not keyword.attribute or not keyword.types or kinds & {*keyword.types}:
            continue
        pick = partial(_value_of, keyword)
        old, new = (effective.every(keyword.name, pick) for effective in (pair.old, pair.new))
        if [said.value for said in old] != [said.value for said in new]:
            words = (f"{quoted(keyword.name)} of", f"changed, which has no effect on {kinds_text(kinds)}")
            first, now = next(iter(old), None), next(iter(new), None)
            yield pair.fact("unreached-change", words, first, now, within=(keyword.name,))


def _value_of(keyword: Keyword, schema: Schema) -> object | None:
    """Return what a schema says by a keyword; None where it says nothing."""
    if keyword.attribute == RESTRICTIONS:
        return schema.restrictions.get(keyword.name)
    value: object = getattr(schema, keyword.attribute)
    return None if value == UNSAID[keyword.attribute] else value


def _compare_bound(pair: EffectivePair, keywords: _Keywords, *, whole: bool) -> Found:
    old, new = (_limit(effective, keywords, whole=whole) for effective in (pair.old, pair.new))
    before, after = old.value if old else None, new.value if new else None
    if before == after:
        return
    keyword, bound = keywords[0]
    fact, words = _words(before, after, keyword.name, lower=bound.lower)
    yield pair.fact(fact, words, old, new, before=_json(before), after=_json(after), within=(keyword.name,))


def _words(before: _Limit | None, after: _Limit | None, keyword: str, *, lower: bool) -> tuple[str, tuple[str, str]]:
    match before, after:
        case None, _Limit():
            return "bound-added", ("", f"now has the {keyword} {after.text}")
        case _Limit(), None:
            return "bound-removed", ("", f"no longer has the {keyword} {before.text}")
        case _Limit(), _Limit():
            raised = before < after
            verb = f"was {'raised' if raised else 'lowered'} from {before.text} to {after.text}"
            fact = "bound-tightened" if raised is lower else "bound-loosened"
            return fact, (f"{keyword} of", verb)
        case _:
            raise ValueError(keyword)


def _json(limit: _Limit | None) -> Json | Absent:
    return limit.json if limit else ABSENT


def _limit(effective: EffectiveSchema, keywords: _Keywords, *, whole: bool) -> Stated[_Limit] | None:
    """Return the strictest bound of a place; `whole`: its values are whole numbers, so every bound has an inner one."""
    limits = [
        Stated(_limit_of(said.value, bound, whole=whole), said.api_path, said.location)
        for keyword, bound in keywords
        for said in effective.every(keyword.name, partial(_number, keyword))
        if said.value or keyword.value != _COUNT or not bound.lower  # a lower bound of nothing at all is no bound
    ]
    strictest = max if keywords[0][1].lower else min
    return strictest(limits, key=lambda said: said.value, default=None)


def _limit_of(number: _Number, bound: Bound, *, whole: bool) -> _Limit:
    if not bound.exclusive:
        return _Limit(number)
    if whole:
        return _Limit(floor(number) + 1 if bound.lower else ceil(number) - 1)
    return _Limit(number, 1 if bound.lower else -1)


def _number(keyword: Keyword, schema: Schema) -> _Number | None:
    number: _Number | None = getattr(schema, keyword.attribute)
    return number


def _compare_multiple(pair: EffectivePair) -> Found:
    old = pair.old.first("multipleOf", lambda schema: schema.multiple_of)
    new = pair.new.first("multipleOf", lambda schema: schema.multiple_of)
    before, after = old.value if old else None, new.value if new else None
    if before == after:
        return
    fact, words = _multiple_words(before, after)
    yield pair.fact(
        fact,
        words,
        old,
        new,
        before=ABSENT if before is None else before,
        after=ABSENT if after is None else after,
        within=("multipleOf",),
    )


def _multiple_words(before: _Number | None, after: _Number | None) -> tuple[str, tuple[str, str]]:
    if before is None:
        return "bound-added", ("", f"now has to be a multiple of {quoted(after)}")
    if after is None:
        return "bound-removed", ("", f"no longer has to be a multiple of {quoted(before)}")
    words = ("multipleOf of", f"changed from {quoted(before)} to {quoted(after)}")
    if _divides(before, after):
        return "bound-tightened", words
    return "bound-loosened" if _divides(after, before) else "step-changed", words


def _divides(divisor: _Number, number: _Number) -> bool:
    """Tell whether multiples of the one are multiples of the other, as they are written in decimal."""
    return divisor != 0 and Fraction(str(number)) % Fraction(str(divisor)) == 0


def _compare_unique(pair: EffectivePair) -> Found:
    old = pair.old.first("uniqueItems", lambda schema: schema.unique_items or None)
    new = pair.new.first("uniqueItems", lambda schema: schema.unique_items or None)
    if new and not old:
        yield pair.fact("bound-added", ("", "may no longer repeat an item"), old, new, within=("uniqueItems",))
    elif old and not new:
        yield pair.fact("bound-removed", ("", "may now repeat an item"), old, new, within=("uniqueItems",))


def _compare_pattern(pair: EffectivePair) -> Found:
    old, new = (effective.every("pattern", _narrowing_pattern) for effective in (pair.old, pair.new))
    gone, come = _without(old, new), _without(new, old)
    before, after = (" and ".join(said.value for said in each) for each in (gone, come))
    words = {
        "added": ("", f"now has the pattern {quoted(after)}"),
        "removed": ("", f"no longer has the pattern {quoted(before)}"),
        "changed": ("pattern of", f"changed from {quoted(before)} to {quoted(after)}"),
    }
    yield from _compare_all(pair, _PATTERN, gone, come, words)


def _compare_content(pair: EffectivePair) -> Found:
    for fact, keyword, pick in _CONTENT:
        old, new = pair.old.first(keyword, pick), pair.new.first(keyword, pick)
        before, after = old.value if old else None, new.value if new else None
        if before != after:
            words = (f"{keyword} of", f"changed from {quoted(before or 'none')} to {quoted(after or 'none')}")
            yield pair.fact(fact, words, old, new, before=before, after=after)


def _compare_conditions(pair: EffectivePair, kinds: Kinds) -> Found:
    names = (
        name for effective in (pair.old, pair.new) for part in effective.parts for name in part.schema.restrictions
    )
    for keyword in dict.fromkeys(names):
        if kinds is not None and KEYWORDS[keyword].types and not kinds & {*KEYWORDS[keyword].types}:
            continue
        old, new = (_conditions(effective, keyword) for effective in (pair.old, pair.new))
        words = {
            "added": ("", f"now has the condition '{keyword}'"),
            "removed": ("", f"no longer has the condition '{keyword}'"),
            "changed": (f"condition '{keyword}' of", "changed"),
        }
        gone, come = _without(old, new), _without(new, old)
        if len(gone) == len(come) == 1:
            way = first_difference(json.loads(gone[0].value), json.loads(come[0].value))
            gone, come = ([replace(said, location=said.location.at(*way))] for (said,) in (gone, come))
        if len(gone) == len(come) == 1 and (fact := _direction(keyword, gone[0].value, come[0].value)):
            verb = "is stricter" if fact == "condition-tightened" else "is less strict"
            (was,), (now,) = gone, come
            both = (f"condition '{keyword}' of", verb)
            yield pair.fact(fact, both, was, now, before=was.value, after=now.value, within=(keyword,))
        else:
            yield from _compare_all(pair, _CONDITION, gone, come, words, keyword)


_WIDENED_BY_VALUES: Final = frozenset({"unevaluatedProperties", "unevaluatedItems", "propertyNames", "contains"})
"""Conditions that more values satisfy, the more values their schema allows; `true` allows all, and `false` none."""


_SAYS_WHICH: Final = frozenset({"const", "enum", "multipleOf", "pattern", "required", "type"})
"""Keywords besides bounds that allow fewer values than a schema without them, whatever else it says."""


def _direction(keyword: str, old: str, new: str) -> str:
    """Return whether a condition allows fewer values than before, or more; empty where that does not show.

    Args:
        keyword: What says it.
        old: Its value, as JSON.
        new: Likewise.
    """
    before, after = json.loads(old), json.loads(new)
    match keyword, before, after:
        case "minContains" | "maxContains", int() | float(), int() | float():
            is_tightened = (before < after) is (keyword == "minContains")
            return "condition-tightened" if is_tightened else "condition-loosened"
        case "dependentRequired", dict(), dict():
            demands, demanded = _demands(after), _demands(before)
        case name, bool() | dict(), bool() if name in _WIDENED_BY_VALUES:
            return "condition-loosened" if after else "condition-tightened"
        case name, bool(), dict() if name in _WIDENED_BY_VALUES:
            return "condition-tightened" if before else "condition-loosened"
        case name, dict(), dict() if name in _WIDENED_BY_VALUES - {"contains"} or name == "not":
            return _directions(before, after, of_others=name == "not")
        case _:
            return ""
    if demands > demanded:
        return "condition-tightened"
    return "condition-loosened" if demands < demanded else ""


def _directions(before: dict[str, Json], after: dict[str, Json], *, of_others: bool) -> str:
    """Return the direction in which all keywords differ of the schema that values have to fit; empty if in none.

    Args:
        before: The schema.
        after: Likewise.
        of_others: Values have to be others than those of the schema.
    """
    both = dict.fromkeys((*before, *after))
    keywords = [word for word in both if before.get(word, ABSENT) != after.get(word, ABSENT)]
    found = {_is_narrower(word, before.get(word), after.get(word)) for word in keywords}
    if len(found) != 1 or None in found:
        return ""
    return "condition-tightened" if found == {not of_others} else "condition-loosened"


def _is_narrower(keyword: str, before: Json, after: Json) -> bool | None:
    """Return whether a keyword allows fewer values than before; None where that does not show."""
    bound = next((bound for each, bound in BOUNDS if each.name == keyword and bound.of != "matches"), None)
    match before, after:
        case (bool(), _) | (_, bool()) | (None, None):
            return None
        case (int() | float(), int() | float()) if bound is not None:
            return (before < after) is bound.lower
        case (list(), list()) if keyword in {"enum", "required"}:
            mine, others = ({canonical(each) for each in values} for values in (before, after))
            fewer, more = (others < mine, others > mine) if keyword == "enum" else (others > mine, others < mine)
            return fewer if fewer or more else None
        case _ if bound is not None or keyword in _SAYS_WHICH:
            return before is None if before is None or after is None else None
        case _:
            return None


def _demands(dependent: dict[str, list[str]]) -> set[tuple[str, str]]:
    return {(name, needed) for name, all_needed in dependent.items() for needed in all_needed}


def _conditions(effective: EffectiveSchema, keyword: str) -> list[Stated[str]]:
    found = (part for part in effective.parts if keyword in part.schema.restrictions)
    return [part.say(canonical(part.schema.restrictions[keyword]), keyword) for part in found]


def _compare_all(
    pair: EffectivePair,
    facts: ComeAndGo,
    gone: list[Stated[str]],
    come: list[Stated[str]],
    words: Mapping[str, tuple[str, str]],
    *within: str,
) -> Found:
    """Yield a change of texts that all apply together, if there is one."""
    if not gone and not come:
        return
    event = "changed" if gone and come else "added" if come else "removed"
    old, new = next(iter(gone), None), next(iter(come), None)
    before = " and ".join(said.value for said in gone) if gone else ABSENT
    after = " and ".join(said.value for said in come) if come else ABSENT
    yield pair.fact(facts.choose(old, new), words[event], old, new, before=before, after=after, within=within)


def _without(these: list[Stated[str]], others: list[Stated[str]]) -> list[Stated[str]]:
    values = {said.value for said in others}
    return [said for said in these if said.value not in values]


def _narrowing_pattern(schema: Schema) -> str | None:
    return None if schema.pattern in _MATCH_ANYTHING else schema.pattern
