"""Operation Objects and what they are made of: from nodes to the resolved document, defaults applied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, cast, get_args

from specloom.findings import Finding, Location, Severity
from specloom.record import replace
from specloom.source import Json
from specloom.spec.check_objects import STYLES
from specloom.spec.document import (
    CollectionFormat,
    Encoding,
    Header,
    Loss,
    MediaType,
    Operation,
    Parameter,
    ParameterPlace,
    RequestBody,
    Response,
    Schema,
    SecurityRequirement,
    Server,
    ServerVariable,
)
from specloom.spec.node import File, Node, NodeKey
from specloom.spec.parse_schema import Schemas, as_written, extension_of, unused_members
from specloom.spec.resolve import Resolver
from specloom.spec.routes import VARIABLE, spelt_in_path
from specloom.spec.select import PathOperation, parameter_key
from specloom.spec.swagger_parameters import DELIMITED

_IN_ADDRESSES: Final = frozenset({"path", "query"})
_OF_HTTP: Final = frozenset("connection content-length host keep-alive te trailer transfer-encoding upgrade".split())
"""The header fields that say where a message goes and ends (RFC 9110, 6.4.1, 7.2, 7.6 and 8.6). That is no caller's to
say: a wrong length ends the connection, or begins another request."""
_IGNORED_HEADERS: Final = _OF_HTTP | {"accept", "content-type", "authorization"}


class Operations:
    """Turns operations into values; what several of them share is parsed once.

    What clients make nothing of goes to the losses, by the kind of object that has it.
    """

    def __init__(self, resolver: Resolver, schemas: Schemas, losses: Mapping[str, list[Loss]]) -> None:
        self.warnings: list[Finding] = []
        self._losses = losses
        self._resolver = resolver
        self._schemas = schemas
        self._parameters: dict[NodeKey, Parameter] = {}
        self._contents: dict[NodeKey, dict[str, MediaType]] = {}
        self._headers: dict[NodeKey, dict[str, Header]] = {}
        self._warned: set[NodeKey] = set()

    def parse(self, operation: PathOperation) -> Operation:
        """Return an operation, with its path item's parameters, servers and texts merged in."""
        node = operation.node
        owners = (node, *operation.items)
        body = node.get("requestBody")
        listed = [
            (entry, each, self._is_ignored(each, node)) for entry, each in operation.listed_parameters(self._resolver)
        ]
        self._losses["Operation"].extend(unused_members(node, "Operation"))
        self._losses["Operation"].extend(lost_schemes(node, self._resolver.files.entry))
        return Operation(
            location=node.location,
            path=operation.path,
            method=operation.method,
            operation_id=node.text("operationId") or None,
            parameters=tuple(self._parameter(parameter) for _, parameter, is_ignored in listed if not is_ignored),
            request_body=self._request_body(body) if body else None,
            responses=tuple(
                self._response(status, response)
                for status, response in node.items("responses")
                if not status.startswith("x-")
            ),
            security=parse_security(node),
            servers=_servers(operation),
            tags=node.texts("tags"),
            summary=next(filter(None, (owner.text("summary") for owner in owners)), ""),
            description=next(filter(None, (owner.text("description") for owner in owners)), ""),
            deprecated=node.flag("deprecated"),
            sunset=as_written(node.members.get("x-sunset")),
            stability=as_written(node.members.get("x-stability-level")),
            extension=extension_of(node),
            references=dict(self._references(operation, listed)),
            ignored_headers={parameter_key(each)[0]: each.location for _, each, is_ignored in listed if is_ignored},
        )

    def _references(
        self, operation: PathOperation, listed: Iterable[tuple[Node, Node, bool]]
    ) -> Iterator[tuple[tuple[str, str], Location]]:
        """Yield where an operation refers to its parameters and its body, which OpenAPI 2.0 has among them."""
        for entry, parameter, _ in listed:
            if entry is not parameter:
                yield (parameter.text("in"), parameter.text("name")), entry.location
        body = operation.node.get("requestBody")
        if body is not None and body.reference is not None:
            yield ("body", ""), body.location
        for owner in (*reversed(operation.items), operation.node) if operation.node.file.version == "2.0" else ():
            for entry, parameter in self._resolver.swagger_parameters(owner):
                if entry.reference is not None and parameter.text("in") == "body":
                    yield ("body", ""), entry.location

    def _is_ignored(self, parameter: Node, operation: Node) -> bool:
        """Tell whether a parameter has no effect, as OpenAPI 3 says of some names (4.8.12.1), and HTTP of others.

        OpenAPI 2.0 does not: there `Authorization` is what callers give, unless an operation says how it is secured.
        """
        name, place = parameter_key(parameter)
        if place != "header" or name not in _IGNORED_HEADERS:
            return False
        if name == "authorization" and operation.file.version == "2.0":
            required = parse_security(operation)
            if not any((parse_security(self._resolver.files.entry.root) or ()) if required is None else required):
                return False
        if parameter.key not in self._warned:
            self._warned.add(parameter.key)
            message = f"a header parameter called '{parameter.text('name')}' has no effect"
            why = "the media types of bodies and responses say it, or a security scheme does"
            why = "whoever sends the request says it" if name in _OF_HTTP else why
            location = parameter.location.at("name")
            self.warnings.append(Finding("ignored-parameter", Severity.WARNING, message, location, help=why))
            what = f"header parameter {parameter.text('name')}"
            self._losses["Parameter"].append(Loss(parameter.location, what, why))
        return True

    def _parameter(self, node: Node) -> Parameter:
        if node.key not in self._parameters:
            self._parameters[node.key] = self._build_parameter(node)
        return self._parameters[node.key]

    def _build_parameter(self, node: Node) -> Parameter:
        place = node.text("in")
        self._losses["Parameter"].extend(unused_members(node, "Parameter"))
        style = node.text("style") or STYLES[place][0]
        explode = node.members.get("explode")
        described, schema, content_type = self._value_of(node)
        return Parameter(
            location=node.location,
            name=node.text("name"),
            place=cast("ParameterPlace", place),
            schema=schema,
            required=node.flag("required"),
            style=cast('Literal["simple", "form"]', style),
            explode=explode if isinstance(explode, bool) else style in {"form", "cookie"},
            allow_reserved=self._allows_reserved(node, place),
            content_type=content_type,
            encoding={} if content_type is None else self._encodings(described),
            formats=_formats(node),
            description=node.text("description"),
            deprecated=node.flag("deprecated"),
            sunset=as_written(node.members.get("x-sunset")),
            examples=self._examples(node),
            extension=extension_of(node),
        )

    def _allows_reserved(self, node: Node, place: str) -> bool:
        """Tell whether reserved characters pass unchanged: only in queries, and since OpenAPI 3.2 in paths."""
        said = node.flag("allowReserved")
        places = _IN_ADDRESSES if node.file.version == "3.2" else {"query"}
        if said and place not in places:
            message = f"'allowReserved' has no effect on a {place} parameter"
            advice = f"leave it out: it is about what is escaped in {' and '.join(sorted(places))} parameters"
            location = node.location.at("allowReserved")
            self.warnings.append(Finding("ignored-allow-reserved", Severity.WARNING, message, location, help=advice))
            why = f"it is about {' and '.join(sorted(places))} parameters only"
            self._losses["Parameter"].append(Loss(location, "allowReserved", why))
        return said and place in places

    def _value_of(self, node: Node) -> tuple[Node, Schema, str | None]:
        """Return what describes the value of a parameter or header, its schema, and the media type of `content`."""
        entries = ((self._resolver.follow(entry, "Media Type"), name) for name, entry in node.items("content"))
        described, content_type = next(entries, (node, None))
        schema = described.get("schema")
        return described, self._schemas.parse(schema) if schema else Schema(described.location), content_type

    def _encodings(self, media: Node) -> Mapping[str, Encoding]:
        return {name: self._encoding(encoding) for name, encoding in media.items("encoding")}

    def _request_body(self, node: Node) -> RequestBody:
        target = self._resolver.follow(node, "Request Body")
        return RequestBody(
            location=target.location,
            content=self._content(target),
            required=target.flag("required"),
            description=node.text("description") or target.text("description"),
        )

    def _response(self, status: str, node: Node) -> Response:
        target = self._resolver.follow(node, "Response")
        self._losses["Response"].extend(unused_members(target, "Response"))
        return Response(
            location=target.location,
            status=status,
            description=node.text("description") or target.text("description"),
            content=self._content(target),
            headers=self._header_map(target),
        )

    def _content(self, owner: Node) -> Mapping[str, MediaType]:
        if owner.key not in self._contents:
            entries = ((name, self._resolver.follow(entry, "Media Type")) for name, entry in owner.items("content"))
            self._contents[owner.key] = {name: self._media_type(media) for name, media in entries}
        return self._contents[owner.key]

    def _media_type(self, node: Node) -> MediaType:
        schema, items, rest = node.get("schema"), node.get("itemSchema"), node.get("itemEncoding")
        return MediaType(
            location=node.location,
            schema=self._schemas.parse(schema) if schema else None,
            encoding=self._encodings(node),
            examples=self._examples(node),
            item_schema=self._schemas.parse(items) if items else None,
            prefix_encoding=tuple(map(self._encoding, node.list("prefixEncoding"))),
            item_encoding=self._encoding(rest) if rest else None,
        )

    def _encoding(self, node: Node) -> Encoding:
        explode = node.members.get("explode")
        self._losses["Encoding"].extend(unused_members(node, "Encoding"))
        return Encoding(
            content_type=node.text("contentType") or None,
            style=node.text("style") or None,
            explode=explode if isinstance(explode, bool) else None,
            allow_reserved=node.flag("allowReserved"),
            headers=self._header_map(node),
            formats=_formats(node),
        )

    def _header_map(self, owner: Node) -> Mapping[str, Header]:
        """Return the headers of a response or a part; its media type says what Content-Type is (4.8.15.1, 4.8.17.1)."""
        if owner.key not in self._headers:
            said = {name: header for name, header in owner.items("headers") if name.lower() == "content-type"}
            for name, header in said.items():
                lost = Loss(header.location, f"header {name}", "media types say it", minor=True)
                self._losses["Header"].append(lost)
            headers = ((name, header) for name, header in owner.items("headers") if name not in said)
            self._headers[owner.key] = {name: self._header(header) for name, header in headers}
        return self._headers[owner.key]

    def _header(self, node: Node) -> Header:
        target = self._resolver.follow(node, "Header")
        _, schema, content_type = self._value_of(target)
        return Header(
            location=target.location,
            schema=schema,
            required=target.flag("required"),
            description=node.text("description") or target.text("description"),
            deprecated=target.flag("deprecated"),
            explode=target.flag("explode"),
            content_type=content_type,
            formats=_formats(target),
        )

    def _examples(self, node: Node) -> Mapping[str, Json]:
        if "example" in node.members:
            return {"example": node.members["example"]}
        examples = {name: self._resolver.follow(entry, "Example").members for name, entry in node.items("examples")}
        found: dict[str, Json] = {}
        for name, members in examples.items():
            if key := next((key for key in ("value", "dataValue") if key in members), None):
                found[name] = members[key]
        return found


def _formats(node: Node) -> tuple[CollectionFormat, ...]:
    """Return how a list is written, where OpenAPI 2.0 says what OpenAPI 3 cannot."""
    known = {name: cast("CollectionFormat", name) for name in get_args(CollectionFormat)}
    return tuple(known[each] for each in node.texts(DELIMITED) if each in known)


def declare_variables(operation: Operation) -> Operation:
    """Return an operation of a path with a parameter for each of its variables.

    One that is spelt a little otherwise is called as in the path; what nothing declares is text.
    """
    declared = {parameter.name: parameter for parameter in operation.parameters if parameter.place == "path"}
    variables = dict.fromkeys(VARIABLE.findall(operation.path))
    if declared.keys() == variables.keys():
        return operation
    spelt = spelt_in_path(variables, declared)
    parameters = [
        replace(each, name=spelt[each.name]) if each.place == "path" and each.name in spelt else each
        for each in operation.parameters
    ]
    place = operation.location
    text = Schema(place, types=("string",))
    parameters += [
        Parameter(place, name, "path", text, required=True, style="simple", explode=False)
        for name in variables
        if name not in declared and name not in spelt.values()
    ]
    references = {
        (at, spelt.get(name, name) if at == "path" else name): location
        for (at, name), location in operation.references.items()
    }
    return replace(operation, parameters=tuple(parameters), references=references)


def outline_operation(operation: PathOperation) -> Operation:
    """Return what is known of an operation that is left out: what decides on the names of others."""
    node = operation.node
    return Operation(
        location=node.location,
        path=operation.path,
        method=operation.method,
        operation_id=operation.operation_id or None,
        parameters=(),
        request_body=None,
        responses=(),
        security=parse_security(node),
        servers=_servers(operation),
        tags=node.texts("tags"),
        extension=extension_of(node),
    )


def _servers(operation: PathOperation) -> tuple[Server, ...]:
    owner = next((each for each in (operation.node, *operation.items) if "servers" in each.members), operation.node)
    return tuple(parse_server(server) for server in owner.list("servers"))


def parse_server(node: Node) -> Server:
    """Return a Server Object (4.8.5). Callers have to give the variables in its address that have no default."""
    at, required = node.location.at("url"), {"required": True}
    names = VARIABLE.findall(node.text("url"))
    variables = {
        name: ServerVariable(
            location=variable.location,
            default=variable.text("default"),
            enum=variable.texts("enum"),
            description=variable.text("description"),
            extension={**extension_of(variable), **({} if "default" in variable.members else required)},
        )
        for name, variable in node.items("variables")
        if name in names or "default" in variable.members
    }
    for name in names:
        variables.setdefault(name, ServerVariable(location=at, default="", extension=required))
    return Server(node.location, node.text("url"), node.text("description"), variables)


def parse_security(node: Node) -> tuple[SecurityRequirement, ...] | None:
    """Return the `security` of an operation or a document; None where it says nothing."""
    if "security" not in node.members:
        return None
    return tuple({name: each.texts(name) for name in each.members} for each in node.list("security"))


def lost_schemes(node: Node, entry: File) -> Iterator[Loss]:
    """Yield the protocols that an object of OpenAPI 2.0 lists, where the entry document has no host to call by them."""
    written, document = node.as_written, entry.source.data
    has_host = not isinstance(document, dict) or "host" in document
    if node.file.version == "2.0" and not has_host and isinstance(written, dict) and "schemes" in written:
        yield Loss(
            node.location.at("schemes"), "schemes", "no host is named: callers give the address with its protocol"
        )
