"""Clients of small descriptions with httpx2 in the place of httpx: what holds for one holds for the other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = ("test_digest.py", "test_small_clients.py", "test_streams.py", "test_timeouts.py", "test_item_bodies.py")
# What these modules import as httpx is httpx2 then, so that they hand clients what these expect.
INSTEAD = """
import sys
import httpx2
sys.modules["httpx"] = httpx2
import pytest
sys.exit(pytest.main(sys.argv[1:]))
"""


@pytest.mark.slow
def test_small_clients_do_with_httpx2_what_they_do_with_httpx(tmp_path: Path):
    command = [sys.executable, "-c", INSTEAD, "-q", "-p", "no:cacheprovider", f"--basetemp={tmp_path / 'base'}"]
    environment = {**os.environ, "SMALL_CLIENT_HTTP": "httpx2"}
    ran = subprocess.run(
        [*command, *(str(HERE / name) for name in MODULES)],
        env=environment,
        cwd=HERE.parents[1],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout
