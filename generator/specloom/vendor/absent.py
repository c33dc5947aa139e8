"""A vendored client that is not where its settings say, or not all of it: where it may be, and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from specloom.findings import SpecloomError
from specloom.messages import as_argument, counted, shown_path
from specloom.output.manifest import MANIFEST, parse_manifest
from specloom.targets.settings import Configuration, load_configuration
from specloom.targets.settings_file import walk_project
from specloom.targets.table import as_toml
from specloom.targets.target import Target
from specloom.vendor.base import BASE, read_base
from specloom.vendor.folder import Content, is_moved_aside, read_folder
from specloom.vendor.git_index import not_checked_out


def read_client(vendored: Target) -> dict[str, Content]:
    """Return every file of a client, as `read_folder` does.

    Raises:
        SpecloomError: Files cannot be read, or there are none.
    """
    yours = read_folder(vendored.folder)
    if not yours:
        raise no_client(vendored)
    return yours


def no_client(vendored: Target) -> SpecloomError:
    """Return what to raise where there is nothing in the folder of a client."""
    folder = shown_path(vendored.folder)
    if is_moved_aside(vendored.folder):
        again = f"put it back with: specloom vendor update {vendored.called}"
        return SpecloomError(f"a run that was killed moved the client in {folder} aside", again)
    if sparse := find_sparse(vendored):
        return sparse
    where = f" ({vendored.settings.where('into')})" if vendored.settings else ""
    found = " and ".join(as_argument(each) for each in _places(vendored))
    anew = f"or to add it anew, call its table clients.{vendored.name}, take `into` out, and run vendor add; "
    advice = (
        f"one like it is in {found}: if it was moved there, let `into` in its settings{where} say so"
        if found
        else f"restore it from version control; or if it was moved, let `into` in its settings{where} name the new "
        f"place; {anew if vendored.stated('spec') else ''}or end it with: specloom vendor eject {vendored.called}"
    )
    return SpecloomError(f"there is no client in {folder}", advice)


def find_sparse(vendored: Target) -> SpecloomError | None:
    """Return what to raise where Git leaves files of a client out of the work tree; None where it has all."""
    missing = not_checked_out(vendored.folder)
    if not missing:
        return None
    return SpecloomError(
        f"a sparse checkout leaves {counted(len(missing), 'file')} of {shown_path(vendored.folder)} out",
        "check out the whole folder first, as with: git sparse-checkout disable",
    )


def missing_base(folder: Path) -> str:
    """Return a sentence that says that a client has no base, and that Git may have kept it out of a clone."""
    file = shown_path(folder / BASE)
    return f"{file} is missing; no commit has it if `git check-ignore -v {as_argument(file)}` names a rule"


def unlisted_clients(configuration: Configuration) -> Iterator[str]:
    """Yield a sentence on each folder of a project that has the base of a client and that no settings list.

    So it is where one branch ejected a client and another updated it, and Git merged both. While a client is not where
    the settings say, it may be one that was moved: `no_client` says so.
    """
    listed = {each.folder.resolve() for each in configuration.vendored.values()}
    if not all(map(Path.exists, listed)):
        return
    for folder, names in walk_project(configuration.folder.resolve()):
        if BASE in names and folder not in listed and not _has_nearer(folder, configuration):
            yield (
                f"{shown_path(folder)} has the base of a client, and no settings list it: if it was ejected, remove "
                f"{BASE} and {MANIFEST} from there; else bring its settings back, with into = "
                f"{as_toml(folder.relative_to(configuration.folder.resolve()).as_posix())}"
            )


def _has_nearer(folder: Path, configuration: Configuration) -> bool:
    """Return whether a folder is of a project inside this one, whose settings tell of it."""
    try:
        return load_configuration(folder, configuration.folder.resolve()).file != configuration.file
    except SpecloomError:
        return True


def _places(vendored: Target) -> Iterator[Path]:
    """Yield the folders of the project that have a client of the same description, in which they lie."""
    if vendored.project is None:
        return
    spec = vendored.recorded().spec
    for folder, names in walk_project(vendored.project):
        if BASE in names and folder != vendored.folder and _is_of(folder, spec):
            yield folder


def _is_of(folder: Path, spec: Path) -> bool:
    try:
        base = read_base(folder)
    except SpecloomError:
        return False
    return base is not None and parse_manifest(base[MANIFEST]).target.spec == spec
