# Generated from the description of Billing by specloom; edits will be lost.

"""`NotificationPreferencesForCustomersWhoHaveWalletsSettingsThatHoldInEveryCountry`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["NotificationPreferencesForCustomersWhoHaveWalletsSettingsThatHoldInEveryCountry"]


class NotificationPreferencesForCustomersWhoHaveWalletsSettingsThatHoldInEveryCountry(_Model):
    """NotificationPreferencesForCustomersWhoHaveWalletsSettingsThatHoldInEveryCountry."""

    c: str | None = None
