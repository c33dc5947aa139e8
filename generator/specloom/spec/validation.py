"""Checks values against JSON Schemas, by `jsonschema-rs`: what does not fit, and what best explains it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from specloom.record import record
from specloom.source import Json
from specloom.spec.keywords import CHOICES, OF_NAMES

if TYPE_CHECKING:
    from jsonschema_rs import Registry, ValidationError


KeywordCheck = Callable[[Any, Json], bool]
"""Takes what a keyword says and a value; tells whether they fit."""

_NAME: Final = "urn:schemas"
_NUMBER: Final = re.compile(r"\+?[0-9]{1,30}")
_MOST_WAYS: Final = 100
"""Through objects with several names that are the same number."""
TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
"""The types of JSON Schema → those of Python; that true is no number, nobody can tell from this."""


@record
class Mismatch:
    """A keyword that a value does not fit."""

    keyword: str
    """Empty where the schema is `false`."""
    limit: Any
    """What the keyword says."""
    schema: Mapping[str, Any]
    """What the keyword stands in."""
    value: Any
    path: tuple[str | int, ...]
    """Where the value is in the one that was checked."""
    missing: str = ""
    """The property that is required."""
    choices: tuple[Mismatch, ...] = ()
    """Why the choices of `anyOf` or `oneOf` do not fit; empty where more than one does."""
    order: tuple[int, ...] = ()
    """Where the keyword is written, counted from the beginning of the schema and of each part of it."""

    @property
    def relevance(self) -> tuple[int, tuple[Any, ...], bool, bool]:
        """What is compared to tell which of several explains best: the greatest does."""
        types = self.schema.get("type", ())
        of_type = any(
            type(self.value) in TYPES.get(name, ()) for name in ([types] if isinstance(types, str) else types)
        )
        return (-len(self.path), self.path, self.keyword not in CHOICES, not of_type)


def first_error(mismatches: Iterable[Mismatch]) -> Mismatch | None:
    """Return what best explains why a value does not fit: what is wrong with most of it.

    Of choices none of which fits, the one explains best that went furthest into the value: it was probably meant. Where
    several went equally far, nobody can tell, and the choice itself is what is wrong.
    """
    best = max(sorted(mismatches, key=lambda each: each.order), key=lambda each: each.relevance, default=None)
    while best is not None and best.choices:
        nearest, *others = sorted(best.choices, key=lambda each: each.relevance)
        if others and others[0].relevance == nearest.relevance:
            break
        best = nearest
    return best


class SchemaSet:
    """JSON Schemas that refer to each other by `reference`.

    `checks` say what keywords mean that the library reads otherwise, or cannot read.
    """

    def __init__(self, definitions: Mapping[str, Json], checks: Mapping[str, KeywordCheck]) -> None:
        self.targets: Final = {self.reference(name): schema for name, schema in definitions.items()}
        self._definitions: dict[str, Json] = {"$defs": dict(definitions)}
        self._keywords = {keyword: _own_keyword(check) for keyword, check in checks.items()}
        self._registry: Registry | None = None

    @staticmethod
    def reference(name: str) -> str:
        """Return the `$ref` that leads to a definition."""
        return f"{_NAME}#/$defs/{name}"

    def compile(self, schema: Json) -> Callable[[Json], list[Mismatch]]:
        """Return a function that takes a value and says why it does not fit `schema`: nothing where it does.

        Raises:
            RecursionError: Schemas are nested too deeply: the library takes some 250 levels. The function raises it
                where a value is.
        """
        with _deep_told():
            return self._compile(schema)

    def _compile(self, schema: Json) -> Callable[[Json], list[Mismatch]]:
        # Imported here because that takes longer than reading most descriptions.
        from jsonschema_rs import Draft202012, Draft202012Validator, RegexOptions, Registry  # noqa: PLC0415

        if self._registry is None:
            # Definitions are converted once for all schemas if they stand in a document of their own.
            self._registry = Registry([(_NAME, self._definitions)], draft=Draft202012)
        # The library holds what it compiles to the meta-schema, but not what is referred to. Descriptions break that in
        # ways that rules tell, a name that is required twice for instance.
        document: dict[str, Json] = {"$ref": "#/-", "-": schema}
        validator = Draft202012Validator(
            document, keywords=self._keywords, registry=self._registry, pattern_options=RegexOptions()
        )

        def check(value: Json) -> list[Mismatch]:
            with _deep_told():
                if validator.is_valid(value):
                    return []
                both: Json = {**document, **self._definitions}
                return [_mismatch(error, value, both) for error in validator.iter_errors(value)]

        return check


@contextmanager
def _deep_told() -> Iterator[None]:
    """Raise what Python itself raises where the library says that something is too deep."""
    try:
        yield
    except ValueError as error:
        if str(error) == "Recursion limit reached":
            raise RecursionError from None
        raise


def _mismatch(error: ValidationError, root: Json, document: Json) -> Mismatch:
    written = _written(_exact(error.schema_path, document), document)
    path = _exact(error.instance_path, root)
    value = _at(root, path)
    kind: Any = error.kind
    match kind.name:
        case "falseSchema" if written.keyword != "additionalProperties" or not written.in_schema:
            return Mismatch("", False, {}, value, path, order=written.order)
        case "propertyNames":
            value = kind.error.instance
    missing = kind.property if kind.name == "required" else ""
    several = () if type(kind).__name__ == "OneOfMultipleValid" else getattr(kind, "context", ())
    choices = tuple(_mismatch(each, root, document) for choice in several for each in choice)
    limit = written.container[written.keyword]
    return Mismatch(written.keyword, limit, written.container, value, path, missing, choices, written.order)


class _Written(NamedTuple):
    container: Any
    keyword: str
    in_schema: bool
    """Whether it is a keyword of a schema; the name of a property, for instance, where not."""
    order: tuple[int, ...]


def _written(path: Sequence[str | int], document: Json) -> _Written:
    """Return what stands at `path`."""
    container = here = cast("Any", document)
    in_schema = is_schema = True
    order: list[int] = []
    for segment in path:
        container, in_schema = here, is_schema
        order.append(segment if isinstance(segment, int) else list(container).index(segment))
        here = container[segment]
        is_schema = not (in_schema and segment in OF_NAMES)
    return _Written(container, str(path[-1]), in_schema, tuple(order))


def _exact(path: Sequence[str | int], value: Json) -> tuple[str | int, ...]:
    """Return a path of the library with names as they are: it takes `007` for the position 7, and leaves out `""`."""
    ways: list[tuple[tuple[str | int, ...], Json]] = [((), value)]
    for segment in path:
        reached = [each for way, here in ways for each in _through_empty_names(way, here)]
        further = [((*way, key), _at(here, (key,))) for way, here in reached for key in _keys(here, segment)]
        if len(further) > _MOST_WAYS:
            raise RecursionError
        if not further:
            break
        ways = further
    return ways[0][0]


def _through_empty_names(way: tuple[str | int, ...], here: Json) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    """Yield a place, and those below it by nothing but empty names."""
    yield way, here
    while isinstance(here, dict) and "" in here:
        way, here = (*way, ""), here[""]
        yield way, here


def _keys(value: Json, segment: str | int) -> list[str | int]:
    if isinstance(value, dict) and isinstance(segment, int):
        digits = str(segment)  # first, for a description can have a thousand names here
        return [name for name in value if name.endswith(digits) and _NUMBER.fullmatch(name) and int(name) == segment]
    if isinstance(value, dict):
        return [segment] if segment in value else []
    return [segment] if isinstance(value, list) and isinstance(segment, int) and segment < len(value) else []


def _at(value: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401 - JSON
    for segment in path:
        value = value[segment]
    return value


def _own_keyword(check: KeywordCheck) -> type[Any]:
    """Return a keyword as the library wants it."""

    class Keyword:
        def __init__(self, _schema: Mapping[str, Json], limit: Json, _path: list[str | int]) -> None:
            self._limit = limit

        def validate(self, value: Json) -> None:
            if not check(self._limit, value):
                raise ValueError

    return Keyword
