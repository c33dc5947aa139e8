# Generated from the description of RepairDesk by specloom; edits will be lost.

"""What calls take besides plain values, as typed dictionaries, of RepairDesk. Each module is
imported when one of its names is used.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .condition_input import ConditionInput as ConditionInput
    from .invoice_item_create_input import InvoiceItemCreateInput as InvoiceItemCreateInput
    from .invoice_summary_create_input import InvoiceSummaryCreateInput as InvoiceSummaryCreateInput
    from .repair_item_input import RepairItemInput as RepairItemInput
    from .ticket_device_create_input import TicketDeviceCreateInput as TicketDeviceCreateInput
    from .ticket_device_update_input import TicketDeviceUpdateInput as TicketDeviceUpdateInput
    from .ticket_part_create_input import TicketPartCreateInput as TicketPartCreateInput
    from .ticket_summary_create_input import TicketSummaryCreateInput as TicketSummaryCreateInput

else:
    _MODULES = {
        "ConditionInput": ".condition_input",
        "InvoiceItemCreateInput": ".invoice_item_create_input",
        "InvoiceSummaryCreateInput": ".invoice_summary_create_input",
        "RepairItemInput": ".repair_item_input",
        "TicketDeviceCreateInput": ".ticket_device_create_input",
        "TicketDeviceUpdateInput": ".ticket_device_update_input",
        "TicketPartCreateInput": ".ticket_part_create_input",
        "TicketSummaryCreateInput": ".ticket_summary_create_input",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
