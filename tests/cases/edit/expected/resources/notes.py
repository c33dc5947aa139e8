# Generated from the description of Desk by specloom; edits will be lost.

"""Calls under `notes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.features.edit import (
    edit as _edit,
    edit_async as _edit_async,
    revision_of as _revision_of,
)
from .._runtime.request import Request as _Request
from .._runtime.resource import AsyncResource as _AsyncResource, Resource as _Resource
from .._runtime.unset import UNSET as _UNSET

if TYPE_CHECKING:
    from collections.abc import Callable as _Callable

    from .._runtime.unset import Unset as _Unset
    from ..inputs.notes_edit_input import NotesEditInput
    from ..models.note import Note

__all__ = ["AsyncNotes", "Notes"]


class Notes(_Resource):
    """Calls under `notes`."""

    def get_note(self, id: str) -> Note:
        """Call `GET /notes/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.note import Note

        return self._json(_get_note_request(id), Note)

    def put_note(self, id: str, *, if_match: str, text: str, pages: int | _Unset = _UNSET) -> Note:
        """Call `PUT /notes/{id}`.

        Args:
            id: The path parameter `id`.
            if_match: The header parameter `If-Match`.
            text: `text` of the body.
            pages: `pages` of the body.
        """
        from ..models.note import Note

        return self._json(_put_note_request(id, if_match=if_match, text=text, pages=pages), Note)

    def edit(
        self, id: str, change: _Callable[[Note], NotesEditInput | None], *, max_attempts: int = 5
    ) -> Note:
        """Call `PUT /notes/{id}`.

        Reads it with `GET /notes/{id}` and sends what `change` says with `PUT /notes/{id}`,
        together with the revision that was read. Where somebody else has changed it meanwhile
        (409), all of that is done again.

        Args:
            id: The path parameter `id`.
            change: Is given what was read, and gives what to change, as arguments of
                `put_note`; None: nothing. It is called again with what is read again, and may raise
                to give up.
            max_attempts: How often it is tried at most.

        Returns:
            What sending gave back; what was read where nothing was to be changed.
        """
        return _edit(
            change,
            lambda: self.get_note(id=id),
            lambda _found, _changes: self.put_note(
                id=id, if_match=_revision_of(_found, "etag"), **_changes
            ),
            409,
            max_attempts,
        )


class AsyncNotes(_AsyncResource):
    """Calls under `notes`."""

    async def get_note(self, id: str) -> Note:
        """Call `GET /notes/{id}`.

        Args:
            id: The path parameter `id`.
        """
        from ..models.note import Note

        return await self._json(_get_note_request(id), Note)

    async def put_note(
        self, id: str, *, if_match: str, text: str, pages: int | _Unset = _UNSET
    ) -> Note:
        """Call `PUT /notes/{id}`.

        Args:
            id: The path parameter `id`.
            if_match: The header parameter `If-Match`.
            text: `text` of the body.
            pages: `pages` of the body.
        """
        from ..models.note import Note

        return await self._json(
            _put_note_request(id, if_match=if_match, text=text, pages=pages), Note
        )

    async def edit(
        self, id: str, change: _Callable[[Note], NotesEditInput | None], *, max_attempts: int = 5
    ) -> Note:
        """Call `PUT /notes/{id}`.

        Reads it with `GET /notes/{id}` and sends what `change` says with `PUT /notes/{id}`,
        together with the revision that was read. Where somebody else has changed it meanwhile
        (409), all of that is done again.

        Args:
            id: The path parameter `id`.
            change: Is given what was read, and gives what to change, as arguments of
                `put_note`; None: nothing. It is called again with what is read again, and may raise
                to give up.
            max_attempts: How often it is tried at most.

        Returns:
            What sending gave back; what was read where nothing was to be changed.
        """
        return await _edit_async(
            change,
            lambda: self.get_note(id=id),
            lambda _found, _changes: self.put_note(
                id=id, if_match=_revision_of(_found, "etag"), **_changes
            ),
            409,
            max_attempts,
        )


def _get_note_request(id: str) -> _Request:
    _request = _Request("GET", "/notes/{id}")
    _request.path("id", id)
    return _request


def _put_note_request(id: str, *, if_match: str, text: str, pages: int | _Unset) -> _Request:
    _request = _Request("PUT", "/notes/{id}", idempotent=False)
    _request.require(if_match=if_match, text=text)
    _request.numbers(pages=pages)
    _request.path("id", id)
    _request.header("If-Match", if_match)
    _request.field("text", text)
    _request.field("pages", pages)
    return _request
