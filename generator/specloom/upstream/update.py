"""The next version of a description that somebody else publishes: what changes with it, before it takes its place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.diff.loaded import Loaded, load_version
from specloom.diff.report import Report, build_report
from specloom.diff.revision import Version
from specloom.fetch import check_address, fetch
from specloom.findings import DescriptionError, Finding, SpecloomError
from specloom.messages import shown_path
from specloom.output.disk import replace_text
from specloom.output.manifest import digest_document
from specloom.record import record
from specloom.regular_file import read_regular
from specloom.source import load_file
from specloom.spec import load_description
from specloom.spec.upgrade import detect_version
from specloom.targets.target import Target, Upstream
from specloom.upstream.init import digest_content
from specloom.vendor.settings import Kind, changed_settings, replace_value
from specloom.vendor.surfaces import find_published

if TYPE_CHECKING:
    from specloom.targets.settings import Configuration

_LABEL = "upstream:"


@record
class Replacement:
    """What the next version of a description does. Nothing has been touched."""

    target: Target
    content: str
    """What was fetched."""
    sha256: str
    report: Report | None
    """What changes; None: the old version cannot be used, so nothing can be compared."""
    findings: tuple[Finding, ...]
    """Why no client can be made of the new version under the overlays of the old one."""


def prepare_replacement(target: Target, upstream: Upstream, folder: Path, scratch: Path) -> Replacement | None:
    """Fetch a description again, and return what that changes; None where it is what was fetched last.

    Args:
        target: The client.
        upstream: Where its description comes from.
        folder: That of the settings, which has the description and the overlays.
        scratch: A folder to write into.

    Raises:
        DescriptionError: There is no OpenAPI document any more.
        SpecloomError: It cannot be fetched, or the description was edited since it was fetched.
    """
    try:
        check_address(upstream.url)
    except SpecloomError as error:
        raise (target.settings.error("url", error.message, error.help) if target.settings else error) from None
    fetched = fetch(upstream.url)
    sha256 = digest_content(fetched.content)
    try:
        found = digest_document(target.spec)
    except OSError as error:
        raise SpecloomError(f"cannot read {target.spec}: {error.strerror}", "restore it from version control") from None
    if found not in {upstream.sha256, sha256}:
        raise SpecloomError(
            f"{shown_path(target.spec)} is not as it was fetched: somebody edited it",
            "put what you changed into an overlay, and restore the file",
        )
    if found == sha256 == upstream.sha256:
        return None
    new = _lay_out(target, fetched.content, folder.resolve(), scratch.resolve())
    source = load_file(new.spec, name=upstream.url)
    version = detect_version(source)
    if isinstance(version, Finding):
        raise DescriptionError([version])
    published = find_published(target.folder) if target.out else None
    was = target.applied_to(target.spec, target.root)
    old = Version(shown_path(target.spec), was, is_past=True, published=published)
    name = f"{_LABEL}{new.spec.relative_to(scratch.resolve()).as_posix()}"
    will_be = new.applied_to(new.spec, new.root)
    after = Version(name, will_be, _LABEL, is_past=True, published=published, top=scratch.resolve())
    report = _compare(target.name, load_version(old), load_version(after))
    return Replacement(target, fetched.content.decode(), sha256, report, _problems(after))


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
        return replace_value(file, target.name, kind, "sha256", replacement.sha256)

    with changed_settings(file, change):
        replace_text(target.spec, replacement.content)


def _lay_out(target: Target, content: bytes, folder: Path, scratch: Path) -> Target:
    """Write a new version with the files around it, each where it lies in the project; return what is read then."""
    try:
        beside = [
            each.path for each in load_description(replace(target, overlay=())).files[1:] if each.path is not None
        ]
    except DescriptionError:
        beside = []
    places = {path: scratch / path.resolve().relative_to(folder) for path in (*beside, *target.overlay)}
    for path, place in places.items():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(read_regular(path))
    spec = scratch / target.spec.resolve().relative_to(folder)
    spec.parent.mkdir(parents=True, exist_ok=True)
    spec.write_bytes(content)
    root = None if target.root is None else scratch / target.root.resolve().relative_to(folder)
    return replace(target, spec=spec, root=root, overlay=tuple(places[each] for each in target.overlay))


def _compare(name: str, old: Loaded, new: Loaded) -> Report | None:
    return build_report(name, old, new, {}) if old.document and new.document else None


def _problems(version: Version) -> tuple[Finding, ...]:
    """Return why no client can be made of a version, an action of an overlay that selects nothing included."""
    strict = load_version(replace(version, is_past=False))
    return strict.findings
