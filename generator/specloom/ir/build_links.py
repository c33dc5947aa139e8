"""Links, expansion and searches: what `x-specloom` declares of them, as facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.findings import Finding, Severity
from specloom.ir.api import LinkShape, SearchGrammar
from specloom.source import parse_pointer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from specloom.ir.merge import Merger
    from specloom.source import Json
    from specloom.spec.document import Document, Parameter, Schema

_LEVELS = 2
"""How many relations in a row are listed by name; deeper ones are as good, but there are too many to list."""


def build_link_shape(document: Document, merger: Merger, report: list[Finding]) -> LinkShape | None:
    """Return what links look like; None where the description has none. Report an address that leads nowhere."""
    said = document.extension.get("links")
    if not isinstance(said, dict):
        return None
    schema = merger.merged(document.schemas[document.named[str(said["schema"])]].schema)
    address = parse_pointer(str(said["href"]))
    inner: Schema | None = schema
    for segment in address:
        inner = merger.merged(inner).properties.get(segment) if inner else None
    if inner is None or not address:
        message = f"the pointer {said['href']!r} leads to no property of {said['schema']!r}"
        report.append(
            Finding("wrong-link", Severity.ERROR, message, document.location.at("x-specloom", "links", "href"))
        )
    return LinkShape(address, parse_pointer(str(said.get("id", "/id"))), tuple(sorted(schema.properties)))


def build_searches(extension: Mapping[str, Json]) -> dict[str, SearchGrammar]:
    """Return the declared grammars of searches by name."""
    said = extension.get("search")
    found: dict[str, SearchGrammar] = {}
    for name, signs in said.items() if isinstance(said, dict) else ():
        if isinstance(signs, dict):
            text = {key: str(sign) for key, sign in signs.items()}
            found[name] = SearchGrammar(
                joint=text["and"],
                equals=text["is"],
                any_of=text.get("any", ""),
                range=text.get("range", ""),
                wildcard=text.get("wildcard", ""),
                not_allowed=text.get("not_allowed", ""),
            )
    return found


class Relations:
    """What can be expanded in the schemas of a document, worked out once for each: many operations return the same.

    Relations are links, and of a page its items: what stands where the schemes of `pagination` say.
    """

    def __init__(self, document: Document, merger: Merger) -> None:
        self._document = document
        self._merger = merger
        self._pages = set(_page_members(document.extension.get("pagination")))
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def of(self, name: str, levels: int = _LEVELS) -> tuple[str, ...]:
        """Return the relations in the schema called `name`, as dotted names on the wire."""
        if (name, levels) not in self._known:
            schema = self._document.schemas[self._document.named[name]].schema
            self._known[name, levels] = tuple(self._below(schema, levels))
        return self._known[name, levels]

    def _below(self, schema: Schema, levels: int, *, is_item: bool = False) -> Iterator[str]:
        """Yield relations, each before those of what it leads to. The items of a page are no level of their own."""
        for wire_name, property_ in self._merger.merged(schema).properties.items():
            flat = self._merger.merged(property_)
            target = self._target(flat) or (self._target(flat.items) if flat.items else None)
            found: Iterable[str] | None = None
            if target is not None:
                found = self.of(target, levels - 1) if levels > 1 else ()
            elif wire_name in self._pages and flat.items is not None and not is_item:
                found = self._below(flat.items, levels, is_item=True)
            if found is not None:
                yield wire_name
                yield from (f"{wire_name}.{inner}" for inner in found)

    def _target(self, schema: Schema) -> str | None:
        """Return the name of what a link leads to; None for any other schema."""
        flat = self._merger.merged(schema)
        names = (each.extension.get("link") for each in (flat, *flat.choices))
        return next((name for name in names if isinstance(name, str)), None)


def check_relations(relations: tuple[str, ...], parameter: Parameter, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a parameter that expands relations of the schema called `name`: there are none."""
    if not relations:
        message = f"{name!r} has no links, so there is nothing to expand"
        place = parameter.location.at("x-specloom", "expand", "schema")
        help_ = "mark its links with x-specloom: {link: TARGET}, or leave 'expand' out"
        yield Finding("wrong-expand", Severity.ERROR, message, place, help=help_)


def _page_members(schemes: Json) -> Iterator[str]:
    for scheme in schemes.values() if isinstance(schemes, dict) else ():
        pointer = scheme.get("items") if isinstance(scheme, dict) else None
        segments = parse_pointer(pointer) if isinstance(pointer, str) else ()
        if len(segments) == 1:
            yield segments[0]
