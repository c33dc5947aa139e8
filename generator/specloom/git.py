"""Git, asked through its command line. Nothing here checks anything out or changes a work tree.

Nor does anything here run what a commit brought. Git takes commands from its settings, never from tracked files, so the
settings have to be those of the user's own repository: it is the nearest folder above that has `.git`, a name that Git
lets no commit have, and a folder that merely looks like a bare repository is refused. What Git would run there by
itself is switched off: fsmonitor, hooks, and filters, which attributes choose.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from specloom.findings import SpecloomError
from specloom.record import record

_INHERITED = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX")
"""Set inside hooks, where they would redirect a command that is about another folder."""
_SETTINGS: Final = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
}
"""Words to recognise, no waiting for a person, no pattern in a path."""
_OPTIONS: Final = (
    *("-c", "safe.bareRepository=explicit"),  # no repository that is made of ordinary files of a commit
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
)
"""No command but git itself: what else may be configured to run is for commands that are not used here."""
_REGULAR: Final = {b"100644", b"100755", b"100664"}
"""The modes of files; the third is from before 2005. Submodules are 160000."""
_LINK: Final = b"120000"
_LONGEST_CHAIN: Final = 10
"""How many links in a path are followed: they may lead in a circle."""
_LONGEST_PATH: Final = 1024
"""Characters of a path that a link leads to; a link to itself with more behind it would grow at each step."""
_FETCHED: Final = re.compile(r"([0-9a-f]{40}|[0-9a-f]{64})|origin/([\w./-]+)|(?!HEAD$|-|[0-9a-f]+$)([\w./-]+)")
"""What can be fetched by its name: a whole id, a branch of the remote, or another branch or a tag."""
_BATCH: Final = 200
"""Files that are held in memory, and places that are named on a command line, at once."""


def run_git(folder: Path, *arguments: str, stdin: bytes | None = None, filters: bool = True) -> bytes:
    """Return what `git` prints when it runs in `folder`, without fsmonitor and hooks.

    Args:
        folder: The working directory of the command; the top folder of a work tree, so that no folder below is asked
            for settings.
        arguments: Without the program's name.
        stdin: What it reads; nothing by default.
        filters: False for a command that reads files of the work tree: it is to run no filter. Which filter a file has
            is chosen by attributes, which anybody can commit.

    Raises:
        SpecloomError: Git is not installed, or the command fails; the message is Git's own.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _INHERITED}
    environment |= _SETTINGS
    if not filters:
        environment |= _without_filters(folder, int(environment.get("GIT_CONFIG_COUNT") or 0))
    import subprocess  # noqa: PLC0415 - most commands do not ask Git

    try:
        done = subprocess.run(  # noqa: S603 - arguments are passed as a list, to a program that is named by its whole path
            [_find_program(), *_OPTIONS, *arguments],
            cwd=folder,
            input=stdin or b"",
            capture_output=True,
            env=environment,
            check=False,
        )
    except OSError as error:
        raise SpecloomError(f"git cannot be run: {error.strerror or error}") from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().expandtabs()
        ended = f"it was ended by signal {-done.returncode}" if done.returncode < 0 else f"exit code {done.returncode}"
        message, _, advice = said.removeprefix("fatal: ").removeprefix("error: ").partition("\n")
        raise SpecloomError(f"git {arguments[0]} failed: {message or ended}", " ".join(advice.split()))
    return done.stdout


def _without_filters(folder: Path, count: int) -> dict[str, str]:
    """Return variables that make every filter of the settings none.

    See https://git-scm.com/docs/git-config, `GIT_CONFIG_COUNT`. `count` settings are there already.
    """
    try:
        listed = os.fsdecode(run_git(folder, "config", "--null", "--name-only", "--get-regexp", r"^filter\."))
    except SpecloomError:  # there are none
        return {}
    names = listed.split("\0")[:-1]
    variables = {"GIT_CONFIG_COUNT": str(count + len(names))}
    for number, name in enumerate(names, start=count):
        value = "false" if name.endswith(".required") else ""
        variables |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return variables


def _find_program() -> str:
    """Return the whole path of git.

    Systems would look in the working directory too: Windows first, others where the PATH has a folder that is no whole
    path.

    Raises:
        SpecloomError: No folder of the PATH has it.
    """
    name = "git.exe" if os.name == "nt" else "git"
    for folder in filter(os.path.isabs, os.get_exec_path()):
        program = Path(folder, name)
        if os.access(program, os.X_OK) and program.is_file():  # the first is no error in folders of another user
            return str(program)
    raise SpecloomError("git is not installed", "install it, or name files instead of revisions")


@record
class Blob:
    """A regular file of a commit."""

    id: str
    size: int
    """In bytes, as it is stored."""


def find_repository(start: Path) -> Path | None:
    """Return the outermost folder, resolved, of the Git repository that `start` is in; None where it is in none.

    A submodule and a work tree of its own (`git worktree`) are repositories: a client is committed where it lies.
    """
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), None)


def name_in_repository(name: str) -> str:
    """Return what code hosts call a file that is named from the current folder: they count from the repository's top.

    A file outside of the repository, or in none, keeps its name.
    """
    here = Path.cwd()
    top = find_repository(here)
    whole = Path(os.path.abspath(name))  # noqa: PTH100 - links are named as they were
    return whole.relative_to(top).as_posix() if top and top != here and whole.is_relative_to(top) else name


def folders_up(start: Path) -> tuple[Path, ...]:
    """Return a path and the folders that it lies in, resolved, the nearest first: to the top of its Git repository.

    Of a path in no repository they are all, to the root of the file system.
    """
    start = start.resolve()
    folders, top = (start, *start.parents), find_repository(start)
    return folders if top is None else folders[: folders.index(top) + 1]


def find_top(folder: Path) -> Path:
    """Return the top folder of the work tree that `folder` is in: the nearest that has `.git`.

    Raises:
        SpecloomError: It is in none, or Git does not take it for one.
    """
    top = find_repository(folder)
    if top is None:
        raise SpecloomError(
            f"{folder} is not in a git repository", "run it in one, or compare two files: specloom diff OLD NEW"
        )
    named = run_git(top, "rev-parse", "--show-toplevel")
    return Path(os.fsdecode(named.removesuffix(b"\n"))).resolve()


def resolve_revision(top: Path, revision: str) -> str:
    """Return the id of the commit that `revision` names: a branch, a tag, an id, `HEAD~2` and so on.

    Raises:
        SpecloomError: There is no such commit in the repository.
    """
    try:
        found = run_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except (SpecloomError, ValueError):  # the text has a NUL
        advice = f"check the name{_how_to_fetch(top, revision)}"
        if not run_git(top, "rev-list", "--max-count=1", "--all"):
            advice = "commit something first: there is no commit yet"
        raise SpecloomError(f"there is no revision {revision!r} in this repository", advice) from None
    return found.decode().strip()


def _how_to_fetch(top: Path, revision: str) -> str:
    """Return what brings a revision that a clone may lack, as those of CI do; empty where all is there."""
    if (found := _FETCHED.fullmatch(revision)) and b"origin" in run_git(top, "remote").split():
        id_, branch, name = found.groups()
        as_branch = f"{name}:{name}, or if it is a tag: git fetch origin tag {name}"
        wanted = id_ or (f"{branch}:refs/remotes/{revision}" if branch else as_branch)
        return f", or fetch it first: git fetch origin {wanted}"
    is_shallow = run_git(top, "rev-parse", "--is-shallow-repository").startswith(b"true")
    return ", or fetch the history first: git fetch --unshallow" if is_shallow else ""


def list_files(top: Path, commit: str, *places: PurePosixPath) -> dict[PurePosixPath, Blob]:
    """Return the regular files at or below `places` in a commit, by their paths from the top of the repository.

    Symbolic links and submodules are left out, and so are paths that no work tree can have, such as `../x`: whoever
    writes the files to disk stays inside the folder that he writes to. There has to be a place, counted from the top,
    but nothing need be there.
    """
    listed = _list_tree(top, commit, places, "-r")
    return {PurePosixPath(name): blob for mode, name, blob in listed if mode in _REGULAR and _is_plain(name)}


def list_links(top: Path, commit: str, *places: PurePosixPath) -> dict[PurePosixPath, PurePosixPath]:
    """Return the symbolic links at or below `places` in a commit, as of `follow_links`: those that lead elsewhere."""
    listed = _list_tree(top, commit, places, "-r")
    links = [PurePosixPath(name) for mode, name, _ in listed if mode == _LINK and _is_plain(name)]
    return {link: lead for link, lead in follow_links(top, commit, links).items() if lead != link} if links else {}


def follow_links(top: Path, commit: str, places: Iterable[PurePosixPath]) -> dict[PurePosixPath, PurePosixPath]:
    """Return where paths lead in a commit through its symbolic links: the path as given → the one that it stands for.

    Of a link that leads out of the repository or in a circle it is the link.
    """
    leads = {place: place for place in places}
    for _ in range(_LONGEST_CHAIN):
        named = {each for lead in leads.values() for each in (lead, *lead.parents)} - {PurePosixPath()}
        if not named:
            break
        listed = ((mode, PurePosixPath(name), blob) for mode, name, blob in _list_tree(top, commit, named))
        links = ((path, blob) for mode, path, blob in listed if mode == _LINK and blob.size <= _LONGEST_PATH)
        blobs = {path: blob for path, blob in links if path in named}
        if not blobs:
            break
        targets = map(os.fsdecode, read_blobs(top, list(blobs.values())))
        followed = dict(zip(blobs, targets, strict=True))
        leads = {place: _led(lead, followed) for place, lead in leads.items()}
    return leads


def _led(place: PurePosixPath, links: Mapping[PurePosixPath, str]) -> PurePosixPath:
    """Return a path with the first link in it followed."""
    link = next((each for each in reversed((place, *place.parents)) if each in links), None)
    if link is None:
        return place
    whole = os.path.normpath(link.parent / links[link] / place.relative_to(link)).replace(os.sep, "/")
    return PurePosixPath(whole) if _is_plain(whole) and len(whole) <= _LONGEST_PATH else place


def _list_tree(
    top: Path, commit: str, places: Iterable[PurePosixPath], *options: str
) -> Iterator[tuple[bytes, str, Blob]]:
    """Yield the mode, the path and the blob of what a commit has at places; the blob of a folder has no size.

    Of a folder, Git lists what lies in it as well where one of that is a place, too.
    """
    named = _pathspecs(places)
    for start in range(0, len(named) or 1, _BATCH):  # a command line has a longest length
        arguments = (*options, commit, "--", *named[start : start + _BATCH])
        for line in run_git(top, "ls-tree", "-l", "-z", "--full-tree", *arguments).split(b"\0")[:-1]:
            facts, _, name = line.partition(b"\t")
            mode, _, object_id, size = facts.split()
            yield mode, os.fsdecode(name), Blob(object_id.decode(), int(size) if size.isdigit() else 0)


def is_of_commits(top: Path, place: Path) -> bool:
    """Return whether commits brought something that lies at or below a place, or may have as far as Git says."""
    wanted = PurePosixPath(place.relative_to(top).as_posix().lower())  # file systems may take case for nothing
    try:
        tracked = os.fsdecode(run_git(top, "ls-files", "-z")).lower().split("\0")
    except SpecloomError:
        return True
    return any(PurePosixPath(path).is_relative_to(wanted) for path in tracked)


def read_blobs(top: Path, blobs: Sequence[Blob]) -> Iterator[bytes]:
    """Yield the content of each blob as it is stored: no filter and no attribute applies."""
    for start in range(0, len(blobs), _BATCH):
        batch = blobs[start : start + _BATCH]
        output = run_git(top, "cat-file", "--batch", stdin="".join(f"{blob.id}\n" for blob in batch).encode())
        offset = 0
        for blob in batch:
            offset = output.index(b"\n", offset) + 1  # behind "ID blob SIZE"
            yield output[offset : offset + blob.size]
            offset += blob.size + 1


def list_changed(top: Path, commit: str, folders: Iterable[PurePosixPath]) -> frozenset[PurePosixPath]:
    """Return the tracked files below `folders` whose content in the work tree is not that of `commit`.

    Git looks at a file only if its time or size says that it may have changed.
    """
    options = ("--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--ignore-submodules=all")
    listed = run_git(top, "diff", *options, commit, "--", *_pathspecs(folders), filters=False)
    return frozenset(PurePosixPath(os.fsdecode(name)) for name in listed.split(b"\0")[:-1])


def _pathspecs(places: Iterable[PurePosixPath]) -> list[str]:
    """Return how git is told of places; none at all mean everything to it."""
    named = {str(place) for place in places}
    return [] if "." in named else sorted(named)


def _is_plain(written: str) -> bool:
    path = PurePosixPath(written)
    return str(path) == written and not path.is_absolute() and ".." not in path.parts and not {"\\", "\0"} & {*written}
