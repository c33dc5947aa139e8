"""Holds what clients send against the very schemas that the descriptions ship with."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

import jsonschema
import yaml
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

__all__ = ["Described"]

_SPECS = Path(__file__).parents[2] / "specs"


class Described:
    """The schemas of one shipped description."""

    def __init__(self, api: str) -> None:
        self._folder = _SPECS / api
        self._registry: Registry[Any] = Registry(retrieve=cache(self._read))  # type: ignore[call-arg] # an attrs alias

    def check(self, body: bytes, schema: str) -> dict[str, Any]:
        """Return the JSON object that `body` is.

        Args:
            body: What was sent.
            schema: A name among the components, or a file of the description and a JSON Pointer: `a.yaml#/Name`.

        Raises:
            ValueError: It is none, or not as the schema says; the message is one line.
        """
        uri = schema if "#" in schema else f"openapi.yaml#/components/schemas/{schema}"
        try:
            value = json.loads(body)
            jsonschema.Draft202012Validator({"$ref": uri}, registry=self._registry).validate(value)
        except (ValueError, jsonschema.ValidationError) as error:
            raise ValueError(str(error).partition("\n")[0]) from None
        return cast("dict[str, Any]", value)

    def _read(self, uri: str) -> Resource[Any]:
        text = (self._folder / uri).read_text(encoding="utf-8")
        contents = yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
        return Resource.from_contents(contents, default_specification=DRAFT202012)
