# Generated from the description of Fixably API by specloom; edits will be lost.

"""What calls take besides plain values, as typed dictionaries, of Fixably API. Each module is
imported when one of its names is used.
"""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .billing_address_input import BillingAddressInput as BillingAddressInput
    from .contract_priority_input import ContractPriorityInput as ContractPriorityInput
    from .cost_estimate_page_relation_input import (
        CostEstimatePageRelationInput as CostEstimatePageRelationInput,
    )
    from .cost_estimate_relation_input import CostEstimateRelationInput as CostEstimateRelationInput
    from .custom_field_model_input import CustomFieldModelInput as CustomFieldModelInput
    from .custom_field_type_input import CustomFieldTypeInput as CustomFieldTypeInput
    from .custom_fields_input import CustomFieldsInput as CustomFieldsInput
    from .customer_page_relation_input import CustomerPageRelationInput as CustomerPageRelationInput
    from .customer_relation_input import CustomerRelationInput as CustomerRelationInput
    from .delivery_page_relation_input import DeliveryPageRelationInput as DeliveryPageRelationInput
    from .device_page_relation_input import DevicePageRelationInput as DevicePageRelationInput
    from .email_document_type_code_input import (
        EmailDocumentTypeCodeInput as EmailDocumentTypeCodeInput,
    )
    from .email_template_page_relation_input import (
        EmailTemplatePageRelationInput as EmailTemplatePageRelationInput,
    )
    from .file_page_relation_input import FilePageRelationInput as FilePageRelationInput
    from .file_relation_input import FileRelationInput as FileRelationInput
    from .id_reference_input import IdReferenceInput as IdReferenceInput
    from .invoice_line_page_relation_input import (
        InvoiceLinePageRelationInput as InvoiceLinePageRelationInput,
    )
    from .invoice_line_relation_input import InvoiceLineRelationInput as InvoiceLineRelationInput
    from .invoice_page_relation_input import InvoicePageRelationInput as InvoicePageRelationInput
    from .invoice_relation_input import InvoiceRelationInput as InvoiceRelationInput
    from .legacy_service_contract_page_relation_input import (
        LegacyServiceContractPageRelationInput as LegacyServiceContractPageRelationInput,
    )
    from .legacy_service_contract_relation_input import (
        LegacyServiceContractRelationInput as LegacyServiceContractRelationInput,
    )
    from .location_page_relation_input import LocationPageRelationInput as LocationPageRelationInput
    from .location_relation_input import LocationRelationInput as LocationRelationInput
    from .manifest_line_create_input import ManifestLineCreateInput as ManifestLineCreateInput
    from .manifest_line_page_relation_input import (
        ManifestLinePageRelationInput as ManifestLinePageRelationInput,
    )
    from .manifest_line_update_input import ManifestLineUpdateInput as ManifestLineUpdateInput
    from .manifest_page_relation_input import ManifestPageRelationInput as ManifestPageRelationInput
    from .manifest_relation_input import ManifestRelationInput as ManifestRelationInput
    from .manufacturer_input import ManufacturerInput as ManufacturerInput
    from .new_order_device_input import NewOrderDeviceInput as NewOrderDeviceInput
    from .new_order_note_input import NewOrderNoteInput as NewOrderNoteInput
    from .new_order_task_input import NewOrderTaskInput as NewOrderTaskInput
    from .order_line_page_relation_input import (
        OrderLinePageRelationInput as OrderLinePageRelationInput,
    )
    from .order_line_price_range_input import OrderLinePriceRangeInput as OrderLinePriceRangeInput
    from .order_line_relation_input import OrderLineRelationInput as OrderLineRelationInput
    from .order_note_create_input import OrderNoteCreateInput as OrderNoteCreateInput
    from .order_note_page_relation_input import (
        OrderNotePageRelationInput as OrderNotePageRelationInput,
    )
    from .order_note_relation_input import OrderNoteRelationInput as OrderNoteRelationInput
    from .order_page_relation_input import OrderPageRelationInput as OrderPageRelationInput
    from .order_priority_number_input import OrderPriorityNumberInput as OrderPriorityNumberInput
    from .order_relation_input import OrderRelationInput as OrderRelationInput
    from .order_task_page_relation_input import (
        OrderTaskPageRelationInput as OrderTaskPageRelationInput,
    )
    from .order_task_relation_input import OrderTaskRelationInput as OrderTaskRelationInput
    from .payment_page_relation_input import PaymentPageRelationInput as PaymentPageRelationInput
    from .payment_relation_input import PaymentRelationInput as PaymentRelationInput
    from .payment_term_change_input import PaymentTermChangeInput as PaymentTermChangeInput
    from .payment_term_page_relation_input import (
        PaymentTermPageRelationInput as PaymentTermPageRelationInput,
    )
    from .payment_type_page_relation_input import (
        PaymentTypePageRelationInput as PaymentTypePageRelationInput,
    )
    from .postal_address_input import PostalAddressInput as PostalAddressInput
    from .product_page_relation_input import ProductPageRelationInput as ProductPageRelationInput
    from .product_type_input import ProductTypeInput as ProductTypeInput
    from .purchase_invoice_page_relation_input import (
        PurchaseInvoicePageRelationInput as PurchaseInvoicePageRelationInput,
    )
    from .purchase_invoice_relation_input import (
        PurchaseInvoiceRelationInput as PurchaseInvoiceRelationInput,
    )
    from .purchase_order_line_page_relation_input import (
        PurchaseOrderLinePageRelationInput as PurchaseOrderLinePageRelationInput,
    )
    from .purchase_order_line_relation_input import (
        PurchaseOrderLineRelationInput as PurchaseOrderLineRelationInput,
    )
    from .purchase_order_page_relation_input import (
        PurchaseOrderPageRelationInput as PurchaseOrderPageRelationInput,
    )
    from .purchase_order_product_input import PurchaseOrderProductInput as PurchaseOrderProductInput
    from .purchase_order_relation_input import (
        PurchaseOrderRelationInput as PurchaseOrderRelationInput,
    )
    from .queue_page_relation_input import QueuePageRelationInput as QueuePageRelationInput
    from .queue_relation_input import QueueRelationInput as QueueRelationInput
    from .removable_id_reference_input import RemovableIdReferenceInput as RemovableIdReferenceInput
    from .role_page_relation_input import RolePageRelationInput as RolePageRelationInput
    from .shipment_page_relation_input import ShipmentPageRelationInput as ShipmentPageRelationInput
    from .shipment_relation_input import ShipmentRelationInput as ShipmentRelationInput
    from .shipping_address_input import ShippingAddressInput as ShippingAddressInput
    from .status_page_relation_input import StatusPageRelationInput as StatusPageRelationInput
    from .status_relation_input import StatusRelationInput as StatusRelationInput
    from .stock_page_relation_input import StockPageRelationInput as StockPageRelationInput
    from .stock_product_page_relation_input import (
        StockProductPageRelationInput as StockProductPageRelationInput,
    )
    from .stock_relation_input import StockRelationInput as StockRelationInput
    from .store_page_relation_input import StorePageRelationInput as StorePageRelationInput
    from .task_page_relation_input import TaskPageRelationInput as TaskPageRelationInput
    from .writable_internal_location_input import (
        WritableInternalLocationInput as WritableInternalLocationInput,
    )

else:
    _MODULES = {
        "BillingAddressInput": ".billing_address_input",
        "ContractPriorityInput": ".contract_priority_input",
        "CostEstimatePageRelationInput": ".cost_estimate_page_relation_input",
        "CostEstimateRelationInput": ".cost_estimate_relation_input",
        "CustomFieldModelInput": ".custom_field_model_input",
        "CustomFieldTypeInput": ".custom_field_type_input",
        "CustomFieldsInput": ".custom_fields_input",
        "CustomerPageRelationInput": ".customer_page_relation_input",
        "CustomerRelationInput": ".customer_relation_input",
        "DeliveryPageRelationInput": ".delivery_page_relation_input",
        "DevicePageRelationInput": ".device_page_relation_input",
        "EmailDocumentTypeCodeInput": ".email_document_type_code_input",
        "EmailTemplatePageRelationInput": ".email_template_page_relation_input",
        "FilePageRelationInput": ".file_page_relation_input",
        "FileRelationInput": ".file_relation_input",
        "IdReferenceInput": ".id_reference_input",
        "InvoiceLinePageRelationInput": ".invoice_line_page_relation_input",
        "InvoiceLineRelationInput": ".invoice_line_relation_input",
        "InvoicePageRelationInput": ".invoice_page_relation_input",
        "InvoiceRelationInput": ".invoice_relation_input",
        "LegacyServiceContractPageRelationInput": ".legacy_service_contract_page_relation_input",
        "LegacyServiceContractRelationInput": ".legacy_service_contract_relation_input",
        "LocationPageRelationInput": ".location_page_relation_input",
        "LocationRelationInput": ".location_relation_input",
        "ManifestLineCreateInput": ".manifest_line_create_input",
        "ManifestLinePageRelationInput": ".manifest_line_page_relation_input",
        "ManifestLineUpdateInput": ".manifest_line_update_input",
        "ManifestPageRelationInput": ".manifest_page_relation_input",
        "ManifestRelationInput": ".manifest_relation_input",
        "ManufacturerInput": ".manufacturer_input",
        "NewOrderDeviceInput": ".new_order_device_input",
        "NewOrderNoteInput": ".new_order_note_input",
        "NewOrderTaskInput": ".new_order_task_input",
        "OrderLinePageRelationInput": ".order_line_page_relation_input",
        "OrderLinePriceRangeInput": ".order_line_price_range_input",
        "OrderLineRelationInput": ".order_line_relation_input",
        "OrderNoteCreateInput": ".order_note_create_input",
        "OrderNotePageRelationInput": ".order_note_page_relation_input",
        "OrderNoteRelationInput": ".order_note_relation_input",
        "OrderPageRelationInput": ".order_page_relation_input",
        "OrderPriorityNumberInput": ".order_priority_number_input",
        "OrderRelationInput": ".order_relation_input",
        "OrderTaskPageRelationInput": ".order_task_page_relation_input",
        "OrderTaskRelationInput": ".order_task_relation_input",
        "PaymentPageRelationInput": ".payment_page_relation_input",
        "PaymentRelationInput": ".payment_relation_input",
        "PaymentTermChangeInput": ".payment_term_change_input",
        "PaymentTermPageRelationInput": ".payment_term_page_relation_input",
        "PaymentTypePageRelationInput": ".payment_type_page_relation_input",
        "PostalAddressInput": ".postal_address_input",
        "ProductPageRelationInput": ".product_page_relation_input",
        "ProductTypeInput": ".product_type_input",
        "PurchaseInvoicePageRelationInput": ".purchase_invoice_page_relation_input",
        "PurchaseInvoiceRelationInput": ".purchase_invoice_relation_input",
        "PurchaseOrderLinePageRelationInput": ".purchase_order_line_page_relation_input",
        "PurchaseOrderLineRelationInput": ".purchase_order_line_relation_input",
        "PurchaseOrderPageRelationInput": ".purchase_order_page_relation_input",
        "PurchaseOrderProductInput": ".purchase_order_product_input",
        "PurchaseOrderRelationInput": ".purchase_order_relation_input",
        "QueuePageRelationInput": ".queue_page_relation_input",
        "QueueRelationInput": ".queue_relation_input",
        "RemovableIdReferenceInput": ".removable_id_reference_input",
        "RolePageRelationInput": ".role_page_relation_input",
        "ShipmentPageRelationInput": ".shipment_page_relation_input",
        "ShipmentRelationInput": ".shipment_relation_input",
        "ShippingAddressInput": ".shipping_address_input",
        "StatusPageRelationInput": ".status_page_relation_input",
        "StatusRelationInput": ".status_relation_input",
        "StockPageRelationInput": ".stock_page_relation_input",
        "StockProductPageRelationInput": ".stock_product_page_relation_input",
        "StockRelationInput": ".stock_relation_input",
        "StorePageRelationInput": ".store_page_relation_input",
        "TaskPageRelationInput": ".task_page_relation_input",
        "WritableInternalLocationInput": ".writable_internal_location_input",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
