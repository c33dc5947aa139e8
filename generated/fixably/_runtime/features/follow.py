"""Clients of APIs whose answers link to other resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from ..client import AsyncClient, Client

if TYPE_CHECKING:
    from .links import Link, LinkedModel

T = TypeVar("T")
M = TypeVar("M", bound="LinkedModel")


class LinkClient(Client):
    """A client that follows links."""

    @overload
    def follow(self, link: Link[T]) -> T: ...
    @overload
    def follow(self, link: M) -> M: ...
    def follow(self, link: Link[Any] | LinkedModel) -> Any:
        """Read what a link leads to, or all of a resource of which an answer has a part, such as an item of a list.

        Raises:
            ConfigurationError: It has no address, or one on another host than the base URL's.
        """
        from .links import address_of, decode_linked, link_request  # for speed: loads pydantic

        configuration = self._session.configuration
        response = self._session.send(request := link_request(address_of(link), configuration))
        return decode_linked(link, request, response, configuration)


class AsyncLinkClient(AsyncClient):
    """A client that follows links, for asyncio and trio."""

    @overload
    async def follow(self, link: Link[T]) -> T: ...
    @overload
    async def follow(self, link: M) -> M: ...
    async def follow(self, link: Link[Any] | LinkedModel) -> Any:
        """Read what a link leads to, or all of a resource of which an answer has a part, such as an item of a list.

        Raises:
            ConfigurationError: It has no address, or one on another host than the base URL's.
        """
        from .links import address_of, decode_linked, link_request  # for speed: loads pydantic

        configuration = self._session.configuration
        response = await self._session.send(request := link_request(address_of(link), configuration))
        return decode_linked(link, request, response, configuration)
