"""Second thoughts: `vendor update --undo`, and the way back that is printed where something is in conflict."""

import json
import shlex
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository
from work_files import edit, read_all

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.base import UNDO
from specloom.vendor.differences import list_edits
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update

Vendor = Callable[..., Target]
MoveOn = Callable[..., None]
ORDER = "models/order.py"
PARCELS = "resources/parcels.py"
SAID = "What was said."


def read_seen(folder: Path) -> dict[str, bytes]:
    """Return all that people see of a folder."""
    return read_all(folder, UNDO)


def update(*arguments: str, code: int = 0) -> None:
    assert main(["vendor", "update", "shop", "--no-import", *arguments]) == code


@pytest.fixture
def git(project: Path) -> Repository:
    return Repository(project)


def commit(git: Repository, message: str = "Work") -> None:
    git.git("add", "--all")
    git.git("commit", "--quiet", "--message", message)


def move_everything(move_on: MoveOn) -> None:
    """Let an update replace, merge, add and remove files."""
    move_on(SAID, "What they said.")
    move_on()
    move_on("Read an order.", "Read one order.")


def test_an_update_is_taken_back_with_edits_that_were_never_committed(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / "resources/orders.py", "class Orders(", "# Ours.\nclass Orders(")
    (shop.folder / "own.py").write_text("ours = 1\n")
    before = read_seen(shop.folder)
    move_everything(move_on)
    update()
    after = read_seen(shop.folder)
    assert before.keys() ^ after.keys() == {PARCELS, "resources/packets.py"}
    assert read_status(shop).added == ("own.py",)
    assert [each.path for each in list_edits(shop)] == ["own.py", "resources/orders.py"]
    update("--undo", "--dry-run")
    assert read_seen(shop.folder) == after
    update("--undo")
    assert read_seen(shop.folder) == before
    update("--undo")
    assert read_seen(shop.folder) == after
    update("--undo")
    update()
    assert read_seen(shop.folder) == after


def test_what_is_about_an_update_is_refused_where_one_is_taken_back(vendor: Vendor, capsys: pytest.CaptureFixture[str]):
    vendor()
    for words in (("--accept", ORDER), ("--rename",), ("--without-base",), ("--diff",), ("--code", ".")):
        update("--undo", *words, code=2)
        assert f"error: --undo makes no update, so {words[0]} would have no effect\n" in capsys.readouterr().err


def test_what_was_edited_after_the_update_comes_back_as_well(
    vendor: Vendor, move_on: MoveOn, capsys: pytest.CaptureFixture[str]
):
    shop = vendor()
    before = read_seen(shop.folder)
    move_everything(move_on)
    update()
    edit(shop.folder / ORDER, "class Order(", "# Ours.\nclass Order(")
    (shop.folder / "own.py").write_text("ours = 1\n")
    edited = read_seen(shop.folder)
    capsys.readouterr()
    update("--undo")
    assert (
        f"changed since the update, and kept: {ORDER}; the same command brings them back\n" in capsys.readouterr().err
    )
    assert read_seen(shop.folder) == {**before, "own.py": b"ours = 1\n"}
    update("--undo")
    assert read_seen(shop.folder) == edited
    told = capsys.readouterr().err
    assert "the update is back; `specloom vendor update shop --undo` takes it back again\n" in told
    assert "would do the same again" not in told
    update("--undo")
    assert "would do the same again" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("toggles", "more"), [(0, 0), (0, 2), *(pytest.param(number, 2, marks=pytest.mark.slow) for number in (1, 2))]
)
def test_edits_that_were_put_aside_are_not_forgotten(
    toggles: int, more: int, vendor: Vendor, move_on: MoveOn, git: Repository, capsys: pytest.CaptureFixture[str]
):
    shop = vendor()
    order = shop.folder / ORDER
    commit(git)
    move_on(SAID, "What they said.")
    update()
    for _ in range(toggles):
        update("--undo")
    edit(order, "class Order(", "# Ours.\nclass Order(")
    edited = order.read_bytes()
    for _ in range(1 + more):
        update("--undo")
    assert b"# Ours." not in order.read_bytes()
    before = read_seen(order.parents[1])
    move_on("weight", "mass")
    capsys.readouterr()
    for command in (["update", "shop"], ["update", "shop", "--dry-run"], ["eject", "shop"]):
        assert main(["vendor", *command]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.endswith(
            f"error: --undo put edits of yours aside, which are nowhere else:\n  {ORDER}\n"
            "help: nothing was changed; bring them back with: specloom vendor update shop --undo\n"
        )
        assert read_seen(order.parents[1]) == before
    with pytest.raises(SpecloomError, match="--undo put edits of yours aside"):
        apply_update(prepare_update(shop))
    assert read_seen(order.parents[1]) == before
    update("--undo")
    assert order.read_bytes() == edited
    update()
    assert b"# Ours." in order.read_bytes()
    assert "mass" in (order.parent / "parcel.py").read_text()


def test_the_update_of_another_branch_is_not_taken_back(
    vendor: Vendor, move_on: MoveOn, git: Repository, capsys: pytest.CaptureFixture[str]
):
    order = vendor().folder / ORDER
    commit(git)
    git.git("branch", "theirs")
    move_on(SAID, "What they said.")
    update()
    commit(git)
    git.git("checkout", "--quiet", "theirs")
    update("--undo")
    assert ": as it was already\n" in capsys.readouterr().out
    edit(order, "class Order(", "# Ours.\nclass Order(")
    before = read_seen(order.parents[1])
    update("--undo", code=2)
    assert f"is as before its last update, but for what you changed since:\n  {ORDER}\n" in capsys.readouterr().err
    assert read_seen(order.parents[1]) == before
    commit(git)
    update("--undo", code=2)
    assert "src/acme/shop is not as the last update here left it" in capsys.readouterr().err
    git.git("checkout", "--quiet", "--force", "main")
    update("--undo")
    assert SAID in order.read_text()


def test_edits_that_git_took_back_with_an_update_come_back(
    vendor: Vendor, move_on: MoveOn, git: Repository, capsys: pytest.CaptureFixture[str]
):
    order = vendor().folder / ORDER
    commit(git)
    edit(order, "class Order(", "# Ours.\nclass Order(")
    before = read_seen(order.parents[1])
    move_on(SAID, "What they said.")
    update()
    git.git("reset", "--quiet", "--hard")
    clean = read_seen(order.parents[1])
    capsys.readouterr()
    update("--undo")
    assert read_seen(order.parents[1]) == before
    told = capsys.readouterr().err
    assert told.startswith(f"kept as they are now: {ORDER}; the same command brings them back\n")
    assert "the update is back" not in told
    update("--undo")
    assert read_seen(order.parents[1]) == clean
    move_on(SAID, "What they said.")
    update(code=2)
    assert f"--undo put edits of yours aside, which are nowhere else:\n  {ORDER}\n" in capsys.readouterr().err
    update("--undo")
    update()
    assert b"# Ours." in order.read_bytes()
    assert b"What they said." in order.read_bytes()
    git.git("reset", "--quiet", "--hard")
    edit(order, "class Order(", "# Newer.\nclass Order(")
    capsys.readouterr()
    update("--undo", code=2)
    assert f"but for what you changed since:\n  {ORDER}\n" in capsys.readouterr().err
    assert b"# Newer." in order.read_bytes()
    git.git("stash", "--quiet")
    update("--undo")
    assert b"# Ours." in order.read_bytes()


def test_edits_that_git_has_can_be_put_aside_for_good(vendor: Vendor, move_on: MoveOn, git: Repository):
    order = vendor().folder / ORDER
    commit(git)
    move_on(SAID, "What they said.")
    update()
    edit(order, "class Order(", "# Ours.\nclass Order(")
    commit(git)
    update("--undo")
    update()
    assert b"# Ours." not in order.read_bytes()
    assert "# Ours." in git.git("show", f"HEAD:src/acme/shop/{ORDER}")


def test_git_and_formatters_see_nothing_of_it(vendor: Vendor, move_on: MoveOn, git: Repository, tmp_path: Path):
    shop = vendor()
    commit(git)
    move_everything(move_on)
    update()
    changed = {line.split()[-1] for line in git.git("status", "--porcelain", "--untracked-files=all").splitlines()}
    assert not [path for path in changed if "undo" in path]
    commit(git)
    assert "undo" not in git.git("ls-files")
    git.git("clone", "--quiet", ".", str(tmp_path / "clone"))
    assert read_seen(tmp_path / "clone" / "src") == read_seen(git.folder / "src")
    assert not [path for path in (shop.folder / ".specloom-undo").iterdir() if path.suffix in {".py", ".md", ".json"}]


def test_the_next_update_is_the_one_that_is_taken_back(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on(SAID, "What they said.")
    update()
    before = read_seen(shop.folder)
    move_on("weight", "mass")
    update()
    update()  # nothing to do: the last update is still the last one
    update("--undo")
    assert read_seen(shop.folder) == before


def test_without_an_update_there_is_nothing_to_take_back(vendor: Vendor, capsys: pytest.CaptureFixture[str]):
    shop = vendor()
    update("--undo", code=2)
    assert "nothing is known of an update of shop that could be taken back\n" in capsys.readouterr().err
    vendor("other", "src/other")
    assert main(["vendor", "update", "--undo"]) == 2
    assert "--undo is about one client" in capsys.readouterr().err
    assert not (shop.folder / ".specloom-undo").exists()


def test_who_writes_the_state_by_hand_reaches_no_other_file(vendor: Vendor, project: Path):
    shop = vendor()
    place = shop.folder / ".specloom-undo"
    place.mkdir()
    for path in ("../../../pyproject.toml", "/etc/passwd", ".git/config", "a/../../x"):
        state = json.dumps({"before": {path: None}, "after": {}, "index": {}}).encode()
        (place / "state").write_bytes(b"specloom undo\0" + zlib.compress(state))
        update("--undo", code=2)
    changed: dict[str, object] = {"before": {"client.py": None}, "after": {}, "index": {}}
    for wrong in (
        {"after": []},
        {"after": None},
        {"before": []},
        {"index": []},
        {"index": {"client.py": [f"100644 {'a' * 40} 0\tx\0" + f"120000 {'a' * 40} 0"]}},
        {"index": {"client.py": [f"120000 {'a' * 40} 0"]}},
        {"index": {"client.py": [f"100644 {'a' * 40} 4"]}},
        {"index": {"client.py": f"100644 {'a' * 40} 0"}},
        {"index": {"client.py": []}},
        {"index": {"client.py": [1, 2]}},
    ):
        (place / "state").write_bytes(b"specloom undo\0" + zlib.compress(json.dumps(changed | wrong).encode()))
        update("--undo", code=2)
    for content in (b"", b"specloom undo\0", b"specloom undo\0" + zlib.compress(b"[]")):
        (place / "state").write_bytes(content)
        update("--undo", code=2)
    assert (project / "pyproject.toml").exists()


def test_eject_takes_it_along(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on(SAID, "What they said.")
    update()
    assert main(["vendor", "eject", "shop"]) == 0
    assert not (shop.folder / ".specloom-undo").exists()


@pytest.mark.parametrize("staged", [False, True])
def test_conflicts_are_taken_back_in_the_index_as_well(
    staged: bool, vendor: Vendor, move_on: MoveOn, git: Repository, capsys: pytest.CaptureFixture[str]
):
    shop = vendor()
    commit(git)
    edit(shop.folder / ORDER, SAID, "What WE said.")
    if staged:
        git.git("add", "--all")
    else:
        edit(shop.folder / PARCELS, "List parcels.", "List our parcels.")
    git.git("stash", "--quiet")
    git.git("stash", "pop", "--quiet", "--index")
    before, listed = read_seen(shop.folder), git.git("status", "--porcelain")
    move_on(SAID, "What THEY said.")
    update(code=1)
    assert "or go back to before with: specloom vendor update shop --undo\n" in capsys.readouterr().err
    assert "UU " in git.git("status", "--porcelain")
    assert "--undo" in read_status(shop).way_back
    update(code=2)
    assert "specloom vendor update shop --undo" in capsys.readouterr().err
    update("--undo")
    assert read_seen(shop.folder) == before
    assert git.git("status", "--porcelain", "src") == listed
    update("--undo")
    assert "UU " in git.git("status", "--porcelain")
    assert "THEY" in git.git("show", f":3:src/acme/shop/{ORDER}")
    update("--undo")
    assert git.git("status", "--porcelain", "src") == listed
    git.git("checkout", "--quiet", "--", "shop.yaml")
    assert read_status(shop).is_well


def merge(git: Repository) -> None:
    git.git("merge", "--quiet", "theirs")


def rebase(git: Repository) -> None:
    git.git("rebase", "--quiet", "theirs")


def rebase_with_patches(git: Repository) -> None:
    git.git("rebase", "--quiet", "--apply", "theirs")


def pick(git: Repository) -> None:
    git.git("cherry-pick", "theirs")


def revert(git: Repository) -> None:
    git.git("revert", "--no-edit", "HEAD~1")


def apply_mail(git: Repository) -> None:
    git.git("am", "--quiet", "--3way", stdin=git.git("format-patch", "--stdout", "theirs~1..theirs").encode() + b"\n")


def pop(git: Repository) -> None:
    edit(git.folder / "src/acme/shop" / ORDER, "What WE said.", "What I said.")
    git.git("stash", "--quiet")
    edit(git.folder / "src/acme/shop" / ORDER, "What WE said.", "What you said.")
    git.git("commit", "--quiet", "--all", "--message", "Mine")
    git.git("stash", "pop")


@pytest.mark.parametrize("bring", [merge, rebase, rebase_with_patches, pick, revert, apply_mail, pop])
def test_where_git_left_conflicts_its_own_way_back_is_named_and_right(
    bring: Callable[[Repository], None], vendor: Vendor, git: Repository, capsys: pytest.CaptureFixture[str]
):
    order = vendor().folder / ORDER
    commit(git)
    git.git("checkout", "--quiet", "-b", "theirs")
    edit(order, SAID, "What THEY said.")
    commit(git, "Theirs")
    git.git("checkout", "--quiet", "main")
    for words in ("What they all said.", "What WE said."):
        order.write_text(order.read_text().replace(SAID, words).replace("What they all said.", words))
        commit(git, words)
    with pytest.raises(subprocess.CalledProcessError):
        bring(git)
    assert "<<<<<<<" in order.read_text()
    capsys.readouterr()
    assert main(["vendor", "status"]) == 1
    command = capsys.readouterr().out.partition("go back to before with: ")[2].partition("\n")[0].partition(";")[0]
    update(code=2)
    assert command in capsys.readouterr().err
    git.git(*shlex.split(command)[1:])
    assert order.read_text().count("What you said." if bring is pop else "What WE said.") == 1
    assert git.git("status", "--porcelain") == ""
    assert git.git("stash", "list").count("\n") == 0
    assert bool(git.git("stash", "list")) == (bring is pop)
    assert main(["vendor", "status"]) == 0


def conflicts_of_an_update(shop: Target, _: Repository, move_on: MoveOn) -> None:
    edit(shop.folder / ORDER, SAID, "What WE said.")
    move_on(SAID, "What THEY said.")
    update(code=1)
    edit(shop.folder / ORDER, "What WE said.", "What we BOTH said.")


def conflicts_of_a_switch(shop: Target, git: Repository, _: MoveOn) -> None:
    edit(shop.folder / ORDER, SAID, "What THEY said.")
    git.git("switch", "--quiet", "--create", "theirs")
    git.git("commit", "--quiet", "--all", "--message", "Theirs")
    git.git("switch", "--quiet", "main")
    edit(shop.folder / ORDER, SAID, "What we BOTH said.")
    git.git("switch", "--quiet", "--merge", "theirs")


@pytest.mark.parametrize("bring", [conflicts_of_an_update, conflicts_of_a_switch])
def test_no_way_back_is_named_that_discards_what_is_nowhere_else(
    bring: Callable[[Target, Repository, MoveOn], None], vendor: Vendor, move_on: MoveOn, git: Repository
):
    """Git has files in conflict with no stash and nothing under way: `git reset --merge` would lose the edit."""
    shop = vendor()
    commit(git)
    bring(shop, git, move_on)
    assert git.git("ls-files", "--unmerged")
    said = read_status(shop).way_back
    assert "git reset" not in said
    if bring is conflicts_of_a_switch:
        assert said == "see all of their versions with: git mergetool"
        return
    assert said == "go back to before with: specloom vendor update shop --undo"
    update("--undo")
    update("--undo")
    assert "What we BOTH said." in (shop.folder / ORDER).read_text()


def stage(git: Repository) -> None:
    (git.folder / "notes.txt").write_text("mine\n")
    git.git("add", "notes.txt")


def leave(git: Repository) -> None:
    (git.folder / "notes.txt").write_text("mine\n")


@pytest.mark.parametrize(("bring", "after"), [(pop, stage), (rebase, leave), (rebase, stage), (merge, stage)])
def test_what_a_way_back_of_git_would_discard_besides_is_named(
    bring: Callable[[Repository], None], after: Callable[[Repository], None], vendor: Vendor, git: Repository
):
    order = vendor().folder / ORDER
    (git.folder / "notes.txt").write_text("")
    commit(git)
    git.git("checkout", "--quiet", "-b", "theirs")
    edit(order, SAID, "What THEY said.")
    commit(git, "Theirs")
    git.git("checkout", "--quiet", "main")
    edit(order, SAID, "What WE said.")
    commit(git, "Ours")
    with pytest.raises(subprocess.CalledProcessError):
        bring(git)
    said = [read_status(load_configuration(git.folder).vendored["shop"]).way_back]
    after(git)
    said.append(read_status(load_configuration(git.folder).vendored["shop"]).way_back)
    before, now = said
    assert before.startswith("go back to before with: git ")
    assert now == f"copy what you changed in notes.txt, which that would discard, and {before}"
