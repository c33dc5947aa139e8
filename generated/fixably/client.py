# Generated from the description of Fixably API by specloom; edits will be lost.

"""The clients for Fixably API: `Fixably` and `AsyncFixably`."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from ._runtime.configuration import (
    Configuration as _Configuration,
    extended as _extended,
    server_url as _server_url,
    setting as _setting,
)
from ._runtime.features.collection_client import (
    AsyncCollectionClient as _AsyncCollectionClient,
    CollectionClient as _CollectionClient,
)
from ._runtime.features.error_codes import ErrorCodes as _ErrorCodes
from ._runtime.features.failures import DescribedFailures as _DescribedFailures
from ._runtime.features.keys import HeaderKey as _HeaderKey
from .errors import (
    BY_STATUS as _BY_STATUS,
    MEANINGS as _MEANINGS,
    described_failure as _described_failure,
)

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.cost_estimates import AsyncCostEstimates, CostEstimates
    from .resources.custom_fields import AsyncCustomFieldsResource, CustomFieldsResource
    from .resources.customers import AsyncCustomers, Customers
    from .resources.deliveries import AsyncDeliveries, Deliveries
    from .resources.devices import AsyncDevices, Devices
    from .resources.emails import AsyncEmails, Emails
    from .resources.files import AsyncFiles, Files
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.legacy_service_contracts import (
        AsyncLegacyServiceContracts,
        LegacyServiceContracts,
    )
    from .resources.locations import AsyncLocations, Locations
    from .resources.manifests import AsyncManifests, Manifests
    from .resources.orders import AsyncOrders, Orders
    from .resources.payment_terms import AsyncPaymentTerms, PaymentTerms
    from .resources.payment_types import AsyncPaymentTypes, PaymentTypes
    from .resources.payments import AsyncPayments, Payments
    from .resources.products import AsyncProducts, Products
    from .resources.purchase_invoices import AsyncPurchaseInvoices, PurchaseInvoices
    from .resources.purchase_orders import AsyncPurchaseOrders, PurchaseOrders
    from .resources.queues import AsyncQueues, Queues
    from .resources.roles import AsyncRoles, Roles
    from .resources.shipments import AsyncShipments, Shipments
    from .resources.statuses import AsyncStatuses, Statuses
    from .resources.stocks import AsyncStocks, Stocks
    from .resources.stores import AsyncStores, Stores
    from .resources.tasks import AsyncTasks, Tasks

__all__ = ["AsyncFixably", "Fixably"]


class Fixably(_CollectionClient):
    """A client for Fixably API; calls block.

    Args:
        domain: Name of your tenant, the first part of the address at which you use Fixably.
            Default: the environment variable `FIXABLY_DOMAIN`.
        api_key: API token of a user, sent as it is, with no scheme before it. An administrator
            finds it in Fixably under User Settings, Integrations, API. Default: the environment
            variable `FIXABLY_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FIXABLY_BASE_URL`.
        timeout: Seconds until an answer has to be complete, or an `httpx.Timeout` for each
            wait; None waits for ever.
        max_response_bytes: The most bytes of one answer that are held, decompressed; None holds
            any number.
        max_retries: How often a call that failed in passing is repeated; only calls that may
            safely be.
        headers: Sent with every request.
        on_mismatch: What happens when an answer contradicts the description: warn, ignore,
            raise, or a function to call.
        transport: An httpx transport, for proxies, certificates and tests.
    """

    def __init__(
        self,
        *,
        domain: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.BaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                domain=domain,
                api_key=api_key,
                base_url=base_url,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def cost_estimates(self) -> CostEstimates:
        """What a repair may cost, in options from which the customer chooses."""
        from .resources.cost_estimates import CostEstimates

        return CostEstimates(self._session)

    @_cached_property
    def custom_fields(self) -> CustomFieldsResource:
        """Fields that the tenant adds to devices, orders, order lines, products, service contracts
        and users.
        """
        from .resources.custom_fields import CustomFieldsResource

        return CustomFieldsResource(self._session)

    @_cached_property
    def customers(self) -> Customers:
        """People and companies for whom devices are repaired."""
        from .resources.customers import Customers

        return Customers(self._session)

    @_cached_property
    def deliveries(self) -> Deliveries:
        """Ways in which devices are delivered."""
        from .resources.deliveries import Deliveries

        return Deliveries(self._session)

    @_cached_property
    def devices(self) -> Devices:
        """Devices that are repaired."""
        from .resources.devices import Devices

        return Devices(self._session)

    @_cached_property
    def emails(self) -> Emails:
        """E-mails about orders, their templates and the documents to attach."""
        from .resources.emails import Emails

        return Emails(self._session)

    @_cached_property
    def files(self) -> Files:
        """Files of orders, and how to upload new ones."""
        from .resources.files import Files

        return Files(self._session)

    @_cached_property
    def invoices(self) -> Invoices:
        """Invoices and receipts, their lines, and what is paid on them."""
        from .resources.invoices import Invoices

        return Invoices(self._session)

    @_cached_property
    def legacy_service_contracts(self) -> LegacyServiceContracts:
        """Contracts about the service of a customer's devices. Orders that one applies to show it."""
        from .resources.legacy_service_contracts import LegacyServiceContracts

        return LegacyServiceContracts(self._session)

    @_cached_property
    def locations(self) -> Locations:
        """Places where devices are repaired."""
        from .resources.locations import Locations

        return Locations(self._session)

    @_cached_property
    def manifests(self) -> Manifests:
        """Announced deliveries of devices to a service location."""
        from .resources.manifests import Manifests

        return Manifests(self._session)

    @_cached_property
    def orders(self) -> Orders:
        """Service and sales orders with their lines, notes, tasks, files and shipments."""
        from .resources.orders import Orders

        return Orders(self._session)

    @_cached_property
    def payment_terms(self) -> PaymentTerms:
        """How long customers may take to pay, as set up in the system settings."""
        from .resources.payment_terms import PaymentTerms

        return PaymentTerms(self._session)

    @_cached_property
    def payment_types(self) -> PaymentTypes:
        """Ways to pay."""
        from .resources.payment_types import PaymentTypes

        return PaymentTypes(self._session)

    @_cached_property
    def payments(self) -> Payments:
        """Payments of invoices."""
        from .resources.payments import Payments

        return Payments(self._session)

    @_cached_property
    def products(self) -> Products:
        """What can be put on orders, such as parts, services and fees."""
        from .resources.products import Products

        return Products(self._session)

    @_cached_property
    def purchase_invoices(self) -> PurchaseInvoices:
        """Invoices from suppliers."""
        from .resources.purchase_invoices import PurchaseInvoices

        return PurchaseInvoices(self._session)

    @_cached_property
    def purchase_orders(self) -> PurchaseOrders:
        """Orders of products and services from suppliers."""
        from .resources.purchase_orders import PurchaseOrders

        return PurchaseOrders(self._session)

    @_cached_property
    def queues(self) -> Queues:
        """Queues in which orders wait for service."""
        from .resources.queues import Queues

        return Queues(self._session)

    @_cached_property
    def roles(self) -> Roles:
        """Roles of users and customers."""
        from .resources.roles import Roles

        return Roles(self._session)

    @_cached_property
    def shipments(self) -> Shipments:
        """Parcels between customers, stores and service locations."""
        from .resources.shipments import Shipments

        return Shipments(self._session)

    @_cached_property
    def statuses(self) -> Statuses:
        """Statuses that orders can have; each service queue can have statuses of its own."""
        from .resources.statuses import Statuses

        return Statuses(self._session)

    @_cached_property
    def stocks(self) -> Stocks:
        """Stocks, and how many pieces of each product are in them."""
        from .resources.stocks import Stocks

        return Stocks(self._session)

    @_cached_property
    def stores(self) -> Stores:
        """Places that take devices in and hand them out, without repairing them."""
        from .resources.stores import Stores

        return Stores(self._session)

    @_cached_property
    def tasks(self) -> Tasks:
        """Fields that administrators add to orders."""
        from .resources.tasks import Tasks

        return Tasks(self._session)


class AsyncFixably(_AsyncCollectionClient):
    """A client for Fixably API; calls are awaited.

    Args:
        domain: Name of your tenant, the first part of the address at which you use Fixably.
            Default: the environment variable `FIXABLY_DOMAIN`.
        api_key: API token of a user, sent as it is, with no scheme before it. An administrator
            finds it in Fixably under User Settings, Integrations, API. Default: the environment
            variable `FIXABLY_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `FIXABLY_BASE_URL`.
        timeout: Seconds until an answer has to be complete, or an `httpx.Timeout` for each
            wait; None waits for ever.
        max_response_bytes: The most bytes of one answer that are held, decompressed; None holds
            any number.
        max_retries: How often a call that failed in passing is repeated; only calls that may
            safely be.
        headers: Sent with every request.
        on_mismatch: What happens when an answer contradicts the description: warn, ignore,
            raise, or a function to call.
        transport: An httpx transport, for proxies, certificates and tests.
    """

    def __init__(
        self,
        *,
        domain: str | None = None,
        api_key: str | None = None,
        base_url: str | None = None,
        timeout: float | _httpx.Timeout | None = 60.0,
        max_response_bytes: int | None = 100_000_000,
        max_retries: int = 2,
        headers: _Mapping[str, str] | None = None,
        on_mismatch: _OnMismatch = "warn",
        transport: _httpx.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(
            _configuration(
                domain=domain,
                api_key=api_key,
                base_url=base_url,
                timeout=timeout,
                max_response_bytes=max_response_bytes,
                max_retries=max_retries,
                headers=headers,
                on_mismatch=on_mismatch,
            ),
            transport=transport,
        )

    @_cached_property
    def cost_estimates(self) -> AsyncCostEstimates:
        """What a repair may cost, in options from which the customer chooses."""
        from .resources.cost_estimates import AsyncCostEstimates

        return AsyncCostEstimates(self._session)

    @_cached_property
    def custom_fields(self) -> AsyncCustomFieldsResource:
        """Fields that the tenant adds to devices, orders, order lines, products, service contracts
        and users.
        """
        from .resources.custom_fields import AsyncCustomFieldsResource

        return AsyncCustomFieldsResource(self._session)

    @_cached_property
    def customers(self) -> AsyncCustomers:
        """People and companies for whom devices are repaired."""
        from .resources.customers import AsyncCustomers

        return AsyncCustomers(self._session)

    @_cached_property
    def deliveries(self) -> AsyncDeliveries:
        """Ways in which devices are delivered."""
        from .resources.deliveries import AsyncDeliveries

        return AsyncDeliveries(self._session)

    @_cached_property
    def devices(self) -> AsyncDevices:
        """Devices that are repaired."""
        from .resources.devices import AsyncDevices

        return AsyncDevices(self._session)

    @_cached_property
    def emails(self) -> AsyncEmails:
        """E-mails about orders, their templates and the documents to attach."""
        from .resources.emails import AsyncEmails

        return AsyncEmails(self._session)

    @_cached_property
    def files(self) -> AsyncFiles:
        """Files of orders, and how to upload new ones."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self._session)

    @_cached_property
    def invoices(self) -> AsyncInvoices:
        """Invoices and receipts, their lines, and what is paid on them."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self._session)

    @_cached_property
    def legacy_service_contracts(self) -> AsyncLegacyServiceContracts:
        """Contracts about the service of a customer's devices. Orders that one applies to show it."""
        from .resources.legacy_service_contracts import AsyncLegacyServiceContracts

        return AsyncLegacyServiceContracts(self._session)

    @_cached_property
    def locations(self) -> AsyncLocations:
        """Places where devices are repaired."""
        from .resources.locations import AsyncLocations

        return AsyncLocations(self._session)

    @_cached_property
    def manifests(self) -> AsyncManifests:
        """Announced deliveries of devices to a service location."""
        from .resources.manifests import AsyncManifests

        return AsyncManifests(self._session)

    @_cached_property
    def orders(self) -> AsyncOrders:
        """Service and sales orders with their lines, notes, tasks, files and shipments."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self._session)

    @_cached_property
    def payment_terms(self) -> AsyncPaymentTerms:
        """How long customers may take to pay, as set up in the system settings."""
        from .resources.payment_terms import AsyncPaymentTerms

        return AsyncPaymentTerms(self._session)

    @_cached_property
    def payment_types(self) -> AsyncPaymentTypes:
        """Ways to pay."""
        from .resources.payment_types import AsyncPaymentTypes

        return AsyncPaymentTypes(self._session)

    @_cached_property
    def payments(self) -> AsyncPayments:
        """Payments of invoices."""
        from .resources.payments import AsyncPayments

        return AsyncPayments(self._session)

    @_cached_property
    def products(self) -> AsyncProducts:
        """What can be put on orders, such as parts, services and fees."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self._session)

    @_cached_property
    def purchase_invoices(self) -> AsyncPurchaseInvoices:
        """Invoices from suppliers."""
        from .resources.purchase_invoices import AsyncPurchaseInvoices

        return AsyncPurchaseInvoices(self._session)

    @_cached_property
    def purchase_orders(self) -> AsyncPurchaseOrders:
        """Orders of products and services from suppliers."""
        from .resources.purchase_orders import AsyncPurchaseOrders

        return AsyncPurchaseOrders(self._session)

    @_cached_property
    def queues(self) -> AsyncQueues:
        """Queues in which orders wait for service."""
        from .resources.queues import AsyncQueues

        return AsyncQueues(self._session)

    @_cached_property
    def roles(self) -> AsyncRoles:
        """Roles of users and customers."""
        from .resources.roles import AsyncRoles

        return AsyncRoles(self._session)

    @_cached_property
    def shipments(self) -> AsyncShipments:
        """Parcels between customers, stores and service locations."""
        from .resources.shipments import AsyncShipments

        return AsyncShipments(self._session)

    @_cached_property
    def statuses(self) -> AsyncStatuses:
        """Statuses that orders can have; each service queue can have statuses of its own."""
        from .resources.statuses import AsyncStatuses

        return AsyncStatuses(self._session)

    @_cached_property
    def stocks(self) -> AsyncStocks:
        """Stocks, and how many pieces of each product are in them."""
        from .resources.stocks import AsyncStocks

        return AsyncStocks(self._session)

    @_cached_property
    def stores(self) -> AsyncStores:
        """Places that take devices in and hand them out, without repairing them."""
        from .resources.stores import AsyncStores

        return AsyncStores(self._session)

    @_cached_property
    def tasks(self) -> AsyncTasks:
        """Fields that administrators add to orders."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self._session)


def _configuration(
    *,
    domain: str | None,
    api_key: str | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    domain = _setting(domain, "FIXABLY_DOMAIN")
    api_key = _setting(api_key, "FIXABLY_API_KEY")
    base_url = _setting(base_url, "FIXABLY_BASE_URL")
    return _Configuration(
        base_url=base_url
        or _server_url(
            "https://{domain}.fixably.com/api/v3",
            {"domain": domain or None},
            "Pass domain (FIXABLY_DOMAIN), or base_url (FIXABLY_BASE_URL).",
        ),
        credentials={
            "token": _HeaderKey("Authorization", api_key) if api_key else None,
        },
        security=[["token"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "fixably-python/3"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        describe_failure=_DescribedFailures(_described_failure, _BY_STATUS.keys()),
        error_pointers={"message": ("developerMessage",)},
        explain_code=_ErrorCodes(_MEANINGS),
        missing_help={
            "token": "Pass api_key, or set FIXABLY_API_KEY.",
        },
        carriers={
            "token": "authorization",
        },
    )
