"""A validator of JSON Schema that reads some keywords as OpenAPI and clients do, and gives up in good time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from specloom.ir.formats import fits_format
from specloom.lint.keyword_meaning import fits_pattern, missing_members
from specloom.lint.patience import Patience

if TYPE_CHECKING:
    from specloom.spec.document import Json

__all__ = ["make_validator"]


def make_validator(definitions: Mapping[str, Json], patience: Patience) -> Draft202012Validator:
    """Return a validator for schemas that refer to `#/$defs/…`.

    Args:
        definitions: What stands there.
        patience: What each reference is counted with.
    """
    targets = {f"#/$defs/{name}": schema for name, schema in definitions.items() if isinstance(schema, bool | dict)}

    def follow(
        validator: Draft202012Validator, reference: str, instance: object, _schema: object
    ) -> Iterator[ValidationError]:
        patience.use()
        yield from validator.descend(instance, targets[reference])

    extend: Callable[..., type[Draft202012Validator]] = validators.extend
    keywords = {"$ref": follow, "required": _required, "pattern": _pattern, "format": _format}
    return extend(Draft202012Validator, keywords)({"$defs": definitions})


def _required(
    _validator: object, required: list[str], instance: Json, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    for name in missing_members(required, instance, schema):
        yield ValidationError(f"{name!r} is a required property")


def _pattern(_validator: object, pattern: str, instance: Json, _schema: object) -> Iterator[ValidationError]:
    if not fits_pattern(pattern, instance):
        yield ValidationError("it does not match")


def _format(_validator: object, format: str, instance: Json, _schema: object) -> Iterator[ValidationError]:
    if not fits_format(format, instance):
        yield ValidationError("it is written otherwise")
