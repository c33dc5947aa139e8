"""What real processes, kills, full disks and odd targets do to a generated client: the old or the new tree is whole.

`SURVIVAL_KILLS` says how often processes are killed; `make survival` does it often.
"""

import errno
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from touches import CHANGES, FORK, die_at, run_child

from specloom.findings import SpecloomError
from specloom.output.disk import write_tree
from specloom.output.folder import left_beside
from specloom.output.tree import FileTree

pytestmark = pytest.mark.slow

MakeTree = Callable[..., FileTree]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generator")}
KILLS = int(os.environ.get("SURVIVAL_KILLS", "16"))
FOREIGN = {"NOTES.md": "years of work", "models/mine.txt": "also mine", "own/deep/notes.txt": "mine too"}
OLD = {f"models/order_{number}.py": f"class Order{number}: ...\n" for number in range(60)} | {"__init__.py": "X = 1\n"}
NEW = {f"models/order_{number}.py": f"class Order{number}: x = 1\n" for number in range(30, 90)} | {"__init__.py": "\n"}
NOBODY = 65534


def read_all(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def standing(out: Path) -> dict[str, str]:
    """Return the tree that a dead process left: where it belongs, or moved aside, for the next run to put back."""
    return read_all(out if out.exists() else left_beside(out)[0] / "old")


def add_foreign_files(out: Path) -> None:
    for path, text in FOREIGN.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_text(text)


def count_touches(tree: FileTree, out: Path) -> int:
    receiver, sender = FORK.Pipe(duplex=False)

    def target() -> None:
        touches = die_at(0, out)
        write_tree(tree, out)
        sender.send(touches())

    child = FORK.Process(target=target)
    child.start()
    count: int = receiver.recv()
    child.join()
    return count


def test_a_killed_writer_leaves_the_old_or_the_new_tree(make_tree: MakeTree, out: Path):
    trees = [make_tree(OLD), make_tree(NEW)]
    write_tree(trees[0], out)
    add_foreign_files(out)
    touches = count_touches(trees[1], out)
    assert touches > 2 * len(NEW)
    chance = random.Random(20260301)  # noqa: S311 - any moments do, as long as they can be had again
    before, after = trees[1], trees[0]
    for kill in range(KILLS):
        stretch = touches * kill // KILLS, touches * (kill + 1) // KILLS
        moment = chance.randint(stretch[0] + 1, max(stretch))

        def die(tree: FileTree = after, moment: int = moment) -> None:
            die_at(moment, out)
            write_tree(tree, out)

        assert run_child(die)[0] == -signal.SIGKILL, moment
        assert standing(out) in ({**before, **FOREIGN}, {**after, **FOREIGN}), moment
        write_tree(after, out)
        assert read_all(out) == {**after, **FOREIGN}, moment
        assert [path.name for path in out.parent.iterdir()] == [out.name], moment
        before, after = after, before


def test_a_killed_command_leaves_the_old_or_the_new_tree(tmp_path: Path):
    spec, out = tmp_path / "shop.yaml", tmp_path / "generated" / "shop"
    trees, touches = {}, 0
    for title in ("Shop", "Bazaar"):
        spec.write_text(description(title))
        done = specloom(spec, out)
        assert done.returncode == 0
        trees[title], touches = tree_below(out), int(done.stderr)
    add_foreign_files(out)
    chance = random.Random(20260302)  # noqa: S311 - as above
    for kill in range(max(KILLS // 8, 2)):
        title = ("Shop", "Bazaar")[kill % 2]
        spec.write_text(description(title))
        moment = chance.randint(1, touches)
        assert specloom(spec, out, die_at=moment).returncode == -signal.SIGKILL, moment
        assert without_compiled(standing(out)) in [{**tree, **FOREIGN} for tree in trees.values()], moment
        assert specloom(spec, out).returncode == 0
        assert tree_below(out) == {**trees[title], **FOREIGN}, moment
        assert sorted(path.name for path in out.parent.iterdir()) == ["shop"], moment


def description(title: str) -> str:
    return f"""\
openapi: 3.1.0
info: {{title: {title}, version: "1"}}
servers: [{{url: https://shop.example}}]
x-specloom: {{package: shop, client: Shop}}
paths:
  /orders:
    get:
      operationId: listOrders
      tags: [Orders]
      responses: {{"204": {{description: "{title} has nothing."}}}}
"""


def specloom(spec: Path, out: Path, *, die_at: int = 0) -> subprocess.CompletedProcess[str]:
    """Run the command; kill it at its n-th touch of the disk beside `out`."""
    return subprocess.run(
        [sys.executable, "-c", COMMAND, str(die_at), "generate", "--spec", str(spec), "--out", str(out)],
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


COMMAND = f"""
CHANGES = {CHANGES}
import os, signal, sys
from specloom.cli.main import main
moment, *arguments = sys.argv[1:]
touches = 0
def hook(event, arguments):
    global touches
    if event in CHANGES and ".shop.specloom-" in str(arguments[:2]):
        touches += 1
        if touches == int(moment):
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
code = main(arguments)
print(touches, file=sys.stderr)
sys.exit(code)
"""


def tree_below(out: Path) -> dict[str, str]:
    return without_compiled(read_all(out))


def without_compiled(files: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if "__pycache__" not in path}


def test_two_commands_at_once_both_end_well(tmp_path: Path):
    spec, out = tmp_path / "shop.yaml", tmp_path / "generated" / "shop"
    spec.write_text(description("Shop"))
    command = [sys.executable, "-m", "specloom", "generate", "--spec", str(spec), "--out", str(out)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(command, env=ENVIRONMENT, text=True, **pipes) for _ in range(3)]
    done = [(*process.communicate(), process.returncode) for process in running]
    assert [(err, code) for _, err, code in done] == [("", 0)] * 3
    manifest = json.loads((out / "manifest.json").read_text())
    assert tree_below(out).keys() == {*manifest["files"], "manifest.json"}
    assert [path.name for path in out.parent.iterdir()] == ["shop"]


def test_the_processes_of_a_killed_command_end_with_it(tmp_path: Path):
    """They hold the command's output open: it ends when the last of them does."""
    for name in ("shop", "bazaar"):
        (tmp_path / f"{name}.yaml").write_text(description(name))
    settings = "".join(f'[clients.{name}]\nspec = "{name}.yaml"\n' for name in ("shop", "bazaar"))
    (tmp_path / "specloom.toml").write_text(settings)
    code = """
import os, sys, time
from specloom.cli import generate, main
def wait(client, **_):
    os.write(1, b"working\\n")  # at once: two processes write here
    time.sleep(3600)
generate.write_client = wait
sys.exit(main.main(["generate", "--jobs", "2"]))
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE
    ) as command:
        assert command.stdout is not None
        working = [command.stdout.readline() for _ in range(2)]
        command.kill()
        assert working == [b"working\n"] * 2
        assert command.stdout.read() == b""


def test_a_file_that_the_system_cuts_off_leaves_the_old_tree(make_tree: MakeTree, out: Path):
    old, new = make_tree(OLD), make_tree({**NEW, "models/order_99.py": "class Order:\n" + "    x = 1\n" * 2000})
    write_tree(old, out)
    add_foreign_files(out)

    def write() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16_000, 16_000))
        write_tree(new, out)

    code, message, advice = run_child(write)
    assert (code, message) == (0, f"cannot write {out}: {os.strerror(errno.EFBIG)}")
    assert advice.startswith(f"nothing was changed; make space where {out.parent} lies")
    assert read_all(out) == {**old, **FOREIGN}
    assert [path.name for path in out.parent.iterdir()] == [out.name]


@pytest.mark.parametrize("left", [0, 48])
def test_a_full_disk_leaves_the_old_tree(left: int, tmp_path: Path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    script = 'mount -t tmpfs -o size=1m none "$1" && cd "$1" && exec "$2" -c "$3" "$1" "$4"'
    command = [*mounted, script, "sh", str(disk), sys.executable, FULL_DISK, str(left)]
    try:
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare to mount a small disk with")
    if "mount" in done.stderr or "unshare" in done.stderr:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "message": f"cannot write generated/shop: {os.strerror(errno.ENOSPC)}",
        "help": "nothing was changed; make space where generated lies, for two copies of the client: "
        "the new one is completed first",
        "old tree": True,
        "beside": ["shop"],
        "with space": True,
    }


FULL_DISK = """
import json, sys
from pathlib import Path
from specloom.findings import SpecloomError
from specloom.output.disk import write_tree
from specloom.output.manifest import MANIFEST, build_manifest, render_manifest
from specloom.targets.target import Target
from specloom.output.tree import FileTree

disk, left = Path(sys.argv[1]), int(sys.argv[2])
spec, out, filler = disk / "openapi.yaml", disk / "generated" / "shop", disk / "filler"
spec.write_text("openapi: 3.1.0")

def make(text):
    files = {f"models/order_{number}.py": text * 500 for number in range(40)}
    manifest = build_manifest(files, Target(spec), sources=[spec], title="", version="")
    return FileTree({**files, MANIFEST: render_manifest(manifest)})

def read_all():
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*") if path.is_file()}

old, new = make("x = 1\\n"), make("x = 2\\n")
write_tree(old, out)
with filler.open("wb", buffering=0) as file:
    try:
        while True:
            file.write(b"x" * 4096)
    except OSError:
        file.truncate(max(file.tell() - left * 1024, 0))
try:
    write_tree(new, out)
except SpecloomError as error:
    said = {"message": error.message, "help": error.help}
said |= {"old tree": read_all() == dict(old), "beside": [path.name for path in out.parent.iterdir()]}
filler.unlink()
write_tree(new, out)
print(json.dumps(said | {"with space": read_all() == dict(new)}))
"""


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Return a folder to which every user finds the way."""
    folder = Path(tempfile.mkdtemp(prefix="specloom-"))
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def drop_privileges() -> None:
    """Become somebody whom permissions concern: root may write everywhere."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def give_away(folder: Path) -> None:
    if os.geteuid() == 0:
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY, NOBODY)


@pytest.mark.parametrize("locked", ["generated", "generated/shop"])
def test_a_folder_that_may_not_be_written_to_stays_as_it_is(locked: str, make_tree: MakeTree, shared_folder: Path):
    out = shared_folder / "generated" / "shop"
    old, new = make_tree(OLD), make_tree(NEW)
    write_tree(old, out)
    give_away(shared_folder)
    (shared_folder / locked).chmod(0o555)

    def write() -> None:
        drop_privileges()
        write_tree(new, out)

    code, message, advice = run_child(write)
    assert (code, message) == (0, f"cannot write {out}: {os.strerror(errno.EACCES)}")
    assert advice.startswith(f"nothing was changed; make {shared_folder / locked} a folder in which you may write")
    assert read_all(out) == dict(old)
    assert [path.name for path in out.parent.iterdir()] == ["shop"]


def test_folders_in_a_client_that_may_not_be_written_to_do_not_stay_behind(make_tree: MakeTree, shared_folder: Path):
    out = shared_folder / "generated" / "shop"
    old, new = make_tree(OLD), make_tree(NEW)
    write_tree(old, out)
    give_away(shared_folder)
    (out / "models").chmod(0o555)

    def write() -> None:
        drop_privileges()
        write_tree(new, out)

    assert run_child(write) == (0, "", "")
    assert read_all(out) == dict(new)
    assert [path.name for path in out.parent.iterdir()] == ["shop"]


def test_a_missing_parent_below_a_locked_folder(make_tree: MakeTree, shared_folder: Path):
    shared_folder.chmod(0o555)
    tree, out = make_tree(OLD), shared_folder / "a" / "b" / "shop"

    def write() -> None:
        drop_privileges()
        write_tree(tree, out)

    code, message, advice = run_child(write)
    assert (code, message) == (0, f"cannot write {out}: {os.strerror(errno.EACCES)}")
    assert "nothing was changed" in advice
    assert list(shared_folder.iterdir()) == []


@pytest.mark.parametrize("target", ["folder", "file", "nothing"])
@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_refused_and_what_it_points_to_untouched(
    target: str, force: bool, make_tree: MakeTree, out: Path, tmp_path: Path
):
    outside = tmp_path / "outside"
    if target == "folder":
        outside.mkdir()
    elif target == "file":
        outside.write_text("mine")
    out.parent.mkdir()
    out.symlink_to(outside)
    with pytest.raises(SpecloomError) as caught:
        write_tree(make_tree(OLD), out, force=force)
    assert caught.value.message == f"{out} is a symbolic link to {outside}"
    assert "name the folder it points to" in caught.value.help
    assert out.readlink() == outside
    assert outside.exists() is (target != "nothing")
    assert [path.name for path in out.parent.iterdir()] == ["shop"]
    if target == "folder":
        assert list(outside.iterdir()) == []


def test_a_parent_that_is_missing_is_made(make_tree: MakeTree, tmp_path: Path):
    tree, out = make_tree(OLD), tmp_path / "a" / "b" / "c"
    write_tree(tree, out)
    assert read_all(out) == dict(tree)


def test_a_parent_that_is_a_file_is_named(make_tree: MakeTree, tmp_path: Path):
    (tmp_path / "a").write_text("mine")
    with pytest.raises(SpecloomError) as caught:
        write_tree(make_tree(OLD), tmp_path / "a" / "b")
    assert caught.value.message.startswith(f"cannot write {tmp_path}/a/b: ")
    assert (tmp_path / "a").read_text() == "mine"


def test_what_somebody_changes_meanwhile_is_not_lost(make_tree: MakeTree, out: Path, monkeypatch: pytest.MonkeyPatch):
    """The editor saves after the plan was made: between the last copy and the swap."""
    old, new = make_tree(OLD), make_tree(NEW)
    write_tree(old, out)
    add_foreign_files(out)
    copy = shutil.copystat

    def save_first(source: Path, target: Path, **options: bool) -> None:
        if source == out:
            (out / "NOTES.md").write_text("one more year")
        copy(source, target, **options)

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "copystat", save_first)
        with pytest.raises(SpecloomError, match="was changed by somebody else while it was being written") as caught:
            write_tree(new, out)
    assert "run it again" in caught.value.help
    assert read_all(out) == {**old, **FOREIGN, "NOTES.md": "one more year"}
    write_tree(new, out)
    assert read_all(out) == {**new, **FOREIGN, "NOTES.md": "one more year"}
