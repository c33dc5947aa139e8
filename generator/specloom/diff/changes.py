"""Changes: what is different between two resolved documents. Facts only; `rules` says what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from specloom.findings import Location
from specloom.spec.document import ABSENT, Absent, Json

__all__ = ["Change", "ComeAndGo", "Direction", "Subject", "Use"]

Direction = Literal["request", "response"]
"""Who reads what is described: the server (`request`), or the client (`response`, and the requests of webhooks)."""

Subject: TypeAlias = tuple[str, ...]
"""Where in the API something is, in words that survive moves between files and lines: `("GET /orders", "query",
"limit")`, `("schema", "Order", "properties", "status")`, `("security scheme", "key")`."""


class ComeAndGo(NamedTuple):
    """The facts that something is new, gone or another."""

    added: str
    removed: str
    changed: str

    def choose(self, before: object, after: object) -> str:
        """Return the fact about two values; None is none."""
        return self.added if before is None else self.removed if after is None else self.changed


@dataclass(frozen=True, slots=True, order=True)
class Use:
    """An operation that a change reaches, and the side of it."""

    route: str
    """`GET /orders/{id}`; of a webhook its name after the word: `webhook order`."""
    direction: Direction


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with one cause: a change of a shared schema is one, whatever it reaches."""

    fact: str
    """What happened, the thing and then the event, whichever side it is on: `property-removed`."""
    subject: Subject
    message: str
    """One sentence without a full stop, which names the thing concerned and, for a value, what it was and is."""
    before: Json | Absent = ABSENT
    after: Json | Absent = ABSENT
    uses: tuple[Use, ...] = ()
    """Sorted. Empty for what no operation reaches, and for what concerns the whole document."""
    old_location: Location | None = field(default=None, compare=False, repr=False)
    """None where it did not exist."""
    location: Location | None = field(default=None, compare=False, repr=False)
    """Where it is now; of what is gone, the nearest thing around it that is left."""
