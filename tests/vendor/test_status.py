"""What `vendor status` takes for a reason to update."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.config import Vendored
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update


def test_line_ends_of_git_are_nothing_to_update(vendor: Callable[..., Vendored], project: Path):
    vendored = vendor()
    spec = project / "shop.yaml"
    for path in (spec, vendored.into / "client.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    status = read_status(vendored)
    assert (status.edited, status.damage, status.updates) == ((), (), ())
    spec.write_bytes(spec.read_bytes().replace(b"Read an order.", b"Look."))
    assert read_status(vendored).updates == ("the description changed: shop.yaml",)


def test_files_are_told_apart_without_the_base_as_long_as_the_manifest_is_there(vendor: Callable[..., Vendored]):
    vendored = vendor()
    (vendored.into / "own.py").touch()
    (vendored.into / "client.py").write_text("mine\n")
    (vendored.into / ".specloom-base").write_text("garbage")
    status = read_status(vendored)
    assert (status.edited, status.added) == (("client.py",), ("own.py",))
    assert ".specloom-base is damaged" in status.damage[0]


@pytest.mark.parametrize("left", [None, "<<<<<<< HEAD\n"])
def test_nothing_is_called_yours_while_nothing_says_what_was_generated(
    vendor: Callable[..., Vendored], left: str | None
):
    vendored = vendor()
    (vendored.into / ".specloom-base").unlink()
    (vendored.into / "manifest.json").unlink()
    if left:
        (vendored.into / "manifest.json").write_text(left)
    status = read_status(vendored)
    assert (status.edited, status.added) == ((), ())
    assert status.damage[0] == ".specloom-base is missing"
    assert "manifest.json" in status.damage[1]


@pytest.mark.parametrize("place", ["mine", "own/deep/mine"])
def test_a_repository_in_the_client_is_one_thing_that_was_added(
    place: str, vendor: Callable[..., Vendored], move_on: Callable[[str, str], None]
):
    shop = vendor()
    subprocess.run(["git", "init", "--quiet", str(shop.into / place)], check=True)
    (shop.into / place / "notes.txt").touch()
    (shop.into / place / ".gitignore").touch()
    added = (f"{place}/.git", f"{place}/.gitignore", f"{place}/notes.txt")
    assert read_status(shop).added == added
    move_on("weight", "mass")
    apply_update(prepare_update(shop))
    assert read_status(shop).added == added
    subprocess.run(["git", "status"], cwd=shop.into / place, check=True, capture_output=True)
