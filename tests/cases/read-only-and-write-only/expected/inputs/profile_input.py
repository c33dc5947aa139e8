# Generated from the description of Accounts by specloom; edits will be lost.

"""`ProfileInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["ProfileInput"]


class ProfileInput(TypedDict):
    """ProfileInput."""

    bio: NotRequired[str]
