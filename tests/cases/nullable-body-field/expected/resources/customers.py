# Generated from the description of Customers by specloom; edits will be lost.

"""Calls under `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset

__all__ = ["AsyncCustomersResource", "CustomersResource"]


class CustomersResource(_Resource):
    """Calls under `customers`."""

    def update_customer(
        self,
        id: int,
        *,
        revision: int,
        contact: str | None,
        parent_id: int | None | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
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
            _update_customer_request(
                id, revision=revision, contact=contact, parent_id=parent_id, name=name
            )
        )


class AsyncCustomersResource(_AsyncResource):
    """Calls under `customers`."""

    async def update_customer(
        self,
        id: int,
        *,
        revision: int,
        contact: str | None,
        parent_id: int | None | _Unset = _UNSET,
        name: str | _Unset = _UNSET,
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
            _update_customer_request(
                id, revision=revision, contact=contact, parent_id=parent_id, name=name
            )
        )


def _update_customer_request(
    id: int,
    *,
    revision: int,
    contact: str | None,
    parent_id: int | None | _Unset,
    name: str | _Unset,
) -> _Request:
    _request = _Request("PATCH", "/customers/{id}")
    _request.require(revision=revision)
    _request.require_given(contact=contact)
    _request.numbers(id=id, parent_id=parent_id, revision=revision)
    _request.path("id", id)
    _request.field("parentId", parent_id, nullable=True)
    _request.field("name", name)
    _request.field("revision", revision)
    _request.field("contact", contact, nullable=True)
    return _request
