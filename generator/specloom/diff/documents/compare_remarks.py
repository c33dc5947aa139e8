"""What two versions of a description say otherwise of what no other comparison looks at; what only moved is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from specloom.diff.documents.remarks import HOLDERS, Owner, Remark, Remarks, Said, alone
from specloom.diff.schemas.equality import canonical, first_difference, small
from specloom.diff.vocabulary import Change
from specloom.findings import Location, Pointer, Position
from specloom.messages import quoted
from specloom.record import replace
from specloom.source import Json, SourceFile, render_pointer
from specloom.spec.document import ABSENT
from specloom.spec.routes import route_of

_SHORT: Final = 60
_EXAMPLES: Final = {"example": "examples", "examples": "example"}
"""The spellings of one matter."""
_FEW: Final = 4
"""How many names that came or went are told one by one."""


def compare_remarks(old: Remarks, new: Remarks) -> tuple[Change, ...]:
    """Return what is said otherwise of what both descriptions have, and what has moved from nowhere."""
    old = _with_new_titles(old, new)
    was, now = _without_used(old, new), _without_used(new, old)
    gone, come = alone(was, now), alone(now, was)
    gone_alone = {key: each for key, each in gone.items() if key not in come}
    come_alone = {key: each for key, each in come.items() if key not in gone}
    moved = Counter(map(_words, gone_alone.values())) & Counter(map(_words, come_alone.values()))
    left, right = Counter(moved), Counter(moved)
    changes: list[Change] = []
    idle = {owner for owner, member in (*gone, *come) if not member}
    for key in dict.fromkeys([*gone, *come]):
        if any(key[0][:end] in idle for end in range(1, len(key[0]) + bool(key[1]))):
            continue  # it is told with what nothing uses
        before, after = gone.get(key), come.get(key)
        respelt = key[0], _EXAMPLES.get(key[1], "")
        if before is None and respelt in gone_alone:
            continue  # it is told there
        if after is None and respelt in come_alone:
            after = come_alone[respelt]
            if before is None or before.value == [after.value] or after.value == [before.value]:
                continue
        if before is not None and after is not None:
            changes.append(_change(key, before, after))
        elif before is not None and key[0] in new.known and not _take(left, before):
            changes.append(_change(key, before, None))
        elif after is not None and key[0] in old.known and not _take(right, after):
            changes.append(_change(key, None, after))
    return tuple(changes)


def _with_new_titles(old: Remarks, new: Remarks) -> Remarks:
    """Return what the old description says, with what stands in lists called as the new one titles it.

    There it goes by its title, so that what has another one now, and all in it, would be something else.
    """
    while names := dict(_list_retitled(old, new)):

        def renamed(owner: Owner, names: dict[Owner, str] = names) -> Owner:
            end = next((end for end in range(len(owner), 0, -1) if owner[:end] in names), 0)
            return (*owner[: end - 1], names[owner[:end]], *owner[end:]) if end else owner

        said = {(renamed(owner), member): remark for (owner, member), remark in old.said.items()}
        shared = {(renamed(owner), member): some for (owner, member), some in old.shared.items()}
        old = replace(old, known=frozenset(map(renamed, old.known)), said=said, shared=shared)
    return old


def _list_retitled(old: Remarks, new: Remarks) -> Iterator[tuple[Owner, str]]:
    """Yield what stands in a list under a title that the new description does not know, and what it is called there.

    What has no title goes by its place in the list.
    """
    found: dict[Owner, tuple[dict[str, str], dict[str, str]]] = {}
    for at, (some, other) in enumerate(((old, new), (new, old))):
        for (owner, member), remark in some.said.items():
            goes_by_title = owner[-1:] == (remark.value,)
            is_called_so = remark.pointer[-1:] == (remark.value,)  # a schema, whose title is its name
            if member == "title" and owner not in other.known and goes_by_title and not is_called_so:
                found.setdefault(owner[:-1], ({}, {}))[at][owner[-1]] = remark.pointer[-1]
    for around, (gone, come) in found.items():
        if len(gone) == len(come):
            yield from (((*around, was), now) for was, now in zip(gone, come, strict=True))
        elif not gone:
            yield from (((*around, at), now) for now, at in come.items() if (*around, at) in old.known)
        elif not come:
            yield from (((*around, was), at) for was, at in gone.items() if (*around, at) in new.known)


def _without_used(some: Remarks, other: Remarks) -> Said:
    """Return what is said, but of what nothing uses only what the other description does not use either.

    That something is used no more, or again, is told where it was used, or is.
    """
    told: dict[tuple[Owner, str], Remark] = {}
    for key, remark in some.said.items():
        found: Remark | None = remark
        if key in other.shared and isinstance(remark.value, list):
            idle = other.said[key].value if key in other.said else []
            used = other.shared[key].difference(idle if isinstance(idle, list) else ())
            names = [name for name in remark.value if name not in used]
            found = replace(remark, value=names) if names else None
        elif not remark.member and key not in other.said and key[0] in other.known:
            found = None
        if found is not None:
            told[key] = found
    return told


def _words(remark: Remark) -> tuple[str, str]:
    return remark.member, canonical(remark.value)


def _take(moved: Counter[tuple[str, str]], remark: Remark) -> bool:
    """Tell whether the words of a remark stand somewhere else in the other description; each counts once."""
    words = _words(remark)
    moved[words] -= 1
    return moved[words] >= 0


def _change(key: tuple[Owner, str], before: Remark | None, after: Remark | None) -> Change:
    remark = after or before
    if remark is None:
        raise ValueError(key)
    owner, member = key
    way = first_difference(before.value, after.value) if before and after else ()
    idle = remark.fact == "unreached-change"
    title = f"{quoted(member)} of {_title(remark)}" if member else f"{_title(remark)}, which nothing uses,"
    if idle and member:
        is_used = remark.kind not in HOLDERS or member not in HOLDERS[remark.kind]
        title = f"{title}, which has no effect," if is_used else f"what nothing uses of {title}"
    places = [_where(before, after, way) if before else None, _where(after, before, way) if after else None]
    subject = (*filter(None, owner), *filter(None, [member])) or (member,)
    was, now = (ABSENT if each is None else small(each.value) for each in (before, after))
    old, new = _in_text(*places), _in_text(*places[::-1])
    return Change(remark.fact, subject, f"{title} {_event(before, after)}", was, now, old_location=old, location=new)


def _in_text(place: Location | None, other: Location | None) -> Location | None:
    """Return the place of the first line that differs of a text of several lines in YAML, which begins above it."""
    if place is None or other is None:
        return place
    source, before = place.source, other.source
    if not (isinstance(source, SourceFile) and isinstance(before, SourceFile)) or "json" in {
        source.format,
        before.format,
    }:
        return place
    here, there = place.position.line, other.position.line
    line = source.line(here)
    if line.strip() != before.line(there).strip():
        return place
    while line and line.strip() == before.line(there).strip():
        here, there = here + 1, there + 1
        line = source.line(here)
    return replace(place, fixed=Position(here, 1 + len(line) - len(line.lstrip())))


def _where(remark: Remark, other: Remark | None, way: Pointer) -> Location:
    """Return the place of what only one remark has: of names, of which a map of objects is left, that of a member."""
    value, others = remark.value, other.value if other else None
    if isinstance(value, list) and isinstance(others, list):
        lone = remark.location.written(*(name for name in value if isinstance(name, str) and name not in others))
        if lone is not remark.location:
            return lone
    return remark.location.at(*way) if other else remark.location.key()


def _event(before: Remark | None, after: Remark | None) -> str:
    if before is None:
        return "is new"
    if after is None:
        return "is gone"
    was, now = before.value, after.value
    if before.member != after.member:
        return f"is {quoted(after.member)} now"
    if isinstance(was, list) and isinstance(now, list) and (words := _named(was, now)):
        return words
    simple = all(not isinstance(each, (dict, list)) and len(str(each)) <= _SHORT for each in (was, now))
    return f"was {quoted(was)} and is {quoted(now)}" if simple else "is different"


def _named(was: list[Json], now: list[Json]) -> str:
    """Return which names came to a list and which went; empty where it is none of names, or these are many."""
    lists = [{each for each in names if isinstance(each, str)} for names in (was, now)]
    gone, come = sorted(lists[0] - lists[1]), sorted(lists[1] - lists[0])
    is_told = len(lists[0]) == len(was) and len(lists[1]) == len(now) and 0 < len(gone) + len(come) <= _FEW
    words = [f"no longer has {', '.join(map(quoted, gone))}"] if gone else []
    words += [f"now has {', '.join(map(quoted, come))}"] if come else []
    return " and ".join(words) if is_told else ""


def _title(remark: Remark) -> str:
    pointer = remark.pointer
    match pointer:
        case ("paths", path, method) if remark.kind == "Operation":
            return route_of(method, path)
        case ("paths", path, "additionalOperations", method):
            return f"{method} {path}"
        case ("components", _, name):
            return f"the {_lower(remark.kind)} {quoted(name)}"
        case ():
            return "the description"
        case _:
            return f"the {_lower(remark.kind)} at {render_pointer(pointer)}"


def _lower(kind: str) -> str:
    return kind if kind == "OAuth Flows" else kind.lower()
