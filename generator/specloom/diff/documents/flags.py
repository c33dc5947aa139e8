"""Whether a thing has to be there, whether it is deprecated, and until when it is there then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from specloom.diff.documents.place import Place
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
        message, values = f"{title} is {'required' if new.required else 'optional'} now", (old.required, new.required)
        yield place.member_change(facts[not new.required], message, values, (old.location, new.location), "required")


def compare_deprecation(place: Place, facts: Facts, title: str, old: _Ageing, new: _Ageing) -> Iterator[Change]:
    """Yield that a thing was deprecated, or is no longer."""
    values = old.deprecated, new.deprecated
    if old.deprecated != new.deprecated:
        message = f"{title} is {'deprecated now' if new.deprecated else 'no longer deprecated'}"
        yield place.member_change(facts[values[0]], message, values, (old.location, new.location), "deprecated")


def compare_sunset(place: Place, title: str, old: _Dated, new: _Dated) -> Iterator[Change]:
    """Yield what happened to the last day of a deprecated thing."""
    if judged := judge_sunset(old, new, expected=place.comparison.uses_sunsets):
        values, owners = (old.sunset or None, new.sunset or None), (old.location, new.location)
        yield place.below(SUNSET).member_change(judged[0], f"{title} {judged[1]}", values, owners, SUNSET)


def compare_stability(place: Place, title: str, old: Operation, new: Operation) -> Iterator[Change]:
    """Yield what happened to how stable an operation is said to be, as `compare_sunset` does."""
    if judged := judge_stability(old, new):
        member, values = "x-stability-level", (old.stability or None, new.stability or None)
        owners = old.location, new.location
        yield place.below(member).member_change(judged[0], f"{title} {judged[1]}", values, owners, member)
