"""Clients of APIs whose answers link to collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from .follow import AsyncLinkClient, LinkClient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .collections import Collection
    from .paging import AsyncPager, Pager

T = TypeVar("T")


class CollectionClient(LinkClient):
    """A client that reads the collections that links lead to."""

    def items(self, link: Collection[Any, T], *, expand: Sequence[str] | str | None = None) -> Pager[T]:
        """Return the items of all pages of the collection that a link leads to, whatever the answer holds of it.

        Args:
            link: The link.
            expand: Related resources to have in full, as lists of the API take them.

        Raises:
            ConfigurationError: The link leads to another host than the base URL's.
        """
        from .collections import CollectionItems  # for speed: loads pydantic

        return CollectionItems(self._session).of(link, expand)


class AsyncCollectionClient(AsyncLinkClient):
    """A client that reads the collections that links lead to, for asyncio and trio."""

    def items(self, link: Collection[Any, T], *, expand: Sequence[str] | str | None = None) -> AsyncPager[T]:
        """Return the items of all pages of the collection that a link leads to, whatever the answer holds of it.

        Args:
            link: The link.
            expand: Related resources to have in full, as lists of the API take them.

        Raises:
            ConfigurationError: The link leads to another host than the base URL's.
        """
        from .collections import AsyncCollectionItems  # for speed: loads pydantic

        return AsyncCollectionItems(self._session).of(link, expand)
