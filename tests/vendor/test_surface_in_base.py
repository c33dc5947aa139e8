"""The surface of a vendored client lies in its base: nobody sees, edits or merges it, and updates keep it current."""

from collections.abc import Callable
from dataclasses import replace

from specloom.output.manifest import MANIFEST, read_manifest, render_manifest
from specloom.output.surface_file import SURFACE, parse_surface
from specloom.output.tree import FileTree
from specloom.targets.target import Target
from specloom.vendor.base import BASE, pack_base, read_base
from specloom.vendor.differences import list_edits, list_update
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update

Vendor = Callable[..., Target]
MoveOn = Callable[[str, str], None]
HEAVIER = ("properties: {weight:", "properties: {height: {type: integer}, weight:")


def symbols(shop: Target) -> set[str]:
    base = read_base(shop.folder)
    assert base is not None
    return {symbol.path for symbol in parse_surface(base[SURFACE]).walk()}


def test_the_folder_does_without_it(vendor: Vendor):
    shop = vendor()
    assert not (shop.folder / SURFACE).exists()
    assert "models.Parcel.weight" in symbols(shop)
    manifest, status = read_manifest(shop.folder), read_status(shop)
    assert manifest is not None
    assert SURFACE in manifest.files
    assert (status.is_well, status.deleted, status.edited, status.added) == (True, (), (), ())
    assert not prepare_update(shop).changes
    assert list_edits(shop) == ()


def test_an_update_brings_that_of_the_new_client(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    move_on(*HEAVIER)
    update = prepare_update(shop)
    assert SURFACE not in {difference.path for difference in list_update(update)}
    apply_update(update)
    assert "models.Parcel.height" in symbols(shop)
    assert not (shop.folder / SURFACE).exists()


def test_an_update_that_is_left_out_in_part_has_it_whole(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / "models" / "parcel.py").unlink()
    move_on(*HEAVIER)
    update = prepare_update(shop)
    assert update.left_out == ("models/parcel.py",)
    apply_update(update)
    assert "models.Parcel.height" in symbols(shop)
    assert read_status(shop).left_out == ("models/parcel.py",)


def test_a_client_of_an_older_specloom_gets_it_with_the_next_update(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    base = read_base(shop.folder)
    assert base is not None
    older = {path: text for path, text in base.items() if path != SURFACE}
    manifest = read_manifest(shop.folder)
    assert manifest is not None
    entries = {path: entry for path, entry in manifest.files.items() if path != SURFACE}
    text = render_manifest(replace(manifest, files=entries))
    (shop.folder / BASE).write_bytes(pack_base(FileTree({**older, MANIFEST: text})))
    (shop.folder / MANIFEST).write_text(text)
    assert read_status(shop).is_well
    move_on(*HEAVIER)
    apply_update(prepare_update(shop))
    assert "models.Parcel.height" in symbols(shop)


def test_a_file_of_that_name_is_somebodys_own(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    own = shop.folder / SURFACE
    own.write_text("mine\n")
    assert read_status(shop).added == (SURFACE,)
    assert [each.path for each in list_edits(shop)] == [SURFACE]
    move_on(*HEAVIER)
    apply_update(prepare_update(shop))
    assert own.read_text() == "mine\n"


def test_without_its_base_a_client_still_gets_one(vendor: Vendor, move_on: MoveOn):
    shop = vendor()
    (shop.folder / BASE).unlink()
    move_on(*HEAVIER)
    update = prepare_update(shop, without_base=True)
    assert not update.left_out
    apply_update(update)
    assert "models.Parcel.height" in symbols(shop)
