"""Clients of APIs whose answers link to other resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from ..client import AsyncClient, Client

if TYPE_CHECKING:
    from .links import Link

__all__ = ["AsyncLinkClient", "LinkClient"]

T = TypeVar("T")


class LinkClient(Client):
    """A client that follows links."""

    def follow(self, link: Link[T]) -> T:
        """Read what a link leads to, whether the answer that has the link holds it or not.

        Raises:
            ConfigurationError: The link leads to another host than the base URL's.
        """
        from .links import decode_linked, link_request  # for speed: loads pydantic

        configuration = self._session.configuration
        response = self._session.send(request := link_request(link, configuration))
        return cast("T", decode_linked(link, request, response, configuration))


class AsyncLinkClient(AsyncClient):
    """A client that follows links, for asyncio and trio."""

    async def follow(self, link: Link[T]) -> T:
        """Read what a link leads to, whether the answer that has the link holds it or not.

        Raises:
            ConfigurationError: The link leads to another host than the base URL's.
        """
        from .links import decode_linked, link_request  # for speed: loads pydantic

        configuration = self._session.configuration
        response = await self._session.send(request := link_request(link, configuration))
        return cast("T", decode_linked(link, request, response, configuration))
