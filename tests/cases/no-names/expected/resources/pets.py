# Generated from the description of Nameless by specloom; edits will be lost.

"""Calls under `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    from ..models.pets_get_pets_response import PetsGetPetsResponse

__all__ = ["AsyncPets", "Pets"]


class Pets(_Resource):
    """Calls under `pets`."""

    def get_pets(self) -> list[PetsGetPetsResponse]:
        """Call `GET /pets`."""
        from ..models.pets_get_pets_response import PetsGetPetsResponse

        return self._json(_get_pets_request(), list[PetsGetPetsResponse])

    def get_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `GET /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        self._nothing(_get_pets_by_pet_id_request(pet_id))

    def delete_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `DELETE /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        self._nothing(_delete_pets_by_pet_id_request(pet_id))


class AsyncPets(_AsyncResource):
    """Calls under `pets`."""

    async def get_pets(self) -> list[PetsGetPetsResponse]:
        """Call `GET /pets`."""
        from ..models.pets_get_pets_response import PetsGetPetsResponse

        return await self._json(_get_pets_request(), list[PetsGetPetsResponse])

    async def get_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `GET /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        await self._nothing(_get_pets_by_pet_id_request(pet_id))

    async def delete_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `DELETE /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        await self._nothing(_delete_pets_by_pet_id_request(pet_id))


def _get_pets_request() -> _Request:
    _request = _Request("GET", "/pets")
    return _request


def _get_pets_by_pet_id_request(pet_id: str) -> _Request:
    _request = _Request("GET", "/pets/{petId}")
    _request.path("petId", pet_id)
    return _request


def _delete_pets_by_pet_id_request(pet_id: str) -> _Request:
    _request = _Request("DELETE", "/pets/{petId}")
    _request.path("petId", pet_id)
    return _request
