"""Conditions such as `not`, `if` and `contains`: whether values have to satisfy more than before, or less.

They hold for values without being about what these are made of. So each is compared as a whole, with all that the
schemas in it refer to: by which of the old and the new values can be shown to be among the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias, cast

from specloom.diff.schemas.comparison import EffectivePair, Found, SchemaComparison
from specloom.diff.schemas.contents import leaves_nothing, told_elsewhere
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema
from specloom.diff.schemas.equality import canonical, first_difference, same_values, small
from specloom.diff.schemas.inclusion import Values, includes
from specloom.diff.schemas.types import Kinds
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.source import Json
from specloom.spec.document import UNSAID, Discriminator, Schema
from specloom.spec.keywords import KEYWORDS

_Way: TypeAlias = Literal["same", "narrower", "wider", "unknown"]
"""How the values that are allowed now are to those that were."""

_FLIPPED: Final[Mapping[_Way, _Way]] = {
    "same": "same", "narrower": "wider", "wider": "narrower", "unknown": "unknown",
}  # fmt: skip
_FACTS: Final[Mapping[tuple[str, _Way], str]] = {
    ("added", "narrower"): "condition-added",
    ("removed", "wider"): "condition-removed",
}
"""Facts of what only one side has, if it is as usual."""
_CHANGES: Final[Mapping[_Way, str]] = {
    "same": "unreached-change",
    "narrower": "condition-tightened",
    "wider": "condition-loosened",
    "unknown": "condition-changed",
}
_VERBS: Final[Mapping[str, str]] = {
    "unreached-change": "changed, which has no effect on what is valid",
    "condition-tightened": "is stricter",
    "condition-loosened": "is less strict",
    "condition-changed": "changed",
}
_CHOOSING: Final = frozenset({"if", "then", "else"})
_COUNTING: Final = frozenset({"contains", "minContains", "maxContains"})

_Side: TypeAlias = "tuple[Json, Location]"
"""What one version says where both differ, and where."""


@record
class _Condition:
    """What one schema says by a keyword."""

    keyword: str
    part: Subschema

    @property
    def text(self) -> str:
        return canonical(self.part.schema.restrictions[self.keyword])

    @property
    def value(self) -> Json:
        return self.part.schema.restrictions[self.keyword]

    @property
    def said(self) -> Stated[str]:
        return self.part.say(self.text, self.keyword)


def compare_conditions(pair: EffectivePair, kinds: Kinds) -> Found:
    """Yield which conditions came, went or changed that can hold for values of the types that a place had and has.

    `kinds` are types of values that both versions can have; None: any.
    """
    effectives = (pair.old, pair.new)
    names = [name for effective in effectives for part in effective.parts for name in part.schema.restrictions]
    told = told_elsewhere(pair.old) & told_elsewhere(pair.new) if names else frozenset[str]()
    for keyword in dict.fromkeys(names):
        is_of_kinds = kinds is None or not KEYWORDS[keyword].types or kinds & {*KEYWORDS[keyword].types}
        if is_of_kinds and keyword not in told:
            yield from _compare(pair, keyword)


def _compare(pair: EffectivePair, keyword: str) -> Found:
    old, new = (
        [_Condition(keyword, part) for part in effective.parts if keyword in part.schema.restrictions]
        for effective in (pair.old, pair.new)
    )
    gone, come = _without(old, new), _without(new, old)
    if not gone and not come:
        for before, after in zip(old, new, strict=False):
            tests = _tests(before.part.schema, after.part.schema, keyword)
            if differing := _first_differing(tests, pair.comparison):  # in what they refer to
                yield _changed(pair, before, after, _sides(*differing))
    elif len(gone) == len(come) == 1:
        (before,), (after,) = gone, come
        tests = _tests(before.part.schema, after.part.schema, keyword)
        if tests and _first_differing(tests, pair.comparison) is None and _have_the_same_names(before, after):
            return  # the words for people, or the names of schemas, in it are others
        way = first_difference(before.value, after.value)
        one, other = ((each.text, each.said.location.at(*way)) for each in (before, after))
        yield _changed(pair, before, after, (one, other))
    elif gone and come:
        words = (f"condition {quoted(keyword)} of", "changed")
        texts = [" and ".join(each.text for each in some) for some in (gone, come)]
        said = gone[0].said, come[0].said
        yield pair.change("condition-changed", words, *said, before=texts[0], after=texts[1], within=(keyword,))
    else:
        for each in gone:
            yield _lone(pair, "removed", each, _of_place(pair.new, each))
        for each in come:
            yield _lone(pair, "added", each, _of_place(pair.old, each))


def _have_the_same_names(before: _Condition, after: _Condition) -> bool:
    """Tell whether two conditions have schemas under the same names, if they have several."""
    one, other = (each.part.schema.conditions[each.keyword] for each in (before, after))
    is_map = isinstance(one, Mapping), isinstance(other, Mapping)
    return one.keys() == other.keys() if isinstance(one, Mapping) and isinstance(other, Mapping) else not any(is_map)


def _without(these: list[_Condition], others: list[_Condition]) -> list[_Condition]:
    texts = {each.text for each in others}
    return [each for each in these if each.text not in texts]


def _of_place(effective: EffectiveSchema, condition: _Condition) -> Schema:
    """Return what the other version says where one has a condition."""
    same = (part.schema for part in effective.parts if part.api_path == condition.part.api_path)
    return next(same, Schema(effective.location))


def _changed(pair: EffectivePair, before: _Condition, after: _Condition, sides: tuple[_Side, _Side]) -> Change:
    """Return that a condition is another, at the places where the one and the other differ."""
    keyword = after.keyword
    fact = _CHANGES[_way(keyword, before.part.schema, after.part.schema, pair.comparison)]
    words = (f"condition {quoted(keyword)} of", _VERBS[fact])
    (was, old), (now, new) = sides
    said = replace(before.said, location=old), replace(after.said, location=new)
    return pair.change(fact, words, *said, before=was, after=now, within=(keyword,))


def _lone(pair: EffectivePair, event: Literal["added", "removed"], condition: _Condition, other: Schema) -> Change:
    """Return that a condition came or went."""
    keyword, own = condition.keyword, condition.part.schema
    was, now = (other, own) if event == "added" else (own, other)
    way = _way(keyword, was, now, pair.comparison)
    fact = _FACTS.get((event, way), _CHANGES[way])
    words = ("", f"{'now has' if event == 'added' else 'no longer has'} the condition {quoted(keyword)}")
    if fact == "unreached-change":
        words = (words[0], f"{words[1]}, which has no effect on what is valid")
    text = condition.text
    if event == "added":
        return pair.change(fact, words, None, condition.said, after=text, within=(keyword,))
    return pair.change(fact, words, condition.said, None, before=text, within=(keyword,))


# Where schemas that read alike mean something else.


def _first_differing(pairs: list[tuple[Schema, Schema]], comparison: SchemaComparison) -> tuple[Schema, Schema] | None:
    """Return the first of some pairs of schemas, or of pairs that these refer to, that say something else.

    What is found behind a pair of references is kept: of a chain of conditions, each asks for all that comes after it.
    """
    known = comparison.differing
    led_from: dict[tuple[str, str], tuple[str, str] | None] = {}
    waiting: list[tuple[Schema, Schema, tuple[str, str] | None]] = [(*pair, None) for pair in pairs]
    while waiting:
        old, new, way = waiting.pop()
        found = None if same_values(old, new, comparison.pairs.are_same) else (old, new)
        for references in () if found else _references(old, new):
            if references in known:
                found = found or known[references]
            elif references not in led_from:
                led_from[references] = way
                before, after = references
                waiting.append(
                    (comparison.old.schemas[before].schema, comparison.new.schemas[after].schema, references)
                )
        if found:
            while way is not None:
                known[way] = found
                way = led_from[way]
            return found
    known.update(dict.fromkeys(led_from))
    return None


def _references(old: Schema, new: Schema) -> Iterator[tuple[str, str]]:
    """Yield the references in two schemas of the same words that stand in the same places."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        if one.ref is not None and other.ref is not None:
            yield one.ref, other.ref
        others = other.children
        waiting += [(child, others[place]) for place, child in one.children.items() if place in others]
        waiting += [pair for keyword in one.conditions for pair in _tests(one, other, keyword)]


def _tests(old: Schema, new: Schema, keyword: str) -> list[tuple[Schema, Schema]]:
    match old.conditions.get(keyword), new.conditions.get(keyword):
        case Schema() as one, Schema() as other:
            return [(one, other)]
        case Mapping() as some, Mapping() as others:
            return [(each, others[name]) for name, each in some.items() if name in others]
        case _:
            return []


def _sides(old: Schema, new: Schema) -> tuple[_Side, _Side]:
    """Return the first keyword by which two schemas differ, at the place of what is different in it."""
    for keyword in KEYWORDS.values():
        before, after = (getattr(each, keyword.attribute, None) for each in (old, new))
        if keyword.attribute in UNSAID and before != after:
            one, other = (_names(each) for each in (before, after))
            way = (keyword.name, *first_difference(one, other))
            return ({keyword.name: one}, old.location.at(*way)), ({keyword.name: other}, new.location.at(*way))
    return (repr(old), old.location), (repr(new), new.location)


def _names(value: object) -> Json:
    """Return a value of a keyword, with a digest for each schema in it."""
    if isinstance(value, Mapping):
        return {name: _names(each) for name, each in value.items()}
    if isinstance(value, tuple):
        return [*map(_names, value)]
    return small(repr(value)) if isinstance(value, Schema | Discriminator) else cast("Json", value)


# In which direction.


def _way(keyword: str, old: Schema, new: Schema, comparison: SchemaComparison) -> _Way:
    """Return how values that fit the condition of a keyword are to those that did, if everything else is as it was."""
    ways = _Ways(old, new, comparison)
    if keyword in _CHOOSING:
        return ways.of_choice(keyword)
    if keyword in _COUNTING:
        return ways.of_matches(keyword)
    match keyword:
        case "dependentRequired":
            before, after = (_demands(each.restrictions.get(keyword)) for each in (old, new))
            return _of_sets(before <= after, after <= before)
        case "dependentSchemas":
            return _together(ways.of_members(keyword))
        case "not":
            return _FLIPPED[ways.of(keyword, unsaid=False)]
        case _ if leaves_nothing(old, keyword) and leaves_nothing(new, keyword):
            return "same"
        case _:
            return ways.of(keyword)


@record
class _Ways:
    """Two schemas with conditions."""

    old: Schema
    new: Schema
    comparison: SchemaComparison

    def of(self, keyword: str, *, unsaid: bool = True) -> _Way:
        """Return how the values of the schemas of a keyword are; `unsaid`: without it, each value is one of them."""
        return self._between(
            *(_schema(each.conditions.get(keyword), each, unsaid=unsaid) for each in (self.old, self.new))
        )

    def of_members(self, keyword: str) -> Iterable[_Way]:
        """Return how the values of each of several schemas are, by their names."""
        both = [each.conditions.get(keyword) for each in (self.old, self.new)]
        maps = [each if isinstance(each, Mapping) else {} for each in both]
        for name in dict.fromkeys((*maps[0], *maps[1])):
            sides = zip(maps, (self.old, self.new), strict=True)
            yield self._between(*(_schema(some.get(name), each, unsaid=True) for some, each in sides))

    def of_choice(self, keyword: str) -> _Way:
        """Return it for `if` with `then` and `else`: what fits the first has to fit the second, all else the third."""
        if "if" not in self.old.conditions and "if" not in self.new.conditions:
            return "same"
        chosen, then, otherwise = (self.of(each) for each in ("if", "then", "else"))
        sides = (self.old, self.new)
        is_idle = {name: all(self._allows_all(name, each) for each in sides) for name in ("then", "else")}
        if "if" not in self.old.conditions or "if" not in self.new.conditions:
            is_new = "if" in self.new.conditions
            has = self.new if is_new else self.old
            idle = all(self._allows_all(name, has) for name in is_idle)
            return "same" if idle else "narrower" if is_new else "wider"
        if chosen == "same":
            return then if keyword == "then" else otherwise if keyword == "else" else "same"
        if is_idle["else"]:
            return "same" if is_idle["then"] else _together((_FLIPPED[chosen], then))
        return _together((chosen, otherwise)) if is_idle["then"] else "unknown"

    def of_matches(self, keyword: str) -> _Way:
        """Return it for `contains`: as many items have to fit it as `minContains` and `maxContains` say."""
        if "contains" not in self.old.conditions or "contains" not in self.new.conditions:
            before, after = (_is_counting(each) for each in (self.old, self.new))
            return "same" if before == after else "narrower" if after else "wider"
        fitting = self.of("contains")
        (least, fewest), (most, many) = (
            [_count(each, name, default) for each in (self.old, self.new)]
            for name, default in (("minContains", 1.0), ("maxContains", float("inf")))
        )
        lower = _of_sets(fewest >= least, fewest <= least)
        upper = _of_sets(many <= most, many >= most)
        if fitting == "same":
            return lower if keyword == "minContains" else upper if keyword == "maxContains" else "same"
        needs = _together((lower, fitting)) if least and fewest else lower
        allows = _together((upper, _FLIPPED[fitting])) if max(most, many) < float("inf") else upper
        return _together((needs, allows))

    def _allows_all(self, keyword: str, side: Schema) -> bool:
        schema = _schema(side.conditions.get(keyword), side, unsaid=True)
        document = self.comparison.old if side is self.old else self.comparison.new
        return includes(Values(schema, document), Values(Schema(side.location), document))

    def _between(self, before: Schema, after: Schema) -> _Way:
        if _first_differing([(before, after)], self.comparison) is None:
            return "same"
        old, new = Values(before, self.comparison.old), Values(after, self.comparison.new)
        return _of_sets(includes(old, new), includes(new, old))


def _schema(value: Schema | Mapping[str, Schema] | None, side: Schema, *, unsaid: bool) -> Schema:
    return value if isinstance(value, Schema) else Schema(side.location, never=not unsaid)


def _of_sets(is_inside: bool, has_all: bool) -> _Way:
    if is_inside:
        return "same" if has_all else "narrower"
    return "wider" if has_all else "unknown"


def _together(ways: Iterable[_Way]) -> _Way:
    """Return how values are that have to keep to several things at once."""
    found: set[_Way] = {*ways} - {"same"}
    return found.pop() if len(found) == 1 else "unknown" if found else "same"


def _count(schema: Schema, keyword: str, default: float) -> float:
    value = schema.restrictions.get(keyword, default)
    return float(value) if isinstance(value, int | float) else default


def _is_counting(schema: Schema) -> bool:
    least, most = _count(schema, "minContains", 1), _count(schema, "maxContains", float("inf"))
    return "contains" in schema.conditions and (least > 0 or most < float("inf"))


def _demands(dependent: Json) -> set[tuple[str, str]]:
    named = dependent if isinstance(dependent, dict) else {}
    return {
        (name, str(each)) for name, needed in named.items() for each in (needed if isinstance(needed, list) else ())
    }
