"""Settings that several people and processes change at once: nobody's text is lost, and nothing is half done."""

import errno
import multiprocessing
import os
import subprocess
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from specloom.findings import SpecloomError
from specloom.targets.settings import load_configuration
from specloom.targets.target import Target
from specloom.vendor import settings
from specloom.vendor.add import Addition, apply_addition, prepare_addition
from specloom.vendor.eject import apply_ejection, prepare_ejection
from specloom.vendor.settings import add_table, changed_settings, remove_table

Vendor = Callable[..., Target]
FORK = multiprocessing.get_context("fork")
MINE = "\n[tool.mine]\nx = 1\n"


def prepare(project: Path, name: str, into: str) -> Addition:
    wanted = Target(Path("shop.yaml"), Path(into), is_vendored=True, name=name)
    return prepare_addition(load_configuration(project), project, wanted)


def run_at_once(*works: Callable[[], object]) -> list[int | None]:
    processes = [FORK.Process(target=work) for work in works]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=60)
    return [process.exitcode for process in processes]


def vendored(file: Path) -> dict[str, object]:
    return tomllib.loads(file.read_text())["tool"].get("specloom", {}).get("vendor", {})


def append(file: Path, text: str) -> None:
    file.write_bytes(file.read_bytes() + text.encode())


def test_all_that_are_added_at_once_are_there(project: Path):
    additions = [prepare(project, f"shop{number}", f"src/shop{number}") for number in range(4)]
    assert run_at_once(*(partial(apply_addition, addition) for addition in additions)) == [0] * 4
    assert vendored(project / "pyproject.toml").keys() == {"shop0", "shop1", "shop2", "shop3"}
    assert sorted(path.name for path in (project / "src").iterdir()) == ["shop0", "shop1", "shop2", "shop3"]
    assert sorted(path.name for path in project.iterdir()) == ["pyproject.toml", "shop.yaml", "src"]


def test_one_is_added_while_another_is_ejected(vendor: Vendor, project: Path):
    shop = vendor()
    ejection = prepare_ejection(load_configuration(project), shop)
    addition = prepare(project, "other", "src/other")
    assert run_at_once(partial(apply_addition, addition), partial(apply_ejection, ejection)) == [0, 0]
    assert vendored(project / "pyproject.toml").keys() == {"other"}
    assert not (project / "src/acme/shop/manifest.json").exists()


@pytest.mark.parametrize("kind", ["plain", "crlf", "link", "narrow", "read-only", "emptied"])
def test_what_an_editor_saves_meanwhile_stays(kind: str, project: Path):
    file = project / "pyproject.toml"
    if kind == "link":
        (project / "settings").mkdir()
        file.rename(project / "settings/real.toml")
        file.symlink_to("settings/real.toml")
    addition, mine = prepare(project, "shop", "src/acme/shop"), MINE
    if kind == "crlf":
        mine = MINE.replace("\n", "\r\n")
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    if kind == "emptied":
        file.write_text("")
    append(file, mine)
    file.chmod({"narrow": 0o600, "read-only": 0o444}.get(kind, 0o644))
    mode, before = file.stat().st_mode, file.read_bytes().decode()
    apply_addition(addition)
    text = file.read_bytes().decode()
    assert text.startswith(before)
    assert "shop" in vendored(file)
    assert (file.is_symlink(), file.stat().st_mode) == (kind == "link", mode)
    assert text.count("\r\n") == (text.count("\n") if kind == "crlf" else 0)
    ejection = prepare_ejection(load_configuration(project), load_configuration(project).vendored["shop"])
    file.chmod(0o644)
    file.write_bytes(f"# Anna was here.{mine[-1:]}".encode() + file.read_bytes())
    apply_ejection(ejection)
    assert file.read_bytes().decode().endswith(before)
    assert file.read_text().startswith("# Anna was here.\n")


@pytest.mark.parametrize(
    ("saved", "message"),
    [
        (
            '[tool.specloom.vendor.shop]\ninto = "elsewhere"\nspec = "shop.yaml"\n',
            "the client shop is vendored already, in elsewhere, and nothing is there",
        ),
        ('[tool.specloom.vendor.a]\ninto = "src"\nspec = "shop.yaml"\n', "would be written into each other"),
        ('[tool.specloom.clients.a]\nout = "src/acme/shop"\nspec = "a"\n', "would be written into each other"),
        ("[tool.specloom]\nnonsense = 1\n", "unknown setting tool.specloom.nonsense"),
        ("[tool.", "not TOML: "),
        ("[tool]\nspecloom = {}\n", "written in a way that"),
    ],
)
def test_what_no_longer_fits_is_refused_before_anything_is_done(saved: str, message: str, project: Path):
    addition = prepare(project, "shop", "src/acme/shop")
    append(project / "pyproject.toml", saved)
    before = (project / "pyproject.toml").read_bytes()
    with pytest.raises(SpecloomError, match=message):
        apply_addition(addition)
    assert (project / "pyproject.toml").read_bytes() == before
    assert sorted(path.name for path in project.iterdir()) == ["pyproject.toml", "shop.yaml"]


def test_settings_that_begin_to_stand_elsewhere_are_noticed(project: Path):
    addition = prepare(project, "shop", "src/acme/shop")
    (project / "specloom.toml").write_text("")
    with pytest.raises(SpecloomError, match=r"specloom\.toml has got settings of Specloom meanwhile"):
        apply_addition(addition)
    assert not (project / "src").exists()


def test_ejecting_twice_at_once_ejects_once(vendor: Vendor, project: Path):
    shop = vendor()
    ejections = [prepare_ejection(load_configuration(project), shop) for _ in range(2)]
    apply_ejection(ejections[0])
    with pytest.raises(SpecloomError, match="has no vendored client 'shop' any more"):
        apply_ejection(ejections[1])


@pytest.mark.parametrize(("saves", "is_kept"), [(1, True), (3, True), (99, False)])
def test_a_save_at_the_last_moment_is_not_overwritten(
    saves: int, is_kept: bool, project: Path, monkeypatch: pytest.MonkeyPatch
):
    """Between the last read and the replacing, as often as it happens."""
    file, done = project / "pyproject.toml", []
    replace = settings.replace_text

    def save_first(target: Path, text: str, *, expected: str) -> bool:
        if len(done) < saves:
            done.append(target)
            append(target, f"# Save {len(done)}.\n")
        return replace(target, text, expected=expected)

    monkeypatch.setattr(settings, "replace_text", save_first)
    change = partial(add_table, file, "shop", {"into": "src/shop"})
    if is_kept:
        with changed_settings(file, change):
            pass
    else:
        with (
            pytest.raises(SpecloomError, match="changed by somebody else again and again"),
            changed_settings(file, change),
        ):
            pass
    text = file.read_text()
    assert all(f"# Save {number + 1}.\n" in text for number in range(len(done)))
    assert ("[tool.specloom.vendor.shop]" in text) is is_kept


def test_what_fails_in_between_leaves_the_settings_alone(project: Path):
    file = project / "pyproject.toml"
    before = file.read_bytes()
    with pytest.raises(ZeroDivisionError), changed_settings(file, partial(add_table, file, "shop", {"into": "a"})):
        raise ZeroDivisionError
    assert file.read_bytes() == before
    assert sorted(path.name for path in project.iterdir()) == ["pyproject.toml", "shop.yaml"]


@pytest.mark.parametrize("moment", ["before", "replacing"])
def test_a_killed_command_leaves_nothing_that_git_sees(moment: str, project: Path, monkeypatch: pytest.MonkeyPatch):
    file = project / "pyproject.toml"
    subprocess.run(["git", "init", "--quiet"], cwd=project, check=True)
    subprocess.run(["git", "add", "--all"], cwd=project, check=True)
    change = partial(add_table, file, "shop", {"into": "a"})

    def die() -> None:
        if moment == "replacing":
            monkeypatch.setattr(Path, "replace", lambda *_: os._exit(9))
        with changed_settings(file, change):
            if moment == "before":
                os._exit(9)

    before = file.read_bytes()
    assert run_at_once(die) == [9]
    assert file.read_bytes() == before
    status = ["git", "status", "--porcelain", "--untracked-files=all"]
    assert "??" not in subprocess.run(status, cwd=project, check=True, capture_output=True, text=True).stdout
    with changed_settings(file, change):
        pass
    assert sorted(path.name for path in project.iterdir()) == [".git", "pyproject.toml", "shop.yaml"]
    with changed_settings(file, partial(remove_table, file, "shop")):
        pass
    assert file.read_bytes() == before


def test_settings_that_are_mounted_by_themselves_are_not_replaced(project: Path, monkeypatch: pytest.MonkeyPatch):
    """As one file that a container has from outside."""

    def replace(_: Path, target: Path) -> None:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(SpecloomError) as caught, changed_settings(project / "pyproject.toml", lambda: "x = 1"):
        pass
    assert (caught.value.message, caught.value.help) == (
        "cannot write pyproject.toml: Device or resource busy",
        "it is mounted by itself, so that no new file can take its place: mount its folder instead",
    )


def test_where_the_settings_cannot_be_written_nothing_is_done(project: Path):
    addition = prepare(project, "shop", "src/acme/shop")
    (project / ".pyproject.toml.specloom-lock").touch()
    with pytest.raises(SpecloomError, match=r"cannot write .*pyproject\.toml"):
        apply_addition(addition)
    assert not (project / "src").exists()
