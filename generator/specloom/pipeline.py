"""From a description to a generated client: calls of the stages in their order, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.ir.build import build_api
from specloom.ir.build_surface import build_surface
from specloom.ir.losses import group_losses
from specloom.output.format import format_files
from specloom.output.manifest import MANIFEST, build_manifest, document_path, render_manifest
from specloom.output.surface_file import SURFACE, render_surface
from specloom.output.tree import FileTree
from specloom.record import record
from specloom.render.package import render_package
from specloom.spec import load_description

if TYPE_CHECKING:
    from specloom.findings import Finding
    from specloom.targets.target import Target


@record
class Generated:
    """A generated client, in memory."""

    tree: FileTree
    """Formatted, with its manifest."""
    warnings: tuple[Finding, ...]


def generate(target: Target) -> Generated:
    """Return the client that a target describes. Writes nothing.

    Raises:
        DescriptionError: The description is wrong or has a construct that is not supported.
        SpecloomError: A tool failed.
    """
    description = load_description(target)
    document = description.document
    api = build_api(document, package=target.package_name, import_path=target.import_path)
    surface = build_surface(api)
    package = render_package(api, surface)
    sources = {file.name: file.path for file in description.files if file.path is not None}
    places = {name: document_path(target.documents, path) for name, path in sources.items()}
    files = {**format_files(package.generated), **package.runtime, SURFACE: render_surface(surface, places)}
    manifest = build_manifest(
        files,
        target,
        sources=sources.values(),
        title=document.title,
        version=document.version,
        losses=group_losses(api),
    )
    return Generated(FileTree({**files, MANIFEST: render_manifest(manifest)}), (*description.warnings, *api.warnings))
