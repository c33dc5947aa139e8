"""What is compared with what: two versions that somebody names, or each description of a project with its base."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from specloom.diff.revision import Version, export_description, inside, open_version
from specloom.findings import SpecloomError
from specloom.git import find_top, follow_links, list_changed, list_files, read_blobs, resolve_revision
from specloom.installed import shipped_descriptions
from specloom.messages import shown_path
from specloom.output.folder import write_files
from specloom.record import record, replace
from specloom.source import SUFFIXES
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.settings_file import OWN_FILE, SHARED_FILE
from specloom.targets.target import Target, leads_into

_PACKAGE: Final = Path(__file__).resolve().parents[1]
"""Where Specloom is installed, which may be inside the repository: in `.venv`."""


@record
class Pair:
    """Two versions of one description; one of them is None where it did not exist or does not any more."""

    name: str
    old: Version | None
    new: Version | None


@record
class Selection:
    """The descriptions of a project, by what there is to compare."""

    pairs: tuple[Pair, ...]
    unchanged: tuple[str, ...]
    outside: tuple[str, ...]
    """Those that do not lie in the repository, such as the ones that ship with Specloom."""


@record
class _Base:
    """A commit to compare with."""

    top: Path
    revision: str
    """As it was named."""
    commit: str


def pair_versions(
    old: str,
    new: str,
    configuration: Configuration,
    scratch: Path,
    *,
    root: Path | None = None,
    overlay: Sequence[Path] = (),
    package: str | None = None,
) -> Selection:
    """Return two versions that somebody names, as one pair.

    Where the new or the old one is the description of a client of the settings, what they say of it holds for both.

    Args:
        old: A file, a folder, or a path behind a revision.
        new: Likewise.
        configuration: The settings.
        scratch: A folder to write the files of a revision into.
        root: The folder that references may not leave.
        overlay: What to lay over both, after the overlays of the settings.
        package: What their client is called; by default as the settings or the description have it.

    Raises:
        SpecloomError: There is no such file or revision.
    """
    before, after = open_version(old, scratch, root=root), open_version(new, scratch, root=root)
    entries = [os.path.realpath(version.target.spec) for version in (after, before)]
    described = {
        os.path.realpath(each.spec): (name, each) for name, each in reversed([*configuration.described.items()])
    }
    name, client = next((described[entry] for entry in entries if entry in described), (after.name, after.target))
    client = replace(client, overlay=(*client.overlay, *overlay), package=package or client.package)
    is_own = os.path.realpath(client.spec) == entries[0]
    before = replace(before, target=client.applied_to(before.target.spec, before.target.root))
    after = replace(after, target=client.applied_to(after.target.spec, root or (client.root if is_own else None)))
    return Selection((Pair(name, before.before(after), after),), (), ())


def pair_with_base(configuration: Configuration, names: Sequence[str], revision: str, scratch: Path) -> Selection:
    """Return each description of a project, as it is on disk and as it was in a revision.

    A client that the settings of only one side list is looked for on the other side where the first has it. Of clients
    with one description, generated or vendored, the first stands for all unless they are named. Vendored clients whose
    description ships with Specloom are left out.

    Args:
        configuration: The settings as they are now.
        names: The clients to compare; all that either side lists, when empty.
        revision: What to compare with: exactly this commit, not where a branch left it.
        scratch: A folder to write the files of the revision into.

    Raises:
        SpecloomError: There is no repository or revision, or a name is unknown, or a client that is generated
            has its description elsewhere. That of a vendored client may ship with Specloom.
    """
    top = find_top(configuration.folder)
    base = _Base(top, revision, resolve_revision(top, revision))
    old = _old_rows(base, configuration.folder, scratch)
    clients = dict(configuration.described)
    clients |= {name: configuration.find(name) for name in names if name not in clients and name not in old}
    new = _rows(clients, top)
    selected = tuple(dict.fromkeys(names or [*clients, *old]))
    outside = tuple(name for name in selected if name not in old and name not in new)
    if unknown := [name for name in outside if names and not clients[name].is_vendored]:
        raise _outside(unknown[0], clients[unknown[0]].spec)
    rows = {
        name: _comparable(old.get(name) or new[name], new.get(name) or _still(old[name], top))
        for name in selected
        if name not in outside
    }
    rows = rows if names else _without_twins(rows)
    folders = {_posix(path) for both in rows.values() for row in both for path in (row.documents, *row.overlay)}
    changed = list_changed(top, base.commit, folders) if rows else ()
    listed = list_files(base.top, base.commit, *(_posix(row.spec) for row, _ in rows.values())) if rows else {}
    present = {name for name, (row, _) in rows.items() if _posix(row.spec) in listed}
    differing = {name: both for name, both in rows.items() if name not in present or _differs(*both, changed)}
    pairs = tuple(_pair(name, *both, base, scratch, exists=name in present) for name, both in differing.items())
    return Selection(pairs, tuple(name for name in rows if name not in differing), outside)


def place_in_base(configuration: Configuration, name: str, revision: str, scratch: Path) -> PurePosixPath | None:
    """Return where a vendored client lay in a revision, from the top of the repository; None outside of it.

    Raises:
        SpecloomError: There is no repository or revision.
    """
    top = find_top(configuration.folder)
    folder = Path(tempfile.mkdtemp(dir=scratch)).resolve()
    old = _old_settings(_Base(top, revision, resolve_revision(top, revision)), configuration.folder, folder)
    if old and name in old.vendored:
        return inside(folder, old.vendored[name].folder)
    return inside(top, configuration.vendored[name].folder.resolve())


def _outside(name: str, spec: Path) -> SpecloomError:
    why = ", since it ships with Specloom" if spec in shipped_descriptions().values() else ""
    return SpecloomError(
        f"the description of {name!r} is not in this repository{why}",
        "compare two files instead: specloom diff OLD NEW",
    )


def _comparable(old: Target, new: Target) -> tuple[Target, Target]:
    """Return what decides about the files of both; a vendored client that moves keeps its name, as `vendor` has it."""
    new = new.named_as(old.package_name) if old.is_vendored and old.package is None else new
    return old.applied_to(old.spec, old.root), new.applied_to(new.spec, new.root)


def _without_twins(rows: Mapping[str, tuple[Target, Target]]) -> dict[str, tuple[Target, Target]]:
    """Return the rows without those that say what an earlier one says, except for what the package is called."""
    first: dict[object, tuple[str, tuple[Target, Target]]] = {}
    for name, (old, new) in rows.items():
        same = (replace(old, package=None), replace(new, package=None), old.package == new.package)
        first.setdefault(same, (name, (old, new)))
    return dict(first.values())


def _rows(clients: Mapping[str, Target], top: Path) -> dict[str, Target]:
    """Return the clients whose description lies below `top`, with paths from there."""
    rows: dict[str, Target] = {}
    for name, client in clients.items():
        spec = inside(top, client.spec.resolve())
        if spec is not None and not client.spec.is_relative_to(_PACKAGE):
            root = None if client.root is None else inside(top, client.root.resolve())
            overlay = tuple(Path(inside(top, each.resolve()) or each) for each in client.overlay)
            rows[name] = replace(client, spec=Path(spec), root=None if root is None else Path(root), overlay=overlay)
    return rows


def _still(row: Target, top: Path) -> Target:
    """Return what was said of a client that the settings no longer list, without overlays that are gone as well."""
    return replace(row, overlay=tuple(each for each in row.overlay if (top / each).is_file()))


def _old_rows(base: _Base, settings: Path, scratch: Path) -> dict[str, Target]:
    """Return what the settings said in the base of clients that have their description there."""
    folder = Path(tempfile.mkdtemp(dir=scratch)).resolve()
    old = _old_settings(base, settings, folder)
    rows = _rows(old.described, folder) if old else {}
    places = {_posix(place) for row in rows.values() for place in (row.spec, row.root, *row.overlay) if place}
    leads = follow_links(base.top, base.commit, places)

    def led(place: Path) -> Path:
        """Return where a path of the settings led in the base: those of now are resolved as well."""
        return Path(leads[_posix(place)])

    return {
        name: replace(row, spec=led(row.spec), root=row.root and led(row.root), overlay=tuple(map(led, row.overlay)))
        for name, row in rows.items()
    }


def _old_settings(base: _Base, settings: Path, folder: Path) -> Configuration | None:
    """Return the settings of the base; None where they were missing or wrong, so that those of now hold.

    The folder is empty, and stands for the top of the repository.
    """
    place = inside(base.top, settings)
    if place is None:
        return None
    listed = list_files(base.top, base.commit, *(place / name for name in (OWN_FILE, SHARED_FILE)))
    (folder / place).mkdir(parents=True, exist_ok=True)
    write_files(folder, zip(listed, read_blobs(base.top, list(listed.values())), strict=True))
    try:
        return load_configuration(folder / place, folder / place)
    except SpecloomError:
        return None


def _differs(old: Target, new: Target, changed: Iterable[PurePosixPath]) -> bool:
    return old != new or any(
        path in {_posix(row.spec), *map(_posix, row.overlay)}
        or (path.is_relative_to(_posix(row.documents)) and path.suffix.lower() in SUFFIXES)
        for path in changed
        for row in (old, new)
    )


def _pair(name: str, old: Target, new: Target, base: _Base, scratch: Path, *, exists: bool) -> Pair:
    before = after = None
    if exists:
        label = f"{base.revision}:"
        root = None if old.root is None else _posix(old.root)
        overlay = [*map(_posix, old.overlay)]
        before = export_description(
            base.top, base.commit, _posix(old.spec), scratch, label=label, root=root, overlay=overlay
        )
        found = before.target
        before = replace(before, target=old.applied_to(found.spec, found.root, found.overlay), is_past=True)
    here = base.top / new.spec
    boundary = None if new.root is None else base.top / new.root
    overlays = tuple(base.top / each for each in new.overlay)
    for place in filter(None, (here, boundary, *overlays)):
        if not leads_into(place, base.top):  # settings of the base have named it, but links are those of now
            raise SpecloomError(
                f"{shown_path(place)}, which belongs to {name!r}, leads out of the repository",
                "put the description itself there instead of a link",
            )
    if here.exists() or before is None:
        after = Version(shown_path(here), new.applied_to(here, boundary, overlays))
    return Pair(name, before.before(after) if before and after else before, after)


def _posix(path: Path) -> PurePosixPath:
    return PurePosixPath(path.as_posix())
