"""Specloom as it is released: built, installed into an environment of its own, and run there without this checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

__all__ = ["ROOT", "install_wheel", "python_of", "run"]

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, folder: Path, code: int = 0) -> str:
    """Run a command that knows nothing of this checkout, and must end with `code`; return its output."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    result = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert result.returncode == code, result.stdout + result.stderr
    return result.stdout


def install_wheel(dist: Path, environment: Path) -> None:
    """Make an environment that has Specloom from its wheel, made from the source distribution, and nothing else.

    What Specloom depends on is lent by the environment that runs this, so that no network is needed.
    """
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, folder=dist)
    (wheel,) = dist.glob("*.whl")
    venv.create(environment, with_pip=False)
    packages = run(python_of(environment), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=dist)
    run(
        *(sys.executable, "-m", "pip", "--python", python_of(environment)),
        *("install", "--quiet", "--no-deps", "--no-index", wheel),
        folder=dist,
    )
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(packages.strip()) / "lent.pth").write_text("\n".join(sorted(lent)) + "\n")


def python_of(environment: Path) -> Path:
    """Return the interpreter of an environment."""
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
