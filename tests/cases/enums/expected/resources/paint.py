# Generated from the description of Paint by specloom; edits will be lost.

"""Calls under `paint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from typing import Literal as _Literal

    from .._runtime.unset import Unset as _Unset
    from ..inputs.color_input import ColorInput
    from ..models.bucket import Bucket

__all__ = ["AsyncPaintResource", "PaintResource"]


class PaintResource(_Resource):
    """Calls under `paint`."""

    def mix(
        self,
        *,
        color: ColorInput,
        kind: _Literal["bucket"],
        size: _Literal[1, 5, 10] | _Unset = _UNSET,
        finish: _Literal["matt", "gloss"] | None | _Unset = _UNSET,
        grade: _Literal["a", "b"] | _Unset = _UNSET,
        washable: _Literal[True] | _Unset = _UNSET,
    ) -> Bucket:
        """Call `POST /buckets`.

        Args:
            color: `color` of the body.
            kind: `kind` of the body.
            size: `size` of the body.
            finish: `finish` of the body.
            grade: `grade` of the body.
            washable: `washable` of the body.
        """
        from ..models.bucket import Bucket

        return self._json(
            _mix_request(
                color=color, kind=kind, size=size, finish=finish, grade=grade, washable=washable
            ),
            Bucket,
        )


class AsyncPaintResource(_AsyncResource):
    """Calls under `paint`."""

    async def mix(
        self,
        *,
        color: ColorInput,
        kind: _Literal["bucket"],
        size: _Literal[1, 5, 10] | _Unset = _UNSET,
        finish: _Literal["matt", "gloss"] | None | _Unset = _UNSET,
        grade: _Literal["a", "b"] | _Unset = _UNSET,
        washable: _Literal[True] | _Unset = _UNSET,
    ) -> Bucket:
        """Call `POST /buckets`.

        Args:
            color: `color` of the body.
            kind: `kind` of the body.
            size: `size` of the body.
            finish: `finish` of the body.
            grade: `grade` of the body.
            washable: `washable` of the body.
        """
        from ..models.bucket import Bucket

        return await self._json(
            _mix_request(
                color=color, kind=kind, size=size, finish=finish, grade=grade, washable=washable
            ),
            Bucket,
        )


def _mix_request(
    *,
    color: ColorInput,
    kind: _Literal["bucket"],
    size: _Literal[1, 5, 10] | _Unset,
    finish: _Literal["matt", "gloss"] | None | _Unset,
    grade: _Literal["a", "b"] | _Unset,
    washable: _Literal[True] | _Unset,
) -> _Request:
    _request = _Request("POST", "/buckets")
    _request.require(color=color, kind=kind)
    _request.numbers(size=size)
    _request.field("color", color)
    _request.field("size", size)
    _request.field("finish", finish, nullable=True)
    _request.field("kind", kind)
    _request.field("grade", grade)
    _request.field("washable", washable)
    return _request
