# Generated from the description of Accounts by specloom; edits will be lost.

"""Calls under `accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..inputs.profile_input import ProfileInput
    from ..models.account import Account
    from ..models.profile import Profile

__all__ = ["AsyncAccountsResource", "AccountsResource"]


class AccountsResource(Resource):
    """Calls under `accounts`."""

    def create(
        self, *, email: str, password: str, profile: ProfileInput | Profile | None = None
    ) -> Account:
        """Call `POST /accounts`.

        Args:
            email: `email` of the body.
            password: `password` of the body.
            profile: `profile` of the body.
        """
        from ..models.account import Account

        return self._json(_create(email=email, password=password, profile=profile), Account)


class AsyncAccountsResource(AsyncResource):
    """Calls under `accounts`."""

    async def create(
        self, *, email: str, password: str, profile: ProfileInput | Profile | None = None
    ) -> Account:
        """Call `POST /accounts`.

        Args:
            email: `email` of the body.
            password: `password` of the body.
            profile: `profile` of the body.
        """
        from ..models.account import Account

        return await self._json(_create(email=email, password=password, profile=profile), Account)


def _create(*, email: str, password: str, profile: ProfileInput | Profile | None) -> Request:
    request = Request("POST", "/accounts")
    request.require(email=email, password=password)
    request.field("email", email)
    request.field("password", password)
    request.field("profile", profile)
    return request
