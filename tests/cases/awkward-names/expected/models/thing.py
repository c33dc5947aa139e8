# Generated from the description of Names by specloom; edits will be lost.

"""`Thing`."""

from __future__ import annotations

import datetime as _datetime
from typing import Annotated as _Annotated

from pydantic import Field as _Field

from .._runtime.model import Model as _Model

__all__ = ["Thing"]


class Thing(_Model):
    """Thing."""

    class_: _Annotated[str | None, _Field(alias="class")] = None

    model_config_: _Annotated[str | None, _Field(alias="model_config")] = None

    json_: _Annotated[str | None, _Field(alias="json")] = None

    date: _datetime.date | None = None

    datetime: _datetime.datetime | None = None

    str_: _Annotated[str | None, _Field(alias="str")] = None

    field: _Annotated[str | None, _Field(alias="Field", max_length=5)] = None

    type: _Annotated[str | None, _Field(alias="@type")] = None

    n2fast: _Annotated[str | None, _Field(alias="2fast")] = None

    größe: str | None = None

    id: _Annotated[str | None, _Field(alias="_id")] = None
