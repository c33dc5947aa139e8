"""Rules about objects and choices between them: what must be there, what cannot, and what tells them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Final

from specloom.findings import Location, Place, Severity, place_of
from specloom.graph import connected, reach
from specloom.lint.context import LintContext, Observation, rules_about
from specloom.lint.json_schemas import matches
from specloom.messages import did_you_mean, quoted
from specloom.spec.check_schemas import types_of
from specloom.spec.keywords import COMBINING, KEYWORDS
from specloom.spec.node import Node, NodeKey
from specloom.spec.parts import parts_as_written

_PUT_TOGETHER: Final = frozenset({"$ref", *COMBINING})
"""Keywords by which a schema has parts or choices."""


def _undescribed(context: LintContext) -> Iterator[Observation]:
    for schema, shape, name, location in _requirements(context):
        is_known = shape.describes(name) or _is_described_beside(schema, name, context)
        if not is_known and _closing(schema, shape, name, context) is None:
            message = f"{quoted(name)} is required, and no property is called that"
            yield Observation(message, location, _mend(name, shape))


def _is_described_beside(schema: Node, name: str, context: LintContext) -> bool:
    """Tell whether another part of an object around a schema describes the same value with a property of that name."""
    way: tuple[tuple[str, ...], ...] = ()
    pointer = schema.pointer
    while pointer:
        holder, last = ("", *pointer)[-2:]
        if holder == "properties":
            way, pointer = ((holder, last), *way), pointer[:-2]
        elif last == "items":
            way, pointer = ((last,), *way), pointer[:-1]
        elif holder in COMBINING:
            pointer = pointer[:-2]
        else:
            return False
        around = schema.file.root.inside(pointer)
        if any(shape_of(each, context).describes(name) for each in _below([around], way, context)):
            return True
    return False


def _below(schemas: list[Node], way: tuple[tuple[str, ...], ...], context: LintContext) -> list[Node]:
    """Return what all parts of some schemas have at the end of a way through properties and items."""
    found = schemas
    for step in way:
        inner = (part.inside(step) for each in found for part in applied_schemas(each, context) if _has(part, step))
        found = [*inner]
    return found


def _has(schema: Node, step: tuple[str, ...]) -> bool:
    holder = schema.get(step[0])
    return holder is not None and (len(step) == 1 or holder.get(step[1]) is not None)


def _impossible(context: LintContext) -> Iterator[Observation]:
    for schema, shape, name, location in _requirements(context):
        if (closing := _closing(schema, shape, name, context)) is not None:
            yield Observation(f"{quoted(name)} is required, and not allowed", location, _mend(name, shape), (closing,))


def _mend(name: str, shape: Shape) -> str:
    if shape.describes(name):
        return "additionalProperties sees the properties beside it only: write unevaluatedProperties around all parts"
    return did_you_mean(name, shape.properties) or "describe it under 'properties'"


def _whole_objects(context: LintContext) -> Iterator[Node]:
    """Yield the schemas that describe a value on their own: mixins, which others add to, do not."""
    uses: dict[tuple[str, tuple[str, ...]], bool] = {}
    for holder, target in context.index.references:
        uses[target.key] = uses.get(target.key, True) and _is_written_as_part(holder)
    for schema in context.schemas_with("required", *COMBINING):
        types = types_of(schema)
        if (not types or "object" in types) and not _is_written_as_part(schema) and not uses.get(schema.key, False):
            yield schema


@lru_cache(maxsize=1)
def _requirements(context: LintContext) -> list[tuple[Node, Shape, str, Location]]:
    """Return every name that something requires: the schema, all that is described there, the name, and its place.

    Schemas of which all is well at first sight are left out: most are.
    """
    found: dict[Place, tuple[Node, Shape, str, Location] | None] = {}
    for schema in _whole_objects(context):
        if _has_all_it_requires(schema):
            for each in schema.list("required"):
                found.setdefault(place_of(each.location), None)
            continue
        for shape, name, location in _required_names(schema, context):
            found.setdefault(place_of(location), (schema, shape, name, location))
    return [*filter(None, found.values())]


def _has_all_it_requires(schema: Node) -> bool:
    """Tell whether a schema has no parts and no choices, and describes what it requires."""
    if not _PUT_TOGETHER.isdisjoint(schema.members):
        return False
    properties, required = (schema.members.get(keyword) for keyword in ("properties", "required"))
    if not isinstance(properties, dict) or not isinstance(required, list):
        return False
    return all(name in properties for name in map(str, required))


def _required_names(schema: Node, context: LintContext) -> Iterator[tuple[Shape, str, Location]]:
    """Yield what is required, by the schema itself or by one of its choices, with all that is described there."""
    whole = shape_of(schema, context)
    branches = [shape_of(branch, context) for branch in choices_of(schema, context)]
    if whole.required:
        seen = whole.with_choices(branches)
        yield from ((seen, name, location) for name, location in whole.required.items())
    for branch in branches:
        own = branch.with_choices([whole])
        yield from ((own, name, location) for name, location in branch.required.items())


def _closing(schema: Node, shape: Shape, name: str, context: LintContext) -> Location | None:
    """Return where a required name is forbidden; parts of an `allOf` know their own properties only."""
    if not shape.describes(name):
        return shape.closed
    for part in applied_schemas(schema, context):
        if part.members.get("additionalProperties") is False:
            own = Shape()
            own.add(part)
            if not own.describes(name):
                return part.location.at("additionalProperties").key()
    return None


def _endless_choice(context: LintContext) -> Iterator[Observation]:
    for schema in context.endless:
        message = "this schema applies itself to the same value again"
        yield Observation(message, schema.location, "take it out of the choice; examples are not checked until then")


def _endless_value(context: LintContext) -> Iterator[Observation]:
    inner: dict[NodeKey, Node] = {}
    edges: dict[NodeKey, list[NodeKey]] = {}
    targets = context.index.targets
    for schema in context.schemas_with("required", "minItems", "allOf", "$ref"):
        needed = [*_needed_in(schema)]
        inner |= {each.key: each for each in needed}
        same = [*schema.list("allOf"), *([targets[schema.key]] if schema.key in targets else [])]
        edges[schema.key] = [each.key for each in (*needed, *same)]
    for component in connected(edges):
        closing = [inner[key] for key in component if key in inner]
        if closing and (len(component) > 1 or component[0] in edges.get(component[0], ())):
            first = min(closing, key=lambda each: each.location.sort_key)
            message = f"{quoted(first.pointer[-1])} must be there, and leads back to what must have it: without an end"
            yield Observation(message, first.location.key(), "do not require it, or allow null or an empty list")


def _needed_in(schema: Node) -> Iterator[Node]:
    """Yield the schemas of what every value of a schema has in it."""
    match schema.members:
        case {"type": "object", "required": list(names), "properties": dict()}:
            yield from (member for name, member in schema.items("properties") if name in names)
        case {"type": "array", "minItems": int(least), "items": dict()} if least > 0:
            yield from filter(None, [schema.get("items")])


def _loose_discriminator(context: LintContext) -> Iterator[Observation]:
    for schema, discriminator in _discriminators(context):
        name = discriminator.text("propertyName")
        for member in () if "defaultMapping" in discriminator.members else _choices(schema):
            target = context.index.resolver.follow(member, "Schema")
            shape = shape_of(target, context)
            if name in shape.required or not shape.properties:
                continue
            is_described = name in shape.properties
            problem = "does not require" if is_described else "has no property"
            message = f"{_name(target)} {problem} {quoted(name)}, which tells the choices apart"
            under = "'required'" if is_described else "'properties' and 'required'"
            related = (discriminator.location.at("propertyName"),)
            yield Observation(
                message, member.location, f"add it under {under} of {_name(target)}", related, f"{problem} {name}"
            )


def _stray_mapping(context: LintContext) -> Iterator[Observation]:
    for schema, discriminator in _discriminators(context):
        known = {context.index.resolver.follow(member, "Schema").key for member in _choices(schema)}
        for value, choice in discriminator.mapped.items() if known else ():
            target = context.index.mapped.get(choice.key)
            if target is not None and target.key not in known:
                message = f"{quoted(value)} is mapped to {_name(target)}, which is none of the choices"
                yield Observation(message, choice.location, "add it to the choices, or remove the mapping")


def _unnamed_choice(context: LintContext) -> Iterator[Observation]:
    for schema, discriminator in _discriminators(context):
        for member in _choices(schema):
            if member.reference is None:
                message = "a choice without a name cannot be chosen by a discriminator"
                related = (discriminator.location.key(),)
                yield Observation(message, member.location, "move it under components/schemas and refer to it", related)


def _discriminators(context: LintContext) -> Iterator[tuple[Node, Node]]:
    for schema in context.schemas_with("discriminator"):
        if discriminator := schema.get("discriminator"):
            yield schema, discriminator


def _choices(schema: Node) -> list[Node]:
    return [member for member in schema.choices if member.members.get("type") != "null"]


def _name(node: Node) -> str:
    return quoted(node.own_name)


OBJECT_RULES: Final = rules_about(
    "schema",
    ("undescribed-required", Severity.WARNING, _undescribed,
     "A required name is no property.",
     "The client has no field and no argument for it, so callers cannot send what the server demands."),
    ("impossible-required", Severity.WARNING, _impossible,
     "A required name is forbidden by additionalProperties: false.",
     ("No object is valid: additionalProperties knows the properties beside it only, not those of other parts of an"
      " allOf (JSON Schema 2020-12, core 10.3.2.3).")),
    ("endless-choice", Severity.WARNING, _endless_choice,
     "A schema lists schemas that extend it as its choices.",
     "The client knows the family that is meant; validators come to no end (JSON Schema 2020-12, core 9.4.1)."),
    ("endless-value", Severity.WARNING, _endless_value,
     "What an object must have, or a list, leads back to the object or the list.",
     "No value of it comes to an end, so that nobody can send or receive one."),
    ("loose-discriminator", Severity.WARNING, _loose_discriminator,
     "A choice does not require the property that its discriminator reads.",
     "An answer without it cannot be read as any of the choices (OpenAPI 3.1, 4.8.25)."),
    ("stray-mapping", Severity.WARNING, _stray_mapping,
     "A discriminator maps a value to a schema that is none of the choices.",
     "The value is described and refused at once."),
    ("unnamed-choice", Severity.WARNING, _unnamed_choice,
     "A choice beside a discriminator is written in place.",
     "A discriminator chooses by the names of schemas, and never such a one (OpenAPI 3.1, 4.8.25)."),
)  # fmt: skip


_PARTIAL: Final = {name: keyword.holds for name, keyword in KEYWORDS.items() if keyword.in_place or keyword.tests}


@dataclass(slots=True, eq=False, repr=False)
class Shape:
    """The properties of an object, and which it must have."""

    properties: dict[str, Node] = field(default_factory=dict)
    patterns: list[str] = field(default_factory=list)
    required: dict[str, Location] = field(default_factory=dict)
    """Where each required name is written."""
    closed: Location | None = None
    """Where it says that no other members are allowed."""

    def add(self, part: Node) -> None:
        """Take in the properties and patterns of a schema that applies as well."""
        self.properties |= dict(part.items("properties"))
        self.patterns += [pattern for pattern, _ in part.items("patternProperties")]

    def describes(self, name: str) -> bool:
        """Tell whether there is a property of that name."""
        return name in self.properties or any(matches(pattern, name) for pattern in self.patterns)

    def with_choices(self, others: Collection[Shape]) -> Shape:
        """Return this shape with the properties and patterns of others; what it requires and closes stays."""
        properties = {name: node for other in others for name, node in other.properties.items()}
        patterns = [pattern for other in others for pattern in other.patterns]
        return Shape({**properties, **self.properties}, [*self.patterns, *patterns], self.required, self.closed)


def applied_schemas(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield a schema and everything that applies with it."""
    step = partial(parts_as_written, resolver=context.index.resolver)
    return reach([schema], step, lambda node: node.key)


def all_parts_of(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield a schema and everything that applies with it or may: its choices, and what they are put together from."""
    resolver = context.index.resolver
    return reach([schema], lambda node: (*parts_as_written(node, resolver), *node.choices), lambda node: node.key)


def choices_of(schema: Node, context: LintContext) -> Iterator[Node]:
    """Yield the choices of a schema and of everything that applies with it."""
    return (choice for part in applied_schemas(schema, context) for choice in part.choices)


def shape_of(schema: Node, context: LintContext) -> Shape:
    """Return what a schema says about objects, without its choices."""
    shape = Shape()
    for part in applied_schemas(schema, context):
        shape.add(part)
        for name in part.list("required"):
            shape.required.setdefault(str(name.value), name.location)
        if part.members.get("additionalProperties") is False or part.members.get("unevaluatedProperties") is False:
            keyword = "additionalProperties" if "additionalProperties" in part.members else "unevaluatedProperties"
            shape.closed = part.location.at(keyword).key()
    return shape


def _is_written_as_part(schema: Node) -> bool:
    """Tell whether a schema is written as a part of another one, or as a condition, and says nothing on its own."""
    *_, outer, inner = ("", "", *schema.pointer)
    return _PARTIAL.get(inner) == "one" or _PARTIAL.get(outer) in {"list", "map"}
