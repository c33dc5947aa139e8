"""A rule of lint, and what it looks at: a description in its three readings (as written, resolved, in Python)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from specloom.findings import MANY, Location, Place, Severity, place_of
from specloom.lint.json_schemas import JsonSchemas
from specloom.record import record
from specloom.source import Json
from specloom.spec.cycles import find_nonterminating
from specloom.spec.document import Document
from specloom.spec.index import DocumentIndex
from specloom.spec.node import Node

if TYPE_CHECKING:
    from specloom.ir.api import Api
    from specloom.ir.published import Client
    from specloom.ir.surface import Surface, Symbol


LintArea = Literal[
    "example", "schema", "path", "operation", "client", "paging", "component", "security", "evidence", "document",
    "lint",
]  # fmt: skip


@record
class Observation:
    """One place where a rule does not hold. The rule says how much it matters."""

    message: str
    """One sentence without a full stop."""
    location: Location
    help: str = ""
    related: tuple[Location, ...] = ()
    habit: str | None = None
    """What those share that come of one habit of the author; empty: all of the rule do. None: those of one message."""


Check: TypeAlias = "Callable[[LintContext], Iterable[Observation]]"


@record
class LintRule:
    """One thing that a good description does or does not do."""

    id: str
    """Kebab case, the thing and then the event."""
    severity: Severity
    """Errors are wrong on the wire, warnings make a worse client, notes are a matter of taste."""
    area: LintArea
    purpose: str
    """What the rule finds, in one sentence."""
    reason: str
    """Why that matters, in one sentence."""
    check: Check
    many: int = MANY
    """From how many places on a habit is one; fewer where a single place says as much as all."""


def once(check: Check) -> Check:
    """Return a check that says nothing a second time of a place: one thing may be read in several ways."""

    def looked(context: LintContext) -> Iterator[Observation]:
        seen: set[Place] = set()
        for each in check(context):
            if (place := place_of(each.location)) not in seen:
                seen.add(place)
                yield each

    return looked


def rules_about(area: LintArea, *rows: tuple[str, Severity, Check, str, str]) -> tuple[LintRule, ...]:
    """Return the rules of one area: id, severity, what looks, purpose and reason of each."""
    return tuple(
        LintRule(id_, severity, area, purpose, reason, check) for id_, severity, check, purpose, reason in rows
    )


@dataclass(frozen=True, eq=False)
class LintContext:
    """One description. Has no slots because it remembers what rules ask for."""

    document: Document
    index: DocumentIndex
    build: Callable[[], Client | None]
    """Makes a client of it, if one can be made: called by the first rule that asks for one."""

    @cached_property
    def client(self) -> Client | None:
        """The client that it becomes; None where there is none: rules about clients have nothing to say then."""
        return self.build()

    @property
    def api(self) -> Api | None:
        """What the client is made of."""
        return self.client.api if self.client else None

    @property
    def surface(self) -> Surface | None:
        """Every name that callers of the client write."""
        return self.client.surface if self.client else None

    def objects(self, kind: str) -> Sequence[Node]:
        """Return every object of a kind (`Schema`, `Media Type`, …) in every file, references not counted."""
        return self.index.objects(kind)

    def schemas_with(self, *keywords: str) -> Iterator[Node]:
        """Yield the Schema Objects that have any of the keywords."""
        seen: set[int] = set()
        for keyword in keywords:
            for node in self._by_keyword.get(keyword, ()):
                if id(node) not in seen:
                    seen.add(id(node))
                    yield node

    @cached_property
    def endless(self) -> tuple[Node, ...]:
        """The schemas that nothing can be checked against."""
        return tuple(find_nonterminating(self.index))

    @cached_property
    def json_schemas(self) -> JsonSchemas:
        """What examples are checked with."""
        return JsonSchemas(self.index)

    @cached_property
    def extensions(self) -> Mapping[Place, Mapping[str, Json]]:
        """The `x-specloom` of each object that has one, by the place of the object."""
        return {(node.file.source.name, node.written[:-1]): node.members for node, _kind in self.index.extensions}

    @cached_property
    def schemas(self) -> Mapping[Place, Mapping[str, Json]]:
        """The members of every Schema Object by its place."""
        return {place_of(node.location): node.members for node in self.objects("Schema")}

    @cached_property
    def named(self) -> Mapping[Place, str]:
        """The schemas that have a name, and what their authors called them."""
        return {place_of(each.schema.location): each.name for each in self.document.schemas.values()}

    @cached_property
    def types(self) -> tuple[Symbol, ...]:
        """The classes and aliases of the client."""
        return (*self.surface.models, *self.surface.inputs) if self.surface else ()

    @cached_property
    def calls(self) -> tuple[Symbol, ...]:
        """The methods of the client with operations of their own; those that upload files or edit call these."""
        methods = self.surface.methods() if self.surface else ()
        return tuple(each for each in methods if not each.behaviour.keys() & {"upload", "edit"})

    @cached_property
    def _by_keyword(self) -> Mapping[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for node in self.objects("Schema"):
            for keyword in node.members:
                found[keyword].append(node)
        return found
