"""The members of bodies that are forms, whichever way these are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias, cast

from ..encoding import Shape, encode, members_of, no_null
from ..unset import UNSET

if TYPE_CHECKING:
    from ..request import Request

_Add: TypeAlias = Callable[..., None]


def add_members(request: Request, value: object, shape: Shape | None, fields: Mapping[str, _Add], usual: _Add) -> None:
    """Add all members of a mapping or a model to the body of a request.

    `fields` has by their names on the wire what adds members that are written otherwise than is `usual`.

    Raises:
        ValueError: The value is None.
        TypeError: It is no object.
    """
    for name, member, inner in _members(value, shape):
        fields.get(name, usual)(request, name, member, inner)


def _members(value: object, shape: Shape | None) -> Iterable[tuple[str, object, Shape | None]]:
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
