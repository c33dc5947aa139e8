# Generated from the description of Billing by specloom; edits will be lost.

"""`PostCustomersCustomerSubscriptionsBodyBillingSettingsInput`,
`PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptions724050Input`,
`PostCustomersCustomerSubscriptionsBodySettingsPaymentMethodOptions724050CardInput`,
`PostCustomersCustomerSubscriptionsBodyMethodOptions724050CardMandateSettingsInput`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = [
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsInput",
    "PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptions724050Input",
    "PostCustomersCustomerSubscriptionsBodyMethodOptions724050CardMandateSettingsInput",
    "PostCustomersCustomerSubscriptionsBodySettingsPaymentMethodOptions724050CardInput",
]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsInput."""

    payment_method_options: _NotRequired[
        PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptions724050Input
    ]


class PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptions724050Input(
    _TypedDict
):
    """PostCustomersCustomerSubscriptionsBodyBillingSettingsPaymentMethodOptions724050Input."""

    card: _NotRequired[
        PostCustomersCustomerSubscriptionsBodySettingsPaymentMethodOptions724050CardInput
    ]


class PostCustomersCustomerSubscriptionsBodySettingsPaymentMethodOptions724050CardInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsBodySettingsPaymentMethodOptions724050CardInput."""

    mandate_settings: _NotRequired[
        PostCustomersCustomerSubscriptionsBodyMethodOptions724050CardMandateSettingsInput
    ]


class PostCustomersCustomerSubscriptionsBodyMethodOptions724050CardMandateSettingsInput(_TypedDict):
    """PostCustomersCustomerSubscriptionsBodyMethodOptions724050CardMandateSettingsInput."""

    x: _NotRequired[str]


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_INPUT: _Shape = _Shape(
    nested=lambda: {
        "payment_method_options": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS724050_INPUT
    },
    given=["payment_method_options"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_BILLING_SETTINGS_PAYMENT_METHOD_OPTIONS724050_INPUT: _Shape = _Shape(
    nested=lambda: {
        "card": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_SETTINGS_PAYMENT_METHOD_OPTIONS724050_CARD_INPUT
    },
    given=["card"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_SETTINGS_PAYMENT_METHOD_OPTIONS724050_CARD_INPUT: _Shape = _Shape(
    nested=lambda: {
        "mandate_settings": POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_METHOD_OPTIONS724050_CARD_MANDATE_SETTINGS_INPUT
    },
    given=["mandate_settings"],
)


POST_CUSTOMERS_CUSTOMER_SUBSCRIPTIONS_BODY_METHOD_OPTIONS724050_CARD_MANDATE_SETTINGS_INPUT: _Shape = _Shape(
    given=["x"]
)
