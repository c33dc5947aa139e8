"""Failures whose bodies are not all described alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from ..configuration import status_key
from .failures import DescribedFailures

if TYPE_CHECKING:
    from ..response import Source

Bodies: TypeAlias = Mapping[str, Mapping["int | str", Mapping[str, object]]]
"""Route → status, range of statuses or `"default"` → media type → what the body is."""


def by_route(*described: tuple[Mapping[int | str, Mapping[str, object]], Sequence[str]]) -> Bodies:
    """Return what the bodies of failures are, by route."""
    return {route: kinds for kinds, routes in described for route in routes}


class FailuresByRoute(DescribedFailures):
    """Reads the bodies of failures, each as the type that is described for its route, its status and its media type.

    `describe` loads the types, so it is called when a call fails.
    """

    def _reader(self, route: str, status: int) -> Callable[[Source], Any] | None:
        described: Mapping[int | str, Mapping[str, object]] = self._describe().get(route, {})
        key = status_key(status, described)
        if key is None:
            return None
        from .by_media_type import read_described  # for speed: few calls fail

        return lambda source: read_described(source, described[key])
