"""An OpenAPI description, read for this check alone: its operations, and its schemas as JSON Schema 2020-12.

Each schema exists twice, as what is sent and as what is answered: read-only members are no part of the one, and
write-only members no part of the other (OpenAPI 3.1.1, 4.8.24.1).
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias
from urllib.parse import unquote

import jsonschema_rs
import yaml

Json: TypeAlias = Any
Direction = Literal["sent", "answered"]

_DEFINITIONS = "urn:wire#/$defs/"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_ONES = frozenset(
    "items contains not if then else propertyNames contentSchema".split()
    + "additionalProperties unevaluatedProperties unevaluatedItems".split()
)
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_MAPS = ("properties", "patternProperties", "dependentSchemas")
_HIDDEN: Mapping[Direction, str] = {"sent": "readOnly", "answered": "writeOnly"}
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_ADDRESS = re.compile(r"(https?://[^/{}\s]+)?(/[^{}\s]*)?")
_COUNTED = re.compile(r"\^\.\{(?P<least>\d+),(?P<most>\d+)\}\$")
_NO_PARAMETERS = frozenset(
    "accept content-type authorization connection content-length host keep-alive te trailer transfer-encoding"
    " upgrade".split()
)
"""Header fields that are no parameters (OpenAPI 3.1.1, 4.8.12.2.1), and those of HTTP itself."""


class _Loader(yaml.CSafeLoader):
    """Reads YAML as JSON has it: dates are texts, and only `true` and `false` are booleans."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool", ":value", ":merge"))]
    for first, found in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|True|false|False)$"), list("tTfF"))


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a description, and where it stands."""

    value: Json
    file: Path
    pointer: tuple[str, ...]

    def __truediv__(self, key: str | int) -> Node:
        return Node(self.value[key], self.file, (*self.pointer, str(key)))

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def get(self, key: str, default: Json = None) -> Json:
        return self.value.get(key, default)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A Parameter Object, or a Header Object of a part of a body."""

    name: str
    location: str
    required: bool
    style: str
    explode: bool
    allow_reserved: bool
    schema: Json
    is_json: bool
    """Whether its value is JSON text: it has `content`."""
    place: str
    extended: bool
    """Whether it is written as `x-specloom` has it, which OpenAPI knows nothing of."""
    media_type: str = ""
    """That of its `content`; empty where it has none."""


@dataclass(frozen=True, slots=True)
class Content:
    """A Media Type Object of a request body or a response."""

    media_type: str
    schema: Json
    """None where nothing is said."""
    encoding: Mapping[str, Mapping[str, Json]]
    place: str
    is_items: bool
    """Whether the schema is that of each item of a sequence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A response in one of its media types."""

    status: int
    content: Content | None
    place: str

    @property
    def is_failure(self) -> bool:
        return self.status >= 400


@dataclass(frozen=True, slots=True)
class Scheme:
    """A Security Scheme Object."""

    location: str
    """`query`, `header` or `cookie`; empty where the scheme has something else than a key or a header field."""
    name: str


@dataclass(frozen=True, slots=True)
class Server:
    """A Server Object."""

    url: str
    defaults: Mapping[str, str]

    @property
    def has_address(self) -> bool:
        """Tell whether calls can go there, or below the server of the description; not to `https://{your-host}`."""
        return _ADDRESS.fullmatch(self.address({})) is not None

    def address(self, values: Mapping[str, str]) -> str:
        """Return its URL with values for its variables, or their defaults."""
        chosen = {**self.defaults, **values}
        return re.sub(r"\{([^}]*)\}", lambda match: chosen[match[1]], self.url).rstrip("/")


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path."""

    method: str
    path: str
    place: str
    parameters: tuple[Parameter, ...]
    bodies: tuple[Content, ...]
    body_required: bool
    body_place: str
    answers: tuple[Answer, ...]
    security: tuple[tuple[Scheme, ...], ...]
    """Alternatives of schemes that all hold; empty where none is asked for."""
    servers: tuple[Server, ...]
    """Its own; empty where it has those of the whole description."""

    @property
    def route(self) -> str:
        return f"{self.method} {self.path}"


class Description:
    """A description of OpenAPI 3.0, 3.1 or 3.2.

    Args:
        entry: Its entry document.
    """

    def __init__(self, entry: Path) -> None:
        self.entry = entry.resolve()
        self._files: dict[Path, Json] = {}
        self.root = Node(self._read(self.entry), self.entry, ())
        self.version = str(self.root.get("openapi", ""))
        self.title = str((self.root / "info").get("title", ""))
        self.servers = _servers(self.root)
        self.schemas = {direction: SchemaSet(self, direction) for direction in _HIDDEN}

    @property
    def has_address(self) -> bool:
        """Tell whether it says itself where calls go: a first server with a host."""
        return bool(self.servers) and re.match("https?://[^/]", self.servers[0].url) is not None

    @property
    def is_readable(self) -> bool:
        """Tell whether it is of a version that this reads."""
        return self.version.startswith(("3.0", "3.1", "3.2"))

    @property
    def success(self) -> str:
        """Where answers say whether they are a success, as `x-specloom` has it; empty where they do not."""
        return str(self.root.get("x-specloom", {}).get("error", {}).get("success", ""))

    @cached_property
    def operations(self) -> list[Operation]:
        """The operations, in their order."""
        return [*self._operations()]

    def _operations(self) -> Iterator[Operation]:
        for path in self.root.get("paths", {}):
            if not path.startswith("/"):
                continue
            item = self.resolve(self.root / "paths" / path)
            for method in (*_METHODS, "query") if self.version.startswith("3.2") else _METHODS:
                if method in item:
                    yield self._operation(method.upper(), path, item, item / method)
            if self.version.startswith("3.2"):
                for method in item.get("additionalOperations", {}):
                    yield self._operation(method, path, item, item / "additionalOperations" / method)

    def place(self, node: Node) -> str:
        """Return where a value stands as the ledger of losses does: `FILE#POINTER`."""
        file = "" if node.file == self.entry else node.file.relative_to(self.entry.parent).as_posix()
        return f"{file}#" + "".join(f"/{part.replace('~', '~0').replace('/', '~1')}" for part in node.pointer)

    def resolve(self, node: Node) -> Node:
        """Follow the reference of a value, if it is one."""
        while "$ref" in node:
            node = self.find(node.value["$ref"], node.file)
        return node

    def find(self, reference: str, file: Path) -> Node:
        """Return what a reference in a file leads to."""
        name, _, pointer = reference.partition("#")
        if name and name == self.root.get("$self"):
            name, file = "", self.entry
        target = (file.parent / unquote(name)).resolve() if name else file
        node = Node(self._read(target), target, ())
        for segment in pointer.split("/")[1:]:
            key = unquote(segment).replace("~1", "/").replace("~0", "~")
            node /= int(key) if isinstance(node.value, list) else key
        return node

    def _read(self, file: Path) -> Json:
        if file not in self._files:
            text = file.read_text(encoding="utf-8-sig")
            self._files[file] = json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, _Loader)  # noqa: S506 - derived from the safe one
        return self._files[file]

    def _operation(self, method: str, path: str, item: Node, node: Node) -> Operation:
        body = self.resolve(node / "requestBody") if "requestBody" in node else None
        return Operation(
            method=method,
            path=path,
            place=self.place(node),
            parameters=tuple(self._parameters(path, item, node)),
            bodies=tuple(self._contents(body, "sent")) if body else (),
            body_required=bool(body and body.get("required")),
            body_place=self.place(body) if body else "",
            answers=tuple(self._answers(node)),
            security=tuple(self._security(node.get("security", self.root.get("security", ())))),
            servers=self._own_servers(node) or self._own_servers(item),
        )

    def _own_servers(self, node: Node) -> tuple[Server, ...]:
        """Return the servers of an operation or a path; a variable of theirs may be said at those of the document."""
        shared = {name: value for each in reversed(self.servers) for name, value in each.defaults.items()}
        return tuple(Server(each.url, {**shared, **each.defaults}) for each in _servers(node))

    def _security(self, alternatives: Json) -> Iterator[tuple[Scheme, ...]]:
        for alternative in alternatives:
            schemes = [self.resolve(self._scheme(name)) for name in alternative]
            yield tuple(_scheme(each) for each in schemes)

    def _scheme(self, name: str) -> Node:
        """Return what is called so, or lies there (OpenAPI 3.2.0, 4.30)."""
        known = self.root.get("components", {}).get("securitySchemes", {})
        return self.root / "components" / "securitySchemes" / name if name in known else self.find(name, self.entry)

    def _parameters(self, path: str, item: Node, operation: Node) -> Iterator[Parameter]:
        """Yield what is declared, called as in the path, and as text what is in the path alone."""
        found: dict[tuple[str, str], Node] = {}
        for owner in (item, operation):
            for number in range(len(owner.get("parameters", ()))):
                node = self.resolve(owner / "parameters" / number)
                found[node.value["name"], node.value["in"]] = node
        left = [name for name in re.findall(r"\{([^{}]*)\}", path) if (name, "path") not in found]
        for (name, location), node in found.items():
            spelt = next((each for each in left if location == "path" and _letters(each) == _letters(name)), name)
            left = [each for each in left if each != spelt]
            if not (location == "header" and name.lower() in _NO_PARAMETERS):
                yield self._parameter(spelt, location, node)
        for name in left:
            text = {"type": "string"}
            yield Parameter(name, "path", True, "simple", False, False, text, False, self.place(operation), False, "")

    def _parameter(self, name: str, location: str, node: Node) -> Parameter:
        style = node.get("style", _STYLES.get(location, "form"))
        media = next(iter(node.get("content", ())), None)
        holder = node if media is None else self.resolve(node / "content" / media)
        return Parameter(
            name=name,
            location=location,
            required=location == "path" or bool(node.get("required")),
            style=style,
            explode=node.get("explode", style == "form"),
            allow_reserved=bool(node.get("allowReserved")),
            # Of what only the name is said, Specloom takes a text.
            schema=self.schemas["sent"].convert(holder / "schema") if "schema" in holder else {"type": "string"},
            is_json=media is not None and (location != "querystring" or media == "application/json"),
            place=self.place(node),
            extended=any(name.startswith("x-specloom") for name in node.value),
            media_type=media or "",
        )

    def _contents(self, owner: Node, direction: Direction) -> Iterator[Content]:
        if "content" not in owner:
            return
        contents = self.resolve(owner / "content")
        for name in contents.value:
            media = self.resolve(contents / name)
            yield Content(
                media_type=name,
                schema=self._content_schema(media, direction),
                encoding=media.get("encoding", {}),
                place=self.place(media),
                is_items="schema" not in media and "itemSchema" in media,
            )

    def _content_schema(self, media: Node, direction: Direction) -> Json:
        """Return what is said of the content, or else of each item of it."""
        member = next((each for each in ("schema", "itemSchema") if each in media), None)
        return self.schemas[direction].convert(media / member) if member else None

    def _answers(self, operation: Node) -> Iterator[Answer]:
        described = {str(status) for status in operation.get("responses", ())}
        for status in operation.get("responses", {}):
            number = _status(str(status), described)
            if number // 100 not in {2, 4, 5}:
                continue
            response = self.resolve(operation / "responses" / status)
            contents = [*self._contents(response, "answered")] or [None]
            for content in contents:
                yield Answer(number, content, content.place if content else self.place(response))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()


def _status(described: str, others: Collection[str]) -> int:
    """Return a status that a response is described for, and no other one; below 100 where there is none."""
    if described.isdigit():
        return int(described)
    if described != "default":
        first = int(described[0])
    elif not any(each[0] in "23" for each in others):
        first = 2
    else:
        first = next((each for each in (5, 4) if f"{each}XX" not in others), 0)
    return next(number for number in range(first * 100 + 90, first * 100, -1) if str(number) not in others)


class SchemaSet:
    """The schemas of a description in one direction, as JSON Schema 2020-12. References lead to one of `$defs`.

    Args:
        description: The description.
        direction: Which way the values go.
    """

    def __init__(self, description: Description, direction: Direction) -> None:
        self._description = description
        self._hidden = _HIDDEN[direction]
        self._names: dict[str, str] = {}
        self._definitions: dict[str, Json] = {}
        self._registry: jsonschema_rs.Registry | None = None
        self._validators: dict[int, tuple[Json, jsonschema_rs.Draft202012Validator]] = {}

    def convert(self, node: Node) -> Json:
        """Return a schema, and keep all that it refers to."""
        waiting: list[tuple[str, Node]] = []
        schema = self._converted(node, waiting)
        while waiting:
            name, target = waiting.pop()
            self._definitions[name] = self._converted(target, waiting)
        return schema

    def follow(self, reference: str) -> Json:
        """Return the schema that a reference in a converted one leads to."""
        return self._definitions[reference.removeprefix(_DEFINITIONS)]

    def errors(self, schema: Json, value: Json) -> list[str]:
        """Return why a value does not fit a converted schema; nothing where it does. All must be converted before."""
        if id(schema) not in self._validators:
            if self._registry is None:
                self._registry = jsonschema_rs.Registry(
                    [("urn:wire", {"$defs": self._definitions})], draft=jsonschema_rs.Draft202012
                )
            # The library holds to the meta-schema what it compiles, but not what is referred to.
            document = {"$ref": "#/-", "-": schema}
            validator = jsonschema_rs.Draft202012Validator(document, registry=self._registry, validate_formats=False)
            self._validators[id(schema)] = (schema, validator)
        validator = self._validators[id(schema)][1]
        if validator.is_valid(value):
            return []
        return [f"/{'/'.join(map(str, each.instance_path))}: {each.message}" for each in validator.iter_errors(value)]

    def _converted(self, node: Node, waiting: list[tuple[str, Node]]) -> Json:
        if not isinstance(node.value, dict):
            return node.value
        schema: dict[str, Json] = {}
        if isinstance(node.get("$ref"), str):
            schema["$ref"] = self._reference(node, waiting)
            if self._description.version.startswith("3.0"):  # where what stands beside it is ignored (3.0.4, 4.7.23)
                return schema
        for key, value in node.value.items():
            if key == "discriminator":
                schema["x-tag"] = self._tags(node, value)
                schema["x-family"] = self._family(node, value, waiting)
            elif key not in {"$ref", "xml", "externalDocs", "example", "examples"}:
                schema[key] = self._keyword(node / key, waiting)
        _upgrade(schema)
        self._hide(node, schema)
        return schema

    def _reference(self, node: Node, waiting: list[tuple[str, Node]]) -> str:
        return self._refer(self._description.find(node.value["$ref"], node.file), waiting)

    def _refer(self, target: Node, waiting: list[tuple[str, Node]]) -> str:
        place = self._description.place(target)
        if place not in self._names:
            self._names[place] = str(len(self._names))
            waiting.append((self._names[place], target))
        return _DEFINITIONS + self._names[place]

    def _keyword(self, node: Node, waiting: list[tuple[str, Node]]) -> Json:
        """Return what a keyword says, with the schemas in it converted."""
        key = node.pointer[-1]
        if key in _ONES:
            return self._converted(node, waiting)
        if key in _LISTS:
            return [self._converted(node / number, waiting) for number in range(len(node.value))]
        if key in _MAPS:
            return {name: self._converted(node / name, waiting) for name in node.value}
        return node.value

    def _tags(self, node: Node, discriminator: Mapping[str, Json]) -> dict[str, Json]:
        """Return the member that tells the choices of a schema apart, and its values for each of them."""
        targets = {tag: self._description.place(to) for tag, to in self._mapped(node, discriminator).items()}
        tags: list[list[str]] = []
        for choice in node.get("oneOf") or node.get("anyOf") or ():
            reference = choice.get("$ref", "") if isinstance(choice, dict) else ""
            target = self._description.place(self._description.find(reference, node.file)) if reference else ""
            own = [tag for tag, each in targets.items() if each == target]
            tags.append(own or ([reference.rpartition("/")[2]] if reference else []))
        return {"name": discriminator["propertyName"], "tags": tags}

    def _mapped(self, node: Node, discriminator: Mapping[str, Json]) -> dict[str, Node]:
        """Return the schemas that values of a discriminator mean, but for those that are not there."""
        found: dict[str, Node] = {}
        for tag, to in discriminator.get("mapping", {}).items():
            with suppress(KeyError, FileNotFoundError):
                found[tag] = self._description.find(to if "/" in to else f"#/components/schemas/{to}", node.file)
        return found

    def _family(
        self, node: Node, discriminator: Mapping[str, Json], waiting: list[tuple[str, Node]]
    ) -> list[tuple[str, str]]:
        """Return what a base has in the place of choices: the values of its discriminator, and what has each."""
        if node.get("oneOf") or node.get("anyOf"):
            return []
        return [(tag, self._refer(to, waiting)) for tag, to in self._mapped(node, discriminator).items()]

    def _hide(self, node: Node, schema: dict[str, Json]) -> None:
        """Take out the members that do not go this way."""
        hidden = {name for name in schema.get("properties", ()) if self._is_hidden(node / "properties" / name)}
        if hidden:
            schema["properties"] = {
                name: False if name in hidden else each for name, each in schema["properties"].items()
            }
            schema["x-hidden"] = sorted(hidden)
        if "required" in schema:
            hidden |= self._hidden_in_parts(node)
            schema["required"] = [name for name in schema["required"] if name not in hidden]

    def _hidden_in_parts(self, node: Node, depth: int = 0) -> set[str]:
        """Return the members that the parts and choices of a schema hide."""
        parts = [node / key / number for key in _LISTS[:3] for number in range(len(node.get(key, ())))]
        found: set[str] = set()
        for part in (self._description.resolve(each) for each in parts if isinstance(each.value, dict) and depth < 5):
            found |= {name for name in part.get("properties", ()) if self._is_hidden(part / "properties" / name)}
            found |= self._hidden_in_parts(part, depth + 1)
        return found

    def _is_hidden(self, node: Node, depth: int = 0) -> bool:
        if not isinstance(node.value, dict) or depth > 20:
            return False
        parts = [node / "allOf" / number for number in range(len(node.get("allOf", ())))]
        if "$ref" in node:
            parts.append(self._description.find(node.value["$ref"], node.file))
        return node.get(self._hidden) is True or any(self._is_hidden(part, depth + 1) for part in parts)


def _upgrade(schema: dict[str, Json]) -> None:
    """Turn the words of OpenAPI 3.0, which some of 3.1 keep, into those of JSON Schema 2020-12."""
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(schema.get(exclusive), bool) and schema.pop(exclusive) and bound in schema:
            schema[exclusive] = schema.pop(bound)
    if schema.pop("nullable", False) is True and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    # Engines write a repetition out, which for a text of so many characters takes seconds, or is refused.
    if isinstance(schema.get("pattern"), str) and (counted := _COUNTED.fullmatch(schema["pattern"])):
        schema["pattern"] = "^.*$"
        schema["minLength"] = max(int(counted["least"]), schema.get("minLength", 0))
        schema["maxLength"] = min(int(counted["most"]), schema.get("maxLength", math.inf))


def _scheme(node: Node) -> Scheme:
    match node.get("type"):
        case "apiKey":
            return Scheme(node.value["in"], node.value["name"])
        case "mutualTLS":
            return Scheme("", "")
        case _:
            return Scheme("header", "Authorization")


def _servers(node: Node) -> tuple[Server, ...]:
    return tuple(
        Server(each["url"], {name: _value_of(variable) for name, variable in each.get("variables", {}).items()})
        for each in node.get("servers") or ()
    )


def _value_of(variable: Json) -> str:
    """Return the default of a variable of a server; of one that has none, the first value that it lists."""
    return str(variable.get("default", next(iter(variable.get("enum", ())), "any")))
