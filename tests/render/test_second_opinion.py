"""Answer models against a second opinion: the models that datamodel-code-generator makes of the same description.

Both are given the same values, and have to read them and write them back alike. What our models do beyond the
description's types (links, times in seconds, open enumerations) leaves what is written as it was.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
from datamodel_code_generator import generate as generate_models
from datamodel_code_generator.enums import DataModelType, InputFileType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion
from datamodel_code_generator.parser import LiteralType

from specloom.ir.build import build_api
from specloom.ir.types import ObjectType
from specloom.pipeline import generate
from specloom.spec.bundle import bundle_description
from specloom.spec.load import load_description
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "specs").glob("*/openapi.yaml"))
CASES = sorted(
    path
    for path in (ROOT / "tests" / "cases").glob("*/openapi.yaml")
    if "\n  schemas:" in path.read_text(encoding="utf-8")
)
VALUES = 8
"""Values tried of each model."""

SAMPLES: Mapping[str, str] = {
    "date-time": "2026-11-28T10:15:00Z",
    "date": "2026-11-28",
    "time": "10:15:00Z",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
    "decimal": "12.50",
}

OF_ANOTHER_OPINION = {"unions", "discriminator", "only-null"}
"""The engine turns a number into a time where either is described, takes of a property that tells schemas apart only
the value that its schema has elsewhere, and makes no module that can be imported of a choice between schemas and null
that a property tells apart."""


REFUSED = "refused"


class Values:
    """Makes values of the schemas of one document."""

    def __init__(self, schemas: Mapping[str, Any], seed: str) -> None:
        self.schemas = schemas
        self.random = random.Random(seed)  # noqa: S311 - reproducible values, no secrets

    def of(self, schema: Any, depth: int = 0) -> Any:  # noqa: ANN401 - JSON Schemas and JSON values
        if schema is True or not schema:
            return "anything"
        if "$ref" in schema:
            return self.of(self.schemas[schema["$ref"].rpartition("/")[2].replace("~1", "/").replace("~0", "~")], depth)
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        for word in ("oneOf", "anyOf"):
            if word in schema:
                branch = self.random.choice(schema[word])
                return self._tagged(self.of(branch, depth), branch, schema.get("discriminator"))
        if "allOf" in schema:
            if not any("properties" in part or "$ref" in part for part in schema["allOf"]):
                return self.of({key: value for part in schema["allOf"] for key, value in part.items()}, depth)
            parts = [self.of(part, depth) for part in schema["allOf"]]
            own = self._object(schema, depth) if "properties" in schema else {}
            whole = [part for part in [*parts, own] if isinstance(part, dict)]
            return {key: value for part in whole for key, value in part.items()} if whole else parts[0]
        types = schema.get("type", "object" if "properties" in schema else "string")
        kind = self.random.choice(types) if isinstance(types, list) else types
        return self._of_kind(kind, schema, depth)

    def _tagged(self, value: Any, branch: Any, discriminator: Any) -> Any:  # noqa: ANN401 - JSON
        """Return a value of a choice with the tag by which the choice tells it (OpenAPI 3.1, 4.8.25)."""
        if discriminator is None or not isinstance(value, dict) or value[discriminator["propertyName"]] != "text":
            return value
        tags = {target: tag for tag, target in discriminator.get("mapping", {}).items()}
        own = branch["$ref"].rpartition("/")[2]
        return {**value, discriminator["propertyName"]: tags.get(branch["$ref"], own)}

    def _of_kind(self, kind: str, schema: Mapping[str, Any], depth: int) -> Any:  # noqa: ANN401 - JSON
        match kind:
            case "null":
                return None
            case "boolean":
                return self.random.random() < 0.5
            case "integer":
                return int(max(schema.get("minimum", 1), schema.get("exclusiveMinimum", 0) + 1))
            case "number":
                return float(max(schema.get("minimum", 1.5), schema.get("exclusiveMinimum", 0) + 0.5))
            case "array":
                length = schema.get("minItems", 1) if depth < 3 else schema.get("minItems", 0)
                places = schema.get("prefixItems") or [schema.get("items")] * length
                return [self.of(place, depth + 1) for place in places]
            case "object":
                return self._object(schema, depth)
            case _:
                text = SAMPLES.get(schema.get("format", ""), "text")
                return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required = schema.get("required", [])
        found = {
            name: self.of(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if name in required or (depth < 3 and "pattern" not in each and self.random.random() < 0.7)
        }
        extra = schema.get("additionalProperties")
        if isinstance(extra, dict) and depth < 3:
            found |= {"further": self.of(extra, depth + 1)}
        return found


def plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a description without what only Specloom reads, without examples, and with formats that both know."""
    if isinstance(value, dict):
        kept = {key: plain(each) for key, each in value.items() if not key.startswith("x-") and key != "examples"}
        if isinstance(kept.get("format"), str) and (kept["format"] not in SAMPLES or kept.get("type") == "number"):
            del kept["format"]
        return kept
    return [plain(each) for each in value] if isinstance(value, list) else value


def without_unix_times(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Return a description without the times that the engine does not know, as ours reads no other text there."""
    if isinstance(value, dict):
        kept = {key: without_unix_times(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if (key, each) != ("format", "unix-time")}
    return [without_unix_times(each) for each in value] if isinstance(value, list) else value


def second_opinion(document: Mapping[str, Any], name: str) -> ModuleType:
    """Return the module that the engine makes of a document's schemas."""
    text = generate_models(
        {**document, "paths": {}},
        output=None,
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.PydanticV2BaseModel,
        output_datetime_class=DatetimeClassType.Datetime,
        target_python_version=PythonVersion.PY_311,
        enum_field_as_literal=LiteralType.All,
        strict_nullable=True,
        treat_dot_as_module=False,
        use_annotated=True,
        field_constraints=True,
        disable_timestamp=True,
        formatters=[],
    )
    assert isinstance(text, str)
    module = ModuleType(name)
    sys.modules[name] = module
    exec(compile(text, name, "exec"), module.__dict__)  # noqa: S102 - what the engine wrote, for this comparison
    return module


def compare(spec: Path, folder: Path) -> Iterator[tuple[str, Any, Any, Any]]:
    """Yield model, value, and what each side writes for it, for every named object schema that answers have."""
    package = f"opinion_{spec.parent.name.replace('-', '_').replace('.', '_')}"
    document = without_unix_times(bundle_description(Target(spec)))
    copy = folder / "openapi.json"
    copy.write_text(json.dumps(document), encoding="utf-8")
    for path, text in generate(Target(copy)).tree.items():
        file = folder / package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    theirs = second_opinion(plain(document), f"{package}_engine")
    ours = importlib.import_module(f"{package}.models")
    schemas = plain(document)["components"]["schemas"]
    for name, type_ in build_api(load_description(Target(copy)).document).answers.items():
        match type_.location.pointer:
            case ("components", "schemas", str(key)) if isinstance(type_, ObjectType) and hasattr(theirs, name):
                values = Values(schemas, f"{spec.parent.name} {key}")
                for _ in range(VALUES):
                    value = values.of(schemas[key]) or {}
                    yield (
                        f"{package}.{name}",
                        value,
                        write(getattr(ours, name), value),
                        write(getattr(theirs, name), value),
                    )
            case _:
                pass


def write(model: Any, value: Any) -> Any:  # noqa: ANN401 - a class of pydantic's, and JSON
    """Return a value as a model reads it and writes it again; `REFUSED` where it does not."""
    try:
        return model.model_validate_json(json.dumps(value)).model_dump(mode="json", by_alias=True, exclude_unset=True)
    except ValueError:
        return REFUSED


@pytest.mark.filterwarnings("ignore:Pydantic does not take:UserWarning")  # the engine, of a pattern on decimals
@pytest.mark.parametrize(
    "spec",
    [*SHIPPED, *(each for each in CASES if each.parent.name not in OF_ANOTHER_OPINION)],
    ids=lambda path: path.parent.name,
)
def test_models_read_and_write_as_those_of_the_engine(spec: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(tmp_path)
    compared = list(compare(spec, tmp_path))
    assert not [each for each in compared if each[2] != each[3]]
    accepted = [each for each in compared if each[2] != REFUSED]
    assert len(accepted) >= len(compared) / 2
