# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceUserInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

__all__ = ["ServiceUserInput"]


class ServiceUserInput(TypedDict):
    """A member of staff."""

    email: str
    """E-mail address."""

    name: NotRequired[str | None]
    """Name."""

    employee_id: NotRequired[str | None]
    """Number under which the member of staff is employed."""
