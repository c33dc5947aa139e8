# Generated from the description of Accounts by specloom; edits will be lost.

"""`Account`."""

from __future__ import annotations

from .._runtime.model import Model as _Model, ReadOnly as _ReadOnly
from .profile import Profile

__all__ = ["Account"]


class Account(_Model):
    """Account."""

    id: _ReadOnly[int]

    email: str

    profile: Profile | None = None
