"""Values that are listed one by one: `enum` and `const`, and whether other values may come as well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.types import forgets_null, kind_of, types_said
from specloom.diff.vocabulary import BOTH, Direction, Sides
from specloom.findings import Location
from specloom.messages import and_more, quoted
from specloom.record import record, replace
from specloom.source import Json, value_at
from specloom.spec.document import ABSENT
from specloom.spec.keywords import CHOICES

_MANY = 5


@record
class _List:
    """The values that a place is limited to, null apart."""

    keyword: Literal["enum", "const"]
    values: dict[str, Stated[Json]]
    """By what is the same for equal values."""
    said: Stated[None]
    open: bool | None
    """What `x-specloom` says of other values."""

    @property
    def text(self) -> str:
        first = [quoted(each.value) for each in list(self.values.values())[:_MANY]]
        listed = ", ".join(first) + "".join(and_more(self.values, _MANY, " and {} more"))
        return f"limited to {listed or 'nothing'}" if self.keyword == "enum" else f"always {listed}"

    @property
    def json(self) -> Json:
        values = [each.value for each in self.values.values()]
        return values if self.keyword == "enum" else values[0]


def compare_values(pair: EffectivePair) -> Found:
    """Yield each value that is new or gone, and whether a list of values is."""
    old, new = _list(pair.old), _list(pair.new)
    if old is not None and new is not None:
        yield from _compare_lists(pair, old, new)
    elif old is not None:
        fact = "const-removed" if old.keyword == "const" else "enum-removed"
        fact = "closed-enum-removed" if old.open is False and old.keyword == "enum" else fact
        words = ("", f"is no longer {old.text}")
        yield pair.change(fact, words, old.said, None, before=old.json)
    elif new is not None:
        words = ("", f"is now {new.text}")
        fact = "const-added" if new.keyword == "const" else "enum-added"
        yield pair.change(fact, words, None, new.said, after=new.json)


def listed_values(pair: EffectivePair) -> list[Json]:
    """Return the values that either version lists, null apart."""
    lists = [found for effective in (pair.old, pair.new) if (found := _list(effective)) is not None]
    return [each.value for found in lists for each in found.values.values()]


def _compare_lists(pair: EffectivePair, old: _List, new: _List) -> Found:
    if old.keyword == new.keyword == "const":
        if old.values.keys() != new.values.keys():
            words = ("", f"was {old.text} and is {new.text}")
            places = (next(iter(each.values.values())) for each in (old, new))
            yield pair.change("const-changed", words, *places, before=old.json, after=new.json)
        return
    for key, each in old.values.items():
        if key not in new.values:
            words = (f"value {quoted(each.value)} of", "was removed")
            yield pair.change("enum-value-removed", words, _where_listed(each), new.said, before=each.value)
    added = "closed-enum-value-added" if old.open is False else "enum-value-added"
    for key, each in new.values.items():
        if key not in old.values:
            words = (f"value {quoted(each.value)} of", "was added")
            yield pair.change(added, words, old.said, _where_listed(each), after=each.value)
    yield from _compare_openness(pair, old, new)
    yield from _compare_forgotten_null(pair, old, new)


def _compare_forgotten_null(pair: EffectivePair, old: _List, new: _List) -> Found:
    """Yield that null came to a list, or left it, beside types that name it in both versions."""
    was, now = (any(forgets_null(part.schema) for part in each.parts) for each in (pair.old, pair.new))
    named = (any("null" in part.schema.types for part in each.parts) for each in (pair.old, pair.new))
    if was != now and all(named):
        event = "is listed now" if was else "is no longer listed"
        words = ("null of", f"{event}, which has no effect where the type allows it")
        yield pair.change("unreached-change", words, old.said, new.said)


def _where_listed(value: Stated[Json]) -> Stated[Json]:
    """Return the value with its place: of a choice of constants, which is compared as a list, that of its branch."""
    *around, keyword, listed, _ = ("", "", *value.location.pointer)
    if listed != "enum" or keyword not in CHOICES:
        return value
    choice = Location(value.location.document, (*around[2:], keyword))
    found = value_at(choice)
    for index, branch in enumerate(_items(found[0]) if found else ()):
        if isinstance(branch, dict) and value.value in (branch.get("const"), *_items(branch.get("enum"))):
            return replace(value, location=choice.at(index).written("const", "enum"))
    return value


def _items(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list) else ()


def _compare_openness(pair: EffectivePair, old: _List, new: _List) -> Found:
    opened, closed = _sides(old, new, now=True), _sides(old, new, now=False)
    if opened:
        words = ("values that are not listed for", "may now come as well")
        yield pair.change("enum-opened", words, old.said, new.said, before=old.open, after=new.open, sides=opened)
    if closed:
        words = ("values that are not listed for", "are now wrong")
        yield pair.change("enum-closed", words, old.said, new.said, before=old.open, after=new.open, sides=closed)


def _sides(old: _List, new: _List, *, now: bool) -> Sides:
    if old.open is new.open:
        return frozenset()
    return frozenset(side for side in BOTH if _is_open(old, side) is not now and _is_open(new, side) is now)


def _is_open(values: _List, side: Direction) -> bool:
    """Tell whether other values may come: in answers unless the description says otherwise (docs/x-specloom.md)."""
    if values.keyword == "const" and values.open is None:
        return False
    return side == "response" if values.open is None else values.open


def _list(effective: EffectiveSchema) -> _List | None:
    """Return the values that all parts of a place list, but for those of types that it cannot have, if it has any else.

    None also where every value of the type that is said is listed, which is so for truth values only.
    """
    lists = [(part, _listed(part)) for part in effective.parts if part.schema.listed is not None]
    if all(None in (each.schema.listed or ()) for each, listed in lists if not listed) and not any(
        listed for _, listed in lists
    ):
        return None  # null is no value here
    part, first = lists[0]
    common = {key: said for key, said in first.items() if all(key in each for _, each in lists)}
    kinds = types_said(effective)
    valid = {key: said for key, said in common.items() if kinds is None or kind_of(said.value) in kinds}
    valid = valid or common  # a wrong type, beside which clients go by the list
    if valid.keys() == {"true", "false"} and kinds is not None and {*kinds} == {"boolean"}:
        return None
    keyword: Literal["enum", "const"] = "const" if len(valid) == 1 else "enum"
    openness = effective.first("x-specloom", lambda schema: schema.extension.get("open_enum"))
    opened = openness.value if openness and isinstance(openness.value, bool) else None
    said = "enum" if part.schema.const is ABSENT else "const"
    return _List(keyword, valid, part.say(None, said), opened)


def _listed(part: Subschema) -> dict[str, Stated[Json]]:
    schema = part.schema
    listed: dict[str, Stated[Json]] = {
        canonical(value): part.say(value, "enum", index)
        for index, value in enumerate(schema.enum or ())
        if value is not None
    }
    if schema.const is ABSENT:
        return listed
    is_valid = schema.const is not None and (schema.enum is None or canonical(schema.const) in listed)
    return {canonical(schema.const): part.say(schema.const, "const")} if is_valid else {}
