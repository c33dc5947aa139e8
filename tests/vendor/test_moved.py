"""Folders that are moved or renamed: classes and environment variables are called as before."""

from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.status import read_status
from specloom.vendor.update import apply_update, prepare_update

Vendor = Callable[..., Target]
MoveOn = Callable[[str, str], None]


def move(project: Path, old: str, new: str) -> Target:
    """Move the client and say so in the settings, and nothing else."""
    (project / new).parent.mkdir(parents=True, exist_ok=True)
    (project / old).rename(project / new)
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace(f'into = "{old}"', f'into = "{new}"'))
    (moved,) = load_configuration(project).vendored.values()
    assert moved.folder == project / new
    return moved


@pytest.mark.parametrize("new", ["src/acme/store", "src/shop", "src/acme/clients/api/shop", "lib/a_store", "_store"])
def test_a_client_that_is_moved_keeps_its_names(new: str, vendor: Vendor, move_on: MoveOn, project: Path):
    vendor()
    shop = move(project, "src/acme/shop", new)
    assert read_status(shop).updates == ()
    update = prepare_update(shop)
    assert [step.path for step in update.steps] == ["README.md", "__init__.py"]
    apply_update(update)
    path = new.removeprefix("src/").replace("/", ".")
    assert f"from {path} import Shop" in (shop.folder / "README.md").read_text()
    move_on("Read an order.", "Read one order.")
    update = prepare_update(shop)
    assert [step.path for step in update.steps] == ["README.md", "resources/orders.py"]
    apply_update(update)
    text = (shop.folder / "client.py").read_text()
    assert "class Shop(" in text
    assert '"SHOP_BASE_URL"' in text
    shop = move(project, new, "src/again")
    assert [step.path for step in prepare_update(shop).steps] == ["README.md", "__init__.py"]


def test_without_its_base_it_keeps_them_as_well(vendor: Vendor, project: Path):
    shop = vendor()
    (shop.folder / ".specloom-base").unlink()
    shop = move(project, "src/acme/shop", "src/acme/store")
    update = prepare_update(shop, without_base=True)
    assert [step.path for step in update.steps] == ["README.md", "__init__.py"]
    assert "class Shop(" in (shop.folder / "client.py").read_text()


@pytest.mark.parametrize("package", ["trade", "shop", "store"])
def test_the_settings_can_name_the_package_at_any_time(package: str, vendor: Vendor, project: Path):
    vendor()
    file = project / "pyproject.toml"
    file.write_text(f'{file.read_text()}package = "{package}"\n')
    shop = move(project, "src/acme/shop", "src/acme/store")
    assert read_status(shop).updates == (
        () if package == "shop" else (f"the settings changed: package shop → {package}",)
    )
    apply_update(prepare_update(shop))
    assert f"class {package.capitalize()}(" in (shop.folder / "client.py").read_text()
    assert read_status(shop).updates == ()


def test_a_package_that_was_named_stays_where_the_name_is_taken_out_again(vendor: Vendor, project: Path):
    shop = vendor(package="trade")
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace('package = "trade"\n', ""))
    shop = load_configuration(project).vendored["shop"]
    assert prepare_update(shop).changes == {}
    assert "class Trade(" in (shop.folder / "client.py").read_text()


def test_another_name_in_the_settings_is_no_other_name_of_the_class(vendor: Vendor, project: Path):
    vendor()
    file = project / "pyproject.toml"
    file.write_text(file.read_text().replace("vendor.shop]", "vendor.store]"))
    shop = load_configuration(project).vendored["store"]
    assert (read_status(shop).updates, prepare_update(shop).changes) == ((), {})
