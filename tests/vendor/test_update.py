"""Updates of a small client: what becomes of every file, whoever changed it."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from work_files import edit, read_all

from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.base import is_state
from specloom.vendor.differences import list_edits
from specloom.vendor.plan import FileAction
from specloom.vendor.review import review_update
from specloom.vendor.status import read_status
from specloom.vendor.update import Update, apply_update, prepare_update, try_update

Vendor = Callable[..., Target]
MoveOn = Callable[..., None]
ORDER = "models/order.py"
ORDERS = "resources/orders.py"
PARCEL = "models/parcel.py"
SAID = "What was said."
TWO_FIELDS = ("note: {type: string,", "total: {type: integer}, note: {type: string,")


def actions(update: Update) -> dict[str, FileAction]:
    return {step.path: step.action for step in update.steps}


def test_nothing_changes_while_nothing_changed(vendor: Vendor):
    shop = vendor()
    update = prepare_update(shop)
    assert (update.steps, update.changes) == ((), {})


def test_untouched_files_become_those_of_the_update(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on(*TWO_FIELDS)
    update = prepare_update(shop)
    assert actions(update) == {ORDER: FileAction.REPLACE}
    assert try_update(update) == ""
    apply_update(update)
    assert "total" in (shop.folder / ORDER).read_text()
    fresh, updated = read_all(vendor("fresh", "src/fresh/shop").folder), read_all(shop.folder)
    code = {path: data.replace(b"acme.shop", b"fresh.shop") for path, data in updated.items() if not is_state(path)}
    assert code == {path: data for path, data in fresh.items() if not is_state(path)}


def test_files_come_and_go_with_the_description(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on()
    update = prepare_update(shop)
    assert actions(update)["resources/parcels.py"] is FileAction.REMOVE
    assert actions(update)["resources/packets.py"] is FileAction.ADD
    apply_update(update)
    assert not (shop.folder / "resources/parcels.py").exists()
    assert (shop.folder / "resources/packets.py").exists()


def test_edits_survive_where_the_update_changes_something_else(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / ORDER, "class Order(", "# Ours.\n\n\nclass Order(")
    move_on(SAID, "What the customer said.")
    update = prepare_update(shop)
    assert actions(update) == {ORDER: FileAction.MERGE}
    apply_update(update)
    text = (shop.folder / ORDER).read_text()
    assert "# Ours.\n\n\nclass Order(" in text
    assert "What the customer said." in text
    assert read_status(shop).edited == (ORDER,)


def test_an_edit_that_the_update_makes_too_is_no_edit_any_more(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / ORDER, SAID, "What the customer said.")
    move_on(SAID, "What the customer said.")
    update = prepare_update(shop)
    assert update.steps == ()
    apply_update(update)
    assert read_status(shop).edited == ()


def test_a_conflict_holds_both_texts_and_stops_the_next_update(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / ORDER, SAID, "What WE said.")
    move_on(SAID, "What THEY said.")
    update = prepare_update(shop)
    assert (actions(update), update.needs_you) == ({ORDER: FileAction.CONFLICT}, True)
    assert try_update(update) == "conflicts are open, so the client was not imported"
    apply_update(update)
    text = (shop.folder / ORDER).read_text()
    for part in (
        "<<<<<<< yours\n",
        "What WE said.",
        "||||||| base\n",
        SAID,
        "=======\n",
        "What THEY said.",
        ">>>>>>> u",
    ):
        assert part in text
    assert read_status(shop).unresolved == (ORDER,)
    with pytest.raises(SpecloomError, match=r"still has conflicts of an earlier merge:\n  models/order\.py"):
        prepare_update(shop)
    (shop.folder / ORDER).write_text(text.split("<<<<<<<")[0] + '    """Decided."""\n')
    assert prepare_update(shop).steps == ()


def test_a_deleted_file_stays_deleted_whatever_happens_to_it(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / PARCEL).unlink()
    assert prepare_update(shop).steps == ()
    for old, new in (("weight", "mass"), ("mass", "heft")):
        move_on(old, new)
        update = prepare_update(shop)
        assert (actions(update), update.needs_you) == ({PARCEL: FileAction.KEEP_DELETED}, True)
        apply_update(update)
        assert not (shop.folder / PARCEL).exists()
        assert read_status(shop).deleted == (PARCEL,)


def test_an_edited_file_that_is_no_longer_generated_stays_and_is_said_once(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / "resources/parcels.py", "List parcels.", "List our parcels.")
    move_on()
    update = prepare_update(shop)
    assert actions(update)["resources/parcels.py"] is FileAction.KEEP_EDITED
    assert update.needs_you
    apply_update(update)
    assert "List our parcels." in (shop.folder / "resources/parcels.py").read_text()
    assert read_status(shop).added == ("resources/parcels.py",)
    assert prepare_update(shop).steps == ()


def test_what_you_added_is_never_touched(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "notes").mkdir()
    (shop.folder / "notes/mine.bin").write_bytes(b"\xff\r\n")
    (shop.folder / "script.py").write_text("raise SystemExit(1)\n")
    (shop.folder / "script.py").chmod(0o755)
    (shop.folder / "link").symlink_to("nowhere")
    move_on(*TWO_FIELDS)
    update = prepare_update(shop)
    assert actions(update) == {ORDER: FileAction.REPLACE}
    assert try_update(update) == ""
    apply_update(update)
    assert (shop.folder / "notes/mine.bin").read_bytes() == b"\xff\r\n"
    assert os.access(shop.folder / "script.py", os.X_OK)
    assert (shop.folder / "link").readlink() == Path("nowhere")
    assert read_status(shop).added == ("link", "notes/mine.bin", "script.py")


def test_a_file_of_yours_where_the_update_has_one_keeps_all_its_lines(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "resources/packets.py").write_text('"""Ours."""\n')
    move_on()
    update = prepare_update(shop)
    assert actions(update)["resources/packets.py"] is FileAction.CONFLICT
    apply_update(update)
    text = (shop.folder / "resources/packets.py").read_text()
    assert '<<<<<<< yours\n"""Ours."""\n||||||| base\n=======\n' in text
    assert "class Packets(" in text


def test_what_is_no_text_stays_and_is_told(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / ORDER).write_bytes(b"\xff\xfe")
    (shop.folder / PARCEL).unlink()
    (shop.folder / PARCEL).symlink_to("order.py")
    move_on(*TWO_FIELDS)
    move_on("weight", "mass")
    update = prepare_update(shop)
    assert actions(update) == {ORDER: FileAction.KEEP_OWN, PARCEL: FileAction.KEEP_OWN}
    apply_update(update)
    assert (shop.folder / ORDER).read_bytes() == b"\xff\xfe"
    assert (shop.folder / PARCEL).is_symlink()


def test_a_folder_in_the_place_of_a_file_is_refused(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "resources/packets.py").mkdir()
    (shop.folder / "resources/packets.py/mine.txt").touch()
    move_on()
    before = read_all(shop.folder)
    with pytest.raises(SpecloomError, match=r"'resources/packets\.py/mine\.txt' lies in a folder of that name"):
        prepare_update(shop)
    assert read_all(shop.folder) == before


def test_line_ends_are_no_edits_and_are_kept(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    for path in shop.folder.rglob("*"):
        if path.is_file() and path.name != ".specloom-base":
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    edit_bytes = (shop.folder / ORDERS).read_bytes().replace(b"Read an order.", b"Read our order.")
    (shop.folder / ORDERS).write_bytes(edit_bytes)
    status = read_status(shop)
    assert (status.edited, status.damage) == ((ORDERS,), ())
    move_on(*TWO_FIELDS)
    move_on("operationId: getOrder", "operationId: getOrder\n      description: With all that belongs to it.")
    update = prepare_update(shop)
    assert actions(update)[ORDER] is FileAction.REPLACE
    apply_update(update)
    assert b"total" in (shop.folder / ORDER).read_bytes()
    for path in (ORDER, ORDERS):
        data = (shop.folder / path).read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n") > 0
    assert read_status(shop).edited == (ORDERS,)


def test_settings_that_change_are_an_update(vendor: Vendor, project: Path):
    vendor()
    edit(project / "pyproject.toml", "[tool.specloom.vendor.shop]", '[tool.specloom.vendor.shop]\nonly = ["orders"]')
    shop = load_configuration(project).vendored["shop"]
    assert read_status(shop).updates == ("the settings changed: only [] → [orders]",)
    update = prepare_update(shop)
    assert actions(update)[PARCEL] is FileAction.REMOVE
    apply_update(update)
    assert read_status(shop).updates == ()


def test_a_client_that_would_no_longer_import_is_refused(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "ours.py").write_text("from .resources.parcels import Parcels\n")
    edit(
        shop.folder / ORDERS,
        "from __future__ import annotations\n",
        "from __future__ import annotations\n\nfrom .. import ours\n",
    )
    move_on()
    update = prepare_update(shop)
    with pytest.raises(SpecloomError, match=r"shop can no longer be imported: .*parcels"):
        try_update(update)


def test_an_import_that_failed_before_proves_nothing(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / "__init__.py", "from .client", "from ...settings import X as X\nfrom .client")
    move_on(*TWO_FIELDS)
    assert try_update(prepare_update(shop)).startswith("apart from its project, the client cannot be imported now")


def test_an_edit_for_a_later_python_is_merged_all_the_same(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / ORDER, "class Order(", "this is what Python 4 writes\n\n\nclass Order(")
    move_on(SAID, "What they said.")
    update = prepare_update(shop)
    assert "models.order: SyntaxError" in try_update(update)
    apply_update(update)
    assert "What they said." in (shop.folder / ORDER).read_text()


def test_a_folder_that_changed_meanwhile_is_not_touched(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on(*TWO_FIELDS)
    update = prepare_update(shop)
    edit(shop.folder / ORDER, SAID, "Typed a moment ago.")
    before = read_all(shop.folder)
    with pytest.raises(SpecloomError, match="changed by somebody else"):
        apply_update(update)
    assert read_all(shop.folder) == before


def test_a_lost_base_is_made_again_while_nothing_changed(vendor: Vendor):
    shop = vendor()
    base = (shop.folder / ".specloom-base").read_bytes()
    (shop.folder / ".specloom-base").unlink()
    edit(shop.folder / ORDER, SAID, "Mine.")
    (damage,) = read_status(shop).damage
    assert "/.specloom-base is missing; " in damage
    apply_update(prepare_update(shop))
    assert (shop.folder / ".specloom-base").read_bytes() == base
    assert read_status(shop).edited == (ORDER,)


def test_without_its_base_an_edited_file_conflicts_and_nothing_is_lost(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / ".specloom-base").unlink()
    edit(shop.folder / ORDER, "class Order(", "# Ours.\nclass Order(")
    (shop.folder / "resources/parcels.py").unlink()
    move_on(*TWO_FIELDS)
    move_on("weight", "mass")
    with pytest.raises(SpecloomError, match="nothing tells your edits in shop from the generated text") as caught:
        prepare_update(shop)
    assert "else `specloom vendor update shop --without-base` does without: " in caught.value.help
    update = prepare_update(shop, without_base=True)
    assert actions(update)[PARCEL] is FileAction.REPLACE
    assert actions(update)[ORDER] is FileAction.CONFLICT
    assert review_update(update) is None
    apply_update(update)
    text = (shop.folder / ORDER).read_text()
    assert "# Ours.\n" in text
    assert "total" in text
    assert not (shop.folder / "resources/parcels.py").exists()
    assert read_status(shop).damage == ()


def test_the_manifest_is_restored_from_the_base(vendor: Vendor):
    shop = vendor()
    manifest = (shop.folder / "manifest.json").read_bytes()
    (shop.folder / "manifest.json").write_text("<<<<<<< HEAD\n")
    status = read_status(shop)
    assert "manifest.json is not the one of" in status.damage[0]
    (shop.folder / "manifest.json").unlink()
    apply_update(prepare_update(shop))
    assert (shop.folder / "manifest.json").read_bytes() == manifest


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Make the project a Git repository; return a function that runs Git there."""
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)

    def git(*arguments: str) -> str:
        settings = ("-c", "user.name=Anna", "-c", "user.email=anna@example.com", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ["git", *settings, *arguments], cwd=project, capture_output=True, text=True, check=True
        ).stdout

    git("init", "--quiet")
    return git


def conflict(shop: Target, move_on: MoveOn) -> tuple[str, ...]:
    edit(shop.folder / ORDER, SAID, "What WE said.")
    move_on(SAID, "What THEY said.")
    return apply_update(prepare_update(shop))


def test_a_merge_of_two_branches_that_updated_needs_no_care_of_the_manifest(
    vendor: Vendor, move_on: MoveOn, repository: Callable[..., str]
):
    shop = vendor()
    repository("add", "--all")
    repository("commit", "--quiet", "--message", "Vendor the shop")
    repository("tag", "start")
    for branch, old, new in (("theirs", "List parcels.", "List all parcels."), ("ours", *TWO_FIELDS)):
        repository("checkout", "--quiet", "-b", branch, "start")
        move_on(old, new)
        apply_update(prepare_update(shop))
        repository("commit", "--quiet", "--all", "--message", branch)
    with pytest.raises(subprocess.CalledProcessError):
        repository("merge", "--quiet", "theirs")
    assert "<<<<<<<" in (shop.folder / "manifest.json").read_text()
    assert read_status(shop).unresolved == ()
    update = prepare_update(shop)
    assert update.changes.keys() >= {"manifest.json", ".specloom-base"}
    apply_update(update)
    assert read_status(shop).is_well
    assert "List all parcels." in (shop.folder / "resources/parcels.py").read_text()
    assert "total" in (shop.folder / ORDER).read_text()


def test_git_knows_all_three_versions_of_a_conflict(vendor: Vendor, move_on: MoveOn, repository: Callable[..., str]):
    shop = vendor()
    repository("add", ".")
    repository("commit", "--quiet", "-m", "vendor")
    assert conflict(shop, move_on) == (ORDER,)
    path = f"src/acme/shop/{ORDER}"
    assert f"UU {path}" in repository("status", "--porcelain")
    said = [repository("show", f":{stage}:{path}") for stage in (1, 2, 3)]
    assert all(text in version for text, version in zip((SAID, "What WE said.", "What THEY said."), said, strict=True))
    (shop.folder / ORDER).write_text(said[2])
    repository("add", path)
    assert f"M  {path}" in repository("status", "--porcelain")


def test_the_index_is_left_alone_where_something_else_is_staged(
    vendor: Vendor, move_on: MoveOn, repository: Callable[..., str]
):
    shop = vendor()
    repository("add", ".")
    repository("commit", "--quiet", "-m", "vendor")
    (shop.folder / ORDER).write_text((shop.folder / ORDER).read_text() + "# staged\n")
    repository("add", ".")
    edit(shop.folder / ORDER, "# staged\n", "")
    assert conflict(shop, move_on) == ()
    assert "# staged" in repository("show", f":src/acme/shop/{ORDER}")


@pytest.mark.parametrize("commit", [True, False])
def test_a_staged_edit_is_a_conflict_like_any_other(
    vendor: Vendor, move_on: MoveOn, repository: Callable[..., str], commit
):
    shop = vendor()
    repository("add", ".")
    if commit:
        repository("commit", "--quiet", "-m", "vendor")
    edit(shop.folder / ORDER, SAID, "What WE said.")
    repository("add", ".")
    move_on(SAID, "What THEY said.")
    assert apply_update(prepare_update(shop)) == (ORDER,)
    assert len(repository("ls-files", "--unmerged").splitlines()) == 3


def test_an_index_that_another_process_has_locked_is_told_of_and_the_files_are_written(
    vendor: Vendor, move_on: MoveOn, repository: Callable[..., str], project: Path
):
    shop = vendor()
    repository("add", ".")
    repository("commit", "--quiet", "-m", "vendor")
    lock = project / ".git" / "index.lock"
    lock.touch()
    with pytest.raises(SpecloomError, match=r"files are written, but Git's index does not know of it: .*index\.lock"):
        conflict(shop, move_on)
    assert "<<<<<<<" in (shop.folder / ORDER).read_text()
    lock.unlink()
    assert read_status(shop).unresolved == (ORDER,)


def test_files_that_git_does_not_track_are_merged_without_it(
    vendor: Vendor, move_on: MoveOn, repository: Callable[..., str]
):
    shop = vendor()
    assert conflict(shop, move_on) == ()
    assert repository("ls-files", "--unmerged") == ""


def test_a_clone_with_windows_line_ends_goes_on_from_the_same_base(
    vendor: Vendor, repository: Callable[..., str], project: Path, monkeypatch: pytest.MonkeyPatch
):
    shop = vendor()
    (shop.folder / ".gitattributes").unlink()
    repository("add", ".")
    repository("commit", "--quiet", "-m", "vendor")
    clone = project.with_name("clone")
    repository("clone", "--quiet", "-c", "core.autocrlf=true", str(project), str(clone))
    shutil.rmtree(project / "src")
    monkeypatch.chdir(clone)
    shop = load_configuration(clone).vendored["shop"]
    assert b"\r\n" in (shop.folder / ORDER).read_bytes()
    status = read_status(shop)
    assert (status.edited, status.damage, status.deleted) == ((), (), (".gitattributes",))


def test_markers_in_files_of_yours_and_in_descriptions_are_no_conflicts(vendor: Vendor, move_on: MoveOn):
    move_on("info: {title: Shop,", 'info: {title: Shop, description: "a\\n\\n<<<<<<< b\\n\\nc",')
    shop = vendor()
    assert "\n<<<<<<< b\n" in (shop.folder / "README.md").read_text()
    (shop.folder / "about-conflicts.md").write_text("<<<<<<< yours\n")
    edit(shop.folder / "README.md", "Shop", "Our shop")
    assert read_status(shop).unresolved == ()
    move_on(*TWO_FIELDS)
    assert actions(prepare_update(shop)) == {ORDER: FileAction.REPLACE}


def test_after_two_branches_updated_either_base_will_do(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    edit(shop.folder / ORDERS, "Read an order.", "Read our order.")
    move_on(*TWO_FIELDS)
    apply_update(prepare_update(shop))
    older = (shop.folder / ".specloom-base").read_bytes()
    move_on("weight", "mass")
    apply_update(prepare_update(shop))
    (shop.folder / ".specloom-base").write_bytes(older)
    update = prepare_update(shop)
    assert (update.steps, update.changes.keys()) == ((), {".specloom-base"})
    apply_update(update)
    assert read_status(shop).edited == (ORDERS,)


@pytest.mark.parametrize("taken", ["ours", pytest.param("theirs", marks=pytest.mark.slow)])
def test_where_two_branches_updated_what_either_brought_is_no_edit(
    taken: str, vendor: Vendor, move_on: MoveOn, repository: Callable[..., str]
):
    shop = vendor()
    repository("add", "--all")
    repository("commit", "--quiet", "--message", "Vendor the shop")
    repository("checkout", "--quiet", "-b", "theirs")
    move_on("{weight: {type: integer}}", "{box: {type: object, title: Box, properties: {width: {type: integer}}}}")
    move_on("List parcels.", "List all parcels.")
    apply_update(prepare_update(shop))
    (shop.folder / "own.py").write_text("X = 1\n")
    edit(shop.folder / PARCEL, "class Parcel(", "# Theirs.\nclass Parcel(")
    repository("add", "--all")
    repository("commit", "--quiet", "--message", "theirs")
    repository("checkout", "--quiet", "-b", "ours", "HEAD~1")
    move_on(*TWO_FIELDS)
    apply_update(prepare_update(shop))
    repository("commit", "--quiet", "--all", "--message", "ours")
    with pytest.raises(subprocess.CalledProcessError):
        repository("merge", "--quiet", "theirs")
    repository("checkout", f"--{taken}", "src/acme/shop/.specloom-base")
    repository("checkout", "--theirs", "shop.yaml")
    move_on(*TWO_FIELDS)
    status = read_status(shop)
    assert (status.edited, status.deleted, status.added) == ((PARCEL,), (), ("own.py",))
    assert (status.unmerged, status.damage) == ((".specloom-base", "manifest.json"), ())
    assert len(list_edits(shop)) == len((PARCEL, "own.py"))
    update = prepare_update(shop)
    assert actions(update) == {}
    apply_update(update)
    status = read_status(shop)
    assert (status.edited, status.added, status.is_well) == ((PARCEL,), ("own.py",), True)


@pytest.mark.parametrize("taken", ["ours", pytest.param("theirs", marks=pytest.mark.slow)])
def test_where_the_file_of_one_branch_was_taken_the_update_brings_the_rest(
    taken: str, vendor: Vendor, move_on: MoveOn, repository: Callable[..., str], project: Path
):
    """Both branches changed neighbouring lines of a file, so that Git makes no merge of it, and have an edit there."""
    shop = vendor()
    repository("add", "--all")
    repository("commit", "--quiet", "--message", "Vendor the shop")
    repository("tag", "start")
    for branch, *moves in (
        ("theirs", (SAID, "What they said."), ("weight: {type: integer}", "weight: {type: integer, description: Kg.}")),
        ("ours", ("id: {type: integer}, note", "id: {type: integer, description: Its number.}, note")),
    ):
        repository("checkout", "--quiet", "-b", branch, "start")
        for old, new in moves:
            move_on(old, new)
        apply_update(prepare_update(shop))
        edit(shop.folder / ORDER, "class Order(", f"# Of {branch}.\nclass Order(")
        repository("commit", "--quiet", "--all", "--message", branch)
    with pytest.raises(subprocess.CalledProcessError):
        repository("merge", "--quiet", "theirs")
    repository("checkout", f"--{taken}", "--", f"src/acme/shop/{ORDER}", "shop.yaml")
    spec = project / "shop.yaml"
    for old, new in (
        (SAID, "What they said."),
        ("weight: {type: integer}}", "weight: {type: integer, description: Kg.}}"),
        ("id: {type: integer}, note", "id: {type: integer, description: Its number.}, note"),
    ):
        spec.write_text(spec.read_text().replace(old, new))
    apply_update(prepare_update(shop))
    text = (shop.folder / ORDER).read_text()
    assert [words in text for words in ("Its number.", "What they said.", f"# Of {taken}.")] == [True] * 3
    assert "Kg." in (shop.folder / PARCEL).read_text()
    status = read_status(shop)
    assert (status.edited, status.is_well) == ((ORDER,), True)


LIMITED = ("openapi: 3.1.0\n", "openapi: 3.1.0\nx-specloom: {rate_limit: {requests: 5, seconds: 1}}\n")
LIMITER = "_runtime/features/rate_limit.py"


def test_an_update_brings_the_part_of_the_runtime_that_a_description_first_needs(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    assert not (shop.folder / LIMITER).exists()
    move_on(*LIMITED)
    update = prepare_update(shop)
    assert actions(update)[LIMITER] is FileAction.ADD
    assert try_update(update) == ""
    apply_update(update)
    assert (shop.folder / LIMITER).exists()


@pytest.mark.parametrize("edited", [False, True])
def test_a_part_of_the_runtime_that_is_not_needed_any_more_goes_unless_it_was_edited(
    vendor: Vendor, move_on: MoveOn, edited: bool
):
    move_on(*LIMITED)
    shop = vendor()
    if edited:
        edit(shop.folder / LIMITER, "class RateLimiter", "# Ours.\nclass RateLimiter")
    move_on(*reversed(LIMITED))
    update = prepare_update(shop)
    assert (actions(update)[LIMITER] is FileAction.REMOVE) is not edited
    apply_update(update)
    assert (shop.folder / LIMITER).exists() is edited


def test_names_that_callers_know_stay_until_they_may_go(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on("operationId: getOrder", "operationId: readOrder")
    update = prepare_update(shop)
    assert update.pristine.manifest.moved == {"orders.get_order": "orders.read_order"}
    assert update.steps == ()
    apply_update(update)
    assert prepare_update(shop).changes == {}
    update = prepare_update(shop, rename=True)
    assert actions(update)[ORDERS] is FileAction.REPLACE
    apply_update(update)
    assert "def read_order(" in (shop.folder / ORDERS).read_text()
    assert not prepare_update(shop).pristine.manifest.moved
