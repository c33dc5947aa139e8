"""What the Sitoo server of the tests knows: its orders, the requests that came in, and what goes wrong next."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

__all__ = ["ACCOUNT", "API_ID", "API_PASSWORD", "Fault", "Received", "SitooServer"]

ACCOUNT = "20417"
API_ID = "20417-318"
API_PASSWORD = "s3cret:pässwörd"  # noqa: S105 - of a server that lives as long as the tests


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came in."""

    method: str
    target: str
    """Path and query, still encoded."""
    headers: Mapping[str, str] = field(repr=False)
    body: bytes
    time: float
    """Seconds of the monotonic clock."""

    @property
    def json(self) -> Any:  # noqa: ANN401 - any JSON
        """The body's value."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to a request instead of, or before, being answered."""

    status: int | None = None
    """None: the request is carried out, after `delay`."""
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    delay: float = 0
    """Seconds."""
    drop: bool = False
    """Close the connection when the request is read, without an answer."""
    cut: bool = False
    """Close the connection in the middle of the answer."""


@dataclass
class SitooServer:
    """The state of the server."""

    port: int = 0
    orders: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: list[Received] = field(default_factory=list)
    connections: int = 0
    """How many were made."""
    refuse: int = 0
    """How many connections to close as soon as they are made."""
    _faults: deque[Fault] = field(default_factory=deque)
    _numbers: Iterator[int] = field(default_factory=count)

    @property
    def base_url(self) -> str:
        """Where the account's routes are."""
        return f"http://127.0.0.1:{self.port}/v2/accounts/{ACCOUNT}"

    @property
    def targets(self) -> list[str]:
        """Method, path and query of all requests, below the base URL."""
        prefix = f"/v2/accounts/{ACCOUNT}"
        return [f"{request.method} {request.target.removeprefix(prefix)}" for request in self.requests]

    def reset(self) -> None:
        """Forget everything."""
        self.orders.clear()
        self.requests.clear()
        self._faults.clear()
        self.connections = self.refuse = 0
        self._numbers = count()

    def fail_next(self, *, times: int = 1, **fault: Any) -> None:  # noqa: ANN401 - the members of Fault
        """Let the next requests meet a fault."""
        self._faults.extend([Fault(**fault)] * times)

    def take_fault(self) -> Fault:
        """Return what happens to the request that just came in."""
        return self._faults.popleft() if self._faults else Fault()

    def add(self, **members: Any) -> dict[str, Any]:  # noqa: ANN401 - of an order
        """Store an order and return it."""
        number = next(self._numbers)
        order = {
            "version": "1.0",
            "id": f"7KQ2M9X{number:02}",
            "revision": 1,
            "created": 1767774600 + 60 * number,
            "modified": None,
            "state": "new",
            "store": {"id": "LIS-02", "name": "Oficina da Baixa"},
            "owner": {"email": "rui@oficina.example", "name": "Rui Campos", "employee_id": "207"},
            "customer": {"first_name": "Tomas", "last_name": None, "email": None, "mobile": "+351910000042"},
            "currency": "EUR",
            "note": "Needs it back before the weekend.",
            "product": {
                "sku": "BAG-COURIER",
                "name": "Courier bag",
                "serial": "",
                "services": [
                    {
                        "sku": "SRV-ZIP",
                        "name": "Replace zip",
                        "quantity": 2,
                        "unit_price": "50.00",
                        "cost_share": 12.5,
                        "note": None,
                    }
                ],
            },
            "author": {"email": "marta@oficina.example", "name": "Marta Reis", "employee_id": None},
            **members,
        }
        self.orders[str(order["id"])] = order
        return order
