"""The tables of docs/x-specloom.md, made from the JSON Schema of the key and from descriptions that use all of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from specloom.spec.extension import extension_schema
from specloom.spec.objects import OBJECTS, OPENAPI, children
from specloom.spec.value_types import Of

__all__ = ["DESCRIPTIONS", "PAGE", "rewrite"]

Json: TypeAlias = Any
_DOCS = Path(__file__).parents[2] / "docs"
PAGE = _DOCS / "x-specloom.md"
DESCRIPTIONS = sorted((_DOCS / "x-specloom").glob("*.yaml"))
"""Which use every member."""
_MARKED = re.compile(r"<!-- table: ([\w-]+) -->\n.*?<!-- end -->", re.DOTALL)
_DEFINITIONS: dict[str, Json] = extension_schema()["$defs"]  # type: ignore[assignment,index] # it is an object
_EVERYWHERE = {"evidence", "ignore"}
"""Members of all objects, which have a chapter of their own."""
_SAME = {"offset": "offset-pagination", "page": "page-pagination", "cursor": "cursor-pagination"}


def rewrite(text: str) -> str:
    """Return the page with its tables made anew; they stand between `<!-- table: NAME -->` and `<!-- end -->`."""
    examples = _examples()
    return _MARKED.sub(lambda match: f"<!-- table: {match[1]} -->\n{_table(match[1], examples)}<!-- end -->", text)


def _table(name: str, examples: dict[str, dict[str, Json]]) -> str:
    lines = ["| member | required | is | says | for example |", "|---|---|---|---|---|"]
    for path, schema, required in _members(_definition(name)):
        if name != "root" and path[0] in _EVERYWHERE:
            continue
        dotted = ".".join(path)
        example = examples[name][dotted]  # a member that no description uses has no example, and there has to be one
        shown = yaml.safe_dump({path[-1]: example}, default_flow_style=True, width=10_000, sort_keys=False).strip()
        cells = (f"`{dotted}`", required, _kind(schema), schema["x-says"], f"`{_cut(shown[1:-1])}`")
        lines.append(f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _definition(name: str) -> Json:
    definition = _DEFINITIONS[name]
    return definition["items"] if name == "ignores" else definition


def _members(definition: Json, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Json, str]]:
    """Yield the members of an object and of those in it: the way there, the schema, whether it is required."""
    required = set(definition.get("required", ()))
    groups = {name for group in ("oneOf", "anyOf") for each in definition.get(group, ()) for name in each["required"]}
    for name, schema in definition.get("properties", {}).items():
        if schema is True:
            yield (*above, name), {"x-says": "the kind of paging", "const": name}, "yes"
            continue
        yield (*above, name), schema, "yes" if name in required else "one of several" if name in groups else ""
        yield from _members(schema, (*above, name))


def _kind(schema: Json) -> str:
    match schema:
        case {"enum": list(values)}:
            return " or ".join(f"`{json.dumps(value).strip(chr(34))}`" for value in values)
        case {"const": True}:
            return "`true`"
        case {"const": str()}:
            return "text"
        case {"$ref": str(reference)}:
            return f"[{_named(reference)}](#values)" if "#/$defs/" in reference else reference
        case {"type": "array"}:
            return "list"
        case {"type": str(type_)}:
            words = {"string": "text", "integer": "whole number", "number": "number", "boolean": "true or false"}
            return words.get(type_, "object")
    raise ValueError(schema)


def _named(reference: str) -> str:
    return reference.rpartition("/")[2].replace("-", " ")


def _cut(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _examples() -> dict[str, dict[str, Json]]:
    """Return the first value of each member that the descriptions have, by the definition that it belongs to."""
    found: dict[str, dict[str, Json]] = {name: {} for name in _DEFINITIONS}
    for path in DESCRIPTIONS:
        waiting: list[tuple[Json, Json]] = [(yaml.safe_load(path.read_text(encoding="utf-8")), OPENAPI)]
        while waiting:
            value, type_ = waiting.pop(0)
            waiting += [(child, below) for _, child, below in children(value, type_)]
            if isinstance(type_, Of) and isinstance(value, dict) and "x-specloom" in value:
                _collect(OBJECTS[type_.name].place, value["x-specloom"], found)
    return found


def _collect(name: str, extension: Json, found: dict[str, dict[str, Json]]) -> None:
    for path, _, _ in _members(_definition(name)):
        value = extension
        for segment in path:
            value = value.get(segment) if isinstance(value, dict) else None
        if value is not None:
            found[name].setdefault(".".join(path), value)
    parts = {
        "evidence": [extension.get("evidence")],
        "ignores": extension.get("ignore", []),
        "search-grammar": [*extension.get("search", {}).values()] if name == "root" else [],
    }
    for kind, values in parts.items():
        for value in filter(None, values):
            _collect(kind, value, found)
    for scheme in extension.get("pagination", {}).values() if name == "root" else ():
        _collect(_SAME.get(scheme["style"], "link-header-pagination"), scheme, found)
