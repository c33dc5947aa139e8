"""Failures whose bodies are described."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import cache
from typing import TYPE_CHECKING, Any

from ..errors import ApiError, Mismatch, MismatchError, MismatchWarning

if TYPE_CHECKING:
    from ..configuration import OnMismatch
    from ..response import Source

_REDIRECTIONS = 3


class DescribedApiError(ApiError):
    """An `ApiError` whose body may be described."""

    _error: Any = None

    @property
    def error(self) -> object:
        """The body, as the description has it; None where it is not like that."""
        return self._error


class DescribedFailures:
    """Reads the bodies of failures, which are all of one type.

    `describe` loads the type, so it is called when a call fails; without `statuses` the bodies of all are described.
    """

    def __init__(self, describe: Callable[[], Any], statuses: AbstractSet[int | str] | None = None) -> None:
        self._describe = cache(describe)
        self._statuses = statuses

    def __call__(self, error: ApiError, status: int, on_mismatch: OnMismatch) -> None:
        """Read the body of a failure as that of the status, which an envelope may say; a mismatch is never raised."""
        is_redirect = error.response.status_code // 100 == _REDIRECTIONS
        if is_redirect or not isinstance(error, DescribedApiError):
            return
        read = self._reader(error.route, status)
        if read is None:
            return
        from ..response import Source, tell  # for speed: few calls fail

        found: list[Mismatch] = []
        try:
            value = read(Source(error.response, error.route, found.append))
        except MismatchError as too_deep:
            found.append(too_deep.mismatch)
        else:
            vars(error)["_error"] = None if found else value
        for mismatch in found:
            try:
                tell(mismatch, "warn" if on_mismatch == "raise" else on_mismatch)
            except MismatchWarning:  # a filter makes exceptions of warnings; what is raised is the failure
                error.add_note(str(mismatch))

    def _reader(self, route: str, status: int) -> Callable[[Source], Any] | None:  # noqa: ARG002 - for those that differ
        """Return what reads the body of a failure of a route; None where nothing describes it."""
        if self._statuses is not None and self._statuses.isdisjoint((status, f"{status // 100}XX")):
            return None
        from ..response import decode  # for speed: few calls fail

        return lambda source: decode(source, self._describe())
