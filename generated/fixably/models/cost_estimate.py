# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CostEstimate`."""

from __future__ import annotations

import datetime as _datetime
from typing import TYPE_CHECKING, Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import Link as _Link, LinkedModel as _LinkedModel, lazy as _lazy
from ..links import Collection as _Collection

if TYPE_CHECKING:
    from .cost_estimate_option import CostEstimateOption
    from .cost_estimate_option_page import CostEstimateOptionPage
    from .order import Order

if not TYPE_CHECKING:
    CostEstimateOption = _lazy(__name__, "cost_estimate_option", "CostEstimateOption")
    CostEstimateOptionPage = _lazy(__name__, "cost_estimate_option_page", "CostEstimateOptionPage")
    Order = _lazy(__name__, "order", "Order")

__all__ = ["CostEstimate"]


class CostEstimate(_LinkedModel):
    """What a repair may cost, sent to the customer with options to choose from."""

    href: str | None = None
    """Address of this cost estimate."""

    id: int | None = None
    """Id of the cost estimate."""

    message: str | None = None
    """Message to the customer."""

    issue: str | None = None
    """What is wrong with the device."""

    order: _Link[Order] | None = None
    """Order that the estimate is for."""

    options: _Collection[CostEstimateOptionPage, CostEstimateOption] | None = None
    """Options that the customer can choose from."""

    created_at: _Annotated[_datetime.datetime | None, _Field(alias="createdAt")] = None
    """When the estimate was made."""

    expires_at: _Annotated[_datetime.datetime | None, _Field(alias="expiresAt")] = None
    """When the estimate stops being valid."""

    selected_at: _Annotated[_datetime.datetime | None, _Field(alias="selectedAt")] = None
    """When the customer chose an option."""

    closed_at: _Annotated[_datetime.datetime | None, _Field(alias="closedAt")] = None
    """When the estimate was closed."""

    current: bool | None = None
    """Whether this is the estimate that holds for the order now."""

    portal_link: _Annotated[str | None, _Field(alias="portalLink")] = None
    """Where the customer sees the estimate in Fixably's portal."""
