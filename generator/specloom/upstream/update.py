"""The next version of a description that somebody else publishes: what changes with it, before it takes its place."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from specloom.diff.loaded import load_version, load_versions
from specloom.diff.report import Report, build_report
from specloom.diff.revision import Version
from specloom.fetch import FetchError, check_address, fetch
from specloom.findings import DescriptionError, Finding, SpecloomError, unreadable
from specloom.messages import shown_path
from specloom.output.manifest import EDITED, KEEP_AS_OVERLAY, digest_document
from specloom.record import record, replace
from specloom.regular_file import read_regular
from specloom.source import load_file
from specloom.spec.load import load_description
from specloom.spec.upgrade import detect_version
from specloom.targets.settings import Configuration
from specloom.targets.target import Target, Upstream, leads_into, path_from
from specloom.upstream.beside import Supply, pin, write_document
from specloom.vendor.settings import Kind, changed_settings, replace_values
from specloom.vendor.surfaces import find_published

_LABEL = "upstream:"


@record
class Replacement:
    """What the next version of a description does. Nothing has been touched."""

    target: Target
    contents: Mapping[Path, str]
    """The documents that are new or changed."""
    gone: tuple[Path, ...]
    """The documents to which nothing refers any more."""
    upstream: Upstream
    """What pins the new version."""
    report: Report | None
    """What changes; None: the old version cannot be used, so nothing can be compared."""
    findings: tuple[Finding, ...]
    """Why no client can be made of the new version under the overlays of the old one."""


def prepare_replacement(target: Target, upstream: Upstream, folder: Path, scratch: Path) -> Replacement | None:
    """Fetch a description again, and return what that changes; None where it is what was fetched last.

    `folder` is that of the settings, which has the description and the overlays; `scratch` one to write into.

    Raises:
        DescriptionError: There is no OpenAPI document any more.
        SpecloomError: It cannot be fetched, or the description was edited since it was fetched.
    """
    try:
        check_address(upstream.url)
    except SpecloomError as error:
        raise (target.settings.error("url", error.message, error.help) if target.settings else error) from None
    try:
        new, supply = _fetch(target, upstream, folder.resolve(), scratch.resolve())
        detect_version(load_file(new.spec, name=upstream.url))
        whole = replace(new, skip=(), only=())
        supply.follow(replace(whole, overlay=()), whole)
    except FetchError as error:
        raise SpecloomError(error.message, _without_server(target)) from None
    pinned = pin(upstream.url, new.spec, new.documents, supply.contents)
    contents, gone = _changes(target, upstream, pinned, supply.contents, new.documents)
    if not contents and pinned == upstream:
        return None
    published = find_published(target)
    old = Version(shown_path(target.spec), target.applied_to(target.spec, target.root), published=published)
    name = f"{_LABEL}{new.spec.relative_to(scratch.resolve()).as_posix()}"
    will_be = new.applied_to(new.spec, new.root)
    after = Version(name, will_be, _LABEL, is_past=True, published=published, top=scratch.resolve())
    versions = load_versions((old.before(after), after))
    report = build_report(target.name, versions, {}) if versions.differences else None
    # An action of an overlay that selects nothing is a problem of what comes, and none of what is past.
    problems = load_version(replace(after, is_past=False)).findings
    return Replacement(target, contents, gone, pinned, report, problems)


def apply_replacement(replacement: Replacement, configuration: Configuration) -> None:
    """Write the new version, and pin it in the settings.

    Raises:
        SpecloomError: The operating system refuses, or the settings cannot be changed.
    """
    target, file = replacement.target, configuration.file
    if file is None:
        raise SpecloomError(f"there are no settings of {target.name}")

    def change() -> str:
        kind: Kind = "vendor" if target.is_vendored else "clients"
        pins = replacement.upstream.as_settings()
        files = pins.get("files", [])
        has_files = bool(files or (target.upstream and target.upstream.files))
        return replace_values(
            file, target.name, kind, {"sha256": pins["sha256"], **({"files": files} if has_files else {})}
        )

    with changed_settings(file, change):
        for path, text in replacement.contents.items():
            write_document(path, text)
        for path in replacement.gone:
            path.unlink(missing_ok=True)


def _fetch(target: Target, upstream: Upstream, folder: Path, scratch: Path) -> tuple[Target, Supply]:
    """Write the next version of an entry document, with the project's own files around it, each where it lies there.

    Returns:
        What is read then, and what fetches the files that are missing.
    """
    try:
        read = load_description(replace(target, overlay=(), skip=(), only=())).files[1:]
    except DescriptionError:
        read = ()
    fetched = {os.path.realpath(target.documents / path) for path in upstream.files}
    own = [each.path for each in read if each.path is not None and os.path.realpath(each.path) not in fetched]
    places = {path: scratch / path.resolve().relative_to(folder) for path in (*own, *target.overlay)}
    for path, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():  # an overlay that is missing is named where overlays are read
            place.write_bytes(read_regular(path))
    spec = scratch / target.spec.resolve().relative_to(folder)
    spec.parent.mkdir(parents=True, exist_ok=True)
    document = fetch(upstream.url)
    spec.write_bytes(document.content)
    root = None if target.root is None else scratch / target.root.resolve().relative_to(folder)
    new = replace(target, spec=spec, root=root, overlay=tuple(places[each] for each in target.overlay))
    return new, Supply(document, spec)


def _without_server(target: Target) -> str:
    """Return what there is to do while the address of a description does not answer."""
    named = f" ({target.settings.where('url')})" if target.settings else ""
    stays = "stays as it was fetched, and all other commands work with it"
    if not target.spec.exists():
        stays = "is missing, and other commands need it: restore it from version control"
    return (
        f"nothing was changed: {shown_path(target.spec)} {stays}. "
        f"Try again later; if the description has moved, name its new address: `url` in the settings{named}"
    )


def _changes(
    target: Target, old: Upstream, new: Upstream, contents: Mapping[Path, bytes], folder: Path
) -> tuple[dict[Path, str], tuple[Path, ...]]:
    """Return the texts of the documents that are new or changed, and those that are gone, by their places.

    `contents` is what was fetched now, by where it lies in the folder that stands for `target.documents`.

    Raises:
        SpecloomError: Somebody edited a document, or a new one would take the place of one that is the project's own.
    """
    entry = path_from(target.documents, target.spec)
    were, are = ({entry: each.sha256, **each.files} for each in (old, new))
    texts: dict[Path, str] = {}
    gone: list[Path] = []
    for name in sorted(were.keys() | are.keys()):
        place = target.spec if name == entry else target.documents / name
        if not leads_into(place, target.documents):
            raise SpecloomError(f"{shown_path(place)} is a link out of its folder", "put the file itself there")
        found = _digest(place)
        if found and found not in {were.get(name), are.get(name)}:
            if name in were:
                raise SpecloomError(f"{shown_path(place)} {EDITED}", KEEP_AS_OVERLAY)
            message = "already, and the description refers to one of that name now"
            advice = "move it away, or let an overlay name it otherwise"
            raise SpecloomError(f"there is a file {shown_path(place)} {message}", advice)
        if name not in are:
            gone += [place] if found else []
        elif found != are[name]:
            texts[place] = contents[folder / name].decode()
    return texts, tuple(gone)


def _digest(document: Path) -> str | None:
    """Return the digest of a document; None where there is none, as one that was deleted is written again."""
    try:
        return digest_document(document)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(document, error, "restore it from version control") from None
