"""Lists that are written as one text, with delimiters that OpenAPI 3 has no style for (`collectionFormat` of 2.0)."""

from __future__ import annotations

from collections.abc import Callable

from ..encoding import Json, Shape, encode
from ..styles import scalar_text
from ..unset import UNSET, Unset


def delimited(value: object, *delimiters: str, shape: Shape | None = None) -> Json | Unset:
    """Return a list as text; None and UNSET as they are, UNSET for an empty list.

    Args:
        value: The list, perhaps of lists.
        delimiters: What stands between its items, then between those of the lists in it. An empty one keeps a list:
            each of its items is a parameter of its own.
        shape: How its items are written.

    Raises:
        ValueError: There are more lists in each other than delimiters.
    """
    if isinstance(value, Unset):
        return UNSET
    encoded = encode(value, shape)
    return UNSET if encoded == [] else _joined(encoded, delimiters)


def _joined(value: Json, delimiters: tuple[str, ...]) -> Json:
    if not isinstance(value, list) or not delimiters:
        return value
    first, *others = delimiters
    items = [_joined(item, tuple(others)) for item in value if item is not None]
    return first.join(map(scalar_text, items)) if first else items


def delimited_by(add: Callable[..., None], *delimiters: str) -> Callable[..., None]:
    """Return what adds a field to a form as `add` does, with a list as text: see `delimited`."""

    def add_field(request: object, name: str, value: object, shape: Shape | None = None) -> None:
        add(request, name, delimited(value, *delimiters, shape=shape))

    return add_field
