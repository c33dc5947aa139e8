"""Ways in which changes happened many times, each of which is told once with a count."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from itertools import takewhile
from operator import attrgetter
from typing import Final

from specloom.diff.enumerations import ENUM, respelt_words, values_words
from specloom.diff.schemas.api_path import LONE_STEPS, path_of_subject
from specloom.diff.schemas.equality import canonical
from specloom.diff.schemas.facts import COMPOSED, NAMED, REFERRING, UNION_MEMBERS
from specloom.diff.sunset import SUNSET
from specloom.diff.vocabulary import Change, Effect, Entry, Subject
from specloom.messages import counted, quoted
from specloom.record import record, replace
from specloom.spec.document import ABSENT
from specloom.spec.keywords import CHOICES, KEYWORDS, OF_NAMES

_MANY: Final = 3
"""From how many on changes of one kind are one."""
_TELLING: Final = 4
"""How many letters two names have to share to be one name with something before or behind it."""
_COUNTED: Final[Mapping[str, str]] = {
    "schema-added": "schemas were added",
    "schema-removed": "schemas were removed",
    "operation-added": "operations are new",
    "operation-left-out": "operations are left out of the client",
    "operation-included": "operations are in the client that were left out of it",
    "webhook-left-out": "webhooks are left out of the client",
    "webhook-included": "webhooks are in the client that were left out of it",
}
"""Facts of which the number says most, and what it is that is counted."""
_CALLED: Final[Mapping[str, str]] = {
    "reference-changed": "references",
    "schema-renamed": "schemas",
    "operation-id-changed": "operationIds",
}
"""Facts that something has another name, and what it is that is counted."""
APART: Final = frozenset({*_COUNTED, COMPOSED, "schema-renamed", *REFERRING})
"""Facts about names, whatever else happened where they are."""
_GONE: Final = frozenset({"operation-removed", "deprecated-operation-removed", "operation-removed-before-sunset"})
"""Facts that an operation is gone."""
_SAID_OF_PLACES: Final = {*KEYWORDS, *CHOICES, SUNSET, "explode", "allowReserved"} - LONE_STEPS
"""What a subject has behind a place, and does not lead to another."""
_WITHOUT_VALUES: Final = frozenset({"null-allowed", "null-disallowed", "schema-deprecated", "schema-undeprecated"})
"""Facts that say by themselves what was and what is."""
_COMES_OR_GOES: Final[Mapping[str, str]] = {
    "required-property-added": "added",
    "optional-property-added": "added",
    "required-property-removed": "removed",
    "optional-property-removed": "removed",
    "property-removed-before-sunset": "removed before the last day",
}
"""Facts that a property came or went → what happened; whether it is required does not matter."""
_PARAMETERS: Final[Mapping[str, str]] = {
    "required-parameter-added": "are new",
    "optional-parameter-added": "are new",
    "required-parameter-removed": "are gone",
    "optional-parameter-removed": "are gone",
}
"""Facts that a parameter came or went → what happened; whether it is required does not matter."""
_CLIENT: Final = frozenset({"client-surface-changed", "client-symbol-changed"})


@record
class Group:
    """Entries that are one."""

    head: Entry
    rest: tuple[Entry, ...] = ()
    title: Change | None = None
    """What all of them are together; None: what the first is, from which the rest follows."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All of them."""
        return (self.head, *self.rest)

    @property
    def changes(self) -> list[Change]:
        """What happened by each of them."""
        return [entry.change for entry in self.entries]

    @property
    def change(self) -> Change:
        """What happened."""
        return self.title or self.head.change


def site_of(change: Change) -> Subject:
    """Return the place that a change is about, without what is said of it."""
    subject = change.subject
    if change.fact in UNION_MEMBERS or change.fact == COMPOSED or subject[-2:-1] == ("discriminator",):
        return subject[:-2]
    is_keyword = len(subject) > 1 and subject[-1] in _SAID_OF_PLACES and subject[-2] not in OF_NAMES
    return subject[:-1] if is_keyword and change.fact not in APART else subject


@record
class _Kind:
    """A way in which groups are alike."""

    key: Callable[[Group], Hashable | None]
    """Returns what alike groups have in common; None for what is like no other."""
    words: Callable[[Sequence[Group]], str]
    """Says what happened to all of them."""
    subject: Callable[[Group], Subject]
    """Returns what they are about."""
    least: int = _MANY

    def fold(self, groups: Sequence[Group]) -> Group:
        """Return one group with a count."""
        worst = min(groups, key=lambda group: min(entry.rank for entry in group.entries))
        rest = sorted((entry for group in groups for entry in group.entries), key=attrgetter("rank"))
        rest.remove(worst.head)
        title = replace(
            worst.head.change, subject=self.subject(worst), message=self.words(groups), before=ABSENT, after=ABSENT
        )
        return Group(worst.head, tuple(rest), title)


def _of_notes(group: Group) -> Hashable | None:
    is_note = group.head.effect is Effect.NOTE
    return ("note", group.change.fact, group.change.subject[-1]) if is_note else None


def _of_respelt_values(group: Group) -> Hashable | None:
    """Tell in which way an enumeration's values are spelt otherwise, if nothing else happened to them."""
    is_alone = not group.title and all(change.fact in ENUM for change in group.changes)
    respelt = respelt_words(group.changes) if is_alone else ""
    return ("respelt", respelt) if respelt else None


def _of_paths(group: Group) -> Hashable | None:
    """Tell which beginning of a route has become which."""
    return ("paths", *_moved(group.change)) if group.change.fact == "operation-moved" else None


def _moved(change: Change) -> tuple[str, str]:
    """Return how the routes of an operation begin that has moved, before and after, up to where they are the same.

    The method is left out where it is the same.
    """
    (method, _, path), (other, _, now) = (str(route).partition(" ") for route in (change.before, change.after))
    old, new = path.split("/"), now.split("/")
    while len(old) > 1 and len(new) > 1 and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    methods = ("", "") if method == other else (f"{method} ", f"{other} ")
    return f"{methods[0]}{'/'.join(old)}".strip(), f"{methods[1]}{'/'.join(new)}".strip()


def _paths_words(groups: Sequence[Group]) -> str:
    old, new = _moved(groups[0].change)
    if not old:
        how = f"{quoted(new)} stands before their paths now"
    elif not new:
        how = f"{quoted(old)} stands before their paths no longer"
    else:
        how = f"their routes began with {quoted(old)} and begin with {quoted(new)}"
    return f"{len(groups)} operations have moved: {how}"


def _of_renamings(group: Group) -> Hashable | None:
    """Tell what of a name has changed, and what that matters came with it.

    Names are those to which references lead, of schemas, and of calls.
    """
    change = group.change
    if change.fact not in _CALLED or change.before is ABSENT or change.after is ABSENT:
        return None
    old, new = str(change.before), str(change.after)
    beginning = _shared(old, new)
    end = _shared(old[beginning:][::-1], new[beginning:][::-1])
    if beginning + end < _TELLING:
        return (change.fact, old, new)
    brought = frozenset(each.change.fact for each in group.rest if each.effect.rank < Effect.SAFE.rank)
    return (change.fact, *(name[beginning : len(name) - end] for name in (old, new)), brought)


def _shared(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _of_tags(group: Group) -> Hashable | None:
    """Tell which tags have changed into which; where there were or are none, this alone."""
    old, new = group.change.before, group.change.after
    if group.change.fact != "tags-changed":
        return None
    return ("tags", canonical(old), canonical(new)) if old and new else ("tags", bool(old), bool(new))


def _tags_words(groups: Sequence[Group]) -> str:
    change, others = groups[0].change, counted(len(groups) - 1, "other operation")
    if all((each.change.before, each.change.after) == (change.before, change.after) for each in groups):
        return f"{change.message}, and so those of {others}"
    return f"{len(groups)} operations {'have no tags any more' if change.before else 'have tags now, and had none'}"


def _of_names(group: Group) -> Hashable | None:
    """Tell what is only counted; what breaks something is not counted with what does not."""
    worst = min(entry.severity.rank for entry in group.entries)
    return ("names", group.change.fact, worst) if group.change.fact in _COUNTED else None


def _of_resource(group: Group) -> Hashable | None:
    """Tell which resource of the client has lost the method of an operation that is gone."""
    resource = _resource(group)
    is_gone = group.change.fact in _GONE and resource
    return ("resource", group.change.fact, group.head.severity, resource) if is_gone else None


def _resource(group: Group) -> str:
    """Return the resource of the first method that is gone, as callers write it; empty where none is."""
    methods = (each.symbol for each in group.head.impact if each.kind == "method" and not each.after)
    return next(methods, "").rpartition(".")[0]


def _of_symbols(group: Group) -> Hashable | None:
    """Tell what happened to what a class or a method has, where no change of a description accounts for it."""
    if group.change.fact not in _CLIENT or len(group.head.impact) != 1:
        return None
    symbol = group.head.impact[0]
    return ("client", symbol.name, symbol.kind, symbol.verdict, symbol.reason) if symbol.name else None


def _of_object(group: Group) -> Hashable | None:
    subject = group.change.subject
    return ("object", *_happened(group), subject[:-2]) if _is_property(group) else None


def _of_property(group: Group) -> Hashable | None:
    return ("property", *_happened(group), group.change.subject[-1]) if _is_property(group) else None


def _of_values(group: Group) -> Hashable | None:
    change = group.change
    has_values = change.before is not ABSENT or change.after is not ABSENT or change.fact in _WITHOUT_VALUES
    return ("same", *_happened(group)) if has_values and not group.title and _is_told(group) else None


def _of_additions(group: Group) -> Hashable | None:
    """Tell what is new and breaks nothing, wherever it is."""
    is_safe = all(entry.severity is Effect.SAFE for entry in group.entries)
    return ("additions",) if is_safe and _is_property(group) and _happened(group) == ("added",) else None


def _of_operation(group: Group) -> Hashable | None:
    """Tell which operation has other parameters, and whether these came or went."""
    change = group.change
    if change.fact not in _PARAMETERS or group.title:
        return None
    owner, place = change.subject[:2]
    return ("parameters", _PARAMETERS[change.fact], owner) if owner != "shared" and place != "path" else None


def _operation_words(groups: Sequence[Group]) -> str:
    change = groups[0].change
    required = sum(group.change.fact == "required-parameter-added" for group in groups)
    more = f", {required} of them required" if 0 < required < len(groups) else ""
    return f"{len(groups)} parameters of {quoted(change.subject[0])} {_PARAMETERS[change.fact]}{more}"


def _is_property(group: Group) -> bool:
    return not group.title and group.change.subject[-2:-1] == ("properties",) and _is_told(group)


def _is_told(group: Group) -> bool:
    """Tell whether it is a change of the description, and not one of names or of the client alone."""
    return group.change.fact not in APART and group.head.rules[0].area != "document"


def _happened(group: Group) -> tuple[str, ...]:
    """Return what happened, whatever it happened to."""
    if event := _event(group):
        return (event,)
    changes = group.changes
    return tuple(sorted(f"{_said(change)} {canonical(change.before)} {canonical(change.after)}" for change in changes))


def _event(group: Group) -> str:
    """Return whether a property was added or removed; empty where anything else happened, or happened as well.

    Schemas that came or went with it are nothing else.
    """
    is_alone = all(entry.change.fact in NAMED for entry in group.rest)
    return _COMES_OR_GOES.get(group.change.fact, "") if is_alone else ""


def _said(change: Change) -> str:
    return " ".join((change.fact, *change.subject[len(site_of(change)) :]))


def _object_words(groups: Sequence[Group]) -> str:
    change = groups[0].change
    required = sum(group.change.fact == "required-property-added" for group in groups)
    more = f", {required} of them required" if 0 < required < len(groups) else ""
    owner = path_of_subject(change.subject[:-2]).name
    return f"{len(groups)} properties of {owner} {_happening(groups[0], 'were')}{more}"


def _property_words(groups: Sequence[Group]) -> str:
    name, number = quoted(groups[0].change.subject[-1]), len(groups)
    if all(change.fact in ENUM for change in groups[0].changes):
        return f"{values_words(groups[0].changes, f'the property {name}')}, alike in {number} objects"
    if _event(groups[0]):
        return f"the property {name} {_happening(groups[0], 'was')} in {number} objects"
    return f"the property {name} of {number} objects {_happening(groups[0], 'was')}"


def _symbols_words(groups: Sequence[Group]) -> str:
    symbol = groups[0].head.impact[0]
    where = "methods" if symbol.kind == "argument" else "places" if symbol.kind == "overload" else "classes"
    return f"{symbol.name} {symbol.happened} alike in {len(groups)} {where} of the client"


def _happening(group: Group, auxiliary: str) -> str:
    """Return what happened: that it came, or went; else, what happened to one of several."""
    event = _event(group)
    return f"{auxiliary} {event}" if event else f"changed alike: {group.change.message}"


def _member(group: Group) -> Subject:
    return ("several", group.change.subject[-1])


KINDS: Final = (
    _Kind(_of_paths, _paths_words, lambda _: ("several", "path"), least=2),
    _Kind(
        _of_renamings,
        lambda groups: f"{groups[0].change.message}, and so {len(groups) - 1} more {_CALLED[groups[0].change.fact]}",
        lambda group: ("several", "$ref" if group.change.fact in REFERRING else group.change.fact),
    ),
    _Kind(_of_tags, _tags_words, lambda _: ("several", "tags"), least=2),
    _Kind(
        _of_notes,
        lambda groups: f"{quoted(groups[0].change.subject[-1])} is different in {len(groups)} places",
        _member,
        least=2,
    ),
    _Kind(
        _of_respelt_values,
        lambda groups: f"the values of {len(groups)} enumerations {respelt_words(groups[0].changes)}",
        lambda _: ("several", "enum"),
        least=2,
    ),
    _Kind(
        _of_names,
        lambda groups: f"{len(groups)} {_COUNTED[groups[0].change.fact]}",
        lambda group: ("several", group.change.fact),
    ),
    _Kind(
        _of_resource,
        lambda groups: f"{len(groups)} operations of {quoted(_resource(groups[0]))} are gone",
        lambda group: ("several", group.change.fact),
    ),
    _Kind(_of_symbols, _symbols_words, lambda group: ("several", group.head.impact[0].name)),
    _Kind(_of_object, _object_words, lambda group: (*group.change.subject[:-2], "properties")),
    _Kind(_of_property, _property_words, _member),
    _Kind(
        _of_values,
        lambda groups: f"{groups[0].change.message}, and so in {counted(len(groups) - 1, 'more place')}",
        _member,
    ),
    _Kind(_of_operation, _operation_words, lambda group: (group.change.subject[0], "parameters")),
    _Kind(_of_additions, lambda groups: f"{len(groups)} properties were added", lambda _: ("several", "properties")),
)
"""In the order in which they are tried."""
