"""Links, expansion and searches: what `x-specloom` declares of them, as facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping

from specloom.findings import Finding, Severity
from specloom.ir.api import Collections, LinkShape, Resource, SearchGrammar
from specloom.ir.build_paging import paging_of
from specloom.ir.call import Paging
from specloom.ir.merge import Merger
from specloom.ir.types import Named, NamedType, ObjectType, OwnLink, Scalar, Walk, links_in, union_members, walk
from specloom.record import replace
from specloom.source import Json, parse_pointer, render_pointer
from specloom.spec.document import Document, Parameter, Schema, object_in
from specloom.spec.parts import only_refers

_OF_IDS = frozenset({Scalar("int"), Scalar("str")})
_LEVELS = 2
"""How many relations in a row are listed by name; deeper ones are as good, but there are too many to list."""


def build_link_shape(document: Document, merger: Merger, report: list[Finding]) -> LinkShape | None:
    """Return what links look like; None where the description has none. Report an address that leads nowhere."""
    said = object_in(document.extension, "links")
    if not said:
        return None
    schema = merger.merged(document.schema_called(said["schema"]))
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


def says_link(schema: Schema) -> bool:
    """Tell whether a schema says itself that it is a link, and where it leads."""
    return "link" in schema.extension


def refers_to_link(schema: Schema, document: Document) -> bool:
    """Tell whether a schema only refers to that of links, on the way through none that says where it leads."""
    links = object_in(document.extension, "links")
    key = document.named.get(str(links["schema"])) if links else None
    while schema.ref != key and only_refers(schema) and not says_link(schema):
        schema = document.schemas[schema.ref].schema if schema.ref else schema.all_of[0]
    return schema.ref == key and not says_link(schema)


def leads_anywhere(schema: Schema, document: Document, merger: Merger) -> bool:
    """Tell whether a reference is a link with nothing but its address, and nothing says where it leads."""
    links = object_in(document.extension, "links")
    if not links or not refers_to_link(schema, document):
        return False
    shape = merger.merged(document.schema_called(links["schema"]))
    return {*shape.properties} == {*parse_pointer(str(links["href"]))}


def mark_own_links(types: MutableMapping[str, NamedType], shape: LinkShape) -> None:
    """Note which objects of answers have an address and an id of their own, as links have them."""
    walk = Walk(types)
    for name, type_ in types.items():
        if isinstance(type_, ObjectType) and len(shape.identifier) == 1:
            address, text = walk.follow(Named(name), render_pointer(shape.address))
            identifier = next((each for each in type_.fields if each.wire_name == shape.identifier[0]), None)
            if text is not None and identifier is not None and not _OF_IDS.isdisjoint(union_members(identifier.type)):
                types[name] = replace(type_, own_link=OwnLink(address, identifier.name))


def has_decimal_numbers(type_: NamedType) -> bool:
    """Tell whether a type of answers has decimal numbers that JSON writes as numbers."""
    return any(Scalar("decimal-number") in walk(each) for each in type_.inner)


def build_collections(
    document: Document, types: MutableMapping[str, NamedType], resources: Iterable[Resource], report: list[Finding]
) -> Collections | None:
    """Return how collections that links lead to are read, and note which types are pages of them.

    These are the targets of links that have their items, and what else the scheme names, where the first of them does.
    """
    said = object_in(document.extension, "links")
    if (name := said.get("collections")) is None:
        return None
    scheme = object_in(object_in(document.extension, "pagination"), str(name))
    place = document.location.at("x-specloom", "links", "collections")
    if not scheme:
        message = f"there is no pagination scheme {str(name)!r}"
        report.append(Finding("wrong-link", Severity.ERROR, message, place, help="declare it under 'pagination'"))
        return None
    if scheme.get("style") == "link-header":
        message = "a collection inside of an answer has no header of its own to say how it goes on"
        help_ = "name a pagination scheme that does without the Link header"
        report.append(Finding("wrong-link", Severity.ERROR, message, place, help=help_))
        return None
    taken = next((each for each in resources if each.name == "items"), None)
    if taken is not None:
        message = "the client reads linked collections by its method 'items', and a resource is called so as well"
        help_ = "call the resource otherwise, or leave 'collections' out"
        report.append(Finding("name-collision", Severity.ERROR, message, place, help=help_))
    first: Paging | None = None
    targets = (target for type_ in types.values() for each in type_.inner for target in links_in(each))
    for target in [*dict.fromkeys(targets)]:
        page = types[target]
        paging = _paging_of_page(str(name), scheme, target, types)
        if not isinstance(page, ObjectType) or paging is None or not isinstance(paging.item, Named):
            continue
        first = first or paging
        if replace(paging, item=first.item) == first:
            types[target] = replace(page, lists=paging.item.name)
    if first is None and document.skipped:  # the operations that have such links may be among these
        return None
    if first is None:
        message = f"no link leads to a page of the pagination scheme {str(name)!r}"
        report.append(Finding("wrong-link", Severity.ERROR, message, place, help="leave 'collections' out"))
        return None
    text = {key: str(value) for key, value in object_in(said, "expand").items()}
    return Collections(first, text.get("parameter", ""), text.get("grammar", ""))


def _paging_of_page(
    name: str, scheme: Mapping[str, Json], target: str, types: Mapping[str, NamedType]
) -> Paging | None:
    """Return how pages of a type go on; None where the type lacks something that the scheme names."""
    lacks: list[str] = []
    paging = paging_of(name, scheme, Named(target), types, lambda message, _: lacks.append(message))
    return None if lacks else paging


def build_searches(extension: Mapping[str, Json]) -> dict[str, SearchGrammar]:
    """Return the declared grammars of searches by name."""
    found: dict[str, SearchGrammar] = {}
    for name in (grammars := object_in(extension, "search")):
        text = {key: str(sign) for key, sign in object_in(grammars, name).items()}
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
        schemes = object_in(document.extension, "pagination")
        items = (parse_pointer(str(object_in(schemes, name)["items"])) for name in schemes)
        self._pages = {pointer[0] for pointer in items if len(pointer) == 1}
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def of(self, name: str, levels: int = _LEVELS) -> tuple[str, ...]:
        """Return the relations in the schema called `name`, as dotted names on the wire."""
        if (name, levels) not in self._known:
            self._known[name, levels] = tuple(self._below(self._document.schema_called(name), levels))
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


def check_expanded(relations: tuple[str, ...], parameter: Parameter, name: str) -> Iterator[Finding]:
    """Yield what is wrong with a parameter that expands relations of the schema called `name`: there are none."""
    if not relations:
        message = f"{name!r} has no links, so there is nothing to expand"
        place = parameter.location.at("x-specloom", "expand", "schema")
        help_ = "mark its links with x-specloom: {link: TARGET}, or leave 'expand' out"
        yield Finding("wrong-expand", Severity.ERROR, message, place, help=help_)
