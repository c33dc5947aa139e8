"""The class names of types: of schemas that have a name, and of those that have none."""

from __future__ import annotations

from collections.abc import Iterable

from specloom.findings import Finding, Location
from specloom.ir.answered import answered_keys
from specloom.ir.merge import only_refers
from specloom.ir.naming import Names, class_name, field_name
from specloom.ir.types import Direction
from specloom.spec.document import ABSENT, Document, NamedSchema, Schema

__all__ = ["TypeNames", "option_names", "wanted_field_name"]


class TypeNames:
    """Names the types of one direction; those of inputs end with `Input`.

    Args:
        document: Whose schemas have names.
        direction: Whether the types are answers or inputs.
        report: Findings are appended here.
    """

    def __init__(self, document: Document, direction: Direction, report: list[Finding]) -> None:
        self._document = document
        self._direction = direction
        self._names = Names(f"{direction} types", report)
        self._components = _component_names(document)
        self._reserved = frozenset(name.casefold() for name in self._components.values())

    def take(self, name: str, text: str, location: Location) -> str:
        """Return `name` after noting that `text` has it; see `Names.take`."""
        return self._names.take(name, text, location)

    def component(self, key: str) -> tuple[str, str]:
        """Return stem and name of a type with a name of its own, which is not called an input twice."""
        stem = self._components[key]
        return stem, stem if self._direction == "input" and self._says_it(key, stem) else self._directed(stem)

    def _says_it(self, key: str, stem: str) -> bool:
        """Tell whether a name says that it is one of an input, and is free: no answer is called so."""
        is_taken = stem.removesuffix("Input").casefold() in self._reserved
        return stem.endswith("Input") and not is_taken and key not in answered_keys(self._document)

    def inline(self, schema: Schema, suggested: str) -> str:
        """Return the name of a schema without one of its own, which gives way to those that have one."""
        chosen = _chosen_name(schema)
        name = self.stem(chosen) if chosen else suggested
        if not self._reserved.isdisjoint({name.casefold(), self._directed(name).casefold()}):
            name = f"{name}Inline"
        return self._directed(name)

    def alias(self, stem: str) -> str:
        """Return the name of an alias that stands for no schema."""
        return self._directed(f"{stem}Inline" if stem.casefold() in self._reserved else stem)

    def stem(self, name: str) -> str:
        """Return the name without what says its direction: names of types inside it begin so."""
        return name.removesuffix("Input") if self._direction == "input" else name

    def _directed(self, stem: str) -> str:
        return f"{stem}Input" if self._direction == "input" else stem


def option_names(suggested: str, branches: Iterable[Schema]) -> list[str]:
    """Return names for the schemas of a choice: by their title, by the constant they hold, else by their number."""
    words = [branch.title or _constant(branch) for branch in branches]
    return [
        class_name(f"{suggested} {word if word and words.count(word) == 1 else f'Option{number}'}")
        for number, word in enumerate(words, 1)
    ]


def _constant(schema: Schema) -> str:
    """Return the text that one of an object's properties always has."""
    for property_ in schema.properties.values():
        values = (property_.enum or ()) if property_.const is ABSENT else (property_.const,)
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def wanted_field_name(wire_name: str, schema: Schema) -> tuple[str, str]:
    """Return the name that a property should have, and the text it was made from."""
    chosen = _chosen_name(schema)
    return (chosen, chosen) if chosen else (field_name(wire_name), wire_name)


def _chosen_name(schema: Schema) -> str:
    name = schema.extension.get("name", "")
    return name if isinstance(name, str) else ""


def _component_names(document: Document) -> dict[str, str]:
    """Return the class name of each schema that has a name: by its key.

    Of several names that give one class name, the one that is spelled like it keeps it, without such a one the first in
    code-point order; the others get `Model` behind.
    """
    same: dict[str, list[tuple[bool, str, str]]] = {}
    for key, named in document.schemas.items():
        if only_refers(named.schema):
            continue  # it is what it refers to, under that one's name
        text = _chosen_name(named.schema) or _place(named)
        name = class_name(text)
        same.setdefault(name.casefold(), []).append((text != name, key, name))
    names: dict[str, str] = {}
    for group in same.values():
        (_, first, name), *others = sorted(group)
        names[first] = name
        names |= {key: f"{other}Model" for _, key, other in others}
    return names


def _place(named: NamedSchema) -> str:
    """Return the schema's name; one inside another schema, parameter or response is called after that as well."""
    segments = iter(named.schema.location.pointer)
    words: list[str] = []
    for segment in segments:
        match segment:
            case "components" | "schema":
                pass
            case "schemas" | "definitions" | "$defs" | "properties" | "parameters" | "responses" | "paths":
                words.append(next(segments, ""))
            case "allOf" | "anyOf" | "oneOf" | "prefixItems":
                words.append(f"Option{int(next(segments, 0)) + 1}")
            case "items":
                words.append("Item")
            case "additionalProperties":
                words.append("Value")
            case "content":
                next(segments, "")  # the media type
            case _:
                words.append(segment)
    return " ".join(words) or named.name
