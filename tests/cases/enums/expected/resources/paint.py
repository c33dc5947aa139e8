# Generated from the description of Paint by specloom; edits will be lost.

"""Calls under `paint`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from typing import Literal

    from .._runtime.unset import Unset
    from ..inputs.color_input import ColorInput
    from ..models.bucket import Bucket

__all__ = ["AsyncPaintResource", "PaintResource"]


class PaintResource(Resource):
    """Calls under `paint`."""

    def mix(
        self,
        *,
        color: ColorInput,
        kind: Literal["bucket"],
        size: Literal[1, 5, 10] | None = None,
        finish: Literal["matt", "gloss"] | None | Unset = UNSET,
        grade: Literal["a", "b"] | None = None,
        washable: Literal[True] | None = None,
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
            _mix(color=color, kind=kind, size=size, finish=finish, grade=grade, washable=washable),
            Bucket,
        )


class AsyncPaintResource(AsyncResource):
    """Calls under `paint`."""

    async def mix(
        self,
        *,
        color: ColorInput,
        kind: Literal["bucket"],
        size: Literal[1, 5, 10] | None = None,
        finish: Literal["matt", "gloss"] | None | Unset = UNSET,
        grade: Literal["a", "b"] | None = None,
        washable: Literal[True] | None = None,
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
            _mix(color=color, kind=kind, size=size, finish=finish, grade=grade, washable=washable),
            Bucket,
        )


def _mix(
    *,
    color: ColorInput,
    kind: Literal["bucket"],
    size: Literal[1, 5, 10] | None,
    finish: Literal["matt", "gloss"] | None | Unset,
    grade: Literal["a", "b"] | None,
    washable: Literal[True] | None,
) -> Request:
    request = Request("POST", "/buckets")
    request.require(color=color, kind=kind)
    request.field("color", color)
    request.field("size", size)
    request.field("finish", finish, nullable=True)
    request.field("kind", kind)
    request.field("grade", grade)
    request.field("washable", washable)
    return request
