"""What a hostile commit may bring: files that leave a mark where anybody runs them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from repository import Repository

__all__ = ["MODULES", "arm_repository", "plant_bare_repository", "plant_modules", "plant_programs"]

MODULES = (
    *("argparse", "concurrent/__init__", "concurrent/futures/__init__", "copyreg", "datetime", "encodings/__init__"),
    *("ensurepip/__init__", "json/__init__", "logging/__init__", "multiprocessing/__init__", "multiprocessing/spawn"),
    *("multiprocessing/resource_tracker", "mypy/__init__", "pickle", "pip/__init__", "pydantic/__init__", "queue"),
    *("random", "runpy", "selectors", "signal", "site", "sitecustomize", "specloom/__init__", "specloom/cli/lint"),
    *("subprocess", "tempfile", "threading", "types", "usercustomize", "venv", "weakref", "yaml/__init__", "_pytest"),
)
"""Names that Python, pip, mypy or Specloom import, and would import from here if they looked."""


def plant_modules(folder: Path, mark: Path, names: Iterable[str] = MODULES) -> None:
    """Write Python modules, and settings that name some, which write their name into `mark` when they are run."""
    for name in names:
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"open({str(mark)!r}, 'a').write({name + chr(10)!r})\n")
    (folder / "canary.pth").write_text(f"import os; open({str(mark)!r}, 'a').write('pth')\n")
    (folder / "plugin.py").write_text(f"open({str(mark)!r}, 'a').write('plugin')\n")
    (folder / "mypy.ini").write_text("[mypy]\nplugins = plugin.py\n")
    (folder / "setup.cfg").write_text("[mypy]\nplugins = plugin.py\n[install]\nprefix = canary\n")
    (folder / "setup.py").write_text(f"open({str(mark)!r}, 'a').write('setup.py')\n")
    (folder / "ruff.toml").write_text("extend = '/nowhere.toml'\n")
    (folder / "pip.conf").write_text("[global]\nno-index = true\n")


def plant_programs(folder: Path, mark: Path, names: Iterable[str] = ("git", "python", "ruff")) -> None:
    """Write programs that write their name into `mark`."""
    (folder / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    for name in (*names, ".venv/bin/python"):
        (folder / name).write_text(f"#!/bin/sh\necho {name} >> '{mark}'\nexit 1\n")
        (folder / name).chmod(0o755)


def plant_bare_repository(folder: Path, repository: Repository, mark: Path) -> None:
    """Lay a folder of a work tree out as a bare repository whose settings run commands, of files that can be committed.

    Args:
        folder: Anywhere in the work tree.
        repository: Whose commits the bare repository has.
        mark: A file that the commands make.
    """
    kept = {"objects", "refs", "packed-refs"}
    for entry in sorted((repository.folder / ".git").iterdir()):
        if entry.name in kept:
            copy = shutil.copytree if entry.is_dir() else shutil.copy2
            copy(entry, folder / entry.name)
    (folder / "HEAD").write_text(repository.git("rev-parse", "HEAD") + "\n")
    (folder / "refs" / "keep").write_text("")
    (folder / "config").write_text("[core]\n\trepositoryformatversion = 0\n")
    files = sorted(path.name for path in folder.iterdir() if path.suffix == ".yaml")
    repository.git(f"--git-dir={folder}", f"--work-tree={folder}", "-C", str(folder), "add", *files)  # its index
    run = f"touch '{mark}'; false"
    (folder / "config").write_text(
        f'[core]\n\tbare = false\n\tworktree = .\n\trepositoryformatversion = 0\n\tfsmonitor = "{run}"\n'
        f'\tsshCommand = "{run}"\n\tgitProxy = "{run}"\n\tpager = "{run}"\n\thooksPath = hooks\n'
        f'[filter "evil"]\n\tclean = "{run}"\n\tsmudge = "{run}"\n\trequired\n'
        f'[remote "origin"]\n\turl = "ext::sh -c touch% {mark}"\n[protocol]\n\tallow = always\n'
    )
    _write_hooks(folder / "hooks", mark)


def arm_repository(folder: Path, mark: Path) -> None:
    """Let the settings of a repository itself name commands that leave a mark; attributes choose among them.

    They are its owner's and not of a commit, so this is for programs that promise to run none.
    """
    run = f"touch '{mark}'; cat"
    with (folder / ".git" / "config").open("a") as config:
        config.write(
            f"[core]\n\tfsmonitor = \"touch '{mark}'; false\"\n"
            f'[filter "evil"]\n\tclean = "{run}"\n\tsmudge = "{run}"\n\trequired\n'
            f'[filter "a=b.c"]\n\tprocess = "{run}"\n\tclean = "{run}"\n'
            f'[diff "evil"]\n\ttextconv = "{run}"\n\tcommand = "{run}"\n[diff]\n\texternal = "{run}"\n'
        )
    _write_hooks(folder / ".git" / "hooks", mark)


def _write_hooks(folder: Path, mark: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"):
        hook = folder / name
        hook.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
        hook.chmod(0o755)
