"""What people have in a vendored client beside its files: no command of `vendor` loses any of it."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from specloom.cli.main import main
from specloom.targets.target import Target

Vendor = Callable[..., Target]
MoveOn = Callable[[str, str], None]


def known(folder: Path) -> dict[str, tuple[object, ...]]:
    """Return what lies in a folder, with owner, mode, time and content of each; compiled files aside."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if "__pycache__" not in path.parts:
            status = path.lstat()
            content = path.readlink() if path.is_symlink() else path.read_bytes() if path.is_file() else None
            about = (status.st_mode, status.st_uid, status.st_gid, status.st_mtime_ns, content)
            found[path.relative_to(folder).as_posix()] = about
    return found


def work_in(folder: Path) -> None:
    """Make a folder of one's own in a client, a repository with a commit, and empty folders."""
    own = folder / "own"
    (own / "empty" / "er").mkdir(parents=True)
    (own / "secret").mkdir(mode=0o700)
    (own / "run.sh").write_text("#!/bin/sh\n")
    (own / "run.sh").chmod(0o750)
    (own / "link").symlink_to("../models", target_is_directory=True)
    os.mkfifo(own / "pipe")
    os.utime(own / "run.sh", (1_000_000_000, 1_000_000_000))
    nested = own / "nested"
    git = ["git", "-C", str(nested), "-c", "user.name=Anna", "-c", "user.email=anna@example.com"]
    subprocess.run(["git", "init", "--quiet", str(nested)], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "Mine"], check=True)
    subprocess.run([*git, "pack-refs", "--all"], check=True)
    if os.geteuid() == 0:
        for path in (own, own / "secret", own / "run.sh", own / "link"):
            os.chown(path, 1234, 4321, follow_symlinks=False)


@pytest.mark.parametrize("command", ["update", "eject", "update in conflict", "update of settings"])
def test_a_folder_of_ones_own_stays_as_it_is(command: str, vendor: Vendor, move_on: MoveOn, project: Path):
    shop = vendor()
    work_in(shop.folder)
    before = known(shop.folder / "own")
    move_on("What was said.", "What they said.")
    if command == "update in conflict":
        order = shop.folder / "models/order.py"
        order.write_text(order.read_text().replace("What was said.", "What WE said."))
    if command == "update of settings":
        settings = project / "pyproject.toml"
        settings.write_text(f'{settings.read_text()}only = ["orders"]\n')
    arguments = ["eject", "shop"] if command == "eject" else ["update", "--no-import"]
    assert main(["vendor", *arguments]) == (1 if command == "update in conflict" else 0)
    assert known(shop.folder / "own") == before
    log = ["git", "-C", str(shop.folder / "own" / "nested"), "log", "--format=%s"]
    assert subprocess.run(log, check=True, capture_output=True, text=True).stdout == "Mine\n"


def test_a_client_is_added_between_empty_folders(project: Path):
    (project / "src/acme/shop/own/empty").mkdir(parents=True)
    (project / "src/acme/shop").chmod(0o750)
    assert main(["vendor", "add", "shop", "--spec", "shop.yaml", "--into", "src/acme/shop"]) == 0
    assert (project / "src/acme/shop/own/empty").is_dir()
    assert (project / "src/acme/shop").stat().st_mode & 0o777 == 0o750


def test_files_that_an_update_leaves_alone_keep_their_time_and_those_that_change_their_mode(
    vendor: Vendor, move_on: MoveOn
):
    shop = vendor()
    for path in shop.folder.rglob("*.py"):
        path.chmod(0o640)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    before = known(shop.folder)
    move_on("What was said.", "What they said.")
    assert main(["vendor", "update", "--no-import"]) == 0
    after = known(shop.folder)
    changed = {path for path, (*_, content) in before.items() if after[path][-1] != content}
    files = {path for path in before if (shop.folder / path).is_file()}
    assert changed == {".specloom-base", "manifest.json", "models/order.py"}
    assert {path: after[path] for path in files - changed} == {path: before[path] for path in files - changed}
    assert all(after[path][:3] == before[path][:3] for path in changed)
