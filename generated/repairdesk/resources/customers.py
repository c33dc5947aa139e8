# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Find, add and change customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.forms import add_form_field as _add_form_field
from .._runtime.features.media_types import choose_body as _choose_body
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from typing import Literal as _Literal

    from .._runtime.unset import Unset as _Unset
    from ..models.answer import Answer
    from ..models.customer_answer import CustomerAnswer
    from ..models.customer_list import CustomerList

__all__ = ["AsyncCustomers", "Customers"]


class Customers(_Resource):
    """Find, add and change customers."""

    def list(self, *, keyword: str | None = None, referred_by: str | None = None) -> CustomerList:
        """List customers, or search them.

        Gives customers; with `keyword` or `referredby` only those that match.

        `GET /customers`

        Args:
            keyword: Words to look for.
            referred_by: Only customers who were referred by this.
        """
        from ..models.customer_list import CustomerList

        return self._json(_list_request(keyword=keyword, referred_by=referred_by), CustomerList)

    def create(
        self,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        mobile: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        address1: str | _Unset = _UNSET,
        address2: str | _Unset = _UNSET,
        postcode: str | _Unset = _UNSET,
        city: str | _Unset = _UNSET,
        state: str | _Unset = _UNSET,
        country: str | _Unset = _UNSET,
        orgonization: str | _Unset = _UNSET,
        organization: str | _Unset = _UNSET,
        driving_licence: str | _Unset = _UNSET,
        contact_person: str | _Unset = _UNSET,
        tax_number: str | _Unset = _UNSET,
        network: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Add a customer.

        Adds a customer with the members that you send. Which of them are needed is not documented.

        `POST /customers`

        Args:
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            mobile: Mobile phone number.
            email: E-mail address.
            address1: First line of the address.
            address2: Second line of the address.
            postcode: Postal code.
            city: Town or city.
            state: State or county.
            country: Country.
            orgonization: Company. The vendor's sample spells it like this, and so do answers.
            organization: Company. Prefer `orgonization`, the name that the vendor's sample
                uses.
            driving_licence: Number of the driving licence.
            contact_person: Whom to ask for at the company.
            tax_number: Tax number.
            network: Mobile network.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return self._json(
            _create_request(
                first_name=first_name,
                last_name=last_name,
                phone=phone,
                mobile=mobile,
                email=email,
                address1=address1,
                address2=address2,
                postcode=postcode,
                city=city,
                state=state,
                country=country,
                orgonization=orgonization,
                organization=organization,
                driving_licence=driving_licence,
                contact_person=contact_person,
                tax_number=tax_number,
                network=network,
                content_type=content_type,
            ),
            Answer,
        )

    def get(self, customer_id: str | int) -> CustomerAnswer:
        """Get a customer.

        Gives everything that is stored about one customer.

        `GET /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
        """
        from ..models.customer_answer import CustomerAnswer

        return self._json(_get_request(customer_id), CustomerAnswer)

    def update(
        self,
        customer_id: str | int,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        mobile: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        address1: str | _Unset = _UNSET,
        address2: str | _Unset = _UNSET,
        postcode: str | _Unset = _UNSET,
        city: str | _Unset = _UNSET,
        state: str | _Unset = _UNSET,
        country: str | _Unset = _UNSET,
        orgonization: str | _Unset = _UNSET,
        organization: str | _Unset = _UNSET,
        driving_licence: str | _Unset = _UNSET,
        contact_person: str | _Unset = _UNSET,
        tax_number: str | _Unset = _UNSET,
        network: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Change a customer.

        Replaces what is stored about a customer. What becomes of members that are left out is not
        documented: send all that you want to keep.

        `PUT /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            mobile: Mobile phone number.
            email: E-mail address.
            address1: First line of the address.
            address2: Second line of the address.
            postcode: Postal code.
            city: Town or city.
            state: State or county.
            country: Country.
            orgonization: Company. The vendor's sample spells it like this, and so do answers.
            organization: Company. Prefer `orgonization`, the name that the vendor's sample
                uses.
            driving_licence: Number of the driving licence.
            contact_person: Whom to ask for at the company.
            tax_number: Tax number.
            network: Mobile network.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return self._json(
            _update_request(
                customer_id,
                first_name=first_name,
                last_name=last_name,
                phone=phone,
                mobile=mobile,
                email=email,
                address1=address1,
                address2=address2,
                postcode=postcode,
                city=city,
                state=state,
                country=country,
                orgonization=orgonization,
                organization=organization,
                driving_licence=driving_licence,
                contact_person=contact_person,
                tax_number=tax_number,
                network=network,
                content_type=content_type,
            ),
            Answer,
        )


class AsyncCustomers(_AsyncResource):
    """Find, add and change customers."""

    async def list(
        self, *, keyword: str | None = None, referred_by: str | None = None
    ) -> CustomerList:
        """List customers, or search them.

        Gives customers; with `keyword` or `referredby` only those that match.

        `GET /customers`

        Args:
            keyword: Words to look for.
            referred_by: Only customers who were referred by this.
        """
        from ..models.customer_list import CustomerList

        return await self._json(
            _list_request(keyword=keyword, referred_by=referred_by), CustomerList
        )

    async def create(
        self,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        mobile: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        address1: str | _Unset = _UNSET,
        address2: str | _Unset = _UNSET,
        postcode: str | _Unset = _UNSET,
        city: str | _Unset = _UNSET,
        state: str | _Unset = _UNSET,
        country: str | _Unset = _UNSET,
        orgonization: str | _Unset = _UNSET,
        organization: str | _Unset = _UNSET,
        driving_licence: str | _Unset = _UNSET,
        contact_person: str | _Unset = _UNSET,
        tax_number: str | _Unset = _UNSET,
        network: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Add a customer.

        Adds a customer with the members that you send. Which of them are needed is not documented.

        `POST /customers`

        Args:
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            mobile: Mobile phone number.
            email: E-mail address.
            address1: First line of the address.
            address2: Second line of the address.
            postcode: Postal code.
            city: Town or city.
            state: State or county.
            country: Country.
            orgonization: Company. The vendor's sample spells it like this, and so do answers.
            organization: Company. Prefer `orgonization`, the name that the vendor's sample
                uses.
            driving_licence: Number of the driving licence.
            contact_person: Whom to ask for at the company.
            tax_number: Tax number.
            network: Mobile network.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return await self._json(
            _create_request(
                first_name=first_name,
                last_name=last_name,
                phone=phone,
                mobile=mobile,
                email=email,
                address1=address1,
                address2=address2,
                postcode=postcode,
                city=city,
                state=state,
                country=country,
                orgonization=orgonization,
                organization=organization,
                driving_licence=driving_licence,
                contact_person=contact_person,
                tax_number=tax_number,
                network=network,
                content_type=content_type,
            ),
            Answer,
        )

    async def get(self, customer_id: str | int) -> CustomerAnswer:
        """Get a customer.

        Gives everything that is stored about one customer.

        `GET /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
        """
        from ..models.customer_answer import CustomerAnswer

        return await self._json(_get_request(customer_id), CustomerAnswer)

    async def update(
        self,
        customer_id: str | int,
        *,
        first_name: str | _Unset = _UNSET,
        last_name: str | _Unset = _UNSET,
        phone: str | _Unset = _UNSET,
        mobile: str | _Unset = _UNSET,
        email: str | _Unset = _UNSET,
        address1: str | _Unset = _UNSET,
        address2: str | _Unset = _UNSET,
        postcode: str | _Unset = _UNSET,
        city: str | _Unset = _UNSET,
        state: str | _Unset = _UNSET,
        country: str | _Unset = _UNSET,
        orgonization: str | _Unset = _UNSET,
        organization: str | _Unset = _UNSET,
        driving_licence: str | _Unset = _UNSET,
        contact_person: str | _Unset = _UNSET,
        tax_number: str | _Unset = _UNSET,
        network: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded"
        ] = "application/json",
    ) -> Answer:
        """Change a customer.

        Replaces what is stored about a customer. What becomes of members that are left out is not
        documented: send all that you want to keep.

        `PUT /customers/{customer_id}`

        Args:
            customer_id: Id of the customer.
            first_name: First name.
            last_name: Last name.
            phone: Phone number.
            mobile: Mobile phone number.
            email: E-mail address.
            address1: First line of the address.
            address2: Second line of the address.
            postcode: Postal code.
            city: Town or city.
            state: State or county.
            country: Country.
            orgonization: Company. The vendor's sample spells it like this, and so do answers.
            organization: Company. Prefer `orgonization`, the name that the vendor's sample
                uses.
            driving_licence: Number of the driving licence.
            contact_person: Whom to ask for at the company.
            tax_number: Tax number.
            network: Mobile network.
            content_type: The media type of the body.
        """
        from ..models.answer import Answer

        return await self._json(
            _update_request(
                customer_id,
                first_name=first_name,
                last_name=last_name,
                phone=phone,
                mobile=mobile,
                email=email,
                address1=address1,
                address2=address2,
                postcode=postcode,
                city=city,
                state=state,
                country=country,
                orgonization=orgonization,
                organization=organization,
                driving_licence=driving_licence,
                contact_person=contact_person,
                tax_number=tax_number,
                network=network,
                content_type=content_type,
            ),
            Answer,
        )


def _list_request(*, keyword: str | None, referred_by: str | None) -> _Request:
    _request = _Request("GET", "/customers", listing=True)
    _request.query("keyword", keyword)
    _request.query("referredby", referred_by)
    return _request


def _create_request(
    *,
    first_name: str | _Unset,
    last_name: str | _Unset,
    phone: str | _Unset,
    mobile: str | _Unset,
    email: str | _Unset,
    address1: str | _Unset,
    address2: str | _Unset,
    postcode: str | _Unset,
    city: str | _Unset,
    state: str | _Unset,
    country: str | _Unset,
    orgonization: str | _Unset,
    organization: str | _Unset,
    driving_licence: str | _Unset,
    contact_person: str | _Unset,
    tax_number: str | _Unset,
    network: str | _Unset,
    content_type: str,
) -> _Request:
    _media_type = _choose_body(
        content_type, "application/json", "application/x-www-form-urlencoded"
    )
    _request = _Request("POST", "/customers", media_type=_media_type)
    if _media_type == "application/json":
        _request.field("first_name", first_name)
        _request.field("last_name", last_name)
        _request.field("phone", phone)
        _request.field("mobile", mobile)
        _request.field("email", email)
        _request.field("address1", address1)
        _request.field("address2", address2)
        _request.field("postcode", postcode)
        _request.field("city", city)
        _request.field("state", state)
        _request.field("country", country)
        _request.field("orgonization", orgonization)
        _request.field("organization", organization)
        _request.field("driving_licence", driving_licence)
        _request.field("contact_person", contact_person)
        _request.field("tax_number", tax_number)
        _request.field("network", network)
    else:
        _add_form_field(_request, "first_name", first_name)
        _add_form_field(_request, "last_name", last_name)
        _add_form_field(_request, "phone", phone)
        _add_form_field(_request, "mobile", mobile)
        _add_form_field(_request, "email", email)
        _add_form_field(_request, "address1", address1)
        _add_form_field(_request, "address2", address2)
        _add_form_field(_request, "postcode", postcode)
        _add_form_field(_request, "city", city)
        _add_form_field(_request, "state", state)
        _add_form_field(_request, "country", country)
        _add_form_field(_request, "orgonization", orgonization)
        _add_form_field(_request, "organization", organization)
        _add_form_field(_request, "driving_licence", driving_licence)
        _add_form_field(_request, "contact_person", contact_person)
        _add_form_field(_request, "tax_number", tax_number)
        _add_form_field(_request, "network", network)
    return _request


def _get_request(customer_id: str | int) -> _Request:
    _request = _Request("GET", "/customers/{customer_id}")
    _request.path("customer_id", customer_id)
    return _request


def _update_request(
    customer_id: str | int,
    *,
    first_name: str | _Unset,
    last_name: str | _Unset,
    phone: str | _Unset,
    mobile: str | _Unset,
    email: str | _Unset,
    address1: str | _Unset,
    address2: str | _Unset,
    postcode: str | _Unset,
    city: str | _Unset,
    state: str | _Unset,
    country: str | _Unset,
    orgonization: str | _Unset,
    organization: str | _Unset,
    driving_licence: str | _Unset,
    contact_person: str | _Unset,
    tax_number: str | _Unset,
    network: str | _Unset,
    content_type: str,
) -> _Request:
    _media_type = _choose_body(
        content_type, "application/json", "application/x-www-form-urlencoded"
    )
    _request = _Request("PUT", "/customers/{customer_id}", media_type=_media_type)
    _request.path("customer_id", customer_id)
    if _media_type == "application/json":
        _request.field("first_name", first_name)
        _request.field("last_name", last_name)
        _request.field("phone", phone)
        _request.field("mobile", mobile)
        _request.field("email", email)
        _request.field("address1", address1)
        _request.field("address2", address2)
        _request.field("postcode", postcode)
        _request.field("city", city)
        _request.field("state", state)
        _request.field("country", country)
        _request.field("orgonization", orgonization)
        _request.field("organization", organization)
        _request.field("driving_licence", driving_licence)
        _request.field("contact_person", contact_person)
        _request.field("tax_number", tax_number)
        _request.field("network", network)
    else:
        _add_form_field(_request, "first_name", first_name)
        _add_form_field(_request, "last_name", last_name)
        _add_form_field(_request, "phone", phone)
        _add_form_field(_request, "mobile", mobile)
        _add_form_field(_request, "email", email)
        _add_form_field(_request, "address1", address1)
        _add_form_field(_request, "address2", address2)
        _add_form_field(_request, "postcode", postcode)
        _add_form_field(_request, "city", city)
        _add_form_field(_request, "state", state)
        _add_form_field(_request, "country", country)
        _add_form_field(_request, "orgonization", orgonization)
        _add_form_field(_request, "organization", organization)
        _add_form_field(_request, "driving_licence", driving_licence)
        _add_form_field(_request, "contact_person", contact_person)
        _add_form_field(_request, "tax_number", tax_number)
        _add_form_field(_request, "network", network)
    return _request
