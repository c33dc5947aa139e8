# Generated from the description of Sitoo Service Orders by specloom; edits will be lost.

"""`ServiceUserInput`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict as _TypedDict

from .._runtime.features.shapes import Shape as _Shape

if TYPE_CHECKING:
    from typing import NotRequired as _NotRequired

__all__ = ["ServiceUserInput"]


class ServiceUserInput(_TypedDict):
    """A member of staff."""

    email: str
    """E-mail address."""

    name: _NotRequired[str | None]
    """Name."""

    employee_id: _NotRequired[str | None]
    """Number under which the member of staff is employed."""


SERVICE_USER_INPUT: _Shape = _Shape(given=["email"])
