"""Bringing a vendored client up to date: read, generate, merge, import in a temporary place, swap in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path

from specloom.findings import SpecloomError
from specloom.messages import lines_of, shown_path
from specloom.output.disk import write_changes
from specloom.output.manifest import MANIFEST, Manifest, parse_manifest, read_manifest, refuse_newer
from specloom.output.surface_file import SURFACE, SurfaceFile
from specloom.output.tools import is_newer
from specloom.output.tree import FileTree
from specloom.progress import tell_progress
from specloom.record import record, replace
from specloom.targets.target import Target
from specloom.vendor.absent import find_sparse, missing_base, read_client
from specloom.vendor.base import BASE, ONLY_IN_BASE, is_state, pack_base, read_base, without_state
from specloom.vendor.folder import Content
from specloom.vendor.formatting import as_project
from specloom.vendor.git_index import index_entries, last_commit, record_conflicts
from specloom.vendor.last_generation import (
    find_last,
    find_moves,
    find_renamed,
    follow_moves,
    follow_names,
    place_new_files,
)
from specloom.vendor.merge import count_markers
from specloom.vendor.plan import FileAction, FileStep, plan_update
from specloom.vendor.pristine import Pristine, build_pristine, is_same, with_files
from specloom.vendor.trial import Trial, list_interpreters, syntax_problem, try_import
from specloom.vendor.undo import Undo, refuse_to_forget, way_back


@record
class Update:
    """What an update will do. Nothing has been touched."""

    vendored: Target
    steps: tuple[FileStep, ...]
    yours: Mapping[str, Content]
    """The folder as it was read; the update happens only if it still is."""
    pristine: Pristine
    state: Mapping[str, bytes]
    """`manifest.json` and the base, as far as they change."""
    base: Mapping[str, str]
    """The last generation: path → text, as far as it is known."""
    moves: Mapping[str, str] = field(default_factory=dict)
    """Where files lie that you moved, by the path at which they are generated."""

    @property
    def changes(self) -> dict[str, bytes | None]:
        """The new bytes of each file that changes, None for one that goes."""
        return {**{step.path: step.after for step in self.steps if step.writes}, **self.state}

    def clients(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return the files of the client as it is and as it will be: relative path → text.

        Of a file in conflict it is the generated text: what becomes of it is not decided.
        """
        before = {path: text for path, content in self.yours.items() if (text := content.text) is not None}
        changed = {step.path: Content(step.after).text for step in self.steps if step.writes}
        changed |= {step.path: step.update for step in self.conflicts}
        after = {**before, **changed}
        return before, {path: text for path, text in after.items() if text is not None}

    @property
    def conflicts(self) -> tuple[FileStep, ...]:
        """The steps that leave a file with markers."""
        return tuple(step for step in self.steps if step.action is FileAction.CONFLICT)

    @property
    def left_out(self) -> tuple[str, ...]:
        """The files whose update is in none of yours, sorted."""
        return tuple(step.path for step in self.steps if step.leaves_out)

    @property
    def needs_you(self) -> bool:
        """Whether something is left for a person to decide."""
        return any(step.action.needs_you for step in self.steps)


def prepare_update(
    vendored: Target, *, without_base: bool = False, accept: Collection[str] = (), rename: bool = False
) -> Update:
    """Return what brings a vendored client up to date with its description, its settings and this Specloom.

    Args:
        vendored: The client.
        without_base: Do without the base if it is lost: a file that is still as `manifest.json` says is its own base,
            any other conflicts wherever it differs from the update.
        accept: The files whose update may be left out.
        rename: Take the names of the description as it is now, also of what callers know under another.

    Raises:
        DescriptionError: The description cannot be used.
        SpecloomError: The folder is not a vendored client, a newer Specloom generated it, its base is lost, conflicts
            in it are not resolved, or no update of a file to accept is left out.
    """
    yours = read_client(vendored)
    stored = read_base(vendored.folder)
    found = find_last(vendored.folder, stored, yours)
    base: Mapping[str, str] | None = found.base
    last = parse_manifest(base[MANIFEST]) if base else read_manifest(vendored.folder)
    if last is None:
        raise SpecloomError(
            f"{shown_path(vendored.folder)} has neither {MANIFEST} nor {BASE}, so nothing in it is known to be from "
            "Specloom",
            "restore them from version control",
        )
    refuse_newer(newest_version(last, yours.get(MANIFEST)), vendored.folder)
    if not last.files.keys() <= {*yours, *ONLY_IN_BASE} and (sparse := find_sparse(vendored)):
        raise sparse
    if unresolved := unresolved_files(yours, found.files or dict.fromkeys(last.files, "")):
        raise SpecloomError(
            f"{vendored.name} still has conflicts of an earlier merge:{lines_of(unresolved)}",
            "decide what each of these files shall say, remove the markers, and run it again; or "
            + way_back(vendored, unresolved, yours),
        )
    if found.base is not None and found.base == stored and not (accept or rename) and is_same(vendored, last):
        pristine = Pristine(found.base, last, ())
    else:
        known = base.get(SURFACE) if base and not rename else None
        published = SurfaceFile(known, "the surface in the base") if known else None
        pristine = build_pristine(vendored, last, published, compared=True)
    if base is None:
        base = _base_again(vendored, yours, pristine, last, without_base=without_base)
    moves = {old: new for old, new in found.moves.items() if new not in pristine.tree}
    old, new = without_state(base), without_state(pristine.tree)
    if rename:  # what you edited or moved stays where it is, whatever the description calls it now
        kept = {was for was in old if was in moves or found.texts.get(was, old[was]) != old[was]}
        called = {was: now for was, now in find_moves(old, new, new).items() if now not in yours}
        moves |= {called[was]: moves.get(was, was) for was in called.keys() & kept}
    moves |= place_new_files(new, old, moves, yours)
    old, new = (follow_moves(files, moves, found.texts) for files in (old, new))
    renamed = find_renamed(old, found.texts, new)
    old, new = (follow_names(files, renamed, found.texts) for files in (old, new))
    tell_progress(f"merging into {shown_path(vendored.folder)}")
    formatted = as_project(vendored.folder, old, found.texts, new)
    planned = formatted.finish(plan_update(formatted.base, yours, formatted.update))
    steps = _accepted(_moved(planned, moves), accept, vendored)
    tree = _next_base(base, pristine, [step.path for step in steps if step.leaves_out])
    changed = {} if stored == tree else {BASE: pack_base(tree)}
    written = yours.get(MANIFEST)
    if written is None or written.text != tree[MANIFEST]:
        changed[MANIFEST] = tree[MANIFEST].encode()
    return Update(vendored, steps, yours, pristine, changed, base, moves)


def newest_version(last: Manifest, written: Content | None) -> str:
    """Return the version of Specloom that generated a client: a newer one than this, if either source names one.

    `written` is `manifest.json` beside the base, which may be that of another branch that was merged, or no manifest at
    all.
    """
    versions = [last.tools.specloom]
    with suppress(SpecloomError):
        versions.append(parse_manifest((written and written.text) or "").tools.specloom)
    return next(filter(is_newer, versions), versions[0])


def unresolved_files(yours: Mapping[str, Content], base: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files with conflict markers that the base does not have, sorted; others than the base's do not count.

    Nor does the manifest: two branches that both updated conflict in it, and an update restores it.
    """
    known = without_state(base).keys() & yours.keys()
    found = ((path, yours[path].text or "", base[path]) for path in known)
    return tuple(sorted(path for path, text, before in found if count_markers(text) > count_markers(before)))


def try_update(update: Update, interpreter: Path | None = None) -> str:
    """Import the client as it will be, in a temporary place; return what could not be proven, or an empty text.

    While conflicts are open, only the syntax of the other files is looked at. Without an interpreter it is that of the
    project, as far as it can be found.

    Raises:
        SpecloomError: The client could be imported before, and no longer can with this update; or there is no temporary
            place.
    """
    yours = {path: content.data for path, content in update.yours.items() if not is_state(path)}
    before = {path: data for path, data in yours.items() if data is not None}
    changes = update.changes
    after = {**before, **{path: data for path, data in changes.items() if data is not None}}
    after = {path: data for path, data in after.items() if changes.get(path, data) is not None}
    modules = {update.moves.get(path, path) for path in update.pristine.tree}
    changed = {path for path in modules if after.get(path) != before.get(path)}
    if problem := syntax_problem(before, after, changed):
        raise _refused(update, problem)
    if update.conflicts:
        return "conflicts are open, so the client was not imported"
    package = update.vendored.folder.name
    tell_progress(f"importing {package} as it will be")
    interpreters = list_interpreters(update.vendored.folder) if interpreter is None else (interpreter,)
    outcome, detail = try_import(after, package, modules, interpreters, update.vendored.http)
    match outcome:
        case Trial.IMPORTED:
            return ""
        case Trial.MISSING:
            return f"{detail}, so only the syntax was checked; --python names another interpreter"
        case Trial.FAILED:
            earlier, reason = try_import(before, package, before.keys() & modules, interpreters, update.vendored.http)
            if earlier is Trial.IMPORTED:
                raise _refused(update, detail)
            return f"apart from its project, the client cannot be imported now either, so that proves nothing: {reason}"


def apply_update(update: Update) -> tuple[str, ...]:
    """Swap the new state of the folder in, and record conflicts in Git's index; return the paths recorded there.

    It takes the place of what `--undo` has put aside.

    Raises:
        SpecloomError: What is put aside has edits that are nowhere else, the folder changed meanwhile, or the operating
            system refuses; it is then as it was. Or Git refuses to record conflicts: the files are written then.
    """
    folder = update.vendored.folder
    refuse_to_forget(update.vendored, update.yours)
    found = {path: content.digest for path, content in update.yours.items()}
    index = index_entries(folder, [step.path for step in update.conflicts])
    was = Undo.of(update.changes, update.yours, index, last_commit(folder))
    write_changes({**update.changes, **was.files()}, folder, found)
    return record_conflicts(folder, update.conflicts)


def _moved(steps: Iterable[FileStep], moves: Mapping[str, str]) -> Iterator[FileStep]:
    """Yield the steps, those of moved files marked: what somebody moved stays, even if it is no longer generated."""
    places = {new: old for old, new in moves.items()}
    for step in steps:
        action = FileAction.KEEP_EDITED if step.action is FileAction.REMOVE and step.path in places else step.action
        after = step.before if action is FileAction.KEEP_EDITED else step.after
        yield replace(step, action=action, after=after, moved_from=places.get(step.path, ""))


def _accepted(steps: Iterable[FileStep], accept: Collection[str], vendored: Target) -> tuple[FileStep, ...]:
    steps = tuple(steps)
    known = [step.path for step in steps if step.leaves_out]
    for path in accept:
        if path not in known:
            listed = ", ".join(known) or "none"
            raise SpecloomError(f"no update of {path!r} is left out of {vendored.name}", f"these are: {listed}")
    return tuple(replace(step, action=FileAction.ACCEPT) if step.path in accept else step for step in steps)


def _next_base(base: Mapping[str, str], pristine: Pristine, left_out: Collection[str]) -> FileTree:
    """Return what the next update begins with: what is generated now.

    Of files whose update was left out it is still what they had before. So these are left out again, and named, and if
    they come back they are merged.
    """
    if not left_out:
        return pristine.tree
    files = {**without_state(pristine.tree), **{path: base[path] for path in left_out if path in base}}
    files = {path: text for path, text in files.items() if path in base or path not in left_out}
    files |= {path: pristine.tree[path] for path in ONLY_IN_BASE}
    return with_files(replace(pristine.manifest, left_out=tuple(left_out)), files)


def _base_again(
    vendored: Target, yours: Mapping[str, Content], pristine: Pristine, last: Manifest, *, without_base: bool
) -> Mapping[str, str]:
    """Return the base without its file: what is generated now, if that is the same; else what is left of it."""
    if last.files == pristine.manifest.files:
        return pristine.tree
    if without_base:
        return _rest_of_base(last, yours)
    raise SpecloomError(
        f"nothing tells your edits in {vendored.name} from the generated text: {missing_base(vendored.folder)}",
        f"restore the file from version control; else `specloom vendor update {vendored.called} --without-base` does "
        "without: files that were edited then conflict wherever they differ from the update",
    )


def _rest_of_base(manifest: Manifest, yours: Mapping[str, Content]) -> dict[str, str]:
    """Return what is left of a lost base: files that are as generated, and those that were deleted, without text."""
    files = without_state(manifest.files)
    base = {path: "" for path in files if path not in yours}
    for path, entry in files.items():
        text = yours[path].text if path in yours else None
        if text is not None and Content(text.encode()).digest == entry.sha256:
            base[path] = text
    return base


def _refused(update: Update, problem: str) -> SpecloomError:
    edited = ", ".join(step.path for step in update.steps if step.action is FileAction.MERGE)
    return SpecloomError(
        f"with this update, {update.vendored.name} can no longer be imported: {problem}",
        "nothing was changed; "
        + (f"look at what is merged ({edited}) with --dry-run --diff, change your edits" if edited else "report this")
        + ", or add --no-import to have it written all the same",
    )
