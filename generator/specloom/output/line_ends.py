"""Line ends as Git gives them to text files on Windows (`core.autocrlf`): another spelling of the same text."""

from __future__ import annotations

__all__ = ["with_line_feeds"]


def with_line_feeds(data: bytes) -> bytes:
    r"""Return a file's bytes with `\n` as the line end if `\r\n` is its only one, else as they are.

    Git converts whole files, and none that mixes line ends (https://git-scm.com/docs/gitattributes, `text`).
    """
    ends = data.count(b"\r\n")
    return data.replace(b"\r\n", b"\n") if ends and ends == data.count(b"\n") == data.count(b"\r") else data
