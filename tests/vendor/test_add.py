"""Where a vendored client may go, and where its settings go."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from work_files import edit

from specloom.cli.main import main
from specloom.cli.vendor_selection import load_settings
from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.add import Addition, apply_addition, prepare_addition
from specloom.vendor.status import read_status
from specloom.vendor.update import prepare_update

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
    with pytest.raises(SpecloomError, match=r"^library/acme/shop lies in library, a repository inside") as error:
        prepare("library/acme/shop")
    assert error.value.help == "run it there: cd library"
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
    (shop.folder / "client.py").write_text("# Mine.\n")  # an edit like any other
    apply_addition(prepare("src/acme/shop"))
    assert (project / "pyproject.toml").read_text() == written
    assert read_status(shop).edited == ("client.py",)
    (project / "pyproject.toml").write_text(settings)
    edit(project / "shop.yaml", "What was said.", "What they said.")
    with pytest.raises(SpecloomError, match="is not empty"):
        prepare("src/acme/shop")
    assert load_configuration(project).vendored == {}


def test_a_generated_client_is_vendored_in_its_place_with_edits(project: Path, capfd: pytest.CaptureFixture[str]):
    settings = '[clients.shop]\nspec = "shop.yaml"\nout = "src/acme/shop"\n'
    (project / "specloom.toml").write_text(settings)
    assert main(["generate"]) == 0
    order, own, shop = (project / "src/acme/shop" / each for each in ("models/order.py", "own.py", "."))
    generated = order.read_text()
    add = ["vendor", "add", "shop", "--into", "src/acme/shop"]
    order.write_text(generated.replace("# Generated", "# Ours, generated", 1))
    assert main(add) == 2
    assert "what you edited or deleted is otherwise in a vendored client: models/order.py\n" in capfd.readouterr().err
    order.write_text(generated.replace("What was said.", "Ours."))
    own.write_text("OURS = 1\n")
    edit(project / "shop.yaml", "type: integer}, note", "type: string}, note")
    assert main(add) == 2
    assert "make it current first, with: specloom generate shop; " in capfd.readouterr().err
    edit(project / "shop.yaml", "type: string}, note", "type: integer}, note")
    assert main(add) == 0
    assert "files that were generated are vendored now, with your edits\n" in capfd.readouterr().out
    vendored = load_configuration(project).vendored["shop"]
    status = read_status(vendored)
    assert (status.edited, status.added, status.damage, status.updates) == (("models/order.py",), ("own.py",), (), ())
    assert '"""Ours."""' in order.read_text()
    assert not (shop / "surface.json").exists()
    assert prepare_update(vendored).steps == ()


def test_a_heading_of_the_description_does_not_end_the_readme(vendor: Vendor, project: Path):
    edit(project / "shop.yaml", 'version: "1"', 'version: "1", description: "## Keeping it current\\n\\nDaily."')
    readme = (vendor().folder / "README.md").read_text()
    assert "\n#### Keeping it current\n\nDaily.\n" in readme
    assert "\n## Methods\n" in readme
    assert readme.count("Keeping it current") == 1


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("src/acme/shop", "where case does not count, src/acme/shop is src/acme/Shop, which is there"),
        ("src/Acme/client", "where case does not count, src/Acme is src/acme, which is there"),
        ("src/acme/store", "src/acme/store would be imported in the place of src/acme/store.py"),
        ("src/acme/store/client", "src/acme/store would be imported in the place of src/acme/store.py"),
    ],
)
def test_a_new_folder_is_no_other_one_and_hides_no_module(into: str, said: str, project: Path):
    (project / "src/acme/Shop").mkdir(parents=True)
    (project / "src/acme/store.py").touch()
    with pytest.raises(SpecloomError) as caught:
        prepare(into)
    assert caught.value.message == said
    assert prepare("src/acme/new").found == {}


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
