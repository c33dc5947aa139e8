"""What `vendor status` takes for a reason to update."""

from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.config import Vendored
from specloom.vendor.status import read_status


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
