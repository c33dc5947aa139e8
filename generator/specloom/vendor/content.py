"""What lies in a vendored client's folder, compared by its text: line ends are the consumer's own affair."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from specloom.errors import SpecloomError
from specloom.output.folder import MAX_FILE, scan_folder
from specloom.output.tree import with_line_feeds
from specloom.regular_file import read_regular

__all__ = ["Content", "read_folder"]


@dataclass(frozen=True, slots=True)
class Content:
    """One file. Git may have given it other line ends (`core.autocrlf`), which is no edit."""

    data: bytes | None
    """Its bytes; None for what is no regular file, such as a symbolic link."""

    @property
    def text(self) -> str | None:
        """The text with the line ends that generated files have; None where it is no UTF-8."""
        try:
            return None if self.data is None else with_line_feeds(self.data).decode()
        except UnicodeDecodeError:
            return None

    @property
    def digest(self) -> str | None:
        """The SHA-256 of the bytes, as `scan_folder` has it."""
        return None if self.data is None else sha256(self.data).hexdigest()

    def rewritten(self, text: str) -> bytes:
        """Return `text` with the line ends that most lines of this file have."""
        data = self.data or b""
        is_windows = 2 * data.count(b"\r\n") > data.count(b"\n")
        return (text.replace("\n", "\r\n") if is_windows else text).encode()


def read_folder(folder: Path) -> dict[str, Content]:
    """Return every file below `folder` by its relative path, sorted; none where the folder is missing.

    Raises:
        SpecloomError: Something cannot be read.
    """
    try:
        return {
            path: Content(None if digest is None else read_regular(folder / path, MAX_FILE))
            for path, digest in scan_folder(folder).items()
        }
    except OSError as error:
        raise SpecloomError(f"cannot read {error.filename}: {error.strerror}", "make it readable") from error
