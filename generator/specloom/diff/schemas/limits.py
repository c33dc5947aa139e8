"""Keywords that narrow values without changing their type: bounds, patterns, what a text holds, and formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from math import ceil, floor
from operator import attrgetter
from typing import Final, TypeAlias

from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, value_of
from specloom.diff.schemas.equality import first_difference
from specloom.diff.schemas.few_values import divides, limits_of
from specloom.diff.schemas.types import BASE64, ORDER, Kinds, encoding_of, is_file_respelt, kinds_text, media_type_of
from specloom.diff.schemas.values import listed_values
from specloom.diff.vocabulary import Change, ComeAndGo
from specloom.findings import Location
from specloom.ir.build_scalars import build_scalar
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json, value_at
from specloom.spec.document import ABSENT, UNSAID, Absent, Schema
from specloom.spec.keywords import BOUNDS, KEYWORDS, RESTRICTIONS, Bound, Keyword
from specloom.spec.value_types import ScalarValue

_Number: TypeAlias = "int | float"
_Content: TypeAlias = "tuple[tuple[str, str, Callable[[Schema], str | None]], ...]"
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

_CONTENT: Final[_Content] = (
    ("content-encoding-changed", "contentEncoding", encoding_of),
    ("content-media-type-changed", "contentMediaType", lambda schema: schema.content_media_type or None),
)
_CONTENT_OF_FILES: Final[_Content] = (("content-media-type-changed", "contentMediaType", media_type_of),)

_MATCH_ANYTHING: Final = frozenset({"", "^", "$", ".*", "^.*"})
"""Patterns without which a schema says the same: they are looked for anywhere in a text (JSON Schema, 6.3.3)."""


def compare_limits(pair: EffectivePair, kinds: Kinds) -> Found:
    """Yield changes of every limit on values of the types that a place had and has.

    Where one version lists the values, and the limits of both let the same of them through, no limit has an effect.
    """
    found = [*_compare_limits(pair, kinds)]
    listed = listed_values(pair) if found else []
    yield from map(_without_effect, found) if listed and _let_through_the_same(pair, listed) else found


def _let_through_the_same(pair: EffectivePair, listed: list[Json]) -> bool:
    old, new = (limits_of(part.schema for part in effective.parts) for effective in (pair.old, pair.new))
    return old is not None and new is not None and all(old(value) == new(value) for value in listed)


def _without_effect(change: Change) -> Change:
    message = f"{change.message}, which has no effect on the listed values"
    return replace(change, fact="unreached-change", message=message)


def _compare_limits(pair: EffectivePair, kinds: Kinds) -> Iterator[Change]:
    for limit in _LIMITS:
        if kinds is None or kinds & {*limit[0][0].types}:
            yield from _compare_bound(pair, limit, whole=kinds is not None and "number" not in kinds)
    if kinds is None or kinds & {"integer", "number"}:
        yield from _compare_multiple(pair, whole=kinds is not None and "number" not in kinds)
    if kinds is None or "array" in kinds:
        yield from _compare_unique(pair)
    if kinds is None or "string" in kinds:
        yield from _compare_pattern(pair)
        yield from _compare_content(pair)


def compare_idle(pair: EffectivePair, kinds: Kinds) -> Found:
    """Yield changes of keywords that say nothing about values of the types that a place had and has."""
    idle = _idle_keywords(kinds)
    attributes = tuple(keyword.attribute for keyword in idle)
    if not (idle and any(part.schema.says(attributes) for part in (*pair.old.parts, *pair.new.parts))):
        return  # as nearly always
    for keyword in idle:
        pick = partial(_value_of, keyword)
        old, new = pair.every(keyword.name, pick)
        if [said.value for said in old] != [said.value for said in new]:
            why = f"has no effect on {kinds_text(kinds)}" if kinds else "has no effect, for no value is valid"
            words = (f"{quoted(keyword.name)} of", f"changed, which {why}")
            first, now = next(iter(old), None), next(iter(new), None)
            before, after = _as_written(first), _as_written(now)
            if first and now:
                way = first_difference(*(None if isinstance(each, Absent) else each for each in (before, after)))
                first, now = (replace(each, location=each.location.at(*way)) for each in (first, now))
            yield pair.change("unreached-change", words, first, now, before=before, after=after, within=(keyword.name,))


@cache
def _idle_keywords(kinds: Kinds) -> tuple[Keyword, ...]:
    keywords = (each for each in KEYWORDS.values() if each.attribute and each.types and kinds is not None)
    return tuple(each for each in keywords if kinds is None or kinds.isdisjoint(each.types))


def _as_written(said: Stated[object] | None) -> Json | Absent:
    """Return what a schema says, as it is written; nothing where that is not known."""
    found = value_at(said.location) if said else ()
    return found[0] if found else ABSENT


def _value_of(keyword: Keyword, schema: Schema) -> object | None:
    """Return what a schema says by a keyword; None where it says nothing."""
    if keyword.attribute == RESTRICTIONS:
        return schema.restrictions.get(keyword.name)
    value: object = getattr(schema, keyword.attribute)
    return None if value == UNSAID[keyword.attribute] else value


def _compare_bound(pair: EffectivePair, keywords: _Keywords, *, whole: bool) -> Iterator[Change]:
    old, new = (_limit(effective, keywords, whole=whole) for effective in (pair.old, pair.new))
    keyword, bound = keywords[0][0].name, keywords[0][1]
    if new and not old:
        fact, words = "bound-added", ("", f"now has the {keyword} {new.value.text}")
    elif old and not new:
        fact, words = "bound-removed", ("", f"no longer has the {keyword} {old.value.text}")
    elif old and new and old.value != new.value:
        raised = old.value < new.value
        fact = "bound-tightened" if raised is bound.lower else "bound-loosened"
        verb = "raised" if raised else "lowered"
        words = (f"{keyword} of", f"was {verb} from {old.value.text} to {new.value.text}")
    else:
        return
    before, after = (said.value.json if said else ABSENT for said in (old, new))
    yield pair.change(fact, words, old, new, before=before, after=after, within=(keyword,))


def _limit(effective: EffectiveSchema, keywords: _Keywords, *, whole: bool) -> Stated[_Limit] | None:
    """Return the strictest bound of a place; `whole`: its values are whole numbers, so every bound has an inner one."""
    limits = [
        Stated(_limit_of(said.value, bound, whole=whole), said.api_path, said.location)
        for keyword, bound in keywords
        for said in effective.every(keyword.name, attrgetter(keyword.attribute))
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


def _compare_multiple(pair: EffectivePair, *, whole: bool) -> Iterator[Change]:
    def step(schema: Schema) -> _Number | None:
        number = schema.multiple_of
        return None if number is None or (whole and divides(number, 1)) else number

    old, new = pair.first("multipleOf", step)
    before, after = value_of(old, None), value_of(new, None)
    if before == after:
        return
    fact, words = "step-changed", ("multipleOf of", f"changed from {quoted(before)} to {quoted(after)}")
    if before is None:
        fact, words = "bound-added", ("", f"now has to be a multiple of {quoted(after)}")
    elif after is None:
        fact, words = "bound-removed", ("", f"no longer has to be a multiple of {quoted(before)}")
    elif divides(before, after):
        fact = "bound-tightened"
    elif divides(after, before):
        fact = "bound-loosened"
    was, now = (value_of(said, ABSENT) for said in (old, new))
    yield pair.change(fact, words, old, new, before=was, after=now, within=("multipleOf",))


def _compare_unique(pair: EffectivePair) -> Iterator[Change]:
    old, new = pair.first("uniqueItems", lambda schema: schema.unique_items or None)
    if new and not old:
        yield pair.change("bound-added", ("", "may no longer repeat an item"), old, new, within=("uniqueItems",))
    elif old and not new:
        yield pair.change("bound-removed", ("", "may now repeat an item"), old, new, within=("uniqueItems",))


def _compare_pattern(pair: EffectivePair) -> Iterator[Change]:
    """Yield that other patterns narrow a text: all of them apply together."""
    old, new = pair.every("pattern", lambda each: None if each.pattern in _MATCH_ANYTHING else each.pattern)
    gone, come = _without(old, new), _without(new, old)
    if not gone and not come:
        return
    before, after = (" and ".join(said.value for said in each) if each else ABSENT for each in (gone, come))
    fact, words = "pattern-changed", ("pattern of", f"changed from {quoted(before)} to {quoted(after)}")
    if not gone:
        fact, words = "pattern-added", ("", f"now has the pattern {quoted(after)}")
    elif not come:
        fact, words = "pattern-removed", ("", f"no longer has the pattern {quoted(before)}")
    said = next(iter(gone), None), next(iter(come), None)
    yield pair.change(fact, words, *said, before=before, after=after)


def _compare_content(pair: EffectivePair) -> Iterator[Change]:
    for fact, keyword, pick in _CONTENT if not is_file_respelt(pair) else _CONTENT_OF_FILES:
        old, new = pair.first(keyword, pick, "format")
        before, after = value_of(old, None), value_of(new, None)
        if before != after:
            was, now = (quoted(each) if each else "none" for each in (before, after))
            words = (f"{keyword} of", f"changed from {was} to {now}")
            yield pair.change(fact, words, old, new, before=before, after=after)


def _without(these: list[Stated[str]], others: list[Stated[str]]) -> list[Stated[str]]:
    values = {said.value for said in others}
    return [said for said in these if said.value not in values]


DECIDING_FORMATS: Final = ComeAndGo("format-added", "format-removed", "format-changed")
"""Facts about formats that decide what clients read a value as."""
_HINT: Final = ComeAndGo("format-hint-added", "format-hint-removed", "format-hint-changed")
_FRACTIONAL: Final = frozenset({"float", "double"})
_INTEGERS: Final[Mapping[str, tuple[int, int]]] = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
    "float": (-(2**24), 2**24),
    "double": (-(2**53), 2**53),
    "double-int": (1 - 2**53, 2**53 - 1),
}
"""From which to which integer each is a number of a format (OpenAPI's registry of formats, IEEE 754)."""


def compare_format(pair: EffectivePair, kinds: Kinds) -> Iterator[Change]:
    """Yield changes of the format; a hint is one that tells what a text or a number means, not how it is written.

    Args:
        pair: The value.
        kinds: The types that it had and has.
    """
    old, new = pair.first("format", _format, "type")  # by which OpenAPI 2.0 says it of a file
    before, after = value_of(old, None), value_of(new, None)
    if before == after or is_file_respelt(pair):
        return
    decides = any(_decides(format_, kinds, pair.new.location) for format_ in (before, after))
    event = "added" if before is None else "removed" if after is None else "changed"
    fact = (DECIDING_FORMATS if decides else _HINT).choose(before, after)
    if before is not None and after is not None and not decides:
        if _is_within(before, after):
            fact, event = "format-hint-widened", "widened"
        elif _is_within(after, before):
            fact, event = "format-hint-narrowed", "narrowed"
    words = {
        "added": ("", f"now has the format {quoted(after)}"),
        "removed": ("", f"no longer has the format {quoted(before)}"),
    }
    yield pair.change(
        fact,
        words.get(event, ("format of", f"{event} from {quoted(before)} to {quoted(after)}")),
        old,
        new,
        before=value_of(old, ABSENT),
        after=value_of(new, ABSENT),
    )


def _is_within(narrow: str, wide: str) -> bool:
    """Tell whether every number of a format is one of another."""
    if narrow not in _INTEGERS or wide not in _INTEGERS or (narrow in _FRACTIONAL and wide not in _FRACTIONAL):
        return False
    (least, greatest), (lowest, highest) = _INTEGERS[narrow], _INTEGERS[wide]
    return lowest <= least and greatest <= highest


def _format(schema: Schema) -> str | None:
    return None if schema.format in BASE64 else schema.format or None


def _decides(format_: str | None, kinds: Kinds, at: Location) -> bool:
    """Tell whether clients read a value of this format as something else than the text or number it is written as."""
    plain, formatted = Schema(at), Schema(at, format=format_)
    scalars = (kind for kind in ORDER if kind not in {"array", "object"} and (kinds is None or kind in kinds))
    return any(build_scalar(kind, formatted, "input") != build_scalar(kind, plain, "input") for kind in scalars)
