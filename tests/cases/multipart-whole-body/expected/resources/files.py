# Generated from the description of Files by specloom; edits will be lost.

"""Calls under `files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from ..inputs.rename_body_input import RenameBodyInput
    from ..inputs.upload_body_input import UploadBodyInput

__all__ = ["AsyncFilesResource", "FilesResource"]


class FilesResource(Resource):
    """Calls under `files`."""

    def upload(self, *, body: UploadBodyInput, name: str | None = None) -> None:
        """Call `POST /files`.

        The body stays in one piece, since its name and the parameter's would be one argument.

        Args:
            body: The body.
            name: The query parameter `name`.
        """
        self._nothing(_upload(body=body, name=name))

    def rename(self, *, name: str | None = None, body: RenameBodyInput | None = None) -> None:
        """Call `PUT /files`.

        Args:
            name: The query parameter `name`.
            body: The body.
        """
        self._nothing(_rename(name=name, body=body))


class AsyncFilesResource(AsyncResource):
    """Calls under `files`."""

    async def upload(self, *, body: UploadBodyInput, name: str | None = None) -> None:
        """Call `POST /files`.

        The body stays in one piece, since its name and the parameter's would be one argument.

        Args:
            body: The body.
            name: The query parameter `name`.
        """
        await self._nothing(_upload(body=body, name=name))

    async def rename(self, *, name: str | None = None, body: RenameBodyInput | None = None) -> None:
        """Call `PUT /files`.

        Args:
            name: The query parameter `name`.
            body: The body.
        """
        await self._nothing(_rename(name=name, body=body))


def _upload(*, body: UploadBodyInput, name: str | None) -> Request:
    from ..inputs.upload_body_input import UPLOAD_BODY_INPUT

    request = Request("POST", "/files")
    request.require(body=body)
    request.query("name", name)
    request.multipart(body, UPLOAD_BODY_INPUT, content_types={"fileData": "image/png"})
    return request


def _rename(*, name: str | None, body: RenameBodyInput | None) -> Request:
    from ..inputs.rename_body_input import RENAME_BODY_INPUT

    request = Request("PUT", "/files")
    request.query("name", name)
    request.form(body, RENAME_BODY_INPUT)
    return request
