# Generated from the description of Accounts by specloom; edits will be lost.

"""Calls under `accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.profile_input import ProfileInput
    from ..models.account import Account
    from ..models.profile import Profile

__all__ = ["AsyncAccountsResource", "AccountsResource"]


class AccountsResource(_Resource):
    """Calls under `accounts`."""

    def create(
        self, *, email: str, password: str, profile: ProfileInput | Profile | _Unset = _UNSET
    ) -> Account:
        """Call `POST /accounts`.

        Args:
            email: `email` of the body.
            password: `password` of the body.
            profile: `profile` of the body.
        """
        from ..models.account import Account

        return self._json(_create_request(email=email, password=password, profile=profile), Account)


class AsyncAccountsResource(_AsyncResource):
    """Calls under `accounts`."""

    async def create(
        self, *, email: str, password: str, profile: ProfileInput | Profile | _Unset = _UNSET
    ) -> Account:
        """Call `POST /accounts`.

        Args:
            email: `email` of the body.
            password: `password` of the body.
            profile: `profile` of the body.
        """
        from ..models.account import Account

        return await self._json(
            _create_request(email=email, password=password, profile=profile), Account
        )


def _create_request(
    *, email: str, password: str, profile: ProfileInput | Profile | _Unset
) -> _Request:
    from ..inputs.profile_input import PROFILE_INPUT

    _request = _Request("POST", "/accounts")
    _request.require(email=email, password=password)
    _request.field("email", email)
    _request.field("password", password)
    _request.field("profile", profile, PROFILE_INPUT)
    return _request
