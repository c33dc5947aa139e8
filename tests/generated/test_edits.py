"""Changes of what others change as well: read, change, send with the revision, again where that is old."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sitoo
from modes import Mode
from sitoo.inputs import ServiceOrdersEditInput
from sitoo.models import ServiceOrder
from sitoo_server import API_ID, API_PASSWORD, SitooServer

ME = {"email": "rui@oficina.example"}
USAGE = """
from typing import assert_type
from sitoo import AsyncSitoo, Sitoo
from sitoo.inputs import ServiceOrdersEditInput
from sitoo.models import ServiceOrder

def change(order: ServiceOrder) -> ServiceOrdersEditInput | None:
    return {"state": "closed", "author": order.author}

def use(client: Sitoo) -> None:
    assert_type(client.service_orders.edit("1", change), ServiceOrder)
    client.service_orders.edit("1", lambda order: {"note": order.note, "author": {"email": "a@b.example"}})
    client.service_orders.edit("1", lambda order: None, max_attempts=1)
    client.service_orders.edit("1", lambda order: {"note": "x"})  # type: ignore[arg-type, return-value]
    client.service_orders.edit("1", lambda order: {"author": order.author, "revision": 1})  # type: ignore[arg-type, return-value]

async def use_async(client: AsyncSitoo) -> None:
    assert_type(await client.service_orders.edit("1", change), ServiceOrder)
"""


def overtaken(server: SitooServer, times: int) -> Callable[[ServiceOrder], ServiceOrdersEditInput]:
    """Return a change that meets somebody else's, so many times."""
    left = [times]

    def change(order: ServiceOrder) -> ServiceOrdersEditInput:
        if left[0]:
            left[0] -= 1
            stored = server.orders[str(order.id)]
            stored.update(revision=stored["revision"] + 1, note=f"{stored['note']}+")
        return {"note": f"{order.note}!", "author": {"email": "rui@oficina.example"}}

    return change


def sent(server: SitooServer) -> list[str]:
    return [target.partition(" ")[0] for target in server.targets]


def test_a_change_is_sent_with_the_revision_that_was_read(mode: Mode, server: SitooServer):
    order = server.add(note="a", revision=3)
    found = mode.run(mode.client().service_orders.edit(order["id"], overtaken(server, 0)))
    assert (found.note, found.revision) == ("a!", 4)
    assert server.requests[1].json == {"note": "a!", "author": ME, "revision": 3}


def test_somebody_else_was_faster(mode: Mode, server: SitooServer):
    order = server.add(note="a")
    found = mode.run(mode.client().service_orders.edit(order["id"], overtaken(server, 2)))
    assert (found.note, found.revision) == ("a++!", 4)
    assert sent(server) == ["GET", "PUT"] * 3


@pytest.mark.parametrize("attempts", [1, 3])
def test_attempts_end_with_the_error_of_the_status(mode: Mode, server: SitooServer, attempts: int):
    order = server.add(note="a")
    client = mode.client()
    with pytest.raises(sitoo.PreconditionFailedError, match="is not the latest") as caught:
        mode.run(client.service_orders.edit(order["id"], overtaken(server, 9), max_attempts=attempts))
    assert f"before each of {attempts} attempts" in caught.value.__notes__[0]
    assert sent(server) == ["GET", "PUT"] * attempts


def test_nothing_to_change_sends_nothing(mode: Mode, server: SitooServer):
    order = server.add()
    found = mode.run(mode.client().service_orders.edit(order["id"], lambda _: None))
    assert found.revision == 1
    assert sent(server) == ["GET"]


def test_what_the_caller_raises_ends_it(mode: Mode, server: SitooServer):
    order = server.add()

    def give_up(_: ServiceOrder) -> ServiceOrdersEditInput:
        raise LookupError("no such state")

    client = mode.client()
    with pytest.raises(LookupError, match="no such state"):
        mode.run(client.service_orders.edit(order["id"], give_up))
    assert sent(server) == ["GET"]


def test_other_failures_are_not_tried_again(mode: Mode, server: SitooServer):
    order = server.add()
    client = mode.client(max_retries=2)

    def change(_: ServiceOrder) -> Any:
        server.fail_next(status=503)
        return {"note": "x", "author": ME}

    with pytest.raises(sitoo.ApiError) as caught:
        mode.run(client.service_orders.edit(order["id"], change))
    assert caught.value.status == 503
    assert sent(server) == ["GET", "PUT"]  # which would meet 412 if the server had carried it out
    with pytest.raises(sitoo.ApiError):
        mode.run(client.service_orders.edit("unknown", change))


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_at_least_one_attempt(mode: Mode, number: int):
    client = mode.client()
    with pytest.raises(ValueError, match="'max_attempts' has to be 1 or more"):
        mode.run(client.service_orders.edit("1", lambda _: None, max_attempts=number))


def test_an_answer_without_a_revision(mode: Mode, server: SitooServer):
    order = server.add(revision=None)
    client = mode.client(on_mismatch="ignore")
    with pytest.raises(sitoo.CallError, match="has no 'revision'"):
        mode.run(client.service_orders.edit(order["id"], lambda _: {"author": ME}))
    assert sent(server) == ["GET"]


def test_many_at_once(server: SitooServer):
    order = server.add(note="")

    async def append() -> None:
        settings = {"base_url": server.base_url, "api_id": API_ID, "api_password": API_PASSWORD}
        async with sitoo.AsyncSitoo(**settings) as client:
            edits = [
                client.service_orders.edit(
                    order["id"], lambda order: {"note": f"{order.note}x", "author": ME}, max_attempts=20
                )
                for _ in range(6)
            ]
            await asyncio.gather(*edits)

    asyncio.run(append())
    assert server.orders[order["id"]]["note"] == "x" * 6


@pytest.mark.slow
def test_types(tmp_path: Path):
    usage = tmp_path / "usage.py"
    usage.write_text(USAGE, encoding="utf-8")
    generated = Path(__file__).parents[2] / "generated"
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), str(usage)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=generated, check=False)
    assert ran.returncode == 0, ran.stdout
