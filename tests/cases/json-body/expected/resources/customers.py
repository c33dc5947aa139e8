# Generated from the description of Customers by specloom; edits will be lost.

"""Calls under `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.unset import Unset as _Unset
    from ..inputs.address_input import AddressInput
    from ..models.address import Address
    from ..models.customer import Customer

__all__ = ["AsyncCustomersResource", "CustomersResource"]


class CustomersResource(_Resource):
    """Calls under `customers`."""

    def create_customer(
        self,
        *,
        first_name: str,
        newsletter: bool | _Unset = _UNSET,
        address: AddressInput | Address | _Unset = _UNSET,
        phones: _Sequence[str] | _Unset = _UNSET,
    ) -> Customer:
        """Create a customer.

        `POST /customers`

        Args:
            first_name: As on the passport.
            newsletter: Server default: `false`.
            address: `address` of the body.
            phones: `phones` of the body.
        """
        from ..models.customer import Customer

        return self._json(
            _create_customer_request(
                first_name=first_name, newsletter=newsletter, address=address, phones=phones
            ),
            Customer,
        )


class AsyncCustomersResource(_AsyncResource):
    """Calls under `customers`."""

    async def create_customer(
        self,
        *,
        first_name: str,
        newsletter: bool | _Unset = _UNSET,
        address: AddressInput | Address | _Unset = _UNSET,
        phones: _Sequence[str] | _Unset = _UNSET,
    ) -> Customer:
        """Create a customer.

        `POST /customers`

        Args:
            first_name: As on the passport.
            newsletter: Server default: `false`.
            address: `address` of the body.
            phones: `phones` of the body.
        """
        from ..models.customer import Customer

        return await self._json(
            _create_customer_request(
                first_name=first_name, newsletter=newsletter, address=address, phones=phones
            ),
            Customer,
        )


def _create_customer_request(
    *,
    first_name: str,
    newsletter: bool | _Unset,
    address: AddressInput | Address | _Unset,
    phones: _Sequence[str] | _Unset,
) -> _Request:
    from .._runtime.features.shapes import Items as _Items
    from ..inputs.address_input import ADDRESS_INPUT

    _request = _Request("POST", "/customers")
    _request.require(first_name=first_name)
    _request.field("firstName", first_name)
    _request.field("newsletter", newsletter)
    _request.field("address", address, ADDRESS_INPUT)
    _request.field("phones", phones, _Items())
    return _request
