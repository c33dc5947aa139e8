# Generated from the description of Fixably API by specloom; edits will be lost.

"""Answer types of Fixably API. Each module is imported when one of its names is used."""

from __future__ import annotations

from importlib import import_module as _import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .added_order_note import AddedOrderNote as AddedOrderNote
    from .added_order_notes import AddedOrderNotes as AddedOrderNotes
    from .address import Address as Address
    from .configured_custom_field import ConfiguredCustomField as ConfiguredCustomField
    from .contract_priority import ContractPriority as ContractPriority
    from .contract_type import ContractType as ContractType
    from .cost_estimate import CostEstimate as CostEstimate
    from .cost_estimate_option import CostEstimateOption as CostEstimateOption
    from .cost_estimate_option_page import CostEstimateOptionPage as CostEstimateOptionPage
    from .cost_estimate_page import CostEstimatePage as CostEstimatePage
    from .created_invoice import CreatedInvoice as CreatedInvoice
    from .custom_field import CustomField as CustomField
    from .custom_field_abilities import CustomFieldAbilities as CustomFieldAbilities
    from .custom_field_configuration import CustomFieldConfiguration as CustomFieldConfiguration
    from .custom_field_domain import CustomFieldDomain as CustomFieldDomain
    from .custom_field_feature import CustomFieldFeature as CustomFieldFeature
    from .custom_field_option import CustomFieldOption as CustomFieldOption
    from .custom_field_type import CustomFieldType as CustomFieldType
    from .custom_fields import CustomFields as CustomFields
    from .customer import Customer as Customer
    from .customer_page import CustomerPage as CustomerPage
    from .delivery import Delivery as Delivery
    from .delivery_page import DeliveryPage as DeliveryPage
    from .device import Device as Device
    from .device_page import DevicePage as DevicePage
    from .email_document_type import EmailDocumentType as EmailDocumentType
    from .email_document_type_code import EmailDocumentTypeCode as EmailDocumentTypeCode
    from .email_document_type_list import EmailDocumentTypeList as EmailDocumentTypeList
    from .email_sent import EmailSent as EmailSent
    from .email_template import EmailTemplate as EmailTemplate
    from .email_template_page import EmailTemplatePage as EmailTemplatePage
    from .error_body import ErrorBody as ErrorBody
    from .file import File as File
    from .file_page import FilePage as FilePage
    from .file_type import FileType as FileType
    from .file_upload import FileUpload as FileUpload
    from .internal_location import InternalLocation as InternalLocation
    from .invoice import Invoice as Invoice
    from .invoice_line import InvoiceLine as InvoiceLine
    from .invoice_line_page import InvoiceLinePage as InvoiceLinePage
    from .invoice_method import InvoiceMethod as InvoiceMethod
    from .invoice_page import InvoicePage as InvoicePage
    from .invoice_payload import InvoicePayload as InvoicePayload
    from .invoice_signature_result import InvoiceSignatureResult as InvoiceSignatureResult
    from .invoice_type import InvoiceType as InvoiceType
    from .legacy_service_contract import LegacyServiceContract as LegacyServiceContract
    from .legacy_service_contract_page import LegacyServiceContractPage as LegacyServiceContractPage
    from .liability import Liability as Liability
    from .location import Location as Location
    from .location_page import LocationPage as LocationPage
    from .manifest import Manifest as Manifest
    from .manifest_line import ManifestLine as ManifestLine
    from .manifest_line_page import ManifestLinePage as ManifestLinePage
    from .manifest_page import ManifestPage as ManifestPage
    from .manufacturer import Manufacturer as Manufacturer
    from .order import Order as Order
    from .order_contact import OrderContact as OrderContact
    from .order_line import OrderLine as OrderLine
    from .order_line_page import OrderLinePage as OrderLinePage
    from .order_line_price_range import OrderLinePriceRange as OrderLinePriceRange
    from .order_line_status import OrderLineStatus as OrderLineStatus
    from .order_note import OrderNote as OrderNote
    from .order_note_page import OrderNotePage as OrderNotePage
    from .order_note_type import OrderNoteType as OrderNoteType
    from .order_note_visibility import OrderNoteVisibility as OrderNoteVisibility
    from .order_page import OrderPage as OrderPage
    from .order_priority import OrderPriority as OrderPriority
    from .order_task import OrderTask as OrderTask
    from .order_task_page import OrderTaskPage as OrderTaskPage
    from .payment import Payment as Payment
    from .payment_page import PaymentPage as PaymentPage
    from .payment_payload import PaymentPayload as PaymentPayload
    from .payment_term import PaymentTerm as PaymentTerm
    from .payment_term_page import PaymentTermPage as PaymentTermPage
    from .payment_type import PaymentType as PaymentType
    from .payment_type_page import PaymentTypePage as PaymentTypePage
    from .product import Product as Product
    from .product_availability import ProductAvailability as ProductAvailability
    from .product_page import ProductPage as ProductPage
    from .product_type import ProductType as ProductType, ProductTypeValues as ProductTypeValues
    from .purchase_invoice import PurchaseInvoice as PurchaseInvoice
    from .purchase_invoice_page import PurchaseInvoicePage as PurchaseInvoicePage
    from .purchase_order import PurchaseOrder as PurchaseOrder
    from .purchase_order_line import PurchaseOrderLine as PurchaseOrderLine
    from .purchase_order_line_page import PurchaseOrderLinePage as PurchaseOrderLinePage
    from .purchase_order_page import PurchaseOrderPage as PurchaseOrderPage
    from .purchase_order_status import PurchaseOrderStatus as PurchaseOrderStatus
    from .queue import Queue as Queue
    from .queue_page import QueuePage as QueuePage
    from .role import Role as Role
    from .role_page import RolePage as RolePage
    from .shipment import Shipment as Shipment
    from .shipment_page import ShipmentPage as ShipmentPage
    from .status import Status as Status
    from .status_page import StatusPage as StatusPage
    from .status_type import StatusType as StatusType
    from .stock import Stock as Stock
    from .stock_page import StockPage as StockPage
    from .stock_product import StockProduct as StockProduct
    from .stock_product_added import StockProductAdded as StockProductAdded
    from .stock_product_page import StockProductPage as StockProductPage
    from .store import Store as Store
    from .store_page import StorePage as StorePage
    from .task import Task as Task
    from .task_page import TaskPage as TaskPage
    from .task_type import TaskType as TaskType
    from .transit_origin import TransitOrigin as TransitOrigin
    from .user import User as User
    from .webhook_action import WebhookAction as WebhookAction
    from .webhook_payload import WebhookPayload as WebhookPayload

else:
    _MODULES = {
        "AddedOrderNote": ".added_order_note",
        "AddedOrderNotes": ".added_order_notes",
        "Address": ".address",
        "ConfiguredCustomField": ".configured_custom_field",
        "ContractPriority": ".contract_priority",
        "ContractType": ".contract_type",
        "CostEstimate": ".cost_estimate",
        "CostEstimateOption": ".cost_estimate_option",
        "CostEstimateOptionPage": ".cost_estimate_option_page",
        "CostEstimatePage": ".cost_estimate_page",
        "CreatedInvoice": ".created_invoice",
        "CustomField": ".custom_field",
        "CustomFieldAbilities": ".custom_field_abilities",
        "CustomFieldConfiguration": ".custom_field_configuration",
        "CustomFieldDomain": ".custom_field_domain",
        "CustomFieldFeature": ".custom_field_feature",
        "CustomFieldOption": ".custom_field_option",
        "CustomFieldType": ".custom_field_type",
        "CustomFields": ".custom_fields",
        "Customer": ".customer",
        "CustomerPage": ".customer_page",
        "Delivery": ".delivery",
        "DeliveryPage": ".delivery_page",
        "Device": ".device",
        "DevicePage": ".device_page",
        "EmailDocumentType": ".email_document_type",
        "EmailDocumentTypeCode": ".email_document_type_code",
        "EmailDocumentTypeList": ".email_document_type_list",
        "EmailSent": ".email_sent",
        "EmailTemplate": ".email_template",
        "EmailTemplatePage": ".email_template_page",
        "ErrorBody": ".error_body",
        "File": ".file",
        "FilePage": ".file_page",
        "FileType": ".file_type",
        "FileUpload": ".file_upload",
        "InternalLocation": ".internal_location",
        "Invoice": ".invoice",
        "InvoiceLine": ".invoice_line",
        "InvoiceLinePage": ".invoice_line_page",
        "InvoiceMethod": ".invoice_method",
        "InvoicePage": ".invoice_page",
        "InvoicePayload": ".invoice_payload",
        "InvoiceSignatureResult": ".invoice_signature_result",
        "InvoiceType": ".invoice_type",
        "LegacyServiceContract": ".legacy_service_contract",
        "LegacyServiceContractPage": ".legacy_service_contract_page",
        "Liability": ".liability",
        "Location": ".location",
        "LocationPage": ".location_page",
        "Manifest": ".manifest",
        "ManifestLine": ".manifest_line",
        "ManifestLinePage": ".manifest_line_page",
        "ManifestPage": ".manifest_page",
        "Manufacturer": ".manufacturer",
        "Order": ".order",
        "OrderContact": ".order_contact",
        "OrderLine": ".order_line",
        "OrderLinePage": ".order_line_page",
        "OrderLinePriceRange": ".order_line_price_range",
        "OrderLineStatus": ".order_line_status",
        "OrderNote": ".order_note",
        "OrderNotePage": ".order_note_page",
        "OrderNoteType": ".order_note_type",
        "OrderNoteVisibility": ".order_note_visibility",
        "OrderPage": ".order_page",
        "OrderPriority": ".order_priority",
        "OrderTask": ".order_task",
        "OrderTaskPage": ".order_task_page",
        "Payment": ".payment",
        "PaymentPage": ".payment_page",
        "PaymentPayload": ".payment_payload",
        "PaymentTerm": ".payment_term",
        "PaymentTermPage": ".payment_term_page",
        "PaymentType": ".payment_type",
        "PaymentTypePage": ".payment_type_page",
        "Product": ".product",
        "ProductAvailability": ".product_availability",
        "ProductPage": ".product_page",
        "ProductType": ".product_type",
        "ProductTypeValues": ".product_type",
        "PurchaseInvoice": ".purchase_invoice",
        "PurchaseInvoicePage": ".purchase_invoice_page",
        "PurchaseOrder": ".purchase_order",
        "PurchaseOrderLine": ".purchase_order_line",
        "PurchaseOrderLinePage": ".purchase_order_line_page",
        "PurchaseOrderPage": ".purchase_order_page",
        "PurchaseOrderStatus": ".purchase_order_status",
        "Queue": ".queue",
        "QueuePage": ".queue_page",
        "Role": ".role",
        "RolePage": ".role_page",
        "Shipment": ".shipment",
        "ShipmentPage": ".shipment_page",
        "Status": ".status",
        "StatusPage": ".status_page",
        "StatusType": ".status_type",
        "Stock": ".stock",
        "StockPage": ".stock_page",
        "StockProduct": ".stock_product",
        "StockProductAdded": ".stock_product_added",
        "StockProductPage": ".stock_product_page",
        "Store": ".store",
        "StorePage": ".store_page",
        "Task": ".task",
        "TaskPage": ".task_page",
        "TaskType": ".task_type",
        "TransitOrigin": ".transit_origin",
        "User": ".user",
        "WebhookAction": ".webhook_action",
        "WebhookPayload": ".webhook_payload",
    }

    def __getattr__(name: str) -> object:
        if name in _MODULES:
            return getattr(_import_module(_MODULES[name], __name__), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted(_MODULES)
