"""What the README of each client shows is run, line by line, against a server on loopback."""

from __future__ import annotations

import contextlib
import re
import shutil
import ssl
import subprocess
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import certifi
import httpx
import pytest
from ruff import find_ruff_bin
from small_client import answering, small_client

if TYPE_CHECKING:
    from types import ModuleType

    from loopback import LoopbackServer

ANSWER = {"access_token": "made-up", "token_type": "bearer", "expires_in": 3600}
"""What every request gets: a token for who wants one, and for all others an answer without what they know."""
SETTINGS = {
    "fixably": {"domain": "made-up", "api_key": "made-up"},
    "fixje": {"host": "made-up", "client_id": "made-up", "client_secret": "made-up"},
    "repairdesk": {"api_key": "made-up"},
    "sitoo": {"account": "1", "api_id": "made-up", "api_password": "made-up"},
}
NULLS = {"fixably": "description", "fixje": "reference", "sitoo": "note"}
"""The member that is sent as null and then left out; RepairDesk knows no null."""
SMALL = """
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://small.example"}]
paths:
  /things/{id}:
    patch:
      tags: [things]
      operationId: change
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [day], properties: {day: {type: string, format: date}, note: {type: [string, "null"]}}}}}
      responses: {"200": {description: d}, "409": {description: d}}
  /pictures/{id}:
    put:
      tags: [things]
      operationId: show
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody:
        required: true
        content:
          text/plain: {schema: {type: string}}
          multipart/form-data:
            schema: {required: [title, file], properties: {title: {type: string}, file: {type: string, format: binary}}}
      responses: {"204": {description: d}}
"""


def test_what_readmes_show_is_as_ruff_formats_it(tmp_path: Path):
    for name in SETTINGS:
        for number, lines in enumerate(block for found in blocks(import_module(name)).values() for block in found):
            (tmp_path / f"{name}_{number}.py").write_text(lines)
    check = [find_ruff_bin(), "format", "--isolated", "--check", "--diff", "--line-length=320", str(tmp_path)]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def blocks(package: ModuleType) -> dict[str, list[str]]:
    """Return the Python that the README of a client shows, by section."""
    text = (Path(str(package.__file__)).parent / "README.md").read_text(encoding="utf-8")
    sections = dict(each.split("\n", 1) for each in f"\n{text}".split("\n## ")[1:])
    found = {title: re.findall(r"```python\n(.*?)```", section, re.DOTALL) for title, section in sections.items()}
    return {title: each for title, each in found.items() if each} | {
        "": re.findall(r"```python\n(.*?)```", text.partition("\n## ")[0], re.DOTALL)
    }


def execute(code: str, folder: Path, **names: Any) -> None:
    with contextlib.chdir(folder):
        exec(compile(code.replace("…", "made-up"), "README.md", "exec"), names)  # noqa: S102 - our own text


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "picture.jpg").write_bytes(b"a picture")
    return tmp_path


def transports(package: ModuleType) -> list[str]:
    """Return what the README of a client shows as transports for blocking clients."""
    text = (Path(str(package.__file__)).parent / "README.md").read_text(encoding="utf-8")
    return [each for each in re.findall(r"`transport=(.*?)` \|", text) if "Async" not in each]


def sent(server: LoopbackServer) -> list[Any]:
    """Return the JSON bodies that came, those of requests for tokens aside."""
    return [each.json for each in server.requests if each.headers.get("content-type") == "application/json"]


@pytest.mark.filterwarnings("ignore::UserWarning")  # that no answer is as described
@pytest.mark.parametrize("name", SETTINGS)
def test_all_that_the_readme_of_a_shipped_client_shows_runs(
    name: str,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
):
    package = import_module(name)
    class_ = next(each for each in package.__all__ if f"Async{each}" in package.__all__)
    shown = blocks(package)
    assert {"", "Calls", "Errors"} <= shown.keys()
    with answering(ANSWER) as server:
        monkeypatch.setenv(f"{name.upper()}_BASE_URL", server.base_url)
        (first,) = shown.pop("")
        execute(first, folder)
        (errors,), webhooks = shown.pop("Errors"), shown.pop("Webhooks", [])
        with getattr(package, class_)(**SETTINGS[name], max_retries=0) as client:
            for code in shown.pop("Files", []):  # whose address would come in the answer
                with pytest.raises(package.UploadError, match="gives no address"):
                    execute(code, folder, client=client)
            server.requests.clear()
            for codes in shown.values():
                for code in codes:
                    execute(code, folder, client=client)
            bodies = sent(server)
            capsys.readouterr()
            server.fail_next(status=404, body=b'{"message": "none"}')
            execute(errors, folder, client=client)
            server.fail_next(drop=True)
            execute(errors, folder, client=client)
    printed = capsys.readouterr().out
    assert printed
    shutil.copy(certifi.where(), folder / "made-up")
    with contextlib.chdir(folder):
        own = [eval(code.replace("…", "made-up"), {"httpx": httpx, "ssl": ssl}) for code in transports(package)]  # noqa: S307 - our own text
    assert [type(each).__name__ for each in own] == ["HTTPTransport", "MockTransport"]
    with getattr(package, class_)(**SETTINGS[name], transport=own[-1]) as client, caplog.at_level("INFO", name):
        assert client.request("GET", "/").json() == {"made-up": 1}
    assert [(each.name.partition(".")[0], each.getMessage()) for each in caplog.records] == [(name, "GET /: 200")]
    assert [body.get(NULLS.get(name), "left out") for body in bodies] == [None, "left out"][-len(bodies) :]
    for code in webhooks:
        request = SimpleNamespace(headers={"Token": "made-up", "Payload-Type": "note"}, body=b'{"id": 1}')
        execute(code, folder, request=request)


def test_what_the_readme_of_a_small_client_shows_runs(folder: Path, capsys: pytest.CaptureFixture[str]):
    with small_client(folder, SMALL) as small, answering() as server:
        shown = blocks(small)
        (null,), (file,), (errors,) = (shown[title] for title in ("Calls", "Files", "Errors"))
        with small.Small(base_url=server.base_url) as client:
            execute(null, folder, client=client)
            execute(file, folder, client=client)
            server.fail_next(status=409, body=b'{"message": "not now"}')
            execute(errors, folder, client=client)
    assert sent(server)[:2] == [{"day": "2026-01-31", "note": None}, {"day": "2026-01-31"}]
    picture = server.requests[2]
    assert (picture.method, picture.parts) == ("PUT", {"title": "made-up", "file": "a picture"})
    assert capsys.readouterr().out == "not now\n"
