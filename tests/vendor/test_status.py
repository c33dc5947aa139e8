"""What `vendor status` takes for a reason to update."""

from collections.abc import Callable
from pathlib import Path

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
