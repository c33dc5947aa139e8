# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsSubscriptionExposedIdPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

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


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_BODY_BILLING_SETTINGS_INPUT: _Shape = _Shape(
    nested=lambda: {
        "payment_method_options": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_PAYMENT_METHOD_OPTIONS_INPUT
    },
    given=["payment_method_options"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_PAYMENT_METHOD_OPTIONS_INPUT: _Shape = _Shape(
    nested=lambda: {
        "card": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_PAYMENT_METHOD_OPTIONS_CARD_INPUT
    },
    given=["card"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_PAYMENT_METHOD_OPTIONS_CARD_INPUT: _Shape = _Shape(
    nested=lambda: {
        "mandate_settings": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_PAYMENT_METHOD_OPTIONS_CARD_MANDATE_SETTINGS_INPUT
    },
    given=["mandate_settings"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_PAYMENT_METHOD_OPTIONS_CARD_MANDATE_SETTINGS_INPUT: _Shape = (
    _Shape(given=["x"])
)
