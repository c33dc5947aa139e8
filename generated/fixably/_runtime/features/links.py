"""Links to other resources: their address, and the resource itself where the answer has it already."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, cast, get_args
from urllib.parse import unquote

from pydantic import ValidationError
from pydantic_core import core_schema

from ..configuration import split_url
from ..encoding import Json, attribute_at, value_at, whole_number
from ..errors import ConfigurationError
from ..kinds import Opaque, model_members
from ..lenient import exactly_as
from ..model import Model
from ..request import JSON, Request
from ..response import Source, current_source, decode
from .values import decode_value

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from ..configuration import Configuration

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A type that is imported when a link to it is looked into: answers link to most of an API's models."""

    module: str
    name: str


def lazy(importer: str, module: str, name: str) -> Any:
    """Return what stands in for the type `name` of a module beside the one that mentions it, until it is needed."""
    return _Lazy(f"{importer.rpartition('.')[0]}.{module}", name)


class Link(Opaque[T_co]):
    """A link to a resource."""

    __slots__ = ("_content", "_expanded", "_kind", "_source")

    address: ClassVar[tuple[str, ...]] = ("href",)
    """Where the address stands: segments of a JSON Pointer."""
    identifier: ClassVar[tuple[str, ...]] = ("id",)
    """Where an expanded resource has its id."""
    bare: ClassVar[frozenset[str]] = frozenset({"href"})
    """The members of a link that is not expanded."""

    def __init__(self, content: Mapping[str, Any], kind: type[T_co]) -> None:
        self._content = content
        self._kind: object = kind
        self._expanded: T_co | None = None
        self._source = None if content.keys() <= self.bare else current_source()

    def holding(self, content: Mapping[str, Any]) -> Self:
        """Return a link to the same that holds other content."""
        return type(self)(content, cast("Any", self._kind))

    @property
    def href(self) -> str:
        """The address; empty where the answer has none, which contradicts the description."""
        found = value_at(cast("Json", self._content), self.address)
        return found if isinstance(found, str) else ""

    @property
    def id(self) -> int | str | None:
        """The resource's id: its own where it is expanded, otherwise the last part of the address."""
        own = value_at(cast("Json", self._content), self.identifier)
        return own if isinstance(own, int | str) else _identifier_in(self.href)

    @property
    def expanded(self) -> T_co | None:
        """The resource, if the answer has more of it than its address.

        Raises:
            MismatchError: It contradicts the description, and the client was told to raise that.
        """
        if self._expanded is None and not self._content.keys() <= self.bare:
            self._expanded = cast("T_co", decode_value(self._content, leads_to(self), self._source))
            if self._source is not None:
                self.look_at(self._expanded, self._source)
        return self._expanded

    def look_at(self, found: object, source: Source) -> None:
        """Report what is strange about the resource that an answer has for this link: nothing, for most."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Link) and self._content == cast("Link[object]", other)._content

    def __hash__(self) -> int:
        return hash(self.href)

    def __repr__(self) -> str:
        more = "" if self._content.keys() <= self.bare else " (expanded)"
        return f"<Link {self.href!r}{more}>"

    def __reduce__(self) -> tuple[Any, ...]:
        # Without its answer: responses hold connections. Mismatches in what it expands to go unreported then.
        return type(self), (self._content, self._kind)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        kind: Any = next(iter(get_args(source)), Any)
        made: Callable[[Any, Any], object] = cls

        def make(value: Any, check: Callable[[Any], object]) -> Link[Any]:
            if not isinstance(value, Link):
                check(value)
                value = made(value, kind)
            return cast("Link[Any]", value)

        shape: CoreSchema = core_schema.str_schema()
        for segment in reversed(cls.address):
            shape = core_schema.typed_dict_schema({segment: core_schema.typed_dict_field(shape)})
        written = core_schema.plain_serializer_function_ser_schema(_content)
        return core_schema.no_info_wrap_validator_function(make, shape, serialization=written)


def _identifier_in(address: str) -> int | str | None:
    """Return the last part of an address, as a number if it is one; None where it has none."""
    parts = split_url(address)
    last = unquote(parts.path.rpartition("/")[2]) if parts else ""
    number = whole_number(last)
    return number if str(number) == last else last or None


def leads_to(link: Link[Any]) -> Any:
    """Return the type that a link leads to, imported if it was not yet."""
    kind = link._kind  # noqa: SLF001 - of its own module  # pyright: ignore[reportPrivateUsage]
    if isinstance(kind, _Lazy):
        module = sys.modules.get(kind.module) or import_module(kind.module)
        return getattr(module, kind.name)
    return kind


class LinkedModel(Model):
    """An object with an address and an id of its own; where an answer has the address only, the id is taken from it.

    Derived classes say which attributes these are: `class Order(LinkedModel, address="links.self_", identifier="key")`.
    """

    _places: ClassVar[tuple[str, str]] = ("href", "id")

    def __init_subclass__(cls, *, address: str = "href", identifier: str = "id") -> None:
        super().__init_subclass__()
        cls._places = address, identifier

    def model_post_init(self, _: object, /) -> None:
        """Take the id from the address; it does not count as set, so that what is sent back is what came."""
        name = self._places[1]
        if getattr(self, name, None) is None and (found := _identifier_in(address_of(self))) is not None:
            kind = next(each.kind for each in model_members(type(self)) if each.name == name)
            if type(found) in get_args(kind):  # as most are: the rest takes ten times as long
                vars(self)[name] = found
                return
            for candidate in (found, str(found)):
                with suppress(ValidationError):
                    vars(self)[name] = exactly_as(kind, candidate)
                    break

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        return ((name, value) for name, value in super().__repr_args__() if value is not None)


def address_of(found: Link[Any] | LinkedModel) -> str:
    """Return the address of a link, or an object's own; empty where it has none."""
    if isinstance(found, Link):
        return found.href
    address = attribute_at(found, found._places[0])  # noqa: SLF001 - of its own module  # pyright: ignore[reportPrivateUsage]
    return address if isinstance(address, str) else ""


def link_request(address: str, configuration: Configuration) -> Request:
    """Return the request that reads what an address of an answer leads to; empty: it has none.

    Raises:
        ConfigurationError: It leads to another host than the client's base URL, where its credentials must not go.
    """
    url = configuration.follow(f"{configuration.base_url}/", address) if address else None
    if url is None:
        parts = split_url(address)
        place = parts._replace(path="", query="", fragment="").geturl() if parts and parts.netloc else address
        where = f"leads to {place!r}" if address else "has no address"
        raise ConfigurationError(f"the link {where}, and this client calls {configuration.base_url} only")
    return Request("GET", "(link)").at(url).accept(JSON)


def decode_linked(followed: object, request: Request, response: httpx.Response, configuration: Configuration) -> Any:
    """Return the answer to `link_request` as what the link leads to; of an object with an address, as its like."""
    is_link = isinstance(followed, Link)
    kind = leads_to(cast("Link[Any]", followed)) if is_link else type(followed)
    source = Source(response, request.route, configuration.on_mismatch)
    found = decode(source, kind)
    if is_link:
        cast("Link[Any]", followed).look_at(found, source)
    return found


def _content(value: Any) -> Any:
    return getattr(value, "_content", value)
