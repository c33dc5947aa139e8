# Generated from the description of Files by specloom; edits will be lost.

"""Calls under `files`."""

from __future__ import annotations

from functools import partial as _partial
from typing import TYPE_CHECKING

from .._runtime.features.forms import write_form as _write_form
from .._runtime.features.multipart import add_part as _add_part, write_parts as _write_parts
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.unset import Unset as _Unset
    from ..inputs.rename_body_input import RenameBodyInput
    from ..inputs.upload_body_input import UploadBodyInput

__all__ = ["AsyncFilesResource", "FilesResource"]


class FilesResource(_Resource):
    """Calls under `files`."""

    def upload(self, *, body: UploadBodyInput, name: str | None = None) -> None:
        """Call `POST /files`.

        The body stays in one piece, since its name and the parameter's would be one argument.

        Args:
            body: The body.
            name: The query parameter `name`.
        """
        self._nothing(_upload_request(body=body, name=name))

    def rename(self, *, name: str | None = None, body: RenameBodyInput | _Unset = _UNSET) -> None:
        """Call `PUT /files`.

        Args:
            name: The query parameter `name`.
            body: The body.
        """
        self._nothing(_rename_request(name=name, body=body))


class AsyncFilesResource(_AsyncResource):
    """Calls under `files`."""

    async def upload(self, *, body: UploadBodyInput, name: str | None = None) -> None:
        """Call `POST /files`.

        The body stays in one piece, since its name and the parameter's would be one argument.

        Args:
            body: The body.
            name: The query parameter `name`.
        """
        await self._nothing(_upload_request(body=body, name=name))

    async def rename(
        self, *, name: str | None = None, body: RenameBodyInput | _Unset = _UNSET
    ) -> None:
        """Call `PUT /files`.

        Args:
            name: The query parameter `name`.
            body: The body.
        """
        await self._nothing(_rename_request(name=name, body=body))


def _upload_request(*, body: UploadBodyInput, name: str | None) -> _Request:
    from ..inputs.upload_body_input import UPLOAD_BODY_INPUT

    _request = _Request("POST", "/files")
    _request.require(body=body)
    _request.query("name", name)
    _write_parts(
        _request,
        body,
        UPLOAD_BODY_INPUT,
        fields={"fileData": _partial(_add_part, content_type="image/png")},
    )
    return _request


def _rename_request(*, name: str | None, body: RenameBodyInput | _Unset) -> _Request:
    from ..inputs.rename_body_input import RENAME_BODY_INPUT

    _request = _Request("PUT", "/files")
    _request.query("name", name)
    _write_form(_request, body, RENAME_BODY_INPUT)
    return _request
