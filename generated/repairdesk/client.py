# Generated from the description of RepairDesk by specloom; edits will be lost.

"""The clients for RepairDesk: `RepairDesk` and `AsyncRepairDesk`."""

from __future__ import annotations

from functools import cached_property as _cached_property
from typing import TYPE_CHECKING

from ._runtime.client import AsyncClient as _AsyncClient, Client as _Client
from ._runtime.configuration import (
    Configuration as _Configuration,
    extended as _extended,
    server_url as _server_url,
    setting as _setting,
)
from ._runtime.features.envelope import Envelope as _Envelope
from ._runtime.features.failures import DescribedFailures as _DescribedFailures
from ._runtime.features.keys import QueryKey as _QueryKey
from ._runtime.features.rate_limit import RateLimiter as _RateLimiter
from .errors import BY_STATUS as _BY_STATUS, described_failure as _described_failure

if TYPE_CHECKING:
    from collections.abc import Mapping as _Mapping

    import httpx as _httpx

    from ._runtime.configuration import OnMismatch as _OnMismatch
    from .resources.customers import AsyncCustomers, Customers
    from .resources.device_locations import AsyncDeviceLocations, DeviceLocations
    from .resources.devices import AsyncDevices, Devices
    from .resources.employees import AsyncEmployees, Employees
    from .resources.inventory import AsyncInventory, Inventory
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.networks import AsyncNetworks, Networks
    from .resources.parts import AsyncParts, Parts
    from .resources.problems import AsyncProblems, Problems
    from .resources.statuses import AsyncStatuses, Statuses
    from .resources.supplies import AsyncSupplies, Supplies
    from .resources.task_types import AsyncTaskTypes, TaskTypes
    from .resources.tax_classes import AsyncTaxClasses, TaxClasses
    from .resources.tickets import AsyncTickets, Tickets

__all__ = ["AsyncRepairDesk", "RepairDesk"]


class RepairDesk(_Client):
    """A client for RepairDesk; calls block.

    Args:
        api_key: The shop's key, found in Store Settings under Other Information. Resetting it
            there makes the old one useless. Default: the environment variable `REPAIRDESK_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `REPAIRDESK_BASE_URL`.
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
    def customers(self) -> Customers:
        """Find, add and change customers."""
        from .resources.customers import Customers

        return Customers(self._session)

    @_cached_property
    def tickets(self) -> Tickets:
        """Take in devices for repair, and follow the work on them."""
        from .resources.tickets import Tickets

        return Tickets(self._session)

    @_cached_property
    def devices(self) -> Devices:
        """Devices that the shop repairs."""
        from .resources.devices import Devices

        return Devices(self._session)

    @_cached_property
    def problems(self) -> Problems:
        """Repairs that devices may need."""
        from .resources.problems import Problems

        return Problems(self._session)

    @_cached_property
    def statuses(self) -> Statuses:
        """Statuses that a ticket's device can have."""
        from .resources.statuses import Statuses

        return Statuses(self._session)

    @_cached_property
    def employees(self) -> Employees:
        """People who work in the shop."""
        from .resources.employees import Employees

        return Employees(self._session)

    @_cached_property
    def networks(self) -> Networks:
        """Mobile networks."""
        from .resources.networks import Networks

        return Networks(self._session)

    @_cached_property
    def parts(self) -> Parts:
        """Spare parts for repairs."""
        from .resources.parts import Parts

        return Parts(self._session)

    @_cached_property
    def tax_classes(self) -> TaxClasses:
        """Which taxes there are."""
        from .resources.tax_classes import TaxClasses

        return TaxClasses(self._session)

    @_cached_property
    def device_locations(self) -> DeviceLocations:
        """Places where devices are kept."""
        from .resources.device_locations import DeviceLocations

        return DeviceLocations(self._session)

    @_cached_property
    def supplies(self) -> Supplies:
        """What a customer may hand in together with a device."""
        from .resources.supplies import Supplies

        return Supplies(self._session)

    @_cached_property
    def task_types(self) -> TaskTypes:
        """Sorts of work."""
        from .resources.task_types import TaskTypes

        return TaskTypes(self._session)

    @_cached_property
    def invoices(self) -> Invoices:
        """Find, make and change invoices."""
        from .resources.invoices import Invoices

        return Invoices(self._session)

    @_cached_property
    def inventory(self) -> Inventory:
        """Accessories that the shop sells."""
        from .resources.inventory import Inventory

        return Inventory(self._session)


class AsyncRepairDesk(_AsyncClient):
    """A client for RepairDesk; calls are awaited.

    Args:
        api_key: The shop's key, found in Store Settings under Other Information. Resetting it
            there makes the old one useless. Default: the environment variable `REPAIRDESK_API_KEY`.
        base_url: The server's address, in place of the described one. Default: the environment
            variable `REPAIRDESK_BASE_URL`.
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
    def customers(self) -> AsyncCustomers:
        """Find, add and change customers."""
        from .resources.customers import AsyncCustomers

        return AsyncCustomers(self._session)

    @_cached_property
    def tickets(self) -> AsyncTickets:
        """Take in devices for repair, and follow the work on them."""
        from .resources.tickets import AsyncTickets

        return AsyncTickets(self._session)

    @_cached_property
    def devices(self) -> AsyncDevices:
        """Devices that the shop repairs."""
        from .resources.devices import AsyncDevices

        return AsyncDevices(self._session)

    @_cached_property
    def problems(self) -> AsyncProblems:
        """Repairs that devices may need."""
        from .resources.problems import AsyncProblems

        return AsyncProblems(self._session)

    @_cached_property
    def statuses(self) -> AsyncStatuses:
        """Statuses that a ticket's device can have."""
        from .resources.statuses import AsyncStatuses

        return AsyncStatuses(self._session)

    @_cached_property
    def employees(self) -> AsyncEmployees:
        """People who work in the shop."""
        from .resources.employees import AsyncEmployees

        return AsyncEmployees(self._session)

    @_cached_property
    def networks(self) -> AsyncNetworks:
        """Mobile networks."""
        from .resources.networks import AsyncNetworks

        return AsyncNetworks(self._session)

    @_cached_property
    def parts(self) -> AsyncParts:
        """Spare parts for repairs."""
        from .resources.parts import AsyncParts

        return AsyncParts(self._session)

    @_cached_property
    def tax_classes(self) -> AsyncTaxClasses:
        """Which taxes there are."""
        from .resources.tax_classes import AsyncTaxClasses

        return AsyncTaxClasses(self._session)

    @_cached_property
    def device_locations(self) -> AsyncDeviceLocations:
        """Places where devices are kept."""
        from .resources.device_locations import AsyncDeviceLocations

        return AsyncDeviceLocations(self._session)

    @_cached_property
    def supplies(self) -> AsyncSupplies:
        """What a customer may hand in together with a device."""
        from .resources.supplies import AsyncSupplies

        return AsyncSupplies(self._session)

    @_cached_property
    def task_types(self) -> AsyncTaskTypes:
        """Sorts of work."""
        from .resources.task_types import AsyncTaskTypes

        return AsyncTaskTypes(self._session)

    @_cached_property
    def invoices(self) -> AsyncInvoices:
        """Find, make and change invoices."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self._session)

    @_cached_property
    def inventory(self) -> AsyncInventory:
        """Accessories that the shop sells."""
        from .resources.inventory import AsyncInventory

        return AsyncInventory(self._session)


def _configuration(
    *,
    api_key: str | None,
    base_url: str | None,
    timeout: float | _httpx.Timeout | None,
    max_response_bytes: int | None,
    max_retries: int,
    headers: _Mapping[str, str] | None,
    on_mismatch: _OnMismatch,
) -> _Configuration:
    api_key = _setting(api_key, "REPAIRDESK_API_KEY")
    base_url = _setting(base_url, "REPAIRDESK_BASE_URL")
    return _Configuration(
        base_url=base_url or _server_url("https://api.repairdesk.co/api/web/v1", {}, ""),
        credentials={
            "api_key": _QueryKey("api_key", api_key) if api_key else None,
        },
        security=[["api_key"]],
        timeout=timeout,
        max_response_bytes=max_response_bytes,
        max_retries=max_retries,
        headers=_extended("headers", {"User-Agent": "repairdesk-python/1"}, headers),
        on_mismatch=on_mismatch,
        errors=_BY_STATUS,
        describe_failure=_DescribedFailures(_described_failure),
        error_pointers={"code": ("statusCode",), "message": ("message",)},
        envelope=_Envelope(
            ("success",),
            empty_codes=frozenset(["100"]),
            empty_messages=frozenset(["No Result Found"]),
        ),
        rate_limit=_RateLimiter(50, 60),
        missing_help={
            "api_key": "Pass api_key, or set REPAIRDESK_API_KEY.",
        },
        carriers={
            "api_key": "?api_key",
        },
    )
