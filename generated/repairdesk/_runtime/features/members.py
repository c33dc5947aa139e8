"""The members of bodies that are objects, whichever way these are written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from ..encoding import Shape, encode, members_of, no_null
from ..unset import UNSET


def object_members(value: object, shape: Shape | None) -> Iterable[tuple[str, object, Shape | None]]:
    """Return the members of a mapping or a model with their shapes; none for a value that is left out.

    Raises:
        ValueError: The value is None.
        TypeError: It is no object.
    """
    if value is None:
        raise no_null("body")
    if value is UNSET:
        return ()
    if isinstance(value, Mapping):
        return members_of(cast("Mapping[object, object]", value), shape)
    members = encode(value, shape)
    if not isinstance(members, dict):
        raise TypeError(f"the body must be an object, not {type(value).__name__}")
    return ((name, member, None) for name, member in members.items())
