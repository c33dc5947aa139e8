"""One asynchronous client in several event loops, one after the other and side by side."""

import asyncio
import threading

import fixje
import fixje_server
import httpx
import pytest
import repairdesk
import repairdesk_server
import sitoo
from fixje_server import FixjeServer
from repairdesk_server import RepairDeskServer
from sitoo_server import API_ID, API_PASSWORD, SitooServer

pytestmark = pytest.mark.usefixtures("unclosed_sockets")


def client_of(server: SitooServer, **settings: object) -> sitoo.AsyncSitoo:
    given = {"base_url": server.base_url, "api_id": API_ID, "api_password": API_PASSWORD, "max_retries": 0}
    return sitoo.AsyncSitoo(**{**given, **settings})


def test_each_run_has_connections_of_its_own(server: SitooServer):
    order = server.add()
    client = client_of(server)

    async def several() -> list[str]:
        orders = await asyncio.gather(*(client.service_orders.get(order["id"]) for _ in range(5)))
        return [each.id for each in orders]

    for _ in range(3):
        assert asyncio.run(several()) == [order["id"]] * 5
    asyncio.run(client.close())
    with pytest.raises(RuntimeError, match="closed"):
        asyncio.run(several())


def test_a_loop_that_goes_on_keeps_its_connections(server: SitooServer):
    order = server.add()
    client = client_of(server)
    with asyncio.Runner() as one, asyncio.Runner() as other:
        for runner in (one, other, one, other):
            assert runner.run(client.service_orders.get(order["id"])).id == order["id"]
        assert server.connections == 2
        one.run(client.close())


def test_loops_of_several_threads_do_not_meet(server: SitooServer):
    order = server.add()
    client = client_of(server)
    found: list[str] = []

    async def several() -> None:
        for _ in range(5):
            orders = await asyncio.gather(*(client.service_orders.get(order["id"]) for _ in range(4)))
            found.extend(each.id for each in orders)

    threads = [threading.Thread(target=asyncio.run, args=(several(),)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert found == [order["id"]] * 60


def test_tokens_and_rate_limits_are_those_of_the_process(partner: FixjeServer, desk: RepairDeskServer):
    client = fixje.AsyncFixje(
        base_url=partner.base_url, client_id=fixje_server.CLIENT_ID, client_secret=fixje_server.CLIENT_SECRET
    )
    tickets = repairdesk.AsyncRepairDesk(base_url=desk.base_url, api_key=repairdesk_server.API_KEY)
    partner.add()

    async def both() -> int:
        await tickets.statuses.list()
        return len([each async for each in client.orders.list()])

    assert [asyncio.run(both()) for _ in range(3)] == [1, 1, 1]
    assert len(partner.logins) == 1


def test_a_transport_with_connections_belongs_to_one_loop(server: SitooServer):
    order = server.add()
    client = client_of(server, transport=httpx.AsyncHTTPTransport())
    assert asyncio.run(client.service_orders.get(order["id"])).id == order["id"]
    with pytest.raises(sitoo.ConfigurationError, match="has served another event loop"):
        asyncio.run(client.service_orders.get(order["id"]))


class Simulated(httpx.MockTransport):
    """A transport of the caller's own, which calls something else a pool."""

    _pool = ()


@pytest.mark.parametrize("kind", [httpx.MockTransport, Simulated])
def test_a_transport_without_connections_serves_every_loop(server: SitooServer, kind: type[httpx.MockTransport]):
    order = server.add()
    client = client_of(server, transport=kind(lambda _: httpx.Response(200, json=order)))
    for _ in range(2):
        assert asyncio.run(client.service_orders.get(order["id"])).id == order["id"]
