"""Whether a thing has to be there, whether it is deprecated, and until when it is there then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from specloom.diff.documents.place import Comparison, Place
from specloom.diff.sunset import SUNSET, Ageing, judge_stability, judge_sunset
from specloom.diff.vocabulary import Change
from specloom.findings import Location
from specloom.spec.document import Operation

Facts: TypeAlias = tuple[str, str]
"""That something holds now, and that it no longer does."""


class _Located(Protocol):
    @property
    def location(self) -> Location: ...


class _Demanded(_Located, Protocol):
    @property
    def required(self) -> bool: ...


class _Ageing(_Located, Protocol):
    @property
    def deprecated(self) -> bool: ...


class _Dated(_Located, Ageing, Protocol): ...


def compare_requiredness(place: Place, facts: Facts, title: str, old: _Demanded, new: _Demanded) -> Iterator[Change]:
    """Yield that a thing became required or optional."""
    if old.required != new.required:
        now = "required" if new.required else "optional"
        yield place.change(
            facts[not new.required],
            f"{title} is {now} now",
            before=old.required,
            after=new.required,
            old=_location(old, "required", old.required),
            new=_location(new, "required", new.required),
        )


def compare_deprecation(place: Place, facts: Facts, title: str, old: _Ageing, new: _Ageing) -> Iterator[Change]:
    """Yield that a thing was deprecated, or is no longer."""
    if old.deprecated != new.deprecated:
        yield place.change(
            facts[not new.deprecated],
            f"{title} is {'deprecated now' if new.deprecated else 'no longer deprecated'}",
            before=old.deprecated,
            after=new.deprecated,
            old=_location(old, "deprecated", old.deprecated),
            new=_location(new, "deprecated", new.deprecated),
        )


def compare_sunset(comparison: Comparison, place: Place, title: str, old: _Dated, new: _Dated) -> Iterator[Change]:
    """Yield what happened to the last day of a deprecated thing."""
    if judged := judge_sunset(old, new, expected=comparison.uses_sunsets):
        yield _judged(place, SUNSET, title, judged, (old.sunset, old.location), (new.sunset, new.location))


def compare_stability(place: Place, title: str, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield what happened to how stable an operation is said to be, as `compare_sunset` does."""
    if judged := judge_stability(old, new):
        member = "x-stability-level"
        yield _judged(place, member, title, judged, (old.stability, old.location), (new.stability, new.location))


def _judged(
    place: Place,
    member: str,
    title: str,
    judged: tuple[str, str],
    old: tuple[str, Location],
    new: tuple[str, Location],
) -> Change:
    (fact, words), (before, was), (after, now) = judged, old, new
    return place.below(member).change(
        fact,
        f"{title} {words}",
        before=before or None,
        after=after or None,
        old=was.at(member) if before else was,
        new=now.at(member) if after else now,
    )


def _location(owner: _Located, name: str, value: bool) -> Location:
    """Return where a flag is written, which where it is false may be nowhere: its owner stands for it."""
    return owner.location.at(name) if value else owner.location
