"""From a description to a generated client: calls of the stages in their order, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from specloom.findings import Finding
from specloom.ir.build import build_api
from specloom.output.format import format_files
from specloom.output.manifest import MANIFEST, build_manifest, render_manifest
from specloom.output.tree import FileTree
from specloom.render.package import render_package
from specloom.render.runtime import runtime_files
from specloom.spec import load_description

__all__ = ["Generated", "Options", "generate"]


@dataclass(frozen=True, slots=True)
class Options:
    """What may differ between two clients of one description."""

    package: str | None = None
    """The Python package's name; by default what the description says."""
    skip: tuple[str, ...] = ()
    """Operations to leave out, by operationId or route."""
    root: Path | None = None
    """The folder that references may not leave; by default that of the entry document."""
    only: tuple[str, ...] = ()
    """Operations to keep, by operationId, route or resource; all when empty. What only others use goes with those."""


@dataclass(frozen=True, slots=True)
class Generated:
    """A generated client, in memory."""

    tree: FileTree
    """Formatted, with its manifest."""
    warnings: tuple[Finding, ...]


def generate(spec: Path, options: Options | None = None) -> Generated:
    """Return the client for a description. Writes nothing.

    Args:
        spec: The entry document, YAML or JSON.
        options: What to deviate in from the description.

    Raises:
        DescriptionError: The description is wrong or has a construct that is not supported.
        SpecloomError: A tool failed.
    """
    options = options or Options()
    description = load_description(spec, root=options.root, skip=options.skip, only=options.only)
    document = description.document
    api = build_api(document, package=options.package)
    rendered = render_package(api)
    files = {**format_files(rendered), **runtime_files(rendered)}
    manifest = build_manifest(
        files,
        sources=[file.path for file in description.files if file.path is not None],
        title=document.title,
        version=document.version,
        package=options.package,
        skip=options.skip,
        only=options.only,
        root=options.root,
    )
    return Generated(FileTree({**files, MANIFEST: render_manifest(manifest)}), description.warnings)
