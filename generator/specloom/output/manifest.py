"""`manifest.json`: what a generated client was made from, and the digest of every file that is ours.

A manifest found on disk may have been written by anybody: every path in it is checked before it is believed.
"""

from __future__ import annotations

import json
import os
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path, PurePath
from typing import Any, Final

from specloom import __version__
from specloom.errors import SpecloomError
from specloom.output.line_ends import with_line_feeds
from specloom.output.tools import Tools, current_tools, is_newer, upgrade_command
from specloom.output.tree import FileTree, digest_of, path_problem
from specloom.regular_file import read_regular

__all__ = [
    "MANIFEST",
    "Described",
    "FileEntry",
    "Manifest",
    "build_manifest",
    "digest_document",
    "parse_manifest",
    "read_manifest",
    "refuse_newer",
    "render_manifest",
    "source_name",
]

MANIFEST: Final = "manifest.json"
"""The path of the manifest inside a generated client. It does not list itself."""

_RESTORE: Final = "restore the folder as this version generated it from version control"
_MAX_BYTES: Final = 16 * 1024 * 1024
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_CONFLICT: Final = re.compile(r"^<{7} ", re.MULTILINE)  # as Git marks where two sides disagree


@dataclass(frozen=True, slots=True)
class Described:
    """The description a client was generated from."""

    title: str
    version: str
    entry: str
    """The path of the entry document relative to the root folder of the description: that of the entry document itself,
    unless a wider one was asked for."""
    files: Mapping[str, str]
    """Path relative to the same folder → `digest_document`, for every document that was read."""


@dataclass(frozen=True, slots=True)
class FileEntry:
    """Size in bytes and SHA-256 of one generated file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of `manifest.json`. `files` lists every generated file except the manifest itself."""

    tools: Tools
    description: Described
    package: str | None
    """The package name that was asked for; None where the description decided."""
    skip: tuple[str, ...]
    """The operations that were to be left out, sorted."""
    only: tuple[str, ...]
    """The operations and resources that were to be kept, sorted; empty for all."""
    files: Mapping[str, FileEntry]
    left_out: tuple[str, ...] = ()
    """In a vendored client, the files that are not there as text and that an update changed since, sorted: of these,
    `files` has the version before that."""


def build_manifest(
    files: Mapping[str, str],
    *,
    sources: Iterable[Path],
    title: str,
    version: str,
    package: str | None = None,
    skip: Iterable[str] = (),
    only: Iterable[str] = (),
    root: Path | None = None,
) -> Manifest:
    """Return the manifest of a client that is about to be written.

    Args:
        files: Every generated file without the manifest: path → text; written as `FileTree` has it.
        sources: Every document that was read, the entry document first.
        title: `info.title` of the description.
        version: `info.version` of the description.
        package: The package name that was asked for, None when the description decided.
        skip: The operations that were left out on demand.
        only: The operations and resources that were asked for; none for all.
        root: The folder that references may not leave; None for that of the entry document.

    Raises:
        SpecloomError: A source lies outside the root folder or is gone, or `files` is no `FileTree`.
    """
    entry, *others = sources
    folder = root or entry.parent
    tree = FileTree(files)
    return Manifest(
        tools=current_tools(),
        description=Described(title, version, source_name(entry, folder), _digest_sources(folder, (entry, *others))),
        package=package,
        skip=tuple(sorted(skip)),
        only=tuple(sorted(only)),
        files={path: FileEntry(len(text.encode()), digest_of(text)) for path, text in tree.items()},
    )


def render_manifest(manifest: Manifest) -> str:
    """Return the text of `manifest.json`: sorted keys, two spaces, ASCII."""
    content = {
        **asdict(manifest.tools),
        "description": asdict(manifest.description),
        "options": {
            "package": manifest.package,
            "skip": list(manifest.skip),
            **({"only": list(manifest.only)} if manifest.only else {}),
        },
        "files": {path: asdict(entry) for path, entry in manifest.files.items()},
        **({"left_out": list(manifest.left_out)} if manifest.left_out else {}),
    }
    return json.dumps(content, indent=2, sort_keys=True) + "\n"


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest in `folder`, or None where there is none.

    Raises:
        SpecloomError: It cannot be read, is not a manifest, or lists a path outside the folder.
    """
    path = folder / MANIFEST
    if not path.is_symlink() and not path.exists():
        return None
    try:
        if path.is_symlink():
            raise _broken(str(path), "it is not a regular file")
        text = read_regular(path, _MAX_BYTES).decode()
    except OSError as error:
        raise SpecloomError(f"cannot read {path}: {error.strerror}", "make the file readable, or remove it") from error
    except UnicodeDecodeError:
        raise _broken(str(path), "it is not UTF-8") from None
    return parse_manifest(text, name=str(path))


def parse_manifest(text: str, *, name: str = MANIFEST) -> Manifest:
    """Return the manifest that `text` holds. `name` is what messages call the file.

    Raises:
        SpecloomError: The text is not JSON or has the marks of a merge, a member is missing or of the wrong type, or a
            path is not safe.
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise _conflicted(name) if _CONFLICT.search(text) else _broken(name, "it is not JSON") from None
    try:
        return _manifest_of(content)
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(content, dict) and isinstance(made_by := content.get("specloom"), str) and is_newer(made_by):
            raise _made_by_newer(name, made_by) from None  # it may well have another form
        reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
        raise _broken(name, reason) from None


def refuse_newer(specloom: str, folder: Path, *, way_back: str = _RESTORE) -> None:
    """Refuse to work on a client that a newer Specloom generated: this one would undo what that one can do.

    Args:
        specloom: The version that the client's manifest names.
        folder: What messages call the client.
        way_back: What the message says to do for staying with this version.

    Raises:
        SpecloomError: The version is newer than this one, in the order of PEP 440.
    """
    if is_newer(specloom):
        raise _made_by_newer(str(folder), specloom, way_back)


def _made_by_newer(name: str, version: str, way_back: str = _RESTORE) -> SpecloomError:
    return SpecloomError(
        f"{name} was generated by Specloom {version}, and this is the older {__version__}",
        f"run: {upgrade_command(version)}; to go back, {way_back}",
    )


def _broken(name: str, reason: str) -> SpecloomError:
    return SpecloomError(
        f"{name} is not a manifest of Specloom: {reason}",
        "restore the file from version control, or remove the folder and generate the client anew",
    )


def _conflicted(name: str) -> SpecloomError:
    restore = f"git restore --source=HEAD --staged --worktree {shlex.quote(PurePath(name).parent.as_posix())}"
    return SpecloomError(
        f"{name} has conflict marks: two branches that were merged had both generated the client",
        f"take one side of the whole folder ({restore}), then generate again",
    )


def _manifest_of(content: Any) -> Manifest:  # noqa: ANN401 - parsed JSON is anything
    root = _mapping(content, "the document")
    description = _mapping(root["description"], "'description'")
    options = _mapping(root["options"], "'options'")
    package = options["package"]
    return Manifest(
        tools=Tools(*(_text(root[key], key) for key in ("specloom", "formatter", "templates"))),
        description=Described(
            title=_text(description["title"], "title"),
            version=_text(description["version"], "version"),
            entry=_text(description["entry"], "entry"),
            files={
                _source(path): _digest(digest) for path, digest in _mapping(description["files"], "'files'").items()
            },
        ),
        package=None if package is None else _text(package, "package"),
        skip=_texts(options["skip"], "skip"),
        only=_texts(options.get("only", []), "only"),
        files={_path(path): _file_entry(entry) for path, entry in _mapping(root["files"], "'files'").items()},
        left_out=tuple(_path(path) for path in _texts(root.get("left_out", []), "left_out")),
    )


def _file_entry(value: Any) -> FileEntry:  # noqa: ANN401 - parsed JSON is anything
    entry = _mapping(value, "an entry of 'files'")
    size = entry["size"]
    if type(size) is not int or size < 0:
        raise TypeError("'size' is not a number of bytes")
    return FileEntry(size, _digest(entry["sha256"]))


def _mapping(value: Any, what: str) -> dict[str, Any]:  # noqa: ANN401 - parsed JSON is anything
    if not isinstance(value, dict):
        raise TypeError(f"{what} is not an object")
    return value


def _text(value: Any, what: str) -> str:  # noqa: ANN401 - parsed JSON is anything
    if not isinstance(value, str):
        raise TypeError(f"{what!r} is not a string")
    return value


def _texts(value: Any, what: str) -> tuple[str, ...]:  # noqa: ANN401 - parsed JSON is anything
    if not isinstance(value, list):
        raise TypeError(f"{what!r} is not an array")
    return tuple(_text(item, what) for item in value)


def _digest(value: Any) -> str:  # noqa: ANN401 - parsed JSON is anything
    if not _SHA256.fullmatch(_text(value, "sha256")):
        raise ValueError("a SHA-256 is not 64 hexadecimal digits")
    return str(value)


def _path(path: str) -> str:
    if problem := path_problem(path):
        raise ValueError(f"the path {path!r} {problem}")
    return path


def _source(path: str) -> str:
    if path.startswith("/") or "\0" in path or ".." in PurePath(path).parts:
        raise ValueError(f"the description {path!r} lies outside the entry document's folder")
    return path


def source_name(source: Path, folder: Path) -> str:
    """Return what the manifest calls a document: its path relative to the description's folder.

    Raises:
        ValueError: It lies outside.
    """
    place = Path(os.path.realpath(source.parent)) / source.name
    return place.relative_to(os.path.realpath(folder)).as_posix()


def digest_document(path: Path) -> str:
    """Return the SHA-256 of a document as a manifest has it: that of its bytes, with CRLF taken for LF.

    Raises:
        OSError: It cannot be read.
    """
    return sha256(with_line_feeds(read_regular(path))).hexdigest()


def _digest_sources(folder: Path, sources: Iterable[Path]) -> dict[str, str]:
    digests: dict[str, str] = {}
    for source in sources:
        try:
            digests[source_name(source, folder)] = digest_document(source)
        except ValueError:
            raise SpecloomError(
                f"{source} lies outside {folder}, the folder of the description",
                "keep every file of a description in one folder",
            ) from None
        except OSError as error:
            raise SpecloomError(f"cannot read {source}: {error.strerror}") from error
    return dict(sorted(digests.items()))
