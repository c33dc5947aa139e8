"""From a description to a generated client: calls of the stages in their order, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from specloom.findings import Finding
from specloom.forked import forked
from specloom.ir.losses import group_losses
from specloom.ir.published import Client, Published, build_published, load_published
from specloom.output.format import format_files
from specloom.output.manifest import MANIFEST, build_manifest, document_path, find_edited, render_manifest
from specloom.output.surface_file import SURFACE, render_surface
from specloom.output.tree import FileTree
from specloom.progress import tell_progress
from specloom.record import record
from specloom.render.keeping import GENERATED, VENDORED
from specloom.render.package import render_package
from specloom.spec.load import Description
from specloom.targets.target import Target


@record
class Generated:
    """A generated client, in memory."""

    tree: FileTree
    """Formatted, with its manifest."""
    warnings: tuple[Finding, ...]
    moved: Mapping[str, str]
    """Names that stay, as they were published → what the description calls the same now."""
    description: Description = field(repr=False)
    client: Client = field(repr=False)
    """What it was rendered from."""


def generate(target: Target, published: Published | None = None) -> Generated:
    """Return the client that a target describes. Writes nothing.

    What `published`, the client that is there, calls by a name keeps that; without it the description names all.

    Raises:
        DescriptionError: The description is wrong or has a construct that is not supported.
        SpecloomError: A tool failed.
    """
    description = load_published(target, published)
    document = description.document
    sources = {file.name: file.path for file in description.files if file.path is not None}
    places = {name: document_path(target.documents, path) for name, path in sources.items()}
    tell_progress(f"making a client of {document.title}")
    client = build_published(description, target, published)
    api, surface, moved = client
    with forked(lambda: render_surface(surface, places), worth=api.is_large) as surface_text:
        package = render_package(api, surface, target.http, VENDORED if target.is_vendored else GENERATED)
        tell_progress(f"formatting the client of {document.title}")
        files = {**format_files(package.generated), **package.runtime, SURFACE: surface_text()}
    manifest = build_manifest(
        files,
        target,
        sources=sources.values(),
        title=document.title,
        version=document.version,
        losses=group_losses(api),
        moved=moved,
    )
    tree = FileTree({**files, MANIFEST: render_manifest(manifest)})
    warnings = (*find_edited(target, description.files), *description.warnings, *api.warnings)
    return Generated(tree, warnings, moved, description, client)
