"""`manifest.json`: what a generated client was made from, and the digest of every file that is ours.

A manifest found on disk may have been written by anybody: every path in it is checked before it is believed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, field
from hashlib import sha256
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from specloom import __version__
from specloom.findings import Finding, Location, Severity, SpecloomError, unreadable
from specloom.messages import MERGE_MARKS, as_argument, shown_path
from specloom.output.tools import Tools, current_tools, is_newer, upgrade_command
from specloom.output.tree import FileTree, digest_of, path_problem, with_line_feeds
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.targets.table import Table
from specloom.targets.target import Target, path_from

if TYPE_CHECKING:
    from specloom.source import SourceFile


MANIFEST: Final = "manifest.json"
"""The path of the manifest inside a generated client. It does not list itself."""
EDITED: Final = "is not as it was fetched: somebody edited it"
KEEP_AS_OVERLAY: Final = "put what you changed into an overlay, and restore the file"
"""What is told of a description that was fetched and is another now, and what to do about it."""

_RESTORE: Final = "restore the folder as this version generated it from version control"
_MAX_BYTES: Final = 16 * 1024 * 1024


@record
class Described:
    """The description a client was generated from."""

    title: str
    version: str
    files: Mapping[str, str]
    """Path from the description's folder → `digest_document`, for every document that was read."""
    overlays: tuple[str, ...] = ()
    """The `digest_document` of each overlay, in the order of the target's."""


@record
class FileEntry:
    """Size in bytes and SHA-256 of one generated file."""

    size: int
    sha256: str

    @classmethod
    def of(cls, text: str) -> FileEntry:
        """Return the entry of a file that has this text."""
        return cls(len(text.encode()), digest_of(text))


@record
class Manifest:
    """The content of `manifest.json`. `files` lists every generated file except the manifest itself."""

    tools: Tools
    target: Target
    """What the client was generated from and how: `Target.recorded`."""
    description: Described
    files: Mapping[str, FileEntry]
    import_path: str | None = None
    """`Target.import_path` of the folder that the client was generated for: its examples say it."""
    losses: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What the description says and the client does not do: why → place in the description → what it is."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Names that stay as they were published → what the description calls the same, as callers would write it."""
    left_out: tuple[str, ...] = ()
    """In a vendored client, the files that are not there as text and that an update changed since, sorted: of these,
    `files` has the version before that."""

    def edited(self, found: Mapping[str, str | None], new: Mapping[str, str]) -> tuple[str, ...]:
        """Return the files that were edited by hand, sorted: they are neither what was generated nor what will be.

        The latter is what merging two branches may bring. The folder is as scanned for texts; `new` has the digests
        of what will be generated.
        """
        return tuple(
            path
            for path, entry in sorted(self.files.items())
            if path in found and found[path] not in {entry.sha256, new.get(path, "")}
        )


def build_manifest(
    files: Mapping[str, str],
    target: Target,
    *,
    sources: Iterable[Path],
    title: str,
    version: str,
    losses: Mapping[str, Mapping[str, str]] | None = None,
    moved: Mapping[str, str] | None = None,
) -> Manifest:
    """Return the manifest of a client that is about to be written.

    `files` are all but the manifest, `sources` every document that was read; losses and moved names are as `Manifest`
    has them.

    Raises:
        SpecloomError: A source lies outside the description's folder or is gone, or `files` is no `FileTree`.
    """
    tree = FileTree(files)
    places = {document_path(target.documents, source): source for source in sources}
    return Manifest(
        tools=current_tools(),
        description=Described(
            title,
            version,
            {path: _digest_source(source) for path, source in sorted(places.items())},
            tuple(_digest_source(overlay) for overlay in target.overlay),
        ),
        target=target.recorded(),
        import_path=target.import_path,
        files={path: FileEntry.of(text) for path, text in tree.items()},
        losses=losses or {},
        moved=moved or {},
    )


def render_manifest(manifest: Manifest) -> str:
    """Return the text of `manifest.json`: sorted keys, two spaces, ASCII."""
    described, target = manifest.description, manifest.target
    overlays = [
        {"file": path.as_posix(), "sha256": digest}
        for path, digest in zip(target.overlay, described.overlays, strict=True)
    ]
    content = {
        **asdict(manifest.tools),
        "description": {
            "title": described.title,
            "version": described.version,
            "entry": target.spec.as_posix(),
            "files": dict(described.files),
            **({"overlays": overlays} if overlays else {}),
        },
        "options": {
            "package": None,
            "skip": [],
            **target.options,
            **({"import_path": manifest.import_path} if manifest.import_path else {}),
        },
        "files": {path: asdict(entry) for path, entry in manifest.files.items()},
        **({"losses": manifest.losses} if manifest.losses else {}),
        **({"names_kept": dict(manifest.moved)} if manifest.moved else {}),
        **({"left_out": list(manifest.left_out)} if manifest.left_out else {}),
    }
    return json.dumps(content, indent=2, sort_keys=True) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest in `folder`, or None where there is none.

    Raises:
        SpecloomError: It cannot be read, is not a manifest, or lists a path outside the folder.
    """
    path = folder / MANIFEST
    if not os.path.lexists(path):
        return None
    name = shown_path(path)
    try:
        if path.is_symlink():
            raise _broken(name, "it is not a regular file")
        text = read_regular(path, _MAX_BYTES).decode()
    except OSError as error:
        raise unreadable(path, error, "make it a file that may be read, or remove it") from error
    except UnicodeDecodeError:
        raise _broken(name, "it is not UTF-8") from None
    return parse_manifest(text, name=name)


def is_client(folder: Path) -> bool:
    """Tell whether Specloom generated what is in a folder, or vendored it: it has a manifest."""
    try:
        return read_manifest(folder) is not None
    except SpecloomError:  # other tools call a file so, too
        return False


def parse_manifest(text: str, *, name: str = MANIFEST) -> Manifest:
    """Return the manifest that `text` holds. `name` is what messages call the file.

    Raises:
        SpecloomError: The text is not JSON or has the marks of a merge, a member is missing or of the wrong type, or a
            path is not safe.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise _conflicted(name) if MERGE_MARKS.search(text) else _broken(name, "it is not JSON") from None
    try:
        return _manifest_of(Table.of(content))
    except SpecloomError as error:
        if isinstance(content, dict) and isinstance(made_by := content.get("specloom"), str) and is_newer(made_by):
            raise _made_by_newer(name, made_by) from None  # it may well have another form
        raise _broken(name, error.message) from None


def refuse_newer(specloom: str, folder: Path, *, way_back: str = _RESTORE) -> None:
    """Refuse to work on a client that a newer Specloom generated: this one would undo what that one can do.

    `way_back` is what the message says to do for staying with this version.

    Raises:
        SpecloomError: The version is newer than this one, in the order of PEP 440.
    """
    if is_newer(specloom):
        raise _made_by_newer(shown_path(folder), specloom, way_back)


def _made_by_newer(name: str, version: str, way_back: str = _RESTORE) -> SpecloomError:
    return SpecloomError(
        f"{name} was generated by Specloom {version}, and this is the older {__version__}",
        f"run: {upgrade_command(version)}; to go back, {way_back}",
    )


def _broken(name: str, reason: str) -> SpecloomError:
    return SpecloomError(
        f"{name} is not a manifest of Specloom: {reason}",
        "restore the file from version control, or move the folder away and generate the client anew",
    )


def _conflicted(name: str) -> SpecloomError:
    restore = f"git restore --source=HEAD --staged --worktree {as_argument(PurePath(name).parent.as_posix())}"
    return SpecloomError(
        f"{name} has conflict marks: two branches that were merged had both generated the client",
        "copy what you changed there since the last commit, "
        f"take one side of the whole folder ({restore}), then generate again",
    )


def _manifest_of(root: Table) -> Manifest:
    description, options, files = root.table("description"), root.table("options"), root.table("files")
    documents = description.table("files")
    overlays = [*description.items("overlays")]
    return Manifest(
        tools=Tools(*(root.text(key) for key in ("specloom", "formatter", "templates"))),
        description=Described(
            title=description.text("title"),
            version=description.text("version"),
            files={_document(path): documents.digest(path) for path in documents.values},
            overlays=tuple(overlay.digest("sha256") for overlay in overlays),
        ),
        target=Target(
            Path(description.text("entry")),
            root=Path(),
            overlay=tuple(Path(_document(overlay.text("file"))) for overlay in overlays),
        ).with_options(options),
        import_path=options.name("import_path"),
        files={_path(path): FileEntry(entry.size("size"), entry.digest("sha256")) for path, entry in files.tables()},
        losses={why: _places(places) for why, places in root.table("losses", optional=True).tables()},
        moved=_places(root.table("names_kept", optional=True)),
        left_out=tuple(map(_path, root.texts("left_out"))),
    )


def _places(table: Table) -> dict[str, str]:
    return {place: table.text(place) for place in table.values}


def _path(path: str) -> str:
    if problem := path_problem(path):
        raise SpecloomError(f"the path {path!r} {problem}")
    return path


def _document(path: str) -> str:
    if path.startswith("/") or "\0" in path or ".." in PurePath(path).parts:
        raise SpecloomError(f"the description {path!r} lies outside the entry document's folder")
    return path


def digest_document(path: Path) -> str:
    """Return the SHA-256 by which manifests and settings know the document in a file.

    Raises:
        OSError: It cannot be read.
    """
    return digest_content(read_regular(path))


def digest_content(content: bytes) -> str:
    """Return the SHA-256 by which manifests and settings know a document: that of its bytes, with CRLF taken for LF."""
    return sha256(with_line_feeds(content)).hexdigest()


def find_edited(target: Target, files: Iterable[SourceFile]) -> Iterator[Finding]:
    """Yield which documents of a fetched description are not as they came. The settings have the digest of each.

    Raises:
        OSError: One cannot be read.
    """
    if target.upstream is None:
        return
    pins = {os.path.realpath(target.spec): target.upstream.sha256}
    pins |= {os.path.realpath(target.documents / path): digest for path, digest in target.upstream.files.items()}
    for file in files:
        pinned = pins.get(os.path.realpath(file.path)) if file.path is not None else None
        if file.path is not None and pinned is not None and digest_document(file.path) != pinned:
            yield Finding("edited-document", Severity.WARNING, f"this {EDITED}", Location(file), help=KEEP_AS_OVERLAY)


def document_path(folder: Path, source: Path) -> str:
    """Return what a client calls a document of its description: the path from the description's folder.

    Raises:
        SpecloomError: It lies outside.
    """
    try:
        return path_from(folder, source)
    except ValueError:
        raise SpecloomError(
            f"{source} lies outside {folder}, the folder of the description",
            "keep every file of a description in one folder",
        ) from None


def _digest_source(source: Path) -> str:
    try:
        return digest_document(source)
    except OSError as error:
        raise unreadable(source, error) from error
