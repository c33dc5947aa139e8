"""What is raised where a file was not stored: every program imports it, whether it uploads or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CallError

if TYPE_CHECKING:
    import httpx


class UploadError(CallError):
    """A file was not stored: there was no usable address to send it to, or the storage refused it.

    Attributes:
        response: The storage's answer, already read; None where nothing was sent. Its request has no address.
        code: What the storage calls the failure, where it says so as object storages do: `AccessDenied`.
    """

    def __init__(
        self, message: str, *, route: str = "", response: httpx.Response | None = None, code: str = ""
    ) -> None:
        super().__init__(message, route=route)
        self.response = response
        self.code = code

    @property
    def status(self) -> int | None:
        """The status code of the storage's answer."""
        return self.response.status_code if self.response else None
