"""Holds what clients send against the very schemas that the descriptions ship with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import jsonschema
import yaml

__all__ = ["Described"]

_SPECS = Path(__file__).parents[2] / "specs"


class Described:
    """The schemas of one shipped description."""

    def __init__(self, api: str) -> None:
        text = (_SPECS / api / "openapi.yaml").read_text(encoding="utf-8")
        self._schemas = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))["components"]["schemas"]  # noqa: S506 - both are safe

    def check(self, body: bytes, schema: str) -> dict[str, Any]:
        """Return the JSON object that `body` is.

        Raises:
            ValueError: It is none, or not as the schema says; the message is one line.
        """
        try:
            value = json.loads(body)
            components = {"schemas": self._schemas}
            jsonschema.validate(value, {"$ref": f"#/components/schemas/{schema}", "components": components})
        except (ValueError, jsonschema.ValidationError) as error:
            raise ValueError(str(error).partition("\n")[0]) from None
        return cast("dict[str, Any]", value)
