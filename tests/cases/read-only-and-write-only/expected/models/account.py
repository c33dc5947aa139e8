# Generated from the description of Accounts by specloom; edits will be lost.

"""`Account`."""

from __future__ import annotations

from .._runtime.model import Model as _Model
from .profile import Profile

__all__ = ["Account"]


class Account(_Model):
    """Account."""

    id: int

    email: str

    profile: Profile | None = None
