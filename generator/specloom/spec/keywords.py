"""The keywords of JSON Schema as a table: what each looks like, what it says, and how two of its values go together.

Sources: https://json-schema.org/draft/2020-12 (core and validation) and https://spec.openapis.org/oas/v3.1.1, 4.8.24.
Whoever has to know a keyword knows it from here; a new one is a row, and an attribute of `Schema` if it is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any, Final, Literal, TypeAlias, get_args

from specloom.record import record
from specloom.spec.value_types import (
    ArrayValue,
    MapValue,
    Member,
    Of,
    OneOrMany,
    ScalarValue,
    Unchecked,
    Unused,
    ValueType,
    Version,
)

SchemaType = Literal["null", "boolean", "object", "array", "number", "string", "integer"]

Kind: TypeAlias = Literal["identifier", "assertion", "applicator", "annotation"]
"""The terms of JSON Schema (core 7 and 8): what names a schema, narrows values, applies schemas, or only informs."""

ChoiceKeyword: TypeAlias = Literal["oneOf", "anyOf"]

Merge: TypeAlias = Literal[
    "first", "highest", "lowest", "types", "common", "names", "schema", "schemas", "places", "apart"
]
"""What two schemas say that apply together: what the first says, the `highest` or the `lowest` bound, the `types` that
both allow, the values `common` to both lists, the `names` in either, a `schema` in which both apply, or such `schemas`
by their names or their `places`. `apart`: what becomes of two values is no matter of this keyword alone."""

RESTRICTIONS: Final = "restrictions"
"""The attribute of a schema with all keywords that narrow which values are valid and never change a type."""


@record
class Bound:
    """That a keyword limits values from one side.

    Bounds with the same `of` limit the same number.
    """

    of: Literal["value", "length", "items", "members", "matches"]
    lower: bool
    exclusive: bool = False


@record
class Keyword:
    """A keyword of Schema Objects."""

    name: str
    kind: Kind
    value: ValueType
    """What its value looks like."""
    attribute: str = ""
    """The attribute of `Schema` that has its value; empty where nothing is kept of it."""
    types: tuple[SchemaType, ...] = ()
    """The types of values that it says something about; empty: all."""
    describes: bool = False
    """It describes a type on its own, rather than which of a type's values are valid."""
    in_place: bool = False
    """Its schemas apply to the very value that the keyword is about."""
    tests: bool = False
    """Its schemas are conditions on what is inside of the value, and describe none of it."""
    bound: Bound | None = None
    merge: Merge = "first"
    pydantic: str = ""
    """What pydantic calls it, where it is a constraint there."""
    in_parameters: bool = False
    """Parameters and headers of OpenAPI 2.0 have it themselves."""
    documents: bool = False
    """It is for readers, or only names schemas: where it changes nothing in a client, nothing is lost."""
    unused: str = ""
    """Why no client makes anything of it; empty where one does."""
    holds: Literal["", "one", "list", "map"] = field(init=False, compare=False)
    """How schemas stand in its value."""

    def __post_init__(self) -> None:
        """Tell by what its value looks like how schemas stand in it."""
        object.__setattr__(self, "holds", _holds(self.value))

    def schemas(self, value: Any) -> tuple[Any, ...]:  # noqa: ANN401 - JSON
        """Return the schemas that stand in its value."""
        match self.holds:
            case "one":
                return (value,)
            case "list":
                return (*value,)
            case "map":
                return (*value.values(),)
            case _:
                return ()

    @property
    def since(self) -> Version:
        """The first version of OpenAPI that has it."""
        return next((version for version, names in _CAME_WITH.items() if self.name in names), "2.0")

    @property
    def member(self) -> Member:
        """The member of a Schema Object."""
        unused = Unused(self.name, self.unused, minor=self.unused == _UNCHECKED) if self.unused else None
        return Member(self.value, since=self.since, documents=self.documents, unused=unused)


_CAME_WITH: Final[Mapping[Version, frozenset[str]]] = {
    "3.0": frozenset("anyOf oneOf not writeOnly deprecated".split()),
    "3.1": frozenset(
        "$schema $id $anchor $comment $dynamicAnchor $vocabulary $defs definitions $dynamicRef const contentEncoding "
        "contentMediaType contentSchema patternProperties unevaluatedProperties propertyNames dependentRequired "
        "dependentSchemas prefixItems unevaluatedItems contains minContains maxContains if then else examples".split()
    ),
}
"""The keywords that earlier versions of OpenAPI do not have."""

_Types: TypeAlias = tuple[SchemaType, ...]

_TEXT: Final = ScalarValue("string")
_FLAG: Final = ScalarValue("boolean")
_NUMBER: Final = ScalarValue("number")
_COUNT: Final = ScalarValue("count")
_ANY: Final = Unchecked()
_NAMES: Final = ArrayValue(_TEXT)
_SCHEMA: Final = Of("Schema")
_SCHEMAS: Final = MapValue(_SCHEMA)
_LIST: Final = ArrayValue(_SCHEMA, filled=True)
_TYPES: Final = OneOrMany(ScalarValue("string", get_args(SchemaType)))

_NUMBERS: Final[_Types] = ("number", "integer")
_STRINGS: Final[_Types] = ("string",)
_OBJECTS: Final[_Types] = ("object",)
_ARRAYS: Final[_Types] = ("array",)
_UNCHECKED: Final = "nothing checks it"
_TEXT_AS_SENT: Final = "text is read and written as it is"
_NOT_LOOKED_INTO: Final = "nothing looks into the text, or into the bytes that it encodes"


def _holds(value: ValueType) -> Literal["", "one", "list", "map"]:
    match value:
        case Of("Schema"):
            return "one"
        case ArrayValue(Of("Schema")):
            return "list"
        case MapValue(Of("Schema")):
            return "map"
        case _:
            return ""


def _identifier(name: str, value: ValueType = _TEXT) -> Keyword:
    return Keyword(name, "identifier", value, documents=True)


def _annotation(
    name: str, value: ValueType, attribute: str = "", *, in_parameters: bool = False, documents: bool = True
) -> Keyword:
    return Keyword(name, "annotation", value, attribute, in_parameters=in_parameters, documents=documents)


def _limit(name: str, value: ValueType, attribute: str, types: _Types, bound: Bound, pydantic: str = "") -> Keyword:
    merge: Merge = "highest" if bound.lower else "lowest"
    in_parameters = attribute != RESTRICTIONS and types != _OBJECTS
    return Keyword(
        name,
        "assertion",
        value,
        attribute,
        types,
        bound=bound,
        merge=merge,
        pydantic=pydantic,
        in_parameters=in_parameters,
        unused="" if pydantic else _UNCHECKED,
    )


def _condition(
    name: str, value: ValueType, types: _Types = (), *, in_place: bool = False, tests: bool = False
) -> Keyword:
    return Keyword(name, "applicator", value, RESTRICTIONS, types, in_place=in_place, tests=tests, unused=_UNCHECKED)


_KEYWORDS: Final = (
    *map(_identifier, ("$schema", "$id", "$anchor", "$comment", "$dynamicAnchor")),
    _identifier("$vocabulary", _ANY),
    _identifier("$defs", _SCHEMAS),
    _identifier("definitions", _SCHEMAS),
    Keyword("$ref", "applicator", _TEXT, "ref", in_place=True, merge="apart"),
    Keyword("$dynamicRef", "applicator", _TEXT),
    Keyword("type", "assertion", _TYPES, "types", describes=True, merge="types", in_parameters=True),
    Keyword("format", "assertion", _TEXT, "format", in_parameters=True),
    Keyword("enum", "assertion", ArrayValue(_ANY), "enum", describes=True, merge="common", in_parameters=True),
    Keyword("const", "assertion", _ANY, "const", describes=True),
    _limit("minimum", _NUMBER, "minimum", _NUMBERS, Bound("value", lower=True), "ge"),
    _limit("maximum", _NUMBER, "maximum", _NUMBERS, Bound("value", lower=False), "le"),
    _limit(
        "exclusiveMinimum", _NUMBER, "exclusive_minimum", _NUMBERS, Bound("value", lower=True, exclusive=True), "gt"
    ),
    _limit(
        "exclusiveMaximum", _NUMBER, "exclusive_maximum", _NUMBERS, Bound("value", lower=False, exclusive=True), "lt"
    ),
    Keyword(
        "multipleOf",
        "assertion",
        ScalarValue("positive"),
        "multiple_of",
        _NUMBERS,
        pydantic="multiple_of",
        in_parameters=True,
    ),
    _limit("minLength", _COUNT, "min_length", _STRINGS, Bound("length", lower=True), "min_length"),
    _limit("maxLength", _COUNT, "max_length", _STRINGS, Bound("length", lower=False), "max_length"),
    Keyword("pattern", "assertion", _TEXT, "pattern", _STRINGS, pydantic="pattern", in_parameters=True),
    Keyword("contentEncoding", "assertion", _TEXT, "content_encoding", _STRINGS, unused=_TEXT_AS_SENT),
    Keyword("contentMediaType", "assertion", _TEXT, "content_media_type", _STRINGS, unused=_NOT_LOOKED_INTO),
    Keyword("contentSchema", "assertion", _SCHEMA, "content_schema", _STRINGS, unused=_NOT_LOOKED_INTO),
    Keyword("properties", "applicator", _SCHEMAS, "properties", _OBJECTS, describes=True, merge="schemas"),
    Keyword(
        "patternProperties", "applicator", _SCHEMAS, "pattern_properties", _OBJECTS, describes=True, merge="schemas"
    ),
    Keyword("additionalProperties", "applicator", _SCHEMA, "additional_properties", _OBJECTS, describes=True),
    _condition("unevaluatedProperties", _SCHEMA, _OBJECTS),
    _condition("propertyNames", _SCHEMA, _OBJECTS, tests=True),
    Keyword("required", "assertion", _NAMES, "required", _OBJECTS, merge="names"),
    _limit("minProperties", _COUNT, "min_properties", _OBJECTS, Bound("members", lower=True)),
    _limit("maxProperties", _COUNT, "max_properties", _OBJECTS, Bound("members", lower=False)),
    Keyword("dependentRequired", "assertion", MapValue(_NAMES), RESTRICTIONS, _OBJECTS, unused=_UNCHECKED),
    _condition("dependentSchemas", _SCHEMAS, _OBJECTS, in_place=True),
    Keyword("prefixItems", "applicator", ArrayValue(_SCHEMA), "prefix_items", _ARRAYS, describes=True, merge="places"),
    Keyword("items", "applicator", _SCHEMA, "items", _ARRAYS, describes=True, merge="schema", in_parameters=True),
    _condition("unevaluatedItems", _SCHEMA, _ARRAYS),
    _condition("contains", _SCHEMA, _ARRAYS, tests=True),
    _limit("minContains", _COUNT, RESTRICTIONS, _ARRAYS, Bound("matches", lower=True)),
    _limit("maxContains", _COUNT, RESTRICTIONS, _ARRAYS, Bound("matches", lower=False)),
    _limit("minItems", _COUNT, "min_items", _ARRAYS, Bound("items", lower=True), "min_length"),
    _limit("maxItems", _COUNT, "max_items", _ARRAYS, Bound("items", lower=False), "max_length"),
    Keyword("uniqueItems", "assertion", _FLAG, "unique_items", _ARRAYS, in_parameters=True, unused=_UNCHECKED),
    Keyword("allOf", "applicator", _LIST, "all_of", in_place=True, merge="apart"),
    Keyword("anyOf", "applicator", _LIST, "any_of", describes=True, in_place=True, merge="apart"),
    Keyword("oneOf", "applicator", _LIST, "one_of", describes=True, in_place=True, merge="apart"),
    Keyword("discriminator", "applicator", Of("Discriminator"), "discriminator"),
    *(_condition(name, _SCHEMA, in_place=True) for name in ("not", "if", "then", "else")),
    _annotation("title", _TEXT, "title"),
    _annotation("description", _TEXT, "description"),
    _annotation("default", _ANY, "default", in_parameters=True),
    _annotation("examples", ArrayValue(_ANY), "examples"),
    _annotation("example", _ANY, "examples"),
    _annotation("readOnly", _FLAG, "read_only", documents=False),
    _annotation("writeOnly", _FLAG, "write_only", documents=False),
    _annotation("deprecated", _FLAG, "deprecated"),
    _annotation("xml", Of("XML")),
    _annotation("externalDocs", Of("External Documentation")),
)

CHOICES: Final[tuple[ChoiceKeyword, ...]] = get_args(ChoiceKeyword)
"""The keywords with schemas of which a value has to fit one."""
KEYWORDS: Final[Mapping[str, Keyword]] = {keyword.name: keyword for keyword in _KEYWORDS}
COMBINING: Final = tuple(keyword.name for keyword in _KEYWORDS if keyword.in_place and keyword.holds == "list")
"""The keywords that combine several schemas for one value: `allOf` and those of choices."""
ANNOTATIONS: Final = frozenset(keyword.name for keyword in _KEYWORDS if keyword.kind == "annotation")
"""The keywords that say nothing about which values are valid."""
OF_NAMES: Final = frozenset(keyword.name for keyword in _KEYWORDS if keyword.holds == "map")
"""The keywords with a schema for each of several names."""
LISTING: Final = frozenset(keyword.name for keyword in _KEYWORDS if keyword.holds == "list")
"""The keywords with several schemas in an order."""
BOUNDS: Final = tuple((keyword, keyword.bound) for keyword in _KEYWORDS if keyword.bound is not None)


def attributes(which: Callable[[Keyword], object]) -> tuple[str, ...]:
    """Return the attributes of `Schema` that have the values of some keywords, each once."""
    found = dict.fromkeys(keyword.attribute for keyword in _KEYWORDS if which(keyword))
    return tuple(name for name in found if name not in {"", RESTRICTIONS})


DESCRIBING: Final = attributes(lambda keyword: keyword.describes)
"""The attributes of a schema that describe a type, rather than which values of a type are valid."""
BESIDE_TYPES: Final = tuple(name for name in DESCRIBING if name != "types")
"""The attributes of a schema that describe a type without naming it."""
