"""The asynchronous client under trio: httpx and all that waits go by anyio, which knows both."""

import asyncio
import io
import time

import fixje
import fixje_server
import httpx
import pytest
import repairdesk
import repairdesk_server
import sitoo
import trio
import trio.lowlevel
from fixje_server import FixjeServer
from repairdesk_server import RepairDeskServer
from sitoo_server import API_ID, API_PASSWORD, SitooServer
from small_client import small_client

SMALL = """\
openapi: 3.2.0
info: {title: Small, version: "1"}
servers: [{url: "https://api.test"}]
paths:
  /file:
    get: {operationId: fetch, tags: [t], responses: {"200": {description: d, content: {application/pdf: {}}}}}
    put:
      operationId: send
      tags: [t]
      requestBody: {required: true, content: {application/octet-stream: {}}}
      responses: {"204": {description: d}}
  /log:
    get: {operationId: read, tags: [t], responses: {"200": {description: d, content: {
      application/jsonl: {itemSchema: {type: integer}}}}}}
    post:
      operationId: append
      tags: [t]
      requestBody: {required: true, content: {application/jsonl: {itemSchema: {type: integer}}}}
      responses: {"204": {description: d}}
"""


pytestmark = pytest.mark.usefixtures("unclosed_sockets")


def client_of(server: SitooServer, **settings: object) -> sitoo.AsyncSitoo:
    given = {"base_url": server.base_url, "api_id": API_ID, "api_password": API_PASSWORD, "max_retries": 0}
    return sitoo.AsyncSitoo(**{**given, **settings})


def test_one_client_serves_several_loops_of_both_kinds(server: SitooServer):
    order = server.add()
    client = client_of(server)

    async def several() -> list[str]:
        found: list[str] = []

        async def one() -> None:
            found.append((await client.service_orders.get(order["id"])).id)

        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(one)
        return found

    for _ in range(2):
        assert trio.run(several) == [order["id"]] * 5
        assert asyncio.run(client.service_orders.get(order["id"])).id == order["id"]
    trio.run(client.close)
    with pytest.raises(RuntimeError, match="closed"):
        trio.run(client.service_orders.get, order["id"])


def test_pages_are_read(server: SitooServer):
    orders = [server.add()["id"] for _ in range(3)]

    async def read() -> list[str]:
        async with client_of(server) as client:
            return [each.id async for each in client.service_orders.list(num=2)]

    assert sorted(trio.run(read)) == sorted(orders)


def test_tokens_and_rate_limits_are_those_of_the_process(partner: FixjeServer, desk: RepairDeskServer):
    client = fixje.AsyncFixje(
        base_url=partner.base_url, client_id=fixje_server.CLIENT_ID, client_secret=fixje_server.CLIENT_SECRET
    )
    tickets = repairdesk.AsyncRepairDesk(base_url=desk.base_url, api_key=repairdesk_server.API_KEY)
    partner.add()
    found: list[int] = []

    async def orders() -> None:
        found.append(len([each async for each in client.orders.list()]))

    async def both() -> None:
        await tickets.statuses.list()
        async with trio.open_nursery() as nursery:
            for _ in range(4):
                nursery.start_soon(orders)

    trio.run(both)
    trio.run(both)
    assert found == [1] * 8
    assert len(partner.logins) == 1


def test_what_is_cancelled_ends_at_once(server: SitooServer):
    async def never(request: httpx.Request) -> httpx.Response:  # noqa: ARG001 - as httpx calls it
        await trio.sleep(60)
        raise AssertionError

    async def read() -> bool:
        client = client_of(server, transport=httpx.MockTransport(never))
        with trio.move_on_after(0.05) as scope:
            await client.service_orders.get("1")
        return scope.cancelled_caught

    began = time.monotonic()
    assert trio.run(read)
    assert time.monotonic() - began < 10


def test_deadlines_and_retries_hold(server: SitooServer):
    tries: list[float] = []

    async def slow(request: httpx.Request) -> httpx.Response:  # noqa: ARG001 - as httpx calls it
        tries.append(trio.current_time())
        if len(tries) == 1:
            return httpx.Response(503, headers={"Retry-After-Ms": "20"})
        await trio.sleep(60)
        raise AssertionError

    async def read() -> None:
        client = client_of(server, transport=httpx.MockTransport(slow), max_retries=1, timeout=0.1)
        await client.service_orders.get("1")

    with pytest.raises(sitoo.TimedOutError):
        trio.run(read)
    assert len(tries) == 2


def test_bodies_of_every_kind_go_out_and_come_in(tmp_path):
    sent: list[bytes] = []

    async def answer(request: httpx.Request) -> httpx.Response:
        sent.append(await request.aread())
        if request.method != "GET":
            return httpx.Response(204)
        is_file = request.url.path == "/file"
        media_type = "application/pdf" if is_file else "application/jsonl"
        return httpx.Response(200, content=b"1\n2\n", headers={"Content-Type": media_type})

    async def pieces() -> object:
        for number in range(2):
            await trio.lowlevel.checkpoint()
            yield number

    async def use(client) -> None:
        (tmp_path / "a").write_bytes(b"path")
        await client.t.send(body=tmp_path / "a")
        await client.t.send(body=io.BytesIO(b"file"))
        await client.t.append(body=pieces())
        async with await client.t.read() as stream:
            assert [each async for each in stream] == [1, 2]
        assert await client.t.fetch() == b"1\n2\n"
        await client.download(client.t.fetch).save(tmp_path / "b")

    async def main(small) -> None:
        async with small.AsyncSmall(transport=httpx.MockTransport(answer)) as client:
            await use(client)

    with small_client(tmp_path, SMALL) as small:
        trio.run(main, small)
    assert sent[:3] == [b"path", b"file", b"0\n1\n"]
    assert (tmp_path / "b").read_bytes() == b"1\n2\n"
