"""A client with the oldest and the newest libraries that it says it works with, and with each Python that is here."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from specloom.pipeline import generate
from specloom.targets.libraries import HTTP_LIBRARIES, PYDANTIC
from specloom.targets.target import Target

DESCRIPTION = """\
openapi: 3.1.0
info: {title: Rail, version: "1"}
servers: [{url: https://rail.example}]
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    Place: {type: object, required: [kind, seat], properties: {kind: {const: seat}, seat: {type: integer}}}
    Bed: {type: object, required: [kind, deck], properties: {kind: {const: bed}, deck: {type: string}}}
    Booking:
      type: object
      required: [id, night, price, where]
      properties:
        id: {type: integer}
        night: {type: string, format: date}
        price: {type: string, format: decimal}
        where: {oneOf: [{$ref: "#/components/schemas/Place"}, {$ref: "#/components/schemas/Bed"}]}
paths:
  /bookings/{id}:
    post:
      operationId: changeBooking
      tags: [bookings]
      security: [{token: []}]
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {type: object, required: [note],
        properties: {note: {type: string}}}}}}
      responses:
        "200": {description: Done., content: {application/json: {schema: {$ref: "#/components/schemas/Booking"}}}}
        "404": {description: Gone.}
"""
USE = """\
import asyncio, json, sys, threading, warnings
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

warnings.simplefilter("error")
library = sys.argv[1]

class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert said == {"note": "late"} and self.headers["Authorization"] == "Bearer t"
        where = {"kind": "bed", "deck": "upper"}
        found = {"id": 4, "night": "2026-12-24", "price": "9.50", "where": where, "more": [1]}
        body = json.dumps(found).encode()
        self.send_response(200 if self.path.endswith("/4") else 404)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments): ...

server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
address = f"http://127.0.0.1:{server.server_port}"

import rail
assert {"pydantic", "httpx", "httpx2"}.isdisjoint(sys.modules)

def check(booking):
    assert booking.night == date(2026, 12, 24) and booking.where.deck == "upper", booking

with rail.Rail(token="t", base_url=address) as client:
    check(client.bookings.change_booking(4, note="late"))
    try:
        client.bookings.change_booking(5, note="late")
    except rail.NotFoundError as error:
        assert error.status == 404 and type(error.response).__mro__[1].__module__ == library

async def use():
    async with rail.AsyncRail(token="t", base_url=address) as client:
        check(await client.bookings.change_booking(4, note="late"))

asyncio.run(use())
assert {"httpx", "httpx2"} & sys.modules.keys() == {library}
import pydantic
print(sys.modules[library].__version__, pydantic.VERSION)
"""
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
OLDEST = [each.replace(">=", "~=") + ".0" for each in (*HTTP_LIBRARIES.values(), PYDANTIC)]
NEWEST = ["--upgrade", *HTTP_LIBRARIES, "pydantic"]


@cache
def python(version: str) -> Path | None:
    """Return a Python of a version that is on the PATH, or that pyenv has."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [
        *([shutil.which(f"python{version}")] if shutil.which(f"python{version}") else []),
        *sorted(pyenv.glob(f"{version}.*/bin/python")),
    ]
    for each in found:
        ran = subprocess.run(
            [each, "-c", "import sys; print(*sys.version_info[:2], sep='.')"],
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.stdout.strip() == version:
            return Path(each)
    return None


def environment(folder: Path, interpreter: Path, wanted: list[str]) -> Path:
    """Return the Python of a new environment with these packages; skip where they cannot be had."""
    subprocess.run([interpreter, "-m", "venv", folder], check=True, capture_output=True)
    own = folder / "bin" / "python"
    command = [own, "-m", "pip", "install", "--quiet", "--only-binary", ":all:", "--disable-pip-version-check", *wanted]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if ran.returncode:
        pytest.skip(
            f"pip cannot install {' '.join(wanted)}: {(ran.stderr.strip() or 'it says nothing').splitlines()[-1]}"
        )
    return own


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="environments look otherwise there")
@pytest.mark.parametrize("wanted", [OLDEST, NEWEST], ids=["oldest", "newest"])
@pytest.mark.parametrize("version", VERSIONS)
def test_a_client_works_with_the_oldest_and_the_newest_libraries(tmp_path: Path, version: str, wanted: list[str]):
    interpreter = python(version)
    if interpreter is None:
        pytest.skip(f"there is no Python {version}")
    own = environment(tmp_path / "environment", interpreter, wanted)
    (tmp_path / "rail.yaml").write_text(DESCRIPTION, encoding="utf-8")
    for http, needed in HTTP_LIBRARIES.items():
        place = tmp_path / f"with_{http}"
        for path, text in generate(Target(tmp_path / "rail.yaml", http=http)).tree.items():
            file = place / "rail" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        ran = subprocess.run([own, "-c", USE, http], cwd=place, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        if wanted is OLDEST:
            begins = [each.partition(">=")[2] + "." for each in (needed, PYDANTIC)]
            assert all(found.startswith(begin) for found, begin in zip(ran.stdout.split(), begins, strict=True))
