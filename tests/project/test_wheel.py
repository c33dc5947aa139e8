"""What is released works where it is installed: away from the checkout, with its templates and descriptions."""

import sys
from pathlib import Path

import pytest
from released import ROOT, python_of, run

from specloom import __version__

pytestmark = pytest.mark.slow


def test_says_its_version(installed: Path, tmp_path: Path):
    assert run(installed / "bin" / "specloom", "--version", folder=tmp_path) == f"specloom {__version__}\n"
    assert run(python_of(installed), "-m", "specloom", "--version", folder=tmp_path) == f"specloom {__version__}\n"


def test_is_the_installed_one(installed: Path, tmp_path: Path):
    code = "import specloom, specloom.installed as s; print(specloom.__file__, s.data_folder('specs'), sep='\\n')"
    places = run(python_of(installed), "-c", code, folder=tmp_path).splitlines()
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
    assert (package / "_data" / "LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()  # which clients have, too


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
    assert run(python_of(installed), "-c", code, folder=tmp_path / "generated") == "[] False\n"
