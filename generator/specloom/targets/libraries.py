"""The libraries that generated clients need: the oldest versions with which they pass their tests."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PYDANTIC: Final = "pydantic>=2.11"
"""What every client reads answers with."""

HTTPX: Final = "httpx"
"""The HTTP library that clients use if nothing else is said."""

HTTP_LIBRARIES: Final[Mapping[str, str]] = {HTTPX: "httpx>=0.26", "httpx2": "httpx2>=2.0"}
"""Each HTTP library that a client can use → what it needs of it. Their interfaces are the same but for the name."""


def requirements(http: str) -> tuple[str, str]:
    """Return what a client needs that uses this HTTP library, as pip takes it."""
    return HTTP_LIBRARIES[http], PYDANTIC
