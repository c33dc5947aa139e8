# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput",
    "PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput",
]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsInput."""

    payment_method_options: NotRequired[
        PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput
    ]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput."""

    card: NotRequired[
        PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput
    ]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput(TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput."""

    mandate_settings: NotRequired[
        PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput
    ]


class PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput."""

    x: NotRequired[str]
