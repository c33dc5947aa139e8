import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from repository import Repository

from specloom.cli.main import main
from specloom.findings import SpecloomError
from specloom.targets.target import Target
from specloom.vendor.settings import add_table, changed_settings, remove_table, replace_values, settings_file

PROJECT = """\
# Ours.
[project]
name = "acme" # the best

[tool.black]
line-length = 100   # wide


"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pyproject.toml"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = 1\n",
        PROJECT.rstrip() + "\n",
        PROJECT.replace("\n", "\r\n").rstrip() + "\r\n",
        '[tool.specloom.clients.a]\nspec = "a"\n',
        '[tool.specloom.vendor.other]\ninto = "b" # [not a table]\n',
    ],
)
def test_what_is_added_can_be_removed_again_without_a_trace(file: Path, text: str):
    file.write_bytes(text.encode())
    added = add_table(file, "shop", {"into": 'src/"é\\"', "only": ["GET /a", "b"]})
    assert added.startswith(text)
    assert tomllib.loads(added)["tool"]["specloom"]["vendor"]["shop"] == {"into": 'src/"é\\"', "only": ["GET /a", "b"]}
    file.write_bytes(added.encode())
    assert remove_table(file, "shop") == text


def test_a_table_in_the_middle_goes_without_its_neighbours(file: Path):
    before, after = "[tool.a]\nx = 1\n\n", "# About b.\n[tool.b]\nx = 2\n"
    file.write_text(f'{before}[tool.specloom.vendor.shop]\ninto = "a"\nonly = [\n  "b",  # why\n]\n\n{after}')
    assert remove_table(file, "shop") == before + after


def test_says_how_to_write_settings_where_nothing_can_be_added(file: Path):
    file.write_text('[tool]\nspecloom = {vendor = {other = {into = "a"}}}\n')
    with pytest.raises(SpecloomError) as caught:
        add_table(file, "shop", {"into": "b"})
    assert "[tool.specloom.vendor.shop] cannot be added" in caught.value.message
    assert caught.value.help == "write what it has of Specloom as tables, without inline ones ({…}), and run it again"
    with pytest.raises(SpecloomError, match="cannot be cut out"):
        remove_table(file, "other")


def test_a_table_in_a_text_is_not_the_table(file: Path):
    file.write_text('text = """\n[tool.specloom.vendor.shop]\n"""\n[tool.specloom.vendor.shop]\ninto = "a"\n')
    assert remove_table(file, "shop") == 'text = """\n[tool.specloom.vendor.shop]\n"""\n'


def test_a_table_goes_however_its_header_is_written_and_with_what_is_below_it(file: Path):
    after = "# of other\n[other]\na = 1\n"
    header, below = '[ tool . "specloom" .vendor. shop ] # x', '[tool.specloom.vendor.shop.lint]\nx = "off"'
    file.write_text(f'{header}\ninto = "a"\npackage = """\n[other]\n"""\n{below}\n{after}')
    assert remove_table(file, "shop") == after


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('[{}.shop]\nsha256 = "old" # why\ninto = "a"', '[{}.shop]\nsha256 = "new" # why\nfiles = ["x"]\ninto = "a"'),
        ("[{}.shop]\n\"sha256\"='old'", '[{}.shop]\n"sha256"="new"\nfiles = ["x"]\n'),
        ('[{}.shop]\n  sha256 = "old"\r\n', '[{}.shop]\n  sha256 = "new"\r\n  files = ["x"]\r\n'),
        ('[{}]\nshop = {{sha256 = "old", into = "a"}}', '[{}]\nshop = {{sha256 = "new", files = ["x"], into = "a"}}'),
        ('[{}]\nshop.sha256 = "old"\n', '[{}]\nshop.sha256 = "new"\nshop.files = ["x"]\n'),
        (
            '[{}.a]\nsha256 = "old"\n[{}.shop]\nfiles = ["old]",] # ]\nsha256 = "old"',
            '[{}.a]\nsha256 = "old"\n[{}.shop]\nfiles = ["x"] # ]\nsha256 = "new"',
        ),
    ],
)
def test_values_change_where_they_stand_however_they_are_written(file: Path, text: str, changed: str):
    table = "tool.specloom.vendor"
    file.write_bytes(text.format(table, table).encode())
    found = replace_values(file, "shop", "vendor", {"sha256": "new", "files": ["x"]})
    assert found == changed.format(table, table)


def test_uses_the_file_that_has_settings_else_the_nearest_of_the_repository(tmp_path: Path):
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").touch()
    assert settings_file(inner, None) == inner / "specloom.toml"
    (tmp_path / "a" / ".git").mkdir()
    assert settings_file(inner, None) == tmp_path / "a" / "specloom.toml"
    (tmp_path / "a" / "pyproject.toml").touch()
    assert settings_file(inner, None) == tmp_path / "a" / "pyproject.toml"
    assert settings_file(inner, tmp_path / "specloom.toml") == tmp_path / "specloom.toml"


def write(file: Path, text: str) -> None:
    with changed_settings(file, lambda: text):
        pass


def test_keeps_the_mode_and_a_link(tmp_path: Path, file: Path):
    real = tmp_path / "real.toml"
    real.write_text("x = 1\n")
    real.chmod(0o640)
    file.symlink_to(real)
    write(file, "x = 2\n")
    assert file.is_symlink()
    assert (real.read_text(), real.stat().st_mode & 0o777) == ("x = 2\n", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pyproject.toml", "real.toml"]


def test_a_file_of_its_own_goes_when_it_is_empty(tmp_path: Path, file: Path):
    own = tmp_path / "specloom.toml"
    own.write_text(add_table(own, "shop", {"into": "a"}))
    write(own, remove_table(own, "shop"))
    assert not own.exists()
    file.write_text("x = 1")
    write(file, "")
    assert file.exists()


def test_a_client_goes_into_the_settings_of_the_project_that_it_lies_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    """In a repository of several projects, wherever the command is run."""
    Repository(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / name / "src" / name).mkdir(parents=True)
        (tmp_path / name / "pyproject.toml").write_text(f'[project]\nname = "{name}"\n')
    add = ["vendor", "add", "fixje", "--into"]
    assert main([*add, "one/src/one/fixje"]) == 0
    assert "go there for all that you do with it: cd one\n" in capfd.readouterr().err
    assert main(["vendor", "status"]) == 2
    assert "go to where settings list some: cd one\n" in capfd.readouterr().err
    assert 'into = "src/one/fixje"' in (tmp_path / "one/pyproject.toml").read_text()
    assert "from one.fixje import" in (tmp_path / "one/src/one/fixje/README.md").read_text()
    (tmp_path / "specloom.toml").write_text("")  # settings for all
    assert main([*add, "two/src/two/fixje"]) == 0
    assert "[vendor.fixje]\n" in (tmp_path / "specloom.toml").read_text()
    assert main([*add, "one/src/one/second", "--name", "second"]) == 0
    assert "[tool.specloom.vendor.second]\n" in (tmp_path / "one/pyproject.toml").read_text()
    (tmp_path / "api.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
    assert main(["vendor", "add", "a", "--spec", "api.yaml", "--into", "one/src/one/a"]) == 0
    assert "[vendor.a]\n" in (tmp_path / "specloom.toml").read_text()


def test_a_printed_command_works_where_it_is_printed(
    vendor: Callable[..., Target],
    move_on: Callable[[str, str], None],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
):
    """Also above the project, where its settings do not apply."""
    shop = vendor()
    order = shop.folder / "models/order.py"
    order.write_text(order.read_text().replace("What was said.", "Ours."))
    move_on("What was said.", "What they said.")
    for here, called in ((project.parent, "project/src/acme/shop"), (project, "shop")):
        monkeypatch.chdir(here)
        assert main(["vendor", "status", str(shop.folder)]) == 0
        run = f"specloom vendor update {called}"
        assert f"  run: {run}\n" in capfd.readouterr().out
        assert main(run.split()[1:]) == 1
        assert f"or go back to before with: {run} --undo\n" in capfd.readouterr().err
        assert main([*run.split()[1:], "--undo"]) == 0
        assert f"`{run}` would do the same again" in capfd.readouterr().err
