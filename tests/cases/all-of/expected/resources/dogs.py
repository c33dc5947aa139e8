# Generated from the description of Dogs by specloom; edits will be lost.

"""Calls under `dogs`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.puppy import Puppy

__all__ = ["AsyncDogsResource", "DogsResource"]


class DogsResource(Resource):
    """Calls under `dogs`."""

    def add(self, *, name: str, breed: str, age: int | None = None) -> Puppy:
        """Call `POST /dogs`.

        Args:
            name: `name` of the body.
            breed: `breed` of the body.
            age: `age` of the body.
        """
        from ..models.puppy import Puppy

        return self._json(_add(name=name, breed=breed, age=age), Puppy)


class AsyncDogsResource(AsyncResource):
    """Calls under `dogs`."""

    async def add(self, *, name: str, breed: str, age: int | None = None) -> Puppy:
        """Call `POST /dogs`.

        Args:
            name: `name` of the body.
            breed: `breed` of the body.
            age: `age` of the body.
        """
        from ..models.puppy import Puppy

        return await self._json(_add(name=name, breed=breed, age=age), Puppy)


def _add(*, name: str, breed: str, age: int | None) -> Request:
    request = Request("POST", "/dogs")
    request.require(name=name, breed=breed)
    request.field("name", name)
    request.field("age", age)
    request.field("breed", breed)
    return request
