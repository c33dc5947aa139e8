# Generated from the description of Nameless by specloom; edits will be lost.

"""Calls under `pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..models.pets_get_pets_response import PetsGetPetsResponse

__all__ = ["AsyncPets", "Pets"]


class Pets(Resource):
    """Calls under `pets`."""

    def get_pets(self) -> list[PetsGetPetsResponse]:
        """Call `GET /pets`."""
        from ..models.pets_get_pets_response import PetsGetPetsResponse

        return self._json(_get_pets(), list[PetsGetPetsResponse])

    def get_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `GET /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        self._nothing(_get_pets_by_pet_id(pet_id))

    def delete_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `DELETE /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        self._nothing(_delete_pets_by_pet_id(pet_id))


class AsyncPets(AsyncResource):
    """Calls under `pets`."""

    async def get_pets(self) -> list[PetsGetPetsResponse]:
        """Call `GET /pets`."""
        from ..models.pets_get_pets_response import PetsGetPetsResponse

        return await self._json(_get_pets(), list[PetsGetPetsResponse])

    async def get_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `GET /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        await self._nothing(_get_pets_by_pet_id(pet_id))

    async def delete_pets_by_pet_id(self, pet_id: str) -> None:
        """Call `DELETE /pets/{petId}`.

        Args:
            pet_id: The path parameter `petId`.
        """
        await self._nothing(_delete_pets_by_pet_id(pet_id))


def _get_pets() -> Request:
    request = Request("GET", "/pets")
    return request


def _get_pets_by_pet_id(pet_id: str) -> Request:
    request = Request("GET", "/pets/{petId}")
    request.path("petId", pet_id)
    return request


def _delete_pets_by_pet_id(pet_id: str) -> Request:
    request = Request("DELETE", "/pets/{petId}")
    request.path("petId", pet_id)
    return request
