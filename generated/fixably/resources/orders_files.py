# Generated from the description of Fixably API by specloom; edits will be lost.

"""Calls under `orders.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.paging import (
    AsyncPagingResource as _AsyncPagingResource,
    PagingResource as _PagingResource,
)
from .._runtime.features.paging_offset import Offset as _Offset
from .._runtime.features.search import SearchGrammar as _SearchGrammar
from .._runtime.request import Request as _Request

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence

    from .._runtime.features.paging import AsyncPager as _AsyncPager, Pager as _Pager
    from .._runtime.features.search import Search as _Search
    from .._runtime.features.upload import FileSource as _FileSource
    from ..inputs.file_page_relation_input import FilePageRelationInput
    from ..models.file import File
    from ..models.file_page import FilePage

__all__ = ["AsyncOrdersFiles", "OrdersFiles"]


class OrdersFiles(_PagingResource):
    """Calls under `orders.files`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[FilePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[File]:
        """List the files of an order.

        Gives links only, unless `items` are expanded.

        `GET /orders/{order_id}/files`

        Args:
            order_id: Number of the order.
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file_page import FilePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            FilePage,
            _OFFSET_PAGING,
        )

    def attach(self, order_id: int, *, key: str) -> FilePage:
        """Attach an uploaded file to an order.

        The last of three steps that put a file on an order: ask `createFileUpload` for an address
        and a key, with the exact name of the file; send the file's bytes to that address with PUT,
        which answers with status 200; then send the key here.

        Gives links to files of the order.

        `POST /orders/{order_id}/files/attach`

        Args:
            order_id: Number of the order.
            key: Key that came with the address to which the file was uploaded.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file_page import FilePage

        return self._json(_attach_request(order_id, key=key), FilePage)

    def upload(
        self,
        order_id: int,
        source: _FileSource,
        *,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> FilePage:
        """Upload a file, then: Attach an uploaded file to an order.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials,
        then calls `POST /orders/{order_id}/files/attach`.

        Args:
            order_id: Number of the order.
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from .._runtime.features.upload import part_of as _part_of
        from .files import Files

        _uploaded = Files(self._session).upload(
            filename=filename, source=source, content_type=content_type
        )
        return self.attach(order_id=order_id, key=_part_of(_uploaded, "key"))


class AsyncOrdersFiles(_AsyncPagingResource):
    """Calls under `orders.files`."""

    def list(
        self,
        order_id: int,
        *,
        expand: _Sequence[FilePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[File]:
        """List the files of an order.

        Gives links only, unless `items` are expanded.

        `GET /orders/{order_id}/files`

        Args:
            order_id: Number of the order.
            expand: What to have in full instead of as links. Relations of an item stand in
                parentheses. Takes a list of names, those of nested relations with dots between, or
                a text as the API has it.
            q: Only items that match all conditions: `field:value`, separated by commas. Values:
                `*` stands for anything, and alone for anything but empty; no value finds what is
                empty; `(1,5,10)` finds any of several, `[0,100]` a range with its ends, of which
                one may be left out; dates and years can be searched likewise:
                `createdAt:[2025-01-01,]`. Dots lead into nested objects: `status.id:12`. A value
                cannot contain `:` or `,`. Which fields can be searched depends on the resource;
                others are an error. Takes a mapping of names to values, see Searches in
                `README.md`, or a text as the API has it.
            limit: How many items the answer has at most. Server default: `25`.
            offset: How many items to skip. Cannot be combined with `page`.
            page: Number of the page to give, counted from 1; the answer then has the numbers of
                the pages around it. Cannot be combined with `offset`.

        Returns:
            A pager: iterate over it for the items of all pages. Nothing is sent before.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file_page import FilePage

        return self._pages(
            _list_request(order_id, expand=expand, q=q, limit=limit, offset=offset, page=page),
            FilePage,
            _OFFSET_PAGING,
        )

    async def attach(self, order_id: int, *, key: str) -> FilePage:
        """Attach an uploaded file to an order.

        The last of three steps that put a file on an order: ask `createFileUpload` for an address
        and a key, with the exact name of the file; send the file's bytes to that address with PUT,
        which answers with status 200; then send the key here.

        Gives links to files of the order.

        `POST /orders/{order_id}/files/attach`

        Args:
            order_id: Number of the order.
            key: Key that came with the address to which the file was uploaded.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file_page import FilePage

        return await self._json(_attach_request(order_id, key=key), FilePage)

    async def upload(
        self,
        order_id: int,
        source: _FileSource,
        *,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> FilePage:
        """Upload a file, then: Attach an uploaded file to an order.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials,
        then calls `POST /orders/{order_id}/files/attach`.

        Args:
            order_id: Number of the order.
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from .._runtime.features.upload import part_of as _part_of
        from .files import AsyncFiles

        _uploaded = await AsyncFiles(self._session).upload(
            filename=filename, source=source, content_type=content_type
        )
        return await self.attach(order_id=order_id, key=_part_of(_uploaded, "key"))


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    order_id: int,
    *,
    expand: _Sequence[FilePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/orders/{order_id}/files")
    _request.numbers(order_id=order_id, limit=limit, offset=offset, page=page)
    _request.path("order_id", order_id)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _attach_request(order_id: int, *, key: str) -> _Request:
    _request = _Request("POST", "/orders/{order_id}/files/attach")
    _request.require(key=key)
    _request.numbers(order_id=order_id)
    _request.path("order_id", order_id)
    _request.field("key", key)
    return _request
