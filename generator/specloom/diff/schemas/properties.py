"""The properties of objects: which there are, which are required, and in which direction they are sent."""

from __future__ import annotations

from collections.abc import Callable, Collection

from specloom.diff.schemas.annotations import lifetime_of
from specloom.diff.schemas.comparison import EffectivePair, Found, SchemaComparison, Step
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated, Subschema, expand
from specloom.diff.schemas.equality import same_values
from specloom.diff.schemas.facts import RESPELT
from specloom.diff.schemas.inclusion import Values, includes
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change, Direction, Sides
from specloom.findings import Location
from specloom.ir.type_names import wanted_field_name
from specloom.messages import quoted
from specloom.record import record, replace
from specloom.spec.document import Schema
from specloom.spec.parts import other_than_null


@record
class _Property:
    owner: Subschema
    """The schema that describes it first, or else requires it."""
    effective: EffectiveSchema
    required: Stated[bool] | None
    read_only: Stated[bool] | None
    write_only: Stated[bool] | None

    @property
    def sides(self) -> Sides:
        """Where it exists: not in requests if it is read-only, not in responses if it is write-only (OpenAPI 3.0)."""
        hidden: dict[Direction, object] = {"request": self.read_only, "response": self.write_only}
        return frozenset(side for side, hides in hidden.items() if not hides)

    @property
    def need(self) -> str:
        return "required" if self.required else "optional"

    @property
    def removal(self) -> Removal:
        """The facts that it is gone: that it was deprecated makes no difference before its last day."""
        gone = "required-property-removed" if self.required else "optional-property-removed"
        return Removal(gone, gone, "property-removed-before-sunset")

    @property
    def said(self) -> Stated[None]:
        return Stated(None, self.effective.api_path, self.effective.location.key())


def compare_properties(pair: EffectivePair) -> Found:
    """Yield which properties came, went or changed, and a step to each that stayed."""
    same = _same_names(pair)
    old, new = _properties(pair.old, same), _properties(pair.new, same)
    gone, added = _only_in(old, new), _only_in(new, old)
    yield from _respell(pair, gone, added)
    for name, each in old.items():
        if name in new and new[name].effective.parts == () != each.effective.parts:
            yield _no_longer_described(each, pair, new[name])
        elif name in new:
            yield from _compare_property(pair, *_equally_required(name, each, new[name], pair))
        elif name in gone:
            yield _removed(name, each, pair, (gone, added))
    for each in added.values():
        kind = "required-property-added" if each.required else "optional-property-added"
        words = (f"{each.need} property", "was added")
        yield replace(pair.change(kind, words, None, each.said, sides=each.sides), old_location=None)
    yield from _compare_forbidden(pair, old.keys(), new.keys())


def _respell(pair: EffectivePair, gone: dict[str, _Property], added: dict[str, _Property]) -> Found:
    """Yield which properties moved between all members of a choice and what is said beside it, and let go of them."""
    for name in [name for name, each in gone.items() if _is_said_by_all(name, each, pair.new)]:
        each = gone.pop(name)
        words = ("", f"says {quoted(name)} in all choices, and said it beside them")
        yield pair.change(RESPELT, words, replace(each.said, api_path=each.owner.api_path), None)
    for name in [name for name, each in added.items() if _is_said_by_all(name, each, pair.old)]:
        each = added.pop(name)
        words = ("", f"says {quoted(name)} beside its choices, and said it in all of them")
        yield pair.change(RESPELT, words, None, replace(each.said, api_path=each.owner.api_path))
    if pair.beside:
        for lone, effective in ((gone, pair.beside.new), (added, pair.beside.old)):
            for name in [name for name, each in lone.items() if _says(name, each, effective)]:
                del lone[name]


def _only_in(these: dict[str, _Property], others: dict[str, _Property]) -> dict[str, _Property]:
    return {name: each for name, each in these.items() if name not in others}


def _is_said_by_all(name: str, lone: _Property, effective: EffectiveSchema) -> bool:
    """Tell whether it can be shown that all members of a choice say of a property what the other document says beside.

    `lone` is what the other document says beside its choices.
    """
    for part in effective.parts:
        for branches in (part.schema.any_of, part.schema.one_of):
            members = other_than_null(branches)
            wholes = [expand(EffectiveSchema.of(each, part.api_path, effective.document)) for each in members]
            if wholes and all(_says(name, lone, each) for each in wholes):
                return True
    return False


def _equally_required(name: str, old: _Property, new: _Property, pair: EffectivePair) -> tuple[_Property, _Property]:
    """Return both sides of a property; it is required as well where all members of a choice require it."""

    def is_said(lone: _Property, effective: EffectiveSchema) -> bool:
        return _is_said_by_all(name, replace(lone, effective=replace(lone.effective, parts=())), effective)

    if old.required and not new.required and is_said(old, pair.new):
        return old, replace(new, required=old.required)
    if new.required and not old.required and is_said(new, pair.old):
        return replace(old, required=new.required), new
    return old, new


def _says(name: str, lone: _Property, member: EffectiveSchema) -> bool:
    schemas = [part.schema for part in member.parts]
    described = [each.properties[name] for each in schemas if name in each.properties]
    if lone.required and not any(name in each.required for each in schemas):
        return False
    return all(
        any(includes(Values(part.schema, lone.effective.document), Values(each, member.document)) for each in described)
        for part in lone.effective.parts
    )


def _compare_forbidden(pair: EffectivePair, old_names: Collection[str], new_names: Collection[str]) -> Found:
    """Yield the names that came to be allowed or forbidden without being or having been described."""
    old, new = _forbidden(pair.old), _forbidden(pair.new)
    for name, said in new.items():
        if name not in old and name not in old_names:
            yield pair.change("condition-added", ("", "may no longer be there"), None, said)
    for name, said in old.items():
        if name not in new and name not in new_names:
            yield pair.change("condition-removed", ("", "may now be there"), said, None)


def _removed(
    name: str, each: _Property, pair: EffectivePair, lone: tuple[dict[str, _Property], dict[str, _Property]]
) -> Change:
    counterpart = _find_counterpart(name, each, lone, pair.comparison)
    verb = "was removed"
    if counterpart:
        is_called_so = _python_name(counterpart, lone[1][counterpart]) == _python_name(name, each)
        how = "is the same under the same Python name" if is_called_so else "says the same in the same words"
        verb = f"was removed; {quoted(counterpart)}, which was added, {how}"
    lifetime = lifetime_of(each.effective)
    kind = each.removal.choose(lifetime)
    change = pair.change(kind, (f"{each.need} property", verb), each.said, None, sides=each.sides)
    change = replace(change, location=_around(each.owner, pair.new), allowance=allowance(lifetime))
    if counterpart:
        change = replace(change, subjects=(change.subject, (*change.subject[:-1], counterpart)))
    return change


def _no_longer_described(each: _Property, pair: EffectivePair, left: _Property) -> Change:
    """Return that a property is gone of which only the name is left, among those that have to be there."""
    kind = each.removal.choose(lifetime_of(each.effective))
    words = (f"{each.need} property", "was removed, but for its name in 'required'")
    return replace(pair.change(kind, words, each.said, None, sides=each.sides), location=left.effective.location)


def _around(owner: Subschema, effective: EffectiveSchema) -> Location:
    """Return where the other properties are of the schema that a property was removed from."""
    left = next(
        (part.schema for part in effective.parts if part.api_path == owner.api_path and part.schema.properties), None
    )
    return left.location.at("properties") if left else effective.nearest(owner.api_path)


def _find_counterpart(
    name: str, old: _Property, lone: tuple[dict[str, _Property], dict[str, _Property]], comparison: SchemaComparison
) -> str:
    """Return the name of the added property that the removed one seems to have got; empty where there is none.

    It is the one of the same Python name, else the only one of the same description.
    """
    removed, added = lone
    alike = [other for other, new in added.items() if _python_name(other, new) == _python_name(name, old)]
    words = _description(old)
    if not alike and words and [_description(each) for each in removed.values()].count(words) == 1:
        alike = [other for other, new in added.items() if _description(new) == words]
        alike = alike if len(alike) == 1 else []
    return next((other for other in alike if _say_the_same(old, added[other], comparison)), "")


def _description(property_: _Property) -> str:
    return next((part.schema.description for part in property_.effective.parts if part.schema.description), "")


def _say_the_same(old: _Property, new: _Property, comparison: SchemaComparison) -> bool:
    parts = zip(old.effective.parts, new.effective.parts, strict=False)
    same = (same_values(first.schema, second.schema, comparison.pairs.are_same) for first, second in parts)
    return old.need == new.need and len(old.effective.parts) == len(new.effective.parts) and all(same)


def _python_name(name: str, property_: _Property) -> str:
    named = next((part.schema for part in property_.effective.parts if "name" in part.schema.extension), None)
    return wanted_field_name(name, named or Schema(property_.effective.location))[0]


def _compare_property(around: EffectivePair, old: _Property, new: _Property) -> Found:
    pair, sides = EffectivePair(old.effective, new.effective, around.comparison), old.sides & new.sides
    if new.required and not old.required:
        yield pair.change("property-became-required", ("", "is now required"), None, new.required, sides=sides)
    elif old.required and not new.required:
        yield pair.change("property-became-optional", ("", "is no longer required"), old.required, None, sides=sides)
    if new.read_only and not old.read_only:
        yield pair.change("property-became-read-only", ("", "is now read-only"), None, new.read_only)
    elif old.read_only and not new.read_only:
        fact = "required-property-no-longer-read-only" if new.required else "optional-property-no-longer-read-only"
        yield pair.change(fact, ("", "is no longer read-only"), old.read_only, None)
    if new.write_only and not old.write_only:
        fact = "required-property-became-write-only" if old.required else "optional-property-became-write-only"
        yield pair.change(fact, ("", "is now write-only"), None, new.write_only)
    elif old.write_only and not new.write_only:
        yield pair.change("property-no-longer-write-only", ("", "is no longer write-only"), old.write_only, None)
    yield Step(old.effective, new.effective, sides)


def _same_names(pair: EffectivePair) -> Collection[str]:
    """Return the names of properties of which both documents say the same in the same words."""
    same: set[str] = set()
    changed: set[str] = set()
    if len(pair.old.parts) == len(pair.new.parts):
        for old, new in ((old.schema, new.schema) for old, new in zip(pair.old.parts, pair.new.parts, strict=True)):
            changed.update(old.properties.keys() ^ new.properties.keys(), {*old.required} ^ {*new.required})
            same.update(old.properties, old.required)
            for name in old.properties.keys() & new.properties.keys():
                if not pair.comparison.sameness.are_same(old.properties[name], new.properties[name]):
                    changed.add(name)
    return same - changed


def _properties(effective: EffectiveSchema, left_out: Collection[str]) -> dict[str, _Property]:
    """Return the properties that any part describes or requires, but for those that are forbidden or `left_out`."""
    names = (name for part in effective.parts for name in (*part.schema.properties, *part.schema.required))
    properties = {name: _property(name, effective) for name in dict.fromkeys(names) if name not in left_out}
    return {
        name: each for name, each in properties.items() if not any(part.schema.never for part in each.effective.parts)
    }


def _forbidden(effective: EffectiveSchema) -> dict[str, Stated[None]]:
    return {
        name: Stated(None, part.api_path.property(name), schema.location.key())
        for part in effective.parts
        for name, schema in part.schema.properties.items()
        if schema.never
    }


def _property(name: str, around: EffectiveSchema) -> _Property:
    parts = around.parts
    required = [_required(part, name) for part in parts if name in part.schema.required]
    describing = [part for part in parts if name in part.schema.properties]
    owner = (describing or [part for part in parts if name in part.schema.required])[0]
    api_path = owner.api_path.property(name)
    pieces = tuple(Subschema(part.schema.properties[name], part.api_path.property(name)) for part in describing)
    location = pieces[0].schema.location if pieces else required[0].location
    effective = EffectiveSchema(api_path, location, around.document, pieces)
    whole = expand(effective)
    return _Property(
        owner,
        effective,
        next(iter(required), None),
        _flag(whole, "readOnly", lambda schema: schema.read_only),
        _flag(whole, "writeOnly", lambda schema: schema.write_only),
    )


def _required(part: Subschema, name: str) -> Stated[bool]:
    index = part.schema.required.index(name)
    return Stated(True, part.api_path.property(name), part.schema.location.at("required", index))


def _flag(effective: EffectiveSchema, keyword: str, pick: Callable[[Schema], bool]) -> Stated[bool] | None:
    return effective.first(keyword, lambda schema: pick(schema) or None)
