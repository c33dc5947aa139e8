"""Clients that Git ignores, wholly or in part: they would be missing in every clone."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor.add import apply_addition, prepare_addition
from specloom.vendor.status import read_status
from specloom.vendor.update import prepare_update

Vendor = Callable[..., Target]


@pytest.fixture
def repository(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project as a Git repository, with no settings of whoever runs this."""
    (project / "home").mkdir()
    monkeypatch.setenv("HOME", str(project / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(project / "home"))
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    return project


def add(project: Path, into: str) -> tuple[str, ...]:
    wanted = Target(Path("shop.yaml"), Path(into), is_vendored=True, name="shop")
    addition = prepare_addition(load_configuration(project), project, wanted)
    return apply_addition(addition)


@pytest.mark.parametrize(
    ("file", "rule", "into", "ignored"),
    [
        (".gitignore", "build/", "src/build/shop", None),
        (".gitignore", "src/acme/*", "src/acme/shop", None),
        (".gitignore", "models/", "src/shop", ("models/__init__.py", "models/order.py", "models/parcel.py")),
        (".gitignore", "*.json", "src/shop", ("manifest.json",)),
        (".gitignore", ".*", "src/shop", (".gitattributes", ".specloom-base")),
        ("src/.gitignore", "shop/README.md", "src/shop", ("README.md",)),
        (".git/info/exclude", "/src/shop/client.py", "src/shop", ("client.py",)),
        ("home/git/ignore", "*.typed", "src/shop", ("py.typed",)),
        (".gitignore", "*.json\n!manifest.json", "src/shop", ()),
        (".gitignore", "*.pyc\n__pycache__/\nshop.yaml", "src/shop", ()),
    ],
)
def test_what_git_would_not_commit_is_named(
    file: str, rule: str, into: str, ignored: tuple[str, ...] | None, repository: Path
):
    (repository / file).parent.mkdir(parents=True, exist_ok=True)
    (repository / file).write_text(f"{rule}\n")
    found = add(repository, into)
    shop = load_configuration(repository).vendored["shop"]
    every = tuple(sorted(path.relative_to(shop.folder).as_posix() for path in shop.folder.rglob("*") if path.is_file()))
    assert found == (every if ignored is None else ignored)
    status = read_status(shop)
    assert (status.ignored, status.is_well) == (found, True)
    subprocess.run(["git", "add", "--force", "--", into], cwd=repository, check=True)
    assert read_status(shop).ignored == ()


def test_a_clone_without_the_base_says_that_no_commit_has_it(repository: Path):
    (repository / ".gitignore").write_text("/*/shop/.*\n")
    assert add(repository, "src/shop") == (".gitattributes", ".specloom-base")
    subprocess.run(["git", "add", "--", "."], cwd=repository, check=True)
    subprocess.run(["git", "clean", "--force", "--quiet", "-X"], cwd=repository, check=True)
    shop = load_configuration(repository).vendored["shop"]
    (damage,) = read_status(shop).damage
    rule = "no commit has it if `git check-ignore -v src/shop/.specloom-base` names a rule"
    assert damage == f"src/shop/.specloom-base is missing; {rule}"
    (repository / "shop.yaml").write_text((repository / "shop.yaml").read_text().replace("title: ", "title: My "))
    with pytest.raises(SpecloomError, match=rule):
        prepare_update(shop)


def test_what_others_left_in_the_folder_is_their_own_affair(repository: Path):
    (repository / ".gitignore").write_text("*.log\n")
    assert add(repository, "src/shop") == ()
    (repository / "src/shop/a.log").touch()
    assert read_status(load_configuration(repository).vendored["shop"]).ignored == ()


def test_outside_a_repository_and_without_git_nothing_is_ignored(project: Path, monkeypatch: pytest.MonkeyPatch):
    (project / ".gitignore").write_text("*\n")
    assert add(project, "src/shop") == ()
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    monkeypatch.setenv("PATH", str(project))
    assert read_status(load_configuration(project).vendored["shop"]).ignored == ()


def test_add_warns_and_status_says_it_again(repository: Path, capfd: pytest.CaptureFixture[str]):
    (repository / ".gitignore").write_text("models/\n")
    assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/a shop"]) == 2
    assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/shop"]) == 0
    sentence = (
        "Git ignores src/shop/models/__init__.py and 2 more of its files, so a commit would lack them: change the rule "
        "that `git check-ignore -v src/shop/models/__init__.py` names, or commit with `git add --force`\n"
    )
    assert f"warning: {sentence}" in capfd.readouterr().err
    assert main(["vendor", "status"]) == 0
    assert f"  ignored: {sentence}" in capfd.readouterr().out
