"""Parameters, and headers of responses and parts: which there are, and how their values are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from specloom.diff.documents.extensions import compare_parameter_extension
from specloom.diff.documents.place import Comparison, Place, places_of, reference_to
from specloom.diff.pairs import Pairs, pair
from specloom.diff.schemas.equality import same_values
from specloom.diff.schemas.inclusion import Values
from specloom.diff.sunset import Removal, allowance
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.ir.naming import parameter_name
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import Header, Operation, Parameter, Schema

_REQUIREDNESS: Final = ("parameter-became-required", "parameter-became-optional")
_REQUIRED_REMOVAL: Final = Removal(
    "required-parameter-removed", "deprecated-parameter-removed", "parameter-removed-before-sunset"
)
_OPTIONAL_REMOVAL: Final = _REQUIRED_REMOVAL._replace(unannounced="optional-parameter-removed")
_RESERVING: Final = frozenset({"string", "number", "array", "object"})
"""Types of which values may have reserved characters: a number has them in its exponent."""
_DEPRECATION: Final = ("parameter-deprecated", "parameter-undeprecated")


def compare_parameters(
    place: Place, old: Operation, new: Operation, renamed: Mapping[str, str] | None
) -> Iterator[Change]:
    """Yield what is different between the parameters of one operation.

    `renamed` has the path parameters whose name in the path is another now. It is None where the operation has moved:
    which path parameters it has is said by its new path then.
    """
    pairs = _pair(old, new, renamed or {})
    for parameter in pairs.removed:
        if renamed is not None or parameter.place != "path":
            yield _removed(_at(place, parameter), parameter, (old, new), _find_counterpart(parameter, pairs))
    for parameter in pairs.added:
        if renamed is not None or parameter.place != "path":
            yield _added(_at(place, parameter), parameter, new, old)
    yield from _compare_ignored(place, old, new)
    for before, after in pairs.both:
        here = _at(place, after)
        places = places_of(old, before), places_of(new, after)
        yield from here.compare_references(_title(after), *places)
        if before != after or after.extension:  # which may name what is declared elsewhere
            yield from _compare(here.of(before, after), before, after)
        here.compare_schemas(before.schema, after.schema)


def _compare_ignored(place: Place, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield which header parameters came and went that have no effect, as OpenAPI (4.8.12.1) or HTTP says."""
    for name in sorted(old.ignored_headers.keys() ^ new.ignored_headers.keys()):
        before, after = old.ignored_headers.get(name), new.ignored_headers.get(name)
        came = "is gone, which had no effect" if after is None else "is new, and has no effect"
        yield place.below("header", name).change(
            "unreached-change",
            f"the header parameter {quoted(name)} {came}",
            before=name if before else None,
            after=name if after else None,
            old=before.at("name") if before else None,
            new=after.at("name") if after else new.location.key(),
        )


def _pair(old: Operation, new: Operation, renamed: Mapping[str, str]) -> Pairs[Parameter]:
    """Pair parameters by name and place; header names are case-insensitive (RFC 9110, 5.1).

    One that is gone and one that is new are the same, sent elsewhere, if callers write them by the same name.
    """
    names = {id(each): renamed.get(each.name, each.name) for each in old.parameters if each.place == "path"}

    def key(parameter: Parameter) -> tuple[str, str]:
        place, name = _sent_as(parameter)
        return place, names.get(id(parameter), name)

    pairs = pair(old.parameters, new.parameters, key)
    return pairs.then(
        lambda each: None if each.place == "path" else parameter_name(str(each.extension.get("name", each.name)))
    )


def _sent_as(parameter: Parameter) -> tuple[str, str]:
    return parameter.place, parameter.name.lower() if parameter.place == "header" else parameter.name


def _at(place: Place, parameter: Parameter) -> Place:
    return place.below(parameter.place, parameter.name)


def _title(parameter: Parameter) -> str:
    return f"the {parameter.place} parameter {quoted(parameter.name)}"


def _removed(
    place: Place, parameter: Parameter, operations: tuple[Operation, Operation], counterpart: Parameter | None
) -> Change:
    fact = (_REQUIRED_REMOVAL if parameter.required else _OPTIONAL_REMOVAL).choose(parameter)
    message = f"{_title(parameter)} is gone"
    if counterpart is not None:
        message += f"; {quoted(counterpart.name)}, which is new, says the same in the same words"
    return place.change(
        fact,
        message,
        before=parameter.name,
        old=parameter.location.at("name"),
        new=operations[1].location.key(),
        referred=_reference(parameter, *operations),
        allowance=allowance(parameter),
        beside=[] if counterpart is None else [(place.subject[0], counterpart.place, counterpart.name)],
    )


def _find_counterpart(gone: Parameter, pairs: Pairs[Parameter]) -> Parameter | None:
    """Return the new parameter that one which is gone seems to have become.

    It is the one of the same place in `components`, else the only one of the same description.
    """
    alike = [each for each in pairs.added if each.location.pointer == gone.location.pointer]
    if not alike or gone.location.pointer[0] == "paths":
        if not gone.description or [each.description for each in pairs.removed].count(gone.description) > 1:
            return None
        alike = [each for each in pairs.added if each.place == gone.place and each.description == gone.description]
    is_one = len(alike) == 1 and alike[0].required == gone.required
    return alike[0] if is_one and same_values(gone.schema, alike[0].schema, lambda old, new: old == new) else None


def _reference(parameter: Parameter, operation: Operation, other: Operation) -> Location | None:
    """Return where a parameter is referred to; None where the other version refers to what stands in its place."""
    is_kept = any(each.location.pointer == parameter.location.pointer for each in other.parameters)
    return None if is_kept else operation.references.get((parameter.place, parameter.name))


def _added(place: Place, parameter: Parameter, owner: Operation, before: Operation) -> Change:
    fact = "required-parameter-added" if parameter.required else "optional-parameter-added"
    message = f"{_title(parameter)} is new and {'required' if parameter.required else 'optional'}"
    where, referred = parameter.location.at("name"), _reference(parameter, owner, before)
    return place.change(fact, message, after=parameter.name, new=where, referred=referred)


def _moved(place: Place, old: Parameter, new: Parameter) -> Change:
    fact = "required-parameter-moved" if new.required else "optional-parameter-moved"
    message = f"{_title(old)} is {_title(new)} now"
    member = "name" if old.place == new.place else "in"
    values = f"{old.place} {old.name}", f"{new.place} {new.name}"
    return replace(place.changed(fact, message, values, member), allowance=allowance(old))


def _compare(place: Place, old: Parameter, new: Parameter) -> Iterator[Change]:
    if new.place != "path" and _sent_as(old) != _sent_as(new):
        yield _moved(place, old, new)
    yield from place.compare_requiredness(_REQUIREDNESS, _title(new), old, new)
    yield from place.compare_deprecation(_DEPRECATION, _title(new), old, new)
    yield from place.compare_sunset(_title(new), old, new)
    if old.place == new.place:  # each place has a style of its own
        yield from _compare_writing(place, old, new)
    yield from compare_parameter_extension(place, old, new)


def _compare_writing(place: Place, old: Parameter, new: Parameter) -> Iterator[Change]:
    if old.content_type is not None or new.content_type is not None:
        yield from _compare_content_type(place, "parameter-content-type-changed", _title(new), old, new)
        return
    both = old.schema, new.schema
    matters = _explode_matters(place.comparison, old.style, *both)
    styles = _style(old, explodes=matters), _style(new, explodes=matters)
    if styles[0] == styles[1] and old.explode != new.explode:
        yield _idle_explode(place, _title(new), old, new)
    fact, members = "parameter-style-changed", ("style" if old.style != new.style else "explode", "collectionFormat")
    yield from place.compare_value(fact, _title(new), styles, *members, verb="written in the style", say=str)
    if old.allow_reserved != new.allow_reserved:
        matters, member = _may_both_be(_RESERVING, place.comparison, *both), "allowReserved"
        here = place if matters else place.below(member)
        fact = "parameter-reserved-characters-changed" if matters else "unreached-change"
        how = "sent as they are" if new.allow_reserved else "escaped"
        message = f"reserved characters in {_title(new)} are {how} now"
        yield here.changed(fact, message, (old.allow_reserved, new.allow_reserved), member)


def _compare_content_type(
    place: Place, fact: str, title: str, old: Parameter | Header, new: Parameter | Header
) -> Iterator[Change]:
    """Yield the fact that a value is written in another media type, or in one where it was in its style before."""
    types = old.content_type, new.content_type
    yield from place.compare_value(fact, title, types, "content", verb="written", say=_as_written)


def _as_written(content_type: str | None) -> str:
    return "in its style" if content_type is None else f"as {quoted(content_type)}"


def _style(parameter: Parameter, *, explodes: bool) -> str:
    if parameter.formats:
        return " of ".join(parameter.formats)
    return parameter.style + (", exploded" if parameter.explode and explodes else "")


def _explode_matters(comparison: Comparison, style: str, old: Schema, new: Schema) -> bool:
    """Tell whether values look otherwise exploded: single ones do not, nor do lists in the style `simple` (4.8.12)."""
    several: frozenset[str] = frozenset({"object"} if style == "simple" else {"array", "object"})
    return _may_both_be(several, comparison, old, new)


def _may_both_be(types: frozenset[str], comparison: Comparison, old: Schema, new: Schema) -> bool:
    """Tell whether values of some types may fit both schemas, with all that these are put together from."""
    both = Values(old, comparison.old).conjunction.types, Values(new, comparison.new).conjunction.types
    return all(own is None or types & own for own in both)


def _idle_explode(place: Place, title: str, old: Parameter | Header, new: Parameter | Header) -> Change:
    """Return that `explode` changed where nothing depends on it."""
    message = f"'explode' of {title} changed, which has no effect on its values"
    return place.below("explode").changed("unreached-change", message, (old.explode, new.explode), "explode")


_HEADER_REQUIREDNESS: Final = ("header-became-required", "header-became-optional")
_HEADER_DEPRECATION: Final = ("header-deprecated", "header-undeprecated")


def compare_headers(place: Place, old: Mapping[str, Header], new: Mapping[str, Header]) -> Iterator[Change]:
    """Yield what is different between headers; their names are case-insensitive (RFC 9110, 5.1)."""
    was, owner = place.old, place.new
    pairs = pair(old.items(), new.items(), lambda item: item[0].lower())
    for name, header in pairs.removed:
        fact = "required-header-removed" if header.required else "optional-header-removed"
        fact = "deprecated-header-removed" if header.deprecated else fact
        left = owner.at("headers") if new else owner
        here = place.below("header", name)
        referred = reference_to(header.location, was.at("headers", name))
        message = f"{_header_title(name)} is gone"
        yield here.change(fact, message, before=name, old=header.location.key(), new=left, referred=referred)
    for name, header in pairs.added:
        fact = "required-header-added" if header.required else "optional-header-added"
        message = f"{_header_title(name)} is new and {'required' if header.required else 'optional'}"
        here, referred = place.below("header", name), reference_to(header.location, owner.at("headers", name))
        yield here.change(fact, message, after=name, new=header.location.key(), referred=referred)
    for (old_name, before), (name, after) in pairs.both:
        here = place.below("header", name)
        places = ((before.location, was.at("headers", old_name)), (after.location, owner.at("headers", name)))
        yield from here.compare_references(_header_title(name), *places)
        yield from here.compare_requiredness(_HEADER_REQUIREDNESS, _header_title(name), before, after)
        yield from here.compare_deprecation(_HEADER_DEPRECATION, _header_title(name), before, after)
        yield from _compare_header_writing(here.of(before, after), before, after)
        here.compare_schemas(before.schema, after.schema)


def _compare_header_writing(place: Place, old: Header, new: Header) -> Iterator[Change]:
    title = _header_title(place.subject[-1])
    yield from _compare_content_type(place, "header-content-type-changed", title, old, new)
    if old.content_type is None and new.content_type is None and old.explode != new.explode:
        if not _explode_matters(place.comparison, "simple", old.schema, new.schema):
            yield _idle_explode(place, title, old, new)
            return
        message = f"{title} is {'exploded' if new.explode else 'no longer exploded'} now"
        yield place.changed("header-style-changed", message, (old.explode, new.explode), "explode")


def _header_title(name: str) -> str:
    return f"the header {quoted(name)}"
