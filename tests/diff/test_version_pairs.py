"""Which descriptions `diff` compares with a revision: those of generated and of vendored clients."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from repository import Repository

from specloom.diff import version_pairs
from specloom.diff.version_pairs import Selection, pair_versions, pair_with_base
from specloom.findings import SpecloomError
from specloom.installed import shipped_descriptions
from specloom.targets.settings import load_configuration

if TYPE_CHECKING:
    from pathlib import Path

VENDORED = '[vendor.shop]\ninto = "acme/shop"\nspec = "shop.yaml"\n'
OLD, NEW = "openapi: 3.1.0\n", "openapi: 3.1.1\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit({"specloom.toml": VENDORED, "shop.yaml": OLD})
    monkeypatch.chdir(made.folder)
    return made


def select(repository: Repository, scratch: Path, *names: str) -> Selection:
    return pair_with_base(load_configuration(repository.folder), names, "HEAD", scratch)


def named(selection: Selection) -> list[str]:
    return [pair.name for pair in selection.pairs]


@pytest.mark.parametrize("names", [(), ("shop",)])
def test_the_description_of_a_vendored_client_is_compared(repository: Repository, tmp_path: Path, names: tuple[str]):
    assert select(repository, tmp_path, *names).unchanged == ("shop",)
    repository.write({"shop.yaml": NEW})
    (pair,) = select(repository, tmp_path, *names).pairs
    assert (pair.name, pair.old and pair.old.name, pair.new and pair.new.name) == (
        "shop",
        "HEAD:shop.yaml",
        "shop.yaml",
    )
    assert pair.new is not None
    assert pair.new.target.package == "shop"


@pytest.mark.parametrize(
    ("links", "moved"),
    [
        ({"shop.yaml": "real/one.yaml"}, {}),
        ({"shop.yaml": "l/../a/one.yaml", "a": "b", "b": "real", "l": "real"}, {}),
        ({"shop.yaml": "real/one.yaml"}, {"shop.yaml": "real/other.yaml"}),
    ],
    ids=["file", "folders", "another target now"],
)
def test_a_description_is_compared_with_what_its_links_led_to(
    links: dict[str, str], moved: dict[str, str], repository: Repository, tmp_path: Path
):
    (repository.folder / "shop.yaml").unlink()
    for name, target in links.items():
        (repository.folder / name).symlink_to(target)
    repository.commit({"real/one.yaml": OLD, "real/other.yaml": OLD})
    repository.write({"real/one.yaml": NEW})
    for name, target in moved.items():
        (repository.folder / name).unlink()
        (repository.folder / name).symlink_to(target)
    (pair,) = select(repository, tmp_path).pairs
    now = "real/other.yaml" if moved else "real/one.yaml"
    assert (pair.old and pair.old.name, pair.new and pair.new.name) == ("HEAD:real/one.yaml", now)
    assert pair.old is not None
    assert pair.old.target.spec.read_text() == OLD


@pytest.mark.parametrize(
    ("before", "now", "packages"),
    [
        ("", "", None),
        ('package = "trade"\n', 'package = "trade"\n', None),
        ("", 'package = "trade"\n', ("shop", "trade")),
        ('package = "trade"\n', "", ("trade", "store")),
    ],
)
def test_a_vendored_client_that_was_moved_is_called_as_before(
    before: str, now: str, packages: tuple[str, str] | None, repository: Repository, tmp_path: Path
):
    repository.commit({"specloom.toml": VENDORED + before})
    repository.write({"specloom.toml": VENDORED.replace("acme/shop", "acme/deep/store") + now})
    selection = select(repository, tmp_path)
    compared = [(pair.old.target.package, pair.new.target.package) for pair in selection.pairs if pair.old and pair.new]
    assert compared == ([packages] if packages else [])
    assert selection.unchanged == (() if packages else ("shop",))


def test_a_client_that_was_ejected_is_still_compared(repository: Repository, tmp_path: Path):
    repository.write({"specloom.toml": "", "shop.yaml": NEW})
    assert named(select(repository, tmp_path)) == ["shop"]


def test_clients_with_one_description_are_compared_once_unless_they_are_named(repository: Repository, tmp_path: Path):
    twins = VENDORED + '[vendor.other]\ninto = "acme/other"\nspec = "./shop.yaml"\n[clients.own]\nspec = "shop.yaml"\n'
    repository.commit({"specloom.toml": twins})
    repository.write({"shop.yaml": NEW})
    assert named(select(repository, tmp_path)) == ["own"]
    assert named(select(repository, tmp_path, "other", "shop")) == ["other", "shop"]
    repository.write({"specloom.toml": twins.replace('"./shop.yaml"', '"shop.yaml"\nskip = ["a"]')})
    assert named(select(repository, tmp_path)) == ["own", "other"]


def test_two_clients_of_one_name_have_descriptions_of_their_own(repository: Repository, tmp_path: Path):
    repository.commit({"specloom.toml": VENDORED + '[clients.shop]\nspec = "new.yaml"\n', "new.yaml": OLD})
    repository.write({"shop.yaml": NEW, "new.yaml": NEW})
    compared = [(pair.name, pair.new and pair.new.name) for pair in select(repository, tmp_path).pairs]
    assert compared == [("shop", "new.yaml"), ("vendor.shop", "shop.yaml")]


def test_a_description_that_ships_has_no_base_here(repository: Repository, tmp_path: Path):
    repository.write({"specloom.toml": '[vendor.stock]\ninto = "acme/stock"\napi = "sitoo"\n'})
    selection = select(repository, tmp_path)
    assert (named(selection), selection.outside) == ([], ())
    selection = select(repository, tmp_path, "stock")
    assert (named(selection), selection.outside) == ([], ("stock",))
    with pytest.raises(SpecloomError) as error:
        select(repository, tmp_path, "fixje")
    assert error.value.message == "the description of 'fixje' is not in this repository, since it ships with Specloom"


def test_where_specloom_is_installed_is_no_part_of_the_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    installed = repository.folder / ".venv" / "specloom"
    shipped = installed / "_data" / "specs" / "sitoo" / "openapi.yaml"
    shipped.parent.mkdir(parents=True)
    shipped.write_text(OLD)
    monkeypatch.setattr(version_pairs, "_PACKAGE", installed)
    monkeypatch.setattr("specloom.targets.settings.shipped_descriptions", lambda: {"sitoo": shipped})
    repository.write({"specloom.toml": "[clients.sitoo]\n"})
    assert select(repository, tmp_path).outside == ("sitoo",)


def test_an_unknown_name_is_told_from_all_that_there_are(repository: Repository, tmp_path: Path):
    with pytest.raises(SpecloomError, match="there is no client 'shpo'") as error:
        select(repository, tmp_path, "shpo")
    assert error.value.help == f"did you mean 'shop'? known clients: shop, {', '.join(shipped_descriptions())}"


def test_two_versions_of_a_vendored_description_are_read_as_its_settings_say(repository: Repository, tmp_path: Path):
    repository.write({"specloom.toml": VENDORED + 'skip = ["a"]\n', "new.yaml": NEW})
    configuration = load_configuration(repository.folder)
    (pair,) = pair_versions("new.yaml", "shop.yaml", configuration, tmp_path).pairs
    assert pair.name == "shop"
    assert [(side.target.skip, side.target.package) for side in (pair.old, pair.new) if side] == [(("a",), "shop")] * 2
