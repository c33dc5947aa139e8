"""A validator of JSON Schema that reads some keywords as OpenAPI and clients do, and gives up in good time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from jsonschema import Draft202012Validator, FormatChecker, validators
from jsonschema.exceptions import ValidationError

from specloom.lint.patterns import matches

if TYPE_CHECKING:
    from specloom.spec.document import Json

__all__ = ["Patience", "TooMuchError", "make_validator"]

_MOST_REFERENCES: Final = 20_000
_DATE_TIME: Final = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:?\d\d)", re.ASCII)
"""RFC 3339, 5.6, and the offset without its colon, which clients read as well."""
_FULL_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_FULL_TIME: Final = re.compile(r"\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?", re.ASCII)
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_TEXT_FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    "date-time": lambda text: bool(_DATE_TIME.fullmatch(text) and datetime.fromisoformat(text)),
    "date": lambda text: bool(_FULL_DATE.fullmatch(text) and date.fromisoformat(text)),
    "time": lambda text: bool(_FULL_TIME.fullmatch(text)) and time.fromisoformat(text) is not None,
    "uuid": lambda text: bool(_UUID.fullmatch(text) and UUID(text)),
    "decimal": lambda text: Decimal(text).is_finite(),
    "unix-time": lambda text: text.removeprefix("-").isdecimal(),
}
"""Those that have a Python type (https://spec.openapis.org/registry/format/)."""
_INTEGER_BITS: Final = {"int32": 31, "int64": 63}


class TooMuchError(Exception):
    """A schema refers to others so often that checking a value against it would take too long."""


class Patience:
    """How many references may still be followed for one value. Choices between choices double them at each level."""

    def __init__(self) -> None:
        self._left = _MOST_REFERENCES

    def renew(self) -> None:
        """Begin with another value."""
        self._left = _MOST_REFERENCES

    def use(self) -> None:
        """Count a reference.

        Raises:
            TooMuchError: It is one too many.
        """
        self._left -= 1
        if self._left < 0:
            raise TooMuchError


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
    kind = extend(Draft202012Validator, {"$ref": follow, "required": _required, "pattern": _pattern})
    return kind({"$defs": definitions}, format_checker=_format_checker())


def _required(
    _validator: object, required: list[str], instance: object, schema: Mapping[str, Any]
) -> Iterator[ValidationError]:
    """Check `required`, which does not hold for a property that the other side alone sends (4.8.24.2)."""
    if not isinstance(instance, dict):
        return
    members: dict[str, object] = instance
    for name in required:
        property_ = schema.get("properties", {}).get(name)
        one_sided = isinstance(property_, dict) and (property_.get("readOnly") or property_.get("writeOnly"))
        if name not in members and not one_sided:
            yield ValidationError(f"{name!r} is a required property")


def _pattern(_validator: object, pattern: str, instance: object, _schema: object) -> Iterator[ValidationError]:
    """Check `pattern`, which is no pattern of Python's, and not for long."""
    if isinstance(instance, str) and not matches(pattern, instance):
        yield ValidationError("it does not match")


@cache
def _format_checker() -> FormatChecker:
    checker = FormatChecker(formats=())
    for name, check in _TEXT_FORMATS.items():
        checker.checks(name, raises=(ValueError, InvalidOperation))(
            lambda value, check=check: not isinstance(value, str) or check(value)
        )
    for name, bits in _INTEGER_BITS.items():
        checker.checks(name)(lambda value, limit=2**bits: type(value) is not int or -limit <= value < limit)
    return checker
