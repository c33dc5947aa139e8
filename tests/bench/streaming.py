"""What streams and files cost: a thousand events, and how much memory 200 MiB take on their way up and down."""

from __future__ import annotations

import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
EVENTS = 1000
DESCRIPTION = """
openapi: 3.1.0
info: {title: Feed, version: "1"}
servers: [{url: "https://feed.example"}]
paths:
  /events:
    get:
      tags: [events]
      operationId: events.read
      responses:
        "200": {description: ok, content: {text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}}}
  /file:
    get:
      tags: [files]
      operationId: files.read
      responses: {"200": {description: ok, content: {application/octet-stream: {}}}}
    put:
      tags: [files]
      operationId: files.write
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: ok}}
components:
  schemas:
    Choice: {type: object, properties: {index: {type: integer}, text: {type: string}}}
    Chunk:
      type: object
      required: [id, choices]
      properties:
        id: {type: string}
        created: {type: integer}
        choices: {type: array, items: {$ref: "#/components/schemas/Choice"}}
"""
SERVER = """
from http.server import BaseHTTPRequestHandler, HTTPServer

BLOCK = bytes(65536)

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(3200 * len(BLOCK)))
        self.end_headers()
        for _ in range(3200):
            self.wfile.write(BLOCK)

    def do_PUT(self):
        left = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 65536)))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass

class Server(HTTPServer):
    def handle_error(self, *_):
        pass  # the first pieces are all that is wanted of the first file

server = Server(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""
TRANSFER = """
import asyncio, resource, sys
from pathlib import Path
from feed import AsyncFeed, Feed

address, folder, kind = f"http://127.0.0.1:{sys.argv[1]}", Path(sys.argv[2]), sys.argv[3]
big, small, copy = folder / "big.bin", folder / "small.bin", folder / "copy.bin"
small.write_bytes(bytes(65536))
with big.open("wb") as file:
    file.truncate(200 * 2**20)

def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

if kind == "sync":
    with Feed(base_url=address) as client:
        client.files.write(body=small)
        with client.download(client.files.read) as pieces:
            next(pieces)
        start = most()
        client.files.write(body=big)
        client.download(client.files.read).save(copy, overwrite=True)
else:
    async def main():
        async with AsyncFeed(base_url=address) as client:
            await client.files.write(body=small)
            async with client.download(client.files.read) as pieces:
                await anext(pieces)
            start = most()
            await client.files.write(body=big)
            await client.download(client.files.read).save(copy, overwrite=True)
            return start
    start = asyncio.run(main())
assert copy.stat().st_size == 200 * 2**20
print(most() - start)
"""


def write_client(folder: Path) -> None:
    """Generate the client of the description into a package `feed` of a folder."""
    spec = folder / "openapi.yaml"
    spec.write_text(DESCRIPTION, encoding="utf-8")
    command = [sys.executable, "-m", "specloom", "generate", "--spec", str(spec), "--out", str(folder / "feed")]
    environment = {"PYTHONPATH": str(ROOT / "generator")}
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def events(folder: Path) -> Iterator[tuple[Callable[[], float], Callable[[], float]]]:
    """Make two functions that each read a thousand events and return the seconds: by our client, and by hand.

    Args:
        folder: Where the client is, see `write_client`.
    """
    sys.path.insert(0, str(folder))
    from feed import Feed  # noqa: PLC0415 - needs the path above
    from feed.models import Chunk  # noqa: PLC0415 - same

    data = b'data: {"id": "chunk-1", "created": 1767774600, "choices": [{"index": 0, "text": " and then"}]}\n\n'
    body = data * EVENTS
    pieces = [body[start : start + 4096] for start in range(0, len(body), 4096)]

    def answer(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=iter(pieces), headers={"content-type": "text/event-stream"})

    transport = httpx.MockTransport(answer)
    with (
        Feed(transport=transport) as client,
        httpx.Client(base_url="https://feed.example", transport=transport) as bare,
    ):

        def through_client() -> float:
            start = time.perf_counter()
            with client.events.read() as stream:
                read = sum(1 for _ in stream)
            assert read == EVENTS
            return time.perf_counter() - start

        def by_hand() -> float:
            start, read = time.perf_counter(), 0
            with bare.stream("GET", "/events", headers={"Accept": "text/event-stream"}) as response:
                for line in response.raise_for_status().iter_lines():
                    if line.startswith("data:"):
                        Chunk.model_validate_json(line[5:])
                        read += 1
            assert read == EVENTS
            return time.perf_counter() - start

        yield through_client, by_hand


def transfer(folder: Path, kind: str) -> float:
    """Send a file of 200 MiB and save one, in a process of its own; return the MiB of memory that this takes more.

    Args:
        folder: Where the client is.
        kind: `sync` or `async`.
    """
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True) as server:
        try:
            port = server.stdout.readline().strip() if server.stdout else ""
            command = [sys.executable, "-c", TRANSFER, port, str(folder), kind]
            environment = {"PYTHONPATH": str(folder), "NO_PROXY": "*"}
            done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        finally:
            server.kill()
    return float(done.stdout)
