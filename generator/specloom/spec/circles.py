"""Finds references that lead back to themselves without ever reaching a value."""

from __future__ import annotations

from collections import defaultdict

from specloom.findings import Finding, Severity
from specloom.spec.node import Node, NodeKey
from specloom.spec.validate import Survey

__all__ = ["find_circles"]

_IN_PROGRESS, _DONE = 1, 2


def find_circles(survey: Survey) -> list[Finding]:
    """Return a finding for each reference that closes a circle of references and `allOf`.

    A schema may contain itself in a property or an item; it may not *be* itself, since validation would never end
    (JSON Schema 2020-12, 9.4.1).
    """
    steps = _steps(survey)
    state: dict[NodeKey, int] = {}
    findings: list[Finding] = []
    for start in list(steps):
        path = [(start, iter(steps[start]))] if start not in state else []
        state.setdefault(start, _IN_PROGRESS)
        while path:
            here, following = path[-1]
            step = next(following, None)
            if step is None:
                state[here] = _DONE
                path.pop()
                continue
            target, holder = step
            if target not in state:
                state[target] = _IN_PROGRESS
                path.append((target, iter(steps.get(target, ()))))
            elif state[target] == _IN_PROGRESS:
                findings.append(_report(holder))
    return findings


def _steps(survey: Survey) -> dict[NodeKey, list[tuple[NodeKey, Node]]]:
    """Return what each value is as a whole: by its `$ref`, and by the branches of its `allOf`."""
    steps: dict[NodeKey, list[tuple[NodeKey, Node]]] = defaultdict(list)
    for holder, target in survey.references:
        steps[holder.key].append((target.key, holder))
    for schema in survey.nodes["Schema"]:
        if "allOf" in schema.members:
            steps[schema.key] += [(branch.key, branch) for branch in schema.list("allOf")]
    return dict(steps)


def _report(holder: Node) -> Finding:
    message = f"reference leads back to itself: '{holder.reference}'" if holder.reference else "schema contains itself"
    return Finding("circular-reference", Severity.ERROR, message, holder.location.at("$ref"))
