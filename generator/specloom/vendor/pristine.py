"""What a vendored client is before anybody edits it: generated files, licence, origin, and true words on edits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from specloom.config import Vendored
from specloom.findings import Finding
from specloom.output.manifest import MANIFEST, FileEntry, Manifest, parse_manifest, render_manifest
from specloom.output.tree import FileTree, digest_of
from specloom.vendor.base import BASE
from specloom.vendor.licence import LICENCE

__all__ = ["ATTRIBUTES", "Pristine", "build_pristine"]

ATTRIBUTES: Final = ".gitattributes"
"""The path of the file that tells Git how to treat a vendored client."""

_LOST: Final = "; edits will be lost."
_KEPT: Final = "; `specloom vendor update` keeps your edits."
_SECTION: Final = "\n## Keeping it current\n"
_ORIGIN: Final = """
## Where this comes from

`specloom vendor add` generated this folder. `manifest.json` says from which description, and with which
versions of the tools; `LICENSE` is the licence of what Specloom put into it.

It is your code: edit any file, delete what you do not need, add what you like. `specloom vendor status` tells what
you changed, and `specloom vendor update` merges what a new description or a new version of Specloom brings into it.
Commit `manifest.json` and `.specloom-base` with the rest and leave these two as they are: an update compares your
files with them.
"""
_ATTRIBUTES_TEXT: Final = f"""\
# Line ends as generated, on every system; collapsed in reviews on GitHub. Edit or delete this file as you like.
* text=auto eol=lf linguist-generated
{BASE} binary
"""


@dataclass(frozen=True, slots=True)
class Pristine:
    """A client as it would be vendored now."""

    tree: FileTree
    manifest: Manifest
    warnings: tuple[Finding, ...]


def build_pristine(vendored: Vendored) -> Pristine:
    """Return the client that the settings describe. Writes nothing.

    Raises:
        DescriptionError: The description is wrong or not supported.
        SpecloomError: A tool failed.
    """
    from specloom.pipeline import Options, generate  # noqa: PLC0415 - `vendor status` does without the slow part

    options = Options(vendored.package, vendored.skip, vendored.root, vendored.only)
    generated = generate(vendored.spec, options)
    files = {path: _true_of_edits(path, text) for path, text in generated.tree.items() if path != MANIFEST}
    files |= {"LICENSE": LICENCE, ATTRIBUTES: _ATTRIBUTES_TEXT}
    manifest = replace(
        parse_manifest(generated.tree[MANIFEST]),
        files={path: FileEntry(len(text.encode()), digest_of(text)) for path, text in sorted(files.items())},
    )
    return Pristine(FileTree({**files, MANIFEST: render_manifest(manifest)}), manifest, generated.warnings)


def _true_of_edits(path: str, text: str) -> str:
    """Return a file that promises nothing else about edits than what holds for vendored code."""
    if path == "README.md":
        return text.partition(_SECTION)[0] + _ORIGIN
    first, end, rest = text.partition("\n")
    return first.removesuffix(_LOST) + _KEPT + end + rest if first.endswith(_LOST) else text
