# Generated from the description of Names by specloom; edits will be lost.

"""`Thing`."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from .._runtime.model import Model

__all__ = ["Thing"]


class Thing(Model):
    """Thing."""

    class_: Annotated[str | None, Field(alias="class")] = None

    model_config_: Annotated[str | None, Field(alias="model_config")] = None

    json_: Annotated[str | None, Field(alias="json")] = None

    date: datetime.date | None = None

    datetime_: Annotated[datetime.datetime | None, Field(alias="datetime")] = None

    str_: Annotated[str | None, Field(alias="str")] = None

    field: Annotated[str | None, Field(alias="Field", max_length=5)] = None

    type: Annotated[str | None, Field(alias="@type")] = None

    n2fast: Annotated[str | None, Field(alias="2fast")] = None

    größe: str | None = None

    id: Annotated[str | None, Field(alias="_id")] = None
