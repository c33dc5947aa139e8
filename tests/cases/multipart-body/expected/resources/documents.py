# Generated from the description of Documents by specloom; edits will be lost.

"""Calls under `documents`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.multipart import add_file as _add_file, add_part as _add_part
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from .._runtime.features.multipart import Upload as _Upload
    from .._runtime.unset import Unset as _Unset
    from ..inputs.upload_body_meta_input import UploadBodyMetaInput

__all__ = ["AsyncDocumentsResource", "DocumentsResource"]


class DocumentsResource(_Resource):
    """Calls under `documents`."""

    def upload(
        self,
        *,
        file: _Upload,
        pages: list[_Upload] | _Unset = _UNSET,
        title: str | _Unset = _UNSET,
        meta: UploadBodyMetaInput | _Unset = _UNSET,
    ) -> None:
        """Call `POST /documents`.

        Args:
            file: The scan.
            pages: `pages` of the body.
            title: `title` of the body.
            meta: `meta` of the body.
        """
        self._nothing(_upload_request(file=file, pages=pages, title=title, meta=meta))


class AsyncDocumentsResource(_AsyncResource):
    """Calls under `documents`."""

    async def upload(
        self,
        *,
        file: _Upload,
        pages: list[_Upload] | _Unset = _UNSET,
        title: str | _Unset = _UNSET,
        meta: UploadBodyMetaInput | _Unset = _UNSET,
    ) -> None:
        """Call `POST /documents`.

        Args:
            file: The scan.
            pages: `pages` of the body.
            title: `title` of the body.
            meta: `meta` of the body.
        """
        await self._nothing(_upload_request(file=file, pages=pages, title=title, meta=meta))


def _upload_request(
    *,
    file: _Upload,
    pages: list[_Upload] | _Unset,
    title: str | _Unset,
    meta: UploadBodyMetaInput | _Unset,
) -> _Request:
    from ..inputs.upload_body_meta_input import UPLOAD_BODY_META_INPUT

    _request = _Request("POST", "/documents")
    _request.require(file=file)
    _add_file(_request, "file", file, content_type="image/png")
    _add_file(_request, "pages", pages, several=True)
    _add_part(_request, "title", title)
    _add_part(
        _request, "meta", meta, UPLOAD_BODY_META_INPUT, content_type="application/json", json=True
    )
    return _request
