# Generated from the description of Documents by specloom; edits will be lost.

"""Calls under `documents`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.request import Request
from .._runtime.resource import AsyncResource, Resource

if TYPE_CHECKING:
    from .._runtime.request import Upload
    from ..inputs.upload_body_meta_input import UploadBodyMetaInput

__all__ = ["AsyncDocumentsResource", "DocumentsResource"]


class DocumentsResource(Resource):
    """Calls under `documents`."""

    def upload(
        self,
        *,
        file: Upload,
        pages: list[Upload] | None = None,
        title: str | None = None,
        meta: UploadBodyMetaInput | None = None,
    ) -> None:
        """Call `POST /documents`.

        Args:
            file: The scan.
            pages: `pages` of the body.
            title: `title` of the body.
            meta: `meta` of the body.
        """
        self._nothing(_upload(file=file, pages=pages, title=title, meta=meta))


class AsyncDocumentsResource(AsyncResource):
    """Calls under `documents`."""

    async def upload(
        self,
        *,
        file: Upload,
        pages: list[Upload] | None = None,
        title: str | None = None,
        meta: UploadBodyMetaInput | None = None,
    ) -> None:
        """Call `POST /documents`.

        Args:
            file: The scan.
            pages: `pages` of the body.
            title: `title` of the body.
            meta: `meta` of the body.
        """
        await self._nothing(_upload(file=file, pages=pages, title=title, meta=meta))


def _upload(
    *, file: Upload, pages: list[Upload] | None, title: str | None, meta: UploadBodyMetaInput | None
) -> Request:
    from ..inputs.upload_body_meta_input import UPLOAD_BODY_META_INPUT

    request = Request("POST", "/documents")
    request.require(file=file)
    request.file("file", file, content_type="image/png")
    request.file("pages", pages)
    request.part("title", title)
    request.part("meta", meta, UPLOAD_BODY_META_INPUT, content_type="application/json")
    return request
