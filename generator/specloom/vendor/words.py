"""What a vendored client says of itself: while Specloom keeps its edits, and once it is on its own."""

from __future__ import annotations

from typing import Final

__all__ = ["as_ejected", "as_vendored"]

_LOST: Final = " by specloom; edits will be lost."
_KEPT: Final = " by specloom; `specloom vendor update` keeps your edits."
_ALONE: Final = " by specloom; since then on its own."
_SECTION: Final = "\n## Keeping it current\n"
_HEADING: Final = "\n## Where this comes from\n"
_ORIGIN: Final = """
`specloom vendor add` generated this folder. `manifest.json` says from which description, and with which
versions of the tools; `LICENSE` is the licence of what Specloom put into it.
"""
_MERGED: Final = """
It is your code: edit any file, delete what you do not need, add what you like. `specloom vendor status` tells what
you changed, and `specloom vendor update` merges what a new description or a new version of Specloom brings into it.
Commit `manifest.json` and `.specloom-base` with the rest and leave these two as they are: an update compares your
files with them.
"""
_EJECTED: Final = """
Specloom generated this folder from a description of the API; `LICENSE` is the licence of what Specloom put into it.
"""
_OWN: Final = """
Since then it is on its own: code like any other, into which nothing is merged.
"""


def as_vendored(path: str, text: str) -> str:
    """Return a generated file that promises nothing else about edits than what holds for vendored code."""
    if path == "README.md":
        return f"{text.partition(_SECTION)[0]}{_HEADING}{_ORIGIN}{_MERGED}"
    first, end, rest = text.partition("\n")
    return f"{first.removesuffix(_LOST)}{_KEPT}{end}{rest}" if first.endswith(_LOST) else text


def as_ejected(text: str) -> str:
    """Return a file of a vendored client without the promises of `as_vendored`, where these stand word for word.

    Args:
        text: What became of the file: whatever stands around those words stays.
    """
    text = text.replace(_ORIGIN, _EJECTED).replace(_MERGED, _OWN)
    return "\n".join(
        f"{line.removesuffix(_KEPT)}{_ALONE}" if line.endswith(_KEPT) else line for line in text.split("\n")
    )
