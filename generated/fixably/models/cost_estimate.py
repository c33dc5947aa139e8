# Generated from the description of Fixably API by specloom; edits will be lost.

"""`CostEstimate`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime.links import Link, later
from .._runtime.model import Model

if TYPE_CHECKING:
    from .cost_estimate_option_page import CostEstimateOptionPage
    from .order import Order
else:
    CostEstimateOptionPage = later(__name__, "cost_estimate_option_page", "CostEstimateOptionPage")
    Order = later(__name__, "order", "Order")

__all__ = ["CostEstimate"]


class CostEstimate(Model):
    """What a repair may cost, sent to the customer with options to choose from."""

    href: str | None = None
    """Address of this cost estimate."""

    id: int | None = None
    """Id of the cost estimate."""

    message: str | None = None
    """Message to the customer."""

    issue: str | None = None
    """What is wrong with the device."""

    order: Link[Order] | None = None
    """Order that the estimate is for."""

    options: Link[CostEstimateOptionPage] | None = None
    """Options that the customer can choose from."""

    created_at: Annotated[datetime.datetime | None, Field(alias="createdAt")] = None
    """When the estimate was made."""

    expires_at: Annotated[datetime.datetime | None, Field(alias="expiresAt")] = None
    """When the estimate stops being valid."""

    selected_at: Annotated[datetime.datetime | None, Field(alias="selectedAt")] = None
    """When the customer chose an option."""

    closed_at: Annotated[datetime.datetime | None, Field(alias="closedAt")] = None
    """When the estimate was closed."""

    current: bool | None = None
    """Whether this is the estimate that holds for the order now."""

    portal_link: Annotated[str | None, Field(alias="portalLink")] = None
    """Where the customer sees the estimate in Fixably's portal."""
