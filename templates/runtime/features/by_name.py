"""Members without names of their own, whose types follow from what is found in their names (`patternProperties`)."""

from __future__ import annotations

from collections import defaultdict
from types import GenericAlias
from typing import TYPE_CHECKING, Annotated, Any, Final, NoReturn, cast

from pydantic import PlainValidator, ValidationError
from pydantic_core import PydanticCustomError, SchemaValidator, core_schema

from ..lenient import exactly_as

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema, ErrorDetails, InitErrorDetails

_VALUES: Final = {"dict": "values_schema", "model-fields": "extras_schema"}
"""Where pydantic has the schema of the members, in that of a map and in that of a model."""


def _refuse(_: object) -> NoReturn:
    raise PydanticCustomError("undescribed", "no member with such a name is described")


_UNDESCRIBED: Final = Annotated[object, PlainValidator(_refuse)]


class by_name:  # noqa: N801 - it stands among types, as a note
    """Says of the values of a map, or of a model's further members, which type they have by their names.

    Answers are read so; where values of Python are checked, any of the types will do.

    Args:
        patterns: Regular expressions, each with the type of the members in whose names it finds something.
        others: The type of members in whose names none of them does; without it there are none. Those that come all the
            same are told and kept.
    """

    def __init__(self, patterns: Mapping[str, Any], others: Any = _UNDESCRIBED) -> None:
        self._kinds = [(SchemaValidator(core_schema.str_schema(pattern=each)), kind) for each, kind in patterns.items()]
        self._others = others

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema = cast("dict[str, Any]", handler(source))
        return cast("CoreSchema", schema | {"metadata": {**schema.get("metadata", {}), "holder": self.read_in}})

    def kinds_of(self, name: str) -> tuple[Any, ...]:
        """Return the types of a member: all whose patterns find something in its name, else that of all others."""
        return tuple(kind for pattern, kind in self._kinds if pattern.isinstance_python(name)) or (self._others,)

    def read_in(self, holder: dict[str, Any]) -> CoreSchema:
        """Return the schema of what has such members, which in strict mode reads them in JSON by their names."""
        place = _VALUES[holder["type"]]
        either = core_schema.union_schema([holder[place], core_schema.any_schema()])
        same = core_schema.wrap_serializer_function_ser_schema(_as_it_is, schema=either)
        anything = holder | {place: core_schema.any_schema(serialization=same)}
        read = self._read_map if holder["type"] == "dict" else self._read_model
        found = core_schema.no_info_after_validator_function(read, cast("CoreSchema", anything))
        given = cast("CoreSchema", holder | {place: holder[place] | {"serialization": same}})
        return core_schema.lax_or_strict_schema(given, core_schema.json_or_python_schema(found, given))

    def _read_map(self, members: dict[str, Any]) -> dict[str, Any]:
        """Return the members of JSON as what their names say.

        Raises:
            ValidationError: Some are not of their types.
        """
        alike: dict[tuple[Any, ...], dict[str, Any]] = defaultdict(dict)
        for name, value in members.items():
            alike[self.kinds_of(name)][name] = value
        found: dict[str, Any] = {}
        invalid: list[InitErrorDetails] = []
        for kinds, several in alike.items():
            try:
                read = [exactly_as(GenericAlias(dict, (str, kind)), several) for kind in kinds]
                found |= read[0]  # a value has to be of all of its types
            except ValidationError as error:
                invalid += map(_again, error.errors(include_url=False))
        if invalid:
            raise ValidationError.from_exception_data("members", invalid)
        return {name: found[name] for name in members}

    def _read_model(self, read: tuple[Any, dict[str, Any] | None, Any]) -> tuple[Any, dict[str, Any] | None, Any]:
        fields, extra, names = read
        return fields, extra and self._read_map(extra), names


def _again(detail: ErrorDetails) -> InitErrorDetails:
    """Return what is raised in the place of an error, which says the same."""
    kind = PydanticCustomError(cast("Any", detail["type"]), "{said}", {**detail.get("ctx", {}), "said": detail["msg"]})
    return {"type": kind, "loc": detail["loc"], "input": detail["input"]}


def _as_it_is(value: object, write: Callable[[object], object]) -> object:
    return write(value)
