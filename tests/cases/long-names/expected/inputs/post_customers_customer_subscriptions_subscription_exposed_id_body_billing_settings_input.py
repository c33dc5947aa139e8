# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput",
]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput."""

    payment_method_options: _NotRequired[
        PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput
    ]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput."""

    card: _NotRequired[
        PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput
    ]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput(
    _TypedDict
):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput."""

    mandate_settings: _NotRequired[
        PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput
    ]


class PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput."""

    x: _NotRequired[str]
