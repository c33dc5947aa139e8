"""Runs that were killed: whatever they left beside a vendored client, it is whole again after the next update."""

from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.eject import prepare_ejection
from specloom.vendor.folder import tidy_up
from specloom.vendor.status import read_status
from specloom.vendor.update import prepare_update


def test_a_client_that_was_moved_aside_comes_back(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    aside = shop.folder.with_name(".shop.specloom-4711")
    aside.mkdir()
    shop.folder.rename(aside / "old")
    (reason,) = read_status(shop).damage
    assert reason.endswith(" aside; put it back with: specloom vendor update shop")
    for prepare in (prepare_update, lambda shop: prepare_ejection(load_configuration(project), shop)):
        with pytest.raises(SpecloomError, match=r"moved the client in .* aside") as error:
            prepare(shop)
        assert error.value.help == "put it back with: specloom vendor update shop"
    tidy_up(shop.folder)
    assert read_status(shop).is_well
    assert [path.name for path in shop.folder.parent.iterdir()] == ["shop"]


def test_what_was_not_swapped_in_goes(vendor: Callable[..., Target]):
    shop = vendor()
    (shop.folder.with_name(".shop.specloom-4711") / "new").mkdir(parents=True)
    shop.folder.with_name(".shop.specloom-notes").mkdir()
    tidy_up(shop.folder)
    assert sorted(path.name for path in shop.folder.parent.iterdir()) == [".shop.specloom-notes", "shop"]


def test_where_nothing_is_nothing_is_made(project: Path):
    tidy_up(project / "a" / "b")
    assert not (project / "a").exists()
