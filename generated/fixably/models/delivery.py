# Generated from the description of Fixably API by specloom; edits will be lost.

"""`Delivery`."""

from __future__ import annotations

from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.features.links import LinkedModel as _LinkedModel

__all__ = ["Delivery"]


class Delivery(_LinkedModel):
    """A way in which devices are delivered, such as by courier or by collection."""

    href: str | None = None
    """Address of this delivery method."""

    id: int | None = None
    """Id of the delivery method."""

    name: str | None = None
    """Name of the delivery method."""

    short_name: _Annotated[str | None, _Field(alias="shortName")] = None
    """Short name, for menus."""

    description: str | None = None
    """What to know about it; optional."""
