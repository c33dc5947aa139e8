"""Updates of files that are not there any more: what they bring is named until it is merged or done without."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.output.manifest import read_manifest
from specloom.targets.target import Target
from specloom.vendor.differences import list_edits, list_update
from specloom.vendor.plan import FileAction
from specloom.vendor.status import read_status
from specloom.vendor.update import Update, apply_update, prepare_update

Vendor = Callable[..., Target]
MoveOn = Callable[..., None]
PARCEL = "models/parcel.py"
HEAVIER = ("properties: {weight:", "properties: {height: {type: integer}, weight:")


def delete(file: Path) -> None:
    file.unlink()


def rename_and_leave_a_link(file: Path) -> None:
    file.rename(file.with_name("packet.py"))
    file.symlink_to("packet.py")


def write_something_that_is_no_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe")


def delete_the_whole_folder(file: Path) -> None:
    for each in file.parent.iterdir():
        each.unlink()
    file.parent.rmdir()


GONE = [delete, rename_and_leave_a_link, write_something_that_is_no_text]


def update(shop: Target, *accept: str) -> Update:
    done = prepare_update(shop, accept=accept)
    if done.changes:
        apply_update(done)
    return done


@pytest.mark.parametrize("lose", [*GONE, delete_the_whole_folder])
def test_an_update_that_is_in_no_file_is_named_until_it_is_accepted(
    lose: Callable[[Path], None], vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    lose(shop.folder / PARCEL)
    move_on(*HEAVIER)
    assert read_status(shop).left_out == ()
    for _ in range(3):
        done = update(shop)
        assert (done.left_out, done.needs_you) == ((PARCEL,), True)
        status = read_status(shop)
        assert (status.left_out, status.is_well, status.updates) == ((PARCEL,), False, ())
    accepted = update(shop, PARCEL)
    assert [step.action for step in accepted.steps] == [FileAction.ACCEPT]
    assert (accepted.left_out, accepted.needs_you) == ((), False)
    status = read_status(shop)
    assert (status.left_out, status.is_well) == ((), True)
    assert (update(shop).steps, prepare_update(shop).changes) == ((), {})
    move_on("height", "depth")
    assert update(shop).left_out == (PARCEL,)


@pytest.mark.parametrize("lose", GONE)
def test_a_file_that_comes_back_as_it_was_gets_all_that_was_left_out(
    lose: Callable[[Path], None], vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    before = (shop.folder / PARCEL).read_text()
    lose(shop.folder / PARCEL)
    for old, new in (HEAVIER, ("List parcels.", "List all parcels."), ("weight", "mass")):
        move_on(old, new)
        update(shop)
    (shop.folder / PARCEL).unlink(missing_ok=True)
    (shop.folder / PARCEL).write_text(f"# Ours.\n{before}")
    assert read_status(shop).left_out == (PARCEL,)
    done = update(shop)
    assert ([step.action for step in done.steps], done.needs_you) == ([FileAction.MERGE], False)
    text = (shop.folder / PARCEL).read_text()
    assert all(part in text for part in ("height", "mass", "# Ours.\n"))
    assert read_status(shop).is_well


def test_several_files_are_accepted_one_by_one(vendor: Vendor, move_on: MoveOn):
    shop, order = vendor(), "models/order.py"
    for path in (PARCEL, order):
        (shop.folder / path).unlink()
    move_on(*HEAVIER)
    move_on("note:", "total: {type: integer}, note:")
    assert update(shop).left_out == (order, PARCEL)
    assert update(shop, PARCEL).left_out == (order,)
    assert read_status(shop).left_out == (order,)
    update(shop, order)
    assert read_status(shop).is_well


def test_what_nobody_generates_any_more_is_left_out_no_more(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "resources/parcels.py").unlink()
    move_on("List parcels.", "List all parcels.")
    assert update(shop).left_out == ("resources/parcels.py",)
    move_on()
    assert not update(shop).needs_you
    assert read_status(shop).is_well


def test_a_new_file_where_a_link_lies_is_named_too(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "resources/packets.py").symlink_to("orders.py")
    move_on()
    for _ in range(2):
        assert update(shop).left_out == ("resources/packets.py",)
    assert read_status(shop).left_out == ("resources/packets.py",)
    (shop.folder / "resources/packets.py").unlink()
    assert [step.action for step in update(shop).steps] == [FileAction.ADD]
    assert read_status(shop).is_well


def test_the_difference_shows_what_is_left_out(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    before = (shop.folder / PARCEL).read_text()
    (shop.folder / PARCEL).unlink()
    move_on(*HEAVIER)
    update(shop)
    (difference,) = list_update(prepare_update(shop))
    assert (difference.path, difference.before, difference.is_left_out) == (PARCEL, before, True)
    assert "height" in (difference.after or "")
    assert [(each.path, each.before) for each in list_edits(shop)] == [(PARCEL, before)]


def test_only_what_is_left_out_can_be_accepted(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / PARCEL).unlink()
    move_on(*HEAVIER)
    with pytest.raises(SpecloomError, match=r"no update of 'models/order\.py' is left out of shop") as caught:
        prepare_update(shop, accept=["models/order.py"])
    assert caught.value.help == f"these are: {PARCEL}"


def test_the_base_is_proven_by_its_manifest_all_the_same(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    digest = read_manifest(shop.folder).files[PARCEL]
    (shop.folder / PARCEL).unlink()
    move_on(*HEAVIER)
    update(shop)
    manifest = read_manifest(shop.folder)
    assert (manifest.left_out, manifest.files[PARCEL]) == ((PARCEL,), digest)
    assert read_status(shop).damage == ()
    (shop.folder / "manifest.json").unlink()
    update(shop)
    assert read_manifest(shop.folder) == manifest


@pytest.mark.parametrize("named", [PARCEL, f"src/acme/shop/{PARCEL}", f"./src/acme/shop/{PARCEL}"])
def test_the_command_says_what_to_do_and_takes_the_path_as_it_is_typed(
    named: str, vendor: Vendor, move_on: MoveOn, capfd: pytest.CaptureFixture[str]
):
    shop = vendor()
    (shop.folder / PARCEL).unlink()
    move_on(*HEAVIER)
    assert main(["vendor", "update"]) == 1
    out, err = capfd.readouterr()
    assert f"  leave out  {PARCEL}  (deleted by you, and changed by the update)\n" in out
    assert err.endswith(f"specloom vendor update shop --accept {PARCEL}\n")
    assert main(["vendor", "status"]) == 1
    assert f"specloom vendor update shop --accept {PARCEL})\n" in capfd.readouterr().out
    assert main(["vendor", "diff"]) == 0
    assert f"left out: this change of src/acme/shop/{PARCEL}\n--- a/" in capfd.readouterr().out
    assert main(["vendor", "update", "shop", "--accept", named, "--dry-run"]) == 0
    assert main(["vendor", "status"]) == 1
    assert main(["vendor", "update", "shop", "--accept", named]) == 0
    assert f"  accept     {PARCEL}  (the update is left out, as you accept)\n" in capfd.readouterr().out
    assert main(["vendor", "status"]) == 0


def test_two_branches_agree_about_what_is_left_out(vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.com", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)

    git("init", "--quiet")
    (shop.folder / PARCEL).unlink()
    git("add", "--all")
    git("commit", "--quiet", "--message", "Vendor")
    git("branch", "other")
    move_on(*HEAVIER)
    update(shop)
    git("commit", "--quiet", "--all", "--message", "Update")
    git("checkout", "--quiet", "other")
    git("merge", "--quiet", "-")
    assert read_status(shop).left_out == (PARCEL,)
    assert update(shop).left_out == (PARCEL,)
