# Generated from the description of Notes by specloom; edits will be lost.

"""Calls under `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload as _overload

from .._runtime.features.content import write_content as _write_content
from .._runtime.features.formats import (
    AsyncFormatsResource as _AsyncFormatsResource,
    FormatsResource as _FormatsResource,
)
from .._runtime.features.forms import add_form_field as _add_form_field
from .._runtime.features.media_types import (
    ask_for as _ask_for,
    choose_body as _choose_body,
    takes_only as _takes_only,
)
from .._runtime.features.multipart import add_file as _add_file, add_part as _add_part
from .._runtime.request import Request as _Request
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence as _Sequence
    from typing import Literal as _Literal

    from .._runtime.features.content import AnyContent as _AnyContent, Content as _Content
    from .._runtime.features.multipart import Upload as _Upload
    from .._runtime.unset import Unset as _Unset
    from ..inputs.step_input import StepInput
    from ..models.note import Note

__all__ = ["AsyncNotesResource", "NotesResource"]


class NotesResource(_FormatsResource):
    """Calls under `notes`."""

    @_overload
    def add_note(
        self,
        *,
        text: str,
        file: str,
        content_type: _Literal["application/json"] = "application/json",
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    def add_note(
        self,
        *,
        text: str,
        file: str,
        accept: _Literal["text/plain"],
        content_type: _Literal["application/json"] = "application/json",
    ) -> str: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["multipart/form-data"],
        file: _Upload,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["multipart/form-data"],
        file: _Upload,
        accept: _Literal["text/plain"],
    ) -> str: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["text/plain"],
        body: _Content,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["text/plain"],
        body: _Content,
        accept: _Literal["text/plain"],
    ) -> str: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    def add_note(
        self,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent,
        accept: _Literal["text/plain"],
    ) -> str: ...
    def add_note(
        self,
        *,
        text: str | _Unset = _UNSET,
        file: str | _Upload | _Unset = _UNSET,
        body: _AnyContent | _Content | _Unset = _UNSET,
        content_type: str = "application/json",
        accept: str = "application/json",
    ) -> Note | str:
        """Add a note, as fields or as a file.

        `POST /notes`

        Args:
            text: `text` of the body.
            file: `file` of the body.
            body: The body.
            content_type: The media type of the body.
            accept: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.note import Note

        _answer: Note | str = self._read(
            _add_note_request(
                text=text, file=file, body=body, content_type=content_type, accept=accept
            ),
            _by_media_type({"application/json": Note, "text/plain": str}),
        )
        return _answer

    @_overload
    def change_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/merge-patch+json", "application/json"
        ] = "application/merge-patch+json",
    ) -> None: ...
    @_overload
    def change_note(
        self,
        id: int,
        *,
        content_type: _Literal["application/json-patch+json"],
        body: _Sequence[StepInput],
    ) -> None: ...
    def change_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        body: _Sequence[StepInput] | _Unset = _UNSET,
        content_type: str = "application/merge-patch+json",
    ) -> None:
        """Change a note, by its new values or by steps.

        `PATCH /notes/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
            text: `text` of the body.
            content_type: The media type of the body.
        """
        self._nothing(_change_note_request(id, text=text, body=body, content_type=content_type))

    def replace_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/json",
    ) -> None:
        """Replace a note; all media types take the same.

        `PUT /notes/{id}`

        Args:
            id: The path parameter `id`.
            text: `text` of the body.
            content_type: The media type of the body.
        """
        self._nothing(_replace_note_request(id, text=text, content_type=content_type))

    @_overload
    def post_attachments(
        self,
        *,
        file: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> None: ...
    @_overload
    def post_attachments(
        self, *, content_type: _Literal["multipart/form-data"], file: _Upload | _Unset = _UNSET
    ) -> None: ...
    def post_attachments(
        self, *, file: str | _Unset | _Upload = _UNSET, content_type: str = "application/json"
    ) -> None:
        """Attach a file, or one that is there already by its name.

        `POST /attachments`

        Args:
            file: `file` of the body.
            content_type: The media type of the body.
        """
        self._nothing(_post_attachments_request(file=file, content_type=content_type))


class AsyncNotesResource(_AsyncFormatsResource):
    """Calls under `notes`."""

    @_overload
    async def add_note(
        self,
        *,
        text: str,
        file: str,
        content_type: _Literal["application/json"] = "application/json",
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    async def add_note(
        self,
        *,
        text: str,
        file: str,
        accept: _Literal["text/plain"],
        content_type: _Literal["application/json"] = "application/json",
    ) -> str: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["multipart/form-data"],
        file: _Upload,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["multipart/form-data"],
        file: _Upload,
        accept: _Literal["text/plain"],
    ) -> str: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["text/plain"],
        body: _Content,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["text/plain"],
        body: _Content,
        accept: _Literal["text/plain"],
    ) -> str: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent,
        accept: _Literal["application/json"] = "application/json",
    ) -> Note: ...
    @_overload
    async def add_note(
        self,
        *,
        content_type: _Literal["image/*"] | str,
        body: _AnyContent,
        accept: _Literal["text/plain"],
    ) -> str: ...
    async def add_note(
        self,
        *,
        text: str | _Unset = _UNSET,
        file: str | _Upload | _Unset = _UNSET,
        body: _AnyContent | _Content | _Unset = _UNSET,
        content_type: str = "application/json",
        accept: str = "application/json",
    ) -> Note | str:
        """Add a note, as fields or as a file.

        `POST /notes`

        Args:
            text: `text` of the body.
            file: `file` of the body.
            body: The body.
            content_type: The media type of the body.
            accept: The media type that the answer is to have.
        """
        from .._runtime.features.by_media_type import by_media_type as _by_media_type
        from ..models.note import Note

        _answer: Note | str = await self._read(
            _add_note_request(
                text=text, file=file, body=body, content_type=content_type, accept=accept
            ),
            _by_media_type({"application/json": Note, "text/plain": str}),
        )
        return _answer

    @_overload
    async def change_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/merge-patch+json", "application/json"
        ] = "application/merge-patch+json",
    ) -> None: ...
    @_overload
    async def change_note(
        self,
        id: int,
        *,
        content_type: _Literal["application/json-patch+json"],
        body: _Sequence[StepInput],
    ) -> None: ...
    async def change_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        body: _Sequence[StepInput] | _Unset = _UNSET,
        content_type: str = "application/merge-patch+json",
    ) -> None:
        """Change a note, by its new values or by steps.

        `PATCH /notes/{id}`

        Args:
            id: The path parameter `id`.
            body: The body.
            text: `text` of the body.
            content_type: The media type of the body.
        """
        await self._nothing(
            _change_note_request(id, text=text, body=body, content_type=content_type)
        )

    async def replace_note(
        self,
        id: int,
        *,
        text: str | _Unset = _UNSET,
        content_type: _Literal[
            "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
        ] = "application/json",
    ) -> None:
        """Replace a note; all media types take the same.

        `PUT /notes/{id}`

        Args:
            id: The path parameter `id`.
            text: `text` of the body.
            content_type: The media type of the body.
        """
        await self._nothing(_replace_note_request(id, text=text, content_type=content_type))

    @_overload
    async def post_attachments(
        self,
        *,
        file: str | _Unset = _UNSET,
        content_type: _Literal["application/json"] = "application/json",
    ) -> None: ...
    @_overload
    async def post_attachments(
        self, *, content_type: _Literal["multipart/form-data"], file: _Upload | _Unset = _UNSET
    ) -> None: ...
    async def post_attachments(
        self, *, file: str | _Unset | _Upload = _UNSET, content_type: str = "application/json"
    ) -> None:
        """Attach a file, or one that is there already by its name.

        `POST /attachments`

        Args:
            file: `file` of the body.
            content_type: The media type of the body.
        """
        await self._nothing(_post_attachments_request(file=file, content_type=content_type))


def _add_note_request(
    *,
    text: str | _Unset,
    file: str | _Upload | _Unset,
    body: _AnyContent | _Content | _Unset,
    content_type: str,
    accept: str,
) -> _Request:
    _media_type = _choose_body(
        content_type, "application/json", "multipart/form-data", "image/*", "text/plain"
    )
    _request = _Request("POST", "/notes", media_type=_media_type)
    _ask_for(_request, accept, "application/json", "text/plain")
    if _media_type == "application/json":
        _takes_only(_media_type, ["text", "file"], body=body)
        _request.require(text=text, file=file)
        _request.field("text", text)
        _request.field("file", file)
    elif _media_type == "multipart/form-data":
        _takes_only(_media_type, ["file"], text=text, body=body)
        _request.require(file=file)
        _add_file(_request, "file", file)
    elif _media_type == "image/*":
        _takes_only(_media_type, ["body"], text=text, file=file)
        _request.require(body=body)
        _write_content(_request, body, content_type)
    else:
        _takes_only(_media_type, ["body"], text=text, file=file)
        _request.require(body=body)
        _write_content(_request, body, _media_type)
    return _request


def _change_note_request(
    id: int, *, text: str | _Unset, body: _Sequence[StepInput] | _Unset, content_type: str
) -> _Request:
    _media_type = _choose_body(
        content_type,
        "application/merge-patch+json",
        "application/json",
        "application/json-patch+json",
    )
    _request = _Request("PATCH", "/notes/{id}", media_type=_media_type)
    _request.numbers(id=id)
    _request.path("id", id)
    if _media_type in ("application/merge-patch+json", "application/json"):
        _takes_only(_media_type, ["text"], body=body)
        _request.field("text", text)
    else:
        from .._runtime.features.shapes import Items as _Items
        from ..inputs.step_input import STEP_INPUT

        _takes_only(_media_type, ["body"], text=text)
        _request.require(body=body)
        _request.json(body, _Items(STEP_INPUT))
    return _request


def _replace_note_request(id: int, *, text: str | _Unset, content_type: str) -> _Request:
    _media_type = _choose_body(
        content_type, "application/json", "application/x-www-form-urlencoded", "multipart/form-data"
    )
    _request = _Request("PUT", "/notes/{id}", media_type=_media_type)
    _request.numbers(id=id)
    _request.path("id", id)
    if _media_type == "application/json":
        _request.field("text", text)
    elif _media_type == "application/x-www-form-urlencoded":
        _add_form_field(_request, "text", text)
    else:
        _add_part(_request, "text", text)
    return _request


def _post_attachments_request(*, file: str | _Unset | _Upload, content_type: str) -> _Request:
    _media_type = _choose_body(content_type, "application/json", "multipart/form-data")
    _request = _Request("POST", "/attachments", media_type=_media_type, optional_body=True)
    if _media_type == "application/json":
        _request.field("file", file)
    else:
        _add_file(_request, "file", file)
    return _request
