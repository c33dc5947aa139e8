"""The first day of somebody else's description in a project: where it goes, its overlay, and the settings."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from specloom.findings import DescriptionError, Finding, SpecloomError
from specloom.messages import shown_path
from specloom.output.disk import replace_text
from specloom.output.tree import with_line_feeds
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.source import SUFFIXES, load_file
from specloom.spec import load_description
from specloom.spec.upgrade import detect_version
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.shipped import shipped_descriptions
from specloom.targets.target import Target, leads_into
from specloom.upstream.names import package_of
from specloom.upstream.proposal import Proposal, render_overlay
from specloom.upstream.propose import propose
from specloom.vendor.settings import Setting, add_table, changed_settings, settings_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from specloom.fetch import Fetched

_FOLDER: Final = "specs"


@record
class Beginning:
    """What taking a description into a project will do. Nothing has been touched."""

    name: str
    """What the settings call the client."""
    spec: Path
    """The entry document."""
    overlay: Path
    files: Mapping[Path, str]
    """What is written: the texts of the documents that are not in the project yet, and the overlay."""
    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]
    """Why the description cannot be used, as yet."""
    file: Path
    """Where the settings go."""
    settings: Mapping[str, Setting]


def prepare_init(
    configuration: Configuration, here: Path, source: Fetched | Path, *, name: str | None = None
) -> Beginning:
    """Return what takes a description into a project.

    Args:
        configuration: The settings that apply in `here`.
        here: The working directory.
        source: What was fetched, or the entry document on disk.
        name: What the settings are to call the client; None: it is called after the title.

    Raises:
        DescriptionError: It is no OpenAPI document.
        SpecloomError: The name is taken, or there are files where some are to go.
    """
    file = settings_file(here, configuration.file)
    with tempfile.TemporaryDirectory(prefix="specloom-") as folder:
        scratch = Path(folder).resolve()
        url, entry = ("", source) if isinstance(source, Path) else (source.url, _spool(source, scratch))
        data = _check(entry, url or shown_path(entry))
        name = name or _name_of(data, url)
        _refuse_name(name, configuration)
        is_inside = isinstance(source, Path) and leads_into(entry, file.parent)
        home = entry.parent if is_inside else file.parent / _FOLDER / name
        texts = {} if is_inside else _texts(entry, home)
        spec = home / entry.name
        overlay = home / (f"{entry.stem}.overlay.yaml" if is_inside else "overlay.yaml")

        def show(path: Path) -> str:
            return shown_path(home / path.relative_to(entry.parent) if path.is_relative_to(entry.parent) else path)

        proposals, findings = propose(Target(entry), name, url, show)
    files = {**texts, overlay: render_overlay(proposals, title=_title_of(data) or name, extends=spec.name)}
    if taken := next((path for path in files if os.path.lexists(path)), None):
        raise SpecloomError(
            f"there is a file {shown_path(taken)} already", "choose another --name, or move that file away"
        )
    settings: dict[str, Setting] = {"spec": _from(spec, file), "overlay": [_from(overlay, file)]}
    if not isinstance(source, Path) and source.url:
        settings |= {"url": source.url, "sha256": digest_content(source.content)}
    add_table(file, name, settings, "clients")  # if it cannot be written, that is said first
    return Beginning(name, spec, overlay, files, tuple(proposals), findings, file, settings)


def apply_init(beginning: Beginning) -> None:
    """Write the files, then the settings, which nobody else can add to meanwhile.

    Raises:
        SpecloomError: The operating system refuses, or the settings have got a client of that name since.
    """
    with changed_settings(beginning.file, lambda: _settings_with(beginning)):
        for path, text in beginning.files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_text(path, text)


def digest_content(content: bytes) -> str:
    """Return the SHA-256 that settings pin a document by: that of its bytes, with CRLF taken for LF."""
    return sha256(with_line_feeds(content)).hexdigest()


def _settings_with(beginning: Beginning) -> str:
    folder = beginning.file.parent.resolve()
    _refuse_name(beginning.name, load_configuration(folder, folder))
    return add_table(beginning.file, beginning.name, beginning.settings, "clients")


def _spool(fetched: Fetched, scratch: Path) -> Path:
    """Write what was fetched where it can be read as any other description."""
    suffix = Path(urlsplit(fetched.url).path).suffix.lower()
    if suffix not in SUFFIXES:
        suffix = ".json" if fetched.content.lstrip().startswith(b"{") else ".yaml"
    path = scratch / f"openapi{suffix}"
    path.write_bytes(fetched.content)
    return path


def _check(entry: Path, name: str) -> dict[str, Any]:
    """Return the values of an OpenAPI document."""
    source = load_file(entry, name=name)
    version = detect_version(source)
    if isinstance(version, Finding):
        raise DescriptionError([version])
    return source.data if isinstance(source.data, dict) else {}


def _title_of(data: Mapping[str, Any]) -> str:
    info = data.get("info")
    title = info.get("title") if isinstance(info, dict) else None
    return title if isinstance(title, str) else ""


def _name_of(data: Mapping[str, Any], url: str) -> str:
    title = _title_of(data)
    named = package_of(title) if title else ""
    host = str(urlsplit(url).hostname or "").removeprefix("api.").partition(".")[0]
    name = named or package_of(host)
    if not (name.isascii() and name.isidentifier()):
        raise SpecloomError("the description has no title to call a client after", "give it a name: --name NAME")
    return name


def _texts(entry: Path, home: Path) -> dict[Path, str]:
    """Return the documents of a description by the places that they are to have.

    Of one that cannot be used that is the entry document alone: what is wrong with it is told.
    """
    try:
        paths = [each.path for each in load_description(Target(entry)).files if each.path is not None]
    except DescriptionError:
        paths = [entry]
    folder = os.path.realpath(entry.parent)
    places = {path: home / os.path.relpath(os.path.realpath(path), folder) for path in paths}
    return {place: read_regular(path).decode() for path, place in places.items()}


def _refuse_name(name: str, configuration: Configuration) -> None:
    if (file := configuration.file) and (name in configuration.clients or name in configuration.vendored):
        raise SpecloomError(
            f"{shown_path(file)} has a client {name!r} already",
            f"bring it up to date with: specloom update {name}; or give this one another name: --name NAME",
        )
    if name in shipped_descriptions():
        raise SpecloomError(
            f"a description called {name!r} ships with Specloom", "give this one another name: --name NAME"
        )


def _from(path: Path, file: Path) -> str:
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(file.parent))).as_posix()
