"""Answers with a success status that say in their body that the call failed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..encoding import says_no, value_at
from ..failure import failure, read_body

if TYPE_CHECKING:
    import httpx

    from ..configuration import Configuration
    from ..request import Request


@dataclass(frozen=True, slots=True)
class Envelope:
    """How an answer says that the call failed.

    Attributes:
        success: Where it says so, as segments of a JSON Pointer: the call failed if false stands there, in any form.
        empty_codes: Codes that only mean an empty list, as text; an answer with one is a success where a list was asked
            for.
        empty_messages: Messages that mean the same.
    """

    success: tuple[str, ...]
    empty_codes: frozenset[str] = frozenset()
    empty_messages: frozenset[str] = frozenset()

    def __call__(self, response: httpx.Response, request: Request, configuration: Configuration) -> None:
        """Look into an answer with a success status.

        Raises:
            ApiError: It says that the call failed.
        """
        if not says_no(value_at(read_body(response), self.success)):
            return
        error = failure(response, request.route, configuration)
        is_empty = str(error.code) in self.empty_codes or error.message in self.empty_messages
        if not (request.listing and is_empty):
            raise error
