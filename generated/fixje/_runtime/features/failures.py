"""Failures whose bodies are described."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from ..errors import ApiError, Mismatch, MismatchError, MismatchWarning

if TYPE_CHECKING:
    from ..configuration import OnMismatch

__all__ = ["Bodies", "DescribedApiError", "DescribedFailures", "by_route"]

_REDIRECTIONS = 3

Bodies: TypeAlias = Mapping[str, Mapping["int | str", Mapping[str, object]]]
"""Route → status, range of statuses or `"default"` → media type → what the body is."""


def by_route(*described: tuple[Mapping[int | str, Mapping[str, object]], Sequence[str]]) -> Bodies:
    """Return what the bodies of failures are, by route.

    Args:
        described: What they are by status, and the routes of which that holds.
    """
    return {route: kinds for kinds, routes in described for route in routes}


class DescribedApiError(ApiError):
    """An `ApiError` whose body may be described."""

    _error: Any = None

    @property
    def error(self) -> object:
        """The body, as the description has it; None where it is not like that."""
        return self._error


class DescribedFailures:
    """Reads the bodies of failures, each as the type that is described for its route, its status and its media type.

    Args:
        describe: Returns the types. It loads them, so it is called when a call fails.
    """

    def __init__(self, describe: Callable[[], Bodies]) -> None:
        self._describe = cache(describe)

    def __call__(self, error: ApiError, status: int, on_mismatch: OnMismatch) -> None:
        """Read the body of a failure; one that differs from its description is reported, and never raised.

        Args:
            error: The failure.
            status: What it means, which an envelope may say in its body.
            on_mismatch: How it is reported.
        """
        described = self._describe().get(error.route, {})
        key = next((key for key in (status, f"{status // 100}XX", "default") if key in described), None)
        is_redirect = error.response.status_code // 100 == _REDIRECTIONS
        if key is None or is_redirect or not isinstance(error, DescribedApiError):
            return
        from ..response import Source, tell  # for speed: few calls fail
        from .by_media_type import read_described  # for speed, as above

        found: list[Mismatch] = []
        try:
            value = read_described(Source(error.response, error.route, found.append), described[key])
        except MismatchError as too_deep:
            found.append(too_deep.mismatch)
        else:
            vars(error)["_error"] = None if found else value
        for mismatch in found:
            try:
                tell(mismatch, "warn" if on_mismatch == "raise" else on_mismatch)
            except MismatchWarning:  # a filter makes exceptions of warnings; what is raised is the failure
                error.add_note(str(mismatch))
