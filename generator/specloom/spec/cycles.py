"""Finds schemas and references that lead back to themselves.

A schema may contain itself in a property or an item, whose values are smaller. It may not *be* itself, since nothing
would ever be told of a value (JSON Schema 2020-12, core 9.4.1).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from specloom.findings import Finding, Severity
from specloom.graph import connected, reach
from specloom.spec.index import DocumentIndex
from specloom.spec.keywords import COMBINING, KEYWORDS
from specloom.spec.node import Node, NodeKey

_IN_PLACE: Final = {name for name, keyword in KEYWORDS.items() if keyword.in_place}
"""Keywords whose schemas apply to the very value that they stand beside."""

_CONDITIONS: Final = _IN_PLACE.difference(COMBINING, {"$ref"})
"""Keywords whose schemas apply to the very value, which need not fit them."""

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
    # What leads nowhere closes no cycle, and most is such: schemas that refer to no other by all that they say.
    leading = {key: on for key, found in steps.items() if (on := [step for step in found if step[0] in steps])}
    return [_report(holder) for holder in _closing(leading, lambda key: leading.get(key, ()))]


def _report(holder: Node) -> Finding:
    message = f"reference leads back to itself: '{holder.reference}'" if holder.reference else "schema contains itself"
    advice = "refer to something else in one of them: what all of them mean stands nowhere"
    return Finding("circular-reference", Severity.ERROR, message, holder.location.at("$ref"), help=advice)


def check_endless(index: DocumentIndex) -> list[Finding]:
    """Return a finding for each schema that is a condition of itself.

    What merely leads back through choices may be a family, whose members extend the base that lists them: the IR knows.
    `find_cycles` has found nothing in the description.
    """
    conditions = [
        (schema, condition)
        for schema in index.objects("Schema")
        if not _CONDITIONS.isdisjoint(schema.members)
        for condition in schema.schemas(_CONDITIONS)
    ]
    if not conditions:
        return []
    targets = index.targets
    edges: dict[NodeKey, list[NodeKey]] = {}
    for schema in reach(
        (schema for schema, _ in conditions), lambda each: _applied(each, targets), lambda each: each.key
    ):
        edges[schema.key] = [applied.key for applied in _applied(schema, targets)]
    home = {key: number for number, keys in enumerate(connected(edges)) for key in keys}
    message, advice = "this schema applies itself to the same value again", "take it out of the condition"
    return [
        Finding("endless-schema", Severity.ERROR, message, condition.location, help=advice)
        for schema, condition in conditions
        if home[schema.key] == home.get(condition.key)
    ]


def find_nonterminating(index: DocumentIndex) -> list[Node]:
    """Return, of each cycle in which a value is checked against the same schema again, the schema that closes it.

    Unlike in `find_cycles` choices and conditions count: a schema may be well-defined, and no validator come to an end.
    """
    targets = index.targets
    schemas = {schema.key: schema for schema in index.objects("Schema")}

    def steps(key: NodeKey) -> Iterator[_Step]:
        schema = schemas[key]
        for applied in _applied(schema, targets):
            schemas.setdefault(applied.key, applied)
            yield applied.key, schema

    # Most schemas apply no others, so that no cycle goes through them.
    applying = [key for key, each in schemas.items() if key in targets or not _IN_PLACE.isdisjoint(each.members)]
    return list(_closing(applying, steps))


def _applied(schema: Node, targets: Mapping[NodeKey, Node]) -> Iterator[Node]:
    """Yield the schemas that the same value must or may fit."""
    if (target := targets.get(schema.key)) is not None:
        yield target
    if not _IN_PLACE.isdisjoint(schema.members):
        yield from schema.schemas(_IN_PLACE)


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
