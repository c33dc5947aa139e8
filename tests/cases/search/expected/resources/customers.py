# Generated from the description of Customers by specloom; edits will be lost.

"""Calls under `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource
from .._runtime.search import SearchGrammar

if TYPE_CHECKING:
    import builtins

    from .._runtime.search import Search
    from ..models.search_model import SearchModel

__all__ = ["AsyncCustomersResource", "CustomersResource"]


class CustomersResource(Resource):
    """Calls under `customers`."""

    def list(
        self, *, write_search_: Search | str, q: Search | str | None = None
    ) -> builtins.list[SearchModel]:
        """Call `GET /customers`.

        Args:
            write_search_: The query parameter `write_search`. Takes a mapping of names to
                values, see `_runtime/search.py`, or a text as the API has it.
            q: What to find. Takes a mapping of names to values, see `_runtime/search.py`, or a
                text as the API has it.
        """
        from ..models.search_model import SearchModel

        return self._json(_list(write_search_=write_search_, q=q), list[SearchModel])


class AsyncCustomersResource(AsyncResource):
    """Calls under `customers`."""

    async def list(
        self, *, write_search_: Search | str, q: Search | str | None = None
    ) -> builtins.list[SearchModel]:
        """Call `GET /customers`.

        Args:
            write_search_: The query parameter `write_search`. Takes a mapping of names to
                values, see `_runtime/search.py`, or a text as the API has it.
            q: What to find. Takes a mapping of names to values, see `_runtime/search.py`, or a
                text as the API has it.
        """
        from ..models.search_model import SearchModel

        return await self._json(_list(write_search_=write_search_, q=q), list[SearchModel])


_QUERY_SEARCH = SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


_PLAIN_SEARCH = SearchGrammar(" ", "=")


def _list(*, write_search_: Search | str, q: Search | str | None) -> Request:
    from .._runtime.search import write_search

    request = Request("GET", "/customers")
    request.require(write_search_=write_search_)
    request.query("q", write_search(q, _QUERY_SEARCH))
    request.query("write_search", write_search(write_search_, _PLAIN_SEARCH))
    return request
