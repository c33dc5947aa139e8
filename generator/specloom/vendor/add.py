"""The first day of a vendored client: what is written when it comes."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.findings import SpecloomError
from specloom.git import find_repository
from specloom.installed import shipped_descriptions
from specloom.messages import as_argument, shown_path
from specloom.output.disk import write_changes
from specloom.output.folder import refuse_twin
from specloom.output.manifest import MANIFEST, read_manifest, refuse_newer
from specloom.output.surface_file import SURFACE
from specloom.record import record, replace
from specloom.targets.settings import VENDORED_KEYS, Configuration, load_configuration, read_vendored
from specloom.targets.target import Target
from specloom.vendor.absent import no_client
from specloom.vendor.base import BASE, pack_base, read_base, without_state
from specloom.vendor.folder import Content, list_ignored, read_folder
from specloom.vendor.git_index import commit_that_removed
from specloom.vendor.plan import plan_update
from specloom.vendor.pristine import Pristine, build_pristine
from specloom.vendor.settings import Setting, add_table, changed_settings, remove_table, settings_file

if TYPE_CHECKING:
    from specloom.ir.published import Published


@record
class Addition:
    """What adding a client will do. Nothing has been touched."""

    vendored: Target
    pristine: Pristine
    found: Mapping[str, Content]
    """The folder as it was read: empty; with all of this already, from a run that was killed before it wrote settings;
    or with the client as the project has generated it so far."""
    changes: Mapping[str, bytes | None]
    """What has to change in it, None for a file that goes."""
    file: Path
    """Where the settings go."""
    settings: Mapping[str, Setting]
    """What they say of this client."""
    moves: bool = False
    """They list it as one that is generated, which it is no longer."""

    @property
    def files(self) -> dict[str, bytes]:
        """Everything that the folder will hold, without edits."""
        return _code(self.pristine) | _state(self.pristine)


def prepare_addition(
    configuration: Configuration, here: Path, wanted: Target, *, moves: bool = False, published: Published | None = None
) -> Addition:
    """Return what vendors a client into a project.

    Args:
        configuration: The settings that apply in `here`.
        here: The working directory.
        wanted: The client, with paths as they were given in `here`.
        moves: The settings list it as one that is generated: it becomes a vendored one.
        published: What callers of the generated one know, whose names stay; None: there is none, or they are to go.

    Raises:
        DescriptionError: The description cannot be used.
        SpecloomError: The name or the folder is taken, or the settings cannot be added to.
    """
    name, into = wanted.name, wanted.folder
    refuse_name(name, configuration)
    file = settings_file(here, configuration.file)
    _refuse_other_project(into, file)
    settings = _settings_of(wanted, file)
    vendored = read_vendored(name, settings, file.parent)
    _refuse_overlap(vendored, configuration, moves=moves)
    if into.resolve() == file.parent.resolve() / "src":
        raise SpecloomError(
            f"{into} is where packages lie, and no package itself", f"choose a folder in it, such as {into}/acme/client"
        )
    _refuse_shadow(vendored)
    refuse_twin(vendored.folder.resolve())
    found = read_folder(vendored.folder)
    generated = configuration.clients[name] if moves else None
    is_in_place = generated is not None and generated.folder.resolve() == vendored.folder.resolve()
    if found and BASE not in found and not is_in_place:
        raise _taken(into, name)
    _added(file, name, settings, moves=moves)  # if it cannot be written, that is said before all the work
    pristine = build_pristine(vendored, published=published)
    changes: Mapping[str, bytes | None]
    if BASE in found:
        if read_base(vendored.folder) != pristine.tree:
            raise _taken(into, name)
        changes = {}
    elif found and generated is not None:
        changes = _taken_over(generated, published, found, pristine)
    else:
        changes = _code(pristine) | _state(pristine)
    return Addition(vendored, pristine, found, changes, file, settings, moves)


def _code(pristine: Pristine) -> dict[str, bytes]:
    return {path: text.encode() for path, text in without_state(pristine.tree).items()}


def _state(pristine: Pristine) -> dict[str, bytes]:
    return {MANIFEST: pristine.tree[MANIFEST].encode(), BASE: pack_base(pristine.tree)}


def _taken_over(
    generated: Target, published: Published | None, found: Mapping[str, Content], pristine: Pristine
) -> dict[str, bytes | None]:
    """Return what makes a generated client a vendored one in its place: what was edited in it stays, as in an update.

    Raises:
        SpecloomError: It is not what is generated now, so that nothing tells edits, or edits are where both differ.
    """
    from specloom.pipeline import generate  # noqa: PLC0415 - for the few who come from a generated client

    folder, last = shown_path(generated.folder), read_manifest(generated.folder)
    if last is None:
        raise _taken(generated.folder, generated.name)
    refuse_newer(last.tools.specloom, generated.folder)
    base = generate(generated, published).tree
    digests = {path: digest for path, digest in base.digests().items() if path != MANIFEST}
    if digests != {path: entry.sha256 for path, entry in last.files.items()}:
        raise SpecloomError(
            f"{folder} is not as its description would have it now, so nothing tells your edits in it",
            f"make it current first, with: specloom generate {generated.name}; or choose a folder that does not exist",
        )
    steps = plan_update(without_state(base), found, without_state(pristine.tree))
    if undecided := [step.path for step in steps if step.action.needs_you]:
        raise SpecloomError(
            f"in {folder}, what you edited or deleted is otherwise in a vendored client: {', '.join(undecided)}",
            "take these edits back, vendor the client, and make them again",
        )
    gone = {SURFACE: None} if SURFACE in found else {}
    return {**{step.path: step.after for step in steps if step.writes}, **_state(pristine), **gone}


def _settings_of(wanted: Target, file: Path) -> dict[str, Setting]:
    """Return what a settings file has to say for `read_vendored` to give this client."""
    api = next((name for name, spec in shipped_descriptions().items() if spec == wanted.spec), None)
    settings: dict[str, Setting | None] = {
        "into": _relative(wanted.folder, file),
        "api": None if api == wanted.name else api,
        "spec": _relative(wanted.spec, file) if api is None else None,
        "root": _relative(wanted.root, file) if wanted.root else None,
        "overlay": [_relative(overlay, file) for overlay in wanted.overlay],
        **wanted.options,
        **(wanted.upstream.as_settings() if wanted.upstream else {}),
    }
    return {key: value for key in VENDORED_KEYS if (value := settings.get(key))}


def apply_addition(addition: Addition) -> tuple[str, ...]:
    """Write the client, then the settings, which nobody else can add to meanwhile.

    Returns:
        The files of the client that Git would leave out of a commit, sorted.

    Raises:
        SpecloomError: The operating system refuses, the folder is no longer as it was, or the settings have got a
            client of that name or place since they were read.
    """
    found = {path: content.digest for path, content in addition.found.items()}
    with changed_settings(addition.file, lambda: _settings_with(addition)):
        write_changes(addition.changes, addition.vendored.folder, found)
    return list_ignored(addition.vendored.folder, addition.files)


def _settings_with(addition: Addition) -> str:
    """Return the new text of the settings, made from what they say at this moment."""
    folder = addition.file.parent.resolve()
    configuration = load_configuration(folder, folder)
    if configuration.file is not None and configuration.file.name != addition.file.name:
        raise SpecloomError(f"{shown_path(configuration.file)} has got settings of Specloom meanwhile", "run it again")
    refuse_name(addition.vendored.name, configuration)
    _refuse_overlap(addition.vendored, configuration, moves=addition.moves)
    return _added(addition.file, addition.vendored.name, addition.settings, moves=addition.moves)


def _added(file: Path, name: str, settings: Mapping[str, Setting], *, moves: bool) -> str:
    text = remove_table(file, name, "clients") if moves else None
    return add_table(file, name, settings, text=text)


def refuse_name(name: str, configuration: Configuration) -> None:
    """Refuse to vendor a client under a name that the settings have, and say how a second one is vendored.

    Raises:
        SpecloomError: They have it.
    """
    vendored = configuration.vendored.get(name)
    if vendored is None:
        return
    where = f"the client {name} is vendored already, in {shown_path(vendored.folder)}"
    if not vendored.folder.is_dir():
        raise SpecloomError(f"{where}, and nothing is there", no_client(vendored).help)
    ships = next((each for each, spec in shipped_descriptions().items() if spec == vendored.spec), None)
    spec = [] if ships else ["--spec", shown_path(vendored.spec)]
    overlays = [word for each in vendored.overlay for word in ("--overlay", shown_path(each))]
    second = shlex.join(["specloom", "vendor", "add", ships or name, *spec, *overlays])
    raise SpecloomError(
        where, f"specloom vendor update {name} brings it up to date; a second one: {second} --name NAME --into PATH"
    )


def _relative(path: Path, file: Path) -> str:
    """Return a path of the command line as settings have it: relative to their folder."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 - a link inside the project is kept as it was named
    whole = whole if whole.is_relative_to(file.parent) else whole.resolve()
    return Path(os.path.relpath(whole, file.parent)).as_posix()


def _refuse_other_project(into: Path, file: Path) -> None:
    """Refuse a folder that would go into other commits than its settings."""
    place, project = into.resolve(), file.parent.resolve()
    if project not in place.parents:
        raise SpecloomError(
            f"{into} is not below {project}, where the settings go", "choose a folder there, or run it in that project"
        )
    repository = find_repository(place)
    if repository is not None and project in repository.parents:
        raise SpecloomError(
            f"{into} lies in {shown_path(repository)}, a repository inside the one that the settings go into",
            f"run it there: cd {as_argument(repository)}",
        )


def _refuse_shadow(vendored: Target) -> None:
    """Refuse a folder that Python would take for a module that the client, or anything else, imports."""
    first = (vendored.import_path or "").partition(".")[0]
    if first in {vendored.http, "pydantic"} or first in sys.stdlib_module_names:
        raise SpecloomError(
            f"{shown_path(vendored.folder)} would be imported as {vendored.import_path}, in the place of the module "
            f"{first} that others mean",
            "choose a folder in a package of your own, as in src/acme/client",
        )


def _taken(into: Path, name: str) -> SpecloomError:
    ejected = commit_that_removed(into, BASE)
    return SpecloomError(
        f"{into} is not empty, and nothing says that it is Specloom's",
        f"choose a folder that does not exist yet, such as {into / name}; or if it is a client that was ejected, "
        + (f"take that back with: git revert {ejected}" if ejected else "move it away, and merge your edits back in"),
    )


def _refuse_overlap(vendored: Target, configuration: Configuration, *, moves: bool) -> None:
    whole = replace(vendored, out=vendored.folder.resolve())
    generated = (each for name, each in configuration.clients.items() if not (moves and name == vendored.name))
    for other in (*generated, *configuration.vendored.values()):
        if whole.overlaps(replace(other, out=other.folder.resolve())):
            raise SpecloomError(
                f"{shown_path(vendored.folder)} and the client {other.name} would be written into each other",
                "choose another folder",
            )
