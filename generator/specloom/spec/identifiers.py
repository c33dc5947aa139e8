"""The URIs of schemas and documents, and what references mean by them: `$id`, `$anchor`, `$self` and their like.

Sources: JSON Schema 2020-12, core 8.2 and 9.1, and its drafts; OpenAPI 3.1.1, 4.6; OpenAPI 3.2, 4.1.2 and appendix F.

A schema with `$id` is a resource of its own, wherever it stands: references in it are relative to that URI, and its
anchors are its own. What is in such a resource is made to refer by files and JSON Pointers, as soon as its file has
been opened, so that nobody else has to know where a reference stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

from specloom.findings import Finding, Location, Pointer, Severity
from specloom.messages import quoted
from specloom.source import Json, find_value, parse_pointer, render_fragment
from specloom.spec.keywords import ANNOTATIONS, KEYWORDS
from specloom.spec.node import File, Node, NodeKey
from specloom.spec.objects import OPENAPI, children
from specloom.spec.value_types import MapValue, Of, ValueType

IDENTIFYING: Final = ("$id", "$anchor", "$dynamic")
"""A file without any of these has no schema with a URI of its own, and no anchor, unless older drafts say it."""
_ANCHORS: Final = ("$anchor", "$dynamicAnchor")
_ANCHOR: Final = re.compile(r"[A-Za-z_][-A-Za-z0-9._]*")
_WAITING: Final = {"$id", *_ANCHORS} | ANNOTATIONS
"""What a schema may say that only waits to be filled in."""
_DATA: Final = frozenset({"const", "enum", "default", "example", "examples"})
_MAPS: Final = frozenset(name for name, keyword in KEYWORDS.items() if isinstance(keyword.value, MapValue))
_SCHEMA: Final = Of("Schema")


@dataclass(slots=True, eq=False, repr=False)
class SchemaResource:
    """A schema with a URI of its own, or a whole file."""

    file: File
    pointer: Pointer
    uri: str
    """Absolute, without a fragment."""
    anchors: dict[str, Pointer] = field(default_factory=dict)


class Identifiers:
    """The resources of all files that have been opened, and their anchors."""

    def __init__(self) -> None:
        self._by_uri: dict[str, SchemaResource] = {}
        self._by_file: dict[str, dict[Pointer, SchemaResource]] = {}
        self._dynamic: dict[NodeKey, dict[str, Pointer]] = {}
        """What has dynamic anchors → these: a resource, or a schema that stands in no other and in no resource."""
        self._open: set[NodeKey] = set()
        self._names: dict[int, tuple[Json, str]] = {}
        """The identity of a schema that had a `$dynamicRef` → the schema, and the anchor that this named."""
        self._named: dict[tuple[str, str], tuple[File, Pointer, dict[str, Json], str]] = {}
        """URI of a resource, and an anchor in it or nothing → the schema that has it first, and by which keyword."""
        self.findings: list[Finding] = []
        """What has the name of something else: no reference could say which of both it means."""

    def add(self, file: File) -> None:
        """Take in the resources of a file that has just been opened."""
        whole = SchemaResource(file, (), file.uri)
        self._by_uri.setdefault(file.uri, whole)
        own = self._by_file[file.key] = {(): whole}
        if not file.is_identified:
            return
        for pointer, schema, outermost in _schemas(file):
            resource = own[_home(own, pointer)]
            self.findings += _misnamed(file, pointer, schema)
            if pointer and (identifier := _identifier(schema)):
                base = own[_home(own, pointer[:-1])].uri
                resource = own[pointer] = SchemaResource(file, pointer, join(base, identifier) or base)
                self._by_uri.setdefault(resource.uri, resource)
                self._name_once(resource.uri, "", "$id", file, pointer, schema)
            for keyword, name in _anchor_names(schema):
                resource.anchors.setdefault(name, pointer)
                self._name_once(resource.uri, name, keyword, file, pointer, schema)
            if isinstance(dynamic := schema.get("$dynamicAnchor"), str):
                home = (file.key, resource.pointer or outermost)
                self._dynamic.setdefault(home, {}).setdefault(dynamic, pointer)
                if schema.keys() <= _WAITING or schema.get("not") == {}:
                    self._open.add((file.key, pointer))

    def _name_once(
        self, uri: str, name: str, keyword: str, file: File, pointer: Pointer, schema: dict[str, Json]
    ) -> None:
        """Note what is named so; report when something else is already. An alias of YAML is the same thing.

        Several schemas may have one dynamic anchor, for each may stand in a resource of its own: see `dynamic_anchors`.
        """
        first, place, other, said = self._named.setdefault((uri, name), (file, pointer, schema, keyword))
        if other is not schema and {keyword, said} != {"$dynamicAnchor"}:
            names = keyword if keyword == said else f"{said} and {keyword}"
            message = f"two schemas have the {names} {quoted(name or str(schema[keyword]))}"
            here, there = (Location(each.source, at) for each, at in ((file, (*pointer, keyword)), (first, place)))
            advice = "give one of them another name: no reference can say which of both it means"
            self.findings.append(Finding("duplicate-identifier", Severity.ERROR, message, here, (there,), advice))

    def find(self, uri: str) -> SchemaResource | None:
        """Return the resource of a URI without a fragment."""
        return self._by_uri.get(uri)

    def beside(self, reference: str) -> SchemaResource | None:
        """Return the one resource whose URI a relative reference means, seen from that resource itself.

        So a reference is understood whose file lies elsewhere than its writer had it.
        """
        found = [each for uri, each in self._by_uri.items() if each.pointer and join(uri, reference) == uri]
        return found[0] if len(found) == 1 else None

    def anchors(self, file: File, pointer: Pointer) -> Mapping[str, Pointer]:
        """Return the anchors of the resource at a pointer, and where each stands."""
        own = self._by_file[file.key]
        return own[pointer].anchors if pointer in own else {}

    def dynamic_anchors(self, file: File, pointer: Pointer) -> Mapping[str, Pointer]:
        """Return the dynamic anchors of the resource that a schema stands in.

        A schema that stands in no other counts as a resource: without `$id` two of them could not have one anchor each.
        """
        home = self._dynamic_home(file, pointer)
        return self._dynamic.get(home, {}) if home else {}

    def is_open(self, file: File, pointer: Pointer) -> bool:
        """Tell whether a dynamic anchor stands at a schema that only waits to be filled in."""
        return (file.key, pointer) in self._open

    def are_together(self, one: Node, other: Node) -> bool:
        """Tell whether two schemas are of one resource."""
        return self._dynamic_home(one.file, one.pointer) == self._dynamic_home(other.file, other.pointer)

    def dynamic_name(self, node: Node) -> str | None:
        """Return the anchor that the `$dynamicRef` of a schema named; None where it had none."""
        known = self._names.get(id(node.value))
        return known[1] if known else None

    def _dynamic_home(self, file: File, pointer: Pointer) -> NodeKey | None:
        innermost = _home(self._by_file[file.key], pointer)
        if innermost:
            return file.key, innermost
        around = ((file.key, pointer[:end]) for end in range(len(pointer) + 1))
        return next((home for home in around if home in self._dynamic), None)

    def reference(self, here: File, there: File, pointer: Pointer) -> str:
        """Return how a file refers to what stands at a pointer of it or another."""
        front = "" if there is here else relative(there.path.as_uri(), here.path.as_uri(), "")
        return front + render_fragment(pointer)

    def settle(self, file: File, value: Json, value_type: ValueType, pointer: Pointer) -> None:
        """Let what stands in resources of their own refer by files and JSON Pointers, in place."""
        own = self._by_file[file.key]
        if not file.is_identified:
            return
        waiting: list[tuple[Json, ValueType, Pointer]] = [(value, value_type, pointer)]
        while waiting:
            here, here_type, place = waiting.pop()
            if isinstance(here, dict) and here_type == _SCHEMA:
                self._settle_dynamic(here, place, file)
                self._settle(here, own[_home(own, place)])
            for segment, child, child_type in children(here, here_type):
                moved = file.moved.get(child) if not file.complete else None
                waiting.append((child, child_type, moved or (*place, str(segment))))

    def _settle_dynamic(self, schema: dict[str, Json], place: Pointer, file: File) -> None:
        """Make a plain reference of a dynamic one: to the anchor of its own resource, until that is filled in."""
        reference = schema.get("$dynamicRef")
        if not isinstance(reference, str):
            return
        del schema["$dynamicRef"]
        holder = schema
        if "$ref" in schema:
            holder = {}
            file.moved.put(holder, place)
            others = schema.get("allOf")
            schema["allOf"] = [*(others if isinstance(others, list) else []), holder]
        name = urldefrag(reference).fragment
        own = self.dynamic_anchors(file, place).get(name) if reference == f"#{name}" else None
        holder["$ref"] = self.reference(file, file, own) if own else reference
        self._names[id(holder)] = (holder, name)

    def _settle(self, schema: dict[str, Json], resource: SchemaResource) -> None:
        if not resource.pointer:
            return
        if isinstance(reference := schema.get("$ref"), str):
            schema["$ref"] = self._settled(reference, resource)
        discriminator = schema.get("discriminator")
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        if isinstance(discriminator, dict) and isinstance(mapping, dict):
            discriminator["mapping"] = {
                value: self._settled(target, resource) if isinstance(target, str) and "/" in target else target
                for value, target in mapping.items()
            }

    def _settled(self, reference: str, resource: SchemaResource) -> str:
        uri, fragment = urldefrag(join(resource.uri, reference))
        if not uri:
            return reference
        target = self.find(uri)
        if target is None:
            return relative(uri, resource.file.uri, reference) + (f"#{fragment}" if "#" in reference else "")
        front = "" if target.file is resource.file else relative(target.file.uri, resource.file.uri, target.file.uri)
        pointer = self._pointer(target, fragment)
        if pointer is None:
            return reference
        return front + render_fragment(pointer)

    def _pointer(self, target: SchemaResource, fragment: str) -> Pointer | None:
        """Return what a fragment of a resource means; a pointer that is none there is seen from the whole document."""
        if fragment and not fragment.startswith("/"):
            return target.anchors.get(fragment)
        try:
            pointer = parse_pointer(fragment)
        except ValueError:
            return None
        own = (*target.pointer, *pointer)
        return own if find_value(target.file.data, own) or not find_value(target.file.data, pointer) else pointer


def join(base: str, reference: str) -> str:
    """Return the URI that a reference means at a base (RFC 3986, 5.2); empty where it is none."""
    if not reference or reference.startswith("#"):
        return urldefrag(base).url + reference
    try:
        return urljoin(base, reference).removesuffix("#")
    except ValueError:
        return ""


def relative(uri: str, base: str, otherwise: str) -> str:
    """Return a URI as the path of a file beside another one; what is given instead where they are of different sites.

    The URI is absolute; `base` is that of the file that refers to it.
    """
    there, here = urlsplit(uri), urlsplit(base)
    if (there.scheme, there.netloc) != (here.scheme, here.netloc) or not there.path.startswith("/"):
        return uri if there.scheme else otherwise
    target, folders = there.path.split("/"), here.path.split("/")[:-1]
    same = 0
    while same < len(folders) and same < len(target) - 1 and folders[same] == target[same]:
        same += 1
    return "/".join([*[".."] * (len(folders) - same), *target[same:]])


def _schemas(file: File) -> Iterator[tuple[Pointer, dict[str, Json], Pointer]]:
    """Yield the schemas of a file: where each stands, each before those in it, and where the one stands around it all.

    In what is no OpenAPI document any object may be one, but for examples and their like.
    """
    if not file.complete:
        is_schema = isinstance(file.data, dict) and not KEYWORDS.keys().isdisjoint(file.data)
        for pointer, schema in _objects(file.data):
            yield pointer, schema, () if is_schema else pointer[:1]
        return
    waiting: list[tuple[Json, ValueType, Pointer, Pointer | None]] = [(file.data, OPENAPI, (), None)]
    while waiting:
        value, value_type, pointer, outermost = waiting.pop()
        if value_type == _SCHEMA and isinstance(value, dict):
            outermost = pointer if outermost is None else outermost
            yield pointer, value, outermost
        below = [*children(value, value_type)][::-1]  # so that what is written first is yielded first
        waiting.extend((child, inner, (*pointer, str(key)), outermost) for key, child, inner in below)


def _objects(value: Json) -> Iterator[tuple[Pointer, dict[str, Json]]]:
    waiting: list[tuple[Pointer, Json, bool]] = [((), value, False)]
    while waiting:
        pointer, here, is_map = waiting.pop()
        if isinstance(here, dict):
            if not is_map:
                yield pointer, here
            waiting.extend(
                ((*pointer, key), child, not is_map and key in _MAPS)
                for key, child in here.items()
                if is_map or (key not in _DATA and not key.startswith("x-"))
            )
        elif isinstance(here, list):
            waiting.extend(((*pointer, str(index)), child, False) for index, child in enumerate(here))


def _misnamed(file: File, pointer: Pointer, schema: Mapping[str, Json]) -> Iterator[Finding]:
    """Yield which identifiers of a schema are none by their signs (JSON Schema 2020-12, core 8.2)."""
    said = [
        (keyword, name, "it is read as it is written", "begin with a letter or '_'; go on with these, digits, '-', '.'")
        for keyword, name in _anchor_names(schema)
        if name and keyword != "$id" and not _ANCHOR.fullmatch(name)
    ]
    identifier = schema.get("$id")
    if isinstance(identifier, str) and not join(file.uri, identifier):
        said.append(("$id", identifier, "it has no effect", "write a URI, or a part of one"))
    elif isinstance(identifier, str) and (fragment := urldefrag(identifier).fragment):
        is_anchor, advice = identifier.startswith("#"), f"say it as $anchor: {fragment}"
        if not file.names_drafts:
            said.append(("$id", identifier, "it is an anchor" if is_anchor else "the fragment has no effect", advice))
    for keyword, name, effect, advice in said:
        message = f"{keyword!r} of a Schema Object cannot be {quoted(name)}; {effect}"
        place = Location(file.source, (*pointer, keyword))
        yield Finding("wrong-value", Severity.WARNING, message, place, help=advice)


def _identifier(schema: Mapping[str, Json]) -> str:
    """Return the URI that a schema has; a fragment alone is an anchor, in older drafts."""
    identifier = schema.get("$id")
    return identifier if isinstance(identifier, str) and not identifier.startswith("#") else ""


def _anchor_names(schema: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield each anchor of a schema behind the keyword that says it."""
    for keyword in _ANCHORS:
        if isinstance(name := schema.get(keyword), str):
            yield keyword, name
    identifier = schema.get("$id")
    if isinstance(identifier, str) and identifier.startswith("#"):
        yield "$id", identifier[1:]


def _home(resources: Mapping[Pointer, SchemaResource], pointer: Pointer) -> Pointer:
    """Return the pointer of the innermost resource around a place."""
    if len(resources) == 1:  # the file itself, as nearly always
        return ()
    return next(pointer[:end] for end in range(len(pointer), -1, -1) if pointer[:end] in resources)
