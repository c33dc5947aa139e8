"""What a schema is put together from, in random graphs of `$ref` and `allOf`, compared with plain recursion."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from specloom.diff.schemas.api_path import path_of_schema
from specloom.diff.schemas.effective_schema import effective_named, expand
from specloom.findings import Location, NamedSource
from specloom.graph import reach
from specloom.ir.budget import Budget
from specloom.ir.merge import Merger
from specloom.lint.context import LintContext
from specloom.lint.objects import applied_schemas
from specloom.spec.document import Document, NamedSchema, Schema
from specloom.spec.load import load_description
from specloom.spec.parts import parts_of
from specloom.targets.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Raw = dict[str, Any]
NAMES = "ABCDE"
FRONT = "#/components/schemas/"
LIMITS = st.integers(0, 5)


@st.composite
def graphs(draw: st.DrawFn, *, circular: bool, depth: int = 2) -> dict[str, Raw]:
    """Return named schemas as JSON; where they may not be circular, each refers to earlier ones only."""

    def schema(number: int, depth: int) -> Raw:
        names = NAMES if circular else NAMES[:number]
        made: Raw = {"title": draw(st.sampled_from(["", "one", "another"]))}
        if draw(st.booleans()):
            made["minimum"] = draw(LIMITS)
        if draw(st.booleans()):
            made["required"] = [draw(st.sampled_from("xyz"))]
        if names and draw(st.booleans()):
            made["$ref"] = FRONT + draw(st.sampled_from(names))
        if depth and draw(st.booleans()):
            made["allOf"] = [schema(number, depth - 1) for _ in range(draw(st.integers(1, 3)))]
        return made

    return {name: schema(number, depth) for number, name in enumerate(NAMES)}


def resolved(graph: Mapping[str, Raw]) -> Document:
    """Return the graph as the resolved document that it is the text of."""

    def schema(raw: Raw, *pointer: str) -> Schema:
        return Schema(
            Location(NamedSource("openapi.json"), ("components", "schemas", *pointer)),
            ref=raw.get("$ref"),
            title=raw["title"],
            minimum=raw.get("minimum"),
            required=tuple(raw.get("required", ())),
            all_of=tuple(
                schema(each, *pointer, "allOf", str(place)) for place, each in enumerate(raw.get("allOf", ()))
            ),
        )

    schemas = {FRONT + name: NamedSchema(name, schema(raw, name)) for name, raw in graph.items()}
    return Document(Location(NamedSource("openapi.json"), ()), "T", "1", "", "", (), (), {}, schemas, {}, {}, (), ())


def flattened(graph: Mapping[str, Raw], name: str, *, refined_last: bool) -> list[tuple[str, ...]]:
    """Return the pointers of all parts of a named schema below the named schemas, by recursion, each once."""

    def walk(pointer: tuple[str, ...], raw: Raw, above: tuple[tuple[str, ...], ...]) -> Iterator[tuple[str, ...]]:
        if pointer in above:
            return
        yield pointer
        inner: list[tuple[tuple[str, ...], Raw]] = []
        if "$ref" in raw:
            target = raw["$ref"].removeprefix(FRONT)
            inner.append(((target,), graph[target]))
        inner += [((*pointer, "allOf", str(place)), each) for place, each in enumerate(raw.get("allOf", ()))]
        for place, each in reversed(inner) if refined_last else inner:
            yield from walk(place, each, (*above, pointer))

    return list(dict.fromkeys(walk((name,), graph[name], ())))


def at(graph: Mapping[str, Raw], pointer: tuple[str, ...]) -> Raw:
    raw = graph[pointer[0]]
    for segment in pointer[2::2]:
        raw = raw["allOf"][int(segment)]
    return raw


@given(graphs(circular=True))
def test_parts_come_as_they_are_written_each_once(graph):
    document = resolved(graph)
    for name in NAMES:
        start = document.schemas[FRONT + name].schema
        walked = reach([start], lambda schema: (part.schema for part in parts_of(schema, document)), id)
        assert [each.location.pointer[2:] for each in walked] == flattened(graph, name, refined_last=False)


@given(graphs(circular=True))
def test_a_part_says_which_reference_it_came_from(graph):
    document = resolved(graph)
    for named in document.schemas.values():
        schema = named.schema
        came_from = [part.key for part in parts_of(schema, document)]
        assert came_from == [schema.ref][: schema.ref is not None] + [None for _ in schema.all_of]


@given(graphs(circular=True), st.sets(st.sampled_from(NAMES)))
def test_diff_compares_the_same_parts_what_refines_first(graph, shared):
    document = resolved(graph)
    api_paths = {FRONT + name: path_of_schema(f"shared {name}") for name in shared}
    for name in NAMES:
        parts = expand(effective_named(FRONT + name, name, document), api_paths).parts
        assert [part.schema.location.pointer[2:] for part in parts] == flattened(graph, name, refined_last=True)
        assert not any(part.beside_null for part in parts)
        for part in parts[1:]:
            outer = part.schema.location.pointer[2]
            assert part.api_path.root in {name, *(f"shared {each}" for each in shared)}
            assert outer not in shared or outer == name or part.api_path.root == f"shared {outer}"


@settings(max_examples=25, deadline=None)
@given(graphs(circular=False))
def test_lint_checks_the_same_parts_as_they_are_written(graph):
    text = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": graph}}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openapi.json")
        path.write_text(json.dumps(text), encoding="utf-8")
        description = load_description(Target(path))
    context = LintContext(description.document, description.index, lambda: None)
    nodes = {node.pointer[2:]: node for node in context.objects("Schema")}
    nodes |= {target.pointer[2:]: target for _, target in context.index.references}
    nodes |= {holder.pointer[2:]: holder for holder, _ in context.index.references}
    for name in NAMES:
        found = [node.pointer[2:] for node in applied_schemas(nodes[name,], context)]
        assert found == flattened(graph, name, refined_last=False)


@given(graphs(circular=False))
def test_merging_puts_the_same_parts_together(graph):
    document = resolved(graph)
    merger = Merger(document, Budget(), report := [])
    for name in NAMES:
        merged = merger.merged(document.schemas[FRONT + name].schema)
        parts = [at(graph, pointer) for pointer in flattened(graph, name, refined_last=True)]
        assert merged.ref is None
        assert merged.all_of == ()
        assert merged.title == next((raw["title"] for raw in parts if raw["title"]), "")
        assert merged.minimum == max((raw["minimum"] for raw in parts if "minimum" in raw), default=None)
        assert set(merged.required) == {each for raw in parts for each in raw.get("required", ())}
    assert not report


def test_parts_may_be_deeper_than_python_allows_calls():
    place = Location(NamedSource("openapi.json"), ())
    schema = Schema(place, title="innermost")
    for _ in range(5_000):
        schema = Schema(place, all_of=(schema, schema))
    document = resolved({})
    parts = [*reach([schema], lambda each: (part.schema for part in parts_of(each, document)), id)]
    assert len(parts) == 5_001
    assert parts[-1].title == "innermost"
    assert Merger(document, Budget(), []).merged(schema).title == "innermost"
