# Generated from the description of Dogs by specloom; edits will be lost.

"""Calls under `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..models.puppy import Puppy

__all__ = ["AsyncDogsResource", "DogsResource"]


class DogsResource(_Resource):
    """Calls under `dogs`."""

    def add(self, *, name: str, breed: str, age: int | _Unset = _UNSET) -> Puppy:
        """Call `POST /dogs`.

        Args:
            name: `name` of the body.
            breed: `breed` of the body.
            age: `age` of the body.
        """
        from ..models.puppy import Puppy

        return self._json(_add_request(name=name, breed=breed, age=age), Puppy)


class AsyncDogsResource(_AsyncResource):
    """Calls under `dogs`."""

    async def add(self, *, name: str, breed: str, age: int | _Unset = _UNSET) -> Puppy:
        """Call `POST /dogs`.

        Args:
            name: `name` of the body.
            breed: `breed` of the body.
            age: `age` of the body.
        """
        from ..models.puppy import Puppy

        return await self._json(_add_request(name=name, breed=breed, age=age), Puppy)


def _add_request(*, name: str, breed: str, age: int | _Unset) -> _Request:
    _request = _Request("POST", "/dogs")
    _request.require(name=name, breed=breed)
    _request.numbers(age=age)
    _request.field("name", name)
    _request.field("age", age)
    _request.field("breed", breed)
    return _request
