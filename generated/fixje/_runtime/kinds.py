"""Questions about the types of answers: what they are made of, and how much work it is to tell their members apart."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Generic,
    NamedTuple,
    Self,
    TypeGuard,
    TypeVar,
    Union,
    Unpack,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import BaseModel, Discriminator, Tag, TypeAdapter

from .encoding import items_of
from .exact import EXACT

T_co = TypeVar("T_co", covariant=True)
_MOST_WORK = 1_000_000
"""Values that pydantic may look at, at worst, in JSON of a type that contains itself."""
_UNTAGGED: Final = Tag("")


class Reading(ABC):
    """How JSON is read of a type that has this among its metadata, as pydantic alone would lose something of it."""

    @abstractmethod
    def reader(self, content: bytes, kind: Any, usual: Callable[..., Any]) -> Callable[..., Any] | None:
        """Return what reads this JSON text, called as pydantic's `usual` is; None where it has to be parsed first."""

    @abstractmethod
    def number(self, text: str) -> object:
        """Return what stands for a number with a fraction or an exponent, where JSON is parsed first."""

    @abstractmethod
    def complete(self, found: Any, value: Any) -> Any:
        """Return what pydantic made of parsed JSON together with what it could not know."""


class Opaque(ABC, Generic[T_co]):
    """A type made of a JSON object as it is, such as a link: nothing in here looks into its values."""

    __slots__ = ()

    reading: ClassVar[Reading | None] = None
    """How what it stands for is read, where pydantic alone would lose something of it."""

    @abstractmethod
    def __init__(self, content: Mapping[str, Any], kind: type[T_co]) -> None: ...

    @abstractmethod
    def holding(self, content: Mapping[str, Any]) -> Self:
        """Return one that holds other content."""


class Member(NamedTuple):
    """A field of a model."""

    name: str
    alias: str
    kind: Any
    is_required: bool


@cache
def model_members(kind: type[BaseModel]) -> tuple[Member, ...]:
    """Return a model's fields; those of models that refer to each other are known when all of these are there."""
    if not kind.__pydantic_fields_complete__:
        kind.model_rebuild()
    return tuple(
        Member(
            name,
            field.validation_alias if isinstance(field.validation_alias, str) else name,
            field.rebuild_annotation(),
            field.is_required(),
        )
        for name, field in kind.model_fields.items()
    )


@cache
def further_members(kind: type[BaseModel]) -> Any:
    """Return the type of the members of a model that are none of its fields."""
    for each in kind.__mro__[: kind.__mro__.index(BaseModel)]:
        said = vars(each).get("__annotations__", {}).get("__pydantic_extra__")
        if said is not None:
            holder = type("", (), {"__annotations__": {"said": said}})
            known = vars(sys.modules[each.__module__])
            return get_args(get_type_hints(holder, known, include_extras=True)["said"])[1]
    return Any


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Return what pydantic validates a type with: exactly in strict mode."""
    exact: Any = Annotated[kind, EXACT]
    return TypeAdapter(exact)


def bare_type(kind: Any) -> Any:
    """Take off what only names or narrows a type: `Annotated`, and aliases made by a type statement."""
    # Classes are not asked: models look long for an attribute that they do not have.
    while get_origin(kind) is Annotated or (not isinstance(kind, type) and hasattr(kind, "__value__")):
        kind = get_args(kind)[0] if get_origin(kind) is Annotated else kind.__value__
    return kind


def following(kind: Any) -> Any:
    """Return `T` for `*tuple[T, ...]`, which stands last in tuples that go on; any other type as it is."""
    if get_origin(kind) is Unpack:
        kind = get_args(kind)[0]
    elif not getattr(kind, "__unpacked__", False):
        return kind
    return get_args(kind)[0]


def is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    """Return whether a type is a pydantic model."""
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def is_opaque(kind: object) -> TypeGuard[type[Opaque[Any]]]:
    """Return whether nothing looks into values of a type: see `Opaque`."""
    return isinstance(kind, type) and issubclass(kind, Opaque)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Return whether JSON is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Return whether JSON is an array."""
    return isinstance(value, list)


def is_union(kind: object) -> bool:
    """Return whether a type is a union."""
    return get_origin(kind) in (Union, UnionType)


def union_members(kind: Any) -> Iterator[Any]:
    """Yield the members of a union, also of one inside of it; of another type itself."""
    kind = bare_type(kind)
    for option in get_args(kind) if is_union(kind) else ():
        yield from union_members(option)
    if not is_union(kind):
        yield kind


def holds_objects(kind: Any) -> bool:
    """Return whether values of a type may be objects."""
    origin = get_origin(kind) or kind
    return kind is Any or (isinstance(origin, type) and issubclass(origin, BaseModel | Opaque | Mapping))


def holds_arrays(kind: Any) -> bool:
    """Return whether values of a type may be arrays."""
    origin = get_origin(kind) or kind
    if not isinstance(origin, type):
        return kind is Any
    return issubclass(origin, Collection) and not issubclass(origin, str | bytes | Mapping)


@cache
def reading_of(kind: Any) -> Reading | None:
    """Return how JSON is read of a type that is, or has inside, one that pydantic cannot read alone; None: as usual."""
    for node in parts_of(kind):
        origin = get_origin(node)
        if is_opaque(origin) and origin.reading is not None:
            return origin.reading
        for each in getattr(node, "__metadata__", ()):
            if isinstance(each, Reading):
                return each
    return None


def parts_of(kind: Any) -> Iterator[Any]:
    """Yield a type and all that it is made of, each once; not what is inside of opaque ones."""
    seen, waiting = set[Any](), [kind]
    while waiting:
        node = waiting.pop()
        yield node
        node = bare_type(node) if get_origin(node) is not Annotated else get_args(node)[0]
        if node in seen:
            continue
        seen.add(node)
        yield node
        if not is_opaque(get_origin(node)):
            waiting += _parts(node)


def _parts(kind: Any) -> list[Any]:
    """Return the types that a type is made of."""
    if is_model(kind):
        return [*(member.kind for member in model_members(kind)), further_members(kind)]
    return [*get_args(kind)]


def _is_tagged(kind: Any) -> bool:
    """Return whether one member of every object says which type of a union it is: see `tagged`."""
    has_tag = any(isinstance(each, Discriminator) for each in getattr(kind, "__metadata__", ()))
    return has_tag and not any(_UNTAGGED in getattr(option, "__metadata__", ()) for option in get_args(bare_type(kind)))


@cache
def may_branch(kind: Any) -> int:
    """Return as how many types, at most, pydantic tries one value, if the type contains itself; otherwise 1."""
    most, graph, waiting = 1, dict[Any, set[Any]](), [bare_type(kind)]
    while waiting:
        node = waiting.pop()
        if node in graph:
            continue
        parts = _parts(node)
        graph[node] = set()
        for part in parts if not is_opaque(get_origin(node)) else ():
            options = [option for option in union_members(part) if option is not NoneType]
            if len(options) > 1 and not _is_tagged(part):
                most = max(most, sum(map(holds_objects, options)), sum(map(holds_arrays, options)))
            graph[node].update(options)
            waiting += options
    if most == 1:
        return 1
    while leaves := {node for node, parts in graph.items() if parts.isdisjoint(graph)}:
        for node in leaves:
            del graph[node]
    return most if graph else 1


def is_costly(kind: Any, value: Any) -> bool:
    """Return whether pydantic could take long to tell how a value fits a type: see the top of `lenient.py`."""
    branches, factor, work = may_branch(kind), 1, 0
    level = [value]
    while branches > 1 and level:
        work, factor = work + len(level) * factor, factor * branches
        if work > _MOST_WORK:
            return True
        level = [item for each in level for item in items_of(each)]
    return False
