# Generated from the description of Fixably API by specloom; edits will be lost.

"""Files of orders, and how to upload new ones."""

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
    from ..inputs.file_relation_input import FileRelationInput
    from ..models.file import File
    from ..models.file_upload import FileUpload

__all__ = ["AsyncFiles", "Files"]


class Files(_PagingResource):
    """Files of orders, and how to upload new ones."""

    def list(
        self,
        *,
        expand: _Sequence[FilePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _Pager[File]:
        """List files.

        Gives every file that was uploaded to Fixably, as links only unless `items` are expanded.

        `GET /files`

        Args:
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
        """
        from ..models.file_page import FilePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            FilePage,
            _OFFSET_PAGING,
        )

    def create_upload(self, *, filename: str) -> FileUpload:
        """Get an address to upload a file to.

        The first of three steps that put a file on an order:

        1. Ask here for a presigned `url` and a `key`, with the exact name of the file.
        2. Send the file's bytes with PUT to that `url`, with the file's media type as
           `Content-Type` and without the Fixably token; status 200 means that it worked.
        3. Attach the file to the order, with the `key`.

        The address expires. Until then it can be used again, and the last upload stays. A name that
        was used before gets date and time in its key, so nothing is overwritten.

        Allowed are .gif (`image/gif`), .heic (`image/heic`, `image/heic-sequence`), .heif
        (`image/heif`, `image/heif-sequence`), .jpg and .jpeg (`image/jpeg`), .mp4 (`video/mp4`),
        .ogg (`audio/ogg`), .pdf (`application/pdf`), .png (`image/png`), .txt (`text/plain`), .tiff
        (`image/tiff`) and .webm (`video/webm`).

        `POST /files/upload`

        Args:
            filename: Exact name of the file, with its extension. Keep to 64 characters or fewer
                that need no escaping in addresses; accented Latin letters (ISO 8859-1, 192 to 255
                without 215 and 247) are fine. Name, user, time and tenant together make a key that
                must not exceed 128 characters.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.file_upload import FileUpload

        return self._json(_create_upload_request(filename=filename), FileUpload)

    def get(
        self, file_id: int, *, expand: _Sequence[FileRelationInput] | str | None = None
    ) -> File:
        """Get a file's entry.

        Gives what is known about the file; its content is at `url`.

        `GET /files/{file_id}`

        Args:
            file_id: Id of the file.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file import File

        return self._json(_get_request(file_id, expand=expand), File)

    def upload(
        self, source: _FileSource, *, filename: str | None = None, content_type: str | None = None
    ) -> FileUpload:
        """Upload a file.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials.

        Args:
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            UnauthorizedError: 401.
        """
        from .._runtime.features.upload import (
            OutgoingFile as _OutgoingFile,
            Target as _Target,
            put as _put,
        )

        _file = _OutgoingFile(source, filename, content_type)
        return _put(
            self._session, _file, self.create_upload(filename=_file.filename), _Target("url")
        )


class AsyncFiles(_AsyncPagingResource):
    """Files of orders, and how to upload new ones."""

    def list(
        self,
        *,
        expand: _Sequence[FilePageRelationInput] | str | None = None,
        q: _Search | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        page: int | None = None,
    ) -> _AsyncPager[File]:
        """List files.

        Gives every file that was uploaded to Fixably, as links only unless `items` are expanded.

        `GET /files`

        Args:
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
        """
        from ..models.file_page import FilePage

        return self._pages(
            _list_request(expand=expand, q=q, limit=limit, offset=offset, page=page),
            FilePage,
            _OFFSET_PAGING,
        )

    async def create_upload(self, *, filename: str) -> FileUpload:
        """Get an address to upload a file to.

        The first of three steps that put a file on an order:

        1. Ask here for a presigned `url` and a `key`, with the exact name of the file.
        2. Send the file's bytes with PUT to that `url`, with the file's media type as
           `Content-Type` and without the Fixably token; status 200 means that it worked.
        3. Attach the file to the order, with the `key`.

        The address expires. Until then it can be used again, and the last upload stays. A name that
        was used before gets date and time in its key, so nothing is overwritten.

        Allowed are .gif (`image/gif`), .heic (`image/heic`, `image/heic-sequence`), .heif
        (`image/heif`, `image/heif-sequence`), .jpg and .jpeg (`image/jpeg`), .mp4 (`video/mp4`),
        .ogg (`audio/ogg`), .pdf (`application/pdf`), .png (`image/png`), .txt (`text/plain`), .tiff
        (`image/tiff`) and .webm (`video/webm`).

        `POST /files/upload`

        Args:
            filename: Exact name of the file, with its extension. Keep to 64 characters or fewer
                that need no escaping in addresses; accented Latin letters (ISO 8859-1, 192 to 255
                without 215 and 247) are fine. Name, user, time and tenant together make a key that
                must not exceed 128 characters.

        Raises:
            UnauthorizedError: 401.
        """
        from ..models.file_upload import FileUpload

        return await self._json(_create_upload_request(filename=filename), FileUpload)

    async def get(
        self, file_id: int, *, expand: _Sequence[FileRelationInput] | str | None = None
    ) -> File:
        """Get a file's entry.

        Gives what is known about the file; its content is at `url`.

        `GET /files/{file_id}`

        Args:
            file_id: Id of the file.
            expand: Relations to have in full instead of as links. Takes a list of names, those
                of nested relations with dots between, or a text as the API has it.

        Raises:
            UnauthorizedError: 401.
            NotFoundError: 404.
        """
        from ..models.file import File

        return await self._json(_get_request(file_id, expand=expand), File)

    async def upload(
        self, source: _FileSource, *, filename: str | None = None, content_type: str | None = None
    ) -> FileUpload:
        """Upload a file.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials.

        Args:
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            UnauthorizedError: 401.
        """
        from .._runtime.features.upload import (
            OutgoingFile as _OutgoingFile,
            Target as _Target,
            put_async as _put_async,
        )

        _file = _OutgoingFile(source, filename, content_type)
        return await _put_async(
            self._session, _file, await self.create_upload(filename=_file.filename), _Target("url")
        )


_OFFSET_PAGING = _Offset("offset", items="items", total="total_items", page="page")


_QUERY_SEARCH = _SearchGrammar(",", ":", any_of="(,)", range="[,]", wildcard="*", not_allowed=":,")


def _list_request(
    *,
    expand: _Sequence[FilePageRelationInput] | str | None,
    q: _Search | str | None,
    limit: int | None,
    offset: int | None,
    page: int | None,
) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses
    from .._runtime.features.search import write_search as _write_search

    _request = _Request("GET", "/files")
    _request.numbers(limit=limit, offset=offset, page=page)
    _request.query("expand", _in_parentheses(expand))
    _request.query("q", _write_search(q, _QUERY_SEARCH))
    _request.query("limit", limit)
    _request.query("offset", offset)
    _request.query("page", page)
    return _request


def _create_upload_request(*, filename: str) -> _Request:
    _request = _Request("POST", "/files/upload")
    _request.require(filename=filename)
    _request.field("filename", filename)
    return _request


def _get_request(file_id: int, *, expand: _Sequence[FileRelationInput] | str | None) -> _Request:
    from .._runtime.features.expand import in_parentheses as _in_parentheses

    _request = _Request("GET", "/files/{file_id}")
    _request.numbers(file_id=file_id)
    _request.path("file_id", file_id)
    _request.query("expand", _in_parentheses(expand))
    return _request
