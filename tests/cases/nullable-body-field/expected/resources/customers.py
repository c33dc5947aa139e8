# Generated from the description of Customers by specloom; edits will be lost.

"""Calls under `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.unset import UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset

__all__ = ["AsyncCustomersResource", "CustomersResource"]


class CustomersResource(Resource):
    """Calls under `customers`."""

    def update_customer(
        self,
        id: int,
        *,
        revision: int,
        contact: str | None,
        parent_id: int | None | Unset = UNSET,
        name: str | None = None,
    ) -> None:
        """Call `PATCH /customers/{id}`.

        Args:
            id: The path parameter `id`.
            revision: `revision` of the body.
            contact: `contact` of the body.
            parent_id: Null makes it a customer of its own.
            name: `name` of the body.
        """
        self._nothing(
            _update_customer(id, revision=revision, contact=contact, parent_id=parent_id, name=name)
        )


class AsyncCustomersResource(AsyncResource):
    """Calls under `customers`."""

    async def update_customer(
        self,
        id: int,
        *,
        revision: int,
        contact: str | None,
        parent_id: int | None | Unset = UNSET,
        name: str | None = None,
    ) -> None:
        """Call `PATCH /customers/{id}`.

        Args:
            id: The path parameter `id`.
            revision: `revision` of the body.
            contact: `contact` of the body.
            parent_id: Null makes it a customer of its own.
            name: `name` of the body.
        """
        await self._nothing(
            _update_customer(id, revision=revision, contact=contact, parent_id=parent_id, name=name)
        )


def _update_customer(
    id: int, *, revision: int, contact: str | None, parent_id: int | None | Unset, name: str | None
) -> Request:
    request = Request("PATCH", "/customers/{id}")
    request.require(revision=revision)
    request.path("id", id)
    request.field("parentId", parent_id, nullable=True)
    request.field("name", name)
    request.field("revision", revision)
    request.field("contact", contact, nullable=True)
    return request
