# Generated from the description of Accounts by specloom; edits will be lost.

"""`ProfileInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ProfileInput"]


class ProfileInput(_TypedDict):
    """ProfileInput."""

    bio: _NotRequired[str]


PROFILE_INPUT: _Shape = _Shape(given=["bio"], unsent=["avatar_url", "avatarUrl"])
