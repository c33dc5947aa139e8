# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput`,
`PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsCardInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptionsInput",
    "PostCustomersCustomerSubscriptionsBodyPaymentMethodOptionsCardMandateSettingsInput",
    "PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput",
]


class PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsSubscriptionExposedIdBodyBillingSettingsInput."""

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


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_SUBSCRIPTION_EXPOSED_ID_BODY_BILLING_SETTINGS_INPUT: _Shape = _Shape(
    nested=lambda: {
        "payment_method_options": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS_INPUT
    },
    given=["payment_method_options"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS_INPUT: _Shape = _Shape(
    nested=lambda: {
        "card": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS_CARD_INPUT
    },
    given=["card"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS_CARD_INPUT: _Shape = _Shape(
    nested=lambda: {
        "mandate_settings": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_PAYMENT_METHOD_OPTIONS_CARD_MANDATE_SETTINGS_INPUT
    },
    given=["mandate_settings"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_PAYMENT_METHOD_OPTIONS_CARD_MANDATE_SETTINGS_INPUT: _Shape = _Shape(
    given=["x"]
)
