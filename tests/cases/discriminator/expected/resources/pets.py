# Generated from the description of Pets by specloom; edits will be lost.

"""Calls under `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.shape_choices import Either as _Either, Option as _Option
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..inputs.pet_input import PetInput
    from ..models.shelter import Shelter

__all__ = ["AsyncPetsResource", "PetsResource"]


class PetsResource(_Resource):
    """Calls under `pets`."""

    def add(self, *, body: PetInput) -> Shelter:
        """Call `POST /pets`.

        Args:
            body: The body.
        """
        from ..models.shelter import Shelter

        return self._json(_add_request(body=body), Shelter)


class AsyncPetsResource(_AsyncResource):
    """Calls under `pets`."""

    async def add(self, *, body: PetInput) -> Shelter:
        """Call `POST /pets`.

        Args:
            body: The body.
        """
        from ..models.shelter import Shelter

        return await self._json(_add_request(body=body), Shelter)


def _add_request(*, body: PetInput) -> _Request:
    from ..inputs.bird_input import BIRD_INPUT
    from ..inputs.cat_input import CAT_INPUT
    from ..inputs.lizard_input import LIZARD_INPUT

    _request = _Request("POST", "/pets")
    _request.require(body=body)
    _request.json(
        body,
        _Either(
            _Option(
                CAT_INPUT,
                keys=["pet_type", "hunting_skill"],
                required=["pet_type"],
                tags={"pet_type": ["cat", "Cat"]},
            ),
            _Option(
                LIZARD_INPUT,
                keys=["pet_type", "loves_rocks"],
                required=["pet_type"],
                tags={"pet_type": ["lizard", "Lizard"]},
            ),
            _Option(
                BIRD_INPUT,
                keys=["pet_type", "can_fly"],
                required=["pet_type"],
                tags={"pet_type": ["Bird", "bird"]},
            ),
        ),
    )
    return _request
