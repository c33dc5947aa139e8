"""The words of a comparison: changes of a description, rules about them, changes of its client, and entries of reports.

Everything in `diff` is written in these, and they depend on none of it. What a change of a description means is the
business of `rules`, and what a change of a client means that of `client`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from specloom.findings import Location, Position, Ranked
from specloom.record import record
from specloom.source import Json
from specloom.spec.document import ABSENT, Absent

if TYPE_CHECKING:
    from specloom.ir.surface import SymbolKind

Direction = Literal["request", "response"]
"""Who reads what is described: the server (`request`), or the client (`response`, and the requests of webhooks)."""
Sides: TypeAlias = frozenset[Direction]
BOTH: Final[Sides] = frozenset({"request", "response"})

Subject: TypeAlias = tuple[str, ...]
"""Where in the API something is, in words that survive moves between files and lines: `("GET /orders", "query",
"limit")`, `("schema", "Order", "properties", "status")`, `("security scheme", "key")`."""
MEDIA_TYPES: Final = "media types"
"""The last word of what is about the media types that a body, or an answer, has."""
ChangeKey: TypeAlias = tuple[str, Subject]
"""The fact and the subject of a change."""


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


@record
class Change:
    """One difference, with one cause: a change of a shared schema is one, whatever it reaches."""

    fact: str
    """What happened, the thing and then the event, whichever side it is on: `body-removed`. Of what is new, and of
    nothing else, the event is `added`, or `included` where it is the client that it is new in."""
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
    referred: Location | None = field(default=None, compare=False, repr=False)
    """Where it is referred to, if that is what came or went: it is described elsewhere, as others may have it too."""
    allowance: str = field(default="", compare=False)
    """Why it may be made although it breaks, as the old description has announced; empty where it has not."""
    subjects: tuple[Subject, ...] = field(default=(), compare=False, repr=False)
    """What each of those is about that it was made of, where several have this one cause."""
    sides: Sides = field(default=BOTH, compare=False, repr=False)
    """In which directions the value concerned is sent at all, whatever operations it reaches."""

    @property
    def key(self) -> ChangeKey:
        """What tells it from changes of other facts, or about something else."""
        return self.fact, self.subject

    @property
    def all_subjects(self) -> tuple[Subject, ...]:
        """What it is about, also where it is one of several."""
        return self.subjects or (self.subject,)

    @property
    def adds(self) -> bool:
        """Whether what it is about is new, or newly in the client."""
        return self.fact.endswith(("-added", "-included"))

    @property
    def removes(self) -> bool:
        """Whether what it is about is gone, in time or not, or is left out of the client."""
        return self.fact.endswith(("-removed", "-removed-before-sunset", "-left-out"))

    @property
    def is_chosen(self) -> bool:
        """Whether settings made it, which leave something out of the client or say how it is made."""
        return self.subject[0] == "settings" or self.fact.endswith(("-left-out", "-included"))


Area = Literal[
    "document", "server", "security", "path", "operation", "parameter", "request-body", "media-type", "response",
    "header", "schema", "webhook", "callback", "deprecation", "extension", "note",
]  # fmt: skip


class Effect(Ranked):
    """How much a change matters to those who call or serve the API, worst first."""

    BREAKING = "breaking"
    """A client or server that kept to the old description fails."""
    WARNING = "warning"
    """Some do, depending on what they rely on."""
    SAFE = "safe"
    NOTE = "note"
    """It is said and not judged: no rule knows what it means, or it is for people."""


@record
class Rule:
    """What one fact means on one side."""

    id: str
    """Kebab case: the direction, if it has one, and the fact: `response-property-removed`."""
    fact: str
    direction: Direction | None
    """None for facts that have no side, such as a removed operation."""
    area: Area
    effect: Effect
    purpose: str
    """What has happened where the rule applies: one sentence in lower case, without a full stop."""
    reason: str
    """Why that has this effect: one sentence in lower case, without a full stop."""


class ClientVerdict(Ranked):
    """What a change does to code that uses the client, worst first."""

    CALL_BREAKS = "call breaks"
    """Code that ran raises: a name is gone, an argument is gone or newly required."""
    TYPES_BREAK = "types break"
    """Code may still run, but a type checker that was content no longer is."""
    BEHAVIOUR_CHANGES = "behaviour changes"
    """Code that was written before still checks and runs, and does something else."""
    SAFE = "safe"


@record
class SymbolChange:
    """One symbol of the client that is different."""

    symbol: str
    """As callers write it: `fixably.orders.list`, `fixably.orders.list(limit)`, `models.Order.status`,
    `inputs.OrderInput["status"]`."""
    kind: SymbolKind
    before: str
    """Its signature or annotation as Python text; empty where it is new."""
    after: str
    """Empty where it is gone."""
    verdict: ClientVerdict
    reason: str
    """One sentence without a full stop: what happens to a caller."""
    old_location: Location | None = field(default=None, compare=False, repr=False)
    location: Location | None = field(default=None, compare=False, repr=False)
    """Where the description says what the symbol is made from."""
    old_path: str = field(default="", compare=False, repr=False)
    """How the symbol is called in the old client; empty where it is new."""
    new_path: str = field(default="", compare=False, repr=False)
    """How the symbol is called in the new client; empty where it is gone."""
    name: str = field(default="", compare=False, repr=False)
    """What it is called in its class or method; empty where that is not known."""
    about: tuple[Subject, ...] = field(default=(), compare=False, repr=False)
    """The subjects of changes that decide on just this, the one that outranks the others first."""

    @property
    def happened(self) -> str:
        """What happened to it, as the end of a sentence: it `is new`, `is gone` or `changes`."""
        if bool(self.before) == bool(self.after):
            return "changes"
        return "is gone" if self.before else "is new"


@record
class Complaint:
    """Something that a type checker does not let a caller do any more."""

    symbol: str
    """As in `SymbolChange.symbol`; empty where it is about none."""
    message: str
    """The checker's own words."""


EFFECTS: Final[Mapping[ClientVerdict, Effect]] = {
    ClientVerdict.CALL_BREAKS: Effect.BREAKING,
    ClientVerdict.TYPES_BREAK: Effect.BREAKING,
    ClientVerdict.BEHAVIOUR_CHANGES: Effect.WARNING,
    ClientVerdict.SAFE: Effect.SAFE,
}
"""What a change of a client amounts to."""


@record
class Usage:
    """A place in the code of a consumer that a change touches."""

    location: Location
    symbol: str
    """What of the client it uses, as in `SymbolChange.symbol`."""
    breaks: bool
    """Whether a type checker refuses it now; else it goes on, and relies on what is different."""
    message: str
    """The checker's own words, or what happens to a caller."""
    instead: str = ""
    """What to write now, as far as that is known."""

    @property
    def sort_key(self) -> tuple[bool, str, Position, str]:
        """What breaks first, then by place."""
        return not self.breaks, self.location.source.name, self.location.position, self.symbol


@record
class Entry:
    """One change and what it means."""

    id: str
    """Twelve hexadecimal digits that depend on what changed, not on words, lines or files."""
    change: Change
    rules: tuple[Rule, ...]
    """Those that apply, one a direction, worst first."""
    impact: tuple[SymbolChange, ...] = ()
    """The Python symbols that change with it, worst first."""
    accepted: str = ""
    """Why this change is accepted; empty where nobody has."""
    folded: tuple[Entry, ...] = ()
    """The changes that this one stands for, worst first; it is accepted with all of them."""
    sums_up: bool = False
    """Whether `change` only says what the folded ones are together, and is none of its own."""
    usages: tuple[Usage, ...] = ()
    """The places that it touches in the code that was looked at, if any was."""

    @property
    def size(self) -> int:
        """How many single changes this is."""
        return len(self.folded) + (not self.sums_up)

    @property
    def rank(self) -> tuple[int, int, int]:
        """What entries are sorted by, the worst first: what breaks code comes before what breaks on the wire alone."""
        return self.severity.rank, self.verdict.rank, self.rules[0].effect.rank

    @property
    def effect(self) -> Effect:
        """The worst effect on the wire, that of folded changes included."""
        return min([self.rules[0].effect, *(each.effect for each in self.folded)], key=attrgetter("rank"))

    @property
    def verdict(self) -> ClientVerdict:
        """The worst effect on callers."""
        return self.impact[0].verdict if self.impact else ClientVerdict.SAFE

    @property
    def severity(self) -> Effect:
        """The worse of both: code that stops to work or to type-check is broken, whatever travels on the wire."""
        if not self.impact:
            return self.effect
        return min(self.effect, EFFECTS[self.verdict], key=attrgetter("rank"))

    @property
    def is_addition(self) -> bool:
        """Whether something is new, in the description or in the client."""
        return self.change.adds or any(not symbol.before for symbol in self.impact)

    @property
    def place(self) -> Location | None:
        """Where to look: where it is now, or what is left around it; of what is gone altogether, where it was."""
        return self.change.location or self.change.old_location
