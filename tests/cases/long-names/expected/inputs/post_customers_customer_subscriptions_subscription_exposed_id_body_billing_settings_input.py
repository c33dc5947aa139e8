# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput",
]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput."""

    payment_method_options: NotRequired[
        PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput
    ]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput."""

    card: NotRequired[
        PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput
    ]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput(
    TypedDict
):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput."""

    mandate_settings: NotRequired[
        PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput
    ]


class PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput(TypedDict):
    """PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput."""

    x: NotRequired[str]
