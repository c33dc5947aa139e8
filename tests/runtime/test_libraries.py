"""Libraries that are missing or too old are told in one sentence, whatever of a client is loaded first."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from runtime.libraries import require

from specloom.render.imports import all_runtime_files, runtime_files
from specloom.targets.libraries import HTTP_LIBRARIES, HTTPX, PYDANTIC

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"
FIRST = """\
import importlib, json, sys
found = {}
for name in json.loads(sys.argv[1]):
    for each in [each for each in sys.modules if each.split(".")[0] in {"runtime", sys.argv[2]}]:
        del sys.modules[each]
    try:
        importlib.import_module(name)
    except ImportError as error:
        found[name] = str(error)
print(json.dumps(found))
"""


def load_each(tmp_path: Path, library: str, module: str) -> set[str]:
    """Load each module that imports a library by itself, beside a stand-in for it; return what is said."""
    (tmp_path / f"{library}.py").write_text(module, encoding="utf-8")
    paths = [path for path in RUNTIME.rglob("*.py") if f"\nfrom {library}" in (text := path.read_text("utf-8"))
             or f"\nimport {library}" in text]  # fmt: skip
    names = [".".join(["runtime", *path.relative_to(RUNTIME).with_suffix("").parts]) for path in paths]
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(RUNTIME.parent)!r}]\n{FIRST}"
    command = [sys.executable, "-c", code, json.dumps(names), library]
    found = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert len(found) == len(names) > 2
    return {*found.values()}


@pytest.mark.parametrize("version", ["1.10.22", "2.4.2", "2.10.6"])
def test_an_old_pydantic_is_refused_before_anything_else_is_wrong(tmp_path: Path, version: str):
    found = load_each(tmp_path, "pydantic", f"__version__ = {version!r}\n")
    wanted = 'run python -m pip install "pydantic>=2.11"'
    assert found == {f"this client needs pydantic 2.11 or newer, and {version} is installed: {wanted}"}


def test_an_old_http_library_is_refused_before_anything_else_is_wrong(tmp_path: Path):
    assert load_each(tmp_path, "httpx", "__version__ = '0.25.2'\n") == {
        'this client needs httpx 0.26 or newer, and 0.25.2 is installed: run python -m pip install "httpx>=0.26"'
    }


def test_a_missing_library_is_told_likewise():
    with pytest.raises(ImportError, match=r"needs gone_library 1.2 or newer, and none is installed: run python -m pip"):
        require("gone_library>=1.2")


@pytest.mark.parametrize(
    ("folders", "said"),
    [
        ({}, "this client needs httpx 0.26 or newer, and none is installed: "),
        ({"httpx": "0.25.2"}, "this client needs httpx 0.26 or newer, and 0.25.2 is installed: "),
        ({"httpx": "0.28.1", "pydantic": "2.10.6"}, "needs pydantic 2.11 or newer, and 2.10.6 is installed: "),
        ({"httpx": "0.28.1", "pydantic": "2.11.0b1"}, ""),
        ({"httpx": "", "pydantic": ""}, ""),
        ({"httpx": "0.28.1"}, "needs pydantic 2.11 or newer, and none is installed: "),
    ],
)
def test_what_is_missing_or_too_old_is_told_when_a_client_is_imported(
    tmp_path: Path, folders: dict[str, str], said: str
):
    """Neither is loaded for that, but where nothing else tells its version."""
    for name, version in folders.items():
        (tmp_path / name).mkdir()
        code = "raise AssertionError('loaded')\n" if version else "__version__ = '9.0'\n"
        (tmp_path / name / "__init__.py").write_text(code, encoding="utf-8")
        (tmp_path / (f"{name}-{version}.dist-info" if version else "elsewhere")).mkdir(exist_ok=True)
    code = f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(RUNTIME.parent)!r}]\nimport runtime.client"
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == bool(said)
    assert said in (done.stderr.splitlines() or [""])[-1]


def test_what_a_library_lacks_itself_is_said_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "half_library.py").write_text("import gone_library\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match=r"^No module named 'gone_library'$"):
        require("half_library>=1")


@pytest.mark.parametrize("version", ["2.11", "2.11.0b1", "2.12.3", "3.0", "10"])
def test_what_is_new_enough_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str):
    (tmp_path / "some_library.py").write_text(f"__version__ = {version!r}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "some_library", raising=False)
    require("some_library>=2.11")


@pytest.mark.parametrize("http", HTTP_LIBRARIES)
def test_clients_ask_for_what_the_generator_says_that_they_need(http: str):
    modules = {f".{path.removesuffix('.py').replace('/', '.')}" for path in all_runtime_files()}
    files = runtime_files(modules, http)
    for line in (f'HTTP_LIBRARY = "{HTTP_LIBRARIES[http]}"\n', f'PYDANTIC = "{PYDANTIC}"\n'):
        assert line in files["_runtime/libraries.py"]
    lines = {line for text in files.values() for line in text.splitlines()}
    assert {f"import {each}" for each in HTTP_LIBRARIES} & lines == {f"import {http}"}
    assert files.keys() == all_runtime_files().keys()
    assert (files == all_runtime_files()) == (http == HTTPX)
