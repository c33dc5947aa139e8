"""The libraries that generated clients need: the oldest versions with which they pass their tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from specloom.messages import did_you_mean

if TYPE_CHECKING:
    from specloom.targets.table import Table

PYDANTIC: Final = "pydantic>=2.11"
"""What every client reads answers with."""

HTTPX: Final = "httpx"
"""The HTTP library that clients use if nothing else is said."""

HTTP_LIBRARIES: Final[Mapping[str, str]] = {HTTPX: "httpx>=0.26", "httpx2": "httpx2>=2.0"}
"""Each HTTP library that a client can use → what it needs of it. Their interfaces are the same but for the name."""


def read_http(table: Table) -> str:
    """Return the HTTP library that a table names: its `http`, or the usual one.

    Raises:
        TableError: Clients cannot use it.
    """
    library = table.name("http") or HTTPX
    if library not in HTTP_LIBRARIES:
        raise table.error(
            "http",
            f"is {library!r}, which clients cannot use",
            did_you_mean(library, HTTP_LIBRARIES, f"known: {', '.join(HTTP_LIBRARIES)}"),
        )
    return library


def requirements(http: str) -> tuple[str, str]:
    """Return what a client needs that uses this HTTP library, as pip takes it."""
    return HTTP_LIBRARIES[http], PYDANTIC
