# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput",
    "PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput",
]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsInput."""

    payment_method_options: _NotRequired[
        PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput
    ]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput."""

    card: _NotRequired[
        PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput
    ]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput(
    _TypedDict
):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput."""

    mandate_settings: _NotRequired[
        PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput
    ]


class PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput(
    _TypedDict
):
    """PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput."""

    x: _NotRequired[str]
