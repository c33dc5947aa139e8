"""What a vendored client is before anybody edits it: generated files, licence, origin, and true words on edits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from specloom.findings import Finding
from specloom.output.manifest import MANIFEST, FileEntry, Manifest, parse_manifest, render_manifest
from specloom.output.tree import FileTree, digest_of
from specloom.targets.target import Target
from specloom.vendor.base import BASE
from specloom.vendor.licence import LICENCE
from specloom.vendor.words import as_vendored

__all__ = ["ATTRIBUTES", "Pristine", "build_pristine"]

ATTRIBUTES: Final = ".gitattributes"
"""The path of the file that tells Git how to treat a vendored client."""

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


def build_pristine(vendored: Target, last: Manifest | None = None) -> Pristine:
    """Return the client that the settings describe. Writes nothing.

    Args:
        vendored: The client.
        last: What the last generation recorded; None if this is the first.

    Raises:
        DescriptionError: The description is wrong or not supported.
        SpecloomError: A tool failed.
    """
    from specloom.pipeline import generate  # noqa: PLC0415 - `vendor status` does without the slow part

    generated = generate(vendored.named_as(last.target.package) if last else vendored)
    files = {path: as_vendored(path, text) for path, text in generated.tree.items() if path != MANIFEST}
    files |= {"LICENSE": LICENCE, ATTRIBUTES: _ATTRIBUTES_TEXT}
    manifest = replace(
        parse_manifest(generated.tree[MANIFEST]),
        files={path: FileEntry(len(text.encode()), digest_of(text)) for path, text in sorted(files.items())},
    )
    return Pristine(FileTree({**files, MANIFEST: render_manifest(manifest)}), manifest, generated.warnings)
