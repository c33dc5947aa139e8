"""Clients of descriptions with streams and files: what is generated for them, and what their README shows."""

from __future__ import annotations

import asyncio
import contextlib
import re
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from loopback import LoopbackServer, serving
from small_client import small_client
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from starlette.requests import Request

DESCRIPTION = """
openapi: 3.1.0
info: {title: Small, version: "1"}
servers: [{url: "https://small.example"}]
paths:
  /watch/{id}:
    get:
      tags: [news]
      operationId: watch
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses:
        "200": {description: News., content: {text/event-stream: {schema: {$ref: "#/components/schemas/Note"}}}}
  /both:
    get:
      tags: [news]
      operationId: both
      responses:
        "200":
          description: News.
          content:
            text/event-stream: {schema: {$ref: "#/components/schemas/Note"}}
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Note"}}}
            application/jsonl: {itemSchema: {$ref: "#/components/schemas/Note"}}
  /chat:
    post:
      tags: [news]
      operationId: chat
      requestBody:
        required: true
        content: {application/json: {schema: {properties: {stream: {type: [boolean, "null"]}}}}}
      responses:
        "200":
          description: News.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Note"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Note"}}
  /typed:
    get:
      tags: [news]
      operationId: typed
      responses:
        "200":
          description: News.
          content:
            text/event-stream:
              itemSchema:
                oneOf:
                  - properties:
                      event: {const: note}
                      data: {contentMediaType: application/json, contentSchema: {$ref: "#/components/schemas/Note"}}
                  - {properties: {event: {const: word}, data: {type: string}}}
  /file:
    get:
      tags: [files]
      operationId: content
      responses:
        "200": {description: A file., content: {application/pdf: {schema: {type: string, format: binary}}}}
components:
  schemas:
    Note: {type: object, required: [n], properties: {n: {type: integer}}}
"""


async def watch(request: Request) -> Response:
    last = int(request.headers.get("last-event-id", "0"))

    async def events() -> Any:
        for number in range(last + 1, 4):
            yield f'id: {number}\ndata: {{"n": {number}}}\n\n'

    return StreamingResponse(events(), media_type="text/event-stream")


async def both(request: Request) -> Response:
    match request.headers["accept"]:
        case "text/event-stream":
            return Response('data: {"n": 1}\n\ndata: [DONE]\n\n', media_type="text/event-stream")
        case "application/jsonl":
            return Response('{"n": 2}\n{"n": 3}\n', media_type="application/jsonl")
        case _:
            return JSONResponse([{"n": 4}])


async def chat(request: Request) -> Response:
    """Answer as OpenAI does: what the body says decides."""
    if (await request.json()).get("stream"):
        return Response('data: {"n": 1}\n\ndata: [DONE]\n\n', media_type="text/event-stream")
    return JSONResponse({"n": 2})


async def typed(_: Request) -> Response:
    body = 'event: note\ndata: {"n": 1}\n\nevent: word\ndata: {}\n\nevent: new\ndata: x\n\n'
    return Response(body, media_type="text/event-stream")


async def file(_: Request) -> Response:
    return Response(b"%PDF-", media_type="application/pdf")


ROUTES = [
    Route("/chat", chat, methods=["POST"]),
    Route("/watch/{id}", watch),
    Route("/both", both),
    Route("/typed", typed),
    Route("/file", file),
]


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    state = LoopbackServer()
    with serving(state, Starlette(routes=ROUTES)):
        yield state


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    with small_client(tmp_path_factory.mktemp("client"), DESCRIPTION) as package:
        yield package


def test_a_stream_is_read_in_a_with_statement(small: Any, server: LoopbackServer):
    with small.Small(base_url=server.base_url) as client, client.news.watch(1) as stream:
        assert [note.n for note in stream] == [1, 2, 3]
        assert stream.last_event_id == "3"


def test_a_stream_beside_json_is_asked_for(small: Any, server: LoopbackServer):
    with small.Small(base_url=server.base_url) as client:
        assert [note.n for note in client.news.both()] == [4]
        assert [note.n for note in client.news.both(accept="text/event-stream")] == [1]
        assert [note.n for note in client.news.both(accept="application/jsonl")] == [2, 3]
        assert client.raw(client.news.both, accept="application/jsonl").response.headers["content-type"]
        assert client.preview(client.news.both, accept="text/event-stream").headers["accept"] == "text/event-stream"


def test_a_flag_of_the_body_and_the_media_type_say_the_same(small: Any, server: LoopbackServer):
    with small.Small(base_url=server.base_url) as client:
        assert client.news.chat().n == client.news.chat(stream=False).n == client.news.chat(stream=None).n == 2
        assert [note.n for note in client.news.chat(stream=True)] == [1]
        assert [note.n for note in client.news.chat(accept="text/event-stream")] == [1]
        assert client.preview(client.news.chat, stream=True).headers["accept"] == "text/event-stream"


def test_events_have_data_by_their_type(small: Any, server: LoopbackServer):
    with small.Small(base_url=server.base_url) as client:
        shown = [(event.event, getattr(event.data, "n", event.data)) for event in client.news.typed()]
    assert shown == [("note", 1), ("word", "{}"), ("new", "x")]


def test_the_asynchronous_client_has_the_same(small: Any, server: LoopbackServer, tmp_path: Path):
    async def read() -> Any:
        async with small.AsyncSmall(base_url=server.base_url) as client:
            async with await client.news.watch(1) as stream:
                first = await anext(stream)
            rest = await (await client.news.watch(1)).resume()
            path = await client.download(client.files.content).save(tmp_path / "a.pdf")
            beside = await client.news.both(accept="text/event-stream")
            return first.n, [note.n async for note in rest], path.read_bytes(), [note.n async for note in beside]

    assert asyncio.run(read()) == (1, [1, 2, 3], b"%PDF-", [1])


def test_what_the_readme_shows_of_streams_and_files_works(
    small: Any, server: LoopbackServer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    readme = (Path(small.__file__).parent / "README.md").read_text(encoding="utf-8")
    sections = [readme.split(f"\n## {title}\n")[1].split("\n## ")[0] for title in ("Streams", "Files")]
    blocks = re.findall(r"```python\n(.*?)```", "".join(sections), re.DOTALL)
    assert len(blocks) == 3
    with small.Small(base_url=server.base_url) as client:
        for block in blocks:
            with contextlib.chdir(tmp_path):
                exec(compile(textwrap.dedent(block), "README.md", "exec"), {"client": client})  # noqa: S102 - our own text
    assert capsys.readouterr().out.split() == ["n=1", "n=2", "n=3"] * 2 + ["5"]
    assert (tmp_path / "answer.bin").read_bytes() == b"%PDF-"


def test_docstrings_show_how_a_stream_is_read(small: Any):
    news = small.resources.news
    assert "with client.news.watch(...) as stream:" in news.News.watch.__doc__
    assert "async with await client.news.watch(...) as stream:" in news.AsyncNews.watch.__doc__
    assert 'with client.news.both(accept="text/event-stream") as stream:' in news.News.both.__doc__
