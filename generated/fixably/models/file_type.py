# Generated from the description of Fixably API by specloom; edits will be lost.

"""`FileType`."""

from __future__ import annotations

from typing import Literal as _Literal, TypeAlias as _TypeAlias

__all__ = ["FileType"]


FileType: _TypeAlias = (
    _Literal[
        "THUMBNAIL",
        "VENDOR INVOICE",
        "POP",
        "CLC",
        "IMAGE",
        "DEVICE IMAGE",
        "VMI IMAGE",
        "VIDEO",
        "DOCUMENT",
        "GSX CLC",
        "COST ESTIMATE",
        "COST ESTIMATE XML",
        "GSX OTHER",
        "GSX FMI",
        "GSX WCR",
        "BARCODE",
        "PROCOUNTOR",
        "IGSPN EWP",
        "IGSPN OFFICIAL DOCUMENT",
        "IGSPN SERIAL NUMBER LABEL",
        "TOVACOM UNDEFINED",
        "TOVACOM PHOTO",
        "TOVACOM POLICE STATEMENT",
        "TOVACOM PURCHASE INVOICE",
        "INVOICE",
        "VOID INVOIDE",
        "RECEIPT",
        "VOID RECEIPT",
        "SHIPMENT",
        "OTHER",
    ]
    | str
)
"""What a file is. `POP` is a proof of purchase, `CLC` a consumer law claim, `VMI IMAGE` and `DEVICE
IMAGE` belong to a visual mechanical inspection, `GSX FMI` is about Find My iPhone, `DOCUMENT` is
important, `VOID INVOIDE` a voided invoice, `VOID RECEIPT` a voided receipt, `SHIPMENT` a
shipment's manifest; names that begin with `GSX`, `PROCOUNTOR`, `IGSPN` and `TOVACOM` are
documents of those systems.
"""
