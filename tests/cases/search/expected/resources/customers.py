# Generated from the description of Customers by specloom; edits will be lost.

"""Calls under `customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource

if TYPE_CHECKING:
    import builtins as _builtins

    from .._runtime.features.search import Search as _Search
    from ..models.search import Search

__all__ = ["AsyncCustomersResource", "CustomersResource"]


class CustomersResource(_Resource):
    """Calls under `customers`."""

    def list(
        self, *, write_search: _Search | str, q: _Search | str | None = None
    ) -> _builtins.list[Search]:
        """Call `GET /customers`.

        Args:
            write_search: The query parameter `write_search`. Takes a mapping of names to
                values, see Searches in `README.md`, or a text as the API has it.
            q: What to find. Takes a mapping of names to values, see Searches in `README.md`, or
                a text as the API has it.
        """
        from ..models.search import Search

        return self._json(_list_request(write_search=write_search, q=q), list[Search])


class AsyncCustomersResource(_AsyncResource):
    """Calls under `customers`."""

    async def list(
        self, *, write_search: _Search | str, q: _Search | str | None = None
    ) -> _builtins.list[Search]:
        """Call `GET /customers`.

        Args:
            write_search: The query parameter `write_search`. Takes a mapping of names to
                values, see Searches in `README.md`, or a text as the API has it.
            q: What to find. Takes a mapping of names to values, see Searches in `README.md`, or
                a text as the API has it.
        """
        from ..models.search import Search

        return await self._json(_list_request(write_search=write_search, q=q), list[Search])


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


_PLAIN_SEARCH = _SearchGrammar(" ", "=")


def _list_request(*, write_search: _Search | str, q: _Search | str | None) -> _Request:
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/customers")
    _request.require(write_search=write_search)
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query(
        "write_search", _write_search(write_search, _PLAIN_SEARCH), required="write_search"
    )
    return _request
