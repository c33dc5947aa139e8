import errno
import math
import multiprocessing
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.findings import SpecloomError
from specloom.output.disk import Plan, replace_text, write_changes, write_tree
from specloom.output.folder import make_hidden, remove_hidden, scan_folder, work_folder
from specloom.output.lock import PATIENCE, locked
from specloom.output.manifest import MANIFEST
from specloom.output.tree import FileTree

MakeTree = Callable[..., FileTree]
OLD = {"__init__.py": "X = 1\n", "models/order.py": "class Order: ...\n", "py.typed": ""}
NEW = {"__init__.py": "X = 2\n", "models/customer.py": "class Customer: ...\n", "py.typed": ""}


def read_all(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def read_bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refuse_to_link(*_: Path, **__: bool) -> None:
    raise OSError(errno.EPERM, "this file system has no links")


def beside(out: Path) -> list[str]:
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_writes_a_new_folder(make_tree: MakeTree, out: Path):
    tree = make_tree(OLD)
    assert write_tree(tree, out) == Plan(added=tuple(tree), changed=(), removed=())
    assert read_all(out) == dict(tree)
    assert beside(out) == []


def test_writes_bytes_as_they_are(make_tree: MakeTree, out: Path):
    write_tree(make_tree({"a.py": "x = 'é'\ny = 1\n"}), out)
    assert (out / "a.py").read_bytes() == "x = 'é'\ny = 1\n".encode()


def test_replaces_what_is_ours(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    tree = make_tree(NEW)
    assert write_tree(tree, out) == Plan(
        added=("models/customer.py",),
        changed=("__init__.py", "manifest.json"),
        removed=("models/order.py",),
    )
    assert read_all(out) == dict(tree)
    assert beside(out) == []


def test_writes_nothing_when_nothing_differs(make_tree: MakeTree, out: Path):
    tree = make_tree(OLD)
    write_tree(tree, out)
    before = {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (out, *out.rglob("*"))}
    assert write_tree(tree, out) == Plan(added=(), changed=(), removed=())
    assert {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in (out, *out.rglob("*"))} == before


def test_line_ends_of_git_are_no_edit_and_stay_where_nothing_else_differs(make_tree: MakeTree, out: Path):
    tree = make_tree(OLD)
    write_tree(tree, out)
    for path in tree:
        (out / path).write_bytes((out / path).read_bytes().replace(b"\n", b"\r\n"))
    before = read_bytes(out)
    assert write_tree(tree, out) == Plan(added=(), changed=(), removed=())
    assert read_bytes(out) == before
    new = make_tree({**OLD, "__init__.py": "X = 2\n"})
    assert write_tree(new, out).changed == ("__init__.py", "manifest.json")
    assert read_bytes(out) == {
        **before,
        "__init__.py": b"X = 2\n",
        "manifest.json": new["manifest.json"].encode(),
    }
    (out / "models" / "order.py").write_bytes(b"mine\r\n")
    with pytest.raises(SpecloomError, match="edited by hand"):
        write_tree(new, out)


@pytest.mark.parametrize("links", [True, False])
def test_keeps_the_time_of_files_that_do_not_change(
    links: bool, make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    if not links:
        monkeypatch.setattr(os, "link", refuse_to_link)
    write_tree(make_tree(OLD), out)
    os.utime(out / "py.typed", (1_000_000_000, 1_000_000_000))
    write_tree(make_tree(NEW), out)
    assert (out / "py.typed").stat().st_mtime == 1_000_000_000


def test_removes_a_folder_that_becomes_empty(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    write_tree(make_tree({"__init__.py": "X = 1\n"}), out)
    assert not (out / "models").exists()


def test_carries_other_files_over(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    (out / "models" / "notes.txt").write_text("mine")
    (out / "models" / "notes.txt").chmod(0o640)
    (out / "link").symlink_to("/nowhere")
    write_tree(make_tree(NEW), out)
    assert (out / "models" / "notes.txt").read_text() == "mine"
    assert (out / "models" / "notes.txt").stat().st_mode & 0o777 == 0o640
    assert (out / "link").readlink() == Path("/nowhere")


def test_ignores_compiled_files(make_tree: MakeTree, out: Path):
    (out / "__pycache__").mkdir(parents=True)
    (out / "__pycache__" / "a.pyc").write_bytes(b"\0")
    tree = make_tree(OLD)
    assert write_tree(tree, out).added == tuple(tree)


def test_refuses_to_overwrite_an_edited_file(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    (out / "models" / "order.py").write_text("class Order: my = 1\n")
    before = read_all(out)
    with pytest.raises(SpecloomError) as caught:
        write_tree(make_tree(NEW), out)
    assert caught.value.message == f"files in {out} were edited by hand:\n  models/order.py"
    assert "--force" in caught.value.help
    assert read_all(out) == before


def test_force_overwrites_edits_and_keeps_what_nothing_replaces(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    (out / "__init__.py").write_text("mine\n")
    (out / "models" / "order.py").write_text("class Order: my = 1\n")
    tree = make_tree(NEW)
    report = write_tree(tree, out, force=True)
    assert report.removed == ()
    assert read_all(out) == {**tree, "models/order.py": "class Order: my = 1\n"}


def test_a_file_that_is_already_what_is_to_be_written_is_no_edit(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    (out / "__init__.py").write_text(NEW["__init__.py"])
    tree = make_tree(NEW)
    assert {"__init__.py", "py.typed"}.isdisjoint(write_tree(tree, out).changed)
    assert read_all(out) == dict(tree)


def test_a_deleted_file_comes_back(make_tree: MakeTree, out: Path):
    tree = make_tree(OLD)
    write_tree(tree, out)
    (out / "py.typed").unlink()
    assert write_tree(tree, out).added == ("py.typed",)


def test_refuses_a_folder_that_is_not_ours(make_tree: MakeTree, out: Path):
    out.mkdir(parents=True)
    (out / "thesis.tex").write_text("years of work")
    with pytest.raises(SpecloomError, match="was not generated by Specloom"):
        write_tree(make_tree(OLD), out)
    assert read_all(out) == {"thesis.tex": "years of work"}
    tree = make_tree(OLD)
    write_tree(tree, out, force=True)
    assert read_all(out) == {**tree, "thesis.tex": "years of work"}


@pytest.mark.parametrize("in_the_way", ["__init__.py", "models", "py.typed/note"])
def test_never_overwrites_what_is_not_ours(in_the_way: str, make_tree: MakeTree, out: Path):
    (out / in_the_way).parent.mkdir(parents=True)
    (out / in_the_way).write_text("mine")
    with pytest.raises(SpecloomError) as caught:
        write_tree(make_tree(OLD), out, force=True)
    assert caught.value.message.endswith(f"were not generated by Specloom:\n  {in_the_way}")
    assert read_all(out) == {in_the_way: "mine"}


def test_accepts_a_file_of_others_that_is_the_same(make_tree: MakeTree, out: Path):
    out.mkdir(parents=True)
    (out / "__init__.py").write_text(OLD["__init__.py"])
    plan = write_tree(make_tree(OLD), out, force=True)
    assert "__init__.py" not in {*plan.added, *plan.changed}


def test_an_empty_folder_is_fine(make_tree: MakeTree, out: Path):
    out.mkdir(parents=True)
    out.chmod(0o750)
    tree = make_tree(OLD)
    write_tree(tree, out)
    assert read_all(out) == dict(tree)
    assert out.stat().st_mode & 0o777 == 0o750


def test_refuses_a_link(make_tree: MakeTree, out: Path, tmp_path: Path):
    target = tmp_path / "elsewhere"
    target.mkdir()
    out.parent.mkdir()
    out.symlink_to(target, target_is_directory=True)
    with pytest.raises(SpecloomError, match="is a symbolic link"):
        write_tree(make_tree(OLD), out, force=True)
    assert list(target.iterdir()) == []


def test_refuses_a_new_folder_that_is_another_one_or_hides_a_module(make_tree: MakeTree, tmp_path: Path):
    (tmp_path / "src/acme/Shop").mkdir(parents=True)
    (tmp_path / "src/acme/store.py").touch()
    before = sorted(tmp_path.rglob("*"))
    for name, said in (
        ("acme/shop", "acme/shop is .*/acme/Shop, which is there"),
        ("ACME/client", "ACME is .*/acme, which is there"),
        ("acme/store/client", "acme/store would be imported in the place of .*/acme/store.py"),
    ):
        with pytest.raises(SpecloomError, match=said):
            write_tree(make_tree(), tmp_path / "src" / name)
    assert sorted(tmp_path.rglob("*")) == before


def test_refuses_a_file(make_tree: MakeTree, out: Path):
    out.parent.mkdir()
    out.write_text("mine")
    with pytest.raises(SpecloomError, match="is a file"):
        write_tree(make_tree(OLD), out, force=True)


@pytest.mark.parametrize("place", [".", "..", "/", "~"])
def test_refuses_places_that_are_more_than_a_client(
    place: str, make_tree: MakeTree, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "a" / "b")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(SpecloomError, match=r"is or contains the (current|home) directory"):
        write_tree(make_tree(OLD), Path(place).expanduser(), force=True)


@pytest.mark.parametrize("force", [False, True])
def test_links_inside_are_not_followed(force: bool, make_tree: MakeTree, out: Path, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "order.py").write_text(OLD["models/order.py"])
    (outside / "secret").write_text("secret")
    write_tree(make_tree(OLD), out)
    shutil.rmtree(out / "models")
    (out / "models").symlink_to(outside, target_is_directory=True)
    (out / "__init__.py").unlink()
    (out / "__init__.py").symlink_to(outside / "secret")
    with pytest.raises(SpecloomError):
        write_tree(make_tree(NEW), out, force=force)
    assert read_all(outside) == {"order.py": OLD["models/order.py"], "secret": "secret"}


def test_force_replaces_a_link_and_not_what_it_points_to(make_tree: MakeTree, out: Path, tmp_path: Path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    write_tree(make_tree(OLD), out)
    (out / "__init__.py").unlink()
    (out / "__init__.py").symlink_to(secret)
    write_tree(make_tree(NEW), out, force=True)
    assert not (out / "__init__.py").is_symlink()
    assert secret.read_text() == "secret"


def test_a_hostile_manifest_deletes_nothing_outside(make_tree: MakeTree, out: Path, tmp_path: Path):
    victim = tmp_path / "victim"
    victim.write_text("mine")
    tree = make_tree({**OLD, "VICTIM": "mine"})
    write_tree(tree, out)
    manifest = out / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"VICTIM"', '"../../victim"'))
    for force in (False, True):
        with pytest.raises(SpecloomError, match=r"the path '../../victim' contains the segment '\.\.'"):
            write_tree(make_tree(NEW), out, force=force)
    assert victim.read_text() == "mine"


def test_differing_only_in_case_is_no_overwriting(make_tree: MakeTree, out: Path):
    """On a file system where case does not count, the copy meets the generated file and is refused."""
    out.mkdir(parents=True)
    (out / "PY.TYPED").write_text("mine")
    tree = make_tree(OLD)
    try:
        write_tree(tree, out, force=True)
    except SpecloomError:
        assert read_all(out) == {"PY.TYPED": "mine"}
    else:
        assert read_all(out) == {**tree, "PY.TYPED": "mine"}


class Killed(BaseException):
    """Stands for whatever ends a process."""


def calls_made(monkeypatch: pytest.MonkeyPatch, stop_at: int) -> list[str]:
    """Make the `stop_at`-th call that changes the disk fail, and every later one: the process is dead from there."""
    calls: list[str] = []

    def dying(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*args: object, **kwargs: object) -> object:
            if len(calls) >= stop_at:
                raise Killed
            calls.append(name)
            return real(*args, **kwargs)

        return call

    for name in ("mkdir", "write_bytes", "rename", "unlink"):
        monkeypatch.setattr(Path, name, dying(name, getattr(Path, name)))
    monkeypatch.setattr(shutil, "rmtree", dying("rmtree", shutil.rmtree))
    return calls


@pytest.mark.parametrize("stop_at", range(40))
def test_an_interrupted_run_leaves_the_old_or_the_new_tree(
    stop_at: int, make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    old, new = make_tree(OLD), make_tree(NEW)
    write_tree(old, out)
    (out / "notes.txt").write_text("mine")
    with monkeypatch.context() as patched:
        calls_made(patched, stop_at)
        with suppress(Killed):
            write_tree(new, out)
    moved_aside = [path for path in out.parent.glob(".shop.specloom-*/old") if not out.exists()]
    left = read_all(moved_aside[0] if moved_aside else out)
    assert left in ({**old, "notes.txt": "mine"}, {**new, "notes.txt": "mine"})
    write_tree(new, out)
    assert read_all(out) == {**new, "notes.txt": "mine"}
    assert beside(out) == []


def test_the_interruptions_reach_from_the_first_call_to_the_last(
    make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    write_tree(make_tree(OLD), out)
    calls = calls_made(monkeypatch, 1000)
    write_tree(make_tree(NEW), out)
    assert len(calls) < 40
    assert calls.count("rename") == 2


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_the_system_refusing_leaves_the_old_tree(
    code: int, make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    old = make_tree(OLD)
    write_tree(old, out)

    def refuse(path: Path, _: bytes) -> int:
        raise OSError(code, os.strerror(code), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", refuse)
        with pytest.raises(SpecloomError) as caught:
            write_tree(make_tree(NEW), out)
    assert caught.value.message == f"cannot write {out}: {os.strerror(code)}"
    assert "nothing was changed" in caught.value.help
    assert read_all(out) == dict(old)
    assert beside(out) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_pipe_stays_or_is_refused(links: bool, make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch):
    write_tree(make_tree(OLD), out)
    os.mkfifo(out / "pipe")
    if links:
        write_tree(make_tree(NEW), out)
        assert (out / "pipe").is_fifo()
    else:
        monkeypatch.setattr(os, "link", refuse_to_link)
        with pytest.raises(SpecloomError, match="neither a file nor a link"):
            write_tree(make_tree(NEW), out)
        assert read_all(out) == dict(make_tree(OLD))


@dataclass(frozen=True)
class Known:
    """What the system knows of a file or folder, its content aside."""

    mode: int
    owner: tuple[int, int]
    time: int
    note: bytes

    @classmethod
    def of(cls, path: Path) -> "Known":
        status = path.lstat()
        note = os.getxattr(path, "user.note") if "user.note" in listed(path) else b""
        return cls(status.st_mode, (status.st_uid, status.st_gid), status.st_mtime_ns, note)


def listed(path: Path) -> list[str]:
    return [] if path.is_symlink() or not hasattr(os, "listxattr") else os.listxattr(path)


def add_own_work(out: Path) -> dict[str, Known]:
    """Put what people add into a client; return what is known of each of it, by its path."""
    for folder in ("empty", "models/empty/er", "own/deep", "own/__pycache__"):
        (out / folder).mkdir(parents=True)
    for file in ("own/deep/notes.txt", "own/__pycache__/x.pyc", "models/mine.txt"):
        (out / file).write_text("mine")
    (out / "own" / "link").symlink_to("../models", target_is_directory=True)
    subprocess.run(["git", "init", "--quiet", str(out / "own" / "nested")], check=True)
    (out / "own" / "deep").chmod(0o2750)
    (out / "own" / "deep" / "notes.txt").chmod(0o444)
    (out / "empty").chmod(0o555)
    with suppress(OSError, AttributeError):  # where files have no such attributes
        os.setxattr(out / "own" / "deep", "user.note", b"ours")
    if os.geteuid() == 0:
        for path in ("own", "own/deep", "own/deep/notes.txt", "empty", "models/empty"):
            os.chown(out / path, 1234, 4321)
    for path in ("own/deep/notes.txt", "own/deep", "empty", "models/empty/er"):
        os.utime(out / path, (1_000_000_000, 1_000_000_000))
    added = [path for path in out.rglob("*") if path.relative_to(out).as_posix() not in OLD]
    return {path.relative_to(out).as_posix(): Known.of(path) for path in added if path.name not in {"models", MANIFEST}}


@pytest.mark.parametrize("links", [True, False])
def test_what_people_added_stays_with_all_that_the_system_knows_of_it(
    links: bool, make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    if not links:
        monkeypatch.setattr(os, "link", refuse_to_link)
    write_tree(make_tree(OLD), out)
    added = add_own_work(out)
    write_tree(make_tree(NEW), out)
    write_changes({"__init__.py": b"X = 3\n", "more/new.py": b""}, out, scan_folder(out))
    assert {path: Known.of(out / path) for path in added} == added
    status = subprocess.run(["git", "status"], cwd=out / "own" / "nested", check=True, capture_output=True, text=True)
    assert "No commits yet" in status.stdout
    assert beside(out) == []


NAMES = st.sampled_from(["a", "b", "c.py", "models", ".git"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


@given(folders=st.sets(PATHS), files=st.sets(PATHS), written=st.sets(PATHS), removed=st.sets(PATHS))
@settings(max_examples=30, deadline=None)
def test_whatever_changes_everything_else_stays(
    folders: set[str], files: set[str], written: set[str], removed: set[str]
):
    """Or the change is refused, and all stays."""
    with tempfile.TemporaryDirectory() as place:
        out = Path(place, "shop")
        for path in sorted(folders):
            (out / path).mkdir(parents=True, exist_ok=True)
        for path in sorted(files):
            with suppress(OSError):  # a folder is there, or a file where a folder would be needed
                (out / path).parent.mkdir(parents=True, exist_ok=True)
                (out / path).write_text(path)
        before, found = read_all(out), {path.relative_to(out).as_posix() for path in out.rglob("*")}
        changes = dict.fromkeys(removed & before.keys()) | dict.fromkeys(written, b"new")
        try:
            write_changes(changes, out, scan_folder(out))
        except SpecloomError:
            assert read_all(out) == before
            assert {path.relative_to(out).as_posix() for path in out.rglob("*")} == found
        else:
            rest = {path: text for path, text in before.items() if path not in changes}
            assert read_all(out) == rest | dict.fromkeys(written, "new")
            touched = {parent.as_posix() for path in changes for parent in PurePosixPath(path).parents}
            assert all((out / path).is_dir() for path in found - before.keys() - touched)
        assert beside(out) == []


def test_a_file_that_changes_keeps_its_owner_and_mode_and_gets_a_new_time(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    file = out / "__init__.py"
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 1234, 4321)
    os.utime(file, (1_000_000_000, 1_000_000_000))
    before = Known.of(file)
    write_tree(make_tree(NEW), out)
    after = Known.of(file)
    assert (after.mode, after.owner) == (before.mode, before.owner)
    assert after.time > before.time


@pytest.mark.parametrize("in_the_way", ["models/customer.py", "models/Customer.py/notes"])
def test_an_empty_folder_in_the_way_is_named(in_the_way: str, make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    (out / in_the_way).mkdir(parents=True)
    if in_the_way == "models/customer.py":
        with pytest.raises(SpecloomError, match=r"models/customer\.py is in the way of a generated file"):
            write_tree(make_tree(NEW), out)
        assert read_all(out) == dict(make_tree(OLD))
    else:
        write_tree(make_tree(NEW), out)
    assert (out / in_the_way).is_dir()


def test_compiled_files_go_where_something_changes(make_tree: MakeTree, out: Path):
    write_tree(make_tree(OLD), out)
    for folder in (out / "models", out / "own"):
        (folder / "__pycache__").mkdir(parents=True)
        (folder / "__pycache__" / "a.pyc").write_bytes(b"")
    write_tree(make_tree({"__init__.py": "X = 1\n"}), out)
    assert not (out / "models").exists()
    assert (out / "own" / "__pycache__" / "a.pyc").exists()


@pytest.mark.parametrize("moment", ["lock", "work"])
def test_git_sees_nothing_of_what_a_killed_run_leaves(moment: str, make_tree: MakeTree, out: Path):
    subprocess.run(["git", "init", "--quiet", str(out.parent)], check=True)
    tree = make_tree(OLD)

    def die() -> None:
        def kill(*_: object) -> int:
            os._exit(9)

        if moment == "work":
            Path.write_bytes = kill
            write_tree(tree, out)
        else:
            with locked(out):
                os._exit(9)

    process = multiprocessing.get_context("fork").Process(target=die)
    process.start()
    process.join()
    assert len(beside(out)) > 1
    status = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all"], cwd=out.parent, check=True, capture_output=True
    )
    assert status.stdout == b""
    write_tree(tree, out)
    assert beside(out) == [".git"]


def test_a_file_is_replaced_beside_what_killed_runs_left(tmp_path: Path):
    file = tmp_path / "openapi.yaml"
    others = {name: tmp_path / f".openapi.yaml.specloom-{number}" for number, name in enumerate(("dead", "running"))}
    places = {"same": work_folder(file), **others}
    for place in places.values():
        make_hidden(place)
        (place / "new").write_text("half")
    os.utime(places["dead"], (0, 0))
    assert replace_text(file, "whole\n")
    assert file.read_text() == "whole\n"
    assert {name for name, place in places.items() if place.exists()} == {"running"}


def test_a_link_in_the_place_of_the_lock_is_not_followed(make_tree: MakeTree, out: Path, tmp_path: Path):
    out.parent.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (out.parent / ".shop.specloom-lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SpecloomError, match="cannot write"):
        write_tree(make_tree(OLD), out)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def write_often(trees: list[FileTree], out: Path) -> None:
    PATIENCE.set(math.inf)  # who waits may meet the other again and again: that is no failure, however slow the machine
    for _ in range(10):
        for tree in trees:
            write_tree(tree, out)


def test_two_processes_take_turns(make_tree: MakeTree, out: Path):
    trees = [make_tree(OLD), make_tree(NEW)]
    spawn = multiprocessing.get_context("fork")
    writers = [spawn.Process(target=write_often, args=(order, out)) for order in (trees, trees[::-1])]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert read_all(out) in [dict(tree) for tree in trees]
    assert beside(out) == []


def test_a_folder_that_another_process_makes_meanwhile_is_no_twin(
    make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch
):
    listed = Path.iterdir

    def made_first(folder: Path) -> Iterator[Path]:
        if folder == out.parent.parent:
            out.parent.mkdir(exist_ok=True)
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", made_first)
    write_tree(make_tree(NEW), out)
    assert read_all(out) == dict(make_tree(NEW))


@pytest.mark.parametrize("stuck", [False, True], ids=["all of it", "but for a file in use"])
def test_what_hides_a_folder_from_git_goes_last(stuck: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    work = tmp_path / ".shop.specloom-1"
    make_hidden(work)
    (work / "old" / "deep").mkdir(parents=True)
    (work / "old" / "a.py").touch()
    (work / "new").touch()
    beside: list[set[str]] = []
    remove = shutil.rmtree

    def watched(path: Path, **options: bool) -> None:
        beside.append({each.name for each in work.iterdir()})
        if not (stuck and path == work / "old"):
            remove(path, **options)

    monkeypatch.setattr(shutil, "rmtree", watched)
    remove_hidden(work)
    assert all(".gitignore" in names for names in beside)
    assert [each.name for each in sorted(tmp_path.rglob("*.*"))] == (
        [".shop.specloom-1", ".gitignore", "a.py"] if stuck else []
    )
