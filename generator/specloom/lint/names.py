"""Rules about Python names: those that differ from what the description says, and those that say things twice."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from specloom.findings import Location, Severity, place_of
from specloom.ir.name_scopes import RENAME
from specloom.ir.naming import words
from specloom.lint.context import LintContext, Observation, once, rules_about
from specloom.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from specloom.ir.surface import Symbol


@once
def _altered(context: LintContext) -> Iterator[Observation]:
    for text, name, symbol, location in _names(context):
        if _is_altered(name, text) and "name" not in context.extensions.get(place_of(location), {}):
            yield Observation(f"{quoted(text)} is called {symbol}", location.key(), RENAME, habit=text)


def _is_altered(name: str, text: str) -> bool:
    """Tell whether a name has an underscore behind or a letter in front that no word of the text asks for."""
    behind, in_front = name.endswith("_"), name[:1] == "n" and name[1:2].isdigit()
    return name != text and (behind or in_front) and name in {f"{_bare(text)}_", f"n{_bare(text)}"}


def _bare(text: str) -> str:
    return "_".join(words(text))


def _names(context: LintContext) -> Iterator[tuple[str, str, str, Location]]:
    """Yield the text, the name, how callers write it, and the place, of fields and arguments."""
    for owner in (*context.types, *context.calls):
        for each in owner.members:
            if each.key and each.key[0] != "body":
                yield each.key[-1], each.name, each.path, each.location


@once
def _altered_classes(context: LintContext) -> Iterator[Observation]:
    for type_ in context.types:
        place = place_of(type_.location)
        text = context.named.get(place, "")
        wanted = "".join(part[0].upper() + part[1:] for part in re.findall(r"[^\W_]+", text))
        altered = {f"{wanted}Model", f"N{wanted}", f"{wanted}ModelInput", f"N{wanted}Input"}
        if text and type_.name in altered and "name" not in context.extensions.get(place, {}):
            message = f"the schema {quoted(text)} is called {type_.path}"
            yield Observation(message, type_.location.key(), RENAME, habit="")


@once
def _told_apart(context: LintContext) -> Iterator[Observation]:
    for type_ in context.types:
        for group in _alike(tuple(each for each in type_.members if each.key), context):
            texts, names = _join(quoted(each.key[0]) for each in group), _join(each.name for each in group)
            message = f"{texts} are almost one name, and become {names} of {type_.path}"
            related = tuple(each.location.key() for each in group if each is not group[1])
            yield Observation(message, group[1].location.key(), RENAME, related, habit=texts)


def _alike(fields: tuple[Symbol, ...], context: LintContext) -> Iterator[list[Symbol]]:
    """Yield the fields that would have one name if nothing told them apart, several at a time."""
    same: dict[str, list[Symbol]] = defaultdict(list)
    for field in fields:
        same["".join(filter(str.isalnum, field.key[0])).casefold()].append(field)
    for candidates in same.values():
        by_name: dict[str, list[Symbol]] = defaultdict(list)
        for field in candidates if len(candidates) > 1 else ():
            if "name" not in context.extensions.get(place_of(field.location), {}):
                by_name[_bare(field.key[0])].append(field)
        yield from (group for group in by_name.values() if len(group) > 1)


def _stuttering(context: LintContext) -> Iterator[Observation]:
    for call in context.calls:
        if _repeats(call.name, call.path.split(".")[-2]):
            message = f"{call.routes[0]} becomes {call.path}(), which names the resource twice"
            yield Observation(message, call.location.key(), "name it with x-specloom: {method: …}", habit="")


def _repeats(name: str, own: str) -> bool:
    """Tell whether a method's name ends with its resource's, in the singular or the plural: `orders.list_orders`."""
    singular = re.sub(r"ies$", "y", own) if own.endswith("ies") else own.removesuffix("s")
    return any(name != end and (name.endswith(f"_{end}") or name.startswith(f"{end}_")) for end in {own, singular})


def _join(texts: Iterable[str]) -> str:
    *others, last = texts
    return f"{', '.join(others)} and {last}"


NAME_RULES: Final = rules_about(
    "client",
    ("altered-name", Severity.NOTE, _altered,
     "A property or parameter needs an underscore behind its name, or a letter in front.",
     "It is a keyword of Python, begins with a digit, or would hide something; callers look for the name they know."),
    ("altered-class-name", Severity.WARNING, _altered_classes,
     "A schema's class needs something added to its name.",
     "Python, the client or another schema has that name already, so WarningModel stands for Warning."),
    ("almost-one-name", Severity.WARNING, _told_apart,
     "Properties of one object differ in letter case or signs only.",
     "Their Python names are told apart by such trifles, which callers mix up."),
    ("repeated-resource", Severity.WARNING, _stuttering,
     "A method's name repeats the name of its resource.",
     "Callers write client.orders.list_orders() where client.orders.list() says as much."),
)  # fmt: skip
