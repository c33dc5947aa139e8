# Generated from the description of Workshop by specloom; edits will be lost.

"""Calls under `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.features.upload import FileSource as _FileSource
    from .._runtime.unset import Unset as _Unset
    from ..models.file_upload import FileUpload

__all__ = ["AsyncFiles", "Files"]


class Files(_Resource):
    """Calls under `files`."""

    def create_upload(
        self, *, filename: str, content_type: str | _Unset = _UNSET, public: bool | _Unset = _UNSET
    ) -> FileUpload:
        """Get an address to upload a file to.

        `POST /files/upload`

        Args:
            filename: `filename` of the body.
            content_type: `contentType` of the body.
            public: Who may see it.

        Raises:
            ForbiddenError: 403.
        """
        from ..models.file_upload import FileUpload

        return self._json(
            _create_upload_request(filename=filename, content_type=content_type, public=public),
            FileUpload,
        )

    def upload(
        self,
        source: _FileSource,
        *,
        public: bool | _Unset = _UNSET,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> FileUpload:
        """Upload a file.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials.

        Args:
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            public: Who may see it.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            ForbiddenError: 403.
        """
        from .._runtime.features.upload import (
            OutgoingFile as _OutgoingFile,
            Target as _Target,
            put as _put,
        )

        _file = _OutgoingFile(source, filename, content_type)
        return _put(
            self._session,
            _file,
            self.create_upload(
                filename=_file.filename, content_type=_file.content_type, public=public
            ),
            _Target("put.url", http_method="put.method", headers="put.headers"),
        )


class AsyncFiles(_AsyncResource):
    """Calls under `files`."""

    async def create_upload(
        self, *, filename: str, content_type: str | _Unset = _UNSET, public: bool | _Unset = _UNSET
    ) -> FileUpload:
        """Get an address to upload a file to.

        `POST /files/upload`

        Args:
            filename: `filename` of the body.
            content_type: `contentType` of the body.
            public: Who may see it.

        Raises:
            ForbiddenError: 403.
        """
        from ..models.file_upload import FileUpload

        return await self._json(
            _create_upload_request(filename=filename, content_type=content_type, public=public),
            FileUpload,
        )

    async def upload(
        self,
        source: _FileSource,
        *,
        public: bool | _Unset = _UNSET,
        filename: str | None = None,
        content_type: str | None = None,
    ) -> FileUpload:
        """Upload a file.

        Asks for an address with `POST /files/upload` and sends the file there, without credentials.

        Args:
            source: The content as bytes or in pieces of bytes, the path of a file, or a file
                opened in binary mode.
            public: Who may see it.
            filename: The file's name; by default that of the path or of the open file.
            content_type: The file's media type; by default the usual one for its name.

        Raises:
            UploadError: The storage did not take the file.
            ForbiddenError: 403.
        """
        from .._runtime.features.upload import (
            OutgoingFile as _OutgoingFile,
            Target as _Target,
            put_async as _put_async,
        )

        _file = _OutgoingFile(source, filename, content_type)
        return await _put_async(
            self._session,
            _file,
            await self.create_upload(
                filename=_file.filename, content_type=_file.content_type, public=public
            ),
            _Target("put.url", http_method="put.method", headers="put.headers"),
        )


def _create_upload_request(
    *, filename: str, content_type: str | _Unset, public: bool | _Unset
) -> _Request:
    _request = _Request("POST", "/files/upload")
    _request.require(filename=filename)
    _request.field("filename", filename)
    _request.field("contentType", content_type)
    _request.field("public", public)
    return _request
