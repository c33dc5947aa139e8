"""Calls over a connection on this machine, through our clients and by hand: one object, a thousand, and prices.

As a program it is the server, in a process of its own, so that it takes no time of those who call.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import httpx
from pydantic import TypeAdapter

GENERATED = Path(__file__).parents[2] / "generated"
ORDER = b"""{
  "version": "1.0", "id": "7KQ2M9XR4", "revision": 2, "created": 1767774600, "modified": 1767780120, "state": "new",
  "store": {"id": "LIS-02", "name": "Oficina da Baixa"},
  "owner": {"email": "rui@oficina.example", "name": "Rui Campos", "employee_id": "207"},
  "customer": {"first_name": "Tomas", "last_name": "Lindqvist", "email": "tomas@customer.example", "mobile": null},
  "currency": "EUR", "note": "Needs it back before the weekend.",
  "product": {"sku": "BAG-COURIER", "name": "Courier bag", "serial": "", "services": [
    {"sku": "SRV-ZIP", "name": "Replace zip", "quantity": 2, "unit_price": "18.50", "cost_share": 50, "note": "Main"},
    {"sku": "SRV-WAX", "name": "Wax canvas", "quantity": 1, "unit_price": null, "cost_share": null, "note": null}]},
  "author": {"email": "marta@oficina.example", "name": "Marta Reis", "employee_id": null}
}"""
PRODUCT = b"""{
  "sku": "SCR-12", "name": "Screen", "ean": "4006381333931", "mpn": "A-12", "taxClass": "high", "image": null,
  "productPrice": {"price": 112.50, "suggestedRetailPrice": 149.00, "oemPrice": 100.10, "defaultRetailPrice": 129.99},
  "stocks": [{"stockId": "4c36094e-7df2-6a1c-b2e0-92c2db5e0c11", "quantity": 3, "additionalCost": 1.50}]
}"""
ANSWERS = {
    "/serviceorders/": ORDER,
    "/serviceorders.json": b"[" + b",".join([ORDER] * 1000) + b"]",
    "/login": json.dumps({"access_token": "t", "expires_in": 3600}).encode(),
    "/products": b"[" + b",".join([PRODUCT] * 1000) + b"]",
}
"""What is answered, by a part of the path."""


class Measured(NamedTuple):
    """Two functions that do the same and return the seconds it took."""

    name: str
    through_client: Callable[[], float]
    by_hand: Callable[[], float]
    factor: float


@contextmanager
def calls() -> Iterator[list[Measured]]:
    """Start the server, and make the clients."""
    sys.path.insert(0, str(GENERATED))
    from fixje import Fixje  # noqa: PLC0415 - needs the path above
    from fixje.models import Product  # noqa: PLC0415 - same
    from sitoo import Sitoo  # noqa: PLC0415 - same
    from sitoo.models import ServiceOrder  # noqa: PLC0415 - same

    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server, ExitStack() as stack:
        stack.callback(server.terminate)
        assert server.stdout is not None
        address = f"http://127.0.0.1:{int(server.stdout.readline())}"
        sitoo = stack.enter_context(Sitoo(account="1", api_id="1", api_password="1", base_url=address))  # noqa: S106 - not sent
        fixje = stack.enter_context(Fixje(client_id="1", client_secret="1", base_url=address))  # noqa: S106 - same
        bare = stack.enter_context(httpx.Client(base_url=address, auth=("1", "1")))

        def by_hand(kind: Any, path: str) -> Callable[[], object]:  # noqa: ANN401 - any type
            validate = TypeAdapter(kind).validate_json
            headers = {"Accept": "application/json"}
            return lambda: validate(bare.get(path, headers=headers).raise_for_status().content)

        yield [
            Measured(
                "a call",
                timed(lambda: sitoo.service_orders.get("7KQ2M9XR4"), 100),
                timed(by_hand(ServiceOrder, "/serviceorders/7KQ2M9XR4.json"), 100),
                1.1,
            ),
            Measured(
                "1,000 objects",
                timed(lambda: sitoo.service_orders.list().first_page()),
                timed(by_hand(list[ServiceOrder], "/serviceorders.json")),
                1.1,
            ),
            Measured(
                "1,000 objects with prices",
                timed(lambda: fixje.products.list().first_page()),
                timed(by_hand(list[Product], "/api/v1/products")),
                1.6,  # by hand, 1.50 is read as 1.5
            ),
        ]


def timed(call: Callable[[], object], count: int = 1) -> Callable[[], float]:
    """Return what makes a call some times and returns the seconds for one."""

    def measure() -> float:
        start = time.perf_counter()
        for _ in range(count):
            call()
        return (time.perf_counter() - start) / count

    return measure


def serve() -> None:
    """Say the port, and answer until somebody ends this."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        print(server.getsockname()[1], flush=True)
        while True:
            connection, _ = server.accept()
            Thread(target=answer, args=(connection,), daemon=True).start()


def answer(connection: socket.socket) -> None:
    """Answer the requests of one connection: the heads of them, as their bodies come apart."""
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    while request := connection.recv(65_536):
        if not request.startswith((b"GET ", b"POST ")):
            continue
        path = request.split(b" ", 2)[1].decode()
        body = next(body for part, body in ANSWERS.items() if part in path)
        head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.sendall(head.encode() + body)


if __name__ == "__main__":
    serve()
