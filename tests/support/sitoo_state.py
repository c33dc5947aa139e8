"""What the Sitoo server of the tests knows: its orders."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

from loopback import LoopbackServer

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ACCOUNT", "API_ID", "API_PASSWORD", "SitooServer"]

ACCOUNT = "20417"
API_ID = "20417-318"
API_PASSWORD = "s3cret:pässwörd"  # noqa: S105 - of a server that lives as long as the tests


@dataclass(repr=False)
class SitooServer(LoopbackServer):
    """The state of the server."""

    orders: dict[str, dict[str, Any]] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def reset(self) -> None:
        """Forget everything."""
        super().reset()
        self.orders.clear()
        self._numbers = count()

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
