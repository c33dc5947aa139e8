"""Links to other resources: their address, and the resource itself where the answer has it already."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, get_args
from urllib.parse import unquote

from pydantic_core import core_schema

from ..configuration import split_url
from ..encoding import Json, value_at, whole_number
from ..errors import ConfigurationError
from ..lenient import Opaque
from ..request import JSON, Request
from ..response import Source, current_source, decode
from .values import decode_value

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

    from ..configuration import Configuration

__all__ = ["Link", "decode_linked", "lazy", "link_request"]

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class _Lazy:
    """A type that is imported when a link to it is looked into: answers link to most of an API's models."""

    module: str
    name: str


def lazy(importer: str, module: str, name: str) -> Any:  # noqa: ANN401 - stands in for a type
    """Return what stands in for the type `name` of a neighbouring module until it is needed.

    Args:
        importer: The `__name__` of the module that mentions the type.
        module: The name of the module beside it that has the type.
        name: The type's name.
    """
    return _Lazy(f"{importer.rpartition('.')[0]}.{module}", name)


class Link(Opaque[T_co]):
    """A link to a resource.

    Args:
        content: The JSON object: the address alone, or all of the resource.
        kind: What it leads to.
    """

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

    @property
    def href(self) -> str:
        """The address; empty where the answer has none, which contradicts the description."""
        found = value_at(cast("Json", self._content), self.address)
        return found if isinstance(found, str) else ""

    @property
    def id(self) -> int | str | None:
        """The resource's id: its own where it is expanded, otherwise the last part of the address."""
        own = value_at(cast("Json", self._content), self.identifier)
        if isinstance(own, int | str):
            return own
        parts = split_url(self.href)
        last = unquote(parts.path.rpartition("/")[2]) if parts else ""
        number = whole_number(last)
        return number if str(number) == last else last or None

    @property
    def expanded(self) -> T_co | None:
        """The resource, if the answer has more of it than its address.

        Raises:
            MismatchError: It contradicts the description, and the client was told to raise that.
        """
        if self._expanded is None and not self._content.keys() <= self.bare:
            self._expanded = cast("T_co", decode_value(self._content, _kind_of(self), self._source))
        return self._expanded

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
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - as pydantic has it
        kind: Any = next(iter(get_args(source)), Any)
        made: Callable[[Any, Any], object] = cls

        def make(value: Any, check: Callable[[Any], object]) -> Link[Any]:  # noqa: ANN401 - any JSON
            if not isinstance(value, Link):
                check(value)
                value = made(value, kind)
            return cast("Link[Any]", value)

        shape: CoreSchema = core_schema.str_schema()
        for segment in reversed(cls.address):
            shape = core_schema.typed_dict_schema({segment: core_schema.typed_dict_field(shape)})
        written = core_schema.plain_serializer_function_ser_schema(_content)
        return core_schema.no_info_wrap_validator_function(make, shape, serialization=written)


def _kind_of(link: Link[Any]) -> Any:  # noqa: ANN401 - any type
    """Return the type that a link leads to, imported if it was not yet."""
    kind = link._kind  # noqa: SLF001 - of its own module  # pyright: ignore[reportPrivateUsage]
    if isinstance(kind, _Lazy):
        module = sys.modules.get(kind.module) or import_module(kind.module)
        return getattr(module, kind.name)
    return kind


def link_request(link: Link[Any], configuration: Configuration) -> Request:
    """Return the request that reads what a link leads to.

    Raises:
        ConfigurationError: It leads to another host than the client's base URL, where its credentials must not go.
    """
    url = configuration.follow(f"{configuration.base_url}/", link.href) if link.href else None
    if url is None:
        parts = split_url(link.href)
        where = f"leads to {(parts and parts.netloc) or link.href!r}" if link.href else "has no address"
        raise ConfigurationError(f"the link {where}, and this client calls {configuration.base_url} only")
    return Request("GET", "(link)").at(url).accept(JSON)


def decode_linked(link: Link[Any], request: Request, response: httpx.Response, configuration: Configuration) -> Any:  # noqa: ANN401 - of what it leads to
    """Return the answer to `link_request` as what the link leads to."""
    return decode(Source(response, request.route, configuration.on_mismatch), _kind_of(link))


def _content(value: Any) -> Any:  # noqa: ANN401 - a link, or what stands in its place
    return getattr(value, "_content", value)
