"""The last day of a vendored client: no word of it promises updates, and no line of anybody is lost."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.output.manifest import MANIFEST
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.absent import unlisted_clients
from specloom.vendor.base import BASE
from specloom.vendor.eject import apply_ejection, prepare_ejection
from specloom.vendor.status import read_status

PROMISES = ("vendor update", "vendor status", "manifest.json", ".specloom-base", "edits will be lost")


def eject(project: Path, shop: Target) -> tuple[str, ...]:
    ejection = prepare_ejection(load_configuration(project), shop)
    apply_ejection(ejection)
    return tuple(ejection.reworded)


def test_nothing_promises_updates_any_more(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    eject(project, shop)
    texts = {path: path.read_text() for path in shop.folder.rglob("*") if path.is_file()}
    assert not [(path, word) for path, text in texts.items() for word in PROMISES if word in text]
    header = "# Generated from the description of Shop by specloom; since then on its own.\n"
    assert texts[shop.folder / "client.py"].startswith(header)
    readme = texts[shop.folder / "README.md"]
    assert readme.endswith(
        "\n## Where this comes from\n\nSpecloom generated this folder from a description of the API; `LICENSE` is the "
        "licence of what Specloom put into it.\n\n"
        "Since then it is on its own: code like any other, into which nothing is merged.\n"
    )


def test_edits_around_the_words_survive(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    client, readme, order = (shop.folder / path for path in ("client.py", "README.md", "models/order.py"))
    client.write_text("# Ours.\n" + client.read_text() + "\n# The end of ours.")
    readme.write_text(readme.read_text().replace("It is your code:", "It is OUR code:") + "\n## Our notes\n")
    order.write_bytes(order.read_bytes().replace(b"\n", b"\r\n"))
    (shop.folder / "mine.py").write_text("# Ours; `specloom vendor update` keeps your edits.\n")
    (shop.folder / "link.py").symlink_to("client.py")
    (shop.folder / "logo.bin").write_bytes(b"\xff by specloom; `specloom vendor update` keeps your edits.\n")
    before = client.read_text()
    reworded = eject(project, shop)
    alone = before.replace("`specloom vendor update` keeps your edits.", "since then on its own.")
    assert client.read_text() == alone != before
    assert "It is OUR code: edit any file" in readme.read_text()
    assert "Specloom generated this folder" in readme.read_text()
    assert readme.read_text().endswith("\n## Our notes\n")
    assert order.read_bytes().count(b"\r\n") == order.read_bytes().count(b"\n")
    assert b"since then on its own.\r\n" in order.read_bytes()
    assert not {"mine.py", "link.py", "logo.bin"} & {*reworded}
    assert (shop.folder / "link.py").is_symlink()


def test_a_folder_that_changed_meanwhile_is_not_touched(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    ejection = prepare_ejection(load_configuration(project), shop)
    (shop.folder / "mine.py").touch()
    with pytest.raises(SpecloomError, match="changed by somebody else"):
        apply_ejection(ejection)
    assert "vendor update" in (shop.folder / "client.py").read_text()
    assert (shop.folder / ".specloom-base").exists()
    assert "[tool.specloom.vendor.shop]" in (project / "pyproject.toml").read_text()


def test_settings_that_are_left_go_when_it_is_ejected_again(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    settings = (project / "pyproject.toml").read_text()
    eject(project, shop)
    (project / "pyproject.toml").write_text(settings)
    assert eject(project, shop) == ()
    assert (project / "pyproject.toml").read_text() == '[project]\nname = "acme"\n'


def test_a_client_that_is_gone_is_ejected(vendor: Callable[..., Target], project: Path):
    shop = vendor()
    shutil.rmtree(shop.folder)
    assert eject(project, shop) == ()
    assert not shop.folder.exists()


def test_what_is_left_of_a_client_that_another_branch_ejected_is_named(
    vendor: Callable[..., Target], project: Path, capfd: pytest.CaptureFixture[str]
):
    vendor()
    other = vendor("other", "src/acme/other")
    nearer = project / "services/pay"
    nearer.mkdir(parents=True)
    (nearer / "specloom.toml").write_text(f'[vendor.shop]\ninto = "shop"\nspec = "{project}/shop.yaml"\n')
    shutil.copytree(other.folder, nearer / "shop")
    state = {name: (other.folder / name).read_bytes() for name in (BASE, MANIFEST)}
    apply_ejection(prepare_ejection(load_configuration(project), other))
    assert [*unlisted_clients(load_configuration(project))] == []
    for name, data in state.items():  # as a merge with a branch that updated it leaves them
        (other.folder / name).write_bytes(data)
    assert main(["vendor", "status"]) == 0
    said = (
        "src/acme/other has the base of a client, and no settings list it: if it was ejected, remove .specloom-base "
        'and manifest.json from there; else bring its settings back, with into = "src/acme/other"\n'
    )
    assert capfd.readouterr().err == said
    apply_ejection(prepare_ejection(load_configuration(project), load_configuration(project).vendored["shop"]))
    shutil.rmtree(nearer)
    assert main(["vendor", "update"]) == 2
    assert capfd.readouterr().err.endswith(f"\nhelp: {said}")


def test_what_was_ejected_comes_back_by_git(
    vendor: Callable[..., Target], project: Path, capsys: pytest.CaptureFixture[str]
):
    shop, git = vendor(), Repository(project).git
    git("add", "--all")
    git("commit", "--quiet", "--message=Vendor")
    eject(project, shop)
    git("add", "--all")
    git("commit", "--quiet", "--message=Eject")
    (shop.folder / "mine.py").touch()
    assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", str(shop.folder)]) == 2
    words = capsys.readouterr().err.rpartition("take that back with: git ")[2].split()
    git(*words, "--no-edit")
    status = read_status(load_configuration(project).vendored["shop"])
    assert (status.is_well, status.edited, status.added) == (True, (), ("mine.py",))
