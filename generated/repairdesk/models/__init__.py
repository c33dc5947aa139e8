# Generated from the description of RepairDesk by specloom; edits will be lost.

"""Answer types of RepairDesk. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .answer import Answer as Answer
    from .customer import Customer as Customer
    from .customer_answer import CustomerAnswer as CustomerAnswer
    from .customer_group import CustomerGroup as CustomerGroup
    from .customer_list import CustomerList as CustomerList
    from .customer_list_data import CustomerListData as CustomerListData
    from .inventory_list import InventoryList as InventoryList
    from .inventory_list_data import InventoryListData as InventoryListData
    from .invoice import Invoice as Invoice
    from .invoice_answer import InvoiceAnswer as InvoiceAnswer
    from .invoice_item import InvoiceItem as InvoiceItem
    from .invoice_list import InvoiceList as InvoiceList
    from .invoice_list_data import InvoiceListData as InvoiceListData
    from .invoice_summary import InvoiceSummary as InvoiceSummary
    from .invoice_tax_class import InvoiceTaxClass as InvoiceTaxClass
    from .invoice_ticket import InvoiceTicket as InvoiceTicket
    from .list_answer import ListAnswer as ListAnswer
    from .pagination import Pagination as Pagination
    from .payment import Payment as Payment
    from .status_list import StatusList as StatusList
    from .ticket import Ticket as Ticket
    from .ticket_answer import TicketAnswer as TicketAnswer
    from .ticket_device import TicketDevice as TicketDevice
    from .ticket_device_kind import TicketDeviceKind as TicketDeviceKind
    from .ticket_device_status import TicketDeviceStatus as TicketDeviceStatus
    from .ticket_list import TicketList as TicketList
    from .ticket_list_data import TicketListData as TicketListData
    from .ticket_note import TicketNote as TicketNote
    from .ticket_status import TicketStatus as TicketStatus
    from .ticket_summary import TicketSummary as TicketSummary

else:
    _MODULES = {
        "Answer": ".answer",
        "Customer": ".customer",
        "CustomerAnswer": ".customer_answer",
        "CustomerGroup": ".customer_group",
        "CustomerList": ".customer_list",
        "CustomerListData": ".customer_list_data",
        "InventoryList": ".inventory_list",
        "InventoryListData": ".inventory_list_data",
        "Invoice": ".invoice",
        "InvoiceAnswer": ".invoice_answer",
        "InvoiceItem": ".invoice_item",
        "InvoiceList": ".invoice_list",
        "InvoiceListData": ".invoice_list_data",
        "InvoiceSummary": ".invoice_summary",
        "InvoiceTaxClass": ".invoice_tax_class",
        "InvoiceTicket": ".invoice_ticket",
        "ListAnswer": ".list_answer",
        "Pagination": ".pagination",
        "Payment": ".payment",
        "StatusList": ".status_list",
        "Ticket": ".ticket",
        "TicketAnswer": ".ticket_answer",
        "TicketDevice": ".ticket_device",
        "TicketDeviceKind": ".ticket_device_kind",
        "TicketDeviceStatus": ".ticket_device_status",
        "TicketList": ".ticket_list",
        "TicketListData": ".ticket_list_data",
        "TicketNote": ".ticket_note",
        "TicketStatus": ".ticket_status",
        "TicketSummary": ".ticket_summary",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
