"""What a client says of edits in it: in the first line of each generated file, and at the end of its README.

As long as it is generated they are lost, in a vendored client they are kept, and once that is ejected it is on its own.
"""

from __future__ import annotations

from typing import Final

from specloom.record import record


@record
class Keeping:
    """The words of one way to keep a client."""

    first_line: str
    """What the first line of a generated file ends with."""
    of_folder: str
    """What the README says first of its folder."""
    ending: str
    """The end of the README."""


GENERATED: Final = Keeping(
    " by specloom; edits will be lost.",
    "This folder is generated. ",
    """\
## Keeping it current

`specloom generate` makes this folder anew from its description and `specloom check` tells whether it is
current. `manifest.json` says which description and which tools it was made with. Change the
description rather than these files: edits here are refused at the next generation, not lost.""",
)

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
VENDORED: Final = Keeping(
    " by specloom; `specloom vendor update` keeps your edits.",
    "",
    f"## Where this comes from\n{_ORIGIN}{_MERGED}".rstrip("\n"),
)

_ALONE: Final = " by specloom; since then on its own."
_EJECTED: Final = """
Specloom generated this folder from a description of the API; `LICENSE` is the licence of what Specloom put into it.
"""
_OWN: Final = """
Since then it is on its own: code like any other, into which nothing is merged.
"""


def as_ejected(text: str) -> str:
    """Return a file of a vendored client without the promises of `VENDORED`, where these stand word for word.

    Whatever stands around those words stays.
    """
    text = text.replace(_ORIGIN, _EJECTED).replace(_MERGED, _OWN)
    kept = VENDORED.first_line
    return "\n".join(f"{line.removesuffix(kept)}{_ALONE}" if line.endswith(kept) else line for line in text.split("\n"))
