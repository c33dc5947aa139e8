"""Where a vendored client may go, and where its settings go."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.vendor_selection import load_settings
from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.add import Addition, apply_addition, prepare_addition

SETTINGS = '[vendor.outer]\ninto = "outer"\nspec = "shop.yaml"\n'
Vendor = Callable[..., Target]


def prepare(into: str, name: str = "shop", spec: str = "shop.yaml") -> Addition:
    return prepare_addition(load_settings(), Path.cwd(), Target(Path(spec), Path(into), is_vendored=True, name=name))


def make_repository(folder: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)


def test_settings_around_the_repository_are_none_of_it(project: Path):
    make_repository(project)
    (project.parent / "specloom.toml").write_text(SETTINGS)
    assert load_settings().vendored == {}
    assert prepare("shop").file == project / "pyproject.toml"
    (project.parent / "specloom.toml").write_text("[broken")
    (project / "pyproject.toml").unlink()
    assert prepare("shop").file == project / "specloom.toml"


def test_settings_inside_the_repository_and_those_without_one_hold(project: Path, monkeypatch: pytest.MonkeyPatch):
    (project / "pyproject.toml").unlink()
    (project.parent / "specloom.toml").write_text(SETTINGS)
    assert [*load_settings().vendored] == ["outer"]
    make_repository(project.parent)
    assert [*load_settings().vendored] == ["outer"]
    (project / ".git").write_text("gitdir: a submodule has a file\n")
    assert load_settings().vendored == {}
    inner = project / "inner"
    inner.mkdir()
    monkeypatch.chdir(inner)
    (project / "specloom.toml").write_text(SETTINGS.replace("outer", "own"))
    assert [*load_settings().vendored] == ["own"]


def test_a_client_goes_into_the_repository_of_its_settings(project: Path):
    make_repository(project)
    make_repository(project / "library")
    with pytest.raises(SpecloomError, match=r"library/acme/shop lies in .*/library, a repository inside") as error:
        prepare("library/acme/shop")
    assert error.value.help == f"run it there: cd {project / 'library'}"
    with pytest.raises(SpecloomError, match=r"\.\./shop is not below .*/project, where the settings go"):
        prepare("../shop")
    (project / "abroad").symlink_to(project.parent)
    with pytest.raises(SpecloomError, match="abroad/shop is not below"):
        prepare("abroad/shop")


def test_paths_through_links_name_the_folder_that_they_lead_to(project: Path):
    link = project.with_name("link")
    link.symlink_to(project)
    addition = prepare(str(link / "acme" / "shop"), spec=str(link / "shop.yaml"))
    assert (addition.vendored.folder, addition.vendored.spec) == (project / "acme" / "shop", project / "shop.yaml")


def test_links_do_not_hide_that_two_clients_go_into_each_other(project: Path, vendor: Vendor):
    vendor()
    (project / "link").symlink_to("src")
    for into in ("link/acme/shop", "link/acme/shop/inner", "link"):
        with pytest.raises(SpecloomError, match="and the client shop would be written into each other"):
            prepare(into, "other")


def test_what_a_killed_run_wrote_gets_its_settings(project: Path, vendor: Vendor):
    settings = (project / "pyproject.toml").read_text()
    shop = vendor()
    written = (project / "pyproject.toml").read_text()
    (project / "pyproject.toml").write_text(settings)
    before = (shop.folder / "client.py").stat().st_ino
    apply_addition(prepare("src/acme/shop"))
    assert (project / "pyproject.toml").read_text() == written
    assert (shop.folder / "client.py").stat().st_ino == before
    (project / "pyproject.toml").write_text(settings)
    (shop.folder / "client.py").write_text("# Mine.\n")
    with pytest.raises(SpecloomError, match="is not empty"):
        prepare("src/acme/shop")
    assert load_configuration(project).vendored == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"into": "src/a b"}, "--into is 'src/a b', whose last part is no name for a Python package"),
        ({"into": "src/shop", "spec": "../shop.yaml"}, "--spec is '../shop.yaml', which is not in "),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_is_wrong_with_an_option_is_said_of_the_option(arguments: dict[str, str], said: str):
    with pytest.raises(SpecloomError) as caught:
        prepare(**arguments)
    assert caught.value.message.startswith(said)
