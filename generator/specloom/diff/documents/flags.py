"""Whether a thing has to be there, and whether it is deprecated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specloom.diff.documents.place import Place
    from specloom.diff.vocabulary import Change
    from specloom.findings import Location

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


def compare_requiredness(place: Place, facts: Facts, title: str, old: _Demanded, new: _Demanded) -> Iterator[Change]:
    """Yield that a thing became required or optional.

    Args:
        place: The thing.
        facts: That it became required, and optional.
        title: What messages call it.
        old: It in the old description.
        new: It in the new one.
    """
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
    """Yield that a thing was deprecated, or is no longer.

    Args:
        place: The thing.
        facts: That it is deprecated, and that it no longer is.
        title: What messages call it.
        old: It in the old description.
        new: It in the new one.
    """
    if old.deprecated != new.deprecated:
        yield place.change(
            facts[not new.deprecated],
            f"{title} is {'deprecated now' if new.deprecated else 'no longer deprecated'}",
            before=old.deprecated,
            after=new.deprecated,
            old=_location(old, "deprecated", old.deprecated),
            new=_location(new, "deprecated", new.deprecated),
        )


def _location(owner: _Located, name: str, value: bool) -> Location:
    """Return where a flag is written, which where it is false may be nowhere: its owner stands for it."""
    return owner.location.at(name) if value else owner.location
