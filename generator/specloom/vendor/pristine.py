"""What a vendored client is before anybody edits it: generated files, a licence, and a word to Git."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Final

from specloom.findings import Finding
from specloom.installed import data_folder
from specloom.output.current import list_updates
from specloom.output.manifest import MANIFEST, FileEntry, Manifest, parse_manifest, render_manifest
from specloom.output.tree import FileTree
from specloom.record import record, replace
from specloom.targets.target import Target
from specloom.vendor.base import BASE, DESCRIPTION, ONLY_IN_BASE
from specloom.vendor.description import render_description

if TYPE_CHECKING:
    from specloom.ir.published import Published
    from specloom.pipeline import Generated


ATTRIBUTES: Final = ".gitattributes"
"""The path of the file that tells Git how to treat a vendored client."""

_ATTRIBUTES_TEXT: Final = f"""\
# Line ends as generated, on every system; collapsed in reviews on GitHub. Edit or delete this file as you like.
* text=auto eol=lf linguist-generated
{BASE} binary
"""


@record
class Pristine:
    """A client as it would be vendored now."""

    tree: FileTree
    manifest: Manifest
    warnings: tuple[Finding, ...]
    generated: Generated | None = field(default=None, repr=False)
    """What it was made of, where somebody compares it; None where it is the last generation, too."""


def is_same(vendored: Target, last: Manifest) -> bool:
    """Return whether generating would give the base again: nothing changed that decides about it. False is always safe.

    Args:
        vendored: The client.
        last: What the last generation recorded.
    """
    is_in_place = vendored.import_path == last.import_path
    is_whole = not last.left_out and last.files.keys() >= ONLY_IN_BASE
    return is_in_place and is_whole and not any(list_updates(vendored, last))


def build_pristine(
    vendored: Target, last: Manifest | None = None, published: Published | None = None, *, compared: bool = False
) -> Pristine:
    """Return the client that the settings describe. Writes nothing.

    `last` is what the last generation recorded, if there was one; `published` is what callers know of it, whose names
    stay. `compared`: somebody compares it, and needs what it is made of.

    Raises:
        DescriptionError: The description is wrong or not supported.
        SpecloomError: A tool failed.
    """
    from specloom.pipeline import generate  # noqa: PLC0415 - `vendor status` does without the slow part

    generated = generate(vendored.named_as(last.target.package) if last else vendored, published)
    files = {path: text for path, text in generated.tree.items() if path != MANIFEST}
    licence = (data_folder("specs").parent / "LICENSE").read_text(encoding="utf-8")  # of what Specloom puts into it
    files |= {"LICENSE": licence, ATTRIBUTES: _ATTRIBUTES_TEXT}
    files[DESCRIPTION] = render_description(generated.description, vendored)
    tree = with_files(parse_manifest(generated.tree[MANIFEST]), files)
    return Pristine(tree, parse_manifest(tree[MANIFEST]), generated.warnings, generated if compared else None)


def with_files(manifest: Manifest, files: Mapping[str, str]) -> FileTree:
    """Return files with a manifest of them, which says all else as the given one."""
    entries = {path: FileEntry.of(text) for path, text in sorted(files.items())}
    return FileTree({**files, MANIFEST: render_manifest(replace(manifest, files=entries))})
