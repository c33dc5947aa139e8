# Generated from the description of Workshop by specloom; edits will be lost.

"""Calls under `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.upload import FileSource
    from ..models.file_upload import FileUpload

__all__ = ["AsyncFiles", "Files"]


class Files(Resource):
    """Calls under `files`."""

    def create_upload(
        self, *, filename: str, content_type: str | None = None, public: bool | None = None
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
            _create_upload(filename=filename, content_type=content_type, public=public), FileUpload
        )

    def upload(
        self,
        source: FileSource,
        *,
        public: bool | None = None,
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
        from .._runtime.upload import OutgoingFile, Target

        file = OutgoingFile(source, filename, content_type)
        answer = self.create_upload(
            filename=file.filename, content_type=file.content_type, public=public
        )
        self._put(file, answer, Target("put.url", http_method="put.method", headers="put.headers"))
        return answer


class AsyncFiles(AsyncResource):
    """Calls under `files`."""

    async def create_upload(
        self, *, filename: str, content_type: str | None = None, public: bool | None = None
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
            _create_upload(filename=filename, content_type=content_type, public=public), FileUpload
        )

    async def upload(
        self,
        source: FileSource,
        *,
        public: bool | None = None,
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
        from .._runtime.upload import OutgoingFile, Target

        file = OutgoingFile(source, filename, content_type)
        answer = await self.create_upload(
            filename=file.filename, content_type=file.content_type, public=public
        )
        await self._put(
            file, answer, Target("put.url", http_method="put.method", headers="put.headers")
        )
        return answer


def _create_upload(*, filename: str, content_type: str | None, public: bool | None) -> Request:
    request = Request("POST", "/files/upload")
    request.require(filename=filename)
    request.field("filename", filename)
    request.field("contentType", content_type)
    request.field("public", public)
    return request
