# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceUser`."""

from __future__ import annotations

from .._runtime.model import Model as _Model

__all__ = ["ServiceUser"]


class ServiceUser(_Model):
    """A member of staff."""

    email: str
    """E-mail address."""

    name: str | None = None
    """Name."""

    employee_id: str | None = None
    """Number under which the member of staff is employed."""
