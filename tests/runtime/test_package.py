"""The runtime as a package: what importing it costs, and that it works wherever it is copied to."""

import shutil
import subprocess
import sys
from pathlib import Path

RUNTIME = Path(__file__).parents[2] / "templates" / "runtime"


def python(code: str, folder: Path):
    run = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert run.stderr == ""
    return run.stdout.strip()


def test_importing_it_loads_neither_httpx_nor_pydantic():
    code = "import runtime.client, sys; print([name for name in ('httpx', 'pydantic', 'anyio') if name in sys.modules])"
    assert python(code, RUNTIME.parent) == "[]"


def test_it_works_under_any_name(tmp_path: Path):
    shutil.copytree(RUNTIME, tmp_path / "acme" / "demo" / "_runtime", ignore=shutil.ignore_patterns("__pycache__"))
    code = (
        "import httpx\n"
        "from acme.demo._runtime.client import Client\n"
        "from acme.demo._runtime.configuration import Configuration\n"
        "transport = httpx.MockTransport(lambda request: httpx.Response(200, text=str(request.url)))\n"
        "with Client(Configuration('https://example.com/'), transport=transport) as client:\n"
        "    print(client, client.request('GET', '/a').text)"
    )
    assert python(code, tmp_path) == "<Client https://example.com> https://example.com/a"


def test_two_modules_know_the_http_library():
    """And the feature that has it prove passwords."""
    importers = {path.name for path in RUNTIME.rglob("*.py") if "\nimport httpx" in path.read_text("utf-8")}
    assert importers == {"answer.py", "deadlines.py", "transport.py", "digest.py"}
