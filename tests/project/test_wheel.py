"""What is released works where it is installed: away from the checkout, with its templates and descriptions."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from specloom import __version__

ROOT = Path(__file__).parents[2]


def run(*command: str | Path, folder: Path) -> str:
    """Run a command that knows nothing of this checkout; return its output."""
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    result = subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that has Specloom from its wheel, made from the source distribution, and nothing else.

    What Specloom depends on is lent by the environment that runs this test, so that no network is needed.
    """
    dist = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, folder=dist)
    (wheel,) = dist.glob("*.whl")
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    packages = run(_python(environment), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=dist)
    run(
        *(sys.executable, "-m", "pip", "--python", _python(environment)),
        *("install", "--quiet", "--no-deps", "--no-index", wheel),
        folder=dist,
    )
    lent = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(packages.strip()) / "lent.pth").write_text("\n".join(sorted(lent)) + "\n")
    return environment


def _python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def test_says_its_version(installed: Path, tmp_path: Path):
    assert run(installed / "bin" / "specloom", "--version", folder=tmp_path) == f"specloom {__version__}\n"
    assert run(_python(installed), "-m", "specloom", "--version", folder=tmp_path) == f"specloom {__version__}\n"


def test_is_the_installed_one(installed: Path, tmp_path: Path):
    code = "import specloom, specloom.shipped as s; print(specloom.__file__, s.data_folder('specs'), sep='\\n')"
    places = run(_python(installed), "-c", code, folder=tmp_path).splitlines()
    assert [Path(place).is_relative_to(installed) for place in places] == [True, True]


def test_has_everything_that_the_checkout_has(installed: Path):
    (package,) = installed.glob("lib/*/site-packages/specloom")
    for name, folder in (
        ("generator/specloom", package),
        *((n, package / "_data" / n) for n in ("templates", "specs")),
    ):
        expected = {
            path.relative_to(ROOT / name)
            for path in (ROOT / name).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert expected <= {path.relative_to(folder) for path in folder.rglob("*")}
        assert expected


def test_generates_what_the_checkout_generates(installed: Path, tmp_path: Path):
    specloom = installed / "bin" / "specloom"
    output = run(specloom, "generate", "sitoo", folder=tmp_path)
    assert output.startswith("generated/sitoo: ")
    run(
        sys.executable,
        "-m",
        "specloom.__main__",
        "generate",
        "sitoo",
        "--out",
        tmp_path / "twin" / "sitoo",
        folder=ROOT / "generator",
    )
    from_wheel, from_checkout = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.suffix in {".py", ".json"}}
        for folder in (tmp_path / "generated" / "sitoo", tmp_path / "twin" / "sitoo")
    )
    assert from_wheel == from_checkout
    assert run(specloom, "generate", "sitoo", folder=tmp_path) == "generated/sitoo: up to date\n"
    assert run(specloom, "check", "sitoo", folder=tmp_path) == "generated/sitoo: up to date\n"


def test_the_client_can_be_imported(installed: Path, tmp_path: Path):
    run(installed / "bin" / "specloom", "generate", "sitoo", folder=tmp_path)
    code = "import sitoo, sys; print([n for n in sitoo.__all__ if not hasattr(sitoo, n)], 'specloom' in sys.modules)"
    assert run(_python(installed), "-c", code, folder=tmp_path / "generated") == "[] False\n"
