"""Finds schemas and references that lead back to themselves.

A schema may contain itself in a property or an item, whose values are smaller. It may not *be* itself, since nothing
would ever be told of a value (JSON Schema 2020-12, core 9.4.1).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeAlias

from specloom.findings import Finding, Severity
from specloom.spec.keywords import CHOICES, KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from specloom.spec.index import DocumentIndex
    from specloom.spec.node import Node, NodeKey

_IN_PLACE: Final = {name for name, keyword in KEYWORDS.items() if keyword.in_place}
"""Keywords whose schemas apply to the very value that they stand beside."""

_Step: TypeAlias = "tuple[NodeKey, Node]"
"""Where something leads, and what is to blame if that closes a cycle."""


def find_cycles(index: DocumentIndex) -> list[Finding]:
    """Return a finding for each reference that closes a cycle of references and `allOf`."""
    steps: dict[NodeKey, list[_Step]] = defaultdict(list)
    for holder, target in index.references:
        steps[holder.key].append((target.key, holder))
    for schema in index.objects("Schema"):
        if "allOf" in schema.members:
            steps[schema.key] += [(branch.key, branch) for branch in schema.list("allOf")]
    return [_report(holder) for holder in _closing(steps, lambda key: steps.get(key, ()))]


def _report(holder: Node) -> Finding:
    message = f"reference leads back to itself: '{holder.reference}'" if holder.reference else "schema contains itself"
    return Finding("circular-reference", Severity.ERROR, message, holder.location.at("$ref"))


def check_endless(index: DocumentIndex) -> list[Finding]:
    """Return a finding for each schema that is one of its own choices or conditions, but for families.

    Args:
        index: Of a description in which `find_cycles` has found nothing.
    """
    message, advice = "this schema applies itself to the same value again", "take it out of the choice or condition"
    return [
        Finding("endless-schema", Severity.ERROR, message, schema.location, help=advice)
        for schema in find_nonterminating(index, families=False)
    ]


def find_nonterminating(index: DocumentIndex, *, families: bool = True) -> list[Node]:
    """Return, of each cycle in which a value is checked against the same schema again, the schema that closes it.

    Unlike in `find_cycles` choices and conditions count: a schema may be well-defined, and no validator come to an end.

    Args:
        index: Of a description in which every reference leads somewhere.
        families: Choices that a discriminator decides count as well: those that extend their base are read as meant.
    """
    targets = {holder.key: target for holder, target in index.references}
    schemas = {schema.key: schema for schema in index.objects("Schema")}

    def steps(key: NodeKey) -> Iterator[_Step]:
        schema = schemas[key]
        is_family = not families and "discriminator" in schema.members
        for applied in _applied(schema, targets, _IN_PLACE.difference(CHOICES) if is_family else _IN_PLACE):
            schemas.setdefault(applied.key, applied)
            yield applied.key, schema

    return list(_closing(list(schemas), steps))


def _applied(schema: Node, targets: Mapping[NodeKey, Node], keywords: Container[str]) -> Iterator[Node]:
    """Yield the schemas that the same value must or may fit."""
    if (target := targets.get(schema.key)) is not None:
        yield target
    yield from schema.schemas(keywords)


def _closing(starts: Iterable[NodeKey], steps: Callable[[NodeKey], Iterable[_Step]]) -> Iterator[Node]:
    """Yield who is to blame for each step back to where a depth-first search comes from."""
    finished: set[NodeKey] = set()
    inside: set[NodeKey] = set()
    for start in starts:
        way = [] if start in finished else [(start, iter(steps(start)))]
        inside.update(key for key, _ in way)
        while way:
            here, following = way[-1]
            step = next(following, None)
            if step is None:
                way.pop()
                inside.discard(here)
                finished.add(here)
                continue
            target, blamed = step
            if target in inside:
                yield blamed
            elif target not in finished:
                inside.add(target)
                way.append((target, iter(steps(target))))
